"""How long a search takes, beside one bare full-text query: `python benchmarks/search.py [ROUNDS]`.

In each round every text is looked up both ways, one after the other, in an order of the round's own.
Times are told, never judged: compare ratios, not machines.
"""

import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from neutrogui.domain.query import Query
from neutrogui.store.library import open_library

ROUNDS = 30

COMPILED = Path(__file__).resolve().parents[1] / "resources" / "compiled"

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
    ),
    *("xyzzy", "the", "a b c", "10^9/L", "émigré", "neutropenia " * 10),
)

BARE = "SELECT rowid FROM passage_words WHERE passage_words MATCH ? ORDER BY bm25(passage_words) LIMIT 50"


def bare_search() -> Callable[[str], object]:
    """One ranked full-text query over the same content: what any search has to pay at the least."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize((COMPILED / "content.sqlite").read_bytes())

    def search(typed: str) -> object:
        terms = " AND ".join(f'"{term}"*' for term in Query.of(typed).terms)
        return connection.execute(BARE, (terms,)).fetchall()

    return search


def milliseconds(search: Callable[[str], object], typed: str) -> float:
    """The time of one search."""
    begun = time.perf_counter_ns()
    search(typed)
    return (time.perf_counter_ns() - begun) / 1e6


def row(name: str, times: list[float]) -> str:
    """One line of the table."""
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    return f"{name:34}{cuts[49]:8.2f}{cuts[98]:8.2f}{max(times):8.2f}"


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    library, bare = open_library(COMPILED), bare_search()
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
    dearest = sorted(QUERIES, key=lambda typed: statistics.median(own_times[typed]), reverse=True)[:3]
    print(f"Search, {len(QUERIES)} texts × {rounds} rounds")
    print(f"{'p50 ms':>42}{'p99':>8}{'max':>8}")
    print(row("one bare full-text query", [t for times in bare_times.values() for t in times]))
    print(row("NeutroGUI's search", [t for times in own_times.values() for t in times]))
    middle, low, high = statistics.median(ratios), min(ratios), max(ratios)
    print(f"ratio of a text's medians: {middle:.1f} (from {low:.1f} to {high:.1f})")
    for typed in dearest:
        print(f"dearest: {statistics.median(own_times[typed]):6.2f} ms  {typed.strip()[:60]}")


if __name__ == "__main__":
    main()
