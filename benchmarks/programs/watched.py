"""The program itself, with a mark after the first paint and one after the tree was filled and painted.

With a folder as argument it opens the content there.
"""

import sys
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

import neutrogui.ui  # noqa: F401 - first, as the program does
from benchmarks.programs.marks import mark, mark_memory
from neutrogui import app
from neutrogui.__main__ import main
from neutrogui.ui.main_window import MainWindow

FOLDERS = sys.argv[1:]
sys.argv[1:] = []
make_window, load_library = app.make_window, app.load_library


def watched_window(*arguments: Any, **named: Any) -> MainWindow:
    window = make_window(*arguments, **named)
    window.painted.connect(lambda: mark("painted"))
    return window


def watched_load(window: MainWindow) -> None:
    if FOLDERS:
        from neutrogui import installation
        from neutrogui.domain.library import LibraryInUse
        from neutrogui.store.library import open_library

        installation.open_library_in_use = lambda: LibraryInUse(open_library(Path(FOLDERS[0])))
    load_library(window)
    if not window.outline.isVisible():
        raise SystemExit("no tree")
    window.outline.repaint()
    mark("tree")
    mark_memory()
    QApplication.quit()


app.make_window, app.load_library = watched_window, watched_load
sys.exit(main())
