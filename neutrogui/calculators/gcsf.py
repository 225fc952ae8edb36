"""Growth factor (G-CSF) from the first cycle on: the tier that a regimen's risk of febrile neutropenia falls into.

Bodies agree on 20 % but not on the side that exactly 20 % belongs to, so both readings are shown.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from neutrogui.calculators.reading import Reading
from neutrogui.domain.calculator import Caution, Choice, Field, FieldKind, Finding, Outcome
from neutrogui.domain.language import mark, say
from neutrogui.domain.number import plain
from neutrogui.domain.problem import Problems

HIGH_BOUND = Decimal(20)
INTERMEDIATE_FROM = Decimal(10)


@dataclass(frozen=True, slots=True)
class _Policy:
    """A reading of the bound; its texts are to be said when shown."""

    key: str
    label: str
    rule: str
    source: str
    is_high: Callable[[Decimal], bool]

    def tier(self, risk: Decimal) -> str:
        if self.is_high(risk):
            return "high"
        return "intermediate" if risk >= INTERMEDIATE_FROM else "low"


_POLICIES = (
    _Policy(
        "over-20",
        mark("High above 20 %"),
        mark("High: above 20 %. Intermediate: 10 to 20 %, 20 included"),
        mark("JNCCN and Fred Hutch 2015; HemOnc pocket. Bound of 10 %: secondary"),
        lambda risk: risk > HIGH_BOUND,
    ),
    _Policy(
        "at-least-20",
        mark("High from 20 % on"),
        mark("High: 20 % or more. Intermediate: 10 to below 20 %"),
        mark(
            "Secondary: European and American bodies as named at njmonline 2019; ASCO 2015 says about 20 % or higher "
            "(Smith, J Clin Oncol 2015;33:3199). Bound of 10 %: secondary"
        ),
        lambda risk: risk >= HIGH_BOUND,
    ),
)

FIELDS = (
    Field(
        "risk",
        mark("Risk of febrile neutropenia with this regimen"),
        unit="%",
        lower=Decimal(0),
        upper=Decimal(100),
        hint=mark("As published for the regimen"),
    ),
    Field(
        "policy",
        mark("Reading of 20 %"),
        FieldKind.CHOICE,
        choices=tuple(Choice(policy.key, policy.label) for policy in _POLICIES),
        hint=mark("Whose answer is the result; the other is shown beside it"),
    ),
)


class GcsfTier:
    """The calculator `gcsf`."""

    key = "gcsf"
    title = mark("G-CSF with chemotherapy: tier of risk")
    formula = mark("Tier = risk of febrile neutropenia: high above (or from) 20 %, intermediate from 10 %, low below")
    source = mark(
        "High: JNCCN and Fred Hutch 2015, or njmonline 2019 (secondary); from 10 %: secondary; below 10 %: not verified"
    )
    scope = mark(
        "For G-CSF from the first cycle of chemotherapy on (primary prophylaxis), by the regimen alone: the person’s "
        "own risk factors are not asked. Not for later cycles after a complication, and not for neutropenia without "
        "chemotherapy."
    )
    fields = FIELDS
    groups = ()

    def evaluate(self, typed: Mapping[str, str]) -> Outcome | Problems:
        """The tier by the policy chosen; `findings` hold both.

        Problem codes: those of `Reading`. Cautions: `readings-differ` (exactly 20 %), `not-verified` (below 10 %),
        `fraction-or-percent`, which asks.
        """
        reading = Reading(FIELDS, typed)
        risk, chosen = reading.number("risk"), reading.choice("policy")
        if reading.problems is not None:
            return reading.problems
        assert risk is not None
        policy = next(each for each in _POLICIES if each.key == chosen)
        tier = policy.tier(risk)
        percent, rule = f"{plain(risk)} %", say(policy.rule)
        line = say("Risk of febrile neutropenia {percent}: {told}. {rule}")
        return Outcome(
            values={"tier": tier, "policy": policy.key},
            headline=say(_RISK[tier]),
            also=f"{percent}; {say(_MEANING[tier])}",
            working=f"{percent}. {rule}: {say(_TIER[tier])}",
            line=line.format(percent=percent, told=f"{say(_IN_TIER[tier])}; {say(_MEANING[tier])}", rule=rule),
            cautions=tuple(_cautions(risk)),
            entry="g-csf",
            source=say(policy.source),
            findings=tuple(
                Finding(
                    each.key,
                    say(each.label),
                    say(_TIER[each.tier(risk)]),
                    f"{say(each.rule)}. {say(_LOW_RULE)}",
                    say(each.source),
                )
                for each in _POLICIES
            ),
        )


_LOW_RULE = mark("Low: below 10 % (not verified)")

_TIER = {"high": mark("high"), "intermediate": mark("intermediate"), "low": mark("low")}
_RISK = {"high": mark("High risk"), "intermediate": mark("Intermediate risk"), "low": mark("Low risk")}
_IN_TIER = {"high": mark("high tier"), "intermediate": mark("intermediate tier"), "low": mark("low tier")}
_MEANING = {
    "high": mark("guidance advises G-CSF from the first cycle on"),
    "intermediate": mark("guidance decides by risk factors of the person"),
    "low": mark("what guidance says below 10 % was not verified"),
}


def _cautions(risk: Decimal) -> list[Caution]:
    cautions = []
    if len({policy.tier(risk) for policy in _POLICIES}) > 1:
        readings = "; ".join(f"{say(policy.label)}: {say(_TIER[policy.tier(risk)])}" for policy in _POLICIES)
        message = say("Sources differ at exactly {bound} %. {readings}.")
        message = message.format(bound=plain(HIGH_BOUND), readings=readings)
        cautions.append(Caution("readings-differ", message, field="policy"))
    if risk < INTERMEDIATE_FROM:
        message = say("The tier below 10 % was not verified in a source.")
        cautions.append(Caution("not-verified", message, field="risk"))
    if 0 < risk < 1:
        message = say("{percent} % is very low. If the source gives a fraction, type {instead} instead.")
        message = message.format(percent=plain(risk), instead=plain(risk * 100))
        cautions.append(Caution("fraction-or-percent", message, field="risk", asks=True))
    return cautions
