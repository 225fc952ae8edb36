"""The Talcott groups: fever with neutropenia in cancer, sorted by where and in whom it begins.

The first that applies: I inpatient at onset; II serious comorbidity; III cancer not controlled; IV none of these. Only
group IV is called low risk. Read in the abstracts of Talcott 1988 and 1992.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from neutrogui.calculators import scoring
from neutrogui.calculators.reading import Reading
from neutrogui.domain.calculator import YES_NO, Field, FieldKind, Finding, Outcome
from neutrogui.domain.language import mark, say
from neutrogui.domain.problem import Problems

FIELDS = (
    Field("inpatient_at_onset", mark("In hospital when the fever began"), FieldKind.CHOICE, choices=YES_NO),
    Field(
        "serious_comorbidity",
        mark("Serious comorbidity"),
        FieldKind.CHOICE,
        choices=YES_NO,
        hint=mark("One that by itself needs care in hospital"),
    ),
    Field("cancer_controlled", mark("Cancer controlled"), FieldKind.CHOICE, choices=YES_NO),
)


@dataclass(frozen=True, slots=True)
class _Group:
    key: str
    rule: str

    @property
    def name(self) -> str:
        return say("Group {number}").format(number=self.key)


_GROUPS = (
    _Group("I", mark("inpatient when the fever began")),
    _Group("II", mark("outpatient with a serious comorbidity")),
    _Group("III", mark("outpatient without serious comorbidity, cancer not controlled")),
    _Group("IV", mark("outpatient without serious comorbidity, cancer controlled")),
)


class TalcottGroups:
    """The calculator `talcott`."""

    key = "talcott"
    title = mark("Talcott groups")
    formula = mark(
        "Talcott group = the first that applies: I inpatient, II comorbidity, III cancer not controlled, IV none"
    )
    source = mark(
        "Talcott, Arch Intern Med 1988;148:2561-2568, doi:10.1001/archinte.1988.00380120031007, and J Clin Oncol "
        "1992;10:316-322, doi:10.1200/JCO.1992.10.2.316 (abstracts)"
    )
    scope = mark(
        "For people with cancer whose treatment has led to fever with neutropenia; it does not tell whether they have "
        "it. What makes a cancer controlled was not read."
    )
    fields = FIELDS
    groups = ()

    def evaluate(self, typed: Mapping[str, str]) -> Outcome | Problems:
        """The group; none while an answer is missing, even one that would not change it.

        Problem codes: those of `Reading`.
        """
        reading = Reading(FIELDS, typed)
        inpatient, comorbidity, controlled = (reading.answer(field.key) for field in FIELDS)
        if reading.problems is not None:
            return reading.problems
        applying = (inpatient, comorbidity, not controlled, True)
        group = next(group for group, applies in zip(_GROUPS, applying, strict=True) if applies)
        low_risk = group.key == "IV"
        risk = say("the low-risk group") if low_risk else say("not the low-risk group")
        answers = ", ".join(
            f"{words}: {scoring.yes_or_no(answer)}"
            for words, answer in (
                (say("inpatient at onset"), inpatient),
                (say("serious comorbidity"), comorbidity),
                (say("cancer controlled"), controlled),
            )
        )
        working = say("{answers} = group {number}: {rule}").format(
            answers=answers, number=group.key, rule=say(group.rule)
        )
        line = say("Talcott group {number}, {risk}.").format(number=group.key, risk=risk)
        return Outcome(
            values={"group": group.key, "low_risk": low_risk},
            headline=group.name,
            also=risk,
            working=working,
            line=f"{line} {working}",
            entry="fever-with-a-low-count",
            source=say(TalcottGroups.source),
            findings=tuple(
                Finding(
                    each.key,
                    each.name,
                    say("Met") if each is group else say("Not met"),
                    say(each.rule),
                    say(TalcottGroups.source),
                    met=each is group,
                )
                for each in _GROUPS
            ),
        )
