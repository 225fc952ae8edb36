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
from neutrogui.domain.language import grouped, mark, say
from neutrogui.domain.number import plain
from neutrogui.domain.problem import Problems
from neutrogui.domain.quantity import PER_LITRE, PER_UL, Count


@dataclass(frozen=True, slots=True)
class Population:
    """The limits of a population in cells/µL, both included; `upper` is None where none is used.

    `whose` completes "within what is usual for …". `beside` are the keys of populations whose limits are shown with it,
    because sources differ or because they are the same people elsewhere. `note` is told after the limits: for whom they
    are, and for whom not. All these texts are to be said when they are shown.
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
        if flag == "below":
            told = say("below what is usual for {population}")
        elif flag == "above":
            told = say("above what is usual for {population}")
        elif self.upper is None:
            told = say("not below what is usual for {population}")
        else:
            told = say("within what is usual for {population}")
        return told.format(population=say(self.whose))

    @property
    def rule(self) -> str:
        """The limits in words, such as `1,210 to 5,390 /µL, both included`."""
        lower = grouped(Decimal(plain(self.lower)))
        if self.upper is None:
            return say("{lower} /µL or more; no upper limit is used").format(lower=lower)
        return say("{lower} to {upper} /µL, both included").format(lower=lower, upper=grouped(self.upper))


_ADULTS = ("adult", "adult-1800", "adult-2000")
_DUFFY_NULL = ("duffy-null-usa", "duffy-null-uk", "duffy-null-saudi", "duffy-null-namibia")
_PEDIATRIC_CONSULT = mark("5-Minute Pediatric Consult, Neutropenia (undated copy, read in 2026)")
_MANROE = mark("Manroe, J Pediatr 1979;95:89-98, as given by Nittala 2012, PMC4423541 (secondary)")
_VETTER_LARACY = mark(
    "Vetter-Laracy et al., J Perinatol 2013, doi:10.1038/jp.2013.111 (abstract): fifth percentile of routine counts of "
    "399 infants"
)
_TRIMESTERS = mark(
    "UpToDate, table of reference intervals in pregnancy, compiled from studies (copy read in 2026; secondary)"
)
_NOT_SMALL = mark("not for infants of very low birth weight")


def _adult(key: str, name: str, whose: str, lower: int, source: str) -> Population:
    return Population(
        key,
        name,
        whose,
        Decimal(lower),
        None,
        source,
        "levels-of-neutropenia",
        _ADULTS,
    )


def _duffy_null(key: str, name: str, whose: str, lower: int, upper: int) -> Population:
    return Population(
        key,
        name,
        whose,
        Decimal(lower),
        Decimal(upper),
        "Hibbs et al., Blood 2025, doi:10.1182/blood.2025029359",
        "duffy-null-count",
        _DUFFY_NULL,
        note=mark(
            "for healthy adults known to be Duffy-null; no robust limits were found for children (Blood Adv 2023)"
        ),
    )


def _by_age(
    key: str, name: str, whose: str, lower: int, upper: int | None, source: str, *beside: str, note: str = ""
) -> Population:
    top = None if upper is None else Decimal(upper)
    return Population(key, name, whose, Decimal(lower), top, source, "reference-limits-by-age", beside, note)


def _trimester(ordinal: str, name: str, whose: str, lower: int, upper: int) -> Population:
    key = f"pregnancy-{ordinal}-trimester"
    return _by_age(key, name, whose, lower, upper, _TRIMESTERS, "pregnancy-8-40-weeks")


POPULATIONS: tuple[Population, ...] = (
    _adult(
        "adult",
        mark("Adult, limit 1,500 /µL"),
        mark("adults where 1,500 /µL is the limit"),
        1500,
        mark("Boxer 2012, the limit of conventional severity"),
    ),
    _adult(
        "adult-1800",
        mark("Adult, limit 1,800 /µL"),
        mark("adults where 1,800 /µL is the limit"),
        1800,
        mark("NHS Dumfries and Galloway, read in 2026: mild neutropenia reaches to 1.8 ×10⁹/L"),
    ),
    _adult(
        "adult-2000",
        mark("Adult, limit 2,000 /µL"),
        mark("adults where 2,000 /µL is the limit"),
        2000,
        mark("NHS Dumfries and Galloway, read in 2026: normal from 2.0 ×10⁹/L"),
    ),
    _duffy_null(
        "duffy-null-usa",
        mark("Duffy-null adult, the United States"),
        mark("Duffy-null adults in the United States"),
        1210,
        5390,
    ),
    _duffy_null(
        "duffy-null-uk",
        mark("Duffy-null adult, the United Kingdom"),
        mark("Duffy-null adults in the United Kingdom"),
        1185,
        5462,
    ),
    _duffy_null(
        "duffy-null-saudi",
        mark("Duffy-null adult, Saudi Arabia"),
        mark("Duffy-null adults in Saudi Arabia"),
        1140,
        5290,
    ),
    _duffy_null(
        "duffy-null-namibia", mark("Duffy-null adult, Namibia"), mark("Duffy-null adults in Namibia"), 820, 6370
    ),
    _by_age(
        "pregnancy-8-40-weeks",
        mark("Pregnancy, 8 to 40 weeks"),
        mark("pregnancy, 8 to 40 weeks"),
        3700,
        11_600,
        "Dockree et al., EBioMedicine 2021;74:103715 (Oxford, n = 24318)",
        "pregnancy-first-trimester",
        "pregnancy-second-trimester",
        "pregnancy-third-trimester",
    ),
    _trimester("first", mark("Pregnancy, first trimester"), mark("pregnancy, first trimester"), 3600, 10_100),
    _trimester("second", mark("Pregnancy, second trimester"), mark("pregnancy, second trimester"), 3800, 12_300),
    _trimester("third", mark("Pregnancy, third trimester"), mark("pregnancy, third trimester"), 3900, 13_100),
    _by_age(
        "newborn-12-24-hours",
        mark("Newborns, mostly term, at 12 to 24 hours"),
        mark("newborns, mostly term, at 12 to 24 hours"),
        7800,
        14_500,
        _MANROE,
        "first-week",
        note=mark(
            "not for infants of very low birth weight; at hospitals about 4,800 feet above sea level the upper limit "
            "was much higher (Schmutz, J Perinatol 2008;28:275-281)"
        ),
    ),
    _by_age(
        "newborn-from-72-hours",
        mark("Newborns, mostly term, from 72 hours"),
        mark("newborns, mostly term, from 72 hours"),
        1750,
        None,
        _MANROE,
        "first-week",
        note=_NOT_SMALL,
    ),
    _by_age(
        "first-week",
        mark("Newborns in the first week"),
        mark("newborns in the first week"),
        5000,
        None,
        _PEDIATRIC_CONSULT,
        "newborn-12-24-hours",
        "newborn-from-72-hours",
        note=_NOT_SMALL,
    ),
    _by_age(
        "very-low-birth-weight-61-hours-28-days",
        mark("Infants of very low birth weight, 61 hours to 28 days"),
        mark("infants of very low birth weight, 61 hours to 28 days"),
        1100,
        6000,
        mark("Mouzinho et al., Pediatrics 1994 (abstract)"),
        "very-low-birth-weight-weeks-3-4",
        note=mark("up to 1,500 g at birth, without complications"),
    ),
    _by_age(
        "very-low-birth-weight-weeks-3-4",
        mark("Infants of very low birth weight, weeks 3 to 4"),
        mark("infants of very low birth weight, weeks 3 to 4"),
        1280,
        None,
        _VETTER_LARACY,
        "very-low-birth-weight-61-hours-28-days",
    ),
    _by_age(
        "very-low-birth-weight-weeks-13-15",
        mark("Infants of very low birth weight, weeks 13 to 15"),
        mark("infants of very low birth weight, weeks 13 to 15"),
        500,
        None,
        _VETTER_LARACY,
    ),
    _by_age(
        "under-1-year",
        mark("Infants after the first week and under 1 year"),
        mark("infants after the first week and under 1 year"),
        1000,
        None,
        _PEDIATRIC_CONSULT,
        note=_NOT_SMALL,
    ),
    _by_age(
        "from-1-year",
        mark("Children of 1 year or more"),
        mark("children of 1 year or more"),
        1500,
        None,
        _PEDIATRIC_CONSULT,
    ),
)
"""All populations, in the order in which they are offered."""


class ReferenceLimits:
    """The calculator `reference`."""

    key = "reference"
    title = mark("Usual limits by population")
    formula = mark("Flag = the count, not rounded, against the lower and upper limit of the chosen population")
    source = mark(
        "Hibbs, Blood 2025; Dockree, EBioMedicine 2021; Mouzinho, Pediatrics 1994; Vetter-Laracy, J Perinatol 2013; "
        "Boxer 2012; NHS Dumfries and Galloway and 5-Minute Pediatric Consult, read in 2026; secondary: Manroe 1979, "
        "UpToDate (trimesters)"
    )
    scope = mark(
        "A count within the limits excludes no disease, one outside proves none. Many laboratories print their own. "
        "Infants of very low birth weight: at the ages offered only. Duffy-null: adults only."
    )
    fields = (
        *count_fields(
            "anc",
            mark("Neutrophils (ANC)"),
            unit_label=mark("Unit: Neutrophils (ANC)"),
            hint=mark("Absolute neutrophil count"),
        ),
        Field(
            "population",
            mark("Population"),
            FieldKind.CHOICE,
            choices=tuple(Choice(each.key, each.name) for each in POPULATIONS),
        ),
        *count_fields(
            "lower_limit",
            mark("Laboratory’s lower limit"),
            unit_label=mark("Unit: Laboratory’s lower limit"),
            hint=mark("For adults: used instead of 1,500 /µL"),
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
            message = say(
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
        name=mark("Adult, the laboratory’s own limit"),
        whose=mark("adults by the laboratory’s own lower limit"),
        lower=limit.per_ul,
        source=mark("The laboratory’s report, as typed"),
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
        line=say("ANC {count}: {told} ({limits})").format(count=written, told=told, limits=population.rule),
        count_per_ul=per_ul,
        cautions=cautions,
        entry=population.entry,
        source=say(population.source),
        findings=tuple(
            Finding(
                each.key,
                say(each.name),
                each.told(per_ul),
                f"{each.rule}; {say(each.note)}" if each.note else each.rule,
                say(each.source),
            )
            for each in (population, *others)
        ),
    )
