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
from neutrogui.domain.language import grouped, mark, say
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
_ASTCT = mark("ASTCT definition of engraftment, read in PMC11161398, table 1")
_CHRONIC = mark(
    "StatPearls (acute under 3 months); TheBloodProject (chronic over 3 months, on 3 occasions); Japanese reference "
    "guide (chronic from 3 months, adults with a count below 1,500)"
)
_CYCLES = mark("Blood 2017;130(Suppl):2275 (every other day or 3 a week for 6 weeks); others ask for 2 to 3 a week")
_LOMB = mark("Lomb 1976, Scargle 1982, Zechmeister and Kürster 2009, as SciPy’s documentation gives them")
_ARITHMETIC = mark("Arithmetic; no clinical bound belongs to it")


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
        return Unshown(say("No count is below 500 /µL, so there is nothing to recover from."))
    counts = {each.day: each.per_ul for each in days}
    after = [low.day + timedelta(passed) for passed in range(1, (days[-1].day - low.day).days + 1)]
    if not after:
        return Unshown(say("The counts end with the lowest one."))
    shown = _first_run([day in counts and counts[day] >= RECOVERED for day in after])
    possible = _first_run([day not in counts or counts[day] >= RECOVERED for day in after])
    if shown is not None and shown == possible:
        return after[shown]
    if possible is not None:
        missing = sum(day not in counts for day in after)
        if missing == 1:
            lacking = say("The rule is about daily counts, and 1 day after the lowest count has no count.")
        else:
            lacking = say("The rule is about daily counts, and {n} days after the lowest count have no count.")
        if shown is not None:
            when = say("It can’t be shown; it was on a day from {first} to {last}.")
            when = when.format(first=after[possible], last=after[shown])
        else:
            when = say("It can’t be shown; if at all, it was not before {first}.").format(first=after[possible])
        return Unshown(f"{lacking.format(n=grouped(missing))} {when}")
    run = 0
    for day in reversed(after):
        if day not in counts or counts[day] < RECOVERED:
            break
        run += 1
    none = say("No 3 successive days after the lowest count have 500 /µL or more.")
    ends = say("The counts end after {days} with 500 /µL or more.").format(days=_days(run))
    return Unshown(f"{none} {ends}" if run else none)


def duration(days: tuple[DayCount, ...]) -> Duration:
    """Whether the longest run of counts below 1,500/µL, without a higher one in between, lasted 3 months.

    It is taken from the first to the last day of the run: what lies outside is not known, and said so.
    """
    low = [each.day for each in days if each.per_ul < NEUTROPENIA]
    if not low:
        return Duration("undetermined", say("No count is below 1,500 /µL."))
    run = _longest_run(days)
    first, last = run[0].day, run[-1].day
    lasted = say("Counts below 1,500 /µL, without a higher one in between, are there from {first} to {last} ({days})")
    lasted = lasted.format(
        first=first,
        last=last,
        days=say("{days}, {days_counted} with a count").format(
            days=_days((last - first).days), days_counted=_days(len(run))
        ),
    )
    turning = _months_after(first, CHRONIC_MONTHS)
    if _ymd(last) > turning:
        reason = say("{lasted}: more than 3 months.").format(lasted=lasted)
        few = say("TheBloodProject asks for 3 occasions; here are 2.")
        return Duration("chronic", f"{reason} {few}" if len(run) == 2 else reason)
    if _ymd(last) == turning:
        reason = say(
            "{lasted}: exactly 3 months; chronic where 3 months are enough (Japanese guide), not yet where it takes "
            "more (TheBloodProject)."
        )
        return Duration("undetermined", reason.format(lasted=lasted))
    if _ymd(low[-1]) >= _months_after(low[0], CHRONIC_MONTHS):
        reason = say(
            "{lasted}, but such counts come again from {first} to {last}, 3 months or more, with higher ones between: "
            "acute if each time is taken alone, chronic if the times belong together."
        )
        return Duration("undetermined", reason.format(lasted=lasted, first=low[0], last=low[-1]))
    if len(run) == 1:
        reason = say(
            "The count of {day} is below 1,500 /µL without another such count right before or after it: that shows no "
            "duration."
        )
        return Duration("undetermined", reason.format(day=first))
    reason = say("{lasted}: less than 3 months.").format(lasted=lasted)
    return Duration("acute", f"{reason} {_outside(days, run)}".rstrip())


def _outside(days: tuple[DayCount, ...], run: list[DayCount]) -> str:
    """What is not known about the time before and after a run, in a sentence; empty where the next days are known."""
    first, last = run[0].day, run[-1].day
    before = next((each.day for each in reversed(days) if each.day < first), None)
    after = next((each.day for each in days if each.day > last), None)
    earlier = before is None or (first - before).days > 1
    later = after is None or (after - last).days > 1
    if earlier and later:
        told = {
            (False, False): say("It may have begun earlier and have gone on."),
            (True, False): say("It may have begun earlier, after {before} and have gone on."),
            (False, True): say("It may have begun earlier and have gone on, until before {after}."),
            (True, True): say("It may have begun earlier, after {before} and have gone on, until before {after}."),
        }[before is not None, after is not None]
    elif earlier:
        told = say("It may have begun earlier, after {before}.") if before else say("It may have begun earlier.")
    elif later:
        told = say("It may have gone on, until before {after}.") if after else say("It may have gone on.")
    else:
        return ""
    return told.format(before=before, after=after)


def doubling(days: tuple[DayCount, ...]) -> Doubling | Unshown:
    """The doubling time of the recovery from the last day with the lowest count.

    Least squares on the logarithm, to the first count of 500/µL or more; without one, as long as the counts rise. A
    count of 0 has no logarithm and is left out.
    """
    low = _last_lowest(days)
    if low.per_ul >= RECOVERED:
        return Unshown(say("No count is below 500 /µL, so there is nothing to recover from."))
    after = [each for each in days if each.day >= low.day]
    reached = next((number for number, each in enumerate(after) if each.per_ul >= RECOVERED), None)
    if reached is None:
        rising = 0
        while rising + 1 < len(after) and after[rising + 1].per_ul > after[rising].per_ul:
            rising += 1
        reached = rising
    used = [each for each in after[: reached + 1] if each.per_ul]
    if len(used) < 2:
        return Unshown(say("There are fewer than 2 counts above 0 from the lowest count to the end of the rise."))
    passed = [(each.day - used[0].day).days for each in used]
    logs = [math.log(each.per_ul) for each in used]
    mean_passed, mean_log = sum(passed) / len(used), math.fsum(logs) / len(used)
    slope = math.fsum((x - mean_passed) * (y - mean_log) for x, y in zip(passed, logs, strict=True))
    slope /= math.fsum((x - mean_passed) ** 2 for x in passed)
    if slope <= _LEVEL:
        return Unshown(say("The counts from the lowest one on don’t rise as a whole."))
    return Doubling(math.log(2) / slope, used[0].day, used[-1].day, len(used))


def periodicity(days: tuple[DayCount, ...]) -> Periodicity:
    """The strongest period from 14 to 42 days in the last three years, and whether sampling is enough for one."""
    recent = [each for each in days if (days[-1].day - each.day).days < RECENT]
    sufficient = _sampled(recent)
    span = (recent[-1].day - recent[0].day).days
    lacking = say("There are no {weeks} successive weeks with counts on {days} or more days of each, as it takes.")
    lacking = "" if sufficient else lacking.format(weeks=WEEKS, days=A_WEEK)
    unfitted = ""
    if len(recent) < FEWEST_FOR_PERIOD:
        unfitted = say("{days} with a count: a wave needs {fewest}.")
        unfitted = unfitted.format(days=_days(len(recent)), fewest=FEWEST_FOR_PERIOD)
    elif span < 2 * SHORTEST_PERIOD:
        unfitted = say("The counts cover {days}: two cycles of the shortest period take {least}.")
        unfitted = unfitted.format(days=_days(span), least=2 * SHORTEST_PERIOD)
    elif len({each.per_ul for each in recent}) == 1:
        unfitted = say("All counts are the same.")
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
    message = say(
        "The counts cover {days}, fewer than two whole cycles of this length: one fall and rise looks the same."
    )
    return message.format(days=_days(span))


def _at_edge(period: float) -> str:
    at_edge = min(abs(period - SHORTEST_PERIOD), abs(period - LONGEST_PERIOD)) < 0.05
    return say("It lies at the edge of what was tried: the period may be shorter or longer.") if at_edge else ""


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
    number = len(series.points)
    counts = say("1 count") if number == 1 else say("{n} counts").format(n=grouped(number))
    result = say("{counts} on {days}, {first} to {last}").format(
        counts=counts, days=_days(len(days)), first=days[0].day, last=days[-1].day
    )
    gaps = [((later.day - earlier.day).days, earlier.day, later.day) for earlier, later in pairwise(days)]
    gap = max(gaps, key=lambda each: each[0], default=None)
    if gap is not None and gap[0] > 1:
        longest = say("longest time without a count: {days}, {first} to {last}")
        result += f"; {longest.format(days=_days(gap[0]), first=gap[1], last=gap[2])}"
    if series.repeated:
        more = len(series.repeated) - 3
        if more > 0:
            twice = say("given twice and taken as one: {days} and {n} more")
        else:
            twice = say("given twice and taken as one: {days}")
        result += f"; {twice.format(days=', '.join(map(str, series.repeated[:3])), n=more)}"
    rule = say("Where a day has several counts, the lowest one is the count of that day.")
    return Finding("counts", say("Counts"), result + ".", rule)


def _nadir_finding(days: tuple[DayCount, ...], low: DayCount) -> Finding:
    grade = CONVENTIONAL.grade(low.per_ul).band.label
    last = _last_lowest(days)
    if last.day != low.day:
        result = say("{count} /µL on {first}, for the last time on {last}. {scheme}: {grade}.")
    else:
        result = say("{count} /µL on {first}. {scheme}: {grade}.")
    result = result.format(
        count=plain(low.per_ul), first=low.day, last=last.day, scheme=say(CONVENTIONAL.name), grade=say(grade).lower()
    )
    rule = say("The lowest of the counts, on its first day. On days without a count it may have been lower.")
    return Finding("nadir", say("Lowest count (nadir)"), result, rule, _BOXER)


def _below_finding(below: DaysBelow, bound: int) -> Finding:
    result = say("{days} counted, {n} with the days between.")
    result = result.format(days=_days(below.counted), n=grouped(below.interpolated))
    if below.widest > LONGEST_SURE_GAP:
        wide = say("Up to {n} days lie between two counts: what happened between them is not known.")
        result += f" {wide.format(n=grouped(below.widest))}"
    rule = say(
        "Counted: days with a count below {bound} /µL. With the days between: a day without a count is taken to lie on "
        "the straight line from the count before to the count after it. Nothing is added before the first and after "
        "the last count."
    ).format(bound=bound)
    return Finding(f"days_below_{bound}", say("Days below {bound} /µL").format(bound=bound), result, rule, _BOXER)


def _recovery_finding(recovered: date | Unshown, days: tuple[DayCount, ...]) -> Finding:
    if isinstance(recovered, Unshown):
        result, met = say("Not shown. {reason}").format(reason=recovered.reason), None
    else:
        result, met = f"{recovered}.", True
        again = next((each.day for each in days if each.day > recovered and each.per_ul < RECOVERED), None)
        if again is not None:
            after = say("After it counts are below 500 /µL again, for the first time on {day}.")
            result += f" {after.format(day=again)}"
    rule = say(
        "The first of 3 successive days with 500 /µL or more after the last day with the lowest count. An older "
        "wording (BMT 2002) takes the first such day alone."
    )
    return Finding("recovery_date", say("Recovery"), result, rule, say(_ASTCT), met)


def _duration_finding(lasted: Duration) -> Finding:
    kind = {"acute": say("Acute"), "chronic": say("Chronic"), "undetermined": say("Undetermined")}[lasted.kind]
    rule = say(
        "The longest run of counts below 1,500 /µL, from its first to its last day: under 3 months acute, over 3 "
        "months chronic. Sources differ on exactly 3 months; StatPearls puts chronic at over 3 to 6 months. 1,500 /µL "
        "is the conventional bound: infants and people with the Duffy-null count have others, and may be healthy below "
        "it."
    )
    return Finding("duration_class", say("Duration"), f"{kind}. {lasted.reason}", rule, say(_CHRONIC))


def _doubling_finding(doubled: Doubling | Unshown) -> Finding:
    if isinstance(doubled, Unshown):
        result = say("Not shown. {reason}").format(reason=doubled.reason)
    else:
        result = say("{days} days, from {n} counts, {first} to {last}.").format(
            days=_figures(doubled.days, 2), n=doubled.counts, first=doubled.first, last=doubled.last
        )
        if doubled.counts == 2:
            result += " " + say("Two counts always lie on a line: this is a rough figure.")
    rule = say(
        "A straight line through the logarithms of the counts (least squares), from the last day with the lowest count "
        "to the first count of 500 /µL or more; without one, as long as each count is higher than the one before. "
        "A count of 0 has no logarithm and is left out. Doubling time = ln 2 / slope."
    )
    return Finding("doubling_time_days", say("Doubling time of the recovery"), result, rule, say(_ARITHMETIC))


def _periodicity_finding(period: Periodicity) -> Finding:
    if period.period is None or period.strength is None or period.false_alarm is None:
        result = say("Not looked for. {reason}").format(reason=period.reason)
    else:
        if period.sampling_sufficient:
            head = say("{days} days is the strongest period from {shortest} to {longest}.")
        else:
            head = say(
                "Not to be relied on, since sampling is not sufficient: {days} days is the strongest period from "
                "{shortest} to {longest}."
            )
        head = head.format(days=_figures(period.period, 3), shortest=SHORTEST_PERIOD, longest=LONGEST_PERIOD)
        if period.false_alarm < 0.001:
            wave = say(
                "Its wave accounts for {percent} % of the variation; of 1,000 series on the same days without any "
                "order, fewer than 1 would have one as strong."
            )
        else:
            wave = say(
                "Its wave accounts for {percent} % of the variation; of 1,000 series on the same days without any "
                "order, about {n} would have one as strong."
            )
        wave = wave.format(percent=_figures(period.strength * 100, 2), n=grouped(round(period.false_alarm * 1000)))
        result = f"{head} {wave} {period.reason}".rstrip()
    rule = say(
        "A sine wave of every period is fitted by least squares (Lomb-Scargle periodogram, last three years). The "
        "strength is the share of the variation that it accounts for, 0 to 1. The comparison with series without order "
        "is an estimate and too favourable, since a count resembles the one before it in anybody; half and double "
        "periods can stand out too. Sampling is sufficient with {a_week} to 3 counts a week for {weeks} weeks. A "
        "period is no diagnosis."
    ).format(a_week=A_WEEK, weeks=WEEKS)
    return Finding("periodicity", say("Periodicity"), result, rule, f"{say(_CYCLES)}. {say(_LOMB)}")


def _day_one_finding(low: DayCount, day_one: date) -> Finding:
    passed = (low.day - day_one).days
    if passed >= 0:
        result = say("The lowest count is {days} after {day_one}.")
    else:
        result = say("The lowest count is {days} before {day_one}.")
    result = result.format(days=_days(abs(passed)), day_one=day_one)
    rule = say("Days since day one: 0 on that day itself; a calendar of treatment that calls it day 1 is one ahead.")
    return Finding("days_since_day_one", say("Days since day one"), result, rule)


def _days(number: int) -> str:
    return say("1 day") if number == 1 else say("{n} days").format(n=grouped(number))


def _figures(value: float, figures: int = 6) -> str:
    """A number to so many significant figures, without an exponent."""
    return plain(Decimal(f"{value:.{figures}g}"))
