import json
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.calculators.grading import BOUNDS as CONVENTIONAL_BOUNDS
from neutrogui.calculators.grading import CONVENTIONAL, SCHEMES, scheme, standings, version_caution
from neutrogui.domain.calculator import Standing

# Boxer 2012; each band begins at its lower bound; profound is the part of severe below 100.
BOUNDS = {
    "profound": (0, 100),
    "severe": (100, 500),
    "moderate": (500, 1000),
    "mild": (1000, 1500),
    "none": (1500, None),
}
ORDER = list(BOUNDS)


def grade(count: str | Decimal) -> str:
    return CONVENTIONAL.grade(Decimal(count)).band.key


@pytest.mark.parametrize(
    ("count", "severity"),
    [
        ("0", "profound"),
        ("99.999", "profound"),
        ("100", "severe"),
        ("499.999", "severe"),
        ("500", "moderate"),
        ("999.999", "moderate"),
        ("1000", "mild"),
        ("1499.999", "mild"),
        ("1500", "none"),
        ("100000", "none"),
    ],
)
def test_a_bound_belongs_to_the_milder_grade(count: str, severity: str) -> None:
    assert grade(count) == severity


def test_the_bands_leave_no_hole() -> None:
    assert {band.key: (band.lower, band.upper) for band in CONVENTIONAL.bands} == BOUNDS
    assert all(one.upper == next_one.lower for one, next_one in pairwise(CONVENTIONAL.bands))


def test_the_bands_are_told_as_their_source_has_them() -> None:
    assert [band.range_text for band in CONVENTIONAL.bands] == [
        "below 100 /µL",
        "100 to below 500 /µL",
        "500 to below 1,000 /µL",
        "1,000 to below 1,500 /µL",
        "1,500 /µL or more",
    ]
    assert (CONVENTIONAL.key, CONVENTIONAL.name) == ("conventional", "Conventional severity")
    labels = [band.label.split()[0] for band in CONVENTIONAL.bands]
    assert labels == ["Profound", "Severe", "Moderate", "Mild", "No"]
    assert "10.1182/asheducation.V2012.1.174.3798251" in CONVENTIONAL.source


@given(st.decimals(min_value=0, max_value=3000, places=6))
def test_every_count_lies_in_exactly_one_band(count: Decimal) -> None:
    (band,) = (band for band in CONVENTIONAL.bands if count in band)
    assert CONVENTIONAL.grade(count).band is band


@given(st.decimals(min_value=0, max_value=3000, places=6), st.decimals(min_value=0, max_value=3000, places=6))
def test_a_higher_count_is_never_graded_severer(one: Decimal, other: Decimal) -> None:
    lower, higher = sorted((one, other))
    assert ORDER.index(grade(lower)) <= ORDER.index(grade(higher))


# Every scheme

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("grade_cases.json").read_text(encoding="utf-8"))
KEYS = [
    "conventional",
    "ctcae-4.03",
    "ctcae-5.0",
    "ctcae-6.0",
    "daids-2.1",
    "who",
    "nci-ctc-2",
    "fda-vaccine-2007",
    "aplastic-anaemia",
]
SEVEREST_FIRST = [*"43210"]
LITTLE = Decimal("0.000001")


def standing(
    key: str, count: Decimal | str | int, limit: Decimal | str | int | None = None, age: int | None = None
) -> Standing:
    found = scheme(key)
    assert found is not None
    return found.standing(Decimal(count), None if limit is None else Decimal(limit), age)


def around(
    *steps: tuple[int, str, str], closed: tuple[int, ...] = (), limit: int | None = None, age: int | None = None
) -> list[tuple[Decimal, str, int | None, int | None]]:
    """Count and grade just below, at and just above every bound: (bound, grade below it, grade above it).

    A bound has the grade above it, one that is `closed` the grade below it.
    """
    found = []
    for bound, below, above in steps:
        at = below if bound in closed else above
        found += [
            (bound - LITTLE, below, limit, age),
            (Decimal(bound), at, limit, age),
            (bound + LITTLE, above, limit, age),
        ]
    return found


# Facts: NCI workbook 6.0; admiral's tables for 4.03, 5.0 and DAIDS 2.1; reprints of WHO, NCI-CTC 2 and FDA 2007.
OLD_CTCAE = ((500, "4", "3"), (1000, "3", "2"))
FOUR = (*OLD_CTCAE, (1500, "2", "1"), (2000, "1", "0"))
EDGES = {
    "conventional": around(
        (100, "profound", "severe"), (500, "severe", "moderate"), (1000, "moderate", "mild"), (1500, "mild", "none")
    ),
    "ctcae-4.03": [
        *around(*FOUR, limit=2000),
        *around(*OLD_CTCAE),
        *around(*OLD_CTCAE, (1500, "2", "0"), limit=1500),
        *around(*OLD_CTCAE, (1500, "2", "0"), limit=1210),
        *around((1500, "2", "1"), (1501, "1", "0"), limit=1501),
    ],
    "ctcae-6.0": [
        *around((100, "4", "3"), (500, "3", "2"), (1000, "2", "1"), (1500, "1", "0")),
        *around((1500, "1", "0"), limit=2000),
    ],
    "daids-2.1": [
        *(
            edge
            for age in (0, 1)
            for edge in around(
                (1500, "4", "3"), (3000, "3", "2"), (4000, "2", "1"), (5000, "1", "0"), closed=(5000,), age=age
            )
        ),
        *(
            edge
            for age in (2, 7)
            for edge in around(
                (750, "4", "3"), (1000, "3", "2"), (1250, "2", "1"), (1500, "1", "0"), closed=(1500,), age=age
            )
        ),
        *(
            edge
            for age in (8, 30_000)
            for edge in around(
                (400, "4", "3"), (600, "3", "2"), (800, "2", "1"), (1000, "1", "0"), closed=(1000,), age=age
            )
        ),
    ],
    "who": around(*FOUR),
    "nci-ctc-2": around(*FOUR),
    "fda-vaccine-2007": around(*FOUR, closed=(2000,)),
    "aplastic-anaemia": around((200, "very-severe", "severe"), (500, "severe", "not-met")),
}
EDGES["ctcae-5.0"] = EDGES["ctcae-4.03"]


def test_the_schemes_are_offered_in_their_order_and_found_by_key() -> None:
    assert [each.key for each in SCHEMES] == KEYS
    assert all(scheme(each.key) is each for each in SCHEMES)
    assert scheme("ctcae") is scheme("") is None
    assert len({each.name for each in SCHEMES}) == len(SCHEMES)


def test_the_conventional_bounds_are_those_of_its_scale() -> None:
    assert CONVENTIONAL_BOUNDS == (100, 500, 1000, 1500)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_a_worked_count_gets_the_grade_that_its_source_gives(case: dict[str, Any]) -> None:
    found = standing(case["scheme"], case["anc_per_ul"], case.get("lower_limit_per_ul"), case.get("age_days"))
    assert found.grade == case["grade"]


def test_every_scheme_has_a_worked_count_and_edges() -> None:
    assert {case["scheme"] for case in CASES} == set(EDGES) == set(KEYS)


@pytest.mark.parametrize(
    ("key", "count", "grade", "limit", "age"), [(key, *edge) for key in KEYS for edge in EDGES[key]]
)
def test_both_sides_of_a_bound_get_their_grade(
    key: str, count: Decimal, grade: str, limit: int | None, age: int | None
) -> None:
    assert standing(key, count, limit, age).grade == grade


@pytest.mark.parametrize("key", KEYS)
def test_no_neutrophils_at_all_are_the_severest_grade(key: str) -> None:
    severest = {"conventional": "profound", "aplastic-anaemia": "very-severe"}.get(key, "4")
    assert standing(key, 0, age=8).grade == severest


@pytest.mark.parametrize(
    ("key", "count", "limit", "age", "label", "rule"),
    [
        ("conventional", 480, None, None, "Severe", "100 to below 500 /µL"),
        ("ctcae-4.03", 499, None, None, "Grade 4", "below 500 /µL"),
        ("ctcae-5.0", 999, None, None, "Grade 3", "500 to below 1,000 /µL"),
        ("ctcae-5.0", 1500, "2000.0", None, "Grade 1", "1,500 to below 2,000 /µL"),
        ("ctcae-5.0", 1600, "1800.5", None, "Grade 1", "1,500 to below 1,800.5 /µL"),
        ("ctcae-5.0", 2000, 2000, None, "Grade 0 (none)", "2,000 /µL or more"),
        ("ctcae-5.0", 1500, 1210, None, "Grade 0 (none)", "1,500 /µL or more"),
        ("ctcae-6.0", 99, None, None, "Grade 4", "below 100 /µL"),
        ("daids-2.1", 1000, None, 8, "Grade 1", "800 to 1,000 /µL, both included"),
        ("daids-2.1", 1001, None, 8, "Grade 0 (none)", "above 1,000 /µL"),
        ("fda-vaccine-2007", 2000, None, None, "Grade 1", "1,500 to 2,000 /µL, both included"),
        ("aplastic-anaemia", 200, None, None, "Severe by this criterion", "200 to below 500 /µL"),
        ("aplastic-anaemia", 500, None, None, "Criterion not met", "500 /µL or more"),
    ],
)
def test_a_grade_is_told_with_its_bounds(
    key: str, count: int, limit: str | int | None, age: int | None, label: str, rule: str
) -> None:
    found = standing(key, count, limit, age)
    assert (found.scheme, found.label, found.rule, found.reason) == (key, label, rule, "")


@pytest.mark.parametrize(
    ("key", "name"), [("ctcae-4.03", "4.03"), ("ctcae-5.0", "5.0"), ("ctcae-6.0", "6.0"), ("daids-2.1", "2.1")]
)
def test_the_name_of_a_scheme_holds_its_version(key: str, name: str) -> None:
    assert name in standing(key, 480).name


@pytest.mark.parametrize("key", [key for key in KEYS if key not in ("conventional", "ctcae-6.0")])
def test_a_rule_that_was_not_read_at_its_source_says_so(key: str) -> None:
    assert "secondary" in standing(key, 480).source


def test_the_neutrophil_criterion_alone_is_called_so() -> None:
    assert "neutrophil criterion only" in standing("aplastic-anaemia", 480).name


# What can't be graded


@pytest.mark.parametrize("key", ["ctcae-4.03", "ctcae-5.0"])
@pytest.mark.parametrize("count", ["1500", "1500.000001", "1999", "90000"])
def test_without_the_lower_limit_a_count_that_may_be_grade_1_is_not_graded(key: str, count: str) -> None:
    found = standing(key, count)
    assert found.grade is None
    assert found.reason.endswith(".")
    assert "lower limit" in found.reason


@pytest.mark.parametrize("count", [0, 399, 1000, 6000])
def test_without_the_age_daids_gives_no_grade(count: int) -> None:
    found = standing("daids-2.1", count)
    assert found.grade is None
    assert "age" in found.reason


def test_what_cannot_be_graded_names_no_rule_but_its_scheme_and_source() -> None:
    found = standing("daids-2.1", 480)
    assert found.rule == ""
    assert found.name
    assert found.source


# All of them together


def test_a_count_stands_in_every_scheme() -> None:
    found = standings(Decimal(1300), Decimal(2000), 8)
    assert [each.scheme for each in found] == KEYS
    assert [each.grade for each in found] == ["mild", "2", "2", "1", "0", "2", "2", "2", "not-met"]
    assert [each.grade for each in standings(Decimal(1600))] == [
        "none", None, None, "0", None, "1", "1", "1", "not-met",
    ]  # fmt: skip


counts = st.decimals(min_value=0, max_value=8000, places=6)
limits = st.none() | st.decimals(min_value=1, max_value=8000, places=3)
ages = st.none() | st.integers(min_value=0, max_value=45_000)


@given(counts, limits, ages)
def test_every_count_has_a_grade_or_a_reason_in_every_scheme(
    count: Decimal, limit: Decimal | None, age: int | None
) -> None:
    for found in standings(count, limit, age):
        assert (found.grade is None) == bool(found.reason)
        assert bool(found.rule) == (found.grade is not None)
        assert found.label
        assert found.source


@given(counts, counts, limits, ages)
def test_a_higher_count_never_has_a_higher_grade(
    one: Decimal, other: Decimal, limit: Decimal | None, age: int | None
) -> None:
    lower, higher = (standings(count, limit, age) for count in sorted((one, other)))
    for less, more in zip(lower, higher, strict=True):
        if less.grade in SEVEREST_FIRST and more.grade in SEVEREST_FIRST:
            assert SEVEREST_FIRST.index(less.grade) <= SEVEREST_FIRST.index(more.grade)


@given(counts, limits)
def test_version_6_never_grades_a_count_higher_than_version_5(count: Decimal, limit: Decimal | None) -> None:
    older, newer = standing("ctcae-5.0", count, limit).grade, standing("ctcae-6.0", count, limit).grade
    assert newer is not None
    if older is not None:
        assert 0 <= int(older) - int(newer) <= 1
        assert (version_caution(count, limit) is not None) == (older != newer)


# Two versions of CTCAE


@pytest.mark.parametrize(
    ("count", "limit", "grades"),
    [
        ("99.999999", None, None),
        ("100", None, ("4", "3")),
        ("400", None, ("4", "3")),
        ("500", None, ("3", "2")),
        ("1200", None, ("2", "1")),
        ("1499.999999", None, ("2", "1")),
        ("1500", None, None),
        ("1500", 1500, None),
        ("1900", 2000, ("1", "0")),
        ("1999.999999", 2000, ("1", "0")),
        ("2000", 2000, None),
    ],
)
def test_versions_that_differ_are_both_named(count: str, limit: int | None, grades: tuple[str, str] | None) -> None:
    caution = version_caution(Decimal(count), None if limit is None else Decimal(limit))
    if grades is None:
        assert caution is None
        return
    assert caution is not None
    assert caution.code == "ctcae-versions-differ"
    assert not caution.asks
    assert f"CTCAE 5.0 gives this count grade {grades[0]}, CTCAE 6.0 gives it grade {grades[1]}" in caution.message
