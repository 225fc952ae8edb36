import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from neutrogui.ui.settings import Settings
from neutrogui.ui.style import Appearance


def written(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "settings.ini"
    path.write_text(text, encoding="utf-8")
    return Settings(QSettings(str(path), QSettings.Format.IniFormat))


@pytest.mark.parametrize("zoom", ["", "0", "101", "-100", "many", "99999999999999999999"])
def test_a_text_size_that_is_not_offered_counts_as_none(tmp_path: Path, zoom: str) -> None:
    assert written(tmp_path, f"[view]\nzoom={zoom}\n").zoom == 100


def test_values_of_the_wrong_kind_count_as_absent(tmp_path: Path) -> None:
    settings = written(tmp_path, "[view]\nappearance=purple\n[window]\ngeometry=7\npanes=x\n")
    assert settings.appearance is Appearance.SYSTEM
    assert settings.geometry.isEmpty()
    assert settings.panes.isEmpty()


def test_pinned_schemes_keep_their_order(tmp_path: Path) -> None:
    settings = written(tmp_path, "")
    assert settings.pinned_schemes == []
    settings.pinned_schemes = ["who", "ctcae-6.0"]
    assert settings.pinned_schemes == ["who", "ctcae-6.0"]


def test_a_file_of_nonsense_leaves_the_standard_settings(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_bytes(bytes(range(256)) * 20)
    settings = Settings(QSettings(str(path), QSettings.Format.IniFormat))
    assert settings.zoom == 100
    assert settings.favourites == []


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder that can't be written")
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    settings.zoom = 125
    settings.flush()
    assert "cannot be saved" in settings.trouble


def test_a_path_that_is_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "settings.ini").mkdir()
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    settings.zoom = 125
    settings.flush()
    assert settings.trouble
