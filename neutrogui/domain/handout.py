"""What goes on the precautions sheet, read from what the clinic typed.

There is no patient's name in it: that is left to the pen.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TypeVar

from neutrogui.domain.calculator import Scale
from neutrogui.domain.number import Refusal, plain, read_number
from neutrogui.domain.problem import Problem, Problems
from neutrogui.domain.quantity import COUNT_UNITS, PER_LITRE, PER_UL, Count, Unit, unit_of

DEFAULT_CALL_AT = Decimal("38.0")
"""°C at which to call, offered until the clinic chooses its own: sources differ from 37.5 to 38.5."""

LOWEST_CALL_AT, HIGHEST_CALL_AT = Decimal(35), Decimal(42)
"""°C, both allowed."""

HIGHEST_COUNT = Decimal(100_000)
"""Cells/µL above which a neutrophil count on this sheet can only be a slip or another unit."""

CLINIC_LENGTH, PHONE_LENGTH = 120, 60
"""Characters at the most."""

_TENTH = Decimal("0.1")


class Paper(StrEnum):
    """The paper it is printed on."""

    A4 = "a4"
    LETTER = "letter"


class TypeSize(StrEnum):
    """How large the type is."""

    NORMAL = "normal"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class PrecautionsSheet:
    """One sheet, ready to be laid out.

    `call_at` is in °C with at most one decimal. Empty phone numbers become ruled lines for the pen.
    `count_words` is the band of `scale` in which the unrounded `count` lies; without a count both are empty.
    `counted_on` is `2026-11-21` or empty. `edition` names the edition of the content.
    """

    call_at: Decimal
    clinic: str = ""
    phone_day: str = ""
    phone_night: str = ""
    count: Count | None = None
    count_words: str = ""
    scale: Scale | None = None
    counted_on: str = ""
    paper: Paper = Paper.A4
    type_size: TypeSize = TypeSize.NORMAL
    edition: str = ""

    @property
    def call_at_fahrenheit(self) -> Decimal:
        """The same temperature in °F, rounded to one decimal.

        >>> PrecautionsSheet(Decimal("38.0")).call_at_fahrenheit
        Decimal('100.4')
        """
        return (self.call_at * 9 / 5 + 32).quantize(_TENTH, ROUND_HALF_UP)


def read_sheet(typed: Mapping[str, str], scale: Scale, edition: str) -> PrecautionsSheet | Problems:
    """The sheet that was typed, or every reason why not, in the order of the fields.

    Keys: `clinic`, `phone_day`, `phone_night`, `call_at` (°C, 35 to 42), `count` with `count_unit`,
    `counted_on` (`2026-11-21`), `paper` (`a4`, `letter`), `type_size` (`normal`, `large`). Only `call_at`
    must be filled in; without the last two it is A4 and normal.

    Problem codes: those of `read_number`; `fahrenheit`, `out-of-range`, `too-precise`, `unknown-unit`,
    `check-unit`, `too-long`, `unprintable`, `not-a-date`, `without-count`, `unknown-choice`.
    """
    reader = _Reader(typed)
    clinic = reader.text("clinic", CLINIC_LENGTH)
    phone_day = reader.text("phone_day", PHONE_LENGTH)
    phone_night = reader.text("phone_night", PHONE_LENGTH)
    call_at = reader.call_at()
    count = reader.count()
    counted_on = reader.counted_on()
    paper = reader.choice("paper", Paper, Paper.A4)
    type_size = reader.choice("type_size", TypeSize, TypeSize.NORMAL)
    if reader.problems or call_at is None:
        return Problems(tuple(reader.problems))
    return PrecautionsSheet(
        call_at=call_at,
        clinic=clinic,
        phone_day=phone_day,
        phone_night=phone_night,
        count=count,
        count_words=scale.grade(count.per_ul).band.label if count else "",
        scale=scale if count else None,
        counted_on=counted_on,
        paper=paper,
        type_size=type_size,
        edition=edition,
    )


_Choice = TypeVar("_Choice", bound=StrEnum)


class _Reader:
    """Reads field after field and gathers what is wrong."""

    def __init__(self, typed: Mapping[str, str]) -> None:
        self._typed = typed
        self.problems: list[Problem] = []

    def _refuse(self, field: str, code: str, message: str, readings: tuple[str, ...] = ()) -> None:
        self.problems.append(Problem(field, code, message, readings))

    def _filled(self, field: str) -> str:
        return self._typed.get(field, "").strip()

    def text(self, field: str, longest: int) -> str:
        text = unicodedata.normalize("NFC", re.sub(r"\s+", " ", self._typed.get(field, "")).strip())
        if len(text) > longest:
            message = f"This is too long for the sheet. Type at most {longest} characters."
            self._refuse(field, "too-long", message)
        elif unprintable := next((c for c in text if not printable(c)), ""):
            named = f"“{unprintable}”" if unprintable.isprintable() else "an invisible sign"
            message = (
                f"The sheet can’t print {named} (U+{ord(unprintable):04X}). "
                "Type Latin, Greek or Cyrillic letters, digits and common signs."
            )
            self._refuse(field, "unprintable", message)
        return text

    def number(self, field: str) -> Decimal | None:
        read = read_number(self._typed.get(field, ""))
        if isinstance(read, Refusal):
            self._refuse(field, read.code, read.message, read.readings)
            return None
        return read

    def call_at(self) -> Decimal | None:
        bounds = f"from {LOWEST_CALL_AT} to {HIGHEST_CALL_AT}"
        allowed = f"Type the temperature in °C, {bounds}, such as {DEFAULT_CALL_AT}."
        if not self._filled("call_at"):
            self._refuse("call_at", "missing", allowed)
            return None
        celsius = self.number("call_at")
        if celsius is None:
            return None
        if LOWEST_CALL_AT <= celsius <= HIGHEST_CALL_AT:
            if celsius % _TENTH:
                self._refuse("call_at", "too-precise", "Type at most one decimal, such as 38.5.")
            return celsius.quantize(_TENTH)
        # Cut, not rounded: the temperature that is offered is never above the one that was meant.
        meant = ((celsius - 32) * 5 / 9).quantize(_TENTH, ROUND_DOWN)
        if LOWEST_CALL_AT <= meant <= HIGHEST_CALL_AT:
            shown, about = plain(celsius), "is" if meant * 9 / 5 + 32 == celsius else "is about"
            message = f"{shown} looks like °F; this field takes °C. {shown} °F {about} {meant} °C."
            self._refuse("call_at", "fahrenheit", message, (str(meant),))
        else:
            self._refuse("call_at", "out-of-range", allowed)
        return None

    def count(self) -> Count | None:
        if not self._filled("count"):
            return None
        value = self.number("count")
        unit = self._count_unit()
        if value is None or unit is None:
            return None
        count, shown = Count.of(value, unit), plain(value)
        if count.per_ul > HIGHEST_COUNT:
            message = f"{shown} {unit.label} is too high for neutrophils. Check the number and the unit."
            self._refuse("count", "out-of-range", message)
        if unit is PER_UL and value < 10 and value % 1:
            message = (
                f"{shown} {unit.label} is less than ten cells. If the report says {shown} {PER_LITRE.label}, "
                f"choose that unit; if not, type {count.text_in(PER_LITRE)}."
            )
            self._refuse("count_unit", "check-unit", message, (PER_LITRE.key,))
        return count

    def _count_unit(self) -> Unit | None:
        typed = self._filled("count_unit")
        unit = unit_of(typed)
        if unit is None:
            offered = ", ".join(each.label for each in COUNT_UNITS)
            if typed:
                message = f"This unit is not known here. Choose one of {offered}."
                self._refuse("count_unit", "unknown-unit", message)
            else:
                message = f"Choose the unit that the report prints: {offered}."
                self._refuse("count_unit", "missing", message)
        return unit

    def counted_on(self) -> str:
        text = self._filled("counted_on")
        if not text:
            return ""
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII) or not _is_date(text):
            message = "Type the date as year-month-day, such as 2026-11-21, or leave it empty."
            self._refuse("counted_on", "not-a-date", message)
        elif not self._filled("count"):
            message = "This is the date of a count. Type the count too, or leave the date empty."
            self._refuse("counted_on", "without-count", message)
        return text

    def choice(self, field: str, choices: type[_Choice], default: _Choice) -> _Choice:
        typed = self._filled(field)
        try:
            return choices(typed.casefold()) if typed else default
        except ValueError:
            offered = " or ".join(choices)
            self._refuse(field, "unknown-choice", f"Choose {offered}.")
            return default


def _is_date(iso: str) -> bool:
    try:
        date.fromisoformat(iso)
    except ValueError:
        return False
    return True


def _ranges(*written: str) -> Callable[[str], bool]:
    covered = frozenset(
        chr(code) for ends in written for code in range(int(ends.split("-")[0], 16), int(ends.split("-")[-1], 16) + 1)
    )
    return covered.__contains__


printable: Callable[[str], bool] = _ranges(
    "20-7E", "A1-AC", "AE-17F", "192", "1A0-1A1", "1AF-1B0", "218-21B", "37E", "384-38A", "38C", "38E-3A1",
    "3A3-3CE", "400-45F", "490-491", "1E80-1E85", "1E9E", "1EA0-1EF9", "2010-2011", "2013-2014", "2018-201A",
    "201C-201E", "2020-2022", "2026", "2030", "2032-2033", "2039-203A", "2070", "2074-2079", "2080-2089",
    "20AC", "2116", "2122", "2190-2193", "2212", "2248", "2260", "2264-2265",
)  # fmt: skip
"""Whether the sheet's fonts have a character; what they have in regular and bold is in `resources/fonts`."""
