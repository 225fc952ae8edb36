"""What journeys share: a window of the real program, and that each leaves behind what it found."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from neutrogui import app
from neutrogui.ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def _font_as_before(qapp: QApplication) -> Iterator[None]:
    """A window sets the application's font; the next one would take it for the system's, and enlarge it again."""
    font = qapp.font()
    yield
    qapp.setFont(font)


@pytest.fixture
def window(qtbot, tmp_path: Path) -> MainWindow:
    """The real window, which has not been given its content yet."""
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = app.make_window(app.application(["neutrogui"]), settings)
    qtbot.addWidget(window)
    window.show()
    return window
