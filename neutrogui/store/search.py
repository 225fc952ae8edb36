"""Finds the entries that answer a query: exact names, names that begin so, words in the text, similar spellings.

Terms reach SQLite quoted, as data; what the full-text engine would take for an operator is a word like any other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from sqlalchemy import Connection, select, text

from neutrogui.domain.query import Match, Query, words
from neutrogui.store import schema

SIMILAR_ENOUGH = 0.72
"""Ratio of `difflib.SequenceMatcher` from which two names count as similarly spelt; tried on 20 misspellings."""

_SHORTEST_SIMILAR = 4
"""Letters below which every name is similar to every other."""

_FILLERS = frozenset(words("a an and after at by does for from how in is of on or the to what when which why with"))
"""Words of a question that no passage needs to contain."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry with how it answers, and the line that does; `where` names that line."""

    entry_id: str
    match: Match
    line: str
    where: str


def find(connection: Connection, query: Query) -> Iterator[Found]:
    """Every entry that answers, once, best first."""
    seen: set[str] = set()
    for found in _candidates(connection, query, seen):
        if found.entry_id not in seen:
            seen.add(found.entry_id)
            yield found


def _candidates(connection: Connection, query: Query, seen: set[str]) -> Iterator[Found]:
    yield from _exact(connection, query)
    yield from _prefix(connection, query)
    named = bool(seen)
    yield from _passages(connection, query)
    yield from _whole_entries(connection, query)
    if not named:
        yield from _similar(connection, query)


def _exact(connection: Connection, query: Query) -> Iterator[Found]:
    names = select(schema.name).where(schema.name.c.joined == query.joined).order_by(
        schema.name.c.is_title.desc(), schema.name.c.text
    )  # fmt: skip
    for row in connection.execute(names):
        yield Found(row.entry_id, Match.EXACT, row.text, _named(row.is_title))


def _prefix(connection: Connection, query: Query) -> Iterator[Found]:
    # Words typed apart count too: `vitamin B 12` begins `vitamin B12 deficiency`.
    statement = text(
        "SELECT entry_id, text, folded, is_title FROM name"
        " WHERE id IN (SELECT rowid FROM name_words WHERE name_words MATCH :terms)"
        " OR substr(joined, 1, length(:joined)) = :joined"
    )
    beginnings = query.beginnings(query.folded)
    rows = sorted(
        connection.execute(statement, {"terms": _all_of(query, query.terms), "joined": query.joined}),
        key=lambda row: (not row.folded.startswith(beginnings), not row.is_title, len(row.folded), row.text),
    )
    for row in rows:
        yield Found(row.entry_id, Match.PREFIX, row.text, _named(row.is_title))


def _passages(connection: Connection, query: Query) -> Iterator[Found]:
    statement = text(
        "SELECT passage.entry_id, passage.heading, passage.text FROM passage_words"
        " JOIN passage ON passage.id = passage_words.rowid"
        " WHERE passage_words MATCH :terms ORDER BY bm25(passage_words), passage.id"
    )
    for row in connection.execute(statement, {"terms": _all_of(query, _telling(query))}):
        yield Found(row.entry_id, Match.TEXT, row.text, row.heading)


def _whole_entries(connection: Connection, query: Query) -> Iterator[Found]:
    """Entries that hold all the words, but not in one passage: the passage with the most telling of them is shown."""
    statement = text(
        "SELECT name.entry_id FROM entry_words JOIN name ON name.id = entry_words.rowid"
        " WHERE entry_words MATCH :terms ORDER BY bm25(entry_words, 10, 5, 1), name.id"
    )
    telling = _telling(query)
    entry_ids = [row.entry_id for row in connection.execute(statement, {"terms": _all_of(query, telling)})]
    if not entry_ids:
        return
    statement = text(
        "SELECT passage.entry_id, passage.heading, passage.text FROM passage_words"
        " JOIN passage ON passage.id = passage_words.rowid"
        " WHERE passage_words MATCH :terms ORDER BY bm25(passage_words), passage.id"
    )
    best: dict[str, Found] = {}
    for row in connection.execute(statement, {"terms": _any_of(query, telling)}):
        best.setdefault(row.entry_id, Found(row.entry_id, Match.TEXT, row.text, row.heading))
    # An entry whose words all stand in its names has no such passage; its names were given before.
    yield from (best[entry_id] for entry_id in entry_ids if entry_id in best)


def _similar(connection: Connection, query: Query) -> Iterator[Found]:
    typed = query.folded
    if len(typed) < _SHORTEST_SIMILAR:
        return
    trigrams = {typed[i : i + 3] for i in range(len(typed) - 2)}
    statement = text(
        "SELECT name.entry_id, name.text, name.folded, name.is_title FROM name_trigrams"
        " JOIN name ON name.id = name_trigrams.rowid"
        " WHERE name_trigrams MATCH :trigrams ORDER BY bm25(name_trigrams) LIMIT 60"
    )
    rows = connection.execute(statement, {"trigrams": " OR ".join(map(_quoted, sorted(trigrams)))})
    likely = [(_likeness(typed, row.folded), row) for row in rows]
    likely.sort(key=lambda pair: (-pair[0], pair[1].text))
    for likeness, row in likely:
        if likeness >= SIMILAR_ENOUGH:
            yield Found(row.entry_id, Match.SIMILAR, row.text, _named(row.is_title))


def _likeness(typed: str, name: str) -> float:
    """How alike the spellings are, from 0 to 1: the whole name or the likest of its words."""
    wholes = [name, *name.split()] if " " not in typed else [name]
    return max(SequenceMatcher(None, typed, whole, autojunk=False).ratio() for whole in wholes)


def _named(is_title: int) -> str:
    return "title" if is_title else "also called"


def _telling(query: Query) -> tuple[str, ...]:
    return tuple(term for term in query.terms if term not in _FILLERS) or query.terms


def _all_of(query: Query, terms: Iterable[str]) -> str:
    """The full-text expression for: every term begins some word."""
    return " AND ".join(f"({_any_of(query, (term,))})" for term in terms)


def _any_of(query: Query, terms: Iterable[str]) -> str:
    """The full-text expression for: some term begins some word."""
    return " OR ".join(f"{_quoted(beginning)}*" for term in terms for beginning in query.beginnings(term))


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'
