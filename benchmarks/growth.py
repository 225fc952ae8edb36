"""The content as it is, and more of it: made by varying the real entries, to see what grows with the number of them."""

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from neutrogui.authoring.content import Content, read_content
from neutrogui.authoring.writer import write_content
from neutrogui.domain.entry import (
    Block,
    Detail,
    Disagreement,
    Entry,
    Items,
    Line,
    Paragraph,
    Run,
    Section,
    Table,
)
from neutrogui.domain.outline import Outline, Place
from neutrogui.store.connection import CONTENT_FILE, SIZE_LIMIT

TIMES = (1, 10, 100)
SOURCE = Path(__file__).resolve().parents[1] / "resources" / "content"


@dataclass(frozen=True, slots=True)
class Size:
    """How many times the content, how many entries, and the folder that holds it."""

    times: int
    entries: int
    folder: Path


@contextmanager
def grown() -> Iterator[list[Size]]:
    """The content in every size that the program opens, until the end of the block."""
    content, mistakes = read_content(SOURCE)
    if content is None:
        raise SystemExit("\n".join(map(str, mistakes)))
    with tempfile.TemporaryDirectory() as home:
        sizes = [Size(times, len(content.entries) * times, Path(home, str(times))) for times in TIMES]
        for size in sizes:
            size.folder.mkdir()
            write_content(many_times(content, size.times), size.folder)
        yield [size for size in sizes if (size.folder / CONTENT_FILE).stat().st_size <= SIZE_LIMIT]


def many_times(content: Content, times: int) -> Content:
    """The content with `times - 1` copies of every entry, whose longer words are changed, every second on average."""
    entries = [*content.entries]
    ways = {way.title: [*way.children] for way in content.outline.ways}
    for number in range(1, times):
        word = _changed_words(number)
        entries += [_varied_entry(entry, number, word) for entry in content.entries]
        for way in content.outline.ways:
            ways[way.title] += [_varied_place(place, number, word) for place in way.children]
    outline = Outline(tuple(Place(title, "", tuple(places)) for title, places in ways.items()))
    return replace(content, entries=tuple(entries), outline=outline)


def _changed_words(number: int) -> Callable[[str], str]:
    """A text with other words in it, always the same for the same number."""

    @cache
    def changed(word: str) -> str:
        chance = random.Random(f"{number} {word}")
        if len(word) < 5 or chance.random() < 0.5:
            return word
        letters = list(word)
        for place in chance.sample(range(1, len(word)), 2):
            letters[place] = chance.choice("abcdefghiklmnoprstuvwxy")
        return "".join(letters)

    return lambda text: " ".join(map(changed, text.split(" ")))


def _varied_entry(entry: Entry, number: int, word: Callable[[str], str]) -> Entry:
    def line(line: Line) -> Line:
        return tuple(replace(part, text=word(part.text)) if isinstance(part, Run) else part for part in line)

    def block(block: Block) -> Block:
        match block:
            case Paragraph(words):
                return Paragraph(line(words))
            case Disagreement(words):
                return Disagreement(line(words))
            case Items(lines, ordered):
                return Items(tuple(map(line, lines)), ordered)
            case Table(header, rows):
                return Table(header, tuple(tuple(map(line, row)) for row in rows))

    return replace(
        entry,
        id=f"{entry.id}-{number}",
        title=word(entry.title),
        synonyms=tuple(dict.fromkeys(map(word, entry.synonyms))),
        summary=line(entry.summary),
        details=tuple(Detail(detail.label, line(detail.value)) for detail in entry.details),
        sections=tuple(Section(s.heading, tuple(map(block, s.blocks))) for s in entry.sections),
    )


def _varied_place(place: Place, number: int, word: Callable[[str], str]) -> Place:
    children = tuple(_varied_place(child, number, word) for child in place.children)
    return Place(word(place.title), f"{place.entry_id}-{number}", children)
