"""Questions by which the tree is narrowed: an answer stands with the number of entries that it would leave."""

from collections.abc import Iterable, Mapping
from textwrap import wrap

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from neutrogui.domain.facet import FACETS
from neutrogui.domain.language import mark, say
from neutrogui.ui.accessible import Heading, Text
from neutrogui.ui.field_editor import LARGE_TEXT
from neutrogui.ui.flow import FlowLayout
from neutrogui.ui.guard import guarded, nothing
from neutrogui.ui.style import SMALL, Style

CAVEAT = mark("This lists what fits. It is not a diagnosis, and what is not listed is not excluded.")

LONGEST_LINE, LONGEST_LARGE_LINE = 28, 16
"""Characters in a line of a button, in usual and in large text: a longer answer wraps, so that it fits into the pane.
"""

_UNBROKEN = "\N{NO-BREAK SPACE}" * 2


class NarrowPanel(QWidget):
    """Holds which answers are chosen; what they leave is told to it with `show_counts`.

    Its many buttons are made when it is first shown: a start that nobody narrows need not wait for them.
    """

    changed = Signal()

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._buttons: dict[str, QPushButton] = {}
        self._counts: Mapping[str, int] = {}
        self._questions: list[tuple[Heading, QWidget, tuple[str, ...]]] = []
        self._caveat = Text(say(CAVEAT))
        self._caveat.setProperty("soft", True)
        self.reset_button = QPushButton(say("Take all back"))
        self.reset_button.clicked.connect(self.reset)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @guarded(nothing)
    def showEvent(self, event: QShowEvent) -> None:
        if not self._buttons:
            self._build()
        super().showEvent(event)

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(4)
        for facet in FACETS:
            heading = Heading(say(facet.label))
            answers = QWidget()
            answers.setAccessibleName(say(facet.label))
            flow = FlowLayout(answers, spacing=4)
            for answer in facet.answers:
                button = QPushButton()
                button.setCheckable(True)
                button.clicked.connect(self.changed)
                self._buttons[answer] = button
                flow.addWidget(button)
            self._questions.append((heading, answers, facet.answers))
            column.addWidget(heading)
            column.addWidget(answers)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self._foot.addWidget(self._caveat, 1)
        self._foot.addWidget(self.reset_button)
        self._layout.addWidget(area, 1)
        self._layout.addLayout(self._foot)
        self.restyle()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The chosen answers, in the order of the questions."""
        return tuple(answer for answer, button in self._buttons.items() if button.isChecked())

    def button(self, answer: str) -> QPushButton:
        """The button of an answer."""
        return self._buttons[answer]

    def choose(self, answers: Iterable[str]) -> None:
        """Choose answers as if by clicks, but say nothing."""
        if not self._buttons:
            self._build()
        for answer in answers:
            self._buttons[answer].setChecked(True)

    def reset(self) -> None:
        """Take every answer back."""
        if self.chosen:
            for button in self._buttons.values():
                button.setChecked(False)
            self.changed.emit()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Write beside each answer how many entries it would leave; one that would leave none isn't offered."""
        self._counts = counts
        large = self._style.zoom >= LARGE_TEXT
        for answer, button in self._buttons.items():
            number = counts.get(answer, 0)
            words = say(answer)
            # The number stays beside the last word.
            shown = f"{words[:1].upper()}{words[1:]}{_UNBROKEN}{number}"
            lines = wrap(shown, LONGEST_LARGE_LINE if large else LONGEST_LINE)
            button.setText("\n".join(lines).replace(_UNBROKEN, "  "))
            leaves = say("{answer}, 1 entry") if number == 1 else say("{answer}, {number} entries")
            button.setAccessibleName(leaves.format(answer=words, number=number))
            button.setVisible(number > 0 or button.isChecked())
        for heading, answers, names in self._questions:
            offered = any(not self._buttons[name].isHidden() for name in names)
            heading.setVisible(offered)
            answers.setVisible(offered)
        self.reset_button.setEnabled(bool(self.chosen))

    def restyle(self) -> None:
        """Take the text size now in force."""
        self._caveat.setFont(self._style.font(SMALL))
        large = self._style.zoom >= LARGE_TEXT
        self._foot.setDirection(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
        for heading, _, __ in self._questions:
            heading.setFont(self._style.font(SMALL, bold=True))
        self.show_counts(self._counts)
