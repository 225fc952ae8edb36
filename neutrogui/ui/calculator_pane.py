"""The calculators: one form at a time, made from its declaration, and the result live beneath it.

A result is shown only with the input that it was made from: every change of any field, and every change of the
calculator, evaluates anew, and what can't be evaluated shows no number. No text is read as a number here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from neutrogui.domain.calculator import Catalogue, Caution, Outcome
from neutrogui.domain.language import mark, say
from neutrogui.domain.problem import Problems
from neutrogui.ui.accessible import Announcer, Heading, Text, announce, keyboard_stops
from neutrogui.ui.calculator_form import CalculatorForm
from neutrogui.ui.field_editor import LARGE_TEXT, FieldRow
from neutrogui.ui.flow import FlowLayout
from neutrogui.ui.guard import guarded
from neutrogui.ui.refusal import emptied
from neutrogui.ui.style import SMALL, Style

if TYPE_CHECKING:
    from neutrogui.domain.report import Answer, Filling, Question, ReportReading
    from neutrogui.ui.accessible import LinkText
    from neutrogui.ui.report_note import ReportNote
    from neutrogui.ui.result_view import Headline, ResultView

NEUTROPHIL_COUNT = "anc"
"""The calculator whose count may go on a patient's sheet; a count of another may be one of other cells."""

FAULT = mark("Something went wrong. Change a field to calculate again.")
PLEASE_CHECK = mark("Please check.")


@dataclass(frozen=True, slots=True)
class ReportRules:
    """How a report is read: `read` takes its text, `fill` what it says after an answer."""

    read: "Callable[[str], Filling]"
    fill: "Callable[[ReportReading], Filling]"


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
        layout.addWidget(Text(f"⚠ {say(PLEASE_CHECK)} {caution.message}"))
        if not caution.asks:
            return
        answers = QWidget()
        flow = FlowLayout(answers)
        if caution.instead is not None:
            change = QPushButton(say("Change to {choice}").format(choice=instead_label))
            change.clicked.connect(on_instead)
            flow.addWidget(change)
        right = QPushButton(say("It is right as typed"))
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

    @guarded(lambda: False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What it holds has grown or shrunk, and with it the width that it asks for.
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class CalculatorPane(QWidget):
    """The right pane, always in sight. The form of a calculator is made when it is first chosen, and then kept.

    What shows a result is made with the first one, and what shows a pasted report with the first of those.
    """

    entry_requested = Signal(str)
    sheet_requested = Signal()
    print_requested = Signal()
    outcome_changed = Signal()
    pin_toggled = Signal(str, bool)
    """The key of a scheme, and whether it is kept in sight now."""

    def __init__(
        self,
        catalogue: Catalogue,
        style: Style,
        report_rules: ReportRules | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._style = style
        self._report_rules = report_rules
        self._filling: Filling | None = None
        self._asked: tuple[Question, ...] = ()
        self._pasted: Filling | None = None
        self._outcome: Outcome | None = None
        self._forms: dict[str, CalculatorForm] = {}
        self._tab_order: list[QWidget] = []
        self.title = Heading()
        self.chooser = QPushButton(say("Cha&nge"))
        self.chooser.setToolTip(say("Choose another calculator"))
        if len(catalogue.calculators) == 1:
            self.chooser.hide()
        self.paste_button = QPushButton(say("&Paste a report"))
        self.paste_button.setToolTip(say("Fills in what the report on the clipboard says, and shows from which words"))
        self.paste_button.setAccessibleDescription(self.paste_button.toolTip())
        self._report: ReportNote | None = None
        self.waiting = Text()
        self.waiting.setProperty("soft", True)
        self.cautions = QWidget()
        self._result: ResultView | None = None
        self._pinned: list[str] = []
        self._shown_cautions: list[Caution] = []
        self._announcer = Announcer(self, self._refused, self._news)
        self.sheet_button = QPushButton(say("Handout…"))
        self.sheet_button.setProperty("primary", True)
        self.copy_button = QPushButton(say("Copy"))
        self.copy_button.setAccessibleName(say("Copy result"))
        self.print_button = QPushButton(say("Print…"))
        self.print_button.setAccessibleName(say("Print result"))
        self.clear_button = QPushButton(say("Clear"))
        self.clear_button.setAccessibleName(say("Clear all calculators"))
        self.clear_button.setToolTip(say("Empties every calculator: the next patient starts from nothing"))
        self._note = Text(
            say("This informs; it does not replace clinical judgement. What is typed here is never stored.")
        )
        self._note.setProperty("soft", True)
        self._build()
        self._form = self._make_form(catalogue.calculators[0].key)
        self.restyle()
        self._show_form()

    @property
    def result(self) -> "ResultView":
        """What shows an outcome."""
        if self._result is None:
            from neutrogui.ui.result_view import ResultView

            result = self._result = ResultView(self._style)
            result.standings.pinned = self._pinned
            result.restyle()
            result.entry_requested.connect(self.entry_requested)
            result.pin_toggled.connect(self.pin_toggled)
            result.pin_toggled.connect(self._settle)
            result.standings.folded.connect(self._settle)
            self._result_place.addWidget(result)
        return self._result

    @property
    def headline(self) -> "Headline":
        """The result itself, in large type."""
        return self.result.headline

    @property
    def level_link(self) -> "LinkText":
        """Leads to the entry on the level of the result."""
        return self.result.level_link

    @property
    def report(self) -> "ReportNote":
        """What is said of a pasted report."""
        if self._report is None:
            from neutrogui.ui.report_note import ReportNote

            report = self._report = ReportNote(self._catalogue.calculators[0], self._style)
            report.restyle()
            report.set_in_use(self.calculator_key == NEUTROPHIL_COUNT)
            report.answered.connect(self._on_report_answered)
            report.replace_agreed.connect(self._on_replace_agreed)
            report.closed.connect(self._on_report_closed)
            self._report_place.addWidget(report)
        return self._report

    @property
    def outcome(self) -> Outcome | None:
        """The result on the screen; None when there is none."""
        return self._outcome

    @property
    def calculator_key(self) -> str:
        """The key of the calculator that is shown."""
        return self._form.calculator.key

    @property
    def neutrophil_count(self) -> Decimal | None:
        """The count on the screen in cells/µL if it is one of neutrophils, from the calculator that makes it."""
        if self._outcome is None or self.calculator_key != NEUTROPHIL_COUNT:
            return None
        return self._outcome.count_per_ul

    def choose_calculator(self, key: str) -> None:
        """Show another calculator as it was left, and put the cursor into its first field."""
        if key != self.calculator_key:
            self._form.hide()
            self._form = self._forms.get(key) or self._make_form(key)
            self._form.show()
            self._form.restyle()
            self._show_form()
            self._area.verticalScrollBar().setValue(0)
        self.focus()

    def typed(self) -> dict[str, str]:
        """The texts as typed, by field key; those of a way of filling in that is not in use are left out."""
        return self._form.typed()

    def type(self, field_key: str, text: str) -> None:
        """Fill a field in as if `text` had been typed."""
        self._form.row(field_key).fill(text)

    def choose(self, field_key: str, choice_key: str) -> None:
        """Choose as if by a click."""
        self._form.row(field_key).fill(choice_key)

    def choose_group(self, group_key: str) -> None:
        """Choose the way to fill it in, as if by a click."""
        self._form.choose_group(group_key)

    def form(self) -> CalculatorForm:
        """The form that is shown."""
        return self._form

    def row(self, field_key: str) -> FieldRow:
        """A field with what stands beside it."""
        return self._form.row(field_key)

    def focus(self) -> None:
        """Put the cursor into the first field."""
        self._form.focus()

    @property
    def field_in_hand(self) -> str:
        """The key of the field that has the keyboard; empty if none has."""
        return self._form.field_in_hand

    def go_on_in(self, field_key: str) -> None:
        """Put the keyboard into a field, so that what is typed is added to what is in it; else into the first one."""
        if field_key:
            next(keyboard_stops(self.row(field_key))).setFocus()
        else:
            self.focus()

    def paste_report(self) -> None:
        """Fill the neutrophil count in from the report on the clipboard; what is filled in is kept until agreed."""
        if self._report_rules is None:
            return
        self.choose_calculator(NEUTROPHIL_COUNT)
        from neutrogui.ui.report_note import NOTHING_COPIED

        text = QGuiApplication.clipboard().text()
        pasted = self._report_rules.read(text) if text.strip() else None
        if pasted is None or pasted.trouble:
            self._pasted = None
            self.report.say(say(NOTHING_COPIED) if pasted is None else pasted.trouble)
        elif self._form.holds_anything:
            self._pasted = pasted
            self.report.ask_to_replace()
        else:
            self._take_report(pasted)
        self._settle()
        self.report.focus()
        # It has its place only after the layout has made room for it.
        QTimer.singleShot(0, self._bring_report_into_sight)

    def clear(self) -> None:
        """Empty every calculator and take back every choice of a unit: the next patient starts from nothing."""
        self._announcer.forget()
        self._forget_report()
        for form in self._forms.values():
            form.clear()
        self._evaluate()
        self.focus()

    def blank(self) -> None:
        """Take the result away without touching what was typed: after a fault nobody may trust it."""
        self._show_cautions([])
        self._show_outcome(None, say(FAULT))

    def copy_result(self) -> None:
        """Put the result on the clipboard as one line."""
        if self._outcome is not None:
            QGuiApplication.clipboard().setText(self._outcome.line)
            announce(self, say("Result copied."))

    def take_over(self, other: "CalculatorPane") -> None:
        """Stand as another pane stands: what was typed in every calculator, which one is chosen, an open report,
        what is scrolled to.

        The result is calculated anew; an error on that way is raised when all else is done.
        """
        for key, form in other._forms.items():
            mine = self._forms.get(key) or self._make_form(key)
            mine.take_over(form)
            mine.setVisible(key == other.calculator_key)
            mine.restyle()
        self._form = self._forms[other.calculator_key]
        self._filling, self._asked, self._pasted = other._filling, other._asked, other._pasted
        if self._pasted is not None:
            self.report.ask_to_replace()
        elif self._filling is not None:
            self.report.show_filling(replace(self._filling, questions=self._asked), self._form.typed())
        if other._result is not None and other._result.standings.fold.is_open:
            self.result.standings.fold.open()
        scrolled = other._area.verticalScrollBar().value()
        # There is nothing to scroll before all of it has its place.
        QTimer.singleShot(0, self, partial(self._area.verticalScrollBar().setValue, scrolled))
        self._show_form()

    def set_pinned(self, schemes: list[str]) -> None:
        """Keep these schemes in sight, by their keys."""
        self._pinned = list(schemes)
        if self._result is not None:
            self._result.standings.pinned = self._pinned
        if self._outcome is not None:
            self.result.show_outcome(self._outcome)

    def restyle(self) -> None:
        """Take theme and text size now in force."""
        large = self._style.zoom >= LARGE_TEXT
        self._head.setDirection(QBoxLayout.Direction.BottomToTop if large else QBoxLayout.Direction.LeftToRight)
        self.title.setFont(self._style.font(1.05, bold=True))
        for small in (self.chooser, self._note):
            small.setFont(self._style.font(SMALL))
        for part in (self._result, *self._forms.values(), self._report):
            if part is not None:
                part.restyle()
        if self._outcome is not None:
            self.result.show_outcome(self._outcome)

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = self._head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.chooser, 0, Qt.AlignmentFlag.AlignTop)
        self._place = QVBoxLayout()
        self._caution_column = QVBoxLayout(self.cautions)
        self._caution_column.setContentsMargins(0, 0, 0, 0)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.sheet_button, self.print_button, self.copy_button, self.clear_button):
            flow.addWidget(button)
        column.addLayout(head)
        column.addWidget(self.paste_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._place)
        column.addSpacing(4)
        self._report_place, self._result_place = QVBoxLayout(), QVBoxLayout()
        column.addLayout(self._report_place)
        column.addWidget(self.waiting)
        column.addWidget(self.cautions)
        column.addLayout(self._result_place)
        column.addWidget(buttons)
        column.addWidget(self._note)
        column.addStretch(1)
        self._inside = inside
        self._area = area = _Column()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        menu = QMenu(self.chooser)
        menu.aboutToShow.connect(self._fill_chooser)
        self.chooser.setMenu(menu)
        self.sheet_button.clicked.connect(self.sheet_requested)
        self.print_button.clicked.connect(self.print_requested)
        self.copy_button.clicked.connect(self.copy_result)
        self.clear_button.clicked.connect(self.clear)
        self.paste_button.clicked.connect(self.paste_report)

    def _fill_chooser(self) -> None:
        menu = self.chooser.menu()
        if menu.isEmpty():
            group = QActionGroup(menu)
            for calculator in self._catalogue.calculators:
                action = QAction(say(calculator.title).replace("&", "&&"), menu, checkable=True)
                action.setData(calculator.key)
                action.triggered.connect(partial(self._on_calculator_chosen, calculator.key))
                group.addAction(action)
                menu.addAction(action)
        for action in menu.actions():
            action.setChecked(action.data() == self.calculator_key)

    def _on_calculator_chosen(self, key: str, _: bool = False) -> None:
        self.choose_calculator(key)

    def _make_form(self, key: str) -> CalculatorForm:
        calculator = next(each for each in self._catalogue.calculators if each.key == key)
        form = self._forms[key] = CalculatorForm(calculator, self._style)
        form.edited.connect(self._evaluate)
        form.folded.connect(self._settle)
        self._place.addWidget(form)
        return form

    def _show_form(self) -> None:
        title = say(self._form.calculator.title)
        self.title.set_plain(title)
        self.chooser.setAccessibleName(say("Change the calculator. Now: {calculator}").format(calculator=title))
        counts_neutrophils = self.calculator_key == NEUTROPHIL_COUNT
        self.sheet_button.setVisible(counts_neutrophils)
        self.paste_button.setVisible(counts_neutrophils and self._report_rules is not None)
        if self._report is not None:
            self._report.set_in_use(counts_neutrophils)
        self._evaluate()

    def _evaluate(self) -> None:
        try:
            self._evaluate_form()
        except Exception:
            # The handler of faults tells each of them once only; the old result must go every time.
            self.blank()
            raise

    def _evaluate_form(self) -> None:
        form = self._form
        result = form.calculator.evaluate(form.typed())
        undecided = self._update_report() if self.calculator_key == NEUTROPHIL_COUNT else False
        if undecided:
            form.show_problems(result if isinstance(result, Problems) else None)
            self._show_cautions([])
            self._show_outcome(None, say("The result appears when what is not clear in the report is settled."))
        elif isinstance(result, Problems):
            form.show_problems(result)
            missing = [problem.message for problem in result.problems if problem.code == "missing"]
            self._show_cautions([])
            waiting = missing[0] if missing and form.started else say("The result appears here while you type.")
            self._show_outcome(None, waiting)
        else:
            form.show_problems(None)
            self._show_or_ask(result)

    def _show_or_ask(self, outcome: Outcome) -> None:
        questions = [c for c in outcome.cautions if c.asks and not self._form.is_confirmed(c)]
        self._show_cautions(questions or [c for c in outcome.cautions if not c.asks])
        if questions:
            self._show_outcome(None, say("The result appears when this is settled."))
        else:
            self._show_outcome(outcome, "")

    def _refused(self) -> list[str]:
        fault = say(FAULT) if self.waiting.text() == say(FAULT) else ""
        return [fault, *self._form.refusals(), *self._cautions_told(asking=True)]

    def _news(self) -> list[str]:
        return [self._result.sentence if self._result is not None else "", *self._cautions_told(asking=False)]

    def _cautions_told(self, *, asking: bool) -> list[str]:
        return [f"{say(PLEASE_CHECK)} {each.message}" for each in self._shown_cautions if each.asks is asking]

    def _show_cautions(self, cautions: list[Caution]) -> None:
        self._shown_cautions = cautions
        emptied(self._caution_column)
        for caution in cautions:
            box = CautionBox(
                caution,
                self._form.instead_label(caution),
                partial(self._on_instead, caution),
                partial(self._on_right, caution),
            )
            self._caution_column.addWidget(box)
            box.show()
        self.cautions.setVisible(bool(cautions))

    def _on_instead(self, caution: Caution) -> None:
        if caution.instead is not None:
            self.choose(*caution.instead)

    def _on_right(self, caution: Caution) -> None:
        self._form.confirm(caution)
        self._evaluate()

    def _bring_report_into_sight(self) -> None:
        if self._report is not None and self._report.isVisible():
            self._area.verticalScrollBar().setValue(self.report.y() - 8)

    def _take_report(self, filling: "Filling") -> None:
        self._announcer.forget()
        self._forget_report()
        self._form.clear()
        self._fill_in(filling, {})

    def _fill_in(self, filling: "Filling", before: Mapping[str, str]) -> None:
        """Fill in what differs from what a report has filled in `before`."""
        self._filling, self._asked = filling, filling.questions
        try:
            if filling.group:
                self._form.choose_group(filling.group)
            for key in {**before, **filling.typed}:
                text = filling.typed.get(key, "")
                if text != before.get(key, ""):
                    self._form.row(key).fill(text)
            self._show_report(filling)
        except Exception:
            # Half a report must never be calculated with.
            self._forget_report()
            self._form.clear()
            raise
        self._evaluate()

    def _update_report(self) -> bool:
        """Bring the note up to date with the form; whether a question is open. One is settled by hand, too."""
        filling, typed = self._filling, self._form.typed()
        if filling is None:
            return False
        asked = tuple(q for q in filling.questions if q.field in filling.typed or not typed.get(q.field, "").strip())
        if asked != self._asked:
            self._asked = asked
            self._show_report(filling)
        self.report.show_typed(typed)
        return bool(asked)

    def _show_report(self, filling: "Filling") -> None:
        self._pasted = None
        self.report.show_filling(replace(filling, questions=self._asked), self._form.typed())

    def _forget_report(self) -> None:
        self._filling = self._pasted = None
        self._asked = ()
        if self._report is not None:
            self._report.clear()

    def _on_report_answered(self, answer: "Answer") -> None:
        if self._report_rules is None or self._filling is None:
            return
        self._fill_in(self._report_rules.fill(answer.then), self._filling.typed)
        if self._filling.trouble:
            # Everything was left out.
            self._on_report_closed()
        self._go_on_with_report()

    def _on_replace_agreed(self) -> None:
        if self._pasted is not None:
            self._take_report(self._pasted)
            self._go_on_with_report()

    def _on_report_closed(self) -> None:
        """The message goes; what was pasted before it stays."""
        self._pasted = None
        if self._filling is None or self._filling.trouble:
            self._forget_report()
            self._evaluate()
        else:
            self._show_report(self._filling)
            self._settle()
        self._go_on_with_report()

    def _go_on_with_report(self) -> None:
        """The button that was pressed is gone: the keyboard goes on to the next answer, or back to the button."""
        if self.report.buttons:
            self.report.focus()
        else:
            self.paste_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_outcome(self, outcome: Outcome | None, waiting: str) -> None:
        self._outcome = outcome
        self.waiting.set_plain(waiting)
        self.waiting.setVisible(bool(waiting))
        if outcome is not None or self._result is not None:
            self.result.show_outcome(outcome)
        for button in (self.print_button, self.copy_button):
            button.setEnabled(outcome is not None)
        self._settle()
        self._announcer.something_changed()
        self.outcome_changed.emit()

    def _settle(self, *_: object) -> None:
        """After anything came or went, the Tab key goes from top to bottom again."""
        order = [self.chooser, *keyboard_stops(self._inside)]
        if order != self._tab_order:
            self._tab_order = order
            for before, after in pairwise(order):
                QWidget.setTabOrder(before, after)
