"""A portable program keeps all that it writes beside itself; an installed one where the system says."""

import os
import sys
from pathlib import Path

import platformdirs
import pytest

from neutrogui import places

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a frozen program."""
    folder = tmp_path / "größer #1 %" / "neutrogui"
    folder.mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(folder / "_internal"), raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "neutrogui"))
    return folder


def test_with_the_marker_everything_is_kept_beside_the_program(program: Path) -> None:
    (program / "portable").touch()
    data = program / "data"
    assert places.portable_folder() == places.config_folder() == places.log_folder() == data
    assert places.settings_file() == data / "settings.ini"
    assert not data.exists()


@pytest.mark.parametrize("marker", [None, "folder", "elsewhere"])
def test_without_the_marker_the_system_says_where(program: Path, marker: str | None) -> None:
    if marker == "folder":
        (program / "portable").mkdir()
    if marker == "elsewhere":
        (program.parent / "portable").touch()
    assert places.portable_folder() is None
    assert places.settings_file() is None
    assert places.config_folder() == platformdirs.user_config_path("NeutroGUI", appauthor=False)
    assert places.log_folder() == platformdirs.user_log_path("NeutroGUI", appauthor=False)


def test_a_program_that_is_not_frozen_is_never_portable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "portable").touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert places.portable_folder() is None


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know one such folder")
def test_every_folder_that_the_desktop_names_is_shared_in_its_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", os.pathsep.join(("/etc/xdg/xdg-ubuntu", "/etc/xdg")))
    assert places.shared_folders() == (Path("/etc/xdg/xdg-ubuntu/NeutroGUI"), Path("/etc/xdg/NeutroGUI"))
    monkeypatch.delenv("XDG_CONFIG_DIRS")
    assert places.shared_folders() == (Path("/etc/xdg/NeutroGUI"),)
