from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from neutrogui.calculators.grading import CONVENTIONAL
from neutrogui.calculators.series_text import decode, read_day, read_series
from neutrogui.domain.calculator import Caution, Finding
from neutrogui.domain.handout import Paper
from neutrogui.domain.number import read_number
from neutrogui.domain.problem import Problem, Problems
from neutrogui.domain.series import Series
from neutrogui.ui import series_dialog
from neutrogui.ui.accessible import Text
from neutrogui.ui.series_dialog import SeriesDialog, SeriesRules
from neutrogui.ui.style import Appearance, Style

HEADING = "date\tanc\tanc_unit\n"
THREE = HEADING + "2026-11-01\t1.6\t10^9/L\n2026-11-08\t0.06\t10^9/L\n2026-11-15\t700\t/uL\n"


def findings(series: Series, day_one: date | None) -> tuple[Finding, ...]:
    since = "" if day_one is None else f" since {day_one}"
    return (Finding("number", "Number", f"{len(series.points)} counts{since}", "They are counted.", "A book"),)


def cautions(series: Series) -> tuple[Caution, ...]:
    high = [point for point in series.points if point.per_ul > 500_000]
    return tuple(Caution("check-unit", f"{point.day} is very high.") for point in high)


def read_limit(typed: Mapping[str, str]) -> Decimal | Problems | None:
    if not typed["lower_limit"]:
        return None
    number = read_number(typed["lower_limit"])
    if isinstance(number, Decimal) and typed["lower_limit_unit"]:
        return number
    return Problems((Problem("lower_limit", "refused", "This limit is no number with a unit."),))


RULES = SeriesRules(
    decode=decode,
    read=read_series,
    read_day=read_day,
    read_lower_limit=read_limit,
    cautions=cautions,
    findings=findings,
    nadir=lambda series: min(series.days, key=lambda each: each.per_ul),
    scale=CONVENTIONAL,
)


@pytest.fixture
def dialog(qtbot, style, printing, monkeypatch) -> SeriesDialog:
    # Whoever is not asked in a test gives unsaved rows up when its window is closed at the end.
    monkeypatch.setattr(QMessageBox, "exec", lambda box: QMessageBox.StandardButton.Discard)
    dialog = SeriesDialog(RULES, printing, style, lambda: Paper.A4)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def type_row(dialog: SeriesDialog, row: int, **texts: str) -> None:
    for key, text in texts.items():
        dialog.table.type(row, key, text)


def shown(dialog: SeriesDialog) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in dialog.findings.findChildren(Text) if not label.isHidden())


def answer(monkeypatch, button: str) -> list[str]:
    """Answer the question with a button; what was asked is in the list."""
    asked: list[str] = []

    def exec_(box: QMessageBox) -> QMessageBox.StandardButton:
        asked.append(box.text())
        return getattr(QMessageBox.StandardButton, button)

    monkeypatch.setattr(QMessageBox, "exec", exec_)
    return asked


# Typing


def test_it_begins_with_an_empty_row_and_shows_nothing(dialog: SeriesDialog) -> None:
    assert dialog.table.rowCount() == 1
    assert dialog.series is None
    assert not dialog.plot.isVisible()
    assert "appear here" in dialog.waiting.text()
    assert not dialog.save_button.isEnabled()
    assert not dialog.left_out.isVisible()


def test_a_count_that_is_typed_is_in_the_picture_and_among_the_findings(dialog: SeriesDialog) -> None:
    type_row(dialog, 0, date="2026-11-01", anc="0,48", anc_unit="10^9/L")
    assert dialog.series.points[0].per_ul == 480
    assert dialog.plot.isVisible()
    assert dialog.plot.plotted.series == dialog.series
    assert dialog.table.remark(0) == "480 /µL  ▼ Severe"
    assert "Number\n1 counts\nThey are counted. Source: A book" in shown(dialog)


def test_a_count_can_be_given_as_white_cells_and_a_percentage(dialog: SeriesDialog) -> None:
    type_row(dialog, 0, date="2026-11-01", wbc="1.2", wbc_unit="G/L", neutrophils="40")
    assert dialog.series.points[0].per_ul == 480


def test_the_table_always_ends_with_an_empty_row(dialog: SeriesDialog) -> None:
    for row in range(3):
        type_row(dialog, row, date=f"2026-11-0{row + 1}")
        assert dialog.table.rowCount() == row + 2
        assert row + 1 not in dialog.table.filled_rows()


def test_tab_goes_from_cell_to_cell_past_the_remark_and_at_last_out_of_the_table(dialog: SeriesDialog, qtbot) -> None:
    dialog.activateWindow()
    table = dialog.table
    type_row(dialog, 0, date="2026-11-01")
    table.setFocus()
    table.setCurrentCell(0, 0)
    visited = []
    for _ in range(11):
        qtbot.keyClick(table, Qt.Key.Key_Tab)
        visited.append((table.currentRow(), table.currentColumn()))
    assert visited == [(0, n) for n in range(1, 6)] + [(1, n) for n in range(6)]
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert (table.currentRow(), table.currentColumn()) == (1, 5)
    assert not table.hasFocus()


def test_going_backwards_passes_the_remark_too_and_leaves_at_the_first_cell(dialog: SeriesDialog, qtbot) -> None:
    dialog.activateWindow()
    table = dialog.table
    type_row(dialog, 0, date="2026-11-01")
    table.setFocus()
    table.setCurrentCell(1, 0)
    qtbot.keyClick(table, Qt.Key.Key_Backtab)
    assert (table.currentRow(), table.currentColumn()) == (0, 5)
    table.setCurrentCell(0, 0)
    qtbot.keyClick(table, Qt.Key.Key_Backtab)
    assert not table.hasFocus()


def test_what_is_typed_into_a_cell_is_taken_when_tab_moves_on(dialog: SeriesDialog, qtbot) -> None:
    dialog.activateWindow()
    dialog.table.setFocus()
    dialog.table.setCurrentCell(0, 0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_F2)
    for text in ("2026-11-01", "480", "/uL"):
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        qtbot.keyClicks(editor, text)
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert dialog.series.points[0].per_ul == 480


def test_nobody_is_caught_while_typing_either(dialog: SeriesDialog, qtbot) -> None:
    dialog.activateWindow()
    dialog.table.setFocus()
    dialog.table.setCurrentCell(0, 5)
    qtbot.keyClick(dialog.table, Qt.Key.Key_F2)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.table.hasFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Tab)
    assert not dialog.table.hasFocus()


def test_delete_empties_the_selected_cells(dialog: SeriesDialog, qtbot) -> None:
    dialog.paste(THREE)
    dialog.table.selectRow(1)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert len(dialog.series.points) == 2
    assert dialog.table.filled_rows() == [0, 2]


def test_no_unit_is_preset(dialog: SeriesDialog) -> None:
    type_row(dialog, 0, date="2026-11-01", anc="480")
    assert dialog.series is None
    assert dialog.table.texts(0)["anc_unit"] == ""


def test_a_unit_that_is_chosen_is_written_into_rows_that_have_none(dialog: SeriesDialog) -> None:
    type_row(dialog, 0, date="2026-11-01", anc="480", anc_unit="/uL")
    type_row(dialog, 1, date="2026-11-02", anc="0.5")
    dialog.unit.setCurrentIndex(dialog.unit.findData("10^9/L"))
    type_row(dialog, 2, date="2026-11-03", wbc="2", neutrophils="50")
    assert [dialog.table.texts(row)["anc_unit"] for row in range(3)] == ["/uL", "×10⁹/L", ""]
    assert dialog.table.texts(2)["wbc_unit"] == "×10⁹/L"
    assert [point.per_ul for point in dialog.series.points] == [480, 500, 1000]


# What can't be read


def test_a_refused_row_says_so_beside_it_by_sign_and_words_and_at_its_cell(dialog: SeriesDialog) -> None:
    dialog.paste(THREE)
    type_row(dialog, 1, anc="1,234")
    assert dialog.table.remark(1).startswith("⚠ 1,234 can mean 1234 or 1 point 234")
    assert dialog.table.verticalHeaderItem(1).text() == "⚠ 2"
    cell = dialog.table.item(1, 1)
    assert "1 point 234" in cell.toolTip()
    assert "1 point 234" in cell.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert cell.text() == "1,234"
    assert "Line" not in dialog.table.remark(1)


def test_what_is_shown_comes_from_the_rows_that_can_be_read_and_the_others_are_named(dialog: SeriesDialog) -> None:
    dialog.paste(THREE)
    assert "3 counts" in shown(dialog)
    type_row(dialog, 0, date="2026-02-30")
    assert dialog.left_out.text() == "⚠ 1 row is left out: row 1."
    assert "2 counts" in shown(dialog)
    assert "3 counts" not in shown(dialog)
    assert len(dialog.plot.plotted.series.points) == 2
    type_row(dialog, 1, anc="-1")
    assert dialog.left_out.text() == "⚠ 2 rows are left out: rows 1–2."
    type_row(dialog, 0, date="2026-11-01")
    type_row(dialog, 1, anc="0.06")
    assert not dialog.left_out.isVisible()
    assert dialog.table.verticalHeaderItem(0).text() == "1"
    assert dialog.table.item(1, 1).toolTip() == ""


def test_when_no_row_can_be_read_nothing_is_shown(dialog: SeriesDialog) -> None:
    type_row(dialog, 0, date="2026-11-01", anc="480", anc_unit="/uL")
    type_row(dialog, 0, anc="480x")
    assert dialog.series is None
    assert not dialog.plot.isVisible()
    assert dialog.plot.plotted is None
    assert shown(dialog) == ""
    assert dialog.waiting.isVisible()


def test_a_row_that_is_not_filled_in_yet_is_left_out_but_not_called_a_mistake(dialog: SeriesDialog) -> None:
    type_row(dialog, 0, date="2026-11-01")
    assert dialog.table.remark(0).startswith("… ")
    assert dialog.table.verticalHeaderItem(0).text() == "1"
    assert "row 1" in dialog.left_out.text()


def test_rows_that_contradict_each_other_are_all_left_out_and_name_each_other(dialog: SeriesDialog) -> None:
    dialog.paste(THREE + "2026-11-15\t900\t/uL\n")
    assert dialog.left_out.text() == "⚠ 2 rows are left out: rows 3–4."
    assert "see row 3" in dialog.table.remark(3)
    assert [point.per_ul for point in dialog.series.points] == [1600, 60]
    type_row(dialog, 2, time="08:00")
    type_row(dialog, 3, time="20:00")
    assert len(dialog.series.points) == 4


def test_when_the_rows_can_t_be_read_together_nothing_is_shown_but_the_reason(qtbot, style, printing) -> None:
    def read(text: str) -> Series | Problems:
        if text.count("\n") > 3:
            return Problems((Problem("file", "too-many-rows", "There are too many rows."),))
        return read_series(text)

    dialog = SeriesDialog(replace(RULES, read=read), printing, style, lambda: Paper.A4)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.paste(THREE)
    assert dialog.series is None
    assert dialog.left_out.text() == "⚠ There are too many rows."
    assert shown(dialog) == ""
    dialog.clear()


def test_the_order_of_the_rows_does_not_matter(dialog: SeriesDialog) -> None:
    dialog.paste(HEADING + "2026-11-15\t700\t/uL\n2026-11-01\t1600\t/uL\n")
    assert [point.per_ul for point in dialog.series.points] == [1600, 700]
    assert dialog.table.remark(0).startswith("700 /µL")


def test_empty_rows_between_others_don_t_shift_what_is_said(dialog: SeriesDialog) -> None:
    type_row(dialog, 0, date="2026-11-01", anc="480", anc_unit="/uL")
    type_row(dialog, 3, date="2026-11-01", anc="900", anc_unit="/uL")
    assert dialog.left_out.text() == "⚠ 2 rows are left out: rows 1, 4."
    assert "see row 1" in dialog.table.remark(3)


def test_dates_that_can_be_read_in_two_ways_are_read_as_the_user_says(dialog: SeriesDialog) -> None:
    dialog.paste(HEADING + "03/04/2026\t480\t/uL\n05/04/2026\t900\t/uL\n2026-04-10\t950\t/uL\n")
    assert dialog.dates.isVisible()
    assert [button.text() for button in dialog.date_buttons] == ["Day first: 2026-04-03", "Month first: 2026-03-04"]
    dialog.date_buttons[0].click()
    assert [str(point.day) for point in dialog.series.points] == ["2026-04-03", "2026-04-05", "2026-04-10"]
    assert not dialog.dates.isVisible()


def test_a_date_that_can_only_be_read_in_one_way_is_named_beside_those_in_doubt(dialog: SeriesDialog) -> None:
    type_row(dialog, 0, date="03/04/2026", anc="1", anc_unit="G/L")
    assert "can only be" not in dialog._dates_question.text()
    type_row(dialog, 1, date="13/04/2026", anc="1", anc_unit="G/L")
    assert dialog._dates_question.text().endswith("Row 2, 13/04/2026, can only be 2026-04-13.")


def test_dates_with_one_reading_are_offered_by_themselves(dialog: SeriesDialog) -> None:
    dialog.paste(HEADING + "03/04/2026\t480\t/uL\n25/04/2026\t900\t/uL\n")
    dialog.date_buttons[0].click()
    assert dialog.table.texts(1)["date"] == "25/04/2026"
    assert not dialog.date_buttons[1].isVisible()
    dialog.date_buttons[0].click()
    assert [str(point.day) for point in dialog.series.points] == ["2026-04-03", "2026-04-25"]


# Beside the table


def test_day_one_numbers_the_days_of_the_plot_and_goes_into_the_findings(dialog: SeriesDialog) -> None:
    dialog.paste(THREE)
    dialog.day_one.setText("2026-11-01")
    assert dialog.plot.plotted.day_one == date(2026, 11, 1)
    assert "since 2026-11-01" in shown(dialog)
    assert "+7 d" in dialog.plot.accessibleDescription()


def test_a_day_one_that_can_t_be_read_is_said_beside_it_and_left_out(dialog: SeriesDialog) -> None:
    dialog.paste(THREE)
    dialog.day_one.setText("2026-11-01")
    dialog.day_one.setText("03/04/2026")
    assert "can mean" in dialog.day_one_refusal.text.text()
    assert dialog.plot.plotted.day_one is None
    assert "since" not in shown(dialog)
    dialog.day_one_refusal.reading_chosen.emit("2026-04-03")
    assert dialog.plot.plotted.day_one == date(2026, 4, 3)


def test_the_lower_limit_is_a_line_in_the_plot_or_is_refused_beside_its_field(dialog: SeriesDialog) -> None:
    dialog.paste(THREE)
    dialog.lower_limit.setText("1800")
    assert dialog.plot.plotted.lower_limit is None
    assert "no number with a unit" in dialog.lower_limit_refusal.text.text()
    dialog.lower_limit_unit.setCurrentIndex(dialog.lower_limit_unit.findData("/uL"))
    assert dialog.plot.plotted.lower_limit == 1800
    assert dialog.lower_limit_refusal.isHidden()


def test_a_caution_stands_before_the_findings(dialog: SeriesDialog) -> None:
    dialog.paste(HEADING + "2026-11-01\t600\t10^9/L\n")
    assert shown(dialog).startswith("2026-11-01 is very high.\n")


# Clipboard


def test_rows_from_a_spreadsheet_are_pasted_where_the_cursor_is(dialog: SeriesDialog, qtbot) -> None:
    QGuiApplication.clipboard().setText("2026-11-01\t480\t/uL\n2026-11-02\t900\t/uL\n")
    dialog.table.setCurrentCell(0, 0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [point.per_ul for point in dialog.series.points] == [480, 900]
    assert dialog.message.text() == "Filled in: rows 1–2."


@pytest.mark.parametrize(
    "text",
    [
        "WBC,WBC unit,Date,Neutrophils %\n1.2,G/L,2026-11-01,40\n",
        "date;wbc;wbc_unit;neutrophils\n2026-11-01;1,2;G/L;40\n",
        "\n\nDate\tWBC\tWBC_unit\tNeutrophils (%)\n2026-11-01\t1.2\tG/L\t40",
        "Neutrophils %,WBC unit,WBC,Date,Platelets\n40,G/L,1.2,2026-11-01,210\n",
    ],
)
def test_named_columns_may_be_in_any_order_and_divided_in_any_usual_way(dialog: SeriesDialog, text: str) -> None:
    dialog.paste(text)
    assert dialog.series.points[0].per_ul == 480
    assert ("Platelets" in dialog.message.text()) == ("Platelets" in text)


def test_pasting_never_writes_over_what_is_there(dialog: SeriesDialog) -> None:
    dialog.paste(THREE)
    dialog.table.setCurrentCell(1, 0)
    dialog.paste("2026-12-01\t300\t/uL\n2026-12-02\t400\t/uL\n")
    assert dialog.message.text() == "Filled in: rows 4–5."
    assert len(dialog.series.points) == 5


def test_a_single_text_is_pasted_into_the_cell_of_the_cursor(dialog: SeriesDialog) -> None:
    dialog.paste(THREE)
    dialog.table.setCurrentCell(0, 1)
    dialog.paste("1.7")
    assert dialog.table.texts(0)["anc"] == "1.7"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no rows"),
        ("date\tanc\n", "no rows"),
        ("\t".join("abcdefghijkl"), "too many columns"),
        ("2026-11-01\n" * 5001, "more than 5,000 rows"),
    ],
)
def test_what_can_t_be_rows_is_refused_and_the_table_stays_as_it_is(dialog: SeriesDialog, text: str, said: str) -> None:
    dialog.paste(THREE)
    dialog.paste(text)
    assert said in dialog.message.text()
    assert len(dialog.series.points) == 3


@pytest.mark.parametrize("text", ["62,5", "62,5\r\n60,5\r\n"])
def test_a_decimal_comma_in_a_pasted_column_does_not_divide_the_number(dialog: SeriesDialog, text: str) -> None:
    dialog.seldom.setChecked(True)
    dialog.table.setCurrentCell(0, 6)
    dialog.paste(text)
    assert [dialog.table.texts(row)["segmented"] for row in dialog.table.filled_rows()] == text.split()
    assert not any(dialog.table.texts(row)["bands"] for row in dialog.table.filled_rows())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # White cells would be taken for neutrophils.
        ("day,wbc,wbc_unit\n2026-11-01,1.2,K/uL\n", "names no column date"),
        ("Counts of a person\nDate\tWBC\tUnit\n2026-11-01\t1.2\tK/uL\n", "names no column date"),
        # 40,5 % would be taken for 40 %.
        ("date,wbc,wbc_unit,neutrophils\n2026-11-01,1.2,K/uL,40,5\n", "Row 2 of it has “5” in a column without a name"),
        ("date,wbc,wbc_unit,neutrophils,\n2026-11-01,1.2,K/uL,40,5\n", "in a column without a name"),
        ("date\tanc\tanc_unit\tANC\n2026-11-01\t1.2\tK/uL\t0.3\n", "The column anc is there twice."),
    ],
)
def test_rows_of_which_something_would_be_lost_or_mistaken_are_refused(
    dialog: SeriesDialog, text: str, said: str
) -> None:
    dialog.paste(text)
    assert said in dialog.message.text()
    assert dialog.series is None
    assert dialog.table.filled_rows() == []


def test_columns_for_a_differential_and_times_come_into_sight_when_they_are_needed(dialog: SeriesDialog) -> None:
    assert dialog.table.isColumnHidden(6)
    dialog.paste("date\twbc\twbc_unit\tsegmented\tbands\n2026-11-01\t1.2\tG/L\t35\t5\n")
    assert not dialog.table.isColumnHidden(6)
    assert not dialog.seldom.isEnabled()
    assert dialog.series.points[0].per_ul == 480


# Files


def test_saved_rows_open_again_as_they_were_typed_the_refused_ones_too(
    dialog: SeriesDialog, printing, tmp_path: Path
) -> None:
    dialog.paste(THREE + "03/04/2026\t1,234\tfurlongs\n")
    before = dialog.as_csv()
    assert dialog.unsaved
    assert dialog.save(Path("counts.csv"))
    assert not dialog.unsaved
    assert dialog.message.text() == "Saved as counts.csv."
    written = printing.saved[Path("counts.csv")]
    assert written.startswith(b"\xef\xbb\xbfdate;anc;")
    (tmp_path / "counts.csv").write_bytes(written)
    dialog.clear()
    assert dialog.open_file(tmp_path / "counts.csv")
    assert dialog.as_csv() == before
    assert not dialog.unsaved


def test_rows_without_a_comma_are_saved_with_commas(dialog: SeriesDialog) -> None:
    dialog.paste(THREE)
    assert dialog.as_csv().startswith("date,anc,anc_unit,wbc,wbc_unit,neutrophils,segmented,bands,time\n")


def test_when_saving_fails_the_reason_is_said_and_the_rows_count_as_unsaved(dialog: SeriesDialog, printing) -> None:
    dialog.paste(THREE)
    printing.failing = "The disk is full."
    assert not dialog.save(Path("counts.csv"))
    assert dialog.message.text() == "The disk is full."
    assert dialog.unsaved
    assert len(dialog.series.points) == 3


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"date,anc\n\xff\xfe", "not text in UTF-8"),
        (b"x" * 2_000_001, "too large"),
        (b"", "no rows"),
    ],
)
def test_a_file_that_can_t_be_read_is_refused_and_the_rows_stay(
    dialog: SeriesDialog, tmp_path: Path, data: bytes, said: str
) -> None:
    dialog.paste(THREE)
    path = tmp_path / "counts.csv"
    path.write_bytes(data)
    assert not dialog.open_file(path)
    assert said in dialog.message.text()
    assert len(dialog.series.points) == 3


def test_a_file_that_is_not_there_is_told(dialog: SeriesDialog, tmp_path: Path) -> None:
    assert not dialog.open_file(tmp_path / "nothing.csv")
    assert "nothing.csv" in dialog.message.text()


def test_opening_a_file_replaces_the_rows_so_that_two_patients_never_mix(dialog: SeriesDialog, tmp_path: Path) -> None:
    dialog.paste(THREE)
    dialog.day_one.setText("2026-11-01")
    path = tmp_path / "counts.csv"
    path.write_text("date,anc,anc_unit\n2026-12-01,300,/uL\n", encoding="utf-8")
    assert dialog.open_file(path)
    assert [point.per_ul for point in dialog.series.points] == [300]
    assert dialog.plot.plotted.day_one is None


def test_a_day_one_that_was_typed_first_holds_for_the_file_that_is_opened(dialog: SeriesDialog, tmp_path: Path) -> None:
    dialog.day_one.setText("2026-12-01")
    path = tmp_path / "counts.csv"
    path.write_text("date,anc,anc_unit\n2026-12-01,300,/uL\n", encoding="utf-8")
    assert dialog.open_file(path)
    assert dialog.plot.plotted.day_one == date(2026, 12, 1)


# Clearing and closing


def test_clear_leaves_nothing_of_the_last_patient(dialog: SeriesDialog, monkeypatch) -> None:
    dialog.paste(THREE)
    dialog.unit.setCurrentIndex(1)
    dialog.day_one.setText("2026-11-01")
    dialog.lower_limit.setText("1800")
    dialog.lower_limit_unit.setCurrentIndex(1)
    asked = answer(monkeypatch, "Discard")
    dialog.clear_button.click()
    assert asked
    assert dialog.table.filled_rows() == []
    assert dialog.series is None
    assert (dialog.unit.currentData(), dialog.lower_limit_unit.currentData()) == ("", "")
    assert (dialog.day_one.text(), dialog.lower_limit.text()) == ("", "")
    assert shown(dialog) == ""


@pytest.mark.parametrize("leave", [SeriesDialog.close, SeriesDialog.reject])
@pytest.mark.parametrize(("button", "stays"), [("Cancel", True), ("Discard", False)])
def test_closing_with_unsaved_rows_asks(dialog: SeriesDialog, monkeypatch, leave: Callable, button, stays) -> None:
    dialog.paste(THREE)
    asked = answer(monkeypatch, button)
    leave(dialog)
    assert len(asked) == 1
    assert dialog.isVisible() == stays
    assert bool(dialog.table.filled_rows()) == stays


def test_closing_can_save_the_rows_first(dialog: SeriesDialog, printing, monkeypatch) -> None:
    dialog.paste(THREE)
    answer(monkeypatch, "Save")
    monkeypatch.setattr(series_dialog.QFileDialog, "getSaveFileName", lambda *_: ("kept", ""))
    dialog.close()
    assert b"2026-11-08,0.06,10^9/L" in printing.saved[Path("kept.csv")]
    assert not dialog.isVisible()


@pytest.mark.parametrize("hindrance", ["no name", "no room"])
def test_the_window_stays_when_the_rows_could_not_be_saved(
    dialog: SeriesDialog, printing, monkeypatch, hindrance: str
) -> None:
    dialog.paste(THREE)
    answer(monkeypatch, "Save")
    name = "" if hindrance == "no name" else "kept.csv"
    monkeypatch.setattr(series_dialog.QFileDialog, "getSaveFileName", lambda *_: (name, ""))
    printing.failing = "The disk is full."
    dialog.close()
    assert dialog.isVisible()
    assert len(dialog.series.points) == 3


def test_nothing_is_asked_and_nothing_written_when_there_is_nothing_unsaved(
    dialog: SeriesDialog, printing, monkeypatch
) -> None:
    asked = answer(monkeypatch, "Cancel")
    dialog.close()
    assert not dialog.isVisible()
    assert not asked
    assert not printing.saved


# A fault, looks, screen readers


def test_after_a_fault_nothing_is_shown_until_a_row_changes(dialog: SeriesDialog) -> None:
    dialog.paste(THREE)
    dialog.blank()
    assert dialog.series is None
    assert shown(dialog) == ""
    assert dialog.plot.plotted is None
    assert "went wrong" in dialog.waiting.text()
    type_row(dialog, 0, anc="1.7")
    assert len(dialog.series.points) == 3


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
@pytest.mark.parametrize("zoom", [80, 200])
def test_rows_and_findings_outlive_a_change_of_looks(dialog: SeriesDialog, style: Style, appearance, zoom) -> None:
    dialog.paste(THREE)
    style.appearance, style.zoom = appearance, zoom
    style.apply()
    dialog.restyle()
    assert "3 counts" in shown(dialog)
    assert dialog.table.fontMetrics().height() == dialog.day_one.fontMetrics().height()
    assert not dialog.grab().isNull()


def test_at_twice_the_text_size_it_still_fits_a_small_screen(dialog: SeriesDialog, style: Style) -> None:
    dialog.paste(THREE + "03/04/2026\t1,234\t/uL\n")
    style.zoom = 200
    style.apply()
    dialog.restyle()
    QApplication.processEvents()
    assert dialog.minimumSizeHint().width() <= 1024
    assert dialog.minimumSizeHint().height() <= 700


@pytest.mark.parametrize("zoom", [100, 200])
def test_on_a_small_screen_no_field_is_cut_and_the_table_keeps_room_for_rows(
    dialog: SeriesDialog, style: Style, zoom: int
) -> None:
    dialog.paste(THREE + "03/04/2026\t1,234\t/uL\n")
    style.zoom = zoom
    style.apply()
    dialog.restyle()
    dialog.resize(1024, 700)
    QApplication.processEvents()
    for field in (dialog.unit, dialog.day_one, dialog.lower_limit, dialog.lower_limit_unit):
        assert field.parentWidget().rect().contains(field.geometry())
        assert field.height() >= field.minimumSizeHint().height()
    assert dialog.table.viewport().height() >= 3 * dialog.table.rowHeight(0)
    # What was left out is in sight wherever the rows are scrolled to.
    for said in (dialog.message, dialog.left_out):
        assert said.visibleRegion().boundingRect().height() == said.height()


def test_every_field_is_named_for_a_screen_reader(dialog: SeriesDialog) -> None:
    fields = (dialog.table, dialog.unit, dialog.day_one, dialog.lower_limit, dialog.lower_limit_unit, dialog.plot)
    for widget in fields:
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
