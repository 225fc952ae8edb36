"""`python -m neutrogui.authoring.report`: what the content holds, covers and lets be found."""

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

from neutrogui.authoring.content import READ, Content, read_content
from neutrogui.authoring.writer import write_content
from neutrogui.domain.entry import NOT_READ, Citation, Items, Kind, Line, Section, Table, lines_of
from neutrogui.domain.facet import FACETS
from neutrogui.domain.library import Library
from neutrogui.domain.query import Match, Query, words
from neutrogui.store.library import open_library

ROOT = Path(__file__).resolve().parents[2]
LOOKUPS = {
    "while tuning": ROOT / "tests" / "content" / "lookups.yaml",
    "unseen while tuning": ROOT / "tests" / "content" / "unseen_lookups.yaml",
}
"""What clinicians type: the look-ups by which the search was made better, and those kept apart from that work."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many, and which are missing."""

    have: int
    of: int
    missing: tuple[str, ...] = ()

    def __str__(self) -> str:
        missing = f"; missing: {', '.join(self.missing)}" if self.missing else ""
        return f"{self.have} of {self.of}{missing}"


@dataclass(frozen=True, slots=True)
class LookUp:
    """What is typed, and the entry that should come first: the first of `wanted` that exists."""

    typed: str
    wanted: tuple[str, ...]


Report = dict[str, dict[str, int | str | Share]]


def report(content: Content, library: Library, coverage: Path, lookups: Mapping[str, Path]) -> Report:
    """All figures: heading, then label, then number. `library` is made of `content`."""
    kinds = {entry.id: entry.kind for entry in content.entries}
    ways = {way.title: len({place.entry_id for place in way.walk()} - {""}) for way in content.outline.ways}
    read = Counter(reference.read for reference in content.references)
    checked = Counter(entry.checked_on for entry in content.entries)
    return {
        "Entries by kind": {kind: sum(k is kind for k in kinds.values()) for kind in Kind},
        "Entries by way": {**ways},
        "Statements": {**_statements(content)},
        "Statement groups by the fullest reading of a source": {**_readings(content)},
        "References by what was read": {how: read[how] for how in READ},
        "Entries by review": {**Counter(entry.review for entry in content.entries)},
        "Entries by day of the check, oldest first": {day: checked[day] for day in sorted(checked)},
        **{f"Answers: {facet.label}": {**_answers(content, facet.answers)} for facet in FACETS},
        "Medicines by class": {**_medicines(content, kinds)},
        "Covered: a name or gene is found in a title or synonym": {**_covered(library, coverage)},
        "Look-ups": {**looked_up(library, lookups)},
    }


def read_lookups(file: Path) -> list[LookUp]:
    """The look-ups of a file, in its order."""
    groups = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [
        LookUp(typed, (wanted,) if isinstance(wanted, str) else tuple(wanted))
        for group in groups.values()
        for typed, wanted in group.items()
    ]


def looked_up(library: Library, lookups: Mapping[str, Path]) -> dict[str, Share]:
    """How often the wanted entry comes first and among the first three; misses of the unseen stay unseen."""
    known = library.tags()
    shares = {}
    for name, file in lookups.items():
        ranked = [(lookup, _rank(library, lookup, known)) for lookup in read_lookups(file)]
        for most, place in ((1, "first"), (3, "among the first three")):
            missed = tuple(lookup.typed for lookup, rank in ranked if not 0 < rank <= most)
            told = missed if name == "while tuning" else ()
            shares[f"{place}, {name}"] = Share(len(ranked) - len(missed), len(ranked), told)
    return shares


def _rank(library: Library, lookup: LookUp, known: Collection[str]) -> int:
    """Where the wanted entry stands among the first three, from 1; else 0."""
    wanted = next((entry_id for entry_id in lookup.wanted if entry_id in known), "")
    found = [hit.id for hit in library.search(lookup.typed, 3)]
    return found.index(wanted) + 1 if wanted in found else 0


def _statements(content: Content) -> dict[str, int]:
    summaries = [[entry.summary] for entry in content.entries]
    details = [[detail.value] for entry in content.entries for detail in entry.details]
    groups = [group for entry in content.entries for section in entry.sections for group in _groups(section)]
    bare = sum(not _cited(lines) for lines in (*summaries, *details, *groups))
    return {"summaries": len(summaries), "details": len(details), "groups": len(groups), "without a reference": bare}


def _readings(content: Content) -> dict[str, int]:
    """Of each statement group, how the source was read that was read most fully."""
    fullest = Counter(
        min((entry.references[number - 1].read for number in _cited(group)), key=READ.index, default=NOT_READ)
        for entry in content.entries
        for section in entry.sections
        for group in _groups(section)
    )
    return {how: fullest[how] for how in READ}


def _groups(section: Section) -> list[list[Line]]:
    """The lines of each paragraph with the lists and tables that follow it."""
    groups: list[list[Line]] = []
    for block in section.blocks:
        if groups and isinstance(block, Items | Table):
            groups[-1] += lines_of(block)
        else:
            groups.append(lines_of(block))
    return groups


def _cited(lines: list[Line]) -> set[int]:
    """The numbers of the references that lines name."""
    return {number for line in lines for part in line if isinstance(part, Citation) for number in part.numbers}


def _answers(content: Content, answers: tuple[str, ...]) -> dict[str, int | str | Share]:
    answering = sum(not set(answers).isdisjoint(entry.tags) for entry in content.entries)
    counted = {answer: sum(answer in entry.tags for entry in content.entries) for answer in answers}
    return {"entries that answer": Share(answering, len(content.entries)), **counted}


def _medicines(content: Content, kinds: dict[str, Kind]) -> dict[str, int]:
    below = {
        place.title: sum(kinds[child.entry_id] is Kind.MEDICINE for child in place.children)
        for place in content.outline.walk()
        if place.entry_id
    }
    return {title: number for title, number in below.items() if number}


def _covered(library: Library, file: Path) -> dict[str, Share]:
    lists = yaml.safe_load(file.read_text(encoding="utf-8"))
    shares = {}
    for each in lists:
        missing = tuple(row[0] for row in each["rows"] if not any(_is_name(library, name) for name in row))
        shares[each["list"]] = Share(len(each["rows"]) - len(missing), len(each["rows"]), missing)
    return shares


def _is_name(library: Library, name: str) -> bool:
    """Whether a search finds all the words of `name`, whole, in a title or synonym."""
    terms = set(Query.of(name).terms)
    hits = (hit for hit in library.search(name) if hit.match in (Match.EXACT, Match.PREFIX))
    return any(terms.issubset(words(hit.line)) for hit in hits)


def as_lines(figures: Report) -> Iterator[str]:
    """The figures as text."""
    for heading, numbers in figures.items():
        yield f"\n{heading}"
        for label, number in numbers.items():
            yield f"  {label}: {number}"


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 when the content is right, 1 when it is not."""
    parser = argparse.ArgumentParser(prog="python -m neutrogui.authoring.report", description=__doc__)
    parser.add_argument("--source", type=Path, default=ROOT / "resources" / "content", help="the folder of the sources")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    content, mistakes = read_content(options.source)
    if content is None:
        print(*mistakes, sep="\n", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        write_content(content, Path(folder))
        figures = report(content, open_library(Path(folder)), options.source / "coverage.yaml", LOOKUPS)
    if options.json:
        print(json.dumps(figures, default=asdict, ensure_ascii=False, indent=1))
    else:
        print(f"{content.edition}, {content.date}: {len(content.entries)} entries", *as_lines(figures), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
