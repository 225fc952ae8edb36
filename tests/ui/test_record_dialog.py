"""The dialog that prints records, and the pages in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QAccessible, QImage

from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.domain.calculator import Outcome
from neutrogui.domain.entry import Entry, Kind, Run
from neutrogui.domain.handout import Paper
from neutrogui.domain.printable import PrintedEntry, PrintedResult, Record
from neutrogui.domain.printing import PrintingFailed
from neutrogui.ui import page_dialog
from neutrogui.ui import printing as printing_module
from neutrogui.ui.page_preview import ENLARGED, WIDEST_PAPER, PagePreview
from neutrogui.ui.record_dialog import NO_NAME, RecordDialog

ENTRY = PrintedEntry(
    Entry("felty-syndrome", "Felty syndrome", Kind.CONDITION, (Run("About it."),), (), (), checked_on="2026-11-21"),
    "2026.11",
)


@pytest.fixture
def make(qtbot, style, printing) -> Callable[[Record], RecordDialog]:
    def make(record: Record) -> RecordDialog:
        dialog = RecordDialog("Felty syndrome", "felty-syndrome", record, printing, style, None)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def test_it_prints_what_it_is_handed_on_the_paper_that_is_chosen(make) -> None:
    dialog = make(ENTRY)
    assert dialog.printable == ENTRY
    dialog.paper.setCurrentIndex(dialog.paper.findData("letter"))
    dialog.refresh()
    assert dialog.printable.paper is Paper.LETTER


def test_it_begins_with_the_paper_of_the_record(make) -> None:
    assert make(PrintedEntry(ENTRY.entry, "2026.11", Paper.LETTER)).printable.paper is Paper.LETTER


def test_it_says_that_no_name_is_asked_for_where_a_patient_is_meant(make) -> None:
    def words(dialog: RecordDialog) -> list[str]:
        return [child.accessibleName() for child in dialog.findChildren(page_dialog.Text)]

    anc = CATALOGUE.calculators[0]
    typed = {"wbc": "1.2", "wbc_unit": "10^9/L", "neutrophils": "40"}
    outcome = anc.evaluate(typed)
    assert isinstance(outcome, Outcome)
    assert NO_NAME in words(make(PrintedResult(anc, typed, outcome, "2026-11-21")))
    assert NO_NAME not in words(make(ENTRY))


def test_saving_writes_the_file_and_says_so(make, printing) -> None:
    dialog = make(ENTRY)
    assert dialog.save(Path("felty.pdf"))
    assert printing.saved == {Path("felty.pdf"): b"%PDF-"}
    assert dialog.message.text() == "Saved as felty.pdf."


def test_when_the_page_cannot_be_made_the_reason_stands_in_the_dialog(make, printing) -> None:
    printing.failing = "The fonts are missing."
    dialog = make(ENTRY)
    assert dialog.printable is None
    assert dialog.message.text() == "The fonts are missing."
    assert not dialog.print_button.isEnabled()
    assert not dialog.save(Path("felty.pdf"))
    assert printing.saved == {}


def test_a_printer_that_fails_or_is_called_off_is_told_in_the_dialog(make, monkeypatch) -> None:
    dialog = make(ENTRY)

    def fail(*_: object) -> bool:
        raise PrintingFailed("The printer did not answer.")

    monkeypatch.setattr(printing_module, "ask_and_print", fail)
    dialog.print_button.click()
    assert dialog.message.text() == "The printer did not answer."
    monkeypatch.setattr(printing_module, "ask_and_print", lambda *_: False)
    dialog.print_button.click()
    assert dialog.message.text() == "Nothing was printed."


def picture(width: int, height: int) -> bytes:
    image = QImage(QSize(width, height), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


@pytest.fixture
def preview(qtbot, style) -> PagePreview:
    preview = PagePreview("Pages", style)
    qtbot.addWidget(preview)
    preview.resize(500, 400)
    preview.show()
    return preview


def test_a_page_fits_the_width_until_it_is_enlarged(preview: PagePreview) -> None:
    fits = preview.resolution
    assert fits * WIDEST_PAPER < preview.area.viewport().width() * preview.devicePixelRatioF()
    preview.larger.click()
    assert preview.resolution == pytest.approx(fits * 1.25)
    for _ in ENLARGED:
        preview.larger.click()
    assert preview.resolution == pytest.approx(fits * 3)
    assert not preview.larger.isEnabled()
    preview.fit.click()
    assert preview.resolution == pytest.approx(fits)


def test_pages_are_turned_one_by_one(preview: PagePreview, qtbot) -> None:
    preview.show_pages(tuple(picture(400, 560) for _ in range(3)))
    qtbot.waitUntil(lambda: preview.area.verticalScrollBar().maximum() > 1000)
    assert preview.place.text() == "Page 1 of 3"
    assert not preview.before.isEnabled()
    preview.after.click()
    assert preview.place.text() == "Page 2 of 3"
    assert preview.area.verticalScrollBar().value() > 500
    preview.after.click()
    assert not preview.after.isEnabled()
    preview.before.click()
    assert preview.place.text() == "Page 2 of 3"


def test_the_place_is_kept_while_the_pages_are_made_anew(preview: PagePreview, qtbot) -> None:
    pages = tuple(picture(400, 560) for _ in range(3))
    preview.show_pages(pages)
    qtbot.waitUntil(lambda: preview.area.verticalScrollBar().maximum() > 1000)
    preview.after.click()
    height = preview.area.verticalScrollBar().value()
    preview.show_pages(pages)
    assert preview.area.verticalScrollBar().value() == height


def test_no_pages_leave_nothing_behind(preview: PagePreview) -> None:
    preview.show_pages((picture(400, 560),))
    preview.show_pages(())
    assert preview.pages == 0
    assert preview.place.text() == ""


def test_each_page_and_button_has_a_name_for_a_screen_reader(preview: PagePreview) -> None:
    preview.show_pages((picture(400, 560), picture(400, 560)))
    for button in (preview.smaller, preview.fit, preview.larger, preview.before, preview.after):
        assert len(QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)) > 3
    assert [label.accessibleName() for label in preview._labels] == ["Page 1 of 2", "Page 2 of 2"]
