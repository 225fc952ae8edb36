"""The calculator `grade`: worked cases, what it needs, what it refuses, and the other schemes beside the chosen one."""

import json
from pathlib import Path
from typing import Any

import evaluating
import pytest

from neutrogui.calculators.grade import CountGrade
from neutrogui.domain.calculator import Outcome

GRADE = CountGrade()
CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("grade_cases.json").read_text(encoding="utf-8"))


def outcome(**typed: str) -> Outcome:
    return evaluating.outcome(GRADE, {"anc": "480", "anc_unit": "/uL", "scheme": "ctcae-5.0"} | typed)


def refused(**typed: str) -> list[tuple[str, str]]:
    """Field and code of every problem, in order; each has a sentence."""
    return evaluating.refused(GRADE, {"anc": "480", "anc_unit": "/uL", "scheme": "ctcae-5.0"} | typed)


def cautions(**typed: str) -> list[tuple[str, str, bool]]:
    return [(caution.field, caution.code, caution.asks) for caution in outcome(**typed).cautions]


def test_what_the_grade_does_not_tell_is_said_above_the_fields() -> None:
    for words in ("count alone", "fever", "trials", "DAIDS 2.1 has bounds for newborns", "none for Duffy-null"):
        assert words in GRADE.scope
    assert len(GRADE.scope) <= 200


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_a_worked_count_gets_the_grade_that_its_source_gives(case: dict[str, Any]) -> None:
    typed = {"anc": case["anc_per_ul"], "scheme": case["scheme"]}
    if "lower_limit_per_ul" in case:
        typed |= {"lower_limit": case["lower_limit_per_ul"], "lower_limit_unit": "/uL"}
    if "age_days" in case:
        typed["age_days"] = str(case["age_days"])
    result = outcome(**typed)
    assert result.values == {
        "scheme": case["scheme"],
        "grade": case["grade"],
        "reason": None,
        "anc_per_ul": case["anc_per_ul"],
    }


def test_the_grade_is_told_with_scheme_version_and_bounds() -> None:
    result = outcome(anc="0.48", anc_unit="10^9/L")
    assert result.headline == "CTCAE 5.0: Grade 4"
    assert result.also == "480 /µL = 0.48 ×10⁹/L"
    assert result.working == "480 /µL = 0.48 ×10⁹/L: Grade 4 (below 500 /µL)"
    assert result.line == "ANC 480 /µL = 0.48 ×10⁹/L; CTCAE 5.0: Grade 4 (below 500 /µL)"
    assert result.count_per_ul == 480
    assert result.entry == "levels-of-neutropenia"
    assert "secondary" in result.source
    assert "2025" in outcome(scheme="ctcae-6.0").source


@pytest.mark.parametrize(
    ("anc", "unit"), [("480", "/uL"), ("0.48", "10^9/L"), ("0,48", "G/L"), ("0.48", "K/uL"), ("0.480", "10^3/uL")]
)
def test_the_unit_makes_no_difference(anc: str, unit: str) -> None:
    assert outcome(anc=anc, anc_unit=unit).values == outcome().values


def test_only_the_conventional_grade_is_drawn_on_the_conventional_scale() -> None:
    (drawn,) = outcome(scheme="conventional").grades
    assert (drawn.scale.key, drawn.band.key) == ("conventional", "severe")
    assert outcome().grades == ()


def test_every_other_scheme_stands_beside_the_chosen_one() -> None:
    result = outcome(anc="1300", lower_limit="2.0", lower_limit_unit="10^9/L", age_days="3")
    assert {each.scheme: each.grade for each in result.standings} == {
        "conventional": "mild",
        "ctcae-4.03": "2",
        "ctcae-5.0": "2",
        "ctcae-6.0": "1",
        "daids-2.1": "1",
        "who": "2",
        "nci-ctc-2": "2",
        "fda-vaccine-2007": "2",
        "aplastic-anaemia": "not-met",
    }


def test_the_lower_limit_reaches_the_schemes_beside_the_chosen_one() -> None:
    result = outcome(anc="1600", scheme="who", lower_limit="2.0", lower_limit_unit="10^9/L")
    grades = {each.scheme: each.grade for each in result.standings}
    assert (grades["ctcae-4.03"], grades["ctcae-5.0"]) == ("1", "1")


def test_what_a_scheme_needs_is_asked_in_sight_with_the_reason() -> None:
    fields = {field.key: field for field in GRADE.fields}
    assert list(fields) == ["anc", "anc_unit", "scheme", "lower_limit", "lower_limit_unit", "age_days"]
    assert not any(field.section or field.group for field in fields.values())
    assert [key for key, field in fields.items() if field.optional] == ["lower_limit", "lower_limit_unit", "age_days"]
    assert fields["age_days"].unit == "days"
    assert fields["age_days"].lower == 0
    assert "DAIDS 2.1" in fields["age_days"].hint
    assert "CTCAE 4.03 and 5.0" in fields["lower_limit"].hint


# What a scheme needs


def test_a_grade_that_needs_the_lower_limit_is_not_guessed() -> None:
    result = outcome(anc="1500")
    assert result.values["grade"] is None
    assert "lower limit" in result.values["reason"]
    assert result.headline == "CTCAE 5.0: Can’t be graded"
    assert result.values["reason"] in result.working
    assert result.values["reason"] in result.line
    told = "CTCAE 5.0: Can’t be graded. Grade 1 runs from"  # the reason alone would read as grade 1
    assert told in result.line
    assert told.removeprefix("CTCAE 5.0: ") in result.working
    assert outcome(anc="1499.999999").values["grade"] == "2"


@pytest.mark.parametrize(
    ("limit", "unit", "grade"),
    [("2000", "/uL", "1"), ("2.0", "10^9/L", "1"), ("1600", "/uL", "0"), ("1.5", "K/uL", "0"), ("1210", "/uL", "0")],
)
def test_the_lower_limit_decides_on_grade_1(limit: str, unit: str, grade: str) -> None:
    assert outcome(anc="1600", lower_limit=limit, lower_limit_unit=unit).values["grade"] == grade


def test_a_unit_without_a_lower_limit_says_nothing() -> None:
    assert outcome(lower_limit_unit="10^9/L") == outcome()


def test_a_grade_that_needs_the_age_is_not_guessed() -> None:
    result = outcome(scheme="daids-2.1")
    assert result.values["grade"] is None
    assert "age" in result.values["reason"]


@pytest.mark.parametrize(("age", "grade"), [("0", "4"), ("1", "4"), ("2", "1"), ("7", "1"), ("8", "0"), ("45000", "0")])
def test_the_age_in_whole_days_decides_on_the_bounds(age: str, grade: str) -> None:
    assert outcome(anc="1300", scheme="daids-2.1", age_days=age).values["grade"] == grade


def test_a_scheme_that_needs_no_age_and_no_limit_gives_its_grade_without() -> None:
    for scheme in ("conventional", "ctcae-6.0", "who", "nci-ctc-2", "fda-vaccine-2007", "aplastic-anaemia"):
        assert outcome(anc="6000", scheme=scheme).values["grade"] in ("0", "none", "not-met")


# What is refused


@pytest.mark.parametrize(
    ("typed", "problems"),
    [
        ({"anc": ""}, [("anc", "missing")]),
        ({"anc_unit": ""}, [("anc_unit", "missing")]),
        ({"scheme": " "}, [("scheme", "missing")]),
        (
            {"anc": "", "anc_unit": "", "scheme": ""},
            [("anc", "missing"), ("anc_unit", "missing"), ("scheme", "missing")],
        ),
        ({"anc": "-1"}, [("anc", "negative")]),
        ({"anc": "1,234"}, [("anc", "ambiguous")]),
        ({"anc": "low"}, [("anc", "not-a-number")]),
        ({"anc": "1234567890123"}, [("anc", "too-long")]),
        ({"anc": "2000000.1"}, [("anc", "out-of-range")]),
        ({"anc_unit": "10^12/L"}, [("anc_unit", "unknown-unit")]),
        ({"scheme": "ctcae"}, [("scheme", "unknown-choice")]),
        ({"lower_limit": "2000"}, [("lower_limit_unit", "missing")]),
        ({"lower_limit": "2000", "lower_limit_unit": "mg"}, [("lower_limit_unit", "unknown-unit")]),
        ({"lower_limit": "x", "lower_limit_unit": "/uL"}, [("lower_limit", "not-a-number")]),
        ({"lower_limit": "0.0", "lower_limit_unit": "/uL"}, [("lower_limit", "out-of-range")]),
        ({"lower_limit": "2000.1", "lower_limit_unit": "10^9/L"}, [("lower_limit", "out-of-range")]),
        ({"age_days": "1.5"}, [("age_days", "not-whole")]),
        ({"age_days": "45001"}, [("age_days", "out-of-range")]),
        ({"age_days": "-1"}, [("age_days", "negative")]),
        ({"age_days": "x"}, [("age_days", "not-a-number")]),
    ],
)
def test_what_cannot_be_read_is_refused_beside_its_field(
    typed: dict[str, str], problems: list[tuple[str, str]]
) -> None:
    assert refused(**typed) == problems


def test_what_is_wrong_is_refused_though_the_scheme_does_not_need_it() -> None:
    assert refused(scheme="who", age_days="x", lower_limit="1,234", lower_limit_unit="/uL") == [
        ("lower_limit", "ambiguous"),
        ("age_days", "not-a-number"),
    ]


# What is asked


@pytest.mark.parametrize(
    ("anc", "unit", "instead"), [("480", "10^9/L", "/uL"), ("480", "K/uL", "/uL"), ("4.2", "/uL", "10^9/L")]
)
def test_a_count_that_was_probably_meant_in_another_unit_asks(anc: str, unit: str, instead: str) -> None:
    (caution,) = outcome(anc=anc, anc_unit=unit, scheme="who").cautions
    assert (caution.code, caution.field, caution.asks) == ("check-unit", "anc", True)
    assert caution.instead == ("anc_unit", instead)


@pytest.mark.parametrize(
    ("limit", "unit", "asks"),
    [
        ("1.5", "/uL", True),
        ("199.999999", "/uL", True),
        ("200", "/uL", False),
        ("10", "10^9/L", False),
        ("10.0001", "10^9/L", True),
        ("1500", "K/uL", True),
        ("1500", "/uL", False),
    ],
)
def test_a_lower_limit_that_was_probably_meant_in_another_unit_asks(limit: str, unit: str, asks: bool) -> None:
    expected = [("lower_limit", "check-unit", True)] if asks else []
    assert cautions(scheme="who", lower_limit=limit, lower_limit_unit=unit) == expected


@pytest.mark.parametrize("anc", ["0", "99", "480", "12000"])
def test_a_count_that_occurs_asks_nothing(anc: str) -> None:
    assert cautions(anc=anc, scheme="who") == []
    in_litres = f"{int(anc) / 1000:.4f}"
    assert cautions(anc=in_litres, anc_unit="10^9/L", scheme="who") == []


@pytest.mark.parametrize("scheme", ["ctcae-4.03", "ctcae-5.0", "ctcae-6.0"])
def test_a_ctcae_grade_says_where_the_versions_differ(scheme: str) -> None:
    assert cautions(anc="400", scheme=scheme) == [("", "ctcae-versions-differ", False)]
    assert cautions(anc="99", scheme=scheme) == []
    assert cautions(anc="1900", scheme=scheme, lower_limit="2000", lower_limit_unit="/uL") == [
        ("", "ctcae-versions-differ", False)
    ]


@pytest.mark.parametrize(("age", "told"), [("0", True), ("364", True), ("365", False), ("20000", False)])
def test_the_conventional_scale_says_that_it_is_not_for_the_first_year(age: str, told: bool) -> None:
    expected = [("age_days", "age-outside-scale", False)] if told else []
    assert cautions(anc="2000", scheme="conventional", age_days=age) == expected
    assert cautions(anc="2000", scheme="daids-2.1", age_days=age) == []


@pytest.mark.parametrize("scheme", ["conventional", "daids-2.1", "who"])
def test_other_schemes_say_nothing_of_ctcae(scheme: str) -> None:
    assert cautions(anc="400", scheme=scheme) == []
