"""A count in another unit: worked units, exactness, every refusal."""

from decimal import Decimal

import evaluating
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.calculators.convert import CountConversion
from neutrogui.domain.calculator import Outcome
from neutrogui.domain.problem import Problems
from neutrogui.domain.quantity import COUNT_UNITS

CONVERT = CountConversion()


def typed_as(number: Decimal) -> str:
    """A number as a text that is not ambiguous: a fourth decimal where three could divide thousands."""
    text = f"{number:f}"
    return text + "0" if len(text.partition(".")[2]) == 3 else text


def outcome(value: str, unit: str) -> Outcome:
    return evaluating.outcome(CONVERT, {"value": value, "unit": unit})


@pytest.mark.parametrize(
    ("value", "unit", "per_ul"),
    [
        # HL7 FHIR mCODE, value set EquivalentUnits: 10*9/L = 10*3/uL = 10*6/mL = 10*3/mm3
        ("1", "10*9/L", "1000"),
        ("1", "10*3/uL", "1000"),
        ("1", "10*6/mL", "1000"),
        ("1", "10*3/mm3", "1000"),
        ("3.1280", "10*9/L", "3128"),
        # PharmaForest/ctcae5_grader, units of a neutrophil count
        ("0.8", "G/L", "800"),
        ("500", "10*6/L", "500"),
        ("500", "M/L", "500"),
        # pharmaverse/admiral, an older unit of DAIDS and CTCAE data
        ("1500", "10*3/mL", "1500"),
        ("0", "10^9/L", "0"),
        ("0,48", "10^9/L", "480"),
        ("80", "/uL", "80"),
        ("2000", "10^9/L", "2000000"),
    ],
)
def test_a_worked_unit_is_converted(value: str, unit: str, per_ul: str) -> None:
    values = outcome(value, unit).values
    assert values["per_ul"] == per_ul
    assert Decimal(values["10e9_per_l"]) * 1000 == Decimal(per_ul)


@pytest.mark.parametrize(
    ("value", "unit", "headline", "also"),
    [
        ("0.48", "10^9/L", "480 /µL", "0.48 ×10³/µL"),
        ("0.48", "K/uL", "480 /µL", "0.48 ×10⁹/L"),
        ("480", "/mm3", "0.48 ×10⁹/L", "0.48 ×10³/µL"),
    ],
)
def test_the_other_units_are_shown(value: str, unit: str, headline: str, also: str) -> None:
    result = outcome(value, unit)
    assert (result.headline, result.also) == (headline, also)
    assert result.working == result.line
    assert result.line.endswith(f" = {headline} = {also}")
    assert result.source


def test_a_count_is_not_graded_for_nobody_knows_of_which_cells_it_is() -> None:
    result = outcome("0.48", "10^9/L")
    assert result.grades == result.standings == ()
    assert result.count_per_ul is None
    assert set(result.values) == {"per_ul", "10e9_per_l"}


@pytest.mark.parametrize(
    ("typed", "problems"),
    [
        ({}, [("value", "missing"), ("unit", "missing")]),
        ({"value": "1"}, [("unit", "missing")]),
        ({"unit": "/uL"}, [("value", "missing")]),
        ({"value": "3.128", "unit": "10^9/L"}, [("value", "ambiguous")]),
        ({"value": "-1", "unit": "10^9/L"}, [("value", "negative")]),
        ({"value": "x", "unit": "10^9/L"}, [("value", "not-a-number")]),
        ({"value": "1234567890123", "unit": "/uL"}, [("value", "too-long")]),
        ({"value": "1", "unit": "g/L"}, [("unit", "unknown-unit")]),
        ({"value": "1", "unit": "10^12/L"}, [("unit", "unknown-unit")]),
        ({"value": "0.55", "unit": "fraction"}, [("unit", "unknown-unit")]),
        ({"value": "2000.0001", "unit": "10^9/L"}, [("value", "out-of-range")]),
        ({"value": "2000000.1", "unit": "/uL"}, [("value", "out-of-range")]),
    ],
)
def test_what_cannot_be_read_is_refused_beside_its_field(
    typed: dict[str, str], problems: list[tuple[str, str]]
) -> None:
    result = CONVERT.evaluate(typed)
    assert isinstance(result, Problems)
    assert [(problem.field, problem.code) for problem in result.problems] == problems


@given(st.decimals(min_value=0, max_value=2000, places=4))
def test_there_and_back_is_the_same_count(value: Decimal) -> None:
    there = outcome(typed_as(value), "10^9/L")
    back = outcome(typed_as(Decimal(there.values["per_ul"])), "/uL")
    assert there.values == back.values
    assert Decimal(back.values["10e9_per_l"]) == value


@given(st.decimals(min_value=0, max_value=2000, places=4), st.sampled_from([unit.key for unit in COUNT_UNITS]))
def test_a_litre_has_a_millionfold_of_a_microlitre_in_every_unit(value: Decimal, unit: str) -> None:
    result = outcome(typed_as(value), unit)
    assert Decimal(result.values["10e9_per_l"]) * 1000 == Decimal(result.values["per_ul"])
    assert "E" not in result.line
