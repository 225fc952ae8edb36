"""What is wrong with something typed, and where: a value to be shown beside its field, not an exception."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A refusal of typed input.

    `field` is the key of the field that it stands beside, `code` a stable word for programs, `message` a plain sentence
    that says what is accepted. `readings` are the texts between which the user is asked to choose, if any.
    """

    field: str
    code: str
    message: str
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problems:
    """All refusals of one attempt, in the order of the fields; never empty."""

    problems: tuple[Problem, ...]

    def __post_init__(self) -> None:
        if not self.problems:
            raise ValueError("a refusal without a problem")

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.problems)

    def of(self, field: str) -> tuple[Problem, ...]:
        """Those that stand beside one field."""
        return tuple(problem for problem in self.problems if problem.field == field)
