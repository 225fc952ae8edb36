"""No override of a Qt method ends the program, whatever goes wrong in it."""

import importlib
import inspect
import os
import pkgutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

import neutrogui.ui
from neutrogui.ui.guard import guarded, nothing

ROOT = Path(__file__).resolve().parents[2]

CANNOT_FAIL = {
    f"FlowLayout.{name}"
    for name in ("addItem", "count", "itemAt", "takeAt", "hasHeightForWidth", "expandingDirections")
}
"""One look at a list, or a constant; asked thousands of times while a window is laid out."""


class Failing(QWidget):
    @guarded(nothing)
    def paintEvent(self, event: object) -> None:
        raise ZeroDivisionError


def overrides() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every method of a screen's class that has the name of one of Qt's, with the name of its class."""
    for module_info in pkgutil.iter_modules(neutrogui.ui.__path__):
        module = importlib.import_module(f"neutrogui.ui.{module_info.name}")
        for cls in vars(module).values():
            if not inspect.isclass(cls) or cls.__module__ != module.__name__:
                continue
            of_qt = [base for base in cls.__mro__ if base.__module__.startswith("PySide6")]
            for name, method in vars(cls).items():
                if inspect.isfunction(method) and not name.startswith("__") and any(name in vars(b) for b in of_qt):
                    yield f"{cls.__name__}.{name}", method


OVERRIDES = dict(overrides())
GUARDED = {name: method for name, method in OVERRIDES.items() if name not in CANNOT_FAIL}


def cell(method: Callable[..., Any]) -> Any:
    """Where a guarded override keeps what it guards."""
    held = dict(zip(method.__code__.co_freevars, method.__closure__ or (), strict=True))
    return held.get("override")


def test_a_failing_override_is_reported_and_the_program_lives_on(qtbot, monkeypatch) -> None:
    reported = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: reported.append(kind))
    widget = Failing()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: bool(reported))
    assert reported[0] is ZeroDivisionError
    assert widget.isVisible()


def test_the_caller_gets_the_harmless_answer(monkeypatch) -> None:
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)

    @guarded(lambda: 7)
    def fails() -> int:
        raise KeyError("x")

    assert fails() == 7


def test_every_override_is_guarded() -> None:
    assert len(GUARDED) > 20
    assert [name for name, method in GUARDED.items() if cell(method) is None] == []
    assert OVERRIDES.keys() >= CANNOT_FAIL


@pytest.mark.parametrize("name", GUARDED)
def test_a_guarded_override_that_fails_gives_qt_what_it_expects(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    method, reported = GUARDED[name], []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: reported.append(kind))

    def fails(*_: object) -> None:
        raise ZeroDivisionError

    guarded_cell, override = cell(method), cell(method).cell_contents
    # These are imported for the checker alone.
    events = {"QResizeEvent": QResizeEvent, "QWheelEvent": QWheelEvent}
    wanted = get_type_hints(override, localns=events)["return"]
    guarded_cell.cell_contents = fails
    try:
        given = method(*[None] * len(inspect.signature(override).parameters))
    finally:
        guarded_cell.cell_contents = override
    assert reported == [ZeroDivisionError]
    assert given is None if wanted is type(None) else isinstance(given, getattr(wanted, "__origin__", wanted))


ALL_FAIL = """
import sys
sys.path.insert(0, "tests/ui")
import test_guard
from pathlib import Path
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from neutrogui import app

faults = []
sys.excepthook = lambda kind, error, trace: faults.append(str(error))

def failing(name):
    def fails(*_):
        raise ZeroDivisionError(name)
    return fails

application = app.application(["neutrogui"])
window = app.make_window(application, QSettings(sys.argv[1], QSettings.Format.IniFormat))
app.load_library(window)
for name, method in test_guard.GUARDED.items():
    test_guard.cell(method).cell_contents = failing(name)

def use():
    window.search("felty")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        QTest.keyClick(window.outline.search_box, key)
        QTest.keyClick(window.outline.tree, key)
    window.calculator.choose("wbc_unit", "10^9/L")
    window.calculator.type("wbc", "1")
    window.calculator.type("neutrophils", "50")
    window.set_zoom(150)
    window.resize(700, 500)
    window.open_series()
    window.series.paste("2026-03-04\\t0.4\\t10^9/L\\n2026-03-11\\t1.2\\t10^9/L")
    QTest.keyClick(window.series.table, Qt.Key.Key_Down)
    dialog = window.make_entry_dialog()
    dialog.show()
    application.processEvents()
    dialog.done(0)

window.show()
QTimer.singleShot(0, use)
QTimer.singleShot(300, window.close)
QTimer.singleShot(600, lambda: application.exit(0))
application.exec()
print("lived on", len(set(faults)), *sorted(set(faults)), sep="\\n")
"""


def test_with_every_override_failing_at_once_the_program_lives_on(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ALL_FAIL, str(tmp_path / "settings.ini")],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    heading, number, *_ = done.stdout.splitlines()
    assert heading == "lived on"
    # What Qt doesn't ask for in this short use has its turn one by one above.
    assert int(number) >= len(GUARDED) // 2
