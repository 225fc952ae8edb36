"""What a screen reader is told by itself: what came of typing, after a rest and only once."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.domain.quantity import PER_LITRE
from neutrogui.ui.accessible import REST_MS, Announcer
from neutrogui.ui.calculator_pane import FAULT, CalculatorPane
from neutrogui.ui.handout_dialog import HandoutDialog
from neutrogui.ui.main_window import MainWindow
from neutrogui.ui.series_dialog import SeriesDialog

Told = list[tuple[str, bool]]
CALM, URGENT = False, True


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """Every sentence, and whether it was urgent."""
    sentences: Told = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            urgent = event.politeness() is QAccessible.AnnouncementPoliteness.Assertive
            sentences.append((event.message(), urgent))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return sentences


@pytest.fixture
def rest(qtbot) -> Callable[[], None]:
    return lambda: qtbot.wait(REST_MS + 100)


@pytest.fixture
def pane(qtbot, style) -> CalculatorPane:
    pane = CalculatorPane(CATALOGUE, style)
    qtbot.addWidget(pane)
    pane.show()
    return pane


def fill_in(pane: CalculatorPane, wbc: str = "4.0", neutrophils: str = "10") -> None:
    pane.choose("wbc_unit", PER_LITRE.key)
    pane.type("neutrophils", neutrophils)
    pane.type("wbc", wbc)


def test_a_result_is_told_after_a_rest_and_not_with_every_key(pane: CalculatorPane, told: Told, rest) -> None:
    pane.choose("wbc_unit", PER_LITRE.key)
    pane.type("neutrophils", "10")
    for typed in ("4", "4.", "4.0"):
        pane.type("wbc", typed)
    assert told == []
    rest()
    (sentence, urgent), *more = told
    assert not more
    assert sentence == f"{pane.headline.text()}. {pane.result.badge.accessibleName()}."
    assert urgent is CALM


def test_nothing_that_still_stands_is_told_twice(pane: CalculatorPane, told: Told, rest) -> None:
    fill_in(pane)
    rest()
    pane.type("wbc", "4.00")
    pane.type("wbc", "4.0")
    rest()
    assert len(told) == 1


def test_a_result_that_comes_back_is_told_again(pane: CalculatorPane, told: Told, rest) -> None:
    fill_in(pane)
    rest()
    pane.type("wbc", "")
    rest()
    pane.type("wbc", "4.0")
    rest()
    assert [sentence for sentence, _ in told].count(told[0][0]) == 2


def test_the_same_result_of_the_next_patient_is_told(pane: CalculatorPane, told: Told, rest) -> None:
    fill_in(pane)
    rest()
    pane.clear()
    fill_in(pane)
    rest()
    assert len(told) == 2
    assert told[0] == told[1]


def test_a_refusal_interrupts_with_the_name_of_its_field(pane: CalculatorPane, told: Told, rest) -> None:
    fill_in(pane, wbc="4,,0")
    rest()
    ((sentence, urgent),) = told
    assert sentence == f"White cells (WBC): {pane.row('wbc').refusal.text.text().removeprefix('⚠ ')}"
    assert urgent is URGENT


def test_a_question_is_told_instead_of_the_result_that_waits_for_it(pane: CalculatorPane, told: Told, rest) -> None:
    fill_in(pane, wbc="4000")
    rest()
    assert pane.outcome is None
    (sentence, urgent), *_ = told
    assert sentence.startswith(("Please check. ", "White cells (WBC): "))
    assert urgent is URGENT


def test_a_fault_is_told(pane: CalculatorPane, told: Told, rest) -> None:
    fill_in(pane)
    rest()
    pane.blank()
    rest()
    assert told[-1] == (FAULT, URGENT)


def test_a_copy_is_confirmed(pane: CalculatorPane, told: Told) -> None:
    pane.copy_result()
    assert told == []
    fill_in(pane)
    pane.copy_result()
    assert told == [("Result copied.", CALM)]


def test_only_what_is_new_is_told(qtbot, told: Told, rest) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    refusals, news = ["Too large."], ["One row."]
    announcer = Announcer(widget, lambda: refusals, lambda: news)
    announcer.something_changed()
    rest()
    news.append("Saved.")
    announcer.something_changed()
    rest()
    refusals.clear()
    announcer.something_changed()
    rest()
    assert told == [("Too large. One row.", URGENT), ("Saved.", CALM)]


@pytest.fixture
def dialog(qtbot, style, printing, handouts) -> HandoutDialog:
    dialog = HandoutDialog(handouts, {}, printing, style)
    qtbot.addWidget(dialog)
    return dialog


def test_the_handout_tells_what_is_wrong_and_what_became_of_a_file(dialog, told: Told, rest, tmp_path) -> None:
    rest()
    told.clear()
    dialog.lines["count"].setText("many")
    rest()
    ((sentence, urgent),) = told
    assert sentence.startswith("Neutrophil count: ")
    assert sentence.endswith(dialog.message.text())
    assert urgent is URGENT
    dialog.lines["count"].setText("")
    rest()
    told.clear()
    for _ in range(2):
        assert dialog.save(tmp_path / "sheet.pdf")
        rest()
    assert told == [("Saved as sheet.pdf.", CALM)] * 2


def test_serial_counts_tell_which_rows_are_left_out(window: MainWindow, told: Told, rest, monkeypatch) -> None:
    monkeypatch.setattr(SeriesDialog, "_may_lose_rows", lambda _: True)
    window.open_series()
    series = window.series
    assert series is not None
    rest()
    told.clear()
    series.paste("2026-11-01,0.4,×10⁹/L\n2026-11-03,many,×10⁹/L\n")
    rest()
    ((sentence, urgent),) = told
    assert sentence.startswith("1 row is left out: row 2.")
    assert urgent is URGENT
    told.clear()
    series.table.type(2, "date", "2026-11-05")
    rest()
    assert told == [], "a row that is not finished is no reason to interrupt"


def test_a_search_tells_how_much_it_found(window: MainWindow, told: Told, rest) -> None:
    window.search("felty")
    rest()
    assert told == [("1 entry", CALM)]


def test_what_is_wrong_with_a_file_is_told_with_the_banner_and_once(window: MainWindow, told: Told) -> None:
    window.tell_settings_trouble("A file cannot be read.")
    window.tell_settings_trouble("A file cannot be read.")
    assert told == [("A file cannot be read.", URGENT)]
