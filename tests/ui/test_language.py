"""Another language: chosen, remembered, and changed while the window is in use, without losing what is in it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QScrollBar

from neutrogui import bundle
from neutrogui.app import REPORT, series_rules
from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.domain.calculator import Outcome
from neutrogui.domain.language import say
from neutrogui.domain.problem import Problems
from neutrogui.ui import language as languages
from neutrogui.ui.language import ENGLISH, SYSTEM, Language
from neutrogui.ui.main_window import MainWindow, Services
from neutrogui.ui.series_dialog import SeriesDialog
from neutrogui.ui.settings import Settings
from neutrogui.ui.style import Appearance
from tests.ui.looking import settled

ROWS = "2026-11-01\t1,2\t10^9/L\n2026-11-08\t0.4\t10^9/L\nnot a date\t\t\n"


def menus(window: MainWindow) -> list[str]:
    return [action.text() for action in window.menuBar().actions()]


def test_a_window_in_use_changes_its_language_and_nothing_else(window: MainWindow, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(SeriesDialog, "_may_lose_rows", lambda _: True)
    window.open_entry("felty-syndrome")
    window.search("felt")
    window.outline.narrow_button.click()
    window.outline.narrow_panel.button("acquired").click()
    window.set_zoom(125)
    window.set_appearance(Appearance.DARK)
    pane = window.calculator
    pane.set_pinned(["who"])
    window._settings.set_pinned("who", True)
    pane.choose_group("differential")
    pane.type("wbc", "2,5")
    pane.choose("wbc_unit", "10^9/L")
    pane.type("segmented", "30")
    pane.type("bands", "2")
    pane.choose_calculator("convert")
    pane.type("value", "0,5")
    pane.choose_calculator("anc")
    window.open_series()
    window.series.paste(ROWS)
    window.series.day_one.setText("2026-11-01")
    window.series.lower_limit.setText("1.5")
    rows = window.series.as_csv()
    typed, result = pane.typed(), pane.outcome
    assert typed["wbc"] == "2,5"
    assert result is not None

    window.set_language("es")
    settled()
    assert menus(window) == ["&Archivo", "&Edición", "&Ver", "&Ir", "&Calcular", "A&yuda"]
    assert window.calculator.clear_button.text() == "Vaciar"
    assert window.series.windowTitle() == "Recuentos seriados"
    assert window.outline.search_box.text() == "felt"
    assert window.outline.narrow_panel.chosen == ("acquired",)
    assert window.outline.narrow_panel.isVisible()
    assert window.reader.entry.id == "felty-syndrome"
    assert window.calculator.calculator_key == "anc"
    assert window.calculator.typed() == typed
    assert window.calculator.outcome.values == result.values
    assert window.calculator.result.standings.pinned == ["who"]
    assert (window.series.as_csv(), window.series.unsaved) == (rows, True)
    assert (window.series.day_one.text(), window.series.lower_limit.text()) == ("2026-11-01", "1.5")
    assert (window._style.zoom, window._style.appearance) == (125, Appearance.DARK)
    window.calculator.choose_calculator("convert")
    assert window.calculator.typed()["value"] == "0,5"

    window.set_language(ENGLISH)
    settled()
    assert menus(window) == ["&File", "&Edit", "&View", "&Go", "&Calculate", "&Help"]
    assert window.series.as_csv() == rows
    assert window.outline.message.text() == "1 entry"


def test_the_new_commands_work_and_the_old_ones_are_gone(window: MainWindow, qtbot) -> None:
    window.set_language("es")
    settled()
    window.open_entry("felty-syndrome")
    window.open_entry("splenomegaly")
    window.actions_by_key["back"].trigger()
    assert window.reader.entry.id == "felty-syndrome"
    assert window.actions_by_key["language_es"].isChecked()
    window.actions_by_key["language_en"].trigger()
    assert window.actions_by_key["language_en"].isChecked()
    assert menus(window)[0] == "&File"


def test_a_report_whose_question_was_replaced_is_not_offered_again(window: MainWindow) -> None:
    window.calculator.type("wbc", "2")
    for text in ("WBC 4.0 x10^9/L\nNeutrophils 10 %", "nothing of the kind"):
        QGuiApplication.clipboard().setText(text)
        window.calculator.paste_report()
    window.set_language("es")
    assert not window.calculator.report.buttons
    assert window.calculator.typed()["wbc"] == "2"


def test_open_ways_of_the_tree_stay_open(window: MainWindow) -> None:
    window.outline.collapse_all()
    tree = window.outline.tree
    tree.expand(tree.model().index(1, 0))
    window.set_language("es")
    tree = window.outline.tree
    assert [tree.isExpanded(tree.model().index(row, 0)) for row in range(2)] == [False, True]


def test_an_entry_is_still_read_where_it_was(window: MainWindow, qtbot) -> None:
    window.resize(900, 300)
    window.open_entry("felty-syndrome")
    settled()
    window.reader.position = 120
    assert window.reader.position == 120
    window.set_language("es")
    qtbot.waitUntil(lambda: window.reader.position == 120)


def test_the_calculator_is_still_scrolled_to_where_it_was(window: MainWindow, qtbot) -> None:
    def scrolled() -> QScrollBar:
        return window.calculator._area.verticalScrollBar()

    window.resize(1000, 300)
    settled()
    scrolled().setValue(60)
    assert scrolled().value() == 60
    window.set_language("es")
    qtbot.waitUntil(lambda: scrolled().value() == 60)


def test_what_is_typed_next_is_added_where_it_was_typed_before(window: MainWindow, qtbot) -> None:
    def type_on(text: str) -> None:
        qtbot.keyClicks(QApplication.focusWidget(), text)

    window.calculator.type("wbc", "2")
    window.calculator.row("neutrophils").edit.setFocus()
    type_on("3")
    window.set_language("es")
    settled()
    type_on("5")
    typed = window.calculator.typed()
    assert (typed["wbc"], typed["neutrophils"]) == ("2", "35")
    window.calculator.choose_calculator("gcsf")
    window.calculator.row("risk").edit.setFocus()
    type_on("1")
    window.set_language(ENGLISH)
    settled()
    type_on("5")
    assert window.calculator.typed()["risk"] == "15"
    window.outline.focus_search()
    type_on("fel")
    window.set_language("es")
    settled()
    type_on("ty")
    assert window.outline.search_box.text() == "felty"
    window.reader.focus()
    window.set_language(ENGLISH)
    settled()
    assert window.reader.isAncestorOf(QApplication.focusWidget())


def test_the_window_that_was_used_stays_in_front_of_those_made_anew(window: MainWindow, qtbot) -> None:
    window.open_series()
    window.open_guide()
    window.activateWindow()
    window.calculator.row("wbc").edit.setFocus()
    qtbot.waitUntil(window.calculator.row("wbc").edit.hasFocus)
    window.set_language("es")
    settled()
    assert window.isActiveWindow()
    assert QApplication.focusWidget() is window.calculator.row("wbc").edit
    window.series.close()
    window.guide.close()


def test_a_language_that_is_chosen_before_the_reference_is_there_makes_no_panes_for_it(
    qtbot, style, printing, handouts, store, tmp_path, language, library
) -> None:
    services = Services(CATALOGUE, printing, lambda: handouts, tmp_path, tmp_path, series_rules, REPORT)
    window = MainWindow(services, Settings(store), style, language)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitActive(window)
    window.set_language("es")
    settled()
    assert window._reference_panes is None
    window.set_library(library)
    assert window.outline.search_box.placeholderText().startswith("Buscar")
    assert QApplication.focusWidget() is window.outline.search_box


def test_the_choice_is_remembered(window: MainWindow, store: QSettings) -> None:
    assert Settings(store).language == SYSTEM
    window.set_language("es")
    assert Settings(store).language == "es"


def test_a_fault_on_the_way_loses_nothing_that_was_typed(window: MainWindow, monkeypatch) -> None:
    window.calculator.type("wbc", "2,5")
    window.search("felt")
    calculator = type(window.calculator.form().calculator)

    usual = calculator.evaluate

    def fail(self: object, typed: dict[str, str]) -> Outcome | Problems:
        if typed.get("wbc"):
            raise ZeroDivisionError
        return usual(self, typed)

    monkeypatch.setattr(calculator, "evaluate", fail)
    with pytest.raises(ZeroDivisionError):
        window.set_language("es")
    assert window.calculator.outcome is None
    assert window.calculator.typed()["wbc"] == "2,5"
    assert window.outline.search_box.text() == "felt"
    assert menus(window)[0] == "&Archivo"


def test_serial_counts_whose_window_cannot_be_made_anew_stay_in_the_one_there_is(
    window: MainWindow, monkeypatch
) -> None:
    monkeypatch.setattr(SeriesDialog, "_may_lose_rows", lambda _: True)
    window.open_series()
    window.series.paste(ROWS)
    rows = window.series.as_csv()

    def fail(_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(SeriesDialog, "_build", fail)
        with pytest.raises(ZeroDivisionError):
            window.set_language("es")
    settled()
    assert window.series.isVisible()
    assert window.series.as_csv() == rows
    window.series.close()


@pytest.mark.parametrize("typed", ["0.5", "0,5", "1,234", "1.234", "1 234", "1e3", "12", "-1", "0,50"])
def test_numbers_are_read_alike_in_every_language(language: Language, typed: str) -> None:
    """What is typed gives the same values, or is refused for the same reason with the same readings."""
    texts = [
        {"wbc": typed, "wbc_unit": "10^9/L", "neutrophils": "40"},
        {"wbc": "2.0", "wbc_unit": "10^9/L", "neutrophils": typed},
    ]
    calculator = CATALOGUE.calculators[0]

    def told() -> list[object]:
        results = [calculator.evaluate(each) for each in texts]
        return [
            [(p.field, p.code, p.readings) for p in result] if isinstance(result, Problems) else result.values
            for result in results
        ]

    before = told()
    language.choose("es")
    assert say("Yes") == "Sí"
    assert told() == before


def test_qts_own_buttons_speak_it_too(language: Language, qtbot) -> None:
    language.choose("es")
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    qtbot.addWidget(buttons)
    assert buttons.button(QDialogButtonBox.StandardButton.Close).text().replace("&", "") == "Cerrar"
    language.choose(ENGLISH)
    again = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    qtbot.addWidget(again)
    assert again.button(QDialogButtonBox.StandardButton.Close).text().replace("&", "") == "Close"


def test_the_systems_language_is_spoken_where_it_is_offered(language: Language, monkeypatch) -> None:
    monkeypatch.setattr(languages, "system_language", lambda: "es")
    language.choose(SYSTEM)
    assert (language.code, say("Close")) == ("es", "Cerrar")
    monkeypatch.setattr(languages, "system_language", lambda: ENGLISH)
    language.choose(SYSTEM)
    assert (language.code, say("Close")) == (ENGLISH, "Close")


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [(["es-MX", "es", "en"], "es"), (["fr-FR", "es-ES"], "es"), (["en-US", "es"], "en"), (["de"], "en"), (["C"], "en")],
)
def test_the_first_language_that_the_system_wants_and_that_is_offered(wanted, spoken, monkeypatch) -> None:
    class Locale:
        def uiLanguages(self) -> list[str]:
            return wanted

    monkeypatch.undo()
    monkeypatch.setattr(QLocale, "system", lambda: Locale())
    assert languages.system_language() == spoken


def test_without_its_file_a_language_is_english(qapp: QApplication, tmp_path: Path) -> None:
    language = Language(qapp, tmp_path)
    language.choose("es")
    assert (language.code, say("Close")) == (ENGLISH, "Close")


def test_the_file_of_every_language_is_among_what_is_packed() -> None:
    for code in languages.LANGUAGES:
        assert code == ENGLISH or (bundle.resources() / "i18n" / f"{code}.qm").is_file()
