"""How long a search takes, now and with ten and a hundred times the content: `python benchmarks/search.py [ROUNDS]`.

In each round every text is looked up both ways, by NeutroGUI's search and by one bare full-text query, one after the
other, in an order of the round's own. Then every text is typed into the left pane, letter by letter, up to the paint.
More content is made by varying the real one. Times are told, never judged: compare ratios, not machines.
"""

import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
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
from neutrogui.domain.library import Library
from neutrogui.domain.outline import Outline, Place
from neutrogui.domain.query import Query
from neutrogui.store.connection import CONTENT_FILE, SIZE_LIMIT
from neutrogui.store.library import open_library

ROUNDS = 30
TIMES = (1, 10, 100)
FRAME = 16.0
"""Milliseconds in which a screen is drawn anew."""

SOURCE = Path(__file__).resolve().parents[1] / "resources" / "content"

# What people type: names, genes, beginnings (each keystroke is a search), questions, slips, nonsense.
QUERIES = (
    *("f", "fe", "fel", "felt", "felty", "felty syndrome", "Felty's syndrome"),
    *(
        "cyclic neutropenia",
        "chronic idiopathic",
        "aplastic anaemia",
        "leukemia",
        "lupus",
        "hiv",
        "covid",
        "EBV",
    ),
    *("ELANE", "HAX1", "G6PC3", "WHIM", "G-CSF", "filgrastim", "Duffy null", "B12", "copper", "folate"),
    *("clozapine", "carbimazole", "methimazole", "metamizole", "penicillin", "chemotherapy", "antibiotics"),
    *(
        "fever and a low count",
        "when to call",
        "what causes neutropenia",
        "can neutrophils go away",
        "hand washing",
        "low neutrophils after bariatric surgery",
    ),
    *(
        "agranulositosis",
        "neutropaenia",
        "carbamizole",
        "shwachmann",
        "kostman",
        "fanconni",
        "pernicios",
        "clozapin",
        "hermanski pudlack",
    ),
    *("xyzzy", "the", "a b c", "10^9/L", "émigré", "neutropenia " * 10),
)

# What is typed letter by letter; before each the box is emptied.
TYPED = ("felty syndrome", "leukaemia", "g6pc3", "neutropenia after surgery", "carbamizole", "what causes neutropenia")

BARE = "SELECT rowid FROM passage_words WHERE passage_words MATCH ? ORDER BY bm25(passage_words) LIMIT 50"


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


def bare_search(content: Path) -> Callable[[str], object]:
    """One ranked full-text query over the same content: what any search has to pay at the least."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content.read_bytes())

    def search(typed: str) -> object:
        terms = " AND ".join(f'"{term}"*' for term in Query.of(typed).terms)
        return connection.execute(BARE, (terms,)).fetchall()

    return search


def milliseconds(action: Callable[[str], object], typed: str) -> float:
    """How long it takes."""
    begun = time.perf_counter_ns()
    action(typed)
    return (time.perf_counter_ns() - begun) / 1e6


def keystrokes(library: Library, rounds: int) -> Iterator[tuple[str, float]]:
    """What stands in the search box after each letter, and the time from the key to the painted result."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QTreeView

    from neutrogui.ui.outline_pane import OutlinePane
    from neutrogui.ui.style import Style

    class Watch(QObject):
        painted = False

        def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802
            self.painted |= event.type() == QEvent.Type.Paint
            return False

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    pane, watch = OutlinePane(Style(application)), Watch()
    for tree in pane.findChildren(QTreeView):
        tree.viewport().installEventFilter(watch)
    pane.resize(360, 800)
    pane.show()
    pane.set_library(library)

    def press(letter: str) -> None:
        watch.painted = False
        QTest.keyClicks(pane.search_box, letter)
        while not watch.painted:
            application.processEvents()

    for _ in range(rounds):
        for typed in TYPED:
            pane.search_box.clear()
            application.processEvents()
            for letter in typed:
                taken = milliseconds(press, letter)
                yield pane.search_box.text(), taken
    pane.deleteLater()


def row(name: str, times: list[float]) -> str:
    """One line of the table."""
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    return f"{name:34}{cuts[49]:8.2f}{cuts[98]:8.2f}{max(times):8.2f}{'' if cuts[98] <= FRAME else f'  > {FRAME:.0f}'}"


def measure(folder: Path, rounds: int) -> None:
    """Print the table of one size of content."""
    library, bare = open_library(folder), bare_search(folder / CONTENT_FILE)
    own_times: dict[str, list[float]] = {typed: [] for typed in QUERIES}
    bare_times: dict[str, list[float]] = {typed: [] for typed in QUERIES}
    order = list(QUERIES)
    for number in range(rounds + 1):
        random.Random(number).shuffle(order)
        for typed in order:
            other, own = milliseconds(bare, typed), milliseconds(library.search, typed)
            if number:  # the first round only warms up
                bare_times[typed].append(other)
                own_times[typed].append(own)
    ratios = [statistics.median(own_times[typed]) / statistics.median(bare_times[typed]) for typed in QUERIES]
    painted: dict[str, list[float]] = {}
    for typed, taken in keystrokes(library, max(rounds // 10, 1)):
        painted.setdefault(typed, []).append(taken)
    print(row("one bare full-text query", [t for times in bare_times.values() for t in times]))
    print(row("NeutroGUI's search", [t for times in own_times.values() for t in times]))
    print(row("from the key to the paint", [t for times in painted.values() for t in times]))
    middle, low, high = statistics.median(ratios), min(ratios), max(ratios)
    print(f"ratio of a text's medians: {middle:.1f} (from {low:.1f} to {high:.1f})")
    for name, times_of in (("search", own_times), ("keystroke", painted)):
        for typed in sorted(times_of, key=lambda typed: statistics.median(times_of[typed]), reverse=True)[:3]:
            print(f"dearest {name}: {statistics.median(times_of[typed]):6.2f} ms  {typed.strip()[:60]}")


def main() -> None:
    """Print the tables."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    content, mistakes = read_content(SOURCE)
    if content is None:
        raise SystemExit("\n".join(map(str, mistakes)))
    print(f"Search, {len(QUERIES)} texts × {rounds} rounds")
    for times in TIMES:
        with tempfile.TemporaryDirectory() as folder:
            write_content(many_times(content, times), Path(folder))
            size = (Path(folder) / CONTENT_FILE).stat().st_size / 2**20
            print(f"\n{times} × the content: {len(content.entries) * times} entries, {size:.0f} MB")
            if size * 2**20 > SIZE_LIMIT:
                print("more than the program opens")
                continue
            print(f"{'p50 ms':>42}{'p99':>8}{'max':>8}")
            measure(Path(folder), rounds)


if __name__ == "__main__":
    main()
