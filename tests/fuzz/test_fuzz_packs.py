"""Content packs: one is used only as it was signed, whole, of this schema and newer; else it is told why not."""

import hashlib
import io
import re
import sqlite3
import stat
from dataclasses import dataclass
from functools import cache
from types import SimpleNamespace

from fuzzing import at_once, examples, spoilt
from hypothesis import given
from hypothesis import strategies as st
from packing import HEAD, KEY, OTHER_KEY, pack_bytes
from sqlalchemy.schema import CreateTable

from neutrogui.store import schema
from neutrogui.store.connection import Opened, engine_over
from neutrogui.store.library import SqliteLibrary
from neutrogui.store.pack import choose

SCHEMA = 3
EDITIONS = {
    "2026.12": True,
    "2027.1": True,
    "2026.11.1": True,
    "2026.11": False,
    "2026.9": False,
    "v2027": False,
    "": False,
}
"""Whether the edition is newer than the built-in one."""

BUILT_IN, NEXT = "2026.11", "2026.12"
SENTENCES = re.compile(r"(?:[A-Z][^.]+(?:\.[0-9][^.]*)*\. ?)+")


@dataclass
class File:
    """A pack as `choose` asks for it, without a disk."""

    data: bytes

    def stat(self) -> SimpleNamespace:
        return SimpleNamespace(st_mode=stat.S_IFREG, st_size=len(self.data))

    def open(self, mode: str) -> io.BytesIO:
        return io.BytesIO(self.data)


class Keys:
    """A folder with one key."""

    def glob(self, pattern: str) -> list[SimpleNamespace]:
        return [SimpleNamespace(name="clinic.pub", read_text=lambda encoding: KEY.verify_key.encode().hex())]


@cache
def content(edition: str, form: int) -> bytes:
    """The least that is a content: an edition and an outline."""
    connection = sqlite3.connect(":memory:")
    connection.execute("PRAGMA page_size = 512")
    for table in (schema.meta, schema.place):
        connection.execute(str(CreateTable(table)))
    meta = {"edition": edition, "date": "2026-12-01", "entries": "1", "references": "0"}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    connection.execute("INSERT INTO place VALUES (1, NULL, 'Causes', NULL)")
    connection.execute(f"PRAGMA user_version = {form - 2**32 if form >= 2**31 else form}")
    connection.execute(f"PRAGMA application_id = {0x4E475549}")
    connection.commit()
    data = connection.serialize()
    connection.close()
    return data


@cache
def built_in() -> SqliteLibrary:
    return SqliteLibrary(Opened(engine_over(content(BUILT_IN, SCHEMA)), "0" * 64))


@examples(150)
@given(st.binary(min_size=5, max_size=25))
def test_a_pack_is_used_only_as_it_was_signed_of_this_schema_and_newer(drawn: bytes) -> None:
    key = OTHER_KEY if drawn[0] % 4 == 1 else KEY
    edition = [NEXT, NEXT, *EDITIONS][drawn[1] % (len(EDITIONS) + 2)]
    form = [SCHEMA, SCHEMA, SCHEMA, SCHEMA, 0, 2, 4, 2**32 - 1][drawn[2] % 8]
    mistake = ["", "", "", "content", "edition"][drawn[3] % 5]
    held = content("2026.13" if mistake == "edition" else edition, form)
    if mistake == "content":
        held = spoilt(held, drawn[5:])
    whole = pack_bytes(held, edition, form, key)
    data = spoilt(whole, drawn[5:]) if drawn[4] % 2 else whole
    signed = key is KEY and data[:HEAD] == whole[:HEAD]
    with at_once():
        chosen = choose(built_in(), File(data), Keys())
    if chosen.library is not built_in():
        assert isinstance(chosen.library, SqliteLibrary)
        used = chosen.library.edition
        chosen.library._opened.engine.dispose()
        assert signed
        assert data == whole
        assert (form, EDITIONS[edition]) == (SCHEMA, True)
        assert (used.name, used.digest, used.packed) == (edition, hashlib.sha256(held).hexdigest(), True)
        assert (chosen.refusal, chosen.passed_over) == ("", "")
    elif chosen.refusal:
        assert SENTENCES.fullmatch(chosen.refusal)
        assert chosen.passed_over == ""
        assert not (signed and not EDITIONS[edition])
        assert not (signed and data == whole and form == SCHEMA and not mistake)
    else:
        assert signed
        assert not EDITIONS[edition]
        assert chosen.passed_over == edition
