"""What was taken from a pasted report, from which words, and what a person has to decide before there is a result.

Nothing of a report is kept but what the note shows, and that only until it is cleared.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from html import escape
from textwrap import wrap

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from neutrogui.domain.calculator import Calculator, Field
from neutrogui.domain.language import mark, say
from neutrogui.domain.report import Answer, Filling, Question, Understood
from neutrogui.ui.accessible import Heading, ItemList, ListItem, Text, announce
from neutrogui.ui.flow import FlowLayout
from neutrogui.ui.refusal import emptied
from neutrogui.ui.style import SMALL, Style

NOTHING_COPIED = mark("There is no text to paste. Copy the report first.")

LONGEST_LINE = 18
"""Characters in a line of a button: a longer answer wraps, so that it fits into a narrow pane in large text."""

REPLACE = mark("Something is filled in already. Replace all of it by what the pasted report says?")


class ReportNote(QWidget):
    """Empty and hidden until there is something to tell. Emits the answer that was chosen."""

    answered = Signal(Answer)
    replace_agreed = Signal()
    closed = Signal()

    def __init__(self, calculator: Calculator, style: Style) -> None:
        super().__init__()
        self._fields = {field.key: field for field in calculator.fields}
        self._style = style
        self._typed: Mapping[str, str] = {}
        self._in_use = True
        self.lines: list[tuple[Understood, ListItem]] = []
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def clear(self) -> None:
        """Take everything away."""
        emptied(self._column)
        self.lines, self.buttons = [], []
        self.hide()

    def say(self, sentence: str) -> None:
        """Say why nothing was filled in."""
        self.clear()
        self._add_box(f"⚠ {sentence}", ((say("Close"), self.closed.emit),))
        self._show(sentence)

    def ask_to_replace(self) -> None:
        """Ask before anything that was typed is replaced."""
        self.clear()
        answers = ((say("Replace"), self.replace_agreed.emit), (say("Keep what is filled in"), self.closed.emit))
        question = say(REPLACE)
        self._add_box(f"⚠ {question}", answers)
        self._show(question)

    def show_filling(self, filling: Filling, typed: Mapping[str, str]) -> None:
        """Show what a report says, and its questions."""
        self.clear()
        for question in filling.questions:
            self._add_question(question)
        if filling.understood:
            self._add_lines(filling.understood)
        self.show_typed(typed)
        values, questions = len(filling.understood), len(filling.questions)
        told = say("The pasted report: {values} values understood.")
        if values == 1:
            told = say("The pasted report: 1 value understood.")
        if questions:
            told = say("The pasted report: {values} values understood, {questions} to decide.")
            if values == 1:
                told = say("The pasted report: 1 value understood, {questions} to decide.")
        self._show(told.format(values=values, questions=questions))

    def show_typed(self, typed: Mapping[str, str]) -> None:
        """Say of each value whether it stands in its field; it may only have been compared, or changed by hand."""
        self._typed = typed
        for each, item in self.lines:
            used = typed.get(each.field) == each.value
            name, value = self._label(each.field), f"{each.value} {self._unit(each)}".strip()
            if not used:
                value = say("{value} (not in its field now)").format(value=value)
            small = f"font-size:{self._style.font(SMALL).pointSizeF():.1f}pt; color:{self._style.theme.soft_ink}"
            words = f'<span style="{small}">“{escape(each.words)}”</span>'
            item.set_rich(
                f"<b>{escape(name)}</b>: {escape(value)}<br>{words}",
                say("{name}: {value}. From the words: {words}").format(name=name, value=value, words=each.words),
            )

    def focus(self) -> None:
        """Put the keyboard on the first answer, if there is one."""
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_in_use(self, in_use: bool) -> None:
        """Show what there is, or keep it out of sight while another form is shown."""
        self._in_use = in_use
        self.setVisible(in_use and self._column.count() > 0)

    def restyle(self) -> None:
        """Take theme and text size now in force."""
        for heading in self.findChildren(Heading):
            heading.setFont(self._style.font(SMALL, bold=True))
        self.show_typed(self._typed)

    def _add_question(self, question: Question) -> None:
        name = self._label(question.field)
        printed = "; ".join(f"“{text}”" for text in question.printed)
        unclear = say("Not clear: {field}.").format(field=name) if name else say("Not clear.")
        words = [f"⚠ {unclear}", question.why]
        if printed:
            words.append(say("In the report: {words}.").format(words=printed))
        answers = [(answer.label, partial(self.answered.emit, answer)) for answer in question.answers]
        self._add_box(" ".join(words), answers, name)

    def _add_box(self, text: str, answers: Sequence[tuple[str, Callable[[], object]]], name: str = "") -> None:
        box = QFrame()
        box.setProperty("cautionBox", True)
        column = QVBoxLayout(box)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(Text(text))
        holder = QWidget()
        flow = FlowLayout(holder)
        for label, act in answers:
            button = QPushButton("\n".join(wrap(label, LONGEST_LINE)).replace("&", "&&"))
            button.setAutoDefault(False)
            button.setAccessibleName(f"{name}: {label}" if name else label)
            button.setAccessibleDescription(text)
            button.clicked.connect(partial(_call, act))
            flow.addWidget(button)
            self.buttons.append(button)
        column.addWidget(holder)
        self._column.addWidget(box)

    def _add_lines(self, understood: tuple[Understood, ...]) -> None:
        self._column.addWidget(Heading(say("From the pasted report: please compare")))
        items = ItemList()
        items.setAccessibleName(say("From the pasted report"))
        column = QVBoxLayout(items)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in understood:
            item = ListItem()
            column.addWidget(item)
            self.lines.append((each, item))
        self._column.addWidget(items)

    def _show(self, announced: str) -> None:
        self.set_in_use(self._in_use)
        self.restyle()
        announce(self, announced)

    def _label(self, key: str) -> str:
        return say(self._fields[key].label) if key in self._fields else ""

    def _unit(self, each: Understood) -> str:
        field: Field = self._fields[each.field]
        choices = self._fields[field.unit_field].choices if field.unit_field else ()
        named = next((say(choice.label) for choice in choices if choice.key == each.unit), each.unit)
        return say(field.unit) if field.unit else named


def _call(act: Callable[[], object], _: bool = False) -> None:
    act()
