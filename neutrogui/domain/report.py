"""What a pasted report says, what of it fills the form of a calculator, and what a person has to decide first."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Understood:
    """A value that was read: the `field` of the calculator, its `value` and `unit` as texts for it, and the `words`."""

    field: str
    value: str
    unit: str
    words: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """What a person has to decide: the `field`, what it could be (`readings`), and `why` in a sentence."""

    field: str
    readings: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class ReportReading:
    """What a report says. `typed` holds the texts for the fields of the calculator `anc`, by field key."""

    typed: Mapping[str, str]
    understood: tuple[Understood, ...]
    unclear: tuple[Unclear, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a question about a report: its `label` for people, and what the report says `then`."""

    label: str
    then: ReportReading


@dataclass(frozen=True, slots=True)
class Question:
    """What has to be decided about a `field` before there is a result, and `why`.

    `answers` are offered. `printed` is what stands in the report but can't be taken as it is, for a person to read.
    """

    field: str
    why: str
    answers: tuple[Answer, ...] = ()
    printed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filling:
    """How a report fills a form: `typed` by field key, the `group` to fill in, and the `questions` still open.

    While there are questions no result may be shown. `trouble` is a sentence when there is nothing to fill in at all.
    """

    typed: Mapping[str, str]
    group: str
    understood: tuple[Understood, ...]
    questions: tuple[Question, ...]
    trouble: str = ""
