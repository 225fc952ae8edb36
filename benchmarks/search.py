"""How long a search takes, now and with ten and a hundred times the content: `python benchmarks/search.py [ROUNDS]`.

In each round every text is looked up both ways, by NeutroGUI's search and by one bare full-text query, one after the
other, in an order of the round's own. Then every text is typed into the left pane, letter by letter, up to the paint.
Times are told, never judged: compare ratios, not machines.
"""

import os
import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from growth import grown

from neutrogui.domain.library import Library
from neutrogui.domain.query import Query
from neutrogui.store.connection import CONTENT_FILE, SIZE_LIMIT
from neutrogui.store.library import open_library

ROUNDS = 30
FRAME = 16.0
"""Milliseconds in which a screen is drawn anew."""

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
    print(f"Search, {len(QUERIES)} texts × {rounds} rounds")
    for times, entries, folder in grown():
        size = (folder / CONTENT_FILE).stat().st_size
        print(f"\n{times} × the content: {entries} entries, {size / 2**20:.0f} MB")
        if size > SIZE_LIMIT:
            print("more than the program opens")
            continue
        print(f"{'p50 ms':>42}{'p99':>8}{'max':>8}")
        measure(folder, rounds)


if __name__ == "__main__":
    main()
