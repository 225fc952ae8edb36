"""The rows of a tree of places. Those below a place are made when it is first opened, so that a large tree costs no
more to show than a small one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from neutrogui.domain.outline import Place
from neutrogui.ui.guard import guarded, nothing

ENTRY_ID = Qt.ItemDataRole.UserRole
PLACE = Qt.ItemDataRole.UserRole + 3

Index = QModelIndex | QPersistentModelIndex


class OutlineModel(QStandardItemModel):
    """Places as rows; `dress` adds to a row what its place alone doesn't say."""

    def __init__(self, dress: Callable[[QStandardItem, Place], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dress = dress

    def show(self, ways: Sequence[Place], *, whole: bool = False) -> None:
        """Show these ways in place of those shown before; `whole` makes all rows at once."""
        items = list(map(self._item, ways))
        if whole:
            for item, way in zip(items, ways, strict=True):
                self._fill(item, way)
        self.clear()
        # Not through the root item: Python would keep each one that is cleared away, with all its rows.
        for item in items:
            self.appendRow(item)

    def _fill(self, item: QStandardItem, place: Place) -> None:
        for child in place.children:
            below = self._item(child)
            self._fill(below, child)
            item.appendRow(below)

    def put_way(self, way: Place, row: int) -> QModelIndex:
        """Show a way at a row of the top level, anew where it stands there; without places below it isn't shown."""
        item = self.item(row)
        stands = item is not None and item.text() == way.title
        if not way.children:
            if stands:
                self.removeRow(row)
            return QModelIndex()
        if stands:
            item.removeRows(0, item.rowCount())
            item.setData(way, PLACE)
        else:
            self.insertRow(row, self._item(way))
        self.fetchMore(self.index(row, 0))
        return self.index(row, 0)

    def index_of(self, trail: Sequence[Place]) -> QModelIndex:
        """The row of the last of these places, each standing below the one before; no valid index if one is missing."""
        index = QModelIndex()
        for place in trail:
            while self.canFetchMore(index):
                self.fetchMore(index)
            rows = (self.index(row, 0, index) for row in range(self.rowCount(index)))
            found = (below for below in rows if (below.data(), below.data(ENTRY_ID)) == (place.title, place.entry_id))
            index = next(found, QModelIndex())
            if not index.isValid():
                break
        return index

    def _item(self, place: Place) -> QStandardItem:
        item = QStandardItem(place.title)
        item.setEditable(False)
        item.setData(place.entry_id, ENTRY_ID)
        item.setData(place, PLACE)
        if not place.entry_id:
            font = item.font()
            font.setBold(True)
            item.setFont(font)
        self._dress(item, place)
        return item

    @guarded(lambda: False)
    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's own signature
        return bool(parent.data(PLACE).children) if parent.isValid() else self.rowCount() > 0

    @guarded(lambda: False)
    def canFetchMore(self, parent: Index) -> bool:
        return parent.isValid() and self.rowCount(parent) < len(parent.data(PLACE).children)

    @guarded(nothing)
    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self.itemFromIndex(parent).appendRows([self._item(place) for place in parent.data(PLACE).children])
