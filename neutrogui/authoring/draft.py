"""An entry as it was written, and what every source of entries needs to be read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from neutrogui.authoring.markdown import Cited, DraftSection, Part, Parts, read_line
from neutrogui.authoring.source import Mapping, Mistake, Scalar, Sequence, read_text, read_yaml

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What the id of an entry or a reference looks like."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry before its references and links are resolved; `line` is where it begins in its file."""

    id: str
    file: str
    head: Mapping
    summary: Parts
    details: tuple[tuple[str, Parts, int], ...]
    sections: tuple[DraftSection, ...]
    line: int = 1

    def cited_lines(self) -> Iterator[tuple[Part, int]]:
        """Every part with its line, in the order in which the entry shows them."""
        yield from ((part, line_of(self.head, "summary")) for part in self.summary)
        for _, parts, line in self.details:
            yield from ((part, line) for part in parts)
        for section in self.sections:
            for block in section.blocks:
                yield from ((part, block.line) for part in block.parts())


def line_of(mapping: Mapping, key: str) -> int:
    """Where a key's value stands, or else the mapping."""
    return (mapping.get(key) or mapping).line


def text_of(mapping: Mapping, key: str, file: str, mistakes: list[Mistake]) -> str:
    """The text of a key; empty, with a mistake noted unless the key is missing, when there is none."""
    value = mapping.get(key)
    if value is None:
        return ""
    if not isinstance(value, Scalar):
        mistakes.append(Mistake(file, value.line, f"“{key}” is one line of text"))
        return ""
    if not value.text:
        mistakes.append(Mistake(file, value.line, f"“{key}” is empty"))
    return value.text


def texts_of(mapping: Mapping, key: str, file: str, mistakes: list[Mistake]) -> tuple[Scalar, ...]:
    """The words in a key's list, each once."""
    value = mapping.get(key)
    if value is None:
        return ()
    if not isinstance(value, Sequence) or not all(isinstance(item, Scalar) and item.text for item in value.items):
        mistakes.append(Mistake(file, value.line, f"“{key}” is a list of words, such as [one, two]"))
        return ()
    scalars = tuple(item for item in value.items if isinstance(item, Scalar))
    seen: set[str] = set()
    for scalar in scalars:
        if scalar.text in seen:
            mistakes.append(Mistake(file, scalar.line, f"“{scalar.text}” stands twice in “{key}”"))
        seen.add(scalar.text)
    return scalars


def check_keys(
    mapping: Mapping, required: Iterable[str], optional: Iterable[str], file: str, mistakes: list[Mistake]
) -> None:
    """Note every key that is not known and every one that is missing."""
    known = (*required, *optional)
    for key, _ in mapping.items:
        if key.text not in known:
            mistakes.append(Mistake(file, key.line, f"unknown key “{key.text}”; known are {', '.join(known)}"))
    for wanted in required:
        if mapping.get(wanted) is None:
            mistakes.append(Mistake(file, mapping.line, f"“{wanted}” is missing"))


def read_mapping(path: Path, file: str, mistakes: list[Mistake]) -> Mapping | None:
    """The “key: value” lines of a YAML file; None, with a mistake noted, when it holds something else."""
    text = read_text(path, file, mistakes)
    value = read_yaml(text, file, mistakes) if text is not None else None
    if value is not None and not isinstance(value, Mapping):
        mistakes.append(Mistake(file, value.line, "the file holds “key: value” lines"))
        return None
    return value


def read_details(head: Mapping, file: str, mistakes: list[Mistake]) -> Iterator[tuple[str, Parts, int]]:
    """The short labelled values of a head, with their lines."""
    details = head.get("details")
    if details is None:
        return
    if not isinstance(details, Mapping):
        mistakes.append(Mistake(file, details.line, "“details” holds “label: value” lines"))
        return
    for label, value in details.items:
        if not isinstance(value, Scalar) or not value.text:
            mistakes.append(Mistake(file, label.line, f"detail “{label.text}” has no value"))
            continue
        parts = read_line(value.text, file, value.line, mistakes)
        if not any(isinstance(part, Cited) for part in parts):
            mistakes.append(Mistake(file, value.line, f"detail “{label.text}” names no reference"))
        yield label.text, parts, value.line
