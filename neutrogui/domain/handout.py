"""One handout for a patient, read from what was typed.

There is no patient's name in it: that is left to the pen.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from enum import StrEnum
from typing import TypeVar

from neutrogui.domain.calculator import Scale
from neutrogui.domain.clinic import ClinicSettings
from neutrogui.domain.language import say
from neutrogui.domain.logo import Logo, read_logo
from neutrogui.domain.number import Refusal, plain, read_number
from neutrogui.domain.problem import Problem, Problems
from neutrogui.domain.quantity import COUNT_UNITS, PER_LITRE, PER_UL, Count, Unit, unit_of
from neutrogui.domain.sheet_plan import HandoutPlan, SheetKind

DEFAULT_CALL_AT = Decimal("38.0")
"""°C at which to call, offered until the clinic chooses its own: sources differ from 37.5 to 38.5."""

LOWEST_CALL_AT, HIGHEST_CALL_AT = Decimal(35), Decimal(42)
"""°C, both allowed."""

DEFAULT_LOW_AT = Decimal("36.0")
"""°C below which to call where the clinic wants a low limit, until it chooses its own."""

LOWEST_LOW_AT, HIGHEST_LOW_AT = Decimal(34), Decimal("36.5")
"""°C, both allowed: above, people who are well would have to call."""

LOW_SWITCH = "low-temperature"
"""The switch that decides whether there is a low limit."""

HIGHEST_COUNT = Decimal(100_000)
"""Cells/µL above which a neutrophil count on this sheet can only be a slip or another unit."""

CLINIC_LENGTH, PHONE_LENGTH, WHERE_LENGTH, MEDICINES_LENGTH = 120, 60, 100, 120
"""Characters at the most."""

OWN_LINE_LENGTH, MOST_OWN_LINES = 90, 8
"""Characters of a line of the clinic's own, and how many lines a sheet takes; a blank one takes three times as many."""

ENGLISH = "en"

_TENTH = Decimal("0.1")


class Paper(StrEnum):
    """The paper it is printed on."""

    A4 = "a4"
    LETTER = "letter"


class TypeSize(StrEnum):
    """How large the type is."""

    NORMAL = "normal"
    LARGE = "large"


def fahrenheit(celsius: Decimal) -> Decimal:
    """A temperature in °F, rounded to one decimal.

    >>> fahrenheit(Decimal("38.0"))
    Decimal('100.4')
    """
    return (celsius * 9 / 5 + 32).quantize(_TENTH, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Today's numbers: a `count` with its unit, where it lies on the conventional `scale`, and days as `2026-11-21`.

    `medicines` are those to ask about. Whatever is empty becomes a line for the pen.
    """

    count: Count | None = None
    counted_on: str = ""
    next_test: str = ""
    low_from: str = ""
    low_to: str = ""
    medicines: str = ""


@dataclass(frozen=True, slots=True)
class Handout:
    """One sheet, ready to be laid out, once in each of its `languages`.

    `call_at` and `low_at` are in °C with at most one decimal; without `low_at` there is no low limit. Empty phone
    numbers become lines for the pen. `lines` are ids of what is printed, `signs` those of the pictures, `own_lines` the
    clinic's. `medicine` is a key of the plan's. A translation that is not in `checked` is followed by its English.
    """

    kind: SheetKind
    scale: Scale
    call_at: Decimal = DEFAULT_CALL_AT
    low_at: Decimal | None = None
    languages: tuple[str, ...] = (ENGLISH,)
    clinic: str = ""
    phone_day: str = ""
    phone_night: str = ""
    where: str = ""
    logo: Logo | None = None
    lines: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    own_lines: tuple[str, ...] = ()
    checked: tuple[str, ...] = ()
    medicine: str = ""
    numbers: Numbers = field(default_factory=Numbers)
    paper: Paper = Paper.A4
    type_size: TypeSize = TypeSize.NORMAL
    edition: str = ""


@dataclass(frozen=True, slots=True)
class HandoutRules:
    """What a handout is read with: the plan of all sheets, the codes of the languages, and the scale of counts.

    `edition` is that of the words, and stands on the sheet.
    """

    plan: HandoutPlan
    languages: tuple[str, ...]
    scale: Scale
    edition: str


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the handouts: its code, its own name, and by whom its words were checked (empty: by nobody)."""

    code: str
    name: str
    checked_by: str


@dataclass(frozen=True, slots=True)
class HandoutWords:
    """What a screen needs to offer the sheets: words in its language by the ids of the plan.

    `sheets` gives title and whom it is for. An empty name of a medicine means any other one.
    """

    sheets: Mapping[SheetKind, tuple[str, str]]
    groups: Mapping[str, str]
    lines: Mapping[str, str]
    signs: Mapping[str, str]
    medicines: Mapping[str, str]
    languages: tuple[Language, ...]


def read_handout(typed: Mapping[str, str], settings: ClinicSettings, rules: HandoutRules) -> Handout | Problems:
    """The handout that was typed, with what the clinic prints on all; or every reason why not, in order.

    Keys of `typed`: `kind` (must be there), `languages` (codes, blanks between; without the key those of the settings,
    else English), `medicine`, `count` with `count_unit`, `counted_on`, `next_test`, `low_from`, `low_to` (days such as
    `2026-11-21`), `medicines`. Problems of the settings stand beside their names; the n-th own line of a kind stands
    beside `own_lines`.

    Problem codes: those of `read_number` and `read_logo`; `missing`, `fahrenheit`, `out-of-range`, `too-precise`,
    `unknown-unit`, `check-unit`, `too-long`, `too-many`, `unprintable`, `not-a-date`, `without-count`, `wrong-order`,
    `unknown-choice`.
    """
    reader = _Reader({**_texts(settings), **typed})
    kind = reader.choice("kind", SheetKind, None)
    languages = reader.languages(rules.languages)
    medicine = reader.medicine(kind, tuple(rules.plan.medicines))
    clinic = reader.text("clinic", CLINIC_LENGTH)
    phone_day = reader.text("phone_day", PHONE_LENGTH)
    phone_night = reader.text("phone_night", PHONE_LENGTH)
    where = reader.text("where", WHERE_LENGTH)
    # A limit typed in °F is rounded to the careful side: nobody calls later than was meant.
    call_at, low_at = DEFAULT_CALL_AT, None
    named = kind is None or rules.plan.sheets[kind].threshold
    if named:
        call_at = reader.temperature("call_at", DEFAULT_CALL_AT, LOWEST_CALL_AT, HIGHEST_CALL_AT, ROUND_DOWN)
    chosen = reader.switches(settings.switches, rules.plan)
    if named and chosen.get(LOW_SWITCH):
        low_at = reader.temperature("low_at", DEFAULT_LOW_AT, LOWEST_LOW_AT, HIGHEST_LOW_AT, ROUND_UP)
    logo = reader.logo(settings.logo)
    own = settings.own_lines.get(str(kind), ())
    own_lines = reader.lines("own_lines", own, MOST_OWN_LINES * (3 if kind is SheetKind.BLANK else 1))
    numbers = reader.numbers()
    paper = reader.choice("paper", Paper, Paper.A4)
    type_size = reader.choice("type_size", TypeSize, TypeSize.NORMAL)
    if reader.problems or kind is None or paper is None or type_size is None:
        return Problems(tuple(reader.problems))
    left_out = set(settings.left_out) - set(rules.plan.always)
    return Handout(
        kind=kind,
        scale=rules.scale,
        call_at=call_at,
        low_at=low_at,
        languages=languages,
        clinic=clinic,
        phone_day=phone_day,
        phone_night=phone_night,
        where=where,
        logo=logo,
        lines=tuple(
            line
            for _, line in rules.plan.lines_of(kind)
            if line not in left_out and (not (key := rules.plan.switch_of(line)) or chosen[key] == line)
        ),
        signs=tuple(sign for sign in rules.plan.sheets[kind].signs if f"sign-{sign}" not in left_out),
        own_lines=own_lines,
        checked=settings.checked,
        medicine=medicine,
        numbers=numbers,
        paper=paper,
        type_size=type_size,
        edition=rules.edition,
    )


def unknown_ids(settings: ClinicSettings, rules: HandoutRules) -> dict[str, tuple[str, ...]]:
    """What the settings name that this edition of the sheets does not have, by the name of the setting.

    It changes no sheet: a slip of the pen, a line that has another id now, or one of a newer edition.
    """
    plan = rules.plan
    lines = {line for group in plan.groups.values() for line in group.lines}
    known = lines | {f"sign-{sign}" for sheet in plan.sheets.values() for sign in sheet.signs}
    unknown = {
        "left_out": tuple(each for each in settings.left_out if each not in known),
        "own_lines": tuple(each for each in settings.own_lines if each not in tuple(SheetKind)),
        "checked": tuple(each for each in settings.checked if each not in rules.languages),
    }
    return {key: ids for key, ids in unknown.items() if ids}


def _texts(settings: ClinicSettings) -> dict[str, str]:
    keys = ("clinic", "phone_day", "phone_night", "where", "call_at", "low_at", "paper", "type_size", "language")
    return {key: getattr(settings, key) for key in keys}


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
        return self._line(field, self._typed.get(field, ""), longest)

    def _line(self, field: str, typed: str, longest: int = OWN_LINE_LENGTH) -> str:
        text = unicodedata.normalize("NFC", re.sub(r"\s+", " ", typed).strip())
        if len(text) > longest:
            message = say("This is too long for the sheet. Type at most {most} characters.")
            self._refuse(field, "too-long", message.format(most=longest))
        elif unprintable := next((c for c in text if not printable(c)), ""):
            named = f"“{unprintable}”" if unprintable.isprintable() else say("an invisible sign")
            message = say(
                "The sheet can’t print {sign} ({code}). "
                "Type Latin, Greek, Cyrillic or Arabic letters, simplified Chinese, digits and common signs."
            )
            self._refuse(field, "unprintable", message.format(sign=named, code=f"U+{ord(unprintable):04X}"))
        return text

    def number(self, field: str) -> Decimal | None:
        read = read_number(self._typed.get(field, ""))
        if isinstance(read, Refusal):
            self._refuse(field, read.code, read.message, read.readings)
            return None
        return read

    def temperature(self, field: str, offered: Decimal, lowest: Decimal, highest: Decimal, rounding: str) -> Decimal:
        """A temperature in °C; the one that is offered where nothing was typed, or nothing that can be used.

        `rounding` is for one that was typed in °F: what is offered for it then is on the careful side.
        """
        celsius = self.number(field) if self._filled(field) else None
        if celsius is None:
            return offered
        if lowest <= celsius <= highest:
            if celsius % _TENTH:
                self._refuse(field, "too-precise", say("Type at most one decimal, such as 38.5."))
            return celsius.quantize(_TENTH)
        meant = ((celsius - 32) * 5 / 9).quantize(_TENTH, rounding)
        if lowest <= meant <= highest:
            message = say("{typed} looks like °F; this field takes °C. {typed} °F is about {celsius} °C.")
            if meant * 9 / 5 + 32 == celsius:
                message = say("{typed} looks like °F; this field takes °C. {typed} °F is {celsius} °C.")
            self._refuse(field, "fahrenheit", message.format(typed=plain(celsius), celsius=meant), (str(meant),))
        else:
            message = say("Type the temperature in °C, from {lowest} to {highest}, such as {offered}.")
            self._refuse(field, "out-of-range", message.format(lowest=lowest, highest=highest, offered=offered))
        return offered

    def numbers(self) -> Numbers:
        count = self.count()
        days = {field: self.day(field) for field in ("counted_on", "next_test", "low_from", "low_to")}
        if days["counted_on"] and not self._filled("count"):
            message = say("This is the date of a count. Type the count too, or leave the date empty.")
            self._refuse("counted_on", "without-count", message)
        if days["low_from"] and days["low_to"] and days["low_to"] < days["low_from"]:
            message = say("The last of these days is before the first. Change one of them.")
            self._refuse("low_to", "wrong-order", message)
        return Numbers(count=count, medicines=self.text("medicines", MEDICINES_LENGTH), **days)

    def lines(self, field: str, lines: tuple[str, ...], most: int) -> tuple[str, ...]:
        """The clinic's own lines; empty ones don't count."""
        read = tuple(line for line in (self._line(field, each) for each in lines) if line)
        if len(read) > most:
            message = say("These are {lines} lines; the sheet has room for {most}. Take some away.")
            self._refuse(field, "too-many", message.format(lines=len(read), most=most))
        return read

    def switches(self, chosen: Mapping[str, str], plan: HandoutPlan) -> dict[str, str]:
        """The choice of every switch: its default where the clinic has made none."""
        for key, choice in chosen.items():
            if key not in plan.switches or choice not in ("", *plan.switches[key].choices):
                message = say(
                    "“{choice}” is no choice for “{key}” here. Choose it anew, or take it out of the settings."
                )
                self._refuse("switches", "unknown-choice", message.format(choice=choice, key=key))
        return {**{key: switch.default for key, switch in plan.switches.items()}, **chosen}

    def logo(self, data: bytes) -> Logo | None:
        read = read_logo(data) if data else None
        if isinstance(read, Refusal):
            self._refuse("logo", read.code, read.message)
            return None
        return read

    def languages(self, known: tuple[str, ...]) -> tuple[str, ...]:
        if "languages" not in self._typed:
            return self.codes("language", known) or (ENGLISH,)
        if not self._filled("languages"):
            self._refuse("languages", "missing", say("Choose at least one language."))
        return self.codes("languages", known)

    def codes(self, field: str, known: tuple[str, ...]) -> tuple[str, ...]:
        """Codes of languages, each once."""
        codes = tuple(dict.fromkeys(self._filled(field).replace(",", " ").split()))
        unknown = [code for code in codes if code not in known]
        if unknown:
            message = say("There are no words in “{language}”. Choose of {known}.")
            self._refuse(field, "unknown-choice", message.format(language=unknown[0], known=", ".join(known)))
        return codes

    def medicine(self, kind: SheetKind | None, known: tuple[str, ...]) -> str:
        typed = self._filled("medicine").casefold()
        if typed and typed not in known:
            message = say("Choose one of {known}.").format(known=", ".join(known))
            self._refuse("medicine", "unknown-choice", message)
        elif typed and kind is not SheetKind.MEDICINE:
            message = say("Only the sheet “{sheet}” names a medicine.").format(sheet=SheetKind.MEDICINE)
            self._refuse("medicine", "conflict", message)
        return typed

    def count(self) -> Count | None:
        if not self._filled("count"):
            return None
        value = self.number("count")
        unit = self._count_unit()
        if value is None or unit is None:
            return None
        count, shown = Count.of(value, unit), plain(value)
        if count.per_ul > HIGHEST_COUNT:
            message = say("{count} {unit} is too high for neutrophils. Check the number and the unit.")
            self._refuse("count", "out-of-range", message.format(count=shown, unit=unit.label))
        if unit is PER_UL and value < 10 and value % 1:
            message = say(
                "{count} {unit} is less than ten cells. If the report says {count} {other_unit}, "
                "choose that unit; if not, type {same}."
            ).format(count=shown, unit=unit.label, other_unit=PER_LITRE.label, same=count.text_in(PER_LITRE))
            self._refuse("count_unit", "check-unit", message, (PER_LITRE.key,))
        return count

    def _count_unit(self) -> Unit | None:
        typed = self._filled("count_unit")
        unit = unit_of(typed)
        if unit is None:
            offered = ", ".join(each.label for each in COUNT_UNITS)
            if typed:
                message = say("This unit is not known here. Choose one of {offered}.")
                self._refuse("count_unit", "unknown-unit", message.format(offered=offered))
            else:
                message = say("Choose the unit that the report prints: {offered}.")
                self._refuse("count_unit", "missing", message.format(offered=offered))
        return unit

    def day(self, field: str) -> str:
        text = self._filled(field)
        if text and not (re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII) and _is_date(text)):
            message = say("Type the date as year-month-day, such as 2026-11-21, or leave it empty.")
            self._refuse(field, "not-a-date", message)
            return ""
        return text

    def choice(self, field: str, choices: type[_Choice], default: _Choice | None) -> _Choice | None:
        typed = self._filled(field)
        try:
            return choices(typed.casefold()) if typed or default is None else default
        except ValueError:
            either = say("or")
            offered = f" {either} ".join(choices)
            message = say("Choose {offered}.").format(offered=offered)
            self._refuse(field, "unknown-choice" if typed else "missing", message)
            return default


def _is_date(iso: str) -> bool:
    try:
        date.fromisoformat(iso)
    except ValueError:
        return False
    return True


def _ranges(*written: str) -> frozenset[str]:
    ends = (each.partition("-") for each in written)
    return frozenset(chr(code) for first, _, last in ends for code in range(int(first, 16), int(last or first, 16) + 1))


_LETTERS_AND_SIGNS = _ranges(
    "20-7E", "A1-AC", "AE-17F", "192", "1A0-1A1", "1AF-1B0", "218-21B", "37E", "384-38A", "38C", "38E-3A1",
    "3A3-3CE", "400-45F", "490-491", "60C-60D", "61B", "61F-655", "660-66C", "670-6A1", "6A3-6D5", "6EE-6FF",
    "1E80-1E85", "1E9E", "1EA0-1EF9", "2010-2011", "2013-2014", "2018-201A", "201C-201E", "2020-2022", "2026", "2030",
    "2032-2033", "2039-203A", "2070", "2074-2079", "2080-2089", "20AC", "2103", "2116", "2122", "2190-2193", "2212",
    "2248", "2260", "2264-2265", "3001-3003", "3005", "3007-3011", "3014-3017", "FF01-FF5E", "FFE5",
)  # fmt: skip


def printable(char: str) -> bool:
    """Whether the sheet's fonts have a character; what they have in regular and bold is in `resources/fonts`.

    Of the Chinese characters these are the 6,763 of GB 2312.

    >>> [printable(char) for char in "aب协協"]
    [True, True, True, False]
    """
    if "\u4e00" <= char <= "\u9fff":
        return bool(char.encode("gb2312", "ignore"))
    return char in _LETTERS_AND_SIGNS
