"""What a benchmark tells: a figure, and how many times as much it is as something measured in the same run."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. `ratio` is free of the machine; None where there is nothing to hold the value against."""

    name: str
    value: float
    unit: str
    ratio: float | None = None
    beside: str = ""


def beside(name: str, unit: str, own: Sequence[float], other: Sequence[float], what: str) -> Figure:
    """The median of `own`, and the median of its ratios to what was measured in the same rounds."""
    ratio = statistics.median(mine / theirs for mine, theirs in zip(own, other, strict=True))
    return Figure(name, statistics.median(own), unit, ratio, what)


def percentile(values: Sequence[float], percent: int) -> float:
    """The value below which `percent` of a hundred lie."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def percentiles(name: str, own: Sequence[float], other: Sequence[float], what: str) -> list[Figure]:
    """The 50th and the 99th percentile in milliseconds, each beside the same of `other`."""
    return [
        Figure(f"{name}, p{percent}", value, "ms", value / percentile(other, percent), what)
        for percent in (50, 99)
        for value in [percentile(own, percent)]
    ]
