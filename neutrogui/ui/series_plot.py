"""Counts over time as a picture: severity as labelled zones, dates below. The same is said to a screen reader in words.

What a count means is not decided here: the zones are the bands of the scale that is handed over.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from neutrogui.domain.calculator import Band, Scale
from neutrogui.domain.number import plain
from neutrogui.domain.series import DayCount, Series
from neutrogui.ui.guard import guarded, nothing
from neutrogui.ui.style import SHAPES, SMALL, Style

LOWEST_TOP = Decimal(2000)
"""Cells/µL up to which the axis always goes, so that the same count lies at the same height in most series."""

ROOT_UP_TO = Decimal(10_000)
"""Cells/µL up to which the axis is a square root; beyond it a logarithm keeps 100, 500, 1,000 and 1,500 apart."""

ROOM_FOR_LABELS = 24
"""Lines of text that a picture has to be wide for the names of its zones to stand beside it."""

_PARTS = 24
"""Places on the line from one count to the next; a count itself weighs as much as all of them."""

_A_LABEL = 3 * _PARTS
"""How much a label weighs beside that: as much as three counts."""

_ROUND = tuple(Decimal(first).scaleb(power) for power in range(3, 7) for first in (2, 5, 10))
_STEPS = (1, 2, 7, 14, 28, 56, 91, 182, 364, 728, 1820, 3640, 7280, 36400)
"""Days between two dates on the axis: the first of them at which the labels don't touch."""


@dataclass(frozen=True, slots=True)
class Plotted:
    """What is drawn: a series, the scale whose bands are the zones, and what is marked.

    Where there is a `day_one`, such as the first of a chemotherapy, days since it stand below the dates: 0 on that day
    itself. `lower_limit` is the laboratory's, in cells/µL.
    """

    series: Series
    scale: Scale
    nadir: DayCount | None = None
    day_one: date | None = None
    lower_limit: Decimal | None = None


@dataclass(frozen=True, slots=True)
class HeightAxis:
    """Where a count lies between the bottom (0) and the top of the picture."""

    top: Decimal

    @property
    def name(self) -> str:
        """How heights grow with counts, in words."""
        return "square-root scale" if self.top <= ROOT_UP_TO else "logarithmic scale"

    def share(self, per_ul: Decimal) -> float:
        """The height as a share of the whole, from 0 to 1."""
        return self._grown(per_ul) / self._grown(self.top)

    def _grown(self, per_ul: Decimal) -> float:
        return math.sqrt(per_ul) if self.top <= ROOT_UP_TO else math.log1p(float(per_ul) / 100)


def height_axis(plotted: Plotted) -> HeightAxis:
    """The axis on which every count, the lower limit and every bound of the scale has its place."""
    most = max((*(point.per_ul for point in plotted.series.points), plotted.lower_limit or Decimal(0)))
    return HeightAxis(max(LOWEST_TOP, most * Decimal("1.1")))


class SeriesPlot(QWidget):
    """Draws what `show_series` is given; empty before that and after `clear`."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._plotted: Plotted | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Plot of the counts")
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
        self.setAccessibleDescription("There are no counts to draw yet.")
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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._style.font(SMALL))
        _Drawing(painter, self._plotted, self._style, QRectF(self.rect())).draw()
        painter.end()


def described(plotted: Plotted) -> str:
    """The picture in words, with the same numbers."""
    points = plotted.series.points
    number = "1 count" if len(points) == 1 else f"{len(points)} counts"
    axis = height_axis(plotted)
    parts = [f"{number} from {points[0].day} to {points[-1].day}, in cells per microlitre, {axis.name}."]
    for point in points:
        zone = zone_name(plotted.scale.grade(point.per_ul).band).lower()
        parts.append(f"{_when(point.day, plotted, point.time)}: {_number(point.per_ul)}, {zone}.")
    if plotted.nadir is not None:
        parts.append(f"Nadir: {_number(plotted.nadir.per_ul)} on {_when(plotted.nadir.day, plotted)}.")
    if plotted.lower_limit is not None:
        parts.append(f"The laboratory’s lower limit: {_number(plotted.lower_limit)}.")
    return " ".join(parts)


def zone_name(band: Band) -> str:
    """A band's name where there is room for a word or two."""
    return "No neutropenia" if band.upper is None else band.key.capitalize()


def _when(day: date, plotted: Plotted, at: time | None = None) -> str:
    moment = day.isoformat() if at is None else f"{day} {at:%H:%M}"
    return moment if plotted.day_one is None else f"{moment} ({since(day, plotted.day_one)} since day one)"


def since(day: date, day_one: date) -> str:
    """How many days a day is from day one: 0 on that day itself.

    >>> since(date(2026, 11, 8), date(2026, 11, 1))
    '+7 d'
    """
    return f"{(day - day_one).days:+,} d".replace("+0", "0").replace("-", "−")


def _number(per_ul: Decimal) -> str:
    """A count as it is, thousands divided."""
    whole, mark, fraction = plain(per_ul).partition(".")
    return f"{int(whole):,}{mark}{fraction}"


class _Drawing:
    """One painting of one series: places first, then everything from the ground up."""

    def __init__(self, painter: QPainter, plotted: Plotted, style: Style, area: QRectF) -> None:
        self._painter = painter
        self._plotted = plotted
        self._theme = style.theme
        self._metrics = QFontMetricsF(painter.font())
        self._line = self._metrics.height()
        self._axis = height_axis(plotted)
        left = max(self._width(_number(tick)) for tick in self._heights()) + self._line * 0.6
        self._labels_inside = area.width() < self._line * ROOM_FOR_LABELS
        labels = max(self._width(self._zone_label(band)) for band in plotted.scale.bands)
        right = self._line * 0.6 if self._labels_inside else labels + self._line * 1.1
        below = self._line * (1.6 if plotted.day_one is None else 2.7)
        self._wide = area.width() - 8
        self._right = area.right()
        self._box = QRectF(area).adjusted(left, self._line * 1.5, -right, -below)
        self._first, self._last = (plotted.series.points[at].day.toordinal() for at in (0, -1))

    def _trace(self) -> list[QPointF]:
        """Places all along the line of counts."""
        places = self._places()
        between = [
            start + (end - start) * (part / _PARTS) for start, end in pairwise(places) for part in range(1, _PARTS)
        ]
        return places * _PARTS + between

    def draw(self) -> None:
        """Paint all of it; nothing where there is no room."""
        if self._box.width() <= 0 or self._box.height() <= 0:
            return
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
        passed = 0.5 if at is None else (at.hour * 60 + at.minute) / 1440
        days = day.toordinal() - self._first + passed
        return self._box.left() + self._inset + self._in_sight * days / (self._last - self._first + 1)

    @property
    def _inset(self) -> float:
        return self._line * 0.5

    @property
    def _in_sight(self) -> float:
        return self._box.width() - 2 * self._inset

    def _y(self, per_ul: Decimal) -> float:
        return self._box.bottom() - self._box.height() * self._axis.share(per_ul)

    def _places(self) -> list[QPointF]:
        points = self._plotted.series.points
        return [QPointF(self._x(point.day, point.time), self._y(point.per_ul)) for point in points]

    def _heights(self) -> Sequence[Decimal]:
        """The counts that are written at the axis, those that matter most first."""
        bounds = [band.lower for band in self._plotted.scale.bands]
        return [*bounds, *(tick for tick in _ROUND if bounds[-1] < tick <= self._axis.top)]

    def _zone_label(self, band: Band) -> str:
        return f"{SHAPES[band.key]} {zone_name(band)}"

    def _write(self, left: float, middle: float, text: str, colour: str) -> None:
        self._painter.setPen(QColor(colour))
        place = QRectF(left, middle - self._line / 2, self._width(text) + 2, self._line)
        self._painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _draw_title(self) -> None:
        whole = f"Neutrophils, cells/µL ({self._axis.name})"
        if self._plotted.day_one is not None:
            whole += "; d: days since day one"
        shown = next((text for text in (whole, "Neutrophils, cells/µL") if self._width(text) < self._wide), "")
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
        for tick in self._heights():
            y = self._y(tick)
            if any(abs(y - other) < self._line * 0.85 for other in taken):
                continue
            taken.append(y)
            text = _number(tick)
            self._write(self._box.left() - self._line * 0.4 - self._width(text), y, text, self._theme.ink)
            self._painter.setPen(QPen(QColor(self._theme.ink), 1))
            self._painter.drawLine(QPointF(self._box.left() - self._line * 0.25, y), QPointF(self._box.left(), y))

    def _draw_dates(self) -> None:
        bottom = self._box.bottom()
        right = -math.inf
        for day in self._dates():
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

    def _dates(self) -> Sequence[date]:
        room = self._width("2026-12-28") + self._line * 0.8
        days = self._last - self._first + 1
        step = next((step for step in _STEPS if self._in_sight * step / days >= room), _STEPS[-1])
        start = self._first
        if self._plotted.day_one is not None:
            start += (self._plotted.day_one.toordinal() - start) % step
        return [date.fromordinal(day) for day in range(start, self._last + 1, step) or (self._last,)]

    def _draw_lower_limit(self) -> None:
        limit = self._plotted.lower_limit
        if limit is None:
            return
        y = self._y(limit)
        self._painter.setPen(QPen(QColor(self._theme.ink), max(1.5, self._line * 0.08), Qt.PenStyle.DashLine))
        self._painter.drawLine(QPointF(self._box.left(), y), QPointF(self._box.right(), y))
        text = f"Lower limit {_number(limit)}"
        left, right = self._box.left() + self._line * 0.5, self._box.right() - self._line * 0.5 - self._width(text)
        heights = [y + self._line * lines for lines in (-0.7, 0.7, 1.9)]
        self._label(text, [QPointF(x, height) for height in heights for x in (left, right, (left + right) / 2)])

    def _draw_line(self) -> None:
        places = self._places()
        ink = QColor(self._theme.ink)
        self._painter.setPen(QPen(ink, max(1.6, self._line * 0.11)))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolyline(QPolygonF(places))
        self._painter.setPen(QPen(QColor(self._theme.pane), max(1.0, self._line * 0.07)))
        self._painter.setBrush(ink)
        for place in places:
            self._painter.drawEllipse(place, self._line * 0.27, self._line * 0.27)

    def _draw_nadir(self) -> None:
        nadir = self._plotted.nadir
        if nadir is None:
            return
        lowest = next(point for point in self._plotted.series.points if DayCount(point.day, point.per_ul) == nadir)
        place = QPointF(self._x(lowest.day, lowest.time), self._y(lowest.per_ul))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(QColor(self._theme.ink), max(1.6, self._line * 0.11)))
        self._painter.drawEllipse(place, self._line * 0.52, self._line * 0.52)
        text, line = f"Nadir {_number(nadir.per_ul)}", self._line
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
            return len(self._traced) * 2
        overlaps = sum(ground.intersects(other) for other in self._labelled)
        return sum(ground.contains(place) for place in self._traced) + overlaps * _A_LABEL
