"""Tables: every row is either counted as it is written or told; none is lost, none moved."""

import csv
import io
from collections import deque
from fractions import Fraction

from fuzzing import at_once, examples, rows
from hypothesis import given
from hypothesis import strategies as st
from plain_reading import FACTORS, as_a_person_reads

from neutrogui.batch import RESULTS, TableRefused, calculate_rows
from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.calculators.series import findings
from neutrogui.calculators.series_text import as_csv, cautions, decode, read_series
from neutrogui.domain.problem import Problems
from neutrogui.domain.series import Series
from neutrogui.ui.series_rows import COLUMNS, block_of, csv_of

ANC = CATALOGUE.calculators[0]
COLUMN_KEYS = [column.key for column in COLUMNS]
ANC_KEYS = {field.key for field in ANC.fields}
NAMES = [
    "date", "time", "anc", "anc_unit", "ANC unit", "wbc", "wbc_unit", "neutrophils", "Neutrophils %", "segmented",
    "bands", "nrbc", "note", "",
]  # fmt: skip
HEADS = [
    ["date", "anc", "anc_unit"], ["date", "time", "anc", "ANC unit"], ["date", "wbc", "wbc_unit", "Neutrophils %"],
    ["date", "wbc", "wbc_unit", "segmented", "bands"], ["wbc", "wbc_unit", "neutrophils"],
    ["name", "wbc", "wbc_unit", "neutrophils", "note"], ["WBC", "WBC unit", "Neutrophils", "nRBC"],
]  # fmt: skip
ODD = [
    "", " ", '"', '""', "1,2", "1;2", "a\nb", "\r", "\r\n", "\x00", "=1+1", "1.234", "-1", "1e3", "\t", "½",
    "x" * 200, "2026-02-30", "03/04/2026", "2026-03-05T08:00", "1901-01-01", "0.00", "100", "101", "g/L", "\u2028",
    "\ufeff",
]  # fmt: skip
UNITS = ["10^9/L", "/uL", "K/uL", "cells/mm3"]


def likely(name: str, drawn: int) -> str:
    """What mostly stands in a column of this name."""
    if "unit" in name.lower():
        return UNITS[drawn % len(UNITS)]
    if name == "date":
        return f"20{drawn % 20 + 10}-{drawn % 12 + 1:02}-{drawn % 28 + 1:02}"
    return "08:30" if name == "time" else f"{drawn % 100}.{drawn % 10}"


def head_of(drawn: bytes) -> list[str]:
    """The names of the columns: mostly some that go together."""
    first, *others = drawn
    return HEADS[first % len(HEADS)] if first < 200 else [NAMES[each % len(NAMES)] for each in others]


@st.composite
def tables(draw: st.DrawFn) -> str:
    """A table like one that a spreadsheet writes, and some of what may be wrong with it."""
    head, drawn, form = draw(A_HEAD), draw(A_BODY), draw(A_FORM)
    out = io.StringIO()
    writer = csv.writer(
        out, delimiter=",;\t"[form % 3], lineterminator=["\n", "\r\n", "\r"][form // 3 % 3], quoting=form // 18
    )
    writer.writerow(head)
    width = max(len(head), 1)
    for start in range(0, len(drawn), width):
        # One cell in nine is odd, and some rows have a cell too many.
        row = [
            ODD[byte] if byte < len(ODD) else likely(name, byte)
            for name, byte in zip(head, drawn[start:], strict=False)
        ]
        writer.writerow([*row, ODD[drawn[start] % len(ODD)]] if drawn[start] > 235 else row)
    return ("" if form // 9 % 2 else "\ufeff") + out.getvalue()


A_HEAD = st.binary(min_size=1, max_size=9).map(head_of)
A_BODY = st.binary(max_size=10) | st.binary(min_size=8, max_size=40)
A_FORM = st.integers(0, 35)
TABLES = tables()


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@examples(72)
@given(TABLES | st.text(max_size=60).map("date,anc,anc_unit\n".__add__))
def test_a_text_is_a_series_or_problems_and_a_series_is_written_and_read_again(text: str) -> None:
    with at_once():
        read = read_series(text)
    if isinstance(read, Problems):
        assert all(problem.message for problem in read)
        return
    assert read_series(as_csv(read)) == read
    cautions(read)
    with at_once():
        findings(read)


DAYS = [f"{1900 + n}-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(256)]
NUMBERS = [f"{n / 4:.2f}" for n in range(200)] + [f"{n * 7}" for n in range(56)]
WRONG = {
    "date": ["", "x", "2026-02-30", "03/04/2026", "1899-12-31", "2200-01-01", "2026-3-4", "20260304", "٢٠٢٦-٠٣-٠٤"],
    "anc": ["", "x", "-1", "1.234", "1e3", "½", "1 200", "NaN", ".5", "5.", "1.2.3", "1234567890123", "٣"],
    "anc_unit": ["", "g/L", "%", "10^12/L", "10^9", "x"],
}


@examples(96)
@given(
    rows((DAYS, NUMBERS, UNITS, ["", "\n", "\r\n", ",,"]), 2, 8),
    st.integers(0, 255),
    st.none() | st.tuples(st.integers(0, 7), st.sampled_from(["date", "anc", "anc_unit"]), st.integers(0, 99)),
)
def test_each_count_is_the_number_times_its_unit_and_a_wrong_cell_is_told_with_its_line(
    drawn: list[list[str]], form: int, spoilt: tuple[int, str, int] | None
) -> None:
    delimiter, end = ",;\t"[form % 3], ["\n", "\r\n"][form // 3 % 2]
    table = {day: [day, number, unit, gap.replace(",", delimiter)] for day, number, unit, gap in drawn}
    expected = {day: Fraction(number) * FACTORS[unit] for day, number, unit, _ in table.values()}
    text, line, place = delimiter.join(("date", "anc", "anc_unit")) + end, 2, ""
    for at, (day, *_) in enumerate(list(table.values())):
        *cells, gap = table[day]
        gap = gap + end if gap == delimiter * 2 else gap
        text, line = text + gap, line + gap.count("\n")
        if spoilt and spoilt[0] % len(table) == at:
            column, wrong = spoilt[1], WRONG[spoilt[1]]
            cells[("date", "anc", "anc_unit").index(column)] = wrong[spoilt[2] % len(wrong)]
            place = f"line {line}, {column}"
        text, line = text + delimiter.join(cells) + end, line + 1
    with at_once():
        read = read_series(text)
    if place:
        assert isinstance(read, Problems)
        assert [problem.field for problem in read] == [place]
        assert all(problem.message.startswith(f"{place[0].upper()}{place[1:]}: ") for problem in read)
    else:
        assert isinstance(read, Series)
        assert {str(point.day): Fraction(point.per_ul) for point in read.points} == expected
        # The same table, pasted into the rows of the window.
        pasted = [dict(zip(COLUMN_KEYS, row, strict=False)) for row in block_of(text).rows]
        assert read_series(csv_of(pasted)) == read


@examples(60)
@given(st.binary(max_size=100) | TABLES.map(encoded) | TABLES.map(lambda text: text.encode("utf-16", "surrogatepass")))
def test_any_file_is_text_or_a_problem(data: bytes) -> None:
    with at_once():
        read = decode(data)
    assert isinstance(read, Problems) or read.encode("utf-8-sig")


@examples(72)
@given(TABLES.map(encoded) | TABLES.map(encoded) | st.binary(max_size=40))
def test_a_table_is_worked_out_row_by_row_or_refused_and_no_row_is_lost(data: bytes) -> None:
    target = io.BytesIO()
    try:
        with at_once():
            done = deque(calculate_rows(ANC, io.BytesIO(data), target, {}), maxlen=1)
    except TableRefused:
        return
    result = target.getvalue().decode("utf-8")
    # What stands before the first added column.
    delimiter = result[result.index(RESULTS[0]) - 1]
    titles, *before = filled_rows(data.decode("utf-8-sig"), delimiter)
    head, *after = filled_rows(result, delimiter)
    assert head == [*titles, *RESULTS]
    assert [each.rows for each in done] == ([len(before)] if before else [])
    names = [title.strip().casefold().replace("-", "_").replace(" ", "_") for title in titles]
    for cells, row in zip(before, after, strict=True):
        assert len(row) == len(head)
        assert row[: len(titles)] == [*cells, *[""] * len(titles)][: len(titles)]
        told = dict(zip(RESULTS, row[len(titles) :], strict=True))
        assert bool(told["anc_per_ul"]) != bool(told["problems"])
        if len(cells) > len(titles):
            assert told["problems"]
            continue
        typed = {key: cell for key, cell in zip(names, cells, strict=False) if key in ANC_KEYS and cell.strip()}
        if typed.keys() == {"wbc", "wbc_unit", "neutrophils"}:
            per_ul = worked_out(**typed)
            assert told["anc_per_ul"] == "" if per_ul is None else Fraction(told["anc_per_ul"]) == per_ul


def worked_out(wbc: str, wbc_unit: str, neutrophils: str) -> Fraction | None:
    """White cells × neutrophil % / 100, in cells/µL; None where a person would ask."""
    white, factor, percent = as_a_person_reads(wbc), FACTORS.get(wbc_unit), as_a_person_reads(neutrophils)
    if white is None or factor is None or percent is None or percent > 100:
        return None
    return white * factor * percent / 100


def filled_rows(text: str, delimiter: str) -> list[list[str]]:
    return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row]
