from dataclasses import fields
from decimal import Decimal

import pytest

from neutrogui.calculators.grading import CONVENTIONAL
from neutrogui.domain.handout import Paper, PrecautionsSheet, TypeSize, printable, read_sheet
from neutrogui.domain.problem import Problems
from neutrogui.domain.quantity import PER_UL, Count


def sheet(**typed: str) -> PrecautionsSheet:
    read = read_sheet({"call_at": "38.0", **typed}, CONVENTIONAL, "2026.11")
    assert isinstance(read, PrecautionsSheet), read
    return read


def refused(**typed: str) -> list[tuple[str, str]]:
    """Field and code of every problem; each has a sentence."""
    read = read_sheet({"call_at": "38.0", **typed}, CONVENTIONAL, "2026.11")
    assert isinstance(read, Problems), read
    assert all(problem.message.endswith((".", "?")) for problem in read.problems)
    return [(problem.field, problem.code) for problem in read.problems]


def test_a_temperature_alone_makes_a_sheet_for_the_pen():
    read = sheet()
    assert read == PrecautionsSheet(Decimal("38.0"), edition="2026.11")
    assert (read.paper, read.type_size) == (Paper.A4, TypeSize.NORMAL)


def test_everything_typed_stands_on_the_sheet():
    read = sheet(
        clinic="Riverside Clinic",
        phone_day="555 0100",
        phone_night="555 0199",
        count="0,48",
        count_unit="10^9/L",
        counted_on="2026-11-21",
        paper="letter",
        type_size="LARGE",
    )
    assert read == PrecautionsSheet(
        Decimal("38.0"),
        clinic="Riverside Clinic",
        phone_day="555 0100",
        phone_night="555 0199",
        count=Count.of(Decimal(480), PER_UL),
        count_words="Severe",
        scale=CONVENTIONAL,
        counted_on="2026-11-21",
        paper=Paper.LETTER,
        type_size=TypeSize.LARGE,
        edition="2026.11",
    )


def test_there_is_no_place_for_a_patients_name():
    assert {field.name for field in fields(PrecautionsSheet)} == {
        "call_at", "clinic", "phone_day", "phone_night", "count", "count_words", "scale", "counted_on", "paper",
        "type_size", "edition",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("celsius", "fahrenheit"),
    [("35", "95.0"), ("36.6", "97.9"), ("37.5", "99.5"), ("38", "100.4"), ("38.1", "100.6"), ("38,3", "100.9"),
     ("38.5", "101.3"), ("39.90", "103.8"), ("42", "107.6")],
)  # fmt: skip
def test_fahrenheit_is_the_same_temperature(celsius: str, fahrenheit: str):
    assert str(sheet(call_at=celsius).call_at_fahrenheit) == fahrenheit


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "missing"),
        ("  ", "missing"),
        ("34.9", "out-of-range"),
        ("42.1", "out-of-range"),
        ("94.9", "out-of-range"),
        ("0", "out-of-range"),
        ("-38", "negative"),
        ("38.05", "too-precise"),
        ("38 °C", "not-a-number"),
        ("38.000", "ambiguous"),
        ("nan", "not-a-number"),
        ("9" * 100_000, "too-long"),
    ],
)
def test_a_temperature_that_is_none_is_refused(typed: str, code: str):
    assert refused(call_at=typed) == [("call_at", code)]


@pytest.mark.parametrize(
    ("fahrenheit", "celsius"),
    [("95", "35.0"), ("99.5", "37.5"), ("100.4", "38.0"), ("100.5", "38.0"), ("101.3", "38.5"), ("107.6", "42.0")],
)
def test_fahrenheit_is_not_read_as_celsius_but_offered_in_celsius(fahrenheit: str, celsius: str):
    read = read_sheet({"call_at": fahrenheit}, CONVENTIONAL, "")
    assert isinstance(read, Problems)
    (problem,) = read.problems
    assert (problem.code, problem.readings) == ("fahrenheit", (celsius,))
    assert celsius in problem.message
    assert sheet(call_at=celsius).call_at_fahrenheit <= Decimal(fahrenheit)


@pytest.mark.parametrize(
    ("per_ul", "words"),
    [("0", "Profound (severe, below 100)"), ("99.999", "Profound (severe, below 100)"), ("100", "Severe"),
     ("499.9999", "Severe"), ("500", "Moderate"), ("999.9", "Moderate"), ("1000", "Mild"), ("1499.9", "Mild"),
     ("1500", "No neutropenia by this scale"), ("100000", "No neutropenia by this scale")],
)  # fmt: skip
def test_the_count_is_graded_as_it_is_and_never_rounded_first(per_ul: str, words: str):
    typed = per_ul + "0" if per_ul == "99.999" else per_ul
    assert sheet(count=typed, count_unit="/uL").count_words == words


@pytest.mark.parametrize(
    ("typed", "problems"),
    [
        ({"count": "480"}, [("count_unit", "missing")]),
        ({"count": "480", "count_unit": "mg/dL"}, [("count_unit", "unknown-unit")]),
        ({"count": "1,234", "count_unit": "/uL"}, [("count", "ambiguous")]),
        ({"count": "many"}, [("count", "not-a-number"), ("count_unit", "missing")]),
        ({"count": "480", "count_unit": "10^9/L"}, [("count", "out-of-range")]),
        ({"count": "100001", "count_unit": "/uL"}, [("count", "out-of-range")]),
        ({"count": "0.48", "count_unit": "/uL"}, [("count_unit", "check-unit")]),
        ({"counted_on": "2026-11-21"}, [("counted_on", "without-count")]),
    ],
)
def test_a_count_that_is_not_clear_is_refused(typed: dict[str, str], problems: list[tuple[str, str]]):
    assert refused(**typed) == problems


def test_a_unit_without_a_count_means_nothing():
    assert sheet(count_unit="10^9/L").count is None


@pytest.mark.parametrize("typed", ["21.11.2026", "11/21/2026", "2026-11-31", "2026-13-01", "20261121", "2026-W47-6",
                                   "٢٠٢٦-١١-٢١", "2026-11-21T10:00", "0000-00-00", "x" * 100_000])  # fmt: skip
def test_a_date_is_year_month_and_day_of_a_real_day(typed: str):
    assert refused(count="480", count_unit="/uL", counted_on=typed) == [("counted_on", "not-a-date")]
    assert sheet(count="480", count_unit="/uL", counted_on=" 2024-02-29 ").counted_on == "2024-02-29"


@pytest.mark.parametrize(("field", "longest"), [("clinic", 120), ("phone_day", 60), ("phone_night", 60)])
def test_texts_have_a_length_that_fits_the_sheet(field: str, longest: int):
    assert getattr(sheet(**{field: "x" * longest}), field) == "x" * longest
    assert refused(**{field: "x" * (longest + 1)}) == [(field, "too-long")]
    assert refused(**{field: "x" * 100_000}) == [(field, "too-long")]


def test_blanks_of_every_kind_become_one_blank():
    assert sheet(clinic="\n River\u00a0side\t\r\n  Clinic\u2003").clinic == "River side Clinic"


def test_letters_made_of_two_characters_become_one():
    assert sheet(clinic="Zu\u0308rich").clinic == "Zürich"


@pytest.mark.parametrize(
    ("typed", "named"),
    [("协和医院", "“协”"), ("Clinic 😀", "“😀”"), ("مستشفى", "“م”"), ("a\x00b", "U+0000"), ("a\u202eb", "U+202E"),
     ("a\u200bb", "U+200B"), ("a\ufeffb", "U+FEFF"), ("\x07", "U+0007"), ("\ud800", "U+D800")],
)  # fmt: skip
def test_a_character_that_the_fonts_lack_is_named(typed: str, named: str):
    read = read_sheet({"call_at": "38", "clinic": typed}, CONVENTIONAL, "")
    assert isinstance(read, Problems)
    (problem,) = read.problems
    assert (problem.field, problem.code) == ("clinic", "unprintable")
    assert named in problem.message
    assert all(c.isprintable() for c in problem.message)


@pytest.mark.parametrize("typed", ["Clínica São José", "Łódź", "Больница №1", "Νοσοκομείο", "Bệnh viện", "#*_$\\`<b>"])
def test_latin_greek_and_cyrillic_names_are_printed(typed: str):
    assert sheet(clinic=typed).clinic == typed
    assert all(map(printable, typed))


def test_choices_that_are_none_are_refused():
    assert refused(paper="A5", type_size="huge") == [("paper", "unknown-choice"), ("type_size", "unknown-choice")]


def test_all_problems_are_told_at_once_in_the_order_of_the_fields():
    fields_told = [field for field, _ in refused(clinic="\x00", call_at="100.4", count="x", counted_on="today")]
    assert fields_told == ["clinic", "call_at", "count", "count_unit", "counted_on"]
