"""How long a search takes, now and with ten and a hundred times the content.

In each round every text is looked up both ways, by NeutroGUI's search and by one bare full-text query, one after the
other, in an order of the round's own, in each size of the content. Then every text is typed into the left pane, letter
by letter, up to the paint.
"""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeView

from benchmarks.figures import Figure, percentiles
from benchmarks.growth import Size
from benchmarks.painting import Painting
from neutrogui.domain.library import Library
from neutrogui.domain.query import Query
from neutrogui.store.connection import CONTENT_FILE
from neutrogui.store.library import open_library
from neutrogui.ui.outline_pane import OutlinePane

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


class Typing:
    """The left pane over one size of the content."""

    def __init__(self, painting: Painting, library: Library) -> None:
        self._painting = painting
        self._pane = OutlinePane(painting.style)
        self._views = [tree.viewport() for tree in self._pane.findChildren(QTreeView)]
        self._pane.resize(360, 800)
        self._pane.show()
        self._pane.set_library(library)

    def keystrokes(self, typed: str) -> Iterator[float]:
        """Milliseconds from each key of a text to the painted result."""
        self._pane.search_box.clear()
        self._painting.settle()
        for letter in typed:
            yield self._painting.milliseconds(
                partial(QTest.keyClicks, self._pane.search_box, letter), lambda: self._views
            )

    def close(self) -> None:
        self._pane.deleteLater()


def figures(sizes: Sequence[Size], rounds: int, painting: Painting) -> list[Figure]:
    """Searches and keystrokes in every size."""
    own: dict[int, list[float]] = {size.times: [] for size in sizes}
    bare: dict[int, list[float]] = {size.times: [] for size in sizes}
    painted: dict[int, list[float]] = {size.times: [] for size in sizes}
    libraries = {size.times: open_library(size.folder) for size in sizes}
    bares = {size.times: bare_search(size.folder / CONTENT_FILE) for size in sizes}
    panes = {times: Typing(painting, library) for times, library in libraries.items()}
    order = list(QUERIES)
    for number in range(rounds + 1):
        random.Random(number).shuffle(order)
        for typed in order:
            for times, library in libraries.items():
                other, mine = milliseconds(bares[times], typed), milliseconds(library.search, typed)
                if number:  # the first round only warms up
                    bare[times].append(other)
                    own[times].append(mine)
        for typed in TYPED:
            for times, pane in panes.items():
                taken = list(pane.keystrokes(typed))
                painted[times] += taken if number else []
    for pane in panes.values():
        pane.close()
    found: list[Figure] = []
    once = sizes[0].times
    for size in sizes:
        of = f"{size.times} × the content"
        found += percentiles(f"search, {of}", own[size.times], bare[size.times], "one full-text query")
        found += percentiles(f"keystroke to painted result, {of}", painted[size.times], painted[once], f"{once} ×")
    return found
