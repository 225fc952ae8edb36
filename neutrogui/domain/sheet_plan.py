"""What stands on which handout: kinds of sheet, groups of lines, and what a clinic has to decide. No words, no layout.

Lines, signs and rules are ids here; each language has its words for them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class SheetKind(StrEnum):
    """Which sheet; the clinician chooses it, never a number alone."""

    CHEMO = "chemo"
    STABLE = "stable"
    DUFFY_NULL = "duffy-null"
    MEDICINE = "medicine"
    GCSF = "gcsf"
    CHILD = "child"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One kind of sheet.

    `threshold`: whether it names the temperature to call at. `signs` are pictures with words, `rules` the sentences
    below them, `groups` keys of `LineGroup`, `card` the wallet card, `log` whether there is a temperature log, `check`
    what is asked before the patient goes.
    """

    threshold: bool
    signs: tuple[str, ...]
    rules: tuple[str, ...]
    groups: tuple[str, ...]
    card: str
    log: bool
    check: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines under one title with one picture; `ruled` empty lines for the pen stand below them."""

    icon: str
    lines: tuple[str, ...]
    ruled: int = 0


@dataclass(frozen=True, slots=True)
class Switch:
    """What sources disagree on and a clinic decides: one of `choices`, or none of them (an empty text).

    A choice is a line; that of a `call` switch is a text of the box at the top. `evidence` says to clinicians what
    stands in the sources.
    """

    choices: tuple[str, ...]
    default: str
    evidence: str
    sources: tuple[str, ...]
    call: bool = False


@dataclass(frozen=True, slots=True)
class MedicineAdvice:
    """The lines on what to do at a sign and on blood tests that a medicine's label asks for; `source` names it."""

    act: str
    tests: str
    source: str


@dataclass(frozen=True, slots=True)
class HandoutPlan:
    """All sheets. `numbers` are those that words name in braces; `always` are lines that no clinic can leave out."""

    sheets: Mapping[SheetKind, SheetPlan]
    groups: Mapping[str, LineGroup]
    switches: Mapping[str, Switch]
    medicines: Mapping[str, MedicineAdvice]
    numbers: Mapping[str, str] = field(default_factory=dict)
    always: tuple[str, ...] = ()

    def lines_of(self, kind: SheetKind) -> Iterator[tuple[str, str]]:
        """Group and line of all that may stand on a sheet, in order."""
        for group in self.sheets[kind].groups:
            for line in self.groups[group].lines:
                yield group, line

    def switch_of(self, line: str) -> str:
        """The key of the switch that decides on a line; empty if none does."""
        return next((key for key, switch in self.switches.items() if line in switch.choices and not switch.call), "")

    def switches_of(self, kind: SheetKind) -> tuple[str, ...]:
        """The keys of the switches that a sheet asks about."""
        lines = {line for _, line in self.lines_of(kind)}
        return tuple(
            key
            for key, switch in self.switches.items()
            if (self.sheets[kind].threshold if switch.call else lines.intersection(switch.choices))
        )
