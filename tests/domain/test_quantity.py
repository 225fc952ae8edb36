from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.domain.quantity import COUNT_UNITS, PER_LITRE, PER_UL, THOUSANDS_PER_UL, Count, is_count_text, unit_of

# Cells/µL in one of each spelling. A µL is 10⁻⁶ L, an mL 10³ µL, a nL 10⁻³ µL, and a mm³ (cu mm) is a µL:
# UCUM; the value set EquivalentUnits of mCODE: 10*9/L = 10*3/uL = 10*6/mL = 10*3/mm3.
A_THOUSAND = """
    10^9/L 10*9/L x10^9/L x10*9/L ×10^9/L ×10⁹/L 10⁹/L 10E9/L G/L GI/L Giga/L /nL
    10^3/uL 10*3/uL x10^3/uL x10*3/uL ×10^3/uL ×10³/uL ×10³/µL 10³/μL 10^3/µL 10E3/uL 10^3/mm3 10*3/mm3 x10^3/mm3
    10³/mm³ 10^3/cumm K/uL K/µL K/mcL K/mm3 K/cumm Thou/uL Thou/mcL 10*6/mL 10^6/mL
"""
ONE = """
    /uL /µL /μL /mcL /mm3 /mm³ /mm^3 /cumm cells/uL cells/µL cell/uL {cells}/uL cells/mcL cells/mm3 cells/cumm
    10*6/L 10^6/L x10^6/L 10⁶/L M/L 10*3/mL 10^3/mL
"""
SPELLINGS = [(spelling, 1000) for spelling in A_THOUSAND.split()] + [(spelling, 1) for spelling in ONE.split()]


@pytest.mark.parametrize(("spelling", "per_ul"), SPELLINGS)
def test_a_unit_is_known_by_the_spellings_of_laboratories(spelling: str, per_ul: int) -> None:
    unit = unit_of(spelling)
    assert unit is not None
    assert unit.per_ul == per_ul


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        (" 10^9/l ", PER_LITRE),
        ("10 ^ 9 / L", PER_LITRE),
        ("\u00a0k/UL\t", THOUSANDS_PER_UL),
        ("CELLS/UL", PER_UL),
        ("Cells / mm³", PER_UL),
        ("10^3/mcL", THOUSANDS_PER_UL),
        ("10⁹ / l", PER_LITRE),
        ("10⁶/l", PER_UL),
        ("×10³/mm³", THOUSANDS_PER_UL),
    ],
)
def test_case_and_spaces_in_a_unit_do_not_matter(typed: str, unit: object) -> None:
    assert unit_of(typed) is unit


def test_millions_per_litre_are_read_with_a_capital_only() -> None:
    assert unit_of("M/L") is PER_UL
    assert unit_of("  M/L ") is PER_UL
    assert unit_of("m/L") is None
    assert unit_of("m/l") is None


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "L",
        "uL",
        "/L",
        "10^9",
        "10^12/L",
        "10^3/L",
        "10^9/uL",
        "mg/L",
        "10^3/mcg",
        "M/mcL",
        "g/dL",
        "%",
        "cells",
        "K",
        "/ml",
        "\ud800",
    ],
)
def test_nobody_guesses_a_unit(typed: str) -> None:
    assert unit_of(typed) is None


def test_every_spelling_that_is_offered_names_its_own_unit() -> None:
    for unit in COUNT_UNITS:
        for spelling in (unit.key, unit.label, *unit.spellings):
            assert unit_of(spelling) is unit, spelling


def test_programs_name_the_units_by_their_keys() -> None:
    assert [(unit.key, unit.label) for unit in COUNT_UNITS] == [
        ("10^9/L", "×10⁹/L"),
        ("10^3/uL", "×10³/µL"),
        ("/uL", "/µL"),
    ]


def test_a_count_is_written_with_its_unit() -> None:
    count = Count.of(Decimal("0.480"), PER_LITRE)
    assert count.text_in(PER_LITRE) == "0.48 ×10⁹/L"
    assert count.text_in(THOUSANDS_PER_UL) == "0.48 ×10³/µL"
    assert count.text_in(PER_UL) == "480 /µL"


@pytest.mark.parametrize("text", ["480 /µL", "0.48 ×10⁹/L", "0.48 ×10³/µL"])
def test_a_count_with_any_unit_is_known_by_its_end(text: str) -> None:
    assert is_count_text(text)


@pytest.mark.parametrize("text", ["", "480", "35 %", "38.3 °C", "480 /µL, once", "1.2 mg/L"])
def test_what_ends_otherwise_is_no_count(text: str) -> None:
    assert not is_count_text(text)


def test_a_count_is_not_below_zero() -> None:
    assert Count(Decimal(0)).per_ul == 0
    with pytest.raises(ValueError, match="below zero"):
        Count(Decimal("-0.001"))


@given(st.decimals(min_value=0, max_value=10**6, places=6), st.sampled_from(COUNT_UNITS), st.sampled_from(COUNT_UNITS))
def test_changing_the_unit_changes_nothing_else(value: Decimal, unit: object, other: object) -> None:
    count = Count.of(value, unit)
    there = Count.of(count.value_in(other), other)
    assert there == count
    assert there.value_in(unit) == value
    assert Fraction(count.per_ul) == Fraction(value) * int(unit.per_ul)


@given(st.decimals(min_value=0, max_value=1000, places=3), st.decimals(min_value=0, max_value=1000, places=3))
def test_counts_are_ordered_as_their_cells_are(one: Decimal, other: Decimal) -> None:
    assert (Count.of(one, PER_LITRE) < Count.of(other, PER_UL)) == (Fraction(one) * 1000 < Fraction(other))
