"""Through the real program, on the real content: a nurse looks up, calculates and prints."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from neutrogui import app, bundle, installation
from neutrogui.domain.sheet_plan import SheetKind
from neutrogui.handout.clinic_file import ClinicFiles
from neutrogui.ui.accessible import Text
from neutrogui.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot, tmp_path) -> MainWindow:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = app.make_window(app.application(["neutrogui"]), store, ClinicFiles(tmp_path / "clinic.json"))
    qtbot.addWidget(window)
    window.show()
    return window


def test_a_nurse_looks_up_calculates_and_saves_the_sheet(window: MainWindow, qtbot, tmp_path) -> None:
    app.load_library(window)
    qtbot.keyClicks(window.outline.search_box, "felty")
    qtbot.keyClick(window.outline.search_box, Qt.Key.Key_Return)
    assert window.reader.entry.title == "Felty syndrome"

    window.actions_by_key["calculator"].trigger()
    pane = window.calculator
    qtbot.keyClicks(pane.row("wbc").edit, "1,2")
    pane.choose("wbc_unit", "10^9/L")
    pane.choose_group("differential")
    qtbot.keyClicks(pane.row("segmented").edit, "35")
    qtbot.keyClicks(pane.row("bands").edit, "5")
    assert pane.headline.text() == "0.48 ×10⁹/L"

    with qtbot.waitSignal(pane.entry_requested):
        qtbot.keyClick(pane.level_link, Qt.Key.Key_Space)
    assert window.reader.entry.id == "levels-of-neutropenia"
    window.actions_by_key["back"].trigger()
    assert window.reader.entry.title == "Felty syndrome"

    dialog = window.make_sheet_dialog()
    qtbot.addWidget(dialog)
    assert dialog.handout.numbers.count.per_ul == 480
    dialog.choose_sheet(SheetKind.STABLE)
    dialog.languages["ar"].setChecked(True)
    dialog.lines["clinic"].setText("Riverside Clinic")
    assert dialog.save(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")
    assert dialog.handout.languages == ("en", "ar")
    assert dialog.preview.pages == 4

    dialog.accept()
    again = window.make_sheet_dialog()
    qtbot.addWidget(again)
    assert again.handout.clinic == "Riverside Clinic"
    assert again.handout.languages == ("en",)
    assert "480" not in (tmp_path / "clinic.json").read_text("utf-8")


def test_every_entry_opens_and_its_links_lead_somewhere(window: MainWindow) -> None:
    app.load_library(window)
    library = installation.open_bundled_library()
    ids = {place.entry_id for place in library.outline().walk() if place.entry_id}
    assert ids
    for entry_id in sorted(ids):
        window.open_entry(entry_id)
        assert window.reader.entry.id == entry_id
        assert {target for target, _ in window.reader.entry.related} <= ids


def test_a_count_can_be_typed_before_the_reference_has_arrived(window: MainWindow, qtbot) -> None:
    pane = window.calculator
    qtbot.keyClicks(pane.row("wbc").edit, "1")
    pane.choose("wbc_unit", "10^9/L")
    qtbot.keyClicks(pane.row("neutrophils").edit, "50")
    qtbot.keyClicks(window.outline.search_box, "cyclic")
    app.load_library(window)
    assert pane.headline.text() == "0.5 ×10⁹/L"
    assert "entr" in window.outline.message.text()


@pytest.mark.parametrize("damage", ["missing", "altered"])
def test_without_its_content_the_program_says_so_and_still_calculates(
    window: MainWindow, qtbot, tmp_path: Path, monkeypatch, damage: str
) -> None:
    resources = tmp_path / "resources"
    (resources / "compiled").mkdir(parents=True)
    if damage == "altered":
        for name in ("content.sqlite", "content.sha256"):
            data = bytearray((bundle.resources() / "compiled" / name).read_bytes())
            if name == "content.sqlite":
                data[len(data) // 2] ^= 1
            (resources / "compiled" / name).write_bytes(data)
    monkeypatch.setattr(bundle, "resources", lambda: resources)
    app.load_library(window)
    assert window.banner.isVisible()
    said = window.banner.findChild(Text).text()
    assert ("missing" if damage == "missing" else "changed") in said
    assert "Install NeutroGUI again" in said
    window.calculator.choose("wbc_unit", "10^9/L")
    qtbot.keyClicks(window.calculator.row("wbc").edit, "1")
    qtbot.keyClicks(window.calculator.row("neutrophils").edit, "50")
    assert window.calculator.headline.text() == "0.5 ×10⁹/L"


def test_a_fault_is_told_once_and_takes_the_result_away(window: MainWindow, qtbot, monkeypatch) -> None:
    from neutrogui import reporting

    told: list[str] = []
    monkeypatch.setattr("sys.excepthook", None)
    monkeypatch.setattr("threading.excepthook", None)
    monkeypatch.setattr("sys.unraisablehook", None)
    reporting.report_faults_to(lambda report: (told.append(report), window.show_fault()))
    window.calculator.choose("wbc_unit", "10^9/L")
    window.calculator.type("wbc", "1")
    window.calculator.type("neutrophils", "50")
    import sys

    try:
        raise ValueError("typed by a user")
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
        sys.excepthook(ValueError, error, error.__traceback__)
    assert len(told) == 1
    assert "typed by a user" not in told[0]
    assert window.calculator.outcome is None
    assert QApplication.instance() is not None
