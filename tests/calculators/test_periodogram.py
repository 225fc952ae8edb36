"""The periodogram agrees with SciPy's, and its estimate of chance with simulated counts."""

import math
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.signal import lombscargle
from scipy.stats import beta

from neutrogui.calculators.periodogram import FITTED, Peak, power, strongest

THRICE_WEEKLY = [float(7 * week + day) for week in range(6) for day in (0, 2, 4)]


def waves(days: list[float], period: float, noise: float = 0.0, seed: int = 1) -> list[float]:
    chance = random.Random(seed)
    return [1000 + 800 * math.sin(2 * math.pi * day / period + 0.7) + chance.gauss(0, noise) for day in days]


def of_scipy(days: list[float], values: list[float], frequencies: list[float]) -> list[float]:
    turns = 2 * np.pi * np.asarray(frequencies)
    # SciPy measures the share against zero; centred values make it the share of the variation.
    y = np.asarray(values) - np.mean(values)
    return list(np.atleast_1d(lombscargle(np.asarray(days), y, turns, normalize=True, floating_mean=True)))


@given(
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 9000)), min_size=6, max_size=40, unique_by=lambda p: p[0]),
    st.floats(14, 42),
)
def test_the_power_is_that_of_scipy(points: list[tuple[int, int]], period: float) -> None:
    points.sort()
    days = [float(day - points[0][0]) for day, _ in points]
    values = [float(value) for _, value in points]
    here = power(days, values, 1 / period)
    assert 0 <= here <= 1
    if len(set(values)) == 1:
        assert here == 0
    elif min(np.linalg.svd(_design(days, period), compute_uv=False)) > 1e-3:
        assert here == pytest.approx(of_scipy(days, values, [1 / period])[0], abs=1e-6)


def _design(days: list[float], period: float) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    turns = 2 * np.pi * np.asarray(days) / period
    return np.column_stack([np.ones(len(days)), np.cos(turns), np.sin(turns)])


def test_the_power_is_the_share_that_a_least_squares_fit_accounts_for() -> None:
    values = waves(THRICE_WEEKLY, 21, noise=500)
    design = _design(THRICE_WEEKLY, 18)
    _, (left,), *_ = np.linalg.lstsq(design, np.asarray(values), rcond=None)
    varied = float(np.var(values)) * len(values)
    assert power(THRICE_WEEKLY, values, 1 / 18) == pytest.approx(1 - left / varied, abs=1e-9)


def test_a_wave_that_the_days_do_not_show_counts_for_nothing() -> None:
    weekly = [7.0 * week for week in range(12)]
    assert 0 <= power(weekly, waves(weekly, 21), 1 / 14) <= 1
    fortnightly = [14.0 * week for week in range(12)]
    assert power(fortnightly, waves(fortnightly, 21), 1 / 14) == 0


@pytest.mark.parametrize("period", [14.0, 17.3, 21.0, 28.0, 35.5, 42.0])
@pytest.mark.parametrize("weeks", [12, 52, 156])
def test_a_pure_wave_is_found_with_its_period(period: float, weeks: int) -> None:
    days = [float(7 * week + day) for week in range(weeks) for day in (0, 3)]
    peak = strongest(days, waves(days, period), 14, 42)
    assert peak.period == pytest.approx(period, abs=0.05)
    assert peak.power > 0.999
    assert peak.false_alarm < 1e-6


@pytest.mark.parametrize("seed", range(5))
def test_the_peak_is_the_highest_of_a_fine_grid(seed: int) -> None:
    chance = random.Random(seed)
    days = sorted(float(day) for day in chance.sample(range(180), 50))
    values = [chance.gauss(1000, 300) for _ in days]
    peak = strongest(days, values, 14, 42)
    grid = np.linspace(1 / 42, 1 / 14, 20_000)
    assert peak.power == pytest.approx(max(of_scipy(days, values, list(grid))), abs=1e-4)
    assert 14 <= peak.period <= 42


@pytest.mark.parametrize(("span", "number"), [(30, 7), (60, 20), (400, 30), (1096, 100), (1096, 470), (1096, 1096)])
@pytest.mark.parametrize("seed", range(4))
def test_no_frequency_of_a_fine_grid_of_scipy_has_a_higher_share(span: int, number: int, seed: int) -> None:
    chance = random.Random(seed)
    days = sorted(float(day) for day in chance.sample(range(span), number))
    values = [chance.gauss(1000, 300) for _ in days]
    grid = list(np.linspace(1 / 42, 1 / 14, 5_000))
    peak = strongest(days, values, 14, 42)
    assert peak.power > max(of_scipy(days, values, grid)) - 1e-3
    assert peak.power == pytest.approx(of_scipy(days, values, [1 / peak.period])[0], abs=1e-9)


def test_what_is_remembered_of_some_days_is_not_taken_for_others() -> None:
    values = waves(THRICE_WEEKLY, 21, noise=500)
    later = [*THRICE_WEEKLY[:-1], THRICE_WEEKLY[-1] + 1]
    first, other = strongest(THRICE_WEEKLY, values, 14, 42), strongest(later, values, 14, 42)
    assert strongest(THRICE_WEEKLY, values, 14, 42) == first != other
    assert other.power == pytest.approx(of_scipy(later, values, [1 / other.period])[0], abs=1e-9)
    assert strongest([day + 700 for day in THRICE_WEEKLY], values, 14, 42) == first


@pytest.mark.parametrize("period", [14.0, 42.0])
def test_the_shortest_and_the_longest_period_are_tried(period: float) -> None:
    values = waves(THRICE_WEEKLY, period)
    assert strongest(THRICE_WEEKLY, values, 14, 42).period == pytest.approx(period, abs=1e-9)


def test_days_are_whole() -> None:
    with pytest.raises(ValueError, match="whole"):
        strongest([0, 1.5, 14, 15, 28, 30], [1, 2, 3, 4, 5, 7], 14, 42)


def test_at_one_frequency_the_share_of_counts_without_order_follows_a_beta_distribution() -> None:
    n, share = 18, 0.4
    assert beta(1, (n - FITTED) / 2).sf(share) == pytest.approx((1 - share) ** ((n - FITTED) / 2))


def test_counts_without_order_rarely_look_periodic() -> None:
    chance = random.Random(7)
    peaks: list[Peak] = [
        strongest(THRICE_WEEKLY, [chance.gauss(0, 1) for _ in THRICE_WEEKLY], 14, 42) for _ in range(400)
    ]
    taken_for_one = sum(peak.false_alarm < 0.05 for peak in peaks) / len(peaks)
    assert 0.01 < taken_for_one < 0.07
    assert all(0 <= peak.false_alarm <= 1 for peak in peaks)
