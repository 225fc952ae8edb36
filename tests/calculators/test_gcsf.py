"""Tiers of the risk of febrile neutropenia: both readings of 20 %, the lower bound, what is refused."""

from decimal import Decimal

import pytest
from evaluating import cautions, outcome, refused
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.calculators.gcsf import GcsfTier

GCSF = GcsfTier()
TIERS = ("low", "intermediate", "high")


def tier(risk: str, policy: str) -> str:
    result = outcome(GCSF, {"risk": risk, "policy": policy})
    assert result.values["policy"] == policy
    value = result.values["tier"]
    assert isinstance(value, str)
    assert {finding.key: finding.result for finding in result.findings}[policy] == value
    return value


@pytest.mark.parametrize(
    ("risk", "over_20", "at_least_20"),
    [
        ("0", "low", "low"),
        ("9.9999", "low", "low"),
        ("10", "intermediate", "intermediate"),
        ("19.9999", "intermediate", "intermediate"),
        ("20", "intermediate", "high"),
        ("20.0001", "high", "high"),
        ("25", "high", "high"),  # worked case GCSF-001
        ("100", "high", "high"),
    ],
)
def test_the_readings_differ_at_exactly_20_percent_alone(risk: str, over_20: str, at_least_20: str) -> None:
    assert tier(risk, "over-20") == over_20
    assert tier(risk, "at-least-20") == at_least_20
    differ = ("policy", "readings-differ") in cautions(GCSF, {"risk": risk, "policy": "over-20"})
    assert differ is (over_20 != at_least_20)


def test_both_readings_are_shown_with_their_sources() -> None:
    result = outcome(GCSF, {"risk": "20", "policy": "over-20"})
    assert [(finding.key, finding.result) for finding in result.findings] == [
        ("over-20", "intermediate"),
        ("at-least-20", "high"),
    ]
    assert all(finding.rule and finding.source for finding in result.findings)
    assert result.cautions[0].message == (
        "Sources differ at exactly 20 %. High above 20 %: intermediate; High from 20 % on: high."
    )
    assert "Secondary" in result.findings[1].source
    assert result.entry == "g-csf"


@pytest.mark.parametrize(("risk", "told"), [("0", True), ("9.9999", True), ("10", False), ("30", False)])
def test_the_tier_below_10_percent_is_called_not_verified(risk: str, told: bool) -> None:
    typed = {"risk": risk, "policy": "over-20"}
    assert (("risk", "not-verified") in cautions(GCSF, typed)) is told
    assert ("not verified" in outcome(GCSF, typed).line) is told
    assert all("below 10 % (not verified)" in finding.rule for finding in outcome(GCSF, typed).findings)


def test_the_scope_names_what_the_tier_is_not_for() -> None:
    for words in ("primary prophylaxis", "risk factors are not asked", "later cycles", "without chemotherapy"):
        assert words in GCSF.scope


@pytest.mark.parametrize(("risk", "asks"), [("0", False), ("0.2", True), ("0.9999", True), ("1", False)])
def test_a_fraction_is_not_taken_for_a_percentage_unasked(risk: str, asks: bool) -> None:
    found = [c for c in outcome(GCSF, {"risk": risk, "policy": "over-20"}).cautions if c.asks]
    assert [caution.code for caution in found] == (["fraction-or-percent"] if asks else [])


def test_the_fraction_that_was_probably_meant_is_named() -> None:
    *_, caution = outcome(GCSF, {"risk": "0,2", "policy": "over-20"}).cautions
    assert caution.message == "0.2 % is very low. If the source gives a fraction, type 20 instead."


def test_the_working_names_the_rule() -> None:
    result = outcome(GCSF, {"risk": "12", "policy": "at-least-20"})
    assert result.working == "12 %. High: 20 % or more. Intermediate: 10 to below 20 %: intermediate"
    assert result.headline == "Intermediate risk"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({}, [("risk", "missing"), ("policy", "missing")]),
        ({"risk": "20"}, [("policy", "missing")]),
        ({"policy": "over-20"}, [("risk", "missing")]),
        ({"risk": "100.0001", "policy": "over-20"}, [("risk", "out-of-range")]),
        ({"risk": "-1", "policy": "over-20"}, [("risk", "negative")]),
        ({"risk": "20 %", "policy": "over-20"}, [("risk", "not-a-number")]),
        ({"risk": "20", "policy": "20"}, [("policy", "unknown-choice")]),
    ],
)
def test_what_cannot_be_meant_is_refused(typed: dict[str, str], expected: list[tuple[str, str]]) -> None:
    assert refused(GCSF, typed) == expected


risks = st.decimals(min_value=0, max_value=100, places=4)


@given(risks, risks, st.sampled_from(["over-20", "at-least-20"]))
def test_more_risk_is_never_a_lower_tier(one: Decimal, other: Decimal, policy: str) -> None:
    lower, higher = sorted((one, other))
    assert TIERS.index(tier(f"{lower:.4f}", policy)) <= TIERS.index(tier(f"{higher:.4f}", policy))
