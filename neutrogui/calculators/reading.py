"""Reads what was typed into a calculator's fields, and collects what is wrong with it, field by field."""

from collections.abc import Mapping
from decimal import Decimal

from neutrogui.domain.calculator import Choice, Field, FieldKind
from neutrogui.domain.language import say
from neutrogui.domain.number import Refusal, plain, read_number
from neutrogui.domain.problem import Problem, Problems
from neutrogui.domain.quantity import COUNT_UNITS, Count, Unit, unit_of

COUNT_LIMIT = Decimal(2_000_000)
"""Cells/µL above which a count is refused: beyond any leukaemia, so a slip or another unit."""

UNIT_CHOICES = tuple(Choice(unit.key, unit.label, unit.spellings) for unit in COUNT_UNITS)
"""The choices of a field that holds the unit of a count."""


def count_fields(
    key: str,
    label: str,
    *,
    unit_label: str = "",
    hint: str = "",
    group: str = "",
    section: str = "",
    optional: bool = False,
) -> tuple[Field, Field]:
    """A count and its unit, which is never preset: fields `key` and `key_unit`.

    `unit_label` is the label of the unit as a whole, where the fields are to be shown in other languages.
    """
    unit_key = f"{key}_unit"
    return (
        Field(
            key,
            label,
            unit_field=unit_key,
            lower=Decimal(0),
            upper=COUNT_LIMIT,
            group=group,
            hint=hint,
            section=section,
            optional=optional,
        ),
        Field(
            unit_key,
            unit_label or f"Unit: {label}",
            FieldKind.CHOICE,
            choices=UNIT_CHOICES,
            group=group,
            section=section,
            optional=optional,
        ),
    )


class Reading:
    """One attempt to read the typed texts.

    Every method gives the value, or None when the field is empty or refused; what is refused is in `problems`. An empty
    field is refused with the code `missing` unless it is optional.
    """

    def __init__(self, fields: tuple[Field, ...], typed: Mapping[str, str]) -> None:
        self._fields = {field.key: field for field in fields}
        self._typed = typed
        self._problems: list[Problem] = []

    @property
    def problems(self) -> Problems | None:
        """All refusals in the order of the fields; None when there are none."""
        if not self._problems:
            return None
        order = list(self._fields)
        return Problems(tuple(sorted(self._problems, key=lambda problem: order.index(problem.field))))

    def filled(self, key: str) -> bool:
        """Whether anything was typed or chosen."""
        return bool(self._typed.get(key, "").strip())

    def refuse(self, key: str, code: str, message: str, readings: tuple[str, ...] = ()) -> None:
        """Say what is wrong beside a field."""
        self._problems.append(Problem(key, code, message, readings))

    def number(self, key: str) -> Decimal | None:
        """A number within the field's bounds, both included."""
        field = self._fields[key]
        if not self.filled(key):
            if not field.optional:
                self.refuse(key, "missing", say("Type a number: {field}.").format(field=say(field.label)))
            return None
        read = read_number(self._typed[key])
        if isinstance(read, Refusal):
            self.refuse(key, read.code, read.message, read.readings)
            return None
        below = field.lower is not None and read < field.lower
        above = field.upper is not None and read > field.upper
        if (below or above) and not field.unit_field:
            message = say("{number} is out of range here.").format(number=plain(read))
            self.refuse(key, "out-of-range", f"{message} {_accepted(field)}")
            return None
        return read

    def whole_number(self, key: str) -> int | None:
        """A number without decimals within the field's bounds."""
        read = self.number(key)
        if read is not None and read != int(read):
            message = say("{number} is not a whole number.").format(number=plain(read))
            self.refuse(key, "not-whole", f"{message} {_accepted(self._fields[key])}")
            return None
        return None if read is None else int(read)

    def choice(self, key: str) -> str | None:
        """The key of the choice that was made; spellings of the command line are understood."""
        field = self._fields[key]
        typed = self._typed.get(key, "").strip()
        if not typed:
            if not field.optional:
                offered = ", ".join(say(choice.label) for choice in field.choices)
                message = say("Choose one: {field} ({choices}).").format(field=say(field.label), choices=offered)
                self.refuse(key, "missing", message)
            return None
        for choice in field.choices:
            if typed.casefold() in (choice.key.casefold(), *(spelling.casefold() for spelling in choice.spellings)):
                return choice.key
        offered = ", ".join(choice.key for choice in field.choices)
        message = say("“{typed}” is not known here. Choose one of {choices}.")
        self.refuse(key, "unknown-choice", message.format(typed=_shown(typed), choices=offered))
        return None

    def answer(self, key: str) -> bool | None:
        """The answer to a question with `YES_NO` as its choices."""
        chosen = self.choice(key)
        return None if chosen is None else chosen == "yes"

    def unit(self, key: str) -> Unit | None:
        """The unit of a count, in any of its spellings."""
        typed = self._typed.get(key, "")
        unit = unit_of(typed)
        if unit is None:
            offered = ", ".join(each.label for each in COUNT_UNITS)
            if typed.strip():
                message = say("This unit is not known here. Choose one of {units}.").format(units=offered)
                self.refuse(key, "unknown-unit", message)
            else:
                message = say("Choose the unit that the report prints: {units}.").format(units=offered)
                self.refuse(key, "missing", message)
        return unit

    def count(self, key: str) -> Count | None:
        """A count of cells with its unit; without a unit it is refused, and so is one above `COUNT_LIMIT`.

        An optional count that is empty needs no unit.
        """
        field = self._fields[key]
        if field.optional and not self.filled(key):
            return None
        value, unit = self.number(key), self.unit(field.unit_field)
        if value is None or unit is None:
            return None
        if value * unit.per_ul > COUNT_LIMIT:
            self.refuse(key, "out-of-range", more_than_any(f"{plain(value)} {unit.label}"))
            return None
        return Count.of(value, unit)


def more_than_any(count: str) -> str:
    """Why a count, given with its unit, is above `COUNT_LIMIT` and refused."""
    return say("{count} is more than any count. Check the number and the unit.").format(count=count)


def _accepted(field: Field) -> str:
    unit = f" {say(field.unit)}" if field.unit else ""
    if field.lower is not None and field.upper is not None:
        return say("Type a number from {lower} to {upper}.").format(
            lower=plain(field.lower), upper=f"{plain(field.upper)}{unit}"
        )
    if field.lower is not None:
        return say("Type a number of {lower} or more.").format(lower=f"{plain(field.lower)}{unit}")
    return say("Type another number.")


def _shown(typed: str) -> str:
    return "".join(c for c in typed if c.isprintable())[:20]
