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
from neutrogui.domain.language import mark, say
from neutrogui.domain.number import plain
from neutrogui.domain.problem import Problems

HIGHEST = 26
LOW_RISK_FROM = 21
HIGH_MORTALITY_BELOW = 15

_BURDEN = {"none-or-mild": 5, "moderate": 3, "severe": 0}

FIELDS = (
    Field(
        "burden",
        mark("Burden of illness"),
        FieldKind.CHOICE,
        choices=(
            Choice("none-or-mild", mark("None or mild")),
            Choice("moderate", mark("Moderate")),
            Choice("severe", mark("Severe")),
        ),
    ),
    Field("systolic", mark("Systolic blood pressure"), unit="mmHg", lower=Decimal(20), upper=Decimal(300)),
    Field("copd", mark("Chronic obstructive pulmonary disease"), FieldKind.CHOICE, choices=YES_NO),
    Field(
        "tumour",
        mark("Cancer"),
        FieldKind.CHOICE,
        choices=(Choice("solid", mark("Solid tumour")), Choice("haematological", mark("Haematological"))),
    ),
    Field("previous_fungal_infection", mark("Previous fungal infection"), FieldKind.CHOICE, choices=YES_NO),
    Field("dehydration", mark("Dehydration that needs fluids by vein"), FieldKind.CHOICE, choices=YES_NO),
    Field(
        "setting",
        mark("When the fever began"),
        FieldKind.CHOICE,
        choices=(Choice("outpatient", mark("Outpatient")), Choice("inpatient", mark("Inpatient"))),
    ),
    Field(
        "age",
        mark("Age"),
        unit=mark("years"),
        lower=Decimal(16),
        upper=Decimal(120),
        hint=mark("From 16 years: the index is not for children (secondary source: fpnotebook)"),
    ),
)


class MasccIndex:
    """The calculator `mascc`."""

    key = "mascc"
    title = mark("MASCC risk index")
    formula = mark("MASCC = burden + blood pressure + COPD + tumour + dehydration + setting + age (0 to 26 points)")
    source = mark(
        "Klastersky, J Clin Oncol 2000;18:3038-3051, doi:10.1200/JCO.2000.18.16.3038 (abstract); mascc.org; SEIMC "
        "guideline 2020, table 3; eviQ"
    )
    scope = mark(
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
        cancer = {
            ("solid", True): say("solid, previous fungal infection yes"),
            ("solid", False): say("solid, previous fungal infection no"),
            ("haematological", True): say("haematological, previous fungal infection yes"),
            ("haematological", False): say("haematological, previous fungal infection no"),
        }[tumour, bool(fungal)]
        haematological_with_fungal = tumour == "haematological" and fungal is True
        items = (
            Item(
                "burden",
                say("Burden of illness"),
                {"none-or-mild": say("none or mild"), "moderate": say("moderate"), "severe": say("severe")}[burden],
                _BURDEN[burden],
                5,
                say("None or mild 5, moderate 3, severe 0"),
            ),
            Item(
                "systolic",
                say("Systolic pressure"),
                f"{plain(systolic)} mmHg",
                5 if systolic > 90 else 0,
                5,
                say("Above 90 mmHg 5"),
            ),
            Item("copd", say("COPD"), scoring.yes_or_no(copd), 0 if copd else 4, 4, say("No COPD 4")),
            Item(
                "tumour",
                say("Cancer"),
                cancer,
                0 if haematological_with_fungal else 4,
                4,
                say("Solid tumour, or haematological without previous fungal infection, 4"),
            ),
            Item(
                "dehydration",
                say("Dehydration"),
                scoring.yes_or_no(dehydration),
                0 if dehydration else 3,
                3,
                say("None 3"),
            ),
            Item(
                "setting",
                say("Onset of fever"),
                say("outpatient") if setting == "outpatient" else say("inpatient"),
                3 if setting == "outpatient" else 0,
                3,
                say("Outpatient 3"),
            ),
            Item(
                "age",
                say("Age"),
                say("{age} years").format(age=plain(age)),
                2 if age < 60 else 0,
                2,
                say("Below 60 years 2"),
            ),
        )
        return _outcome(items)


def _outcome(items: tuple[Item, ...]) -> Outcome:
    score, working = scoring.total(items), scoring.working(items)
    low = score >= LOW_RISK_FROM
    risk = (say("low risk ({bound} or more)") if low else say("high risk (below {bound})")).format(bound=LOW_RISK_FROM)
    line = say("MASCC index {score} of {highest}: {risk}.").format(score=score, highest=HIGHEST, risk=risk)
    return Outcome(
        values={"score": score, "class": "low" if low else "high"},
        headline=say("{score} of {highest} points").format(score=score, highest=HIGHEST),
        also=risk,
        working=working,
        line=f"{line} {working}",
        cautions=_cautions(score),
        entry="fever-with-a-low-count",
        source=say(MasccIndex.source),
        findings=scoring.findings(items, say(MasccIndex.source)),
    )


def _cautions(score: int) -> tuple[Caution, ...]:
    if score >= LOW_RISK_FROM:
        message = say(
            "Low risk is not no risk: in one study 42 % of people with 21 points or more had complications "
            "(Bitar, PMC4500479)."
        )
        return (Caution("complications-in-low-risk", message, field="burden"),)
    if score < HIGH_MORTALITY_BELOW:
        message = say("Below 15 points the SEIMC guideline of 2020 gives a mortality of 29 %.")
        return (Caution("high-mortality", message, field="burden"),)
    return ()
