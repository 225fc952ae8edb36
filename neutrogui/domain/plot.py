"""Serial counts as a picture: where a count lies in it, which numbers stand beside it, and the same in words.

Screens and printed pages draw from this, so both show the same. What a count means is not decided here: the zones are
the bands of the scale that is handed over.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cached_property

from neutrogui.domain.calculator import Band, Scale
from neutrogui.domain.language import grouped, mark, say
from neutrogui.domain.number import plain
from neutrogui.domain.series import DayCount, Series

LOWEST_TOP = Decimal(2000)
"""Cells/µL up to which the axis always goes, so that the same count lies at the same height in most series."""

ROOT_UP_TO = Decimal(10_000)
"""Cells/µL up to which the axis is a square root; beyond it a logarithm keeps 100, 500, 1,000 and 1,500 apart."""

_ZONES = {
    "mild": mark("Mild"),
    "moderate": mark("Moderate"),
    "severe": mark("Severe"),
    "profound": mark("Profound"),
}
"""The bands of the scale that is drawn, where there is room for a word."""

_ROUND = tuple(Decimal(first).scaleb(power) for power in range(3, 7) for first in (2, 5, 10))
_STEPS = (1, 2, 7, 14, 28, 56, 91, 182, 364, 728, 1820, 3640, 7280, 36400)
"""Days between two dates on the axis: the first of them at which the labels don't touch."""


@dataclass(frozen=True, slots=True)
class Plotted:
    """What is drawn: a series, the scale whose bands are the zones, and what is marked.

    Where there is a `day_one`, such as the first of a chemotherapy, days since it stand below the dates: 0 on that day
    itself. `lower_limit` is the laboratory's, in cells/µL.
    """

    series: Series
    scale: Scale
    nadir: DayCount | None = None
    day_one: date | None = None
    lower_limit: Decimal | None = None


@dataclass(frozen=True)
class HeightAxis:
    """Where a count lies between the bottom (0) and the top of the picture."""

    top: Decimal

    @property
    def name(self) -> str:
        """How heights grow with counts, in words."""
        return say("square-root scale") if self.top <= ROOT_UP_TO else say("logarithmic scale")

    def share(self, per_ul: Decimal) -> float:
        """The height as a share of the whole, from 0 to 1."""
        return self._grown(per_ul) / self._whole

    @cached_property
    def _whole(self) -> float:
        return self._grown(self.top)

    def _grown(self, per_ul: Decimal) -> float:
        return math.sqrt(per_ul) if self.top <= ROOT_UP_TO else math.log1p(float(per_ul) / 100)


def height_axis(plotted: Plotted) -> HeightAxis:
    """The axis on which every count, the lower limit and every bound of the scale has its place."""
    most = max((*(point.per_ul for point in plotted.series.points), plotted.lower_limit or Decimal(0)))
    return HeightAxis(max(LOWEST_TOP, most * Decimal("1.1")))


def described(plotted: Plotted, *, counts: bool = True) -> str:
    """The picture in words, with the same numbers; without the single `counts` where they stand beside it anyway."""
    points = plotted.series.points
    told = say("{number} counts from {first} to {last}, in cells per microlitre, {scale}.")
    if len(points) == 1:
        told = say("1 count from {first} to {last}, in cells per microlitre, {scale}.")
    axis = height_axis(plotted)
    parts = [told.format(number=len(points), first=points[0].day, last=points[-1].day, scale=axis.name)]
    zones = {band.key: zone_name(band).lower() for band in plotted.scale.bands}
    for point in points if counts else ():
        zone = zones[plotted.scale.grade(point.per_ul).band.key]
        parts.append(f"{_when(point.day, plotted, point.time)}: {in_digits(point.per_ul)}, {zone}.")
    if plotted.nadir is not None:
        nadir = say("Nadir: {count} on {day}.")
        day = _when(plotted.nadir.day, plotted)
        parts.append(nadir.format(count=in_digits(plotted.nadir.per_ul), day=day))
    if plotted.lower_limit is not None:
        limit = say("The laboratory’s lower limit: {count}.")
        parts.append(limit.format(count=in_digits(plotted.lower_limit)))
    return " ".join(parts)


def zone_name(band: Band) -> str:
    """A band's name where there is room for a word or two."""
    return say("No neutropenia") if band.upper is None else say(_ZONES.get(band.key, band.key.capitalize()))


def _when(day: date, plotted: Plotted, at: time | None = None) -> str:
    moment = day.isoformat() if at is None else f"{day} {at:%H:%M}"
    if plotted.day_one is None:
        return moment
    return say("{moment} ({days} since day one)").format(moment=moment, days=since(day, plotted.day_one))


def since(day: date, day_one: date) -> str:
    """How many days a day is from day one: 0 on that day itself.

    >>> since(date(2026, 11, 8), date(2026, 11, 1))
    '+7 d'
    """
    return f"{(day - day_one).days:+,} d".replace("+0", "0").replace("-", "−")


def in_digits(per_ul: Decimal) -> str:
    """A count as it is, thousands divided."""
    return grouped(Decimal(plain(per_ul)))


def heights(plotted: Plotted) -> Sequence[Decimal]:
    """The counts that are written at the axis, those that matter most first: there may not be room for all."""
    bounds, top = [band.lower for band in plotted.scale.bands], height_axis(plotted).top
    return [*bounds, *(tick for tick in _ROUND if bounds[-1] < tick <= top)]


def dates(plotted: Plotted, most: float) -> Sequence[date]:
    """The dates that are written at the axis: about `most` of them, as many days apart as people count in.

    Where there is a day one, they are whole steps from it.
    """
    first, last = _ends(plotted)
    days = last - first + 1
    step = next((step for step in _STEPS if step * most >= days), _STEPS[-1])
    start = first
    if plotted.day_one is not None:
        start += (plotted.day_one.toordinal() - start) % step
    return [date.fromordinal(day) for day in range(start, last + 1, step) or (last,)]


def along(plotted: Plotted, day: date, at: time | None = None) -> float:
    """Where a day (its middle), or a time of day, lies: 0 is the start of the first day, 1 the end of the last."""
    return _along(*_ends(plotted), day, at)


def places(plotted: Plotted) -> Sequence[tuple[float, float]]:
    """Where each count lies: how far along, and how high."""
    (first, last), axis = _ends(plotted), height_axis(plotted)
    return [(_along(first, last, point.day, point.time), axis.share(point.per_ul)) for point in plotted.series.points]


def _ends(plotted: Plotted) -> tuple[int, int]:
    points = plotted.series.points
    return points[0].day.toordinal(), points[-1].day.toordinal()


def _along(first: int, last: int, day: date, at: time | None) -> float:
    passed = 0.5 if at is None else (at.hour * 60 + at.minute) / 1440
    return (day.toordinal() - first + passed) / (last - first + 1)
