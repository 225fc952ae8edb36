"""A part of a pane that stays folded behind its title until somebody opens it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from neutrogui.ui.accessible import FoldButton, Text
from neutrogui.ui.style import SMALL, Style


class Fold(QWidget):
    """A button with a title and a body that is hidden at first. What fills the body is made when it is asked for.

    The button stands above the body, or, with `apart`, wherever its owner puts it, beside those of other folds perhaps:
    then an open body says by a caption of its own whose it is. `toggled` says whether it is open now.
    """

    toggled = Signal(bool)

    def __init__(self, title: str, *, apart: bool = False) -> None:
        super().__init__()
        self._apart = apart
        self._in_use = True
        self.button = FoldButton(title)
        self._caption = Text(title)
        self._body = QWidget()
        self.content = QVBoxLayout(self._body)
        self.content.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._caption, self._body) if apart else (self.button, self._body):
            column.addWidget(widget)
        # Nothing is shown before it has its place: it would come up as a window of its own.
        for widget in (self._body, self) if apart else (self._body, self._caption):
            widget.hide()
        self.button.toggled.connect(self._on_toggled)

    @property
    def is_open(self) -> bool:
        """Whether the body is in sight."""
        return self.button.isChecked()

    def open(self) -> None:
        """Open it as if by a click."""
        self.button.setChecked(True)

    def set_in_use(self, in_use: bool) -> None:
        """Show it, open or folded, or take it away with its button."""
        self._in_use = in_use
        self._show()

    def restyle(self, style: Style) -> None:
        """Take the text size now in force."""
        self._caption.ensurePolished()
        self._caption.setFont(style.font(SMALL, bold=True))

    def _show(self) -> None:
        self._body.setVisible(self.is_open)
        self.button.setVisible(self._in_use)
        self.setVisible(self._in_use and (self.is_open or not self._apart))

    def _on_toggled(self, checked: bool) -> None:
        self._show()
        self.toggled.emit(checked)
