import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from neutrogui.handout.locking import alone_if_possible
from neutrogui.ui.language import SYSTEM
from neutrogui.ui.settings import APPEARANCE, LANGUAGE, ZOOM, Settings
from neutrogui.ui.style import Appearance


def written(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "settings.ini"
    path.write_text(text, encoding="utf-8")
    return Settings(QSettings(str(path), QSettings.Format.IniFormat))


@pytest.mark.parametrize("zoom", ["", "0", "101", "-100", "many", "99999999999999999999", "9" * 5000])
def test_a_text_size_that_is_not_offered_counts_as_none(tmp_path: Path, zoom: str) -> None:
    assert written(tmp_path, f"[view]\nzoom={zoom}\n").zoom == 100


def test_values_of_the_wrong_kind_count_as_absent(tmp_path: Path) -> None:
    settings = written(tmp_path, "[view]\nappearance=purple\n[window]\ngeometry=7\npanes=x\n")
    assert settings.appearance is Appearance.SYSTEM
    assert settings.geometry.isEmpty()
    assert settings.panes.isEmpty()


@pytest.mark.parametrize(("kept", "language"), [("es", "es"), ("en", "en"), ("system", SYSTEM), ("tlh", SYSTEM)])
def test_a_language_that_is_not_offered_counts_as_the_systems(tmp_path: Path, kept: str, language: str) -> None:
    assert written(tmp_path, f"[view]\nlanguage={kept}\n").language == language
    assert written(tmp_path, "").language == SYSTEM


def test_pinned_schemes_keep_their_order(tmp_path: Path) -> None:
    settings = written(tmp_path, "")
    assert settings.pinned_schemes == []
    for scheme in ("who", "ctcae-5.0", "ctcae-6.0"):
        settings.set_pinned(scheme, True)
    settings.set_pinned("who", True)
    settings.set_pinned("ctcae-5.0", False)
    settings.set_pinned("gone", False)
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


def test_a_path_that_cannot_be_written_is_told_before_anything_is_kept(tmp_path: Path) -> None:
    (tmp_path / "settings.ini").mkdir()
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    assert "cannot be saved" in settings.trouble


def test_settings_that_can_be_kept_are_no_trouble(tmp_path: Path) -> None:
    settings = Settings(QSettings(str(tmp_path / "new" / "settings.ini"), QSettings.Format.IniFormat))
    assert settings.trouble == ""
    assert not (tmp_path / "new" / "settings.ini").exists()


def test_the_first_change_of_all_is_made_alone_too(tmp_path: Path) -> None:
    seen = []

    @contextmanager
    def alone(path: Path) -> Iterator[bool]:
        with alone_if_possible(path) as is_sure:
            seen.append(is_sure)
            yield is_sure

    store = QSettings(str(tmp_path / "new" / "settings.ini"), QSettings.Format.IniFormat)
    Settings(store, alone=alone).set_favourite("felty-syndrome", True)
    assert seen == [True]


def test_the_administrators_value_comes_before_the_users_and_stays_out_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_text("[view]\nzoom=150\nappearance=light\n", encoding="utf-8")
    settings = Settings(QSettings(str(path), QSettings.Format.IniFormat), {ZOOM: "125"})
    assert (settings.zoom, settings.appearance) == (125, Appearance.LIGHT)
    assert (settings.is_managed(ZOOM), settings.is_managed(APPEARANCE)) == (True, False)
    settings.zoom = 200
    settings.appearance = Appearance.DARK
    settings.flush()
    assert (settings.zoom, settings.appearance) == (125, Appearance.DARK)
    own = Settings(QSettings(str(path), QSettings.Format.IniFormat))
    assert (own.zoom, own.appearance) == (150, Appearance.DARK)


@pytest.mark.parametrize(
    "policy", [{ZOOM: "126"}, {ZOOM: ""}, {APPEARANCE: "Dark"}, {LANGUAGE: "Spanish"}, {"view/colour": "red"}]
)
def test_a_value_of_the_administrator_that_cannot_be_used_is_told_and_sets_nothing(
    tmp_path: Path, policy: dict[str, str]
) -> None:
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat), policy)
    (key,) = policy
    assert not settings.is_managed(key)
    assert settings.policy_trouble == f"Settings of the administrator that cannot be used: {key}."
    assert (settings.zoom, settings.appearance) == (100, Appearance.SYSTEM)
