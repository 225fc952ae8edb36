"""What serial counts show: lowest count, days below 500 and 100, recovery, duration, doubling time, periodicity.

Everything is arithmetic on the days and counts that are there, and says by which rule; nothing of it is a diagnosis.
Where a day has several counts, its lowest one is the count of that day.
"""

import math
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Any

from neutrogui.calculators.grading import CONVENTIONAL
from neutrogui.calculators.periodogram import strongest
from neutrogui.domain.calculator import Finding
from neutrogui.domain.number import plain
from neutrogui.domain.series import DayCount, Series

RECOVERED = Decimal(500)
"""Cells/µL that three successive days have to reach for recovery (engraftment)."""

NEUTROPENIA = Decimal(1500)
"""Cells/µL below which a count is neutropenia, conventionally."""

SUCCESSIVE_DAYS = 3
CHRONIC_MONTHS = 3

SHORTEST_PERIOD, LONGEST_PERIOD = 14, 42
"""Days between which a period is looked for."""

WEEKS, A_WEEK = 6, 2
"""Sampling that is sufficient to look for a period: so many successive weeks, each with so many days with a count."""

FEWEST_FOR_PERIOD = 6
"""Days with a count below which no wave is fitted: three numbers are fitted, and as many have to be left."""

LONGEST_SURE_GAP = 7
"""Days between two counts beyond which a straight line between them is said to be no more than that."""

RECENT = 1096
"""Days up to the last count in which a period is looked for: over more years a cycle doesn't keep step."""

_LEVEL = 1e-12
"""A rise of the logarithm in a day that is no more than the rounding error of one that does not rise at all."""

_BOXER = CONVENTIONAL.source
_ASTCT = "ASTCT definition of engraftment, read in PMC11161398, table 1"
_CHRONIC = (
    "StatPearls (acute under 3 months); TheBloodProject (chronic over 3 months, on 3 occasions); Japanese reference "
    "guide (chronic from 3 months, adults with a count below 1,500)"
)
_CYCLES = "Blood 2017;130(Suppl):2275 (every other day or 3 a week for 6 weeks); others ask for 2 to 3 a week"
_LOMB = "Lomb 1976, Scargle 1982, Zechmeister and Kürster 2009, as SciPy’s documentation gives them"
_ARITHMETIC = "Arithmetic; no clinical bound belongs to it"


@dataclass(frozen=True, slots=True)
class Unshown:
    """Why something can't be shown, in a sentence."""

    reason: str


@dataclass(frozen=True, slots=True)
class DaysBelow:
    """Days below a bound: `counted` have a count, `interpolated` have one or lie between two days that have.

    `widest` is the longest time in days between two counts from which days between were taken; 0 without any.
    """

    bound: int
    counted: int
    interpolated: int
    widest: int


@dataclass(frozen=True, slots=True)
class Duration:
    """How long neutropenia lasted by the counts: `kind` is acute, chronic or undetermined, `reason` says why."""

    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Doubling:
    """The doubling time in days from a straight line through the logarithms of `counts` counts, `first` to `last`."""

    days: float
    first: date
    last: date
    counts: int


@dataclass(frozen=True, slots=True)
class Periodicity:
    """The strongest period in days, the share of the variation (0 to 1) for which its sine wave accounts, and an
    estimate of how often counts without order have one as strong; None where no wave was fitted.
    """

    period: float | None
    strength: float | None
    false_alarm: float | None
    sampling_sufficient: bool
    reason: str


def findings(series: Series, day_one: date | None = None) -> tuple[Finding, ...]:
    """What the counts show, line by line, each with its rule in words.

    `day_one` is the day from which days are numbered, such as the first of a chemotherapy or the transplantation.
    """
    days = series.days
    low = nadir(days)
    found = [
        _counts_finding(series, days),
        _nadir_finding(days, low),
        *(_below_finding(days_below(days, bound), bound) for bound in (500, 100)),
        _recovery_finding(recovery(days), days),
        _duration_finding(duration(days)),
        _doubling_finding(doubling(days)),
        _periodicity_finding(periodicity(days)),
    ]
    if day_one is not None:
        found.append(_day_one_finding(low, day_one))
    return tuple(found)


def values(series: Series, day_one: date | None = None) -> Mapping[str, Any]:
    """The same for programs: counts, days of a fit and shares are decimal texts, numbers of days whole numbers.

    What can't be shown is None; then `reasons` has a sentence under the same key.
    """
    days = series.days
    low, recovered, lasted = nadir(days), recovery(days), duration(days)
    doubled, period = doubling(days), periodicity(days)
    reasons: dict[str, str] = {}
    if isinstance(recovered, Unshown):
        reasons["recovery_date"] = recovered.reason
    if lasted.kind == "undetermined":
        reasons["duration_class"] = lasted.reason
    if isinstance(doubled, Unshown):
        reasons["doubling_time_days"] = doubled.reason
    return {
        "rows": [
            {
                "date": point.day.isoformat(),
                "time": None if point.time is None else point.time.isoformat(),
                "anc_per_ul": plain(point.per_ul),
                **({} if day_one is None else {"days_since_day_one": (point.day - day_one).days}),
            }
            for point in series.points
        ],
        "nadir": {"date": low.day.isoformat(), "anc_per_ul": plain(low.per_ul)},
        **{
            f"days_below_{bound}": {"counted": below.counted, "interpolated": below.interpolated}
            for bound in (500, 100)
            for below in [days_below(days, bound)]
        },
        "recovery_date": None if isinstance(recovered, Unshown) else recovered.isoformat(),
        "duration_class": lasted.kind,
        "doubling_time_days": None if isinstance(doubled, Unshown) else _figures(doubled.days),
        "periodicity": {
            "period_days": None if period.period is None else _figures(period.period, 3),
            "strength": None if period.strength is None else _figures(period.strength, 3),
            "false_alarm": None if period.false_alarm is None else _figures(period.false_alarm, 2),
            "sampling_sufficient": period.sampling_sufficient,
            "reason": period.reason,
        },
        "reasons": reasons,
    }


def nadir(days: tuple[DayCount, ...]) -> DayCount:
    """The lowest count, and the first day that has it."""
    return min(days, key=lambda each: each.per_ul)


def days_below(days: tuple[DayCount, ...], bound: int) -> DaysBelow:
    """How many days were below a bound in cells/µL, by the counts alone and by straight lines between them."""
    counted = sum(each.per_ul < bound for each in days)
    between = widest = 0
    for earlier, later in pairwise(days):
        gap = (later.day - earlier.day).days
        here = sum(
            earlier.per_ul * (gap - passed) + later.per_ul * passed < bound * gap  # the line at that day, times the gap
            for passed in range(1, gap)
        )
        between += here
        widest = max(widest, gap if here else 0)
    return DaysBelow(bound, counted, counted + between, widest)


def recovery(days: tuple[DayCount, ...]) -> date | Unshown:
    """The first of three successive days with 500/µL or more after the last day with the lowest count.

    The rule is about daily counts. A day without one may have been either; if that matters, the date can't be shown.
    """
    low = _last_lowest(days)
    if low.per_ul >= RECOVERED:
        return Unshown("No count is below 500 /µL, so there is nothing to recover from.")
    counts = {each.day: each.per_ul for each in days}
    after = [low.day + timedelta(passed) for passed in range(1, (days[-1].day - low.day).days + 1)]
    if not after:
        return Unshown("The counts end with the lowest one.")
    shown = _first_run([day in counts and counts[day] >= RECOVERED for day in after])
    possible = _first_run([day not in counts or counts[day] >= RECOVERED for day in after])
    if shown is not None and shown == possible:
        return after[shown]
    if possible is not None:
        missing = sum(day not in counts for day in after)
        lacking = f"{_number(missing, 'day')} after the lowest count {'has' if missing == 1 else 'have'} no count"
        if shown is not None:
            when = f"it was on a day from {after[possible]} to {after[shown]}"
        else:
            when = f"if at all, it was not before {after[possible]}"
        return Unshown(f"The rule is about daily counts, and {lacking}. It can’t be shown; {when}.")
    run = 0
    for day in reversed(after):
        if day not in counts or counts[day] < RECOVERED:
            break
        run += 1
    ends = f" The counts end after {_number(run, 'day')} with 500 /µL or more." if run else ""
    return Unshown(f"No 3 successive days after the lowest count have 500 /µL or more.{ends}")


def duration(days: tuple[DayCount, ...]) -> Duration:
    """Whether the longest run of counts below 1,500/µL, without a higher one in between, lasted 3 months.

    It is taken from the first to the last day of the run: what lies outside is not known, and said so.
    """
    low = [each.day for each in days if each.per_ul < NEUTROPENIA]
    if not low:
        return Duration("undetermined", "No count is below 1,500 /µL.")
    run = _longest_run(days)
    first, last = run[0].day, run[-1].day
    lasted = (
        f"Counts below 1,500 /µL, without a higher one in between, are there from {first} to {last} "
        f"({_number((last - first).days, 'day')}, {_number(len(run), 'day')} with a count)"
    )
    turning = _months_after(first, CHRONIC_MONTHS)
    if _ymd(last) > turning:
        few = " TheBloodProject asks for 3 occasions; here are 2." if len(run) == 2 else ""
        return Duration("chronic", f"{lasted}: more than 3 months.{few}")
    if _ymd(last) == turning:
        both = "chronic where 3 months are enough (Japanese guide), not yet where it takes more (TheBloodProject)"
        return Duration("undetermined", f"{lasted}: exactly 3 months; {both}.")
    if _ymd(low[-1]) >= _months_after(low[0], CHRONIC_MONTHS):
        again = f"but such counts come again from {low[0]} to {low[-1]}, 3 months or more, with higher ones between"
        both = "acute if each time is taken alone, chronic if the times belong together"
        return Duration("undetermined", f"{lasted}, {again}: {both}.")
    if len(run) == 1:
        alone = f"The count of {first} is below 1,500 /µL without another such count right before or after it"
        return Duration("undetermined", f"{alone}: that shows no duration.")
    return Duration("acute", f"{lasted}: less than 3 months.{_outside(days, run)}")


def _outside(days: tuple[DayCount, ...], run: list[DayCount]) -> str:
    """What is not known about the time before and after a run, in a sentence; empty where the next days are known."""
    first, last = run[0].day, run[-1].day
    before = next((each.day for each in reversed(days) if each.day < first), None)
    after = next((each.day for each in days if each.day > last), None)
    may = []
    if before is None or (first - before).days > 1:
        may.append(f"have begun earlier{f', after {before}' if before else ''}")
    if after is None or (after - last).days > 1:
        may.append(f"have gone on{f', until before {after}' if after else ''}")
    return f" It may {' and '.join(may)}." if may else ""


def doubling(days: tuple[DayCount, ...]) -> Doubling | Unshown:
    """The doubling time of the recovery from the last day with the lowest count.

    Least squares on the logarithm, to the first count of 500/µL or more; without one, as long as the counts rise. A
    count of 0 has no logarithm and is left out.
    """
    low = _last_lowest(days)
    if low.per_ul >= RECOVERED:
        return Unshown("No count is below 500 /µL, so there is nothing to recover from.")
    after = [each for each in days if each.day >= low.day]
    reached = next((number for number, each in enumerate(after) if each.per_ul >= RECOVERED), None)
    if reached is None:
        rising = 0
        while rising + 1 < len(after) and after[rising + 1].per_ul > after[rising].per_ul:
            rising += 1
        reached = rising
    used = [each for each in after[: reached + 1] if each.per_ul]
    if len(used) < 2:
        return Unshown("There are fewer than 2 counts above 0 from the lowest count to the end of the rise.")
    passed = [(each.day - used[0].day).days for each in used]
    logs = [math.log(each.per_ul) for each in used]
    mean_passed, mean_log = sum(passed) / len(used), math.fsum(logs) / len(used)
    slope = math.fsum((x - mean_passed) * (y - mean_log) for x, y in zip(passed, logs, strict=True))
    slope /= math.fsum((x - mean_passed) ** 2 for x in passed)
    if slope <= _LEVEL:
        return Unshown("The counts from the lowest one on don’t rise as a whole.")
    return Doubling(math.log(2) / slope, used[0].day, used[-1].day, len(used))


def periodicity(days: tuple[DayCount, ...]) -> Periodicity:
    """The strongest period from 14 to 42 days in the last three years, and whether sampling is enough for one."""
    recent = [each for each in days if (days[-1].day - each.day).days < RECENT]
    sufficient = _sampled(recent)
    span = (recent[-1].day - recent[0].day).days
    lacking = (
        ""
        if sufficient
        else f"There are no {WEEKS} successive weeks with counts on {A_WEEK} or more days of each, as it takes."
    )
    unfitted = ""
    if len(recent) < FEWEST_FOR_PERIOD:
        unfitted = f"{_number(len(recent), 'day')} with a count: a wave needs {FEWEST_FOR_PERIOD}."
    elif span < 2 * SHORTEST_PERIOD:
        unfitted = (
            f"The counts cover {_number(span, 'day')}: two cycles of the shortest period take {2 * SHORTEST_PERIOD}."
        )
    elif len({each.per_ul for each in recent}) == 1:
        unfitted = "All counts are the same."
    if unfitted:
        return Periodicity(None, None, None, sufficient, f"{unfitted} {lacking}".strip())
    passed = [float((each.day - recent[0].day).days) for each in recent]
    peak = strongest(passed, [float(each.per_ul) for each in recent], SHORTEST_PERIOD, LONGEST_PERIOD)
    reasons = [lacking, _cycles_seen(peak.period, span), _at_edge(peak.period)]
    reason = " ".join(each for each in reasons if each)
    return Periodicity(peak.period, peak.power, peak.false_alarm, sufficient, reason)


def _cycles_seen(period: float, span: int) -> str:
    if span >= 2 * period:
        return ""
    return (
        f"The counts cover {_number(span, 'day')}, fewer than two whole cycles of this length: "
        "one fall and rise looks the same."
    )


def _at_edge(period: float) -> str:
    at_edge = min(abs(period - SHORTEST_PERIOD), abs(period - LONGEST_PERIOD)) < 0.05
    return "It lies at the edge of what was tried: the period may be shorter or longer." if at_edge else ""


def _sampled(days: list[DayCount]) -> bool:
    """Whether 2 or more days have a count in each of 6 successive weeks, from any day on."""
    numbers = {(each.day - days[0].day).days for each in days}
    return any(
        all(sum(first + 7 * week + day in numbers for day in range(7)) >= A_WEEK for week in range(WEEKS))
        for first in numbers
    )


def _last_lowest(days: tuple[DayCount, ...]) -> DayCount:
    return min(reversed(days), key=lambda each: each.per_ul)


def _first_run(reached: list[bool]) -> int | None:
    """Where the first three successive days begin."""
    starts = range(len(reached) - SUCCESSIVE_DAYS + 1)
    return next((start for start in starts if all(reached[start : start + SUCCESSIVE_DAYS])), None)


def _longest_run(days: tuple[DayCount, ...]) -> list[DayCount]:
    """The longest run of counts below 1,500/µL, from its first to its last day; the first of several as long.

    A run over 3 months comes before one of exactly 3 months: that can have a day more, since months differ.
    """
    runs = [list(run) for low, run in groupby(days, key=lambda each: each.per_ul < NEUTROPENIA) if low]

    def length(run: list[DayCount]) -> tuple[bool, int]:
        first, last = run[0].day, run[-1].day
        return _ymd(last) > _months_after(first, CHRONIC_MONTHS), (last - first).days

    return max(runs, key=length)


_YearMonthDay = tuple[int, int, int]


def _ymd(day: date) -> _YearMonthDay:
    return day.year, day.month, day.day


def _months_after(day: date, months: int) -> _YearMonthDay:
    """The same day of a later month, or that month's last; in numbers, since the calendar of dates ends in 9999."""
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    return year, month, min(day.day, monthrange(year, month)[1])


def _counts_finding(series: Series, days: tuple[DayCount, ...]) -> Finding:
    result = f"{_number(len(series.points), 'count')} on {_number(len(days), 'day')}, {days[0].day} to {days[-1].day}"
    gaps = [((later.day - earlier.day).days, earlier.day, later.day) for earlier, later in pairwise(days)]
    gap = max(gaps, key=lambda each: each[0], default=None)
    if gap is not None and gap[0] > 1:
        result += f"; longest time without a count: {_number(gap[0], 'day')}, {gap[1]} to {gap[2]}"
    if series.repeated:
        result += f"; given twice and taken as one: {', '.join(map(str, series.repeated[:3]))}"
        result += f" and {len(series.repeated) - 3} more" if len(series.repeated) > 3 else ""
    rule = "Where a day has several counts, the lowest one is the count of that day."
    return Finding("counts", "Counts", result + ".", rule)


def _nadir_finding(days: tuple[DayCount, ...], low: DayCount) -> Finding:
    grade = CONVENTIONAL.grade(low.per_ul).band.label
    last = _last_lowest(days)
    again = f", for the last time on {last.day}" if last.day != low.day else ""
    result = f"{plain(low.per_ul)} /µL on {low.day}{again}. {CONVENTIONAL.name}: {grade.lower()}."
    rule = "The lowest of the counts, on its first day. On days without a count it may have been lower."
    return Finding("nadir", "Lowest count (nadir)", result, rule, _BOXER)


def _below_finding(below: DaysBelow, bound: int) -> Finding:
    result = f"{_number(below.counted, 'day')} counted, {below.interpolated:,} with the days between."
    if below.widest > LONGEST_SURE_GAP:
        result += f" Up to {below.widest:,} days lie between two counts: what happened between them is not known."
    rule = (
        f"Counted: days with a count below {bound} /µL. With the days between: a day without a count is taken to lie "
        "on the straight line from the count before to the count after it. Nothing is added before the first and after "
        "the last count."
    )
    return Finding(f"days_below_{bound}", f"Days below {bound} /µL", result, rule, _BOXER)


def _recovery_finding(recovered: date | Unshown, days: tuple[DayCount, ...]) -> Finding:
    if isinstance(recovered, Unshown):
        result, met = f"Not shown. {recovered.reason}", None
    else:
        result, met = f"{recovered}.", True
        again = next((each.day for each in days if each.day > recovered and each.per_ul < RECOVERED), None)
        if again is not None:
            result += f" After it counts are below 500 /µL again, for the first time on {again}."
    rule = (
        "The first of 3 successive days with 500 /µL or more after the last day with the lowest count. An older "
        "wording (BMT 2002) takes the first such day alone."
    )
    return Finding("recovery_date", "Recovery", result, rule, _ASTCT, met)


def _duration_finding(lasted: Duration) -> Finding:
    rule = (
        "The longest run of counts below 1,500 /µL, from its first to its last day: under 3 months acute, over 3 "
        "months chronic. Sources differ on exactly 3 months; StatPearls puts chronic at over 3 to 6 months. 1,500 /µL "
        "is the conventional bound: infants and people with the Duffy-null count have others, and may be healthy below "
        "it."
    )
    return Finding("duration_class", "Duration", f"{lasted.kind.capitalize()}. {lasted.reason}", rule, _CHRONIC)


def _doubling_finding(doubled: Doubling | Unshown) -> Finding:
    if isinstance(doubled, Unshown):
        result = f"Not shown. {doubled.reason}"
    else:
        result = f"{_figures(doubled.days, 2)} days, from {doubled.counts} counts, {doubled.first} to {doubled.last}."
        if doubled.counts == 2:
            result += " Two counts always lie on a line: this is a rough figure."
    rule = (
        "A straight line through the logarithms of the counts (least squares), from the last day with the lowest count "
        "to the first count of 500 /µL or more; without one, as long as each count is higher than the one before. "
        "A count of 0 has no logarithm and is left out. Doubling time = ln 2 / slope."
    )
    return Finding("doubling_time_days", "Doubling time of the recovery", result, rule, _ARITHMETIC)


def _periodicity_finding(period: Periodicity) -> Finding:
    if period.period is None or period.strength is None or period.false_alarm is None:
        result = f"Not looked for. {period.reason}"
    else:
        chance = "fewer than 1" if period.false_alarm < 0.001 else f"about {round(period.false_alarm * 1000):,}"
        head = "" if period.sampling_sufficient else "Not to be relied on, since sampling is not sufficient: "
        result = (
            f"{head}{_figures(period.period, 3)} days is the strongest period from {SHORTEST_PERIOD} to "
            f"{LONGEST_PERIOD}. Its wave accounts for {_figures(period.strength * 100, 2)} % of the variation; of "
            f"1,000 series on the same days without any order, {chance} would have one as strong. {period.reason}"
        ).rstrip()
    rule = (
        "A sine wave of every period is fitted by least squares (Lomb-Scargle periodogram, last three years). The "
        "strength is the share of the variation that it accounts for, 0 to 1. The comparison with series without order "
        "is an estimate and too favourable, since a count resembles the one before it in anybody; half and double "
        f"periods can stand out too. Sampling is sufficient with {A_WEEK} to 3 counts a week for {WEEKS} weeks. A "
        "period is no diagnosis."
    )
    return Finding("periodicity", "Periodicity", result, rule, f"{_CYCLES}. {_LOMB}")


def _day_one_finding(low: DayCount, day_one: date) -> Finding:
    passed = (low.day - day_one).days
    side = "after" if passed >= 0 else "before"
    result = f"The lowest count is {_number(abs(passed), 'day')} {side} {day_one}."
    rule = "Days since day one: 0 on that day itself; a calendar of treatment that calls it day 1 is one ahead."
    return Finding("days_since_day_one", "Days since day one", result, rule)


def _number(number: int, of_what: str) -> str:
    return f"{number:,} {of_what}" if number == 1 else f"{number:,} {of_what}s"


def _figures(value: float, figures: int = 6) -> str:
    """A number to so many significant figures, without an exponent."""
    return plain(Decimal(f"{value:.{figures}g}"))
