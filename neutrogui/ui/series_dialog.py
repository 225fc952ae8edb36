"""Serial counts of one person: rows at the left, the picture and what they show at the right.

Everything is kept in memory alone. No text is read as a number or a date here, and nothing is concluded: that is handed
in. What is shown is always made from the rows that stand beside it; rows that can't be read are named as left out.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from neutrogui.domain.calculator import Caution, Finding, Scale
from neutrogui.domain.handout import Paper
from neutrogui.domain.language import grouped, mark, say
from neutrogui.domain.number import Refusal
from neutrogui.domain.plot import Plotted, zone_name
from neutrogui.domain.printable import PrintedSeries
from neutrogui.domain.printing import Printing, PrintingFailed
from neutrogui.domain.problem import Problem, Problems
from neutrogui.domain.quantity import COUNT_UNITS, PER_UL, Count
from neutrogui.domain.series import DayCount, Point, Series, line_named
from neutrogui.ui.accessible import Announcer, Heading, Text, set_property
from neutrogui.ui.flow import FlowLayout
from neutrogui.ui.guard import guarded, nothing
from neutrogui.ui.record_dialog import RecordDialog, today
from neutrogui.ui.refusal import RefusalNote, emptied
from neutrogui.ui.series_plot import SeriesPlot
from neutrogui.ui.series_rows import (
    COLUMNS,
    SELDOM,
    UNIT_OF,
    Block,
    BlockRefused,
    block_of,
    csv_of,
    file_of,
    rows_named,
)
from neutrogui.ui.series_table import Remark, SeriesTable
from neutrogui.ui.style import SHAPES, SMALL, Style

_FIELD = re.compile(r"line (\d+)(.*)")
"""What a problem of CSV text stands beside, such as `line 4, anc`: the same in every language, unlike its message."""

MOST_BYTES = 2_000_001
"""What is read of a file at most: more than any table of counts has, so that a larger file is noticed."""

ROWS_IN_SIGHT = 5
"""Rows of the table, its names included, that always have room, each about two lines high."""

INTRODUCTION = mark(
    "A row for each count: the date, then either the ANC with its unit, or the white cells with their unit and the "
    "neutrophil %. Rows can be pasted from a spreadsheet. Nothing is kept unless you save it."
)
NOTHING_YET = mark("The plot, and what the counts show, appear here when a row can be read.")
NOT_ISO = mark("Some dates are not written as year-month-day, and can be read in one way only. Write them so?")
FAULT = mark("Something went wrong. Change a row to see the plot and what the counts show again.")


@dataclass(frozen=True, slots=True)
class SeriesRules:
    """What the window is handed to read and to judge with.

    `decode` gives the text of a file. `read` takes CSV text with the columns of `COLUMNS`; its problems stand beside
    `line 4, anc` or `line 4`, the names of the columns being line 1. Rows that it reads one by one it reads together,
    unless there are too many of them or two of their counts are conflicts of a `Series`. `read_lower_limit` takes
    `lower_limit` and `lower_limit_unit`, and gives cells/µL, or None where nothing was typed. `findings` takes the date
    of day one.
    """

    decode: Callable[[bytes], str | Problems]
    read: Callable[[str], Series | Problems]
    read_day: Callable[[str], date | Refusal]
    read_lower_limit: Callable[[Mapping[str, str]], Decimal | Problems | None]
    cautions: Callable[[Series], tuple[Caution, ...]]
    findings: Callable[[Series, date | None], tuple[Finding, ...]]
    nadir: Callable[[Series], DayCount]
    scale: Scale


@dataclass(frozen=True, slots=True)
class _Row:
    """What came of one row by itself: its count, or what is wrong with it, and what is said beside it."""

    read: Point | tuple[Problem, ...]
    remark: Remark


@dataclass(frozen=True, slots=True)
class _Rows:
    """What came of the rows of the table, by their numbers."""

    points: Mapping[int, Point]
    refused: Mapping[int, tuple[Problem, ...]]
    remarks: Mapping[int, Remark]
    trouble: str = ""


class SeriesDialog(QDialog):
    """A window of its own, so that the reference stays usable beside it."""

    def __init__(self, rules: SeriesRules, printing: Printing, style: Style, paper: Callable[[], Paper]) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(say("Serial counts"))
        self._rules = rules
        self._printing = printing
        self._paper = paper
        self._style = style
        self._saved = ""
        self._series: Series | None = None
        self.table = SeriesTable(COLUMNS, say("Read as"), style)
        self.unit = _unit_box(say("Unit where a row has none"))
        self.day_one = QLineEdit()
        self.lower_limit = QLineEdit()
        self.lower_limit_unit = _unit_box(say("Unit of the lower limit"))
        self.day_one_refusal = RefusalNote(say("Day one"))
        self.lower_limit_refusal = RefusalNote(say("Laboratory’s lower limit"))
        self.seldom = QPushButton(say("Se&gmented, bands, time"))
        self.dates = QFrame()
        self.date_buttons = (QPushButton(), QPushButton())
        self._dates_question = Text()
        self._offered_dates: dict[int, tuple[str, ...]] = {}
        self.open_button = QPushButton(say("&Open CSV…"))
        self.paste_button = QPushButton(say("&Paste rows"))
        self.save_button = QPushButton(say("&Save CSV…"))
        self.print_button = QPushButton(say("P&rint report…"))
        self.clear_button = QPushButton(say("&Clear"))
        self._buttons = (
            self.open_button, self.paste_button, self.save_button, self.print_button, self.clear_button, self.seldom
        )  # fmt: skip
        self.message = Text()
        self.left_out = Text()
        self.left_out.setProperty("refusal", True)
        self._announcer = Announcer(self, self._refused, self._news)
        self._left_out_told = ""
        self.waiting = Text()
        self.plot = SeriesPlot(style)
        self.findings = QWidget()
        self._findings_column = QVBoxLayout(self.findings)
        self._finding_texts: list[Text] = []
        self._findings_built = (0, 0)
        self._findings_area = QScrollArea()
        self._rows_area = QScrollArea()
        self._row_of = lru_cache(maxsize=None)(self._read_row)
        self._most_together = 0
        self._introduction = Text(say(INTRODUCTION))
        self._build()
        self._connect()
        self.restyle()

    @property
    def series(self) -> Series | None:
        """The counts in the picture; None while no row can be read."""
        return self._series

    @property
    def unsaved(self) -> bool:
        """Whether closing would lose rows."""
        return bool(self.table.filled_rows()) and self.as_csv() != self._saved

    def as_csv(self) -> str:
        """Every row as it was typed, those that can't be read included."""
        return file_of(self._texts(self.table.filled_rows()))

    # What is shown

    def refresh(self) -> None:
        """Read all that changed, and show what comes of everything."""
        filled = self.table.filled_rows()
        self._fill_units(filled)
        self._show_seldom(filled)
        day_one, lower_limit = self._read_day_one(), self._read_lower_limit()
        self._series, rows = self._joined(self._read_rows(filled))
        self.table.show_remarks(rows.remarks)
        self._show_left_out(rows)
        self._offer_dates(rows)
        self.print_button.setEnabled(self._series is not None)
        for button in (self.save_button, self.clear_button):
            button.setEnabled(bool(filled))
        if self._series is None:
            self._blank(say(NOTHING_YET))
        else:
            self._show(self._series, day_one, lower_limit)
        self._announcer.something_changed()

    def blank(self) -> None:
        """Take away what is shown without touching the rows: after a fault nobody may trust it."""
        self._series = None
        self.print_button.setEnabled(False)
        self._blank(say(FAULT))
        self._announcer.something_changed()

    def restyle(self) -> None:
        """Take theme and text size now in force."""
        for small in (self._introduction, self.message):
            small.setFont(self._style.font(SMALL))
        self.table.restyle()
        self.table.setMinimumHeight(self.fontMetrics().height() * ROWS_IN_SIGHT * 2)
        self.plot.restyle()
        self._build_findings(0, 0)
        self.refresh()

    # What the user asks for

    def paste(self, text: str) -> None:
        """Put rows of text into the table: into free cells from the current one on, else at its end."""
        block = self._taken(text)
        if block is None:
            return
        row, column = max(self.table.currentRow(), 0), max(self.table.currentColumn(), 0)
        alone = (len(block.rows), block.width) == (1, 1) and column < len(COLUMNS)
        if not alone and not self.table.is_free(row, column, len(block.rows), block.width):
            row, column = self.table.rowCount() - 1, 0
        self.table.put(block.rows, row, column)
        filled = rows_named(range(row, row + len(block.rows)))
        self._answer("" if alone else say("Filled in: {rows}.").format(rows=filled) + _left(block))

    def open_file(self, path: Path) -> bool:
        """Replace the rows by those of a CSV file; why that can't be is said in the window, which keeps its rows."""
        try:
            with path.open("rb") as file:
                text = self._rules.decode(file.read(MOST_BYTES))
        except OSError as error:
            told = say("“{file}” can’t be read: {reason}.")
            self._answer(told.format(file=path.name, reason=error.strerror or error))
            return False
        if isinstance(text, Problems):
            self._answer(text.problems[0].message)
            return False
        block = self._taken(text)
        if block is None:
            return False
        if self.table.filled_rows():
            # Day one and the limit were another patient's.
            self.clear()
        self.table.put(block.rows, 0, 0)
        self._saved = self.as_csv()
        told = say("{file}: 1 row.") if len(block.rows) == 1 else say("{file}: {number} rows.")
        self._answer(told.format(file=path.name, number=grouped(len(block.rows))) + _left(block))
        return True

    def take_dates(self, reading: int) -> None:
        """Write the dates that were offered in the same way: with the first (0) or the second (1) of their readings."""
        with QSignalBlocker(self.table):
            for row, readings in self._offered_dates.items():
                self.table.type(row, "date", readings[reading])
        self.refresh()

    def save(self, path: Path) -> bool:
        """Write every row as typed into a CSV file; what stands in the way is said in the window, which keeps them."""
        text = self.as_csv()
        try:
            # Spreadsheets take UTF-8 for something else without the mark.
            self._printing.save(text.encode("utf-8-sig"), path)
        except PrintingFailed as failure:
            self._answer(str(failure))
            return False
        self._saved = text
        self._answer(say("Saved as {file}.").format(file=path.name))
        return True

    def take_over(self, other: "SeriesDialog") -> None:
        """Stand as another window stands: rows, units, dates, the place of the cursor, and what is saved of it."""
        with QSignalBlocker(self.table):
            for row in other.table.filled_rows():
                for key, text in other.table.texts(row).items():
                    self.table.type(row, key, text)
        for mine, theirs in ((self.day_one, other.day_one), (self.lower_limit, other.lower_limit)):
            with QSignalBlocker(mine):
                mine.setText(theirs.text())
        for ours, their in ((self.unit, other.unit), (self.lower_limit_unit, other.lower_limit_unit)):
            with QSignalBlocker(ours):
                ours.setCurrentIndex(their.currentIndex())
        self._saved = other._saved
        self.seldom.setChecked(other.seldom.isChecked())
        self.table.go_on_after(other.table)
        self.setGeometry(other.geometry())
        self.refresh()

    def make_print_dialog(self) -> RecordDialog | None:
        """The dialog that prints what is shown now; None without a picture."""
        series, plotted = self._series, self.plot.plotted
        if series is None or plotted is None:
            return None
        findings = self._rules.findings(series, plotted.day_one)
        printed = PrintedSeries(plotted, self._rules.cautions(series), findings, today(), self._paper())
        return RecordDialog(say("Serial counts"), "counts", printed, self._printing, self._style, self)

    def clear(self) -> None:
        """Take all rows and every choice away: the next patient starts from nothing."""
        self._announcer.forget()
        self._row_of.cache_clear()
        with QSignalBlocker(self.table):
            self.table.clear_rows()
        for edit in (self.day_one, self.lower_limit):
            edit.clear()
        for box in (self.unit, self.lower_limit_unit):
            box.setCurrentIndex(0)
        self.seldom.setChecked(False)
        self._saved = ""
        self._say("")
        self.refresh()

    @guarded(nothing)
    def reject(self) -> None:
        # Closing the window and Esc both come here.
        if self._may_lose_rows():
            self.clear()
            super().reject()

    # Building

    def _build(self) -> None:
        for button in self._buttons:
            button.setAutoDefault(False)
        self.seldom.setCheckable(True)
        self.table.show_columns(SELDOM, shown=False)
        self._introduction.setProperty("soft", True)
        self.day_one.setPlaceholderText(say("Optional, a date"))
        self.lower_limit.setPlaceholderText(say("Optional"))
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        sides.addWidget(self._left_side())
        sides.addWidget(self._right_side())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(sides)
        unit = self.fontMetrics().height()
        self.resize(QSize(unit * 88, unit * 50).boundedTo(self.screen().availableSize()))
        sides.setSizes([unit * 46, unit * 40])
        self.table.setFocus()

    def _left_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self._rows_area, 1)
        # Never scrolled out of sight.
        column.addWidget(self.message)
        column.addWidget(self.left_out)
        self._rows_area.setFrameShape(QFrame.Shape.NoFrame)
        self._rows_area.setWidgetResizable(True)
        self._rows_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows_area.setWidget(self._rows_side())
        return side

    def _rows_side(self) -> QWidget:
        """What is filled in; where a small screen and large text leave no room for it, it is scrolled."""
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._introduction)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in self._buttons:
            flow.addWidget(button)
        column.addWidget(buttons)
        column.addWidget(self._form())
        column.addWidget(self._dates_box())
        column.addWidget(self.table, 1)
        return side

    def _form(self) -> QWidget:
        form = QWidget()
        flow = FlowLayout(form, spacing=12)
        for part in (
            _part(say("&Unit where a row has none"), None, self.unit),
            _part(say("&Day one of a treatment"), self.day_one_refusal, self.day_one),
            _part(say("Laboratory’s &lower limit"), self.lower_limit_refusal, self.lower_limit, self.lower_limit_unit),
        ):
            flow.addWidget(part)
        return form

    def _dates_box(self) -> QFrame:
        self.dates.setProperty("cautionBox", True)
        column = QVBoxLayout(self.dates)
        column.addWidget(self._dates_question)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in self.date_buttons:
            button.setAutoDefault(False)
            flow.addWidget(button)
        column.addWidget(buttons)
        return self.dates

    def _right_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 0, 0, 0)
        self._findings_area.setWidgetResizable(True)
        self._findings_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._findings_area.setAccessibleName(say("What the counts show"))
        self._findings_area.setWidget(self.findings)
        self._findings_column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.waiting)
        column.addWidget(self.plot, 4)
        column.addWidget(self._findings_area, 5)
        column.addStretch(0)
        return side

    def _connect(self) -> None:
        self.table.edited.connect(self.refresh)
        self.table.paste_requested.connect(self._on_paste_requested)
        self.unit.currentIndexChanged.connect(self.refresh)
        self.lower_limit_unit.currentIndexChanged.connect(self.refresh)
        for edit, refusal in (
            (self.day_one, self.day_one_refusal),
            (self.lower_limit, self.lower_limit_refusal),
        ):
            edit.textChanged.connect(self.refresh)
            refusal.reading_chosen.connect(edit.setText)
        self.seldom.toggled.connect(self._on_seldom_toggled)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.paste_button.clicked.connect(self._on_paste_requested)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.clear_button.clicked.connect(self._on_clear_clicked)
        for number, button in enumerate(self.date_buttons):
            button.clicked.connect(partial(self._on_date_button_clicked, number))

    # Asking

    def _on_paste_requested(self) -> None:
        self.paste(QGuiApplication.clipboard().text())

    def _on_open_clicked(self) -> None:
        if self._may_lose_rows():
            name, _ = QFileDialog.getOpenFileName(self, say("Open CSV"), "", say("Tables (*.csv *.tsv *.txt)"))
            if name:
                self.open_file(Path(name))

    def _on_save_clicked(self) -> bool:
        name, _ = QFileDialog.getSaveFileName(self, say("Save CSV"), "counts.csv", say("CSV files (*.csv)"))
        if not name:
            return False
        path = Path(name)
        return self.save(path if path.suffix else path.with_suffix(".csv"))

    def _on_print_clicked(self) -> None:
        if (dialog := self.make_print_dialog()) is not None:
            dialog.exec()
            dialog.deleteLater()

    def _on_clear_clicked(self) -> None:
        if self._may_lose_rows():
            self.clear()

    def _on_date_button_clicked(self, reading: int, _: bool = False) -> None:
        self.take_dates(reading)

    def _may_lose_rows(self) -> bool:
        """Whether the rows are saved, or the user saves them now or gives them up."""
        if not self.unsaved:
            return True
        question = QMessageBox(self)
        question.setWindowTitle(say("Serial counts"))
        question.setText(say("These rows are not saved."))
        question.setInformativeText(say("Nothing of them is kept when they are discarded."))
        answers = QMessageBox.StandardButton
        question.setStandardButtons(answers.Save | answers.Discard | answers.Cancel)
        question.button(answers.Save).setText(say("Save as CSV…"))
        question.setDefaultButton(answers.Cancel)
        answer = question.exec()
        if answer == answers.Save:
            return self._on_save_clicked()
        return answer == answers.Discard

    # Reading

    def _read_day_one(self) -> date | None:
        typed = self.day_one.text()
        read = self._rules.read_day(typed) if typed.strip() else None
        problem = Problem("day_one", read.code, read.message, read.readings) if isinstance(read, Refusal) else None
        _show_problem(self.day_one, self.day_one_refusal, problem)
        return None if isinstance(read, Refusal) else read

    def _read_lower_limit(self) -> Decimal | None:
        typed = {"lower_limit": self.lower_limit.text(), "lower_limit_unit": str(self.lower_limit_unit.currentData())}
        read = self._rules.read_lower_limit(typed)
        _show_problem(
            self.lower_limit, self.lower_limit_refusal, read.problems[0] if isinstance(read, Problems) else None
        )
        return None if isinstance(read, Problems) else read

    def _read_rows(self, filled: Sequence[int]) -> _Rows:
        """Every row by itself: the counts of those that can be read, and what is wrong with the others."""
        points: dict[int, Point] = {}
        refused: dict[int, tuple[Problem, ...]] = {}
        remarks: dict[int, Remark] = {}
        for number in filled:
            row = self._row_of(tuple(self.table.texts(number).values()))
            remarks[number] = row.remark
            if isinstance(row.read, Point):
                points[number] = row.read
            else:
                refused[number] = row.read
        return _Rows(points, refused, remarks)

    def _read_row(self, cells: tuple[str, ...]) -> _Row:
        texts = {column.key: cell for column, cell in zip(COLUMNS, cells, strict=True)}
        read = self._rules.read(csv_of([texts]))
        if isinstance(read, Problems):
            return _Row(read.problems, _remark_of(read.problems))
        return _Row(read.points[0], Remark(self._read_as(read.points[0])))

    def _joined(self, rows: _Rows) -> tuple[Series | None, _Rows]:
        """The series of the rows that go together; rows that contradict each other are all left out.

        All are read together only when they never were so many, since how many are too many `read` alone knows. To name
        what contradicts, the rows of those days are enough.
        """
        points, refused, remarks = dict(rows.points), dict(rows.refused), dict(rows.remarks)
        while points:
            in_order = tuple(sorted(points.values(), key=lambda point: point.order))
            disputed = {point.day for pair in Series.conflicts(in_order) for point in pair}
            known = len(points) <= self._most_together
            if known and not disputed:
                return Series(in_order), _Rows(points, refused, remarks)
            order = [row for row, point in points.items() if not known or point.day in disputed]
            read = self._rules.read(csv_of(self._texts(order)))
            if isinstance(read, Series):
                if known:
                    raise ValueError("counts that contradict each other were read as a series")
                self._most_together = len(points)
                return read, _Rows(points, refused, remarks)
            apart = dict(_contradictions(read, order))
            if not apart:
                remarks = {row: remark for row, remark in remarks.items() if row in refused}
                return None, _Rows({}, refused, remarks, read.problems[0].message)
            refused |= apart
            remarks |= {row: _remark_of(problems) for row, problems in apart.items()}
            points = {row: point for row, point in points.items() if row not in apart}
        return None, _Rows(points, refused, remarks)

    def _fill_units(self, filled: Sequence[int]) -> None:
        """Put the unit that was chosen into rows that have a count without one."""
        label = self.unit.currentText() if self.unit.currentData() else ""
        if not label:
            return
        with QSignalBlocker(self.table):
            for row in filled:
                texts = self.table.texts(row)
                for count, unit in UNIT_OF.items():
                    if texts[count].strip() and not texts[unit].strip():
                        self.table.type(row, unit, label)

    def _taken(self, text: str) -> Block | None:
        try:
            return block_of(text)
        except BlockRefused as refused:
            self._answer(str(refused))
            return None

    def _texts(self, rows: Sequence[int]) -> list[Mapping[str, str]]:
        return [self.table.texts(row) for row in rows]

    # Showing

    def _show_seldom(self, filled: Sequence[int]) -> None:
        used = any(texts[key] for texts in self._texts(filled) for key in SELDOM)
        if used:
            self.seldom.setChecked(True)
        self.seldom.setEnabled(not used)

    def _on_seldom_toggled(self, checked: bool) -> None:
        self.table.show_columns(SELDOM, shown=checked)

    def _read_as(self, point: Point) -> str:
        band = self._rules.scale.grade(point.per_ul).band
        return f"{Count(point.per_ul).text_in(PER_UL)}  {SHAPES[band.key]} {zone_name(band)}"

    def _show_left_out(self, rows: _Rows) -> None:
        left = sorted(rows.refused)
        text = f"⚠ {_left_out(left)}" if left else ""
        if rows.trouble:
            text = f"⚠ {rows.trouble}"
        self.left_out.set_plain(text)
        # A row that is not finished yet is no reason to interrupt who types it.
        wrong = [row for row in left if rows.remarks[row].refused]
        self._left_out_told = rows.trouble or _left_out(wrong)
        self.left_out.setVisible(bool(text))

    def _offer_dates(self, rows: _Rows) -> None:
        """Offer to write all dates the same way that are not written as year-month-day; those in doubt come first."""
        readings = {
            row: problem.readings
            for row, problems in rows.refused.items()
            for problem in problems
            if _column(problem) == "date" and problem.readings
        }
        in_doubt = {row: found for row, found in readings.items() if len(found) > 1}
        self._offered_dates = in_doubt or readings
        first = next(iter(self._offered_dates.values()), ())
        ways = (say("Day first: {day}"), say("Month first: {day}")) if in_doubt else (say("All of them: {day}"),)
        for button in self.date_buttons:
            button.hide()
        for button, way, reading in zip(self.date_buttons, ways, first, strict=False):
            button.setText(way.format(day=reading))
            button.show()
        asked = say("Some dates can be read in two ways. Which one is it?") if in_doubt else say(NOT_ISO)
        certain = next(((row, found[0]) for row, found in readings.items() if len(found) == 1), None)
        if in_doubt and certain:
            typed = self.table.texts(certain[0])["date"]
            known = say("Row {number}, {typed}, can only be {day}.")
            asked += " " + known.format(number=certain[0] + 1, typed=typed, day=certain[1])
        self._dates_question.set_plain(asked)
        self.dates.setVisible(bool(first))

    def _blank(self, waiting: str) -> None:
        self._build_findings(0, 0)
        self.plot.clear()
        self.waiting.set_plain(waiting)
        self._show_side(shown=False)

    def _show_side(self, *, shown: bool) -> None:
        self.waiting.setVisible(not shown)
        for part in (self.plot, self._findings_area):
            part.setVisible(shown)

    def _show(self, series: Series, day_one: date | None, lower_limit: Decimal | None) -> None:
        plotted = Plotted(series, self._rules.scale, self._rules.nadir(series), day_one, lower_limit)
        cautions, findings = self._rules.cautions(series), self._rules.findings(series, day_one)
        self.plot.show_series(plotted)
        if self._findings_built != (len(cautions), len(findings)):
            self._build_findings(len(cautions), len(findings))
        texts = [caution.message for caution in cautions]
        for finding in findings:
            source = say("Source: {source}").format(source=finding.source) if finding.source else ""
            texts += (finding.name, finding.result, f"{finding.rule} {source}".strip())
        for label, text in zip(self._finding_texts, texts, strict=True):
            if label.text() != text:
                label.set_plain(text)
        self._show_side(shown=True)

    def _build_findings(self, cautions: int, findings: int) -> None:
        """Make room for so many of them: while one row after the other changes, it is mostly the same."""
        emptied(self._findings_column)
        self._finding_texts = []
        for _ in range(cautions):
            box = QFrame()
            box.setProperty("cautionBox", True)
            message = Text()
            QVBoxLayout(box).addWidget(message)
            self._findings_column.addWidget(box)
            self._finding_texts.append(message)
        for _ in range(findings):
            name, result, rule = Heading(), Text(), Text()
            name.setFont(self._style.font(bold=True))
            rule.setProperty("soft", True)
            rule.setFont(self._style.font(SMALL))
            for label in (name, result, rule):
                self._findings_column.addWidget(label)
            self._finding_texts += (name, result, rule)
        self._findings_column.addStretch(1)
        self._findings_built = (cautions, findings)

    def _refused(self) -> list[str]:
        fault = say(FAULT) if self.waiting.text() == say(FAULT) else ""
        return [fault, self.day_one_refusal.sentence, self.lower_limit_refusal.sentence, self._left_out_told]

    def _news(self) -> list[str]:
        return [self.message.text(), "" if self.dates.isHidden() else self._dates_question.text()]

    def _say(self, text: str) -> None:
        self.message.set_plain(text)
        self.message.setVisible(bool(text))
        self._announcer.something_changed()

    def _answer(self, text: str) -> None:
        """Say what came of a command, also when it is the same as the last time."""
        self._announcer.forget()
        self._say(text)


def _contradictions(problems: Problems, order: Sequence[int]) -> Iterator[tuple[int, tuple[Problem, ...]]]:
    """What is wrong between rows, for each of them; `order` are the rows that were read, beginning with line 2."""
    rows = dict(enumerate(order, 2))
    in_words = re.compile(re.escape(line_named("LINE")).replace("LINE", r"(\d+)"), re.IGNORECASE)

    def row_name(found: re.Match[str]) -> str:
        return rows_named([rows[int(found[1])]]) if int(found[1]) in rows else found[0]

    found: dict[int, list[Problem]] = {}
    for problem in problems:
        message = in_words.sub(row_name, _without_place(problem))
        beside = _FIELD.fullmatch(problem.field)
        numbers = [*in_words.findall(problem.message), *([beside[1]] if beside else ())]
        for line in set(map(int, numbers)) & set(rows):
            found.setdefault(rows[line], []).append(replace(problem, message=message))
    return ((row, tuple(of_row)) for row, of_row in found.items())


def _remark_of(problems: Sequence[Problem]) -> Remark:
    messages = {_column(problem): _without_place(problem) for problem in problems}
    missing = all(problem.code == "missing" for problem in problems)
    return Remark(f"{'…' if missing else '⚠'} {' '.join(messages.values())}", messages, refused=not missing)


def _column(problem: Problem) -> str:
    """The column that a problem of a row stands beside; the date where it is about the whole row."""
    return problem.field.partition(", ")[2] or "date"


def _without_place(problem: Problem) -> str:
    """The message without the line: it is shown beside the row."""
    beside = _FIELD.fullmatch(problem.field)
    place = f"{line_named(beside[1])}{beside[2]}: " if beside else ""
    words = problem.message.removeprefix(f"{place[:1].upper()}{place[1:]}")
    return words[:1].upper() + words[1:]


def _show_problem(edit: QLineEdit, refusal: RefusalNote, problem: Problem | None) -> None:
    refusal.show_problem(problem)
    set_property(edit, "refused", problem is not None)
    edit.setAccessibleDescription(problem.message if problem else "")


def _part(text: str, refusal: RefusalNote | None, *widgets: QWidget) -> QWidget:
    """What belongs together in the form: a label above its fields, and what is wrong with them below."""
    part = QWidget()
    label = QLabel(text)
    label.setBuddy(widgets[0])
    grid = QGridLayout(part)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(4)
    grid.addWidget(label, 0, 0, 1, len(widgets))
    for number, widget in enumerate(widgets):
        grid.addWidget(widget, 1, number)
    if refusal is not None:
        grid.addWidget(refusal, 2, 0, 1, len(widgets))
    return part


def _unit_box(name: str) -> QComboBox:
    box = QComboBox()
    box.addItem(say("Choose the unit"), "")
    for unit in COUNT_UNITS:
        box.addItem(unit.label, unit.key)
    box.setAccessibleName(name)
    return box


def _left_out(rows: Sequence[int]) -> str:
    if not rows:
        return ""
    told = say("1 row is left out: {rows}.") if len(rows) == 1 else say("{number} rows are left out: {rows}.")
    return told.format(number=grouped(len(rows)), rows=rows_named(rows))


def _left(block: Block) -> str:
    told = say("Columns that are not known here were left out: {names}.").format(names=", ".join(block.not_taken))
    return f" {told}" if block.not_taken else ""
