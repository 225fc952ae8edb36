"""CISNE: worked cases, the points of every item on both sides of its bound in both units, every missing answer."""

from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from evaluating import cautions, outcome, problems, refused, worked_cases
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.calculators.cisne import FIELDS, Cisne

CISNE = Cisne()
BEST = {
    "ecog": "0",
    "glucose": "100",
    "glucose_unit": "mg/dL",
    "diabetes_or_steroids": "no",
    "copd": "no",
    "chronic_cardiovascular": "no",
    "mucositis_grade": "0",
    "monocytes": "500",
    "monocytes_unit": "/uL",
}
"""0 points."""


def score(**changed: str) -> int:
    value = outcome(CISNE, BEST | changed).values["score"]
    assert isinstance(value, int)
    return value


@pytest.mark.parametrize(("inputs", "expected"), worked_cases("cisne"))
def test_a_worked_case_comes_out(inputs: dict[str, str], expected: dict[str, Any]) -> None:
    if "missing" in expected:
        assert refused(CISNE, inputs) == [(expected["missing"], "missing")]
    else:
        assert outcome(CISNE, inputs).values == expected


@pytest.mark.parametrize(
    ("changed", "points"),
    [
        ({"ecog": "0"}, 0),
        ({"ecog": "1"}, 0),
        ({"ecog": "2"}, 2),
        ({"ecog": "3"}, 2),
        ({"ecog": "4"}, 2),
        ({"glucose": "120.9999"}, 0),
        ({"glucose": "121"}, 2),
        ({"glucose": "249.9999", "diabetes_or_steroids": "yes"}, 0),
        ({"glucose": "250", "diabetes_or_steroids": "yes"}, 2),
        ({"glucose": "249.9999"}, 2),
        ({"glucose": "6.6999", "glucose_unit": "mmol/L"}, 0),
        ({"glucose": "6.7", "glucose_unit": "mmol/L"}, 2),
        ({"glucose": "13.8999", "glucose_unit": "mmol/L", "diabetes_or_steroids": "yes"}, 0),
        ({"glucose": "13.9", "glucose_unit": "mmol/L", "diabetes_or_steroids": "yes"}, 2),
        ({"copd": "yes"}, 1),
        ({"chronic_cardiovascular": "yes"}, 1),
        ({"mucositis_grade": "1"}, 0),
        ({"mucositis_grade": "2"}, 1),
        ({"mucositis_grade": "4"}, 1),
        ({"monocytes": "199.999999"}, 1),
        ({"monocytes": "200"}, 0),
        ({"monocytes": "0"}, 1),
        ({"monocytes": "0.1999", "monocytes_unit": "10^9/L"}, 1),
        ({"monocytes": "0.2", "monocytes_unit": "10^9/L"}, 0),
    ],
)
def test_an_item_gives_its_points(changed: dict[str, str], points: int) -> None:
    assert score(**changed) == points


@pytest.mark.parametrize(
    ("changed", "points", "risk", "complications"),
    [
        ({}, 0, "low", "1.1 %"),
        ({"copd": "yes"}, 1, "intermediate", "6.2 %"),
        ({"ecog": "2"}, 2, "intermediate", "6.2 %"),
        ({"ecog": "2", "copd": "yes"}, 3, "high", "36 %"),
        ({"ecog": "2", "glucose": "121"}, 4, "high", "36 %"),
    ],
)
def test_the_class_follows_from_the_score(changed: dict[str, str], points: int, risk: str, complications: str) -> None:
    result = outcome(CISNE, BEST | changed)
    assert result.values == {"score": points, "class": risk}
    assert result.also.startswith(f"{risk} risk (")
    assert result.also.endswith(complications)


def test_every_item_stands_in_the_working_with_its_points() -> None:
    result = outcome(CISNE, BEST | {"ecog": "2", "mucositis_grade": "3", "monocytes": "150"})
    assert result.working == (
        "2 (ECOG: 2) + 0 (Glucose: 100 mg/dL, diabetes or steroids no) + 0 (COPD: no) + "
        "0 (Cardiovascular disease: no) + 1 (Mucositis: grade 3) + 1 (Monocytes: 150 /µL = 0.15 ×10⁹/L) = 4"
    )
    assert result.headline == "4 of 8 points"
    assert result.line == f"CISNE 4 of 8: high risk (3 points or more); complications in about 36 %. {result.working}"
    assert [finding.key for finding in result.findings] == [
        "ecog", "glucose", "copd", "chronic_cardiovascular", "mucositis_grade", "monocytes",
    ]  # fmt: skip
    assert [finding.result for finding in result.findings] == [
        "2: 2 of 2",
        "100 mg/dL, diabetes or steroids no: 0 of 2",
        "no: 0 of 1",
        "no: 0 of 1",
        "grade 3: 1 of 1",
        "150 /µL = 0.15 ×10⁹/L: 1 of 1",
    ]
    assert all(finding.rule and finding.source for finding in result.findings)


def test_the_answers_that_give_points_stand_in_the_working_too() -> None:
    result = outcome(CISNE, BEST | {"diabetes_or_steroids": "yes", "copd": "yes", "chronic_cardiovascular": "yes"})
    assert [finding.result for finding in result.findings[1:4]] == [
        "100 mg/dL, diabetes or steroids yes: 0 of 2",
        "yes: 1 of 1",
        "yes: 1 of 1",
    ]


def test_the_authors_warning_always_comes_with_the_score() -> None:
    for changed in ({}, {"ecog": "4"}):
        first, *_ = outcome(CISNE, BEST | changed).cautions
        assert (first.code, first.asks) == ("authors-advise-against", False)
        assert "oral treatment at home" in first.message


def test_the_first_publication_is_named() -> None:
    assert CISNE.source.startswith("Carmona-Bayonas, J Clin Oncol 2015;33:465-471, doi:10.1200/JCO.2014.57.2347")


def test_for_whom_it_is_valid_is_said() -> None:
    for words in ("adults", "solid tumour", "stable", "38 °C", "500 /µL or lower"):
        assert words in CISNE.scope


# 121 mg/dL are 6.716 mmol/L and 250 mg/dL 13.877 mmol/L; the source prints 6.7 and 13.9.


@pytest.mark.parametrize(
    ("glucose", "treated", "told"),
    [
        ("6.6", "no", False),
        ("6.7", "no", True),
        ("6.71", "no", True),
        ("6.72", "no", False),
        ("13.87", "yes", False),
        ("13.88", "yes", True),
        ("13.9", "yes", False),
        ("6.7", "yes", False),
        ("13.88", "no", False),
    ],
)
def test_a_glucose_between_the_two_printed_limits_is_told(glucose: str, treated: str, told: bool) -> None:
    typed = BEST | {"glucose": glucose, "glucose_unit": "mmol/L", "diabetes_or_steroids": treated}
    assert (("glucose", "limits-differ") in cautions(CISNE, typed)) is told


@pytest.mark.parametrize(
    ("glucose", "treated", "limits"),
    [("6.7", "no", ("6.7 mmol/L", "121 mg/dL")), ("13.88", "yes", ("13.9 mmol/L", "250 mg/dL"))],
)
def test_both_printed_limits_are_named_and_which_of_them_is_used(
    glucose: str, treated: str, limits: tuple[str, str]
) -> None:
    typed = BEST | {"glucose": glucose, "glucose_unit": "mmol/L", "diabetes_or_steroids": treated}
    (caution,) = (caution for caution in outcome(CISNE, typed).cautions if caution.code == "limits-differ")
    for words in (*limits, f"{glucose} mmol/L lies between", "limit in mmol/L is used"):
        assert words in caution.message


@pytest.mark.parametrize(
    ("glucose", "unit", "instead"),
    [
        ("39.9999", "mg/dL", "mmol/L"),
        ("18", "mg/dL", "mmol/L"),
        ("40", "mg/dL", None),
        ("1800", "mg/dL", None),
        ("40", "mmol/L", None),
        ("40.0001", "mmol/L", "mg/dL"),
        ("1", "mmol/L", None),
    ],
)
def test_a_glucose_in_an_unusual_unit_is_asked_about(glucose: str, unit: str, instead: str | None) -> None:
    result = outcome(CISNE, BEST | {"glucose": glucose, "glucose_unit": unit})
    asked = [(caution.field, caution.code, caution.instead) for caution in result.cautions if caution.asks]
    assert asked == ([("glucose", "check-unit", ("glucose_unit", instead))] if instead else [])


@pytest.mark.parametrize(
    ("glucose", "unit", "message"),
    [
        ("20", "mg/dL", "20 mg/dL is very low. Did the report mean 20 mmol/L?"),
        ("90", "mmol/L", "90 mmol/L is very high. Did the report mean 90 mg/dL?"),
    ],
)
def test_the_unit_of_glucose_that_was_probably_meant_is_named(glucose: str, unit: str, message: str) -> None:
    result = outcome(CISNE, BEST | {"glucose": glucose, "glucose_unit": unit})
    assert [caution.message for caution in result.cautions if caution.asks] == [message]


def test_monocytes_in_an_unusual_unit_are_asked_about() -> None:
    assert ("monocytes", "check-unit") in cautions(CISNE, BEST | {"monocytes": "0.3"})
    assert ("monocytes", "check-unit") in cautions(CISNE, BEST | {"monocytes": "300", "monocytes_unit": "10^9/L"})
    assert ("monocytes", "check-unit") not in cautions(CISNE, BEST)


@pytest.mark.parametrize(
    ("glucose", "unit", "message"),
    [
        ("17.9999", "mg/dL", "17.9999 mg/dL is out of range here. If the report prints mmol/L, choose that."),
        ("0.5", "mg/dL", "0.5 mg/dL is out of range here. Type a number from 18 to 1800 mg/dL."),
        ("1800.0001", "mg/dL", "1800.0001 mg/dL is out of range here. Type a number from 18 to 1800 mg/dL."),
        ("0.9999", "mmol/L", "0.9999 mmol/L is out of range here. Type a number from 1 to 100 mmol/L."),
        ("1", "mg/dL", "1 mg/dL is out of range here. If the report prints mmol/L, choose that."),
        ("1800", "mmol/L", "1800 mmol/L is out of range here. If the report prints mg/dL, choose that."),
        ("1800.0001", "mmol/L", "1800.0001 mmol/L is out of range here. Type a number from 1 to 100 mmol/L."),
        ("121", "mmol/L", "121 mmol/L is out of range here. If the report prints mg/dL, choose that."),
    ],
)
def test_a_glucose_that_nobody_has_is_refused(glucose: str, unit: str, message: str) -> None:
    typed = BEST | {"glucose": glucose, "glucose_unit": unit}
    assert refused(CISNE, typed) == [("glucose", "out-of-range")]
    assert [problem.message for problem in problems(CISNE, typed).problems] == [message]


@pytest.mark.parametrize("missing", list(BEST))
def test_without_an_answer_there_is_no_score(missing: str) -> None:
    without = {key: text for key, text in BEST.items() if key != missing}
    assert refused(CISNE, without) == refused(CISNE, BEST | {missing: " "}) == [(missing, "missing")]


def test_nothing_typed_asks_for_everything_in_order() -> None:
    assert refused(CISNE, {}) == [(field.key, "missing") for field in FIELDS]


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("ecog", "5", "unknown-choice"),
        ("ecog", "-1", "unknown-choice"),
        ("ecog", "1.5", "unknown-choice"),
        ("glucose", "1,234", "ambiguous"),
        ("glucose", "-100", "negative"),
        ("glucose_unit", "g/L", "unknown-choice"),
        ("diabetes_or_steroids", "?", "unknown-choice"),
        ("copd", "maybe", "unknown-choice"),
        ("chronic_cardiovascular", "2", "unknown-choice"),
        ("mucositis_grade", "5", "unknown-choice"),
        ("monocytes", "2000001", "out-of-range"),
        ("monocytes", "few", "not-a-number"),
        ("monocytes_unit", "%", "unknown-unit"),
    ],
)
def test_what_cannot_be_meant_is_refused(field: str, typed: str, code: str) -> None:
    assert refused(CISNE, BEST | {field: typed}) == [(field, code)]


def test_the_score_is_the_sum_of_independent_items_for_every_set_of_answers() -> None:
    yes_no = (True, False)
    for ecog, glucose, treated, copd, heart, sore, few in product(
        range(5), ("120", "121", "249", "250"), yes_no, yes_no, yes_no, yes_no, yes_no
    ):
        expected = 2 * (ecog >= 2) + 2 * (int(glucose) >= (250 if treated else 121)) + copd + heart + sore + few
        typed = BEST | {
            "ecog": str(ecog),
            "glucose": glucose,
            "diabetes_or_steroids": "yes" if treated else "no",
            "copd": "yes" if copd else "no",
            "chronic_cardiovascular": "yes" if heart else "no",
            "mucositis_grade": "2" if sore else "1",
            "monocytes": "199" if few else "200",
        }
        risk = "low" if expected == 0 else "intermediate" if expected <= 2 else "high"
        assert outcome(CISNE, typed).values == {"score": expected, "class": risk}


@given(
    st.decimals(min_value=18, max_value=1800, places=2),
    st.decimals(min_value=18, max_value=1800, places=2),
    st.sampled_from(["yes", "no"]),
)
def test_more_glucose_never_lowers_the_score(one: Decimal, other: Decimal, treated: str) -> None:
    lower, higher = sorted((one, other))
    assert score(glucose=f"{lower:.2f}", diabetes_or_steroids=treated) <= score(
        glucose=f"{higher:.2f}", diabetes_or_steroids=treated
    )
