import sys

from PySide6.QtWidgets import QWidget

from neutrogui.ui.guard import guarded, nothing


class Failing(QWidget):
    @guarded(nothing)
    def paintEvent(self, event: object) -> None:
        raise ZeroDivisionError


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
