"""Search box and tree: typing narrows the tree to what answers, best first, with the words that matched marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from neutrogui.domain.facet import counts, narrowed
from neutrogui.domain.library import Library
from neutrogui.domain.outline import Outline, Place
from neutrogui.domain.query import Hit, Match, Query
from neutrogui.ui.guard import guarded, nothing
from neutrogui.ui.narrow_panel import NarrowPanel
from neutrogui.ui.style import SMALL, Style

ENTRY_ID = Qt.ItemDataRole.UserRole
IS_SIMILAR = Qt.ItemDataRole.UserRole + 1
MARKUP = Qt.ItemDataRole.UserRole + 2

FAVOURITES, RECENT = "Favourites", "Recently read"

MOST_HITS = 40
"""More hits nobody reads; another word says more than another page of them."""
_LINE_LENGTH = 110

Index = QModelIndex | QPersistentModelIndex


class _HitDelegate(QStyledItemDelegate):
    """Paints a hit with its marked words and the line that matched; other rows as usual."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style

    @guarded(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        markup = index.data(MARKUP)
        if not markup:
            super().paint(painter, option, index)
            return
        view = QStyleOptionViewItem(option)
        self.initStyleOption(view, index)
        view.text = ""
        selected = bool(view.state & QStyle.StateFlag.State_Selected)
        QApplication.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, view, painter, view.widget)
        painter.save()
        painter.translate(view.rect.topLeft())
        painter.setClipRect(0, 0, view.rect.width(), view.rect.height())
        document = self._document(markup, view.rect.width(), selected)
        document.drawContents(painter)
        painter.restore()

    @guarded(QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        markup = index.data(MARKUP)
        width = self._width(option.widget, index)
        if not markup:
            metrics = QFontMetrics(self._style.font(bold=not index.data(ENTRY_ID)))
            place = QRect(0, 0, width - 8, 10_000)
            text = metrics.boundingRect(place, Qt.TextFlag.TextWordWrap, index.data())
            return QSize(width, text.height() + round(metrics.height() * 0.55))
        document = self._document(markup, width, selected=False)
        return QSize(width, round(document.size().height()))

    def _width(self, view: QWidget, index: Index) -> int:
        """The width that a row has at its depth."""
        if not isinstance(view, QTreeView):
            return 300
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        return max(view.viewport().width() - view.indentation() * depth, 120)

    def _document(self, markup: str, width: int, selected: bool) -> QTextDocument:
        theme = self._style.theme
        document = QTextDocument()
        document.setDefaultFont(self._style.font())
        document.setDocumentMargin(4)
        ink = theme.selection.text if selected else theme.ink
        soft = theme.selection.text if selected else theme.soft_ink
        mark = (
            f"color:{theme.selection.text};text-decoration:underline;font-weight:bold"
            if selected
            else f"background-color:{theme.match.ground};color:{theme.match.text}"
        )
        size = self._style.font(SMALL).pointSizeF()
        document.setDefaultStyleSheet(
            f"p {{ color:{ink}; margin:0; }} p.line {{ color:{soft}; font-size:{size}pt; }} span.m {{ {mark} }}"
        )
        document.setHtml(markup)
        document.setTextWidth(width)
        return document


class _Tree(QTreeView):
    """The tree; a change of width lays the lines of the hits out anew."""

    left_upwards = Signal()

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
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
        self._open_ways: set[str] = {FAVOURITES}
        self.search_box = QLineEdit()
        self.search_box.setPlaceholderText("Search: name, gene, medicine, sign …")
        self.search_box.setClearButtonEnabled(True)
        self.search_box.setAccessibleName("Search")
        self.search_box.textChanged.connect(self._on_search_text_changed)
        self.search_box.returnPressed.connect(self._on_search_return_pressed)
        self.search_box.installEventFilter(self)
        self.message = QLabel("Opening the reference …")
        self.message.setWordWrap(True)
        self.message.setProperty("soft", True)
        self._model = QStandardItemModel(self)
        self.tree = _Tree()
        self.tree.setModel(self._model)
        self.tree.setAccessibleName("Entries")
        self.tree.setHeaderHidden(True)
        self.tree.setItemDelegate(_HitDelegate(style, self.tree))
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setWordWrap(True)
        self.tree.selectionModel().currentChanged.connect(self._on_current_changed)
        self.tree.activated.connect(self._on_activated)
        self.tree.clicked.connect(self._on_activated)
        self.tree.expanded.connect(self._on_expanded)
        self.tree.collapsed.connect(self._on_collapsed)
        self.tree.left_upwards.connect(self.focus_search)
        self.narrow_button = QPushButton("Narrow by …")
        self.narrow_button.setCheckable(True)
        self.narrow_button.toggled.connect(self._on_narrow_toggled)
        self.narrow_panel = NarrowPanel(style)
        self.narrow_panel.changed.connect(self._narrow)
        self.narrow_panel.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 8, 8)
        layout.setSpacing(8)
        for widget in (self.search_box, self.message, self.tree, self.narrow_button, self.narrow_panel):
            layout.addWidget(widget)
        layout.setStretchFactor(self.tree, 1)
        layout.setStretchFactor(self.narrow_panel, 1)
        self.restyle()

    def set_library(self, library: Library) -> None:
        """Show the outline; whatever was typed meanwhile is searched now."""
        self._library = library
        self._open_ways |= {way.title for way in library.outline().ways[:2]}
        self._on_search_text_changed(self.search_box.text())

    def show_shortcuts(self, favourites: Sequence[str], recent: Sequence[str]) -> None:
        """Show the favourites above the outline and what was read in this run below it."""
        if (tuple(favourites), tuple(recent)) != (self._favourites, self._recent):
            self._favourites, self._recent = tuple(favourites), tuple(recent)
            if not self.search_box.text() and not self.narrow_panel.chosen:
                self._narrow()

    def show_trouble(self, text: str) -> None:
        """Say why there is no tree."""
        self.message.setText(text)
        self.message.show()

    def restyle(self) -> None:
        """Lay the rows out anew in the text size now in force."""
        self.setMinimumWidth(QFontMetrics(self._style.font()).averageCharWidth() * 26)
        self.narrow_panel.restyle()
        self.tree.scheduleDelayedItemsLayout()

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
        current = self.tree.currentIndex()
        if current.isValid() and current.data(ENTRY_ID) == entry_id:
            return
        index = self._index_of(entry_id)
        blocked = self.tree.selectionModel().blockSignals(True)
        self.tree.setCurrentIndex(index)
        self.tree.selectionModel().blockSignals(blocked)
        if index.isValid():
            self.tree.scrollTo(index)
        self.tree.viewport().update()

    def _index_of(self, entry_id: str) -> QModelIndex:
        start = self._model.index(0, 0)
        flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        found = self._model.match(start, ENTRY_ID, entry_id, -1, flags) if entry_id and start.isValid() else []
        places = [index for index in found if index.parent().data() not in (FAVOURITES, RECENT)]
        return next(iter(places or found), QModelIndex())

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
            index = self._model.index(0, 0)
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
        text = self.search_box.text()
        query = Query.of(text)
        tags_of = self._library.tags()
        hits = self._library.search(text, MOST_HITS) if query else []
        if query:
            tags_of = {hit.id: tags_of[hit.id] for hit in hits}
        chosen = self.narrow_panel.chosen
        left = narrowed(tags_of, chosen)
        self._hits = [hit for hit in hits if hit.id in left]
        outline = self._library.outline()
        outline = outline.narrowed(left) if query or chosen else self._with_shortcuts(outline)
        self._fill(outline, query, chosen)
        self._say(query, len(left) if query or chosen else 0)
        self.narrow_panel.show_counts(counts(tags_of, chosen))

    def _fill(self, outline: Outline, query: Query, chosen: tuple[str, ...]) -> None:
        rows = _Rows(query, {hit.id: hit for hit in self._hits}, chosen, self._fitting(chosen))
        blocked = self.tree.selectionModel().blockSignals(True)
        self._model.clear()
        for way in outline.ways:
            self._model.appendRow(rows.item(way))
        if query or chosen:
            self.tree.expandAll()
        else:
            for row in range(self._model.rowCount()):
                if self._model.index(row, 0).data() in self._open_ways:
                    self.tree.expand(self._model.index(row, 0))
        self.tree.selectionModel().blockSignals(blocked)
        self.select(self._shown_entry)
        if query or chosen:
            self.tree.scrollToTop()

    def _on_expanded(self, index: QModelIndex) -> None:
        if not index.parent().isValid() and not self._narrowed:
            self._open_ways.add(index.data())

    def _on_collapsed(self, index: QModelIndex) -> None:
        if not index.parent().isValid() and not self._narrowed:
            self._open_ways.discard(index.data())

    @property
    def _narrowed(self) -> bool:
        return bool(Query.of(self.search_box.text())) or bool(self.narrow_panel.chosen)

    def _with_shortcuts(self, outline: Outline) -> Outline:
        title_of = {place.entry_id: place.title for place in outline.walk() if place.entry_id}

        def way(name: str, ids: tuple[str, ...]) -> tuple[Place, ...]:
            places = tuple(Place(title_of[entry_id], entry_id) for entry_id in ids if entry_id in title_of)
            return (Place(name, "", places),) if places else ()

        return Outline((*way(FAVOURITES, self._favourites), *outline.ways, *way(RECENT, self._recent)))

    def _fitting(self, chosen: tuple[str, ...]) -> frozenset[str]:
        """The entries that have every chosen answer; none while nothing is chosen."""
        return frozenset(narrowed(self._library.tags(), chosen)) if self._library and chosen else frozenset()

    def _say(self, query: Query, number: int) -> None:
        similar = [hit for hit in self._hits if hit.match is Match.SIMILAR]
        if not query and not self.narrow_panel.chosen:
            self.message.hide()
            return
        if not number:
            self.message.setText(self._nothing_found())
        elif similar and len(similar) == len(self._hits):
            self.message.setText("Nothing by this name. Similar spelling, not the same:")
        elif (readings := sum(hit.match is Match.EXACT for hit in self._hits)) > 1:
            self.message.setText(f"This name has {readings} readings; {number} entries in all")
        elif query and number >= MOST_HITS:
            self.message.setText(f"The best {MOST_HITS} entries; another word leaves fewer")
        else:
            self.message.setText("1 entry" if number == 1 else f"{number} entries")
        self.message.show()

    def _nothing_found(self) -> str:
        """What was tried, and what may have been meant; nothing is opened for it."""
        if self.narrow_panel.chosen:
            return "Nothing fits both the search and the answers. Take an answer back, or search for less."
        nearest = self._library.nearest(self.search_box.text()) if self._library else ""
        tried = "Nothing found: neither in names nor in texts, nor a similar spelling."
        return f"{tried} The nearest name is “{nearest}”." if nearest else f"{tried} Try fewer or shorter words."


@dataclass(frozen=True, slots=True)
class _Rows:
    """Makes the rows of the tree: what was searched and chosen, and which entries answer either."""

    query: Query
    hits: Mapping[str, Hit]
    chosen: tuple[str, ...]
    fitting: frozenset[str]

    def item(self, place: Place) -> QStandardItem:
        """A place with all below it."""
        item = QStandardItem(place.title)
        item.setEditable(False)
        item.setData(place.entry_id, ENTRY_ID)
        if not place.entry_id:
            font = item.font()
            font.setBold(True)
            item.setFont(font)
        hit = self.hits.get(place.entry_id)
        if hit is not None and not _led_by_one_below(place, self.hits):
            line = hit_line(hit, self.query)
            item.setData(hit.match is Match.SIMILAR, IS_SIMILAR)
            item.setData(_markup(hit, self.query, line), MARKUP)
            item.setData(f"{place.title}, {line}" if line else place.title, Qt.ItemDataRole.AccessibleTextRole)
        elif place.entry_id in self.fitting and not self.query:
            why = " · ".join(self.chosen)
            item.setData(f"<p>{escape(place.title)}</p><p class='line'>{escape(why)}</p>", MARKUP)
            item.setData(f"{place.title}, {why}", Qt.ItemDataRole.AccessibleTextRole)
        for child in place.children:
            item.appendRow(self.item(child))
        return item


def _led_by_one_below(place: Place, hits: Mapping[str, Hit]) -> bool:
    """Whether a place is in the tree mainly as the way to a better hit below it; then one plain line is enough."""
    order = list(hits)
    below = [order.index(p.entry_id) for child in place.children for p in child.walk() if p.entry_id in hits]
    return bool(below) and min(below) < order.index(place.entry_id)


def hit_line(hit: Hit, query: Query) -> str:
    """What stands below a hit's title: why it is here."""
    if hit.match is Match.SIMILAR:
        return "similar spelling" if hit.line == hit.title else f"similar spelling: {hit.line}"
    if hit.line == hit.title:
        return ""
    if hit.where == "also called":
        return f"also called {hit.line}"
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


def _markup(hit: Hit, query: Query, line: str) -> str:
    def marked(text: str) -> str:
        return "".join(
            f'<span class="m">{escape(piece)}</span>' if found else escape(piece) for piece, found in query.marked(text)
        )

    if hit.match is Match.SIMILAR:
        return f"<p>{escape(hit.title)}</p><p class='line'>{escape(line)}</p>"
    below = f"<p class='line'>{marked(line)}</p>" if line else ""
    return f"<p>{marked(hit.title)}</p>{below}"
