from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget

from neutrogui.calculators.anc import AbsoluteNeutrophilCount
from neutrogui.calculators.grading import CONVENTIONAL
from neutrogui.calculators.reading import Reading, count_fields
from neutrogui.domain.calculator import (
    YES_NO,
    Catalogue,
    Caution,
    Choice,
    Field,
    FieldKind,
    Finding,
    Group,
    Outcome,
    Standing,
)
from neutrogui.domain.number import plain
from neutrogui.domain.problem import Problem, Problems
from neutrogui.ui.calculator_form import CalculatorForm
from neutrogui.ui.calculator_pane import CalculatorPane, CautionBox
from neutrogui.ui.style import DARK, LIGHT, Appearance


def class_of(typed: Mapping[str, str], fields: tuple[Field, ...]) -> Outcome | Problems:
    reading = Reading(fields, typed)
    fever, drip, age = reading.answer("fever"), reading.answer("drip"), reading.whole_number("age")
    tumour = reading.choice("tumour")
    if reading.problems is not None:
        return reading.problems
    score = 2 * (not fever) + 3 * (not drip)
    return Outcome(
        values={"score": score},
        headline=f"{score} of 5: low risk",
        also="",
        working=f"2 × {int(not fever)} + 3 × {int(not drip)} = {score}",
        line=f"Score {score} of 5: low risk; {tumour}, {age} years",
        source="Nobody 2020, table 2",
        findings=(
            Finding("old", "By the old text", "met", "a single temperature of 38.3 °C or more", "Nobody 2010", True),
            Finding("new", "By the new text", "the count is not low enough", "below 500 /µL <and> fever", "", False),
            Finding("plain", "Seen by", "two of three", "the rule of three"),
        ),
    )


class Score:
    """Words for a result, questions without a preset answer, a list of many choices, findings, and a scope."""

    key = "score"
    title = "Score & class"
    formula = "score = points"
    source = "Nobody 2020, table 2"
    scope = "Not for children under 16 years."
    groups = ()
    fields = (
        Field("fever", "Fever at home?", FieldKind.CHOICE, choices=YES_NO, hint="Measured, not felt"),
        Field("drip", "Dehydration that needs fluid into a vein?", FieldKind.CHOICE, choices=YES_NO),
        Field("age", "Age", unit="years", lower=Decimal(16), upper=Decimal(120)),
        Field(
            "tumour",
            "Kind of tumour",
            FieldKind.CHOICE,
            choices=(
                *(Choice(f"kind-{n}", f"Kind {n}") for n in range(5)),
                Choice("long", "Another kind, with or without a fungal infection before this illness"),
            ),
        ),
    )

    def evaluate(self, typed: Mapping[str, str]) -> Outcome | Problems:
        return class_of(typed, self.fields)


class Grading:
    """A count with an interval in several schemes; a folded section with an optional number and a choice."""

    key = "grading"
    title = "A count in many schemes"
    formula = "grade = band"
    source = "Nobody 2021"
    scope = ""
    groups = ()
    fields = (
        *count_fields("anc", "Neutrophils"),
        Field("spare", "Spare cells", unit="%", upper=Decimal(100), lower=Decimal(0), section="More", optional=True),
        Field("seen", "Seen by two?", FieldKind.CHOICE, choices=YES_NO, section="More", optional=True),
    )

    def evaluate(self, typed: Mapping[str, str]) -> Outcome | Problems:
        reading = Reading(self.fields, typed)
        count, spare = reading.count("anc"), reading.number("spare")
        reading.answer("seen")
        if reading.problems is not None or count is None:
            return reading.problems or Problems(())
        text = f"{plain(count.per_ul)} /µL"
        return Outcome(
            values={},
            headline=text,
            also="",
            working=f"{text}, spare {'none' if spare is None else plain(spare)}",
            line=text,
            entry="levels-of-neutropenia",
            count_per_ul=count.per_ul,
            grades=(CONVENTIONAL.grade(count.per_ul),),
            interval_per_ul=(count.per_ul * Decimal("0.7995"), count.per_ul * Decimal("1.2001")),
            standings=(
                Standing("ctcae-5.0", "CTCAE v5.0", "4", "Grade 4", "below 500 /µL", "NCI 2017"),
                Standing("ctcae-6.0", "CTCAE v6.0", "3", "Grade 3", "100 to below 500 /µL", "NCI 2025"),
                Standing("daids-2.1", "DAIDS 2.1", None, "", "", "DAIDS 2017", "The age in days is missing."),
            ),
        )


@pytest.fixture
def pane(qtbot, style) -> CalculatorPane:
    pane = CalculatorPane(Catalogue((AbsoluteNeutrophilCount(),)), style)
    qtbot.addWidget(pane)
    pane.show()
    return pane


@pytest.fixture
def filled(pane: CalculatorPane) -> CalculatorPane:
    """1.2 ×10⁹/L with 35 % segmented and 5 % bands: 480 /µL."""
    pane.choose_group("differential")
    pane.choose("wbc_unit", "10^9/L")
    for key, text in (("wbc", "1.2"), ("segmented", "35"), ("bands", "5")):
        pane.type(key, text)
    return pane


def nothing_of_a_result(pane: CalculatorPane) -> bool:
    result = pane.result
    labels = (
        result.headline, result.also, result.badge, result.range, result.interval, result.working, result.source
    )  # fmt: skip
    return (
        pane.outcome is None
        and not any(label.text() or label.isVisible() for label in labels)
        and not any(part.isVisible() for part in (result, result.bar, result.standings, result.findings))
        and not pane.copy_button.isEnabled()
    )


def answers(pane: CalculatorPane) -> dict[str, QPushButton]:
    boxes = [box for box in pane.cautions.findChildren(CautionBox) if box.isVisible()]
    return {button.text(): button for box in boxes for button in box.findChildren(QPushButton)}


def test_nothing_is_shown_and_no_unit_is_chosen_at_the_start(pane: CalculatorPane) -> None:
    assert nothing_of_a_result(pane)
    assert pane.typed()["wbc_unit"] == ""


def test_the_result_comes_while_typing_with_its_working(filled: CalculatorPane) -> None:
    assert filled.headline.text() == "0.48 ×10⁹/L"
    assert filled.result.also.text() == "= 480 /µL"
    assert filled.result.working.text() == "1.2 × (35 + 5) / 100 = 0.48 ×10⁹/L = 480 /µL"


def test_severity_is_said_by_word_and_shape_and_range(filled: CalculatorPane) -> None:
    assert filled.result.badge.text() == "▼ Severe"
    assert "100 to below 500 /µL" in filled.result.range.text()
    assert "Severe" in filled.result.bar.accessibleDescription()


@pytest.mark.parametrize("typed", ["", "x", "1,234", "-1", "1.2.3", "2001"])
def test_no_old_result_stands_beside_input_it_was_not_made_from(filled: CalculatorPane, typed: str) -> None:
    filled.type("wbc", typed)
    assert nothing_of_a_result(filled)


def test_a_refusal_stands_beside_its_field_and_the_text_stays(filled: CalculatorPane) -> None:
    filled.type("bands", "abc")
    row = filled.row("bands")
    assert "abc" in row.refusal.text.text()
    assert row.refusal.isVisible()
    assert row.edit.text() == "abc"
    assert row.edit.accessibleDescription() == row.refusal.text.text().removeprefix("⚠ ")
    assert not filled.row("wbc").refusal.isVisible()


def test_what_is_not_filled_in_yet_is_no_mistake(pane: CalculatorPane) -> None:
    pane.type("wbc", "1.2")
    assert not pane.row("neutrophils").refusal.isVisible()
    assert pane.waiting.isVisible()


def test_a_number_without_a_unit_asks_for_the_unit(pane: CalculatorPane) -> None:
    pane.type("wbc", "1.2")
    pane.type("neutrophils", "40")
    assert nothing_of_a_result(pane)
    assert "Choose the unit" in pane.waiting.text()


def test_two_readings_are_offered_and_the_chosen_one_is_taken(filled: CalculatorPane) -> None:
    filled.type("wbc", "1,234")
    buttons = {b.text(): b for b in filled.row("wbc").refusal.findChildren(QPushButton)}
    assert set(buttons) == {"1234", "1.2340"}
    buttons["1.2340"].click()
    assert filled.result.working.text().startswith("1.234 × (35 + 5)")


def test_the_other_way_of_filling_in_does_not_count(filled: CalculatorPane) -> None:
    filled.choose_group("total")
    assert filled.typed().keys() == {"wbc", "wbc_unit", "neutrophils"}
    assert nothing_of_a_result(filled)
    filled.type("neutrophils", "50")
    assert filled.headline.text() == "0.6 ×10⁹/L"


def test_an_unlikely_unit_is_asked_before_any_result(pane: CalculatorPane) -> None:
    pane.choose("wbc_unit", "/uL")
    pane.type("wbc", "4.5")
    pane.type("neutrophils", "60")
    assert nothing_of_a_result(pane)
    answers(pane)["Change to ×10⁹/L"].click()
    assert pane.headline.text() == "2.7 ×10⁹/L"


def test_an_answer_holds_for_the_very_input_it_was_given_to(pane: CalculatorPane) -> None:
    pane.choose("wbc_unit", "/uL")
    pane.type("wbc", "80")
    pane.type("neutrophils", "50")
    answers(pane)["It is right as typed"].click()
    assert pane.headline.text() == "40 /µL"
    pane.type("wbc", "81")
    assert nothing_of_a_result(pane)
    pane.type("wbc", "80")
    assert pane.headline.text() == "40 /µL"


def test_clear_leaves_nothing_not_even_the_unit_or_an_answer(pane: CalculatorPane) -> None:
    pane.choose("wbc_unit", "/uL")
    pane.type("wbc", "80")
    pane.type("neutrophils", "50")
    answers(pane)["It is right as typed"].click()
    pane.clear_button.click()
    assert not any(pane.typed().values())
    assert nothing_of_a_result(pane)
    pane.choose("wbc_unit", "/uL")
    pane.type("wbc", "80")
    pane.type("neutrophils", "50")
    assert nothing_of_a_result(pane)


def test_copy_gives_one_line_with_working_and_scheme(filled: CalculatorPane) -> None:
    filled.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.count("\n") == 0
    assert "1.2 × (35 + 5) / 100 = 0.48 ×10⁹/L = 480 /µL" in copied
    assert "Conventional severity: Severe" in copied


def test_a_fault_takes_the_result_away_and_leaves_what_was_typed(filled: CalculatorPane) -> None:
    filled.blank()
    assert nothing_of_a_result(filled)
    assert filled.row("wbc").edit.text() == "1.2"
    filled.type("wbc", "1.3")
    assert filled.headline.text() == "0.52 ×10⁹/L"


def test_the_level_leads_to_its_entry_by_keyboard(filled: CalculatorPane, qtbot) -> None:
    with qtbot.waitSignal(filled.entry_requested) as asked:
        qtbot.keyClick(filled.level_link, Qt.Key.Key_Return)
    assert asked.args == ["levels-of-neutropenia"]


@pytest.mark.parametrize(
    "act", [lambda pane: pane.level_link, lambda pane: pane.row("wbc").edit, lambda pane: pane.copy_button]
)
def test_everything_that_takes_the_keyboard_has_a_name(filled: CalculatorPane, act: Callable) -> None:
    widget = act(filled)
    assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert widget.accessibleName()


# More than one calculator


class Asking(Grading):
    """As the one above, but it asks about every count and calls for a second look at the whole form."""

    key = "asking"
    title = "A count that is asked about"

    def evaluate(self, typed: Mapping[str, str]) -> Outcome | Problems:
        result = super().evaluate(typed)
        if isinstance(result, Problems):
            return result
        beside_a_choice = Caution("choice", "Is the unit right?", field="anc_unit", asks=True)
        return replace(result, cautions=(beside_a_choice, Caution("whole", "Is it all right?", asks=True)))


class TwoWays:
    """Two ways to fill it in, each with a number of its own; the second one has a section."""

    key = "ways"
    title = "Two ways"
    formula = "a = b"
    source = ""
    scope = ""
    groups = (Group("one", "One"), Group("two", "Two"))
    fields = (
        Field("first", "First", lower=Decimal(0), group="one"),
        Field("second", "Second", lower=Decimal(0), group="two"),
        Field("extra", "Extra", lower=Decimal(0), group="two", section="Rare", optional=True),
        *count_fields("limit", "Limit", hint="Of the laboratory", optional=True),
    )

    def evaluate(self, typed: Mapping[str, str]) -> Outcome | Problems:
        used = [key for key in ("first", "second", "extra") if typed.get(key, "")]
        if not used:
            return Problems((Problem("second", "missing", "Type one."),))
        if typed.get("second") == "13":
            return Problems((Problem("extra", "conflict", "Not with 13."),))
        return Outcome(values={}, headline="+".join(used), also="in words", working="", line="l")


@pytest.fixture
def many(qtbot, style) -> CalculatorPane:
    catalogue = Catalogue((AbsoluteNeutrophilCount(), Score(), Grading(), Asking(), TwoWays()))
    pane = CalculatorPane(catalogue, style)
    qtbot.addWidget(pane)
    pane.resize(360, 700)
    pane.show()
    return pane


def fill_score(pane: CalculatorPane) -> None:
    pane.choose_calculator("score")
    pane.choose("fever", "no")
    pane.choose("drip", "yes")
    pane.type("age", "50")
    pane.choose("tumour", "kind-3")


def fill_grading(pane: CalculatorPane, calculator: str = "grading") -> None:
    pane.choose_calculator(calculator)
    pane.choose("anc_unit", "/uL")
    pane.type("anc", "480")


def shown_texts(pane: CalculatorPane) -> str:
    return "\n".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())


def interface(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def test_the_first_calculator_is_there_at_the_start_and_no_other_form_is_made(many: CalculatorPane) -> None:
    assert many.title.text() == "Absolute neutrophil count"
    assert [form.calculator.key for form in many.findChildren(CalculatorForm)] == ["anc"]


def test_the_chooser_offers_every_calculator_and_marks_the_one_that_is_shown(many: CalculatorPane, qtbot) -> None:
    many.choose_calculator("score")
    menu = many.chooser.menu()
    menu.aboutToShow.emit()
    assert [a.text() for a in menu.actions()][:2] == ["Absolute neutrophil count", "Score && class"]
    assert [a.data() for a in menu.actions() if a.isChecked()] == ["score"]
    menu.actions()[2].trigger()
    menu.aboutToShow.emit()
    assert many.title.text() == "A count in many schemes"
    assert [a.data() for a in menu.actions() if a.isChecked()] == ["grading"]


def test_the_chooser_is_reached_by_keyboard_and_named(many: CalculatorPane) -> None:
    assert many.chooser.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert not many.chooser.shortcut().isEmpty()
    assert "Absolute neutrophil count" in many.chooser.accessibleName()
    assert interface(many.chooser).state().hasPopup


def test_a_pane_of_one_calculator_has_nothing_to_choose(pane: CalculatorPane) -> None:
    assert not pane.chooser.isVisible()


def test_what_was_typed_in_each_stays_with_its_result(many: CalculatorPane) -> None:
    fill_score(many)
    assert many.headline.text() == "2 of 5: low risk"
    fill_grading(many)
    assert many.headline.text() == "480 /µL"
    many.choose_calculator("score")
    assert many.headline.text() == "2 of 5: low risk"
    assert many.typed() == {"fever": "no", "drip": "yes", "age": "50", "tumour": "kind-3"}
    many.choose_calculator("grading")
    assert many.headline.text() == "480 /µL"


def test_another_calculator_starts_without_the_result_of_the_one_before(many: CalculatorPane) -> None:
    fill_grading(many)
    many.choose_calculator("score")
    assert nothing_of_a_result(many)
    assert "480" not in shown_texts(many)


def test_a_calculator_that_fails_shows_no_result_of_another(many: CalculatorPane, monkeypatch) -> None:
    fill_grading(many)

    def fail(*_: object) -> Outcome:
        raise ZeroDivisionError

    monkeypatch.setattr(Score, "evaluate", fail)
    with pytest.raises(ZeroDivisionError):
        many.choose_calculator("score")
    assert nothing_of_a_result(many)


def test_a_fault_that_comes_again_takes_the_result_away_again(many: CalculatorPane, qtbot, monkeypatch) -> None:
    fill_score(many)
    evaluate = Score.evaluate

    def fail_at_60(self: Score, typed: Mapping[str, str]) -> Outcome | Problems:
        if typed["age"] == "60":
            raise ZeroDivisionError
        return evaluate(self, typed)

    monkeypatch.setattr(Score, "evaluate", fail_at_60)
    for _ in range(2):
        with qtbot.captureExceptions() as faults:
            many.type("age", "60")
        assert [kind for kind, *_ in faults] == [ZeroDivisionError]
        assert nothing_of_a_result(many)
        many.type("age", "61")
        assert many.headline.text() == "2 of 5: low risk"


def test_clear_empties_every_calculator_also_those_that_are_not_shown(many: CalculatorPane) -> None:
    fill_score(many)
    fill_grading(many)
    many.type("spare", "3")
    many.choose("seen", "yes")
    many.clear_button.click()
    assert nothing_of_a_result(many)
    assert not any(many.typed().values())
    many.choose_calculator("score")
    assert nothing_of_a_result(many)
    assert not any(many.typed().values())


def test_choosing_a_calculator_puts_the_cursor_into_its_first_field(many: CalculatorPane, qtbot) -> None:
    many.activateWindow()
    many.choose_calculator("grading")
    qtbot.waitUntil(lambda: many.row("anc").edit.hasFocus())
    many.choose_calculator("score")
    qtbot.waitUntil(lambda: many.row("fever").editor.buttons()[0].hasFocus())


def test_the_tab_key_goes_from_the_chooser_through_the_form_to_the_buttons(many: CalculatorPane, qtbot) -> None:
    fill_grading(many)
    many.form().section("More").open()
    many.result.standings.fold.open()
    many.activateWindow()
    qtbot.mouseClick(many.row("anc_unit").editor.buttons()[2], Qt.MouseButton.LeftButton)
    many.chooser.setFocus()
    qtbot.waitUntil(many.chooser.hasFocus)
    stops = []
    for _ in range(13):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget().accessibleName())
    assert stops == [
        "Neutrophils",
        "Unit: Neutrophils: /µL",
        "More",
        "Spare cells, %",
        "Seen by two?: Yes",
        "In other schemes",
        "Keep in sight: CTCAE v5.0",
        "Keep in sight: CTCAE v6.0",
        "Keep in sight: DAIDS 2.1",
        "What this level means",
        "Print result",
        "Copy result",
        "Clear all calculators",
    ]


def test_only_the_neutrophil_count_leads_to_a_sheet(many: CalculatorPane) -> None:
    assert many.sheet_button.isVisible()
    fill_grading(many)
    assert not many.sheet_button.isVisible()
    assert many.outcome.count_per_ul == 480
    assert many.neutrophil_count is None


# Questions, lists, sections


def test_a_question_stands_in_words_beside_its_answers_and_none_is_preset(many: CalculatorPane) -> None:
    many.choose_calculator("score")
    assert "Fever at home?" in shown_texts(many)
    assert [button.text() for button in many.row("fever").editor.buttons()] == ["Yes", "No"]
    assert not any(button.isChecked() for button in many.row("fever").editor.buttons())


def test_a_unit_has_no_label_of_its_own(many: CalculatorPane) -> None:
    many.choose_calculator("grading")
    assert "Unit: Neutrophils" not in shown_texts(many)


def test_unanswered_questions_give_no_result_and_are_no_mistakes(many: CalculatorPane) -> None:
    many.choose_calculator("score")
    many.choose("fever", "no")
    assert nothing_of_a_result(many)
    assert "Choose one: Dehydration" in many.waiting.text()
    assert not any(many.row(key).refusal.isVisible() for key in many.typed())


def test_many_or_long_choices_stand_in_a_list_whose_first_line_is_none(many: CalculatorPane) -> None:
    fill_score(many)
    box = many.row("tumour").findChild(QComboBox)
    assert box.itemText(0) == "Choose …"
    assert box.accessibleName() == "Kind of tumour"
    box.setCurrentIndex(0)
    assert nothing_of_a_result(many)
    box.setCurrentIndex(2)
    assert many.outcome.line.startswith("Score 2 of 5: low risk; kind-1")


def test_the_wheel_scrolls_past_a_list_and_changes_no_answer(many: CalculatorPane, qapp) -> None:
    fill_score(many)
    box = many.row("tumour").findChild(QComboBox)
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -240), *none, False)
    qapp.sendEvent(box, wheel)
    assert many.typed()["tumour"] == "kind-3"
    assert not wheel.isAccepted()


def test_a_choice_that_is_longer_than_its_list_is_written_out(many: CalculatorPane, qtbot) -> None:
    fill_score(many)
    full = many.row("tumour").editor.full
    assert not full.isVisible()
    many.choose("tumour", "long")
    assert full.isVisible()
    assert full.text() == "Another kind, with or without a fungal infection before this illness"


def test_a_whole_number_that_is_not_whole_is_refused_beside_its_field(many: CalculatorPane) -> None:
    fill_score(many)
    many.type("age", "50.5")
    assert many.row("age").refusal.isVisible()
    assert nothing_of_a_result(many)


def test_the_scope_stands_above_the_fields(many: CalculatorPane) -> None:
    many.choose_calculator("score")
    scope = many.form().scope
    assert scope.isVisible()
    assert scope.text() == "Not for children under 16 years."
    assert scope.mapTo(many, QPoint()).y() < many.row("fever").mapTo(many, QPoint()).y()
    many.choose_calculator("grading")
    assert not many.form().scope.isVisible()


def test_a_section_is_folded_until_it_is_opened_by_keyboard_and_says_so(many: CalculatorPane, qtbot) -> None:
    many.choose_calculator("grading")
    fold = many.form().section("More")
    assert "Spare cells" not in shown_texts(many)
    state = interface(fold.button).state()
    assert (state.expandable, state.expanded, state.collapsed) == (1, 0, 1)
    qtbot.keyClick(fold.button, Qt.Key.Key_Space)
    assert "Spare cells" in shown_texts(many)
    state = interface(fold.button).state()
    assert (state.expandable, state.expanded, state.collapsed) == (1, 1, 0)
    assert interface(fold.button).text(QAccessible.Text.Name) == "More"
    interface(fold.button).actionInterface().doAction("Press")
    assert "Spare cells" not in shown_texts(many)


def test_a_section_with_something_in_it_can_not_be_folded_away(many: CalculatorPane) -> None:
    fill_grading(many)
    many.type("spare", "3")
    fold = many.form().section("More")
    assert fold.is_open
    fold.button.click()
    assert fold.is_open
    assert many.row("spare").isVisible()
    assert many.result.working.text() == "480 /µL, spare 3"
    many.type("spare", "")
    fold.button.click()
    assert not fold.is_open
    assert many.result.working.text() == "480 /µL, spare none"


def test_a_problem_opens_the_section_that_it_stands_in(many: CalculatorPane) -> None:
    many.choose_calculator("ways")
    many.choose_group("two")
    assert not many.form().section("Rare").is_open
    many.type("second", "13")
    assert many.form().section("Rare").is_open
    assert many.row("extra").refusal.isVisible()


def test_a_section_belongs_to_its_way_of_filling_in(many: CalculatorPane) -> None:
    many.choose_calculator("ways")
    assert not many.form().section("Rare").button.isVisible()
    many.choose_group("two")
    many.type("extra", "1")
    assert many.headline.text() == "extra"
    many.choose_group("one")
    assert not many.form().section("Rare").isVisible()
    assert not many.row("extra").isVisible()
    assert nothing_of_a_result(many)
    many.choose_group("two")
    assert many.headline.text() == "extra"
    assert many.row("extra").isVisible()


def test_a_field_in_sight_that_may_stay_empty_says_so_and_its_unit_does_not(many: CalculatorPane) -> None:
    many.choose_calculator("ways")
    many.type("first", "1")
    assert many.headline.text() == "first"
    assert many.row("limit").edit.accessibleDescription() == "Optional. Of the laboratory"
    assert shown_texts(many).count("Optional.") == 1


def test_an_optional_answer_can_be_taken_back_by_a_second_press_and_a_unit_can_not(many: CalculatorPane) -> None:
    fill_grading(many)
    many.form().section("More").open()
    yes = many.row("seen").editor.buttons()[0]
    yes.click()
    assert many.typed()["seen"] == "yes"
    yes.click()
    assert many.typed()["seen"] == ""
    many.row("anc_unit").editor.buttons()[2].click()
    assert many.typed()["anc_unit"] == "/uL"


def test_a_caution_may_stand_beside_a_choice_or_beside_none(many: CalculatorPane) -> None:
    fill_grading(many, "asking")
    assert nothing_of_a_result(many)
    for _ in range(2):
        answers(many)["It is right as typed"].click()
    assert many.headline.text() == "480 /µL"
    many.type("spare", "1")
    assert nothing_of_a_result(many)


# Results


def test_a_headline_in_words_has_no_line_of_the_same(many: CalculatorPane) -> None:
    fill_score(many)
    assert not many.result.also.isVisible()
    assert "=" not in many.result.also.text()
    many.choose_calculator("ways")
    many.type("first", "1")
    assert many.result.also.text() == "in words"


def test_findings_are_a_list_and_say_by_sign_and_word_whether_they_are_met(many: CalculatorPane) -> None:
    fill_score(many)
    findings = many.result.findings
    assert interface(findings).role() == QAccessible.Role.List
    lines = [line for line in findings.lines if line.isVisible()]
    assert all(interface(line).role() == QAccessible.Role.ListItem for line in lines)
    assert "✓" in lines[0].text()
    assert "✗" in lines[1].text()
    assert "below 500 /µL &lt;and&gt; fever" in lines[1].text()
    assert [interface(line).text(QAccessible.Text.Name) for line in lines] == [
        "By the old text: met. a single temperature of 38.3 °C or more. Nobody 2010.",
        "By the new text: Not met: the count is not low enough. below 500 /µL <and> fever.",
        "Seen by: two of three. the rule of three.",
    ]


def test_every_scheme_is_told_in_a_folded_part_and_why_one_can_not_be_given(many: CalculatorPane) -> None:
    fill_grading(many)
    view = many.result.standings
    assert "CTCAE" not in shown_texts(many)
    view.fold.button.click()
    spoken = [view.line(scheme).text.accessibleName() for scheme in ("ctcae-5.0", "ctcae-6.0", "daids-2.1")]
    assert spoken == [
        "CTCAE v5.0: Grade 4. below 500 /µL. NCI 2017.",
        "CTCAE v6.0: Grade 3. 100 to below 500 /µL. NCI 2025.",
        "DAIDS 2.1: not given. The age in days is missing. DAIDS 2017.",
    ]


def test_a_pinned_scheme_stays_in_sight_and_its_pin_keeps_the_keyboard(many: CalculatorPane, qtbot) -> None:
    fill_grading(many)
    many.activateWindow()
    many.result.standings.fold.button.click()
    line = many.result.standings.line("ctcae-6.0")
    line.pin.setFocus()
    qtbot.waitUntil(line.pin.hasFocus)
    with qtbot.waitSignal(many.pin_toggled) as pinned:
        qtbot.keyClick(line.pin, Qt.Key.Key_Space)
    assert pinned.args == ["ctcae-6.0", True]
    assert line.pin.hasFocus()
    many.result.standings.fold.button.click()
    assert "CTCAE v6.0" in shown_texts(many)
    assert "CTCAE v5.0" not in shown_texts(many)
    many.type("anc", "50")
    assert line.isVisible()
    with qtbot.waitSignal(many.pin_toggled) as pinned:
        line.pin.click()
    assert pinned.args == ["ctcae-6.0", False]
    assert "CTCAE v6.0" not in shown_texts(many)


def test_schemes_pinned_before_are_in_sight_from_the_start(many: CalculatorPane) -> None:
    many.set_pinned(["daids-2.1", "one-that-is-gone"])
    fill_grading(many)
    assert "DAIDS 2.1" in shown_texts(many)
    assert "CTCAE" not in shown_texts(many)


def test_the_link_takes_the_colour_of_the_theme_that_comes(many: CalculatorPane, style) -> None:
    fill_grading(many)
    style.appearance = Appearance.DARK
    style.apply()
    many.restyle()
    picture = many.level_link.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert DARK.accent.text in colours
    assert LIGHT.accent.text not in colours


def test_the_interval_stands_in_numbers_below_the_bar(many: CalculatorPane) -> None:
    fill_grading(many)
    assert many.result.interval.text() == "95 % interval: 383 to 577 /µL"
    assert "383 to 577 /µL" in many.result.bar.accessibleDescription()
    assert many.result.interval.mapTo(many, QPoint()).y() > many.result.bar.mapTo(many, QPoint()).y()


def test_the_title_tells_a_screen_reader_of_the_new_calculator(many: CalculatorPane) -> None:
    title = interface(many.title)
    assert title.text(QAccessible.Text.Name) == "Absolute neutrophil count"
    many.choose_calculator("score")
    assert title.text(QAccessible.Text.Name) == "Score & class"


@pytest.mark.parametrize("calculator", ["score", "grading", "ways"])
def test_nothing_sticks_out_at_twice_the_text_size(many: CalculatorPane, style, qtbot, calculator: str) -> None:
    style.zoom = 200
    style.apply()
    many.restyle()
    fill_score(many)
    many.choose("tumour", "long")
    fill_grading(many)
    many.form().section("More").open()
    many.result.standings.fold.open()
    many.choose_calculator(calculator)
    many.resize(many.minimumSizeHint().width(), 700)
    qtbot.wait(20)
    assert many.width() <= 400
    for widget in (w for kind in (QLabel, QPushButton, QComboBox) for w in many.findChildren(kind) if w.isVisible()):
        assert widget.mapTo(many, widget.rect().topRight()).x() <= many.width(), widget
        if isinstance(widget, QPushButton):
            assert widget.width() >= widget.fontMetrics().horizontalAdvance(widget.text().replace("&", "")), widget


@pytest.mark.parametrize("zoom", [100, 200])
def test_the_end_of_an_address_is_not_cut_off_however_large_the_text(pane: CalculatorPane, style, zoom: int) -> None:
    style.zoom = zoom
    style.apply()
    pane.restyle()
    pane.resize(360, 900)
    pane.result.show_outcome(
        Outcome({}, "480 /µL", "", "", "", source="doi:10.1001/archinte.1988.00380120031007")
    )  # fmt: skip
    QApplication.processEvents()
    written = pane.result.source.text()
    words = written.removeprefix("Source: ").replace("\N{ZERO WIDTH SPACE}", "\n").split()
    room = pane.result.source.width()
    assert max(pane.result.source.fontMetrics().horizontalAdvance(word) for word in words) <= room
    assert ("\N{ZERO WIDTH SPACE}" in written) is (zoom == 200), "an address is copied as it is where it fits"
    assert pane.result.source.accessibleName() == "Source: doi:10.1001/archinte.1988.00380120031007"
