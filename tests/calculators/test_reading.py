"""How typed texts are read field by field: bounds on both sides, units, choices, and what is said when they are not."""

from decimal import Decimal

import pytest
from evaluating import is_sentence

from neutrogui.calculators.reading import COUNT_LIMIT, Reading, count_fields
from neutrogui.domain.calculator import YES_NO, Choice, Field, FieldKind
from neutrogui.domain.problem import Problem
from neutrogui.domain.quantity import PER_LITRE, PER_UL, Count

AGE = Field("age", "Age", unit="years", lower=Decimal(16), upper=Decimal(120))
SHARE = Field("share", "Share", lower=Decimal(0), upper=Decimal(1))
WEIGHT = Field("weight", "Weight", unit="kg", lower=Decimal("0.5"))
DEPTH = Field("depth", "Depth", upper=Decimal(11), optional=True)
SEVERITY = Field(
    "severity", "Severity", FieldKind.CHOICE, choices=(Choice("low", "Low", ("little",)), Choice("HIGH", "High"))
)
FEVER = Field("fever", "Fever", FieldKind.CHOICE, choices=YES_NO)
FIELDS = (AGE, SHARE, WEIGHT, DEPTH, SEVERITY, FEVER, *count_fields("anc", "Neutrophils"))


def reading(**typed: str) -> Reading:
    return Reading(FIELDS, typed)


def problem(read: Reading) -> Problem:
    """The only refusal."""
    assert read.problems is not None
    (only,) = read.problems.problems
    assert is_sentence(only.message)
    return only


# Fields of a count


def test_a_count_has_its_unit_beside_it_and_neither_is_preset() -> None:
    count, unit = count_fields("wbc", "White cells", hint="As printed", group="total", section="More", optional=True)
    assert (count.key, count.unit_field, unit.key) == ("wbc", "wbc_unit", "wbc_unit")
    assert (count.lower, count.upper) == (0, COUNT_LIMIT)
    assert (count.label, count.hint) == ("White cells", "As printed")
    assert unit.kind is FieldKind.CHOICE
    assert unit.label != count.label
    assert "White cells" in unit.label
    assert [choice.key for choice in unit.choices] == ["10^9/L", "10^3/uL", "/uL"]
    for field in (count, unit):
        assert (field.group, field.section, field.optional) == ("total", "More", True)


def test_a_count_is_asked_for_in_sight_unless_it_is_told_otherwise() -> None:
    for field in count_fields("wbc", "White cells"):
        assert (field.hint, field.group, field.section, field.optional) == ("", "", "", False)


# Numbers


@pytest.mark.parametrize("typed", ["16", "120", "16.0", " 50 "])
def test_a_number_within_its_bounds_is_read(typed: str) -> None:
    read = reading(age=typed)
    assert read.number("age") == Decimal(typed)
    assert read.problems is None


@pytest.mark.parametrize(
    ("field", "typed", "accepted"),
    [
        ("age", "15.9999", "Type a number from 16 to 120 years."),
        ("age", "120.0001", "Type a number from 16 to 120 years."),
        ("share", "1.1", "Type a number from 0 to 1."),
        ("weight", "0.4", "Type a number of 0.5 kg or more."),
        ("depth", "11.5", "Type another number."),
    ],
)
def test_a_number_out_of_range_is_refused_with_what_is_accepted(field: str, typed: str, accepted: str) -> None:
    read = reading(**{field: typed})
    assert read.number(field) is None
    refusal = problem(read)
    assert (refusal.field, refusal.code) == (field, "out-of-range")
    assert refusal.message == f"{typed} is out of range here. {accepted}"


def test_a_number_without_an_end_may_be_large() -> None:
    assert reading(weight="999999").number("weight") == 999_999


def test_what_is_missing_is_named() -> None:
    read = reading(age=" ")
    assert read.number("age") is None
    refusal = problem(read)
    assert (refusal.field, refusal.code) == ("age", "missing")
    assert "Age" in refusal.message
    assert reading().number("depth") is None
    assert reading().problems is None


def test_an_ambiguous_number_is_refused_with_its_readings() -> None:
    read = reading(weight="1,234")
    assert read.number("weight") is None
    assert problem(read).readings == ("1234", "1.2340")


@pytest.mark.parametrize(("typed", "whole"), [("20", 20), ("20.0", 20), ("20.5", None)])
def test_a_whole_number_has_no_decimals(typed: str, whole: int | None) -> None:
    read = reading(age=typed)
    assert read.whole_number("age") == whole
    if whole is None:
        assert problem(read).code == "not-whole"
        assert problem(read).message == f"{typed} is not a whole number. Type a number from 16 to 120 years."
    assert reading().whole_number("depth") is None


# Choices


@pytest.mark.parametrize(
    ("typed", "key"), [("low", "low"), ("LOW", "low"), (" Little ", "low"), ("high", "HIGH"), ("HIGH", "HIGH")]
)
def test_a_choice_is_read_in_any_case_and_spelling(typed: str, key: str) -> None:
    assert reading(severity=typed).choice("severity") == key


def test_what_is_offered_is_named_when_nothing_or_something_else_was_chosen() -> None:
    read = reading()
    assert read.choice("severity") is None
    assert problem(read).code == "missing"
    assert "Severity (Low, High)" in problem(read).message
    read = reading(severity="middle")
    assert read.choice("severity") is None
    assert problem(read).code == "unknown-choice"
    assert problem(read).message == "“middle” is not known here. Choose one of low, HIGH."


def test_only_the_beginning_of_an_unknown_choice_is_shown_and_nothing_invisible() -> None:
    read = reading(severity="ab\x07cdefghij" + "k" * 100)
    read.choice("severity")
    assert problem(read).message.startswith("“abcdefghij" + "k" * 10 + "” ")


@pytest.mark.parametrize(("typed", "answer"), [("yes", True), ("Y", True), ("true", True), ("no", False), ("", None)])
def test_an_answer_is_yes_or_no(typed: str, answer: bool | None) -> None:
    assert reading(fever=typed).answer("fever") is answer


# Counts


def test_a_count_is_read_with_its_unit() -> None:
    assert reading(anc="0.48", anc_unit="G/L").count("anc") == Count.of(Decimal("0.48"), PER_LITRE)
    assert reading(anc="480", anc_unit="/mm3").count("anc") == Count.of(Decimal(480), PER_UL)


@pytest.mark.parametrize(("unit", "code"), [("", "missing"), (" ", "missing"), ("g/L", "unknown-unit")])
def test_a_count_without_a_known_unit_is_refused_and_the_units_are_named(unit: str, code: str) -> None:
    read = reading(anc="480", anc_unit=unit)
    assert read.count("anc") is None
    refusal = problem(read)
    assert (refusal.field, refusal.code) == ("anc_unit", code)
    assert "×10⁹/L, ×10³/µL, /µL" in refusal.message


@pytest.mark.parametrize(
    ("typed", "unit", "taken"),
    [("2000", "10^9/L", True), ("2000.0001", "10^9/L", False), ("2000000", "/uL", True), ("2000001", "/uL", False)],
)
def test_a_count_beyond_any_leukaemia_is_refused_in_its_own_unit(typed: str, unit: str, taken: bool) -> None:
    read = reading(anc=typed, anc_unit=unit)
    assert (read.count("anc") is not None) is taken
    if not taken:
        assert (problem(read).field, problem(read).code) == ("anc", "out-of-range")
        assert typed in problem(read).message


def test_what_is_wrong_is_told_in_the_order_of_the_fields() -> None:
    read = reading(age="1", anc="x", anc_unit="y")
    read.count("anc")
    read.choice("severity")
    read.number("age")
    assert read.problems is not None
    assert [(each.field, each.code) for each in read.problems.problems] == [
        ("age", "out-of-range"),
        ("severity", "missing"),
        ("anc", "not-a-number"),
        ("anc_unit", "unknown-unit"),
    ]
