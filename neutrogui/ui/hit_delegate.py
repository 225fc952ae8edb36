"""Paints what a search found: a title and the line that matched, with the words that answer marked.

What only a hit is painted with is imported when one is: the tree of the start has none, and `QStyle` is dear.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from neutrogui.ui.accessible import hyphenated
from neutrogui.ui.guard import guarded, nothing
from neutrogui.ui.outline_model import ENTRY_ID, Index
from neutrogui.ui.style import SMALL, Style, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat, QTextLayout

HIT = Qt.ItemDataRole.UserRole + 2

_MARGIN = 4
_MOST_KEPT = 200
"""Rows whose layout is kept."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: plain, marked because it answers, or strong."""

    text: str
    marked: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class HitText:
    """What stands on a hit's row: its title, and below it in small type why it is there."""

    title: tuple[Piece, ...]
    line: tuple[Piece, ...] = ()


@dataclass(slots=True)
class _Laid:
    """Text laid out for one width: its paragraphs from above, and their height with the margins."""

    paragraphs: "list[QTextLayout]" = field(default_factory=list)
    height: float = 2.0 * _MARGIN


class HitDelegate(QStyledItemDelegate):
    """Paints rows that hold a `HitText`; other rows as usual, in as many lines as they need."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style
        self._kept: dict[tuple[HitText, int, bool], _Laid] = {}
        self.restyle()

    def restyle(self) -> None:
        """Take the colours and the text size now in force."""
        self._kept.clear()
        self._font, self._bold = self._style.font(), self._style.font(bold=True)
        self._small = self._style.font(SMALL)
        self._look = {selected: _look(self._style.theme, selected) for selected in (False, True)}

    @guarded(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit = index.data(HIT)
        if hit is None:
            super().paint(painter, option, index)
            return
        from PySide6.QtWidgets import QStyle

        view = QStyleOptionViewItem(option)
        self.initStyleOption(view, index)
        view.text = ""
        selected = bool(view.state & QStyle.StateFlag.State_Selected)
        QApplication.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, view, painter, view.widget)
        painter.save()
        painter.setClipRect(view.rect)
        for paragraph in self._laid(hit, view.rect.width(), selected).paragraphs:
            paragraph.draw(painter, QPointF(view.rect.topLeft()))
        painter.restore()

    @guarded(QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hit = index.data(HIT)
        width = self._width(option.widget, index)
        if hit is not None:
            return QSize(width, round(self._laid(hit, width, selected=False).height))
        metrics = QFontMetrics(self._font if index.data(ENTRY_ID) else self._bold)
        room = QRect(0, 0, width - 2 * _MARGIN, 10_000)
        text = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, hyphenated(index.data(), room.width(), metrics))
        return QSize(width, text.height() + round(metrics.height() * 0.55))

    @guarded(nothing)
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        metrics = QFontMetrics(self._font if index.data(ENTRY_ID) else self._bold)
        option.text = hyphenated(option.text, self._width(option.widget, index) - 2 * _MARGIN, metrics)

    def _width(self, view: QWidget, index: Index) -> int:
        """The width that a row has at its depth."""
        if not isinstance(view, QTreeView):
            return 300
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        return max(view.viewport().width() - view.indentation() * depth, 120)

    def _laid(self, hit: HitText, width: int, selected: bool) -> _Laid:
        """Rows are measured and then painted, more than once: the last ones laid out are kept."""
        key = (hit, width, selected)
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = self._lay_out(hit, width, selected)
        return self._kept[key]

    def _lay_out(self, hit: HitText, width: int, selected: bool) -> _Laid:
        from PySide6.QtGui import QTextLayout, QTextOption

        ink, soft, mark_it = self._look[selected]
        wrap = QTextOption()
        wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            # The reference is English, but its rows stand at the side of the tree.
            wrap.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        laid = _Laid()
        top = float(_MARGIN)
        for pieces, font, colour in ((hit.title, self._font, ink), (hit.line, self._small, soft)):
            if not pieces:
                continue
            paragraph = QTextLayout("".join(piece.text for piece in pieces), font)
            paragraph.setTextOption(wrap)
            paragraph.setFormats(_formats(pieces, colour, mark_it))
            paragraph.beginLayout()
            while (line := paragraph.createLine()).isValid():
                line.setLineWidth(width - 2 * _MARGIN)
                line.setPosition(QPointF(_MARGIN, top))
                top += line.height()
            paragraph.endLayout()
            laid.paragraphs.append(paragraph)
        laid.height = top + _MARGIN
        return laid


_Mark = Callable[["QTextCharFormat"], None]


def _look(theme: Theme, selected: bool) -> tuple[QBrush, QBrush, _Mark]:
    """The colours of title and line, and how a word that answers is marked."""
    if selected:
        ink = QBrush(QColor(theme.selection.text))

        def underline(text: "QTextCharFormat") -> None:
            # No bold type, which is wider: the row was measured without.
            text.setFontUnderline(True)

        return ink, ink, underline

    ground, ink_on_it = QBrush(QColor(theme.match.ground)), QBrush(QColor(theme.match.text))

    def shade(text: "QTextCharFormat") -> None:
        text.setBackground(ground)
        text.setForeground(ink_on_it)

    return QBrush(QColor(theme.ink)), QBrush(QColor(theme.soft_ink)), shade


def _formats(pieces: tuple[Piece, ...], colour: QBrush, mark_it: _Mark) -> "list[QTextLayout.FormatRange]":
    from PySide6.QtGui import QTextLayout

    ranges = []
    start = 0
    for piece in pieces:
        part = QTextLayout.FormatRange()
        # Places in a text are counted in UTF-16 units: a character outside the basic plane counts twice.
        part.start, part.length = start, len(piece.text.encode("utf-16-le")) // 2
        start += part.length
        part.format.setForeground(colour)
        if piece.marked:
            mark_it(part.format)
        if piece.strong:
            part.format.setFontWeight(QFont.Weight.Bold)
        ranges.append(part)
    return ranges
