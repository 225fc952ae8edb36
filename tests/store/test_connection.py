"""The content file is used only when it is whole, unaltered and of this program."""

import hashlib
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from neutrogui.domain.library import ContentAltered, ContentMissing, ContentOfOtherSchema, LibraryError
from neutrogui.store import connection
from neutrogui.store.connection import CONTENT_FILE, DIGEST_FILE, open_content
from neutrogui.store.library import SqliteLibrary


@pytest.fixture
def folder(compiled_sample: Path, tmp_path: Path) -> Path:
    """A copy of the compiled sample, to be spoilt."""
    return shutil.copytree(compiled_sample, tmp_path / "copy")


def spoilt(folder: Path, spoil: Callable[[bytearray], object], *, digest_too: bool = False) -> Path:
    data = bytearray((folder / CONTENT_FILE).read_bytes())
    spoil(data)
    (folder / CONTENT_FILE).write_bytes(data)
    if digest_too:
        (folder / DIGEST_FILE).write_text(hashlib.sha256(data).hexdigest(), encoding="ascii")
    return folder


def test_what_was_released_is_opened(folder: Path) -> None:
    content = open_content(folder)
    with content.engine.connect() as opened:
        assert opened.execute(text("SELECT count(*) FROM entry")).scalar_one() == 7
    assert content.digest == hashlib.sha256((folder / CONTENT_FILE).read_bytes()).hexdigest()
    content.engine.dispose()


@pytest.mark.parametrize("name", [CONTENT_FILE, DIGEST_FILE])
def test_a_missing_file_is_told_and_none_is_made(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ContentMissing, match="is missing"):
        open_content(folder)
    assert not (folder / name).exists()


@pytest.mark.parametrize("name", [CONTENT_FILE, DIGEST_FILE])
def test_a_file_that_cannot_be_read_is_told(folder: Path, name: str) -> None:
    (folder / name).unlink()
    (folder / name).mkdir()
    with pytest.raises(ContentMissing, match="cannot be read"):
        open_content(folder)


def test_a_missing_folder_is_told_and_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(ContentMissing):
        open_content(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_one_altered_byte_anywhere_is_noticed(folder: Path) -> None:
    whole = (folder / CONTENT_FILE).read_bytes()
    chance = random.Random(20261121)
    places = {0, 60, 63, 68, 71, 92, 99, 100, len(whole) // 2, len(whole) - 1}
    places |= {chance.randrange(len(whole)) for _ in range(300)}
    unnoticed = []
    for place in sorted(places):
        altered = bytearray(whole)
        altered[place] ^= 1 << chance.randrange(8)
        (folder / CONTENT_FILE).write_bytes(altered)
        try:
            open_content(folder)
        except ContentAltered:
            continue
        unnoticed.append(place)
    assert unnoticed == []


@pytest.mark.parametrize("kept", [0, 1, 99, 100, 4096, 0.5, -1])
def test_a_file_that_was_cut_short_is_noticed(folder: Path, kept: float) -> None:
    def cut(data: bytearray) -> None:
        del data[int(len(data) * kept) if kept == 0.5 else int(kept) :]

    with pytest.raises(ContentAltered):
        open_content(spoilt(folder, cut))


def test_a_file_that_grew_is_noticed(folder: Path) -> None:
    with pytest.raises(ContentAltered):
        open_content(spoilt(folder, lambda data: data.append(0)))


@pytest.mark.parametrize("kept", [0, 99])
def test_a_file_too_short_for_a_header_is_refused_even_with_its_digest(folder: Path, kept: int) -> None:
    def cut(data: bytearray) -> None:
        del data[kept:]

    with pytest.raises(ContentAltered):
        open_content(spoilt(folder, cut, digest_too=True))


@pytest.mark.parametrize(
    "digest", ["", "0" * 64, "no digest at all", "\u00e9\ufffd" * 32], ids=["empty", "zeros", "words", "not ASCII"]
)
def test_an_altered_digest_is_noticed(folder: Path, digest: str) -> None:
    (folder / DIGEST_FILE).write_text(digest, encoding="utf-8")
    with pytest.raises(ContentAltered):
        open_content(folder)


def test_white_space_around_the_digest_does_not_matter(folder: Path) -> None:
    digest = (folder / DIGEST_FILE).read_text(encoding="ascii").strip()
    (folder / DIGEST_FILE).write_bytes(f"  {digest}\r\n".encode("ascii"))
    open_content(folder).engine.dispose()


def header_number(place: int, change: int) -> Callable[[bytearray], None]:
    """Changes a four-byte number of SQLite's header: 60 holds `user_version`, 68 `application_id`."""

    def spoil(data: bytearray) -> None:
        number = int.from_bytes(data[place : place + 4], "big") + change
        data[place : place + 4] = number.to_bytes(4, "big")

    return spoil


@pytest.mark.parametrize("change", [1, -1, 1 << 24])
@pytest.mark.parametrize("place", [60, 68], ids=["schema version", "application id"])
def test_content_of_another_program_or_version_is_refused(folder: Path, place: int, change: int) -> None:
    with pytest.raises(ContentOfOtherSchema, match="another version of NeutroGUI"):
        open_content(spoilt(folder, header_number(place, change), digest_too=True))


def test_a_file_that_is_no_database_is_refused_even_with_its_digest(folder: Path) -> None:
    def replace(data: bytearray) -> None:
        data[:] = random.Random(1).randbytes(4096)

    with pytest.raises(ContentOfOtherSchema):
        open_content(spoilt(folder, replace, digest_too=True))


def test_the_first_hundred_bytes_tell_whose_file_it_is(folder: Path) -> None:
    def header_alone(data: bytearray) -> None:
        del data[100:]

    spoilt(folder, header_number(60, 1))
    with pytest.raises(ContentOfOtherSchema):
        open_content(spoilt(folder, header_alone, digest_too=True))


def test_an_enormous_file_is_refused_unread(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size = (folder / CONTENT_FILE).stat().st_size
    monkeypatch.setattr(connection, "SIZE_LIMIT", size)
    open_content(folder).engine.dispose()
    monkeypatch.setattr(connection, "SIZE_LIMIT", size - 1)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    with pytest.raises(ContentAltered):
        open_content(folder)


@pytest.mark.parametrize(
    "name",
    ["a#b", "100%", "50%20off", "what?", "a b", "größer 中文 שלום", "😀", "a;b'c\"d", "file:x?mode=ro", "&=+@"],
)
def test_the_folder_may_have_any_name(compiled_sample: Path, tmp_path: Path, name: str) -> None:
    folder = shutil.copytree(compiled_sample, tmp_path / name)
    content = open_content(folder)
    assert SqliteLibrary(content).edition.name == "sample"
    content.engine.dispose()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM entry",
        "UPDATE entry SET title = 'x'",
        "INSERT INTO meta VALUES ('a', 'b')",
        "DROP TABLE entry",
        "CREATE TABLE other (a)",
    ],
)
def test_nothing_can_be_written(folder: Path, statement: str) -> None:
    content = open_content(folder)
    with content.engine.connect() as opened, pytest.raises(OperationalError, match="readonly"):
        opened.execute(text(statement))
    content.engine.dispose()


def test_a_schema_from_elsewhere_is_not_trusted(folder: Path) -> None:
    content = open_content(folder)
    with content.engine.connect() as opened:
        assert opened.execute(text("PRAGMA trusted_schema")).scalar_one() == 0
        assert opened.execute(text("PRAGMA query_only")).scalar_one() == 1
    content.engine.dispose()


def test_what_was_verified_is_what_is_used(folder: Path) -> None:
    content = open_content(folder)
    library = SqliteLibrary(content)
    shutil.rmtree(folder)
    assert library.entry("felty-syndrome").title == "Felty syndrome"
    assert library.search("felty")
    content.engine.dispose()


@pytest.mark.parametrize("kind", [ContentMissing, ContentAltered, ContentOfOtherSchema])
def test_every_trouble_says_what_can_be_done(folder: Path, kind: type[LibraryError]) -> None:
    if kind is ContentMissing:
        (folder / CONTENT_FILE).unlink()
    else:
        spoilt(folder, header_number(60, 1), digest_too=kind is ContentOfOtherSchema)
    with pytest.raises(kind) as raised:
        open_content(folder)
    message = str(raised.value)
    assert "Install NeutroGUI again" in message
    assert "The calculator works without it." in message
