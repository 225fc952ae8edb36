"""A bare PySide6 window: what any program with a window has to pay at the least."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from benchmarks.programs.marks import mark, mark_memory


class Window(QMainWindow):
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint:
            mark("painted")
            mark_memory()
            QTimer.singleShot(0, QApplication.quit)
        return handled


def show() -> None:
    """Show the window until it is painted."""
    application = QApplication([])
    window = Window()
    window.setCentralWidget(QLabel("a bare window"))
    window.resize(1320, 840)
    window.show()
    application.exec()


if __name__ == "__main__":
    show()
