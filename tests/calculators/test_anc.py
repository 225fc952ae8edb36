"""The count from the white cells and the differential: worked cases, both sides of every bound, every refusal."""

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.calculators.anc import FIELDS, AbsoluteNeutrophilCount
from neutrogui.domain.calculator import Outcome
from neutrogui.domain.problem import Problems
from neutrogui.domain.quantity import COUNT_UNITS

ANC = AbsoluteNeutrophilCount()
CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("anc_cases.json").read_text(encoding="utf-8"))
SEVERITY = ("profound", "severe", "moderate", "mild", "none")


def cases(*kinds: str) -> list[Any]:
    found = [pytest.param(case["inputs"], case["expected"], id=case["id"]) for case in CASES if case["kind"] in kinds]
    assert found
    return found


def typed_as(number: Decimal | str | int) -> str:
    """A number as a text that is not ambiguous: a fourth decimal where three could divide thousands."""
    text = f"{Decimal(number):f}"
    return text + "0" if len(text.partition(".")[2]) == 3 else text


def outcome(**typed: str) -> Outcome:
    result = ANC.evaluate(typed)
    assert isinstance(result, Outcome), result
    return result


def refused(**typed: str) -> list[tuple[str, str]]:
    """Field and code of every problem, in order; each has a sentence."""
    result = ANC.evaluate(typed)
    assert isinstance(result, Problems), result
    assert all(problem.message.endswith((".", "?")) for problem in result.problems)
    return [(problem.field, problem.code) for problem in result.problems]


def cautions(**typed: str) -> list[tuple[str, str]]:
    return [(caution.field, caution.code) for caution in outcome(**typed).cautions]


def grade(result: Outcome) -> str:
    (only,) = result.grades
    assert only.scale.key == "conventional"
    return only.band.key


# Worked cases


@pytest.mark.parametrize(("inputs", "expected"), cases("anc_compute", "rounding_trap"))
def test_a_worked_count_comes_out(inputs: dict[str, str], expected: dict[str, str]) -> None:
    result = outcome(**inputs)
    assert result.values["anc_per_ul"] == expected["anc_per_ul"]
    assert Decimal(result.values["anc_10e9_per_l"]) * 1000 == Decimal(expected["anc_per_ul"])
    assert result.count_per_ul == Decimal(expected["anc_per_ul"])
    if "grade" in expected:
        assert grade(result) == expected["grade"]


@pytest.mark.parametrize(("inputs", "expected"), cases("grade"))
def test_a_worked_count_is_graded_unrounded(inputs: dict[str, str], expected: dict[str, str]) -> None:
    result = outcome(wbc=inputs["anc_per_ul"], wbc_unit="/uL", neutrophils="100")
    assert result.values["anc_per_ul"] == inputs["anc_per_ul"]
    assert grade(result) == expected["grade"]


@pytest.mark.parametrize(("inputs", "expected"), cases("unit_convert"))
def test_a_worked_unit_is_converted(inputs: dict[str, str], expected: dict[str, str]) -> None:
    result = outcome(wbc=typed_as(inputs["value"]), wbc_unit=inputs["unit"], neutrophils="100")
    assert result.values["anc_per_ul"] == expected["anc_per_ul"]


@pytest.mark.parametrize(("inputs", "expected"), cases("input_error"))
def test_a_worked_mistake_is_refused(inputs: dict[str, str], expected: dict[str, str]) -> None:
    (wrong,) = (key for key, text in inputs.items() if text.startswith("-"))
    assert refused(**inputs) == [(wrong, expected["error"])]


# What is asked and shown


def test_the_fields_declare_the_bounds_that_the_rule_has() -> None:
    declared = {field.key: (field.unit or field.unit_field, field.lower, field.upper) for field in FIELDS}
    assert declared == {
        "wbc": ("wbc_unit", 0, 2_000_000),
        "wbc_unit": ("", None, None),
        "neutrophils": ("%", 0, 100),
        "segmented": ("%", 0, 100),
        "bands": ("%", 0, 100),
    }


def test_the_working_can_be_checked_by_hand() -> None:
    result = outcome(wbc="1.2", wbc_unit="10^9/L", segmented="35", bands="5")
    assert result.working == "1.2 × (35 + 5) / 100 = 0.48 ×10⁹/L = 480 /µL"
    assert result.headline == "0.48 ×10⁹/L"
    assert result.also == "480 /µL"
    assert result.values == {"anc_per_ul": "480", "anc_10e9_per_l": "0.48"}
    assert result.entry == "levels-of-neutropenia"
    assert result.source


def test_the_unit_that_was_typed_comes_first() -> None:
    result = outcome(wbc="9200", wbc_unit="/uL", neutrophils="34")
    assert result.working == "9200 × 34 / 100 = 3128 /µL = 3.128 ×10⁹/L"
    assert (result.headline, result.also) == ("3128 /µL", "3.128 ×10⁹/L")
    assert outcome(wbc="1.2", wbc_unit="K/uL", neutrophils="40").headline == "0.48 ×10³/µL"


def test_the_line_to_copy_is_one_line_with_everything() -> None:
    line = outcome(wbc=" 1,2\n", wbc_unit="10^9/L", segmented="35\t", bands="5").line
    assert line == (
        "ANC 1.2 × (35 + 5) / 100 = 0.48 ×10⁹/L = 480 /µL; Conventional severity: Severe (100 to below 500 /µL)"
    )
    assert len(line.splitlines()) == 1


@pytest.mark.parametrize(
    ("wbc", "percent", "headline"),
    [
        ("4999", "10", "≈ 499 /µL"),
        ("9999", "10", "≈ 999 /µL"),
        ("14999", "10", "≈ 1499 /µL"),
        ("5000", "10", "500 /µL"),
        ("101", "10", "≈ 10 /µL"),
        ("199", "5", "9.95 /µL"),
    ],
)
def test_what_is_read_at_a_glance_is_never_rounded_up(wbc: str, percent: str, headline: str) -> None:
    assert outcome(wbc=wbc, wbc_unit="/uL", neutrophils=percent).headline == headline


@pytest.mark.parametrize(
    "differential", [{"neutrophils": "0"}, {"segmented": "0", "bands": "0"}], ids=["total", "differential"]
)
def test_no_neutrophils_at_all_are_a_profound_neutropenia(differential: dict[str, str]) -> None:
    result = outcome(wbc="5", wbc_unit="10^9/L", **differential)
    assert result.values == {"anc_per_ul": "0", "anc_10e9_per_l": "0"}
    assert grade(result) == "profound"
    assert result.cautions == ()
    assert result.headline == "0 ×10⁹/L"


@pytest.mark.parametrize(
    ("wbc", "severity"),
    [
        ("99.99", "profound"), ("100", "severe"), ("499.99", "severe"), ("500", "moderate"), ("999.99", "moderate"),
        ("1000", "mild"), ("1499.99", "mild"), ("1500", "none"),
    ],
)  # fmt: skip
def test_the_severity_is_that_of_the_exact_count(wbc: str, severity: str) -> None:
    assert grade(outcome(wbc=wbc, wbc_unit="/uL", neutrophils="100")) == severity


# Units


def test_a_missing_unit_is_asked_for() -> None:
    assert refused(wbc="1.2", neutrophils="40") == [("wbc_unit", "missing")]
    assert refused(wbc="1.2", wbc_unit=" ", neutrophils="40") == [("wbc_unit", "missing")]


@pytest.mark.parametrize("unit", ["mg/L", "10^12/L", "K", "%"])
def test_an_unknown_unit_is_refused(unit: str) -> None:
    assert refused(wbc="1.2", wbc_unit=unit, neutrophils="40") == [("wbc_unit", "unknown-unit")]


@pytest.mark.parametrize("unit", ["10^9/L", "10^3/uL"])
@pytest.mark.parametrize(("wbc", "asks"), [("500", False), ("500.0001", True), ("501", True), ("2000", True)])
def test_a_very_high_count_asks_for_its_unit(unit: str, wbc: str, asks: bool) -> None:
    assert cautions(wbc=wbc, wbc_unit=unit, neutrophils="50") == ([("wbc", "check-unit")] if asks else [])


@pytest.mark.parametrize(
    ("wbc", "asks"), [("0", False), ("0.0001", True), ("4.2", True), ("99.99", True), ("100", False), ("101", False)]
)
def test_a_very_low_count_asks_for_its_unit(wbc: str, asks: bool) -> None:
    assert cautions(wbc=wbc, wbc_unit="/uL", neutrophils="50") == ([("wbc", "check-unit")] if asks else [])


def test_a_count_that_is_low_in_litres_asks_nothing() -> None:
    assert cautions(wbc="0.01", wbc_unit="10^9/L", neutrophils="50") == []
    assert cautions(wbc="501", wbc_unit="/uL", neutrophils="50") == []


@pytest.mark.parametrize(
    ("wbc", "unit", "instead"), [("1200", "10^9/L", "/uL"), ("1200", "10^3/uL", "/uL"), ("4.2", "/uL", "10^9/L")]
)
def test_the_unit_that_was_probably_meant_is_offered(wbc: str, unit: str, instead: str) -> None:
    (caution,) = outcome(wbc=wbc, wbc_unit=unit, neutrophils="50").cautions
    assert caution.asks
    assert caution.instead == ("wbc_unit", instead)
    assert caution.message.endswith("?")
    assert cautions(wbc=wbc, wbc_unit=instead, neutrophils="50") == []


@pytest.mark.parametrize(
    ("unit", "limit", "over"),
    [("/uL", "2000000", "2000000.1"), ("10^9/L", "2000", "2000.0001"), ("K/uL", "2000", "2001")],
)
def test_a_count_over_any_leukaemias_is_refused(unit: str, limit: str, over: str) -> None:
    assert outcome(wbc=limit, wbc_unit=unit, neutrophils="50").values["anc_per_ul"] == "1000000"
    assert refused(wbc=over, wbc_unit=unit, neutrophils="50") == [("wbc", "out-of-range")]


# The differential


def test_total_and_differential_give_the_same_count() -> None:
    total = outcome(wbc="3.3", wbc_unit="10^9/L", neutrophils="45.4")
    parts = outcome(wbc="3.3", wbc_unit="10^9/L", segmented="45", bands="0.4")
    assert total.values == parts.values
    assert parts.working == "3.3 × (45 + 0.4) / 100 = 1.4982 ×10⁹/L = 1498.2 /µL"


@pytest.mark.parametrize(
    ("differential", "problems"),
    [
        ({}, [("neutrophils", "missing")]),
        ({"neutrophils": " ", "segmented": "", "bands": "\t"}, [("neutrophils", "missing")]),
        ({"segmented": "35"}, [("bands", "missing")]),
        ({"bands": "5"}, [("segmented", "missing")]),
        ({"neutrophils": "40", "segmented": "35"}, [("neutrophils", "conflict")]),
        ({"neutrophils": "40", "bands": "5"}, [("neutrophils", "conflict")]),
        ({"neutrophils": "40", "segmented": "35", "bands": "5"}, [("neutrophils", "conflict")]),
        ({"segmented": "60", "bands": "40.0001"}, [("bands", "over-100")]),
        ({"segmented": "100", "bands": "1"}, [("bands", "over-100")]),
        ({"neutrophils": "100.0001"}, [("neutrophils", "out-of-range")]),
        ({"segmented": "101", "bands": "0"}, [("segmented", "out-of-range")]),
        ({"segmented": "0", "bands": "100.1"}, [("bands", "out-of-range")]),
        ({"segmented": "x", "bands": "-1"}, [("segmented", "not-a-number"), ("bands", "negative")]),
        ({"segmented": "1.234"}, [("segmented", "ambiguous"), ("bands", "missing")]),
        ({"neutrophils": "45,123"}, [("neutrophils", "ambiguous")]),
    ],
)
def test_a_differential_that_cannot_be_meant_is_refused(
    differential: dict[str, str], problems: list[tuple[str, str]]
) -> None:
    assert refused(wbc="5", wbc_unit="10^9/L", **differential) == problems


@pytest.mark.parametrize(
    "differential",
    [{"neutrophils": "100"}, {"segmented": "60", "bands": "40"}, {"segmented": "99.9999", "bands": "0.0001"}],
)
def test_all_cells_may_be_neutrophils(differential: dict[str, str]) -> None:
    assert outcome(wbc="5", wbc_unit="10^9/L", **differential).values["anc_per_ul"] == "5000"


@pytest.mark.parametrize(
    ("percent", "asks"),
    [
        ("0", False), ("0.0001", True), ("0.4", True), ("1", True), ("1.0", True),
        ("1.0001", False), ("1.1", False), ("40", False),
    ],
)  # fmt: skip
def test_a_fraction_is_not_taken_for_a_percentage_unasked(percent: str, asks: bool) -> None:
    expected = [("neutrophils", "fraction-or-percent")] if asks else []
    assert cautions(wbc="5", wbc_unit="10^9/L", neutrophils=percent) == expected
    expected = [("segmented", "fraction-or-percent")] if asks else []
    assert cautions(wbc="5", wbc_unit="10^9/L", segmented=percent, bands="0") == expected


def test_a_small_share_of_bands_asks_nothing() -> None:
    assert cautions(wbc="5", wbc_unit="10^9/L", segmented="40", bands="0.5") == []


def test_the_fraction_that_was_probably_meant_is_named() -> None:
    (caution,) = outcome(wbc="5", wbc_unit="10^9/L", neutrophils="0,4").cautions
    assert caution.asks
    assert "type 40 instead" in caution.message


def test_every_question_is_asked_at_once() -> None:
    both = cautions(wbc="4.2", wbc_unit="/uL", neutrophils="0.4")
    assert both == [("wbc", "check-unit"), ("neutrophils", "fraction-or-percent")]


# Several problems


def test_every_problem_is_told_in_the_order_of_the_fields() -> None:
    assert refused() == [("wbc", "missing"), ("wbc_unit", "missing"), ("neutrophils", "missing")]
    assert refused(wbc="1,234", wbc_unit="x", segmented="1e3", bands="-1") == [
        ("wbc", "ambiguous"),
        ("wbc_unit", "unknown-unit"),
        ("segmented", "not-a-number"),
        ("bands", "negative"),
    ]


def test_a_problem_names_the_numbers_it_is_about() -> None:
    result = ANC.evaluate({"wbc": "2001", "wbc_unit": "K/uL", "segmented": "60", "bands": "40.5"})
    assert isinstance(result, Problems)
    assert [problem.message for problem in result.problems] == [
        "2001 ×10³/µL is more than any white cell count. Check the number and the unit.",
        "60 + 40.5 is more than 100 %. Check both percentages.",
    ]


def test_an_ambiguous_count_offers_its_readings() -> None:
    result = ANC.evaluate({"wbc": "1,234", "wbc_unit": "/uL", "neutrophils": "50"})
    assert isinstance(result, Problems)
    (problem,) = result.of("wbc")
    assert problem.readings == ("1234", "1.2340")
    for reading in problem.readings:
        outcome(wbc=reading, wbc_unit="/uL", neutrophils="50")


# Laws

counts = st.decimals(min_value=0, max_value=2000, places=4)
percents = st.decimals(min_value=0, max_value=100, places=2)
units = st.sampled_from([unit.key for unit in COUNT_UNITS])


def evaluated(wbc: Decimal, unit: str, percent: Decimal) -> Outcome:
    return outcome(wbc=typed_as(wbc), wbc_unit=unit, neutrophils=typed_as(percent))


@given(counts, units, percents)
def test_the_count_is_the_formula_exactly(wbc: Decimal, unit: str, percent: Decimal) -> None:
    factor = 1 if unit == "/uL" else 1000
    expected = Fraction(wbc) * factor * Fraction(percent) / 100
    result = evaluated(wbc, unit, percent)
    assert Fraction(result.values["anc_per_ul"]) == expected
    assert Fraction(result.values["anc_10e9_per_l"]) * 1000 == expected
    assert "E" not in result.line


@given(counts, percents)
def test_changing_the_unit_never_changes_the_grade(wbc: Decimal, percent: Decimal) -> None:
    litre, thousands, microlitre = (
        evaluated(value, unit, percent) for value, unit in ((wbc, "10^9/L"), (wbc, "10^3/uL"), (wbc * 1000, "/uL"))
    )
    assert litre.values == thousands.values == microlitre.values
    assert grade(litre) == grade(thousands) == grade(microlitre)


@given(counts, counts, percents)
def test_a_higher_count_is_never_a_severer_grade(one: Decimal, other: Decimal, percent: Decimal) -> None:
    lower, higher = (evaluated(wbc, "10^9/L", percent) for wbc in sorted((one, other)))
    assert SEVERITY.index(grade(lower)) <= SEVERITY.index(grade(higher))


@given(st.decimals(min_value=0, max_value=1000, places=4), units, percents)
def test_twice_the_white_cells_are_twice_the_neutrophils(wbc: Decimal, unit: str, percent: Decimal) -> None:
    once, twice = evaluated(wbc, unit, percent), evaluated(wbc * 2, unit, percent)
    assert twice.count_per_ul == once.count_per_ul * 2


@given(counts, st.integers(0, 60), st.integers(0, 40))
def test_segmented_and_bands_count_alike(wbc: Decimal, segmented: int, bands: int) -> None:
    typed = {"wbc": typed_as(wbc), "wbc_unit": "10^9/L"}
    parts = outcome(**typed, segmented=str(segmented), bands=str(bands))
    assert parts.values == outcome(**typed, neutrophils=str(segmented + bands)).values


@given(st.integers(0, 2_000_000), percents)
def test_the_count_at_a_glance_lies_in_the_same_grade(wbc: int, percent: Decimal) -> None:
    result = evaluated(Decimal(wbc), "/uL", percent)
    shown = Decimal(result.headline.removeprefix("≈ ").removesuffix(" /µL"))
    assert result.grades[0].scale.grade(shown) == result.grades[0]
    assert 0 <= result.count_per_ul - shown < 1
    assert result.headline.startswith("≈") == (shown != result.count_per_ul)


@given(
    st.dictionaries(
        st.sampled_from([field.key for field in FIELDS]),
        st.text(max_size=12) | st.text(alphabet="0123456789.,-", max_size=8) | units,
    )
)
def test_whatever_is_typed_gives_a_result_or_problems_beside_known_fields(typed: dict[str, str]) -> None:
    result = ANC.evaluate(typed)
    keys = [field.key for field in FIELDS]
    if isinstance(result, Problems):
        assert [keys.index(problem.field) for problem in result.problems] == sorted(
            keys.index(problem.field) for problem in result.problems
        )
    else:
        assert result.count_per_ul >= 0
