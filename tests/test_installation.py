"""The self-test passes where all is well, and names the part that is not."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from neutrogui import __version__, bundle, installation, policy
from neutrogui.calculators.anc import AbsoluteNeutrophilCount
from neutrogui.domain.calculator import Catalogue, Outcome
from neutrogui.domain.library import ContentMissing
from neutrogui.domain.problem import Problem, Problems
from neutrogui.domain.query import Hit, Match
from neutrogui.installation import SHEET_EDITION, open_bundled_library, self_test
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
    monkeypatch.setattr(bundle, "resources", lambda: folder)
    return folder


def failed() -> dict[str, str]:
    return {check.name: check.detail for check in self_test() if not check.passed}


def test_a_whole_installation_passes(resources: Path) -> None:
    checks = self_test()
    assert [(check.name, check.passed) for check in checks] == [
        ("content", True),
        ("sqlite", True),
        ("calculations", True),
        ("search", True),
        ("sheet", True),
        ("settings", True),
    ]
    details = {check.name: check.detail for check in checks}
    digest = (resources / "compiled/content.sha256").read_text(encoding="ascii")
    assert digest[:16] in details["content"]
    assert sqlite3.sqlite_version in details["sqlite"]


def test_the_library_is_the_bundled_one(resources: Path) -> None:
    assert open_bundled_library().entry("felty-syndrome").title == "Felty syndrome"
    shutil.rmtree(resources / "compiled")
    with pytest.raises(ContentMissing):
        open_bundled_library()


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
    assert set(troubles) == {"content", "search"}
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
