"""The calculator of a differential's interval: worked cases, what is shown, every refusal."""

from decimal import Decimal

import evaluating
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.calculators.binomial import clopper_pearson, wilson
from neutrogui.calculators.interval import FIELDS, DifferentialInterval
from neutrogui.domain.calculator import Outcome
from neutrogui.domain.problem import Problems

INTERVAL = DifferentialInterval()


def outcome(**typed: str) -> Outcome:
    return evaluating.outcome(INTERVAL, typed)


def refused(**typed: str) -> list[tuple[str, str]]:
    """Field and code of every problem, in order; each has a sentence."""
    return evaluating.refused(INTERVAL, typed)


# Worked cases


@pytest.mark.parametrize(
    ("method", "cells", "counted", "lower", "upper", "near"),
    [
        ("clopper-pearson", "50", "100", "39.83", "60.17", "0.01"),
        ("clopper-pearson", "2", "100", "0.24", "7.04", "0.01"),
        ("clopper-pearson", "25", "100", "16.88", "34.66", "0.01"),
        ("clopper-pearson", "40", "100", "30.33", "50.28", "0.01"),
        ("clopper-pearson", "90", "100", "82.38", "95.10", "0.01"),
        ("clopper-pearson", "20", "200", "6.22", "15.02", "0.01"),
        ("clopper-pearson", "100", "200", "42.87", "57.13", "0.01"),
        ("clopper-pearson", "0", "500", "0", "0.74", "0.01"),
        ("clopper-pearson", "100", "500", "16.58", "23.78", "0.01"),
        ("clopper-pearson", "250", "500", "45.53", "54.47", "0.01"),
        ("wilson", "40", "200", "15.0", "26.1", "0.06"),
        ("wilson", "0", "200", "0", "1.9", "0.06"),
    ],
)
def test_a_worked_interval_comes_out(method: str, cells: str, counted: str, lower: str, upper: str, near: str) -> None:
    values = outcome(cells=cells, counted=counted, method=method).values
    assert abs(Decimal(values["lower_percent"]) - Decimal(lower)) <= Decimal(near)
    assert abs(Decimal(values["upper_percent"]) - Decimal(upper)) <= Decimal(near)


@pytest.mark.parametrize(
    ("cells", "entry"),
    [
        ("10", ["4", "18"]), ("0", ["0", "4"]), ("1", ["0", "6"]), ("2", ["0", "8"]), ("3", ["0", "9"]),
        ("7", ["2", "14"]), ("8", ["3", "16"]), ("20", ["12", "30"]), ("35", ["25", "46"]), ("45", ["35", "56"]),
    ],
)  # fmt: skip
def test_a_worked_entry_of_rumkes_table_comes_out_whatever_the_method(cells: str, entry: list[str]) -> None:
    assert outcome(cells=cells, counted="100").values["rumke"] == entry
    assert outcome(cells=cells, counted="100", method="wilson").values["rumke"] == entry


# What is asked and shown


def test_the_fields_declare_their_bounds() -> None:
    declared = {field.key: (field.unit, field.lower, field.upper, field.optional) for field in FIELDS}
    assert declared == {
        "cells": ("cells", 0, 10_000, False),
        "counted": ("cells", 1, 10_000, False),
        "level": ("%", 50, Decimal("99.9"), True),
        "method": ("", None, None, True),
    }


def test_an_exact_interval_shows_how_it_can_be_checked() -> None:
    result = outcome(cells="10", counted="100")
    assert result.headline == "4.90 to 17.62 %"
    assert result.also == "10 of 100 cells = 10 %; 95 % interval by Clopper–Pearson (exact)"
    assert result.working == (
        "10 of 100 cells = 10 %. Found with a probability of 2.5 %: 10 or more at 4.90 %, 10 or fewer at 17.62 %"
    )
    assert result.line == (
        "10 of 100 cells = 10 %; 95 % interval: Clopper–Pearson (exact): 4.90 to 17.62 %; "
        "Wilson (score): 5.52 to 17.44 %; As in Rümke’s table: 4 to 18 %"
    )


def test_a_wilson_interval_shows_how_it_can_be_checked() -> None:
    result = outcome(cells="10", counted="100", method="wilson")
    assert result.headline == "5.52 to 17.44 %"
    assert result.working == (
        "10 of 100 cells = 10 %. (10 + z²/2 ± z × √(10 × 90 / 100 + z²/4)) / (100 + z²), "
        "z leaving 2.5 % on either side: 5.52 to 17.44 %"
    )


def test_both_methods_stand_side_by_side_whichever_is_chosen() -> None:
    for method in ("clopper-pearson", "wilson"):
        findings = outcome(cells="10", counted="100", method=method).findings
        assert [(finding.key, finding.result) for finding in findings] == [
            ("clopper-pearson", "4.90 to 17.62 %"),
            ("wilson", "5.52 to 17.44 %"),
            ("rumke", "4 to 18 %"),
        ]
        assert all(finding.rule and finding.source for finding in findings)


def test_a_share_that_has_no_end_is_shown_as_about() -> None:
    assert outcome(cells="1", counted="3").also.startswith("1 of 3 cells ≈ 33.33 %;")
    assert outcome(cells="1", counted="8").also.startswith("1 of 8 cells = 12.5 %;")


def test_nothing_filled_in_means_the_exact_interval_at_95_percent() -> None:
    usual = outcome(cells="10", counted="100")
    assert usual.values["level_percent"] == "95"
    assert usual.values["method"] == "clopper-pearson"
    assert outcome(cells="10", counted="100", level="95", method="clopper-pearson") == usual
    assert outcome(cells="10", counted="100", level="95,0", method="exact") == usual


@pytest.mark.parametrize("level", ["50", "90", "94.9", "95.1", "99.9"])
def test_rumkes_entry_stands_at_95_percent_alone(level: str) -> None:
    result = outcome(cells="10", counted="100", level=level)
    assert result.values["rumke"] is None
    assert [finding.key for finding in result.findings] == ["clopper-pearson", "wilson"]
    assert f"{level} % interval" in result.also


def test_no_cell_found_does_not_exclude_them() -> None:
    result = outcome(cells="0", counted="100")
    (line,) = (finding for finding in result.findings if finding.key == "none-found")
    assert line.result == "does not exclude a share of up to 3.62 %"
    assert result.values["lower_percent"] == "0"
    assert result.headline == "0.00 to 3.62 %"
    assert result.working == (
        "0 of 100 cells = 0 %. Found with a probability of 2.5 %: lower limit 0.00 %, 0 or fewer at 3.62 %"
    )


def test_no_other_cell_found_does_not_exclude_those() -> None:
    result = outcome(cells="100", counted="100")
    (line,) = (finding for finding in result.findings if finding.key == "only-these-found")
    assert line.result == "does not exclude a share down to 96.38 %"
    assert result.values["upper_percent"] == "100"
    assert result.headline == "96.38 to 100.00 %"
    assert result.working.endswith("100 or more at 96.38 %, upper limit 100.00 %")


@pytest.mark.parametrize("cells", ["1", "99"])
def test_one_cell_found_is_neither_none_nor_all(cells: str) -> None:
    assert {finding.key for finding in outcome(cells=cells, counted="100").findings} == {
        "clopper-pearson",
        "wilson",
        "rumke",
    }


def test_a_limit_close_to_none_or_all_is_not_shown_as_that() -> None:
    assert outcome(cells="1", counted="10000").headline == "< 0.01 to 0.06 %"
    assert outcome(cells="9999", counted="10000").headline == "99.94 to > 99.99 %"


# What is refused


def test_every_missing_answer_is_told() -> None:
    assert refused() == [("cells", "missing"), ("counted", "missing")]
    assert refused(cells="10") == [("counted", "missing")]
    assert refused(counted="100") == [("cells", "missing")]


@pytest.mark.parametrize(
    ("key", "typed", "code"),
    [
        ("cells", "-1", "negative"), ("cells", "10001", "out-of-range"), ("cells", "1.5", "not-whole"),
        ("cells", "1,234", "ambiguous"), ("cells", "ten", "not-a-number"), ("cells", "1" * 13, "too-long"),
        ("counted", "0", "out-of-range"), ("counted", "10001", "out-of-range"), ("counted", "100.5", "not-whole"),
        ("counted", "-100", "negative"), ("counted", "x", "not-a-number"),
        ("level", "49.9999", "out-of-range"), ("level", "99.9001", "out-of-range"), ("level", "100", "out-of-range"),
        ("level", "-95", "negative"), ("level", "95 %", "not-a-number"), ("level", "0.95", "out-of-range"),
        ("method", "wald", "unknown-choice"),
    ],
)  # fmt: skip
def test_what_can_not_be_used_is_refused_beside_its_field(key: str, typed: str, code: str) -> None:
    assert refused(**({"cells": "1", "counted": "100"} | {key: typed})) == [(key, code)]


@pytest.mark.parametrize(
    ("cells", "counted", "level"), [("0", "1", "50"), ("10000", "10000", "99.9"), ("1", "1", "95")]
)
def test_the_bounds_themselves_are_accepted(cells: str, counted: str, level: str) -> None:
    for method in ("clopper-pearson", "wilson"):
        outcome(cells=cells, counted=counted, level=level, method=method)


def test_more_cells_of_a_kind_than_were_counted_are_refused() -> None:
    assert refused(cells="101", counted="100") == [("cells", "conflict")]
    result = INTERVAL.evaluate({"cells": "101", "counted": "100"})
    assert isinstance(result, Problems)
    assert result.problems[0].message == (
        "101 cells of the kind are more than the 100 counted in all. Check both numbers."
    )
    outcome(cells="100", counted="100")


def test_every_problem_is_told_in_the_order_of_the_fields() -> None:
    assert refused(cells="x", counted="0", level="100", method="wald") == [
        ("cells", "not-a-number"),
        ("counted", "out-of-range"),
        ("level", "out-of-range"),
        ("method", "unknown-choice"),
    ]


# Laws


@given(
    st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.decimals(min_value=50, max_value="99.9", places=1),
)
def test_the_values_are_those_of_the_method(differential: tuple[int, int], level: Decimal) -> None:
    cells, counted = differential
    for key, limits in (("clopper-pearson", clopper_pearson), ("wilson", wilson)):
        result = outcome(cells=str(cells), counted=str(counted), level=str(level), method=key)
        shown = result.values["lower_percent"], result.values["upper_percent"]
        assert tuple(Decimal(text) for text in shown) == limits(cells, counted, level)
        assert not any("E" in text for text in shown)
