"""A table into which rows of counts are typed or pasted. It keeps texts and shows remarks; it reads nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from neutrogui.domain.language import say
from neutrogui.ui.guard import guarded, nothing
from neutrogui.ui.series_rows import Column
from neutrogui.ui.style import Style

_NEXT, _PREVIOUS = QAbstractItemView.CursorAction.MoveNext, QAbstractItemView.CursorAction.MovePrevious


@dataclass(frozen=True, slots=True)
class Remark:
    """What stands beside a row; `messages` are those of its cells by column key, `refused` whether they are marked.

    What is merely not filled in yet is no mistake, and is not marked as one.
    """

    text: str
    messages: Mapping[str, str] = field(default_factory=dict)
    refused: bool = False


_NO_REMARK = Remark("")


class SeriesTable(QTableWidget):
    """Always ends with an empty row. Tab goes from cell to cell and, from the last one, out of the table."""

    edited = Signal()
    paste_requested = Signal()

    def __init__(self, columns: tuple[Column, ...], remarks_title: str, style: Style) -> None:
        super().__init__(0, len(columns) + 1)
        self._columns = columns
        self._style = style
        self._known: dict[int, Mapping[str, str]] = {}
        self._shown: dict[int, Remark] = {}
        self._to_fit: set[int] = set()
        self._all_to_fit = True
        # Dates, numbers and units, as they are typed in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(say("Counts"))
        self.setHorizontalHeaderLabels([*(say(column.title) for column in columns), remarks_title])
        for number, column in enumerate(columns):
            header = self.horizontalHeaderItem(number)
            if header is not None:
                header.setToolTip(say(column.hint))
        self.setWordWrap(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().sectionResized.connect(self._on_section_resized)
        self._reach(0)
        self.setCurrentCell(0, 0)
        self.itemChanged.connect(self._on_item_changed)
        self.restyle()

    # What is in it

    def texts(self, row: int) -> Mapping[str, str]:
        """The texts of a row, by column key. They are fetched from its cells only when one of them changed."""
        known = self._known.get(row)
        if known is None:
            known = {column.key: self._text(row, number) for number, column in enumerate(self._columns)}
            self._known[row] = known
        return known

    def filled_rows(self) -> list[int]:
        """The rows with anything in them, from the top."""
        return [row for row in range(self.rowCount()) if self._is_filled(row)]

    def type(self, row: int, key: str, text: str) -> None:
        """Put a text into a cell as if it had been typed; the row may be the one after the last."""
        self._reach(row)
        self._write(row, self._number(key), text)

    def put(self, block: Sequence[Sequence[str]], row: int, column: int) -> None:
        """Put a block of texts, none wider than the table, into the cells from (row, column) on."""
        with QSignalBlocker(self):
            self._reach(row + len(block) - 1)
            for down, line in enumerate(block):
                for right, text in enumerate(line):
                    self._write(row + down, column + right, text)
        self._on_edited()

    def clear_rows(self) -> None:
        """Take every row away."""
        self._known.clear()
        self._shown.clear()
        self._to_fit.clear()
        with QSignalBlocker(self):
            self.setRowCount(0)
            self._reach(0)
        self.setCurrentCell(0, 0)
        self.edited.emit()

    def go_on_after(self, other: "SeriesTable") -> None:
        """End with an empty row, and stand in the cell in which another table with the same rows stands."""
        if self._is_filled(self.rowCount() - 1):
            self._reach(self.rowCount())
        self._reach(other.rowCount() - 1)
        self.setCurrentCell(max(other.currentRow(), 0), max(other.currentColumn(), 0))

    def is_free(self, row: int, column: int, height: int, width: int) -> bool:
        """Whether a block of cells fits between the columns and is empty; rows may still have to be made for it."""
        down = range(row, min(row + height, self.rowCount()))
        right = range(column, column + width)
        if right.stop > len(self._columns):
            return False
        return not any(self._text(each, number).strip() for each in down for number in right)

    # What is shown beside it

    def show_remarks(self, remarks: Mapping[int, Remark]) -> None:
        """Show a remark beside each row that has one, and mark the cells that were refused."""
        with QSignalBlocker(self):
            for row in range(self.rowCount()):
                remark, shown = remarks.get(row, _NO_REMARK), self._shown.get(row, _NO_REMARK)
                if remark is not shown and remark != shown:
                    self._show_remark(row, remark, shown)
        self._fit_remarks()
        self._fit_heights()

    def _show_remark(self, row: int, remark: Remark, shown: Remark) -> None:
        """Show a remark in place of another."""
        for number, column in enumerate(self._columns):
            message = remark.messages.get(column.key, "")
            if message or column.key in shown.messages:
                item = self._item(row, number)
                item.setToolTip(message)
                item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, message)
                self._mark(item, refused=remark.refused and bool(message))
        name = self.verticalHeaderItem(row)
        sign = f"⚠ {row + 1}" if remark.refused else str(row + 1)
        if name is not None and name.text() != sign:
            # Always in sight, also where the remark has to be scrolled to.
            name.setText(sign)
        beside = self._item(row, len(self._columns))
        beside.setText(remark.text)
        if remark.refused or shown.refused:
            self._mark(beside, refused=remark.refused)
        self._shown[row] = remark
        self._to_fit.add(row)

    def _fit_heights(self) -> None:
        """Make rows as high as what is in them needs: those that changed, or all if a column became wider or narrower.

        Qt takes long to measure thousands of rows.
        """
        fit_all, rows = self._all_to_fit, self._to_fit
        self._all_to_fit, self._to_fit = False, set()
        if fit_all:
            self.resizeRowsToContents()
        else:
            for row in rows:
                self.resizeRowToContents(row)

    def _mark(self, item: QTableWidgetItem, *, refused: bool) -> None:
        pair = self._style.theme.refusal
        item.setBackground(QBrush(QColor(pair.ground)) if refused else QBrush())
        item.setForeground(QBrush(QColor(pair.text)) if refused else QBrush())

    def remark(self, row: int) -> str:
        """What stands beside a row."""
        return self._text(row, len(self._columns))

    def show_columns(self, keys: tuple[str, ...], *, shown: bool) -> None:
        """Show or hide columns; what is in them stays."""
        for key in keys:
            self.setColumnHidden(self._number(key), not shown)
        self._fit_remarks()

    def restyle(self) -> None:
        """Take the text size now in force: every column is as wide as what is usually in it."""
        metrics = self.fontMetrics()
        for number, column in enumerate(self._columns):
            title = metrics.horizontalAdvance(say(column.title)) * 1.15
            usual = metrics.horizontalAdvance("2026-11-28" if number == 0 else "×10³/µL")
            self.setColumnWidth(number, round(max(title, usual) + metrics.height() * 0.9))
        self._fit_remarks()
        with QSignalBlocker(self):
            for row, remark in self._shown.items():
                self._show_remark(row, remark, remark)
        self._all_to_fit = True

    # What Qt asks

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.put_each(self.selectedIndexes(), "")
        elif self._leaves(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_remarks()
        self._fit_heights()

    @guarded(QModelIndex)
    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        at = (self.currentRow(), self.currentColumn())
        if (action == _NEXT and at >= self._last_cell()) or (action == _PREVIOUS and at <= (0, 0)):
            return QModelIndex()
        index = super().moveCursor(action, modifiers)
        if action in (_NEXT, _PREVIOUS) and index.column() == len(self._columns):
            if action == _NEXT:
                return index.siblingAtRow(index.row() + 1).siblingAtColumn(0)
            return index.siblingAtColumn(self._last_cell()[1])
        return index

    def put_each(self, cells: Sequence[QModelIndex], text: str) -> None:
        """Put the same text into several cells; remarks are left as they are."""
        with QSignalBlocker(self):
            for cell in cells:
                if cell.column() < len(self._columns):
                    self._write(cell.row(), cell.column(), text)
        self._on_edited()

    def _leaves(self, event: QKeyEvent) -> bool:
        """Whether Tab should lead out of the table: nobody is to be caught in it."""
        at = (self.currentRow(), self.currentColumn())
        if event.key() == Qt.Key.Key_Tab:
            return at >= self._last_cell()
        return event.key() == Qt.Key.Key_Backtab and at <= (0, 0)

    def _fit_remarks(self) -> None:
        """Give the remarks the room that the other columns leave, and never less than a few words need."""
        taken = sum(self.columnWidth(number) for number in range(len(self._columns)))
        least = self.fontMetrics().height() * 11
        self.setColumnWidth(len(self._columns), max(least, self.viewport().width() - taken))

    def _last_cell(self) -> tuple[int, int]:
        """Row and column of the last cell to type into that is in sight."""
        columns = [number for number in range(len(self._columns)) if not self.isColumnHidden(number)]
        return self.rowCount() - 1, columns[-1]

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if item.column() < len(self._columns):
            self._forget(item.row())
            self._on_edited()

    def _on_section_resized(self, _: int, __: int, ___: int) -> None:
        self._all_to_fit = True

    def _on_edited(self) -> None:
        with QSignalBlocker(self):
            if self._is_filled(self.rowCount() - 1):
                self._reach(self.rowCount())
        self.edited.emit()

    def _reach(self, last: int) -> None:
        """Make the rows that are missing up to the last one."""
        first = self.rowCount()
        with QSignalBlocker(self):
            self.setRowCount(max(first, last + 1))
            for row in range(first, last + 1):
                self.setVerticalHeaderItem(row, QTableWidgetItem(str(row + 1)))
                for number in range(self.columnCount()):
                    self.setItem(row, number, QTableWidgetItem())
                flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                self._item(row, len(self._columns)).setFlags(flags)
                self._forget(row)

    def _write(self, row: int, column: int, text: str) -> None:
        # While signals are blocked, no other place hears of it.
        self._forget(row)
        self._item(row, column).setText(text)

    def _forget(self, row: int) -> None:
        """Take a row for one whose texts and height are no longer known."""
        self._known.pop(row, None)
        self._to_fit.add(row)

    def _is_filled(self, row: int) -> bool:
        return bool("".join(self.texts(row).values()).strip())

    def _number(self, key: str) -> int:
        return next(number for number, column in enumerate(self._columns) if column.key == key)

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.item(row, column)
        if item is None:
            raise LookupError(f"there is no cell {row}, {column}")
        return item

    def _text(self, row: int, column: int) -> str:
        return self._item(row, column).text()
