"""Finds the entries that answer a query: exact names, names that begin so, words in the text, similar spellings.

Where no entry has all the words of a longer question, those that have all but one or two of them answer.
Terms reach SQLite quoted, as data; what the full-text engine would take for an operator is a word like any other.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, combinations
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, text

from neutrogui.domain.query import Match, Query, words
from neutrogui.store import schema

SIMILAR_ENOUGH = 0.72
"""Ratio of `difflib.SequenceMatcher` from which two names count as similarly spelt; tried on 20 misspellings."""

NEAR_ENOUGH = 0.5
"""The same ratio, from which a name is worth asking for, and a word may be one of several misspelt."""

_SHORTEST_SIMILAR = 4
"""Letters below which every name is similar to every other."""

_FILLERS = frozenset(
    words(
        "a about after against all an and any are as at be been but by can could did do does during else every for from"
        " get go goes has had have how i if in into is it its long made make me much my of on or our should so some"
        " than that the their there these they this to up we what when where which who whose why will with without"
        " would you your patient patients people person someone"
    )
)
"""Words of a question that no passage needs to contain."""

_EVERYWHERE = frozenset(words("low lower count counts neutrophil neutrophils neutropenia neutropenic"))
"""Words of which nearly every entry here has one: they tell nothing beside a word that does."""

_FEWEST_WORDS, _MOST_WORDS, _MOST_MISSING = 2, 8, 2
"""How many of a question's telling words an entry must have, of how many at most, and how many it may lack."""

_ENOUGH = 3
"""Entries with all the words of a question; where fewer have them, those with most of the words follow."""

_MOST_LOOKED_AT = 1000
"""Names or entries that one step looks at: of what so many have, the order says nothing more."""

_AT_ONCE = 40
"""Entries whose passages are read together."""

_AFTER_ALL = chr(sys.maxunicode)
"""What stands after every letter: the end of the range of all that begins alike."""


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


def nearest(connection: Connection, query: Query) -> str:
    """The name spelt most like the typed text, for when nothing was found; empty when none is half alike."""
    return next((row.text for _, row in _alike(connection, query.folded, NEAR_ENOUGH)), "")


def _candidates(connection: Connection, query: Query, seen: set[str]) -> Iterator[Found]:
    yield from _exact(connection, query)
    yield from _prefix(connection, query)
    named = bool(seen)
    telling = _telling(query)
    every = _all_of(query, telling)
    for expression in dict.fromkeys((_all_of(query, _meant(query)), every)):
        yield from _named_in_other_words(connection, expression)
    yield from _in_text(connection, query, every, seen)
    for expression in _most_of(query, telling):
        if len(seen) >= _ENOUGH:
            break
        yield from _in_text(connection, query, expression, seen)
    if not named:
        yield from _similar(connection, query)


def _exact(connection: Connection, query: Query) -> Iterator[Found]:
    names = (
        select(schema.name, schema.entry.c.title)
        .join(schema.entry, schema.entry.c.id == schema.name.c.entry_id)
        .where(schema.name.c.joined == query.joined)
    )

    def rank(row: Row[Any]) -> tuple[bool | str, ...]:
        # A name that several entries have is first of all that of the entry whose title says it.
        return (not row.is_title, not query.matches(row.title), row.text, row.entry_id)

    for row in sorted(connection.execute(names), key=rank):
        yield Found(row.entry_id, Match.EXACT, row.text, _named(row.is_title))


def _prefix(connection: Connection, query: Query) -> Iterator[Found]:
    # Words typed apart count too: `vitamin B 12` begins `vitamin B12 deficiency`. Titles that begin so come first,
    # then names that have the words whole, then titles, then names that begin so; then those of entries to which many
    # lead, then the shorter.
    beginnings = query.beginnings(query.folded)
    terms = tuple(dict.fromkeys(query.terms))
    begins = " OR ".join(f"(folded >= :b{n} AND folded < :a{n})" for n in range(len(beginnings)))
    whole = " AND ".join(f"instr(' ' || folded || ' ', :t{n}) > 0" for n in range(len(terms)))
    statement = text(
        "SELECT entry_id, text, is_title FROM name WHERE id IN"
        " (SELECT * FROM (SELECT rowid FROM name_words WHERE name_words MATCH :terms LIMIT :most)"
        " UNION SELECT * FROM (SELECT id FROM name WHERE joined >= :joined AND joined < :after LIMIT :most))"
        f" ORDER BY is_title AND ({begins}) DESC, ({whole}) DESC, is_title DESC, ({begins}) DESC,"
        " weight DESC, length(folded), text"
    )
    parameters = {
        "terms": " AND ".join(f"({_any_of(query.beginnings(term))})" for term in terms),
        "joined": query.joined,
        "after": query.joined + _AFTER_ALL,
        "most": _MOST_LOOKED_AT,
        **{f"b{n}": beginning for n, beginning in enumerate(beginnings)},
        **{f"a{n}": beginning + _AFTER_ALL for n, beginning in enumerate(beginnings)},
        **{f"t{n}": f" {term} " for n, term in enumerate(terms)},
    }
    for row in connection.execute(statement, parameters):
        yield Found(row.entry_id, Match.PREFIX, row.text, _named(row.is_title))


def _named_in_other_words(connection: Connection, every: str) -> Iterator[Found]:
    """Names that have the telling words, in whatever ending: `how is neutropenia treated`."""
    statement = text(
        "SELECT entry_id, text, is_title FROM name WHERE id IN"
        " (SELECT rowid FROM name_words WHERE name_words MATCH :terms LIMIT :most)"
        " ORDER BY is_title DESC, length(folded), text"
    )
    for row in connection.execute(statement, {"terms": every, "most": _MOST_LOOKED_AT}):
        yield Found(row.entry_id, Match.TEXT, row.text, _named(row.is_title))


def _in_text(connection: Connection, query: Query, terms: str, seen: set[str]) -> Iterator[Found]:
    """Entries that hold the words, each with the passage that has most of them; those where it has all come first."""
    entry_ids = [entry_id for entry_id in _holding(connection, terms) if entry_id not in seen]
    for start in range(0, len(entry_ids), _AT_ONCE):
        batch = entry_ids[start : start + _AT_ONCE]
        best = _best_passages(connection, query, batch)
        # An entry whose words all stand in its names has no such passage; its names were given before.
        for entry_id in sorted((i for i in batch if i in best), key=lambda i: -best[i][0]):
            yield best[entry_id][1]


def _holding(connection: Connection, terms: str) -> list[str]:
    """The entries that hold the words, best first; where very many do, some of them in no order."""
    found = (
        "SELECT name.entry_id FROM entry_words JOIN name ON name.id = entry_words.rowid WHERE entry_words MATCH :terms"
    )
    parameters = {"terms": terms, "most": _MOST_LOOKED_AT}
    entry_ids = connection.execute(text(f"{found} LIMIT :most"), parameters).scalars().all()
    if len(entry_ids) < _MOST_LOOKED_AT:
        ranked = text(f"{found} ORDER BY bm25(entry_words, 10, 5, 1) * name.weight, name.id")
        entry_ids = connection.execute(ranked, parameters).scalars().all()
    return list(entry_ids)


def _best_passages(connection: Connection, query: Query, entry_ids: list[str]) -> dict[str, tuple[int, Found]]:
    """For each entry the first passage with most of the telling words, and how many these are."""
    statement = text(
        "SELECT passage.entry_id, passage.heading, passage.text, passage_words.words FROM passage"
        " JOIN passage_words ON passage_words.rowid = passage.id"
        " WHERE passage.entry_id IN :entry_ids ORDER BY passage.id"
    ).bindparams(bindparam("entry_ids", expanding=True))
    wanted = [[f" {beginning}" for beginning in query.loosened(term)] for term in _telling(query)]
    best: dict[str, tuple[int, Found]] = {}
    for entry_id, heading, passage, spelled in connection.execute(statement, {"entry_ids": entry_ids}):
        spaced = f" {spelled}"
        count = sum(any(beginning in spaced for beginning in beginnings) for beginnings in wanted)
        if count > (best[entry_id][0] if entry_id in best else 0):
            best[entry_id] = (count, Found(entry_id, Match.TEXT, passage, heading))
    return best


def _similar(connection: Connection, query: Query) -> Iterator[Found]:
    for _, row in _alike(connection, query.folded, SIMILAR_ENOUGH):
        yield Found(row.entry_id, Match.SIMILAR, row.text, _named(row.is_title))


def _alike(connection: Connection, typed: str, enough: float) -> list[tuple[float, Row[Any]]]:
    """The names whose spelling is at least so much alike, with how much, the likest first."""
    if len(typed) < _SHORTEST_SIMILAR:
        return []
    trigrams = _rarest(connection, {typed[i : i + 3] for i in range(len(typed) - 2)})
    statement = text(
        "SELECT name.entry_id, name.text, name.folded, name.is_title FROM name_trigrams"
        " JOIN name ON name.id = name_trigrams.rowid"
        " WHERE name_trigrams MATCH :trigrams ORDER BY bm25(name_trigrams) LIMIT 60"
    )
    rows = connection.execute(statement, {"trigrams": " OR ".join(trigrams)}) if trigrams else ()
    likely = [(_likeness(typed, row.folded, enough), row) for row in rows]
    return sorted(
        (pair for pair in likely if pair[0] >= enough),
        key=lambda pair: (-pair[0], not pair[1].is_title, len(pair[1].folded), pair[1].text),
    )


def _rarest(connection: Connection, trigrams: set[str]) -> list[str]:
    """The trigrams that tell names apart: rarest first, as many as no more names have than are looked at."""
    statement = text(
        "SELECT count(*) FROM (SELECT 1 FROM name_trigrams WHERE name_trigrams MATCH :trigram LIMIT :most)"
    )
    counted = sorted(
        (connection.execute(statement, {"trigram": trigram, "most": _MOST_LOOKED_AT}).scalar_one(), trigram)
        for trigram in map(_quoted, trigrams)
    )
    sums = accumulate(count for count, _ in counted)
    return [trigram for (_, trigram), total in zip(counted, sums, strict=True) if total <= _MOST_LOOKED_AT]


def _likeness(typed: str, name: str, enough: float) -> float:
    """How alike the spellings are, from 0 to 1: the whole name or the likest stretch of it with as many words.

    Word by word each must be alike: a shared `disease` makes no other disease of it. Below `enough` it may be 0.
    """
    typed_words, name_words = typed.split(), name.split()
    count = len(typed_words)
    likest = 0.0 if len(name_words) == count else _ratio(typed, name, enough)
    for start in range(len(name_words) - count + 1):
        stretch = name_words[start : start + count]
        ratio = _ratio(typed, " ".join(stretch), max(enough, likest))
        if ratio > likest and all(map(_words_alike, typed_words, stretch)):
            likest = ratio
    return likest


def _words_alike(one: str, other: str) -> bool:
    return _ratio(one, other, NEAR_ENOUGH) >= NEAR_ENOUGH


def _ratio(one: str, other: str, enough: float) -> float:
    """`SequenceMatcher.ratio`, or 0 when a quick look shows that it is below `enough`."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < enough or matcher.quick_ratio() < enough:
        return 0.0
    return matcher.ratio()


def _named(is_title: int) -> str:
    return "title" if is_title else "also called"


def _meant(query: Query) -> tuple[str, ...]:
    """The words of a question without the fillers; these too if there is nothing else."""
    terms = tuple(dict.fromkeys(query.terms))
    return tuple(term for term in terms if term not in _FILLERS) or terms


def _telling(query: Query) -> tuple[str, ...]:
    """Those that tell something: without what stands everywhere, unless there is nothing else."""
    meant = _meant(query)
    return tuple(term for term in meant if term not in _EVERYWHERE) or meant


def _all_of(query: Query, terms: Iterable[str]) -> str:
    """The full-text expression for: every term begins some word, whatever its own ending."""
    return " AND ".join(f"({_any_of(query.loosened(term))})" for term in terms)


def _most_of(query: Query, terms: tuple[str, ...]) -> Iterator[str]:
    """The full-text expressions for: all of the terms but one, all but two."""
    if len(terms) > _MOST_WORDS:
        return
    for kept in range(len(terms) - 1, max(_FEWEST_WORDS, len(terms) - _MOST_MISSING) - 1, -1):
        yield " OR ".join(f"({_all_of(query, some)})" for some in combinations(terms, kept))


def _any_of(beginnings: Iterable[str]) -> str:
    """The full-text expression for: some word begins with one of these."""
    return " OR ".join(f"{_quoted(beginning)}*" for beginning in beginnings)


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'
