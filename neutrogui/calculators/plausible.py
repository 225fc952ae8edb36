"""Counts that are so unusual in their unit that the unit is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from neutrogui.domain.calculator import Caution
from neutrogui.domain.language import say
from neutrogui.domain.number import plain
from neutrogui.domain.quantity import PER_LITRE, PER_UL, Count, unit_of


@dataclass(frozen=True, slots=True)
class UsualRange:
    """The unit is asked for above `high` ×10⁹/L, in whatever unit that is, and below `low` /µL (but 0) if in /µL."""

    low: Decimal
    high: Decimal


WHITE_CELLS = UsualRange(low=Decimal(100), high=Decimal(500))
ONE_KIND_OF_WHITE_CELL = UsualRange(low=Decimal(20), high=Decimal(50))


def unit_questions(key: str, count: Count, typed: Mapping[str, str], usual: UsualRange) -> tuple[Caution, ...]:
    """A caution that asks, with the code `check-unit`, if the count was probably reported in another unit.

    `key` is the key of the count's field; its unit was typed into `key_unit`. No unit is smaller than /µL, so a count
    that is too high even in /µL is asked for with no other unit to change to.
    """
    unit_key = f"{key}_unit"
    unit = unit_of(typed.get(unit_key, ""))
    if unit is None:
        return ()
    too_high = count.value_in(PER_LITRE) > usual.high
    if not too_high and not (unit is PER_UL and 0 < count.per_ul < usual.low):
        return ()
    if too_high and unit is PER_UL:
        message = say("{count} is very high. Check the number and the unit.").format(count=count.text_in(unit))
        return (Caution("check-unit", message, field=key, asks=True),)
    meant = PER_UL if too_high else PER_LITRE
    if too_high:
        question = say("{count} is very high. Did the report mean {other}?")
    else:
        question = say("{count} is very low. Did the report mean {other}?")
    message = question.format(count=count.text_in(unit), other=f"{plain(count.value_in(unit))} {meant.label}")
    return (Caution("check-unit", message, field=key, asks=True, instead=(unit_key, meant.key)),)
