"""Serial counts are in order, and no two of them contradict each other."""

from datetime import UTC, date, time, timedelta
from decimal import Decimal

import pytest

from neutrogui.domain.series import DayCount, Point, Series

FIRST = date(2026, 3, 1)


def point(day: int, per_ul: str, at: time | None = None) -> Point:
    return Point(FIRST + timedelta(day), Decimal(per_ul), at)


@pytest.mark.parametrize("per_ul", ["-1", "-0.001", "NaN", "Infinity"])
def test_a_count_is_a_number_and_not_below_zero(per_ul: str) -> None:
    with pytest.raises(ValueError, match="count"):
        point(0, per_ul)


def test_a_count_may_be_0() -> None:
    assert point(0, "0").per_ul == 0


@pytest.mark.parametrize("at", [time(8, 30, tzinfo=UTC), time(8, 30, 0, 1)])
def test_a_time_has_no_zone_and_no_split_seconds(at: time) -> None:
    with pytest.raises(ValueError, match="time"):
        point(0, "500", at)


def test_what_was_reported_makes_no_other_count_of_it() -> None:
    assert Point(FIRST, Decimal(480)) == Point(FIRST, Decimal("480.00"), None, (("anc", "0.48"), ("anc_unit", "G/L")))
    assert Point(FIRST, Decimal(480)) != Point(FIRST, Decimal(480), time(8))


def test_a_series_has_a_count() -> None:
    with pytest.raises(ValueError, match="without a count"):
        Series(())


@pytest.mark.parametrize(
    "points",
    [
        (point(1, "500"), point(0, "500")),
        (point(0, "500", time(9)), point(0, "400", time(8))),
        (point(0, "500", time(0)), point(0, "500")),
    ],
)
def test_a_series_is_in_the_order_of_time(points: tuple[Point, ...]) -> None:
    with pytest.raises(ValueError, match="order"):
        Series(points)


@pytest.mark.parametrize(
    "points",
    [
        (point(0, "500"), point(0, "501")),
        (point(0, "500"), point(0, "501", time(8))),
        (point(0, "500"), point(0, "500", time(8)), point(0, "501", time(9))),
        (point(0, "500", time(8)), point(0, "501", time(8))),
    ],
)
def test_different_counts_of_a_day_have_times_of_their_own(points: tuple[Point, ...]) -> None:
    with pytest.raises(ValueError, match="different"):
        Series(points)


def test_every_count_that_contradicts_one_before_it_is_found() -> None:
    a, b, c = point(0, "500"), point(0, "501"), point(0, "502")
    d, e = point(1, "1", time(8)), point(1, "2", time(8))
    assert list(Series.conflicts((a, b, c, d, e))) == [(a, b), (a, c), (d, e)]
    assert list(Series.conflicts(())) == []


def test_two_counts_at_one_time_contradict_each_other_late_on_a_day_too() -> None:
    a, b, c = point(0, "500", time(8)), point(0, "700", time(9)), point(0, "800", time(9))
    assert list(Series.conflicts((a, b, c))) == [(b, c)]
    with pytest.raises(ValueError, match="different"):
        Series((a, b, c))


def test_a_day_with_several_counts_has_the_lowest_of_them() -> None:
    series = Series((point(0, "900", time(8)), point(0, "700", time(12)), point(0, "800", time(18)), point(3, "1")))
    assert series.days == (DayCount(FIRST, Decimal(700)), DayCount(date(2026, 3, 4), Decimal(1)))
    assert series.repeated == ()


def test_one_count_may_be_given_twice() -> None:
    twice = Series(
        (
            point(0, "500"), point(0, "500"), point(0, "500.0"),
            point(1, "7", time(8)), point(1, "7", time(8)),
            point(2, "7", time(8)), point(2, "7", time(9)),
            point(3, "7"), point(3, "7", time(9)),
        )
    )  # fmt: skip
    assert twice.repeated == (FIRST, date(2026, 3, 2), date(2026, 3, 4))
    assert len(twice.days) == 4
