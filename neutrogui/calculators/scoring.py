"""Scores that are sums of points: every item is shown with its answer, its points and its rule."""

from collections.abc import Sequence
from dataclasses import dataclass

from neutrogui.domain.calculator import Finding
from neutrogui.domain.language import say


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a score: the `answer` in words, its `points` of `most` possible, and the `rule` that gives them.

    All of it is in the language of the screens.
    """

    key: str
    name: str
    answer: str
    points: int
    most: int
    rule: str


def yes_or_no(answer: bool | None) -> str:
    """An answer as the working writes it."""
    return say("yes") if answer else say("no")


def total(items: Sequence[Item]) -> int:
    """The score: the sum of all points."""
    return sum(item.points for item in items)


def working(items: Sequence[Item]) -> str:
    """The sum with the name and the answer of every item, such as `5 (Burden: mild) + 0 (COPD: yes) = 5`."""
    addends = (f"{item.points} ({item.name}: {item.answer})" for item in items)
    return f"{' + '.join(addends)} = {total(items)}"


def findings(items: Sequence[Item], source: str) -> tuple[Finding, ...]:
    """One line for every item."""
    return tuple(
        Finding(
            item.key,
            item.name,
            say("{answer}: {points} of {most}").format(answer=item.answer, points=item.points, most=item.most),
            item.rule,
            source,
        )
        for item in items
    )
