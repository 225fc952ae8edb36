"""Levels of a count on clozapine: worked cases, both sides of every bound in each table, what is refused."""

import re
from decimal import Decimal
from typing import Any

import pytest
from evaluating import cautions, outcome, problems, refused, worked_cases
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.calculators.clozapine import ACTIONS, ClozapineLevel

CLOZAPINE = ClozapineLevel()
US = {"region": "us", "population": "general", "anc": "3000", "anc_unit": "/uL"}
BEN = US | {"population": "ben"}
UK = US | {"region": "uk", "wbc": "6000", "wbc_unit": "/uL"}
EU = US | {"region": "eu"}
EU_BEN = EU | {"population": "ben"}


def level(typed: dict[str, str]) -> str:
    result = outcome(CLOZAPINE, typed)
    assert (result.values["region"], result.values["population"]) == (typed["region"], typed["population"])
    assert result.values["action"]
    value = result.values["level"]
    assert isinstance(value, str)
    return value


@pytest.mark.parametrize(("inputs", "expected"), worked_cases("clozapine"))
def test_a_worked_case_comes_out(inputs: dict[str, str], expected: dict[str, Any]) -> None:
    assert level(inputs) == expected["level"]


@pytest.mark.parametrize(
    ("anc", "general", "ben"),
    [
        ("1500", "normal", "normal"),
        ("1499.999999", "mild", "normal"),
        ("1000", "mild", "normal"),
        ("999.999999", "moderate", "neutropenia"),
        ("500", "moderate", "neutropenia"),
        ("499.999999", "severe", "severe"),
        ("0", "severe", "severe"),
        ("20000", "normal", "normal"),
    ],
)
def test_the_us_label_has_a_level_for_every_count(anc: str, general: str, ben: str) -> None:
    assert level(US | {"anc": anc}) == general
    assert level(BEN | {"anc": anc}) == ben


@pytest.mark.parametrize(
    ("anc", "wbc", "expected"),
    [
        ("2000", "3500", "green"),
        ("1999.999999", "3500", "amber"),
        ("2000", "3499.999999", "amber"),
        ("1500", "3500", "amber"),
        ("2000", "3000", "amber"),
        ("1500", "3000", "amber"),
        ("1499.999999", "3500", "red"),
        ("2000", "2999.999999", "red"),
        ("1499.999999", "2999.999999", "red"),
        ("1499.999999", "3000", "red"),
        ("1500", "2999.999999", "red"),
        ("1999.999999", "2999.999999", "red"),
        ("0", "0", "red"),
        ("6000", "9000", "green"),
    ],
)
def test_in_the_uk_either_count_can_decide(anc: str, wbc: str, expected: str) -> None:
    assert level(UK | {"anc": anc, "wbc": wbc}) == expected


@pytest.mark.parametrize(
    ("anc", "general", "ben"),
    [
        ("1500", "green", "green"),
        ("1499.999999", "amber", "green"),
        ("1000", "amber", "green"),
        ("999.999999", "red", "amber"),
        ("500", "red", "amber"),
        ("499.999999", "red", "red"),
        ("0", "red", "red"),
        ("20000", "green", "green"),
    ],
)
def test_the_eu_letter_has_a_level_for_every_count(anc: str, general: str, ben: str) -> None:
    """A treatment may be begun at 1,500 (BEN 1,000) and is stopped below 1,000 (BEN 500)."""
    assert level(EU | {"anc": anc}) == general
    assert level(EU_BEN | {"anc": anc}) == ben


def test_the_white_cells_change_no_level_of_the_eu() -> None:
    for anc, expected in (("1500", "green"), ("1400", "amber"), ("900", "red")):
        assert level(EU | {"anc": anc, "wbc": "2000", "wbc_unit": "/uL"}) == expected


def test_a_count_means_the_same_in_every_unit() -> None:
    assert level(US | {"anc": "1.5", "anc_unit": "10^9/L"}) == "normal"
    assert level(US | {"anc": "1.4999", "anc_unit": "K/uL"}) == "mild"
    assert level(UK | {"anc": "2", "anc_unit": "G/L", "wbc": "3.4999", "wbc_unit": "10^9/L"}) == "amber"


# What the tables say


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (US, ["continues", "weekly for 6 months"]),
        (US | {"anc": "1400"}, ["continues", "three times weekly", "below 1,500 /µL is repeated within 24 hours"]),
        (US | {"anc": "700"}, ["interrupts", "haematologist", "daily", "resumed at 1,000 /µL or more"]),
        (US | {"anc": "400"}, ["interrupts", "no rechallenge unless the benefit outweighs the risk"]),
        (BEN | {"anc": "1400"}, ["continues", "weekly for 6 months"]),
        (BEN | {"anc": "700"}, ["continues", "three times weekly", "below 1,000 /µL is repeated within 24 hours"]),
        (BEN | {"anc": "400"}, ["interrupts"]),
        (UK, ["continues", "weekly for 18 weeks", "every 4 weeks"]),
        (UK | {"anc": "1700"}, ["twice weekly"]),
        (UK | {"anc": "1400"}, ["stops treatment"]),
        (EU, ["continues", "weekly for 18 weeks", "monthly to one year", "every 12 weeks", "then yearly"]),
        (EU | {"anc": "1400"}, ["continues", "recovers or stays stable", "monthly counts", "was not read"]),
        (EU | {"anc": "900"}, ["stops treatment at once", "weekly counts for 4 weeks"]),
        (EU_BEN | {"anc": "900"}, ["continues", "recovers or stays stable"]),
        (EU_BEN | {"anc": "400"}, ["stops treatment at once"]),
    ],
)
def test_the_action_is_what_the_table_says(typed: dict[str, str], says: list[str]) -> None:
    action = outcome(CLOZAPINE, typed).values["action"]
    assert [words for words in says if words not in action] == []
    assert action in outcome(CLOZAPINE, typed).line


def test_an_action_is_told_and_never_ordered() -> None:
    for table, actions in ACTIONS.items():
        for action in actions.values():
            assert re.match(r"The (US label|UK table|EU letter) (continues|interrupts|has|stops) ", action), (
                table,
                action,
            )


def test_the_same_count_goes_on_in_the_us_and_the_eu_and_is_stopped_in_the_uk() -> None:
    result = outcome(CLOZAPINE, UK | {"anc": "1400"})
    lines = {finding.key: finding.result for finding in result.findings}
    assert list(lines) == ["us-general", "us-ben", "eu-general", "eu-ben", "uk"]
    assert lines["us-general"].startswith("Mild neutropenia. The US label continues")
    assert lines["us-ben"].startswith("Normal range for BEN. The US label continues")
    assert lines["uk"].startswith("Red. The UK table stops")
    assert lines["eu-general"].startswith("Amber. The EU letter continues")
    assert lines["eu-ben"].startswith("Green. The EU letter continues")
    assert result.headline == "Red (UK)"
    assert outcome(CLOZAPINE, US | {"anc": "1400"}).headline == "Mild neutropenia (US)"
    assert outcome(CLOZAPINE, EU | {"anc": "1400"}).headline == "Amber (EU)"


@pytest.mark.parametrize(
    ("anc", "differ"), [("1500", False), ("1499.9999", True), ("1000", True), ("999.9999", False), ("0", False)]
)
def test_where_the_us_label_goes_on_and_the_uk_table_stops_that_is_said(anc: str, differ: bool) -> None:
    found = [c.message for c in outcome(CLOZAPINE, US | {"anc": anc}).cautions if c.code == "tables-differ"]
    assert len(found) == differ
    assert all("UK table, general population: Red. The UK table stops" in message for message in found)
    # The EU letter goes on and stops at the same counts as the US label.
    assert (("region", "tables-differ") in cautions(CLOZAPINE, EU | {"anc": anc})) == differ
    # Nobody is told that treatment goes on elsewhere after a red result, nor of a UK level for BEN.
    for typed in (UK, BEN, EU_BEN):
        assert ("region", "tables-differ") not in cautions(CLOZAPINE, typed | {"anc": anc})


def test_white_cells_that_stop_treatment_in_the_uk_are_told_beside_a_green_eu_level() -> None:
    typed = EU | {"wbc": "2999.9999", "wbc_unit": "/uL", "anc": "2500"}
    assert level(typed) == "green"
    assert cautions(CLOZAPINE, typed) == [("region", "tables-differ"), ("wbc", "white-cells-not-used")]
    assert cautions(CLOZAPINE, typed | {"wbc": "3000"}) == [("wbc", "white-cells-not-used")]
    assert "EU letter does not use the white cells" in outcome(CLOZAPINE, typed).cautions[-1].message


@pytest.mark.parametrize("level_of_uk", [{"anc": "1700"}, {"wbc": "3200"}])
def test_where_the_uk_table_only_counts_more_often_the_tables_are_not_said_to_differ(
    level_of_uk: dict[str, str],
) -> None:
    typed = US | {"wbc": "6000", "wbc_unit": "/uL"} | level_of_uk
    assert level(typed | {"region": "uk"}) == "amber"
    assert ("region", "tables-differ") not in cautions(CLOZAPINE, typed)


def test_what_is_not_sure_of_the_uk_table_is_not_said_of_the_us_label() -> None:
    rules = {finding.key: finding.rule for finding in outcome(CLOZAPINE, US | {"anc": "1200"}).findings}
    assert rules["us-general"] == "Neutrophils 1,000 to below 1,500 /µL"
    assert rules["us-ben"] == "Neutrophils 1,000 /µL or more"


def test_every_table_has_its_date() -> None:
    for finding in outcome(CLOZAPINE, UK).findings:
        assert re.search(r"\b20\d\d\b", finding.source), finding
    assert outcome(CLOZAPINE, US).source.startswith("US label as of 2022")
    assert outcome(CLOZAPINE, UK).source.startswith("UK as of 2022 to October 2024")
    assert "8 September 2025" in outcome(CLOZAPINE, EU).source
    assert "REMS ended on 13 June 2025" in outcome(CLOZAPINE, US).source
    assert "2025 labels were not read" in outcome(CLOZAPINE, US).source


@pytest.mark.parametrize(("anc", "result"), [("1500", "No level without the white cells."), ("1499.9999", "Red. ")])
def test_without_white_cells_the_uk_line_says_only_what_is_certain(anc: str, result: str) -> None:
    (uk,) = (finding for finding in outcome(CLOZAPINE, US | {"anc": anc}).findings if finding.key == "uk")
    assert uk.result.startswith(result)


def test_the_working_shows_both_counts_and_the_rule() -> None:
    result = outcome(CLOZAPINE, UK | {"anc": "1999", "wbc": "3.6", "wbc_unit": "10^9/L"})
    assert result.working == (
        "neutrophils 1999 /µL = 1.999 ×10⁹/L, white cells 3600 /µL = 3.6 ×10⁹/L. UK table, general "
        "population: Neutrophils 1,500 to below 2,000 /µL: amber; White cells 3,500 /µL or more: green = Amber"
    )
    assert outcome(CLOZAPINE, US | {"anc": "480"}).working == (
        "neutrophils 480 /µL = 0.48 ×10⁹/L. US label, general population: Neutrophils below 500 /µL = Severe "
        "neutropenia"
    )
    assert (result.count_per_ul, result.entry) == (1999, "psychiatric-medicines")


def test_what_was_not_verified_is_said() -> None:
    for words in ("EU", "BEN", "label now in force decides", "Other countries", "Fever or a sore throat"):
        assert words in CLOZAPINE.scope


@pytest.mark.parametrize("anc", ["3000", "1400"])
def test_the_uk_line_is_never_taken_for_one_about_benign_ethnic_neutropenia(anc: str) -> None:
    (uk,) = (finding for finding in outcome(CLOZAPINE, BEN | {"anc": anc}).findings if finding.key == "uk")
    assert uk.name == "UK table, general population"
    assert "not verified for benign ethnic neutropenia" in uk.rule
    assert "first 18 weeks" in uk.rule


def test_the_eu_lines_tell_since_when_what_held_before_and_by_whom_it_is_told() -> None:
    general, ben = (finding for finding in outcome(CLOZAPINE, US).findings if finding.key.startswith("eu-"))
    assert general.rule.startswith("Neutrophils 1,500 /µL or more; since September 2025, for neutrophils alone")
    for words in ("Before, in France", "2,000 /µL or more", "3,500 /µL or more", "stopped below 1,500"):
        assert words in general.rule
        assert words not in ben.rule
    for finding in (general, ben):
        assert "the colours are borrowed from the UK table" in finding.rule
        assert finding.source.startswith("Summaries (secondary) of the direct healthcare professional communication")


# What is refused or asked


def test_the_uk_needs_the_white_cells() -> None:
    without = {key: text for key, text in UK.items() if not key.startswith("wbc")}
    assert refused(CLOZAPINE, without) == [("wbc", "missing")]
    assert refused(CLOZAPINE, UK | {"wbc": " "}) == [("wbc", "missing")]
    assert refused(CLOZAPINE, UK | {"wbc_unit": ""}) == [("wbc_unit", "missing")]
    assert "unit" in problems(CLOZAPINE, without).problems[0].message


def test_the_uk_limits_for_benign_ethnic_neutropenia_are_not_given() -> None:
    typed = UK | {"population": "ben"}
    assert refused(CLOZAPINE, typed) == [("population", "not-verified")]
    assert problems(CLOZAPINE, typed).problems[0].message.startswith("The UK limits for benign ethnic neutropenia")
    assert refused(CLOZAPINE, BEN | {"region": "uk"}) == [("population", "not-verified"), ("wbc", "missing")]


@pytest.mark.parametrize("missing", ["region", "population", "anc", "anc_unit"])
@pytest.mark.parametrize("typed", [US, UK], ids=["us", "uk"])
def test_without_an_answer_there_is_no_level(missing: str, typed: dict[str, str]) -> None:
    assert refused(CLOZAPINE, typed | {missing: " "}) == [(missing, "missing")]


def test_nothing_typed_asks_for_what_every_table_needs() -> None:
    assert refused(CLOZAPINE, {}) == [(key, "missing") for key in US]


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("region", "ca", "unknown-choice"),
        ("population", "duffy-null", "unknown-choice"),
        ("anc", "1,400", "ambiguous"),
        ("anc", "-1", "negative"),
        ("anc", "2000001", "out-of-range"),
        ("anc_unit", "g/L", "unknown-unit"),
        ("wbc", "3,500", "ambiguous"),
        ("wbc", "2000001", "out-of-range"),
        ("wbc_unit", "mg/dL", "unknown-unit"),
    ],
)
def test_what_cannot_be_meant_is_refused(field: str, typed: str, code: str) -> None:
    assert refused(CLOZAPINE, UK | {field: typed}) == [(field, code)]


def test_white_cells_that_a_table_does_not_use_are_said_to_be_unused() -> None:
    typed = UK | {"region": "us", "anc": "1500", "wbc": "2900"}
    assert cautions(CLOZAPINE, typed) == [("region", "tables-differ"), ("wbc", "white-cells-not-used")]
    assert level(typed) == "normal"
    assert cautions(CLOZAPINE, US) == []
    assert refused(CLOZAPINE, typed | {"wbc_unit": ""}) == [("wbc_unit", "missing")]


@pytest.mark.parametrize(("wbc", "asks"), [("3000", False), ("2999.9999", True)])
def test_more_neutrophils_than_white_cells_are_asked_about(wbc: str, asks: bool) -> None:
    found = [caution for caution in outcome(CLOZAPINE, UK | {"wbc": wbc}).cautions if caution.asks]
    assert [(caution.field, caution.code) for caution in found] == ([("anc", "more-than-all")] if asks else [])


@pytest.mark.parametrize(
    ("changed", "asked"),
    [
        ({"anc": "1.4", "anc_unit": "/uL"}, [("anc", ("anc_unit", "10^9/L"))]),
        ({"wbc": "99.9999", "anc": "50"}, [("wbc", ("wbc_unit", "10^9/L"))]),
        ({"wbc": "100", "anc": "50"}, []),
        ({"wbc": "500", "wbc_unit": "10^9/L"}, []),
        ({"wbc": "500.0001", "wbc_unit": "10^9/L"}, [("wbc", ("wbc_unit", "/uL"))]),
    ],
)
def test_a_count_in_an_unusual_unit_is_asked_about(changed: dict[str, str], asked: list[Any]) -> None:
    found = [c for c in outcome(CLOZAPINE, UK | changed).cautions if c.code == "check-unit"]
    assert [(caution.field, caution.instead) for caution in found] == asked


# Laws

counts = st.decimals(min_value=0, max_value=6000, places=2)
SEVERITY = {
    "general": ("severe", "moderate", "mild", "normal"),
    "ben": ("severe", "neutropenia", "normal"),
    "uk": ("red", "amber", "green"),
    "eu": ("red", "amber", "green"),
}


@given(counts, counts)
def test_a_higher_count_is_never_a_severer_level(one: Decimal, other: Decimal) -> None:
    lower, higher = (f"{count:.2f}" for count in sorted((one, other)))
    for population in ("general", "ben"):
        order = SEVERITY[population]
        typed = US | {"population": population}
        assert order.index(level(typed | {"anc": lower})) <= order.index(level(typed | {"anc": higher}))
        order, typed = SEVERITY["eu"], typed | {"region": "eu"}
        assert order.index(level(typed | {"anc": lower})) <= order.index(level(typed | {"anc": higher}))


@given(counts)
def test_the_eu_stops_exactly_where_the_us_interrupts(anc: Decimal) -> None:
    typed = {"anc": f"{anc:.2f}"}
    assert (level(EU | typed) == "red") == (level(US | typed) in ("moderate", "severe"))
    assert (level(EU_BEN | typed) == "red") == (level(BEN | typed) == "severe")


@given(counts, counts, counts)
def test_in_the_uk_the_lower_level_of_both_counts_decides(anc: Decimal, one: Decimal, other: Decimal) -> None:
    lower, higher = (f"{count:.2f}" for count in sorted((one, other)))
    typed = UK | {"anc": f"{anc:.2f}"}
    order = SEVERITY["uk"]
    assert order.index(level(typed | {"wbc": lower})) <= order.index(level(typed | {"wbc": higher}))
    by_neutrophils = "red" if anc < 1500 else "amber" if anc < 2000 else "green"
    assert order.index(level(typed | {"wbc": lower})) <= order.index(by_neutrophils)
    assert level(UK | {"anc": f"{anc:.2f}", "wbc": "9000"}) == by_neutrophils
