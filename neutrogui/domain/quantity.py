"""Units of a cell count, with exact factors; a count is always kept as cells per microlitre.

One ×10⁹/L is a thousand cells in a microlitre, whichever of its spellings a laboratory prints.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from neutrogui.domain.number import plain


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of a count: `key` for programs, `label` for people, other `spellings`, and cells/µL in one of it."""

    key: str
    label: str
    per_ul: Decimal
    spellings: tuple[str, ...] = ()


PER_LITRE = Unit(
    "10^9/L",
    "×10⁹/L",
    Decimal(1000),
    ("10*9/L", "x10^9/L", "x10*9/L", "×10^9/L", "10⁹/L", "×10⁹/L", "10E9/L", "G/L", "Giga/L", "GI/L", "/nL"),
)
THOUSANDS_PER_UL = Unit(
    "10^3/uL",
    "×10³/µL",
    Decimal(1000),
    (
        "10*3/uL", "x10^3/uL", "x10*3/uL", "×10^3/uL", "10³/uL", "×10³/uL", "10E3/uL", "K/uL", "K/mcL",
        "Thou/uL", "Thou/mcL", "K/cumm", "K/mm3", "10^3/mm3", "10*3/mm3", "x10^3/mm3", "10^3/cumm",
        "10^6/mL", "10*6/mL",
    ),
)  # fmt: skip
PER_UL = Unit(
    "/uL",
    "/µL",
    Decimal(1),
    (
        "cells/uL", "cell/uL", "{cells}/uL", "/mcL", "cells/mcL", "/mm3", "/mm³", "cells/mm3", "/cumm",
        "cells/cumm", "10^6/L", "10*6/L", "x10^6/L", "M/L", "10^3/mL", "10*3/mL",
    ),
)  # fmt: skip

COUNT_UNITS = (PER_LITRE, THOUSANDS_PER_UL, PER_UL)
"""All units, in the order in which they are offered. There is no default: nobody guesses a unit."""


_CASE_MATTERS = ("G/L", "M/L")
"""Giga and mega per litre; in small letters they are grams and moles or nothing at all."""


def _folded(spelling: str) -> str:
    text = re.sub(r"\s+", "", spelling)
    for written, meant in (("μ", "u"), ("µ", "u"), ("³", "^3"), ("⁹", "^9"), ("⁶", "^6"), ("×", "x")):
        text = text.replace(written, meant)
    return text.casefold().replace("mm^3", "mm3").replace("mcl", "ul")


_EXACT = {spelling: unit for unit in COUNT_UNITS for spelling in (unit.key, unit.label, *unit.spellings)}
_BY_SPELLING = {_folded(spelling): unit for spelling, unit in _EXACT.items() if spelling not in _CASE_MATTERS}


def unit_of(spelling: str) -> Unit | None:
    """The unit that a spelling names, or None.

    Case and spaces don't matter, but for `G/L` and `M/L`: `g/L` would be grams per litre.
    """
    return _EXACT.get(spelling.strip()) or _BY_SPELLING.get(_folded(spelling))


@dataclass(frozen=True, slots=True, order=True)
class Count:
    """A count of cells, exactly, in cells per microlitre; 0 or more."""

    per_ul: Decimal

    def __post_init__(self) -> None:
        if self.per_ul < 0:
            raise ValueError("a count is not below zero")

    @classmethod
    def of(cls, value: Decimal, unit: Unit) -> "Count":
        """The count that a value in a unit gives."""
        return cls(value * unit.per_ul)

    def value_in(self, unit: Unit) -> Decimal:
        """The value in another unit, exactly."""
        return self.per_ul / unit.per_ul

    def text_in(self, unit: Unit) -> str:
        """The value with the unit's label, such as `0.48 ×10⁹/L` or `480 /µL`."""
        return f"{plain(self.value_in(unit))} {unit.label}"


def is_count_text(text: str) -> bool:
    """Whether a text ends with the label of a unit of counts, as a count that is shown does."""
    return any(text.endswith(unit.label) for unit in COUNT_UNITS)
