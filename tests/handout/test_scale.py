"""Where a count stands on the printed scale."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.calculators.grading import CONVENTIONAL
from neutrogui.handout import scale

WORDS = {
    "scale_band": "{level}: {range}",
    "scale_unit": "in {unit}",
    "scale_alt": "{bands}. {count} is {level}.{interval}",
    "scale_interval": " {lower} to {upper}",
}
COUNTS = st.decimals(0, 100_000, places=2)


def drawn(per_ul: str, interval: tuple[str, str] | None = None) -> dict[str, Any]:
    ends = None if interval is None else (Decimal(interval[0]), Decimal(interval[1]))
    return scale.drawn(CONVENTIONAL, Decimal(per_ul), per_ul, lambda band: band.key, WORDS, ends)


@given(st.tuples(COUNTS, COUNTS))
def test_a_higher_count_never_stands_further_left(counts: tuple[Decimal, Decimal]):
    lower, higher = sorted(counts)
    assert drawn(str(lower))["mark"] <= drawn(str(higher))["mark"]


@pytest.mark.parametrize(("count", "place"), [("0", 0), ("100", 0.2), ("500", 0.4), ("1000", 0.6), ("1500", 0.8)])
def test_a_bound_stands_between_its_bands(count: str, place: float):
    assert drawn(count)["mark"] == pytest.approx(place)


def test_the_interval_is_where_counts_of_its_ends_would_be():
    data = drawn("480", ("363", "603.9"))
    assert data["interval"] == [drawn("363")["mark"], drawn("603.9")["mark"]]
    assert data["interval"][0] < data["mark"] < data["interval"][1]
    assert data["alt"].endswith("480 is severe. 363 /µL to 604 /µL")


def test_without_an_interval_none_is_drawn_or_told():
    data = drawn("480")
    assert data["interval"] is None
    assert data["alt"].endswith("480 is severe.")


def test_the_picture_is_told_with_every_band_and_its_bounds():
    assert "moderate: 500 to below 1,000 /µL" in drawn("480")["alt"]
    assert drawn("480")["edges"] == ["100", "500", "1000", "1500"]
