"""The compiled file: the same bytes from the same sources, whole or not at all."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from neutrogui.authoring import writer
from neutrogui.authoring.__main__ import compile_content
from neutrogui.store.schema import APPLICATION_ID, SCHEMA_VERSION

ROOT = Path(__file__).resolve().parents[2]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture
def database(compiled_sample: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(compiled_sample / "content.sqlite")) as connection:
        yield connection


def test_the_same_sources_give_the_same_bytes_in_every_process(sample_source: Path, tmp_path: Path) -> None:
    runs = []
    for order in ("1", "2"):
        target = tmp_path / order
        subprocess.run(
            [sys.executable, "-m", "neutrogui.authoring", "--source", str(sample_source), "--target", str(target)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": order, "TZ": f"Etc/GMT+{order}"},
            check=True,
            capture_output=True,
            timeout=60,
        )
        runs.append(files(target))
    assert runs[0] == runs[1]


def test_the_order_of_files_on_the_disk_does_not_matter(
    sample_source: Path, compiled_sample: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    for path in sorted(sample_source.rglob("*.*"), reverse=True):
        place = other / path.relative_to(sample_source)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
    assert compile_content(other, tmp_path / "target") == []
    assert files(tmp_path / "target") == files(compiled_sample)


def test_another_word_gives_other_bytes(sample_source: Path, compiled_sample: Path, tmp_path: Path) -> None:
    path = sample_source / "entries/conditions/splenomegaly.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Many", "Most"), encoding="utf-8")
    assert compile_content(sample_source, tmp_path / "target") == []
    assert files(tmp_path / "target")["content.sha256"] != files(compiled_sample)["content.sha256"]


def test_the_digest_is_that_of_the_file_and_nothing_else_is_left(compiled_sample: Path) -> None:
    made = files(compiled_sample)
    assert set(made) == {"content.sqlite", "content.sha256"}
    assert made["content.sha256"].decode() == hashlib.sha256(made["content.sqlite"]).hexdigest() + "\n"


def test_the_header_names_the_program_and_not_who_wrote_it(compiled_sample: Path) -> None:
    header = files(compiled_sample)["content.sqlite"][:100]
    assert header.startswith(b"SQLite format 3\x00")
    assert header[18:20] == b"\x01\x01", "a write-ahead log could not be opened from memory"
    assert int.from_bytes(header[60:64], "big") == SCHEMA_VERSION
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert header[92:100] == bytes(8)


def test_the_database_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in ("name_words", "name_trigrams", "passage_words", "entry_words"):
        database.execute(f"INSERT INTO {table}({table}) VALUES ('integrity-check')")


def test_every_name_and_passage_can_be_searched_for(database: sqlite3.Connection) -> None:
    def ids(query: str) -> list[int]:
        return [row[0] for row in database.execute(query)]

    assert ids("SELECT rowid FROM name_words ORDER BY 1") == ids("SELECT id FROM name ORDER BY 1")
    assert ids("SELECT rowid FROM name_trigrams ORDER BY 1") == ids("SELECT id FROM name ORDER BY 1")
    assert ids("SELECT rowid FROM passage_words ORDER BY 1") == ids("SELECT id FROM passage ORDER BY 1")
    assert ids("SELECT rowid FROM entry_words ORDER BY 1") == ids("SELECT id FROM name WHERE is_title ORDER BY 1")
    assert ids("SELECT count(*) FROM name WHERE is_title") == ids("SELECT count(*) FROM entry")


def test_older_content_is_replaced(sample_source: Path, compiled_sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.mkdir()
    (target / "content.sqlite").write_bytes(b"older")
    (target / "content.sha256").write_bytes(b"older")
    assert compile_content(sample_source, target) == []
    assert files(target) == files(compiled_sample)


def test_older_content_stays_when_writing_fails(
    sample_source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "target"
    target.mkdir()
    older = {"content.sha256": b"older", "content.sqlite": b"older"}
    for name, data in older.items():
        (target / name).write_bytes(data)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writer, "_fill_names", full)
    with pytest.raises(OSError, match="No space left"):
        compile_content(sample_source, target)
    assert files(target) == older
