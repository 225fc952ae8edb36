"""What entries and guides are built from: real widgets, so that a screen reader finds headings, lists and tables."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem, QWidget

from neutrogui.domain.entry import Block, Citation, Disagreement, Inline, Items, Line, Paragraph, Table, plain
from neutrogui.domain.language import say
from neutrogui.ui.accessible import Heading, ItemList, ListItem, Text
from neutrogui.ui.field_editor import LARGE_TEXT
from neutrogui.ui.guard import guarded, nothing
from neutrogui.ui.style import SMALL, Style


def rich(line: Line, link_colour: str) -> str:
    """A line as the small HTML of a label: everything that came from the content is escaped."""
    return "".join(_rich_part(part, link_colour) for part in line)


def _rich_part(part: Inline, link_colour: str) -> str:
    if isinstance(part, Citation):
        return f"<sup>{','.join(map(str, part.numbers))}</sup>"
    text = escape(part.text)
    if part.link:
        text = f'<a href="{escape(part.link)}" style="color:{link_colour}">{text}</a>'
    if part.strong:
        text = f"<b>{text}</b>"
    if part.emphasis:
        text = f"<i>{text}</i>"
    return text


NARROWEST = 270
"""Pixels that a heading has room for in the narrowest pane, 320 wide, between its margins and beside a scroll bar."""


class Blocks:
    """Makes the widgets in the theme and text size now in force. `follow` is called with what a link leads to."""

    def __init__(self, style: Style, follow: Callable[[str], None]) -> None:
        self._style = style
        self._follow = follow

    @property
    def large(self) -> bool:
        """Whether text is so large that two things have no room beside each other."""
        return self._style.zoom >= LARGE_TEXT

    def heading(self, text: str, factor: float) -> Heading:
        """A heading, `factor` times as large as text."""
        heading = Heading(text)
        if self.large:
            # What is large already need not grow as much as the rest.
            factor = 1 + (factor - 1) * 0.5
        heading.setFont(self._style.font(factor, bold=True))
        heading.break_words(NARROWEST)
        return heading

    def soft(self, text: str) -> Text:
        """Small text in a quiet colour."""
        label = Text(text)
        label.setProperty("soft", True)
        label.setFont(self._style.font(SMALL))
        return label

    def text(self, line: Line, kind: type[Text] = Text) -> Text:
        """A line with its styles and links."""
        label = kind()
        label.set_rich(rich(line, self._style.theme.accent.text), plain(line, citations=True))
        label.linkActivated.connect(self._follow)
        return label

    def block(self, block: Block) -> QWidget:
        """The widget of a paragraph, a list or a table."""
        match block:
            case Paragraph(line):
                return self.text(line)
            case Disagreement(line):
                label = self.text(line)
                label.setProperty("disagreement", True)
                return label
            case Items(lines, ordered):
                return self._items(lines, ordered)
            case Table():
                return EntryTable(block)

    def _items(self, lines: tuple[Line, ...], ordered: bool) -> QWidget:
        items = ItemList()
        grid = QGridLayout(items)
        grid.setContentsMargins(8, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, line in enumerate(lines):
            sign = Text(f"{row + 1}." if ordered else "•")
            sign.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            sign.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            grid.addWidget(sign, row, 0)
            grid.addWidget(self.text(line, ListItem), row, 1)
        return items


class EntryTable(QTableWidget):
    """A table as high as its rows, which wrap to the width there is."""

    def __init__(self, table: Table) -> None:
        super().__init__(len(table.rows), len(table.header))
        self.setHorizontalHeaderLabels([plain(cell) for cell in table.header])
        self.setAccessibleName(say("Table: {columns}").format(columns=", ".join(map(plain, table.header))))
        for number, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                item = QTableWidgetItem(plain(cell, citations=True))
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.setItem(number, column, item)
        self.verticalHeader().hide()
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.setTabKeyNavigation(False)
        # The columns take their share of a new width after the table was told of it: rows wrap by the columns.
        self.horizontalHeader().sectionResized.connect(self._fit)

    @guarded(nothing)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self, *_: int) -> None:
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        heights = (self.horizontalHeader().sizeHint().height(), rows, 2 * self.frameWidth() + 2, self._room_below())
        self.setFixedHeight(sum(heights))

    def _room_below(self) -> int:
        """Pixels that the rows must leave free beneath them."""
        return 0
