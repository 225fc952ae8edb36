"""How far a share found by counting cells can be from the true one, and what that does to the cell count.

Counting `cells` neutrophils among `counted` white cells is a draw from a binomial distribution. Two intervals of the
share are given: the exact one of Clopper and Pearson, which Rümke's table prints, and Wilson's. Shares are in percent.
The white cell count has an error of its own, told as its coefficient of variation (CV): `with_wbc_error` adds it.

>>> [f"{limit:.2f}" for limit in clopper_pearson(10, 100)]
['4.90', '17.62']
>>> rumke(10, 100)
(4, 18)
>>> cells_to_settle(Decimal(20), Decimal(25))
300
"""

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from functools import partial
from statistics import NormalDist

MOST_CELLS = 10_000
"""No differential counts more cells; the counts to settle a bound are looked for below it."""

_DIGITS = Decimal("1e-10")
"""The limits are rounded to this; arithmetic in binary keeps two digits more."""

_ROUNDING = 1e-12
"""More than the rounding error of a logarithm where a limit lies exactly on a bound, which few cells alone can do."""

MOST_WBC_CV = Decimal(30)
"""Percent. With more the measured count says little of the true one: at 51 % no upper limit is left."""

USUAL_LEVEL = Decimal(95)
"""The level of Rümke's table, taken where none is given; in percent."""

_HUNDRED = Decimal(100)

_NO_ERROR = Decimal(0)

Interval = tuple[Decimal, Decimal]

Limits = Callable[[int, int, Decimal], Interval]
"""Gives the interval of a share from the cells, the number counted, and the level: as `clopper_pearson` does."""


def clopper_pearson(cells: int, counted: int, level: Decimal = USUAL_LEVEL) -> Interval:
    """The exact interval of a share: `cells` of `counted` cells, in percent, to 10 decimals.

    Its limits are the shares at which so many cells or more, and so few or fewer, would be found with a probability of
    half of what `level` (in percent, between 0 and 100) leaves. They hold the true share at least as often as `level`
    says. ValueError where `cells` is not from 0 to `counted`, `counted` is below 1, or the level is out of its bounds.

    Source: that Rümke's limits are these is said by the abstract of “Impact of integrating Rumke statistics …”; Rümke's
    own paper of 1960 was not read.
    """
    _checked(cells, counted)
    tail = _tail(level)
    return _percent(_lower_limit(cells, counted, tail)), _percent(1 - _lower_limit(counted - cells, counted, tail))


def wilson(cells: int, counted: int, level: Decimal = USUAL_LEVEL) -> Interval:
    """Wilson's score interval of a share, in percent, to 10 decimals; arguments and errors as in `clopper_pearson`.

    It holds the true share about as often as `level` says, where the exact one errs on the wide side.
    """
    _checked(cells, counted)
    z = _z(_tail(level))
    centre = (cells + z * z / 2) / (counted + z * z)
    reach = z * math.sqrt(cells * (counted - cells) / counted + z * z / 4) / (counted + z * z)
    lower = centre - reach if cells else 0.0
    upper = centre + reach if cells < counted else 1.0
    return _percent(lower), _percent(upper)


def rumke(cells: int, counted: int) -> tuple[int, int]:
    """The entry of Rümke's table for the percentage found: the exact 95 % limits in whole percent, rounded outward.

    Source: the entries for 5, 9, 10 and 15 of 100 cells as others print them; the table itself was not read.
    """
    lower, upper = clopper_pearson(cells, counted)
    return int(lower.to_integral_value(ROUND_FLOOR)), int(upper.to_integral_value(ROUND_CEILING))


def with_wbc_error(share_percent: Decimal, interval: Interval, wbc_cv: Decimal) -> Interval:
    """The 95 % interval of a share, widened by the error of the white cells that it is to be multiplied by; in percent.

    The white cell count is taken as drawn from a normal distribution around the true count, with `wbc_cv` percent of
    the true count as its standard deviation, independent of which cells were met. The true count of the kind is then
    the share divided by (measured / true white cells), and each limit L of it, in terms of the measured white cells,
    satisfies, with ℓ the limit of the share and z = 1.96:

        (share - L)² = (share - ℓ)² + (z × CV × L)²

    so that at a CV of 0 it is ℓ itself, the lower limit is never below 0, and the upper one may exceed 100. As the
    tests sum up for shares from 5 % and 50 to 500 cells, it then holds the true count in 95 % of the cases or more with
    the exact limits, and in 94 to 98 % with Wilson's. ValueError where the CV is not from 0 to `MOST_WBC_CV`, or the
    share not inside its interval.

    Source: MOVER-R, Donner and Zou 2012 (Stat Methods Med Res 21:347-359), equation 9, not read itself but as coded in
    the R package pairwiseCI; that it generalises Fieller's theorem, with the variance recovered from each side's limit,
    and is found by setting the difference's limits to 0: Newcombe, doi:10.1177/0962280213502144, its opening.
    """
    lower, upper = interval
    if not 0 <= wbc_cv <= MOST_WBC_CV:
        raise ValueError(f"a coefficient of variation is from 0 to {MOST_WBC_CV} %")
    if not 0 <= lower <= share_percent <= upper:
        raise ValueError("a share lies inside its interval")
    if not wbc_cv:
        return interval
    rest = 1 - (Decimal(_z(_tail(USUAL_LEVEL))) * wbc_cv / _HUNDRED) ** 2
    # Both equations are quadratic; the lower root is written without a difference of near numbers.
    below, above = (limit * (2 * share_percent - limit) for limit in interval)
    least = below / (share_percent + (share_percent**2 - below * rest).sqrt()) if share_percent else lower
    most = (share_percent + (share_percent**2 - above * rest).sqrt()) / rest
    return min(lower, least.quantize(_DIGITS)), max(upper, most.quantize(_DIGITS))


def count_interval(
    wbc_per_ul: Decimal, cells: int, counted: int, limits: Limits = clopper_pearson, wbc_cv: Decimal = _NO_ERROR
) -> Interval:
    """The 95 % interval of the count of cells, in cells/µL: the interval of the share, carried to the count.

    `wbc_cv` is the coefficient of variation of the white cell count in percent, 0 where it is taken as free of error.
    ValueError as in `clopper_pearson` and `with_wbc_error`, and where the white cell count is below 0.
    """
    if wbc_per_ul < 0:
        raise ValueError("a count is not below 0")
    share = limits(cells, counted, USUAL_LEVEL)
    lower, upper = with_wbc_error(Decimal(cells) * _HUNDRED / counted, share, wbc_cv)
    return wbc_per_ul * lower / _HUNDRED, wbc_per_ul * upper / _HUNDRED


def straddled(interval: Interval, bounds: Iterable[Decimal]) -> tuple[Decimal, ...]:
    """Those of the bounds at which the interval's two ends part, in the order given.

    A band begins at its bound, so the ends lie on two sides of it if lower < bound ≤ upper.
    """
    lower, upper = interval
    return tuple(bound for bound in bounds if lower < bound <= upper)


def cells_to_settle(
    share_percent: Decimal,
    bound_percent: Decimal,
    level: Decimal = USUAL_LEVEL,
    limits: Limits = clopper_pearson,
    wbc_cv: Decimal = _NO_ERROR,
) -> int | None:
    """The smallest number of cells to count for the interval to lie on one side of the bound: that of the share.

    It assumes that the larger count finds the same share, which nobody knows beforehand. Where that is no whole number
    of cells, the whole number on the side of the bound is taken. None if no count below `MOST_CELLS` is enough, as when
    the share lies on the bound, or the error of the white cell count alone reaches across it. A bound that no interval
    can straddle (see `straddled`) takes one cell. Share, bound, level and `wbc_cv` are in percent, the bound in terms
    of the measured white cells; `limits` is `clopper_pearson` or `wilson`. ValueError where the share is not from 0 to
    100, the level out of its bounds, or the CV not from 0 to `MOST_WBC_CV`.
    """
    if not 0 <= share_percent <= _HUNDRED:
        raise ValueError("a share is from 0 to 100 %")
    if not 0 <= wbc_cv <= MOST_WBC_CV:
        raise ValueError(f"a coefficient of variation is from 0 to {MOST_WBC_CV} %")
    tail = _tail(level)
    share, bound = Fraction(share_percent) / 100, Fraction(bound_percent) / 100
    if bound <= 0:
        return 1
    below = share < bound
    if not below:  # the same question, asked of the other cells: their share lies below the bound
        share = 1 - share
    log_at_most = _LOG_AT_MOST[limits]
    reach = _z(tail) * float(wbc_cv) / 100 * float(bound)
    # A limit on the bound itself still straddles it from below, and not from above: no rounding error may decide that.
    allowed = math.log(tail) + (-_ROUNDING if below else _ROUNDING)

    def settled(cells: float, counted: int) -> bool:
        found = cells / counted if below else 1 - cells / counted
        allowance = _left_by_white_cells(found, float(bound), reach)
        if allowance is None:
            return False
        return log_at_most(cells, counted, 1 - allowance if below else allowance) <= allowed

    # With parts of cells allowed, the limit comes nearer the more are counted, and it is never further off than with
    # whole cells: so this is the first number that can be enough. From there on whole cells decide; among the counts
    # with the same number of cells, the largest has the limit furthest from the bound.
    least = _first(lambda counted: settled(float(share * counted), counted), 1, MOST_CELLS)
    while least < MOST_CELLS:
        cells = math.ceil(share * least)
        most = min(math.floor(cells / share), MOST_CELLS - 1) if share else MOST_CELLS - 1
        if settled(cells, most):
            return _first(partial(settled, cells), least, most)
        least = most + 1
    return None


def _left_by_white_cells(share: float, bound: float, reach: float) -> float | None:
    """The limit that counting may come to for the whole interval to end on the bound; None if there is none.

    `reach` is how far the white cells' error goes at the bound: the rule of `with_wbc_error`, solved for ℓ.
    """
    if not reach:
        return bound
    left = (bound - share) ** 2 - reach**2
    return None if left < 0 else share + math.copysign(math.sqrt(left), bound - share)


def _first(holds: Callable[[int], bool], start: int, end: int) -> int:
    """The first number from `start` at which something holds that goes on to hold; `end` if not before."""
    return bisect_left(range(start, end), True, key=holds) + start


def _checked(cells: int, counted: int) -> None:
    if not 0 <= cells <= counted or not counted:
        raise ValueError("the cells are some of those counted, and at least one is counted")


def _tail(level: Decimal) -> float:
    """The probability that a level in percent leaves on either side."""
    if not 0 < level < _HUNDRED:
        raise ValueError("a level is between 0 and 100 %")
    return float((_HUNDRED - level) / 200)


def _z(tail: float) -> float:
    """The standard normal deviate that is exceeded with this probability."""
    return -NormalDist().inv_cdf(tail)


def _percent(share: float) -> Decimal:
    return (Decimal(share) * _HUNDRED).quantize(_DIGITS)


def _lower_limit(cells: int, counted: int, tail: float) -> float:
    """The share at which `cells` or more of `counted` would be found with the probability `tail`, below one half.

    That probability is a regularised incomplete beta function of the share. Its logarithm is concave in that of the
    share, so Newton's steps lead to the limit from wherever they start, and don't leave it.
    """
    if not cells:
        return 0.0
    a, b = float(cells), float(counted - cells + 1)
    share, step = cells / (counted + 1), math.inf
    while abs(step) > 1e-9:  # the error after a step is about its square
        log_reached = _log_incomplete_beta(share, a, b)
        log_slope = a * math.log(share) + (b - 1) * math.log1p(-share) - _log_beta(a, b) - log_reached
        step = (math.log(tail) - log_reached) / math.exp(log_slope)
        share *= math.exp(step)
    return share


def _exact_log_at_most(cells: float, counted: int, others: float) -> float:
    """Logarithm of the probability of `cells` or fewer of `counted`, where `others` is the share of all other cells.

    Parts of cells are allowed: the incomplete beta function joins the whole numbers smoothly. Where the others' share
    is below 0, that of these cells is above any that can be found.
    """
    if others < 0:
        return -math.inf
    return 0.0 if cells >= counted else _log_incomplete_beta(others, counted - cells, cells + 1)


def _normal_log_at_most(cells: float, counted: int, others: float) -> float:
    """The same by the normal distribution with the variance that the share has: what Wilson's limits rest on."""
    if others < 0:
        return -math.inf
    if cells >= counted:
        return 0.0
    distance = counted - cells - others * counted
    deviation = math.sqrt(counted * others * (1 - others))
    probability = NormalDist().cdf(-distance / deviation) if deviation else 0.0
    return math.log(probability) if probability else -math.inf


_LOG_AT_MOST: dict[Limits, Callable[[float, int, float], float]] = {
    clopper_pearson: _exact_log_at_most,
    wilson: _normal_log_at_most,
}
"""By which probability the limits of each kind are found."""


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def _log_incomplete_beta(x: float, a: float, b: float) -> float:
    """Logarithm of the regularised incomplete beta function I_x(a, b), for a and b above 0 and x from 0 to below 1.

    Its continued fraction, evaluated from the front by Lentz's method, converges fast up to about the distribution's
    mean; above, I_x(a, b) is 1 - I_(1-x)(b, a). The tests hold it against SciPy and against exact sums.
    """
    if x <= 0:
        return -math.inf
    if x > (a + 1) / (a + b + 2):
        return math.log1p(-math.exp(_log_incomplete_beta(1 - x, b, a)))
    denominator = 1 / (1 - (a + b) * x / (a + 1))
    numerator, fraction, factor, m = 1.0, denominator, 0.0, 0
    while abs(factor - 1) > 1e-15:
        m += 1
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            denominator = 1 / (1 + term * denominator)
            numerator = 1 + term / numerator
            factor = numerator * denominator
            fraction *= factor
    return a * math.log(x) + b * math.log1p(-x) - _log_beta(a, b) - math.log(a) + math.log(fraction)
