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
    Field("ecog", "ECOG performance status", FieldKind.CHOICE, choices=_GRADES),
    Field(
        "glucose",
        "Glucose",
        unit_field="glucose_unit",
        lower=_MG.lowest,  # as every bound of a quantity with several units, in one of them: mg/dL
        upper=_MG.highest,
        hint="18 to 1800 mg/dL, or 1 to 100 mmol/L",
    ),
    Field(
        "glucose_unit",
        "Unit of the glucose",
        FieldKind.CHOICE,
        choices=(Choice("mg/dL", "mg/dL"), Choice("mmol/L", "mmol/L")),
    ),
    Field("diabetes_or_steroids", "Diabetes, or treatment with steroids", FieldKind.CHOICE, choices=YES_NO),
    Field("copd", "Chronic obstructive pulmonary disease", FieldKind.CHOICE, choices=YES_NO),
    Field("chronic_cardiovascular", "Chronic cardiovascular disease", FieldKind.CHOICE, choices=YES_NO),
    Field("mucositis_grade", "Grade of mucositis", FieldKind.CHOICE, choices=_GRADES, hint="0 if there is none"),
    *count_fields("monocytes", "Monocytes"),
)


class Cisne:
    """The calculator `cisne`."""

    key = "cisne"
    title = "CISNE score"
    formula = (
        "CISNE = ECOG + stress hyperglycaemia + COPD + cardiovascular disease + mucositis + monocytes (0 to 8 points)"
    )
    source = (
        "Carmona-Bayonas, J Clin Oncol 2015;33:465-471, doi:10.1200/JCO.2014.57.2347 (abstract); PMC6404710, table 4; "
        "medicalalgorithms.com; cancercalc.com (limits of glucose); read in 2026"
    )
    scope = (
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
            Item("ecog", "ECOG", ecog, 2 if int(ecog) >= 2 else 0, 2, "2 or more: 2"),
            Item(
                "glucose",
                "Glucose",
                f"{plain(glucose)} {unit.key}, diabetes or steroids {_yes_no(treated)}",
                2 if glucose >= _limit(unit, treated) else 0,
                2,
                "121 mg/dL (6.7 mmol/L) or more, with diabetes or steroids 250 mg/dL (13.9 mmol/L) or more: 2",
            ),
            Item("copd", "COPD", _yes_no(copd), 1 if copd else 0, 1, "Yes: 1"),
            Item(
                "chronic_cardiovascular",
                "Cardiovascular disease",
                _yes_no(heart),
                1 if heart else 0,
                1,
                "Chronic: 1",
            ),
            Item(
                "mucositis_grade",
                "Mucositis",
                f"grade {mucositis}",
                1 if int(mucositis) >= 2 else 0,
                1,
                "Grade 2 or more: 1",
            ),
            Item(
                "monocytes",
                "Monocytes",
                f"{monocytes.text_in(PER_UL)} = {monocytes.text_in(PER_LITRE)}",
                1 if monocytes.per_ul < 200 else 0,
                1,
                "Below 200 /µL: 1",
            ),
        )
        cautions = (
            _AUTHORS_ADVISE,
            *_limits_differ(glucose, unit, treated),
            *_glucose_unit_questions(glucose, unit),
            *unit_questions("monocytes", monocytes, typed, ONE_KIND_OF_WHITE_CELL),
        )
        return _outcome(items, cautions)


_AUTHORS_ADVISE = Caution(
    "authors-advise-against",
    "The authors advise against choosing people for oral treatment at home by this score until that has been tested in "
    "a trial.",
    field="ecog",
)


def _yes_no(answer: bool | None) -> str:
    return "yes" if answer else "no"


def _limit(unit: _GlucoseUnit, treated: bool) -> Decimal:
    return unit.limit_with_diabetes if treated else unit.limit


def _check_range(glucose: Decimal, unit: _GlucoseUnit, reading: Reading) -> None:
    if unit.lowest <= glucose <= unit.highest:
        return
    other = _OTHER[unit.key]
    accepted = f"Type a number from {plain(unit.lowest)} to {plain(unit.highest)} {unit.key}."
    if other.lowest <= glucose <= other.highest:
        accepted = f"If the report prints {other.key}, choose that."
    reading.refuse("glucose", "out-of-range", f"{plain(glucose)} {unit.key} is out of range here. {accepted}")


def _glucose_unit_questions(glucose: Decimal, unit: _GlucoseUnit) -> tuple[Caution, ...]:
    if unit.usual_lowest <= glucose <= unit.usual_highest:
        return ()
    other = _OTHER[unit.key]
    how = "low" if glucose < unit.usual_lowest else "high"
    message = f"{plain(glucose)} {unit.key} is very {how}. Did the report mean {plain(glucose)} {other.key}?"
    return (Caution("check-unit", message, field="glucose", asks=True, instead=("glucose_unit", other.key)),)


def _limits_differ(glucose: Decimal, unit: _GlucoseUnit, treated: bool) -> tuple[Caution, ...]:
    """The printed limits are rounded, so that a few values in mmol/L lie on different sides of the two."""
    if unit is not _MMOL:
        return ()
    in_mg = glucose * MG_PER_DL_IN_MMOL_PER_L
    limit, limit_in_mg = _limit(_MMOL, treated), _limit(_MG, treated)
    if (glucose >= limit) == (in_mg >= limit_in_mg):
        return ()
    message = (
        f"The source prints its limit as {plain(limit)} mmol/L and as {plain(limit_in_mg)} mg/dL, and "
        f"{plain(glucose)} mmol/L lies between them. The limit in mmol/L is used here."
    )
    return (Caution("limits-differ", message, field="glucose"),)


@dataclass(frozen=True, slots=True)
class _RiskClass:
    """`upto` is the highest score of the class, included."""

    key: str
    upto: int
    rule: str
    complications: str


_CLASSES = (
    _RiskClass("low", 0, "0 points", "1.1 %"),
    _RiskClass("intermediate", 2, "1 or 2 points", "6.2 %"),
    _RiskClass("high", HIGHEST, "3 points or more", "36 %"),
)


def _outcome(items: tuple[Item, ...], cautions: tuple[Caution, ...]) -> Outcome:
    score, working = scoring.total(items), scoring.working(items)
    risk = next(each for each in _CLASSES if score <= each.upto)
    also = f"{risk.key} risk ({risk.rule}); complications in about {risk.complications}"
    return Outcome(
        values={"score": score, "class": risk.key},
        headline=f"{score} of {HIGHEST} points",
        also=also,
        working=working,
        line=f"CISNE {score} of {HIGHEST}: {also}. {working}",
        cautions=cautions,
        entry="fever-with-a-low-count",
        source=Cisne.source,
        findings=scoring.findings(items, Cisne.source),
    )
