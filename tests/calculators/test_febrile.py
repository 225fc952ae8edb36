"""Febrile neutropenia in six definitions: worked cases, both sides of every bound in °C, °F, minutes and cells/µL."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from evaluating import cautions, outcome, problems, refused, worked_cases
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.calculators.febrile import DEFINITIONS, FIELDS, FebrileNeutropenia
from neutrogui.domain.calculator import Outcome

FEBRILE = FebrileNeutropenia()
ALL = ("idsa-2010", "nccn", "ctcae-5.0", "ctcae-6.0", "esmo-2016", "nice")
CLEAR = {
    "definition": "idsa-2010",
    "temperature": "39",
    "temperature_unit": "C",
    "sustained_minutes": "0",
    "anc": "100",
    "anc_unit": "/uL",
    "expected_below_500": "no",
}
"""Febrile neutropenia by every definition."""


def met_by(**changed: str) -> set[str]:
    """The definitions that are met; the chosen one answers as its own line does."""
    found = set()
    for definition in ALL:
        result = outcome(FEBRILE, CLEAR | changed | {"definition": definition})
        met = {finding.key for finding in result.findings if finding.met}
        assert result.values["febrile_neutropenia"] is (definition in met)
        assert not found or found == met, "the choice changes no other definition"
        found = met
    return found


# Worked cases


@pytest.mark.parametrize(("inputs", "expected"), worked_cases("febrile"))
def test_a_worked_case_comes_out(inputs: dict[str, str], expected: dict[str, Any]) -> None:
    result = outcome(FEBRILE, inputs)
    assert result.values == {**expected, "definition": inputs["definition"]}


# Temperature: the definitions in °C. IDSA and NCCN: 38.3 once, or 38.0 over an hour. CTCAE: above 38.3 once, or 38.0
# for more than an hour. ESMO: above 38.3, or above 38.0 over two hours. NICE: above 38.

AT_38_3_ONCE = {"idsa-2010", "nccn", "nice"}


@pytest.mark.parametrize(
    ("temperature", "minutes", "met"),
    [
        ("38.3001", "0", set(ALL)),
        ("38.3", "0", AT_38_3_ONCE),
        ("38.2999", "0", {"nice"}),
        ("38.0001", "0", {"nice"}),
        ("38.0", "0", set()),
        ("37.9999", "0", set()),
        ("38", "59.9999", set()),
        ("38", "60", {"idsa-2010", "nccn"}),
        ("38", "60.0001", {"idsa-2010", "nccn", "ctcae-5.0", "ctcae-6.0"}),
        ("38", "120", {"idsa-2010", "nccn", "ctcae-5.0", "ctcae-6.0"}),
        ("38.0001", "119.9999", {"idsa-2010", "nccn", "ctcae-5.0", "ctcae-6.0", "nice"}),
        ("38.0001", "120", set(ALL)),
        ("37.9999", "10080", set()),
        ("38.3", "60", AT_38_3_ONCE),
        ("38.3", "60.0001", AT_38_3_ONCE | {"ctcae-5.0", "ctcae-6.0"}),
        ("38.3", "120", set(ALL)),
    ],
)
def test_each_definition_reads_temperature_and_minutes_its_own_way(
    temperature: str, minutes: str, met: set[str]
) -> None:
    assert met_by(temperature=temperature, sustained_minutes=minutes) == met


@pytest.mark.parametrize(
    ("fahrenheit", "celsius"),
    [("100.4", "38.0"), ("100.94", "38.3"), ("101.3", "38.5"), ("98.6", "37"), ("86", "30"), ("113", "45")],
)
@pytest.mark.parametrize("minutes", ["0", "60", "61", "120"])
def test_a_temperature_in_fahrenheit_is_the_same_in_celsius(fahrenheit: str, celsius: str, minutes: str) -> None:
    in_fahrenheit = met_by(temperature=fahrenheit, temperature_unit="F", sustained_minutes=minutes)
    assert in_fahrenheit == met_by(temperature=celsius, sustained_minutes=minutes)


@pytest.mark.parametrize(
    ("fahrenheit", "minutes", "met"),
    [
        ("100.4", "0", set()),
        ("100.4", "60", {"idsa-2010", "nccn"}),
        ("100.3999", "60", set()),
        ("100.4001", "0", {"nice"}),
        ("100.9399", "0", {"nice"}),
        ("100.94", "0", AT_38_3_ONCE),
        ("100.9401", "0", set(ALL)),
        ("101", "0", set(ALL)),
    ],
)
def test_the_bounds_hold_in_fahrenheit_to_the_last_digit(fahrenheit: str, minutes: str, met: set[str]) -> None:
    assert met_by(temperature=fahrenheit, temperature_unit="F", sustained_minutes=minutes) == met


@pytest.mark.parametrize(
    ("fahrenheit", "shown"),
    [
        ("100.4", "100.4 °F = 38 °C"),
        ("100.94", "100.94 °F = 38.3 °C"),
        ("100.93", "100.93 °F ≈ 38.294 °C"),
        ("100.9401", "100.9401 °F ≈ 38.30005 °C"),
        ("100.3999", "100.3999 °F ≈ 37.99994 °C"),
        ("102", "102 °F ≈ 38.888 °C"),
    ],
)
def test_the_working_shows_celsius_without_crossing_a_bound(fahrenheit: str, shown: str) -> None:
    result = outcome(FEBRILE, CLEAR | {"temperature": fahrenheit, "temperature_unit": "F"})
    assert result.working.startswith(f"{shown}, measured once; ")


# Count: IDSA below 500 or expected; NCCN below 500, or below 1,000 and expected; CTCAE below 1,000; ESMO as IDSA; NICE
# 500 or lower.

CTCAE = {"ctcae-5.0", "ctcae-6.0"}


@pytest.mark.parametrize(
    ("count", "expected", "met"),
    [
        ("499.999999", "no", set(ALL)),
        ("500", "no", CTCAE | {"nice"}),
        ("500.000001", "no", CTCAE),
        ("800", "no", CTCAE),
        ("999.999999", "no", CTCAE),
        ("1000", "no", set()),
        ("499.999999", "yes", set(ALL)),
        ("500", "yes", set(ALL)),
        ("500.000001", "yes", set(ALL) - {"nice"}),
        ("800", "yes", set(ALL) - {"nice"}),
        ("999.999999", "yes", set(ALL) - {"nice"}),
        ("1000", "yes", {"idsa-2010", "esmo-2016"}),
        ("5000", "yes", {"idsa-2010", "esmo-2016"}),
        ("0", "no", set(ALL)),
    ],
)
def test_each_definition_reads_the_count_its_own_way(count: str, expected: str, met: set[str]) -> None:
    assert met_by(anc=count, expected_below_500=expected) == met


def test_a_count_means_the_same_in_every_unit() -> None:
    assert met_by(anc="0.5", anc_unit="10^9/L") == met_by(anc="500") == CTCAE | {"nice"}
    assert met_by(anc="0.4999", anc_unit="K/uL") == set(ALL)


def test_temperature_and_count_are_both_needed() -> None:
    assert met_by(temperature="37", expected_below_500="yes") == set()
    assert met_by(anc="1500") == set()


# What is said


def test_every_definition_has_its_rule_and_its_source() -> None:
    assert tuple(definition.key for definition in DEFINITIONS) == ALL
    (field,) = (field for field in FIELDS if field.key == "definition")
    assert tuple(choice.key for choice in field.choices) == ALL
    assert not field.optional
    result = outcome(FEBRILE, CLEAR)
    *worked_out, children = result.findings
    assert [finding.key for finding in worked_out] == list(ALL)
    for finding in worked_out:
        assert "°C" in finding.rule
        assert "/µL" in finding.rule
        assert finding.source
        assert finding.result.startswith("Met" if finding.met else "Not met")
    # Another rule for children is named with its bounds, and never counted among those that were worked out.
    assert (children.key, children.met) == ("cclg", None)
    for words in ("38.0 °C or higher once", "below 36 °C", "being unwell", "below 500 /µL"):
        assert words in children.rule


@pytest.mark.parametrize("definition", ["idsa-2010", "esmo-2016", "nice"])
def test_a_secondary_source_is_called_one(definition: str) -> None:
    assert outcome(FEBRILE, CLEAR | {"definition": definition}).source.startswith("Secondary: ")


def test_the_line_says_what_failed() -> None:
    def results(**changed: str) -> dict[str, str]:
        return {finding.key: finding.result for finding in outcome(FEBRILE, CLEAR | changed).findings}

    assert results()["nccn"] == "Met: temperature met, count met"
    assert results(temperature="37")["nccn"] == "Not met: temperature not met, count met"
    assert results(anc="1000")["nccn"] == "Not met: temperature met, count not met"
    assert results(anc="1000", temperature="37")["nccn"] == "Not met: temperature not met, count not met"


def test_the_result_can_be_checked_by_hand() -> None:
    result = outcome(FEBRILE, CLEAR | {"temperature": "38.3", "sustained_minutes": "30", "anc": "800"})
    assert "other signs of sepsis" in next(finding.rule for finding in result.findings if finding.key == "nice")
    assert "asked here: below 500" in next(finding.rule for finding in result.findings if finding.key == "nccn")
    assert result.headline == "Definition not met"
    assert result.also == "IDSA 2010: not met; 0 of 6 definitions are met"
    assert result.working == (
        "38.3 °C, for 30 min; 800 /µL = 0.8 ×10⁹/L; expected below 500 /µL within 48 hours: no. "
        "IDSA 2010: temperature met, count not met"
    )
    assert result.line.startswith("Febrile neutropenia by IDSA 2010: no (38.3 °C, for 30 min; 800 /µL")
    assert all(f"{definition.name}: not met" in result.line for definition in DEFINITIONS)
    assert "NCCN: met" in outcome(FEBRILE, CLEAR).line
    assert (result.count_per_ul, result.entry) == (800, "fever-with-a-low-count")


def test_a_definition_that_is_met_is_told_in_every_line() -> None:
    result = outcome(FEBRILE, CLEAR | {"temperature": "38.3", "anc": "800", "expected_below_500": "yes"})
    assert result.headline == "Febrile neutropenia"
    assert result.also == "IDSA 2010: met; 2 of 6 definitions are met"
    observed = "38.3 °C, measured once; 800 /µL = 0.8 ×10⁹/L; expected below 500 /µL within 48 hours: yes"
    assert result.working == f"{observed}. IDSA 2010: temperature met, count met"
    assert result.line == (
        f"Febrile neutropenia by IDSA 2010: yes ({observed}). All: IDSA 2010: met; NCCN: met; "
        "CTCAE 5.0, grade 3: not met; CTCAE 6.0, grade 3: not met; ESMO 2016: not met; "
        "NICE, restated by NHS Lothian: not met"
    )


def test_who_decides_otherwise_is_named() -> None:
    at_the_edge = CLEAR | {"temperature": "38.3"}
    (caution,) = outcome(FEBRILE, at_the_edge).cautions
    assert (caution.field, caution.code, caution.asks) == ("definition", "definitions-differ", False)
    assert caution.message == (
        "Definitions differ here: IDSA 2010 is met; not met: CTCAE 5.0, grade 3; CTCAE 6.0, grade 3; ESMO 2016."
    )
    caution, _ = outcome(FEBRILE, at_the_edge | {"definition": "esmo-2016"}).cautions
    assert caution.message == (
        "Definitions differ here: ESMO 2016 is not met; met: IDSA 2010; NCCN; NICE, restated by NHS Lothian."
    )
    for temperature in ("38.5", "36"):
        found = cautions(FEBRILE, CLEAR | {"temperature": temperature})
        assert "definitions-differ" not in [code for _, code in found]


def test_a_definition_that_is_not_met_is_never_called_safe() -> None:
    assert "does not exclude an infection" in FEBRILE.scope
    assert "children" in FEBRILE.scope
    assert ("temperature", "infection-not-excluded") in cautions(FEBRILE, CLEAR | {"temperature": "37"})
    assert ("temperature", "infection-not-excluded") in cautions(FEBRILE, CLEAR | {"anc": "1000"})
    assert cautions(FEBRILE, CLEAR) == []
    text = outcome(FEBRILE, CLEAR | {"temperature": "37"}).line.casefold()
    assert "safe" not in text
    assert "no infection" not in text


# What is refused


@pytest.mark.parametrize("missing", list(CLEAR))
def test_without_an_answer_there_is_no_result(missing: str) -> None:
    without = {key: text for key, text in CLEAR.items() if key != missing}
    assert refused(FEBRILE, without) == refused(FEBRILE, CLEAR | {missing: " "}) == [(missing, "missing")]


def test_nothing_typed_asks_for_everything_in_order() -> None:
    assert refused(FEBRILE, {}) == [(key, "missing") for key in CLEAR]


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("definition", "idsa", "unknown-choice"),
        ("temperature", "38,300", "ambiguous"),
        ("temperature", "-38", "negative"),
        ("temperature", "38.5C", "not-a-number"),
        ("temperature", "29.9999", "out-of-range"),
        ("temperature", "45.0001", "out-of-range"),
        ("temperature", "101", "out-of-range"),
        ("temperature_unit", "K", "unknown-choice"),
        ("sustained_minutes", "-1", "negative"),
        ("sustained_minutes", "10080.1", "out-of-range"),
        ("anc", "1,234", "ambiguous"),
        ("anc", "2000000.1", "out-of-range"),
        ("anc_unit", "g/L", "unknown-unit"),
        ("expected_below_500", "perhaps", "unknown-choice"),
    ],
)
def test_what_cannot_be_meant_is_refused(field: str, typed: str, code: str) -> None:
    assert refused(FEBRILE, CLEAR | {field: typed}) == [(field, code)]


@pytest.mark.parametrize(
    ("unit", "accepted", "refused_"),
    [("C", ("30", "45"), ("29.9999", "45.0001")), ("F", ("86", "113"), ("85.9999", "113.0001"))],
)
def test_a_temperature_lies_within_bounds(unit: str, accepted: tuple[str, ...], refused_: tuple[str, ...]) -> None:
    for temperature in accepted:
        outcome(FEBRILE, CLEAR | {"temperature": temperature, "temperature_unit": unit})
    for temperature in refused_:
        typed = CLEAR | {"temperature": temperature, "temperature_unit": unit}
        assert refused(FEBRILE, typed) == [("temperature", "out-of-range")]


@pytest.mark.parametrize(
    ("temperature", "unit", "message"),
    [
        ("38.5", "F", "38.5 °F is no body temperature. If the thermometer shows °C, choose that."),
        ("101", "C", "101 °C is no body temperature. If the thermometer shows °F, choose that."),
        ("30", "F", "30 °F is no body temperature. If the thermometer shows °C, choose that."),
        ("45", "F", "45 °F is no body temperature. If the thermometer shows °C, choose that."),
        ("45.1", "F", "45.1 °F is out of range here. Type a temperature from 86 to 113 °F."),
        ("86", "C", "86 °C is no body temperature. If the thermometer shows °F, choose that."),
        ("113", "C", "113 °C is no body temperature. If the thermometer shows °F, choose that."),
        ("113.1", "C", "113.1 °C is out of range here. Type a temperature from 30 to 45 °C."),
        ("29", "C", "29 °C is out of range here. Type a temperature from 30 to 45 °C."),
        ("120", "F", "120 °F is out of range here. Type a temperature from 86 to 113 °F."),
    ],
)
def test_a_temperature_in_the_other_unit_is_recognised_and_not_converted(
    temperature: str, unit: str, message: str
) -> None:
    found = problems(FEBRILE, CLEAR | {"temperature": temperature, "temperature_unit": unit})
    assert [problem.message for problem in found.problems] == [message]


@pytest.mark.parametrize(("unit", "spelling"), [("C", "°C"), ("C", "celsius"), ("F", "°f"), ("F", "Fahrenheit")])
def test_the_unit_of_a_temperature_has_spellings(unit: str, spelling: str) -> None:
    typed = CLEAR | {"temperature": {"C": "38.5", "F": "101.3"}[unit], "temperature_unit": spelling}
    assert f"°{unit}" in outcome(FEBRILE, typed).working


@pytest.mark.parametrize(
    ("anc", "unit", "instead"),
    [
        ("0", "/uL", None),
        ("0.4", "/uL", "10^9/L"),
        ("19.9999", "/uL", "10^9/L"),
        ("20", "/uL", None),
        ("50", "10^9/L", None),
        ("50.0001", "10^9/L", "/uL"),
        ("400", "K/uL", "/uL"),
        ("400", "/uL", None),
    ],
)
def test_a_count_in_an_unusual_unit_is_asked_about(anc: str, unit: str, instead: str | None) -> None:
    result = outcome(FEBRILE, CLEAR | {"temperature": "36", "anc": anc, "anc_unit": unit})
    asked = [(caution.code, caution.instead) for caution in result.cautions if caution.asks]
    assert asked == ([("check-unit", ("anc_unit", instead))] if instead else [])


# Laws

celsius = st.decimals(min_value=30, max_value=45, places=4)
fahrenheit = st.decimals(min_value=86, max_value=113, places=4)
durations = st.integers(min_value=0, max_value=300)
counts = st.decimals(min_value=0, max_value=2000, places=2)


def evaluated(temperature: Decimal, unit: str, minutes: int, count: Decimal, expected: bool) -> Outcome:
    return outcome(
        FEBRILE,
        CLEAR
        | {
            "temperature": f"{temperature:.4f}",
            "temperature_unit": unit,
            "sustained_minutes": str(minutes),
            "anc": f"{count:.2f}",
            "expected_below_500": "yes" if expected else "no",
        },
    )


def met(result: Outcome) -> set[str]:
    return {finding.key for finding in result.findings if finding.met}


@given(celsius, celsius, durations, counts, counts, st.booleans())
def test_more_fever_and_a_lower_count_never_end_a_definition(
    one: Decimal, other: Decimal, minutes: int, count: Decimal, other_count: Decimal, expected: bool
) -> None:
    cooler, hotter = sorted((one, other))
    lower, higher = sorted((count, other_count))
    assert met(evaluated(cooler, "C", minutes, higher, expected)) <= met(
        evaluated(hotter, "C", minutes + 30, lower, expected)
    )
    assert met(evaluated(cooler, "C", minutes, count, False)) <= met(evaluated(cooler, "C", minutes, count, True))


@given(fahrenheit, durations, counts)
def test_fahrenheit_is_compared_as_the_exact_fraction(temperature: Decimal, minutes: int, count: Decimal) -> None:
    exact_celsius = (Fraction(temperature) - 32) * 5 / 9
    found = met(evaluated(temperature, "F", minutes, count, False))
    assert ("nice" in found) is (exact_celsius > 38 and count <= 500)
    fever = exact_celsius > Fraction(383, 10) or (exact_celsius >= 38 and minutes > 60)
    assert ("ctcae-6.0" in found) is (fever and count < 1000)
    assert ("ctcae-5.0" in found) is ("ctcae-6.0" in found)
