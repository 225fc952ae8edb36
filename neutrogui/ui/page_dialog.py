"""What every dialog that prints has: choices at the left, the pages as they will be printed at the right."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from neutrogui.domain.handout import Paper
from neutrogui.domain.language import say
from neutrogui.domain.printable import Printable
from neutrogui.domain.printing import Printing, PrintingFailed
from neutrogui.ui.accessible import Announcer, Heading, Text, keyboard_stops
from neutrogui.ui.flow import FlowLayout
from neutrogui.ui.page_preview import PagePreview
from neutrogui.ui.style import Style

SETTLE_MS = 40
"""Rest after the last keystroke before the preview is made anew."""


class PageDialog(QDialog):
    """Previews, prints and saves what `wanted` gives; a subclass fills `column` and calls `refresh_soon`."""

    def __init__(self, title: str, file_name: str, printing: Printing, style: Style, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._file_name = file_name
        self._printing = printing
        self._style = style
        self._printable: Printable | None = None
        self.print_button = QPushButton(say("Print…"))
        self.print_button.setProperty("primary", True)
        self.save_button = QPushButton(say("Save as PDF…"))
        self.close_button = QPushButton(say("Close"))
        self.message = Text()
        self._announcer = Announcer(self, self.refused, lambda: [self.message.text()])
        self.preview = PagePreview(say("Preview: {title}").format(title=title), style)
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self.refresh)
        self.heading = Heading(title)
        self.heading.setFont(style.font(1.3, bold=True))
        self._tab_order: list[QWidget] = []
        inside = self._inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 10, 0)
        self.column.addWidget(self.heading)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        buttons = QWidget()
        line = FlowLayout(buttons)
        for button in (self.print_button, self.save_button, self.close_button):
            button.setAutoDefault(False)
            line.addWidget(button)
        side = QVBoxLayout()
        side.addWidget(area, 1)
        side.addWidget(self.message)
        side.addWidget(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.addLayout(side, 2 if style.zoom <= 100 else 3)
        row.addWidget(self.preview, 3)
        unit = self.fontMetrics().height()
        self.resize(unit * 72, unit * 50)
        self.preview.resolution_changed.connect(self.refresh_soon)
        self.print_button.clicked.connect(self.print_pages)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.close_button.clicked.connect(self.accept)

    @property
    def printable(self) -> Printable | None:
        """What is in the preview; None while nothing can be printed."""
        return self._printable

    def wanted(self) -> Printable | None:
        """What is to be printed as things stand; None if it can't be, which the subclass says."""
        raise NotImplementedError

    def order_tabs(self) -> None:
        """Have the Tab key go through the choices from top to bottom: folded ones, and those made later, too."""
        order = [*keyboard_stops(self._inside, hidden=True), self.print_button]
        if order != self._tab_order:
            self._tab_order = order
            for before, after in pairwise(order):
                QWidget.setTabOrder(before, after)

    def refused(self) -> list[str]:
        """What is wrong with what was typed, as it stands beside its fields."""
        return []

    def refresh_soon(self) -> None:
        """Make the preview anew after a rest in the typing."""
        self._timer.start()

    def refresh(self) -> None:
        """Show the pages of what is wanted, or say why there are none; never an old page beside new words."""
        self._timer.stop()
        self.tell("")
        self._printable = self.wanted()
        pages: tuple[bytes, ...] = ()
        if self._printable is not None:
            try:
                pages = self._printing.pages(self._printable, self.preview.resolution)
            except PrintingFailed as failure:
                self._printable = None
                self.tell(str(failure))
        self.preview.show_pages(pages)
        for button in (self.print_button, self.save_button):
            button.setEnabled(self._printable is not None)

    def save(self, path: Path) -> bool:
        """Save the pages as a PDF file; what stands in the way is said in the dialog, which keeps everything typed."""
        self.refresh()
        if self._printable is None:
            return False
        try:
            self._printing.save(self._printing.pdf(self._printable), path)
        except PrintingFailed as failure:
            self.answer(str(failure))
            return False
        self.answer(say("Saved as {file}.").format(file=path.name))
        return True

    def print_pages(self) -> None:
        """Ask for a printer and print."""
        self.refresh()
        printable = self._printable
        if printable is None:
            return
        from neutrogui.ui.printing import ask_and_print  # the printing system is dear, and few starts print

        try:
            printed = ask_and_print(
                self, self.windowTitle(), printable.paper, lambda dpi: self._printing.pages(printable, dpi)
            )
        except PrintingFailed as failure:
            self.answer(str(failure))
        else:
            self.answer(say("Sent to the printer.") if printed else say("Nothing was printed."))

    def tell(self, text: str) -> None:
        """Say a sentence above the buttons; empty: nothing."""
        self.message.set_plain(text)
        self.message.setVisible(bool(text))
        self._announcer.something_changed()

    def answer(self, text: str) -> None:
        """Say what came of a command, also when it is the same as the last time."""
        self._announcer.forget()
        self.tell(text)

    def _on_save_clicked(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, say("Save as PDF"), f"{self._file_name}.pdf", say("PDF files (*.pdf)")
        )
        if name:
            path = Path(name)
            self.save(path if path.suffix else path.with_suffix(".pdf"))


def combo(choices: tuple[tuple[str, str], ...], current: str = "") -> QComboBox:
    """A box of choices, each as key and label."""
    box = QComboBox()
    for key, label in choices:
        box.addItem(label, key)
    box.setCurrentIndex(max(0, box.findData(current)))
    return box


def papers() -> tuple[tuple[str, str], ...]:
    """What `combo` offers to print on."""
    return (str(Paper.A4), "A4"), (str(Paper.LETTER), say("US Letter"))
