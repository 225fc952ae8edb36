"""Serial counts from rows of text, as a spreadsheet or a laboratory's export writes them, and back.

The first row names the columns. A row is a date, perhaps a time, and either a neutrophil count with its unit, or a
white cell count with its unit and the neutrophil %, or the segmented and the band %. Nothing is guessed and nothing is
left out silently: every cell that can't be read is a problem with its line and column.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from neutrogui.calculators.plausible import ONE_KIND_OF_WHITE_CELL, WHITE_CELLS, unit_questions
from neutrogui.calculators.reading import Reading, count_fields
from neutrogui.domain.calculator import Caution, Field
from neutrogui.domain.language import grouped, mark, say
from neutrogui.domain.number import Refusal, plain, read_number
from neutrogui.domain.problem import Problem, Problems
from neutrogui.domain.quantity import Count, unit_of
from neutrogui.domain.series import Point, Series, line_named

MOST_ROWS = 5_000
"""Rows with counts: a daily count for more than 13 years."""

MOST_BYTES = 2_000_000
"""Size above which a file can't be one of at most `MOST_ROWS` counts."""

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years of a count, both included; others are slips of the hand."""

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}
"""What may stand between two cells; which one it is shows in the row that names the columns."""

NUMBERS = ("anc", "wbc", "neutrophils", "segmented", "bands")
UNITS = ("anc_unit", "wbc_unit")
COLUMNS = ("date", "time", "anc", "anc_unit", "wbc", "wbc_unit", "neutrophils", "segmented", "bands")
"""All columns that are known, as they are written; `ANC unit` and `Neutrophils %` are understood too."""

_PERCENTAGES = {
    "neutrophils": mark("neutrophils in %"),
    "segmented": mark("segmented in %"),
    "bands": mark("bands in %, 0 if the report lists none"),
}
_HUNDRED = Decimal(100)
_FIELDS = (
    *count_fields("anc", "ANC"),
    *count_fields("wbc", mark("white cells (WBC)")),
    *(Field(key, label, unit="%", lower=Decimal(0), upper=_HUNDRED) for key, label in _PERCENTAGES.items()),
)
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\s*(\S+))?", re.ASCII)
_TIME = re.compile(r"\d\d:\d\d(?::\d\d)?", re.ASCII)
_OTHER_DATE = re.compile(r"(\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{1,2})", re.ASCII)
_SHOWN = 20


def decode(data: bytes) -> str | Problems:
    """The text of a file in UTF-8, with or without a byte order mark. Problem codes: `too-large`, `not-utf-8`."""
    if len(data) > MOST_BYTES:
        message = say("This file is too large for serial counts. At most {most} bytes are read.")
        return Problems((Problem("file", "too-large", message.format(most=grouped(MOST_BYTES))),))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = say("Line {line} is not text in UTF-8. Save the file as “CSV UTF-8”.").format(line=line)
        return Problems((Problem(f"line {line}", "not-utf-8", message),))


def read_series(text: str) -> Series | Problems:
    """The counts that a text holds, in the order of time, whatever the order of its rows.

    A row without anything in it is no row. A count that stands twice on one day is kept; it has to be the same count,
    unless times tell them apart. In a text divided by commas numbers have a decimal point.

    Problems stand beside `line 4, anc`, a whole row beside `line 4`, the whole text beside `file`. Codes: those of
    `read_number`, `unknown-unit`, `over-100`, `missing`, `missing-column`, `unknown-column`,
    `repeated-column`, `without-column`, `not-csv`, `too-many-rows`, `not-a-date`, `ambiguous` (a date too),
    `not-a-time`, `out-of-range`, `conflict`, `decimal-comma`.
    """
    rows = _rows(text.removeprefix("\ufeff"))
    if isinstance(rows, Problems):
        return rows
    header, *others = rows
    problems = list(_header_problems(header))
    if problems:
        return Problems(tuple(problems))
    if not others:
        message = say("There is no count below the names of the columns.")
        return Problems((Problem("file", "missing", message),))
    columns = [_column(cell) for cell in header.cells]
    points: list[tuple[Point, _Row]] = []
    for row in others:
        reader = _RowReader(row, columns)
        point = reader.point()
        problems += reader.problems
        if point is not None:
            points.append((point, row))
    points.sort(key=lambda each: each[0].order)
    problems += _conflicts(points)
    if problems:
        return Problems(tuple(problems))
    return Series(tuple(point for point, _ in points))


def read_day(typed: str) -> date | Refusal:
    """The day that an ISO date such as 2026-03-04 names.

    Codes: `missing`, `ambiguous` (03/04/2026: both readings are given), `not-a-date`, `out-of-range`.
    """
    text = typed.strip()
    if not text:
        return Refusal("missing", say("Type a date as year-month-day, such as 2026-03-04."))
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        return _no_date(text)
    year, month, day = map(int, text.split("-"))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        message = say("{date} is out of range here. Years from {first} to {last} are read.")
        return Refusal("out-of-range", message.format(date=text, first=FIRST_YEAR, last=LAST_YEAR))
    found = _day(year, month, day)
    if found is None:
        message = say("{date} is not in the calendar. Type a date such as 2026-03-04.").format(date=text)
        return Refusal("not-a-date", message)
    return found


def as_csv(series: Series) -> str:
    """The series as text that `read_series` reads as the same series: commas, decimal points, ISO dates.

    A count is written as it was reported. ValueError if a number has too many digits to be read again; those of a
    series that was read never have.
    """
    rows = [
        {
            "date": point.day.isoformat(),
            "time": "" if point.time is None else point.time.isoformat(),
            **(dict(point.reported) or {"anc": number_text(point.per_ul), "anc_unit": "/uL"}),
        }
        for point in series.points
    ]
    columns = [column for column in COLUMNS if any(row.get(column) for row in rows)]
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def number_text(value: Decimal) -> str:
    """The number as a text that `read_number` reads as the same number.

    >>> number_text(Decimal("1.234"))
    '1.2340'
    """
    text = plain(value)
    for written in (text, text + "0"):  # a fourth decimal leaves no doubt
        if read_number(written) == value:
            return written
    raise ValueError(f"{text} could not be read again")


def cautions(series: Series) -> tuple[Caution, ...]:
    """Counts that are unusual in their unit and percentages that look like fractions, one caution for each kind.

    Codes: `check-unit`, `fraction-or-percent`; `field` is the column. The message names the first such day.
    """
    found: dict[tuple[str, str], list[tuple[Point, Caution]]] = {}
    for point in series.points:
        for caution in _cautions(point):
            found.setdefault((caution.field, caution.code), []).append((point, caution))
    return tuple(
        Caution(code, f"{place.day}, {field}: {first.message}{_and_more(len(others))}", field=field)
        for (field, code), ((place, first), *others) in found.items()
    )


def _cautions(point: Point) -> Iterator[Caution]:
    typed = dict(point.reported)
    for key, usual in (("anc", ONE_KIND_OF_WHITE_CELL), ("wbc", WHITE_CELLS)):
        unit = unit_of(typed.get(f"{key}_unit", "")) if key in typed else None
        if unit is not None:
            yield from unit_questions(key, Count.of(Decimal(typed[key]), unit), typed, usual)
    for key in ("neutrophils", "segmented"):
        if key in typed and 0 < (percent := Decimal(typed[key])) <= 1:
            message = say("{percent} % is one cell in a hundred or fewer. Was {other} % meant?")
            message = message.format(percent=plain(percent), other=plain(percent * _HUNDRED))
            yield Caution("fraction-or-percent", message, field=key)


def _and_more(others: int) -> str:
    if not others:
        return ""
    if others == 1:
        return " " + say("The same question on 1 more row.")
    return " " + say("The same question on {n} more rows.").format(n=grouped(others))


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a row, stripped; `line` is where it begins in the text, from 1.

    `place` is the field of a problem of the whole row, the same in every language.
    """

    line: int
    cells: tuple[str, ...]
    delimiter: str

    @property
    def place(self) -> str:
        return f"line {self.line}"


def _rows(text: str) -> list[_Row] | Problems:
    """The rows that hold anything, the names of the columns first."""
    head = next((line for line in text.splitlines() if any(map(str.isalpha, line))), text)
    delimiter = max(DELIMITERS, key=lambda each: (len(_known(head.split(each))), head.count(each)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[_Row] = []
    line = 1
    try:
        for cells in reader:
            stripped = tuple(cell.strip() for cell in cells)
            if any(stripped):
                rows.append(_Row(line, stripped, delimiter))
            if len(rows) > MOST_ROWS + 1:
                message = say("There are more than {most} rows. Divide the file; at most {most} are read.")
                return Problems((Problem("file", "too-many-rows", message.format(most=grouped(MOST_ROWS))),))
            line = reader.line_num + 1
    except csv.Error:
        message = say('{place}: a quotation mark is open or stands within a cell. Write "…" around whole cells only.')
        return Problems((Problem(f"line {line}", "not-csv", message.format(place=_begun(line_named(line)))),))
    if not rows:
        message = say("There is nothing in it. The first row names the columns, such as date, anc, anc_unit.")
        return Problems((Problem("file", "missing", message),))
    return rows


def _column(name: str) -> str:
    """A column's name as it is known: `ANC unit` is `anc_unit`, `Neutrophils %` is `neutrophils`."""
    if name in COLUMNS:
        return name
    folded = re.sub(r"[\s_-]+", "_", name.strip().strip('"').strip().casefold())
    return re.sub(r"_?%$|_?\(%\)$", "", folded)


def _known(names: list[str]) -> set[str]:
    return {_column(name) for name in names} & set(COLUMNS)


def _header_problems(header: _Row) -> Iterator[Problem]:
    names, place = [_column(cell) for cell in header.cells], _begun(line_named(header.line))
    for name, cell in zip(names, header.cells, strict=True):
        if cell and name not in COLUMNS:
            message = say("{place}: the column “{column}” is not known. Known are {columns}.")
            message = message.format(place=place, column=_shown(cell), columns=", ".join(COLUMNS))
            yield Problem(header.place, "unknown-column", message)
    for name in COLUMNS:
        if names.count(name) > 1:
            message = say("{place}: the column {column} is there twice.").format(place=place, column=name)
            yield Problem(header.place, "repeated-column", message)
    if "date" not in names:
        message = say("{place}: there is no column {column}.").format(place=place, column="date")
        yield Problem(header.place, "missing-column", message)
    whole = {"anc", "anc_unit"} <= set(names)
    parts = {"wbc", "wbc_unit"} <= set(names) and ("neutrophils" in names or {"segmented", "bands"} <= set(names))
    if not whole and not parts:
        message = say(
            "{place}: columns of counts are missing. Needed are anc and anc_unit, or wbc and wbc_unit with neutrophils "
            "or with segmented and bands."
        ).format(place=place)
        yield Problem(header.place, "missing-column", message)


def _begun(place: str) -> str:
    """A place as it begins a message."""
    return place[:1].upper() + place[1:]


class _RowReader:
    """Reads one row and gathers what is wrong with it."""

    def __init__(self, row: _Row, columns: list[str]) -> None:
        self._row = row
        self._columns = columns
        filled = row.cells + ("",) * (len(self._columns) - len(row.cells))
        self._cells = {name: cell for name, cell in zip(self._columns, filled, strict=False) if name}
        self.problems: list[Problem] = []

    def _refuse(self, column: str, code: str, message: str, readings: tuple[str, ...] = ()) -> None:
        beside = f", {column}" if column else ""
        told = f"{_begun(line_named(self._row.line))}{beside}: {message}"
        self.problems.append(Problem(f"{self._row.place}{beside}", code, told, readings))

    def _cell(self, column: str) -> str:
        return self._cells.get(column, "")

    def point(self) -> Point | None:
        """The count of the row; None if anything is wrong."""
        self._refuse_stray_cells()
        day, at = self._moment()
        per_ul = self._count()
        if self.problems or day is None or per_ul is None:
            return None
        return Point(day, per_ul, at, self._reported())

    def _refuse_stray_cells(self) -> None:
        for number, cell in enumerate(self._row.cells, 1):
            if cell and (number > len(self._columns) or not self._columns[number - 1]):
                message = say("“{cell}” stands in a column without a name (number {number}).")
                message = message.format(cell=_shown(cell), number=number)
                if self._row.delimiter == ",":
                    message += " " + say("In a file divided by commas a number has a decimal point.")
                self._refuse("", "without-column", message)

    def _moment(self) -> tuple[date | None, time | None]:
        written, at = self._cell("date"), self._cell("time")
        column = "time"
        match = _ISO.fullmatch(written)
        if match is not None and match[2]:
            written = match[1]
            if at:
                self._refuse("time", "conflict", say("There is a time in the date, too. Keep one of them."))
            at, column = match[2], "date"
        day = read_day(written)
        if isinstance(day, Refusal):
            self._refuse("date", day.code, day.message, day.readings)
            return None, None
        if not at:
            return day, None
        if not _TIME.fullmatch(at) or not _is_time(at):
            message = say("“{typed}” is not a time here. Type hours and minutes from 00:00 to 23:59, such as 08:30.")
            self._refuse(column, "not-a-time", message.format(typed=_shown(at)))
            return day, None
        return day, time.fromisoformat(at)

    def _count(self) -> Decimal | None:
        if self._refuse_decimal_commas():
            return None
        parts = [column for column in ("wbc", *_PERCENTAGES) if self._cell(column)]
        if self._cell("anc") and parts:
            message = say("There is {column}, too. Give the ANC, or the white cells with the percentage; not both.")
            self._refuse("anc", "conflict", message.format(column=parts[0]))
            return None
        if not self._cell("anc") and not parts:
            column = "anc" if "anc" in self._columns else "wbc"
            self._refuse(column, "missing", say("There is no count. Fill it in, or take the row out."))
            return None
        reading = Reading(_FIELDS, self._cells)
        per_ul = self._counted(reading) if self._cell("anc") else self._worked_out(reading)
        for problem in reading.problems.problems if reading.problems else ():
            self._refuse(problem.field, problem.code, problem.message, problem.readings)
        return per_ul

    def _counted(self, reading: Reading) -> Decimal | None:
        count = reading.count("anc")
        return None if count is None else count.per_ul

    def _worked_out(self, reading: Reading) -> Decimal | None:
        """White cells × (neutrophil %, or segmented % + band %) / 100."""
        white_cells = reading.count("wbc")
        total, apart = reading.filled("neutrophils"), reading.filled("segmented") or reading.filled("bands")
        if total and apart:
            message = say(
                "Give the neutrophil %, which has the bands in it, or the segmented and the band %; not both."
            )
            reading.refuse("neutrophils", "conflict", message)
            return None
        shares = [reading.number(key) for key in (("segmented", "bands") if apart else ("neutrophils",))]
        percent = sum((share for share in shares if share is not None), Decimal(0))
        if percent > _HUNDRED:
            message = say("With the segmented % this is {percent} %, more than 100 %.").format(percent=plain(percent))
            reading.refuse("bands", "over-100", message)
            return None
        if white_cells is None or None in shares:
            return None
        return white_cells.per_ul * percent / _HUNDRED

    def _refuse_decimal_commas(self) -> bool:
        """Whether there were any where commas divide the cells."""
        found = [column for column in NUMBERS if self._row.delimiter == "," and "," in self._cell(column)]
        for column in found:
            message = say("“{cell}” has a comma. In a file divided by commas a number has a decimal point.")
            self._refuse(column, "decimal-comma", message.format(cell=_shown(self._cell(column))))
        return bool(found)

    def _reported(self) -> tuple[tuple[str, str], ...]:
        """What was reported, in spellings that are read the same in every file."""
        return tuple(self._written(column) for column in COLUMNS[2:] if self._used(column))

    def _used(self, column: str) -> bool:
        return bool(self._cell(column.removesuffix("_unit")))

    def _written(self, column: str) -> tuple[str, str]:
        cell = self._cell(column)
        if column in UNITS:
            unit = unit_of(cell)
            return (column, unit.key if unit else cell)
        value = read_number(cell)
        return (column, number_text(value) if isinstance(value, Decimal) else cell)


def _conflicts(points: list[tuple[Point, _Row]]) -> Iterator[Problem]:
    rows = {id(point): row for point, row in points}
    for first, second in Series.conflicts(tuple(point for point, _ in points)):
        earlier, later = rows[id(first)], rows[id(second)]
        if first.time is None:
            message = say(
                "{place}, date: there are two different counts on {day} (see {other_place}). Give both a time of their "
                "own, or take one out; the same count twice is accepted."
            )
        else:
            message = say(
                "{place}, date: there are two different counts on {day} at {time} (see {other_place}). Give both a "
                "time of their own, or take one out; the same count twice is accepted."
            )
        message = message.format(
            place=_begun(line_named(later.line)),
            day=second.day,
            time=second.time,
            other_place=line_named(earlier.line),
        )
        yield Problem(f"{later.place}, date", "conflict", message)


def _is_time(text: str) -> bool:
    try:
        time.fromisoformat(text)
    except ValueError:
        return False
    return True


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _no_date(text: str) -> Refusal:
    """What a date that is not written as year-month-day may mean."""
    if match := _OTHER_DATE.fullmatch(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        days = [_day(year, second, first), _day(year, first, second)]
    elif match := _YEAR_FIRST.fullmatch(text):
        days = [_day(int(match[1]), int(match[3]), int(match[4]))]
    else:
        days = []
    readings = tuple(dict.fromkeys(day.isoformat() for day in days if day))
    shown = _shown(text)
    if len(readings) == 2:
        message = say("{date} can mean {one} or {other}. Which one is it?")
        return Refusal("ambiguous", message.format(date=shown, one=readings[0], other=readings[1]), readings)
    if readings:
        message = say("“{typed}” is not a date as year-month-day. If it is {date}, write it so.")
        return Refusal("not-a-date", message.format(typed=shown, date=readings[0]), readings)
    message = say("“{typed}” is not a date as year-month-day. Write it so: 2026-03-04.")
    return Refusal("not-a-date", message.format(typed=shown), readings)


def _shown(text: str) -> str:
    printable = "".join(c for c in text if c.isprintable())
    return printable if len(printable) <= _SHOWN else printable[: _SHOWN - 1] + "…"
