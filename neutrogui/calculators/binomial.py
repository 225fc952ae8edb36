"""How far a share found by counting cells can be from the true one, and what that does to the cell count.

Counting `cells` neutrophils among `counted` white cells is a draw from a binomial distribution. Two intervals of the
share are given: the exact one of Clopper and Pearson, which Rümke's table prints, and Wilson's. Shares are in percent.

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

_HUNDRED = Decimal(100)

Interval = tuple[Decimal, Decimal]


def clopper_pearson(cells: int, counted: int, level: Decimal = Decimal(95)) -> Interval:
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


def wilson(cells: int, counted: int, level: Decimal = Decimal(95)) -> Interval:
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


def count_interval(wbc_per_ul: Decimal, cells: int, counted: int) -> Interval:
    """The 95 % interval of the count of cells, in cells/µL: the exact interval of the share, carried to the count.

    The white cell count is taken as free of error. ValueError as in `clopper_pearson`, and where it is below 0.
    """
    if wbc_per_ul < 0:
        raise ValueError("a count is not below 0")
    lower, upper = clopper_pearson(cells, counted)
    return wbc_per_ul * lower / _HUNDRED, wbc_per_ul * upper / _HUNDRED


def straddled(interval: Interval, bounds: Iterable[Decimal]) -> tuple[Decimal, ...]:
    """Those of the bounds at which the interval's two ends part, in the order given.

    A band begins at its bound, so the ends lie on two sides of it if lower < bound ≤ upper.
    """
    lower, upper = interval
    return tuple(bound for bound in bounds if lower < bound <= upper)


def cells_to_settle(share_percent: Decimal, bound_percent: Decimal, level: Decimal = Decimal(95)) -> int | None:
    """The smallest number of cells to count for the exact interval to lie on one side of the bound: that of the share.

    It assumes that the larger count finds the same share, which nobody knows beforehand. Where that is no whole number
    of cells, the whole number on the side of the bound is taken. None if no count below `MOST_CELLS` is enough, as when
    the share lies on the bound. A bound that no interval can straddle (see `straddled`) takes one cell. Share, bound
    and level are in percent; ValueError where the share is not from 0 to 100 or the level out of its bounds.
    """
    if not 0 <= share_percent <= _HUNDRED:
        raise ValueError("a share is from 0 to 100 %")
    tail = _tail(level)
    share, bound = Fraction(share_percent) / 100, Fraction(bound_percent) / 100
    if not 0 < bound <= 1:
        return 1
    below = share < bound
    if not below:  # the same question, asked of the other cells: their share lies below the bound
        share, bound = 1 - share, 1 - bound
    others = float(1 - bound)
    # A limit on the bound itself still straddles it from below, and not from above: no rounding error may decide that.
    allowed = math.log(tail) + (-_ROUNDING if below else _ROUNDING)

    def settled(cells: float, counted: int) -> bool:
        return _log_at_most(cells, counted, others) <= allowed

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


def _log_at_most(cells: float, counted: int, others: float) -> float:
    """Logarithm of the probability of `cells` or fewer of `counted`, where `others` is the share of all other cells.

    Parts of cells are allowed: the incomplete beta function joins the whole numbers smoothly.
    """
    return 0.0 if cells >= counted else _log_incomplete_beta(others, counted - cells, cells + 1)


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
