from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton

from neutrogui.domain.printing import PrintingFailed
from neutrogui.ui.handout_dialog import HandoutDialog


@pytest.fixture
def make(qtbot, style, printing, read) -> Callable[..., HandoutDialog]:
    def make(**typed: str) -> HandoutDialog:
        dialog = HandoutDialog(typed, read, printing, style)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def test_it_begins_with_38_degrees_in_both_scales(make) -> None:
    dialog = make()
    assert dialog.lines["call_at"].text() == "38.0"
    assert "100.4 °F" in dialog.fahrenheit.text()
    assert dialog.sheet is not None


def test_it_asks_for_no_name_of_a_patient(make) -> None:
    assert set(make().typed()) == {
        "count", "count_unit", "counted_on", "call_at", "clinic", "phone_day", "phone_night", "paper", "type_size",
    }  # fmt: skip


def test_a_count_from_the_calculator_is_on_the_sheet_and_can_be_changed(make) -> None:
    dialog = make(count="480", count_unit="/uL")
    assert dialog.sheet.count.per_ul == 480
    dialog.lines["count"].setText("90")
    dialog.refresh()
    assert dialog.sheet.count_words.startswith("Profound")


def test_bad_input_is_said_beside_its_field_and_nothing_can_be_printed(make) -> None:
    dialog = make()
    dialog.lines["call_at"].setText("100.4")
    dialog.refresh()
    assert dialog.sheet is None
    assert "°F" in dialog.refusals["call_at"].text.text()
    assert not dialog.print_button.isEnabled()
    assert not dialog.save_button.isEnabled()
    assert dialog.lines["call_at"].text() == "100.4"


def test_the_reading_that_is_offered_can_be_taken(make, qtbot) -> None:
    dialog = make()
    dialog.lines["call_at"].setText("100.4")
    dialog.refresh()
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "38.0")
    button.click()
    qtbot.waitUntil(lambda: dialog.sheet is not None)
    assert dialog.lines["call_at"].text() == "38.0"


def test_the_preview_follows_while_typing(make, qtbot) -> None:
    dialog = make()
    dialog.lines["clinic"].setText("North Clinic")
    qtbot.waitUntil(lambda: dialog.sheet is not None and dialog.sheet.clinic == "North Clinic")


def test_saving_writes_the_sheet_and_says_so(make, printing) -> None:
    dialog = make()
    assert dialog.save(Path("sheet.pdf"))
    assert printing.saved == {Path("sheet.pdf"): b"%PDF-"}
    assert "sheet.pdf" in dialog.message.text()


def test_when_saving_fails_the_reason_is_said_and_what_was_typed_stays(make, printing, monkeypatch) -> None:
    dialog = make(clinic="North Clinic")

    def refuse(data: bytes, path: Path) -> None:
        raise PrintingFailed("The disk is full.")

    monkeypatch.setattr(printing, "save", refuse)
    assert not dialog.save(Path("sheet.pdf"))
    assert dialog.message.text() == "The disk is full."
    assert dialog.lines["clinic"].text() == "North Clinic"


def test_when_no_page_can_be_made_nothing_can_be_printed(make, printing) -> None:
    printing.failing = "The page could not be laid out."
    dialog = make()
    assert dialog.sheet is None
    assert dialog.message.text() == "The page could not be laid out."
    assert not dialog.print_button.isEnabled()


def test_only_what_belongs_to_the_clinic_is_given_back(make) -> None:
    dialog = make(count="480", count_unit="/uL", clinic="North Clinic", phone_day="1", type_size="large")
    assert dialog.clinic() == {
        "clinic": "North Clinic",
        "phone_day": "1",
        "phone_night": "",
        "call_at": "38.0",
        "paper": "a4",
        "type_size": "large",
    }


def test_every_field_is_named_for_a_screen_reader(make) -> None:
    dialog = make()
    for widget in (*dialog.lines.values(), *dialog.boxes.values(), dialog.count_unit):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
