"""Absolute neutrophil count from the white cell count and the differential, or from neutrophils that were counted.

ANC = WBC × (segmented % + band %) / 100, or WBC × total neutrophil % / 100: the total that an analyser prints has the
bands in it already (CAP TODAY, Q&A column, February 2019). Which percentages count is settled in `differential`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, ROUND_HALF_DOWN, Decimal

from neutrogui.calculators.binomial import (
    MOST_CELLS,
    MOST_WBC_CV,
    cells_to_settle,
    count_interval,
    straddled,
    with_wbc_error,
)
from neutrogui.calculators.differential import (
    METAMYELOCYTES_SOURCE,
    NEUTROPHILS,
    PERCENTAGES,
    Share,
    read_share,
    rounding_slack,
)
from neutrogui.calculators.grade import limit_and_age_fields, limit_questions, read_lower_limit
from neutrogui.calculators.grading import BOUNDS, CONVENTIONAL, age_caution, standings
from neutrogui.calculators.interval import WILSON_SOURCE, Method, chosen_method, method_field
from neutrogui.calculators.plausible import ONE_KIND_OF_WHITE_CELL, WHITE_CELLS, unit_questions
from neutrogui.calculators.reading import COUNT_LIMIT, UNIT_CHOICES, Reading, more_than_any
from neutrogui.domain.calculator import YES_NO, Caution, Field, FieldKind, Group, Outcome
from neutrogui.domain.language import grouped, mark, say
from neutrogui.domain.number import plain
from neutrogui.domain.problem import Problems
from neutrogui.domain.quantity import PER_LITRE, PER_UL, Count, Unit

MOST_NRBC = Decimal(10_000)
"""Nucleated red cells per 100 white cells above which the number is refused as a slip."""

LEVELS_ENTRY = "levels-of-neutropenia"

_HUNDRED = Decimal(100)

_WHOLE_DIFFERENTIAL = mark("Whole differential")
_NUCLEATED_RED_CELLS = mark("Nucleated red cells")
_HOW_SURE = mark("How sure is it?")
_LIMITS_AND_AGE = mark("Limits and age")


def _percentage(key: str, label: str, *, group: str = "", hint: str = "", section: str = "") -> Field:
    return Field(
        key,
        label,
        unit="%",
        lower=Decimal(0),
        upper=_HUNDRED,
        group=group,
        hint=hint,
        section=section,
        optional=bool(section),
    )


def _question(key: str, label: str, *, group: str = "", hint: str, section: str) -> Field:
    return Field(
        key, label, FieldKind.CHOICE, choices=YES_NO, group=group, hint=hint, section=section, optional=True
    )  # fmt: skip


def _counted(key: str, label: str, hint: str = "") -> Field:
    return Field(
        key, label, unit_field="anc_unit", lower=Decimal(0), upper=COUNT_LIMIT, group="absolute", hint=hint
    )  # fmt: skip


FIELDS = (
    Field(
        "wbc",
        mark("White cells (WBC)"),
        unit_field="wbc_unit",
        lower=Decimal(0),
        upper=COUNT_LIMIT,
        hint=mark("Total white cell count, with the unit printed in the report"),
    ),
    Field("wbc_unit", mark("Unit of the white cell count"), FieldKind.CHOICE, choices=UNIT_CHOICES),
    _percentage(
        "neutrophils", mark("Neutrophils"), group="total", hint=mark("An analyser’s total has the bands in it already")
    ),
    _percentage("segmented", mark("Segmented"), group="differential"),
    _percentage("bands", mark("Bands"), group="differential", hint=mark("0 if the report lists none")),
    _counted("anc", mark("Neutrophils (ANC)"), mark("The count itself, as printed")),
    _counted("segmented_count", mark("Segmented (count)"), mark("Or segmented and bands, each as a count")),
    _counted("bands_count", mark("Bands (count)")),
    Field("anc_unit", mark("Unit of the neutrophil count"), FieldKind.CHOICE, choices=UNIT_CHOICES, group="absolute"),
    _question(
        "bands_included",
        mark("Does the total include the bands?"),
        group="total",
        hint=mark("Needed if the report lists bands beside a total"),
        section=_WHOLE_DIFFERENTIAL,
    ),
    _percentage("lymphocytes", mark("Lymphocytes"), section=_WHOLE_DIFFERENTIAL),
    _percentage("monocytes", mark("Monocytes"), section=_WHOLE_DIFFERENTIAL),
    _percentage("eosinophils", mark("Eosinophils"), section=_WHOLE_DIFFERENTIAL),
    _percentage("basophils", mark("Basophils"), section=_WHOLE_DIFFERENTIAL),
    _percentage("metamyelocytes", mark("Metamyelocytes"), section=_WHOLE_DIFFERENTIAL),
    _question(
        "count_metamyelocytes",
        mark("Count the metamyelocytes as neutrophils?"),
        hint=mark("Sources differ; left out unless you say yes"),
        section=_WHOLE_DIFFERENTIAL,
    ),
    Field(
        "nrbc",
        _NUCLEATED_RED_CELLS,
        unit=mark("per 100 white cells"),
        lower=Decimal(0),
        upper=MOST_NRBC,
        section=_NUCLEATED_RED_CELLS,
        optional=True,
    ),
    _question(
        "nrbc_corrected",
        mark("Is the white cell count corrected for them already?"),
        hint=mark("Correcting twice makes the count too low"),
        section=_NUCLEATED_RED_CELLS,
    ),
    Field(
        "cells_counted",
        mark("Cells counted by hand"),
        unit=mark("cells"),
        lower=Decimal(1),
        upper=Decimal(MOST_CELLS),
        hint=mark("Such as 100 or 200; empty for an analyser’s"),
        section=_HOW_SURE,
        optional=True,
    ),
    Field(
        "wbc_cv",
        mark("White cells: coefficient of variation (CV)"),
        unit="%",
        lower=Decimal(0),
        upper=MOST_WBC_CV,
        hint=mark(
            "The laboratory’s imprecision of the white cell count, such as 3; empty takes the count as free of error"
        ),
        section=_HOW_SURE,
        optional=True,
    ),
    method_field("interval_method", mark("Method of the interval"), section=_HOW_SURE),
    *limit_and_age_fields(_LIMITS_AND_AGE),
)

_COUNTS = ("anc", "segmented_count", "bands_count")
_QUESTIONS = tuple(field.key for field in FIELDS if field.choices == YES_NO)

_SOURCE = mark("CAP TODAY, Q&A column, February 2019; conventional severity: Boxer 2012")
_NRBC_SOURCE = mark("nucleated red cells: medicalalgorithms.com, andrews.edu, best-lab.org, mdicu.com, read in 2026")
_WBC_ERROR_SOURCE = mark(
    "MOVER-R, Donner and Zou 2012, equation 9 (secondary: as coded in the R package pairwiseCI and told by Newcombe, "
    "doi:10.1177/0962280213502144)"
)
_INTERVAL_SOURCE = (
    f"95 % interval: exact binomial (Clopper–Pearson), or Wilson’s by {WILSON_SOURCE}; "
    f"with the error of the white cell count: {_WBC_ERROR_SOURCE}"
)


@dataclass(frozen=True, slots=True)
class _Counting:
    """How the share was found: among how many cells, and by which method and CV of the white cells its interval is."""

    counted: int
    method: Method
    wbc_cv: Decimal

    @property
    def source(self) -> str:
        if self.wbc_cv:
            source = say("95 % interval: {method}, with the error of the white cell count by {source}")
        else:
            source = say("95 % interval: {method}, the white cell count taken as free of error")
        return source.format(method=say(self.method.name), source=say(_WBC_ERROR_SOURCE))


@dataclass(frozen=True, slots=True)
class _Certainty:
    """The 95 % interval of a count in cells/µL, the conventional bounds in it, and how the working writes it."""

    interval: tuple[Decimal, Decimal]
    straddles: tuple[Decimal, ...]
    written: str
    cautions: tuple[Caution, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A count in cells/µL, unrounded, with the unit that was typed and the sum that led to it, if there was one.

    `rounded`: a number in the written sum was cut. `corrected_wbc` is the corrected white cell count in cells/µL, None
    if it was not corrected.
    """

    per_ul: Decimal
    unit: Unit
    written: str
    cautions: tuple[Caution, ...]
    sources: tuple[str, ...] = ()
    rounded: bool = False
    corrected_wbc: Decimal | None = None
    certainty: _Certainty | None = None


class AbsoluteNeutrophilCount:
    """The calculator `anc`."""

    key = "anc"
    title = mark("Absolute neutrophil count")
    formula = mark("ANC = WBC × (segmented % + band %) / 100, or WBC × total neutrophil % / 100")
    source = f"{_SOURCE}; {METAMYELOCYTES_SOURCE}; {_NRBC_SOURCE}; {_INTERVAL_SOURCE}"
    scope = mark(
        "Conventional severity: for adults, and children from one year. "
        "No scheme has bounds of its own for the Duffy-null count."
    )
    fields = FIELDS
    groups = (
        Group("total", mark("Total %")),
        Group("differential", mark("Segmented + bands")),
        Group("absolute", mark("Count itself")),
    )

    def evaluate(self, typed: Mapping[str, str]) -> Outcome | Problems:
        """The count in both unit families, graded unrounded in every scheme.

        Values: `anc_per_ul` and `anc_10e9_per_l`; `corrected_wbc_per_ul`, None when not corrected; `interval95_per_ul`,
        lower and upper limit by `interval_method` and with `wbc_cv`, None without `cells_counted`; `straddles`, the
        conventional bounds (cells/µL) that it holds. Numbers are exact, but after a correction for nucleated red cells
        cut after six decimals.

        Problem codes: those of `read_number`; `missing` (also: whether the bands are in the total, whether nucleated
        red cells were corrected for, the cells counted where there is a CV), `unknown-unit`, `unknown-choice`,
        `not-whole`, `out-of-range`, `over-100` (percentages together) and `conflict` (a total that is not segmented
        plus bands, bands above the total that has them, a count and percentages, neutrophils above the white cells).
        Cautions that ask: `check-unit`, `fraction-or-percent`. Other cautions: `bands-in-total`, `bands-beside-total`,
        `metamyelocytes`, `sum-not-100`, `nrbc-threshold`, `cells-do-not-fit`, `straddles`, `age-outside-scale`.
        """
        reading = Reading(FIELDS, typed)
        answers = {key: reading.answer(key) for key in _QUESTIONS}
        from_counts = any(reading.filled(key) for key in _COUNTS)
        found = _from_counts(reading, answers, typed) if from_counts else _from_percentages(reading, answers, typed)
        limit, age = read_lower_limit(reading), reading.whole_number("age_days")
        if reading.problems is not None:
            return reading.problems
        assert found is not None
        doubts = limit_questions(limit, typed)
        if (of_age := age_caution(age)) is not None:
            doubts = (*doubts, of_age)
        found = replace(found, cautions=found.cautions + doubts)
        return _outcome(found, None if limit is None else limit.per_ul, age)


def _from_counts(reading: Reading, answers: Mapping[str, bool | None], typed: Mapping[str, str]) -> _Found | None:
    """The count itself, or segmented and bands as counts. White cells, if typed, only check it."""
    keys = [key for key in _COUNTS if reading.filled(key)]
    if "anc" in keys and len(keys) > 1:
        message = say("Type either the count itself, or segmented and bands; not both.")
        reading.refuse("anc", "conflict", message)
    elif keys == ["segmented_count"]:
        reading.refuse("bands_count", "missing", say("Type the bands, too; 0 if the report lists none."))
    elif keys == ["bands_count"]:
        reading.refuse("segmented_count", "missing", say("Type the segmented, too."))
    unit, values = reading.unit("anc_unit"), [reading.number(key) for key in keys]
    wbc = reading.count("wbc") if reading.filled("wbc") else None
    _refuse_what_needs_percentages(reading, answers)
    numbers = [value for value in values if value is not None]
    if unit is None or len(numbers) < len(keys):
        return None
    count = Count.of(sum(numbers, Decimal(0)), unit)
    if count.per_ul > COUNT_LIMIT:
        reading.refuse(keys[0], "out-of-range", more_than_any(count.text_in(unit)))
    elif wbc is not None:
        _check_against(wbc, count, rounding_slack(numbers) * unit.per_ul, keys[0], reading)
    doubts = unit_questions("anc", count, typed, ONE_KIND_OF_WHITE_CELL)
    written = " + ".join(map(plain, numbers)) if len(numbers) > 1 else ""
    return _Found(count.per_ul, unit, written, tuple(replace(doubt, field=keys[0]) for doubt in doubts))


def _refuse_what_needs_percentages(reading: Reading, answers: Mapping[str, bool | None]) -> None:
    """Refuse what would have to change a count that is typed itself, but can't. Other cells may stand beside it."""
    for key in PERCENTAGES:
        percent = reading.number(key) if reading.filled(key) else None
        if percent is not None and key in NEUTROPHILS:
            message = say("Type either the count, or white cells and percentages: rounded, they can differ.")
            reading.refuse(key, "conflict", message)
    nrbc = _nrbc_to_correct(reading, answers["nrbc_corrected"])
    unused = {
        "count_metamyelocytes": bool(answers["count_metamyelocytes"]),
        "nrbc": bool(nrbc),
        "cells_counted": reading.whole_number("cells_counted") is not None,
        "wbc_cv": bool(reading.number("wbc_cv")),
    }
    reading.choice("interval_method")  # it says how an interval would be found: refused only where it is not known
    for key, wanted in unused.items():
        if wanted:
            message = say("This needs white cells and percentages. Type them instead of the count, or empty this.")
            reading.refuse(key, "conflict", message)


def _check_against(wbc: Count, count: Count, slack: Decimal, key: str, reading: Reading) -> None:
    unit = reading.unit("wbc_unit")
    assert unit is not None
    if count.per_ul - wbc.per_ul >= slack + rounding_slack([wbc.value_in(unit)]) * unit.per_ul:
        message = say("{count} is more than all white cells, {white_cells}. Check the numbers and units.").format(
            count=count.text_in(unit), white_cells=wbc.text_in(unit)
        )
        reading.refuse(key, "conflict", message)


def _from_percentages(reading: Reading, answers: Mapping[str, bool | None], typed: Mapping[str, str]) -> _Found | None:
    wbc = reading.count("wbc")
    nrbc = _nrbc_to_correct(reading, answers["nrbc_corrected"])
    counting = _counting(reading)
    share = read_share(reading, answers)
    if wbc is None or share is None or reading.problems is not None:
        return None
    unit = reading.unit("wbc_unit")
    assert unit is not None
    found = _found(wbc, unit, share, nrbc)
    doubts = unit_questions("wbc", wbc, typed, WHITE_CELLS)
    cautions = (*doubts, *share.cautions, *_nrbc_cautions(nrbc))
    if counting is None:
        return replace(found, cautions=cautions)
    cautions += _cv_cautions(counting.wbc_cv)
    certainty = _certainty(share, wbc.per_ul if nrbc is None else _corrected(wbc, nrbc), counting, unit)
    sources = (*found.sources, counting.source)
    return replace(found, cautions=cautions + certainty.cautions, sources=sources, certainty=certainty)


def _counting(reading: Reading) -> _Counting | None:
    """How the cells were counted; None where that is not told. A CV is no interval without the error of counting."""
    counted, wbc_cv = reading.whole_number("cells_counted"), reading.number("wbc_cv")
    method = chosen_method(reading, "interval_method")
    if wbc_cv and not reading.filled("cells_counted"):
        message = say(
            "Type the cells counted, too: the error of the white cells alone would hide that of the differential."
        )
        reading.refuse("cells_counted", "missing", message)
    return None if counted is None else _Counting(counted, method, wbc_cv or Decimal(0))


def _cv_cautions(wbc_cv: Decimal) -> tuple[Caution, ...]:
    """A question where the CV is so small that it can be meant as a fraction of 1."""
    if not 0 < wbc_cv <= MOST_WBC_CV / _HUNDRED:
        return ()
    message = say(
        "A CV of {percent} % is very small. If the laboratory gives a fraction, type {instead} instead."
    ).format(percent=plain(wbc_cv), instead=plain(wbc_cv * 100))
    return (Caution("fraction-or-percent", message, field="wbc_cv", asks=True),)


def _found(wbc: Count, unit: Unit, share: Share, nrbc: Decimal | None) -> _Found:
    """The count from the white cells, corrected for `nrbc` nucleated red cells per 100 of them unless that is None."""
    written = plain(wbc.value_in(unit))
    if nrbc is None:
        per_ul = wbc.per_ul * share.percent / _HUNDRED
        return _Found(per_ul, unit, f"{written} × {share.written} / 100", (), share.sources)
    corrected = _corrected(wbc, nrbc)
    shown = Count(_cut(corrected, 2))
    written_corrected = say("{count} corrected").format(count=shown.text_in(unit))
    return _Found(
        # Divided once, at the end: a count that lies exactly on a bound comes out as that bound.
        wbc.per_ul * share.percent / (_HUNDRED + nrbc),
        unit,
        f"{written} × 100 / (100 + {plain(nrbc)}) {_equals(corrected, shown.per_ul)} {written_corrected}; "
        f"{plain(shown.value_in(unit))} × {share.written} / 100",
        (),
        (*share.sources, say(_NRBC_SOURCE)),
        rounded=corrected != shown.per_ul,
        corrected_wbc=corrected,
    )


def _corrected(wbc: Count, nrbc: Decimal) -> Decimal:
    """Corrected WBC = WBC × 100 / (100 + nucleated red cells per 100 white cells), in cells/µL."""
    return wbc.per_ul * _HUNDRED / (_HUNDRED + nrbc)


def _nrbc_to_correct(reading: Reading, corrected: bool | None) -> Decimal | None:
    """The nucleated red cells per 100 white cells for which the white cell count is still to be corrected, or None.

    Where there are some, it is asked whether the laboratory has done so: that is never guessed.
    """
    nrbc = reading.number("nrbc")
    if nrbc and not reading.filled("nrbc_corrected"):
        message = say("Correcting twice makes the count too low. Is the white cell count corrected for them already?")
        reading.refuse("nrbc_corrected", "missing", message)
    if corrected is False and not reading.filled("nrbc"):
        message = say("Type the nucleated red cells per 100 white cells, too; 0 if the report lists none.")
        reading.refuse("nrbc", "missing", message)
    return nrbc if corrected is False else None


def _nrbc_cautions(nrbc: Decimal | None) -> tuple[Caution, ...]:
    if nrbc is None or not 0 < nrbc <= 5:
        return ()
    message = say(
        "Sources differ from how many nucleated red cells on white cells are corrected: from any, from 1, from 5, "
        "or from above 5 per 100 white cells. Here they are corrected for {number}."
    ).format(number=plain(nrbc))
    return (Caution("nrbc-threshold", message, field="nrbc"),)


def _certainty(share: Share, wbc_per_ul: Decimal, counting: _Counting, unit: Unit) -> _Certainty:
    """How far chance in counting and the white cells' own error reach.

    The share is taken as the nearest whole number of cells, the fewer of two.
    """
    counted, wbc_cv = counting.counted, counting.wbc_cv
    cells = _nearest_cells(share.percent, counted)
    interval = count_interval(wbc_per_ul, cells, counted, counting.method.limits, wbc_cv)
    straddles = straddled(interval, BOUNDS)
    cautions = []
    misfits = [part for part in share.parts if not _fits(part, counted)]
    if misfits:
        message = say(
            "{percentages} can’t come from {counted} cells. The interval takes {cells} of {counted}; check the "
            "percentage and the number of cells."
        ).format(
            percentages=_listed(f"{plain(part)} %" for part in misfits), counted=grouped(counted), cells=grouped(cells)
        )
        cautions.append(Caution("cells-do-not-fit", message, field="cells_counted"))
    told = _interval_text(interval, unit)
    if straddles:
        if wbc_cv:
            message = say(
                "With {counted} cells counted and a CV of {cv} % of the white cell count, the 95 % interval of "
                "{interval} reaches across {bounds}: the severity is not certain."
            )
        else:
            message = say(
                "With {counted} cells counted, the 95 % interval of {interval} reaches across {bounds}: the severity "
                "is not certain."
            )
        message = message.format(
            counted=grouped(counted), cv=plain(wbc_cv), interval=told, bounds=_bounds_text(straddles, unit)
        )
        message += f" {_settling(share.percent, wbc_per_ul, straddles, counting, unit)}"
        cautions.append(Caution("straddles", message, field="cells_counted"))
    if wbc_cv:
        alone = _interval_text(count_interval(wbc_per_ul, cells, counted, counting.method.limits), unit)
        written = say(
            "95 % interval {interval} by {method} from {cells} of {counted} cells (alone {alone}) and the white cells’ "
            "CV of {cv} %: (count − limit)² = (count − limit from the cells alone)² + (1.96 × {cv} % × limit)²"
        )
    else:
        alone, written = "", say("95 % interval {interval} by {method} from {cells} of {counted} cells")
    written = written.format(
        interval=told,
        method=say(counting.method.name),
        cells=grouped(cells),
        counted=grouped(counted),
        alone=alone,
        cv=plain(wbc_cv),
    )
    return _Certainty(interval, straddles, written, tuple(cautions))


def _nearest_cells(percent: Decimal, counted: int) -> int:
    return int((percent * counted / _HUNDRED).to_integral_value(ROUND_HALF_DOWN))


def _fits(percent: Decimal, counted: int) -> bool:
    """Whether a printed percentage is that of a whole number of cells, within its rounding."""
    cells = _nearest_cells(percent, counted)
    return abs(cells * _HUNDRED - percent * counted) <= rounding_slack([percent]) * counted


def _settling(
    percent: Decimal, wbc_per_ul: Decimal, straddles: Iterable[Decimal], counting: _Counting, unit: Unit
) -> str:
    """Whether counting more cells would leave the interval on one side of these bounds, and how many."""
    counted, limits, wbc_cv = counting.counted, counting.method.limits, counting.wbc_cv
    share_of = {bound: bound * _HUNDRED / wbc_per_ul for bound in straddles}
    white_cells_alone = with_wbc_error(percent, (percent, percent), wbc_cv)
    if lasting := [bound for bound, share in share_of.items() if straddled(white_cells_alone, [share])]:
        across = _bounds_text(lasting, unit)
        message = say(
            "No number of cells would settle it: the error of the white cell count alone reaches across {bounds}."
        )
        return message.format(bounds=across)
    needed = [cells_to_settle(percent, share, limits=limits, wbc_cv=wbc_cv) for share in share_of.values()]
    enough = [cells for cells in needed if cells is not None]
    if len(enough) < len(needed):
        message = say("The count lies so near that not even {most} cells would settle it.")
        return message.format(most=grouped(MOST_CELLS))
    # Cells are whole: a somewhat larger count can straddle a bound again that a smaller one has just settled.
    if max(enough) > counted:
        message = say("About {cells} cells would settle it if the share stayed the same.")
        return message.format(cells=grouped(max(enough)))
    return say("A few more cells would settle it if the share stayed the same.")


def _bounds_text(bounds: Iterable[Decimal], unit: Unit) -> str:
    return _listed(Count(bound).text_in(unit) for bound in bounds)


def _listed(words: Iterable[str]) -> str:
    *first, last = words
    return say("{some} and {last}").format(some=", ".join(first), last=last) if first else last


def _interval_text(interval: tuple[Decimal, Decimal], unit: Unit) -> str:
    """The interval in the unit that was typed, rounded outward."""
    lower, upper = CONVENTIONAL.rounded_outward(interval)
    return say("{lower} to {upper}").format(lower=plain(Count(lower).value_in(unit)), upper=Count(upper).text_in(unit))


def _outcome(found: _Found, lower_limit: Decimal | None, age_days: int | None) -> Outcome:
    # Only a correction gives decimals without end. They are cut, never rounded up, so that no bound is crossed.
    endless = found.corrected_wbc is not None
    shown, count = (Count(_cut(found.per_ul, places) if endless else found.per_ul) for places in (2, 6))
    unit, other = found.unit, PER_LITRE if found.unit is PER_UL else PER_UL
    working = f"{shown.text_in(unit)} = {shown.text_in(other)}"
    if found.written:
        working = f"{found.written} {'≈' if found.rounded else _equals(found.per_ul, shown.per_ul)} {working}"
    certainty = found.certainty
    if certainty:
        working += f"; {certainty.written}"
    grade = CONVENTIONAL.grade(found.per_ul)

    def text(per_ul: Decimal) -> str:
        return plain(_cut(per_ul, 6) if endless else per_ul)

    return Outcome(
        values={
            "anc_per_ul": plain(count.per_ul),
            "anc_10e9_per_l": plain(count.value_in(PER_LITRE)),
            "corrected_wbc_per_ul": None if found.corrected_wbc is None else text(found.corrected_wbc),
            "interval95_per_ul": [text(limit) for limit in certainty.interval] if certainty else None,
            "straddles": [plain(bound) for bound in certainty.straddles] if certainty else [],
        },
        headline=_at_a_glance(found.per_ul, unit),
        also=_at_a_glance(found.per_ul, other),
        working=working,
        line=say("ANC {working}; {scheme}: {grade} ({range})").format(
            working=working,
            scheme=say(CONVENTIONAL.name),
            grade=say(grade.band.label),
            range=grade.band.range_text,
        ),
        count_per_ul=found.per_ul,
        grades=(grade,),
        cautions=found.cautions,
        entry=LEVELS_ENTRY,
        source="; ".join((say(_SOURCE), *found.sources)),
        standings=standings(found.per_ul, lower_limit, age_days),
        interval_per_ul=certainty.interval if certainty else None,
    )


def _at_a_glance(per_ul: Decimal, unit: Unit) -> str:
    """The count for quick reading: whole cells/µL, below 10 with two decimals; cut, so that no bound is crossed."""
    whole = _cut(per_ul, 0)
    seen = whole if whole >= 10 else _cut(per_ul, 2)
    return ("" if seen == per_ul else "≈ ") + Count(seen).text_in(unit)


def _cut(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal((0, (1,), -places)), rounding=ROUND_DOWN)


def _equals(exact: Decimal, shown: Decimal) -> str:
    return "=" if exact == shown else "≈"
