"""Serial counts: what was counted on which day. How a file of them is read is not known here."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import pairwise

from neutrogui.domain.language import say


def line_named(line: int | str) -> str:
    """A line of a text with counts, from 1, as messages name it: `line 4`, in the language of the screens."""
    return say("line {line}").format(line=line)


@dataclass(frozen=True, slots=True)
class Point:
    """A neutrophil count in cells/µL, 0 or more, on a day.

    `time` is the local time of the blood sample to the second, where it is known. `reported` is what the laboratory
    gave, as pairs of column and text, such as `("wbc", "1.2"), ("wbc_unit", "10^9/L"), ("neutrophils", "40")`; empty
    where the count itself is all there is. Two points are equal if they are the same count at the same moment.
    """

    day: date
    per_ul: Decimal
    time: datetime.time | None = None
    reported: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        if not self.per_ul.is_finite() or self.per_ul < 0:
            raise ValueError("a count is a number, and not below zero")
        if self.time is not None and (self.time.tzinfo is not None or self.time.microsecond):
            raise ValueError("a time of day has no zone and no split seconds")

    @property
    def order(self) -> tuple[date, bool, datetime.time]:
        """The key by which points are ordered in a series: by day, on one day first what has no time."""
        return (self.day, self.time is not None, self.time or datetime.time.min)


@dataclass(frozen=True, slots=True)
class DayCount:
    """The lowest count of one day, in cells/µL."""

    day: date
    per_ul: Decimal


@dataclass(frozen=True, slots=True)
class Series:
    """The counts of one person in the order of time; at least one.

    Counts of one day differ only if all of them have times of their own; otherwise nobody could tell which is which.
    """

    points: tuple[Point, ...]

    def __post_init__(self) -> None:
        if not self.points:
            raise ValueError("a series without a count")
        if any(later < earlier for earlier, later in pairwise([point.order for point in self.points])):
            raise ValueError("the points of a series are in the order of time")
        if next(self.conflicts(self.points), None):
            raise ValueError("two different counts at one moment")

    @staticmethod
    def conflicts(points: tuple[Point, ...]) -> Iterator[tuple[Point, Point]]:
        """Pairs of different counts of one day that times don't tell apart; `points` are in the order of time.

        The second of a pair is the one that can't stand beside the first.
        """
        first = None
        for before, point in pairwise(points):
            if point.day != before.day:
                first = None
                continue
            first = first or before
            # What has no time comes first: a count of the day without one is compared with every other of the day.
            rival = first if first.time is None else before
            if (rival.time is None or rival.time == point.time) and rival.per_ul != point.per_ul:
                yield rival, point

    @property
    def days(self) -> tuple[DayCount, ...]:
        """The days that have a count, each with its lowest."""
        lowest: dict[date, Decimal] = {}
        for point in self.points:
            lowest[point.day] = min(lowest.get(point.day, point.per_ul), point.per_ul)
        return tuple(DayCount(day, per_ul) for day, per_ul in lowest.items())

    @property
    def repeated(self) -> tuple[date, ...]:
        """The days on which one count is given more than once, without times or at the same time."""
        found = dict.fromkeys(
            earlier.day
            for earlier, later in pairwise(self.points)
            if earlier.day == later.day and (earlier.time is None or earlier.time == later.time)
        )
        return tuple(found)
