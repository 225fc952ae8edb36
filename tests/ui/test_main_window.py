from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QPoint, QSettings, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMainWindow, QMessageBox, QPlainTextEdit, QTableWidget

from neutrogui.app import REPORT, series_rules
from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.domain.clinic import ClinicSettings, Kept, to_file
from neutrogui.domain.printing import PrintingFailed
from neutrogui.ui import actions
from neutrogui.ui.accessible import Text
from neutrogui.ui.handout_dialog import HandoutDialog, HandoutServices
from neutrogui.ui.help_dialogs import about_dialog, licences_dialog, shortcuts_dialog
from neutrogui.ui.language import ENGLISH
from neutrogui.ui.main_window import MainWindow, Services
from neutrogui.ui.outline_pane import ENTRY_ID
from neutrogui.ui.settings import Settings
from neutrogui.ui.style import ZOOM_STEPS, Appearance
from tests.ui.looking import settled


def current(window: MainWindow) -> str:
    return window.outline.tree.currentIndex().data(ENTRY_ID)


def focused(window: MainWindow) -> str:
    widget = QApplication.focusWidget()
    return next(name for name in ("outline", "reader", "calculator") if getattr(window, name).isAncestorOf(widget))


def status(window: MainWindow) -> str:
    return window.statusBar().findChild(QLabel).text()


def fill_count(window: MainWindow) -> None:
    for key, text in {"wbc": "1.2", "wbc_unit": "10^9/L", "neutrophils": "40"}.items():
        window.calculator.type(key, text)


def test_it_opens_with_the_search_box_ready_and_the_calculator_in_sight(window: MainWindow, qtbot) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: window.outline.search_box.hasFocus())
    assert window.calculator.isVisible()
    assert window.reader.entry.id == "what-neutropenia-is"


def test_the_selected_entry_is_the_one_that_is_shown(window: MainWindow) -> None:
    for entry_id in ("felty-syndrome", "splenomegaly"):
        window.open_entry(entry_id)
        assert window.reader.entry.id == current(window) == entry_id


def test_back_and_forward_go_where_the_reader_was(window: MainWindow) -> None:
    window.open_entry("felty-syndrome")
    window.reader.link_activated.emit("splenomegaly")
    back, forward = window.actions_by_key["back"], window.actions_by_key["forward"]
    back.trigger()
    assert window.reader.entry.id == "felty-syndrome"
    back.trigger()
    assert window.reader.entry.id == "what-neutropenia-is"
    assert not back.isEnabled()
    forward.trigger()
    forward.trigger()
    assert window.reader.entry.id == "splenomegaly"
    assert not forward.isEnabled()


def test_f6_walks_the_panes(window: MainWindow, qtbot) -> None:
    window.activateWindow()
    window.outline.focus_search()
    seen = []
    for _ in range(3):
        window.actions_by_key["next_pane"].trigger()
        seen.append(focused(window))
    assert seen == ["reader", "calculator", "outline"]


def test_an_unknown_entry_is_told_in_place_of_an_entry(window: MainWindow) -> None:
    window.open_entry("nothing-of-the-kind")
    assert window.reader.entry is None
    assert "no entry" in " ".join(label.text() for label in window.reader.findChildren(Text))
    assert not window.actions_by_key["print_entry"].isEnabled()


def test_copying_an_entry_gives_plain_text_with_its_references(window: MainWindow) -> None:
    window.open_entry("felty-syndrome")
    window.actions_by_key["copy_entry"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Felty syndrome\n")
    assert "1. Boxer LA. How to approach neutropenia" in copied
    assert copied.rstrip().endswith("content edition 2026.11, entry “felty-syndrome”.")


def test_without_a_library_the_window_says_why_and_still_calculates(
    qtbot, style, printing, handouts, store, tmp_path, language
) -> None:
    services = Services(CATALOGUE, printing, lambda: handouts, tmp_path, tmp_path, series_rules, REPORT)
    window = MainWindow(services, Settings(store), style, language)
    qtbot.addWidget(window)
    window.show()
    window.show_library_trouble("The reference content is missing.")
    assert window.banner.isVisible()
    assert "missing" in window.banner.findChild(Text).text()
    assert not window.outline.search_box.isEnabled()
    window.calculator.choose("wbc_unit", "10^9/L")
    window.calculator.type("wbc", "1")
    window.calculator.type("neutrophils", "50")
    assert window.calculator.headline.text() == "0.5 ×10⁹/L"


def test_the_status_bar_names_the_edition_in_use(window: MainWindow) -> None:
    assert status(window) == "Edition 2026.11   ·   Content verified   ·   Works offline"


def test_the_edition_of_a_content_pack_is_named_as_such(window: MainWindow, qtbot, style, library) -> None:
    library.edition = replace(library.edition, name="2026.12", packed=True)
    window.set_library(library)
    assert status(window).startswith("Edition 2026.12 from the content pack   ·   Content verified")
    assert not window.banner.isVisible()
    dialog = about_dialog(window, style, library)
    qtbot.addWidget(dialog)
    assert any("signed content pack" in label.text() for label in dialog.findChildren(QLabel))


def test_a_content_pack_that_is_no_newer_is_told_quietly(window: MainWindow, library) -> None:
    window.set_library(library, pack_passed_over="2026.10")
    assert status(window).endswith("Content pack 2026.10 is not newer")
    assert not window.banner.isVisible()


def test_a_refused_content_pack_is_told_for_good_beside_the_reference(window: MainWindow, library) -> None:
    refusal = "The content pack is not used: it is damaged or incomplete."
    window.set_library(library, refusal)
    assert window.banner.isVisible()
    assert window.banner.findChild(Text).text() == refusal
    assert window.reader.entry.id == "what-neutropenia-is"
    assert window.outline.search_box.isEnabled()
    fill_count(window)
    assert window.calculator.headline.text() == "0.48 ×10⁹/L"


def test_other_trouble_is_said_below_that_of_the_content(window: MainWindow, library, printing, tmp_path) -> None:
    window.set_library(library, "The content pack is not used.")
    window.actions_by_key["favourite"].trigger()
    for failing in ("There is no room left.", "The folder is gone."):
        printing.failing = failing
        window.export_favourites(tmp_path / "favourites.txt")
        assert window.banner.findChild(Text).text() == f"The content pack is not used.\n{failing}"


def test_place_looks_and_clinic_are_remembered_but_nothing_typed_about_a_patient(
    window: MainWindow, store: QSettings, clinic, monkeypatch
) -> None:
    window.calculator.choose("wbc_unit", "10^9/L")
    window.calculator.type("wbc", "7.13")
    window.calculator.type("neutrophils", "61")
    window.outline.search("metamizole")

    def fill_in(dialog) -> int:
        dialog.lines["clinic"].setText("North Clinic")
        dialog.lines["counted_on"].setText("2026-11-21")
        dialog.accept()
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(HandoutDialog, "exec", fill_in)
    window.open_sheet()
    window.set_zoom(125)
    window.set_appearance(Appearance.DARK)
    window.close()
    store.sync()
    kept = Settings(QSettings(store.fileName(), QSettings.Format.IniFormat))
    assert clinic.kept.settings.clinic == "North Clinic"
    assert kept.zoom == 125
    assert kept.appearance is Appearance.DARK
    assert not kept.geometry.isEmpty()
    text = Path(store.fileName()).read_text(encoding="utf-8") + to_file(clinic.kept.settings).decode()
    for typed in ("7.13", "4349.3", "metamizole", "2026-11-21"):
        assert typed not in text


@pytest.mark.parametrize("place", [(16_777_215, 25), (1, 65_536)])
def test_a_place_that_is_on_no_screen_is_not_taken(
    qtbot, style, printing, handouts, store, tmp_path, place, language
) -> None:
    services = Services(CATALOGUE, printing, lambda: handouts, tmp_path, tmp_path, series_rules, REPORT)
    kept = QMainWindow()
    qtbot.addWidget(kept)
    kept.setGeometry(30, 40, 700, 500)
    Settings(store).geometry = kept.saveGeometry()
    window = MainWindow(services, Settings(store), style, language)
    qtbot.addWidget(window)
    assert window.geometry().topLeft() == QPoint(30, 40)
    damaged = bytearray(kept.saveGeometry().data())
    # As Qt packs it, the place of what is within the frame comes last: left, top, right, bottom, of four bytes each.
    for at, value in zip((50, 54), place, strict=True):
        damaged[at : at + 4] = value.to_bytes(4, "big", signed=True)
    Settings(store).geometry = QByteArray(bytes(damaged))
    other = MainWindow(services, Settings(store), style, language)
    qtbot.addWidget(other)
    assert QGuiApplication.primaryScreen().availableGeometry().contains(other.geometry().topLeft())
    assert other.width() > 300


def test_settings_that_could_not_be_kept_are_told_in_the_window(window: MainWindow, clinic, monkeypatch) -> None:
    def fill_in(dialog) -> int:
        dialog.lines["clinic"].setText("North Clinic")
        dialog.accept()
        return int(QDialog.DialogCode.Accepted)

    clinic.failing = "There is no room left."
    monkeypatch.setattr(HandoutDialog, "exec", fill_in)
    window.open_sheet()
    assert window.banner.isVisible()
    assert "no room" in window.banner.findChild(Text).text()


def test_without_the_words_of_the_sheets_the_window_says_so(qtbot, style, printing, store, tmp_path, language) -> None:
    def missing() -> HandoutServices:
        raise PrintingFailed("The words of the sheet are missing.")

    services = Services(CATALOGUE, printing, missing, tmp_path, tmp_path, series_rules, REPORT)
    window = MainWindow(services, Settings(store), style, language)
    qtbot.addWidget(window)
    window.show()
    window.open_sheet()
    assert "words of the sheet are missing" in window.banner.findChild(Text).text()


def test_the_sheet_takes_the_count_from_the_calculator(window: MainWindow, qtbot) -> None:
    window.calculator.choose("wbc_unit", "10^9/L")
    window.calculator.type("wbc", "1.2")
    window.calculator.type("neutrophils", "40")
    dialog = window.make_sheet_dialog()
    qtbot.addWidget(dialog)
    assert dialog.typed()["count"] == "480"
    assert dialog.typed()["count_unit"] == "/uL"


def test_without_a_result_the_sheet_has_no_count(window: MainWindow, qtbot) -> None:
    dialog = window.make_sheet_dialog()
    qtbot.addWidget(dialog)
    assert dialog.typed()["count"] == ""


def test_zoom_goes_step_by_step_and_stops_at_either_end(window: MainWindow, style) -> None:
    for _ in range(20):
        window.actions_by_key["zoom_in"].trigger()
    assert style.zoom == 200
    for _ in range(20):
        window.actions_by_key["zoom_out"].trigger()
    assert style.zoom == 80
    window.actions_by_key["zoom_reset"].trigger()
    assert style.zoom == 100


def test_the_menu_has_every_calculator_and_the_first_keeps_its_shortcut(window: MainWindow, qtbot) -> None:
    first = window.actions_by_key["calculator"]
    assert first.text().replace("&", "") == CATALOGUE.calculators[0].title
    assert first.shortcut().toString() == "Ctrl+K"
    for calculator in CATALOGUE.calculators[1:]:
        action = window.actions_by_key[f"calculator-{calculator.key}"]
        assert action.text().replace("&&", "&") == calculator.title
        action.trigger()
        assert window.calculator.title.text() == calculator.title
    window.activateWindow()
    first.trigger()
    qtbot.waitUntil(lambda: window.calculator.row("wbc").edit.hasFocus())
    assert window.calculator.title.text() == CATALOGUE.calculators[0].title


def test_the_sheet_takes_no_count_from_a_calculator_for_other_cells(window: MainWindow, qtbot) -> None:
    window.calculator.choose_calculator("convert")
    window.calculator.type("value", "4.5")
    window.calculator.choose("unit", "10^9/L")
    assert window.calculator.outcome is not None
    dialog = window.make_sheet_dialog()
    qtbot.addWidget(dialog)
    assert dialog.typed()["count"] == ""


def test_pinned_schemes_are_remembered_by_their_names_alone(window: MainWindow, store: QSettings) -> None:
    for scheme, pinned in (("ctcae-6.0", True), ("ctcae-5.0", True), ("who", True), ("ctcae-5.0", False)):
        window.calculator.pin_toggled.emit(scheme, pinned)
    assert Settings(QSettings(store.fileName(), QSettings.Format.IniFormat)).pinned_schemes == ["ctcae-6.0", "who"]


@pytest.mark.parametrize("size", [(1024, 700), (1320, 840)])
def test_nothing_sticks_out_of_the_calculator_at_twice_the_text_size(window: MainWindow, qtbot, size) -> None:
    window.resize(*size)
    window.calculator.choose_group("differential")
    window.calculator.choose("wbc_unit", "10^9/L")
    for key, text in (("wbc", "1.2"), ("segmented", "35"), ("bands", "5")):
        window.calculator.type(key, text)
    window.set_zoom(200)
    qtbot.wait(20)
    pane = window.calculator
    for label in pane.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.mapTo(pane, label.rect().topRight()).x() <= pane.width(), label.text()


@pytest.mark.parametrize("zoom", ZOOM_STEPS)
def test_a_window_of_1024_pixels_has_room_for_all_panes_at_every_text_size(
    window: MainWindow, qtbot, zoom: int
) -> None:
    window.set_zoom(zoom)
    window.resize(1024, 700)
    qtbot.wait(20)
    assert window.minimumSizeHint().width() <= 1024
    assert window.width() == 1024


def test_a_fault_takes_the_result_away(window: MainWindow) -> None:
    window.calculator.choose("wbc_unit", "10^9/L")
    window.calculator.type("wbc", "1.2")
    window.calculator.type("neutrophils", "40")
    window.show_fault()
    assert window.calculator.outcome is None
    assert window.calculator.headline.text() == ""


def test_serial_counts_have_a_window_of_their_own_beside_the_reference(window: MainWindow) -> None:
    window.actions_by_key["series"].trigger()
    assert window.series.isVisible()
    assert not window.series.isModal()
    window.open_entry("felty-syndrome")
    assert window.reader.entry.id == "felty-syndrome"
    for key, text in (("date", "2026-11-01"), ("wbc", "1.2"), ("wbc_unit", "G/L"), ("neutrophils", "40")):
        window.series.table.type(0, key, text)
    window.series.lower_limit.setText("1.8")
    window.series.lower_limit_unit.setCurrentIndex(1)
    assert window.series.plot.plotted.lower_limit == 1800
    assert window.series.series.points[0].per_ul == 480
    window.show_fault()
    assert window.series.series is None
    window.series.clear()


def test_rows_of_serial_counts_are_not_lost_when_the_window_is_closed(
    window: MainWindow, store: QSettings, monkeypatch
) -> None:
    answers = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Discard]
    monkeypatch.setattr(QMessageBox, "exec", lambda box: answers.pop(0))
    window.open_series()
    window.series.table.type(0, "date", "2026-11-01")
    assert not window.close()
    assert window.isVisible()
    assert window.series.table.texts(0)["date"] == "2026-11-01"
    assert window.close()
    assert not window.series.isVisible()
    store.sync()
    assert "2026-11-01" not in Path(store.fileName()).read_text(encoding="utf-8")


def test_the_entry_that_is_open_is_what_is_printed(window: MainWindow, qtbot) -> None:
    window.open_entry("felty-syndrome")
    dialog = window.make_entry_dialog()
    qtbot.addWidget(dialog)
    assert dialog.printable.entry.id == "felty-syndrome"
    assert dialog.printable.edition == "2026.11"


def test_the_result_on_the_screen_is_what_is_printed(window: MainWindow, qtbot) -> None:
    action = window.actions_by_key["print_result"]
    assert not action.isEnabled()
    assert window.make_result_dialog() is None
    fill_count(window)
    assert action.isEnabled()
    dialog = window.make_result_dialog()
    qtbot.addWidget(dialog)
    assert dialog.printable.outcome is window.calculator.outcome
    assert dialog.printable.typed["wbc"] == "1.2"
    window.calculator.type("wbc", "1.2x")
    assert not action.isEnabled()
    assert window.make_result_dialog() is None


def test_records_are_printed_on_the_paper_of_the_clinic(window: MainWindow, clinic, qtbot) -> None:
    clinic.kept = Kept(ClinicSettings(paper="letter"))
    dialog = window.make_entry_dialog()
    qtbot.addWidget(dialog)
    assert dialog.printable.paper == "letter"


def commands_of_menus() -> Iterator[actions.Command]:
    for _, menu in actions.MENUS:
        for item in menu:
            if item is not actions.SEPARATOR:
                yield from item.commands if isinstance(item, actions.Submenu) else (item,)


def test_every_command_has_its_handler_and_no_shortcut_is_given_twice(window: MainWindow) -> None:
    commands = list(commands_of_menus())
    calculators = [actions.calculator_command(calculator) for calculator in CATALOGUE.calculators[1:]]
    assert set(window.actions_by_key) == {command.key for command in (*commands, *calculators)}
    shortcuts = [s for command in commands for s in command.shortcuts]
    assert len(shortcuts) == len(set(shortcuts))


def test_help_lists_every_shortcut(window: MainWindow, qtbot) -> None:
    dialog = shortcuts_dialog(window)
    qtbot.addWidget(dialog)
    table = dialog.findChild(QTableWidget)
    keys = {table.item(row, 1).text() for row in range(table.rowCount())}
    for command in commands_of_menus():
        assert not command.shortcuts or " or ".join(command.shortcuts) in keys


def test_about_tells_edition_and_limits_of_use(window: MainWindow, qtbot, style, library) -> None:
    dialog = about_dialog(window, style, library)
    qtbot.addWidget(dialog)
    text = " ".join(label.text() for label in dialog.findChildren(Text))
    assert "edition 2026.11" in text
    assert "not yet been reviewed by a clinician" in text
    assert "does not diagnose" in text
    assert "How to approach neutropenia" in dialog.findChild(QPlainTextEdit).toPlainText()


def test_licences_can_be_read(window: MainWindow, qtbot, tmp_path) -> None:
    dialog = licences_dialog(window, tmp_path)
    qtbot.addWidget(dialog)
    assert "LGPL" in dialog.findChild(QPlainTextEdit).toPlainText()


def test_escape_in_the_search_box_leaves_the_entry_open(window: MainWindow, qtbot) -> None:
    window.open_entry("felty-syndrome")
    window.search("methimazole")
    qtbot.keyClick(window.outline.search_box, Qt.Key.Key_Escape)
    assert window.reader.entry.id == current(window) == "felty-syndrome"


def test_favourites_are_kept_shown_in_the_tree_and_exported(window: MainWindow, store, printing, tmp_path) -> None:
    window.open_entry("felty-syndrome")
    window.actions_by_key["favourite"].trigger()
    assert Settings(store).favourites == ["felty-syndrome"]
    tree = window.outline.tree.model()
    assert tree.index(0, 0).data() == "Favourites"
    assert tree.index(0, 0, tree.index(0, 0)).data() == "Felty syndrome"
    assert window.outline.tree.currentIndex().parent().data() == "By type"
    window.export_favourites(tmp_path / "kept.txt")
    assert printing.saved[tmp_path / "kept.txt"].decode() == "Felty syndrome [felty-syndrome]\n"
    window.reader.favourite.click()
    assert Settings(store).favourites == []
    assert tree.index(0, 0).data() == "By type"


def test_what_was_read_in_this_run_is_at_hand_and_forgotten_afterwards(window: MainWindow, store) -> None:
    for entry_id in ("felty-syndrome", "splenomegaly", "felty-syndrome"):
        window.open_entry(entry_id)
    tree = window.outline.tree.model()
    last = tree.index(tree.rowCount() - 1, 0)
    titles = [tree.index(row, 0, last).data() for row in range(tree.rowCount(last))]
    assert titles == ["Felty syndrome", "Enlarged spleen", "What neutropenia is"]
    window.close()
    store.sync()
    assert "splenomegaly" not in Path(store.fileName()).read_text(encoding="utf-8")


@pytest.mark.parametrize(("answer", "opened"), [("Open", ["https://doi.org/10.1/x"]), ("Cancel", [])])
def test_an_address_is_opened_only_when_the_user_says_so(window: MainWindow, monkeypatch, answer, opened) -> None:
    seen = []
    button = getattr(QMessageBox.StandardButton, answer)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: button)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: seen.append(url.toString()))
    window.open_entry("felty-syndrome")
    window.reader.address_requested.emit("https://doi.org/10.1/x")
    assert seen == opened


def test_a_wider_window_gives_its_room_to_what_is_read(window: MainWindow) -> None:
    for language in (ENGLISH, "es"):
        window.set_language(language)
        window.resize(1200, 700)
        settled()
        before = window._splitter.sizes()
        window.resize(1500, 700)
        settled()
        outline, reader, calculator = window._splitter.sizes()
        assert (outline, reader - before[1], calculator) == (before[0], 300, before[2])
