"""Counts over time as a picture: severity as labelled zones, dates below. The same is said to a screen reader in words.

What a count means is not decided here: the zones are the bands of the scale that is handed over.
"""

import math
from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from neutrogui.domain.calculator import Band
from neutrogui.domain.language import say
from neutrogui.domain.plot import (
    Plotted,
    along,
    dates,
    described,
    height_axis,
    heights,
    in_digits,
    places,
    since,
    zone_name,
)
from neutrogui.ui.guard import guarded, nothing
from neutrogui.ui.style import SHAPES, SMALL, Style

ROOM_FOR_LABELS = 24
"""Lines of text that a picture has to be wide for the names of its zones to stand beside it."""

_PARTS, _MOST_TRACED = 24, 10_000
"""Places on the line from one count to the next, and on all of it; a count itself weighs as much as those to the next.
"""

_LABEL_IN_COUNTS = 3
"""How much a label weighs beside that."""


class SeriesPlot(QWidget):
    """Draws what `show_series` is given; empty before that and after `clear`."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._plotted: Plotted | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # Time and numbers go from left to right in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(say("Plot of the counts"))
        self.clear()

    @property
    def plotted(self) -> Plotted | None:
        """What is in the picture now."""
        return self._plotted

    def show_series(self, plotted: Plotted) -> None:
        """Draw a series."""
        self._plotted = plotted
        self.setAccessibleDescription(described(plotted))
        self.update()

    def clear(self) -> None:
        """Take the picture away."""
        self._plotted = None
        self.setAccessibleDescription(say("There are no counts to draw yet."))
        self.update()

    def restyle(self) -> None:
        """Take theme and text size now in force."""
        self.updateGeometry()
        self.update()

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._style.font(SMALL))

    @guarded(lambda: QSize(480, 320))
    def sizeHint(self) -> QSize:
        line = self._metrics().height()
        return QSize(round(line * 36), round(line * 20))

    @guarded(lambda: QSize(240, 200))
    def minimumSizeHint(self) -> QSize:
        line = self._metrics().height()
        return QSize(round(line * 16), round(line * 13))

    @guarded(nothing)
    def paintEvent(self, _: QPaintEvent) -> None:
        if self._plotted is None:
            return
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._style.font(SMALL))
        _Drawing(painter, self._plotted, self._style, QRectF(self.rect())).draw()
        painter.end()


class _Drawing:
    """One painting of one series: places first, then everything from the ground up."""

    def __init__(self, painter: QPainter, plotted: Plotted, style: Style, area: QRectF) -> None:
        self._painter = painter
        self._plotted = plotted
        self._theme = style.theme
        self._metrics = QFontMetricsF(painter.font())
        self._line = self._metrics.height()
        self._axis = height_axis(plotted)
        left = max(self._width(in_digits(tick)) for tick in heights(self._plotted)) + self._line * 0.6
        self._labels_inside = area.width() < self._line * ROOM_FOR_LABELS
        labels = max(self._width(self._zone_label(band)) for band in plotted.scale.bands)
        right = self._line * 0.6 if self._labels_inside else labels + self._line * 1.1
        below = self._line * (1.6 if plotted.day_one is None else 2.7)
        self._wide = area.width() - 8
        self._right = area.right()
        self._box = QRectF(area).adjusted(left, self._line * 1.5, -right, -below)
        self._inset = self._line * 0.5
        self._in_sight = self._box.width() - 2 * self._inset

    def _trace(self) -> list[tuple[float, float]]:
        """Places all along the line, between the counts."""
        shares = [part / self._parts for part in range(1, self._parts)]
        return [
            (x + (to_x - x) * share, y + (to_y - y) * share)
            for (x, y), (to_x, to_y) in pairwise(self._places)
            for share in shares
        ]

    def draw(self) -> None:
        """Paint all of it; nothing where there is no room."""
        if self._box.width() <= 0 or self._box.height() <= 0:
            return
        left, bottom, high = self._box.left() + self._inset, self._box.bottom(), self._box.height()
        self._places = [(left + self._in_sight * x, bottom - high * y) for x, y in places(self._plotted)]
        self._parts = min(_PARTS, max(1, _MOST_TRACED // len(self._places)))
        self._traced = self._trace()
        self._labelled: list[QRectF] = []
        self._draw_title()
        self._draw_zones()
        self._draw_heights()
        self._draw_dates()
        self._draw_lower_limit()
        self._draw_line()
        self._draw_nadir()

    def _width(self, text: str) -> float:
        return self._metrics.horizontalAdvance(text)

    def _x(self, day: date, at: time | None = None) -> float:
        """The middle of a day, or the time of day; the picture goes from the first day to the end of the last."""
        return self._box.left() + self._inset + self._in_sight * along(self._plotted, day, at)

    def _y(self, per_ul: Decimal) -> float:
        return self._box.bottom() - self._box.height() * self._axis.share(per_ul)

    def _zone_label(self, band: Band) -> str:
        return f"{SHAPES[band.key]} {zone_name(band)}"

    def _write(self, left: float, middle: float, text: str, colour: str) -> None:
        self._painter.setPen(QColor(colour))
        place = QRectF(left, middle - self._line / 2, self._width(text) + 2, self._line)
        self._painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _draw_title(self) -> None:
        short = say("Neutrophils, cells/µL")
        whole = f"{short} ({self._axis.name})"
        if self._plotted.day_one is not None:
            whole = say("{axis}; d: days since day one").format(axis=whole)
        shown = next((text for text in (whole, short) if self._width(text) < self._wide), "")
        self._write(4, self._line * 0.7, shown, self._theme.soft_ink)

    def _draw_zones(self) -> None:
        bands = self._plotted.scale.bands
        for band in bands:
            self._painter.fillRect(self._zone(band), QColor(self._theme.severity[band.key].ground))
        self._painter.setPen(QPen(QColor(self._theme.strong_line), 1))
        for band in bands[1:]:
            y = self._y(band.lower)
            self._painter.drawLine(QPointF(self._box.left(), y), QPointF(self._box.right(), y))
        self._painter.drawRect(self._box)
        # Names come last: one that is higher than its zone reaches into the next.
        for band, middle in zip(bands, self._label_middles(), strict=True):
            self._draw_zone_label(band, self._zone(band).center().y(), middle)

    def _draw_zone_label(self, band: Band, zone: float, middle: float) -> None:
        """Beside the picture, with a line to its zone; where there is no room, within the zone."""
        colour = self._theme.severity[band.key].text
        if self._labels_inside:
            text = self._zone_label(band)
            last = self._box.right() - self._width(text) - 6
            lefts = (last, self._box.left() + 6, (self._box.left() + last) / 2)
            ground = min((self._ground(QPointF(left, zone), text) for left in lefts), key=self._hidden)
            self._labelled.append(ground)
            self._write(ground.left() + 4, zone, text, colour)
            return
        left = self._box.right() + self._line * 0.9
        self._painter.setPen(QPen(QColor(colour), 1))
        self._painter.drawLine(QPointF(self._box.right(), zone), QPointF(left - self._line * 0.2, middle))
        self._write(left, middle, self._zone_label(band), colour)

    def _zone(self, band: Band) -> QRectF:
        top = self._box.top() if band.upper is None else self._y(band.upper)
        return QRectF(self._box.left(), top, self._box.width(), self._y(band.lower) - top)

    def _label_middles(self) -> list[float]:
        """Heights of the zones' labels: beside their zones, but pushed apart where zones are thinner than a line."""
        middles = [self._zone(band).center().y() for band in self._plotted.scale.bands]
        lowest = self._box.bottom() - self._line / 2
        for number, middle in enumerate(middles):
            middles[number] = min(middle, lowest)
            lowest = middles[number] - self._line
        return middles

    def _draw_heights(self) -> None:
        taken: list[float] = []
        for tick in heights(self._plotted):
            y = self._y(tick)
            if any(abs(y - other) < self._line * 0.85 for other in taken):
                continue
            taken.append(y)
            text = in_digits(tick)
            self._write(self._box.left() - self._line * 0.4 - self._width(text), y, text, self._theme.ink)
            self._painter.setPen(QPen(QColor(self._theme.ink), 1))
            self._painter.drawLine(QPointF(self._box.left() - self._line * 0.25, y), QPointF(self._box.left(), y))

    def _draw_dates(self) -> None:
        bottom = self._box.bottom()
        right = -math.inf
        room = self._width("2026-12-28") + self._line * 0.8
        for day in dates(self._plotted, self._in_sight / room):
            x = self._x(day)
            texts = [day.isoformat()]
            if self._plotted.day_one is not None:
                texts.append(since(day, self._plotted.day_one))
            half = max(self._width(text) for text in texts) / 2 + 1
            middle = min(max(x, half), self._right - half)  # no date is cut off at the side
            if middle - half < right + self._line * 0.5:
                continue
            right = middle + half
            self._painter.setPen(QPen(QColor(self._theme.ink), 1))
            self._painter.drawLine(QPointF(x, bottom), QPointF(x, bottom + self._line * 0.25))
            for row, text in enumerate(texts):
                self._write(
                    middle - self._width(text) / 2, bottom + self._line * (0.9 + 1.05 * row), text, self._theme.ink
                )

    def _draw_lower_limit(self) -> None:
        limit = self._plotted.lower_limit
        if limit is None:
            return
        y = self._y(limit)
        self._painter.setPen(QPen(QColor(self._theme.ink), max(1.5, self._line * 0.08), Qt.PenStyle.DashLine))
        self._painter.drawLine(QPointF(self._box.left(), y), QPointF(self._box.right(), y))
        text = say("Lower limit {count}").format(count=in_digits(limit))
        left, right = self._box.left() + self._line * 0.5, self._box.right() - self._line * 0.5 - self._width(text)
        heights = [y + self._line * lines for lines in (-0.7, 0.7, 1.9)]
        self._label(text, [QPointF(x, height) for height in heights for x in (left, right, (left + right) / 2)])

    def _draw_line(self) -> None:
        places = [QPointF(x, y) for x, y in self._places]
        self._painter.setPen(QPen(QColor(self._theme.ink), max(1.6, self._line * 0.11)))
        # One polyline of thousands of counts, crossing itself, takes Qt seconds; the dots cover where lines meet.
        self._painter.drawLines([QLineF(start, end) for start, end in pairwise(places)])
        dot = self._dot()
        middle = QPointF(dot.width(), dot.height()) / (2 * dot.devicePixelRatio())
        for place in places:
            self._painter.drawPixmap(place - middle, dot)

    def _dot(self) -> QPixmap:
        """A count; thousands of them are drawn much faster from one picture."""
        radius, rim = self._line * 0.27, max(1.0, self._line * 0.07)
        ratio = self._painter.device().devicePixelRatio()
        dot = QPixmap(QSize(1, 1) * 2 * math.ceil((radius + rim) * ratio))
        dot.setDevicePixelRatio(ratio)
        dot.fill(Qt.GlobalColor.transparent)
        painter = QPainter(dot)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.pane), rim))
        painter.setBrush(QColor(self._theme.ink))
        painter.drawEllipse(QRectF(dot.rect()).center() / ratio, radius, radius)
        painter.end()
        return dot

    def _draw_nadir(self) -> None:
        nadir = self._plotted.nadir
        if nadir is None:
            return
        points = self._plotted.series.points
        lowest = next(point for point in points if (point.day, point.per_ul) == (nadir.day, nadir.per_ul))
        place = QPointF(self._x(lowest.day, lowest.time), self._y(lowest.per_ul))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(QColor(self._theme.ink), max(1.6, self._line * 0.11)))
        self._painter.drawEllipse(place, self._line * 0.52, self._line * 0.52)
        text, line = say("Nadir {count}").format(count=in_digits(nadir.per_ul)), self._line
        centred, beside = place.x() - self._width(text) / 2, place.x() + line * 0.9
        before = place.x() - line * 0.9 - self._width(text)
        sides = ((beside, 0.0), (before, 0.0))
        ways = ((centred, 1.4), *sides, (centred, -1.4), (beside, 1.1), (before, 1.1), (centred, -2.6))
        corners = ((beside, -0.8), (before, -0.8))  # for a count of about 0 on the first or the last day
        self._label(text, [QPointF(left, place.y() + lines * line) for left, lines in ways + corners])

    def _label(self, text: str, places: Sequence[QPointF]) -> None:
        """Words on a ground of their own, at that of the places (left end, middle) where they hide least."""
        grounds = [self._ground(place, text) for place in places]
        ground = min(grounds, key=self._hidden)
        self._painter.setPen(QPen(QColor(self._theme.strong_line), 1))
        self._painter.setBrush(QColor(self._theme.pane))
        self._painter.drawRoundedRect(ground, 3, 3)
        self._write(ground.left() + 4, ground.center().y(), text, self._theme.ink)

    def _ground(self, place: QPointF, text: str) -> QRectF:
        return QRectF(place.x() - 4, place.y() - self._line * 0.55, self._width(text) + 8, self._line * 1.1)

    def _hidden(self, ground: QRectF) -> int:
        """How much of the line and of other labels it would hide; worst of all where it sticks out of the picture."""
        if not self._box.contains(ground):
            return 2 * (self._parts * len(self._places) + len(self._traced))
        left, top, right, bottom = ground.left(), ground.top(), ground.right(), ground.bottom()
        counts, between = (
            sum(left <= x <= right and top <= y <= bottom for x, y in places) for places in (self._places, self._traced)
        )
        labels = sum(ground.intersects(other) for other in self._labelled)
        return between + self._parts * (counts + _LABEL_IN_COUNTS * labels)
