"""Where a count lies on a severity scale, as a picture; the same is said in words beside it and to a screen reader."""

from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from neutrogui.domain.calculator import Band, Grade, Scale
from neutrogui.domain.language import grouped, mark, say
from neutrogui.domain.number import plain
from neutrogui.ui.guard import guarded, nothing
from neutrogui.ui.style import SMALL, Style

_OPEN_END = Decimal("4") / Decimal("3")
"""The axis ends at this multiple of the scale's highest bound; beyond it an arrow says that it goes on."""


_NAMES = {
    "none": mark("none"),
    "mild": mark("mild"),
    "moderate": mark("moderate"),
    "severe": mark("severe"),
    "profound": mark("profound"),
}
"""The bands' keys as words for people."""


class SeverityBar(QWidget):
    """Bands in their true proportions from 0, with a marker at the count."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._grade: Grade | None = None
        self._per_ul = Decimal(0)
        self._interval: tuple[Decimal, Decimal] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # A number axis goes from left to right in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(say("Severity scale"))

    def show_count(self, per_ul: Decimal, grade: Grade, interval: tuple[Decimal, Decimal] | None = None) -> None:
        """Mark a count, in cells/µL, on the scale of its grade; its interval, if it has one, as a bracket."""
        self._per_ul, self._grade, self._interval = per_ul, grade, interval
        bounds = "; ".join(f"{_name(band)} {band.range_text}" for band in grade.scale.bands)
        parts = [say("The count lies in: {level}.").format(level=say(grade.band.label))]
        if interval:
            parts.append(
                say("Its interval goes from {interval}.").format(interval=interval_text(interval, grade.scale))
            )
        parts.append(say("The scale: {bounds}.").format(bounds=bounds))
        self.setAccessibleDescription(" ".join(parts))
        self.updateGeometry()
        self.update()

    def _unit(self) -> int:
        return self.fontMetrics().height()

    @guarded(lambda: QSize(200, 60))
    def sizeHint(self) -> QSize:
        return QSize(self._unit() * 16, round(self._unit() * 3.0))

    @guarded(lambda: QSize(120, 60))
    def minimumSizeHint(self) -> QSize:
        return QSize(self._unit() * 10, round(self._unit() * 3.0))

    @guarded(nothing)
    def paintEvent(self, _: QPaintEvent) -> None:
        if self._grade is None:
            return
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._style.font(SMALL * 0.92))
        unit = self._unit()
        bar = QRectF(1, unit * 0.75, self.width() - 2, unit * 0.95)
        scale = self._grade.scale
        labels_end = -float(self.width())
        for band in scale.bands:
            box = self._box(band, scale, bar)
            pair = self._style.theme.severity[band.key]
            painter.fillRect(box, QColor(pair.ground))
            if band.lower:
                # Neighbours differ too little in their colours, and in high contrast not at all.
                painter.setPen(QPen(QColor(self._style.theme.strong_line), 1))
                painter.drawLine(box.topLeft(), box.bottomLeft())
            if band is self._grade.band:
                painter.setPen(QPen(QColor(pair.text), 2))
                painter.drawRect(box.adjusted(1, 1, -1, -1))
            labels_end = self._draw_bound(painter, band, box, bar, labels_end)
        if self._interval is not None:
            self._draw_bracket(painter, self._interval, scale, bar)
        self._draw_marker(painter, scale, bar)
        for band in scale.bands:
            self._draw_name(painter, band, self._box(band, scale, bar))
        painter.end()

    def _x(self, per_ul: Decimal, scale: Scale, bar: QRectF) -> float:
        end = _axis_end(scale)
        return bar.left() + bar.width() * float(min(per_ul, end) / end)

    def _box(self, band: Band, scale: Scale, bar: QRectF) -> QRectF:
        left = self._x(band.lower, scale, bar)
        right = bar.right() if band.upper is None else self._x(band.upper, scale, bar)
        return QRectF(left, bar.top(), right - left, bar.height())

    def _draw_name(self, painter: QPainter, band: Band, box: QRectF) -> None:
        name = _name(band)
        if painter.fontMetrics().horizontalAdvance(name) + 6 <= box.width():
            painter.setPen(QColor(self._style.theme.severity[band.key].text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _draw_bound(self, painter: QPainter, band: Band, box: QRectF, bar: QRectF, labels_end: float) -> float:
        if not band.lower:
            return labels_end
        text = grouped(band.lower)
        width = painter.fontMetrics().horizontalAdvance(text)
        left = max(box.left() - width / 2, bar.left())
        if left < labels_end + 4:
            return labels_end
        painter.setPen(QColor(self._style.theme.soft_ink))
        painter.drawLine(QPointF(box.left(), bar.bottom()), QPointF(box.left(), bar.bottom() + 3))
        place = QRectF(left, bar.bottom() + 3, width + 2, painter.fontMetrics().height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, text)
        return left + width

    def _draw_bracket(self, painter: QPainter, interval: tuple[Decimal, Decimal], scale: Scale, bar: QRectF) -> None:
        y = round(bar.top() - self._unit() * 0.42)
        left, right = (self._x(end, scale, bar) for end in interval)
        painter.setPen(QPen(QColor(self._style.theme.ink), 2))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        for x, end in ((left, interval[0]), (right, interval[1])):
            if end <= _axis_end(scale):
                painter.drawLine(QPointF(x, y), QPointF(x, bar.top() - 1))

    def _draw_marker(self, painter: QPainter, scale: Scale, bar: QRectF) -> None:
        x = self._x(self._per_ul, scale, bar)
        size = self._unit() * 0.42
        ink = QColor(self._style.theme.ink)
        painter.setPen(QPen(ink, 2))
        painter.drawLine(QPointF(x, bar.top() - 2), QPointF(x, bar.bottom() + 1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        if self._per_ul > _axis_end(scale):
            tip = QPointF(bar.right(), bar.top() - size * 0.8)
            corners = [tip, tip + QPointF(-size * 1.3, -size * 0.8), tip + QPointF(-size * 1.3, size * 0.8)]
        else:
            tip = QPointF(x, bar.top())
            corners = [tip, tip + QPointF(-size, -size * 1.4), tip + QPointF(size, -size * 1.4)]
        painter.drawPolygon(QPolygonF(corners))


def interval_text(interval: tuple[Decimal, Decimal], scale: Scale) -> str:
    """An interval in cells/µL, rounded outward as the scale allows: never narrower than it is."""
    lower, upper = (Decimal(plain(end)) for end in scale.rounded_outward(interval))
    return say("{lower} to {upper} /µL").format(lower=grouped(lower), upper=grouped(upper))


def _axis_end(scale: Scale) -> Decimal:
    return scale.bands[-1].lower * _OPEN_END


def _name(band: Band) -> str:
    return say(_NAMES.get(band.key, band.key))
