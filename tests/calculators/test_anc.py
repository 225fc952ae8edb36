"""The count from the white cells and the differential: worked cases, both sides of every bound, every refusal."""

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import evaluating
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from neutrogui.calculators.anc import FIELDS, AbsoluteNeutrophilCount
from neutrogui.calculators.grading import CONVENTIONAL
from neutrogui.domain.calculator import FieldKind, Outcome
from neutrogui.domain.problem import Problems
from neutrogui.domain.quantity import COUNT_UNITS

ANC = AbsoluteNeutrophilCount()
CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("anc_cases.json").read_text(encoding="utf-8"))
SEVERITY = ("profound", "severe", "moderate", "mild", "none")


def cases(*kinds: str) -> list[Any]:
    found = [pytest.param(case["inputs"], case["expected"], id=case["id"]) for case in CASES if case["kind"] in kinds]
    assert found
    return found


def typed_as(number: Decimal | str | int) -> str:
    """A number as a text that is not ambiguous: a fourth decimal where three could divide thousands."""
    text = f"{Decimal(number):f}"
    return text + "0" if len(text.partition(".")[2]) == 3 else text


def outcome(**typed: str) -> Outcome:
    return evaluating.outcome(ANC, typed)


def refused(**typed: str) -> list[tuple[str, str]]:
    """Field and code of every problem, in order; each has a sentence."""
    return evaluating.refused(ANC, typed)


def cautions(**typed: str) -> list[tuple[str, str]]:
    return [(caution.field, caution.code) for caution in outcome(**typed).cautions]


def grade(result: Outcome) -> str:
    (only,) = result.grades
    assert only.scale.key == "conventional"
    return only.band.key


# Worked cases


@pytest.mark.parametrize(("inputs", "expected"), cases("anc_compute", "rounding_trap", "bands_logic"))
def test_a_worked_count_comes_out(inputs: dict[str, str], expected: dict[str, str]) -> None:
    result = outcome(**inputs)
    assert result.values["anc_per_ul"] == expected["anc_per_ul"]
    assert Decimal(result.values["anc_10e9_per_l"]) * 1000 == Decimal(expected["anc_per_ul"])
    assert result.count_per_ul == Decimal(expected["anc_per_ul"])
    if "grade" in expected:
        assert grade(result) == expected["grade"]


@pytest.mark.parametrize(("inputs", "expected"), cases("grade"))
def test_a_worked_count_is_graded_unrounded(inputs: dict[str, str], expected: dict[str, str]) -> None:
    result = outcome(wbc=inputs["anc_per_ul"], wbc_unit="/uL", neutrophils="100")
    assert result.values["anc_per_ul"] == inputs["anc_per_ul"]
    assert grade(result) == expected["grade"]


@pytest.mark.parametrize(("inputs", "expected"), cases("unit_convert"))
def test_a_worked_unit_is_converted(inputs: dict[str, str], expected: dict[str, str]) -> None:
    result = outcome(wbc=typed_as(inputs["value"]), wbc_unit=inputs["unit"], neutrophils="100")
    assert result.values["anc_per_ul"] == expected["anc_per_ul"]


@pytest.mark.parametrize(("inputs", "expected"), cases("input_error"))
def test_a_worked_mistake_is_refused(inputs: dict[str, str], expected: dict[str, str]) -> None:
    (wrong,) = (key for key, text in inputs.items() if text.startswith("-"))
    assert refused(**inputs) == [(wrong, expected["error"])]


@pytest.mark.parametrize(("inputs", "expected"), cases("nrbc_correct"))
def test_a_worked_white_cell_count_is_corrected_unless_it_has_been(
    inputs: dict[str, str], expected: dict[str, str]
) -> None:
    values = outcome(**inputs, neutrophils="100", nrbc_corrected="no").values
    assert values["corrected_wbc_per_ul"] == values["anc_per_ul"] == expected["corrected_wbc_per_ul"]
    uncorrected = outcome(**inputs, neutrophils="100", nrbc_corrected="yes").values
    assert uncorrected["corrected_wbc_per_ul"] is None
    assert uncorrected["anc_per_ul"] == "10500"


@pytest.mark.parametrize(("inputs", "expected"), cases("anc_ci"))
def test_a_worked_interval_comes_out(inputs: dict[str, str], expected: dict[str, Any]) -> None:
    result = outcome(**inputs)
    for limit, worked in zip(result.values["interval95_per_ul"], expected["interval95_per_ul"], strict=True):
        assert abs(Decimal(limit) - Decimal(worked)) <= Decimal(expected["tolerance"])
    assert result.values["straddles"] == expected["straddles"]
    assert [caution.code for caution in result.cautions] == ["straddles"] * bool(expected["straddles"])


# What is asked and shown


def test_the_fields_declare_the_bounds_that_the_rule_has() -> None:
    declared = {
        field.key: (field.unit or field.unit_field, field.lower, field.upper)
        for field in FIELDS
        if field.kind is FieldKind.NUMBER
    }
    percentages = dict.fromkeys(
        ("neutrophils", "segmented", "bands", "lymphocytes", "monocytes", "eosinophils", "basophils", "metamyelocytes"),
        ("%", 0, 100),
    )
    counts = dict.fromkeys(("anc", "segmented_count", "bands_count"), ("anc_unit", 0, 2_000_000))
    assert declared == {
        "wbc": ("wbc_unit", 0, 2_000_000),
        **percentages,
        **counts,
        "nrbc": ("per 100 white cells", 0, 10_000),
        "cells_counted": ("cells", 1, 10_000),
        "wbc_cv": ("%", 0, 30),
        "lower_limit": ("lower_limit_unit", 0, 2_000_000),
        "age_days": ("days", 0, 45_000),
    }


def test_who_only_wants_a_count_sees_no_more_than_that_needs() -> None:
    in_sight = {
        group.key: [f.key for f in FIELDS if not f.section and f.group in ("", group.key)] for group in ANC.groups
    }
    assert in_sight == {
        "total": ["wbc", "wbc_unit", "neutrophils"],
        "differential": ["wbc", "wbc_unit", "segmented", "bands"],
        "absolute": ["wbc", "wbc_unit", "anc", "segmented_count", "bands_count", "anc_unit"],
    }
    sections = list(dict.fromkeys(field.section for field in FIELDS if field.section))
    assert sections == ["Whole differential", "Nucleated red cells", "How sure is it?", "Limits and age"]
    assert all(field.optional == bool(field.section) for field in FIELDS)


def test_a_field_whose_label_says_enough_has_no_hint_and_belongs_to_no_way_but_its_own() -> None:
    told = {"wbc", "neutrophils", "bands", "anc", "segmented_count", "bands_included", "count_metamyelocytes",
            "nrbc_corrected", "cells_counted", "wbc_cv", "interval_method", "lower_limit", "age_days"}  # fmt: skip
    assert {field.key for field in FIELDS if field.hint} == told
    folded = {field.key: field.group for field in FIELDS if field.section}
    assert {key: group for key, group in folded.items() if group} == {"bands_included": "total"}


def test_the_working_can_be_checked_by_hand() -> None:
    result = outcome(wbc="1.2", wbc_unit="10^9/L", segmented="35", bands="5")
    assert result.working == "1.2 × (35 + 5) / 100 = 0.48 ×10⁹/L = 480 /µL"
    assert result.headline == "0.48 ×10⁹/L"
    assert result.also == "480 /µL"
    assert result.values == {
        "anc_per_ul": "480",
        "anc_10e9_per_l": "0.48",
        "corrected_wbc_per_ul": None,
        "interval95_per_ul": None,
        "straddles": [],
    }
    assert result.interval_per_ul is None
    assert result.entry == "levels-of-neutropenia"
    assert result.source


def test_the_unit_that_was_typed_comes_first() -> None:
    result = outcome(wbc="9200", wbc_unit="/uL", neutrophils="34")
    assert result.working == "9200 × 34 / 100 = 3128 /µL = 3.128 ×10⁹/L"
    assert (result.headline, result.also) == ("3128 /µL", "3.128 ×10⁹/L")
    assert outcome(wbc="1.2", wbc_unit="K/uL", neutrophils="40").headline == "0.48 ×10³/µL"


def test_the_line_to_copy_is_one_line_with_everything() -> None:
    line = outcome(wbc=" 1,2\n", wbc_unit="10^9/L", segmented="35\t", bands="5").line
    assert line == (
        "ANC 1.2 × (35 + 5) / 100 = 0.48 ×10⁹/L = 480 /µL; Conventional severity: Severe (100 to below 500 /µL)"
    )
    assert len(line.splitlines()) == 1


@pytest.mark.parametrize(
    ("wbc", "percent", "headline"),
    [
        ("4999", "10", "≈ 499 /µL"),
        ("9999", "10", "≈ 999 /µL"),
        ("14999", "10", "≈ 1499 /µL"),
        ("5000", "10", "500 /µL"),
        ("101", "10", "≈ 10 /µL"),
        ("199", "5", "9.95 /µL"),
    ],
)
def test_what_is_read_at_a_glance_is_never_rounded_up(wbc: str, percent: str, headline: str) -> None:
    assert outcome(wbc=wbc, wbc_unit="/uL", neutrophils=percent).headline == headline


@pytest.mark.parametrize(
    ("anc", "headline"),
    [("9.8765", "≈ 9.87 /µL"), ("9.87", "9.87 /µL"), ("10", "10 /µL"), ("10.5", "≈ 10 /µL"), ("0.005", "≈ 0 /µL")],
)
def test_a_count_below_10_is_read_with_two_decimals(anc: str, headline: str) -> None:
    assert outcome(anc=typed_as(anc), anc_unit="/uL").headline == headline


@pytest.mark.parametrize(
    "differential", [{"neutrophils": "0"}, {"segmented": "0", "bands": "0"}], ids=["total", "differential"]
)
def test_no_neutrophils_at_all_are_a_profound_neutropenia(differential: dict[str, str]) -> None:
    result = outcome(wbc="5", wbc_unit="10^9/L", **differential)
    assert (result.values["anc_per_ul"], result.values["anc_10e9_per_l"]) == ("0", "0")
    assert grade(result) == "profound"
    assert result.cautions == ()
    assert result.headline == "0 ×10⁹/L"


@pytest.mark.parametrize(
    ("wbc", "severity"),
    [
        ("99.99", "profound"), ("100", "severe"), ("499.99", "severe"), ("500", "moderate"), ("999.99", "moderate"),
        ("1000", "mild"), ("1499.99", "mild"), ("1500", "none"),
    ],
)  # fmt: skip
def test_the_severity_is_that_of_the_exact_count(wbc: str, severity: str) -> None:
    assert grade(outcome(wbc=wbc, wbc_unit="/uL", neutrophils="100")) == severity


# Units


def test_a_missing_unit_is_asked_for() -> None:
    assert refused(wbc="1.2", neutrophils="40") == [("wbc_unit", "missing")]
    assert refused(wbc="1.2", wbc_unit=" ", neutrophils="40") == [("wbc_unit", "missing")]


@pytest.mark.parametrize("unit", ["mg/L", "10^12/L", "K", "%"])
def test_an_unknown_unit_is_refused(unit: str) -> None:
    assert refused(wbc="1.2", wbc_unit=unit, neutrophils="40") == [("wbc_unit", "unknown-unit")]


@pytest.mark.parametrize("unit", ["10^9/L", "10^3/uL"])
@pytest.mark.parametrize(("wbc", "asks"), [("500", False), ("500.0001", True), ("501", True), ("2000", True)])
def test_a_very_high_count_asks_for_its_unit(unit: str, wbc: str, asks: bool) -> None:
    assert cautions(wbc=wbc, wbc_unit=unit, neutrophils="50") == ([("wbc", "check-unit")] if asks else [])


@pytest.mark.parametrize(
    ("wbc", "asks"), [("0", False), ("0.0001", True), ("4.2", True), ("99.99", True), ("100", False), ("101", False)]
)
def test_a_very_low_count_asks_for_its_unit(wbc: str, asks: bool) -> None:
    assert cautions(wbc=wbc, wbc_unit="/uL", neutrophils="50") == ([("wbc", "check-unit")] if asks else [])


def test_a_count_that_is_low_in_litres_asks_nothing() -> None:
    assert cautions(wbc="0.01", wbc_unit="10^9/L", neutrophils="50") == []
    assert cautions(wbc="501", wbc_unit="/uL", neutrophils="50") == []


@pytest.mark.parametrize(("wbc", "asks"), [("500000", False), ("500000.1", True), ("1200000", True)])
def test_a_count_that_is_very_high_even_in_the_smallest_unit_asks_too(wbc: str, asks: bool) -> None:
    found = outcome(wbc=wbc, wbc_unit="/uL", neutrophils="50").cautions
    assert [(each.field, each.code, each.asks, each.instead) for each in found] == (
        [("wbc", "check-unit", True, None)] if asks else []
    )


@pytest.mark.parametrize(
    ("wbc", "unit", "instead"), [("1200", "10^9/L", "/uL"), ("1200", "10^3/uL", "/uL"), ("4.2", "/uL", "10^9/L")]
)
def test_the_unit_that_was_probably_meant_is_offered(wbc: str, unit: str, instead: str) -> None:
    (caution,) = outcome(wbc=wbc, wbc_unit=unit, neutrophils="50").cautions
    assert caution.asks
    assert caution.instead == ("wbc_unit", instead)
    assert caution.message.endswith("?")
    assert cautions(wbc=wbc, wbc_unit=instead, neutrophils="50") == []


@pytest.mark.parametrize(
    ("unit", "limit", "over"),
    [("/uL", "2000000", "2000000.1"), ("10^9/L", "2000", "2000.0001"), ("K/uL", "2000", "2001")],
)
def test_a_count_over_any_leukaemias_is_refused(unit: str, limit: str, over: str) -> None:
    assert outcome(wbc=limit, wbc_unit=unit, neutrophils="50").values["anc_per_ul"] == "1000000"
    assert refused(wbc=over, wbc_unit=unit, neutrophils="50") == [("wbc", "out-of-range")]


# The differential


def test_total_and_differential_give_the_same_count() -> None:
    total = outcome(wbc="3.3", wbc_unit="10^9/L", neutrophils="45.4")
    parts = outcome(wbc="3.3", wbc_unit="10^9/L", segmented="45", bands="0.4")
    assert total.values == parts.values
    assert parts.working == "3.3 × (45 + 0.4) / 100 = 1.4982 ×10⁹/L = 1498.2 /µL"


@pytest.mark.parametrize(
    ("differential", "problems"),
    [
        ({}, [("neutrophils", "missing")]),
        ({"neutrophils": " ", "segmented": "", "bands": "\t"}, [("neutrophils", "missing")]),
        ({"segmented": "35"}, [("bands", "missing")]),
        ({"bands": "5"}, [("segmented", "missing")]),
        ({"neutrophils": "40", "segmented": "35"}, [("neutrophils", "conflict")]),
        ({"neutrophils": "40", "bands": "5"}, [("bands_included", "missing")]),
        ({"neutrophils": "42", "segmented": "35", "bands": "5"}, [("neutrophils", "conflict")]),
        ({"segmented": "60", "bands": "40.0001"}, [("bands", "over-100")]),
        ({"segmented": "100", "bands": "1"}, [("bands", "over-100")]),
        ({"neutrophils": "100.0001"}, [("neutrophils", "out-of-range")]),
        ({"segmented": "101", "bands": "0"}, [("segmented", "out-of-range")]),
        ({"segmented": "0", "bands": "100.1"}, [("bands", "out-of-range")]),
        ({"segmented": "x", "bands": "-1"}, [("segmented", "not-a-number"), ("bands", "negative")]),
        ({"segmented": "1.234"}, [("segmented", "ambiguous"), ("bands", "missing")]),
        ({"neutrophils": "45,123"}, [("neutrophils", "ambiguous")]),
    ],
)
def test_a_differential_that_cannot_be_meant_is_refused(
    differential: dict[str, str], problems: list[tuple[str, str]]
) -> None:
    assert refused(wbc="5", wbc_unit="10^9/L", **differential) == problems


@pytest.mark.parametrize(
    "differential",
    [{"neutrophils": "100"}, {"segmented": "60", "bands": "40"}, {"segmented": "99.9999", "bands": "0.0001"}],
)
def test_all_cells_may_be_neutrophils(differential: dict[str, str]) -> None:
    assert outcome(wbc="5", wbc_unit="10^9/L", **differential).values["anc_per_ul"] == "5000"


@pytest.mark.parametrize(
    ("percent", "asks"),
    [
        ("0", False), ("0.0001", True), ("0.4", True), ("1", True), ("1.0", True),
        ("1.0001", False), ("1.1", False), ("40", False),
    ],
)  # fmt: skip
def test_a_fraction_is_not_taken_for_a_percentage_unasked(percent: str, asks: bool) -> None:
    expected = [("neutrophils", "fraction-or-percent")] if asks else []
    assert cautions(wbc="5", wbc_unit="10^9/L", neutrophils=percent) == expected
    expected = [("segmented", "fraction-or-percent")] if asks else []
    assert cautions(wbc="5", wbc_unit="10^9/L", segmented=percent, bands="0") == expected


def test_a_small_share_of_bands_asks_nothing() -> None:
    assert cautions(wbc="5", wbc_unit="10^9/L", segmented="40", bands="0.5") == []


def test_the_fraction_that_was_probably_meant_is_named() -> None:
    (caution,) = outcome(wbc="5", wbc_unit="10^9/L", neutrophils="0,4").cautions
    assert caution.asks
    assert "type 40 instead" in caution.message


def test_every_question_is_asked_at_once() -> None:
    both = cautions(wbc="4.2", wbc_unit="/uL", neutrophils="0.4")
    assert both == [("wbc", "check-unit"), ("neutrophils", "fraction-or-percent")]


# Bands and a total

OTHERS = {"lymphocytes": "30", "monocytes": "7", "eosinophils": "2", "basophils": "1"}
"""40 % of the cells, in whole percent."""


def counted(**percentages: str) -> str:
    """The neutrophils of 1,000 white cells/µL: ten times the share."""
    return str(outcome(wbc="1000", wbc_unit="/uL", **percentages).values["anc_per_ul"])


def mentioned(**percentages: str) -> list[tuple[str, str]]:
    return cautions(wbc="1000", wbc_unit="/uL", **percentages)


def not_taken(**percentages: str) -> list[tuple[str, str]]:
    return refused(wbc="1000", wbc_unit="/uL", **percentages)


def test_a_total_with_bands_asks_whether_the_total_has_them() -> None:
    result = ANC.evaluate({"wbc": "2", "wbc_unit": "10^9/L", "neutrophils": "24", "bands": "5"})
    assert isinstance(result, Problems)
    (problem,) = result.problems
    assert (problem.field, problem.code) == ("bands_included", "missing")
    assert problem.message.endswith("Does the total of 24 % include the bands of 5 %?")


@pytest.mark.parametrize(("answer", "count"), [("yes", "240"), ("no", "290"), ("Y", "240"), ("false", "290")])
def test_bands_are_added_to_a_total_only_when_it_is_said_to_lack_them(answer: str, count: str) -> None:
    assert counted(neutrophils="24", bands="5", bands_included=answer) == count
    assert mentioned(neutrophils="24", bands="5", bands_included=answer) == []


def test_no_bands_need_no_answer() -> None:
    for answer in ({}, {"bands_included": "yes"}, {"bands_included": "no"}):
        assert counted(neutrophils="24", bands="0", **answer) == "240"


def test_an_answer_that_is_none_is_refused_once() -> None:
    assert not_taken(neutrophils="24", bands="5", bands_included="perhaps") == [("bands_included", "unknown-choice")]


def test_a_total_that_lacks_the_bands_needs_them() -> None:
    assert not_taken(neutrophils="24", bands_included="no") == [("bands", "missing")]
    assert counted(neutrophils="24", bands_included="yes") == "240"


def test_a_whole_differential_shows_where_the_bands_are() -> None:
    assert counted(neutrophils="55", bands="5", **OTHERS) == "600"
    assert mentioned(neutrophils="55", bands="5", **OTHERS) == [("bands", "bands-beside-total")]
    assert counted(neutrophils="60", bands="5", **OTHERS) == "600"
    assert mentioned(neutrophils="60", bands="5", **OTHERS) == [("bands", "bands-in-total")]


# Six whole percentages are off by less than 6 × 0.5 = 3 together, five of them (without the bands) by less than 2.5.
@pytest.mark.parametrize(
    ("total", "bands", "count"),
    [
        ("55", "5", "600"),  # 100 with the bands, 95 without
        ("57", "3", "600"),  # 100 and 97: rounding doesn't explain 3 of five
        ("58", "2", None),  # 100 and 98: it explains both
        ("57", "5", "620"),  # 102 and 97
        ("53", "5", "580"),  # 98 and 93
        ("52", "5", None),  # 97 and 92: the whole doesn't add up either way
        ("60", "3", "600"),  # 103 and 100: the bands can't come on top
        ("60", "2", None),  # 102 and 100
        ("58", "5", "580"),  # 103 and 98
        ("57.5", "2.5", "600"),  # two of them to a tenth, so off by less than 2.1 and 2.05: 100 and 97.5
        ("58.0", "2.0", None),  # 100 and 98
        ("57.9", "2.1", "600"),  # 100 and 97.9
    ],
)
def test_the_sum_decides_only_where_rounding_cannot(total: str, bands: str, count: str | None) -> None:
    if count is None:
        assert not_taken(neutrophils=total, bands=bands, **OTHERS) == [("bands_included", "missing")]
    else:
        assert counted(neutrophils=total, bands=bands, **OTHERS) == count


def test_a_whole_differential_that_adds_up_neither_way_is_asked_about() -> None:
    # 57 + 8 + 40 is 105 with the bands, more than 6 × 0.5 off, and 97 without, more than 5 × 0.5 off: a slip somewhere.
    assert not_taken(neutrophils="57", bands="8", **OTHERS) == [("bands_included", "missing")]
    assert counted(neutrophils="57", bands="8", bands_included="yes", **OTHERS) == "570"
    assert not_taken(neutrophils="57", bands="8", bands_included="no", **OTHERS) == [("basophils", "over-100")]
    # 58 + 40 is 98 without, which rounding explains.
    assert counted(neutrophils="58", bands="8", **OTHERS) == "580"


def test_a_sum_that_is_off_by_all_roundings_together_is_not_explained_by_them() -> None:
    """Two of five percentages to a tenth: 3 × 0.5 + 2 × 0.05 = 1.6; with the bands 2.1."""
    others = OTHERS | {"lymphocytes": "30.0"}
    assert counted(neutrophils="58.4", bands="2", **others) == "604"  # 98.4 without the bands, 100.4 with them
    assert not_taken(neutrophils="58.5", bands="2", **others) == [("bands_included", "missing")]


@pytest.mark.parametrize("unknown", OTHERS)
def test_a_part_of_a_differential_never_adds_bands(unknown: str) -> None:
    """The cells that were not typed could be as many as the bands."""
    known = {key: percent for key, percent in OTHERS.items() if key != unknown}
    percentages = {"neutrophils": str(55 + int(OTHERS[unknown])), "bands": "5", **known}
    assert not_taken(**percentages) == [("bands_included", "missing")]


def test_a_part_of_a_differential_can_show_that_the_bands_are_in_the_total() -> None:
    assert counted(neutrophils="60", bands="5", lymphocytes="38") == "600"
    assert counted(neutrophils="98", bands="5") == "980"
    assert not_taken(neutrophils="60", bands="5", lymphocytes="36") == [("bands_included", "missing")]


def test_the_answer_goes_before_the_sum_but_not_over_100_percent() -> None:
    assert counted(neutrophils="55", bands="5", bands_included="yes", **OTHERS) == "550"
    assert mentioned(neutrophils="55", bands="5", bands_included="yes", **OTHERS) == [("basophils", "sum-not-100")]
    assert not_taken(neutrophils="60", bands="5", bands_included="no", **OTHERS) == [("basophils", "over-100")]
    assert not_taken(neutrophils="60", bands="41", bands_included="no") == [("bands", "over-100")]


def test_bands_are_no_more_than_the_total_that_has_them() -> None:
    assert not_taken(neutrophils="10", bands="12", bands_included="yes") == [("bands", "conflict")]
    assert not_taken(neutrophils="10", bands="11", bands_included="yes") == [("bands", "conflict")]
    assert counted(neutrophils="10", bands="10.5", bands_included="yes") == "100"
    assert not_taken(neutrophils="3", bands="99") == [("bands", "conflict")]


@pytest.mark.parametrize("total", ["39", "39.0", "40", "41", "41.0"])
def test_segmented_and_bands_go_before_a_total_that_fits(total: str) -> None:
    """Whole percentages are off by less than 0.5 each, so the three by less than 1.5; with a total to a tenth 1.05."""
    assert counted(neutrophils=total, segmented="35", bands="5") == "400"


def test_a_total_is_off_by_less_than_all_roundings_together() -> None:
    """Two of the three to a tenth: 0.05 + 0.05 + 0.5."""
    assert counted(neutrophils="41.0", segmented="35.5", bands="5") == "405"
    assert not_taken(neutrophils="41.1", segmented="35.5", bands="5") == [("neutrophils", "conflict")]


@pytest.mark.parametrize("total", ["35", "38", "38.9", "41.1", "42"])
@pytest.mark.parametrize("answer", [{}, {"bands_included": "yes"}, {"bands_included": "no"}])
def test_a_total_that_is_not_segmented_plus_bands_is_refused(total: str, answer: dict[str, str]) -> None:
    assert not_taken(neutrophils=total, segmented="35", bands="5", **answer) == [("neutrophils", "conflict")]


def test_a_total_that_does_not_fit_is_refused_once() -> None:
    assert not_taken(neutrophils="90", segmented="70", bands="40") == [("neutrophils", "conflict")]


# The whole differential


def test_a_whole_differential_that_adds_up_says_nothing() -> None:
    assert counted(segmented="55", bands="5", **OTHERS) == "600"
    assert mentioned(segmented="55", bands="5", **OTHERS) == []
    assert mentioned(neutrophils="60", **OTHERS) == []


@pytest.mark.parametrize(
    ("segmented", "refused_"),
    [("55", False), ("56", False), ("57", False), ("57.4", False), ("58", True), ("57.6", True), ("60", True)],
)
def test_only_rounding_may_lift_the_sum_over_100_percent(segmented: str, refused_: bool) -> None:
    """Six whole percentages are off by less than 3 together; one of them to a tenth, by less than 2.55."""
    percentages = {"segmented": segmented, "bands": "5", **OTHERS}
    if refused_:
        assert not_taken(**percentages) == [("basophils", "over-100")]
    else:
        assert mentioned(**percentages) == ([("basophils", "sum-not-100")] if segmented != "55" else [])


def test_two_percentages_over_100_percent_are_refused() -> None:
    assert not_taken(neutrophils="60", lymphocytes="41") == [("lymphocytes", "over-100")]
    assert not_taken(segmented="65", bands="10", lymphocytes="30") == [("lymphocytes", "over-100")]
    assert not_taken(segmented="60", bands="5", metamyelocytes="40") == [("metamyelocytes", "over-100")]


@pytest.mark.parametrize(("neutrophils", "mentions"), [("58", False), ("58.0", False), ("57.9", True), ("57", True)])
def test_cells_that_are_missing_from_a_whole_differential_are_mentioned(neutrophils: str, mentions: bool) -> None:
    """Five whole percentages are off by less than 2.5 together; one of them to a tenth, by less than 2.05."""
    found = mentioned(neutrophils=neutrophils, **OTHERS)
    assert found == ([("basophils", "sum-not-100")] if mentions else [])


@pytest.mark.parametrize(("segmented", "mentions"), [("53", False), ("52", True)])
def test_cells_are_missing_where_all_roundings_together_just_explain_it(segmented: str, mentions: bool) -> None:
    """Six whole percentages are off by less than 3 together."""
    found = mentioned(segmented=segmented, bands="5", **OTHERS)
    assert found == ([("basophils", "sum-not-100")] if mentions else [])


def test_a_total_that_leaves_cells_over_may_lack_the_bands() -> None:
    (total,) = outcome(wbc="1000", wbc_unit="/uL", neutrophils="55", **OTHERS).cautions
    assert "add up to 95 %: 5 % of the cells" in total.message
    assert "bands beside the total" in total.message
    (parts,) = outcome(wbc="1000", wbc_unit="/uL", segmented="50", bands="5", **OTHERS).cautions
    assert "bands beside" not in parts.message
    assert not total.asks


def test_a_part_of_a_differential_need_not_add_up() -> None:
    assert mentioned(neutrophils="20", lymphocytes="30") == []


# Metamyelocytes


def test_metamyelocytes_are_counted_only_on_demand_and_named() -> None:
    typed = {"wbc": "4", "wbc_unit": "10^9/L", "segmented": "20", "bands": "5", "metamyelocytes": "3"}
    counted_too = outcome(**typed, count_metamyelocytes="yes")
    assert counted_too.working == "4 × (20 + 5 + 3 metamyelocytes) / 100 = 1.12 ×10⁹/L = 1120 /µL"
    assert "metamyelocytes" in counted_too.line
    assert counted_too.source.split("; ")[-1].startswith("metamyelocytes: NeoReviews")
    for answer in ({}, {"count_metamyelocytes": "no"}):
        left_out = outcome(**typed, **answer)
        assert left_out.values["anc_per_ul"] == "1000"
        assert "metamyelocytes" not in left_out.line
        assert "NeoReviews" not in left_out.source


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"count_metamyelocytes": "yes"}, "3 % is counted"),
        ({"count_metamyelocytes": "no"}, "3 % is left out"),
        ({}, "left out"),
    ],
)
def test_that_sources_differ_on_metamyelocytes_is_said(answer: dict[str, str], words: str) -> None:
    typed = {"wbc": "4", "wbc_unit": "10^9/L", "neutrophils": "25", "metamyelocytes": "3"}
    (caution,) = outcome(**typed, **answer).cautions
    assert (caution.field, caution.code) == ("metamyelocytes", "metamyelocytes")
    assert "NeoReviews 2004" in caution.message
    assert words in caution.message


def test_no_metamyelocytes_are_nothing_to_mention() -> None:
    assert mentioned(neutrophils="25", metamyelocytes="0", count_metamyelocytes="yes") == []


def test_metamyelocytes_that_are_to_be_counted_must_be_typed() -> None:
    assert not_taken(neutrophils="25", count_metamyelocytes="yes") == [("metamyelocytes", "missing")]
    assert not_taken(segmented="60", bands="5", metamyelocytes="35.1", count_metamyelocytes="yes") == [
        ("metamyelocytes", "over-100")
    ]


# Nucleated red cells


def test_the_correction_can_be_checked_by_hand() -> None:
    """17,400 white cells with 8 nucleated red cells per 100 of them are 16,111 (17,400 × 100 / 108 = 16,111.1…)."""
    result = outcome(wbc="17400", wbc_unit="/uL", neutrophils="40", nrbc="8", nrbc_corrected="no")
    assert result.working == (
        "17400 × 100 / (100 + 8) ≈ 16111.11 /µL corrected; 16111.11 × 40 / 100 ≈ 6444.44 /µL = 6.44444 ×10⁹/L"
    )
    assert (result.headline, result.also) == ("≈ 6444 /µL", "≈ 6.444 ×10⁹/L")
    assert result.values["corrected_wbc_per_ul"] == "16111.111111"
    assert (result.values["anc_per_ul"], result.values["anc_10e9_per_l"]) == ("6444.444444", "6.444444444")
    assert "medicalalgorithms.com" in result.source
    assert result.cautions == ()


def test_a_correction_that_goes_up_evenly_is_exact() -> None:
    result = outcome(wbc="10.5", wbc_unit="10^9/L", neutrophils="40", nrbc="5", nrbc_corrected="no")
    assert result.working == ("10.5 × 100 / (100 + 5) = 10 ×10⁹/L corrected; 10 × 40 / 100 = 4 ×10⁹/L = 4000 /µL")


def test_a_count_on_a_bound_stays_on_it_though_the_corrected_white_cells_have_no_end() -> None:
    """600 × 100 / 108 = 555.5…, of which 90 % are 500."""
    result = outcome(wbc="600", wbc_unit="/uL", neutrophils="90", nrbc="8", nrbc_corrected="no")
    assert result.values["anc_per_ul"] == "500"
    assert grade(result) == "moderate"
    assert result.working.endswith("555.55 × 90 / 100 ≈ 500 /µL = 0.5 ×10⁹/L")


def test_whether_the_laboratory_has_corrected_is_asked() -> None:
    assert not_taken(neutrophils="40", nrbc="8") == [("nrbc_corrected", "missing")]
    assert not_taken(neutrophils="40", nrbc_corrected="no") == [("nrbc", "missing")]
    assert not_taken(neutrophils="40", nrbc="8", nrbc_corrected="x") == [("nrbc_corrected", "unknown-choice")]
    assert not_taken(neutrophils="40", nrbc="-1") == [("nrbc", "negative")]
    assert not_taken(neutrophils="40", nrbc="10000.1", nrbc_corrected="no") == [("nrbc", "out-of-range")]


def test_what_is_corrected_already_is_not_corrected_again() -> None:
    for answer in ({"nrbc": "8", "nrbc_corrected": "yes"}, {"nrbc_corrected": "yes"}, {"nrbc": "0"}):
        result = outcome(wbc="1000", wbc_unit="/uL", neutrophils="40", **answer)
        assert result.values["anc_per_ul"] == "400"
        assert result.values["corrected_wbc_per_ul"] is None
        assert result.cautions == ()


@pytest.mark.parametrize(
    ("nrbc", "mentions"), [("0", False), ("0.5", True), ("1", True), ("5", True), ("5.1", False), ("200", False)]
)
def test_a_number_from_which_sources_differ_is_mentioned(nrbc: str, mentions: bool) -> None:
    """One corrects from 5 on, one above 5, one from 1 or for any: above 5 all of them do."""
    found = mentioned(neutrophils="40", nrbc=nrbc, nrbc_corrected="no")
    assert found == ([("nrbc", "nrbc-threshold")] if mentions else [])


# How sure it is


@pytest.mark.parametrize(("age", "told"), [("0", True), ("364", True), ("365", False), ("20000", False)])
def test_a_count_in_the_first_year_is_not_judged_by_the_scale_of_adults_alone(age: str, told: bool) -> None:
    """2,000/µL is no neutropenia in an adult, and below 5,000 in the first week (5-Minute Pediatric Consult)."""
    expected = [("age_days", "age-outside-scale")] if told else []
    assert cautions(anc="2000", anc_unit="/uL", age_days=age) == expected
    assert cautions(anc="2000", anc_unit="/uL") == []


def test_the_interval_stands_beside_the_count_with_its_cells() -> None:
    result = outcome(wbc="2.0", wbc_unit="10^9/L", neutrophils="20", cells_counted="100")
    assert result.working == (
        "2 × 20 / 100 = 0.4 ×10⁹/L = 400 /µL; "
        "95 % interval 0.253 to 0.584 ×10⁹/L by Clopper–Pearson (exact) from 20 of 100 cells"
    )
    assert result.line.startswith(f"ANC {result.working}; Conventional severity")
    assert [Decimal(limit) for limit in result.values["interval95_per_ul"]] == list(result.interval_per_ul)
    assert "Clopper–Pearson (exact), the white cell count taken as free of error" in result.source


@pytest.mark.parametrize(
    ("wbc", "shown", "straddles"),
    [
        # 50 of 100 cells: 39.83211 to 60.16789 %, so that the upper limit is 500 /µL with 831.008 white cells.
        ("831", "331.004 to 499.996 /µL", []),  # 499.99514; in whole cells it would seem to reach 500
        ("831.1", "331 to 501 /µL", ["500"]),  # 500.0553
        ("830", "330.6 to 499.4 /µL", []),  # 499.3935
        ("828", "329 to 499 /µL", []),  # 498.1901
    ],
)
def test_an_interval_that_ends_just_below_a_bound_is_not_shown_on_it(
    wbc: str, shown: str, straddles: list[str]
) -> None:
    result = outcome(wbc=wbc, wbc_unit="/uL", neutrophils="50", cells_counted="100")
    assert result.values["straddles"] == straddles
    assert f"95 % interval {shown} by Clopper–Pearson (exact) from 50 of 100 cells" in result.working


def test_an_interval_across_a_bound_says_how_many_cells_would_settle_it() -> None:
    (caution,) = outcome(wbc="2000", wbc_unit="/uL", neutrophils="20", cells_counted="100").cautions
    assert (caution.field, caution.code, caution.asks) == ("cells_counted", "straddles", False)
    assert caution.message == (
        "With 100 cells counted, the 95 % interval of 253 to 584 /µL reaches across 500 /µL: the severity is not "
        "certain. About 300 cells would settle it if the share stayed the same."
    )
    settled = outcome(wbc="2000", wbc_unit="/uL", neutrophils="20", cells_counted="300")
    assert settled.values["straddles"] == []
    assert outcome(wbc="2000", wbc_unit="/uL", neutrophils="20", cells_counted="295").values["straddles"] == ["500"]


def test_a_count_on_a_bound_is_settled_by_no_number_of_cells() -> None:
    (caution,) = outcome(wbc="1.0", wbc_unit="10^9/L", neutrophils="50", cells_counted="100").cautions
    assert "reaches across 0.5 ×10⁹/L" in caution.message
    assert caution.message.endswith("not even 10,000 cells would settle it.")


@pytest.mark.parametrize(
    ("percent", "fits"), [("11", False), ("12", True), ("12.5", True), ("13", True), ("14", False)]
)
def test_half_a_percent_may_have_been_rounded_either_way(percent: str, fits: bool) -> None:
    """One of 8 cells is 12.5 %, printed as 12 or 13."""
    told = cautions(wbc="10", wbc_unit="G/L", neutrophils=percent, cells_counted="8")
    assert (("cells_counted", "cells-do-not-fit") not in told) == fits


def test_a_wide_interval_names_every_bound_in_it() -> None:
    result = outcome(wbc="2.0", wbc_unit="10^9/L", neutrophils="50", cells_counted="10")
    assert result.values["straddles"] == ["500", "1000", "1500"]
    assert "reaches across 0.5 ×10⁹/L, 1 ×10⁹/L and 1.5 ×10⁹/L" in result.cautions[0].message


def test_a_few_more_cells_are_told_where_whole_cells_just_miss() -> None:
    """38 of 50 cells (75 % are 37.5) reach across 1,500 of 2,500; 48 cells with 75 % would not."""
    (*_, caution) = outcome(wbc="2500", wbc_unit="/uL", neutrophils="75", cells_counted="50").cautions
    assert caution.code == "straddles"
    assert caution.message.endswith("A few more cells would settle it if the share stayed the same.")


@pytest.mark.parametrize(
    ("percentages", "cells", "fits"),
    [
        ({"neutrophils": "20"}, "100", True),
        ({"neutrophils": "33"}, "200", True),  # 66 cells
        ({"neutrophils": "33"}, "150", True),  # 49 or 50 cells print 33 %
        ({"neutrophils": "33"}, "50", False),  # 16 cells are 32 %, 17 are 34 %
        ({"neutrophils": "45.4"}, "100", False),
        ({"neutrophils": "45.4"}, "500", True),  # 227 cells
        ({"neutrophils": "45.5"}, "200", True),  # 91 cells
        ({"neutrophils": "45.5"}, "100", False),
        ({"neutrophils": "6"}, "10", False),
        ({"neutrophils": "0"}, "1", True),
        ({"segmented": "35", "bands": "5"}, "100", True),
        ({"segmented": "35", "bands": "5.5"}, "100", False),
        ({"segmented": "34.5", "bands": "5.5"}, "100", False),  # 40 cells together, but neither is whole
        ({"segmented": "34.5", "bands": "5.5"}, "200", True),
        ({"segmented": "20", "bands": "5", "metamyelocytes": "2.5", "count_metamyelocytes": "yes"}, "100", False),
        ({"segmented": "20", "bands": "5", "metamyelocytes": "2.5"}, "100", True),
        ({"neutrophils": "24", "bands": "5.5", "bands_included": "yes"}, "100", True),
        ({"neutrophils": "24", "bands": "5.5", "bands_included": "no"}, "100", False),
    ],
)
def test_a_percentage_that_cells_cannot_give_is_mentioned(percentages: dict[str, str], cells: str, fits: bool) -> None:
    codes = [code for field, code in mentioned(**percentages, cells_counted=cells) if field == "cells_counted"]
    assert ("cells-do-not-fit" in codes) == (not fits)


def test_the_percentage_that_does_not_fit_is_named_with_the_cells_that_are_taken() -> None:
    caution = outcome(wbc="1000", wbc_unit="/uL", neutrophils="45.4", cells_counted="100").cautions[0]
    assert "45.4 % can’t come from 100 cells" in caution.message
    assert "45 of 100" in caution.message


def test_the_interval_follows_the_corrected_white_cells() -> None:
    plain_ = outcome(wbc="1000", wbc_unit="/uL", neutrophils="40", cells_counted="100").interval_per_ul
    corrected = outcome(
        wbc="1100", wbc_unit="/uL", neutrophils="40", cells_counted="100", nrbc="10", nrbc_corrected="no"
    ).interval_per_ul
    assert corrected == plain_


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ("0", "out-of-range"),
        ("10001", "out-of-range"),
        ("99.5", "not-whole"),
        ("x", "not-a-number"),
        ("-1", "negative"),
    ],
)
def test_cells_are_counted_in_whole_numbers(cells: str, code: str) -> None:
    assert not_taken(neutrophils="40", cells_counted=cells) == [("cells_counted", code)]


def test_no_white_cells_leave_nothing_uncertain() -> None:
    result = outcome(wbc="0", wbc_unit="/uL", neutrophils="40", cells_counted="100")
    assert result.values["interval95_per_ul"] == ["0", "0"]
    assert result.values["straddles"] == []


# By another method, and with the white cells' own error


def sure(wbc: str = "2000", percent: str = "20", cells: str = "100", **typed: str) -> Outcome:
    return outcome(wbc=wbc, wbc_unit="/uL", neutrophils=percent, cells_counted=cells, **typed)


@pytest.mark.parametrize("spelling", ["wilson", "Wilson"])
def test_wilsons_interval_is_carried_to_the_count_where_it_is_chosen(spelling: str) -> None:
    # 40 of 200 cells: 15.0 to 26.1 % (published); of 1,000 cells that is 150 to 261.
    result = sure("1000", "20", "200", interval_method=spelling)
    assert [round(limit / 10, 1) for limit in result.interval_per_ul] == [Decimal("15.0"), Decimal("26.1")]
    assert "by Wilson (score) from 40 of 200 cells" in result.working
    assert "Wilson (score)" in result.source
    assert "Clopper" not in result.source


@pytest.mark.parametrize("spelling", ["", "clopper-pearson", "exact"])
def test_the_exact_interval_is_taken_unless_another_is_chosen(spelling: str) -> None:
    assert sure(interval_method=spelling) == sure()


def test_a_method_alone_changes_nothing() -> None:
    """It says how an interval would be found; without cells counted there is none."""
    typed = {"wbc": "2000", "wbc_unit": "/uL", "neutrophils": "20"}
    assert outcome(**typed, interval_method="wilson") == outcome(**typed)
    assert outcome(anc="400", anc_unit="/uL", interval_method="wilson") == outcome(anc="400", anc_unit="/uL")


def test_the_cells_that_would_settle_it_are_those_of_the_method_chosen() -> None:
    """Wilson's upper limit of 20 % is below 25 % where 0.05 > 1.96 × √(0.25 × 0.75 / n): from 289 cells.

    In whole cells that is 57.8 of 289, so 58, of which 290 are exactly 20 %.
    """
    (caution,) = sure(interval_method="wilson").cautions
    assert caution.message.endswith("About 290 cells would settle it if the share stayed the same.")
    assert sure(cells="290", interval_method="wilson").values["straddles"] == []
    assert sure(cells="285", interval_method="wilson").values["straddles"] == ["500"]


def test_the_white_cells_error_widens_the_interval_by_the_rule_that_is_told() -> None:
    exact, widened = (sure(**typed).interval_per_ul for typed in ({}, {"wbc_cv": "10"}))
    z = Decimal("1.959964")
    for limit, alone in zip(widened, exact, strict=True):
        assert abs((400 - limit) ** 2 - (400 - alone) ** 2 - (z * limit / 10) ** 2) < Decimal("0.01")
    assert widened[0] < exact[0] < 400 < exact[1] < widened[1]


def test_the_working_shows_the_cv_and_the_rule() -> None:
    result = sure("2000", wbc_cv="3,0")
    assert result.working == (
        "2000 × 20 / 100 = 400 /µL = 0.4 ×10⁹/L; 95 % interval 252 to 587 /µL by Clopper–Pearson (exact) from 20 of "
        "100 cells (alone 253 to 584 /µL) and the white cells’ CV of 3 %: (count − limit)² = (count − limit from the "
        "cells alone)² + (1.96 × 3 % × limit)²"
    )
    assert "MOVER-R" in result.source
    assert "free of error" not in result.source


@pytest.mark.parametrize("cv", ["", "0", "0.0"])
def test_white_cells_without_an_error_leave_the_interval_as_it_is(cv: str) -> None:
    assert sure(wbc_cv=cv) == sure()
    assert outcome(wbc="2", wbc_unit="G/L", neutrophils="20", wbc_cv=cv).interval_per_ul is None
    assert outcome(anc="400", anc_unit="/uL", wbc_cv=cv).count_per_ul == 400


def test_the_interval_without_the_error_of_the_white_cells_is_by_the_chosen_method_too() -> None:
    # 10 of 100 cells of 1,000: 4.90 to 17.62 % exactly, 5.52 to 17.44 % by Wilson.
    typed = {"wbc": "1000", "wbc_unit": "/uL", "neutrophils": "10", "cells_counted": "100", "wbc_cv": "3"}
    assert "(alone 49 to 177 /µL)" in outcome(**typed).working
    assert "(alone 55 to 175 /µL)" in outcome(**typed, interval_method="wilson").working


def test_an_interval_silences_no_other_caution() -> None:
    typed = {"wbc": "12", "wbc_unit": "/uL", "neutrophils": "50", "metamyelocytes": "2"}
    without = outcome(**typed).cautions
    assert [caution.code for caution in without] == ["check-unit", "metamyelocytes"]
    assert outcome(**typed, cells_counted="1000").cautions[: len(without)] == without


def test_the_error_of_the_white_cells_alone_is_no_interval() -> None:
    """An analyser's differential has an error of its own, which nobody has told."""
    assert not_taken(neutrophils="20", wbc_cv="3") == [("cells_counted", "missing")]
    assert not_taken(neutrophils="20", wbc_cv="3", cells_counted="x") == [("cells_counted", "not-a-number")]


@pytest.mark.parametrize(
    ("cv", "code"), [("30.1", "out-of-range"), ("-1", "negative"), ("x", "not-a-number"), ("1,234", "ambiguous")]
)
def test_a_cv_that_can_not_be_is_refused(cv: str, code: str) -> None:
    assert not_taken(neutrophils="20", cells_counted="100", wbc_cv=cv) == [("wbc_cv", code)]


@pytest.mark.parametrize(("cv", "asks"), [("0.03", True), ("0.3", True), ("0.31", False), ("3", False), ("30", False)])
def test_a_cv_as_a_fraction_is_not_taken_for_a_percentage_unasked(cv: str, asks: bool) -> None:
    asked = [caution for caution in sure("1000", "30", wbc_cv=cv).cautions if caution.asks]
    assert [(caution.field, caution.code) for caution in asked] == [("wbc_cv", "fraction-or-percent")] * asks
    assert all(f"type {Decimal(cv) * 100:.0f} instead" in caution.message for caution in asked)


def test_the_bounds_that_the_whole_interval_reaches_across_are_told() -> None:
    """300 cells settle 500 of 400 /µL where the white cells are free of error; with a CV of 3 % they don't."""
    assert sure(cells="300").values["straddles"] == []
    result = sure(cells="300", wbc_cv="3")
    assert result.values["straddles"] == ["500"]
    (caution,) = result.cautions
    assert caution.message.startswith("With 300 cells counted and a CV of 3 % of the white cell count, the 95 % ")
    assert caution.message.endswith("About 325 cells would settle it if the share stayed the same.")
    assert sure(cells="325", wbc_cv="3").values["straddles"] == []
    assert sure(cells="320", wbc_cv="3").values["straddles"] == ["500"]


@pytest.mark.parametrize(("cv", "alone_across"), [("10.2", False), ("10.21", True)])
def test_no_number_of_cells_is_promised_where_the_white_cells_alone_reach_across(cv: str, alone_across: bool) -> None:
    """400 / (1 − 1.959964 × CV) is 500 at a CV of 20 / 1.959964 = 10.2043 %."""
    (caution,) = sure(wbc_cv=cv).cautions
    alone = "No number of cells would settle it: the error of the white cell count alone reaches across 500 /µL."
    near = "The count lies so near that not even 10,000 cells would settle it."
    assert caution.message.endswith(alone if alone_across else near)


def test_every_bound_within_the_white_cells_error_is_named() -> None:
    """400 to 2,000 /µL by a CV of 30 % alone: 800 / (1 ± 0.588) is 504 to 1,942."""
    (caution,) = sure("2000", "40", "100", wbc_cv="30").cautions
    assert caution.message.endswith("alone reaches across 1000 /µL and 1500 /µL.")


def test_a_share_of_all_cells_can_exceed_the_white_cells_measured() -> None:
    """100 of 100 cells of 1,450: 1,450 / (1 − 0.0979982) is 1,607.5."""
    result = sure("1450", "100", wbc_cv="5")
    assert round(result.interval_per_ul[1]) == 1608
    assert result.values["straddles"] == ["1500"]


# The count itself


def test_a_count_that_is_typed_itself_is_taken_as_it_is() -> None:
    result = outcome(anc="0.48", anc_unit="10^9/L")
    assert (result.values["anc_per_ul"], result.values["anc_10e9_per_l"]) == ("480", "0.48")
    assert result.working == "0.48 ×10⁹/L = 480 /µL"
    assert result.line == ("ANC 0.48 ×10⁹/L = 480 /µL; Conventional severity: Severe (100 to below 500 /µL)")
    assert grade(result) == "severe"


def test_segmented_and_bands_may_be_counts() -> None:
    """0.3 + 0.1 = 0.4 (SCNIR)."""
    result = outcome(segmented_count="0.3", bands_count="0.1", anc_unit="K/uL")
    assert result.values["anc_per_ul"] == "400"
    assert result.working == "0.3 + 0.1 = 0.4 ×10³/µL = 400 /µL"


@pytest.mark.parametrize(
    ("typed", "problems"),
    [
        ({"anc": "480"}, [("anc_unit", "missing")]),
        ({"anc": "480", "wbc_unit": "/uL"}, [("anc_unit", "missing")]),
        ({"anc": "480", "anc_unit": "x"}, [("anc_unit", "unknown-unit")]),
        ({"anc": "1,234", "anc_unit": "/uL"}, [("anc", "ambiguous")]),
        ({"anc": "-1", "anc_unit": "/uL"}, [("anc", "negative")]),
        ({"anc": "2000000.1", "anc_unit": "/uL"}, [("anc", "out-of-range")]),
        ({"anc": "2001", "anc_unit": "K/uL"}, [("anc", "out-of-range")]),
        ({"segmented_count": "1500", "bands_count": "501", "anc_unit": "G/L"}, [("segmented_count", "out-of-range")]),
        ({"segmented_count": "300", "anc_unit": "/uL"}, [("bands_count", "missing")]),
        ({"bands_count": "100", "anc_unit": "/uL"}, [("segmented_count", "missing")]),
        ({"segmented_count": "x", "bands_count": "-1"},
         [("segmented_count", "not-a-number"), ("bands_count", "negative"), ("anc_unit", "missing")]),
        ({"anc": "400", "segmented_count": "300", "bands_count": "100", "anc_unit": "/uL"}, [("anc", "conflict")]),
        ({"anc": "400", "bands_count": "100", "anc_unit": "/uL"}, [("anc", "conflict")]),
        ({"anc": "400", "anc_unit": "/uL", "wbc": "4"}, [("wbc_unit", "missing")]),
        ({"anc": "400", "anc_unit": "/uL", "wbc": "x", "wbc_unit": "/uL"}, [("wbc", "not-a-number")]),
        ({"anc": "400", "anc_unit": "/uL", "neutrophils": "40"}, [("neutrophils", "conflict")]),
        ({"anc": "400", "anc_unit": "/uL", "segmented": "35", "bands": "5"},
         [("segmented", "conflict"), ("bands", "conflict")]),
        ({"anc": "400", "anc_unit": "/uL", "neutrophils": "x", "basophils": "101"},
         [("neutrophils", "not-a-number"), ("basophils", "out-of-range")]),
        ({"anc": "400", "anc_unit": "/uL", "cells_counted": "100"}, [("cells_counted", "conflict")]),
        ({"anc": "400", "anc_unit": "/uL", "wbc_cv": "3"}, [("wbc_cv", "conflict")]),
        ({"anc": "400", "anc_unit": "/uL", "interval_method": "wald"}, [("interval_method", "unknown-choice")]),
        ({"anc": "400", "anc_unit": "/uL", "nrbc": "8", "nrbc_corrected": "no"}, [("nrbc", "conflict")]),
        ({"anc": "400", "anc_unit": "/uL", "nrbc": "8"}, [("nrbc_corrected", "missing")]),
        ({"anc": "400", "anc_unit": "/uL", "metamyelocytes": "3", "count_metamyelocytes": "yes"},
         [("count_metamyelocytes", "conflict")]),
    ],
)  # fmt: skip
def test_a_count_that_cannot_be_meant_is_refused(typed: dict[str, str], problems: list[tuple[str, str]]) -> None:
    assert refused(**typed) == problems


def test_what_has_no_part_in_a_count_may_stand_beside_it() -> None:
    result = outcome(
        anc="400", anc_unit="/uL", nrbc="8", nrbc_corrected="yes", metamyelocytes="3", wbc="1", wbc_unit="G/L", **OTHERS
    )
    assert result.values["anc_per_ul"] == "400"


def test_the_highest_count_is_taken() -> None:
    assert outcome(anc="2000000", anc_unit="/uL").values["anc_per_ul"] == "2000000"


def test_a_count_is_above_the_white_cells_where_rounding_cannot_explain_it() -> None:
    """Both to a tenth of a thousand: 0.05 + 0.05; the count to a hundredth: 0.005 + 0.05."""
    assert refused(anc="1.3", anc_unit="G/L", wbc="1.2", wbc_unit="G/L") == [("anc", "conflict")]
    assert outcome(anc="1.25", anc_unit="G/L", wbc="1.2", wbc_unit="K/uL").values["anc_per_ul"] == "1250"
    assert refused(anc="1.26", anc_unit="G/L", wbc="1.2", wbc_unit="K/uL") == [("anc", "conflict")]


def test_the_rounding_of_a_count_is_that_in_its_own_unit() -> None:
    """2.04 ×10⁹/L stand for 2,035 /µL or more, and white cells of 2034 /µL for less than 2,034.5."""
    assert outcome(anc="2.04", anc_unit="10^9/L", wbc="2035", wbc_unit="/uL").values["anc_per_ul"] == "2040"
    assert refused(anc="2.04", anc_unit="10^9/L", wbc="2034", wbc_unit="/uL") == [("anc", "conflict")]


@pytest.mark.parametrize(
    ("anc", "unit", "asks"),
    [
        ("19.9", "/uL", True), ("20", "/uL", False), ("0", "/uL", False),
        ("50", "10^9/L", False), ("50.1", "10^9/L", True), ("480", "K/uL", True),
        ("50000", "/uL", False), ("50001", "/uL", True),
    ],
)  # fmt: skip
def test_a_count_that_is_unlikely_in_its_unit_asks(anc: str, unit: str, asks: bool) -> None:
    assert cautions(anc=anc, anc_unit=unit) == ([("anc", "check-unit")] if asks else [])
    expected = [("segmented_count", "check-unit")] if asks else []
    assert cautions(segmented_count=anc, bands_count="0", anc_unit=unit) == expected


def test_the_question_about_a_count_offers_its_own_unit() -> None:
    for typed in ({"anc": "480"}, {"segmented_count": "480", "bands_count": "0"}):
        (caution,) = outcome(**typed, anc_unit="10^9/L").cautions
        assert caution.asks
        assert caution.instead == ("anc_unit", "/uL")


@pytest.mark.parametrize(
    ("anc", "unit", "message"),
    [
        ("480", "10^9/L", "480 ×10⁹/L is very high. Did the report mean 480 /µL?"),
        ("0.48", "/uL", "0.48 /µL is very low. Did the report mean 0.48 ×10⁹/L?"),
        ("60000", "/uL", "60000 /µL is very high. Check the number and the unit."),
    ],
)
def test_the_question_about_a_count_says_whether_it_is_high_or_low(anc: str, unit: str, message: str) -> None:
    assert [caution.message for caution in outcome(anc=anc, anc_unit=unit).cautions] == [message]


@pytest.mark.parametrize(
    ("anc", "unit", "taken"),
    [
        ("2.0", "10^9/L", True),
        ("2.06", "10^9/L", False),
        ("2.05", "10^9/L", True),
        ("2051", "/uL", False),
        ("2050", "/uL", True),
    ],
)
def test_neutrophils_are_no_more_than_the_white_cells(anc: str, unit: str, taken: bool) -> None:
    """White cells of 2.0 ×10⁹/L stand for up to 2,050 /µL, and the neutrophils can be rounded up by half a place."""
    typed = {"wbc": "2.0", "wbc_unit": "10^9/L", "anc": anc, "anc_unit": unit}
    assert isinstance(ANC.evaluate(typed), Outcome) == taken
    if not taken:
        assert refused(**typed) == [("anc", "conflict")]


# Every scheme


def standing(result: Outcome) -> dict[str, str | None]:
    return {each.scheme: each.grade for each in result.standings}


def test_a_count_stands_in_every_scheme_with_its_version() -> None:
    assert standing(outcome(anc="400", anc_unit="/uL", age_days="8")) == {
        "conventional": "severe",
        "ctcae-4.03": "4",
        "ctcae-5.0": "4",
        "ctcae-6.0": "3",
        "daids-2.1": "3",
        "who": "4",
        "nci-ctc-2": "4",
        "fda-vaccine-2007": "4",
        "aplastic-anaemia": "severe",
    }


def test_what_a_scheme_lacks_is_said_and_can_be_typed() -> None:
    bare = outcome(anc="1900", anc_unit="/uL")
    assert standing(bare)["ctcae-5.0"] is standing(bare)["daids-2.1"] is None
    assert all(each.reason for each in bare.standings if each.grade is None)
    full = outcome(anc="1900", anc_unit="/uL", lower_limit="2.0", lower_limit_unit="10^9/L", age_days="1")
    assert (standing(full)["ctcae-5.0"], standing(full)["daids-2.1"]) == ("1", "3")
    assert None not in standing(full).values()


def test_the_first_standing_is_the_grade_of_the_bar() -> None:
    result = outcome(wbc="1.2", wbc_unit="10^9/L", neutrophils="40")
    assert (result.standings[0].scheme, result.standings[0].grade) == ("conventional", grade(result))


@pytest.mark.parametrize(
    ("typed", "problems"),
    [
        ({"lower_limit": "1.8"}, [("lower_limit_unit", "missing")]),
        ({"lower_limit": "0", "lower_limit_unit": "/uL"}, [("lower_limit", "out-of-range")]),
        ({"lower_limit": "x", "lower_limit_unit": "/uL"}, [("lower_limit", "not-a-number")]),
        ({"age_days": "1.5"}, [("age_days", "not-whole")]),
        ({"age_days": "45001"}, [("age_days", "out-of-range")]),
        ({"age_days": "-1"}, [("age_days", "negative")]),
    ],
)
def test_limits_and_age_are_refused_beside_their_field(typed: dict[str, str], problems: list[tuple[str, str]]) -> None:
    assert not_taken(neutrophils="40", **typed) == problems
    assert refused(anc="480", anc_unit="/uL", **typed) == problems


def test_a_lower_limit_that_is_unlikely_in_its_unit_asks() -> None:
    (caution,) = outcome(anc="480", anc_unit="/uL", lower_limit="1.8", lower_limit_unit="/uL").cautions
    assert (caution.field, caution.code, caution.asks) == ("lower_limit", "check-unit", True)
    assert caution.instead == ("lower_limit_unit", "10^9/L")


# Several problems


def test_every_problem_is_told_in_the_order_of_the_fields() -> None:
    assert refused() == [("wbc", "missing"), ("wbc_unit", "missing"), ("neutrophils", "missing")]
    assert refused(wbc="1,234", wbc_unit="x", segmented="1e3", bands="-1") == [
        ("wbc", "ambiguous"),
        ("wbc_unit", "unknown-unit"),
        ("segmented", "not-a-number"),
        ("bands", "negative"),
    ]


def test_a_problem_names_the_numbers_it_is_about() -> None:
    result = ANC.evaluate({"wbc": "2001", "wbc_unit": "K/uL", "segmented": "60", "bands": "40.5"})
    assert isinstance(result, Problems)
    assert [problem.message for problem in result.problems] == [
        "2001 ×10³/µL is more than any count. Check the number and the unit.",
        "60 + 40.5 is more than 100 %. Check the percentages.",
    ]


def test_an_ambiguous_count_offers_its_readings() -> None:
    result = ANC.evaluate({"wbc": "1,234", "wbc_unit": "/uL", "neutrophils": "50"})
    assert isinstance(result, Problems)
    (problem,) = result.of("wbc")
    assert problem.readings == ("1234", "1.2340")
    for reading in problem.readings:
        outcome(wbc=reading, wbc_unit="/uL", neutrophils="50")


# Laws

counts = st.decimals(min_value=0, max_value=2000, places=4)
percents = st.decimals(min_value=0, max_value=100, places=2)
units = st.sampled_from([unit.key for unit in COUNT_UNITS])


def evaluated(wbc: Decimal, unit: str, percent: Decimal) -> Outcome:
    return outcome(wbc=typed_as(wbc), wbc_unit=unit, neutrophils=typed_as(percent))


@given(counts, units, percents)
def test_the_count_is_the_formula_exactly(wbc: Decimal, unit: str, percent: Decimal) -> None:
    factor = 1 if unit == "/uL" else 1000
    expected = Fraction(wbc) * factor * Fraction(percent) / 100
    result = evaluated(wbc, unit, percent)
    assert Fraction(result.values["anc_per_ul"]) == expected
    assert Fraction(result.values["anc_10e9_per_l"]) * 1000 == expected
    assert "E" not in result.line


@given(counts, percents)
def test_changing_the_unit_never_changes_the_grade(wbc: Decimal, percent: Decimal) -> None:
    litre, thousands, microlitre = (
        evaluated(value, unit, percent) for value, unit in ((wbc, "10^9/L"), (wbc, "10^3/uL"), (wbc * 1000, "/uL"))
    )
    assert litre.values == thousands.values == microlitre.values
    assert grade(litre) == grade(thousands) == grade(microlitre)


@given(counts, counts, percents)
def test_a_higher_count_is_never_a_severer_grade(one: Decimal, other: Decimal, percent: Decimal) -> None:
    lower, higher = (evaluated(wbc, "10^9/L", percent) for wbc in sorted((one, other)))
    assert SEVERITY.index(grade(lower)) <= SEVERITY.index(grade(higher))


@given(st.decimals(min_value=0, max_value=1000, places=4), units, percents)
def test_twice_the_white_cells_are_twice_the_neutrophils(wbc: Decimal, unit: str, percent: Decimal) -> None:
    once, twice = evaluated(wbc, unit, percent), evaluated(wbc * 2, unit, percent)
    assert twice.count_per_ul == once.count_per_ul * 2


@given(counts, st.integers(0, 60), st.integers(0, 40))
def test_segmented_and_bands_count_alike(wbc: Decimal, segmented: int, bands: int) -> None:
    typed = {"wbc": typed_as(wbc), "wbc_unit": "10^9/L"}
    parts = outcome(**typed, segmented=str(segmented), bands=str(bands))
    assert parts.values == outcome(**typed, neutrophils=str(segmented + bands)).values


@given(st.integers(0, 2_000_000), percents)
def test_the_count_at_a_glance_lies_in_the_same_grade(wbc: int, percent: Decimal) -> None:
    result = evaluated(Decimal(wbc), "/uL", percent)
    shown = Decimal(result.headline.removeprefix("≈ ").removesuffix(" /µL"))
    assert result.grades[0].scale.grade(shown) == result.grades[0]
    assert 0 <= result.count_per_ul - shown < 1
    assert result.headline.startswith("≈") == (shown != result.count_per_ul)


@given(counts, percents, st.integers(1, 400))
def test_a_correction_never_raises_a_count_and_never_changes_with_the_unit(
    wbc: Decimal, percent: Decimal, nrbc: int
) -> None:
    typed = {"neutrophils": typed_as(percent), "nrbc": str(nrbc), "nrbc_corrected": "no"}
    litre = outcome(wbc=typed_as(wbc), wbc_unit="10^9/L", **typed)
    microlitre = outcome(wbc=typed_as(wbc * 1000), wbc_unit="/uL", **typed)
    assert litre.values == microlitre.values
    assert grade(litre) == grade(microlitre)
    exact = Fraction(wbc) * 1000 * Fraction(percent) / (100 + nrbc)
    assert 0 <= exact - Fraction(litre.values["anc_per_ul"]) < Fraction(1, 10**6)
    told = CONVENTIONAL.grade(Decimal(litre.values["anc_per_ul"]))
    assert told == litre.grades[0], "what is printed lies in the grade that is told"
    assert exact <= Fraction(evaluated(wbc, "10^9/L", percent).values["anc_per_ul"])


@given(
    st.decimals(min_value=0, max_value=20, places=2),
    st.decimals(min_value=0, max_value=100, places=1),
    st.integers(1, 1000),
    st.sampled_from([None, "0", "7", "33"]),
)
def test_the_interval_holds_the_count(wbc: Decimal, percent: Decimal, cells: int, nrbc: str | None) -> None:
    correction = {"nrbc": nrbc, "nrbc_corrected": "no"} if nrbc else {}
    result = outcome(
        wbc=typed_as(wbc),
        wbc_unit="10^9/L",
        neutrophils=typed_as(percent),
        cells_counted=str(cells),
        **correction,
    )
    lower, upper = result.interval_per_ul
    assert lower <= result.count_per_ul <= upper
    straddles = [Decimal(bound) for bound in result.values["straddles"]]
    assert straddles == [bound for bound in (100, 500, 1000, 1500) if lower < bound <= upper]
    assert bool(straddles) == (CONVENTIONAL.grade(lower) != CONVENTIONAL.grade(upper))
    words = result.working.partition("95 % interval ")[2].split()
    shown_lower, shown_upper = Decimal(words[0]) * 1000, Decimal(words[2]) * 1000
    assert shown_lower <= lower <= upper <= shown_upper
    assert straddles == [bound for bound in (100, 500, 1000, 1500) if shown_lower < bound <= shown_upper]


@given(st.integers(0, 100), st.integers(0, 100), st.integers(0, 100), st.sampled_from(["yes", "no"]))
def test_what_is_counted_is_never_more_than_the_white_cells(
    total: int, bands: int, metamyelocytes: int, answer: str
) -> None:
    typed = {"neutrophils": str(total), "bands": str(bands), "bands_included": answer}
    typed |= {"metamyelocytes": str(metamyelocytes), "count_metamyelocytes": "yes"}
    result = ANC.evaluate({"wbc": "1000", "wbc_unit": "/uL", **typed})
    share = total + metamyelocytes + (bands if answer == "no" else 0)
    if isinstance(result, Problems):
        assert share > 100 or (answer == "yes" and bands > total)
    else:
        assert Decimal(result.values["anc_per_ul"]) == share * 10 <= 1000


@given(st.lists(st.integers(0, 1000), min_size=6, max_size=6), st.booleans())
def test_a_report_that_rounds_is_never_read_with_the_bands_twice_or_not_at_all(weights: list[int], apart: bool) -> None:
    """From cells as they are to whole percentages as they are printed: what the sum settles is right, else it asks."""
    assume(sum(weights) > 0)
    shares = [Fraction(weight * 100, sum(weights)) for weight in weights]
    segmented, bands, *others = shares
    total = segmented if apart else segmented + bands
    printed = [str(int(share + Fraction(1, 2))) for share in (total, bands, *others)]
    typed = dict(zip(("neutrophils", "bands", *OTHERS), printed, strict=True))
    result = ANC.evaluate({"wbc": "1000", "wbc_unit": "/uL", **typed})
    if isinstance(result, Problems):
        assert [(problem.field, problem.code) for problem in result.problems] == [("bands_included", "missing")]
    else:
        expected = int(printed[0]) + (int(printed[1]) if apart else 0)
        assert result.values["anc_per_ul"] == str(expected * 10)


@given(
    st.dictionaries(
        st.sampled_from([field.key for field in FIELDS]),
        st.text(max_size=12) | st.text(alphabet="0123456789.,-", max_size=8) | units | st.sampled_from(["yes", "no"]),
    )
)
def test_whatever_is_typed_gives_a_result_or_problems_beside_known_fields(typed: dict[str, str]) -> None:
    result = ANC.evaluate(typed)
    keys = [field.key for field in FIELDS]
    if isinstance(result, Problems):
        assert [keys.index(problem.field) for problem in result.problems] == sorted(
            keys.index(problem.field) for problem in result.problems
        )
    else:
        assert result.count_per_ul >= 0
