"""YAML read with the line of every value, so that a mistake can be named where it stands."""

from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """What is wrong in a source file; `line` counts from 1."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as it was written; YAML's own guesses at numbers and dates are not wanted."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Value", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their lines, and their values, in the order written."""

    items: tuple[tuple[Scalar, "Value"], ...]
    line: int

    def get(self, key: str) -> "Value | None":
        """The value of a key, or None."""
        return next((value for name, value in self.items if name.text == key), None)


Value = Scalar | Sequence | Mapping


def read_yaml(text: str, file: str, mistakes: list[Mistake], first_line: int = 1) -> Value | None:
    """The value written in `text`; None, with a mistake noted, when it is no YAML or is empty."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        mistakes.append(Mistake(file, line, f"not readable as YAML: {error.problem or error.context}"))
        return None
    except yaml.YAMLError as error:
        mistakes.append(Mistake(file, first_line, f"not readable as YAML: {error}"))
        return None
    if node is None:
        mistakes.append(Mistake(file, first_line, "the file is empty"))
        return None
    return _value(node, file, mistakes, first_line)


def _value(node: yaml.Node, file: str, mistakes: list[Mistake], first_line: int) -> Value:
    line = node.start_mark.line + first_line
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple(_value(item, file, mistakes, first_line) for item in node.value), line)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        items = []
        for key_node, value_node in node.value:
            key = Scalar(str(key_node.value), key_node.start_mark.line + first_line)
            if key.text in seen:
                mistakes.append(Mistake(file, key.line, f"“{key.text}” stands twice"))
            seen.add(key.text)
            items.append((key, _value(value_node, file, mistakes, first_line)))
        return Mapping(tuple(items), line)
    return Scalar(str(node.value).strip(), line)


def read_text(path: Path, file: str, mistakes: list[Mistake]) -> str | None:
    """The file's text (UTF-8); None, with a mistake noted, when it can't be read."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        mistakes.append(Mistake(file, line, f"is not written in UTF-8: {error.reason}"))
    except OSError as error:
        mistakes.append(Mistake(file, 1, f"cannot be read: {error}"))
    return None
