"""Where a neutrophil count lies by the reference limits of a population: adults, Duffy-null, pregnancy, by age.

Limits are cells/µL, and a count that is exactly a limit lies within. Left out, because no limits were read: infants of
very low birth weight at other ages than those here, and newborns at altitude.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from neutrogui.calculators.grade import questions, read_lower_limit
from neutrogui.calculators.reading import Reading, count_fields
from neutrogui.domain.calculator import Caution, Choice, Field, FieldKind, Finding, Outcome
from neutrogui.domain.number import plain
from neutrogui.domain.problem import Problems
from neutrogui.domain.quantity import PER_LITRE, PER_UL, Count


@dataclass(frozen=True, slots=True)
class Population:
    """The limits of a population in cells/µL, both included; `upper` is None where none is used.

    `whose` completes "within what is usual for …". `beside` are the keys of populations whose limits are shown with it,
    because sources differ or because they are the same people elsewhere. `note` is told after the limits: for whom they
    are, and for whom not.
    """

    key: str
    name: str
    whose: str
    lower: Decimal
    upper: Decimal | None
    source: str
    entry: str
    beside: tuple[str, ...] = ()
    note: str = ""

    def flag(self, per_ul: Decimal) -> str:
        """`below`, `within` or `above`, of a count that is not rounded."""
        if per_ul < self.lower:
            return "below"
        return "above" if self.upper is not None and per_ul > self.upper else "within"

    def told(self, per_ul: Decimal) -> str:
        """The flag in words, such as `within what is usual for Duffy-null adults in Namibia`.

        Where no upper limit is used, a count that is not below is not called usual: 80,000 /µL would be.
        """
        flag = self.flag(per_ul)
        told = "not below" if flag == "within" and self.upper is None else flag
        return f"{told} what is usual for {self.whose}"

    @property
    def rule(self) -> str:
        """The limits in words, such as `1,210 to 5,390 /µL, both included`."""
        lower = f"{Decimal(plain(self.lower)):,}"
        if self.upper is None:
            return f"{lower} /µL or more; no upper limit is used"
        return f"{lower} to {self.upper:,} /µL, both included"


_ADULTS = ("adult", "adult-1800", "adult-2000")
_DUFFY_NULL = ("duffy-null-usa", "duffy-null-uk", "duffy-null-saudi", "duffy-null-namibia")
_DUMFRIES = "NHS Dumfries and Galloway, read in 2026"
_PEDIATRIC_CONSULT = "5-Minute Pediatric Consult, Neutropenia (undated copy, read in 2026)"
_MANROE = "Manroe, J Pediatr 1979;95:89-98, as given by Nittala 2012, PMC4423541 (secondary)"
_VETTER_LARACY = (
    "Vetter-Laracy et al., J Perinatol 2013, doi:10.1038/jp.2013.111 (abstract): fifth percentile of routine counts of "
    "399 infants"
)
_TRIMESTERS = (
    "UpToDate, table of reference intervals in pregnancy, compiled from studies (copy read in 2026; secondary)"
)
_NOT_SMALL = "not for infants of very low birth weight"


def _adult(key: str, lower: int, source: str) -> Population:
    return Population(
        key,
        f"Adult, limit {lower:,} /µL",
        f"adults where {lower:,} /µL is the limit",
        Decimal(lower),
        None,
        source,
        "levels-of-neutropenia",
        _ADULTS,
    )


def _duffy_null(key: str, country: str, lower: int, upper: int) -> Population:
    return Population(
        key,
        f"Duffy-null adult, {country}",
        f"Duffy-null adults in {country}",
        Decimal(lower),
        Decimal(upper),
        "Hibbs et al., Blood 2025, doi:10.1182/blood.2025029359",
        "duffy-null-count",
        _DUFFY_NULL,
        note="for healthy adults known to be Duffy-null; no robust limits were found for children (Blood Adv 2023)",
    )


def _by_age(
    key: str, name: str, lower: int, upper: int | None, source: str, *beside: str, note: str = ""
) -> Population:
    whose = name[0].lower() + name[1:]
    top = None if upper is None else Decimal(upper)
    return Population(key, name, whose, Decimal(lower), top, source, "reference-limits-by-age", beside, note)


def _trimester(ordinal: str, lower: int, upper: int) -> Population:
    key, name = f"pregnancy-{ordinal}-trimester", f"Pregnancy, {ordinal} trimester"
    return _by_age(key, name, lower, upper, _TRIMESTERS, "pregnancy-8-40-weeks")


POPULATIONS: tuple[Population, ...] = (
    _adult("adult", 1500, "Boxer 2012, the limit of conventional severity"),
    _adult("adult-1800", 1800, f"{_DUMFRIES}: mild neutropenia reaches to 1.8 ×10⁹/L"),
    _adult("adult-2000", 2000, f"{_DUMFRIES}: normal from 2.0 ×10⁹/L"),
    _duffy_null("duffy-null-usa", "the United States", 1210, 5390),
    _duffy_null("duffy-null-uk", "the United Kingdom", 1185, 5462),
    _duffy_null("duffy-null-saudi", "Saudi Arabia", 1140, 5290),
    _duffy_null("duffy-null-namibia", "Namibia", 820, 6370),
    _by_age(
        "pregnancy-8-40-weeks",
        "Pregnancy, 8 to 40 weeks",
        3700,
        11_600,
        "Dockree et al., EBioMedicine 2021;74:103715 (Oxford, n = 24,318)",
        "pregnancy-first-trimester",
        "pregnancy-second-trimester",
        "pregnancy-third-trimester",
    ),
    _trimester("first", 3600, 10_100),
    _trimester("second", 3800, 12_300),
    _trimester("third", 3900, 13_100),
    _by_age(
        "newborn-12-24-hours",
        "Newborns, mostly term, at 12 to 24 hours",
        7800,
        14_500,
        _MANROE,
        "first-week",
        note=f"{_NOT_SMALL}; at hospitals about 4,800 feet above sea level the upper limit was much higher (Schmutz, J "
        "Perinatol 2008;28:275-281)",
    ),
    _by_age(
        "newborn-from-72-hours",
        "Newborns, mostly term, from 72 hours",
        1750,
        None,
        _MANROE,
        "first-week",
        note=_NOT_SMALL,
    ),
    _by_age(
        "first-week",
        "Newborns in the first week",
        5000,
        None,
        _PEDIATRIC_CONSULT,
        "newborn-12-24-hours",
        "newborn-from-72-hours",
        note=_NOT_SMALL,
    ),
    _by_age(
        "very-low-birth-weight-61-hours-28-days",
        "Infants of very low birth weight, 61 hours to 28 days",
        1100,
        6000,
        "Mouzinho et al., Pediatrics 1994 (abstract)",
        "very-low-birth-weight-weeks-3-4",
        note="up to 1,500 g at birth, without complications",
    ),
    _by_age(
        "very-low-birth-weight-weeks-3-4",
        "Infants of very low birth weight, weeks 3 to 4",
        1280,
        None,
        _VETTER_LARACY,
        "very-low-birth-weight-61-hours-28-days",
    ),
    _by_age(
        "very-low-birth-weight-weeks-13-15",
        "Infants of very low birth weight, weeks 13 to 15",
        500,
        None,
        _VETTER_LARACY,
    ),
    _by_age(
        "under-1-year",
        "Infants after the first week and under 1 year",
        1000,
        None,
        _PEDIATRIC_CONSULT,
        note=_NOT_SMALL,
    ),
    _by_age("from-1-year", "Children of 1 year or more", 1500, None, _PEDIATRIC_CONSULT),
)
"""All populations, in the order in which they are offered."""


class ReferenceLimits:
    """The calculator `reference`."""

    key = "reference"
    title = "Usual limits by population"
    formula = "Flag = the count, not rounded, against the lower and upper limit of the chosen population"
    source = (
        "Hibbs, Blood 2025; Dockree, EBioMedicine 2021; Mouzinho, Pediatrics 1994; Vetter-Laracy, J Perinatol 2013; "
        "Boxer 2012; NHS Dumfries and Galloway and 5-Minute Pediatric Consult, read in 2026; secondary: Manroe 1979, "
        "UpToDate (trimesters)"
    )
    scope = (
        "A count within the limits excludes no disease, one outside proves none. Many laboratories print their own. "
        "Infants of very low birth weight: at the ages offered only. Duffy-null: adults only."
    )
    fields = (
        *count_fields("anc", "Neutrophils (ANC)", hint="Absolute neutrophil count"),
        Field(
            "population",
            "Population",
            FieldKind.CHOICE,
            choices=tuple(Choice(each.key, each.name) for each in POPULATIONS),
        ),
        *count_fields(
            "lower_limit",
            "Laboratory’s lower limit",
            hint="For adults: used instead of 1,500 /µL",
            optional=True,
        ),
    )
    groups = ()

    def evaluate(self, typed: Mapping[str, str]) -> Outcome | Problems:
        """Whether the count lies below, within or above the limits; both limits themselves lie within.

        Problem codes: those of `read_number`, `missing`, `unknown-unit`, `unknown-choice`, `out-of-range` (a count or
        limit over 2,000,000 /µL, a limit of 0), `conflict` (a laboratory's limit with a population other than `adult`).
        The caution `check-unit` asks. Where sources differ, the findings tell what each of them says.
        """
        reading = Reading(self.fields, typed)
        count, key, limit = reading.count("anc"), reading.choice("population"), read_lower_limit(reading)
        population = next((each for each in POPULATIONS if each.key == key), None)
        if limit is not None and key not in ("adult", None):
            message = (
                "The laboratory’s limit is used for “Adult, limit 1,500 /µL” only. Choose that, or empty this field."
            )
            reading.refuse("lower_limit", "conflict", message)
        if reading.problems is not None:
            return reading.problems
        assert count is not None
        assert population is not None
        if limit is not None:
            population = _by_the_laboratory(population, limit)
        return _outcome(count, population, questions(count, limit, typed))


def _by_the_laboratory(adult: Population, limit: Count) -> Population:
    return replace(
        adult,
        key="adult-laboratory",
        name="Adult, the laboratory’s own limit",
        whose="adults by the laboratory’s own lower limit",
        lower=limit.per_ul,
        source="The laboratory’s report, as typed",
    )


def _outcome(count: Count, population: Population, cautions: tuple[Caution, ...]) -> Outcome:
    per_ul = count.per_ul
    others = [each for each in POPULATIONS if each.key in population.beside and each.key != population.key]
    told = population.told(per_ul)
    written = f"{count.text_in(PER_UL)} = {count.text_in(PER_LITRE)}"
    return Outcome(
        values={
            "anc_per_ul": plain(per_ul),
            "flag": population.flag(per_ul),
            "interval": [plain(population.lower), None if population.upper is None else plain(population.upper)],
        },
        headline=told[0].upper() + told[1:],
        also=written,
        working=f"{written}; {population.rule}",
        line=f"ANC {written}: {told} ({population.rule})",
        count_per_ul=per_ul,
        cautions=cautions,
        entry=population.entry,
        source=population.source,
        findings=tuple(
            Finding(
                each.key,
                each.name,
                each.told(per_ul),
                f"{each.rule}; {each.note}" if each.note else each.rule,
                each.source,
            )
            for each in (population, *others)
        ),
    )
