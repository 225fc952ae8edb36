"""What one calculator asks, made from its declaration: fields, ways to fill it in, parts that stay folded.

It keeps what was typed and which questions were answered; it neither calculates nor shows a result.
"""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from neutrogui.domain.calculator import Calculator, Caution, Choice, Field
from neutrogui.domain.language import say
from neutrogui.domain.problem import Problem, Problems
from neutrogui.ui.accessible import Text
from neutrogui.ui.field_editor import ChoiceButtons, FieldRow, field_row
from neutrogui.ui.flow import FlowLayout
from neutrogui.ui.folding import Fold
from neutrogui.ui.style import SMALL, Style


class CalculatorForm(QWidget):
    """The fields of a calculator.

    Those of a folded section, and of a way to fill it in that is not in use, are made when they are first wanted.
    """

    edited = Signal()
    folded = Signal(bool)
    """A section was opened (true) or folded."""

    def __init__(self, calculator: Calculator, style: Style) -> None:
        super().__init__()
        self.calculator = calculator
        self._style = style
        self._fields = {field.key: field for field in calculator.fields}
        self._units = {field.unit_field for field in calculator.fields if field.unit_field}
        self._rows: dict[str, FieldRow] = {}
        self._places: dict[str, QVBoxLayout] = {}
        self._group_places: list[tuple[Field, QWidget]] = []
        self._sections: dict[str, Fold] = {}
        self._groups: ChoiceButtons | None = None
        self._confirmed: set[tuple[str, tuple[str, ...]]] = set()
        self.scope = Text(say(calculator.scope))
        self.scope.setProperty("disagreement", True)
        if not calculator.scope:
            self.scope.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.scope)
        self._build()

    @property
    def started(self) -> bool:
        """Whether anything is filled in; a unit alone asks for nothing yet."""
        return any(row.filled for row in self._rows_in_use() if row.field.key not in self._units)

    @property
    def holds_anything(self) -> bool:
        """Whether anything but a unit is filled in, also where another way of filling in hides it."""
        return any(row.filled for row in self._rows.values() if row.field.key not in self._units)

    @property
    def field_in_hand(self) -> str:
        """The key of the field that has the keyboard; empty if none has."""
        focused = QApplication.focusWidget()
        return next((key for key, row in self._rows.items() if focused and row.isAncestorOf(focused)), "")

    def typed(self) -> dict[str, str]:
        """The texts as typed, by field key; those of a way of filling in that is not in use are left out."""
        return {row.field.key: row.text for row in self._rows_in_use()}

    def row(self, field_key: str) -> FieldRow:
        """A field with what stands beside it; it is made if need be."""
        if field_key not in self._rows:
            self._make_rows(self._places[field_key])
            self._show_group()
        return self._rows[field_key]

    def section(self, title: str) -> Fold:
        """A part of the form that can be folded."""
        return self._sections[title]

    def choose_group(self, group_key: str) -> None:
        """Choose the way to fill it in, as if by a click."""
        if self._groups is not None:
            self._groups.choose(group_key)

    def focus(self) -> None:
        """Put the cursor into the first field."""
        next(row for row in self._rows_in_use() if not row.field.section).focus()

    def clear(self) -> None:
        """Empty every field, take back every choice and forget every answer."""
        self._confirmed.clear()
        for row in self._rows.values():
            row.clear()

    def take_over(self, other: "CalculatorForm") -> None:
        """Stand as another form of the same calculator stands, and say nothing of it."""
        blocker = QSignalBlocker(self)
        if other._groups is not None:
            self.choose_group(other._groups.key)
        for key, row in other._rows.items():
            # Empty ones are made as well: an answer holds for the form as it was.
            mine = self.row(key)
            if row.text:
                mine.fill(row.text)
        for title, fold in other._sections.items():
            if fold.is_open:
                self._sections[title].open()
        self._confirmed = set(other._confirmed)
        del blocker

    def show_problems(self, problems: Problems | None) -> None:
        """Show beside each field what is wrong with it.

        What is merely not filled in yet is no mistake and is not shown as one, but for the unit of a number that was
        typed. A problem in a folded section opens it.
        """
        found = problems.problems if problems is not None and self.started else ()
        for problem in found:
            field = self._fields.get(problem.field)
            if field is not None and field.section and self._in_use(field):
                self._sections[field.section].open()
        for row in self._rows.values():
            row.show_problem(next((problem for problem in found if self._stands_beside(row, problem)), None))

    def refusals(self) -> list[str]:
        """What is wrong with the fields, as it stands beside them."""
        return [row.refusal.sentence for row in self._rows_in_use() if row.refusal.sentence]

    def is_confirmed(self, caution: Caution) -> bool:
        """Whether the user has said that the input which the caution asks about is right."""
        return self._answer(caution) in self._confirmed

    def confirm(self, caution: Caution) -> None:
        """Take the input as it was typed."""
        self._confirmed.add(self._answer(caution))

    def instead_label(self, caution: Caution) -> str:
        """The words of the choice that the caution offers, or empty."""
        if caution.instead is None:
            return ""
        field_key, choice_key = caution.instead
        return next(say(choice.label) for choice in self._fields[field_key].choices if choice.key == choice_key)

    def restyle(self) -> None:
        """Take the text size now in force."""
        self.scope.ensurePolished()
        self.scope.setFont(self._style.font(SMALL))
        for fold in self._sections.values():
            fold.restyle(self._style)
        for row in self._rows.values():
            row.restyle(self._style)

    def _build(self) -> None:
        sections: FlowLayout | None = None
        before: Field | None = None
        for field in self.calculator.fields:
            if field.group and self._groups is None:
                self._add_groups()
            if field.section:
                if field.section not in self._sections:
                    sections = sections or self._add_sections()
                    self._add_section(field.section, sections)
                self._places[field.key] = self._sections[field.section].content
                continue
            sections = None
            if not field.group:
                self._places[field.key] = self._column
                self._make_row(field)
            elif before is not None and before.group == field.group:
                self._places[field.key] = self._places[before.key]
            else:
                self._places[field.key] = self._add_group_place(field)
            before = field
        self._show_group()

    def _add_groups(self) -> None:
        groups = self.calculator.groups
        self._groups = ChoiceButtons(
            say("Way to fill it in"), tuple(Choice(group.key, group.label) for group in groups)
        )
        self._groups.choose(groups[0].key)
        self._groups.changed.connect(self._on_group_changed)
        self._column.addWidget(self._groups)

    def _add_group_place(self, field: Field) -> QVBoxLayout:
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._group_places.append((field, place))
        self._column.addWidget(place)
        return column

    def _make_row(self, field: Field) -> None:
        row = field_row(field, self._style, is_unit=field.key in self._units)
        row.edited.connect(self._on_edited)
        self._rows[field.key] = row
        self._places[field.key].addWidget(row)

    def _make_rows(self, place: QVBoxLayout) -> None:
        made = [f for f in self.calculator.fields if self._places[f.key] is place and f.key not in self._rows]
        for field in made:
            self._make_row(field)
            self._rows[field.key].restyle(self._style)

    def _add_sections(self) -> FlowLayout:
        """A line for the buttons of sections that follow one another; what they open stands below it."""
        holder = QWidget()
        self._column.addWidget(holder)
        return FlowLayout(holder, spacing=4)

    def _add_section(self, title: str, line: FlowLayout) -> None:
        fold = Fold(say(title), apart=True)
        line.addWidget(fold.button)
        fold.content.setSpacing(8)
        fold.button.setToolTip(say("Stays open while something in it is filled in"))
        fold.button.setAccessibleDescription(fold.button.toolTip())
        fold.toggled.connect(partial(self._on_section_toggled, title))
        self._sections[title] = fold
        self._column.addWidget(fold)

    def _on_section_toggled(self, title: str, is_open: bool) -> None:
        if is_open:
            self._make_rows(self._sections[title].content)
            self._show_group()
        elif any(row.filled for row in self._rows_in_use() if row.field.section == title):
            # What a result was made from stays in sight.
            self._sections[title].open()
        self.folded.emit(is_open)

    def _on_group_changed(self) -> None:
        self._show_group()
        self._on_edited()

    def _on_edited(self) -> None:
        for row in self._rows_in_use():
            if row.field.section and row.filled:
                self._sections[row.field.section].open()
        self.edited.emit()

    def _show_group(self) -> None:
        for field, place in self._group_places:
            if self._in_use(field):
                self._make_rows(self._places[field.key])
            place.setVisible(self._in_use(field))
        for row in self._rows.values():
            if row.field.section:
                row.setVisible(self._in_use(row.field))
        for title, fold in self._sections.items():
            fold.set_in_use(any(self._in_use(f) for f in self.calculator.fields if f.section == title))

    def _in_use(self, field: Field) -> bool:
        return not field.group or (self._groups is not None and field.group == self._groups.key)

    def _rows_in_use(self) -> list[FieldRow]:
        return [self._rows[key] for key, field in self._fields.items() if key in self._rows and self._in_use(field)]

    def _stands_beside(self, row: FieldRow, problem: Problem) -> bool:
        if problem.field != row.field.key or not self._in_use(row.field):
            return False
        number_typed = any(r.filled for r in self._rows_in_use() if r.field.unit_field == row.field.key)
        return problem.code != "missing" or number_typed

    def _answer(self, caution: Caution) -> tuple[str, tuple[str, ...]]:
        """An answer holds for the very input that it was given to: a field with its unit, or else the whole form."""
        typed = self.typed()
        if caution.field not in typed:
            return caution.code, tuple(f"{key}={text}" for key, text in typed.items())
        unit_field = self._fields[caution.field].unit_field
        return caution.code, (caution.field, typed[caution.field], typed.get(unit_field, ""))
