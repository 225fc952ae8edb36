"""Counts that are so unusual in their unit that the unit is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from neutrogui.domain.calculator import Caution
from neutrogui.domain.number import plain
from neutrogui.domain.quantity import PER_LITRE, PER_UL, Count, unit_of


@dataclass(frozen=True, slots=True)
class UsualRange:
    """The unit is asked for above `high` ×10⁹/L in a unit per litre, and below `low` /µL (other than 0) in /µL."""

    low: Decimal
    high: Decimal


WHITE_CELLS = UsualRange(low=Decimal(100), high=Decimal(500))
ONE_KIND_OF_WHITE_CELL = UsualRange(low=Decimal(20), high=Decimal(50))


def unit_questions(key: str, count: Count, typed: Mapping[str, str], usual: UsualRange) -> tuple[Caution, ...]:
    """A caution that asks, with the code `check-unit`, if the count was probably reported in another unit.

    `key` is the key of the count's field; its unit was typed into `key_unit`.
    """
    unit_key = f"{key}_unit"
    unit = unit_of(typed.get(unit_key, ""))
    if unit is None:
        return ()
    value = count.value_in(unit)
    if unit is not PER_UL and value > usual.high:
        how, meant = "high", PER_UL
    elif unit is PER_UL and 0 < value < usual.low:
        how, meant = "low", PER_LITRE
    else:
        return ()
    message = f"{plain(value)} {unit.label} is very {how}. Did the report mean {plain(value)} {meant.label}?"
    return (Caution("check-unit", message, field=key, asks=True, instead=(unit_key, meant.key)),)
