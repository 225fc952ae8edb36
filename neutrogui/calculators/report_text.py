"""Reads values out of free text and tables."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from neutrogui.calculators.report_findings import (
    RESEMBLES,
    SHOWN_READINGS,
    SHOWN_WORDS,
    Doubt,
    Finds,
    Found,
    Origin,
    placed,
)
from neutrogui.calculators.report_terms import (
    ALTERNATIVES,
    BLOOD,
    ELSEWHEN,
    FLAGS,
    GLUE,
    INEXACT,
    JOINERS,
    NEUTRAL,
    OTHER_DATES,
    PERCENT,
    REFERENCE,
    RIVALS,
    SPECIMENS,
    VALUES,
    CellName,
    Token,
    fold,
    named,
    tokens_of,
    unit_named,
    word_set,
)
from neutrogui.domain.language import say
from neutrogui.domain.number import Refusal, read_number
from neutrogui.domain.quantity import Unit

_VERTICAL_LINES = 6
_LABEL_WORDS = 16


@dataclass(slots=True)
class _Segment:
    """A label and what stands behind it, up to the next label."""

    start: int
    pieces: list[list[Token]] = field(default_factory=lambda: [[]])
    marks: list[Token] = field(default_factory=list)
    end: int = 0
    has_value: bool = False
    day: str = ""
    after_value: str = ""
    after_orphan: bool = False
    below: str = ""
    wrapped: int = 0
    specimen: str = ""

    @property
    def has_words(self) -> bool:
        return any(self.pieces)

    @property
    def is_orphan(self) -> bool:
        """A value without a name before it: it may belong to the name behind it."""
        words = [fold(word.text) for piece in self.pieces for word in piece]
        return self.has_value and all(word in NEUTRAL or word in JOINERS for word in words)

    def add_word(self, word: Token) -> None:
        self.pieces[-1].append(word)
        self.end = word.end
        if sum(map(len, self.pieces)) > _LABEL_WORDS:
            # Prose: what is far from the number can't be its name.
            self.pieces = [self.pieces[-1][-_LABEL_WORDS:]]


class _Cell(NamedTuple):
    """A cell of a table whose column has a name."""

    name: CellName
    marks: list[Token]
    origin: Origin


class _TextReader:
    """Goes through the tokens once, and judges each line when it is over.

    A name belongs to the number behind it, in its line or, where it stands alone there, in the lines below. Where a
    line or a column also reads the other way round (`38% neutrophils and 5% bands`), nothing of it is taken.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._line: list[_Segment] = []
        self._column: list[_Segment] = []
        self._lone_value = ""
        self._segment: _Segment | None = None
        self._last_value = ""
        self._last_value_end = -1
        self._last: _Segment | None = None
        self._line_days: list[str] = []
        self._day = ""
        self._other_date = False
        self._elsewhen = False
        self._only_headings = True
        self._specimen = ""

    def finds(self, tokens: Iterable[Token], rows: Mapping[int, list[_Cell]]) -> Finds:
        for token in tokens:
            if token.kind == "newline":
                yield from self._end_line()
            elif token.kind == "row":
                for cell in rows[token.start]:
                    origin = replace(cell.origin, day=cell.origin.day or self._day)
                    yield from _valued(cell.name, cell.marks, origin, self._specimen)
            else:
                _TAKEN.get(token.kind, _TextReader._take_mark)(self, token)
        yield from self._end_line()
        if self._segment is not None:
            self._add_to_column(self._segment)
        yield from self._end_column()

    # One token

    def _take_word(self, word: Token) -> None:
        folded = fold(word.text)
        segment = self._segment
        valued = segment is not None and segment.has_value
        if folded in BLOOD:
            self._specimen = ""
        elif folded in SPECIMENS:
            self._specimen = folded
        if folded in OTHER_DATES:
            self._other_date = True
        self._elsewhen = self._elsewhen or folded in ELSEWHEN
        self._only_headings = self._only_headings and folded in _HEADING_WORDS
        if valued and segment is not None and folded in ALTERNATIVES:
            segment.marks.append(word._replace(kind="doubt"))
            return
        if valued and (folded in RIVALS or folded in GLUE):
            return
        if folded in INEXACT and segment is not None:
            segment.marks.append(word._replace(kind="inexact"))
            return
        if folded not in REFERENCE and folded not in FLAGS:
            self._add_to_label(word)

    def _add_to_label(self, word: Token) -> None:
        segment = self._segment
        if segment is None or segment.has_value or segment.wrapped:
            if segment is not None and segment.wrapped:
                self._add_to_column(segment)
            else:
                self._close()
            segment = self._segment = _Segment(word.start, specimen=self._specimen, below=self._lone_value)
            between = self._text[self._last_value_end : word.start] if self._last_value_end >= 0 else "\n"
            if not between.strip() and "\n" not in between:
                segment.after_value = self._last_value
                segment.after_orphan = between in ("", " ") and self._last is not None and self._last.is_orphan
        segment.specimen = self._specimen
        segment.add_word(word)

    def _take_sign(self, sign: Token) -> None:
        segment = self._segment
        last = segment.marks[-1] if segment is not None and segment.marks else None
        if sign.text == PERCENT and last is not None and last.kind in VALUES:
            self._take_mark(sign._replace(kind="unit"))
        elif segment is None or not segment.has_value or sign.text == "#":
            self._add_to_label(sign)
        else:
            self._take_mark(sign._replace(kind="unit"))

    def _take_joiner(self, joiner: Token) -> None:
        if self._segment is not None and not self._segment.has_value and self._segment.has_words:
            self._segment.add_word(joiner)

    def _take_piece(self, _: Token) -> None:
        if self._segment is not None and not self._segment.has_value and self._segment.pieces[-1]:
            self._segment.pieces.append([])

    def _take_stop(self, _: Token) -> None:
        self._close()

    def _take_date(self, date: Token) -> None:
        other, self._other_date = self._other_date, False
        if other:
            return
        day = " ".join(date.text.replace("T", " ").split())
        segment = self._segment
        if segment is not None and segment.has_words and named(segment.pieces) is not None:
            segment.day = segment.day or day
            segment.end = date.end
        else:
            self._line_days.append(day)
            if segment is not None and not segment.has_value:
                self._segment = None

    def _take_nothing(self, _: Token) -> None:
        """A code or a time of day says nothing here."""

    def _take_mark(self, mark: Token) -> None:
        if self._segment is None:
            if mark.kind not in VALUES:
                return
            self._segment = _Segment(mark.start, specimen=self._specimen)
        self._segment.marks.append(mark)
        self._segment.end = mark.end
        if mark.kind in VALUES:
            self._segment.has_value = True
            self._last_value = mark.text
        if mark.kind in VALUES or mark.kind in ("unit", "hundred"):
            self._last_value_end = mark.end
            self._last = self._segment

    # Segments and lines

    def _close(self) -> None:
        if self._segment is not None:
            self._line.append(self._segment)
            self._segment = None

    def _end_line(self) -> Finds:
        self._other_date = False
        elsewhen, self._elsewhen = self._elsewhen, False
        if elsewhen and self._only_headings and not any(segment.has_value for segment in self._line):
            self._day = _SEVERAL_DAYS
        self._only_headings = True
        if self._line_days:
            days = dict.fromkeys(self._line_days)
            self._day = next(iter(days)) if len(days) == 1 else _SEVERAL_DAYS
            self._line_days = []
        segment = self._segment
        if segment is not None and not self._line and segment.has_words and self._goes_on(segment):
            segment.wrapped += 1
            self._last_value_end, self._lone_value = -1, ""
            return
        self._close()
        line, self._line = self._line, []
        if len(line) == 1 and line[0].wrapped:
            self._add_to_column(line[0])
        elif line:
            yield from self._end_column()
            yield from self._judged(line, elsewhen=elsewhen)
            alone = len(line) == 1 and not line[0].has_words
            self._lone_value = self._last_value if alone else ""
        self._last_value_end, self._last = -1, None

    def _add_to_column(self, segment: _Segment) -> None:
        segment.day = segment.day or self._day
        self._column.append(segment)

    def _end_column(self) -> Finds:
        """Judge the names that stood alone in their lines, one below the other."""
        column, self._column = self._column, []
        valued = any(segment.has_value for segment in column)
        last_empty = valued and not column[-1].has_value and named(column[-1].pieces) is not None
        unsure = last_empty or any(segment.below for segment in column)
        if last_empty:
            column[-1].after_value = self._last_value
        for segment in column:
            yield from self._judged([segment], elsewhen=unsure)

    @staticmethod
    def _goes_on(segment: _Segment) -> bool:
        """Whether a name stood alone in its line, so that number and unit may stand in the lines below."""
        if not segment.wrapped:
            return not segment.has_value
        complete = any(mark.kind in VALUES and mark.kind != "range" for mark in segment.marks) and any(
            mark.kind in ("unit", "hundred") for mark in segment.marks
        )
        return segment.wrapped < _VERTICAL_LINES and not complete

    def _judged(self, line: list[_Segment], *, elsewhen: bool = False) -> Finds:
        pairs = [(segment, name) for segment in line if (name := named(segment.pieces)) is not None]
        reversed_order = any(s.after_value and (s.after_orphan or not s.has_value) for s, _ in pairs)
        unsure = reversed_order or elsewhen or (len(pairs) > 1 and any(name.doubt == "several" for _, name in pairs))
        for segment, name in pairs:
            if not segment.has_value and not segment.after_value:
                continue
            origin = Origin(self._quoted(segment), segment.day or self._day)
            if unsure:
                why = say("It isn’t sure which number belongs to which name and day here.")
                readings = _readings(segment.marks) or (segment.after_value,)
                yield Doubt(name.field_of(counted=False) or name.cells, readings, why)
            else:
                yield from _valued(name, segment.marks, origin, segment.specimen)

    def _quoted(self, segment: _Segment) -> str:
        closing = self._text[segment.end : segment.end + 1] in (")", "]")
        words = self._text[segment.start : segment.end + closing].strip()
        return words if len(words) <= SHOWN_WORDS else words[: SHOWN_WORDS - 1] + "…"


_SEVERAL_DAYS = "several dates"

_TAKEN: dict[str, Callable[[_TextReader, Token], None]] = {
    "word": _TextReader._take_word,
    "sign": _TextReader._take_sign,
    "joiner": _TextReader._take_joiner,
    "piece": _TextReader._take_piece,
    "cell": _TextReader._take_piece,
    "stop": _TextReader._take_stop,
    "date": _TextReader._take_date,
    "clock": _TextReader._take_nothing,
    "code": _TextReader._take_nothing,
}


def read_text(text: str) -> Finds:
    """What a print-out, a table or prose says."""
    layout = _Layout(text)
    return _TextReader(text).finds(layout.left(tokens_of(layout.text)), layout.rows)


_VALUE_COLUMNS = word_set("""
    result results value wert werte ergebnis messwert resultat resultats valeur resultado resultados valor
    risultato risultati valore uitslag waarde wynik wartosc current
    """)
_OTHER_COLUMNS = word_set("""
    test tests analyte component parameter name unit units einheit einheiten unite unites unidad unidades
    unita unidade eenheid jednostka flag flags date datum fecha data reference range referenz
    referenzbereich untersuchung analyse examen prueba esame exame bepaling badanie parametr interval status
    """)
_MUTED_COLUMNS = word_set("""
    low high lower upper min max previous prev prior last vorwert anterior precedent precedente poprzedni
    code id loinc mrn order accession line method
    """)
_REMARK_COLUMNS = word_set(
    "comment comments note notes remark remarks bemerkung kommentar commentaire comentario commento"
)
_CELL_MARKS = ("\t", "|", ";")


_HEADING_WORDS = _VALUE_COLUMNS | _OTHER_COLUMNS | _MUTED_COLUMNS | _REMARK_COLUMNS


class _Layout:
    """What the layout of tables says.

    Below a row of headings only the columns that belong to a value are looked at: a limit or an earlier value in a
    column of its own is none. Below a row of names (`WBC | Neut %`) each column belongs to its name.
    """

    def __init__(self, text: str) -> None:
        self.rows: dict[int, list[_Cell]] = {}
        self._muted: list[tuple[int, int, bool]] = []
        self._headings: tuple[str, list[str]] | None = None
        self._names: tuple[str, list[tuple[CellName, list[Token]] | None]] | None = None
        pieces = []
        start = 0
        for line in text.splitlines(keepends=True):
            pieces.append(self._line(line, start))
            start += len(line)
        self.text = "".join(pieces)

    def left(self, tokens: Iterable[Token]) -> Iterator[Token]:
        """The tokens that are not in a column to be passed over; of limits, the unit stays."""
        muted = iter(self._muted)
        current = next(muted, None)
        for token in tokens:
            while current is not None and current[1] <= token.start:
                if current[0] in self.rows:
                    yield Token("row", "", current[0], current[1])
                current = next(muted, None)
            inside = current is not None and current[0] <= token.start
            unit_kept = current is not None and current[2] and token.kind == "unit"
            if not inside or unit_kept or token.kind == "newline":
                yield token
        if current is not None and current[0] in self.rows:
            yield Token("row", "", current[0], current[1])

    def _line(self, line: str, start: int) -> str:
        mark = next((mark for mark in _CELL_MARKS if mark in line), "," if "," in line else "")
        if not mark:
            return line
        cells = line.rstrip("\r\n").split(mark)
        columns = [_column(cell) for cell in cells]
        known = [column for column in columns if column]
        if columns.count("value") == 1 and len(known) >= 2 and len(known) >= len(cells) - 2:
            self._headings, self._names = (mark, columns), None
            self._muted.append((start, start + len(line), False))
            return line
        if self._headings is not None and self._headings[0] == mark and len(self._headings[1]) == len(cells):
            self._mute(cells, self._headings[1], start)
            return line.replace(",", "\t") if mark == "," else line
        if mark != ",":
            self._wide_line(mark, cells, line, start)
        return line

    def _mute(self, cells: list[str], columns: list[str], start: int) -> None:
        for cell, column in zip(cells, columns, strict=True):
            if column in ("muted", "remark"):
                self._muted.append((start, start + len(cell), column == "muted"))
            start += len(cell) + 1

    def _wide_line(self, mark: str, cells: list[str], line: str, start: int) -> None:
        rows = [list(tokens_of(cell)) for cell in cells]
        names = [_cell_name(row) for row in rows]
        valued = any(token.kind in VALUES for row in rows for token in row)
        if not valued and sum(1 for name in names if name is not None) >= 2:
            self._names = (mark, names)
            self._muted.append((start, start + len(line), False))
            return
        if self._names is None or self._names[0] != mark or len(self._names[1]) != len(cells):
            return
        days = [" ".join(token.text.split()) for row in rows for token in row if token.kind == "date"]
        origin = Origin(line.strip()[:SHOWN_WORDS], days[0] if days else "")
        self.rows[start] = [
            _Cell(column[0], column[1] + [_as_mark(token) for token in row], origin)
            for column, row in zip(self._names[1], rows, strict=True)
            if column is not None
        ]
        self._muted.append((start, start + len(line), False))


def _column(cell: str) -> str:
    """What a heading says about its column; empty where it says nothing known."""
    words = [fold(word) for word in re.findall(r"[^\W\d_]+", cell[:SHOWN_WORDS])]
    for column, known in (
        ("remark", _REMARK_COLUMNS),
        ("muted", _MUTED_COLUMNS),
        ("value", _VALUE_COLUMNS),
        ("other", _OTHER_COLUMNS),
    ):
        if known.intersection(words):
            return column
    return ""


def _cell_name(row: list[Token]) -> tuple[CellName, list[Token]] | None:
    """The name that a cell holds, with its unit, and no value."""
    if any(token.kind in VALUES or token.kind == "date" for token in row):
        return None
    words = [token for token in row if token.kind in ("word", "sign", "joiner")]
    name = named([words])
    return None if name is None else (name, [token for token in row if token.kind in ("unit", "hundred")])


def _as_mark(token: Token) -> Token:
    return token._replace(kind="unit") if token.text == PERCENT else token


def _readings(marks: list[Token]) -> tuple[str, ...]:
    """What could be the value, as the report writes it."""
    return tuple(dict.fromkeys(mark.text.strip() for mark in marks if mark.kind in VALUES))[:SHOWN_READINGS]


def _valued(name: CellName, marks: list[Token], origin: Origin, specimen: str) -> Finds:
    """The value or values that stand behind a name."""
    readings = _readings(marks)
    if not readings:
        return
    units = [unit_named(mark.text) for mark in marks if mark.kind in ("unit", "hundred")]

    field_key = name.field_of(counted=bool(units) and all(isinstance(unit, Unit) for unit in units))
    if not field_key:
        return

    def doubt(why: str, *, faint: bool = False) -> Doubt:
        return Doubt(field_key, readings, why, faint)

    if specimen:
        why = say("This may be no value of blood: the report speaks of “{specimen}”.")
        yield doubt(why.format(specimen=specimen), faint=True)
        return
    if name.doubt:
        known = any(unit == PERCENT or isinstance(unit, Unit) for unit in units)
        yield doubt(say(RESEMBLES[name.doubt]), faint=name.faint or not known)
        return
    if origin.day == _SEVERAL_DAYS:
        yield doubt(say("The report names several dates above this value."))
        return
    numbers = [place for place, mark in enumerate(marks) if mark.kind == "number"]
    bounds = [place for place, mark in enumerate(marks) if mark.kind in ("bound", "inexact")]
    if any(mark.kind in ("noise", "garbled", "doubt") for mark in marks):
        yield doubt(say("This is not plainly a number. Compare it with the report."))
    elif not numbers and not bounds:
        yield doubt(say("The report gives a range here, not a value."), faint=True)
    elif not numbers or (bounds and bounds[0] < numbers[0]):
        yield doubt(say("The report gives a bound or an estimate here, not a value."))
    else:
        for value, unit in _paired(marks, numbers):
            if not value:
                yield doubt(say("The report gives several numbers here. Which one is meant?"))
            elif (find := _read_value(name, field_key, value, unit, origin)) is not None:
                yield find


def _paired(marks: list[Token], numbers: list[int]) -> Iterator[tuple[str, Unit | str | None]]:
    """Each number with its unit. Two are taken only as a percentage and a count; `value` is empty where unsure."""
    texts = list(dict.fromkeys(marks[place].text for place in numbers))
    units = list(dict.fromkeys(unit_named(mark.text) for mark in marks if mark.kind in ("unit", "hundred")))
    alike = {unit.per_ul if isinstance(unit, Unit) else unit for unit in units}
    if len(texts) == 1 and len(alike) <= 1:
        yield texts[0], units[0] if units else None
        return
    pairs = []
    for place in numbers:
        behind = marks[place + 1] if place + 1 < len(marks) else None
        unit = unit_named(behind.text) if behind is not None and behind.kind in ("unit", "hundred") else None
        pairs.append((marks[place].text, unit))
    kinds = ["count" if isinstance(unit, Unit) else unit for _, unit in pairs]
    if len(pairs) == 2 and sorted(map(str, kinds)) == [PERCENT, "count"]:
        yield from pairs
    else:
        yield "", None


def _read_value(
    name: CellName, field_key: str, text: str, unit: Unit | str | None, origin: Origin
) -> Found | Doubt | None:
    """A number of free text, in which a mark before three digits may be of either kind."""
    read = read_number(text)
    if isinstance(read, Refusal):
        return Doubt(field_key, read.readings or (text,), read.message)
    return placed(name, text.replace(",", "."), unit, origin)
