"""One field of a calculator: its label, what it is filled in with, its hint and what is wrong with it.

Every row gives its value as text, a number as it was typed and a choice by its key. No text is read as a number here.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from neutrogui.domain.calculator import YES_NO, Choice, Field, FieldKind
from neutrogui.domain.language import mark, say
from neutrogui.domain.problem import Problem
from neutrogui.ui.accessible import Text, set_property
from neutrogui.ui.flow import FlowLayout
from neutrogui.ui.guard import guarded, nothing
from neutrogui.ui.refusal import RefusalNote
from neutrogui.ui.style import SMALL, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QWheelEvent

MOST_BUTTONS = 4
"""Choices that are offered side by side; more of them stand in a list that drops down."""

LONGEST_ON_BUTTON = 20
"""Characters of a choice that still reads well on a button."""

NOT_CHOSEN = mark("Choose …")

SHORTEST_PHRASE = 9
"""Characters from which a unit is a phrase, such as `per 100 white cells`: it wraps, and the label stands above it."""

LARGE_TEXT = 150
"""Percent from which a label stands above what it names: beside it there would be no room in a small window."""


class ChoiceButtons(QWidget):
    """One of a few choices, all in sight; none is chosen to begin with. Arrow keys move between them.

    With `optional` a second press takes the choice back.
    """

    changed = Signal()

    def __init__(self, name: str, choices: tuple[Choice, ...], *, optional: bool = False, wrap: bool = True) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys: list[str] = []
        self._pressed_again = False
        row: QLayout = FlowLayout(self, spacing=4) if wrap else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        for number, choice in enumerate(choices):
            button = QPushButton(say(choice.label))
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {say(choice.label)}")
            self._group.addButton(button, number)
            self._keys.append(choice.key)
            row.addWidget(button)
        self._group.idToggled.connect(self._on_toggled)
        if optional:
            self._group.idPressed.connect(self._on_pressed)
            self._group.idClicked.connect(self._on_clicked)

    def _on_toggled(self, _: int, checked: bool) -> None:
        if checked:
            self.changed.emit()

    def _on_pressed(self, number: int) -> None:
        self._pressed_again = number == self._group.checkedId()

    def _on_clicked(self, _: int) -> None:
        if self._pressed_again:
            self._pressed_again = False
            self.choose("")
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

    def focus(self) -> None:
        """Take the keyboard."""
        (self._group.checkedButton() or self._group.buttons()[0]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def describe(self, text: str) -> None:
        """What a screen reader adds to the name: the hint, or what is wrong."""
        for button in self._group.buttons():
            button.setAccessibleDescription(text)


class _Box(QComboBox):
    """A list that the wheel scrolls past: it would change an answer while the user means to scroll the form."""

    @guarded(nothing)
    def wheelEvent(self, event: "QWheelEvent") -> None:
        event.ignore()


class ChoiceList(QWidget):
    """One of many or long choices in a list that drops down; its first line stands for none.

    A chosen label that is longer than the box is written out below it.
    """

    changed = Signal()

    def __init__(self, name: str, choices: Iterable[Choice]) -> None:
        super().__init__()
        self.box = _Box()
        self.box.setAccessibleName(name)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(12)
        self.box.addItem(say(NOT_CHOSEN), "")
        for choice in choices:
            self.box.addItem(say(choice.label), choice.key)
        self.full = Text()
        self.full.setProperty("soft", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.box)
        column.addWidget(self.full)
        self._write_out()
        self.box.currentIndexChanged.connect(self._on_index_changed)

    @property
    def key(self) -> str:
        """The chosen key, or empty."""
        return str(self.box.currentData())

    def choose(self, key: str) -> None:
        """Choose as if by a click; an empty key leaves none chosen and says nothing."""
        keys = [self.box.itemData(number) for number in range(self.box.count())]
        blocker = None if key else QSignalBlocker(self.box)
        self.box.setCurrentIndex(keys.index(key))
        del blocker
        self._write_out()

    def focus(self) -> None:
        """Take the keyboard."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def describe(self, text: str) -> None:
        """What a screen reader adds to the name: the hint, or what is wrong."""
        self.box.setAccessibleDescription(text)

    def restyle(self, style: Style) -> None:
        """Take the text size now in force."""
        self.full.ensurePolished()
        self.full.setFont(style.font(SMALL))
        metrics = QFontMetrics(style.font())
        self.box.setMinimumHeight(metrics.height() + 14)
        widest = max(metrics.horizontalAdvance(self.box.itemText(n)) for n in range(self.box.count()))
        self.box.view().setMinimumWidth(widest + 2 * self.box.view().verticalScrollBar().sizeHint().width() + 16)
        self._write_out()

    def _on_index_changed(self, _: int) -> None:
        self._write_out()
        self.changed.emit()

    def _write_out(self) -> None:
        text = self.box.currentText() if self.key else ""
        fits = self.box.fontMetrics().horizontalAdvance(text) <= self.box.width() - 2 * self.box.height()
        self.full.set_plain("" if fits else text)
        self.full.setVisible(not fits)

    @guarded(nothing)
    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        self._write_out()


class FieldRow(QWidget):
    """A field with its label, its hint and, below it, what is wrong with what was filled in."""

    edited = Signal()

    def __init__(self, field: Field, *, is_unit: bool = False) -> None:
        super().__init__()
        self.field = field
        self.refusal = RefusalNote(say(field.label))
        # What stands in a section may be left out anyway, and a unit goes with its number.
        optional = field.optional and not field.section and not is_unit
        self.hint = " ".join(
            part for part in (say("Optional.") if optional else "", field.hint and say(field.hint)) if part
        )
        self._hint = Text(self.hint)
        self._hint.setProperty("soft", True)
        if not self.hint:
            self._hint.hide()

    @property
    def text(self) -> str:
        """What was typed, or the key of the choice that was made; empty when there is neither."""
        raise NotImplementedError

    @property
    def filled(self) -> bool:
        """Whether anything was typed or chosen."""
        return bool(self.text.strip())

    def fill(self, text: str) -> None:
        """Fill it in as if by hand."""
        raise NotImplementedError

    def clear(self) -> None:
        """Empty it and say nothing."""
        raise NotImplementedError

    def focus(self) -> None:
        """Take the keyboard."""
        raise NotImplementedError

    def show_problem(self, problem: Problem | None) -> None:
        """Show what is wrong, or nothing."""
        self.refusal.show_problem(problem)

    def restyle(self, style: Style) -> None:
        """Take the text size now in force."""
        self._place(style)
        # A font that is set before the style sheet has been applied is forgotten when it is.
        self._hint.ensurePolished()
        self._hint.setFont(style.font(SMALL))

    def _lay_out(self, value: QWidget, *, label: bool = True, beside: bool = True) -> None:
        """The label, what it names, the hint and the refusal; with `beside` the value stands beside the label."""
        self._value, self._beside = value, beside
        self._placed_beside: bool | None = None
        self._label = QLabel(say(self.field.label) if label else "")
        self._label.setWordWrap(True)
        if not label:
            self._label.hide()
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)

    def _place(self, style: Style) -> None:
        beside = self._beside and style.zoom < LARGE_TEXT
        if beside is self._placed_beside:
            return
        self._placed_beside = beside
        if beside:
            self._grid.addWidget(self._label, 0, 0)
            self._grid.addWidget(self._value, 0, 1)
        else:
            self._grid.addWidget(self._label, 0, 0, 1, 2)
            self._grid.addWidget(self._value, 1, 0, 1, 2)
        # Put in after the value: the Tab key comes to the readings after the field.
        self._grid.addWidget(self._hint, 2, 0, 1, 2)
        self._grid.addWidget(self.refusal, 3, 0, 1, 2)


class NumberRow(FieldRow):
    """A number with its unit."""

    def __init__(self, field: Field, style: Style) -> None:
        super().__init__(field)
        self.edit = QLineEdit()
        self.edit.setMaxLength(64)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.edit.setProperty("number", True)
        self._words = say(field.unit) if field.unit else ""
        self.edit.setAccessibleName(f"{say(field.label)}, {self._words}" if self._words else say(field.label))
        self.edit.textChanged.connect(self.edited)
        self.refusal.reading_chosen.connect(self.edit.setText)
        self._unit = QLabel(self._words)
        value = QWidget()
        self._line = QHBoxLayout(value)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self.edit)
        self._line.addWidget(self._unit, 1)
        phrase = len(self._words) >= SHORTEST_PHRASE
        self._unit.setWordWrap(phrase)
        self._lay_out(value, beside=not phrase)
        self._label.setBuddy(self.edit)
        self.show_problem(None)
        self.restyle(style)

    @property
    def text(self) -> str:
        return self.edit.text()

    def fill(self, text: str) -> None:
        self.edit.setText(text)

    def clear(self) -> None:
        blocker = QSignalBlocker(self)
        self.edit.clear()
        del blocker

    def focus(self) -> None:
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_problem(self, problem: Problem | None) -> None:
        set_property(self.edit, "refused", problem is not None)
        self.edit.setAccessibleDescription(problem.message if problem else self.hint)
        super().show_problem(problem)

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        below = self._unit.wordWrap() and style.zoom >= LARGE_TEXT
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        self.edit.ensurePolished()
        metrics = QFontMetrics(style.font())
        words = self._words.split() if self._unit.wordWrap() else (self._words,)
        self._unit.setMinimumWidth(max(metrics.horizontalAdvance(word) for word in ("%", *words)) + 2)
        self.edit.setFont(style.font(1.1, bold=True))
        self.edit.setFixedWidth(QFontMetrics(style.font(1.1, bold=True)).horizontalAdvance("0000000.000"))


class ChoiceRow(FieldRow):
    """A choice: a question with its answers beside it, or one of several choices below the label.

    The unit of a number stands right below that number and needs no label of its own.
    """

    def __init__(self, field: Field, style: Style, *, is_unit: bool) -> None:
        super().__init__(field, is_unit=is_unit)
        yes_or_no = field.choices == YES_NO
        self.editor: ChoiceButtons | ChoiceList
        if len(field.choices) > MOST_BUTTONS or any(len(say(c.label)) > LONGEST_ON_BUTTON for c in field.choices):
            self.editor = ChoiceList(say(field.label), field.choices)
        else:
            self.editor = ChoiceButtons(say(field.label), field.choices, optional=field.optional, wrap=not yes_or_no)
        self.editor.changed.connect(self.edited)
        self._lay_out(self.editor, label=not is_unit, beside=yes_or_no)
        if isinstance(self.editor, ChoiceList):
            # On Linux the name of a box is what was chosen in it, and its label tells what it is for.
            self._label.setBuddy(self.editor.box)
        self.show_problem(None)
        self.restyle(style)

    @property
    def text(self) -> str:
        return self.editor.key

    def fill(self, text: str) -> None:
        self.editor.choose(text)

    def clear(self) -> None:
        self.editor.choose("")

    def focus(self) -> None:
        self.editor.focus()

    def show_problem(self, problem: Problem | None) -> None:
        self.editor.describe(problem.message if problem else self.hint)
        super().show_problem(problem)

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        if isinstance(self.editor, ChoiceList):
            self.editor.restyle(style)


def field_row(field: Field, style: Style, *, is_unit: bool = False) -> FieldRow:
    """The row that a field's declaration asks for."""
    if field.kind is FieldKind.CHOICE:
        return ChoiceRow(field, style, is_unit=is_unit)
    return NumberRow(field, style)
