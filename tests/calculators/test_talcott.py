"""The Talcott groups: all eight sets of answers, every missing answer."""

import pytest
from evaluating import outcome, refused

from neutrogui.calculators.talcott import FIELDS, TalcottGroups

TALCOTT = TalcottGroups()


def typed(inpatient: str, comorbidity: str, controlled: str) -> dict[str, str]:
    return {
        "inpatient_at_onset": inpatient,
        "serious_comorbidity": comorbidity,
        "cancer_controlled": controlled,
    }


@pytest.mark.parametrize(
    ("inpatient", "comorbidity", "controlled", "group"),
    [
        ("yes", "no", "yes", "I"),  # worked case TALC-001
        ("yes", "yes", "yes", "I"),
        ("yes", "no", "no", "I"),
        ("yes", "yes", "no", "I"),
        ("no", "yes", "yes", "II"),  # worked case TALC-002
        ("no", "yes", "no", "II"),
        ("no", "no", "no", "III"),  # worked case TALC-003
        ("no", "no", "yes", "IV"),
    ],
)
def test_the_first_group_that_applies_is_given(inpatient: str, comorbidity: str, controlled: str, group: str) -> None:
    result = outcome(TALCOTT, typed(inpatient, comorbidity, controlled))
    assert result.values == {"group": group, "low_risk": group == "IV"}
    assert result.headline == f"Group {group}"
    assert [finding.key for finding in result.findings if finding.met] == [group]
    assert len(result.findings) == 4
    assert all(finding.result == ("Met" if finding.met else "Not met") for finding in result.findings)


@pytest.mark.parametrize(
    ("answers", "also"),
    [
        (("no", "no", "yes"), "the low-risk group"),
        (("no", "no", "no"), "not the low-risk group"),
        (("yes", "no", "yes"), "not the low-risk group"),
    ],
)
def test_only_the_fourth_group_is_told_to_be_of_low_risk(answers: tuple[str, str, str], also: str) -> None:
    assert outcome(TALCOTT, typed(*answers)).also == also


def test_every_answer_stands_in_the_working() -> None:
    result = outcome(TALCOTT, typed("no", "no", "yes"))
    assert result.working == (
        "inpatient at onset: no, serious comorbidity: no, cancer controlled: yes = group IV: outpatient without "
        "serious comorbidity, cancer controlled"
    )
    assert result.line == f"Talcott group IV, the low-risk group. {result.working}"


def test_both_publications_are_named_and_what_was_not_read_of_them() -> None:
    for words in ("1988;148:2561-2568", "1992;10:316-322", "abstracts"):
        assert words in TALCOTT.source
    assert "controlled was not read" in TALCOTT.scope


@pytest.mark.parametrize("missing", [field.key for field in FIELDS])
@pytest.mark.parametrize("others", ["yes", "no"])
def test_without_an_answer_there_is_no_group_even_if_it_would_not_matter(missing: str, others: str) -> None:
    answers = typed(others, others, others) | {missing: " "}
    assert refused(TALCOTT, answers) == [(missing, "missing")]


def test_what_is_no_answer_is_refused() -> None:
    assert refused(TALCOTT, {}) == [(field.key, "missing") for field in FIELDS]
    assert refused(TALCOTT, typed("yes", "unknown", "1")) == [
        ("serious_comorbidity", "unknown-choice"),
        ("cancer_controlled", "unknown-choice"),
    ]
