"""Writes checked content into the SQLite file: the same content gives the same bytes."""

import hashlib
import json
import math
import sqlite3
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, insert, text
from sqlalchemy.pool import StaticPool

from neutrogui.authoring.content import Content
from neutrogui.domain.entry import (
    TALL_MAN,
    Block,
    Disagreement,
    Entry,
    Items,
    Kind,
    Paragraph,
    Run,
    Table,
    lines_of,
    plain,
)
from neutrogui.domain.outline import Place
from neutrogui.domain.query import Query, words
from neutrogui.store import schema
from neutrogui.store.codec import line_data, sections_data
from neutrogui.store.connection import CONTENT_FILE, DIGEST_FILE

_LIBRARY_VERSION_OFFSET = 92
"""Bytes 92 to 99 of an SQLite file tell which SQLite wrote it and when; they are nothing of the content."""


def write_content(content: Content, folder: Path) -> Path:
    """Write the content file and its digest into `folder`, each beside its place first and then moved there."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as workshop:
        made = Path(workshop) / CONTENT_FILE
        engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(made), poolclass=StaticPool)
        try:
            _fill(engine, content)
        finally:
            engine.dispose()
        data = bytearray(made.read_bytes())
        data[_LIBRARY_VERSION_OFFSET:100] = bytes(8)
        made.write_bytes(data)
        digest = Path(workshop) / DIGEST_FILE
        digest.write_text(hashlib.sha256(data).hexdigest() + "\n", encoding="ascii")
        digest.replace(folder / DIGEST_FILE)
        return made.replace(folder / CONTENT_FILE)


def _fill(engine: Engine, content: Content) -> None:
    with engine.connect() as connection:
        connection.execute(text("PRAGMA page_size = 4096"))
        connection.execute(text(f"PRAGMA application_id = {schema.APPLICATION_ID}"))
        connection.execute(text(f"PRAGMA user_version = {schema.SCHEMA_VERSION}"))
        schema.metadata.create_all(connection)
        for statement in schema.FULL_TEXT_TABLES:
            connection.execute(text(statement))

        def put(table: Any, rows: list[dict[str, Any]]) -> None:
            if rows:
                connection.execute(insert(table), rows)

        put(
            schema.meta,
            [
                {"key": "edition", "value": content.edition},
                {"key": "date", "value": content.date},
                {"key": "entries", "value": str(len(content.entries))},
                {"key": "references", "value": str(len(content.references))},
            ],
        )
        columns = [column.name for column in schema.reference.columns]
        put(schema.reference, [{c: getattr(r, c) for c in columns} for r in content.references])
        put(schema.entry, [_entry_row(entry) for entry in content.entries])
        put(
            schema.citation,
            [
                {"entry_id": entry.id, "number": number, "reference_id": reference.id}
                for entry in content.entries
                for number, reference in enumerate((*entry.references, *entry.further), 1)
            ],
        )
        put(schema.tag, [{"entry_id": entry.id, "answer": tag} for entry in content.entries for tag in entry.tags])
        put(schema.place, _place_rows(content.outline.ways))
        passages = [(entry.id, where, line) for entry in content.entries for where, line in _passages(entry)]
        put(
            schema.passage,
            [{"id": n, "entry_id": e, "heading": h, "text": t} for n, (e, h, t) in enumerate(passages, 1)],
        )
        for number, (_, _, passage) in enumerate(passages, 1):
            connection.execute(
                text("INSERT INTO passage_words (rowid, words) VALUES (:id, :words)"),
                {"id": number, "words": " ".join(words(passage))},
            )
        _fill_names(connection, content)
        connection.commit()
        connection.execute(text("VACUUM"))


def _targets(entry: Entry) -> set[str]:
    """The entries to which an entry leads."""
    lines = [entry.summary, *(detail.value for detail in entry.details)]
    lines += [line for section in entry.sections for block in section.blocks for line in lines_of(block)]
    linked = {part.link for line in lines for part in line if isinstance(part, Run) and part.link}
    return linked | {target for target, _ in entry.related}


def _entry_row(entry: Entry) -> dict[str, Any]:
    body = {
        "summary": line_data(entry.summary),
        "details": [{"label": d.label, "value": line_data(d.value)} for d in entry.details],
        "sections": sections_data(entry.sections),
        "related": entry.related,
        "checked_on": entry.checked_on,
        "review": entry.review,
    }
    return {
        "id": entry.id,
        "title": entry.title,
        "kind": str(entry.kind),
        "synonyms": _json(entry.synonyms),
        "tags": _json(entry.tags),
        "tall_man": next((plain(detail.value) for detail in entry.details if detail.label == TALL_MAN), ""),
        "body": _json(body),
    }


def _weight(entry: Entry, leading_to_it: int) -> float:
    """To what many entries lead is what is mostly meant; words that name no medicine seldom ask for a single one."""
    return (0.5 if entry.kind is Kind.MEDICINE else 1.0) * (1 + math.log2(1 + leading_to_it) / 4)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _place_rows(ways: tuple[Place, ...]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []

    def add(place: Place, parent: int | None) -> None:
        number = len(rows) + 1
        entry_id = place.entry_id or None
        rows.append({"id": number, "parent_id": parent, "title": place.title, "entry_id": entry_id})
        for child in place.children:
            add(child, number)

    for way in ways:
        add(way, None)
    return rows


def _passages(entry: Entry) -> list[tuple[str, str]]:
    found = [("summary", plain(entry.summary))]
    found += [(detail.label, plain(detail.value)) for detail in entry.details]
    for section in entry.sections:
        for block in section.blocks:
            found += [(section.heading, line) for line in _lines(block)]
    if entry.tags:
        found.append(("in short", " · ".join(entry.tags)))
    return found


def _lines(block: Block) -> list[str]:
    """A block's lines as a hit shows them, without the marks of lists and tables."""
    match block:
        case Paragraph(line) | Disagreement(line):
            return [plain(line)]
        case Items(lines, _):
            return [plain(line) for line in lines]
        case Table(_, rows):
            return [" · ".join(plain(cell) for cell in row) for row in rows]


def _fill_names(connection: Any, content: Content) -> None:
    name_id = 0
    leading_to = Counter(target for entry in content.entries for target in _targets(entry))
    for entry in content.entries:
        title_id = name_id + 1
        names = (entry.title, *entry.synonyms)
        for position, name in enumerate(names):
            name_id += 1
            query = Query.of(name)
            row = {"id": name_id, "words": " ".join(words(name)), "folded": query.folded}
            connection.execute(
                insert(schema.name).values(
                    id=name_id,
                    entry_id=entry.id,
                    text=name,
                    folded=query.folded,
                    joined=query.joined,
                    is_title=int(position == 0),
                    weight=_weight(entry, leading_to[entry.id]),
                )
            )
            connection.execute(text("INSERT INTO name_words (rowid, words) VALUES (:id, :words)"), row)
            connection.execute(text("INSERT INTO name_trigrams (rowid, folded) VALUES (:id, :folded)"), row)
        connection.execute(
            text("INSERT INTO entry_words (rowid, names, summary, body) VALUES (:id, :names, :summary, :body)"),
            {
                "id": title_id,
                "names": " ".join(word for name in names for word in words(name)),
                "summary": " ".join(words(plain(entry.summary))),
                "body": " ".join(word for _, line in _passages(entry)[1:] for word in words(line)),
            },
        )
