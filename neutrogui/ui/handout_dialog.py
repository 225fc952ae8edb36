"""The precautions sheet: what goes on it at the left, the page as it will be printed at the right."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from neutrogui.domain.handout import DEFAULT_CALL_AT, Paper, PrecautionsSheet, TypeSize
from neutrogui.domain.printing import Printing, PrintingFailed
from neutrogui.domain.problem import Problem, Problems
from neutrogui.domain.quantity import COUNT_UNITS
from neutrogui.ui.accessible import Heading, Text, set_property
from neutrogui.ui.guard import guarded, nothing
from neutrogui.ui.printing import ask_and_print
from neutrogui.ui.refusal import RefusalNote, emptied
from neutrogui.ui.settings import CLINIC_KEYS
from neutrogui.ui.style import SMALL, Style

ReadSheet = Callable[[Mapping[str, str]], PrecautionsSheet | Problems]

WHOM_FOR = (
    "For people at high risk of infection, as after chemotherapy. It is stricter than long-standing mild neutropenia "
    "needs, and not meant for a Duffy-null count. No patient’s name is asked for: there is a line for the pen."
)

WIDEST_PAPER = 8.5
"""Inches."""

SETTLE_MS = 120
"""Rest after the last keystroke before the preview is made anew."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A text field of the form."""

    key: str
    label: str
    hint: str = ""


_LINES = (
    _Line("count", "Neutrophil count", "Optional"),
    _Line("counted_on", "Date of the count", "Optional, such as 2026-11-21"),
    _Line("call_at", "Call at, °C", "The temperature at which to call"),
    _Line("clinic", "Clinic", "Remembered on this computer"),
    _Line("phone_day", "Phone by day", "Remembered"),
    _Line("phone_night", "Phone at night", "Remembered"),
)
_CHOICES = {
    "paper": ("Paper", ((str(Paper.A4), "A4"), (str(Paper.LETTER), "US Letter"))),
    "type_size": ("Type", ((str(TypeSize.NORMAL), "Normal"), (str(TypeSize.LARGE), "Large"))),
}


class HandoutDialog(QDialog):
    """Asks for no patient's name. What belongs to the clinic is given back by `clinic`, to be remembered."""

    def __init__(
        self,
        typed: Mapping[str, str],
        read_sheet: ReadSheet,
        printing: Printing,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Precautions sheet")
        self._read_sheet = read_sheet
        self._printing = printing
        self._style = style
        self._sheet: PrecautionsSheet | None = None
        self.lines = {line.key: QLineEdit(typed.get(line.key, "")) for line in _LINES}
        self.refusals: dict[str, RefusalNote] = {}
        self.boxes: dict[str, QComboBox] = {}
        self.count_unit = _combo((("", "Choose the unit"), *((u.key, u.label) for u in COUNT_UNITS)))
        self.count_unit.setCurrentIndex(max(0, self.count_unit.findData(typed.get("count_unit", ""))))
        self.print_button = QPushButton("Print…")
        self.print_button.setProperty("primary", True)
        self.save_button = QPushButton("Save as PDF…")
        self.close_button = QPushButton("Close")
        self.message = Text()
        self._preview = QWidget()
        self._preview.setAccessibleName("Preview of the sheet")
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self.refresh)
        self._build(typed)
        if not self.lines["call_at"].text():
            self.lines["call_at"].setText(str(DEFAULT_CALL_AT))
        self._connect()
        self.refresh()

    @property
    def sheet(self) -> PrecautionsSheet | None:
        """The sheet in the preview; None while something typed can't be printed."""
        return self._sheet

    def typed(self) -> dict[str, str]:
        """Everything as typed, by the keys of `read_sheet`."""
        texts = {key: edit.text() for key, edit in self.lines.items()}
        texts |= {key: str(box.currentData()) for key, box in self.boxes.items()}
        return texts | {"count_unit": str(self.count_unit.currentData())}

    def clinic(self) -> dict[str, str]:
        """The part of it that belongs to the clinic."""
        return {key: value for key, value in self.typed().items() if key in CLINIC_KEYS}

    def refresh(self) -> None:
        """Read what was typed and show the page, or say what is wrong and where; never an old page beside new words."""
        self._timer.stop()
        result = self._read_sheet(self.typed())
        problems = result if isinstance(result, Problems) else None
        for key in self.refusals:
            found = problems.of(key) if problems else ()
            self._show_problem(key, found[0] if found else None)
        self._sheet = result if isinstance(result, PrecautionsSheet) else None
        self._say("" if self._sheet else "The page appears when this is put right.")
        self._show_fahrenheit()
        pages: tuple[bytes, ...] = ()
        if self._sheet is not None:
            try:
                pages = self._printing.pages(self._sheet, self._preview_resolution())
            except PrintingFailed as failure:
                self._sheet = None
                self._say(str(failure))
        self._show_pages(pages)
        for button in (self.print_button, self.save_button):
            button.setEnabled(self._sheet is not None)

    def save(self, path: Path) -> bool:
        """Save the sheet as a PDF file; what stands in the way is said in the dialog, which keeps everything typed."""
        self.refresh()
        if self._sheet is None:
            return False
        try:
            self._printing.save(self._printing.pdf(self._sheet), path)
        except PrintingFailed as failure:
            self._say(str(failure))
            return False
        self._say(f"Saved as {path.name}.")
        return True

    def print_sheet(self) -> None:
        """Ask for a printer and print."""
        self.refresh()
        sheet = self._sheet
        if sheet is None:
            return
        try:
            printed = ask_and_print(
                self, "Precautions sheet", sheet.paper, lambda dpi: self._printing.pages(sheet, dpi)
            )
        except PrintingFailed as failure:
            self._say(str(failure))
        else:
            self._say("Sent to the printer." if printed else "Nothing was printed.")

    def _build(self, typed: Mapping[str, str]) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(4)
        for line in _LINES:
            edit = self.lines[line.key]
            edit.setPlaceholderText(line.hint)
            edit.setMaxLength(2000)
            form.addRow(line.label, edit)
            if line.key == "count":
                self.count_unit.setAccessibleName("Unit of the count")
                form.addRow(self.count_unit)
            self._add_refusal(form, line.key)
            if line.key == "count":
                self._add_refusal(form, "count_unit")
        for key, (label, choices) in _CHOICES.items():
            box = _combo(choices)
            box.setCurrentIndex(max(0, box.findData(typed.get(key, ""))))
            self.boxes[key] = box
            form.addRow(label, box)
        self.fahrenheit = Text()
        self.fahrenheit.setProperty("soft", True)
        form.insertRow(form.getWidgetPosition(self.lines["call_at"])[0] + 1, self.fahrenheit)  # type: ignore[index]
        heading = Heading("Precautions sheet")
        heading.setFont(self._style.font(1.3, bold=True))
        note = Text(WHOM_FOR)
        note.setProperty("soft", True)
        note.setFont(self._style.font(SMALL))
        inside = QWidget()
        left = QVBoxLayout(inside)
        left.setContentsMargins(0, 0, 10, 0)
        left.addWidget(heading)
        left.addWidget(note)
        left.addLayout(form)
        left.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        buttons = QHBoxLayout()
        for button in (self.print_button, self.save_button, self.close_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        side = QVBoxLayout()
        side.addWidget(area, 1)
        side.addWidget(self.message)
        side.addLayout(buttons)
        QVBoxLayout(self._preview).setContentsMargins(12, 12, 12, 12)
        self._pages = QScrollArea()
        self._pages.setWidgetResizable(True)
        self._pages.setWidget(self._preview)
        self._pages.setAccessibleName("Preview")
        self._pages.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.addLayout(side, 2)
        row.addWidget(self._pages, 3)
        unit = self.fontMetrics().height()
        self.resize(unit * 72, unit * 50)

    def _add_refusal(self, form: QFormLayout, key: str) -> None:
        refusal = RefusalNote(key.replace("_", " "))
        refusal.reading_chosen.connect(partial(self._take_reading, key))
        self.refusals[key] = refusal
        form.addRow(refusal)

    def _connect(self) -> None:
        for edit in self.lines.values():
            edit.textChanged.connect(self._on_edited)
        for box in (self.count_unit, *self.boxes.values()):
            box.currentIndexChanged.connect(self._on_edited)
        self.print_button.clicked.connect(self.print_sheet)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.close_button.clicked.connect(self.accept)

    def _on_edited(self) -> None:
        self._timer.start()

    def _on_save_clicked(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Save as PDF", "precautions.pdf", "PDF files (*.pdf)")
        if name:
            path = Path(name)
            self.save(path if path.suffix else path.with_suffix(".pdf"))

    def _show_problem(self, key: str, problem: Problem | None) -> None:
        self.refusals[key].show_problem(problem)
        if key in self.lines:
            set_property(self.lines[key], "refused", problem is not None)
            self.lines[key].setAccessibleDescription(problem.message if problem else "")

    def _take_reading(self, key: str, reading: str) -> None:
        if key == "count_unit":
            self.count_unit.setCurrentIndex(max(0, self.count_unit.findData(reading)))
        else:
            self.lines[key].setText(reading)

    def _show_fahrenheit(self) -> None:
        text = f"= {self._sheet.call_at_fahrenheit} °F; both stand on the sheet" if self._sheet else ""
        self.fahrenheit.set_plain(text)
        self.fahrenheit.setVisible(bool(text))

    def _preview_resolution(self) -> float:
        """Dots per inch with which a page, of either paper, is as wide as the preview."""
        width = max(self._pages.viewport().width() - 28, 300)
        return width / WIDEST_PAPER * self.devicePixelRatioF()

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._timer.start()

    def _show_pages(self, pages: tuple[bytes, ...]) -> None:
        layout = self._preview.layout()
        if layout is None:
            return
        emptied(layout)
        for number, page in enumerate(pages, 1):
            picture = QPixmap()
            picture.loadFromData(page)
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            label = QLabel()
            label.setPixmap(picture)
            label.setAccessibleName(f"Page {number} of {len(pages)}")
            label.setStyleSheet(f"border: 1px solid {self._style.theme.line};")
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            layout.addWidget(label)

    def _say(self, text: str) -> None:
        self.message.set_plain(text)
        self.message.setVisible(bool(text))


def _combo(choices: tuple[tuple[str, str], ...]) -> QComboBox:
    box = QComboBox()
    for key, label in choices:
        box.addItem(label, key)
    return box
