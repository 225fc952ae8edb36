"""The library in the SQLite file."""

import json
from collections.abc import Mapping
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import select

from neutrogui.domain.entry import NOT_READ, Detail, Entry, Kind, Reference
from neutrogui.domain.language import say
from neutrogui.domain.library import Edition, EntryUnknown
from neutrogui.domain.outline import Outline, Place
from neutrogui.domain.query import Hit, Query
from neutrogui.store import schema
from neutrogui.store.codec import line_from, sections_from
from neutrogui.store.connection import Opened, open_content
from neutrogui.store.search import find, nearest


def open_library(folder: Path) -> "SqliteLibrary":
    """The library in `folder`, verified. Raises what `open_content` raises."""
    return SqliteLibrary(open_content(folder))


class SqliteLibrary:
    """Implements `domain.library.Library` over an opened content file."""

    def __init__(self, opened: Opened) -> None:
        self._connection = opened.engine.connect()
        self._opened = opened

    @cached_property
    def edition(self) -> Edition:
        """Name, date and size of the content."""
        meta = {row.key: row.value for row in self._connection.execute(select(schema.meta))}
        return Edition(
            name=meta["edition"],
            date=meta["date"],
            entries=int(meta["entries"]),
            references=int(meta["references"]),
            digest=self._opened.digest,
            packed=self._opened.packed,
        )

    @cached_property
    def _outline(self) -> Outline:
        rows = self._connection.execute(select(schema.place).order_by(schema.place.c.id)).all()
        below: dict[int | None, list[Any]] = {}
        for row in rows:
            below.setdefault(row.parent_id, []).append(row)

        def places(parent: int | None) -> tuple[Place, ...]:
            return tuple(Place(r.title, r.entry_id or "", places(r.id)) for r in below.get(parent, ()))

        return Outline(places(None))

    def outline(self) -> Outline:
        """The tree of titles."""
        return self._outline

    def entry(self, entry_id: str) -> Entry:
        """One entry, whole. Raises `EntryUnknown`."""
        if not self._outline.trail(entry_id):
            told = say("There is no entry “{name}”. `neutrogui tree` lists all of them.")
            raise EntryUnknown(told.format(name=entry_id[:80]))
        row = self._connection.execute(select(schema.entry).where(schema.entry.c.id == entry_id)).one()
        body = json.loads(row.body)
        listed = self._connection.execute(
            select(schema.reference)
            .join(schema.citation, schema.citation.c.reference_id == schema.reference.c.id)
            .where(schema.citation.c.entry_id == entry_id)
            .order_by(schema.citation.c.number)
        ).mappings()
        references = [Reference(**columns) for columns in listed]
        return Entry(
            id=row.id,
            title=row.title,
            kind=Kind(row.kind),
            summary=line_from(body["summary"]),
            sections=sections_from(body["sections"]),
            references=tuple(r for r in references if r.read != NOT_READ),
            checked_on=body["checked_on"],
            synonyms=tuple(json.loads(row.synonyms)),
            tags=tuple(json.loads(row.tags)),
            details=tuple(Detail(d["label"], line_from(d["value"])) for d in body["details"]),
            related=tuple((target, title) for target, title in body["related"]),
            paths=self._outline.paths(row.id),
            review=body["review"],
            further=tuple(r for r in references if r.read == NOT_READ),
        )

    def tags(self) -> Mapping[str, frozenset[str]]:
        """The answers of `domain.facet` that each entry gives, by entry id in the outline's order."""
        return self._tags

    @cached_property
    def _tags(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {p.entry_id: set() for p in self._outline.walk() if p.entry_id}
        for row in self._connection.execute(select(schema.tag)):
            found[row.entry_id].add(row.answer)
        return {entry_id: frozenset(answers) for entry_id, answers in found.items()}

    def references(self) -> tuple[Reference, ...]:
        """Every publication that an entry names, by first author."""
        rows = self._connection.execute(select(schema.reference)).mappings()
        return tuple(sorted((Reference(**row) for row in rows), key=lambda r: (r.authors.casefold(), r.year, r.id)))

    def nearest(self, typed: str) -> str:
        """The name whose spelling is nearest to text that found nothing, or empty."""
        return nearest(self._connection, Query.of(typed))

    def search(self, typed: str, limit: int = 50) -> list[Hit]:
        """What answers the typed text, best first; nothing for text without a letter or digit."""
        query = Query.of(typed)
        if not query:
            return []
        answers = list(islice(find(self._connection, query), limit))
        heads = self._heads([found.entry_id for found in answers])
        return [
            Hit(
                id=found.entry_id,
                title=heads[found.entry_id].title,
                match=found.match,
                line=found.line,
                where=found.where,
                synonyms=tuple(json.loads(heads[found.entry_id].synonyms)),
                paths=self._outline.paths(found.entry_id),
                tags=frozenset(json.loads(heads[found.entry_id].tags)),
                tall_man=heads[found.entry_id].tall_man,
            )
            for found in answers
        ]

    def _heads(self, entry_ids: list[str]) -> dict[str, Any]:
        """What a hit tells of its entry beside where it matched."""
        entry = schema.entry.c
        statement = select(entry.id, entry.title, entry.synonyms, entry.tags, entry.tall_man)
        return {row.id: row for row in self._connection.execute(statement.where(entry.id.in_(entry_ids)))}
