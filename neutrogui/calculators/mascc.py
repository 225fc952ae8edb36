"""The MASCC index: how likely fever with neutropenia in cancer stays without complications; 0 to 26 points.

Burden of illness none or mild 5, moderate 3, severe 0; systolic pressure above 90 mmHg 5; no COPD 4; solid tumour, or
haematological without a previous fungal infection, 4; no dehydration that needs fluids by vein 3; outpatient at onset
of the fever 3; age below 60 years 2. From 21 points on the risk is called low (Klastersky 2000; mascc.org; SEIMC 2020,
table 3).
"""

from collections.abc import Mapping
from decimal import Decimal

from neutrogui.calculators import scoring
from neutrogui.calculators.reading import Reading
from neutrogui.calculators.scoring import Item
from neutrogui.domain.calculator import YES_NO, Caution, Choice, Field, FieldKind, Outcome
from neutrogui.domain.number import plain
from neutrogui.domain.problem import Problems

HIGHEST = 26
LOW_RISK_FROM = 21
HIGH_MORTALITY_BELOW = 15

_BURDEN = {"none-or-mild": 5, "moderate": 3, "severe": 0}

FIELDS = (
    Field(
        "burden",
        "Burden of illness",
        FieldKind.CHOICE,
        choices=(
            Choice("none-or-mild", "None or mild"),
            Choice("moderate", "Moderate"),
            Choice("severe", "Severe"),
        ),
    ),
    Field("systolic", "Systolic blood pressure", unit="mmHg", lower=Decimal(20), upper=Decimal(300)),
    Field("copd", "Chronic obstructive pulmonary disease", FieldKind.CHOICE, choices=YES_NO),
    Field(
        "tumour",
        "Cancer",
        FieldKind.CHOICE,
        choices=(Choice("solid", "Solid tumour"), Choice("haematological", "Haematological")),
    ),
    Field("previous_fungal_infection", "Previous fungal infection", FieldKind.CHOICE, choices=YES_NO),
    Field("dehydration", "Dehydration that needs fluids by vein", FieldKind.CHOICE, choices=YES_NO),
    Field(
        "setting",
        "When the fever began",
        FieldKind.CHOICE,
        choices=(Choice("outpatient", "Outpatient"), Choice("inpatient", "Inpatient")),
    ),
    Field(
        "age",
        "Age",
        unit="years",
        lower=Decimal(16),
        upper=Decimal(120),
        hint="From 16 years: the index is not for children (secondary source: fpnotebook)",
    ),
)


class MasccIndex:
    """The calculator `mascc`."""

    key = "mascc"
    title = "MASCC risk index"
    formula = "MASCC = burden + blood pressure + COPD + tumour + dehydration + setting + age (0 to 26 points)"
    source = (
        "Klastersky, J Clin Oncol 2000;18:3038-3051, doi:10.1200/JCO.2000.18.16.3038 (abstract); mascc.org; SEIMC "
        "guideline 2020, table 3; eviQ"
    )
    scope = (
        "Only for fever with neutropenia from cancer treatment; it does not tell whether that is there. "
        "Not validated in induction treatment of acute myeloid leukaemia, nor before engraftment of an allogeneic "
        "transplant. Not under 16 years."
    )
    fields = FIELDS
    groups = ()

    def evaluate(self, typed: Mapping[str, str]) -> Outcome | Problems:
        """The points of every item and their sum; no score while an answer is missing.

        Exactly 90 mmHg is no pressure above 90, 60 years are not below 60, and 21 points are low risk. Problem codes:
        those of `Reading`. Cautions: `complications-in-low-risk`, `high-mortality`.
        """
        reading = Reading(FIELDS, typed)
        burden, systolic, copd = reading.choice("burden"), reading.number("systolic"), reading.answer("copd")
        tumour, fungal = reading.choice("tumour"), reading.answer("previous_fungal_infection")
        dehydration, setting, age = reading.answer("dehydration"), reading.choice("setting"), reading.number("age")
        if reading.problems is not None:
            return reading.problems
        assert burden is not None
        assert systolic is not None
        assert tumour is not None
        assert setting is not None
        assert age is not None
        haematological_with_fungal = tumour == "haematological" and fungal is True
        items = (
            Item(
                "burden",
                "Burden of illness",
                burden.replace("-", " "),
                _BURDEN[burden],
                5,
                "None or mild 5, moderate 3, severe 0",
            ),
            Item(
                "systolic",
                "Systolic pressure",
                f"{plain(systolic)} mmHg",
                5 if systolic > 90 else 0,
                5,
                "Above 90 mmHg 5",
            ),
            Item("copd", "COPD", _yes_no(copd), 0 if copd else 4, 4, "No COPD 4"),
            Item(
                "tumour",
                "Cancer",
                f"{tumour}, previous fungal infection {_yes_no(fungal)}",
                0 if haematological_with_fungal else 4,
                4,
                "Solid tumour, or haematological without previous fungal infection, 4",
            ),
            Item("dehydration", "Dehydration", _yes_no(dehydration), 0 if dehydration else 3, 3, "None 3"),
            Item("setting", "Onset of fever", setting, 3 if setting == "outpatient" else 0, 3, "Outpatient 3"),
            Item("age", "Age", f"{plain(age)} years", 2 if age < 60 else 0, 2, "Below 60 years 2"),
        )
        return _outcome(items)


def _yes_no(answer: bool | None) -> str:
    return "yes" if answer else "no"


def _outcome(items: tuple[Item, ...]) -> Outcome:
    score, working = scoring.total(items), scoring.working(items)
    low = score >= LOW_RISK_FROM
    risk = f"low risk ({LOW_RISK_FROM} or more)" if low else f"high risk (below {LOW_RISK_FROM})"
    return Outcome(
        values={"score": score, "class": "low" if low else "high"},
        headline=f"{score} of {HIGHEST} points",
        also=risk,
        working=working,
        line=f"MASCC index {score} of {HIGHEST}: {risk}. {working}",
        cautions=_cautions(score),
        entry="fever-with-a-low-count",
        source=MasccIndex.source,
        findings=scoring.findings(items, MasccIndex.source),
    )


def _cautions(score: int) -> tuple[Caution, ...]:
    if score >= LOW_RISK_FROM:
        message = (
            "Low risk is not no risk: in one study 42 % of people with 21 points or more had complications "
            "(Bitar, PMC4500479)."
        )
        return (Caution("complications-in-low-risk", message, field="burden"),)
    if score < HIGH_MORTALITY_BELOW:
        message = "Below 15 points the SEIMC guideline of 2020 gives a mortality of 29 %."
        return (Caution("high-mortality", message, field="burden"),)
    return ()
