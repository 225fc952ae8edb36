"""One entry, built from real widgets, so that a screen reader finds its headings, lists, tables and links."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from neutrogui.domain.entry import (
    NOT_REVIEWED,
    Entry,
    plain,
)
from neutrogui.domain.facet import FACETS
from neutrogui.domain.language import say
from neutrogui.ui.accessible import ItemList, LinkText, ListItem, Phrase, Text
from neutrogui.ui.blocks import Blocks
from neutrogui.ui.flow import FlowLayout
from neutrogui.ui.guard import guarded
from neutrogui.ui.style import LEAD, SMALL, TITLE, Style

_SHOWN_TAGS = frozenset(answer for facet in FACETS if facet.shown for answer in facet.answers)

MEASURE = 66
"""Characters a line, about; longer lines are harder to follow."""


class ReaderPane(QWidget):
    """The middle pane. Emits `link_activated` with an entry's id."""

    link_activated = Signal(str)
    back_requested = Signal()
    forward_requested = Signal()
    print_requested = Signal()
    copy_requested = Signal()
    favourite_toggled = Signal()
    address_requested = Signal(str)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._blocks = Blocks(style, self.link_activated.emit)
        self._entry: Entry | None = None
        self.back = _tool("◀", say("Back"), QKeySequence("Alt+Left"))
        self.forward = _tool("▶", say("Forward"), QKeySequence("Alt+Right"))
        self.favourite = QPushButton("☆")
        self.favourite.setCheckable(True)
        self.favourite.clicked.connect(self.favourite_toggled)
        self.copy = QPushButton(say("Copy"))
        self.copy.setAccessibleName(say("Copy entry"))
        self.print = QPushButton(say("Print…"))
        self.print.setAccessibleName(say("Print entry"))
        self.back.clicked.connect(self.back_requested)
        self.forward.clicked.connect(self.forward_requested)
        self.copy.clicked.connect(self.copy_requested)
        self.print.clicked.connect(self.print_requested)
        self.path = Text()
        self.path.setProperty("soft", True)
        bar = self._bar = QHBoxLayout()
        bar.setContentsMargins(16, 10, 16, 0)
        self._rows = (QHBoxLayout(), QHBoxLayout())
        for row, buttons in zip(self._rows, ((self.back, self.forward), (self.copy, self.print)), strict=True):
            for button in buttons:
                row.addWidget(button)
            row.setAlignment(Qt.AlignmentFlag.AlignLeft)
            bar.addLayout(row)
        bar.insertStretch(1, 1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(say("Entry"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        above = QHBoxLayout()
        above.setContentsMargins(24, 6, 24, 0)
        above.addWidget(self.path)
        layout.addLayout(bar)
        layout.addLayout(above)
        layout.addWidget(self._area, 1)
        self._place_buttons()
        QWidget.setTabOrder(self.forward, self.favourite)
        QWidget.setTabOrder(self.favourite, self.copy)
        self.set_travel(back=False, forward=False)
        self.show_message(say("Opening the reference …"))

    @property
    def entry(self) -> Entry | None:
        """The entry that is shown."""
        return self._entry

    def set_travel(self, *, back: bool, forward: bool) -> None:
        """Which way there is somewhere to go."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def show_favourite(self, kept: bool) -> None:
        """Whether the entry that is shown is one of the favourites."""
        name = say("Take out of the favourites") if kept else say("Add to the favourites")
        self.favourite.setChecked(kept)
        self.favourite.setText("★" if kept else "☆")
        self.favourite.setAccessibleName(name)
        self.favourite.setToolTip(_with_shortcut(name, QKeySequence("Ctrl+D")))

    def focus(self) -> None:
        """Take the keyboard, so that the arrow keys scroll the entry."""
        self._area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def position(self) -> int:
        """How far the entry is scrolled, in pixels."""
        return self._area.verticalScrollBar().value()

    @position.setter
    def position(self, value: int) -> None:
        self._area.verticalScrollBar().setValue(value)

    def show_message(self, text: str, heading: str = "") -> None:
        """Show a sentence instead of an entry."""
        self._entry = None
        self.favourite.setEnabled(False)
        self.path.set_plain("")
        self.copy.setEnabled(False)
        self.print.setEnabled(False)
        page, column = self._page()
        if heading:
            column.addWidget(self._blocks.heading(heading, TITLE))
        column.addWidget(Text(text))
        column.addStretch(1)
        self._area.setWidget(page)

    def show_entry(self, entry: Entry) -> None:
        """Show an entry from its beginning."""
        self._entry = entry
        self.favourite.setEnabled(True)
        self.copy.setEnabled(True)
        self.print.setEnabled(True)
        self.path.set_plain(" › ".join(entry.paths[0]) if entry.paths else "")
        page, column = self._page()
        column.addWidget(self._blocks.heading(entry.title, TITLE))
        if entry.synonyms:
            column.addWidget(self._blocks.soft(say("Also called: {names}").format(names="; ".join(entry.synonyms))))
        if entry.review != NOT_REVIEWED:
            column.addWidget(self._blocks.soft(f"{say(entry.review)}."))
        chips = tuple(tag for tag in entry.tags if tag in _SHOWN_TAGS)
        if chips:
            column.addWidget(_chips(chips))
        summary = self._blocks.text(entry.summary)
        summary.setFont(self._style.font(LEAD))
        column.addWidget(summary)
        if entry.details:
            column.addWidget(_rule())
            column.addLayout(self._details(entry))
        column.addWidget(_rule())
        for section in entry.sections:
            column.addSpacing(6)
            column.addWidget(self._blocks.heading(section.heading, 1.08))
            for block in section.blocks:
                column.addWidget(self._blocks.block(block))
        self._add_links(entry, column)
        self._add_references(entry, column)
        column.addStretch(1)
        self._area.setWidget(page)
        self._area.verticalScrollBar().setValue(0)

    def restyle(self) -> None:
        """Build the entry anew in the theme and text size now in force."""
        self._place_buttons()
        if self._entry is not None:
            position = self._area.verticalScrollBar().value()
            self.show_entry(self._entry)
            self._area.verticalScrollBar().setValue(position)

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(320, 0))

    def _place_buttons(self) -> None:
        """Side by side, or in large text in two rows: a narrow pane would cut them, words of some languages first."""
        self._bar.setDirection(
            QBoxLayout.Direction.TopToBottom if self._blocks.large else QBoxLayout.Direction.LeftToRight
        )
        above, below = self._rows
        if self._blocks.large:
            above.addWidget(self.favourite)
        else:
            below.insertWidget(0, self.favourite)

    def _page(self) -> tuple[QWidget, QVBoxLayout]:
        self.path.setFont(self._style.font(SMALL))
        column = QWidget()
        column.setMaximumWidth(round(self._style_width()))
        inside = QVBoxLayout(column)
        margin = 16 if self._blocks.large else 24
        inside.setContentsMargins(margin, 8, margin, 24)
        inside.setSpacing(8)
        page = QWidget()
        outside = QHBoxLayout(page)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(column, 1000)
        outside.addStretch(1)
        return page, inside

    def _style_width(self) -> float:
        self.ensurePolished()
        return self.fontMetrics().averageCharWidth() * MEASURE * 1.15 + 48

    def _details(self, entry: Entry) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(int(not self._blocks.large), 1)
        for row, detail in enumerate(entry.details):
            label = self._blocks.soft(detail.label)
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            grid.addWidget(label, 2 * row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            value = self._blocks.text(detail.value)
            value.setAccessibleName(f"{detail.label}: {plain(detail.value)}")
            # In large text there is no room for two columns.
            grid.addWidget(value, 2 * row + self._blocks.large, int(not self._blocks.large))
        return grid

    def _add_links(self, entry: Entry, column: QVBoxLayout) -> None:
        if not entry.related:
            return
        column.addSpacing(6)
        column.addWidget(self._blocks.heading(say("See also"), 1.08))
        holder = QWidget()
        flow = FlowLayout(holder)
        for entry_id, title in entry.related:
            link = LinkText(title)
            link.activated.connect(partial(self.link_activated.emit, entry_id))
            flow.addWidget(link)
        column.addWidget(holder)

    def _add_references(self, entry: Entry, column: QVBoxLayout) -> None:
        column.addSpacing(6)
        column.addWidget(self._blocks.heading(say("References"), 1.08))
        items = ItemList()
        grid = QGridLayout(items)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(3)
        for number, reference in enumerate(entry.references, 1):
            sign = self._blocks.soft(str(number))
            sign.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            text = say("{citation} Read: {read}.").format(citation=reference.citation, read=reference.read)
            label = ListItem(text)
            label.setAccessibleName(f"{number}. {text}")
            label.setProperty("soft", True)
            label.setFont(self._style.font(SMALL))
            grid.addWidget(sign, 2 * number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, 2 * number, 1)
            if reference.address:
                link = LinkText(say("Open"))
                link.setFont(self._style.font(SMALL))
                link.setWordWrap(False)
                link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
                link.setAccessibleName(say("Open reference {number} in the browser").format(number=number))
                link.activated.connect(partial(self.address_requested.emit, reference.address))
                place = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
                grid.addWidget(link, 2 * number + self._blocks.large, 2 - self._blocks.large, place)
        column.addWidget(items)
        for reference in entry.further:
            further = say("Further reading, not read for this entry: {citation}")
            column.addWidget(self._blocks.soft(further.format(citation=reference.citation)))
        checked = say("Checked against its sources on {day}. {review}.")
        column.addWidget(self._blocks.soft(checked.format(day=entry.checked_on, review=say(entry.review))))


def _tool(sign: str, name: str, shortcut: QKeySequence) -> QPushButton:
    button = QPushButton(sign)
    button.setAccessibleName(name)
    button.setToolTip(_with_shortcut(name, shortcut))
    return button


def _with_shortcut(name: str, shortcut: QKeySequence) -> str:
    return f"{name} ({shortcut.toString(QKeySequence.SequenceFormat.NativeText)})"


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("rule", True)
    return rule


def _chips(tags: tuple[str, ...]) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder)
    for tag in tags:
        words = say(tag)
        chip = Phrase(words[:1].upper() + words[1:])
        chip.setProperty("chip", True)
        flow.addWidget(chip)
    return holder
