"""Febrile neutropenia: one temperature and one count held against six definitions, which differ at their edges.

Exactly 38.3 °C, 38.0 °C for exactly one hour, a count of exactly 500 /µL and one between 500 and 1,000 /µL are febrile
neutropenia by some and not by others. So every definition answers, and the user chooses whose answer is the result.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from neutrogui.calculators.plausible import ONE_KIND_OF_WHITE_CELL, unit_questions
from neutrogui.calculators.reading import Reading, count_fields
from neutrogui.domain.calculator import YES_NO, Caution, Choice, Field, FieldKind, Finding, Outcome
from neutrogui.domain.language import mark, say
from neutrogui.domain.number import plain
from neutrogui.domain.problem import Problems
from neutrogui.domain.quantity import PER_LITRE, PER_UL, Count

C38 = Fraction("38.0")
C38_3 = Fraction("38.3")

LONGEST = Decimal(10_080)
"""Minutes in a week: a fever that is typed as longer is a slip."""


@dataclass(frozen=True, slots=True)
class _TemperatureUnit:
    """A unit of temperature; `lower` and `upper` are the bounds, both included, of what is believed of a person."""

    key: str
    label: str
    lower: Decimal
    upper: Decimal


_CELSIUS = _TemperatureUnit("C", "°C", Decimal(30), Decimal(45))
_FAHRENHEIT = _TemperatureUnit("F", "°F", Decimal(86), Decimal(113))
_OTHER = {"C": _FAHRENHEIT, "F": _CELSIUS}


@dataclass(frozen=True, slots=True)
class _Case:
    """What the definitions ask: exact °C, minutes at or above it, cells/µL, and whether below 500 is expected."""

    celsius: Fraction
    minutes: Decimal
    per_ul: Decimal
    falling: bool


@dataclass(frozen=True, slots=True)
class Definition:
    """One body's definition: its rule in words, to be said when shown, and the same rule to be computed."""

    key: str
    name: str
    temperature_rule: str
    count_rule: str
    source: str
    febrile: Callable[[_Case], bool]
    low: Callable[[_Case], bool]


def _once_38_3_or_an_hour(case: _Case) -> bool:
    return case.celsius >= C38_3 or (case.celsius >= C38 and case.minutes >= 60)


def _over_38_3_or_over_an_hour(case: _Case) -> bool:
    return case.celsius > C38_3 or (case.celsius >= C38 and case.minutes > 60)


def _over_38_3_or_two_hours(case: _Case) -> bool:
    return case.celsius > C38_3 or (case.celsius > C38 and case.minutes >= 120)


def _over_38(case: _Case) -> bool:
    return case.celsius > C38


def _below_500_or_expected(case: _Case) -> bool:
    return case.per_ul < 500 or case.falling


def _below_500_or_falling_from_1000(case: _Case) -> bool:
    return case.per_ul < 500 or (case.per_ul < 1000 and case.falling)


def _below_1000(case: _Case) -> bool:
    return case.per_ul < 1000


def _at_most_500(case: _Case) -> bool:
    return case.per_ul <= 500


_AN_HOUR = mark("38.3 °C or higher once, or 38.0 °C or higher over 1 hour (read as 60 minutes or more)")
_MORE_THAN_AN_HOUR = mark("above 38.3 °C once, or 38.0 °C or higher for more than 1 hour (60 minutes are not enough)")
_BELOW_1000 = mark("below 1,000 /µL")

DEFINITIONS = (
    Definition(
        "idsa-2010",
        "IDSA 2010",
        _AN_HOUR,
        mark("below 500 /µL, or expected below 500 /µL within 48 hours"),
        mark("Secondary: IDSA 2010 as restated by SEIMC/SEHH 2020 and NEJM Resident 360; the IDSA text was not read"),
        _once_38_3_or_an_hour,
        _below_500_or_expected,
    ),
    Definition(
        "nccn",
        "NCCN",
        _AN_HOUR,
        mark(
            "below 500 /µL, or below 1,000 /µL and expected to fall to 500 /µL or lower within 48 hours (asked here: "
            "below 500)"
        ),
        mark("NCCN guideline on myeloid growth factors, JNCCN 2009; later versions were not read"),
        _once_38_3_or_an_hour,
        _below_500_or_falling_from_1000,
    ),
    Definition(
        "ctcae-5.0",
        mark("CTCAE 5.0, grade 3"),
        _MORE_THAN_AN_HOUR,
        _BELOW_1000,
        mark("CTCAE 5.0, febrile neutropenia, read in the transcription oncohub/CTCAE5"),
        _over_38_3_or_over_an_hour,
        _below_1000,
    ),
    Definition(
        "ctcae-6.0",
        mark("CTCAE 6.0, grade 3"),
        _MORE_THAN_AN_HOUR,
        _BELOW_1000,
        mark("CTCAE 6.0, febrile neutropenia, read in a copy of the NCI workbook of 2025; numbers as in 5.0"),
        _over_38_3_or_over_an_hour,
        _below_1000,
    ),
    Definition(
        "esmo-2016",
        "ESMO 2016",
        mark("above 38.3 °C, or two readings above 38.0 °C over 2 hours (read as 120 minutes or more)"),
        mark("below 500 /µL, or expected below 500 /µL (asked here: within 48 hours)"),
        mark("Secondary: ESMO 2016 as restated at springermedizin.at, article 26366590"),
        _over_38_3_or_two_hours,
        _below_500_or_expected,
    ),
    Definition(
        "nice",
        mark("NICE, restated by NHS Lothian"),
        mark("above 38 °C, however long"),
        mark("500 /µL or lower; other signs of sepsis count too, and are not asked here"),
        mark(
            "Secondary: NHS Lothian, Febrile neutropenia (undated copy); NICE CG151 (2012) calls 0.5 or lower "
            "significant; its sentence on diagnosis was not read"
        ),
        _over_38,
        _at_most_500,
    ),
)
"""All definitions, in the order in which they are shown. How each reads the minutes stands in its rule."""

FIELDS = (
    Field(
        "definition",
        mark("Definition"),
        FieldKind.CHOICE,
        choices=tuple(Choice(definition.key, definition.name) for definition in DEFINITIONS),
        hint=mark("Whose answer is the result; the others are shown beside it"),
    ),
    Field(
        "temperature",
        mark("Temperature"),
        unit_field="temperature_unit",
        lower=_CELSIUS.lower,  # as every bound of a quantity with several units, in one of them: °C
        upper=_CELSIUS.upper,
        hint=mark(
            "By mouth; 30 to 45 °C, or 86 to 113 °F. °F is converted exactly: 101 °F (38.33 °C) is above 38.3 °C"
        ),
    ),
    Field(
        "temperature_unit",
        mark("Unit of the temperature"),
        FieldKind.CHOICE,
        choices=(Choice("C", "°C", ("°C", "Celsius")), Choice("F", "°F", ("°F", "Fahrenheit"))),
    ),
    Field(
        "sustained_minutes",
        mark("At or above this temperature for"),
        unit="min",
        lower=Decimal(0),
        upper=LONGEST,
        hint=mark("0 if measured once. If it has varied, type the lowest temperature of that time above"),
    ),
    *count_fields("anc", mark("Neutrophils (ANC)"), unit_label=mark("Unit: Neutrophils (ANC)")),
    Field(
        "expected_below_500", mark("Expected to fall below 500 /µL within 48 hours"), FieldKind.CHOICE, choices=YES_NO
    ),
)


class FebrileNeutropenia:
    """The calculator `febrile`."""

    key = "febrile"
    title = mark("Febrile neutropenia by definition")
    formula = mark(
        "Febrile neutropenia = temperature and neutrophil count both within one definition; °C = (°F − 32) × 5 / 9"
    )
    source = mark(
        "IDSA 2010, NCCN 2009, CTCAE 5.0 and 6.0 (2025), ESMO 2016, NICE CG151 (2012): each as named beside it"
    )
    scope = mark(
        "For people on treatment for cancer, with a temperature taken by mouth, not in the rectum. "
        "A definition that is not met does not exclude an infection: it can run without fever, which corticosteroids "
        "can suppress. For children the UK has rules of its own."
    )
    fields = FIELDS
    groups = ()

    def evaluate(self, typed: Mapping[str, str]) -> Outcome | Problems:
        """Whether the chosen definition is met; `findings` hold all of them.

        Temperatures are compared exactly, °F as the fraction that they are in °C: 100.4 °F is 38.0 °C, 100.94 °F is
        38.3 °C. Counts are compared in cells/µL, unrounded.

        Problem codes: those of `Reading`; `out-of-range` also for a temperature that no person has in the unit chosen
        (30 to 45 °C, 86 to 113 °F, all included). Cautions: `definitions-differ`; `infection-not-excluded` where the
        chosen one is not met; `check-unit`, which asks.
        """
        reading = Reading(FIELDS, typed)
        chosen = reading.choice("definition")
        temperature = reading.number("temperature")
        unit = {"C": _CELSIUS, "F": _FAHRENHEIT, None: None}[reading.choice("temperature_unit")]
        if temperature is not None and unit is not None:
            _check_range(temperature, unit, reading)
        minutes = reading.number("sustained_minutes")
        count = reading.count("anc")
        falling = reading.answer("expected_below_500")
        if reading.problems is not None:
            return reading.problems
        assert chosen is not None
        assert temperature is not None
        assert unit is not None
        assert minutes is not None
        assert count is not None
        assert falling is not None
        case = _Case(_celsius(temperature, unit), minutes, count.per_ul, falling)
        definition = next(each for each in DEFINITIONS if each.key == chosen)
        observed = f"{_temperature_text(temperature, unit)}, {_duration_text(minutes)}; {_count_text(count, falling)}"
        cautions = (
            *_differing(definition, case),
            *_not_excluded(definition, case),
            *unit_questions("anc", count, typed, ONE_KIND_OF_WHITE_CELL),
        )
        return _outcome(definition, case, observed, count, cautions)


def _check_range(temperature: Decimal, unit: _TemperatureUnit, reading: Reading) -> None:
    if unit.lower <= temperature <= unit.upper:
        return
    other, shown = _OTHER[unit.key], plain(temperature)
    if other.lower <= temperature <= other.upper:
        message = say("{temperature} is no body temperature. If the thermometer shows {unit}, choose that.")
    else:
        message = say("{temperature} is out of range here. Type a temperature from {lower} to {upper}.")
    message = message.format(
        temperature=f"{shown} {unit.label}",
        unit=other.label,
        lower=plain(unit.lower),
        upper=f"{plain(unit.upper)} {unit.label}",
    )
    reading.refuse("temperature", "out-of-range", message)


def _celsius(temperature: Decimal, unit: _TemperatureUnit) -> Fraction:
    """Exactly: most temperatures in °F have no end as a decimal in °C."""
    exact = Fraction(temperature)
    return exact if unit is _CELSIUS else (exact - 32) * 5 / 9


def _temperature_text(temperature: Decimal, unit: _TemperatureUnit) -> str:
    if unit is _CELSIUS:
        return f"{plain(temperature)} °C"
    exact = _celsius(temperature, unit)
    # Bounds in °F have at most two decimals (100.94), so one decimal more than was typed, cut and never rounded, shows
    # on which side of a bound the temperature lies.
    exponent = temperature.as_tuple().exponent
    assert isinstance(exponent, int)
    decimals = max(-exponent, 2) + 1
    cut = Decimal(int(exact * 10**decimals)).scaleb(-decimals)
    sign = "=" if Fraction(cut) == exact else "≈"
    return f"{plain(temperature)} °F {sign} {plain(cut)} °C"


def _duration_text(minutes: Decimal) -> str:
    return say("for {minutes} min").format(minutes=plain(minutes)) if minutes else say("measured once")


def _count_text(count: Count, falling: bool) -> str:
    if falling:
        text = say("{count}; expected below 500 /µL within 48 hours: yes")
    else:
        text = say("{count}; expected below 500 /µL within 48 hours: no")
    return text.format(count=f"{count.text_in(PER_UL)} = {count.text_in(PER_LITRE)}")


def _is_met(definition: Definition, case: _Case) -> bool:
    return definition.febrile(case) and definition.low(case)


def _differing(chosen: Definition, case: _Case) -> tuple[Caution, ...]:
    """Says who decides otherwise, if anybody does."""
    met = _is_met(chosen, case)
    others = [say(each.name) for each in DEFINITIONS if _is_met(each, case) != met]
    if not others:
        return ()
    if met:
        message = say("Definitions differ here: {definition} is met; not met: {others}.")
    else:
        message = say("Definitions differ here: {definition} is not met; met: {others}.")
    message = message.format(definition=say(chosen.name), others="; ".join(others))
    return (Caution("definitions-differ", message, field="definition"),)


def _not_excluded(chosen: Definition, case: _Case) -> tuple[Caution, ...]:
    if _is_met(chosen, case):
        return ()
    message = say("This does not exclude an infection: it can run without fever, which corticosteroids can suppress.")
    return (Caution("infection-not-excluded", message, field="temperature"),)


def _verdict(definition: Definition, case: _Case) -> str:
    temperature = say("temperature met") if definition.febrile(case) else say("temperature not met")
    count = say("count met") if definition.low(case) else say("count not met")
    return f"{temperature}, {count}"


def _met(met: bool | None) -> str:
    return say("met") if met else say("not met")


def _finding(definition: Definition, case: _Case) -> Finding:
    met = _is_met(definition, case)
    word = say("Met") if met else say("Not met")
    return Finding(
        key=definition.key,
        name=say(definition.name),
        result=f"{word}: {_verdict(definition, case)}",
        rule=say("Temperature: {temperature_rule}. Neutrophils: {count_rule}.").format(
            temperature_rule=say(definition.temperature_rule), count_rule=say(definition.count_rule)
        ),
        source=say(definition.source),
        met=met,
    )


def _children() -> Finding:
    """What is asked for children, which is told and not worked out."""
    return Finding(
        key="cclg",
        name=say("CCLG, children in the UK"),
        result=say("Not worked out here: it asks how unwell the child is"),
        rule=say("Temperature: 38.0 °C or higher once, or below 36 °C, or being unwell. Neutrophils: below 500 /µL."),
        source=say("CCLG text, undated"),
    )


def _outcome(
    definition: Definition, case: _Case, observed: str, count: Count, cautions: tuple[Caution, ...]
) -> Outcome:
    met = _is_met(definition, case)
    findings = tuple(_finding(each, case) for each in DEFINITIONS)
    name = say(definition.name)
    agreeing = say("{some} of {all} definitions are met").format(
        some=sum(finding.met is True for finding in findings), all=len(findings)
    )
    if met:
        line = say("Febrile neutropenia by {definition}: yes ({observed}). All: {all}")
    else:
        line = say("Febrile neutropenia by {definition}: no ({observed}). All: {all}")
    everyone = "; ".join(f"{finding.name}: {_met(finding.met)}" for finding in findings)
    return Outcome(
        values={"febrile_neutropenia": met, "definition": definition.key},
        headline=say("Febrile neutropenia") if met else say("Definition not met"),
        also=f"{name}: {_met(met)}; {agreeing}",
        working=f"{observed}. {name}: {_verdict(definition, case)}",
        line=line.format(definition=name, observed=observed, all=everyone),
        count_per_ul=count.per_ul,
        cautions=cautions,
        entry="fever-with-a-low-count",
        source=say(definition.source),
        findings=(*findings, _children()),
    )
