from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from neutrogui.calculators.anc import AbsoluteNeutrophilCount
from neutrogui.ui.calculator_pane import CalculatorPane, CautionBox


@pytest.fixture
def pane(qtbot, style) -> CalculatorPane:
    pane = CalculatorPane(AbsoluteNeutrophilCount(), style)
    qtbot.addWidget(pane)
    pane.show()
    return pane


@pytest.fixture
def filled(pane: CalculatorPane) -> CalculatorPane:
    """1.2 ×10⁹/L with 35 % segmented and 5 % bands: 480 /µL."""
    pane.choose_group("differential")
    pane.choose("wbc_unit", "10^9/L")
    for key, text in (("wbc", "1.2"), ("segmented", "35"), ("bands", "5")):
        pane.type(key, text)
    return pane


def nothing_of_a_result(pane: CalculatorPane) -> bool:
    labels = (pane.headline, pane.also, pane.badge, pane.range, pane.working, pane.source)
    return (
        pane.outcome is None
        and not any(label.text() or label.isVisible() for label in labels)
        and not pane.bar.isVisible()
        and not pane.copy_button.isEnabled()
    )


def answers(pane: CalculatorPane) -> dict[str, QPushButton]:
    boxes = [box for box in pane.cautions.findChildren(CautionBox) if box.isVisible()]
    return {button.text(): button for box in boxes for button in box.findChildren(QPushButton)}


def test_nothing_is_shown_and_no_unit_is_chosen_at_the_start(pane: CalculatorPane) -> None:
    assert nothing_of_a_result(pane)
    assert pane.typed()["wbc_unit"] == ""


def test_the_result_comes_while_typing_with_its_working(filled: CalculatorPane) -> None:
    assert filled.headline.text() == "0.48 ×10⁹/L"
    assert filled.also.text() == "= 480 /µL"
    assert filled.working.text() == "1.2 × (35 + 5) / 100 = 0.48 ×10⁹/L = 480 /µL"


def test_severity_is_said_by_word_and_shape_and_range(filled: CalculatorPane) -> None:
    assert filled.badge.text() == "▼ Severe"
    assert "100 to below 500 /µL" in filled.range.text()
    assert "Severe" in filled.bar.accessibleDescription()


@pytest.mark.parametrize("typed", ["", "x", "1,234", "-1", "1.2.3", "2001"])
def test_no_old_result_stands_beside_input_it_was_not_made_from(filled: CalculatorPane, typed: str) -> None:
    filled.type("wbc", typed)
    assert nothing_of_a_result(filled)


def test_a_refusal_stands_beside_its_field_and_the_text_stays(filled: CalculatorPane) -> None:
    filled.type("bands", "abc")
    row = filled.row("bands")
    assert "abc" in row.refusal.text.text()
    assert row.refusal.isVisible()
    assert row.edit.text() == "abc"
    assert row.edit.accessibleDescription() == row.refusal.text.text().removeprefix("⚠ ")
    assert not filled.row("wbc").refusal.isVisible()


def test_what_is_not_filled_in_yet_is_no_mistake(pane: CalculatorPane) -> None:
    pane.type("wbc", "1.2")
    assert not pane.row("neutrophils").refusal.isVisible()
    assert pane.waiting.isVisible()


def test_a_number_without_a_unit_asks_for_the_unit(pane: CalculatorPane) -> None:
    pane.type("wbc", "1.2")
    pane.type("neutrophils", "40")
    assert nothing_of_a_result(pane)
    assert "Choose the unit" in pane.waiting.text()


def test_two_readings_are_offered_and_the_chosen_one_is_taken(filled: CalculatorPane) -> None:
    filled.type("wbc", "1,234")
    buttons = {b.text(): b for b in filled.row("wbc").refusal.findChildren(QPushButton)}
    assert set(buttons) == {"1234", "1.2340"}
    buttons["1.2340"].click()
    assert filled.working.text().startswith("1.234 × (35 + 5)")


def test_the_other_way_of_filling_in_does_not_count(filled: CalculatorPane) -> None:
    filled.choose_group("total")
    assert filled.typed().keys() == {"wbc", "wbc_unit", "neutrophils"}
    assert nothing_of_a_result(filled)
    filled.type("neutrophils", "50")
    assert filled.headline.text() == "0.6 ×10⁹/L"


def test_an_unlikely_unit_is_asked_before_any_result(pane: CalculatorPane) -> None:
    pane.choose("wbc_unit", "/uL")
    pane.type("wbc", "4.5")
    pane.type("neutrophils", "60")
    assert nothing_of_a_result(pane)
    answers(pane)["Change to ×10⁹/L"].click()
    assert pane.headline.text() == "2.7 ×10⁹/L"


def test_an_answer_holds_for_the_very_input_it_was_given_to(pane: CalculatorPane) -> None:
    pane.choose("wbc_unit", "/uL")
    pane.type("wbc", "80")
    pane.type("neutrophils", "50")
    answers(pane)["It is right as typed"].click()
    assert pane.headline.text() == "40 /µL"
    pane.type("wbc", "81")
    assert nothing_of_a_result(pane)
    pane.type("wbc", "80")
    assert pane.headline.text() == "40 /µL"


def test_clear_leaves_nothing_not_even_the_unit_or_an_answer(pane: CalculatorPane) -> None:
    pane.choose("wbc_unit", "/uL")
    pane.type("wbc", "80")
    pane.type("neutrophils", "50")
    answers(pane)["It is right as typed"].click()
    pane.clear_button.click()
    assert not any(pane.typed().values())
    assert nothing_of_a_result(pane)
    pane.choose("wbc_unit", "/uL")
    pane.type("wbc", "80")
    pane.type("neutrophils", "50")
    assert nothing_of_a_result(pane)


def test_copy_gives_one_line_with_working_and_scheme(filled: CalculatorPane) -> None:
    filled.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.count("\n") == 0
    assert "1.2 × (35 + 5) / 100 = 0.48 ×10⁹/L = 480 /µL" in copied
    assert "Conventional severity: Severe" in copied


def test_a_fault_takes_the_result_away_and_leaves_what_was_typed(filled: CalculatorPane) -> None:
    filled.blank()
    assert nothing_of_a_result(filled)
    assert filled.row("wbc").edit.text() == "1.2"
    filled.type("wbc", "1.3")
    assert filled.headline.text() == "0.52 ×10⁹/L"


def test_the_level_leads_to_its_entry_by_keyboard(filled: CalculatorPane, qtbot) -> None:
    with qtbot.waitSignal(filled.entry_requested) as asked:
        qtbot.keyClick(filled.level_link, Qt.Key.Key_Return)
    assert asked.args == ["levels-of-neutropenia"]


@pytest.mark.parametrize(
    "act", [lambda pane: pane.level_link, lambda pane: pane.row("wbc").edit, lambda pane: pane.copy_button]
)
def test_everything_that_takes_the_keyboard_has_a_name(filled: CalculatorPane, act: Callable) -> None:
    widget = act(filled)
    assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert widget.accessibleName()
