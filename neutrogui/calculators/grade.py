"""The grade of a neutrophil count in a scheme of the user's choice, with every other scheme beside it."""

from collections.abc import Mapping
from decimal import Decimal

from neutrogui.calculators.grading import CONVENTIONAL, SCHEMES, age_caution, scheme, standings, version_caution
from neutrogui.calculators.plausible import ONE_KIND_OF_WHITE_CELL, UsualRange, unit_questions
from neutrogui.calculators.reading import Reading, count_fields
from neutrogui.domain.calculator import Caution, Choice, Field, FieldKind, Outcome
from neutrogui.domain.language import mark, say
from neutrogui.domain.number import plain
from neutrogui.domain.problem import Problems
from neutrogui.domain.quantity import PER_LITRE, PER_UL, Count

OLDEST_DAYS = Decimal(45_000)
"""Age in days above which it is refused: older than anyone has become."""

LOWER_LIMIT = UsualRange(low=Decimal(200), high=Decimal(10))
"""What a laboratory's lower limit usually is; 1.5 /µL may be meant as ×10⁹/L, 1500 ×10⁹/L as /µL."""


def read_lower_limit(reading: Reading) -> Count | None:
    """The laboratory's lower limit in the field `lower_limit`, None if it is empty; 0 is refused as `out-of-range`."""
    limit = reading.count("lower_limit")
    if limit == Count(Decimal(0)):
        message = say("A lower limit of 0 is none. Type the limit that the report prints, or leave it empty.")
        reading.refuse("lower_limit", "out-of-range", message)
    return limit


def limit_and_age_fields(section: str = "") -> tuple[Field, ...]:
    """What some schemes need besides the count: the fields `lower_limit`, `lower_limit_unit` and `age_days`."""
    return (
        *count_fields(
            "lower_limit",
            mark("Laboratory’s lower limit"),
            unit_label=mark("Unit: Laboratory’s lower limit"),
            hint=mark("CTCAE 4.03 and 5.0 need it from 1,500 /µL on"),
            section=section,
            optional=True,
        ),
        Field(
            "age_days",
            mark("Age in days"),
            unit=mark("days"),
            lower=Decimal(0),
            upper=OLDEST_DAYS,
            hint=mark("DAIDS 2.1 needs it; whole days, 0 on the day of birth"),
            section=section,
            optional=True,
        ),
    )


def limit_questions(limit: Count | None, typed: Mapping[str, str]) -> tuple[Caution, ...]:
    """The caution `check-unit` of the field `lower_limit`, where another unit was probably meant."""
    return () if limit is None else unit_questions("lower_limit", limit, typed, LOWER_LIMIT)


def questions(count: Count, limit: Count | None, typed: Mapping[str, str]) -> tuple[Caution, ...]:
    """The cautions `check-unit` of the fields `anc` and `lower_limit`, where another unit was probably meant."""
    return unit_questions("anc", count, typed, ONE_KIND_OF_WHITE_CELL) + limit_questions(limit, typed)


class CountGrade:
    """The calculator `grade`."""

    key = "grade"
    title = mark("Grade of a count")
    formula = mark("Grade = the step of the chosen scheme that holds the count, not rounded")
    source = mark(
        "NCI CTCAE 6.0 (workbook of 10 July 2025); secondary for CTCAE 4.03 and 5.0, DAIDS 2.1 (July 2017), WHO, "
        "NCI-CTC 2, FDA 2007 and aplastic anaemia; conventional severity: Boxer 2012"
    )
    scope = mark(
        "The grade is of the count alone, without fever or other cells. All but the conventional scheme are for "
        "trials, side effects or one disease; only DAIDS 2.1 has bounds for newborns, none for Duffy-null."
    )
    fields = (
        *count_fields(
            "anc",
            mark("Neutrophils (ANC)"),
            unit_label=mark("Unit: Neutrophils (ANC)"),
            hint=mark("Absolute neutrophil count"),
        ),
        Field(
            "scheme",
            mark("Scheme"),
            FieldKind.CHOICE,
            choices=tuple(Choice(each.key, each.name) for each in SCHEMES),
        ),
        *limit_and_age_fields(),
    )
    groups = ()

    def evaluate(self, typed: Mapping[str, str]) -> Outcome | Problems:
        """The grade of the unrounded count; None with a reason where the scheme needs the lower limit or the age.

        Problem codes: those of `read_number`, `missing`, `unknown-unit`, `unknown-choice`, `out-of-range` (a count or
        limit over 2,000,000 /µL, a limit of 0, an age over 45,000 days), `not-whole` (the age). Cautions: `check-unit`,
        which asks, `ctcae-versions-differ` and `age-outside-scale`.
        """
        reading = Reading(self.fields, typed)
        count, chosen = reading.count("anc"), scheme(reading.choice("scheme") or "")
        limit, age = read_lower_limit(reading), reading.whole_number("age_days")
        if reading.problems is not None:
            return reading.problems
        assert count is not None
        assert chosen is not None
        lower_limit = None if limit is None else limit.per_ul
        standing = chosen.standing(count.per_ul, lower_limit, age)
        written = f"{count.text_in(PER_UL)} = {count.text_in(PER_LITRE)}"
        # The reason speaks of grade 1: alone, it could be read as the grade.
        told = standing.label + (f" ({standing.rule})" if standing.grade is not None else f". {standing.reason}")
        return Outcome(
            values={
                "scheme": standing.scheme,
                "grade": standing.grade,
                "reason": standing.reason or None,
                "anc_per_ul": plain(count.per_ul),
            },
            headline=f"{standing.name}: {standing.label}",
            also=written,
            working=f"{written}: {told}",
            line=say("ANC {count}; {scheme}: {grade}").format(count=written, scheme=standing.name, grade=told),
            count_per_ul=count.per_ul,
            grades=(CONVENTIONAL.grade(count.per_ul),) if standing.scheme == CONVENTIONAL.key else (),
            cautions=questions(count, limit, typed) + _scheme_cautions(standing.scheme, count.per_ul, lower_limit, age),
            entry="levels-of-neutropenia",
            source=standing.source,
            standings=standings(count.per_ul, lower_limit, age),
        )


def _scheme_cautions(
    chosen: str, per_ul: Decimal, lower_limit: Decimal | None, age_days: int | None
) -> tuple[Caution, ...]:
    caution = None
    if chosen == CONVENTIONAL.key:
        caution = age_caution(age_days)
    elif chosen.startswith("ctcae-"):
        caution = version_caution(per_ul, lower_limit)
    return () if caution is None else (caution,)
