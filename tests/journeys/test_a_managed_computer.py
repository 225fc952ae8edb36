"""On a computer that an administrator looks after: what is set stays set and says so; what can't be kept is told."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from neutrogui import app, places
from neutrogui.handout.clinic_file import ClinicFiles
from neutrogui.ui.accessible import Text
from neutrogui.ui.language import ENGLISH, LANGUAGES, SYSTEM
from neutrogui.ui.main_window import MainWindow
from neutrogui.ui.settings import APPEARANCE, LANGUAGE, ZOOM, Settings
from neutrogui.ui.style import Appearance

COLOURS = ("appearance_system", "appearance_light", "appearance_dark")
SIZES = ("zoom_in", "zoom_out", "zoom_reset")


def ini(path: Path) -> QSettings:
    return QSettings(str(path), QSettings.Format.IniFormat)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


@pytest.fixture
def start(qtbot, file: Path, tmp_path: Path):
    def made(policy: dict[str, str]) -> MainWindow:
        clinic = ClinicFiles(tmp_path / "clinic.json")
        window = app.make_window(app.application(["neutrogui"]), ini(file), clinic, policy)
        qtbot.addWidget(window)
        window.show()
        return window

    return made


def banner(window: MainWindow) -> str:
    text = window.banner.findChild(Text)
    assert isinstance(text, Text)
    return text.text() if window.banner.isVisible() else ""


def test_what_is_managed_is_in_force_and_cannot_be_chosen(start, file: Path) -> None:
    ini(file).setValue(ZOOM, "200")
    window = start({ZOOM: "125", APPEARANCE: "dark"})
    actions = window.actions_by_key
    for key in (*COLOURS, *SIZES):
        assert not actions[key].isEnabled()
        assert actions[key].text().endswith(" (set by your organisation)")
    assert actions["appearance_dark"].isChecked()
    assert actions["search"].isEnabled()
    window.close()
    assert Settings(ini(file)).zoom == 200
    assert Settings(ini(file)).appearance is Appearance.SYSTEM


def test_a_managed_language_is_in_force_and_cannot_be_chosen(start, file: Path) -> None:
    window = start({LANGUAGE: "es"})
    try:
        assert window.calculator.clear_button.text() == "Vaciar"
        for choice in (SYSTEM, *LANGUAGES):
            action = window.actions_by_key[f"language_{choice}"]
            assert not action.isEnabled()
            assert action.text().endswith(" (fijado por su organización)")
        assert window.actions_by_key["language_es"].isChecked()
        window.close()
        assert Settings(ini(file)).language == SYSTEM
    finally:
        window._language.choose(ENGLISH)


def test_what_is_not_managed_stays_the_users(start, file: Path) -> None:
    window = start({ZOOM: "125"})
    for key in COLOURS:
        assert window.actions_by_key[key].isEnabled()
        assert "organisation" not in window.actions_by_key[key].text()
    window.actions_by_key["appearance_dark"].trigger()
    window.close()
    assert Settings(ini(file)).appearance is Appearance.DARK


def test_without_trouble_nothing_is_said(start) -> None:
    window = start({ZOOM: "125"})
    window.tell_settings_trouble()
    assert banner(window) == ""


def test_what_the_administrator_set_wrongly_is_told_and_stays_the_users(start) -> None:
    window = start({ZOOM: "126", "view/colour": "red"})
    window.tell_settings_trouble("A file cannot be read.")
    assert banner(window) == (
        "A file cannot be read. Settings of the administrator that cannot be used: view/colour, view/zoom."
    )
    assert window.actions_by_key["zoom_in"].isEnabled()


def test_settings_that_cannot_be_kept_are_told_at_the_start(start, file: Path) -> None:
    file.mkdir()
    window = start({})
    window.tell_settings_trouble()
    assert banner(window) == "Settings cannot be saved on this computer. The program works, but will forget them."
    window.actions_by_key["zoom_in"].trigger()
    window.close()


def test_a_portable_programs_settings_lie_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "settings_file", lambda: tmp_path / "data" / "settings.ini")
    store = app.settings_store()
    store.setValue(ZOOM, "125")
    store.sync()
    assert (tmp_path / "data" / "settings.ini").is_file()
    monkeypatch.setattr(places, "settings_file", lambda: None)
    assert Path(app.settings_store().fileName()).parts[-2:] == ("NeutroGUI", "NeutroGUI.ini")
