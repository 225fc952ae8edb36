"""Reads the values of a blood count out of a pasted report, and says of each from which words.

Read are print-outs and prose in several languages, HL7 v2 OBX segments and FHIR Observations. Nothing is guessed and
nothing repaired: a value counts only when its name, its number and its unit can be read in one way. Everything else
that looks like a blood count is told as unclear, for a person to decide. The LOINC codes are those of the CIBMTR
Reporting Implementation Guide (nmdp-ig/cibmtr-reporting-ig).
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from neutrogui.calculators.grading import CONVENTIONAL
from neutrogui.calculators.report_findings import (
    FROM_PARTS,
    FROM_PERCENTAGES,
    NEUTROPHIL_FIELDS,
    ORDER,
    REPORT_FIELD,
    SHOWN_READINGS,
    UNIT_FIELDS,
    Doubt,
    Found,
    no_unit_with,
)
from neutrogui.calculators.report_messages import OBX, read_fhir, read_hl7
from neutrogui.calculators.report_terms import COUNT_FIELDS
from neutrogui.calculators.report_text import read_text
from neutrogui.domain.language import mark, say
from neutrogui.domain.quantity import COUNT_UNITS, Count, Unit, unit_of
from neutrogui.domain.report import ReportReading, Unclear, Understood

REPORT_LIMIT = 1_000_000
"""Characters above which a text is refused: no report of one patient is as long."""

SEVERAL_PATIENTS = mark("The report holds values of several patients.")

BANDS_BESIDE_COUNT = mark("The report lists bands beside this count. Does the count include them?")

DECIDED_ON = (SEVERAL_PATIENTS, BANDS_BESIDE_COUNT)
"""Reasons on which it is decided what may be answered: kept as they are until they are shown, in every language."""


def read_report(text: str) -> ReportReading:
    """The blood count in a report; any text is taken, and time grows in proportion to its length.

    Percentages are of all white cells, `nrbc` is per 100 white cells, counts have the unit that the report prints
    (`wbc_unit`; `anc_unit` for the neutrophils and their parts). A text over `REPORT_LIMIT` is refused as unclear.
    """
    if len(text) > REPORT_LIMIT:
        why = say("This text is larger than 1 MB, so it was not read. Give the blood count alone.")
        return ReportReading({}, (), (Unclear(REPORT_FIELD, (), why),))
    beginning = text.lstrip("\ufeff \t\r\n")[:1]
    if beginning in ("{", "[") and '"resourceType"' in text:
        return _settled(read_fhir(text))
    if OBX.search(text):
        return _settled(read_hl7(text))
    return _settled(read_text(text))


def _settled(finds: Iterable[Found | Doubt]) -> ReportReading:
    found: dict[str, list[Found]] = {}
    doubts: dict[str, list[Doubt]] = {}
    for find in finds:
        if isinstance(find, Found):
            found.setdefault(find.field, []).append(find)
        else:
            doubts.setdefault(find.field, []).append(find)
    everything = [each for several in found.values() for each in several]
    apart = _apart(everything)
    if apart:
        for several in found.values():
            for each in several:
                reading = f"{each.reading} ({each.origin.day})" if each.origin.day else each.reading
                doubts.setdefault(each.field, []).append(Doubt(each.field, (reading,), apart))
        found = {}
    agreed = {key: _agreed(several, doubts) for key, several in found.items()}
    clear = {key: each for key, each in agreed.items() if each is not None}
    unclear = {
        key: _told(key, left)
        for key, several in doubts.items()
        if (left := [doubt for doubt in several if not _answered(doubt, clear, doubts)])
    }
    typed: dict[str, str] = {}
    understood: dict[str, Understood] = {}
    with_unit = {UNIT_FIELDS[key] for key, each in clear.items() if key in UNIT_FIELDS.keys() - unclear and each.unit}
    for key in ORDER:
        if key not in clear or key in unclear:
            continue
        each = clear[key]
        unit_key = UNIT_FIELDS.get(key)
        unit = each.unit.key if isinstance(each.unit, Unit) else each.unit or ""
        if unit_key and unit and typed.get(unit_key, unit) != unit:
            why = say("The report prints this in another unit than the neutrophils ({unit}).")
            unclear[key] = Unclear(key, (each.reading,), why.format(unit=typed[unit_key]))
            continue
        if unit_key in with_unit and not unit:
            # They share a field for the unit: one that is chosen for this number would be taken for the others, too.
            why = say("The report prints a unit with others, but none with this.")
            unclear[key] = Unclear(key, (each.reading,), why)
            continue
        typed[key] = each.value
        if unit_key and unit:
            typed[unit_key] = unit
        elif unit_key:
            unclear[unit_key] = Unclear(unit_key, tuple(u.label for u in COUNT_UNITS), no_unit_with(each.value))
        understood[key] = Understood(key, each.value, unit, each.origin.words)
    if "anc" in typed:
        typed, doubt = _one_way(typed)
        if doubt is not None:
            unclear.setdefault("anc", doubt)
    return ReportReading(
        typed,
        tuple(understood.values()),
        tuple(sorted(unclear.values(), key=lambda each: ORDER.index(each.field))),
    )


_DIFFERENTIAL = ("neutrophils", "segmented", "bands")
_PARTS = ("segmented_count", "bands_count")


def _one_way(typed: dict[str, str]) -> tuple[dict[str, str], Unclear | None]:
    """One way to the count where the report prints the count and percentages, too; the other way checks it.

    The printed count is taken, as the laboratory's own (CAP TODAY, Q&A column, February 2019, prefers it to
    percentages). Where the report lists bands, it isn't sure that the printed count has them in it: then the
    percentages are taken, with which the calculator asks, and without them it is unclear.
    """
    unit = unit_of(typed.get("anc_unit", ""))
    if unit is None:
        return typed, None
    printed = Count.of(Decimal(typed["anc"]), unit)
    if set(_PARTS) <= typed.keys():
        parts = Count.of(sum((Decimal(typed[key]) for key in _PARTS), Decimal(0)), unit)
        slack = sum((_last_place(typed[key], unit) for key in _PARTS), Decimal(0))
        if not _close(printed, _last_place(typed["anc"], unit), parts, slack):
            readings = (printed.text_in(unit), f"{parts.text_in(unit)}{FROM_PARTS}")
            why = say("The printed count is not that of segmented and bands together.")
            return typed, Unclear("anc", readings, why)
        return _without(typed, (*_DIFFERENTIAL, *_PARTS)), None
    bands = any(Decimal(typed.get(key, "0")) > 0 for key in ("bands", "bands_count"))
    computed = _computed(typed, bands=bands)
    other = next(
        (count for count, slack in computed if _close(printed, _last_place(typed["anc"], unit), count, slack)), None
    )
    counts = (printed.text_in(unit), *(f"{count.text_in(unit)}{FROM_PERCENTAGES}" for count, _ in computed[:1]))
    if computed and other is None:
        return typed, Unclear("anc", counts, say("The printed count and the percentages do not agree."))
    if bands and (not computed or "bands" not in typed):
        return typed, Unclear("anc", counts, BANDS_BESIDE_COUNT)
    if other is not None and not bands and CONVENTIONAL.grade(other.per_ul) != CONVENTIONAL.grade(printed.per_ul):
        why = say("The printed count and the percentages lie on two sides of a severity bound.")
        return typed, Unclear("anc", counts, why)
    return _without(typed, ("anc", "anc_unit", *_PARTS) if bands else (*_DIFFERENTIAL, *_PARTS)), None


def _without(typed: Mapping[str, str], keys: tuple[str, ...]) -> dict[str, str]:
    return {key: text for key, text in typed.items() if key not in keys}


def _computed(typed: Mapping[str, str], *, bands: bool) -> list[tuple[Count, Decimal]]:
    """The counts that the percentages could mean, each with what rounding may change, in cells/µL."""
    unit = unit_of(typed.get("wbc_unit", ""))
    ways: tuple[tuple[str, ...], ...] = (("neutrophils",), ("segmented", "bands"))
    if bands:
        ways = (("segmented", "bands"), ("neutrophils",), ("neutrophils", "bands"), ("segmented",))
    elif "bands" not in typed:
        ways = (("neutrophils",), ("segmented",))
    if unit is None or not any(set(way) <= typed.keys() for way in ways[:2]):
        return []
    wbc, computed = Decimal(typed["wbc"]), []
    for way in ways:
        if set(way) <= typed.keys():
            percent = sum((Decimal(typed[key]) for key in way), Decimal(0))
            step = sum((_last_place(typed[key]) for key in way), Decimal(0))
            slack = wbc * unit.per_ul * step / 100 + _last_place(typed["wbc"], unit) * percent / 100
            computed.append((Count.of(wbc * percent / 100, unit), slack))
    return computed


def _last_place(text: str, unit: Unit | None = None) -> Decimal:
    """One in the last digit that is printed: what rounding or cutting may have changed."""
    step = Decimal(1).scaleb(-len(text.partition(".")[2]))
    return step if unit is None else step * unit.per_ul


def _close(one: Count, one_slack: Decimal, other: Count, other_slack: Decimal) -> bool:
    return abs(one.per_ul - other.per_ul) <= one_slack + other_slack


def _apart(found: list[Found]) -> str:
    """Why the values don't belong together, if so."""
    if len({each.origin.patient for each in found if each.origin.patient}) > 1:
        return SEVERAL_PATIENTS
    days = {each.origin.day for each in found if each.origin.day}
    longest = max(days, key=len, default="")
    if not all(longest.startswith(day) for day in days):
        return say("The report holds values of different dates. Which one is meant?")
    return ""


def _agreed(several: list[Found], doubts: dict[str, list[Doubt]]) -> Found | None:
    """The one value of a field that is given once or several times alike; else a doubt is added."""
    with_unit = [each for each in several if each.unit is not None]
    first = (with_unit or several)[0]
    alike = {each.size for each in with_unit} <= {first.size} and all(
        Decimal(each.value) == Decimal(first.value) for each in several if each.unit is None
    )
    if alike:
        return first
    readings = tuple(dict.fromkeys(each.reading for each in several))
    why = say("The report gives different values for it. Which one is meant?")
    doubts.setdefault(first.field, []).append(Doubt(first.field, readings, why))
    return None


def _answered(doubt: Doubt, clear: Mapping[str, Found], doubts: Mapping[str, list[Doubt]]) -> bool:
    """Whether the report itself settles a doubt elsewhere."""
    same = {doubt.field, COUNT_FIELDS.get(doubt.field, doubt.field)}
    if doubt.number:
        return any(key in clear and Decimal(clear[key].value) == Decimal(doubt.number) for key in same)
    if not doubt.faint:
        return False
    settling = NEUTROPHIL_FIELDS if doubt.field in NEUTROPHIL_FIELDS else same
    return any(key in clear or any(not each.faint for each in doubts.get(key, ())) for key in settling)


def _told(key: str, doubts: list[Doubt]) -> Unclear:
    readings = list(dict.fromkeys(reading for doubt in doubts for reading in doubt.readings))[:SHOWN_READINGS]
    firm = [doubt for doubt in doubts if not doubt.faint] or doubts
    return Unclear(key, tuple(readings), firm[0].why)
