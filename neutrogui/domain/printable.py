"""Whatever can be printed: handouts for patients, and records for clinicians."""

from collections.abc import Mapping
from dataclasses import dataclass

from neutrogui.domain.calculator import Calculator, Caution, Finding, Outcome
from neutrogui.domain.entry import Entry
from neutrogui.domain.handout import Handout, Paper
from neutrogui.domain.plot import Plotted


@dataclass(frozen=True, slots=True)
class PrintedEntry:
    """An entry to be printed, with the name of the edition that it stands in."""

    entry: Entry
    edition: str
    paper: Paper = Paper.A4


@dataclass(frozen=True, slots=True)
class PrintedResult:
    """A calculator's result to be printed, with what was `typed` (by field key) and the day, such as `2026-11-21`."""

    calculator: Calculator
    typed: Mapping[str, str]
    outcome: Outcome
    made_on: str
    paper: Paper = Paper.A4


@dataclass(frozen=True, slots=True)
class PrintedSeries:
    """Serial counts to be printed: the picture, what they show, and every count. `made_on` is a day as `2026-11-21`."""

    plotted: Plotted
    cautions: tuple[Caution, ...]
    findings: tuple[Finding, ...]
    made_on: str
    paper: Paper = Paper.A4


Record = PrintedEntry | PrintedResult | PrintedSeries
"""What is printed for clinicians."""

Printable = Handout | Record
