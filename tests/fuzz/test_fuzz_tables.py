"""Tables: every row is either counted as it is written or told; none is lost, none moved."""

import csv
import io
import tempfile
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from fuzzing import at_once, examples
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.batch import RESULTS, Done, TableRefused, calculate_table
from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.calculators.series import findings
from neutrogui.calculators.series_text import as_csv, cautions, decode, read_series
from neutrogui.domain.problem import Problems
from neutrogui.domain.series import Series

ANC = CATALOGUE.calculators[0]
ANY = (
    st.text(max_size=12)
    | st.sampled_from(['"', '""', "1,2", "1;2", "a\nb", "\x00", " ", "=1+1", "1.234"])
    | st.decimals(0, 300, places=2).map(str)
)
DAYS = st.dates().map(str) | st.sampled_from(["2026-03-04", "2026-03-05T08:00", "03/04/2026", "2026-02-30", ""])
HEADS = st.lists(
    st.sampled_from(
        ["date", "time", "anc", "anc_unit", "ANC unit", "wbc", "wbc_unit", "neutrophils", "Neutrophils %", "segmented",
         "bands", "nrbc", "note", ""]
    ),
    max_size=8,
)  # fmt: skip
UNITS = st.sampled_from(["10^9/L", "/uL", "K/uL", "", "g/L"])


@st.composite
def tables(draw: st.DrawFn) -> str:
    """A table like one that a spreadsheet writes, and some of what may be wrong with it."""
    head = draw(HEADS | st.just(["date", "anc", "anc_unit"]) | st.just(["wbc", "wbc_unit", "neutrophils", "name"]))
    delimiter = draw(st.sampled_from(",;\t"))
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=draw(st.sampled_from(["\n", "\r\n", "\r"])))
    writer.writerow(head)
    for _ in range(draw(st.integers(0, 5))):
        row = []
        for name in head:
            likely = (
                DAYS if name == "date" else UNITS if "unit" in name.lower() else st.decimals(0, 99, places=1).map(str)
            )
            row.append(draw(likely | ANY if draw(st.integers(0, 9)) == 0 else likely))
        writer.writerow(row + draw(st.lists(ANY, max_size=1) if draw(st.integers(0, 19)) == 0 else st.just([])))
    return draw(st.sampled_from(["", "\ufeff"])) + out.getvalue()


@examples(72)
@given(tables() | st.text(max_size=200))
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


@examples(48)
@given(
    st.lists(
        st.tuples(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)),
                  st.decimals(0, 50, places=2), st.sampled_from([("10^9/L", 1000), ("/uL", 1), ("K/uL", 1000)])),
        min_size=1, max_size=6, unique_by=lambda row: row[0],
    ),
    st.sampled_from(",;\t"),
)  # fmt: skip
def test_each_count_of_a_series_is_the_number_times_its_unit(rows, delimiter: str) -> None:
    lines = [delimiter.join(("date", "anc", "anc_unit"))]
    lines += [delimiter.join((str(day), str(number), unit)) for day, number, (unit, _) in rows]
    read = read_series("\n".join(lines))
    assert isinstance(read, Series)
    expected = {day: Fraction(number) * factor for day, number, (_, factor) in rows}
    assert {point.day: Fraction(point.per_ul) for point in read.points} == expected


@examples(60)
@given(st.binary(max_size=200) | tables().map(str.encode) | tables().map(lambda text: text.encode("utf-16")))
def test_any_file_is_text_or_a_problem(data: bytes) -> None:
    with at_once():
        read = decode(data)
    assert isinstance(read, Problems) or read.encode("utf-8-sig")


def worked_out(source: Path, target: Path) -> Done | None:
    try:
        with at_once():
            return calculate_table(ANC, source, target, {}, lambda rows, share: None)
    except TableRefused:
        return None


@examples(36)
@given(tables().map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=120))
def test_a_table_is_worked_out_row_by_row_or_refused_and_no_row_is_lost(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "in.csv", Path(folder) / "out.csv"
        source.write_bytes(data)
        done = worked_out(source, target)
        if done is None:
            assert not target.exists()
            return
        text = data.decode("utf-8-sig")
        head = text.splitlines()[0] if text.splitlines() else ""
        written = list(
            csv.reader(io.StringIO(target.read_text("utf-8"), newline=""), delimiter=_delimiter(head, target))
        )
        assert len(written) == done.rows + 1
        width = len(written[0])
        given_rows = [
            row for row in csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(head, target)) if row
        ]
        assert done.rows == len(given_rows) - 1
        for row, before in zip(written[1:], given_rows[1:], strict=True):
            assert len(row) == width
            kept = width - len(RESULTS)
            assert row[:kept] == [*before, *[""] * kept][:kept]
            result = dict(zip(RESULTS, row[kept:], strict=True))
            assert bool(result["anc_per_ul"]) != bool(result["problems"])
            if result["anc_per_ul"]:
                assert Decimal(result["anc_per_ul"]) >= 0


def _delimiter(head: str, target: Path) -> str:
    """The delimiter of a table that was worked out: what stands before the first added column."""
    first = target.read_text("utf-8")
    return first[first.index(RESULTS[0]) - 1]
