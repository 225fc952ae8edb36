"""The intervals of a share: published entries, SciPy as a second opinion, exact sums as a third, and the laws."""

import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize, special, stats

from neutrogui.calculators.binomial import (
    MOST_CELLS,
    MOST_WBC_CV,
    Interval,
    Limits,
    cells_to_settle,
    clopper_pearson,
    count_interval,
    rumke,
    straddled,
    wilson,
    with_wbc_error,
)

NEAR = 1e-9
"""Percentage points; far below what anybody prints."""

methods = pytest.mark.parametrize("method", [clopper_pearson, wilson])
levels = st.decimals(min_value=50, max_value="99.9", places=1)


@st.composite
def differentials(draw: st.DrawFn, least: int = 1, most: int = MOST_CELLS) -> tuple[int, int]:
    counted = draw(st.integers(least, most))
    return draw(st.integers(0, counted)), counted


def scipy_exact(cells: int, counted: int, level: Decimal) -> tuple[float, float]:
    tail = float(100 - level) / 200
    lower = 100 * special.betaincinv(cells, counted - cells + 1, tail) if cells else 0.0
    upper = 100 - 100 * special.betaincinv(counted - cells, cells + 1, tail) if cells < counted else 100.0
    return lower, upper


def scipy_wilson(cells: int, counted: int, level: Decimal) -> tuple[float, float]:
    found = stats.binomtest(cells, counted).proportion_ci(float(level) / 100, method="wilson")
    return 100 * found.low, 100 * found.high


def agree(interval: Interval, oracle: tuple[float, float]) -> bool:
    return all(abs(float(limit) - other) <= NEAR for limit, other in zip(interval, oracle, strict=True))


# Published entries


@pytest.mark.parametrize(
    ("cells", "counted", "lower", "upper"),
    [
        (0, 100, "0", "3.62"), (1, 100, "0.03", "5.45"), (2, 100, "0.24", "7.04"), (3, 100, "0.62", "8.52"),
        (5, 100, "1.64", "11.28"), (10, 100, "4.90", "17.62"), (20, 100, "12.67", "29.18"),
        (25, 100, "16.88", "34.66"), (30, 100, "21.24", "39.98"), (40, 100, "30.33", "50.28"),
        (50, 100, "39.83", "60.17"), (90, 100, "82.38", "95.10"), (100, 100, "96.38", "100"),
        (2, 200, "0.12", "3.57"), (6, 200, "1.11", "6.42"), (20, 200, "6.22", "15.02"), (100, 200, "42.87", "57.13"),
        (0, 500, "0", "0.74"), (100, 500, "16.58", "23.78"), (250, 500, "45.53", "54.47"),
    ],
)  # fmt: skip
def test_a_published_exact_interval_comes_out(cells: int, counted: int, lower: str, upper: str) -> None:
    assert [round(limit, 2) for limit in clopper_pearson(cells, counted)] == [Decimal(lower), Decimal(upper)]


@pytest.mark.parametrize(
    ("cells", "counted", "lower", "upper"),
    [(40, 200, "15.0", "26.1"), (100, 500, "16.7", "23.7"), (0, 200, "0", "1.9")],
)
def test_a_published_wilson_interval_comes_out(cells: int, counted: int, lower: str, upper: str) -> None:
    assert [round(limit, 1) for limit in wilson(cells, counted)] == [Decimal(lower), Decimal(upper)]


@pytest.mark.parametrize(
    ("cells", "entry"),
    [
        (0, (0, 4)), (1, (0, 6)), (2, (0, 8)), (3, (0, 9)), (5, (1, 12)), (7, (2, 14)), (8, (3, 16)), (9, (4, 17)),
        (10, (4, 18)), (15, (8, 24)), (20, (12, 30)), (35, (25, 46)), (45, (35, 56)), (100, (96, 100)),
    ],
)  # fmt: skip
def test_an_entry_of_rumkes_table_comes_out(cells: int, entry: tuple[int, int]) -> None:
    assert rumke(cells, 100) == entry


@given(differentials())
def test_rumkes_entry_holds_the_exact_interval_and_is_less_than_a_percent_wider_on_either_side(
    differential: tuple[int, int],
) -> None:
    (lower, upper), (whole_lower, whole_upper) = clopper_pearson(*differential), rumke(*differential)
    assert 0 <= lower - whole_lower < 1
    assert 0 <= whole_upper - upper < 1


# Second and third opinions


@pytest.mark.parametrize("level", ["50", "80", "90", "95", "99", "99.9"])
def test_the_intervals_agree_with_scipy_over_a_grid(level: str) -> None:
    for counted in (1, 2, 3, 10, 37, 100, 200, 500, 1000, 4321, 10_000):
        some = {0, 1, 2, counted // 10, counted // 3, counted // 2, counted - 2, counted - 1, counted}
        for cells in sorted(cells for cells in some if 0 <= cells <= counted):
            case = cells, counted, Decimal(level)
            assert agree(clopper_pearson(*case), scipy_exact(*case)), case
            assert agree(wilson(*case), scipy_wilson(*case)), case


@given(differentials(), levels)
def test_the_intervals_agree_with_scipy_anywhere(differential: tuple[int, int], level: Decimal) -> None:
    assert agree(clopper_pearson(*differential, level), scipy_exact(*differential, level))
    assert agree(wilson(*differential, level), scipy_wilson(*differential, level))


def at_least(cells: int, counted: int, percent: Decimal) -> Fraction:
    """The exact probability of so many cells or more, as a sum of fractions."""
    share = Fraction(percent) / 100
    return sum(
        (math.comb(counted, k) * share**k * (1 - share) ** (counted - k) for k in range(cells, counted + 1)),
        Fraction(0),
    )


@pytest.mark.parametrize(("cells", "counted"), [(1, 1), (1, 20), (10, 20), (20, 20), (3, 100), (40, 100), (99, 100)])
@pytest.mark.parametrize("level", ["50", "95", "99.9"])
def test_exact_sums_say_that_the_limits_are_where_they_should_be(cells: int, counted: int, level: str) -> None:
    tail, near = (100 - Fraction(level)) / 200, Decimal("1e-9")
    lower, upper = clopper_pearson(cells, counted, Decimal(level))
    assert at_least(cells, counted, lower - near) < tail < at_least(cells, counted, lower + near)
    if cells < counted:
        fewer_before, fewer_after = (1 - at_least(cells + 1, counted, upper + step) for step in (-near, near))
        assert fewer_after < tail < fewer_before


def test_a_count_beyond_any_differential_is_worked_out_too() -> None:
    assert agree(clopper_pearson(3, 10**6), scipy_exact(3, 10**6, Decimal(95)))
    assert agree(clopper_pearson(500_000, 10**6), scipy_exact(500_000, 10**6, Decimal(95)))


# Laws


@methods
@given(differential=differentials(), level=levels)
def test_the_interval_holds_the_share_found(method: Limits, differential: tuple[int, int], level: Decimal) -> None:
    cells, counted = differential
    lower, upper = method(cells, counted, level)
    assert 0 <= lower <= upper <= 100
    assert Fraction(lower) <= Fraction(100 * cells, counted) <= Fraction(upper)
    assert lower < upper
    assert (lower == 0) == (cells == 0)
    assert (upper == 100) == (cells == counted)


@methods
@given(differential=differentials(), level=levels)
def test_the_other_cells_have_the_mirrored_interval(
    method: Limits, differential: tuple[int, int], level: Decimal
) -> None:
    cells, counted = differential
    lower, upper = method(cells, counted, level)
    other_lower, other_upper = method(counted - cells, counted, level)
    assert abs(lower + other_upper - 100) <= Decimal("1e-9")
    assert abs(upper + other_lower - 100) <= Decimal("1e-9")


@methods
@given(differential=differentials(most=1000), times=st.integers(2, 10), level=levels)
def test_more_cells_at_the_same_share_narrow_the_interval(
    method: Limits, differential: tuple[int, int], times: int, level: Decimal
) -> None:
    cells, counted = differential
    (lower, upper), (near_lower, near_upper) = (method(n * cells, n * counted, level) for n in (1, times))
    assert lower <= near_lower
    assert near_upper <= upper
    assert near_upper - near_lower < upper - lower


@methods
@given(differential=differentials(), one=levels, other=levels)
def test_a_higher_level_widens_the_interval(
    method: Limits, differential: tuple[int, int], one: Decimal, other: Decimal
) -> None:
    (lower, upper), (wide_lower, wide_upper) = (method(*differential, level) for level in sorted((one, other)))
    assert wide_lower <= lower
    assert upper <= wide_upper
    assert one == other or wide_upper - wide_lower > upper - lower


@methods
@given(counted=st.integers(1, 500), level=levels)
def test_one_cell_more_moves_both_limits_up(method: Limits, counted: int, level: Decimal) -> None:
    limits = [method(cells, counted, level) for cells in range(0, counted + 1, max(1, counted // 10))]
    assert limits == sorted(limits)
    assert [upper for _, upper in limits] == sorted({upper for _, upper in limits})


@methods
@pytest.mark.parametrize(("cells", "counted"), [(-1, 10), (11, 10), (0, 0), (0, -1)])
def test_a_differential_that_can_not_be_is_refused(method: Limits, cells: int, counted: int) -> None:
    with pytest.raises(ValueError, match="counted"):
        method(cells, counted, Decimal(95))


@methods
@pytest.mark.parametrize("level", ["0", "100", "-5", "101"])
def test_a_level_that_can_not_be_is_refused(method: Limits, level: str) -> None:
    with pytest.raises(ValueError, match="level"):
        method(1, 10, Decimal(level))


# Carried to the count


@pytest.mark.parametrize(
    ("wbc_per_ul", "cells", "counted", "lower", "upper", "bounds"),
    [
        ("2000", 20, 100, 253, 584, [500]),
        ("1000", 30, 100, 212, 400, []),
        ("1000", 50, 100, 398, 602, [500]),
        ("2000", 50, 100, 796, 1204, [1000]),
        ("2000", 100, 200, 857, 1143, [1000]),
    ],
)
def test_a_worked_count_has_its_interval(
    wbc_per_ul: str, cells: int, counted: int, lower: int, upper: int, bounds: list[int]
) -> None:
    interval = count_interval(Decimal(wbc_per_ul), cells, counted)
    assert interval[0] == pytest.approx(Decimal(lower), abs=Decimal("1.5"))
    assert interval[1] == pytest.approx(Decimal(upper), abs=Decimal("1.5"))
    assert straddled(interval, [Decimal(bound) for bound in (100, 500, 1000, 1500)]) == tuple(bounds)


counts = st.decimals(min_value=0, max_value=2_000_000, places=1)


@given(counts, differentials())
def test_the_count_has_the_interval_of_the_share(wbc: Decimal, differential: tuple[int, int]) -> None:
    lower, upper = clopper_pearson(*differential)
    expected = wbc * lower / 100, wbc * upper / 100
    assert count_interval(wbc, *differential) == expected


@pytest.mark.parametrize(("wbc", "cells", "counted"), [("-1", 1, 10), ("1000", 11, 10), ("1000", 0, 0)])
def test_a_count_that_can_not_be_has_no_interval(wbc: str, cells: int, counted: int) -> None:
    with pytest.raises(ValueError, match="count"):
        count_interval(Decimal(wbc), cells, counted)


# With the error of the white cells

cvs = st.decimals(min_value=0, max_value=MOST_WBC_CV, places=2)
Z95 = float(stats.norm.ppf(0.975))


def mover_r(share: float, interval: tuple[float, float], cv: float) -> tuple[float, float]:
    """Equation 9 of Donner and Zou (2012) for share / (measured white cells / true ones), which is 1 ± 1.96 × CV."""
    (low, high), (under, over) = interval, (1 - Z95 * cv, 1 + Z95 * cv)
    lower = (share - math.sqrt(share**2 - low * over * (2 * share - low) * (2 - over))) / (over * (2 - over))
    upper = (share + math.sqrt(share**2 - high * under * (2 * share - high) * (2 - under))) / (under * (2 - under))
    return lower, upper


@methods
@given(differential=differentials(most=2000), cv=cvs)
def test_the_widened_interval_is_that_of_the_equation(
    method: Limits, differential: tuple[int, int], cv: Decimal
) -> None:
    cells, counted = differential
    alone = method(cells, counted, Decimal(95))
    widened = with_wbc_error(Decimal(100 * cells) / counted, alone, cv)
    expected = mover_r(cells / counted, (float(alone[0]) / 100, float(alone[1]) / 100), float(cv) / 100)
    assert [float(limit) for limit in widened] == pytest.approx([100 * limit for limit in expected], abs=1e-7)


@pytest.mark.parametrize(("cells", "counted"), [(1, 100), (20, 100), (50, 100), (99, 100), (300, 500)])
@pytest.mark.parametrize("cv", [1, 3, 10, 30])
def test_the_widened_limits_are_where_the_two_errors_together_reach(cells: int, counted: int, cv: int) -> None:
    """Looked for on either side of the share, without the closed form."""
    share, (low, high) = 100 * cells / counted, map(float, clopper_pearson(cells, counted))

    def beyond(limit: float, alone: float) -> float:
        return (share - limit) ** 2 - (share - alone) ** 2 - (Z95 * cv / 100 * limit) ** 2

    lower = optimize.brentq(beyond, 0, share, args=(low,), xtol=1e-12)
    upper = optimize.brentq(beyond, share, 1000, args=(high,), xtol=1e-12)
    found = count_interval(Decimal(100), cells, counted, clopper_pearson, Decimal(cv))
    assert [float(limit) for limit in found] == pytest.approx([lower, upper], abs=1e-8)


@methods
@given(differential=differentials())
def test_white_cells_free_of_error_leave_the_interval_as_it_is(method: Limits, differential: tuple[int, int]) -> None:
    alone = method(*differential, Decimal(95))
    assert count_interval(Decimal(100), *differential, method, Decimal(0)) == alone
    assert count_interval(Decimal(100), *differential, method) == alone


@methods
@given(differential=differentials(), one=cvs, other=cvs)
def test_a_greater_error_never_narrows_the_interval_and_never_loses_the_count(
    method: Limits, differential: tuple[int, int], one: Decimal, other: Decimal
) -> None:
    cells, counted = differential
    smaller, greater = (count_interval(Decimal(100), cells, counted, method, cv) for cv in sorted((one, other)))
    assert 0 <= greater[0] <= smaller[0] <= smaller[1] <= greater[1]
    assert Fraction(smaller[0]) <= Fraction(100 * cells, counted) <= Fraction(smaller[1])
    assert (greater[0] == 0) == (cells == 0)


@methods
@given(differential=differentials(), cv=cvs, wbc=st.integers(0, 2_000_000))
def test_more_white_cells_move_the_interval_in_proportion(
    method: Limits, differential: tuple[int, int], cv: Decimal, wbc: int
) -> None:
    once, as_many = (count_interval(Decimal(n), *differential, method, cv) for n in (1, wbc))
    assert as_many == pytest.approx([wbc * limit for limit in once], rel=Decimal("1e-20"))


@pytest.mark.parametrize("typed", ["0.12345678904", "0.12345678906"])
def test_an_error_too_small_to_be_seen_leaves_the_share_inside(typed: str) -> None:
    share = Decimal(typed)
    lower, upper = with_wbc_error(share, (share, share), Decimal("0.00000000001"))
    assert lower <= share <= upper


@pytest.mark.parametrize("cv", ["-0.1", "30.1", "51"])
def test_an_error_that_can_not_be_is_refused(cv: str) -> None:
    with pytest.raises(ValueError, match="coefficient of variation"):
        count_interval(Decimal(1000), 20, 100, clopper_pearson, Decimal(cv))
    with pytest.raises(ValueError, match="coefficient of variation"):
        cells_to_settle(Decimal(40), Decimal(50), wbc_cv=Decimal(cv))


@pytest.mark.parametrize(("lower", "upper"), [("-1", "30"), ("21", "30"), ("10", "19")])
def test_a_share_outside_its_interval_is_refused(lower: str, upper: str) -> None:
    with pytest.raises(ValueError, match="inside"):
        with_wbc_error(Decimal(20), (Decimal(lower), Decimal(upper)), Decimal(3))


def coverage(share: float, counted: int, cv: int, method: Limits) -> float:
    """How often the interval holds the true count of `share` × 100 cells: summed over the cells that can be found.

    The interval goes with the measured white cells, 1 + CV × e of the true ones with e from the standard normal
    distribution. It holds the true count where e lies between two numbers.
    """
    found = 0.0
    for cells in range(counted + 1):
        probability = stats.binom.pmf(cells, counted, share)
        if probability > 1e-9:
            lower, upper = (float(x) / 100 for x in count_interval(Decimal(100), cells, counted, method, Decimal(cv)))
            most = (share / lower - 1) * 100 / cv if lower else math.inf
            found += probability * (stats.norm.cdf(most) - stats.norm.cdf((share / upper - 1) * 100 / cv))
    return found


@pytest.mark.parametrize("counted", [50, 100, 200, 500])
@pytest.mark.parametrize("share", [0.05, 0.2, 0.5, 0.9])
@pytest.mark.parametrize("cv", [3, 10, 30])
def test_the_interval_holds_the_true_count_about_as_often_as_it_says(counted: int, share: float, cv: int) -> None:
    assert 0.95 <= coverage(share, counted, cv, clopper_pearson) < 0.99
    assert 0.94 <= coverage(share, counted, cv, wilson) < 0.98


@pytest.mark.parametrize(("share", "counted", "cv"), [(0.2, 100, 3), (0.2, 100, 10), (0.4, 200, 5), (0.05, 100, 20)])
def test_a_simulation_finds_the_true_count_inside(share: float, counted: int, cv: int) -> None:
    """100,000 blood counts of 2,000 white cells/µL, each counted and measured anew."""
    chance = np.random.default_rng(20261130)
    cells = chance.binomial(counted, share, 100_000)
    measured = chance.normal(2000, 20 * cv, 100_000)
    by_cells = {k: count_interval(Decimal(1), k, counted, clopper_pearson, Decimal(cv)) for k in map(int, set(cells))}
    limits = np.array([[float(limit) for limit in by_cells[int(k)]] for k in cells]) * measured[:, None]
    held = np.mean((limits[:, 0] <= 2000 * share) & (2000 * share <= limits[:, 1]))
    assert 0.95 - 0.002 <= held < 0.98  # 0.002: three standard errors of the simulation


# Straddled bounds


@pytest.mark.parametrize(
    ("lower", "upper", "expected"),
    [
        ("499.999999", "500", [500]),
        ("499.999999", "499.999999", []),
        ("500", "999.999999", []),
        ("500", "1000", [1000]),
        ("99.9", "1500", [100, 500, 1000, 1500]),
        ("0", "99.9", []),
        ("1500", "3000", []),
    ],
)
def test_a_bound_is_straddled_if_the_ends_lie_in_different_bands(lower: str, upper: str, expected: list[int]) -> None:
    bounds = [Decimal(bound) for bound in (100, 500, 1000, 1500)]
    assert straddled((Decimal(lower), Decimal(upper)), bounds) == tuple(expected)


# How many cells settle it


def settles(share: Fraction, bound: Fraction, counted: int, level: Decimal) -> bool:
    """Whether the interval by SciPy lies on the share's side of the bound, for whole cells on the bound's side."""
    below = share < bound
    cells = math.ceil(share * counted / 100) if below else math.floor(share * counted / 100)
    lower, upper = scipy_exact(cells, counted, level)
    return upper < float(bound) if below else lower >= float(bound)


@given(
    st.decimals(min_value=0, max_value=100, places=2),
    st.decimals(min_value="1.5", max_value=20, places=2),
    st.booleans(),
    st.sampled_from([Decimal(50), Decimal(90), Decimal(95), Decimal("99.9")]),
)
def test_the_number_of_cells_is_the_first_of_all_that_settles_it(
    share: Decimal, distance: Decimal, above: bool, level: Decimal
) -> None:
    bound = share + distance if above else share - distance
    if not 0 < bound < 100:
        return
    found = cells_to_settle(share, bound, level)
    exact_share, exact_bound = Fraction(share), Fraction(bound)
    tried = MOST_CELLS - 1 if found is None else found
    earlier = range(1, tried, 1 + tried // 200)
    assert not any(settles(exact_share, exact_bound, counted, level) for counted in (*earlier, tried - 1) if counted)
    if found is None:
        assert not settles(exact_share, exact_bound, tried, level)
    else:
        assert settles(exact_share, exact_bound, found, level)


@pytest.mark.parametrize(("share", "bound"), [(20, 25), (30, 25), (50, 40), (5, 10), (0, 5), (100, 97)])
def test_the_number_of_cells_is_found_by_trying_one_after_the_other(share: int, bound: int) -> None:
    tried = range(1, MOST_CELLS)
    first = next(n for n in tried if settles(Fraction(share), Fraction(bound), n, Decimal(95)))
    assert cells_to_settle(Decimal(share), Decimal(bound)) == first


def test_the_number_of_cells_where_none_is_found_is_that_of_a_power() -> None:
    # 0.95^n < 0.025 from n = 72: 0.95^71 = 0.0262, 0.95^72 = 0.0249
    assert cells_to_settle(Decimal(0), Decimal(5)) == 72
    assert cells_to_settle(Decimal(100), Decimal(95)) == 72


settling_cvs = st.sampled_from([Decimal(0), Decimal("0.5"), Decimal(3), Decimal(10), Decimal(30)])


@methods
@given(
    share=st.decimals(min_value=0, max_value=100, places=1),
    distance=st.decimals(min_value=1, max_value=60, places=1),
    above=st.booleans(),
    cv=settling_cvs,
)
def test_the_number_of_cells_is_the_first_whose_whole_interval_lies_on_one_side(
    method: Limits, share: Decimal, distance: Decimal, above: bool, cv: Decimal
) -> None:
    """By the intervals themselves, the share being the whole number of cells on the bound's side."""
    bound = share + distance if above else share - distance
    if bound <= 0:
        return

    def settles(counted: int) -> bool:
        exact = Fraction(share) * counted / 100
        cells = math.ceil(exact) if share < bound else math.floor(exact)
        lower, upper = count_interval(Decimal(100), cells, counted, method, cv)
        return upper < bound if share < bound else lower >= bound

    found = cells_to_settle(share, bound, limits=method, wbc_cv=cv)
    tried = MOST_CELLS - 1 if found is None else found
    earlier = range(1, tried, 1 + tried // 25)
    assert not any(settles(counted) for counted in (*earlier, tried - 1) if counted)
    assert settles(tried) == (found is not None)


@pytest.mark.parametrize(("cv", "settled"), [("10.2", False), ("10", True), ("10.3", False)])
def test_no_cells_settle_what_the_white_cells_alone_reach_across(cv: str, settled: bool) -> None:
    """20 % / (1 − 1.959964 × CV) is 25 % at 10.204 %; close below, more cells are needed than are looked for."""
    assert (cells_to_settle(Decimal(20), Decimal(25), wbc_cv=Decimal(cv)) is not None) == settled


@pytest.mark.parametrize(
    ("share", "bound"), [("50", "50"), ("0", "0.01"), ("20", "20.01"), ("20", "19.99"), ("100", "100"), ("0.5", "0.5")]
)
def test_a_share_on_the_bound_or_close_to_it_is_not_settled(share: str, bound: str) -> None:
    assert cells_to_settle(Decimal(share), Decimal(bound)) is None


@pytest.mark.parametrize("share", ["0", "0.05"])
def test_the_last_number_of_cells_that_is_tried_is_that_below_the_limit(share: str) -> None:
    """A bound between the upper limits of two numbers of cells is settled by the larger one."""
    part = Fraction(share) / 100

    def between(more: int) -> Decimal:
        limits = [scipy_exact(math.ceil(part * n), n, Decimal(95))[1] for n in (more - 1, more)]
        return Decimal(sum(limits) / 2)

    assert cells_to_settle(Decimal(share), between(MOST_CELLS - 1)) == MOST_CELLS - 1
    assert cells_to_settle(Decimal(share), between(MOST_CELLS)) is None


@pytest.mark.parametrize("bound", ["-5", "0", "100.01", "250"])
def test_a_bound_that_no_share_straddles_takes_one_cell(bound: str) -> None:
    assert cells_to_settle(Decimal(40), Decimal(bound)) == 1


def test_a_bound_of_all_cells_is_settled_by_one_other_cell() -> None:
    assert cells_to_settle(Decimal(90), Decimal(100)) == 10
    assert straddled(clopper_pearson(9, 10), [Decimal(100)]) == ()
    assert straddled(clopper_pearson(9, 9), [Decimal(100)]) == (Decimal(100),)


@pytest.mark.parametrize(("share", "bound", "level", "cells"), [
    (0, "97.5", 95, 2), (0, "75", 50, 2), (0, "50", 50, 3), (0, "97.4999", 95, 2), (0, "97.5001", 95, 1),
    (100, "2.5", 95, 1), (100, "25", 50, 1), (100, "50", 50, 2), (100, "2.4999", 95, 1), (100, "2.5001", 95, 2),
])  # fmt: skip
def test_a_limit_on_the_bound_straddles_it_from_below_and_not_from_above(
    share: int, bound: str, level: int, cells: int
) -> None:
    assert cells_to_settle(Decimal(share), Decimal(bound), Decimal(level)) == cells
    for counted in range(1, 4):
        interval = clopper_pearson(counted * share // 100, counted, Decimal(level))
        assert bool(straddled(interval, [Decimal(bound)])) == (counted < cells)


@pytest.mark.parametrize("share", ["-0.1", "100.1"])
def test_a_share_that_can_not_be_is_refused(share: str) -> None:
    with pytest.raises(ValueError, match="share"):
        cells_to_settle(Decimal(share), Decimal(50))


@pytest.mark.parametrize("level", ["0", "100"])
def test_cells_are_not_sought_for_a_level_that_can_not_be(level: str) -> None:
    with pytest.raises(ValueError, match="level"):
        cells_to_settle(Decimal(40), Decimal(50), Decimal(level))
