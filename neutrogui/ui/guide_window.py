"""The guides, page by page, in a window of their own beside the program: no browser and no network is needed."""

import re
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase, QFontMetrics, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QTableWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from neutrogui.domain.entry import Table, plain
from neutrogui.domain.guide import Code, GuideBlock, Page, Picture, Title, read_pages
from neutrogui.domain.language import mark, say
from neutrogui.ui.accessible import Text
from neutrogui.ui.blocks import Blocks, EntryTable
from neutrogui.ui.guard import guarded, nothing
from neutrogui.ui.style import SMALL, TITLE, Style

GUIDE = "guide.md"
"""For those who use the program."""

ADMINISTRATION = "deploying.md"
"""For those who install it and set it up."""

GUIDES = (GUIDE, ADMINISTRATION, "handouts.md", "translating.md", "content-packs.md", "safety.md")
"""All that the window shows, in its order; each file begins with its name."""

_SHARES = (21, 59)
"""Of the width, for the contents and for the page, in every size of the window."""

_PIECES = re.compile(r"\s+|(?<=/)(?=[A-Za-z])")
"""Where Qt may begin a new line in a cell."""

_MISSING = mark("The guides can’t be read. NeutroGUI has to be installed again.")


class GuideWindow(QDialog):
    """The contents at the left, one page at the right. A link leads to another page of any guide."""

    def __init__(self, folder: Path, style: Style) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(say("Guides"))
        self._folder = folder
        self._style = style
        self._blocks = Blocks(style, self._follow)
        self._pages: list[tuple[str, Page]] = []
        self.contents = QTreeWidget()
        self.contents.setHeaderHidden(True)
        self.contents.setAccessibleName(say("Contents"))
        # Names too long for the pane are scrolled to; nothing is cut.
        self.contents.header().setStretchLastSection(False)
        self.contents.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.contents.currentItemChanged.connect(self._show_current)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(say("Page"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        left = QWidget()
        column = QVBoxLayout(left)
        column.addWidget(self.contents, 1)
        column.addWidget(buttons, 0, Qt.AlignmentFlag.AlignLeft)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        sides.addWidget(left)
        sides.addWidget(self.area)
        for side, share in enumerate(_SHARES):
            sides.setStretchFactor(side, share)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(sides)
        self._read()
        unit = self.fontMetrics().height()
        self.resize(unit * sum(_SHARES), unit * 48)
        sides.setSizes([unit * share for share in _SHARES])

    def show_page(self, file: str, anchor: str = "") -> None:
        """Show the page of the guide `file` that holds `anchor`, or its first one."""
        for number, (of, page) in enumerate(self._pages):
            if of == file and (not anchor or page.holds(anchor)):
                self.contents.setCurrentItem(self._items[number])
                return

    def take_over(self, other: "GuideWindow") -> None:
        """Show the page that another window shows, in its place on the screen."""
        at = other._current()
        if at is not None:
            self.contents.setCurrentItem(self._items[at])
        self.setGeometry(other.geometry())

    def restyle(self) -> None:
        """Build the page anew in the theme and text size now in force."""
        self._show_current()

    def _read(self) -> None:
        self._items: list[QTreeWidgetItem] = []
        for file in GUIDES:
            try:
                text = (self._folder / file).read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                continue
            top: QTreeWidgetItem | None = None
            for page in read_pages(text, GUIDES):
                item = QTreeWidgetItem([page.title.text])
                if top is None:
                    top = item
                    self.contents.addTopLevelItem(top)
                else:
                    top.addChild(item)
                self._pages.append((file, page))
                self._items.append(item)
        if not self._pages:
            self.area.setWidget(self._laid_out([Text(say(_MISSING))]))
        self.contents.expandAll()

    def _follow(self, target: str) -> None:
        file, _, anchor = target.partition("#")
        at = self._current()
        if at is not None:
            self.show_page(file or self._pages[at][0], anchor)
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _current(self) -> int | None:
        """The page that is shown, or None before the first."""
        item = self.contents.currentItem()
        return None if item is None else self._items.index(item)

    def _show_current(self) -> None:
        at = self._current()
        if at is None:
            return
        page = self._pages[at][1]
        self.area.setWidget(
            self._laid_out([self._blocks.heading(page.title.text, TITLE), *map(self._widget, page.blocks)])
        )
        self.area.verticalScrollBar().setValue(0)

    def _laid_out(self, widgets: list[QWidget]) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 24)
        column.setSpacing(10)
        for widget in widgets:
            if isinstance(widget, EntryTable) or widget.property("code"):
                column.addWidget(widget)
                continue
            # Only in a row of its own is a text asked how high it is at its own width, not at the page's.
            row = QHBoxLayout()
            widget.setMaximumWidth(min(widget.maximumWidth(), self._measure()))
            row.addWidget(widget, 1000)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(1)
        return page

    def _measure(self) -> int:
        """Pixels of a line that is easy to follow."""
        return QFontMetrics(self._style.font()).averageCharWidth() * 76

    def _widget(self, block: GuideBlock) -> QWidget:
        match block:
            case Title():
                return self._blocks.heading(block.text, 1.08)
            case Code():
                return self._code(block.text)
            case Picture():
                return self._picture(block)
            case Table():
                return _WideTable(block)
            case _:
                return self._blocks.block(block)

    def _code(self, text: str) -> Text:
        label = Text(text)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self._style.font(SMALL).pointSizeF())
        label.setFont(font)
        label.setProperty("code", True)
        return label

    def _picture(self, picture: Picture) -> QWidget:
        pixels = QPixmap(str(self._folder / picture.file))
        if pixels.isNull():
            return Text(picture.words)
        if pixels.width() > self._measure():
            pixels = pixels.scaledToWidth(self._measure(), Qt.TransformationMode.SmoothTransformation)
        return _Picture(pixels, picture.words)


class _Picture(QLabel):
    """A picture in its own size, or as much smaller as there is room."""

    def __init__(self, pixels: QPixmap, words: str) -> None:
        super().__init__()
        self.setPixmap(pixels)
        self.setScaledContents(True)
        self.setMaximumWidth(pixels.width())
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    @guarded(lambda: -1)
    def heightForWidth(self, width: int) -> int:
        pixels = self.pixmap().size()
        return min(width, pixels.width()) * pixels.height() // pixels.width()


class _WideTable(EntryTable):
    """A table whose columns have room for header and longest word. They share what is left by length of text.

    Where they have no room side by side the table is scrolled, not the page: its sentences stay in sight.
    """

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.ensurePolished()
        font = self.font()
        font.setBold(True)
        bold = QFontMetrics(font)
        room = 3 * bold.averageCharWidth()
        columns = [[plain(cell) for cell in column] for column in zip(table.header, *table.rows, strict=True)]
        # A header has one line.
        unbroken = ([head, *(piece for text in cells for piece in _PIECES.split(text))] for head, *cells in columns)
        self._least = [max(map(bold.horizontalAdvance, pieces)) + room for pieces in unbroken]
        self._share = [max(1, *map(len, column)) for column in columns]
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)

    def _room_below(self) -> int:
        too_wide = sum(self._least) > self.viewport().width()
        return self.horizontalScrollBar().sizeHint().height() if too_wide else 0

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = max(0, self.viewport().width() - sum(self._least))
        for column, (least, share) in enumerate(zip(self._least, self._share, strict=True)):
            self.horizontalHeader().resizeSection(column, least + spare * share // sum(self._share))
        self._fit()
