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
from neutrogui.domain.number import plain
from neutrogui.domain.problem import Problems

RUMKE_SOURCE = (
    "That the limits are the exact binomial ones: abstract of “Impact of integrating Rumke statistics …”. Rounding: "
    "entries for 5, 9, 10 and 15 of 100 cells as others print them. The table itself (Rümke 1960) was not read."
)

WILSON_SOURCE = "openpathology, WBC delta-sigma, DCR-007 (secondary: Wilson’s own paper was not read)"


@dataclass(frozen=True, slots=True)
class Method:
    """A way to work out the interval, with the rule in words."""

    key: str
    name: str
    limits: Limits
    rule: str
    source: str
    spellings: tuple[str, ...] = ()


METHODS = (
    Method(
        "clopper-pearson",
        "Clopper–Pearson (exact)",
        clopper_pearson,
        "At the lower limit so many cells or more, at the upper so few or fewer, are found with half the probability "
        "that the level leaves; the true share is inside at least as often as the level says",
        RUMKE_SOURCE,
        ("exact", "clopper_pearson"),
    ),
    Method(
        "wilson",
        "Wilson (score)",
        wilson,
        "(k + z²/2 ± z × √(k × (n − k) / n + z²/4)) / (n + z²) for k of n cells; the true share is inside about as "
        "often as the level says",
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
        hint="Clopper–Pearson if left empty",
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
        "Cells of the kind found",
        unit="cells",
        lower=Decimal(0),
        upper=Decimal(MOST_CELLS),
        hint="How many of the cells counted were of this kind, such as neutrophils",
    ),
    Field(
        "counted",
        "Cells counted in all",
        unit="cells",
        lower=Decimal(1),
        upper=Decimal(MOST_CELLS),
        hint="The number of white cells that the differential rests on",
    ),
    Field(
        "level",
        "Level",
        unit="%",
        lower=Decimal(50),
        upper=Decimal("99.9"),
        hint="95 if left empty",
        optional=True,
    ),
    method_field("method", "Method"),
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
        return f"{self.cells} of {self.counted} cells {'=' if shown == share else '≈'} {plain(shown)} %"

    def interval(self, method: Method) -> Interval:
        return method.limits(self.cells, self.counted, self.level)


class DifferentialInterval:
    """The calculator `interval`."""

    key = "interval"
    title = "Interval of a differential count"
    formula = "P(k or more of n cells, at the lower limit) = P(k or fewer, at the upper limit) = (100 − level) / 2 %"
    source = "Exact binomial limits, as in Rümke’s table (1960, itself not read); Wilson’s interval beside them"
    scope = (
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
            message = f"{cells} cells of the kind are more than the {counted} counted in all. Check both numbers."
            reading.refuse("cells", "conflict", message)
        if reading.problems is not None:
            return reading.problems
        assert cells is not None
        assert counted is not None
        return _outcome(_Differential(cells, counted, USUAL_LEVEL if level is None else level), method)


def _outcome(differential: _Differential, method: Method) -> Outcome:
    lower, upper = differential.interval(method)
    findings = _findings(differential, (lower, upper))
    level = f"{plain(differential.level)} % interval"
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
        also=f"{differential.written}; {level} by {method.name}",
        working=_working(differential, method, (lower, upper)),
        line=f"{differential.written}; {level}: {every}",
        entry="absolute-neutrophil-count",
        source=method.source,
        findings=findings,
    )


def _findings(differential: _Differential, interval: Interval) -> tuple[Finding, ...]:
    lower, upper = interval
    findings = [
        Finding(method.key, method.name, _range_text(differential.interval(method)), method.rule, method.source)
        for method in METHODS
    ]
    if differential.level == USUAL_LEVEL:
        whole_lower, whole_upper = rumke(differential.cells, differential.counted)
        rule = "The exact 95 % limits, the lower rounded down and the upper rounded up to whole percent"
        findings.append(
            Finding("rumke", "As in Rümke’s table", f"{whole_lower} to {whole_upper} %", rule, RUMKE_SOURCE)
        )
    if not differential.cells:
        result = f"does not exclude a share of up to {_limit_text(upper)} %"
        rule = "A count of 0 bounds the share from above; it does not show that there are no such cells"
        findings.append(Finding("none-found", "No cell found", result, rule, WILSON_SOURCE))
    if differential.cells == differential.counted:
        result = f"does not exclude a share down to {_limit_text(lower)} %"
        rule = "The same, seen from the other cells: none of them was found"
        findings.append(Finding("only-these-found", "No other cell found", result, rule, WILSON_SOURCE))
    return tuple(findings)


def _working(differential: _Differential, method: Method, interval: Interval) -> str:
    cells, counted = differential.cells, differential.counted
    lower, upper = (_limit_text(limit) for limit in interval)
    tail = plain((100 - differential.level) / 2)
    if method.key == "wilson":
        return (
            f"{differential.written}. ({cells} + z²/2 ± z × √({cells} × {counted - cells} / {counted} + z²/4)) / "
            f"({counted} + z²), z leaving {tail} % on either side: {lower} to {upper} %"
        )
    at_lower = f"{cells} or more at {lower} %" if cells else f"lower limit {lower} %"
    at_upper = f"{cells} or fewer at {upper} %" if cells < counted else f"upper limit {upper} %"
    return f"{differential.written}. Found with a probability of {tail} %: {at_lower}, {at_upper}"


def _range_text(interval: Interval) -> str:
    lower, upper = (_limit_text(limit) for limit in interval)
    return f"{lower} to {upper} %"


def _limit_text(limit: Decimal) -> str:
    """Two decimals; never 0.00 or 100.00 where the limit is neither."""
    shown = round(limit, 2)
    if not shown and limit:
        return "< 0.01"
    if shown == 100 and limit < 100:
        return "> 99.99"
    return f"{shown}"
