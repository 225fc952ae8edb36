"""Opens the content: read whole, held against its digest, and only then handed to SQLite, from memory.

What was verified is what is used: nobody can change the bytes between the check and the first query, and no file stays
open. SQLite's own `integrity_check` would not notice a changed word.
"""

import hashlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import StaticPool

from neutrogui.domain.language import mark, say
from neutrogui.domain.library import ContentAltered, ContentMissing, ContentOfOtherSchema
from neutrogui.store.schema import APPLICATION_ID, SCHEMA_VERSION

CONTENT_FILE = "content.sqlite"
DIGEST_FILE = "content.sha256"

SIZE_LIMIT = 1024 * 1024 * 1024
"""Bytes; a larger file is not ours."""

_AGAIN = mark("Install NeutroGUI again, or ask whoever looks after this computer. The calculator works without it.")
_DAMAGED = mark("The reference content is damaged or was changed.")


@dataclass(frozen=True, slots=True)
class Opened:
    """A verified content file in memory, the digest it was held against, and whether it came in a pack."""

    engine: Engine
    digest: str
    packed: bool = False


def open_content(folder: Path) -> Opened:
    """Open the content in `folder`, read-only.

    Raises `ContentMissing` when a file is absent or not readable, `ContentAltered` when the bytes are not those that
    were released, `ContentOfOtherSchema` when they were made for another version of the program.
    """
    data, digest = _read(folder)
    if len(data) < 100 or hashlib.sha256(data).hexdigest() != digest:
        raise ContentAltered(f"{say(_DAMAGED)} {say(_AGAIN)}")
    application_id, schema_version = form_of(data)
    if (application_id, schema_version) != (APPLICATION_ID, SCHEMA_VERSION):
        message = say(
            "The reference content belongs to another version of NeutroGUI (form {form}, needed is {needed})."
        )
        message = message.format(form=schema_version, needed=SCHEMA_VERSION)
        raise ContentOfOtherSchema(f"{message} {say(_AGAIN)}")
    return Opened(engine_over(data), digest)


def form_of(data: bytes) -> tuple[int, int]:
    """Application id and schema version, as they stand in the header of an SQLite file."""
    return int.from_bytes(data[68:72], "big"), int.from_bytes(data[60:64], "big")


def engine_over(data: bytes) -> Engine:
    """A content file that was verified, read-only in memory."""

    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.deserialize(data)
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    # The pool asks once. A connection made here, not there, lets go of `data`, of which SQLite has its own copy.
    return create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)


def _read(folder: Path) -> tuple[bytes, str]:
    content = folder / CONTENT_FILE
    try:
        if content.stat().st_size > SIZE_LIMIT:
            raise ContentAltered(f"{say(_DAMAGED)} {say(_AGAIN)}")
        data = content.read_bytes()
        digest = (folder / DIGEST_FILE).read_text(encoding="ascii", errors="replace").strip()
    except FileNotFoundError as error:
        message = say("The reference content is missing.")
        raise ContentMissing(f"{message} {say(_AGAIN)}") from error
    except OSError as error:
        message = say("The reference content cannot be read ({reason}).").format(reason=error.strerror or error)
        raise ContentMissing(f"{message} {say(_AGAIN)}") from error
    return data, digest
