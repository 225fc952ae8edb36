"""Every window in a language that nobody speaks: each text in brackets, longer, and from right to left.

What shows no brackets has not passed through `say`, but for what is not the screens' own: the reference, what a sheet
says to a patient, and what was typed.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QTableView,
    QWidget,
)

from neutrogui.domain.language import speak
from neutrogui.domain.quantity import COUNT_UNITS
from neutrogui.ui.language import LANGUAGES
from neutrogui.ui.main_window import MainWindow
from neutrogui.ui.series_dialog import SeriesDialog
from neutrogui.ui.series_plot import SeriesPlot
from neutrogui.ui.severity_bar import SeverityBar
from tests.ui.conftest import FiveEntries
from tests.ui.looking import settled
from tests.ui.test_accessible import PASTED, STATES

OPEN, CLOSE = "⟦", "⟧"

NAMES = {"NeutroGUI", "NOTICES", "kB", *LANGUAGES.values()}
"""What is the same in every language."""

QTS = {"Close", "Ctrl", "Alt", "Shift", "Left", "Right", "Down", "Enter", "Esc"}
"""Qt's own words, which have Qt's own translations."""


def bracketed(text: str) -> str:
    return f"{OPEN}{text}{'·' * (len(text) // 4)}{CLOSE}"


@pytest.fixture
def nobodys_language(qapp: QApplication) -> Iterator[None]:
    speak(bracketed)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    speak(None)


def strings(value: Any) -> Iterator[str]:
    """Every text within a record."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))
    elif isinstance(value, dict):
        for key, below in value.items():
            yield from (*strings(key), *strings(below))
    elif isinstance(value, tuple | list | frozenset):
        for below in value:
            yield from strings(below)


def shown_by(model: QAbstractItemModel, above: QModelIndex) -> Iterator[str]:
    for row in range(model.rowCount(above)):
        for column in range(model.columnCount(above)):
            index = model.index(row, column, above)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                yield str(index.data(role) or "")
            yield from shown_by(model, index)


def read_on(widget: QWidget) -> Iterator[str]:
    """All that a person sees of it or hears of a screen reader."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QLabel) and widget.textFormat() is Qt.TextFormat.RichText:
        document = QTextDocument()
        document.setHtml(widget.text())
        yield document.toPlainText()
    elif isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))
    elif isinstance(widget, QListWidget):
        yield from (widget.item(number).text() for number in range(widget.count()))
    elif isinstance(widget, QAbstractItemView):
        yield from shown_by(widget.model(), QModelIndex())
        if isinstance(widget, QTableView):
            model = widget.model()
            yield from (str(model.headerData(n, Qt.Orientation.Horizontal)) for n in range(model.columnCount()))
    elif isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())


INNERMOST = re.compile(rf"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
WORD = re.compile(r"[^\W\d_]{2,}")


def left(text: str, known: list[str]) -> str:
    """What is neither in brackets nor known."""
    text = text.replace("&", "")
    while (less := INNERMOST.sub(" ", text)) != text:
        text = less
    for each in known:
        text = text.replace(each, " ")
    return text


@pytest.fixture
def known(library: FiveEntries, handouts) -> list[str]:
    """What is not the screens' own, the longest first."""
    reference = (tuple(library.entries.values()), library.outline(), library.references(), library.edition)
    sheets = (handouts.words, handouts.rules.plan)
    units = [each for unit in COUNT_UNITS for each in (unit.label, *unit.spellings)]
    content = {*strings(reference), *strings(sheets), *units, *NAMES, *QTS}
    content |= set(PASTED)
    content = {text.replace("&", "") for text in content}
    content |= {text.capitalize() for text in content} | {text.replace("\n", " ") for text in content}
    return sorted((text for text in content if WORD.search(text)), key=len, reverse=True)


@pytest.mark.parametrize("state", STATES)
def test_every_word_of_a_screen_is_said(
    state: str, nobodys_language: None, window: MainWindow, known: list[str], monkeypatch, tmp_path
) -> None:
    monkeypatch.setattr(SeriesDialog, "_may_lose_rows", lambda _: True)
    window._services = replace(window._services, guides=tmp_path)  # the guides themselves are English
    shown = STATES[state](window)
    shown.show()
    settled()
    widgets = [shown, *shown.findChildren(QMenu)]
    widgets += [widget for widget in shown.findChildren(QWidget) if widget.isVisibleTo(shown)]
    texts = {text for widget in widgets for text in read_on(widget)}
    escaped = {text: left(text, known) for text in texts}
    assert {text for text, rest in escaped.items() if WORD.search(rest)} == set()
    assert sum(OPEN in text for text in texts) >= 3


def test_panes_are_mirrored_but_axes_are_not(nobodys_language: None, window: MainWindow, monkeypatch) -> None:
    monkeypatch.setattr(SeriesDialog, "_may_lose_rows", lambda _: True)
    STATES["result"](window)
    settled()
    panes = (window.calculator, window.reader, window.outline)
    lefts = [pane.mapTo(window, pane.rect().topLeft()).x() for pane in panes]
    assert lefts == sorted(lefts)
    STATES["counts"](window)
    assert window.series is not None
    axes = [window.calculator.findChild(SeverityBar), window.series.findChild(SeriesPlot)]
    assert [axis.layoutDirection() for axis in axes] == [Qt.LayoutDirection.LeftToRight] * 2
