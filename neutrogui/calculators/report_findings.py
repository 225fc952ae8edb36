"""What is found in a report on the way: values in their fields, and doubts."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from neutrogui.calculators.report_terms import PERCENT, CellName
from neutrogui.domain.language import mark, say
from neutrogui.domain.quantity import Unit

REPORT_FIELD = "report"
"""The field of what is wrong with a report as a whole."""

UNIT_FIELDS = {"wbc": "wbc_unit", "anc": "anc_unit", "segmented_count": "anc_unit", "bands_count": "anc_unit"}

_PERCENT_FIELDS = (
    "neutrophils", "segmented", "bands", "metamyelocytes", "lymphocytes", "monocytes", "eosinophils", "basophils",
    "nrbc",
)  # fmt: skip
ORDER = (REPORT_FIELD, "wbc", "wbc_unit", *_PERCENT_FIELDS, "anc", "anc_unit", "segmented_count", "bands_count")

NEUTROPHIL_FIELDS = frozenset({"neutrophils", "anc", "segmented", "segmented_count"})
"""When one of them is clear, a row that only resembles neutrophils is no question any more."""

SHOWN_READINGS = 6
SHOWN_WORDS = 160


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value stands: its words, the day of the sample and the patient, where the report names them."""

    words: str
    day: str = ""
    patient: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A value; `unit` is `%`, a unit of a count, or None where the report prints none."""

    field: str
    value: str
    unit: Unit | str | None
    origin: Origin

    @property
    def size(self) -> Decimal:
        """The number in a common unit, to compare what is given twice."""
        factor = self.unit.per_ul if isinstance(self.unit, Unit) else Decimal(1)
        return Decimal(self.value) * factor

    @property
    def reading(self) -> str:
        """What a user may choose."""
        unit = self.unit.label if isinstance(self.unit, Unit) else self.unit or ""
        return f"{self.value} {unit}".strip()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something not to be decided here. A `faint` one is dropped when the field is clear from elsewhere.

    `number` is the value of a row whose only fault is that it says neither percent nor count.
    """

    field: str
    readings: tuple[str, ...]
    why: str
    faint: bool = False
    number: str = ""


Finds = Iterator[Found | Doubt]

A_COUNT = "(a count)"
FROM_PERCENTAGES = " from the percentages"
FROM_PARTS = " from segmented and bands"
"""What stands in a reading behind its number, in English: readings are compared and read again; `told` shows them."""


def told(reading: str) -> str:
    """A reading in the language of the screens."""
    if reading.endswith(f" {A_COUNT}"):
        return say("{number} (a count)").format(number=reading.removesuffix(f" {A_COUNT}"))
    if reading.endswith(FROM_PERCENTAGES):
        return say("{count} from the percentages").format(count=reading.removesuffix(FROM_PERCENTAGES))
    if reading.endswith(FROM_PARTS):
        return say("{count} from segmented and bands").format(count=reading.removesuffix(FROM_PARTS))
    return reading


def no_unit_with(number: str) -> str:
    """Why the unit of a number is asked for."""
    return say("The report prints no unit with {number}. Choose the unit of the laboratory.").format(number=number)


RESEMBLES = {
    "granulocytes": mark("Granulocytes are more than neutrophils, so this is no neutrophil value."),
    "ratio": mark("This is a ratio, not a neutrophil value."),
    "several": mark("This row names several kinds of cells."),
    "specimen": mark("This may be no value of blood."),
    "estimate": mark("This is an estimate from the smear, not a count."),
    "unknown": mark("The words around the number are not known here."),
}


def placed(name: CellName, value: str, unit: Unit | str | None, origin: Origin) -> Found | Doubt | None:
    """The value in its field, if name and unit agree; None where the calculator doesn't ask for it."""
    counted = isinstance(unit, Unit)
    key = name.field_of(counted=counted)
    if not key:
        return None
    if counted and name.kind != "percent":
        return Found(key, value, unit, origin)
    if unit == PERCENT and key in _PERCENT_FIELDS:
        return Found(key, value, unit, origin)
    if counted or unit == PERCENT:
        shown = unit.label if isinstance(unit, Unit) else PERCENT
        return Doubt(key, (f"{value} {shown}",), say("The name of this value and its unit do not fit together."))
    if unit is not None:
        why = say("The report prints a unit that is not known here.")
        return Doubt(key, (f"{value} {unit}",), why, faint=str(unit).casefold().endswith(("hpf", "lpf", "field")))
    if name.kind == "percent" and key in _PERCENT_FIELDS:
        return Found(key, value, PERCENT, origin)
    if key not in _PERCENT_FIELDS:
        return Found(key, value, None, origin)
    why = say("The report prints no unit: is this a percentage or a count?")
    return Doubt(key, (f"{value} %", f"{value} {A_COUNT}"), why, number=value)
