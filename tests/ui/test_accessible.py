"""Every window in many of its states: names, roles, the order of the Tab key, and what large text leaves to be seen."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea, QWidget

from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.domain.quantity import PER_LITRE
from neutrogui.domain.sheet_plan import SheetKind
from neutrogui.ui.folding import Fold
from neutrogui.ui.help_dialogs import about_dialog, licences_dialog, shortcuts_dialog
from neutrogui.ui.language import LANGUAGES, Language
from neutrogui.ui.main_window import MainWindow
from neutrogui.ui.series_dialog import SeriesDialog
from tests.ui.looking import controls, cut, misnamed, name, out_of_order, settled, stops

SMALLEST = (1024, 700)
"""Pixels of the smallest window in which everything has to be seen."""

ROOT = Path(__file__).resolve().parents[2]

State = Callable[[MainWindow], QWidget]


def calculator(key: str) -> State:
    """A calculator with all its parts open, and something wrong in it."""

    def show(window: MainWindow) -> QWidget:
        pane = window.calculator
        pane.choose_calculator(key)
        for fold in pane.findChildren(Fold):
            fold.open()
        number = next((field.key for field in pane.form().calculator.fields if not field.choices), None)
        if number is not None and not pane.row(number).isHidden():
            pane.type(number, "1,234")
        return window

    return show


def result(window: MainWindow) -> QWidget:
    window.calculator.type("wbc", "4.0")
    window.calculator.choose("wbc_unit", PER_LITRE.key)
    window.calculator.type("neutrophils", "10")
    window.calculator.result.standings.fold.open()
    assert window.calculator.outcome is not None
    return window


def searched(window: MainWindow) -> QWidget:
    window.search("felt")
    return window


def narrowed(window: MainWindow) -> QWidget:
    window.outline.narrow_button.click()
    return window


PASTED = ("WBC 4.0 x10^9/L", "Neutrophils 10 %", "Neutrophils 12 %")


def pasted(window: MainWindow) -> QWidget:
    QGuiApplication.clipboard().setText("\n".join(PASTED))
    window.calculator.paste_report()
    assert window.calculator.report.isVisible()
    return window


def handout(kind: SheetKind) -> State:
    """A handout with every part open, and something wrong in it."""

    def show(window: MainWindow) -> QWidget:
        dialog = window.make_sheet_dialog()
        dialog.choose_sheet(kind)
        for fold in dialog.findChildren(Fold):
            fold.open()
        dialog.languages["es"].setChecked(True)
        dialog.lines["count"].setText("1,234")
        dialog.refresh()
        return dialog

    return show


def entry_record(window: MainWindow) -> QWidget:
    dialog = window.make_entry_dialog()
    assert dialog is not None
    return dialog


def result_record(window: MainWindow) -> QWidget:
    dialog = result(window) and window.make_result_dialog()
    assert dialog is not None
    return dialog


def series(rows: str) -> State:
    """Serial counts of these rows."""

    def show(window: MainWindow) -> QWidget:
        window.open_series()
        assert window.series is not None
        window.series.paste(rows)
        return window.series

    return show


def guide(window: MainWindow) -> QWidget:
    window.open_guide()
    assert window.guide is not None
    return window.guide


STATES: dict[str, State] = {
    "entry": lambda window: window,
    "result": result,
    "searched": searched,
    "narrowed": narrowed,
    "pasted": pasted,
    "entry record": entry_record,
    "result record": result_record,
    "no counts": series(""),
    "counts": series("2026-11-01,0.4,×10⁹/L\n2026-11-03,1.2,×10⁹/L\n2026-11-05,9,\n03/04/2026,1,×10⁹/L\n"),
    "guide": guide,
    "shortcuts": lambda window: shortcuts_dialog(window),
    "about": lambda window: about_dialog(window, window._style, window._library, window._language.code),
    "licences": lambda window: licences_dialog(window, window._services.licences),
    **{f"calculator {each.key}": calculator(each.key) for each in CATALOGUE.calculators},
    **{f"handout {kind}": handout(kind) for kind in (SheetKind.CHEMO, SheetKind.MEDICINE)},
}


@pytest.fixture(params=STATES)
def shown(request, in_language: str, window: MainWindow, monkeypatch) -> QWidget:
    """A window in large text, as small as it may have to be."""
    monkeypatch.setattr(SeriesDialog, "_may_lose_rows", lambda _: True)
    window.set_zoom(200)
    widget = STATES[request.param](window)
    widget.show()
    widget.resize(*SMALLEST)
    settled()
    return widget


@pytest.fixture(params=LANGUAGES)
def in_language(request, language: Language) -> str:
    """Every language that is offered."""
    language.choose(request.param)
    return request.param


def columns(widget: QWidget) -> list[QWidget]:
    """The parts of a window that are read from top to bottom."""
    if isinstance(widget, MainWindow):
        return [widget.outline, widget.reader, widget.calculator]
    return [area.widget() for area in widget.findChildren(QScrollArea) if area.widget() is not None]


def test_everything_can_be_named_reached_and_seen(shown: QWidget) -> None:
    reached = stops(shown)
    wrong = misnamed(shown)
    wrong += [f"not reached: {name(widget)}" for widget in set(controls(shown)) - set(reached)]
    wrong += [each for column in columns(shown) for each in out_of_order(column)]
    wrong += cut(shown)
    assert not wrong
    assert (shown.width(), shown.height()) == SMALLEST


@pytest.mark.parametrize("zoom", [100, 200])
def test_nothing_is_cut_in_one_window_that_goes_through_all_states(window: MainWindow, monkeypatch, zoom: int) -> None:
    monkeypatch.setattr(SeriesDialog, "_may_lose_rows", lambda _: True)
    factor = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    assert window.devicePixelRatioF() == factor
    window.set_zoom(zoom)
    wrong = []
    for state, show in STATES.items():
        widget = show(window)
        widget.show()
        widget.resize(*SMALLEST)
        settled()
        wrong += [f"{state}: {each}" for each in cut(widget)]
        if (widget.width(), widget.height()) != SMALLEST:
            wrong.append(f"{state}: the window takes {widget.width()} × {widget.height()}")
        _keep_picture(widget, f"{factor}-{zoom}-{state}")
        if widget is not window:
            widget.close()
    assert not wrong


def _keep_picture(widget: QWidget, name: str) -> None:
    """For whoever wants to look: NEUTROGUI_PICTURES names the folder."""
    if folder := os.environ.get("NEUTROGUI_PICTURES"):
        assert widget.grab().save(f"{folder}/{name}.png")


@pytest.mark.parametrize("factor", ["1.5", "2"])
def test_nothing_is_cut_on_a_screen_whose_pixels_are_scaled(factor: str) -> None:
    """Qt reads the factor when it starts, so another process goes through the states."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", __file__, "-k", "goes_through_all_states"],
        cwd=ROOT,
        env=dict(os.environ, QT_SCALE_FACTOR=factor),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout
    assert "2 passed" in done.stdout
