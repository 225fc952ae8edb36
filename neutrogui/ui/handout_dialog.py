"""The precautions sheet: what goes on it at the left, the page as it will be printed at the right."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from neutrogui.domain.handout import DEFAULT_CALL_AT, PrecautionsSheet, TypeSize
from neutrogui.domain.printing import Printing
from neutrogui.domain.problem import Problem, Problems
from neutrogui.domain.quantity import COUNT_UNITS
from neutrogui.ui.accessible import Text, set_property
from neutrogui.ui.page_dialog import PAPERS, PageDialog, combo
from neutrogui.ui.refusal import RefusalNote
from neutrogui.ui.settings import CLINIC_KEYS
from neutrogui.ui.style import SMALL, Style

ReadSheet = Callable[[Mapping[str, str]], PrecautionsSheet | Problems]

WHOM_FOR = (
    "For people at high risk of infection, as after chemotherapy. It is stricter than long-standing mild neutropenia "
    "needs, and not meant for a Duffy-null count. No patient’s name is asked for: there is a line for the pen."
)


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
    "paper": ("Paper", PAPERS),
    "type_size": ("Type", ((str(TypeSize.NORMAL), "Normal"), (str(TypeSize.LARGE), "Large"))),
}


class HandoutDialog(PageDialog):
    """Asks for no patient's name. What belongs to the clinic is given back by `clinic`, to be remembered."""

    def __init__(
        self,
        typed: Mapping[str, str],
        read_sheet: ReadSheet,
        printing: Printing,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Precautions sheet", "precautions", printing, style, parent)
        self._read_sheet = read_sheet
        self.lines = {line.key: QLineEdit(typed.get(line.key, "")) for line in _LINES}
        self.refusals: dict[str, RefusalNote] = {}
        self.boxes = {key: combo(choices, typed.get(key, "")) for key, (_, choices) in _CHOICES.items()}
        units = (("", "Choose the unit"), *((unit.key, unit.label) for unit in COUNT_UNITS))
        self.count_unit = combo(units, typed.get("count_unit", ""))
        self.fahrenheit = Text()
        self.fahrenheit.setProperty("soft", True)
        self._build()
        if not self.lines["call_at"].text():
            self.lines["call_at"].setText(str(DEFAULT_CALL_AT))
        for edit in self.lines.values():
            edit.textChanged.connect(self.refresh_soon)
        for box in (self.count_unit, *self.boxes.values()):
            box.currentIndexChanged.connect(self.refresh_soon)
        self.refresh()

    @property
    def sheet(self) -> PrecautionsSheet | None:
        """The sheet in the preview; None while something typed can't be printed."""
        return self.printable if isinstance(self.printable, PrecautionsSheet) else None

    def typed(self) -> dict[str, str]:
        """Everything as typed, by the keys of `read_sheet`."""
        texts = {key: edit.text() for key, edit in self.lines.items()}
        texts |= {key: str(box.currentData()) for key, box in self.boxes.items()}
        return texts | {"count_unit": str(self.count_unit.currentData())}

    def clinic(self) -> dict[str, str]:
        """The part of it that belongs to the clinic."""
        return {key: value for key, value in self.typed().items() if key in CLINIC_KEYS}

    def wanted(self) -> PrecautionsSheet | None:
        """The sheet that was typed; what is wrong with it is said beside its fields."""
        result = self._read_sheet(self.typed())
        problems = result if isinstance(result, Problems) else None
        for key in self.refusals:
            found = problems.of(key) if problems else ()
            self._show_problem(key, found[0] if found else None)
        sheet = result if isinstance(result, PrecautionsSheet) else None
        if sheet is None:
            self.say("The page appears when this is put right.")
        text = f"= {sheet.call_at_fahrenheit} °F; both stand on the sheet" if sheet else ""
        self.fahrenheit.set_plain(text)
        self.fahrenheit.setVisible(bool(text))
        return sheet

    def _build(self) -> None:
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
            if line.key == "call_at":
                form.addRow(self.fahrenheit)
            self._add_refusal(form, line.key)
            if line.key == "count":
                self._add_refusal(form, "count_unit")
        for key, (label, _) in _CHOICES.items():
            form.addRow(label, self.boxes[key])
        note = Text(WHOM_FOR)
        note.setProperty("soft", True)
        note.setFont(self._style.font(SMALL))
        self.column.addWidget(note)
        self.column.addLayout(form)
        self.column.addStretch(1)

    def _add_refusal(self, form: QFormLayout, key: str) -> None:
        refusal = RefusalNote(key.replace("_", " "))
        refusal.reading_chosen.connect(partial(self._take_reading, key))
        self.refusals[key] = refusal
        form.addRow(refusal)

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
