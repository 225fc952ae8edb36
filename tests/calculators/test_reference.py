"""A count against the limits of a population: both sides of every limit, sources that differ, every refusal."""

from decimal import Decimal

import evaluating
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.calculators.reference import POPULATIONS, ReferenceLimits
from neutrogui.domain.calculator import Outcome

REFERENCE = ReferenceLimits()
LITTLE = Decimal("0.000001")

# Boxer 2012, NHS Dumfries and Galloway; Hibbs 2025; Dockree 2021; UpToDate (trimesters); Manroe 1979; Mouzinho 1994;
# Vetter-Laracy 2013; 5-Minute Pediatric Consult.
LIMITS: dict[str, tuple[int, int | None]] = {
    "adult": (1500, None),
    "adult-1800": (1800, None),
    "adult-2000": (2000, None),
    "duffy-null-usa": (1210, 5390),
    "duffy-null-uk": (1185, 5462),
    "duffy-null-saudi": (1140, 5290),
    "duffy-null-namibia": (820, 6370),
    "pregnancy-8-40-weeks": (3700, 11_600),
    "pregnancy-first-trimester": (3600, 10_100),
    "pregnancy-second-trimester": (3800, 12_300),
    "pregnancy-third-trimester": (3900, 13_100),
    "newborn-12-24-hours": (7800, 14_500),
    "newborn-from-72-hours": (1750, None),
    "first-week": (5000, None),
    "very-low-birth-weight-61-hours-28-days": (1100, 6000),
    "very-low-birth-weight-weeks-3-4": (1280, None),
    "very-low-birth-weight-weeks-13-15": (500, None),
    "under-1-year": (1000, None),
    "from-1-year": (1500, None),
}


def outcome(anc: Decimal | str | int, population: str, **typed: str) -> Outcome:
    return evaluating.outcome(REFERENCE, {"anc": str(anc), "anc_unit": "/uL", "population": population} | typed)


def refused(**typed: str) -> list[tuple[str, str]]:
    """Field and code of every problem, in order; each has a sentence."""
    return evaluating.refused(REFERENCE, {"anc": "1300", "anc_unit": "/uL", "population": "adult"} | typed)


@pytest.mark.parametrize(
    ("case", "population", "anc", "flag"),
    [
        ("REF-001", "adult", "1300", "below"),
        ("REF-002", "duffy-null-usa", "1300", "within"),
        ("REF-004", "duffy-null-usa", "1210", "within"),
        ("REF-005", "duffy-null-usa", "5390", "within"),
        ("REF-006", "duffy-null-usa", "5391", "above"),
        ("REF-007", "duffy-null-uk", "1184", "below"),
        ("REF-009", "duffy-null-namibia", "820", "within"),
        ("REF-010", "duffy-null-namibia", "819", "below"),
        ("REF-011", "pregnancy-8-40-weeks", "3600", "below"),
    ],
)
def test_a_worked_count_gets_its_flag(case: str, population: str, anc: str, flag: str) -> None:
    assert outcome(anc, population).values["flag"] == flag, case


def test_the_populations_are_those_whose_limits_were_read() -> None:
    assert [each.key for each in POPULATIONS] == list(LIMITS)
    assert len({each.name for each in POPULATIONS}) == len(POPULATIONS)


@pytest.mark.parametrize("population", LIMITS)
def test_both_sides_of_a_limit_get_their_flag(population: str) -> None:
    lower, upper = LIMITS[population]
    assert outcome(lower - LITTLE, population).values["flag"] == "below"
    assert outcome(lower, population).values["flag"] == "within"
    if upper is None:
        assert outcome("90000", population).values["flag"] == "within"
    else:
        assert outcome(upper, population).values["flag"] == "within"
        assert outcome(upper + LITTLE, population).values["flag"] == "above"


@pytest.mark.parametrize("population", LIMITS)
def test_the_interval_is_given_as_exact_texts(population: str) -> None:
    lower, upper = LIMITS[population]
    values = outcome("1300", population).values
    assert values["interval"] == [str(lower), None if upper is None else str(upper)]
    assert values["anc_per_ul"] == "1300"


@pytest.mark.parametrize("population", LIMITS)
@pytest.mark.parametrize("anc", ["0", "1300", "4000", "10000", "20000"])
def test_nothing_is_called_normal(population: str, anc: str) -> None:
    result = outcome(anc, population)
    told = " ".join([result.headline, result.line, result.working, *(finding.result for finding in result.findings)])
    assert "normal" not in told.casefold()
    assert "what is usual for" in result.headline
    assert result.source


def test_the_answer_names_population_limits_and_source() -> None:
    result = outcome("1300", "duffy-null-usa")
    assert result.headline == "Within what is usual for Duffy-null adults in the United States"
    assert result.also == "1300 /µL = 1.3 ×10⁹/L"
    assert result.working == "1300 /µL = 1.3 ×10⁹/L; 1,210 to 5,390 /µL, both included"
    assert result.line == (
        "ANC 1300 /µL = 1.3 ×10⁹/L: within what is usual for Duffy-null adults in the United States "
        "(1,210 to 5,390 /µL, both included)"
    )
    assert result.entry == "duffy-null-count"
    assert "Hibbs" in result.source
    assert outcome("1300", "adult").working.endswith("1,500 /µL or more; no upper limit is used")


@pytest.mark.parametrize(
    ("population", "whose", "entry"),
    [
        ("adult", "adults where 1,500 /µL is the limit", "levels-of-neutropenia"),
        ("adult-2000", "adults where 2,000 /µL is the limit", "levels-of-neutropenia"),
        ("duffy-null-namibia", "Duffy-null adults in Namibia", "duffy-null-count"),
        ("pregnancy-8-40-weeks", "pregnancy, 8 to 40 weeks", "reference-limits-by-age"),
        ("first-week", "newborns in the first week", "reference-limits-by-age"),
        ("under-1-year", "infants after the first week and under 1 year", "reference-limits-by-age"),
        ("from-1-year", "children of 1 year or more", "reference-limits-by-age"),
    ],
)
def test_a_population_is_named_in_the_answer_and_leads_to_its_entry(population: str, whose: str, entry: str) -> None:
    result = outcome("0", population)
    assert result.headline == f"Below what is usual for {whose}"
    assert result.entry == entry
    assert result.count_per_ul == 0


@pytest.mark.parametrize("population", ["duffy-null-usa", "duffy-null-uk", "duffy-null-saudi", "duffy-null-namibia"])
def test_the_source_of_the_duffy_null_limits_can_be_looked_up(population: str) -> None:
    assert "doi:10.1182/blood.2025029359" in outcome("1300", population).source


@pytest.mark.parametrize("population", [key for key, (_, upper) in LIMITS.items() if upper is None])
def test_a_count_is_not_called_usual_where_no_upper_limit_is_used(population: str) -> None:
    """A count of 80,000/µL is not below a lower limit, and nothing more is known of it."""
    result = outcome("80000", population)
    assert result.values["flag"] == "within"
    assert result.headline.startswith("Not below what is usual for ")
    assert result.findings[0].result.startswith("not below what is usual for ")
    assert ": not below what is usual for " in result.line
    assert outcome("0", population).headline.startswith("Below what is usual for ")


# Sources that differ


def findings(result: Outcome) -> dict[str, str]:
    """The flag in every finding, by key; `within` is told as `not below` where no upper limit is used."""
    return {
        finding.key: finding.result.partition(" what is usual for ")[0].replace("not below", "within")
        for finding in result.findings
    }


def test_every_adult_limit_in_use_is_shown_but_the_chosen_one_decides() -> None:
    expected = {"adult": "within", "adult-1800": "below", "adult-2000": "below"}
    assert findings(outcome("1600", "adult")) == expected
    assert outcome("1600", "adult").values["flag"] == "within"
    assert findings(outcome("1600", "adult-2000")) == expected
    assert outcome("1600", "adult-2000").values["flag"] == "below"


def test_the_chosen_population_stands_first() -> None:
    for population in LIMITS:
        assert outcome("1600", population).findings[0].key == population


def test_duffy_null_adults_of_four_countries_stand_beside_each_other() -> None:
    assert findings(outcome("1150", "duffy-null-uk")) == {
        "duffy-null-uk": "below",
        "duffy-null-usa": "below",
        "duffy-null-saudi": "within",
        "duffy-null-namibia": "within",
    }


def test_both_sources_for_the_first_week_are_shown() -> None:
    assert findings(outcome("4000", "first-week")) == {
        "first-week": "below",
        "newborn-12-24-hours": "below",
        "newborn-from-72-hours": "within",
    }
    assert findings(outcome("4000", "newborn-from-72-hours")) == {
        "newborn-from-72-hours": "within",
        "first-week": "below",
    }


def test_a_trimester_and_the_whole_pregnancy_stand_beside_each_other() -> None:
    assert findings(outcome("12000", "pregnancy-second-trimester")) == {
        "pregnancy-second-trimester": "within",
        "pregnancy-8-40-weeks": "above",
    }
    assert findings(outcome("3750", "pregnancy-8-40-weeks")) == {
        "pregnancy-8-40-weeks": "within",
        "pregnancy-first-trimester": "within",
        "pregnancy-second-trimester": "below",
        "pregnancy-third-trimester": "below",
    }


def test_both_sources_for_the_first_month_with_a_very_low_birth_weight_are_shown() -> None:
    early, late = "very-low-birth-weight-61-hours-28-days", "very-low-birth-weight-weeks-3-4"
    assert findings(outcome("1200", early)) == {early: "within", late: "below"}
    assert findings(outcome("1200", late)) == {late: "below", early: "within"}


@pytest.mark.parametrize("population", ["very-low-birth-weight-weeks-13-15", "under-1-year", "from-1-year"])
def test_a_population_with_one_source_stands_alone(population: str) -> None:
    assert list(findings(outcome("1300", population))) == [population]


def test_every_finding_names_its_source_and_limits() -> None:
    for population in LIMITS:
        for finding in outcome("1300", population).findings:
            assert finding.source
            assert "/µL" in finding.rule


@pytest.mark.parametrize(
    ("population", "words"),
    [
        ("duffy-null-uk", ["healthy adults known to be Duffy-null", "children"]),
        (
            "newborn-12-24-hours",
            ["not for infants of very low birth weight", "4,800 feet", "upper limit was much higher"],
        ),
        ("newborn-from-72-hours", ["not for infants of very low birth weight"]),
        ("first-week", ["not for infants of very low birth weight"]),
        ("under-1-year", ["not for infants of very low birth weight"]),
        ("very-low-birth-weight-61-hours-28-days", ["up to 1,500 g at birth"]),
    ],
)
def test_for_whom_the_limits_are_not_is_told_beside_them(population: str, words: list[str]) -> None:
    rule = outcome("1300", population).findings[0].rule
    assert [each for each in words if each not in rule] == []


@pytest.mark.parametrize(
    ("population", "rule"),
    [
        ("adult-1800", "1,800 /µL or more; no upper limit is used"),
        ("from-1-year", "1,500 /µL or more; no upper limit is used"),
        ("pregnancy-first-trimester", "3,600 to 10,100 /µL, both included"),
    ],
)
def test_limits_without_a_restriction_stand_alone(population: str, rule: str) -> None:
    assert outcome("1300", population).findings[0].rule == rule


def test_what_a_result_does_not_mean_is_said_above_the_fields() -> None:
    for words in (
        "excludes no disease",
        "proves none",
        "laboratories print their own",
        "ages offered only",
        "adults only",
    ):
        assert words in REFERENCE.scope
    assert len(REFERENCE.scope) <= 200


# The laboratory's own limit


@pytest.mark.parametrize(
    ("limit", "unit", "flag"),
    [("1.6", "10^9/L", "within"), ("1600", "/uL", "within"), ("1600.000001", "/uL", "below"), ("1.8", "K/uL", "below")],
)
def test_the_laboratorys_own_limit_decides_for_an_adult(limit: str, unit: str, flag: str) -> None:
    result = outcome("1600", "adult", lower_limit=limit, lower_limit_unit=unit)
    assert result.values["flag"] == flag
    assert result.values["interval"][1] is None
    assert "the laboratory’s own lower limit" in result.headline


def test_the_laboratorys_own_limit_is_the_interval_and_the_others_stay_in_sight() -> None:
    result = outcome("1600", "adult", lower_limit="1.70", lower_limit_unit="10^9/L")
    assert result.values["interval"] == ["1700", None]
    assert result.working.endswith("1,700 /µL or more; no upper limit is used")
    assert findings(result) == {
        "adult-laboratory": "below",
        "adult": "within",
        "adult-1800": "below",
        "adult-2000": "below",
    }


def test_the_laboratorys_own_limit_is_not_taken_for_that_of_a_source() -> None:
    result = outcome("1600", "adult", lower_limit="1.70", lower_limit_unit="10^9/L")
    own, published = result.findings[:2]
    assert "laboratory" in own.name
    assert result.source == own.source
    assert "laboratory" in own.source
    assert "Boxer" not in own.source
    assert "Boxer" in published.source


@pytest.mark.parametrize("population", [key for key in LIMITS if key != "adult"])
def test_the_laboratorys_own_limit_replaces_no_other_populations_limit(population: str) -> None:
    assert refused(population=population, lower_limit="1800", lower_limit_unit="/uL") == [("lower_limit", "conflict")]


# What is refused and asked


@pytest.mark.parametrize(
    ("typed", "problems"),
    [
        ({"anc": ""}, [("anc", "missing")]),
        ({"anc_unit": ""}, [("anc_unit", "missing")]),
        ({"population": ""}, [("population", "missing")]),
        ({"population": "child"}, [("population", "unknown-choice")]),
        ({"anc": "1,300"}, [("anc", "ambiguous")]),
        ({"anc": "-1"}, [("anc", "negative")]),
        ({"anc": "x"}, [("anc", "not-a-number")]),
        ({"anc": "2000000.1"}, [("anc", "out-of-range")]),
        ({"anc_unit": "x"}, [("anc_unit", "unknown-unit")]),
        ({"lower_limit": "1800"}, [("lower_limit_unit", "missing")]),
        ({"lower_limit": "x", "lower_limit_unit": "/uL"}, [("lower_limit", "not-a-number")]),
        ({"lower_limit": "0", "lower_limit_unit": "/uL"}, [("lower_limit", "out-of-range")]),
        (
            {"population": "", "lower_limit": "1800", "lower_limit_unit": "x"},
            [("population", "missing"), ("lower_limit_unit", "unknown-unit")],
        ),
    ],
)
def test_what_cannot_be_read_is_refused_beside_its_field(
    typed: dict[str, str], problems: list[tuple[str, str]]
) -> None:
    assert refused(**typed) == problems


def test_a_count_or_limit_that_was_probably_meant_in_another_unit_asks() -> None:
    result = outcome("1300", "adult", anc_unit="10^9/L", lower_limit="1.8", lower_limit_unit="/uL")
    assert [(c.field, c.code, c.asks, c.instead) for c in result.cautions] == [
        ("anc", "check-unit", True, ("anc_unit", "/uL")),
        ("lower_limit", "check-unit", True, ("lower_limit_unit", "10^9/L")),
    ]
    assert outcome("1300", "adult").cautions == ()


@given(st.decimals(min_value=0, max_value=20_000, places=6), st.decimals(min_value=0, max_value=20_000, places=6))
def test_a_higher_count_never_lies_lower(one: Decimal, other: Decimal) -> None:
    order = ["below", "within", "above"]
    for population in POPULATIONS:
        lower, higher = (order.index(population.flag(count)) for count in sorted((one, other)))
        assert lower <= higher
