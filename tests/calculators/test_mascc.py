"""The MASCC index: worked cases, the points of every item on both sides of its bound, every missing answer."""

from itertools import product
from typing import Any

import pytest
from evaluating import cautions, outcome, refused, worked_cases
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.calculators.mascc import FIELDS, MasccIndex

MASCC = MasccIndex()
BEST = {
    "burden": "none-or-mild",
    "systolic": "120",
    "copd": "no",
    "tumour": "solid",
    "previous_fungal_infection": "no",
    "dehydration": "no",
    "setting": "outpatient",
    "age": "50",
}
"""26 points."""


def points(item: str, **changed: str) -> int:
    """The points of one item, as its line shows them."""
    result = outcome(MASCC, BEST | changed)
    (finding,) = (finding for finding in result.findings if finding.key == item)
    return int(finding.result.rpartition(": ")[2].split(" of ")[0])


@pytest.mark.parametrize(("inputs", "expected"), worked_cases("mascc"))
def test_a_worked_case_comes_out(inputs: dict[str, str], expected: dict[str, Any]) -> None:
    assert outcome(MASCC, inputs).values == expected


@pytest.mark.parametrize(
    ("item", "changed", "expected"),
    [
        ("burden", {"burden": "none-or-mild"}, 5),
        ("burden", {"burden": "moderate"}, 3),
        ("burden", {"burden": "severe"}, 0),
        ("systolic", {"systolic": "90"}, 0),
        ("systolic", {"systolic": "90.0001"}, 5),
        ("systolic", {"systolic": "91"}, 5),
        ("systolic", {"systolic": "89.9999"}, 0),
        ("copd", {"copd": "no"}, 4),
        ("copd", {"copd": "yes"}, 0),
        ("tumour", {"tumour": "solid", "previous_fungal_infection": "no"}, 4),
        ("tumour", {"tumour": "solid", "previous_fungal_infection": "yes"}, 4),
        ("tumour", {"tumour": "haematological", "previous_fungal_infection": "no"}, 4),
        ("tumour", {"tumour": "haematological", "previous_fungal_infection": "yes"}, 0),
        ("dehydration", {"dehydration": "no"}, 3),
        ("dehydration", {"dehydration": "yes"}, 0),
        ("setting", {"setting": "outpatient"}, 3),
        ("setting", {"setting": "inpatient"}, 0),
        ("age", {"age": "59.9999"}, 2),
        ("age", {"age": "59"}, 2),
        ("age", {"age": "60"}, 0),
        ("age", {"age": "60.0001"}, 0),
    ],
)
def test_an_item_gives_its_points(item: str, changed: dict[str, str], expected: int) -> None:
    assert points(item, **changed) == expected
    full = {"burden": 5, "systolic": 5, "copd": 4, "tumour": 4, "dehydration": 3, "setting": 3, "age": 2}
    assert outcome(MASCC, BEST | changed).values["score"] == 26 - full[item] + expected


@pytest.mark.parametrize(
    ("changed", "score", "risk"),
    [
        ({"setting": "inpatient", "age": "60"}, 21, "low"),
        ({"burden": "moderate", "dehydration": "yes"}, 21, "low"),
        ({"copd": "yes", "age": "60"}, 20, "high"),
        ({"burden": "severe", "age": "60"}, 19, "high"),
    ],
)
def test_the_risk_is_low_from_21_points_on(changed: dict[str, str], score: int, risk: str) -> None:
    assert outcome(MASCC, BEST | changed).values == {"score": score, "class": risk}


def test_every_item_stands_in_the_working_with_its_points() -> None:
    result = outcome(MASCC, BEST | {"burden": "moderate", "age": "60", "tumour": "haematological"})
    assert result.working == (
        "3 (Burden of illness: moderate) + 5 (Systolic pressure: 120 mmHg) + 4 (COPD: no) + "
        "4 (Cancer: haematological, previous fungal infection no) + 3 (Dehydration: no) + "
        "3 (Onset of fever: outpatient) + 0 (Age: 60 years) = 22"
    )
    assert (result.headline, result.also) == ("22 of 26 points", "low risk (21 or more)")
    assert result.line == f"MASCC index 22 of 26: low risk (21 or more). {result.working}"
    assert [finding.result for finding in result.findings] == [
        "moderate: 3 of 5",
        "120 mmHg: 5 of 5",
        "no: 4 of 4",
        "haematological, previous fungal infection no: 4 of 4",
        "no: 3 of 3",
        "outpatient: 3 of 3",
        "60 years: 0 of 2",
    ]
    assert all(finding.rule and finding.source for finding in result.findings)


def test_the_answers_that_cost_points_stand_in_the_working_too() -> None:
    result = outcome(
        MASCC,
        BEST
        | {
            "copd": "yes",
            "tumour": "haematological",
            "previous_fungal_infection": "yes",
            "dehydration": "yes",
            "setting": "inpatient",
        },
    )
    assert [finding.result for finding in result.findings] == [
        "none or mild: 5 of 5",
        "120 mmHg: 5 of 5",
        "yes: 0 of 4",
        "haematological, previous fungal infection yes: 0 of 4",
        "yes: 0 of 3",
        "inpatient: 0 of 3",
        "50 years: 2 of 2",
    ]
    assert (result.headline, result.also) == ("12 of 26 points", "high risk (below 21)")


def test_the_warnings_come_with_the_score_that_they_are_about() -> None:
    assert cautions(MASCC, BEST | {"setting": "inpatient", "age": "60"}) == [("burden", "complications-in-low-risk")]
    fifteen = BEST | {"burden": "severe", "copd": "yes", "age": "60"}
    assert (outcome(MASCC, fifteen).values["score"], cautions(MASCC, fifteen)) == (15, [])
    fourteen = BEST | {"burden": "severe", "copd": "yes", "setting": "inpatient"}
    assert outcome(MASCC, fourteen).values["score"] == 14
    (caution,) = outcome(MASCC, fourteen).cautions
    assert (caution.code, caution.asks) == ("high-mortality", False)
    assert "29 %" in caution.message
    (caution,) = outcome(MASCC, BEST).cautions
    assert "42 %" in caution.message
    assert "PMC4500479" in caution.message


def test_the_first_publication_is_named() -> None:
    assert MASCC.source.startswith("Klastersky, J Clin Oncol 2000;18:3038-3051, doi:10.1200/JCO.2000.18.16.3038")


def test_for_whom_it_is_not_valid_is_said() -> None:
    for words in ("leukaemia", "transplant", "under 16"):
        assert words in MASCC.scope


@pytest.mark.parametrize("missing", list(BEST))
def test_without_an_answer_there_is_no_score(missing: str) -> None:
    without = {key: text for key, text in BEST.items() if key != missing}
    assert refused(MASCC, without) == refused(MASCC, BEST | {missing: " "}) == [(missing, "missing")]


def test_nothing_typed_asks_for_everything_in_order() -> None:
    assert refused(MASCC, {}) == [(field.key, "missing") for field in FIELDS]


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("burden", "mild", "unknown-choice"),
        ("systolic", "19.9999", "out-of-range"),
        ("systolic", "300.0001", "out-of-range"),
        ("systolic", "-90", "negative"),
        ("systolic", "120/80", "not-a-number"),
        ("copd", "unknown", "unknown-choice"),
        ("tumour", "lymphoma", "unknown-choice"),
        ("previous_fungal_infection", "0", "unknown-choice"),
        ("dehydration", "1", "unknown-choice"),
        ("setting", "home", "unknown-choice"),
        ("age", "15.9999", "out-of-range"),
        ("age", "120.0001", "out-of-range"),
    ],
)
def test_what_cannot_be_meant_is_refused(field: str, typed: str, code: str) -> None:
    assert refused(MASCC, BEST | {field: typed}) == [(field, code)]


@pytest.mark.parametrize(("field", "typed"), [("systolic", "20"), ("systolic", "300"), ("age", "16"), ("age", "120")])
def test_the_bounds_themselves_are_accepted(field: str, typed: str) -> None:
    outcome(MASCC, BEST | {field: typed})


def test_the_score_is_the_sum_of_independent_items_for_every_set_of_answers() -> None:
    yes_no = (True, False)
    for burden, low, copd, haematological, fungal, dry, inpatient, old in product(
        ("none-or-mild", "moderate", "severe"), *[yes_no] * 7
    ):
        expected = (
            {"none-or-mild": 5, "moderate": 3, "severe": 0}[burden]
            + 5 * (not low)
            + 4 * (not copd)
            + 4 * (not (haematological and fungal))
            + 3 * (not dry)
            + 3 * (not inpatient)
            + 2 * (not old)
        )
        typed = {
            "burden": burden,
            "systolic": "90" if low else "91",
            "copd": "yes" if copd else "no",
            "tumour": "haematological" if haematological else "solid",
            "previous_fungal_infection": "yes" if fungal else "no",
            "dehydration": "yes" if dry else "no",
            "setting": "inpatient" if inpatient else "outpatient",
            "age": "60" if old else "59",
        }
        risk = "low" if expected >= 21 else "high"
        result = outcome(MASCC, typed)
        assert result.values == {"score": expected, "class": risk}
        assert result.working.endswith(f" = {expected}")


@given(st.integers(20, 300), st.integers(20, 300), st.integers(16, 120), st.integers(16, 120))
def test_a_higher_pressure_and_a_lower_age_never_lower_the_score(
    one: int, other: int, age: int, other_age: int
) -> None:
    lower, higher = sorted((one, other))
    younger, older = sorted((age, other_age))
    worse = outcome(MASCC, BEST | {"systolic": str(lower), "age": str(older)}).values["score"]
    better = outcome(MASCC, BEST | {"systolic": str(higher), "age": str(younger)}).values["score"]
    assert 0 <= worse <= better <= 26
