"""Waits until a widget is painted."""

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from neutrogui.app import application
from neutrogui.ui.style import Style

LONGEST = 10e9
"""Nanoseconds after which nobody waits for a paint any more."""


class _Watch(QObject):
    painted = False

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802
        self.painted |= event.type() == QEvent.Type.Paint
        return False


class Painting:
    """The one application of a run, in the program's style."""

    def __init__(self) -> None:
        qInstallMessageHandler(lambda *_: None)  # the offscreen platform remarks on every new size
        self._application = application(["bench"])
        self._watch = _Watch()
        self.style = Style(self._application)
        self.style.apply()

    def settle(self) -> None:
        """Let everything happen that is due."""
        QApplication.processEvents()

    def milliseconds(self, action: Callable[[], object], watched: Callable[[], Iterable[QWidget]]) -> float:
        """From the beginning of an action until one of the widgets was painted after it; asked for when it is done."""
        self._watch.painted = False
        begun = time.perf_counter_ns()
        action()
        widgets = list(watched())
        for widget in widgets:
            widget.installEventFilter(self._watch)
        while not self._watch.painted:
            QApplication.processEvents()
            if time.perf_counter_ns() - begun > LONGEST:
                raise SystemExit("Nothing was painted.")
        taken = (time.perf_counter_ns() - begun) / 1e6
        for widget in widgets:
            widget.removeEventFilter(self._watch)
        return taken
