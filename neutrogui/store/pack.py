"""Content packs: a newer edition in one signed file, placed by whoever looks after the computers.

A pack is a label, a signature and the content, an SQLite file as `connection` opens it. The label names the edition,
the schema version and the content's SHA-256 digest; the Ed25519 signature (RFC 8032) is made over the label. Nothing in
the label is read before the signature over its bytes was found right, and nothing in the content before its digest was.
"""

import hashlib
import stat
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from struct import Struct

from sqlalchemy.exc import SQLAlchemyError

from neutrogui.domain.language import say
from neutrogui.domain.library import LibraryInUse, PackRefused, edition_order
from neutrogui.store.connection import SIZE_LIMIT, Opened, engine_over, form_of
from neutrogui.store.library import SqliteLibrary
from neutrogui.store.schema import APPLICATION_ID, SCHEMA_VERSION

PACK_FILE = "content.ngpack"

MAGIC = b"NeutroGUI pack 1"
"""Begins every pack; the number is the form of the label. Signed too, so that no signature made for else will do."""

LONGEST_EDITION = 24
_LABEL = Struct(f">{len(MAGIC)}s{LONGEST_EDITION}sI{hashlib.sha256().digest_size}s")
LABEL_LENGTH = _LABEL.size
SIGNATURE_LENGTH = 64


@dataclass(frozen=True, slots=True)
class Label:
    """What is signed. `edition` is ASCII of at most `LONGEST_EDITION` letters, `digest` 32 bytes."""

    edition: str
    schema: int
    digest: bytes

    def to_bytes(self) -> bytes:
        """The first `LABEL_LENGTH` bytes of the pack."""
        return _LABEL.pack(MAGIC, self.edition.encode("ascii"), self.schema, self.digest)

    @classmethod
    def from_bytes(cls, data: bytes) -> "Label":
        """The label that `to_bytes` gave."""
        _, edition, schema, digest = _LABEL.unpack(data)
        return cls(edition.rstrip(b"\0").decode("ascii", "replace"), schema, digest)


def choose(built_in: SqliteLibrary, pack: Path, keys: Path) -> LibraryInUse:
    """The library in the file `pack` where that is signed, whole, of this schema and newer; else `built_in`.

    `keys` is a folder as `trusted_keys` reads it. A pack that is not there, or no newer, is nothing to worry about. No
    memory is kept of packs that were used before: whoever places them may go back from an edition that proved wrong,
    though never behind `built_in`.
    """
    try:
        file = _opened(pack)
        if file is None:
            return LibraryInUse(built_in)
        with file:
            label = read_label(file, trusted_keys(keys))
            if edition_order(label.edition) <= edition_order(built_in.edition.name):
                return LibraryInUse(built_in, passed_over=label.edition)
            return LibraryInUse(read_library(file, label))
    except PackRefused as refused:
        reason = str(refused)
    except OSError as error:
        reason = str(_refused(say("it cannot be read ({reason})").format(reason=error.strerror or error)))
    instead = say(
        "You are reading the content that came with the program, edition {edition}. Please tell whoever looks after "
        "this computer."
    )
    return LibraryInUse(built_in, refusal=f"{reason} {instead.format(edition=built_in.edition.name)}")


def trusted_keys(folder: Path) -> tuple[bytes, ...]:
    """The public keys in the files `*.pub` of a folder, each 64 hexadecimal digits. Raises `PackRefused`."""
    keys = []
    for path in sorted(folder.glob("*.pub")):
        try:
            key = bytes.fromhex(path.read_text(encoding="ascii"))
        except (OSError, ValueError):
            key = b""
        if len(key) != 32:
            raise _refused(say("the program’s key “{file}” is damaged").format(file=path.name))
        keys.append(key)
    return tuple(keys)


def read_label(file: BufferedReader, keys: tuple[bytes, ...]) -> Label:
    """The label at the beginning of a pack, once one of the keys is found to have signed it. Raises `PackRefused`.

    The file is left where the content begins.
    """
    label, signature = file.read(LABEL_LENGTH), file.read(SIGNATURE_LENGTH)
    if not label.startswith(MAGIC):
        raise _refused(say("the file is no content pack, or one of another form"))
    if not keys:
        raise _refused(say("this program has no key to check its signature with"))
    if len(signature) == SIGNATURE_LENGTH and any(is_signed_by(key, label, signature) for key in keys):
        return Label.from_bytes(label)
    if label.endswith(hashlib.file_digest(file, "sha256").digest()):
        raise _refused(say("it is not signed with a key that this program trusts"))
    raise _refused(say("it is damaged or incomplete"))


def is_signed_by(key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the 64 bytes of `signature` are the Ed25519 signature of `message` by a public key of 32 bytes."""
    from nacl.exceptions import BadSignatureError  # few computers have a pack
    from nacl.signing import VerifyKey

    try:
        VerifyKey(key).verify(message, signature)
    except BadSignatureError:
        return False
    return True


def read_library(file: BufferedReader, label: Label) -> SqliteLibrary:
    """The content that follows label and signature, held against the label. Raises `PackRefused`."""
    if label.schema != SCHEMA_VERSION:
        told = say("it belongs to another version of NeutroGUI (form {form}, needed is {needed})")
        raise _refused(told.format(form=label.schema, needed=SCHEMA_VERSION))
    content = file.read()
    if hashlib.sha256(content).digest() != label.digest:
        raise _refused(say("it is damaged or incomplete"))
    other = _refused(say("its content is not what its label says"))
    if form_of(content) != (APPLICATION_ID, label.schema):
        raise other
    engine = engine_over(content)
    try:
        library = SqliteLibrary(Opened(engine, label.digest.hex(), packed=True))
        if library.edition.name == label.edition and library.outline().ways:
            return library
    except (SQLAlchemyError, KeyError, ValueError):
        pass
    engine.dispose()
    raise other


def _opened(path: Path) -> BufferedReader | None:
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not stat.S_ISREG(found.st_mode):
        raise _refused(say("something else than a file has its name"))
    if found.st_size > LABEL_LENGTH + SIGNATURE_LENGTH + SIZE_LIMIT:
        raise _refused(say("the file is too large to be one"))
    return path.open("rb")


def _refused(why: str) -> PackRefused:
    return PackRefused(say("The content pack is not used: {reason}.").format(reason=why))
