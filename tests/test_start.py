import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from neutrogui import __main__, app

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "argv", ["neutrogui"])
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.parametrize("sound", [True, False])
def test_rubbish_is_collected_again_once_the_library_is_there_or_cannot_be(monkeypatch, sound):
    collecting = []

    def load(_):
        collecting.append(gc.isenabled())
        if not sound:
            raise OSError("out of order")

    monkeypatch.setattr(app, "load_library", load)
    gc.disable()
    try:
        app._finish_start(None)
    except OSError:
        assert not sound
    assert collecting == [False]
    assert gc.isenabled()


def test_rubbish_is_collected_again_when_the_window_never_came(monkeypatch):
    def run(*_):
        assert not gc.isenabled()
        raise RuntimeError("no window")

    monkeypatch.setattr(app, "run", run)
    with pytest.raises(RuntimeError):
        __main__.main()
    assert gc.isenabled()


# As the program is started; after the library came, and when all is over, it tells whether rubbish is collected.
START = """
import gc, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from neutrogui import __main__, app
load_library = app.load_library
def load(window):
    load_library(window)
    QTimer.singleShot(0, lambda: (print(gc.isenabled(), gc.get_freeze_count() > 0), QApplication.quit()))
app.load_library = load
sys.argv = ["neutrogui"]
status = __main__.main()
print(gc.isenabled(), gc.get_freeze_count())
sys.exit(status)
"""


def test_what_the_start_made_is_not_looked_through_until_the_end(tmp_path):
    places = dict.fromkeys(("HOME", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_STATE_HOME"), str(tmp_path))
    environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", START], env=environment, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[:2] == ["True True", "True 0"]


# What is there when the window was painted for the first time, and what when the library came.
PAINTED = """
import builtins, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from neutrogui import __main__, app
on_painted, load_library = app._on_painted, app.load_library
def painted(window):
    dear = ["neutrogui.ui.outline_pane", "sqlalchemy"]
    print("painted", [name for name in dear if name in sys.modules], type(QApplication.focusWidget()).__name__)
    print("typed", window.calculator.row("wbc").isVisible())
    on_painted(window)
def load(window):
    load_library(window)
    print("loaded", QApplication.focusWidget() is window.outline.search_box, window.outline.isVisible())
    print("read", window.reader.isVisible(), window.reader.entry.id)
    from PySide6.QtGui import QAccessible
    from neutrogui.ui.accessible import Heading
    heading = QAccessible.queryAccessibleInterface(window.calculator.findChild(Heading))
    print("role", heading.role().name)
    QTimer.singleShot(0, QApplication.quit)
app._on_painted, app.load_library = painted, load
sys.argv = ["neutrogui"]
sys.exit(__main__.main())
"""


def test_the_calculator_is_there_first_and_the_keyboard_waits_for_the_search_box(tmp_path):
    places = dict.fromkeys(("HOME", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_STATE_HOME"), str(tmp_path))
    environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", PAINTED], env=environment, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "painted [] QWidget",
        "typed True",
        "loaded True True",
        "read True what-neutropenia-is",
        "role Heading",
    ]
