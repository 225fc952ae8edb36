"""Rows of text are read as everybody would read them, or refused with their line and column."""

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.calculators.series_text import (
    COLUMNS,
    MOST_BYTES,
    MOST_ROWS,
    as_csv,
    cautions,
    decode,
    number_text,
    read_day,
    read_series,
)
from neutrogui.domain.number import Refusal, read_number
from neutrogui.domain.problem import Problem, Problems
from neutrogui.domain.quantity import COUNT_UNITS
from neutrogui.domain.series import Point, Series


def read(text: str) -> list[tuple[str, str | None, str]]:
    """Day, time and cells/µL of every count."""
    series = read_series(text)
    assert isinstance(series, Series), series
    return [
        (point.day.isoformat(), point.time and point.time.isoformat(), f"{point.per_ul.normalize():f}")
        for point in series.points
    ]


def problems(text: str) -> tuple[Problem, ...]:
    result = read_series(text)
    assert isinstance(result, Problems), result
    for problem in result.problems:
        assert problem.message.endswith((".", "?"))
        assert problem.message.startswith(f"{problem.field[0].upper()}{problem.field[1:]}:") or problem.field == "file"
    return result.problems


def refused(text: str) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in problems(text)]


def one_row(**cells: str) -> str:
    """A text with one row, divided by semicolons, with every column."""
    typed = {"date": "2026-03-04", **cells}
    return ";".join(COLUMNS) + "\n" + ";".join(typed.get(column, "") for column in COLUMNS) + "\n"


# What is read


def test_counts_and_white_cells_may_stand_side_by_side_in_units_of_their_own() -> None:
    text = (
        "date,time,anc,anc_unit,wbc,wbc_unit,neutrophils,segmented,bands\n"
        "2026-03-01,,0.48,10^9/L,,,,,\n"
        "2026-03-02,08:30,,,1.2,K/uL,40,,\n"
        "2026-03-02,20:15:30,,,1200,/uL,,35,5\n"
        "2026-03-03,,12.5,/mm3\n"
    )
    assert read(text) == [
        ("2026-03-01", None, "480"),
        ("2026-03-02", "08:30:00", "480"),
        ("2026-03-02", "20:15:30", "480"),
        ("2026-03-03", None, "12.5"),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_the_delimiter_is_taken_from_the_names_of_the_columns(delimiter: str, end: str, start: str) -> None:
    rows = (("date", "anc", "anc_unit"), ("2026-03-01", "480", "/uL"), ("2026-03-02", "0.5", "G/L"))
    text = start + end.join(delimiter.join(row) for row in rows) + end
    assert read(text) == [("2026-03-01", None, "480"), ("2026-03-02", None, "500")]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_decimal_comma_is_read_where_commas_divide_nothing(delimiter: str) -> None:
    text = "date;anc;anc_unit\n2026-03-01;0,48;10^9/L\n".replace(";", delimiter)
    assert read(text) == [("2026-03-01", None, "480")]


def test_a_number_of_a_text_divided_by_commas_has_a_decimal_point() -> None:
    assert refused('date,anc,anc_unit\n2026-03-01,"0,48",10^9/L\n') == [("line 2, anc", "decimal-comma")]
    assert refused("date,anc,anc_unit\n2026-03-01,0,48,10^9/L\n")[0] == ("line 2", "without-column")
    assert "decimal point" in problems("date,anc_unit,anc\n2026-03-01,10^9/L,0,48\n")[0].message


def test_quoted_cells_are_read_without_their_quotation_marks() -> None:
    text = '"date";"anc";"anc_unit"\n"2026-03-01";"0,48";"10^9/L"\n'
    assert read(text) == [("2026-03-01", None, "480")]


@pytest.mark.parametrize(
    "header",
    ["Date;WBC;WBC unit;Neutrophils %", " DATE ; wbc;wbc-unit;neutrophils", "date;Wbc;WBC_Unit;neutrophils (%)"],
)
def test_the_names_of_the_columns_may_be_written_in_words(header: str) -> None:
    assert read(f"{header}\n2026-03-01;1.2;K/uL;40\n") == [("2026-03-01", None, "480")]


def test_columns_and_rows_may_stand_in_any_order_and_empty_rows_are_none() -> None:
    text = "\n;;;\nanc_unit;date;anc;\n\n/uL;2026-03-02;500;\n;;;\n/uL;2026-03-01;480\n\n"
    assert read(text) == [("2026-03-01", None, "480"), ("2026-03-02", None, "500")]


@pytest.mark.parametrize("written", ["2026-03-04 08:30", "2026-03-04T08:30", "2026-03-04T08:30:00"])
def test_a_date_may_hold_the_time(written: str) -> None:
    assert read(one_row(date=written, anc="480", anc_unit="/uL")) == [("2026-03-04", "08:30:00", "480")]


def test_a_unit_without_its_number_is_no_count() -> None:
    text = one_row(wbc="1,2", wbc_unit="G/L", neutrophils="40", anc_unit="10^9/L")
    assert read(text) == [("2026-03-04", None, "480")]


# What is refused


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"anc": "480"}, [("line 2, anc_unit", "missing")]),
        ({"anc": "480", "anc_unit": "mg/L"}, [("line 2, anc_unit", "unknown-unit")]),
        ({"anc": "-1", "anc_unit": "/uL"}, [("line 2, anc", "negative")]),
        ({"anc": "1,234", "anc_unit": "/uL"}, [("line 2, anc", "ambiguous")]),
        ({"anc": "<0.1", "anc_unit": "G/L"}, [("line 2, anc", "not-a-number")]),
        ({"anc": "0000000000001", "anc_unit": "G/L"}, [("line 2, anc", "too-long")]),
        ({"anc": "2000", "anc_unit": "G/L"}, None),
        ({"anc": "2000.0001", "anc_unit": "G/L"}, [("line 2, anc", "out-of-range")]),
        ({}, [("line 2, anc", "missing")]),
        ({"anc_unit": "/uL"}, [("line 2, anc", "missing")]),
        ({"wbc": "1.2", "wbc_unit": "G/L"}, [("line 2, neutrophils", "missing")]),
        ({"wbc": "1.2", "neutrophils": "40"}, [("line 2, wbc_unit", "missing")]),
        ({"wbc_unit": "G/L", "neutrophils": "40"}, [("line 2, wbc", "missing")]),
        ({"wbc": "1.2", "wbc_unit": "G/L", "segmented": "40"}, [("line 2, bands", "missing")]),
        ({"wbc": "1.2", "wbc_unit": "G/L", "bands": "4"}, [("line 2, segmented", "missing")]),
        ({"wbc": "1.2", "wbc_unit": "G/L", "neutrophils": "101"}, [("line 2, neutrophils", "out-of-range")]),
        ({"wbc": "1.2", "wbc_unit": "G/L", "neutrophils": "100"}, None),
        ({"wbc": "1.2", "wbc_unit": "G/L", "segmented": "60", "bands": "41"}, [("line 2, bands", "over-100")]),
        (
            {"wbc": "1.2", "wbc_unit": "G/L", "neutrophils": "40", "bands": "4"},
            [("line 2, neutrophils", "conflict")],
        ),
        ({"anc": "480", "anc_unit": "/uL", "wbc": "1"}, [("line 2, anc", "conflict")]),
        ({"anc": "480", "anc_unit": "/uL", "bands": "0"}, [("line 2, anc", "conflict")]),
        ({"date": "", "anc": "480", "anc_unit": "/uL"}, [("line 2, date", "missing")]),
        (
            {"date": "yesterday", "anc": "x", "anc_unit": "/uL"},
            [("line 2, date", "not-a-date"), ("line 2, anc", "not-a-number")],
        ),
        ({"time": "8:30", "anc": "480", "anc_unit": "/uL"}, [("line 2, time", "not-a-time")]),
        ({"time": "24:00", "anc": "480", "anc_unit": "/uL"}, [("line 2, time", "not-a-time")]),
        ({"time": "08:30Z", "anc": "480", "anc_unit": "/uL"}, [("line 2, time", "not-a-time")]),
        ({"date": "2026-03-04T25:00", "anc": "480", "anc_unit": "/uL"}, [("line 2, date", "not-a-time")]),
        ({"date": "2026-03-04 08:30", "time": "08:30", "anc": "4", "anc_unit": "/uL"}, [("line 2, time", "conflict")]),
    ],
)  # fmt: skip
def test_a_bad_cell_is_told_with_its_line_and_column(
    cells: dict[str, str], expected: list[tuple[str, str]] | None
) -> None:
    text = one_row(**cells)
    if expected is None:
        assert read(text)
    else:
        assert refused(text) == expected


def test_every_bad_row_is_told_and_none_is_left_out() -> None:
    text = "date;anc;anc_unit\n2026-03-01;x;/uL\n\n2026-03-02;1;/uL\n03/04/2026;2;/uL\n2026-03-05;3;furlong;4\n"
    assert refused(text) == [
        ("line 2, anc", "not-a-number"),
        ("line 5, date", "ambiguous"),
        ("line 6", "without-column"),
        ("line 6, anc_unit", "unknown-unit"),
    ]


def test_lines_are_counted_across_quoted_cells_of_several_lines() -> None:
    text = 'date;anc;anc_unit\n2026-03-01;"4\n80";/uL\n2026-03-02;x;/uL\n'
    assert refused(text) == [("line 2, anc", "not-a-number"), ("line 4, anc", "not-a-number")]


@pytest.mark.parametrize(
    ("typed", "code", "readings"),
    [
        ("03/04/2026", "ambiguous", ("2026-04-03", "2026-03-04")),
        ("3.4.2026", "ambiguous", ("2026-04-03", "2026-03-04")),
        ("03-04-2026", "ambiguous", ("2026-04-03", "2026-03-04")),
        ("13/04/2026", "not-a-date", ("2026-04-13",)),
        ("04/13/2026", "not-a-date", ("2026-04-13",)),
        ("03/03/2026", "not-a-date", ("2026-03-03",)),
        ("13/13/2026", "not-a-date", ()),
        ("2026/03/04", "not-a-date", ("2026-03-04",)),
        ("2026-3-4", "not-a-date", ("2026-03-04",)),
        ("03/04/26", "not-a-date", ()),
        ("20260304", "not-a-date", ()),
        ("2026-W10-3", "not-a-date", ()),
        ("46085", "not-a-date", ()),
        ("2026-02-29", "not-a-date", ()),
        ("٢٠٢٦-03-04", "not-a-date", ()),
        ("1899-12-31", "out-of-range", ()),
        ("2200-01-01", "out-of-range", ()),
        ("0026-03-04", "out-of-range", ()),
        ("  ", "missing", ()),
    ],
)
def test_a_date_that_is_not_year_month_day_is_refused_with_its_readings(
    typed: str, code: str, readings: tuple[str, ...]
) -> None:
    refusal = read_day(typed)
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.readings) == (code, readings)
    assert refusal.message.endswith((".", "?"))
    assert typed.strip() in refusal.message
    assert all(reading in refusal.message for reading in readings)


@pytest.mark.parametrize("typed", ["1900-01-01", "2024-02-29", "2199-12-31", " 2026-03-04 "])
def test_an_iso_date_is_read(typed: str) -> None:
    assert read_day(typed) == date.fromisoformat(typed.strip())


def test_an_ambiguous_cell_comes_with_both_readings() -> None:
    (on_day, count) = problems("date;anc;anc_unit\n03/04/2026;1,234;/uL\n")
    assert on_day.readings == ("2026-04-03", "2026-03-04")
    assert all(reading in on_day.message for reading in on_day.readings)
    assert count.readings == ("1234", "1.2340")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("date;anc;anc_unit;ward", [("line 1", "unknown-column")]),
        ("date;anc;anc", [("line 1", "repeated-column"), ("line 1", "missing-column")]),
        ("anc;anc_unit", [("line 1", "missing-column")]),
        ("date;anc", [("line 1", "missing-column")]),
        ("date;wbc;wbc_unit", [("line 1", "missing-column")]),
        ("date;wbc;wbc_unit;segmented", [("line 1", "missing-column")]),
        ("date;neutrophils;segmented;bands;wbc", [("line 1", "missing-column")]),
        ("2026-03-01;480;/uL", [("line 1", code) for code in ["unknown-column"] * 3 + ["missing-column"] * 2]),
    ],
)
def test_the_columns_have_to_be_known_and_enough(header: str, expected: list[tuple[str, str]]) -> None:
    assert refused(f"{header}\n2026-03-01;480;/uL;1\n") == expected


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", ";;;\n", "date;anc;anc_unit\n", "date;anc;anc_unit\n;;\n"])
def test_a_text_without_counts_is_refused(text: str) -> None:
    assert refused(text) == [("file", "missing")]


@pytest.mark.parametrize(
    ("row", "line"), [('2026-03-02;"480;/uL', 3), ('2026-03-02;"4"80;/uL', 3), ('"2026-03-02;480;/uL\n2026', 3)]
)
def test_a_stray_quotation_mark_is_told_with_its_line(row: str, line: int) -> None:
    assert refused(f"date;anc;anc_unit\n2026-03-01;480;/uL\n{row}\n") == [(f"line {line}", "not-csv")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("2026-03-01;;480\n2026-03-01;;481", [("line 3, date", "conflict")]),
        ("2026-03-01;;480\n2026-03-01;08:30;481", [("line 3, date", "conflict")]),
        ("2026-03-01;08:30;480\n2026-03-01;;481", [("line 2, date", "conflict")]),
        ("2026-03-01;08:30;480\n2026-03-01;08:30;481", [("line 3, date", "conflict")]),
        (
            "2026-03-01;;480\n2026-03-02;;9\n2026-03-01;;481\n2026-03-01;;482",
            [("line 4, date", "conflict"), ("line 5, date", "conflict")],
        ),
        ("2026-03-01;;480\n2026-03-01;;480", None),
        ("2026-03-01;;480\n2026-03-01;08:30;480", None),
        ("2026-03-01;08:30;480\n2026-03-01;20:30;900", None),
    ],
)  # fmt: skip
def test_two_counts_of_a_day_are_the_same_or_have_times(rows: str, expected: list[tuple[str, str]] | None) -> None:
    text = "date;time;anc;anc_unit\n" + "".join(f"{row};/uL\n" for row in rows.split("\n"))
    if expected is None:
        assert len(read(text)) == 2
    else:
        assert refused(text) == expected
        assert "the same count twice is accepted" in problems(text)[0].message


def test_the_same_count_in_another_unit_is_the_same() -> None:
    text = "date;anc;anc_unit\n2026-03-01;480;/uL\n2026-03-01;0.48;10^9/L\n"
    assert [per_ul for _, _, per_ul in read(text)] == ["480", "480"]


def test_no_more_than_5000_rows_are_read() -> None:
    first = date(2020, 1, 1).toordinal()
    rows = [f"{date.fromordinal(first + number)};500;/uL" for number in range(MOST_ROWS)]
    text = "date;anc;anc_unit\n" + "\n".join(rows)
    assert len(read(text)) == MOST_ROWS == 5000
    (problem,) = problems(f"{text}\n2050-01-01;500;/uL\n")
    assert (problem.field, problem.code) == ("file", "too-many-rows")
    assert "5,000" in problem.message


def test_bytes_are_utf_8_with_or_without_a_mark() -> None:
    assert decode("µL".encode()) == decode("\ufeffµL".encode()) == "µL"
    assert decode(b" " * MOST_BYTES) == " " * MOST_BYTES
    for data, field, code in (
        (b" " * (MOST_BYTES + 1), "file", "too-large"),
        (b"date\n\n1;\xb5L", "line 3", "not-utf-8"),
        ("date".encode("utf-16"), "line 1", "not-utf-8"),
    ):
        refusal = decode(data)
        assert isinstance(refusal, Problems)
        assert [(p.field, p.code) for p in refusal.problems] == [(field, code)]
        (problem,) = refusal.problems
        assert problem.message.endswith(".")
        assert ("2,000,000 bytes" if code == "too-large" else field.capitalize()) in problem.message


@given(st.text(alphabet="date;,\t\n\r\"'-0123456789.ancwb_unitµL/ \ufeff\x00", max_size=80))
def test_any_text_is_a_series_or_problems(text: str) -> None:
    for each in (text, f"date;anc;anc_unit\n{text}"):
        result = read_series(each)
        if isinstance(result, Problems):
            assert all(problem.field and problem.code and problem.message for problem in result.problems)


# Questions


def test_unusual_units_and_fractions_are_asked_about_once_for_each_kind() -> None:
    text = (
        "date;anc;anc_unit;wbc;wbc_unit;neutrophils\n"
        "2026-03-01;0.48;/uL;;;\n"
        "2026-03-02;0.52;/uL;;;\n"
        "2026-03-03;480;10^9/L;;;\n"
        "2026-03-04;;;4.2;/uL;40\n"
        "2026-03-05;;;4.2;10^9/L;0.4\n"
        "2026-03-06;480;/uL;;;\n"
    )
    series = read_series(text)
    assert isinstance(series, Series)
    found = cautions(series)
    assert [(caution.field, caution.code) for caution in found] == [
        ("anc", "check-unit"),
        ("wbc", "check-unit"),
        ("neutrophils", "fraction-or-percent"),
    ]
    assert found[0].message.startswith("2026-03-01, anc: 0.48 /µL")
    assert found[0].message.endswith("The same question on 2 more rows.")
    assert found[1].message.startswith("2026-03-04, wbc: 4.2 /µL")
    assert "0.4 % is" in found[2].message
    assert found[2].message.endswith("Was 40 % meant?")
    assert cautions(Series((Point(date(2026, 3, 1), Decimal(480)),))) == ()


def test_a_question_on_one_more_row_is_told_so() -> None:
    series = read_series("date;anc;anc_unit\n2026-03-01;0.48;/uL\n2026-03-02;0.52;/uL\n")
    assert isinstance(series, Series)
    (caution,) = cautions(series)
    assert caution.message.endswith("The same question on 1 more row.")


@pytest.mark.parametrize(("percent", "asked"), [("0", False), ("0.4", True), ("1", True), ("1.0001", False)])
@pytest.mark.parametrize("rest", ["{};;", ";{};0"])
def test_a_percentage_that_may_be_a_fraction_is_asked_about(rest: str, percent: str, asked: bool) -> None:
    series = read_series("date;wbc;wbc_unit;neutrophils;segmented;bands\n2026-03-01;4;G/L;" + rest.format(percent))
    assert isinstance(series, Series)
    assert [caution.code for caution in cautions(series)] == (["fraction-or-percent"] if asked else [])


def test_a_long_cell_is_shown_cut() -> None:
    (problem,) = problems(one_row(anc="480", anc_unit="/uL", time="x" * 20))
    assert f"“{'x' * 20}”" in problem.message
    (problem,) = problems(one_row(anc="480", anc_unit="/uL", time="x" * 21))
    assert f"“{'x' * 19}…”" in problem.message


# Writing


def test_a_series_is_written_as_it_was_reported() -> None:
    text = "Date;WBC;WBC unit;Neutrophils %;ANC;ANC unit\n2026-03-02;1,2;K/uL;40;;\n2026-03-01;;;;0,4800;G/L\n"
    series = read_series(text)
    assert isinstance(series, Series)
    assert as_csv(series) == (
        "date,anc,anc_unit,wbc,wbc_unit,neutrophils\n"
        "2026-03-01,0.48,10^9/L,,,\n"
        "2026-03-02,,,1.2,10^3/uL,40\n"
    )  # fmt: skip


def test_a_count_alone_is_written_in_cells_per_microlitre() -> None:
    series = Series((Point(date(2026, 3, 1), Decimal("480.50"), time(8, 30)),))
    assert as_csv(series) == "date,time,anc,anc_unit\n2026-03-01,08:30:00,480.5,/uL\n"


@pytest.mark.parametrize("text", ["1.234", "12.345", "1234.567", "0.123", "100", "0", "1.2340"])
def test_a_number_is_written_so_that_it_can_be_read(text: str) -> None:
    assert read_number(number_text(Decimal(text))) == Decimal(text)


def test_a_number_with_too_many_digits_is_not_written() -> None:
    with pytest.raises(ValueError, match="read again"):
        number_text(Decimal("0.1234567890123"))


def _number(low: int, high: int) -> st.SearchStrategy[str]:
    decimals = st.integers(0, 6).flatmap(lambda places: st.decimals(low, high, places=places))
    return decimals.map(lambda value: number_text(value.quantize(Decimal(1)) if value == int(value) else value))


_units = st.sampled_from([spelling for unit in COUNT_UNITS for spelling in (unit.key, unit.label, *unit.spellings)])
_cells = st.one_of(
    st.fixed_dictionaries({"anc": _number(0, 2000), "anc_unit": _units}),
    st.fixed_dictionaries({"wbc": _number(0, 2000), "wbc_unit": _units, "neutrophils": _number(0, 100)}),
    st.fixed_dictionaries(
        {"wbc": _number(0, 2000), "wbc_unit": _units, "segmented": _number(0, 50), "bands": _number(0, 50)}
    ),
)
_moments = st.tuples(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.one_of(st.just(""), st.times().map(lambda at: at.replace(microsecond=0).isoformat())),
)
_rows = st.lists(st.tuples(_moments, _cells), min_size=1, max_size=12, unique_by=lambda row: row[0][0])


@given(_rows, st.sampled_from([";", "\t"]), st.booleans())
def test_what_is_written_is_read_as_the_same_series(
    rows: list[tuple[tuple[date, str], dict[str, str]]], delimiter: str, comma: bool
) -> None:
    lines = [delimiter.join(COLUMNS)]
    for (day, at), cells in rows:
        # Only numbers have a decimal mark.
        cells = {
            key: text if key.endswith("unit") or not comma else text.replace(".", ",") for key, text in cells.items()
        }
        typed = {"date": day.isoformat(), "time": at, **cells}
        lines.append(delimiter.join(typed.get(column, "") for column in COLUMNS))
    series = read_series("\n".join(lines))
    assert isinstance(series, Series), series
    assert len(series.points) == len(rows)
    again = read_series(as_csv(series))
    assert again == series
    assert isinstance(again, Series)
    assert [point.reported for point in again.points] == [point.reported for point in series.points]
    assert as_csv(again) == as_csv(series)


_points = st.builds(
    Point,
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.decimals(0, 2_000_000, places=4),
    st.one_of(st.none(), st.times().map(lambda at: at.replace(microsecond=0))),
)


@given(st.lists(_points, min_size=1, max_size=12, unique_by=lambda point: point.day))
def test_counts_that_were_never_reported_are_written_and_read_too(points: list[Point]) -> None:
    series = Series(tuple(sorted(points, key=lambda point: point.order)))
    assert read_series(as_csv(series)) == series


def test_who_leaves_the_bands_out_is_told_what_to_type_where_there_are_none() -> None:
    read = read_series("date,wbc,wbc_unit,segmented,bands\n2026-03-01,1,K/uL,60,\n")
    assert isinstance(read, Problems)
    (problem,) = read.problems
    assert (problem.field, problem.code) == ("line 2, bands", "missing")
    assert "0 if the report lists none" in problem.message
