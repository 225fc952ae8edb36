"""What serial counts show, by rules that are worked out here by hand."""

import math
from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.calculators import series as series_module
from neutrogui.calculators.periodogram import Peak
from neutrogui.calculators.series import (
    DaysBelow,
    Unshown,
    days_below,
    doubling,
    duration,
    findings,
    periodicity,
    recovery,
    values,
)
from neutrogui.domain.series import DayCount, Point, Series

FIRST = date(2026, 1, 15)
KEYS = (
    "rows", "nadir", "days_below_500", "days_below_100", "recovery_date", "duration_class", "doubling_time_days",
    "periodicity", "reasons",
)  # fmt: skip


def daily(*per_ul: str | int | None) -> Series:
    """A count a day from `FIRST` on; None: no count on that day."""
    return Series(
        tuple(Point(FIRST + timedelta(n), Decimal(each)) for n, each in enumerate(per_ul) if each is not None)
    )


def on(counts: dict[date, str | int]) -> Series:
    return Series(tuple(Point(day, Decimal(each)) for day, each in counts.items()))


def day(number: int) -> str:
    return (FIRST + timedelta(number)).isoformat()


def result_of(series: Series, key: str, day_one: date | None = None) -> str:
    return next(finding.result for finding in findings(series, day_one) if finding.key == key)


series_of_days = st.lists(
    st.tuples(st.integers(0, 120), st.decimals(0, 3000, places=1)), min_size=1, max_size=40, unique_by=lambda p: p[0]
).map(lambda pairs: Series(tuple(Point(FIRST + timedelta(n), each) for n, each in sorted(pairs))))
"""Any counts on any days of four months."""


# Counts and nadir


def test_every_value_and_every_finding_is_there() -> None:
    series = daily(900, 300, 80, 300, 600, 700, 800)
    assert tuple(values(series)) == KEYS
    assert tuple(finding.key for finding in findings(series)) == (
        "counts", "nadir", "days_below_500", "days_below_100", "recovery_date", "duration_class",
        "doubling_time_days", "periodicity",
    )  # fmt: skip
    assert [finding.name for finding in findings(series)] == [
        "Counts", "Lowest count (nadir)", "Days below 500 /µL", "Days below 100 /µL", "Recovery", "Duration",
        "Doubling time of the recovery", "Periodicity",
    ]  # fmt: skip
    assert all(finding.name and finding.result and finding.rule for finding in findings(series, FIRST))
    with_source = {finding.key for finding in findings(series) if finding.source}
    assert with_source == {finding.key for finding in findings(series)} - {"counts"}


@given(series_of_days)
def test_all_counts_give_findings_that_are_sentences(series: Series) -> None:
    for finding in findings(series, FIRST):
        assert finding.result.endswith(".")
        assert "  " not in finding.result
        assert finding.result[0] == finding.result[0].upper()
    data = values(series)
    unshown = {key for key in ("recovery_date", "doubling_time_days") if data[key] is None}
    unshown |= {"duration_class"} if data["duration_class"] == "undetermined" else set()
    assert set(data["reasons"]) == unshown
    assert all(data["reasons"].values())


def test_the_nadir_is_the_first_day_with_the_lowest_count() -> None:
    assert values(daily(900, "80.5", 200, "80.50", 700))["nadir"] == {"date": day(1), "anc_per_ul": "80.5"}
    told = result_of(daily(900, "80.5", 200, "80.50", 700), "nadir")
    assert (
        told
        == f"80.5 /µL on {day(1)}, for the last time on {day(3)}. Conventional severity: profound (severe, below 100)."
    )


def test_a_nadir_of_one_day_is_named_with_that_day_alone() -> None:
    assert result_of(daily(900, 80, 200), "nadir").startswith(f"80 /µL on {day(1)}. ")


def test_the_lowest_of_several_counts_is_that_of_the_day() -> None:
    series = Series(
        (
            Point(FIRST, Decimal(520), time(8)),
            Point(FIRST, Decimal(480), time(20)),
            Point(FIRST + timedelta(1), Decimal(600)),
        )
    )
    data = values(series)
    assert data["nadir"] == {"date": day(0), "anc_per_ul": "480"}
    assert data["days_below_500"] == {"counted": 1, "interpolated": 1}
    assert [(row["date"], row["time"], row["anc_per_ul"]) for row in data["rows"]] == [
        (day(0), "08:00:00", "520"),
        (day(0), "20:00:00", "480"),
        (day(1), None, "600"),
    ]


def test_the_counts_are_told_with_the_longest_gap_and_what_was_given_twice() -> None:
    assert result_of(daily(900), "counts") == f"1 count on 1 day, {day(0)} to {day(0)}."
    assert result_of(daily(900, 800, None, None, 700), "counts") == (
        f"3 counts on 3 days, {day(0)} to {day(4)}; longest time without a count: 3 days, {day(1)} to {day(4)}."
    )
    twice = Series((Point(FIRST, Decimal(500)), Point(FIRST, Decimal(500))))
    assert result_of(twice, "counts").endswith(f"given twice and taken as one: {day(0)}.")
    often = Series(tuple(Point(FIRST + timedelta(number // 2), Decimal(500)) for number in range(10)))
    assert result_of(often, "counts").endswith(f"{day(0)}, {day(1)}, {day(2)} and 2 more.")
    assert "longest" not in result_of(daily(900, 800), "counts")


# Days below


@pytest.mark.parametrize(
    ("per_ul", "counted", "interpolated"),
    [
        (["500", "500"], 0, 0),
        (["499.999999", "500"], 1, 1),
        (["499.999999", None, "500.000001"], 1, 1),  # the day between lies at exactly 500
        (["499.999998", None, "500.000001"], 1, 2),
        (["900", None, None, None, "100"], 1, 2),  # 900 700 500 300 100
        (["100", None, None, None, "900"], 1, 2),
        (["400", None, None, "400"], 2, 4),
        (["501", None, None, "501"], 0, 0),
        (["0"], 1, 1),
    ],
)
def test_days_below_500_are_counted_and_interpolated(per_ul: list[str | None], counted: int, interpolated: int) -> None:
    below = values(daily(*per_ul))["days_below_500"]
    assert below == {"counted": counted, "interpolated": interpolated}


def test_days_between_counts_far_apart_are_said_to_be_unknown() -> None:
    near, far = FIRST + timedelta(7), FIRST + timedelta(8)
    assert result_of(on({FIRST: 400, near: 400}), "days_below_500") == "2 days counted, 8 with the days between."
    assert result_of(on({FIRST: 400, far: 400}), "days_below_500") == (
        "2 days counted, 9 with the days between. Up to 8 days lie between two counts: what happened between them is "
        "not known."
    )
    # A long time above the bound is no reason to say so.
    assert result_of(on({FIRST: 400, FIRST + timedelta(1): 900, FIRST + timedelta(90): 900}), "days_below_500") == (
        "1 day counted, 1 with the days between."
    )


def test_the_widest_gap_is_that_from_which_days_below_the_bound_were_taken() -> None:
    assert days_below(daily(900, None, None, 900).days, 500) == DaysBelow(500, 0, 0, 0)
    assert days_below(daily(90, 90).days, 100) == DaysBelow(100, 2, 2, 0)
    assert days_below(daily(90, None, 90, None, None, 90).days, 100) == DaysBelow(100, 3, 6, 3)


@pytest.mark.parametrize(("per_ul", "counted"), [("99.999999", 1), ("100", 0)])
def test_days_below_100_begin_right_below_100(per_ul: str, counted: int) -> None:
    assert values(daily(per_ul, "2000"))["days_below_100"] == {"counted": counted, "interpolated": counted}


@given(series_of_days)
def test_days_below_grow_with_the_bound_and_with_the_days_between(series: Series) -> None:
    data = values(series)
    span = (series.points[-1].day - series.points[0].day).days + 1
    for bound in ("500", "100"):
        below = data[f"days_below_{bound}"]
        assert 0 <= below["counted"] <= below["interpolated"] <= span
    assert data["days_below_100"]["interpolated"] <= data["days_below_500"]["interpolated"]
    filled = dict(_straight_lines(series.days))
    assert data["days_below_500"]["interpolated"] == sum(each < 500 for each in filled.values())


def _straight_lines(days: Sequence[DayCount]) -> list[tuple[date, float]]:
    found = [(days[0].day, float(days[0].per_ul))]
    for earlier, later in pairwise(days):
        gap = (later.day - earlier.day).days
        for passed in range(1, gap + 1):
            exact = (earlier.per_ul * (gap - passed) + later.per_ul * passed) / gap
            found.append((earlier.day + timedelta(passed), float(round(exact, 12))))
    return found


# Recovery


@pytest.mark.parametrize(
    ("per_ul", "index"),
    [
        ([100, 480, 520, 600, 700, 900], 2),  # ENGR-001
        ([100, 510, 490, 520, 530, 540], 3),  # ENGR-002: a dip begins the run anew
        ([100, 500, 500, 500], 1),  # ENGR-003: 500 counts
        ([100, 499, 499, 499], None),  # ENGR-004
        ([100, 510, 520], None),  # ENGR-005: the run is too short
        ([100, 500, "499.999999", 500, 500, 500], 3),
        ([600, 700, 800, 100, 510, 520, 530], 4),  # only what follows the lowest count
        ([100, 600, 700, 800, 100, 480, 520, 530, 540], 6),  # the last of two lowest counts
        ([700, 600, 100], None),
        ([900, 800, 700, 900, 900, 900], None),  # never below 500
        ([500, 900, 900, 900], None),
        (["499.999999", 500, 500, 500], 1),
    ],
)
def test_recovery_is_the_first_of_three_successive_days(per_ul: list[int | str], index: int | None) -> None:
    data = values(daily(*per_ul))
    assert data["recovery_date"] == (None if index is None else day(index))
    assert (index is None) == ("recovery_date" in data["reasons"])


@pytest.mark.parametrize(
    ("per_ul", "index", "reason"),
    [
        # A day without a count could have been 500 or more, or not.
        ([100, None, 520, 530, 540], None, f"on a day from {day(1)} to {day(2)}"),
        ([100, None, 520, 530], None, f"if at all, it was not before {day(1)}"),
        ([100, 520, None, 530, 540, 550], None, f"on a day from {day(1)} to {day(3)}"),
        ([100, None, None, None, 700], None, f"if at all, it was not before {day(1)}"),
        # Whatever the missing days were, they change nothing.
        ([100, None, 480, 520, 530, 540], 3, ""),
        ([100, 520, 530, 540, None, 550], 1, ""),
        ([900, None, 100, 520, 530, 540], 3, ""),
        ([100, None, 480, 520, None, 480], None, "No 3 successive days"),
    ],
)
def test_a_gap_hides_the_recovery_where_it_matters(per_ul: list[int | None], index: int | None, reason: str) -> None:
    data = values(daily(*per_ul))
    assert data["recovery_date"] == (None if index is None else day(index))
    assert reason in data["reasons"].get("recovery_date", "")
    told = next(finding for finding in findings(daily(*per_ul)) if finding.key == "recovery_date")
    assert told.met is (True if index is not None else None)
    assert told.result == (f"{day(index)}." if index is not None else f"Not shown. {data['reasons']['recovery_date']}")


def test_the_days_without_a_count_are_numbered() -> None:
    one = values(daily(100, None, 520, 530, 540))["reasons"]["recovery_date"]
    assert "1 day after the lowest count has no count" in one
    three = values(daily(100, None, None, None, 700))["reasons"]["recovery_date"]
    assert "3 days after the lowest count have no count" in three


def test_a_run_that_the_counts_cut_off_is_told() -> None:
    assert values(daily(100, None, 480, 520))["reasons"]["recovery_date"].endswith("after 1 day with 500 /µL or more.")
    reason = values(daily(100, 510, 520))["reasons"]["recovery_date"]
    assert reason.endswith("The counts end after 2 days with 500 /µL or more.")
    assert values(daily(700, 100))["reasons"]["recovery_date"] == "The counts end with the lowest one."


@given(st.lists(st.sampled_from([None, 50, 499, 500, 900]), min_size=1, max_size=9).filter(any))
def test_a_recovery_is_shown_where_the_missing_days_could_not_change_it(per_ul: list[int | None]) -> None:
    first = next(n for n, each in enumerate(per_ul) if each is not None)
    known = [50, *per_ul[first:]]  # begins and ends with a count, and recovers from 50
    while known[-1] is None:
        known.pop()
    possible = {
        _recovered(list(filled)) for filled in product(*((each,) if each is not None else (499, 900) for each in known))
    }
    shown = recovery(daily(*known).days)
    if len(possible) == 1 and None not in possible:
        assert shown == FIRST + timedelta(next(iter(possible)) or 0)
    else:
        assert isinstance(shown, Unshown)


def _recovered(per_ul: list[int]) -> int | None:
    low = max(n for n, each in enumerate(per_ul) if each == min(per_ul))
    starts = (n for n in range(low + 1, len(per_ul) - 2) if min(per_ul[n : n + 3]) >= 500)
    return next(starts, None)


# Duration


@pytest.mark.parametrize(
    ("last", "kind"),
    [
        (date(2026, 2, 15), "acute"),  # TIME-001: 1 month
        (date(2026, 4, 14), "acute"),
        (date(2026, 4, 15), "undetermined"),  # TIME-003: exactly 3 months
        (date(2026, 4, 16), "chronic"),
        (date(2026, 4, 30), "chronic"),  # TIME-004: 3.5 months
        (date(2027, 1, 15), "chronic"),  # TIME-005: 12 months
    ],
)
def test_three_months_divide_acute_from_chronic(last: date, kind: str) -> None:
    series = on({FIRST: 900, FIRST + timedelta(10): 1400, last: "1499.999999"})
    assert values(series)["duration_class"] == kind


def test_exactly_three_months_have_both_readings() -> None:
    reason = values(on({FIRST: 900, date(2026, 4, 15): 900}))["reasons"]["duration_class"]
    assert "chronic where 3 months are enough (Japanese guide)" in reason
    assert "not yet where it takes more (TheBloodProject)" in reason
    assert reason in result_of(on({FIRST: 900, date(2026, 4, 15): 900}), "duration_class")


def test_three_months_after_the_end_of_a_month_are_at_the_end_of_a_shorter_one() -> None:
    assert duration(on({date(2025, 11, 30): 900, date(2026, 2, 27): 900}).days).kind == "acute"
    assert duration(on({date(2025, 11, 30): 900, date(2026, 2, 28): 900}).days).kind == "undetermined"
    assert duration(on({date(2025, 11, 30): 900, date(2026, 3, 1): 900}).days).kind == "chronic"
    assert duration(on({date(2025, 9, 15): 900, date(2025, 12, 15): 900}).days).kind == "undetermined"
    assert duration(on({date(9999, 11, 30): 900, date(9999, 12, 31): 900}).days).kind == "acute"


def test_a_run_over_three_months_counts_for_more_than_a_longer_one_of_exactly_three() -> None:
    winter = {date(2026, 1, 15): 900, date(2026, 4, 16): 900}  # 91 days
    summer = {date(2026, 7, 1): 900, date(2026, 10, 1): 900}  # 92 days
    assert duration(on({**winter, date(2026, 5, 1): 2000, **summer}).days).kind == "chronic"
    assert duration(on(summer).days).kind == "undetermined"


def test_a_count_of_1500_is_no_neutropenia() -> None:
    assert values(on({FIRST: 1500, date(2027, 1, 1): 1500}))["reasons"]["duration_class"] == (
        "No count is below 1,500 /µL."
    )
    ended = on({FIRST: 900, date(2026, 2, 1): 900, date(2026, 2, 2): 1500, date(2027, 1, 1): 1600})
    assert values(ended)["duration_class"] == "acute"


@pytest.mark.parametrize("second", [1600, None])
def test_one_low_count_alone_shows_no_duration(second: int | None) -> None:
    data = values(daily(900, second))
    assert data["duration_class"] == "undetermined"
    assert "shows no duration" in data["reasons"]["duration_class"]


def test_low_counts_that_come_again_over_three_months_are_left_open() -> None:
    cycles = {FIRST + timedelta(21 * n + low): (300 if low < 4 else 2000) for n in range(6) for low in (0, 2, 10)}
    data = values(on(dict(cycles)))
    assert data["duration_class"] == "undetermined"
    assert "come again" in data["reasons"]["duration_class"]
    assert (
        "acute if each time is taken alone, chronic if the times belong together" in data["reasons"]["duration_class"]
    )


@pytest.mark.parametrize(("last", "kind"), [(date(2026, 4, 14), "acute"), (date(2026, 4, 15), "undetermined")])
def test_low_counts_come_again_from_three_months_on(last: date, kind: str) -> None:
    series = on({FIRST: 900, FIRST + timedelta(1): 900, FIRST + timedelta(9): 2000, last: 900})
    assert values(series)["duration_class"] == kind


def test_what_is_not_known_about_begin_and_end_is_told() -> None:
    told = result_of(daily(900, 800), "duration_class")
    assert told.startswith("Acute. ")
    assert told.endswith("less than 3 months. It may have begun earlier and have gone on.")
    between = result_of(daily(2000, None, 900, 800, 1500), "duration_class")
    assert between.endswith(f"It may have begun earlier, after {day(0)}.")
    assert result_of(daily(2000, 900, 800, 1500), "duration_class").endswith("less than 3 months.")


def test_two_counts_are_no_three_occasions() -> None:
    assert "asks for 3 occasions; here are 2" in result_of(on({FIRST: 900, date(2026, 9, 1): 900}), "duration_class")
    three = on({FIRST: 900, date(2026, 3, 1): 900, date(2026, 9, 1): 900})
    assert "occasions" not in result_of(three, "duration_class")


# Doubling time


@pytest.mark.parametrize("days", ["1", "1.5", "2.75"])
def test_the_doubling_time_of_an_exact_doubling_is_found(days: str) -> None:
    counts = [Decimal(str(round(50 * 2 ** (n / float(days)), 6))) for n in range(12)]
    doubled = Decimal(values(daily(900, *map(str, counts)))["doubling_time_days"])
    assert doubled == pytest.approx(Decimal(days), abs=Decimal("0.001"))


def test_the_fit_ends_with_the_first_count_of_500() -> None:
    fitted = doubling(daily(900, 100, 200, 400, 500, 5000, 50_000).days)
    assert not isinstance(fitted, Unshown)
    assert (fitted.first.isoformat(), fitted.last.isoformat(), fitted.counts) == (day(1), day(4), 4)
    just_below = doubling(daily(900, 100, 200, 400, "499.999999", 5000).days)
    assert not isinstance(just_below, Unshown)
    assert just_below.last.isoformat() == day(5)


def test_without_500_the_fit_ends_with_the_last_rising_count() -> None:
    fitted = doubling(daily(900, 50, 100, 200, 150, 300).days)
    assert not isinstance(fitted, Unshown)
    assert (fitted.days, fitted.last.isoformat()) == (pytest.approx(1), day(3))
    level = doubling(daily(900, 50, 100, 100, 300).days)
    assert not isinstance(level, Unshown)
    assert level.last.isoformat() == day(2)


def test_a_least_squares_line_is_drawn_through_days_of_any_distance() -> None:
    series = daily(900, 50, None, 70, None, None, 400, 600)
    xs, ys = [0, 2, 5, 6], [math.log(each) for each in (50, 70, 400, 600)]
    mean_x, mean_y = sum(xs) / 4, sum(ys) / 4
    slope = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    slope /= sum((x - mean_x) ** 2 for x in xs)
    fitted = doubling(series.days)
    assert not isinstance(fitted, Unshown)
    assert fitted.days == pytest.approx(math.log(2) / slope)


def test_a_count_of_0_has_no_logarithm() -> None:
    fitted = doubling(daily(900, 0, 100, 200, 600).days)
    assert not isinstance(fitted, Unshown)
    assert (fitted.first.isoformat(), fitted.counts) == (day(2), 3)


@pytest.mark.parametrize(
    ("per_ul", "reason"),
    [
        ([900, 800, 700], "nothing to recover from"),
        ([500, 800], "nothing to recover from"),
        ([900, 100], "fewer than 2 counts"),
        ([900, 100, 100, 100], "fewer than 2 counts"),
        ([900, 0, 600], "fewer than 2 counts"),
        ([900, 0, 0], "fewer than 2 counts"),
        ([900, 0, 450, 300, 200, 100, 500], "don’t rise"),
        # Level: 3 × ln(500 / 250) + ln(10 / 80) = ln 8 - ln 8 = 0. A rounding error is no doubling time of 10¹⁵ days.
        ([900, 0, 250, 80, 10, 500], "don’t rise"),
        ([900, 0, 250, 400, 50, 500], "don’t rise"),
        ([900, 0, 450, 300, 450], "fewer than 2 counts"),
        ([900, 0, 500], "fewer than 2 counts"),
    ],
)
def test_a_doubling_time_that_cannot_be_worked_out_has_a_reason(per_ul: list[int], reason: str) -> None:
    data = values(daily(*per_ul))
    assert data["doubling_time_days"] is None
    assert reason in data["reasons"]["doubling_time_days"]


def test_a_doubling_time_is_told_with_two_figures_and_given_with_six() -> None:
    # From 100 to 300 in one day: ln 2 / ln 3 = 0.63092975…
    assert values(daily(900, 100, 300))["doubling_time_days"] == "0.63093"
    told = result_of(daily(900, 100, 300), "doubling_time_days")
    assert told.startswith(f"0.63 days, from 2 counts, {day(1)} to {day(2)}. Two counts")


def test_a_doubling_time_from_two_counts_is_called_rough() -> None:
    assert "rough" in result_of(daily(900, 300, 600), "doubling_time_days")
    assert "rough" not in result_of(daily(900, 200, 300, 600), "doubling_time_days")


# Periodicity


def cyclic(days: Sequence[int], period: float) -> Series:
    def count(number: int) -> Decimal:
        return Decimal(round(1000 + 800 * math.sin(2 * math.pi * number / period)))

    return Series(tuple(Point(FIRST + timedelta(number), count(number)) for number in days))


THRICE = [7 * week + each for week in range(6) for each in (0, 2, 4)]
TWICE = [7 * week + each for week in range(6) for each in (0, 3)]


@pytest.mark.parametrize("period", [18, 21, 28])
@pytest.mark.parametrize("days", [THRICE, TWICE, list(range(0, 42, 2))])
def test_a_cycle_is_found_in_six_weeks_of_sufficient_sampling(days: list[int], period: int) -> None:
    found = values(cyclic(days, period))["periodicity"]
    assert found["sampling_sufficient"] is True
    assert Decimal(found["period_days"]) == pytest.approx(Decimal(period), abs=Decimal("0.5"))
    assert Decimal("0.99") < Decimal(found["strength"]) <= 1
    assert Decimal(found["false_alarm"]) < Decimal("0.001")


@pytest.mark.parametrize(
    ("days", "sufficient"),
    [
        (THRICE, True),
        (TWICE, True),
        ([400 + each for each in TWICE], True),
        ([*range(0, 140, 7), *(300 + each for each in TWICE)], True),  # anywhere in the record
        (TWICE[:-1], False),  # one count in the sixth week
        (TWICE[:10], False),  # five weeks
        (list(range(0, 140, 7)), False),  # once a week
        ([each for each in TWICE if each not in (14, 17)], False),  # a week left out
    ],
)
def test_sampling_is_sufficient_with_two_counts_a_week_for_six_weeks(days: list[int], sufficient: bool) -> None:
    found = values(cyclic(days, 21))["periodicity"]
    assert found["sampling_sufficient"] is sufficient
    assert ("successive weeks" in found["reason"]) is not sufficient
    told = result_of(cyclic(days, 21), "periodicity")
    assert told.startswith("Not to be relied on") is not sufficient


@pytest.mark.parametrize(
    ("series", "reason"),
    [
        (cyclic([0, 7, 14, 21, 28], 21), "a wave needs 6"),
        (cyclic(range(28), 21), "cover 27 days"),
        (on({FIRST + timedelta(number): 700 for number in THRICE}), "All counts are the same."),
        (daily(900), "1 day with a count"),
    ],
)
def test_where_no_wave_is_fitted_the_reason_is_given(series: Series, reason: str) -> None:
    found = values(series)["periodicity"]
    assert (found["period_days"], found["strength"], found["false_alarm"]) == (None, None, None)
    assert reason in found["reason"]


@pytest.mark.parametrize("days", [[0, 7, 14, 21, 26, 28], range(29)])
def test_the_fewest_counts_and_the_fewest_days_that_a_wave_is_fitted_to(days: Sequence[int]) -> None:
    assert values(cyclic(days, 21))["periodicity"]["period_days"] is not None


def test_fewer_than_two_cycles_are_told() -> None:
    assert "fewer than two whole cycles" in values(cyclic(THRICE, 35))["periodicity"]["reason"]
    assert values(cyclic(range(71), 35))["periodicity"]["reason"] == ""


def test_a_period_at_the_edge_of_what_was_tried_is_told() -> None:
    assert "edge" in values(cyclic(range(0, 120, 3), 50))["periodicity"]["reason"]
    assert "edge" in values(cyclic(range(60), 10))["periodicity"]["reason"]


def test_only_the_last_three_years_are_looked_at() -> None:
    last_weeks = [number - 60 for number in range(0, 62, 2)]
    alone = periodicity(cyclic(last_weeks, 21).days)
    assert periodicity(cyclic([-1096, *last_weeks], 21).days) == alone
    assert periodicity(cyclic([-1095, *last_weeks], 21).days) != alone
    assert values(cyclic([*(each - 2000 for each in THRICE), 0], 21))["periodicity"]["period_days"] is None


@given(series_of_days)
def test_nothing_is_called_a_diagnosis(series: Series) -> None:
    for finding in findings(series):
        assert "cyclic neutropenia" not in (finding.result + finding.rule).casefold()
    assert "no diagnosis" in findings(series)[-1].rule


# Day one


def test_days_are_numbered_from_day_one_when_it_is_given() -> None:
    day_one = FIRST + timedelta(1)
    data = values(daily(900, 300, 80), day_one)
    assert [row["days_since_day_one"] for row in data["rows"]] == [-1, 0, 1]
    assert all("days_since_day_one" not in row for row in values(daily(900, 300))["rows"])
    assert (
        result_of(daily(900, 300, 80), "days_since_day_one", day_one) == f"The lowest count is 1 day after {day_one}."
    )
    same = FIRST + timedelta(2)
    assert result_of(daily(900, 300, 80), "days_since_day_one", same) == f"The lowest count is 0 days after {same}."
    later = FIRST + timedelta(9)
    assert result_of(daily(900, 300, 80), "days_since_day_one", later) == f"The lowest count is 7 days before {later}."


def test_whose_bound_the_duration_is_about_is_said() -> None:
    rule = next(finding.rule for finding in findings(daily(1200)) if finding.key == "duration_class")
    assert "infants and people with the Duffy-null count have others" in rule


def test_a_recovery_that_did_not_last_says_so() -> None:
    assert result_of(daily(50, 600, 700, 800, 500), "recovery_date") == f"{day(1)}."
    assert result_of(daily(50, 600, 700, 800, 499, 900, 100), "recovery_date") == (
        f"{day(1)}. After it counts are below 500 /µL again, for the first time on {day(4)}."
    )


# What the sentences name, to the day and the count


@pytest.mark.parametrize(
    ("counts", "ending"),
    [
        ((100, 400, 500), " The counts end after 1 day with 500 /µL or more."),
        ((100, 600, 700), " The counts end after 2 days with 500 /µL or more."),
        ((100, 600, 499), ""),
    ],
)
def test_recovery_that_is_not_there_yet_says_how_far_it_came(counts: tuple[int, ...], ending: str) -> None:
    shown = recovery(daily(*counts).days)
    assert isinstance(shown, Unshown)
    assert shown.reason == f"No 3 successive days after the lowest count have 500 /µL or more.{ending}"


def test_a_duration_names_first_and_last_day_and_how_many_have_a_count() -> None:
    reason = duration(daily(1000, 1200, None, 1300, 1600).days).reason
    assert reason.startswith("Counts below 1,500 /µL, without a higher one in between, ")
    assert f"are there from {day(0)} to {day(3)} (3 days, 3 days with a count): less than 3 months." in reason


@pytest.mark.parametrize(
    ("counts", "outside"),
    [
        ((1600, 1000, 1200, 1600), ""),
        ((1000, 1200, 1600), " It may have begun earlier."),
        ((1600, 1000, 1200), " It may have gone on."),
        ((1600, None, 1000, 1200, 1600), f" It may have begun earlier, after {day(0)}."),
        ((1600, 1000, 1200, None, 1600), f" It may have gone on, until before {day(4)}."),
        ((1000, 1200), " It may have begun earlier and have gone on."),
        ((1600, 1000, 1200, None, 1300, 1600), ""),  # a gap within the run is none after it
    ],
)
def test_what_is_not_known_before_and_after_is_said(counts: tuple[int | None, ...], outside: str) -> None:
    found = duration(daily(*counts).days)
    assert found.kind == "acute"
    assert found.reason.partition("less than 3 months.")[2] == outside


def test_low_counts_that_come_again_are_named_from_the_first_to_the_last() -> None:
    counts = {date(2026, 1, 15): 1000, date(2026, 1, 20): 1600, date(2026, 2, 15): 1000, date(2026, 3, 1): 1600,
              date(2026, 5, 15): 1000}  # fmt: skip
    found = duration(on(counts).days)
    assert found.kind == "undetermined"
    assert "such counts come again from 2026-01-15 to 2026-05-15, 3 months or more" in found.reason


def test_a_single_low_count_is_named_and_shows_no_duration() -> None:
    found = duration(daily(1600, 1000, 1600).days)
    assert found.reason.startswith(f"The count of {day(1)} is below 1,500 /µL")
    assert found.reason.endswith("shows no duration.")


def test_three_months_are_counted_over_the_turn_of_the_year() -> None:
    def ends(last: date) -> str:
        return duration(on({date(2025, 10, 15): 1000, last: 1000}).days).kind

    assert ends(date(2026, 1, 14)) == "acute"
    assert "exactly 3 months" in duration(on({date(2025, 10, 15): 1000, date(2026, 1, 15): 1000}).days).reason
    assert ends(date(2026, 1, 16)) == "chronic"


def test_a_rise_below_500_is_followed_to_its_end() -> None:
    found = doubling(daily(100, 200, 400).days)
    assert not isinstance(found, Unshown)
    assert (found.counts, found.last) == (3, FIRST + timedelta(2))
    assert found.days == pytest.approx(1)


def test_the_longest_time_without_a_count_is_the_first_of_those_as_long() -> None:
    result = result_of(daily(900, None, None, 900, None, None, 900, 900), "counts")
    assert (
        result
        == f"4 counts on 4 days, {day(0)} to {day(7)}; longest time without a count: 3 days, {day(0)} to {day(3)}."
    )
    assert "longest" not in result_of(daily(900, 900), "counts")
    assert f"; longest time without a count: 2 days, {day(0)} to {day(2)}." in result_of(
        daily(900, None, 800), "counts"
    )


def test_days_that_are_given_twice_are_named_up_to_three() -> None:
    points = [Point(FIRST + timedelta(n // 2), Decimal(900)) for n in range(10)]
    result = result_of(Series(tuple(points)), "counts")
    assert result.startswith("10 counts on 5 days")
    assert f"given twice and taken as one: {day(0)}, {day(1)}, {day(2)} and 2 more." in result
    assert f"{day(2)} and 1 more." in result_of(Series(tuple(points[:8])), "counts")
    assert "more" not in result_of(Series(tuple(points[:6])), "counts")


def test_a_pure_wave_of_three_weeks_is_told_with_its_numbers() -> None:
    wave = {FIRST + timedelta(n): str(round(1000 + 800 * math.cos(2 * math.pi * n / 21), 3)) for n in range(0, 127, 3)}
    result = result_of(on(wave), "periodicity")
    assert result == (
        "21 days is the strongest period from 14 to 42. Its wave accounts for 100 % of the variation; of 1,000 series "
        "on the same days without any order, fewer than 1 would have one as strong."
    )


def test_chance_is_told_as_so_many_of_a_thousand() -> None:
    counts = daily(*(900 + 137 * (n * n % 11) for n in range(60)))
    found = periodicity(counts.days)
    assert found.false_alarm is not None
    assert found.false_alarm > 0.001
    assert f"order, about {round(found.false_alarm * 1000):,} would have one as strong." in result_of(
        counts, "periodicity"
    )


@pytest.fixture
def with_peak(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Sets what comes out of the periodogram: the period, its share of the variation, and the estimate of chance."""

    def place(period: float, power: float = 0.9, false_alarm: float = 0.01) -> None:
        monkeypatch.setattr(series_module, "strongest", lambda *_: Peak(period, power, false_alarm))

    return place


ANY_WAVE = daily(*range(900, 943))
"""A count a day for 42 days after the first."""


def test_a_period_is_shown_with_as_many_figures_as_it_is_worth(with_peak: Callable[..., None]) -> None:
    with_peak(21.2345, 0.87654, 0.012345)
    found = values(ANY_WAVE)["periodicity"]
    assert (found["period_days"], found["strength"], found["false_alarm"]) == ("21.2", "0.877", "0.012")
    told = result_of(ANY_WAVE, "periodicity")
    assert told.startswith("21.2 days ")
    assert " 88 % of the variation" in told
    assert " about 12 would" in told


@pytest.mark.parametrize(("false_alarm", "told"), [(0.000999, "fewer than 1"), (0.001, "about 1"), (0.0016, "about 2")])
def test_a_chance_below_one_of_a_thousand_is_called_that(
    with_peak: Callable[..., None], false_alarm: float, told: str
) -> None:
    with_peak(21.0, false_alarm=false_alarm)
    assert f", {told} would have one as strong" in result_of(ANY_WAVE, "periodicity")


@pytest.mark.parametrize(("period", "fewer"), [(21.0, False), (21.01, True)])
def test_two_whole_cycles_are_enough(with_peak: Callable[..., None], period: float, fewer: bool) -> None:
    with_peak(period)
    reason = periodicity(ANY_WAVE.days).reason
    assert ("The counts cover 42 days, fewer than two whole cycles" in reason) is fewer
    assert bool(reason) is fewer


@pytest.mark.parametrize(
    ("period", "edge"), [(14.0, True), (14.04, True), (14.06, False), (41.94, False), (41.96, True), (42.0, True)]
)
def test_a_period_within_a_twentieth_of_a_day_of_the_first_or_last_lies_at_the_edge(
    with_peak: Callable[..., None], period: float, edge: bool
) -> None:
    with_peak(period)
    assert ("edge" in periodicity(ANY_WAVE.days).reason) is edge


def test_reasons_follow_each_other_as_sentences(with_peak: Callable[..., None]) -> None:
    with_peak(42.0)
    assert " looks the same. It lies at the edge " in periodicity(ANY_WAVE.days).reason


def test_two_counts_a_week_are_looked_for_onwards_from_any_day() -> None:
    # Two days in each of six weeks from the first on; read backwards, some weeks would have none.
    numbers = [0, 1, 12, 13, 14, 15, 26, 27, 28, 29, 40, 41]
    days = on({FIRST + timedelta(n): 900 + n for n in numbers}).days
    assert periodicity(days).sampling_sufficient is True
    assert periodicity(days[:-1]).sampling_sufficient is False


def test_too_few_counts_for_a_wave_say_what_it_takes() -> None:
    found = periodicity(daily(900, 800, 700, 600, 700, 800, 900).days)
    assert (found.period, found.sampling_sufficient) == (None, False)
    assert "The counts cover 6 days: two cycles of the shortest period take 28. " in found.reason
