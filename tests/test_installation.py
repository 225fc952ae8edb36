"""The self-test passes where all is well, and names the part that is not."""

import os
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from packing import OTHER_KEY, pack_bytes, write_key

from neutrogui import __version__, bundle, installation, places, policy
from neutrogui.authoring.__main__ import compile_content
from neutrogui.calculators.anc import AbsoluteNeutrophilCount
from neutrogui.domain.calculator import Catalogue, Outcome
from neutrogui.domain.library import ContentMissing
from neutrogui.domain.problem import Problem, Problems
from neutrogui.domain.query import Hit, Match
from neutrogui.installation import SHEET_EDITION, open_bundled_library, open_library_in_use, self_test
from neutrogui.store import pack
from neutrogui.store.connection import CONTENT_FILE
from neutrogui.store.library import SqliteLibrary

ROOT = Path(__file__).resolve().parents[1]

pytestmark = pytest.mark.usefixtures("own_config")


@pytest.fixture
def resources(compiled_content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation of one's own, to be damaged."""
    folder = tmp_path / "größer #1 %"
    for name in ("handout", "fonts"):
        shutil.copytree(ROOT / "resources" / name, folder / name)
    shutil.copytree(compiled_content, folder / "compiled")
    write_key(folder / "keys")
    monkeypatch.setattr(bundle, "resources", lambda: folder)
    monkeypatch.setattr(installation, "pack_path", lambda: tmp_path / "placed" / "content.ngpack")
    return folder


@pytest.fixture
def place(resources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bytes], Path]]:
    """Places a content pack as an administrator does; what was read from it is closed in the end."""
    engines = []
    engine_over = pack.engine_over
    monkeypatch.setattr(pack, "engine_over", lambda data: engines.append(engine_over(data)) or engines[-1])

    def placed(data: bytes) -> Path:
        path = installation.pack_path()
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        return path

    yield placed
    for engine in engines:
        engine.dispose()


def newer_content(source: Path, folder: Path) -> bytes:
    """The released content as edition 9999.1."""
    copy = shutil.copytree(source, folder / "newer")
    file = copy / "edition.yaml"
    file.write_text(re.sub(r'edition: ".*"', 'edition: "9999.1"', file.read_text(encoding="utf-8")), encoding="utf-8")
    assert compile_content(copy, folder / "newer compiled") == []
    return (folder / "newer compiled" / CONTENT_FILE).read_bytes()


def failed() -> dict[str, str]:
    return {check.name: check.detail for check in self_test() if not check.passed}


def details() -> dict[str, str]:
    return {check.name: check.detail for check in self_test()}


def test_a_whole_installation_passes(resources: Path) -> None:
    checks = self_test()
    assert [(check.name, check.passed) for check in checks] == [
        ("content", True),
        ("content pack", True),
        ("sqlite", True),
        ("calculations", True),
        ("search", True),
        ("sheet", True),
        ("settings", True),
    ]
    detail = {check.name: check.detail for check in checks}
    digest = (resources / "compiled/content.sha256").read_text(encoding="ascii")
    assert digest[:16] in detail["content"]
    assert sqlite3.sqlite_version in detail["sqlite"]


def test_the_library_is_the_bundled_one(resources: Path) -> None:
    assert open_bundled_library().entry("felty-syndrome").title == "Felty syndrome"
    shutil.rmtree(resources / "compiled")
    with pytest.raises(ContentMissing):
        open_bundled_library()


def test_a_content_pack_is_looked_for_in_the_administrators_folders_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "desktop", tmp_path / "shared"
    monkeypatch.setattr(places, "shared_folders", lambda: (first, second))
    assert installation.pack_path() == first / "content.ngpack"
    second.mkdir()
    (second / "content.ngpack").touch()
    assert installation.pack_path() == second / "content.ngpack"


def test_without_a_pack_the_library_in_use_is_the_bundled_one(resources: Path) -> None:
    in_use = open_library_in_use()
    assert (in_use.refusal, in_use.passed_over, in_use.library.edition.packed) == ("", "", False)
    assert details()["content pack"] == f"none in {installation.pack_path()}"


def test_the_library_in_use_comes_from_a_newer_pack(
    place: Callable[[bytes], Path], content_source: Path, tmp_path: Path
) -> None:
    path = place(pack_bytes(newer_content(content_source, tmp_path), "9999.1"))
    assert open_library_in_use().library.edition.name == "9999.1"
    assert failed() == {}
    assert details()["content pack"].startswith(f"edition 9999.1 in {path} is used, digest ")


def test_a_pack_that_is_no_newer_is_no_failure(place: Callable[[bytes], Path]) -> None:
    path = place(pack_bytes(b"", "2026.1"))
    assert failed() == {}
    assert details()["content pack"] == f"edition 2026.1 in {path} is no newer and not used"


def test_a_refused_pack_fails_with_its_reason_and_place(place: Callable[[bytes], Path]) -> None:
    path = place(pack_bytes(b"", "9999.1", key=OTHER_KEY))
    assert not open_library_in_use().library.edition.packed
    troubles = failed()
    assert set(troubles) == {"content pack"}
    assert "not signed with a key that this program trusts" in troubles["content pack"]
    assert str(path) in troubles["content pack"]


def test_a_pack_does_not_stand_in_for_missing_content(
    resources: Path, place: Callable[[bytes], Path], compiled_content: Path
) -> None:
    place(pack_bytes((compiled_content / CONTENT_FILE).read_bytes(), "9999.1"))
    shutil.rmtree(resources / "compiled")
    with pytest.raises(ContentMissing):
        open_library_in_use()


@pytest.mark.parametrize("answer", [True, False])
def test_signatures_that_cannot_be_checked_fail(resources: Path, monkeypatch: pytest.MonkeyPatch, answer: bool) -> None:
    monkeypatch.setattr(pack, "is_signed_by", lambda *_: answer)
    assert failed() == {"content pack": "signatures cannot be checked"}


def test_the_sheet_belongs_to_the_programs_version() -> None:
    assert __version__ == SHEET_EDITION


@pytest.mark.parametrize("damage", ["missing", "altered"])
def test_damaged_content_fails_with_its_reason(resources: Path, damage: str) -> None:
    content = resources / "compiled/content.sqlite"
    if damage == "missing":
        content.unlink()
    else:
        content.write_bytes(content.read_bytes()[:-1] + b"\x7f")
    troubles = failed()
    assert set(troubles) == {"content", "content pack", "search"}
    assert "Install NeutroGUI again" in troubles["content"]


@pytest.mark.parametrize("missing", ["handout", "fonts"])
def test_a_sheet_that_cannot_be_made_fails(resources: Path, missing: str) -> None:
    shutil.rmtree(resources / missing)
    assert set(failed()) == {"sheet"}


class Wrong(AbsoluteNeutrophilCount):
    """Makes one of the mistakes that the self-test is there for."""

    def __init__(self, mistake: str) -> None:
        self._mistake = mistake

    def evaluate(self, typed: Mapping[str, str]) -> Outcome | Problems:
        right = super().evaluate(typed)
        assert isinstance(right, Outcome)
        if self._mistake == "refuses":
            return Problems((Problem("wbc", "not-a-number", "No."),))
        if self._mistake == "grades rounded" and right.count_per_ul is not None:
            rounded = right.grades[0].scale.grade(right.count_per_ul.quantize(Decimal(1)).quantize(Decimal("1E1")))
            return replace(right, grades=(rounded,))
        return replace(right, values={**right.values, "anc_per_ul": "0"})


@pytest.mark.parametrize("mistake", ["refuses", "grades rounded", "counts wrong"])
def test_a_wrong_calculation_fails(resources: Path, mistake: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installation, "CATALOGUE", Catalogue((Wrong(mistake),)))
    assert set(failed()) == {"calculations"}


@pytest.mark.parametrize("found", [[], ["splenomegaly", "felty-syndrome"]])
def test_a_search_that_finds_something_else_fails(
    found: list[str], resources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hits = [Hit(entry_id, entry_id, Match.EXACT, entry_id, "title") for entry_id in found]
    monkeypatch.setattr(SqliteLibrary, "search", lambda *_: hits)
    assert set(failed()) == {"search"}


def test_an_error_without_words_is_named_by_its_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(installation, "_check_sqlite", fail)
    assert failed()["sqlite"] == "ZeroDivisionError"


def test_the_self_test_leaves_nothing_behind(resources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def listing(folder: Path) -> list[tuple[str, int]]:
        return sorted((str(path), path.stat().st_mtime_ns) for path in folder.rglob("*"))

    working, temporary = tmp_path / "working", tmp_path / "temporary"
    working.mkdir()
    temporary.mkdir()
    monkeypatch.chdir(working)
    monkeypatch.setattr(tempfile, "tempdir", os.fspath(temporary))
    before = listing(resources)
    assert failed() == {}
    assert listing(working) == listing(temporary) == []
    assert listing(resources) == before


def test_the_self_test_names_what_the_administrator_has_set(
    resources: Path, own_config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> str:
        return next(check.detail for check in self_test() if check.name == "settings")

    assert told() == "nothing is set by the administrator"
    shared = own_config / "site"
    shared.mkdir(parents=True)
    (shared / "policy.ini").write_text("[view]\nzoom=125\n", encoding="utf-8")
    (shared / "clinic.json").write_text('{"format": "neutrogui-clinic-1", "paper": "a4"}', encoding="utf-8")
    monkeypatch.setattr(policy, "clinic_policy", lambda: policy.Policy({"checked": ["es"]}))
    assert told() == "the administrator has set view/zoom, clinic/checked, clinic/paper"


@pytest.mark.parametrize("place", ["site/policy.ini", "site/clinic.json", "user/clinic.json"])
def test_settings_that_cannot_be_read_fail_with_their_place(resources: Path, own_config: Path, place: str) -> None:
    damaged = own_config / place
    damaged.parent.mkdir(parents=True)
    damaged.write_text("?", encoding="utf-8")
    troubles = failed()
    assert set(troubles) == {"settings"}
    assert str(damaged) in troubles["settings"]
