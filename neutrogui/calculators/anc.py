"""Absolute neutrophil count from the white cell count and the differential.

ANC = WBC × (segmented % + band %) / 100, or WBC × total neutrophil % / 100: the total that an analyser prints has the
bands in it already (CAP TODAY, Q&A column, February 2019).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from functools import partial

from neutrogui.calculators.grading import CONVENTIONAL
from neutrogui.domain.calculator import Caution, Choice, Field, FieldKind, Group, Outcome
from neutrogui.domain.number import Refusal, plain, read_number
from neutrogui.domain.problem import Problem, Problems
from neutrogui.domain.quantity import COUNT_UNITS, PER_LITRE, PER_UL, Count, Unit, unit_of

WBC_LIMIT = Decimal(2_000_000)
"""Cells/µL above which a white cell count is refused: beyond any leukaemia, so a slip or another unit."""

HIGH_WBC = Decimal(500)
"""×10⁹/L above which a white cell count is so unusual that the unit is asked for."""

LOW_WBC = Decimal(100)
"""/µL below which a white cell count (other than 0) is so unusual that the unit is asked for."""

LEVELS_ENTRY = "levels-of-neutropenia"

_HUNDRED = Decimal(100)

FIELDS = (
    Field(
        "wbc",
        "White cells (WBC)",
        unit_field="wbc_unit",
        lower=Decimal(0),
        upper=WBC_LIMIT,
        hint="Total white cell count, with the unit printed in the report",
    ),
    Field(
        "wbc_unit",
        "Unit of the white cell count",
        FieldKind.CHOICE,
        choices=tuple(Choice(unit.key, unit.label, unit.spellings) for unit in COUNT_UNITS),
    ),
    Field(
        "neutrophils",
        "Neutrophils",
        unit="%",
        lower=Decimal(0),
        upper=_HUNDRED,
        group="total",
        hint="An analyser’s total has the bands in it already",
    ),
    Field("segmented", "Segmented", unit="%", lower=Decimal(0), upper=_HUNDRED, group="differential"),
    Field(
        "bands",
        "Bands",
        unit="%",
        lower=Decimal(0),
        upper=_HUNDRED,
        group="differential",
        hint="0 if the report lists none",
    ),
)


@dataclass(frozen=True, slots=True)
class _Differential:
    """The share of neutrophils and how the working writes it: `40`, or `(35 + 5)`."""

    percent: Decimal
    written: str


class AbsoluteNeutrophilCount:
    """The calculator `anc`."""

    key = "anc"
    title = "Absolute neutrophil count"
    formula = "ANC = WBC × (segmented % + band %) / 100, or WBC × total neutrophil % / 100"
    source = "CAP TODAY, Q&A column, February 2019; conventional severity: Boxer 2012"
    scope = ""
    fields = FIELDS
    groups = (Group("total", "Total %"), Group("differential", "Segmented + bands"))

    def evaluate(self, typed: Mapping[str, str]) -> Outcome | Problems:
        """The count in both unit families, graded unrounded.

        Problem codes: those of `read_number`, `unknown-unit`, `out-of-range`, `conflict` (a total and a differential),
        `over-100` (segmented and bands together). Cautions that ask: `check-unit`, `fraction-or-percent`.
        """
        problems: list[Problem] = []
        unit = _unit(typed.get("wbc_unit", ""), problems)
        wbc = _number(typed, "wbc", problems)
        if wbc is not None and unit is not None and wbc * unit.per_ul > WBC_LIMIT:
            message = f"{plain(wbc)} {unit.label} is more than any white cell count. Check the number and the unit."
            problems.append(Problem("wbc", "out-of-range", message))
        differential = _differential(typed, problems)
        if problems or wbc is None or unit is None or differential is None:
            order = [field.key for field in FIELDS]
            return Problems(tuple(sorted(problems, key=lambda problem: order.index(problem.field))))
        return _outcome(wbc, unit, differential, tuple(_cautions(wbc, unit, typed)))


def _unit(typed: str, problems: list[Problem]) -> Unit | None:
    unit = unit_of(typed)
    if unit is None:
        offered = ", ".join(each.label for each in COUNT_UNITS)
        if typed.strip():
            message = f"This unit is not known here. Choose one of {offered}."
            problems.append(Problem("wbc_unit", "unknown-unit", message))
        else:
            message = f"Choose the unit that the report prints: {offered}."
            problems.append(Problem("wbc_unit", "missing", message))
    return unit


def _number(typed: Mapping[str, str], key: str, problems: list[Problem]) -> Decimal | None:
    read = read_number(typed.get(key, ""))
    if isinstance(read, Refusal):
        problems.append(Problem(key, read.code, read.message, read.readings))
        return None
    return read


def _percent(typed: Mapping[str, str], key: str, problems: list[Problem]) -> Decimal | None:
    percent = _number(typed, key, problems)
    if percent is not None and percent > _HUNDRED:
        message = f"{plain(percent)} % is more than all white cells. Type a percentage from 0 to 100."
        problems.append(Problem(key, "out-of-range", message))
        return None
    return percent


def _differential(typed: Mapping[str, str], problems: list[Problem]) -> _Differential | None:
    filled = {key for key in ("neutrophils", "segmented", "bands") if typed.get(key, "").strip()}
    if not filled:
        message = "Type the neutrophil %, or the segmented and the band %."
        problems.append(Problem("neutrophils", "missing", message))
        return None
    if filled == {"neutrophils"}:
        percent = _percent(typed, "neutrophils", problems)
        return None if percent is None else _Differential(percent, plain(percent))
    if "neutrophils" in filled:
        message = "Type either the total neutrophil %, or the segmented and the band %; not both."
        problems.append(Problem("neutrophils", "conflict", message))
        return None
    missing = {
        "segmented": "Type the segmented %, too.",
        "bands": "Type the band %, too; 0 if the report lists no bands.",
    }
    for key in ("segmented", "bands"):
        if key not in filled:
            problems.append(Problem(key, "missing", missing[key]))
    segmented, bands = (_percent(typed, key, problems) if key in filled else None for key in ("segmented", "bands"))
    if segmented is None or bands is None:
        return None
    if segmented + bands > _HUNDRED:
        message = f"{plain(segmented)} + {plain(bands)} is more than 100 %. Check both percentages."
        problems.append(Problem("bands", "over-100", message))
        return None
    return _Differential(segmented + bands, f"({plain(segmented)} + {plain(bands)})")


def _cautions(wbc: Decimal, unit: Unit, typed: Mapping[str, str]) -> list[Caution]:
    cautions = []
    check_unit: Callable[..., Caution] = partial(Caution, "check-unit", field="wbc", asks=True)
    if unit is not PER_UL and wbc > HIGH_WBC:
        message = f"{plain(wbc)} {unit.label} is very high. Did the report mean {plain(wbc)} {PER_UL.label}?"
        cautions.append(check_unit(message, instead=("wbc_unit", PER_UL.key)))
    if unit is PER_UL and 0 < wbc < LOW_WBC:
        message = f"{plain(wbc)} {unit.label} is very low. Did the report mean {plain(wbc)} {PER_LITRE.label}?"
        cautions.append(check_unit(message, instead=("wbc_unit", PER_LITRE.key)))
    for key in ("neutrophils", "segmented"):
        percent = read_number(typed.get(key, ""))
        if isinstance(percent, Decimal) and 0 < percent <= 1:
            message = (
                f"{plain(percent)} % is one cell in a hundred or fewer. "
                f"If the report gives a fraction, type {plain(percent * 100)} instead."
            )
            cautions.append(Caution("fraction-or-percent", message, field=key, asks=True))
    return cautions


def _outcome(wbc: Decimal, unit: Unit, differential: _Differential, cautions: tuple[Caution, ...]) -> Outcome:
    count = Count.of(wbc * differential.percent / _HUNDRED, unit)
    other = PER_LITRE if unit is PER_UL else PER_UL
    working = f"{plain(wbc)} × {differential.written} / 100 = {count.text_in(unit)} = {count.text_in(other)}"
    grade = CONVENTIONAL.grade(count.per_ul)
    return Outcome(
        values={
            "anc_per_ul": plain(count.per_ul),
            "anc_10e9_per_l": plain(count.value_in(PER_LITRE)),
        },
        headline=_shown(count, unit),
        also=_shown(count, other),
        working=working,
        line=f"ANC {working}; {CONVENTIONAL.name}: {grade.band.label} ({grade.band.range_text})",
        count_per_ul=count.per_ul,
        grades=(grade,),
        cautions=cautions,
        entry=LEVELS_ENTRY,
        source=AbsoluteNeutrophilCount.source,
    )


def _shown(count: Count, unit: Unit) -> str:
    """The count for reading at a glance: whole cells/µL, cut and never rounded up, so that no bound is crossed."""
    whole = count.per_ul.quantize(Decimal(1), rounding=ROUND_DOWN)
    if whole == count.per_ul or whole < 10:
        return count.text_in(unit)
    return "≈ " + Count(whole).text_in(unit)
