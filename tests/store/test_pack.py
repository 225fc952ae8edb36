"""A content pack is used when it is signed, whole, of this schema and newer; else the built-in content, saying why."""

import hashlib
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packing import HEAD, KEY, LABEL, OTHER_KEY, pack_bytes, write_key

from neutrogui.authoring.__main__ import compile_content
from neutrogui.domain.library import LibraryInUse
from neutrogui.store import pack
from neutrogui.store.connection import CONTENT_FILE
from neutrogui.store.library import SqliteLibrary, open_library
from neutrogui.store.pack import choose

SAMPLE = Path(__file__).resolve().parents[1] / "sample_content"
KNOWN_SCHEMA = 3


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The seven sample entries, compiled as the edition that is asked for."""
    made: dict[str, Path] = {}

    def compiled(name: str) -> Path:
        if name not in made:
            source = shutil.copytree(SAMPLE, tmp_path_factory.mktemp("edition") / "source")
            file = source / "edition.yaml"
            file.write_text(file.read_text(encoding="utf-8").replace('"sample"', f'"{name}"'), encoding="utf-8")
            made[name] = source.parent / "compiled"
            assert compile_content(source, made[name]) == []
        return made[name]

    return compiled


@dataclass
class Placed:
    """A program with edition 2026.11 and one key, and the place for a pack."""

    built_in: SqliteLibrary
    path: Path
    keys: Path
    newer: bytes
    """The content of edition 2026.12."""

    def __post_init__(self) -> None:
        self._used: list[SqliteLibrary] = []

    def choose(self, data: bytes | None = None) -> LibraryInUse:
        """What the program reads from, after a pack of these bytes was placed."""
        if data is not None:
            self.path.write_bytes(data)
        chosen = choose(self.built_in, self.path, self.keys)
        if chosen.library is not self.built_in:
            assert isinstance(chosen.library, SqliteLibrary)
            self._used.append(chosen.library)
        return chosen

    def refusal(self, data: bytes | None = None) -> str:
        """Why the pack is refused, after a look at all that a refusal has to be."""
        chosen = self.choose(data)
        assert chosen.library is self.built_in
        assert chosen.passed_over == ""
        begin = "The content pack is not used: "
        end = (
            ". You are reading the content that came with the program, edition 2026.11."
            " Please tell whoever looks after this computer."
        )
        assert chosen.refusal.startswith(begin)
        assert chosen.refusal.endswith(end)
        return chosen.refusal.removeprefix(begin).removesuffix(end)

    def close(self) -> None:
        for library in self._used:
            library._opened.engine.dispose()


@pytest.fixture
def placed(edition: Callable[[str], Path], tmp_path: Path) -> Iterator[Placed]:
    built_in = open_library(edition("2026.11"))
    write_key(tmp_path / "keys")
    newer = (edition("2026.12") / CONTENT_FILE).read_bytes()
    made = Placed(built_in, tmp_path / "content.ngpack", tmp_path / "keys", newer)
    yield made
    made.close()
    built_in._opened.engine.dispose()


DAMAGED = "it is damaged or incomplete"
UNKNOWN_KEY = "it is not signed with a key that this program trusts"
NO_PACK = "the file is no content pack, or one of another form"
MISLABELLED = "its content is not what its label says"


def test_a_newer_pack_that_is_signed_is_read(placed: Placed) -> None:
    chosen = placed.choose(pack_bytes(placed.newer))
    assert (chosen.refusal, chosen.passed_over) == ("", "")
    edition = chosen.library.edition
    assert (edition.name, edition.packed) == ("2026.12", True)
    assert edition.digest == hashlib.sha256(placed.newer).hexdigest()
    assert not placed.built_in.edition.packed
    assert chosen.library.entry("felty-syndrome").title == "Felty syndrome"
    assert chosen.library.search("felty")[0].id == "felty-syndrome"


def test_what_was_verified_is_what_is_used(placed: Placed) -> None:
    library = placed.choose(pack_bytes(placed.newer)).library
    placed.path.unlink()
    assert library.entry("felty-syndrome").title == "Felty syndrome"


@pytest.mark.parametrize("place", ["content.ngpack", "no folder/content.ngpack", "keys/clinic.pub/content.ngpack"])
def test_without_a_pack_the_built_in_content_is_read_and_nothing_said(placed: Placed, place: str) -> None:
    placed.path = placed.path.parent / place
    assert placed.choose() == LibraryInUse(placed.built_in)


@pytest.mark.parametrize("name", ["2026.12", "2026.11.1", "2027.1", "2027", "10000.1"])
def test_a_newer_edition_is_used(placed: Placed, edition: Callable[[str], Path], name: str) -> None:
    content = (edition(name) / CONTENT_FILE).read_bytes()
    assert placed.choose(pack_bytes(content, name)).library.edition.name == name


@pytest.mark.parametrize(
    "name", ["2026.11", "2026.10.9", "2026.9", "2026", "999.12", "", "v2027.1", "2027-01", "2027.1X"]
)
def test_an_edition_that_is_no_newer_is_passed_over_without_alarm(placed: Placed, name: str) -> None:
    assert placed.choose(pack_bytes(placed.newer, name)) == LibraryInUse(placed.built_in, passed_over=name)


def test_an_edition_that_is_no_newer_is_passed_over_whatever_its_schema(placed: Placed) -> None:
    # As after an update of the program that brought another schema: nobody has to take the old pack away first.
    assert placed.choose(pack_bytes(placed.newer, "2026.10", schema=2)).passed_over == "2026.10"


def test_a_signed_edition_that_is_not_ascii_is_passed_over_like_any_other_name_without_numbers(placed: Placed) -> None:
    label = b"NeutroGUI pack 1" + "2027.é".encode().ljust(24, b"\0") + (3).to_bytes(4, "big")
    label += hashlib.sha256(placed.newer).digest()
    whole = label + KEY.sign(label).signature + placed.newer
    assert placed.choose(whole) == LibraryInUse(placed.built_in, passed_over="2027.\ufffd\ufffd")


@pytest.mark.parametrize("edition", ["2026.12", "123456789.12345678901.99"])
def test_a_label_is_written_byte_by_byte_as_it_is_documented(edition: str) -> None:
    digest = bytes(range(100, 132))
    written = pack.Label(edition, 0x01020304, digest).to_bytes()
    assert written == b"NeutroGUI pack 1" + edition.encode("ascii").ljust(24, b"\0") + b"\1\2\3\4" + digest
    assert pack.Label.from_bytes(written) == pack.Label(edition, 0x01020304, digest)


@pytest.mark.parametrize("name", ["2026.12", "2026.11", "2026.10"])
def test_a_key_that_the_program_does_not_have_is_refused(placed: Placed, name: str) -> None:
    assert placed.refusal(pack_bytes(placed.newer, name, key=OTHER_KEY)) == UNKNOWN_KEY


def test_a_pack_that_nobody_signed_is_refused(placed: Placed) -> None:
    whole = pack_bytes(placed.newer)
    assert placed.refusal(whole[:LABEL] + bytes(64) + whole[HEAD:]) == UNKNOWN_KEY


@pytest.mark.parametrize("mine", [KEY, OTHER_KEY])
def test_any_of_several_keys_will_do(placed: Placed, mine) -> None:
    write_key(placed.keys, OTHER_KEY, "next")
    assert placed.choose(pack_bytes(placed.newer, key=mine)).library.edition.packed


@pytest.mark.parametrize("folder", ["gone", "empty"])
def test_a_program_without_a_key_refuses_every_pack(placed: Placed, folder: str) -> None:
    shutil.rmtree(placed.keys)
    if folder == "empty":
        placed.keys.mkdir()
        (placed.keys / "README.md").write_text("No key.", encoding="utf-8")
    assert placed.refusal(pack_bytes(placed.newer)) == "this program has no key to check its signature with"


@pytest.mark.parametrize(
    "text",
    ["", "00" * 31, "00" * 33, "zz" * 32, "é" * 64, KEY.verify_key.encode().hex()[:-1], "-----BEGIN PUBLIC KEY-----"],
    ids=["empty", "short", "long", "not hexadecimal", "not ASCII", "half a byte less", "another form"],
)
def test_a_damaged_key_is_named(placed: Placed, text: str) -> None:
    (placed.keys / "other.pub").write_text(text, encoding="utf-8")
    assert placed.refusal(pack_bytes(placed.newer)) == "the program’s key “other.pub” is damaged"


@pytest.mark.parametrize("key", [bytes(32), b"\x01" + bytes(31), b"\xec" + b"\xff" * 30 + b"\x7f"])
def test_a_key_that_fits_every_signature_fits_none(placed: Placed, key: bytes) -> None:
    # Points of small order, under which a signature of nothing is valid for any message in a careless check.
    (placed.keys / "clinic.pub").write_text(key.hex(), encoding="ascii")
    whole = pack_bytes(placed.newer)
    forged = b"\x01" + bytes(63)
    for signature in (bytes(64), forged, key + bytes(32)):
        assert placed.refusal(whole[:LABEL] + signature + whole[HEAD:]) == UNKNOWN_KEY


def test_a_signature_has_one_form(placed: Placed) -> None:
    # S and S + L satisfy the same equation; RFC 8032, 5.1.7 allows only the S below L.
    order = 2**252 + 27742317777372353535851937790883648493
    whole = bytearray(pack_bytes(placed.newer))
    s = int.from_bytes(whole[LABEL + 32 : HEAD], "little")
    whole[LABEL + 32 : HEAD] = (s + order).to_bytes(32, "little")
    assert placed.refusal(bytes(whole)) == UNKNOWN_KEY


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_flipped_bit_anywhere_is_refused(placed: Placed, data: st.DataObject) -> None:
    whole = bytearray(pack_bytes(placed.newer))
    place = data.draw(st.one_of(st.integers(0, HEAD - 1), st.integers(0, len(whole) - 1)), "place")
    whole[place] ^= 1 << data.draw(st.integers(0, 7), "bit")
    if place < 16:
        expected = {NO_PACK}
    elif place < LABEL - 32 or LABEL <= place < HEAD:
        expected = {UNKNOWN_KEY}
    else:
        expected = {DAMAGED}
    assert placed.refusal(bytes(whole)) in expected


@pytest.mark.parametrize("kept", [0, 1, 15])
def test_a_pack_cut_within_its_first_word_is_none(placed: Placed, kept: int) -> None:
    assert placed.refusal(pack_bytes(placed.newer)[:kept]) == NO_PACK


@pytest.mark.parametrize(
    "kept", [16, LABEL - 1, LABEL, LABEL + 1, HEAD - 1, HEAD, HEAD + 1, HEAD + 99, HEAD + 4096, -1]
)
def test_a_pack_cut_anywhere_else_is_incomplete(placed: Placed, kept: int) -> None:
    assert placed.refusal(pack_bytes(placed.newer)[:kept]) == DAMAGED


@pytest.mark.parametrize("more", [b"\0", b"\n", b"more", bytes(4096)])
def test_a_pack_with_something_after_it_is_refused(placed: Placed, more: bytes) -> None:
    assert placed.refusal(pack_bytes(placed.newer) + more) == DAMAGED


def test_a_pack_twice_over_is_refused(placed: Placed) -> None:
    assert placed.refusal(pack_bytes(placed.newer) * 2) == DAMAGED


def test_the_label_of_one_pack_before_the_content_of_another_is_refused(
    placed: Placed, edition: Callable[[str], Path]
) -> None:
    other = (edition("2026.10") / CONTENT_FILE).read_bytes()
    assert placed.refusal(pack_bytes(placed.newer)[:HEAD] + other) == DAMAGED


def test_the_edition_of_an_old_pack_cannot_be_raised(placed: Placed, edition: Callable[[str], Path]) -> None:
    old = pack_bytes((edition("2026.10") / CONTENT_FILE).read_bytes(), "2026.10")
    assert placed.refusal(old.replace(b"2026.10\0", b"2026.99\0", 1)) == UNKNOWN_KEY


@pytest.mark.parametrize("schema", [0, KNOWN_SCHEMA - 1, KNOWN_SCHEMA + 1, 2**32 - 1])
def test_a_schema_that_the_program_does_not_know_is_refused(placed: Placed, schema: int) -> None:
    assert placed.refusal(pack_bytes(placed.newer, schema=schema)) == (
        f"it belongs to another version of NeutroGUI (form {schema}, needed is {KNOWN_SCHEMA})"
    )


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 200, b"NeutroGUI pack 2" + bytes(400), b"neutrogui pack 1" + bytes(400), b"PK\x03\x04" + bytes(400)],
    ids=["empty", "zeros", "another form", "small letters", "an archive"],
)
def test_what_is_no_pack_is_refused(placed: Placed, data: bytes) -> None:
    assert placed.refusal(data) == NO_PACK


def test_a_bare_content_file_is_no_pack(placed: Placed) -> None:
    assert placed.refusal(placed.newer) == NO_PACK


def test_a_label_of_another_form_is_refused_though_it_is_signed(placed: Placed) -> None:
    assert placed.refusal(pack_bytes(placed.newer, magic=b"NeutroGUI pack 2")) == NO_PACK


def test_an_enormous_file_is_refused_unread(placed: Placed, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pack_bytes(placed.newer)
    monkeypatch.setattr(pack, "SIZE_LIMIT", len(placed.newer))
    assert placed.choose(whole).library.edition.packed
    monkeypatch.setattr(pack, "SIZE_LIMIT", len(placed.newer) - 1)
    placed.path.write_bytes(whole)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("it was opened"))
    assert placed.refusal() == "the file is too large to be one"


def test_nothing_of_a_pack_is_understood_before_its_signature_is_right(
    placed: Placed, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("read_library", "form_of", "engine_over", "edition_order"):
        monkeypatch.setattr(pack, name, lambda *_: pytest.fail("it was looked into"))
    monkeypatch.setattr(pack.Label, "from_bytes", lambda *_: pytest.fail("its label was read"))
    assert placed.refusal(pack_bytes(placed.newer, key=OTHER_KEY)) == UNKNOWN_KEY


def test_nothing_of_the_content_is_understood_before_its_digest_is_right(
    placed: Placed, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("form_of", "engine_over"):
        monkeypatch.setattr(pack, name, lambda *_: pytest.fail("it was looked into"))
    assert placed.refusal(pack_bytes(placed.newer)[:-1]) == DAMAGED


def test_a_folder_in_its_place_is_refused(placed: Placed) -> None:
    placed.path.mkdir()
    assert placed.refusal() == "something else than a file has its name"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_a_pipe_in_its_place_is_refused_and_not_waited_for(placed: Placed) -> None:
    os.mkfifo(placed.path)
    assert placed.refusal() == "something else than a file has its name"


@pytest.mark.parametrize("step", ["stat", "open"])
def test_a_file_that_cannot_be_read_is_told(placed: Placed, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    placed.path.write_bytes(pack_bytes(placed.newer))
    real = getattr(Path, step)

    def denied(path: Path, *arguments: object, **options: object) -> object:
        if path == placed.path:
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **options)

    monkeypatch.setattr(Path, step, denied)
    assert placed.refusal() == "it cannot be read (Permission denied)"


def signed_with_content(change: Callable[[bytearray], object]) -> Callable[[bytes], bytes]:
    def made(content: bytes) -> bytes:
        data = bytearray(content)
        change(data)
        return pack_bytes(bytes(data))

    return made


def without(table: str) -> Callable[[bytes], bytes]:
    def made(content: bytes) -> bytes:
        connection = sqlite3.connect(":memory:")
        connection.deserialize(content)
        connection.execute(f"DROP TABLE {table}")
        data = connection.serialize()
        connection.close()
        return pack_bytes(data)

    return made


def with_no_places(content: bytes) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content)
    connection.execute("DELETE FROM place")
    connection.commit()
    data = connection.serialize()
    connection.close()
    return pack_bytes(data)


@pytest.mark.parametrize(
    "signed",
    [
        lambda content: pack_bytes(content, "2027.1"),
        lambda _: pack_bytes(b""),
        lambda _: pack_bytes(b"SQLite format 3\0"),
        signed_with_content(lambda data: data.__setitem__(63, 4)),
        signed_with_content(lambda data: data.__setitem__(71, 0)),
        signed_with_content(lambda data: data.__setitem__(slice(0, 16), bytes(16))),
        signed_with_content(lambda data: data.__delitem__(slice(100, None))),
        signed_with_content(lambda data: data.__delitem__(slice(4096, None))),
        without("meta"),
        without("place"),
        with_no_places,
    ],
    ids=[
        "another edition",
        "nothing",
        "a beginning",
        "another schema",
        "another program",
        "no database",
        "a header",
        "a page",
        "no edition",
        "no outline",
        "an empty outline",
    ],
)
def test_a_mistake_of_whoever_signed_it_does_no_harm(placed: Placed, signed: Callable[[bytes], bytes]) -> None:
    assert placed.refusal(signed(placed.newer)) == MISLABELLED
