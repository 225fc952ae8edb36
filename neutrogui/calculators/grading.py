"""Severity schemes: conventional, CTCAE, DAIDS and others, each with its version. All bounds are in cells/µL.

A count is graded as it is, never rounded first, and no scheme leaves a hole: where a table prints 500-999, the grade
ends below 1,000. A bound belongs to the milder grade, except where a scheme includes it in the severer one (DAIDS and
the FDA's table for vaccine trials: the upper bound of grade 1).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from neutrogui.domain.calculator import Band, Caution, Scale, Standing
from neutrogui.domain.language import grouped, mark, say
from neutrogui.domain.number import plain

CONVENTIONAL = Scale(
    key="conventional",
    name=mark("Conventional severity"),
    bands=(
        Band("profound", mark("Profound (severe, below 100)"), Decimal(0), Decimal(100)),
        Band("severe", mark("Severe"), Decimal(100), Decimal(500)),
        Band("moderate", mark("Moderate"), Decimal(500), Decimal(1000)),
        Band("mild", mark("Mild"), Decimal(1000), Decimal(1500)),
        Band("none", mark("No neutropenia by this scale"), Decimal(1500), None),
    ),
    source=(
        "Boxer LA. Hematology Am Soc Hematol Educ Program 2012:174-182, doi:10.1182/asheducation.V2012.1.174.3798251"
    ),
)
"""Mild, moderate and severe as most texts have them; profound (below 100/µL) is a part of severe.

Texts leave open to which side 500, 1,000 and 1,500 belong: here a band begins at its lower bound, so that 500 is
moderate, 1,000 mild, and 1,500 no longer neutropenia.
"""

BOUNDS = tuple(band.lower for band in CONVENTIONAL.bands[1:])
"""The bounds of the conventional scale in cells/µL, lowest first: 100, 500, 1,000, 1,500."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One grade: the counts below `upper` (None: without an end) that no severer step holds.

    `closed`: `upper` itself belongs to this step. Once it is one of a scheme's, `lower` is where the severer step ends,
    and `rule` are its counts in words, with places for both bounds.
    """

    grade: str
    label: str
    upper: Decimal | None
    closed: bool = False
    lower: Decimal | None = None
    rule: str = ""

    @property
    def told(self) -> str:
        """The counts of it in words, in the language of the screens, such as `500 to below 1,000 /µL`."""
        return say(self.rule).format(lower=_grouped(self.lower), upper=_grouped(self.upper))

    def holds(self, per_ul: Decimal) -> bool:
        return self.upper is None or per_ul < self.upper or (self.closed and per_ul == self.upper)


_Steps = tuple[_Step, ...]
"""The grades of a scheme, severest first; the last one has no end."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """A grading scheme: `key` for programs, `name` with its version, `source` as it was read."""

    key: str
    name: str
    source: str
    _steps: Callable[[Decimal, Decimal | None, int | None], _Steps | str]
    """The steps for a count, the laboratory's lower limit and an age; or, in a sentence, what is missing."""

    def standing(self, per_ul: Decimal, lower_limit: Decimal | None = None, age_days: int | None = None) -> Standing:
        """Where an unrounded count stands.

        `per_ul` and `lower_limit` (the laboratory's own, for CTCAE 4.03 and 5.0) are cells/µL, 0 or more; `age_days`
        (for DAIDS 2.1) is the age in whole days, 0 on the day of birth. What a scheme doesn't need is not looked at.
        The grade is None, with a reason, where something needed is missing.
        """
        steps = self._steps(per_ul, lower_limit, age_days)
        if isinstance(steps, str):
            return Standing(self.key, say(self.name), None, say("Can’t be graded"), "", say(self.source), steps)
        step = next(step for step in steps if step.holds(per_ul))
        return Standing(self.key, say(self.name), step.grade, say(step.label), step.told, say(self.source))


def _ruled(*steps: _Step) -> _Steps:
    """These steps, each with its rule: made once, however many counts are graded."""
    ends = (None, *(step.upper for step in steps))
    return tuple(replace(step, lower=ends[index], rule=_rule(steps, index)) for index, step in enumerate(steps))


def _rule(steps: _Steps, index: int) -> str:
    """The counts of a step in words, with places for its bounds."""
    step = steps[index]
    if index == 0:
        return mark("below {upper} /µL")
    if step.upper is None:
        return mark("above {lower} /µL") if steps[index - 1].closed else mark("{lower} /µL or more")
    return mark("{lower} to {upper} /µL, both included") if step.closed else mark("{lower} to below {upper} /µL")


def _grouped(bound: Decimal | None) -> str:
    return "" if bound is None else grouped(Decimal(plain(bound)))


@lru_cache
def _numbered(four: int, three: int, two: int, one: Decimal | int, *, closed: bool = False) -> _Steps:
    """Grades 4 to 0 from the upper bounds of 4 to 1; grade 1 is empty where its bound is that of grade 2."""
    return _ruled(
        _Step("4", mark("Grade 4"), Decimal(four)),
        _Step("3", mark("Grade 3"), Decimal(three)),
        _Step("2", mark("Grade 2"), Decimal(two)),
        _Step("1", mark("Grade 1"), Decimal(one), closed),
        _Step("0", mark("Grade 0 (none)"), None),
    )


def _always(steps: _Steps) -> Callable[[Decimal, Decimal | None, int | None], _Steps]:
    return lambda *_: steps


def _ctcae_with_limit(per_ul: Decimal, lower_limit: Decimal | None, _: int | None) -> _Steps | str:
    """CTCAE 4.03 and 5.0: grade 1 ends at the laboratory's lower limit, and is empty if that is 1,500/µL or less."""
    if lower_limit is None and per_ul >= 1500:
        return say(
            "Grade 1 runs from 1,500 /µL to below the laboratory’s lower limit. "
            "Without that limit, grade 1 and grade 0 can’t be told apart."
        )
    return _numbered(500, 1000, 1500, max(lower_limit or 0, 1500))


_DAIDS_BY_LAST_DAY = (
    (1, _numbered(1500, 3000, 4000, 5000, closed=True)),
    (7, _numbered(750, 1000, 1250, 1500, closed=True)),
    (None, _numbered(400, 600, 800, 1000, closed=True)),
)
"""Each with the last age in days for which it holds. Ages are whole days: none lies between 1 and 2, or 7 and 8."""


def _daids(_: Decimal, __: Decimal | None, age_days: int | None) -> _Steps | str:
    if age_days is None:
        return say(
            "The bounds differ by age: up to 1 day, 2 to 7 days, and above 7 days. "
            "Without the age in days there is no grade."
        )
    return next(steps for last, steps in _DAIDS_BY_LAST_DAY if last is None or age_days <= last)


SCHEMES: tuple[Scheme, ...] = (
    Scheme(
        CONVENTIONAL.key,
        CONVENTIONAL.name,
        CONVENTIONAL.source,
        _always(_ruled(*(_Step(band.key, band.label, band.upper) for band in CONVENTIONAL.bands))),
    ),
    Scheme(
        "ctcae-4.03",
        "CTCAE 4.03",
        mark(
            "NCI CTCAE 4.03, neutrophil count decreased; read as coded for trials (secondary): pharmaverse admiral, "
            "July 2026, ncictcaev4.json"
        ),
        _ctcae_with_limit,
    ),
    Scheme(
        "ctcae-5.0",
        "CTCAE 5.0",
        mark(
            "NCI CTCAE 5.0, neutrophil count decreased; read as coded for trials (secondary): pharmaverse admiral, "
            "July 2026, ncictcaev5.json; oncohub CTCAE5"
        ),
        _ctcae_with_limit,
    ),
    Scheme(
        "ctcae-6.0",
        "CTCAE 6.0",
        mark("NCI CTCAE 6.0, neutrophil count decreased, workbook published on 10 July 2025 (MedDRA 28.0)"),
        _always(_numbered(100, 500, 1000, 1500)),
    ),
    Scheme(
        "daids-2.1",
        "DAIDS 2.1",
        mark(
            "DAIDS grading table 2.1, July 2017, absolute neutrophil count, low; read as coded for trials (secondary): "
            "pharmaverse admiral, July 2026, DAIDS.json; above 7 days also PMC7376988"
        ),
        _daids,
    ),
    Scheme(
        "who",
        mark("WHO toxicity grades"),
        mark("WHO toxicity grades; read as reprinted in Journal of Oncology 2019, 4828563, table 1 (secondary)"),
        _always(_numbered(500, 1000, 1500, 2000)),
    ),
    Scheme(
        "nci-ctc-2",
        "NCI-CTC 2",
        mark("NCI Common Toxicity Criteria, version 2; read as reprinted in PMC2972576, table 5 (secondary)"),
        _always(_numbered(500, 1000, 1500, 2000)),
    ),
    Scheme(
        "fda-vaccine-2007",
        mark("FDA vaccine trials 2007"),
        mark(
            "FDA toxicity grading scale for healthy volunteers in vaccine trials, 2007; read as reprinted in "
            "PMC7376988 (secondary)"
        ),
        _always(_numbered(500, 1000, 1500, 2000, closed=True)),
    ),
    Scheme(
        "aplastic-anaemia",
        mark("Aplastic anaemia, neutrophil criterion only"),
        mark("BMJ Best Practice, aplastic anaemia; medicalcriteria.com (both secondary), read in 2026"),
        _always(
            _ruled(
                _Step("very-severe", mark("Very severe by this criterion"), Decimal(200)),
                _Step("severe", mark("Severe by this criterion"), Decimal(500)),
                _Step("not-met", mark("Criterion not met"), None),
            )
        ),
    ),
)
"""All schemes, in the order in which they are offered."""


def scheme(key: str) -> Scheme | None:
    """The scheme of that key, or None."""
    return next((each for each in SCHEMES if each.key == key), None)


def standings(per_ul: Decimal, lower_limit: Decimal | None = None, age_days: int | None = None) -> tuple[Standing, ...]:
    """Where an unrounded count stands in every scheme, in the order of `SCHEMES`; arguments as in `Scheme.standing`."""
    return tuple(each.standing(per_ul, lower_limit, age_days) for each in SCHEMES)


FIRST_BIRTHDAY = 365
"""Age in days from which the conventional scale is used (5-Minute Pediatric Consult: below 1,500/µL after one year)."""


def age_caution(age_days: int | None) -> Caution | None:
    """The caution `age-outside-scale` where the conventional scale is not for that age; None without an age."""
    if age_days is None or age_days >= FIRST_BIRTHDAY:
        return None
    message = say(
        "The conventional scale is for adults and for children from one year. Other limits are usual in the first year "
        "(see “Usual limits by population”), so its grade says little here."
    )
    return Caution("age-outside-scale", message, field="age_days")


def version_caution(per_ul: Decimal, lower_limit: Decimal | None = None) -> Caution | None:
    """The caution `ctcae-versions-differ` where CTCAE 5.0 and 6.0 grade a count differently, None where they agree.

    Also None where 5.0 gives no grade for want of the lower limit (`per_ul`, `lower_limit`: cells/µL).
    """
    older, newer = (each.standing(per_ul, lower_limit) for each in SCHEMES if each.key in ("ctcae-5.0", "ctcae-6.0"))
    if older.grade is None or older.grade == newer.grade:
        return None
    message = say(
        "CTCAE 5.0 gives this count grade {older}, CTCAE 6.0 gives it grade {newer}: "
        "version 6.0 (2025) moved the bounds. A grade holds for its version alone."
    ).format(older=older.grade, newer=newer.grade)
    return Caution("ctcae-versions-differ", message)
