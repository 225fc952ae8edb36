"""Of many serial counts only what changed is read and laid out anew, and what is shown is the same as if all were."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from neutrogui.calculators import series
from neutrogui.calculators.grading import CONVENTIONAL
from neutrogui.calculators.series_text import cautions, decode, read_day, read_series
from neutrogui.domain.handout import Paper
from neutrogui.domain.problem import Problems
from neutrogui.domain.series import Series
from neutrogui.ui.accessible import Text
from neutrogui.ui.series_dialog import SeriesDialog, SeriesRules
from neutrogui.ui.style import DARK, Appearance, Style

FIRST = date(2020, 1, 1)

RULES = SeriesRules(
    decode=decode,
    read=read_series,
    read_day=read_day,
    read_lower_limit=lambda typed: None,
    cautions=cautions,
    findings=series.findings,
    nadir=lambda counts: series.nadir(counts.days),
    scale=CONVENTIONAL,
)


class Reader:
    """The reader of rows; `asked` has, for each call, how many rows it was given."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, text: str) -> Series | Problems:
        self.asked.append(text.count("\n") - 1)
        return read_series(text)


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.fixture
def dialog(qtbot, style, printing, monkeypatch, reader: Reader) -> SeriesDialog:
    return opened(qtbot, style, printing, monkeypatch, replace(RULES, read=reader))


def opened(qtbot, style, printing, monkeypatch, rules: SeriesRules) -> SeriesDialog:
    monkeypatch.setattr(QMessageBox, "exec", lambda box: QMessageBox.StandardButton.Discard)
    dialog = SeriesDialog(rules, printing, style, lambda: Paper.A4)
    qtbot.addWidget(dialog)
    dialog.resize(1200, 800)
    dialog.show()
    return dialog


def many(number: int) -> str:
    chance = random.Random(number)
    days = (f"{FIRST + timedelta(n)}\t{chance.randint(1, 6000)}\t/uL\n" for n in range(number))
    return "date\tanc\tanc_unit\n" + "".join(days)


@pytest.mark.parametrize("number", [10, 300])
def test_however_many_rows_there_are_an_edit_reads_its_own_row_alone(
    dialog: SeriesDialog, reader: Reader, number: int
) -> None:
    dialog.paste(many(number))
    reader.asked.clear()
    dialog.table.type(5, "anc", "7001")
    assert reader.asked == [1]
    assert dialog.series.points[5].per_ul == 7001
    dialog.table.type(5, "anc", "7002")
    dialog.table.type(5, "anc", "7001")
    assert reader.asked == [1, 1]
    dialog.day_one.setText("2020-01-02")
    dialog.restyle()
    assert reader.asked == [1, 1]


@pytest.mark.parametrize("number", [10, 300])
def test_a_contradiction_reads_the_rows_of_its_day_alone(dialog: SeriesDialog, reader: Reader, number: int) -> None:
    dialog.paste(many(number))
    reader.asked.clear()
    dialog.table.type(5, "date", str(FIRST))
    assert reader.asked == [1, 2]
    assert dialog.left_out.text() == "⚠ 2 rows are left out: rows 1, 6."
    assert "see row 1" in dialog.table.remark(5)
    assert len(dialog.series.points) == number - 2


def test_more_rows_than_ever_are_read_together_once(dialog: SeriesDialog, reader: Reader) -> None:
    dialog.paste(many(20))
    reader.asked.clear()
    dialog.paste("2021-01-01\t480\t/uL\n2021-01-02\t490\t/uL\n")
    assert reader.asked == [1, 1, 22]
    dialog.table.type(0, "anc", "x")
    dialog.table.type(0, "anc", "500")
    assert reader.asked == [1, 1, 22, 1, 1]


@pytest.mark.parametrize("number", [10, 300])
def test_only_the_remark_of_the_edited_row_is_written(dialog: SeriesDialog, monkeypatch, number: int) -> None:
    dialog.paste(many(number))
    written: list[int] = []
    real = dialog.table._show_remark

    def spied(row: int, *more: object) -> None:
        written.append(row)
        real(row, *more)

    monkeypatch.setattr(dialog.table, "_show_remark", spied)
    dialog.table.type(5, "anc", "x")
    dialog.table.type(5, "anc", "7001")
    assert written == [5, 5]


def everything(dialog: SeriesDialog) -> list[object]:
    """All that a window shows of its rows."""
    QApplication.processEvents()
    table = dialog.table
    rows = range(len(table.filled_rows()))
    cells = [table.item(row, column) for row in rows for column in range(table.columnCount())]
    reported = dialog.series and [(point, point.reported) for point in dialog.series.points]
    return [
        [(cell.text(), cell.toolTip(), cell.background(), cell.foreground()) for cell in cells],
        [(table.verticalHeaderItem(row).text(), table.rowHeight(row)) for row in rows],
        reported,
        dialog.plot.plotted,
        dialog.plot.accessibleDescription(),
        [label.text() for label in dialog.findings.findChildren(Text) if label.isVisibleTo(dialog.findings)],
        dialog.left_out.text(),
        [part.isHidden() for part in (dialog.plot, dialog.left_out, dialog.waiting, dialog.dates)],
    ]


EDITS = {
    "date": ("2020-01-03", "2020-01-05", "2020-02-30", "03/04/2020", "2020-01-07", ""),
    "anc": ("480", "0.48", "1,234", "x", "", "90000"),
    "anc_unit": ("/uL", "10^9/L", "furlongs", ""),
    "time": ("08:00", "25:00", ""),
    "wbc": ("2", ""),
}


@pytest.mark.parametrize("seed", range(6))
def test_after_any_edits_a_window_shows_what_a_new_one_shows_of_the_same_rows(
    qtbot, style, printing, monkeypatch, seed: int
) -> None:
    chance = random.Random(seed)
    edited, new = (opened(qtbot, style, printing, monkeypatch, RULES) for _ in range(2))
    for dialog in (edited, new):
        dialog.seldom.setChecked(True)
    edited.paste(many(12))
    for _ in range(20):
        column = chance.choice(list(EDITS))
        edited.table.type(chance.randrange(12), column, chance.choice(EDITS[column]))
        new.table.clear_rows()
        new.table.put([list(edited.table.texts(row).values()) for row in range(12)], 0, 0)
        assert everything(edited) == everything(new)


def test_marks_take_the_colours_of_another_theme(dialog: SeriesDialog, style: Style) -> None:
    dialog.paste(many(3))
    dialog.table.type(1, "anc", "x")
    style.appearance = Appearance.DARK
    style.apply()
    dialog.restyle()
    colours = {dialog.table.item(1, column).background().color().name() for column in (1, 9)}
    assert colours == {DARK.refusal.ground}


def test_rows_are_as_high_as_their_words_need_after_a_column_became_narrower(dialog: SeriesDialog) -> None:
    dialog.paste(many(3))
    dialog.table.type(2, "anc", "not a number at all but several words")
    before = dialog.table.rowHeight(2)
    dialog.table.setColumnWidth(1, dialog.table.columnWidth(1) // 2)
    dialog.table.type(0, "anc", "7001")
    assert dialog.table.rowHeight(2) > before
