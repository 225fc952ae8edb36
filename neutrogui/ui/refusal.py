"""What is wrong with a field, said beneath it, with the readings between which the user may choose."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QPushButton, QVBoxLayout, QWidget

from neutrogui.domain.problem import Problem
from neutrogui.ui.accessible import Text
from neutrogui.ui.flow import FlowLayout


def emptied(layout: QLayout) -> None:
    """Take every widget out of a layout and away."""
    while layout.count():
        item = layout.takeAt(0)
        if item is not None and (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class RefusalNote(QWidget):
    """Empty and hidden until it is given a problem; emits the reading that the user takes."""

    reading_chosen = Signal(str)

    def __init__(self, field_name: str) -> None:
        super().__init__()
        self._field_name = field_name
        self.sentence = ""
        """What is wrong, with the name of the field; empty when nothing is."""
        self.text = Text()
        self.text.setProperty("refusal", True)
        readings = QWidget()
        self._readings = FlowLayout(readings)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.text)
        layout.addWidget(readings)
        self.show_problem(None)

    def show_problem(self, problem: Problem | None) -> None:
        """Say what is wrong, or nothing."""
        self.sentence = f"{self._field_name}: {problem.message}" if problem else ""
        self.text.set_plain(f"⚠ {problem.message}" if problem else "")
        emptied(self._readings)
        for reading in problem.readings if problem else ():
            button = QPushButton(reading)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{self._field_name}: {reading}")
            button.clicked.connect(partial(self._on_reading_clicked, reading))
            self._readings.addWidget(button)
        self.setVisible(problem is not None)

    def _on_reading_clicked(self, reading: str, _: bool = False) -> None:
        self.reading_chosen.emit(reading)
