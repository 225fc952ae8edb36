"""How every calculator looks from outside: fields in, an `Outcome` or `Problems` out.

A calculator is declared once; the window's pane, the command line and the help are made from the declaration.
Values reach it as the texts that were typed: reading numbers is its business, never a screen's.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import StrEnum
from typing import Any, Protocol

from neutrogui.domain.language import grouped, mark, say
from neutrogui.domain.problem import Problems


class FieldKind(StrEnum):
    """How a field is filled in."""

    NUMBER = "number"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values of a choice field; `spellings` are understood on the command line too."""

    key: str
    label: str
    spellings: tuple[str, ...] = ()


_MOST_PLACES = 9

YES_NO = (Choice("yes", mark("Yes"), ("y", "true")), Choice("no", mark("No"), ("n", "false")))
"""The choices of a question; no answer is preset."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in.

    `unit` is the fixed unit of a number (`%`), or empty; `unit_field` is the key of the choice field beside it that
    gives its unit. `lower` and `upper` bound a number, both included, in that unit (of a count: in cells/µL).
    `group` names the alternative it belongs to where a calculator can be filled in several ways; empty: always asked.
    `section` names a part of the form that stays folded until it is opened; empty: always in sight. An `optional` field
    may stay empty.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.NUMBER
    unit: str = ""
    unit_field: str = ""
    lower: Decimal | None = None
    upper: Decimal | None = None
    choices: tuple[Choice, ...] = ()
    group: str = ""
    hint: str = ""
    section: str = ""
    optional: bool = False


def answers(fields: Iterable[Field], typed: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What was filled in, as labels and texts: numbers as typed with their units, choices by their labels.

    They are in the language of the screens. Fields that were left empty are not in it; a unit stands with its number
    alone.
    """
    declared = {field.key: field for field in fields}
    units = {field.unit_field for field in declared.values() if field.unit_field}

    def text(field: Field) -> str:
        filled = typed.get(field.key, "").strip()
        return next((say(choice.label) for choice in field.choices if choice.key == filled), filled)

    def unit(field: Field) -> str:
        if field.unit_field:
            return text(declared[field.unit_field])
        return say(field.unit) if field.unit else ""

    return tuple(
        (say(field.label), f"{text(field)} {unit(field)}".strip())
        for field in declared.values()
        if field.key not in units and text(field)
    )


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of a severity scale, half-open: from `lower` (included) to `upper` (not included), in cells/µL."""

    key: str
    label: str
    lower: Decimal
    upper: Decimal | None

    def __contains__(self, per_ul: Decimal) -> bool:
        return self.lower <= per_ul and (self.upper is None or per_ul < self.upper)

    @property
    def range_text(self) -> str:
        """The bounds in words, such as `500 to below 1,000 /µL`."""
        if self.upper is None:
            return say("{lower} /µL or more").format(lower=grouped(self.lower))
        if not self.lower:
            return say("below {upper} /µL").format(upper=grouped(self.upper))
        return say("{lower} to below {upper} /µL").format(lower=grouped(self.lower), upper=grouped(self.upper))


@dataclass(frozen=True, slots=True)
class Scale:
    """A grading scheme: `name` with its version; bands cover every count from 0 without a hole, lowest first."""

    key: str
    name: str
    bands: tuple[Band, ...]
    source: str

    def __post_init__(self) -> None:
        edges = [band.lower for band in self.bands[1:]]
        if self.bands[0].lower != 0 or edges != [band.upper for band in self.bands[:-1]]:
            raise ValueError(f"the bands of {self.key} leave a hole or overlap")
        if self.bands[-1].upper is not None:
            raise ValueError(f"the last band of {self.key} ends")

    def grade(self, per_ul: Decimal) -> "Grade":
        """The band in which an unrounded count lies."""
        return Grade(self, next(band for band in self.bands if per_ul in band))

    def rounded_outward(self, interval: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
        """An interval of counts as people are shown it: in whole cells/µL, never narrower than it is.

        It keeps as many decimals (nine at the most) as leave both ends in their bands: 499.6 is not shown as 500, a
        bound that it doesn't reach.
        """
        lower, upper = interval
        for places in range(_MOST_PLACES + 1):
            step = Decimal((0, (1,), -places))
            shown = lower.quantize(step, ROUND_FLOOR), upper.quantize(step, ROUND_CEILING)
            if all(self.grade(end).band == self.grade(exact).band for end, exact in zip(shown, interval, strict=True)):
                break
        return shown


@dataclass(frozen=True, slots=True)
class Grade:
    """Where a count lies on a scale."""

    scale: Scale
    band: Band


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a count stands in one scheme, whose `name` holds its version.

    `grade` is the scheme's own word for programs (`"severe"`, `"3"`), None where it can't be given: then `reason` says
    in a sentence what is missing. `label` is the grade for people, `rule` the bounds of it in words.
    """

    scheme: str
    name: str
    grade: str | None
    label: str
    rule: str
    source: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of a result that has several: what was asked (`name`), what came out (`result`), and by what `rule`.

    `met` is whether a definition is met, where that is the question.
    """

    key: str
    name: str
    result: str
    rule: str
    source: str = ""
    met: bool | None = None

    @property
    def told(self) -> str:
        """The result, beginning with whether the definition is met where that is the question."""
        if self.met is None:
            return self.result
        word = say("Met") if self.met else say("Not met")
        if self.result.casefold().startswith(word.casefold()):
            return self.result
        return f"{word}: {self.result}" if self.result else word


@dataclass(frozen=True, slots=True)
class Caution:
    """Something to look at although there is a result. `asks`: the user is to confirm before the result is shown.

    `field` is the key of the field that it stands beside; `instead` is what a choice field could be changed to, if
    that is what is asked: (field key, choice key).
    """

    code: str
    message: str
    field: str = ""
    asks: bool = False
    instead: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result, ready to be shown.

    `values` are the named results for programs: numbers as exact decimal texts, scores as whole numbers, answers as
    true or false. `headline` is the largest thing on the screen, `also` the same in the other unit family or in words.
    `working` lets the user check the sum. `line` is all of it in one line of plain text, for the clipboard. `entry` is
    the id of the entry that explains the level. `standings` is a count in every scheme, `findings` are the lines of a
    result that has several. `interval_per_ul` is the 95 % interval of a count, in cells/µL.
    """

    values: Mapping[str, Any]
    headline: str
    also: str
    working: str
    line: str
    count_per_ul: Decimal | None = None
    grades: tuple[Grade, ...] = ()
    cautions: tuple[Caution, ...] = ()
    entry: str = ""
    source: str = ""
    standings: tuple[Standing, ...] = ()
    findings: tuple[Finding, ...] = ()
    interval_per_ul: tuple[Decimal, Decimal] | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """One of several ways to fill a calculator in."""

    key: str
    label: str


class Calculator(Protocol):
    """A formula with its fields, its rule and its wording."""

    @property
    def key(self) -> str:
        """The calculator's name on the command line."""
        ...

    @property
    def title(self) -> str:
        """Its name for people."""
        ...

    @property
    def formula(self) -> str:
        """The formula in one line."""
        ...

    @property
    def source(self) -> str:
        """Where the formula stands."""
        ...

    @property
    def scope(self) -> str:
        """For whom and for what it is not valid, in plain sentences; empty where nothing limits it."""
        ...

    @property
    def fields(self) -> tuple[Field, ...]:
        """What it asks, in order."""
        ...

    @property
    def groups(self) -> tuple[Group, ...]:
        """The ways to fill it in; empty when there is only one."""
        ...

    def evaluate(self, typed: Mapping[str, str]) -> Outcome | Problems:
        """The result of what was typed, by field key; a key that is not there counts as not filled in."""
        ...


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The calculators, in the order in which they are offered."""

    calculators: tuple[Calculator, ...] = field(default=())

    def get(self, key: str) -> Calculator | None:
        """The calculator of that key, or None."""
        return next((calculator for calculator in self.calculators if calculator.key == key), None)
