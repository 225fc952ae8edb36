"""The interval of a share from a differential count: how far off chance alone can have put the percentage."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from neutrogui.calculators.binomial import (
    MOST_CELLS,
    USUAL_LEVEL,
    Interval,
    Limits,
    clopper_pearson,
    rumke,
    wilson,
)
from neutrogui.calculators.reading import Reading
from neutrogui.domain.calculator import Choice, Field, FieldKind, Finding, Outcome
from neutrogui.domain.language import mark, say
from neutrogui.domain.number import plain
from neutrogui.domain.problem import Problems

RUMKE_SOURCE = mark(
    "That the limits are the exact binomial ones: abstract of “Impact of integrating Rumke statistics …”. Rounding: "
    "entries for 5, 9, 10 and 15 of 100 cells as others print them. The table itself (Rümke 1960) was not read."
)

WILSON_SOURCE = mark("openpathology, WBC delta-sigma, DCR-007 (secondary: Wilson’s own paper was not read)")


@dataclass(frozen=True, slots=True)
class Method:
    """A way to work out the interval, with the rule in words; its name, rule and source are to be said when shown."""

    key: str
    name: str
    limits: Limits
    rule: str
    source: str
    spellings: tuple[str, ...] = ()


METHODS = (
    Method(
        "clopper-pearson",
        mark("Clopper–Pearson (exact)"),
        clopper_pearson,
        mark(
            "At the lower limit so many cells or more, at the upper so few or fewer, are found with half the "
            "probability that the level leaves; the true share is inside at least as often as the level says"
        ),
        RUMKE_SOURCE,
        ("exact", "clopper_pearson"),
    ),
    Method(
        "wilson",
        mark("Wilson (score)"),
        wilson,
        mark(
            "(k + z²/2 ± z × √(k × (n − k) / n + z²/4)) / (n + z²) for k of n cells; the true share is inside about as "
            "often as the level says"
        ),
        WILSON_SOURCE,
    ),
)
"""The methods in the order in which they are offered; the first is taken where none is given."""


def method_field(key: str, label: str, *, section: str = "") -> Field:
    """The field in which a method is chosen; it may stay empty."""
    return Field(
        key,
        label,
        FieldKind.CHOICE,
        choices=tuple(Choice(method.key, method.name, method.spellings) for method in METHODS),
        hint=mark("Clopper–Pearson if left empty"),
        section=section,
        optional=True,
    )


def chosen_method(reading: Reading, key: str) -> Method:
    """The method that was chosen, or the first."""
    chosen = reading.choice(key)
    return next((method for method in METHODS if method.key == chosen), METHODS[0])


FIELDS = (
    Field(
        "cells",
        mark("Cells of the kind found"),
        unit=mark("cells"),
        lower=Decimal(0),
        upper=Decimal(MOST_CELLS),
        hint=mark("How many of the cells counted were of this kind, such as neutrophils"),
    ),
    Field(
        "counted",
        mark("Cells counted in all"),
        unit=mark("cells"),
        lower=Decimal(1),
        upper=Decimal(MOST_CELLS),
        hint=mark("The number of white cells that the differential rests on"),
    ),
    Field(
        "level",
        mark("Level"),
        unit="%",
        lower=Decimal(50),
        upper=Decimal("99.9"),
        hint=mark("95 if left empty"),
        optional=True,
    ),
    method_field("method", mark("Method")),
)


@dataclass(frozen=True, slots=True)
class _Differential:
    cells: int
    counted: int
    level: Decimal

    @property
    def written(self) -> str:
        """Such as `10 of 100 cells = 10 %`."""
        share = Decimal(self.cells) * 100 / self.counted
        shown = round(share, 2)
        found = say("{cells} of {counted} cells").format(cells=self.cells, counted=self.counted)
        return f"{found} {'=' if shown == share else '≈'} {plain(shown)} %"

    def interval(self, method: Method) -> Interval:
        return method.limits(self.cells, self.counted, self.level)


class DifferentialInterval:
    """The calculator `interval`."""

    key = "interval"
    title = mark("Interval of a differential count")
    formula = mark(
        "P(k or more of n cells, at the lower limit) = P(k or fewer, at the upper limit) = (100 − level) / 2 %"
    )
    source = mark("Exact binomial limits, as in Rümke’s table (1960, itself not read); Wilson’s interval beside them")
    scope = mark(
        "It covers chance alone: which cells happened to be met. Cells taken for others, an uneven film and the error "
        "of the white cell count come on top. Not for percentages that an analyser prints without the number of cells."
    )
    fields = FIELDS
    groups = ()

    def evaluate(self, typed: Mapping[str, str]) -> Outcome | Problems:
        """The interval of the share in percent by the method chosen; `findings` hold both, and Rümke's entry at 95 %.

        Problem codes: those of `Reading`; `conflict`, where more cells of the kind are typed than were counted.
        """
        reading = Reading(FIELDS, typed)
        cells, counted = reading.whole_number("cells"), reading.whole_number("counted")
        level, method = reading.number("level"), chosen_method(reading, "method")
        if cells is not None and counted is not None and cells > counted:
            message = say("{cells} cells of the kind are more than the {counted} counted in all. Check both numbers.")
            reading.refuse("cells", "conflict", message.format(cells=cells, counted=counted))
        if reading.problems is not None:
            return reading.problems
        assert cells is not None
        assert counted is not None
        return _outcome(_Differential(cells, counted, USUAL_LEVEL if level is None else level), method)


def _outcome(differential: _Differential, method: Method) -> Outcome:
    lower, upper = differential.interval(method)
    findings = _findings(differential, (lower, upper))
    level = say("{level} % interval").format(level=plain(differential.level))
    by_method = say("{level} % interval by {method}").format(level=plain(differential.level), method=say(method.name))
    entry = rumke(differential.cells, differential.counted) if differential.level == USUAL_LEVEL else None
    every = "; ".join(f"{finding.name}: {finding.result}" for finding in findings)
    return Outcome(
        values={
            "lower_percent": plain(lower),
            "upper_percent": plain(upper),
            "rumke": None if entry is None else [str(limit) for limit in entry],
            "level_percent": plain(differential.level),
            "method": method.key,
        },
        headline=_range_text((lower, upper)),
        also=f"{differential.written}; {by_method}",
        working=_working(differential, method, (lower, upper)),
        line=f"{differential.written}; {level}: {every}",
        entry="absolute-neutrophil-count",
        source=say(method.source),
        findings=findings,
    )


def _findings(differential: _Differential, interval: Interval) -> tuple[Finding, ...]:
    lower, upper = interval
    findings = [
        Finding(
            method.key,
            say(method.name),
            _range_text(differential.interval(method)),
            say(method.rule),
            say(method.source),
        )
        for method in METHODS
    ]
    if differential.level == USUAL_LEVEL:
        whole_lower, whole_upper = rumke(differential.cells, differential.counted)
        rule = say("The exact 95 % limits, the lower rounded down and the upper rounded up to whole percent")
        result = say("{lower} to {upper} %").format(lower=whole_lower, upper=whole_upper)
        findings.append(Finding("rumke", say("As in Rümke’s table"), result, rule, say(RUMKE_SOURCE)))
    if not differential.cells:
        result = say("does not exclude a share of up to {upper} %").format(upper=_limit_text(upper))
        rule = say("A count of 0 bounds the share from above; it does not show that there are no such cells")
        findings.append(Finding("none-found", say("No cell found"), result, rule, say(WILSON_SOURCE)))
    if differential.cells == differential.counted:
        result = say("does not exclude a share down to {lower} %").format(lower=_limit_text(lower))
        rule = say("The same, seen from the other cells: none of them was found")
        findings.append(Finding("only-these-found", say("No other cell found"), result, rule, say(WILSON_SOURCE)))
    return tuple(findings)


def _working(differential: _Differential, method: Method, interval: Interval) -> str:
    cells, counted = differential.cells, differential.counted
    lower, upper = (_limit_text(limit) for limit in interval)
    tail = plain((100 - differential.level) / 2)
    if method.key == "wilson":
        formula = (
            f"({cells} + z²/2 ± z × √({cells} × {counted - cells} / {counted} + z²/4)) / ({counted} + z²)"
        )  # fmt: skip
        put_in = say("{formula}, z leaving {tail} % on either side: {lower} to {upper} %")
        return f"{differential.written}. {put_in.format(formula=formula, tail=tail, lower=lower, upper=upper)}"
    at_lower = say("{cells} or more at {lower} %") if cells else say("lower limit {lower} %")
    at_upper = say("{cells} or fewer at {upper} %") if cells < counted else say("upper limit {upper} %")
    found = say("Found with a probability of {tail} %: {at_lower}, {at_upper}").format(
        tail=tail,
        at_lower=at_lower.format(cells=cells, lower=lower),
        at_upper=at_upper.format(cells=cells, upper=upper),
    )
    return f"{differential.written}. {found}"


def _range_text(interval: Interval) -> str:
    lower, upper = (_limit_text(limit) for limit in interval)
    return say("{lower} to {upper} %").format(lower=lower, upper=upper)


def _limit_text(limit: Decimal) -> str:
    """Two decimals; never 0.00 or 100.00 where the limit is neither."""
    shown = round(limit, 2)
    if not shown and limit:
        return "< 0.01"
    if shown == 100 and limit < 100:
        return "> 99.99"
    return f"{shown}"
