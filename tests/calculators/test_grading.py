from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.calculators.grading import CONVENTIONAL

# Boxer 2012; each band begins at its lower bound; profound is the part of severe below 100.
BOUNDS = {
    "profound": (0, 100),
    "severe": (100, 500),
    "moderate": (500, 1000),
    "mild": (1000, 1500),
    "none": (1500, None),
}
ORDER = list(BOUNDS)


def grade(count: str | Decimal) -> str:
    return CONVENTIONAL.grade(Decimal(count)).band.key


@pytest.mark.parametrize(
    ("count", "severity"),
    [
        ("0", "profound"),
        ("99.999", "profound"),
        ("100", "severe"),
        ("499.999", "severe"),
        ("500", "moderate"),
        ("999.999", "moderate"),
        ("1000", "mild"),
        ("1499.999", "mild"),
        ("1500", "none"),
        ("100000", "none"),
    ],
)
def test_a_bound_belongs_to_the_milder_grade(count: str, severity: str) -> None:
    assert grade(count) == severity


def test_the_bands_leave_no_hole() -> None:
    assert {band.key: (band.lower, band.upper) for band in CONVENTIONAL.bands} == BOUNDS
    assert all(one.upper == next_one.lower for one, next_one in pairwise(CONVENTIONAL.bands))


def test_the_bands_are_told_as_their_source_has_them() -> None:
    assert [band.range_text for band in CONVENTIONAL.bands] == [
        "below 100 /µL",
        "100 to below 500 /µL",
        "500 to below 1,000 /µL",
        "1,000 to below 1,500 /µL",
        "1,500 /µL or more",
    ]
    assert (CONVENTIONAL.key, CONVENTIONAL.name) == ("conventional", "Conventional severity")
    labels = [band.label.split()[0] for band in CONVENTIONAL.bands]
    assert labels == ["Profound", "Severe", "Moderate", "Mild", "No"]
    assert "10.1182/asheducation.V2012.1.174.3798251" in CONVENTIONAL.source


@given(st.decimals(min_value=0, max_value=3000, places=6))
def test_every_count_lies_in_exactly_one_band(count: Decimal) -> None:
    (band,) = (band for band in CONVENTIONAL.bands if count in band)
    assert CONVENTIONAL.grade(count).band is band


@given(st.decimals(min_value=0, max_value=3000, places=6), st.decimals(min_value=0, max_value=3000, places=6))
def test_a_higher_count_is_never_graded_severer(one: Decimal, other: Decimal) -> None:
    lower, higher = sorted((one, other))
    assert ORDER.index(grade(lower)) <= ORDER.index(grade(higher))
