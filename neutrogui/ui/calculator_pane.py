"""The calculator: fields made from its declaration, the result live beneath them.

A result is shown only with the input that it was made from: every change of any field evaluates anew, and what can't be
evaluated shows no number. No text is read as a number here.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from neutrogui.domain.calculator import Calculator, Caution, Choice, Field, FieldKind, Group, Outcome
from neutrogui.domain.problem import Problem, Problems
from neutrogui.ui.accessible import Heading, LinkText, Phrase, Text, set_property
from neutrogui.ui.flow import FlowLayout
from neutrogui.ui.guard import guarded
from neutrogui.ui.refusal import RefusalNote, emptied
from neutrogui.ui.severity_bar import SeverityBar
from neutrogui.ui.style import RESULT, SHAPES, SMALL, Style


class ChoiceButtons(QWidget):
    """One of a few choices, all in sight; none is chosen to begin with. Arrow keys move between them."""

    changed = Signal()

    def __init__(self, name: str, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys: list[str] = []
        row = FlowLayout(self, spacing=4)
        for number, choice in enumerate(choices):
            button = QPushButton(choice.label)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {choice.label}")
            self._group.addButton(button, number)
            self._keys.append(choice.key)
            row.addWidget(button)
        self._group.idToggled.connect(self._on_toggled)

    def _on_toggled(self, _: int, checked: bool) -> None:
        if checked:
            self.changed.emit()

    @property
    def key(self) -> str:
        """The chosen key, or empty."""
        number = self._group.checkedId()
        return self._keys[number] if number >= 0 else ""

    def choose(self, key: str) -> None:
        """Choose as if by a click; an empty key leaves none chosen and says nothing."""
        if key:
            self._group.button(self._keys.index(key)).setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def buttons(self) -> list[QPushButton]:
        """The buttons, in the order of the choices."""
        return [button for button in self._group.buttons() if isinstance(button, QPushButton)]


class FieldRow(QWidget):
    """A number field with its unit and, below it, what is wrong with what was typed."""

    edited = Signal()

    def __init__(self, field: Field, style: Style) -> None:
        super().__init__()
        self.field = field
        self.edit = QLineEdit()
        self.edit.setMaxLength(64)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.edit.setProperty("number", True)
        self.edit.setAccessibleName(f"{field.label}, {field.unit}" if field.unit else field.label)
        self.edit.textChanged.connect(self.edited)
        self.refusal = RefusalNote(field.label)
        self.refusal.reading_chosen.connect(self.edit.setText)
        label = QLabel(field.label)
        label.setWordWrap(True)
        label.setBuddy(self.edit)
        self._unit = QLabel(field.unit)
        self._hint = Text(field.hint)
        self._hint.setProperty("soft", True)
        self._hint.setVisible(bool(field.hint))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.edit, 0, 1)
        grid.addWidget(self._unit, 0, 2)
        grid.addWidget(self._hint, 1, 0, 1, 3)
        grid.addWidget(self.refusal, 2, 0, 1, 3)
        self.show_problem(None)
        self.restyle(style)

    def restyle(self, style: Style) -> None:
        """Take the text size now in force."""
        self._hint.setFont(style.font(SMALL))
        self._unit.setMinimumWidth(QFontMetrics(style.font()).horizontalAdvance("%") + 2)
        self.edit.setFont(style.font(1.1, bold=True))
        self.edit.setFixedWidth(QFontMetrics(style.font(1.1, bold=True)).horizontalAdvance("0000000.000"))

    def show_problem(self, problem: Problem | None) -> None:
        """Show what is wrong, or nothing. What is merely not filled in yet is no mistake and is not shown as one."""
        refused = problem if problem is not None and problem.code != "missing" else None
        set_property(self.edit, "refused", refused is not None)
        self.edit.setAccessibleDescription(refused.message if refused else self.field.hint)
        self.refusal.show_problem(refused)


class CautionBox(QFrame):
    """Something to look at; with answers when it is a question."""

    def __init__(
        self,
        caution: Caution,
        instead_label: str,
        on_instead: Callable[[], None],
        on_right: Callable[[], None],
    ):
        super().__init__()
        self.setProperty("cautionBox", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(Text(f"⚠ Please check. {caution.message}"))
        if not caution.asks:
            return
        answers = QWidget()
        flow = FlowLayout(answers)
        if caution.instead is not None:
            change = QPushButton(f"Change to {instead_label}")
            change.clicked.connect(on_instead)
            flow.addWidget(change)
        right = QPushButton("It is right as typed")
        right.clicked.connect(on_right)
        flow.addWidget(right)
        layout.addWidget(answers)


class _Column(QScrollArea):
    """Scrolls up and down only: it is never narrower than what it holds, so nothing is cut at any text size."""

    @guarded(lambda: QSize(280, 200))
    def minimumSizeHint(self) -> QSize:
        inside = self.widget()
        width = inside.minimumSizeHint().width() if inside else 0
        return QSize(max(280, width + self.verticalScrollBar().sizeHint().width()), 200)


class CalculatorPane(QWidget):
    """The right pane, always in sight."""

    entry_requested = Signal(str)
    sheet_requested = Signal()
    outcome_changed = Signal()

    def __init__(self, calculator: Calculator, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calculator = calculator
        self._style = style
        self._outcome: Outcome | None = None
        self._confirmed: set[tuple[str, tuple[str, ...]]] = set()
        self._rows: dict[str, FieldRow] = {}
        self._choices: dict[str, ChoiceButtons] = {}
        self._choice_refusals: dict[str, RefusalNote] = {}
        self._groups: ChoiceButtons | None = None
        self.title = Heading(calculator.title)
        self.badge = Phrase()
        self.headline = Text()
        self.headline.setWordWrap(False)
        self.also = Text()
        self.range = Text()
        self.bar = SeverityBar(style)
        self.working = Text()
        self.source = Text()
        self.source.setProperty("soft", True)
        self.waiting = Text()
        self.waiting.setProperty("soft", True)
        self.cautions = QWidget()
        self.level_link = LinkText("What this level means")
        self.sheet_button = QPushButton("Precautions sheet…")
        self.sheet_button.setProperty("primary", True)
        self.copy_button = QPushButton("Copy")
        self.copy_button.setAccessibleName("Copy result")
        self.clear_button = QPushButton("Clear")
        self._note = Text("This informs; it does not replace clinical judgement. What is typed here is never stored.")
        self._note.setProperty("soft", True)
        self._build()
        self.restyle()
        self._evaluate()

    @property
    def outcome(self) -> Outcome | None:
        """The result on the screen; None when there is none."""
        return self._outcome

    def typed(self) -> dict[str, str]:
        """The texts as typed, by field key; those of a way of filling in that is not in use are left out."""
        group = self._groups.key if self._groups else ""
        texts = {key: row.edit.text() for key, row in self._rows.items() if row.field.group in ("", group)}
        return texts | {key: buttons.key for key, buttons in self._choices.items()}

    def type(self, field_key: str, text: str) -> None:
        """Fill a field in as if `text` had been typed."""
        self._rows[field_key].edit.setText(text)

    def choose(self, field_key: str, choice_key: str) -> None:
        """Choose as if by a click."""
        self._choices[field_key].choose(choice_key)

    def choose_group(self, group_key: str) -> None:
        """Choose the way to fill it in, as if by a click."""
        if self._groups is not None:
            self._groups.choose(group_key)

    def row(self, field_key: str) -> FieldRow:
        """A number field with what stands beside it."""
        return self._rows[field_key]

    def focus(self) -> None:
        """Put the cursor into the first field."""
        next(iter(self._rows.values())).edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """Empty every field and take back every choice of a unit: the next patient starts from nothing."""
        self._confirmed.clear()
        blockers = [QSignalBlocker(row) for row in self._rows.values()]
        for row in self._rows.values():
            row.edit.clear()
        del blockers
        for buttons in self._choices.values():
            buttons.choose("")
        self._evaluate()
        self.focus()

    def blank(self) -> None:
        """Take the result away without touching what was typed: after a fault nobody may trust it."""
        self._show(None, "Something went wrong. Change a field to calculate again.")

    def copy_result(self) -> None:
        """Put the result on the clipboard as one line."""
        if self._outcome is not None:
            QGuiApplication.clipboard().setText(self._outcome.line)

    def restyle(self) -> None:
        """Take theme and text size now in force."""
        self.title.setFont(self._style.font(1.15, bold=True))
        self.headline.setFont(self._style.font(RESULT, bold=True))
        self.also.setFont(self._style.font(1.1))
        self.badge.setFont(self._style.font(1.1, bold=True))
        self.range.setFont(self._style.font(SMALL))
        for small in (self._note, self.source):
            small.setFont(self._style.font(SMALL))
        for row in self._rows.values():
            row.restyle(self._style)
        self._area.updateGeometry()
        if self._outcome is not None:
            self._show(self._outcome, "")

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        groups_shown = False
        for field in self._calculator.fields:
            if field.group and not groups_shown:
                groups_shown = True
                self._add_groups(column, self._calculator.groups)
            if field.kind is FieldKind.CHOICE:
                self._add_choice(column, field)
            else:
                row = FieldRow(field, self._style)
                row.edited.connect(self._evaluate)
                self._rows[field.key] = row
                column.addWidget(row)
        self._show_group()
        column.addSpacing(4)
        graded = QWidget()
        FlowLayout(graded).addWidget(self.badge)
        for widget in (
            self.waiting, self.cautions, self.headline, self.also, graded, self.range, self.bar, self.working,
            self.source, self.level_link,
        ):  # fmt: skip
            column.addWidget(widget)
        self._caution_column = QVBoxLayout(self.cautions)
        self._caution_column.setContentsMargins(0, 0, 0, 0)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.sheet_button, self.copy_button, self.clear_button):
            flow.addWidget(button)
        column.addWidget(buttons)
        column.addWidget(self._note)
        column.addStretch(1)
        self._area = area = _Column()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.level_link.activated.connect(self._on_level_link_activated)
        self.sheet_button.clicked.connect(self.sheet_requested)
        self.copy_button.clicked.connect(self.copy_result)
        self.clear_button.clicked.connect(self.clear)

    def _add_groups(self, column: QVBoxLayout, groups: tuple[Group, ...]) -> None:
        self._groups = ChoiceButtons("Differential", tuple(Choice(g.key, g.label) for g in groups))
        self._groups.choose(groups[0].key)
        self._groups.changed.connect(self._on_group_changed)
        column.addWidget(self._groups)

    def _add_choice(self, column: QVBoxLayout, field: Field) -> None:
        buttons = ChoiceButtons(field.label, field.choices)
        buttons.changed.connect(self._evaluate)
        self._choices[field.key] = buttons
        refusal = RefusalNote(field.label)
        self._choice_refusals[field.key] = refusal
        column.addWidget(buttons)
        column.addWidget(refusal)

    def _on_group_changed(self) -> None:
        self._show_group()
        self._evaluate()

    def _show_group(self) -> None:
        group = self._groups.key if self._groups else ""
        for row in self._rows.values():
            row.setVisible(row.field.group in ("", group))

    def _evaluate(self) -> None:
        typed = self.typed()
        result = self._calculator.evaluate(typed)
        problems = result if isinstance(result, Problems) else None
        for key, row in self._rows.items():
            found = problems.of(key) if problems and key in typed else ()
            row.show_problem(found[0] if found else None)
        number_typed = any(typed.get(key, "").strip() for key in self._rows)
        for key, refusal in self._choice_refusals.items():
            found = problems.of(key) if problems and number_typed else ()
            refusal.show_problem(found[0] if found else None)
        if problems is not None:
            missing = [p.message for p in problems.problems if p.code == "missing"]
            self._show(None, missing[0] if missing and number_typed else "The result appears here while you type.")
        elif isinstance(result, Outcome):
            self._show_or_ask(result)

    def _show_or_ask(self, outcome: Outcome) -> None:
        questions = [c for c in outcome.cautions if c.asks and self._answer_key(c) not in self._confirmed]
        self._show_cautions(questions or [c for c in outcome.cautions if not c.asks])
        if questions:
            self._show(None, "The result appears when this is settled.", keep_cautions=True)
        else:
            self._show(outcome, "", keep_cautions=True)

    def _answer_key(self, caution: Caution) -> tuple[str, tuple[str, ...]]:
        """An answer holds for the very input that it was given to."""
        typed = self.typed()
        unit_field = self._rows[caution.field].field.unit_field
        return caution.code, (caution.field, typed[caution.field], typed.get(unit_field, ""))

    def _show_cautions(self, cautions: list[Caution]) -> None:
        emptied(self._caution_column)
        for caution in cautions:
            box = CautionBox(
                caution,
                self._instead_label(caution),
                partial(self._on_instead, caution),
                partial(self._on_right, caution),
            )
            self._caution_column.addWidget(box)
        self.cautions.setVisible(bool(cautions))

    def _instead_label(self, caution: Caution) -> str:
        if caution.instead is None:
            return ""
        field_key, choice_key = caution.instead
        field = next(f for f in self._calculator.fields if f.key == field_key)
        return next(c.label for c in field.choices if c.key == choice_key)

    def _on_instead(self, caution: Caution) -> None:
        if caution.instead is not None:
            self._choices[caution.instead[0]].choose(caution.instead[1])

    def _on_right(self, caution: Caution) -> None:
        self._confirmed.add(self._answer_key(caution))
        self._evaluate()

    def _show(self, outcome: Outcome | None, waiting: str, *, keep_cautions: bool = False) -> None:
        self._outcome = outcome
        if not keep_cautions:
            self._show_cautions([])
        self.waiting.set_plain(waiting)
        self.waiting.setVisible(not outcome)
        graded = outcome is not None and bool(outcome.grades)
        for widget in (self.headline, self.also, self.working, self.source):
            widget.setVisible(outcome is not None)
        for part in (self.badge, self.range, self.bar):
            part.setVisible(graded)
        self.level_link.setVisible(outcome is not None and bool(outcome.entry))
        self.copy_button.setEnabled(outcome is not None)
        if outcome is None:
            for label in (self.headline, self.also, self.badge, self.range, self.working, self.source):
                label.set_plain("")
        if outcome is not None:
            self._fill(outcome)
        self._area.updateGeometry()
        self.outcome_changed.emit()

    def _fill(self, outcome: Outcome) -> None:
        for label, text in (
            (self.headline, outcome.headline),
            (self.also, f"= {outcome.also}"),
            (self.working, outcome.working),
            (self.source, f"Formula: {outcome.source}"),
        ):
            label.set_plain(text)
        if outcome.grades and outcome.count_per_ul is not None:
            grade = outcome.grades[0]
            pair = self._style.theme.severity[grade.band.key]
            self.badge.set_plain(f"{SHAPES[grade.band.key]} {grade.band.label}")
            self.badge.setAccessibleName(grade.band.label)
            self.badge.setStyleSheet(
                f"background:{pair.ground}; color:{pair.text}; border-radius:6px; padding:4px 10px; font-weight:bold;"
            )
            self.range.set_plain(f"{grade.scale.name}: {grade.band.range_text}")
            self.bar.show_count(outcome.count_per_ul, grade)

    def _on_level_link_activated(self) -> None:
        if self._outcome is not None and self._outcome.entry:
            self.entry_requested.emit(self._outcome.entry)
