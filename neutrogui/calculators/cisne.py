"""CISNE: the risk of serious complications in apparently stable fever with neutropenia; 0 to 8 points.

ECOG 2 or more 2; stress hyperglycaemia 2; COPD 1; chronic cardiovascular disease 1; mucositis of grade 2 or more 1;
monocytes below 200 /µL 1. 0 is low, 1 and 2 intermediate, 3 or more high risk (Carmona-Bayonas 2015; PMC6404710, table
4).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from neutrogui.calculators import scoring
from neutrogui.calculators.plausible import ONE_KIND_OF_WHITE_CELL, unit_questions
from neutrogui.calculators.reading import Reading, count_fields
from neutrogui.calculators.scoring import Item
from neutrogui.domain.calculator import YES_NO, Caution, Choice, Field, FieldKind, Outcome
from neutrogui.domain.language import mark, say
from neutrogui.domain.number import plain
from neutrogui.domain.problem import Problems
from neutrogui.domain.quantity import PER_LITRE, PER_UL

HIGHEST = 8

MG_PER_DL_IN_MMOL_PER_L = Decimal("18.0156")
"""Of glucose, C₆H₁₂O₆, 180.156 g/mol."""


@dataclass(frozen=True, slots=True)
class _GlucoseUnit:
    """A unit of glucose with the limits of stress hyperglycaemia as printed in it, and what is accepted in it.

    Between `lowest` and `highest` it is read; outside `usual_lowest` and `usual_highest` the unit is asked for.
    """

    key: str
    limit: Decimal
    limit_with_diabetes: Decimal
    lowest: Decimal
    highest: Decimal
    usual_lowest: Decimal
    usual_highest: Decimal


_MG = _GlucoseUnit(
    "mg/dL",
    Decimal(121),
    Decimal(250),
    Decimal(18),
    Decimal(1800),
    usual_lowest=Decimal(40),
    usual_highest=Decimal(1800),
)
_MMOL = _GlucoseUnit(
    "mmol/L",
    Decimal("6.7"),
    Decimal("13.9"),
    Decimal(1),
    Decimal(100),
    usual_lowest=Decimal(1),
    usual_highest=Decimal(40),
)
_OTHER = {"mg/dL": _MMOL, "mmol/L": _MG}

_GRADES = tuple(Choice(str(grade), str(grade)) for grade in range(5))

FIELDS = (
    Field("ecog", mark("ECOG performance status"), FieldKind.CHOICE, choices=_GRADES),
    Field(
        "glucose",
        mark("Glucose"),
        unit_field="glucose_unit",
        lower=_MG.lowest,  # as every bound of a quantity with several units, in one of them: mg/dL
        upper=_MG.highest,
        hint=mark("18 to 1800 mg/dL, or 1 to 100 mmol/L"),
    ),
    Field(
        "glucose_unit",
        mark("Unit of the glucose"),
        FieldKind.CHOICE,
        choices=(Choice("mg/dL", "mg/dL"), Choice("mmol/L", "mmol/L")),
    ),
    Field("diabetes_or_steroids", mark("Diabetes, or treatment with steroids"), FieldKind.CHOICE, choices=YES_NO),
    Field("copd", mark("Chronic obstructive pulmonary disease"), FieldKind.CHOICE, choices=YES_NO),
    Field("chronic_cardiovascular", mark("Chronic cardiovascular disease"), FieldKind.CHOICE, choices=YES_NO),
    Field(
        "mucositis_grade",
        mark("Grade of mucositis"),
        FieldKind.CHOICE,
        choices=_GRADES,
        hint=mark("0 if there is none"),
    ),
    *count_fields("monocytes", mark("Monocytes"), unit_label=mark("Unit: Monocytes")),
)


class Cisne:
    """The calculator `cisne`."""

    key = "cisne"
    title = mark("CISNE score")
    formula = mark(
        "CISNE = ECOG + stress hyperglycaemia + COPD + cardiovascular disease + mucositis + monocytes (0 to 8 points)"
    )
    source = mark(
        "Carmona-Bayonas, J Clin Oncol 2015;33:465-471, doi:10.1200/JCO.2014.57.2347 (abstract); PMC6404710, table 4; "
        "medicalalgorithms.com; cancercalc.com (limits of glucose); read in 2026"
    )
    scope = mark(
        "Only for adults with a solid tumour after mild or moderate chemotherapy, clinically stable, with a "
        "temperature of 38 °C or higher and neutrophils of 500 /µL or lower, or of 1,000 /µL or lower and "
        "expected to fall to 500."
    )
    fields = FIELDS
    groups = ()

    def evaluate(self, typed: Mapping[str, str]) -> Outcome | Problems:
        """The points of every item and their sum; no score while an answer is missing.

        Stress hyperglycaemia is 121 mg/dL or 6.7 mmol/L or more; with diabetes or steroids 250 mg/dL or 13.9 mmol/L or
        more. The source prints both units; each value is held against the limit in its own.

        Problem codes: those of `Reading`; `out-of-range` also for a glucose outside 18 to 1800 mg/dL, 1 to 100 mmol/L.
        Cautions: `authors-advise-against`, `limits-differ`; `check-unit`, which asks.
        """
        reading = Reading(FIELDS, typed)
        ecog, glucose = reading.choice("ecog"), reading.number("glucose")
        unit = {"mg/dL": _MG, "mmol/L": _MMOL, None: None}[reading.choice("glucose_unit")]
        if glucose is not None and unit is not None:
            _check_range(glucose, unit, reading)
        treated, copd = reading.answer("diabetes_or_steroids"), reading.answer("copd")
        heart, mucositis = reading.answer("chronic_cardiovascular"), reading.choice("mucositis_grade")
        monocytes = reading.count("monocytes")
        if reading.problems is not None:
            return reading.problems
        assert ecog is not None
        assert glucose is not None
        assert unit is not None
        assert treated is not None
        assert mucositis is not None
        assert monocytes is not None
        items = (
            Item("ecog", "ECOG", ecog, 2 if int(ecog) >= 2 else 0, 2, say("2 or more: 2")),
            Item(
                "glucose",
                say("Glucose"),
                (
                    say("{glucose}, diabetes or steroids yes") if treated else say("{glucose}, diabetes or steroids no")
                ).format(glucose=f"{plain(glucose)} {unit.key}"),
                2 if glucose >= _limit(unit, treated) else 0,
                2,
                say("121 mg/dL (6.7 mmol/L) or more, with diabetes or steroids 250 mg/dL (13.9 mmol/L) or more: 2"),
            ),
            Item("copd", say("COPD"), scoring.yes_or_no(copd), 1 if copd else 0, 1, say("Yes: 1")),
            Item(
                "chronic_cardiovascular",
                say("Cardiovascular disease"),
                scoring.yes_or_no(heart),
                1 if heart else 0,
                1,
                say("Chronic: 1"),
            ),
            Item(
                "mucositis_grade",
                say("Mucositis"),
                say("grade {number}").format(number=mucositis),
                1 if int(mucositis) >= 2 else 0,
                1,
                say("Grade 2 or more: 1"),
            ),
            Item(
                "monocytes",
                say("Monocytes"),
                f"{monocytes.text_in(PER_UL)} = {monocytes.text_in(PER_LITRE)}",
                1 if monocytes.per_ul < 200 else 0,
                1,
                say("Below 200 /µL: 1"),
            ),
        )
        cautions = (
            _authors_advise(),
            *_limits_differ(glucose, unit, treated),
            *_glucose_unit_questions(glucose, unit),
            *unit_questions("monocytes", monocytes, typed, ONE_KIND_OF_WHITE_CELL),
        )
        return _outcome(items, cautions)


def _authors_advise() -> Caution:
    message = say(
        "The authors advise against choosing people for oral treatment at home by this score until that has been "
        "tested in a trial."
    )
    return Caution("authors-advise-against", message, field="ecog")


def _limit(unit: _GlucoseUnit, treated: bool) -> Decimal:
    return unit.limit_with_diabetes if treated else unit.limit


def _check_range(glucose: Decimal, unit: _GlucoseUnit, reading: Reading) -> None:
    if unit.lowest <= glucose <= unit.highest:
        return
    other = _OTHER[unit.key]
    if other.lowest <= glucose <= other.highest:
        message = say("{glucose} is out of range here. If the report prints {unit}, choose that.")
    else:
        message = say("{glucose} is out of range here. Type a number from {lowest} to {highest}.")
    message = message.format(
        glucose=f"{plain(glucose)} {unit.key}",
        unit=other.key,
        lowest=plain(unit.lowest),
        highest=f"{plain(unit.highest)} {unit.key}",
    )
    reading.refuse("glucose", "out-of-range", message)


def _glucose_unit_questions(glucose: Decimal, unit: _GlucoseUnit) -> tuple[Caution, ...]:
    if unit.usual_lowest <= glucose <= unit.usual_highest:
        return ()
    other = _OTHER[unit.key]
    if glucose < unit.usual_lowest:
        message = say("{glucose} is very low. Did the report mean {other}?")
    else:
        message = say("{glucose} is very high. Did the report mean {other}?")
    message = message.format(glucose=f"{plain(glucose)} {unit.key}", other=f"{plain(glucose)} {other.key}")
    return (Caution("check-unit", message, field="glucose", asks=True, instead=("glucose_unit", other.key)),)


def _limits_differ(glucose: Decimal, unit: _GlucoseUnit, treated: bool) -> tuple[Caution, ...]:
    """The printed limits are rounded, so that a few values in mmol/L lie on different sides of the two."""
    if unit is not _MMOL:
        return ()
    in_mg = glucose * MG_PER_DL_IN_MMOL_PER_L
    limit, limit_in_mg = _limit(_MMOL, treated), _limit(_MG, treated)
    if (glucose >= limit) == (in_mg >= limit_in_mg):
        return ()
    message = say(
        "The source prints its limit as {limit} mmol/L and as {limit_in_mg} mg/dL, and {glucose} mmol/L lies between "
        "them. The limit in mmol/L is used here."
    ).format(limit=plain(limit), limit_in_mg=plain(limit_in_mg), glucose=plain(glucose))
    return (Caution("limits-differ", message, field="glucose"),)


@dataclass(frozen=True, slots=True)
class _RiskClass:
    """`upto` is the highest score of the class, included; `told` the class in words, to be said when shown."""

    key: str
    upto: int
    told: str


_CLASSES = (
    _RiskClass("low", 0, mark("low risk (0 points); complications in about 1.1 %")),
    _RiskClass("intermediate", 2, mark("intermediate risk (1 or 2 points); complications in about 6.2 %")),
    _RiskClass("high", HIGHEST, mark("high risk (3 points or more); complications in about 36 %")),
)


def _outcome(items: tuple[Item, ...], cautions: tuple[Caution, ...]) -> Outcome:
    score, working = scoring.total(items), scoring.working(items)
    risk = next(each for each in _CLASSES if score <= each.upto)
    line = say("CISNE {score} of {highest}: {risk}.").format(score=score, highest=HIGHEST, risk=say(risk.told))
    return Outcome(
        values={"score": score, "class": risk.key},
        headline=say("{score} of {highest} points").format(score=score, highest=HIGHEST),
        also=say(risk.told),
        working=working,
        line=f"{line} {working}",
        cautions=cautions,
        entry="fever-with-a-low-count",
        source=say(Cisne.source),
        findings=scoring.findings(items, say(Cisne.source)),
    )
