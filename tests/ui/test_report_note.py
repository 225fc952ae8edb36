"""A pasted report in the window: what was filled in and from which words, what is asked, and what is forgotten."""

import logging

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from neutrogui.app import REPORT
from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.ui.accessible import ListItem, Text
from neutrogui.ui.calculator_pane import CalculatorPane
from neutrogui.ui.main_window import MainWindow
from neutrogui.ui.report_note import NOTHING_COPIED, REPLACE
from neutrogui.ui.style import Appearance, Style

PLAIN = "WBC 2.1 K/uL (4.0-11.0)\nSegs 33 %\nBands 5 %\nLymphocytes 52 %"
NO_UNIT = "WBC 2.1\nNeut% 38 %"
TOTAL_AND_BANDS = "WBC 2.1 K/uL\nNeut% 38 %\nBands 5 %"
CONTRADICTION = "WBC 2.1 K/uL\nNeut% 38 %\nANC 1.5 K/uL"


@pytest.fixture
def pane(qtbot, style: Style) -> CalculatorPane:
    pane = CalculatorPane(CATALOGUE, style, REPORT)
    qtbot.addWidget(pane)
    pane.show()
    return pane


def paste(pane: CalculatorPane, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    pane.paste_button.click()


def words(pane: CalculatorPane) -> str:
    return " ".join(label.text() for label in pane.report.findChildren(Text) if label.isVisible())


def lines(pane: CalculatorPane) -> list[str]:
    return [item.accessibleName() for _, item in pane.report.lines]


def answers(pane: CalculatorPane) -> dict[str, QPushButton]:
    return {button.text().replace("\n", " "): button for button in pane.report.buttons}


def test_a_report_fills_the_fields_in_and_tells_from_which_words(pane: CalculatorPane) -> None:
    paste(pane, PLAIN)
    assert pane.typed() | {"wbc": "2.1", "segmented": "33", "bands": "5", "lymphocytes": "52"} == pane.typed()
    assert pane.form().section("Whole differential").is_open
    assert pane.outcome.values["anc_per_ul"] == "798"
    assert lines(pane) == [
        "White cells (WBC): 2.1 ×10³/µL. From the words: WBC 2.1 K/uL (4.0-11.0)",
        "Segmented: 33 %. From the words: Segs 33 %",
        "Bands: 5 %. From the words: Bands 5 %",
        "Lymphocytes: 52 %. From the words: Lymphocytes 52 %",
    ]
    assert not pane.report.buttons


def test_the_note_stands_above_the_result_and_comes_into_sight(pane: CalculatorPane, qtbot) -> None:
    pane.resize(400, 300)
    paste(pane, PLAIN)
    qtbot.waitUntil(lambda: pane.report.visibleRegion().boundingRect().height() > 0)
    assert pane.report.geometry().bottom() < pane.result.geometry().top()


def test_the_lines_are_items_of_a_list_and_say_all_in_words(pane: CalculatorPane) -> None:
    paste(pane, PLAIN)
    for _, item in pane.report.lines:
        assert isinstance(item, ListItem)
        interface = QAccessible.queryAccessibleInterface(item)
        assert interface.role() == QAccessible.Role.ListItem
        assert interface.parent().role() == QAccessible.Role.List
        assert "From the words" in interface.text(QAccessible.Text.Name)


def test_words_of_a_report_are_no_markup(pane: CalculatorPane) -> None:
    paste(pane, "WBC <b>x</b> 2.1 K/uL & <i>ANC 0.8 K/uL")
    assert all("<b>x</b>" not in item.text() for _, item in pane.report.lines)


def test_a_value_that_is_changed_by_hand_is_told_to_be_no_longer_that_of_the_report(pane: CalculatorPane) -> None:
    paste(pane, PLAIN)
    pane.type("wbc", "3.1")
    assert lines(pane)[0].startswith("White cells (WBC): 2.1 ×10³/µL (not in its field now).")
    assert pane.outcome.values["anc_per_ul"] == "1178"
    pane.type("wbc", "2.1")
    assert "(not in its field now)" not in lines(pane)[0]


def test_while_something_is_unclear_there_is_no_result(pane: CalculatorPane) -> None:
    paste(pane, NO_UNIT)
    assert pane.typed() | {"wbc": "2.1", "neutrophils": "38", "wbc_unit": ""} == pane.typed()
    assert "⚠ Not clear: Unit of the white cell count. The report prints no unit with 2.1." in words(pane)
    assert pane.outcome is None
    assert pane.waiting.isVisible()
    answers(pane)["×10⁹/L"].click()
    assert pane.typed()["wbc_unit"] == "10^9/L"
    assert pane.outcome.values["anc_per_ul"] == "798"
    assert not pane.report.buttons
    assert len(lines(pane)) == 2


def test_what_is_unclear_can_be_filled_in_by_hand(pane: CalculatorPane) -> None:
    paste(pane, NO_UNIT)
    pane.choose("wbc_unit", "10^9/L")
    assert not pane.report.buttons
    assert pane.outcome.values["anc_per_ul"] == "798"


def test_a_total_beside_bands_is_asked_about_before_any_result(pane: CalculatorPane) -> None:
    paste(pane, TOTAL_AND_BANDS)
    assert pane.outcome is None
    assert pane.waiting.text() == "The result appears when what is not clear in the report is settled."
    answers(pane)["No, they come on top: 38 % + 5 %"].click()
    assert pane.outcome.values["anc_per_ul"] == "903"
    pane.clear()
    paste(pane, TOTAL_AND_BANDS)
    answers(pane)["Yes, 38 % is all of them"].click()
    assert pane.outcome.values["anc_per_ul"] == "798"
    assert pane.form().section("Whole differential").is_open


def test_a_question_about_filled_fields_is_not_settled_by_typing_into_them(pane: CalculatorPane) -> None:
    paste(pane, TOTAL_AND_BANDS)
    pane.type("neutrophils", "40")
    pane.choose_group("differential")
    pane.type("segmented", "40")
    assert pane.outcome is None
    assert pane.report.buttons


def test_of_a_count_and_percentages_that_disagree_one_is_chosen(pane: CalculatorPane) -> None:
    paste(pane, CONTRADICTION)
    assert pane.outcome is None
    answers(pane)["0.798 ×10³/µL from the percentages"].click()
    assert pane.outcome.values["anc_per_ul"] == "798"
    assert "Neutrophils: 38 % (not in its field now). From the words: Neut% 38 %" in lines(pane)


def test_what_can_not_be_read_is_shown_and_can_be_left_out(pane: CalculatorPane) -> None:
    paste(pane, "WBC 2.1 K/uL\nNeutrophils 3O %")
    assert "In the report: “3O”." in words(pane)
    assert list(answers(pane)) == ["Go on without it"]
    answers(pane)["Go on without it"].click()
    assert not pane.report.buttons
    assert pane.typed()["wbc"] == "2.1"


def test_when_all_is_left_out_the_note_goes(pane: CalculatorPane) -> None:
    paste(pane, "WBC 2.1 K/uL\nWBC 2.2 K/uL")
    answers(pane)["Go on without it"].click()
    assert not pane.report.isVisible()
    assert pane.waiting.text() == "The result appears here while you type."


def test_nothing_that_is_filled_in_is_replaced_before_it_was_agreed(pane: CalculatorPane) -> None:
    pane.type("wbc", "9")
    pane.choose("wbc_unit", "10^9/L")
    paste(pane, PLAIN)
    assert REPLACE in words(pane)
    assert (pane.typed()["wbc"], pane.typed()["wbc_unit"]) == ("9", "10^9/L")
    answers(pane)["Keep what is filled in"].click()
    assert not pane.report.isVisible()
    assert pane.typed()["wbc"] == "9"
    paste(pane, PLAIN)
    answers(pane)["Replace"].click()
    assert pane.typed()["wbc"] == "2.1"
    assert pane.outcome.values["anc_per_ul"] == "798"


def test_what_another_way_of_filling_in_hides_is_not_replaced_either(pane: CalculatorPane) -> None:
    pane.type("neutrophils", "40")
    pane.choose_group("absolute")
    paste(pane, PLAIN)
    assert REPLACE in words(pane)


def test_replacing_leaves_nothing_of_what_was_there(pane: CalculatorPane) -> None:
    pane.type("nrbc", "4")
    pane.choose("nrbc_corrected", "no")
    paste(pane, NO_UNIT)
    answers(pane)["Replace"].click()
    assert pane.typed() | {"nrbc": "", "nrbc_corrected": "", "wbc_unit": ""} == pane.typed()


def test_a_unit_that_was_chosen_before_does_not_stand_in_for_one_that_is_not_printed(pane: CalculatorPane) -> None:
    pane.choose("wbc_unit", "10^9/L")
    paste(pane, NO_UNIT)
    assert pane.typed()["wbc_unit"] == ""
    assert pane.outcome is None


def test_a_second_report_is_not_mixed_with_the_first(pane: CalculatorPane) -> None:
    paste(pane, PLAIN)
    paste(pane, "WBC 4.0 x10^9/L\nNeut% 50 %")
    answers(pane)["Replace"].click()
    assert {key: text for key, text in pane.typed().items() if text} == {
        "wbc": "4.0", "wbc_unit": "10^9/L", "neutrophils": "50"
    }  # fmt: skip
    assert len(lines(pane)) == 2


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("", NOTHING_COPIED), (" \n ", NOTHING_COPIED), ("Dear colleague", "There is no count of white cells")],
)
def test_without_a_blood_count_a_sentence_says_so_and_nothing_changes(
    pane: CalculatorPane, text: str, sentence: str
) -> None:
    pane.type("wbc", "9")
    paste(pane, text)
    assert sentence in words(pane)
    assert pane.typed()["wbc"] == "9"
    answers(pane)["Close"].click()
    assert not pane.report.isVisible()


def test_a_text_that_says_nothing_leaves_the_questions_of_the_one_before(pane: CalculatorPane) -> None:
    paste(pane, TOTAL_AND_BANDS)
    paste(pane, "Dear colleague")
    assert pane.outcome is None
    answers(pane)["Close"].click()
    assert list(answers(pane)) == ["Yes, 38 % is all of them", "No, they come on top: 38 % + 5 %"]
    assert pane.outcome is None


def test_clear_takes_the_note_and_its_questions_away(pane: CalculatorPane) -> None:
    paste(pane, TOTAL_AND_BANDS)
    pane.clear()
    assert not pane.report.isVisible()
    assert lines(pane) == []
    assert not any(label.isVisible() for label in pane.report.findChildren(Text))
    assert not any(pane.typed().values())
    pane.choose("wbc_unit", "10^9/L")
    pane.type("wbc", "2")
    pane.choose_group("total")
    pane.type("neutrophils", "50")
    assert pane.outcome.values["anc_per_ul"] == "1000"


def test_a_fault_on_the_way_leaves_no_half_of_a_report(pane: CalculatorPane, qtbot, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr(pane.report, "show_filling", fail)
    QGuiApplication.clipboard().setText(PLAIN)
    with pytest.raises(RuntimeError):
        pane.paste_report()
    assert not any(pane.typed().values())
    assert not pane.report.isVisible()


def test_a_report_goes_to_the_neutrophil_count_and_its_note_stays_there(pane: CalculatorPane) -> None:
    pane.choose_calculator("grade")
    assert not pane.paste_button.isVisible()
    QGuiApplication.clipboard().setText(PLAIN)
    pane.paste_report()
    assert pane.calculator_key == "anc"
    pane.choose_calculator("grade")
    assert not pane.report.isVisible()
    pane.choose_calculator("anc")
    assert pane.report.isVisible()


def test_an_open_question_holds_no_other_calculator_up(pane: CalculatorPane) -> None:
    paste(pane, TOTAL_AND_BANDS)
    pane.choose_calculator("convert")
    pane.type("value", "2")
    pane.choose("unit", "10^9/L")
    assert pane.outcome is not None


def test_the_keyboard_goes_from_answer_to_answer_and_then_back(pane: CalculatorPane, qtbot) -> None:
    pane.activateWindow()
    paste(pane, "WBC 2.1\nNeutrophils 38")
    qtbot.waitUntil(lambda: answers(pane)["×10⁹/L"].hasFocus())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert answers(pane)["38 %"].hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert pane.paste_button.hasFocus()
    assert pane.outcome is not None


def test_every_answer_says_what_it_answers(pane: CalculatorPane) -> None:
    paste(pane, "WBC 2.1\nNeutrophils 38")
    names = [button.accessibleName() for button in pane.report.buttons]
    assert "Unit of the white cell count: ×10⁹/L" in names
    assert "Neutrophils: 38 %" in names
    assert all("⚠" in button.accessibleDescription() for button in pane.report.buttons)


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        CONTRADICTION,
        NO_UNIT,
        TOTAL_AND_BANDS,
        "2026-11-01 ANC 0.8 K/uL\n2026-11-08 ANC 0.9 K/uL",
        "ANC 0.12345 K/uL",
    ],
)
def test_nothing_sticks_out_at_twice_the_text_size(
    window: MainWindow, qtbot, text: str, appearance: Appearance
) -> None:
    window.set_zoom(200)
    window.set_appearance(appearance)
    window.resize(1024, 700)
    paste(window.calculator, text)
    qtbot.wait(20)
    assert window.width() == 1024
    pane = window.calculator
    for widget in (w for kind in (QLabel, QPushButton) for w in pane.findChildren(kind) if w.isVisible()):
        assert widget.mapTo(pane, widget.rect().topRight()).x() <= pane.width(), widget
        if isinstance(widget, QPushButton):
            longest = max(widget.text().replace("&", "").split("\n"), key=len)
            assert widget.width() >= widget.fontMetrics().horizontalAdvance(longest), widget


def test_the_menu_pastes_and_nothing_of_it_is_stored_or_logged(window: MainWindow, store: QSettings, caplog) -> None:
    with caplog.at_level(logging.DEBUG):
        QGuiApplication.clipboard().setText(f"Jane Doe 1960-02-01 {TOTAL_AND_BANDS}")
        window.actions_by_key["paste_report"].trigger()
        assert window.calculator.report.isVisible()
        window.close()
    assert "Jane" not in caplog.text
    store.sync()
    assert not any("Jane" in str(store.value(key)) or "2.1" in str(store.value(key)) for key in store.allKeys())
