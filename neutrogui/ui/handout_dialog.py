"""Makes a handout: what goes on it at the left, the pages as they will be printed at the right.

No text is read as a number or a date here, and no advice is given: what stands on a sheet, and what sources say where
they disagree, is handed in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from textwrap import shorten, wrap

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from neutrogui.domain.clinic import ClinicSettings, ClinicStore, SettingsNotSaved
from neutrogui.domain.handout import (
    DEFAULT_CALL_AT,
    DEFAULT_LOW_AT,
    ENGLISH,
    LOW_SWITCH,
    Handout,
    HandoutRules,
    HandoutWords,
    TypeSize,
    fahrenheit,
    read_handout,
    unknown_ids,
)
from neutrogui.domain.language import mark, say
from neutrogui.domain.logo import read_logo
from neutrogui.domain.number import Refusal
from neutrogui.domain.printing import Printing
from neutrogui.domain.problem import Problem, Problems
from neutrogui.domain.quantity import COUNT_UNITS
from neutrogui.domain.sheet_plan import SheetKind
from neutrogui.ui.accessible import Text, set_property
from neutrogui.ui.field_editor import LARGE_TEXT
from neutrogui.ui.flow import FlowLayout
from neutrogui.ui.folding import Fold
from neutrogui.ui.guard import guarded, nothing
from neutrogui.ui.page_dialog import PageDialog, combo, papers
from neutrogui.ui.refusal import RefusalNote, emptied
from neutrogui.ui.style import SMALL, Style

WHOM_FOR = mark(
    "Choose the sheet by the patient’s situation, not by the count alone. No patient’s name is asked for: there is a "
    "line for the pen. Today’s numbers are not kept."
)
NOT_RIGHT_YET = mark("The pages appear when this is put right.")
MANAGED = mark("Set by your administrator.")

_SHEETS = {
    SheetKind.CHEMO: mark("After &chemotherapy, high risk"),
    SheetKind.STABLE: mark("&Long-term and steady"),
    SheetKind.DUFFY_NULL: mark("&Duffy-null: usual for you"),
    SheetKind.MEDICINE: mark("&Medicine that lowers the count"),
    SheetKind.GCSF: mark("&G-CSF at home"),
    SheetKind.CHILD: mark("C&hild with a low count"),
    SheetKind.BLANK: mark("&Blank, with your own lines"),
}

_SWITCH_NAMES = {"raw-produce": mark("raw produce"), "floss": mark("floss")}
"""The switches that offer several lines, as a screen reader calls them."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A text field: where its problems stand too."""

    key: str
    label: str
    hint: str = ""
    offered: str = ""
    """What stands in the hint for `{value}`."""


_NUMBERS = (
    _Line("count", mark("Neutrophil count"), mark("Optional")),
    _Line("counted_on", mark("Date of the count"), mark("Such as {value}"), "2026-11-21"),
    _Line("next_test", mark("Next blood test"), mark("Such as {value}"), "2026-11-28"),
    _Line("low_from", mark("Low days, from"), mark("Such as {value}"), "2026-11-26"),
    _Line("low_to", mark("Low days, to"), mark("Such as {value}"), "2026-12-02"),
    _Line("medicines", mark("Medicines to ask about"), mark("Optional")),
)
_CLINIC = (
    _Line("clinic", mark("Clinic")),
    _Line("phone_day", mark("Phone by day")),
    _Line("phone_night", mark("Phone at night and weekends")),
    _Line("where", mark("Where to go"), mark("Optional, such as the ward")),
    _Line("call_at", mark("Call at or above, °C"), mark("{value} if left empty"), str(DEFAULT_CALL_AT)),
    _Line("low_at", mark("Call below, °C"), mark("{value} if left empty"), str(DEFAULT_LOW_AT)),
)


@dataclass(frozen=True, slots=True)
class HandoutServices:
    """What the dialog is handed: rules to read with, words to offer, and where the clinic's settings are kept."""

    rules: HandoutRules
    words: HandoutWords
    store: ClinicStore


class HandoutDialog(PageDialog):
    """What belongs to the clinic is kept when the dialog closes; what is about the patient is not."""

    def __init__(
        self,
        services: HandoutServices,
        typed: Mapping[str, str],
        printing: Printing,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(say("Handout"), "handout", printing, style, parent)
        self._rules, self._words, self._store = services.rules, services.words, services.store
        kept = self._store.load()
        self._kept, self._managed = kept.settings, kept.managed
        self.trouble = kept.trouble
        self._logo = kept.settings.logo
        self.refusals: dict[str, RefusalNote] = {}
        self.unknown = Text()
        self.lines = {line.key: QLineEdit(typed.get(line.key, "")) for line in (*_NUMBERS, *_CLINIC)}
        units = (("", say("Choose the unit")), *((unit.key, unit.label) for unit in COUNT_UNITS))
        self.count_unit = combo(units, typed.get("count_unit", ""))
        self.count_unit.setAccessibleName(say("Unit of the count"))
        self.kinds = QButtonGroup(self)
        self.medicine = combo(
            tuple((key, name or say("Another medicine")) for key, name in self._words.medicines.items())
        )
        self.languages = {each.code: QCheckBox(each.name) for each in self._words.languages}
        self.paper = combo(papers())
        self.type_size = combo(((str(TypeSize.NORMAL), say("Normal")), (str(TypeSize.LARGE), say("Large"))))
        self.temperatures = Text()
        self.temperatures.setProperty("soft", True)
        self.logo_button = QPushButton(say("&Logo…"))
        self.no_logo_button = QPushButton(say("No logo"))
        self.logo_name = Text()
        self.own_lines = QPlainTextEdit()
        self.own_lines.setTabChangesFocus(True)
        self.switches: dict[str, QCheckBox | QComboBox] = {}
        self.shown: dict[str, QCheckBox] = {}
        self._own: dict[str, str] = {}
        self.unchecked = QWidget()
        self._unchecked_column = QVBoxLayout(self.unchecked)
        self._checked: tuple[str, ...] = ()
        self._asked: list[str] | None = None
        self._language = ""
        self._switches: dict[str, str] = {}
        self._left_out: dict[str, None] = {}
        self._kind = SheetKind.CHEMO
        self._build()
        self._take(self._kept)
        self._connect()
        self._on_kind_chosen()
        # What stands in the fields before anybody chooses is no choice that another copy's has to give way to.
        self._unchanged = self.settings()
        if self.lines["count"].text():
            self.numbers_fold.open()

    # What is asked of it

    @property
    def handout(self) -> Handout | None:
        """The handout in the preview; None while something typed can't be printed."""
        return self.printable if isinstance(self.printable, Handout) else None

    def choose_sheet(self, kind: SheetKind) -> None:
        """Choose a sheet as if by a click."""
        button = self.kinds.button(list(SheetKind).index(kind))
        if button is not None:
            button.click()

    def typed(self) -> dict[str, str]:
        """What is about this patient, as typed, by the keys of `read_handout`."""
        texts = {line.key: self.lines[line.key].text() for line in _NUMBERS}
        return texts | {
            "count_unit": str(self.count_unit.currentData()),
            "kind": str(self._kind),
            "languages": " ".join(code for code, box in self.languages.items() if box.isChecked()),
            "medicine": str(self.medicine.currentData()) if self._kind is SheetKind.MEDICINE else "",
        }

    def settings(self) -> ClinicSettings:
        """What belongs to the clinic, as typed."""
        self._keep_lines()
        return ClinicSettings(
            **{line.key: self.lines[line.key].text() for line in _CLINIC},
            paper=str(self.paper.currentData()),
            type_size=str(self.type_size.currentData()),
            language=self._language,
            logo=self._logo,
            switches=dict(self._switches),
            left_out=tuple(self._left_out),
            own_lines={kind: tuple(text.splitlines()) for kind, text in self._own.items() if text.strip()},
            checked=self._checked,
        )

    def refused(self) -> list[str]:
        """What is wrong with what was typed, as it stands beside its fields."""
        return [note.sentence for note in self.refusals.values()]

    def wanted(self) -> Handout | None:
        """The handout that was typed; what is wrong with it is said beside its fields."""
        read = read_handout(self.typed(), self.settings(), self._rules)
        problems = read if isinstance(read, Problems) else None
        for key in self.refusals:
            found = problems.of(key) if problems else ()
            self._show_problem(key, found[0] if found else None)
        handout = read if isinstance(read, Handout) else None
        if problems is not None:
            self._say_where(problems)
        self._show_temperatures(handout)
        self._show_unchecked()
        self.order_tabs()
        return handout

    def refresh(self) -> None:
        """Show the pages, and say so when a sheet in normal type needs more than one piece of paper."""
        super().refresh()
        handout = self.handout
        if handout is None:
            return
        most = 2 * self._sheets(handout)
        if handout.type_size is TypeSize.NORMAL and self.preview.pages > most:
            told = say("This takes {pages} pages instead of {usual}. Leave lines out to save paper.")
            self.tell(told.format(pages=self.preview.pages, usual=most))
        else:
            self.tell(self.trouble)

    def keep(self) -> None:
        """Keep what belongs to the clinic; why that failed is said, and stands in `trouble`."""
        settings = self.settings()
        if settings == self._unchanged:
            return
        try:
            self._store.save(settings, self._unchanged)
        except SettingsNotSaved as failure:
            self.trouble = str(failure)
            self.tell(self.trouble)
        else:
            self.trouble = ""
            self._unchanged = settings

    def export(self, path: Path) -> bool:
        """Write the clinic's settings into a file for another computer."""
        try:
            self._store.export(self.settings(), path)
        except SettingsNotSaved as failure:
            self.answer(str(failure))
            return False
        self.answer(say("Settings written to {file}.").format(file=path.name))
        return True

    def import_(self, path: Path) -> bool:
        """Take the clinic's settings from such a file; a file that holds none changes nothing."""
        read = self._store.read(path)
        if isinstance(read, Refusal):
            self.answer(read.message)
            return False
        self._take(self._kept.over(read, self._managed))
        self._on_kind_chosen()
        self.answer(say("Settings taken from {file}.").format(file=path.name))
        return True

    def take_logo(self, path: Path) -> None:
        """Put the picture of a file on the sheets; one that can't be printed changes nothing."""
        read = self._store.read_picture(path)
        logo = read if isinstance(read, Refusal) else read_logo(read)
        if isinstance(logo, Refusal):
            self._show_problem("logo", Problem("logo", logo.code, logo.message))
            self._announcer.something_changed()
            return
        self._logo = logo.data
        self.refresh()

    @guarded(nothing)
    def done(self, result: int) -> None:
        # Closing, in every way, comes here.
        try:
            self.keep()
        finally:
            super().done(result)

    # Building

    def _build(self) -> None:
        note = Text(say(WHOM_FOR))
        note.setProperty("soft", True)
        note.setFont(self._style.font(SMALL))
        self.column.addWidget(note)
        self.unknown.setProperty("refusal", True)
        self.column.addWidget(self.unknown)
        self._build_kinds()
        self._build_languages()
        self._labelled(self.column, say("&Paper"), self.paper)
        self._labelled(self.column, say("&Type"), self.type_size)
        self.numbers_fold = self._fold(say("Today’s numbers"))
        for line in _NUMBERS:
            self._field(self.numbers_fold.content, line)
            if line.key == "count":
                self.numbers_fold.content.addWidget(self.count_unit)
                self._add_refusal(self.numbers_fold.content, "count_unit", say("Unit of the count"))
        self.clinic_fold = self._fold(say("Your clinic"))
        for line in _CLINIC:
            self._field(self.clinic_fold.content, line)
            if line.key == "low_at":
                self.clinic_fold.content.addWidget(self.temperatures)
        self._build_logo()
        self.switches_fold = self._fold(say("What your clinic decides"))
        self.shown_fold = self._fold(say("Lines and pictures"))
        self.own_fold = self._fold(say("Your own lines"))
        hint = Text(say("One line each, as it is to be printed. They are not translated."))
        hint.setProperty("soft", True)
        self.own_fold.content.addWidget(hint)
        self.own_lines.setAccessibleName(say("Your own lines, one line each"))
        self.own_lines.setFixedHeight(self.fontMetrics().height() * 7)
        self.own_fold.content.addWidget(self.own_lines)
        self._add_refusal(self.own_fold.content, "own_lines", say("Your own lines"))
        self.file_fold = self._fold(say("Settings for other computers"))
        files = QWidget()
        flow = FlowLayout(files)
        self.export_button, self.import_button = QPushButton(say("&Export…")), QPushButton(say("&Import…"))
        for button in (self.export_button, self.import_button):
            button.setAutoDefault(False)
            flow.addWidget(button)
        self.file_fold.content.addWidget(files)
        self.column.addStretch(1)

    def _build_kinds(self) -> None:
        for number, kind in enumerate(SheetKind):
            button = QRadioButton(say(_SHEETS[kind]))
            _, whom = self._words.sheets[kind]
            button.setAccessibleDescription(whom)
            explained = Text(whom)
            explained.setProperty("soft", True)
            explained.setFont(self._style.font(SMALL))
            explained.setContentsMargins(24, 0, 0, 2)
            self.kinds.addButton(button, number)
            self.column.addWidget(button)
            self.column.addWidget(explained)
            if kind is SheetKind.MEDICINE:
                self.medicine.setAccessibleName(say("Which medicine"))
                self.column.addWidget(self.medicine)
        self.kinds.button(0).setChecked(True)

    def _build_languages(self) -> None:
        label = QLabel(say("Languages"))
        holder = QWidget()
        holder.setAccessibleName(say("Languages"))
        flow = FlowLayout(holder, spacing=10)
        for box in self.languages.values():
            flow.addWidget(box)
        self.column.addWidget(label)
        self.column.addWidget(holder)
        self._add_refusal(self.column, "languages", say("Languages"))
        self._unchecked_column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.unchecked)

    def _build_logo(self) -> None:
        holder = QWidget()
        flow = FlowLayout(holder)
        for button in (self.logo_button, self.no_logo_button):
            button.setAutoDefault(False)
            flow.addWidget(button)
        self.clinic_fold.content.addWidget(holder)
        self.clinic_fold.content.addWidget(self.logo_name)
        self._add_refusal(self.clinic_fold.content, "logo", say("Logo"))

    def _fold(self, title: str) -> Fold:
        fold = Fold(title)
        fold.content.setSpacing(4)
        self.column.addWidget(fold)
        return fold

    def _labelled(self, column: QVBoxLayout, text: str, widget: QWidget) -> None:
        label = QLabel(text)
        label.setBuddy(widget)
        column.addWidget(label)
        column.addWidget(widget)

    def _field(self, column: QVBoxLayout, line: _Line) -> None:
        edit = self.lines[line.key]
        edit.setPlaceholderText(say(line.hint).format(value=line.offered) if line.hint else "")
        edit.setMaxLength(2000)
        self._labelled(column, say(line.label), edit)
        self._add_refusal(column, line.key, say(line.label))

    def _add_refusal(self, column: QVBoxLayout, key: str, name: str) -> None:
        refusal = RefusalNote(name)
        refusal.reading_chosen.connect(partial(self._take_reading, key))
        self.refusals[key] = refusal
        column.addWidget(refusal)

    def _connect(self) -> None:
        for edit in self.lines.values():
            edit.textChanged.connect(self.refresh_soon)
        self.own_lines.textChanged.connect(self.refresh_soon)
        for box in (self.count_unit, self.medicine, self.paper, self.type_size):
            box.currentIndexChanged.connect(self.refresh_soon)
        for check in self.languages.values():
            check.toggled.connect(self.refresh_soon)
        self.kinds.idClicked.connect(self._on_kind_chosen)
        self.logo_button.clicked.connect(self._on_logo_clicked)
        self.no_logo_button.clicked.connect(self._on_no_logo_clicked)
        self.export_button.clicked.connect(self._on_export_clicked)
        self.import_button.clicked.connect(self._on_import_clicked)

    # The clinic's settings

    def _take(self, settings: ClinicSettings) -> None:
        """Show the settings; what an administrator has set can't be changed and says so."""
        for line in _CLINIC:
            edit = self.lines[line.key]
            edit.setText(getattr(settings, line.key))
            self._manage(line.key, edit)
        for key, box in (("paper", self.paper), ("type_size", self.type_size)):
            box.setCurrentIndex(max(0, box.findData(getattr(settings, key))))
            self._manage(key, box)
        # The clinic's usual ones; what is chosen for one patient is not kept for the next.
        self._language = settings.language
        codes = settings.language.replace(",", " ").split() or [ENGLISH]
        for code, check in self.languages.items():
            check.setChecked(code in codes)
        self._logo = settings.logo
        self._switches = dict(settings.switches)
        self._left_out = dict.fromkeys(settings.left_out)
        self._own = {kind: "\n".join(lines) for kind, lines in settings.own_lines.items()}
        self._checked = settings.checked
        self._asked = None
        self._tell_unknown(settings)
        for button in (self.logo_button, self.no_logo_button):
            self._manage("logo", button)
        self._manage("own_lines", self.own_lines)
        self.own_lines.setPlainText(self._own.get(str(self._kind), ""))

    def _tell_unknown(self, settings: ClinicSettings) -> None:
        unknown = unknown_ids(settings, self._rules)
        # A faulty file may hold thousands of them, or one that is as long as a book.
        named = "; ".join(f"{key}: {shorten(', '.join(ids), 200, placeholder=' …')}" for key, ids in unknown.items())
        told = say("Not known to this edition, and without effect: {named}. It stays in the file of your settings.")
        self.unknown.set_plain(told.format(named=named) if named else "")
        self.unknown.setVisible(bool(named))

    def _manage(self, key: str, widget: QWidget) -> None:
        widget.setEnabled(key not in self._managed)
        widget.setToolTip(say(MANAGED) if key in self._managed else "")

    def _keep_lines(self) -> None:
        self._own[str(self._kind)] = self.own_lines.toPlainText()

    def _on_kind_chosen(self, *_: int) -> None:
        self._keep_lines()
        self._kind = list(SheetKind)[self.kinds.checkedId()]
        self.medicine.setVisible(self._kind is SheetKind.MEDICINE)
        self.numbers_fold.set_in_use(
            self._kind is not SheetKind.DUFFY_NULL or any(self.lines[line.key].text() for line in _NUMBERS)
        )
        self.own_lines.setPlainText(self._own.get(str(self._kind), ""))
        self._show_switches()
        self._show_lines()
        self.refresh()

    def _show_switches(self) -> None:
        emptied(self.switches_fold.content)
        self.switches = {}
        plan = self._rules.plan
        keys = plan.switches_of(self._kind)
        self.switches_fold.set_in_use(bool(keys))
        for key in keys:
            switch = plan.switches[key]
            chosen = self._switches.get(key, switch.default)
            widget: QCheckBox | QComboBox
            spelled_out = Text()
            if len(switch.choices) == 1:
                (choice,) = switch.choices
                name = say("Also call at a low temperature") if key == LOW_SWITCH else self._words.lines[choice]
                widget = self._check_box(name)
                widget.setChecked(bool(chosen))
                widget.toggled.connect(partial(self._on_switched, key, choice))
            else:
                choices = (("", say("Leave it out")), *((line, self._words.lines[line]) for line in switch.choices))
                widget = combo(choices, chosen)
                widget.setAccessibleName(say(_SWITCH_NAMES.get(key, key)))
                # A sentence may be longer than the column is wide; in large text it is, and stands below the box too.
                widget.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                widget.setMinimumContentsLength(12)
                spelled_out.setFont(self._style.font(SMALL))
                spelled_out.set_plain(widget.currentText() if self._style.zoom >= LARGE_TEXT else "")
                widget.currentIndexChanged.connect(partial(self._on_chosen, key, widget, spelled_out))
            self._manage("switches", widget)
            sources = say("Sources: {sources}.").format(sources="; ".join(switch.sources))
            evidence = Text(f"{switch.evidence} {sources}")
            evidence.setProperty("soft", True)
            evidence.setFont(self._style.font(SMALL))
            self.switches[key] = widget
            spelled_out.setVisible(bool(spelled_out.text()))
            for each in (widget, spelled_out, evidence):
                self.switches_fold.content.addWidget(each)

    def _show_lines(self) -> None:
        emptied(self.shown_fold.content)
        self.shown = {}
        plan = self._rules.plan
        group = ""
        for key, line in plan.lines_of(self._kind):
            if plan.switch_of(line) or line in plan.always:
                continue
            if key != group:
                group = key
                self._caption(self._words.groups[key])
            self._line_box(line, self._words.lines[line])
        for number, sign in enumerate(plan.sheets[self._kind].signs):
            if not number:
                self._caption(say("Pictures"))
            self._line_box(f"sign-{sign}", self._words.signs[sign])
        self.shown_fold.set_in_use(bool(self.shown))

    def _caption(self, text: str) -> None:
        caption = Text(text)
        caption.setFont(self._style.font(SMALL, bold=True))
        self.shown_fold.content.addWidget(caption)

    def _line_box(self, key: str, text: str) -> None:
        box = self._check_box(text)
        box.setChecked(key not in self._left_out)
        self._manage("left_out", box)
        box.toggled.connect(partial(self._on_line_toggled, key))
        self.shown[key] = box
        self.shown_fold.content.addWidget(box)

    def _check_box(self, text: str) -> QCheckBox:
        """A box beside a sentence, which Qt would not wrap."""
        box = QCheckBox("\n".join(wrap(text, 5600 // self._style.zoom)).replace("&", "&&"))
        box.setAccessibleName(text)
        return box

    def _on_switched(self, key: str, choice: str, checked: bool) -> None:
        self._switches[key] = choice if checked else ""
        self.refresh_soon()

    def _on_chosen(self, key: str, box: QComboBox, spelled_out: Text, _: int = 0) -> None:
        self._switches[key] = str(box.currentData())
        if spelled_out.text():
            spelled_out.set_plain(box.currentText())
        self.refresh_soon()

    def _on_line_toggled(self, key: str, checked: bool) -> None:
        if checked:
            self._left_out.pop(key, None)
        else:
            self._left_out[key] = None
        self.refresh_soon()

    def _on_checked(self, code: str, checked: bool) -> None:
        self._checked = tuple(each for each in self._checked if each != code) + ((code,) if checked else ())
        self.refresh_soon()

    def _on_logo_clicked(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, say("Logo"), "", say("Pictures (*.png *.svg)"))
        if name:
            self.take_logo(Path(name))

    def _on_no_logo_clicked(self) -> None:
        self._logo = b""
        self.refresh()

    def _on_export_clicked(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, say("Export settings"), "clinic.json", say("Settings (*.json)"))
        if name:
            path = Path(name)
            self.export(path if path.suffix else path.with_suffix(".json"))

    def _on_import_clicked(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, say("Import settings"), "", say("Settings (*.json)"))
        if name:
            self.import_(Path(name))

    # Showing

    def _show_problem(self, key: str, problem: Problem | None) -> None:
        # What is not the user's to change is not offered to be changed.
        self.refusals[key].show_problem(
            replace(problem, readings=()) if problem is not None and key in self._managed else problem
        )
        if key in self.lines:
            set_property(self.lines[key], "refused", problem is not None)
            self.lines[key].setAccessibleDescription(problem.message if problem else "")

    def _say_where(self, problems: Problems) -> None:
        """Open the part in which something is wrong; what has no field of its own is said above the buttons."""
        for problem in problems:
            for fold, keys in (
                (self.numbers_fold, {"count_unit", *(line.key for line in _NUMBERS)}),
                (self.clinic_fold, {"logo", *(line.key for line in _CLINIC)}),
                (self.own_fold, {"own_lines"}),
            ):
                if problem.field in keys:
                    fold.open()
        homeless = [problem.message for problem in problems if problem.field not in self.refusals]
        self.tell(" ".join((*homeless, say(NOT_RIGHT_YET))))

    def _show_temperatures(self, handout: Handout | None) -> None:
        parts = []
        if handout is not None:
            parts.append(f"{handout.call_at} °C = {fahrenheit(handout.call_at)} °F")
            if handout.low_at is not None:
                parts.append(f"{handout.low_at} °C = {fahrenheit(handout.low_at)} °F")
        told = [f"{'; '.join(parts)}.", say("Both scales stand on the sheet.")] if parts else []
        if handout is not None and handout.low_at is None:
            told.append(say("The low limit is switched off below."))
        self.temperatures.set_plain(" ".join(told))
        size = f"{round(len(self._logo) / 1000)} kB" if self._logo else ""
        there = say("There is a logo ({size}).").format(size=size)
        self.logo_name.set_plain(there if self._logo else say("There is no logo."))

    def _show_unchecked(self) -> None:
        """Say which words nobody has checked yet, and let the clinic say that it has had them checked."""
        asked = [
            language
            for language in self._words.languages
            if language.code != ENGLISH and not language.checked_by and self.languages[language.code].isChecked()
        ]
        if [language.code for language in asked] == self._asked:
            return
        self._asked = [language.code for language in asked]
        emptied(self._unchecked_column)
        for language in asked:
            checked = say("A qualified translator has checked {language} for us")
            box = self._check_box(checked.format(language=language.name))
            box.setChecked(language.code in self._checked)
            self._manage("checked", box)
            box.toggled.connect(partial(self._on_checked, language.code))
            self._unchecked_column.addWidget(box)
        if asked:
            note = Text(say("Until then the English sheet is printed after it, so that you can compare."))
            note.setProperty("soft", True)
            note.setFont(self._style.font(SMALL))
            self._unchecked_column.addWidget(note)
        self.unchecked.setVisible(bool(asked))

    def _sheets(self, handout: Handout) -> int:
        """How many sheets are printed: one a language, and the English one that unchecked words need."""
        unchecked = any(
            language.code in handout.languages and language.code not in (ENGLISH, *handout.checked)
            for language in self._words.languages
            if not language.checked_by
        )
        return len(handout.languages) + (unchecked and ENGLISH not in handout.languages)

    def _take_reading(self, key: str, reading: str) -> None:
        if key == "count_unit":
            self.count_unit.setCurrentIndex(max(0, self.count_unit.findData(reading)))
        elif key in self.lines:
            self.lines[key].setText(reading)
