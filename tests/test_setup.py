"""A new machine: the lock says all and names no host, the set-up tells a user in one line what is missing."""

import importlib.util
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from neutrogui.store.pack import trusted_keys

ROOT = Path(__file__).resolve().parents[1]
LOCKS = (ROOT / "requirements.lock", ROOT / "tools" / "uv.txt")


def named(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement)[0].lower().replace("_", "-")


def locked_versions() -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==(\S+)", LOCKS[0].read_text(encoding="utf-8"), re.MULTILINE))


def declared_requirements() -> Iterator[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    yield from project["project"]["dependencies"]
    for group in project["dependency-groups"].values():
        yield from (item for item in group if isinstance(item, str))


@pytest.fixture
def system_packages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("system_packages", ROOT / "tools" / "system_packages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("requirement", list(declared_requirements()))
def test_what_the_project_asks_for_stands_in_the_lock(requirement: str) -> None:
    version = locked_versions().get(named(requirement))
    assert version is not None, "run `make lock`"
    if "==" in requirement:
        assert version == requirement.split("==")[1], "run `make lock`"


@pytest.mark.parametrize(
    ("notice", "package"),
    [
        ("PySide6-Qt.txt", "pyside6-essentials"),
        ("shiboken6.txt", "shiboken6"),
        ("PyNaCl.txt", "pynacl"),
        ("typst.txt", "typst"),
        ("PyInstaller.txt", "pyinstaller"),
    ],
)
def test_a_licence_notice_names_the_locked_version(notice: str, package: str) -> None:
    text = (ROOT / "resources" / "licences" / notice).read_text(encoding="utf-8")
    assert f" {locked_versions()[package]}" in text


def test_every_licence_text_stands_in_the_index() -> None:
    folder = ROOT / "resources" / "licences"
    index = (folder / "NOTICES.txt").read_text(encoding="utf-8")
    named_there = {word.strip(",.") + ".txt" for word in re.findall(r"\S+(?=\.txt)", index)}
    assert named_there == {path.name for path in folder.iterdir()} - {"NOTICES.txt"}


def test_what_is_built_holds_sound_public_keys_and_no_private_one() -> None:
    resources = ROOT / "resources"
    trusted_keys(resources / "keys")
    assert list(resources.rglob("*.key")) == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_has_hashes_and_names_no_place(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    packages = re.findall(r"^[\w.-]+==(?:.*\\\n)+", text, re.MULTILINE)
    assert packages
    assert all("--hash=sha256:" in package for package in packages)
    assert len(packages) == len(re.findall(r"^[\w.-]+==", text, re.MULTILINE))
    assert not re.search(r"://|--index|--find-links|^-", text, re.MULTILINE)


def test_a_user_without_rights_is_told_one_line_to_type(
    system_packages: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_packages.sys, "platform", "linux")
    monkeypatch.setattr(system_packages.sys, "argv", ["system_packages.py"])
    monkeypatch.setattr(system_packages.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system_packages, "is_there", lambda library: "xcb-cursor" not in library)
    monkeypatch.setattr(system_packages, "FONT_FOLDERS", (str(ROOT / "resources" / "fonts"),))
    monkeypatch.setattr(system_packages.subprocess, "run", lambda *_, **__: pytest.fail("nothing is installed"))

    assert system_packages.main() == 1

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == ["Please type:  sudo apt-get install -y -q --no-install-recommends libxcb-cursor0"]


def test_what_a_screen_reader_needs_is_looked_for_only_when_it_is_asked_for(
    system_packages: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    there = tmp_path / "there"
    there.touch()
    monkeypatch.setattr(system_packages, "is_there", lambda library: True)
    monkeypatch.setattr(system_packages, "FONT_FOLDERS", (str(ROOT / "resources" / "fonts"),))
    monkeypatch.setattr(system_packages, "SCREEN_READER", {str(there)[1:]: "there", str(tmp_path / "g*e")[1:]: "gone"})
    assert system_packages.missing_packages(freeze=False, screen_reader=True) == ["gone"]
    assert system_packages.missing_packages(freeze=False, screen_reader=False) == []


def test_another_system_brings_its_libraries_along(
    system_packages: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_packages.sys, "platform", "darwin")
    monkeypatch.setattr(system_packages, "is_there", lambda library: False)

    assert system_packages.main() == 0
