"""Editions are compared by their numbers."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.domain.library import edition_order


def test_editions_follow_each_other_as_their_numbers_do() -> None:
    in_order = [
        "0",
        "1",
        "2026",
        "2026.1",
        "2026.9",
        "2026.10",
        "2026.11",
        "2026.11.1",
        "2026.11.2",
        "2027.1",
        "10000.1",
    ]
    assert all(edition_order(one) < edition_order(next_one) for one, next_one in pairwise(in_order))


def test_a_leading_zero_changes_nothing() -> None:
    assert edition_order("2026.09") == edition_order("2026.9") == (2026, 9)


NO_NUMBERS = (
    *("", ".", "2026.", ".11", "2026..11", "2026-11", "v2026.11", "2026.11 ", "2026.11\n", "sample"),
    *("-1", "+1", "1_0", "1e3", "٢٠٢٦", "２０２６", "²", "1234567890"),
)


@pytest.mark.parametrize("name", NO_NUMBERS)
def test_any_other_name_is_before_all_numbered_ones(name: str) -> None:
    assert edition_order(name) == () < edition_order("0")


@given(st.lists(st.integers(0, 999_999_999), min_size=1), st.lists(st.integers(0, 999_999_999), min_size=1))
def test_the_order_is_that_of_the_numbers(one: list[int], other: list[int]) -> None:
    names = [".".join(map(str, numbers)) for numbers in (one, other)]
    assert (edition_order(names[0]) < edition_order(names[1])) == (one < other)
