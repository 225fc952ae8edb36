"""Search box and tree: typing narrows the tree to what answers, best first, with the words that matched marked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent, QStandardItem
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from neutrogui.domain.facet import counts, narrowed
from neutrogui.domain.language import mark, say
from neutrogui.domain.library import Library
from neutrogui.domain.outline import Place
from neutrogui.domain.query import Hit, Match, Query
from neutrogui.ui.accessible import Announcer
from neutrogui.ui.field_editor import LARGE_TEXT
from neutrogui.ui.guard import guarded, nothing
from neutrogui.ui.hit_delegate import HIT, HitDelegate, HitText, Piece
from neutrogui.ui.narrow_panel import NarrowPanel
from neutrogui.ui.outline_model import ENTRY_ID, OutlineModel
from neutrogui.ui.style import Style

IS_SIMILAR = Qt.ItemDataRole.UserRole + 1

FAVOURITES, RECENT = mark("Favourites"), mark("Recently read")

_WAYS_OPEN = 2
"""Ways into the tree that stand open at the start."""

MOST_HITS = 40
"""More hits nobody reads; another word says more than another page of them."""
_MOST_NARROWED = 1000
"""Hits among which the answers choose, before the best are shown."""

_LINE_LENGTH = 110

_NARROW_STEP = 12
"""Pixels by which a place stands further in than the one above it, in large text."""


class _Tree(QTreeView):
    """A tree of entries; a change of width lays the lines of the hits out anew."""

    left_upwards = Signal()

    def __init__(self, model: OutlineModel, style: Style) -> None:
        super().__init__()
        self._model, self._style = model, style
        self._usual_step = self.indentation()
        self.setModel(model)
        self.setAccessibleName(say("Entries"))
        self.setHeaderHidden(True)
        self._delegate = HitDelegate(style, self)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)

    def restyle(self) -> None:
        """Lay the rows out anew in the colours and the text size now in force."""
        # Deep in the tree a long word in large text has no room to spare for steps as wide as the system's.
        self.setIndentation(_NARROW_STEP if self._style.zoom >= LARGE_TEXT else self._usual_step)
        self._delegate.restyle()
        self.scheduleDelayedItemsLayout()

    def refill(self, ways: Sequence[Place]) -> None:
        """Show other ways, all open, without the signal that the user chose something."""
        blocked = self.selectionModel().blockSignals(True)
        # A scroll bar that went away for an instant would have every row laid out for two widths.
        if self.verticalScrollBar().isVisible():
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._model.show(ways, whole=True)
        self.expandAll()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.selectionModel().blockSignals(blocked)

    def set_current_quietly(self, index: QModelIndex) -> None:
        """Make a row the current one without the signal that the user did."""
        blocked = self.selectionModel().blockSignals(True)
        self.setCurrentIndex(index)
        self.selectionModel().blockSignals(blocked)
        if index.isValid():
            self.scrollTo(index)
        self.viewport().update()

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        first = self.model().index(0, 0)
        if event.key() == Qt.Key.Key_Up and self.currentIndex() == first:
            self.left_upwards.emit()
            return
        super().keyPressEvent(event)


class OutlinePane(QWidget):
    """The left pane. Emits `entry_chosen` when the user picks an entry; fetches nothing by itself but hits."""

    entry_chosen = Signal(str)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._library: Library | None = None
        self._hits: list[Hit] = []
        self._shown_entry = ""
        self._favourites: tuple[str, ...] = ()
        self._recent: tuple[str, ...] = ()
        self.search_box = QLineEdit()
        self.search_box.setClearButtonEnabled(True)
        self.search_box.setAccessibleName(say("Search"))
        for sign in self.search_box.findChildren(QToolButton):
            sign.setAccessibleName(say("Empty the search box"))
        self.search_box.textChanged.connect(self._on_search_text_changed)
        self.search_box.returnPressed.connect(self._on_search_return_pressed)
        self.search_box.installEventFilter(self)
        self.message = QLabel(say("Opening the reference …"))
        self.message.setWordWrap(True)
        self._announcer = Announcer(self, list, lambda: [self.message.text() if self._narrowed else ""])
        self.message.setProperty("soft", True)
        self._rows = _Rows(Query(()), {}, (), frozenset())
        self._whole = OutlineModel(_leave, self)
        self._found = OutlineModel(lambda item, place: self._rows.dress(item, place), self)
        self._trees = QStackedWidget()
        for model in (self._whole, self._found):
            tree = _Tree(model, style)
            tree.selectionModel().currentChanged.connect(self._on_current_changed)
            tree.activated.connect(self._on_activated)
            tree.clicked.connect(self._on_activated)
            tree.left_upwards.connect(self.focus_search)
            self._trees.addWidget(tree)
        self.narrow_button = QPushButton(say("Narrow by …"))
        self.narrow_button.setCheckable(True)
        self.narrow_button.toggled.connect(self._on_narrow_toggled)
        self.narrow_panel = NarrowPanel(style)
        self.narrow_panel.changed.connect(self._narrow)
        self.narrow_panel.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 8, 8)
        layout.setSpacing(8)
        for widget in (self.search_box, self.message, self._trees, self.narrow_button, self.narrow_panel):
            layout.addWidget(widget)
        layout.setStretchFactor(self._trees, 1)
        layout.setStretchFactor(self.narrow_panel, 1)
        self.restyle()

    @property
    def tree(self) -> QTreeView:
        """The tree that is shown: the whole outline, or what was found."""
        tree = self._trees.currentWidget()
        assert isinstance(tree, QTreeView)
        return tree

    def set_library(self, library: Library) -> None:
        """Show the outline; whatever was typed meanwhile is searched now."""
        self._library = library
        self._whole.show(library.outline().ways)
        for row in range(min(_WAYS_OPEN, self._whole.rowCount())):
            self.tree.expand(self._whole.index(row, 0))
        self._show_shortcuts()
        self._on_search_text_changed(self.search_box.text())

    def show_shortcuts(self, favourites: Sequence[str], recent: Sequence[str]) -> None:
        """Show the favourites above the outline and what was read in this run below it."""
        if (tuple(favourites), tuple(recent)) != (self._favourites, self._recent):
            self._favourites, self._recent = tuple(favourites), tuple(recent)
            self._show_shortcuts()

    def _show_shortcuts(self) -> None:
        if self._library is None:
            return
        had_favourites = self._whole.index(0, 0).data() == say(FAVOURITES)
        above = self._whole.put_way(self._shortcuts(say(FAVOURITES), self._favourites), 0)
        if above.isValid() and not had_favourites:
            self._tree_of(self._whole).expand(above)
        last = self._whole.rowCount() - (self._whole.index(self._whole.rowCount() - 1, 0).data() == say(RECENT))
        self._whole.put_way(self._shortcuts(say(RECENT), self._recent), last)

    def _shortcuts(self, name: str, entry_ids: Sequence[str]) -> Place:
        assert self._library is not None
        trails = ((self._library.outline().trail(entry_id), entry_id) for entry_id in entry_ids)
        return Place(name, "", tuple(Place(trail[-1].title, entry_id) for trail, entry_id in trails if trail))

    def show_trouble(self, text: str) -> None:
        """Say why there is no tree."""
        self.message.setText(text)
        self.message.show()

    def take_over(self, other: "OutlinePane") -> None:
        """Stand as another pane with the same library stands: what was searched, chosen, opened and scrolled to."""
        self.search_box.setText(other.search_box.text())
        self.search_box.setCursorPosition(other.search_box.cursorPosition())
        if other.narrow_button.isChecked():
            self.narrow_panel.choose(other.narrow_panel.chosen)
            self.narrow_button.setChecked(True)
        ours, theirs = self._tree_of(self._whole), other._tree_of(other._whole)
        ours.collapseAll()
        for rows in _open_rows(theirs, QModelIndex()):
            ours.expand(_index(self._whole, rows))
        for model, tree in ((self._whole, theirs), (self._found, other._tree_of(other._found))):
            self._tree_of(model).doItemsLayout()
            self._tree_of(model).verticalScrollBar().setValue(tree.verticalScrollBar().value())

    def restyle(self) -> None:
        """Lay the rows out anew in the text size now in force."""
        # In large text the other panes need the room more: here the lines wrap.
        large = self._style.zoom >= LARGE_TEXT
        letters = 21 if large else 26
        self._show_hint()
        self.setMinimumWidth(QFontMetrics(self._style.font()).averageCharWidth() * letters)
        self.narrow_panel.restyle()
        for tree in (self._tree_of(self._whole), self._tree_of(self._found)):
            tree.restyle()

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_hint()

    def _show_hint(self) -> None:
        """What may be searched for, or one word where there is no room for more."""
        hint, box = say("Search: name, gene, medicine, sign …"), self.search_box
        room = box.width() - 2 * box.fontMetrics().averageCharWidth()
        fits = box.fontMetrics().horizontalAdvance(hint) <= room
        box.setPlaceholderText(hint if fits and self._style.zoom < LARGE_TEXT else say("Search"))

    def focus_search(self) -> None:
        """Put the cursor into the search box with its text selected, ready to be typed over."""
        self.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_box.selectAll()

    def search(self, text: str) -> None:
        """Search as if `text` had been typed."""
        self.search_box.setText(text)

    def select(self, entry_id: str) -> None:
        """Mark the entry that is being read, in the first place where the tree shows it, without choosing it again."""
        self._shown_entry = entry_id
        if self.tree.currentIndex().data(ENTRY_ID) != entry_id:
            self._tree_of(self._shown).set_current_quietly(self._index_of(entry_id))

    def expand_all(self) -> None:
        """Open every place of the tree that is shown."""
        self.tree.expandAll()

    def collapse_all(self) -> None:
        """Close every place of the tree that is shown."""
        self.tree.collapseAll()

    @property
    def _shown(self) -> OutlineModel:
        return self._found if self._narrowed else self._whole

    def _tree_of(self, model: OutlineModel) -> _Tree:
        tree = self._trees.widget(0 if model is self._whole else 1)
        assert isinstance(tree, _Tree)
        return tree

    def _index_of(self, entry_id: str) -> QModelIndex:
        """The first row of an entry in the tree that is shown; no valid index where it has none."""
        outline = self._library.outline() if self._library else None
        return self._shown.index_of(outline.trail(entry_id)) if outline and entry_id else QModelIndex()

    @guarded(lambda: False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search_box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self._enter_tree()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.search_box.clear()
                return True
        return super().eventFilter(watched, event)

    def _enter_tree(self) -> None:
        """Go to the best hit, or to the entry being read, or to the first row."""
        index = self._index_of(self._hits[0].id) if self._hits else self.tree.currentIndex()
        if not index.isValid():
            index = self._shown.index(0, 0)
        if index.isValid():
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)
            self.tree.setCurrentIndex(index)

    def _on_search_return_pressed(self) -> None:
        if not self._hits:
            return
        if self._hits[0].match is Match.SIMILAR:
            self._enter_tree()
        else:
            self.tree.setCurrentIndex(self._index_of(self._hits[0].id))
            self.entry_chosen.emit(self._hits[0].id)

    def _on_current_changed(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.data(ENTRY_ID) and not current.data(IS_SIMILAR):
            self._choose(current)

    def _on_activated(self, index: QModelIndex) -> None:
        if index.data(ENTRY_ID):
            self._choose(index)
        else:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def _choose(self, index: QModelIndex) -> None:
        if index.data(ENTRY_ID) != self._shown_entry:
            self.entry_chosen.emit(index.data(ENTRY_ID))

    def _on_narrow_toggled(self, checked: bool) -> None:
        self.narrow_panel.setVisible(checked)
        if checked:
            self._narrow()
        else:
            self.narrow_panel.reset()

    def _on_search_text_changed(self, _: str) -> None:
        self._narrow()

    def _narrow(self) -> None:
        """Show what answers both the typed text and the chosen answers."""
        if self._library is None:
            return
        query, chosen = Query.of(self.search_box.text()), self.narrow_panel.chosen
        asking = self.narrow_button.isChecked()
        hits = self._library.search(self.search_box.text(), _MOST_NARROWED if asking else MOST_HITS) if query else []
        tags_of = {hit.id: hit.tags for hit in hits} if query else self._library.tags() if asking else {}
        left = narrowed(tags_of, chosen)
        fitting = frozenset(left)
        self._hits = [hit for hit in hits if hit.id in fitting][:MOST_HITS]
        self._say(query, len(left))
        self._announcer.something_changed()
        if asking:
            self.narrow_panel.show_counts(counts(tags_of, chosen))
        if not query and not chosen:
            self._trees.setCurrentIndex(0)
            self.select(self._shown_entry)
            return
        self._rows = _Rows(query, {hit.id: hit for hit in self._hits}, chosen, fitting)
        tree = self._tree_of(self._found)
        outline = self._library.outline().narrowed([hit.id for hit in self._hits] if query else left)
        tree.refill(outline.ways)
        self._trees.setCurrentIndex(1)
        self.select(self._shown_entry)
        tree.scrollToTop()

    @property
    def _narrowed(self) -> bool:
        return bool(Query.of(self.search_box.text())) or bool(self.narrow_panel.chosen)

    def _say(self, query: Query, number: int) -> None:
        similar = [hit for hit in self._hits if hit.match is Match.SIMILAR]
        if not query and not self.narrow_panel.chosen:
            self.message.hide()
            return
        if not number:
            self.message.setText(self._nothing_found())
        elif similar and len(similar) == len(self._hits):
            self.message.setText(say("Nothing by this name. Similar spelling, not the same:"))
        elif (readings := sum(hit.match is Match.EXACT for hit in self._hits)) > 1:
            told = say("This name has {readings} readings; {number} entries in all")
            self.message.setText(told.format(readings=readings, number=number))
        elif query and number >= MOST_HITS:
            self.message.setText(say("The best {number} entries; another word leaves fewer").format(number=MOST_HITS))
        else:
            self.message.setText(say("1 entry") if number == 1 else say("{number} entries").format(number=number))
        self.message.show()

    def _nothing_found(self) -> str:
        """What was tried, and what may have been meant; nothing is opened for it."""
        if self.narrow_panel.chosen:
            return say("Nothing fits both the search and the answers. Take an answer back, or search for less.")
        nearest = self._library.nearest(self.search_box.text()) if self._library else ""
        tried = say("Nothing found: neither in names nor in texts, nor a similar spelling.")
        hint = (
            say("The nearest name is “{name}”.").format(name=nearest) if nearest else say("Try fewer or shorter words.")
        )
        return f"{tried} {hint}"


def _open_rows(tree: QTreeView, above: QModelIndex, path: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    """The rows that are open, each by the numbers of the rows that lead to it, from above."""
    for row in range(tree.model().rowCount(above)):
        index = tree.model().index(row, 0, above)
        if tree.isExpanded(index):
            yield (*path, row)
            yield from _open_rows(tree, index, (*path, row))


def _index(model: OutlineModel, rows: tuple[int, ...]) -> QModelIndex:
    """The row to which these numbers lead; those below a place are made for it."""
    index = QModelIndex()
    for row in rows:
        model.fetchMore(index)
        index = model.index(row, 0, index)
    return index


def _leave(_: QStandardItem, __: Place) -> None:
    """A row of the whole outline says no more than its title."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """Says on a row of the narrowed tree why it is there: what was searched and found, and what was chosen."""

    query: Query
    hits: Mapping[str, Hit]
    chosen: tuple[str, ...]
    fitting: frozenset[str]

    def dress(self, item: QStandardItem, place: Place) -> None:
        """Mark on a hit's row what matched, on a fitting entry's row the answers."""
        hit = self.hits.get(place.entry_id)
        if hit is not None and not _led_by_one_below(place, self.hits):
            line = hit_line(hit, self.query)
            item.setData(hit.match is Match.SIMILAR, IS_SIMILAR)
            item.setData(_hit_text(hit, self.query, line), HIT)
            said = (place.title, say("written {name}").format(name=hit.tall_man) if hit.tall_man else "", line)
            item.setData(", ".join(filter(None, said)), Qt.ItemDataRole.AccessibleTextRole)
        elif place.entry_id in self.fitting and not self.query:
            why = " · ".join(map(say, self.chosen))
            item.setData(HitText((Piece(place.title),), (Piece(why),)), HIT)
            item.setData(f"{place.title}, {why}", Qt.ItemDataRole.AccessibleTextRole)


def _led_by_one_below(place: Place, hits: Mapping[str, Hit]) -> bool:
    """Whether a place is in the tree mainly as the way to a better hit below it; then one plain line is enough."""
    order = list(hits)
    below = [order.index(p.entry_id) for child in place.children for p in child.walk() if p.entry_id in hits]
    return bool(below) and min(below) < order.index(place.entry_id)


def hit_line(hit: Hit, query: Query) -> str:
    """What stands below a hit's title: why it is here."""
    if hit.match is Match.SIMILAR:
        spelled = say("similar spelling: {name}").format(name=hit.line)
        if hit.line == hit.title:
            spelled = say("similar spelling")
        # The class tells look-alike medicines apart, as the group above does any other two entries.
        return f"{spelled} · {hit.paths[0][-1]}" if hit.paths else spelled
    if hit.line == hit.title:
        return ""
    if hit.where == "also called":
        return say("also called {name}").format(name=hit.line)
    return _shortened(hit.line, query)


def _shortened(line: str, query: Query) -> str:
    """The stretch of a long line round its first marked word."""
    before = 0
    for piece, marked in query.marked(line):
        if marked:
            break
        before += len(piece)
    start = 0 if before < _LINE_LENGTH // 2 else line.rfind(" ", 0, before - _LINE_LENGTH // 4) + 1
    end = start + _LINE_LENGTH
    cut = line[start:end].rsplit(" ", 1)[0] if end < len(line) else line[start:]
    return ("… " if start else "") + cut + (" …" if end < len(line) else "")


def _hit_text(hit: Hit, query: Query, line: str) -> HitText:
    def pieces(text: str) -> tuple[Piece, ...]:
        if hit.match is Match.SIMILAR:
            return (Piece(text),)
        return tuple(Piece(part, marked=answers) for part, answers in query.marked(text))

    # The capitals that tell it from its look-alikes stand unmarked: a mark would hide them.
    capitals = (Piece("  "), Piece(hit.tall_man, strong=True)) if hit.tall_man else ()
    return HitText((*pieces(hit.title), *capitals), pieces(line) if line else ())
