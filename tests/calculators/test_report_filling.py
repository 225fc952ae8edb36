"""How a report fills the form, and that no result can come from a part of what it says without a word."""

from collections.abc import Iterator

import pytest
from evaluating import is_sentence
from test_report_reading import READ, UNCLEAR, message

from neutrogui.calculators.anc import FIELDS, AbsoluteNeutrophilCount
from neutrogui.calculators.report import BANDS_BESIDE_COUNT, read_report
from neutrogui.calculators.report_filling import LEAVE_OUT, NO_COUNT, fill, fill_from_text
from neutrogui.domain.calculator import Outcome
from neutrogui.domain.report import Filling, Question

K = "10^3/uL"
GROUPS = {field.key: field.group for field in FIELDS}
REPORTS = {name: text for name, (text, *_) in (READ | UNCLEAR).items()}


def asked(filling: Filling) -> dict[str, list[str]]:
    return {question.field: [answer.label for answer in question.answers] for question in filling.questions}


def answered(filling: Filling, field: str, label: str) -> Filling:
    question = next(question for question in filling.questions if question.field == field)
    return fill(next(answer for answer in question.answers if answer.label == label).then)


def settled(filling: Filling) -> Iterator[Filling]:
    """What every row of answers leads to; every question on the way is one."""
    for question in filling.questions:
        assert question.field in GROUPS
        assert is_sentence(question.why)
        assert all(answer.label.strip() for answer in question.answers)
    if not filling.questions:
        yield filling
    else:
        for answer in filling.questions[0].answers:
            yield from settled(fill(answer.then))


SEVERAL_WAYS = {
    "a total beside bands": "WBC 2.1 K/uL\nNeut% 38 %\nBands 5 %",
    "a total that is not its parts": "WBC 2.1 K/uL\nNeut% 48 %\nSegs 33 %\nBands 5 %",
    "counts of parts beside a percentage": "WBC 2.1 K/uL\nNeut% 38 %\nSegs abs 693 /uL\nBands abs 105 /uL",
    "two numbers without a unit": "Neutrophils 380\nLymphocytes 50",
    "two days and a number without a unit": "WBC 2.1 K/uL 11/01/2026\nWBC 2.4 K/uL 11/08/2026\nNeutrophils 38",
}


@pytest.mark.parametrize(
    "text", [*REPORTS.values(), *SEVERAL_WAYS.values()], ids=[*REPORTS.keys(), *SEVERAL_WAYS.keys()]
)
def test_when_nothing_is_asked_any_more_all_that_is_filled_in_is_in_use(text: str) -> None:
    ways = list(settled(fill_from_text(text)))
    assert ways
    for filling in ways:
        assert {GROUPS[key] for key in filling.typed} <= {"", filling.group}


@pytest.mark.parametrize("text", [text for text, _ in READ.values()], ids=READ.keys())
def test_a_plain_report_gives_in_the_form_what_it_gives_on_the_command_line(text: str) -> None:
    reading, filling = read_report(text), fill_from_text(text)
    whole = AbsoluteNeutrophilCount().evaluate(reading.typed)
    if isinstance(whole, Outcome):
        assert filling.questions == ()
        shown = AbsoluteNeutrophilCount().evaluate(filling.typed)
        assert isinstance(shown, Outcome)
        assert shown.count_per_ul == whole.count_per_ul
    else:
        assert filling.questions or {problem.code for problem in whole} == {"missing"}


@pytest.mark.parametrize(("text", "unclear"), [each[:2] for each in UNCLEAR.values()], ids=UNCLEAR.keys())
def test_everything_unclear_is_asked_or_told(text: str, unclear: dict[str, tuple[str, ...]]) -> None:
    filling = fill_from_text(text)
    if filling.trouble:
        assert set(unclear) == {"report"}
        return
    for question in filling.questions:
        offered = {answer.label for answer in question.answers} - {LEAVE_OUT}
        if question.why == BANDS_BESIDE_COUNT:
            continue
        assert offered | set(question.printed) == set(unclear[question.field])


@pytest.mark.parametrize("text", [each[0] for each in UNCLEAR.values()], ids=UNCLEAR.keys())
def test_an_answer_never_implies_a_unit(text: str) -> None:
    units = ("%", "/µL", "×10³/µL", "×10⁹/L", "(a count)")
    for question in fill_from_text(text).questions:
        for answer in question.answers:
            assert answer.label == LEAVE_OUT or any(unit in answer.label for unit in units)


def test_a_total_beside_bands_is_asked_about_and_both_answers_can_be_calculated() -> None:
    filling = fill_from_text("WBC 2.1 K/uL\nNeut% 38 %\nBands 5 %")
    (question,) = filling.questions
    assert question.field == "neutrophils"
    within, beside = (fill(answer.then) for answer in question.answers)
    assert dict(within.typed) == {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38", "bands_included": "yes"}
    assert dict(beside.typed) == {"wbc": "2.1", "wbc_unit": K, "segmented": "38", "bands": "5"}
    assert (within.group, beside.group) == ("total", "differential")


@pytest.mark.parametrize("bands", ["5", "5.0"])
def test_all_neutrophils_may_be_bands(bands: str) -> None:
    filling = fill_from_text(f"WBC 2.1 K/uL\nNeut% 5 %\nBands {bands} %")
    assert asked(filling) == {"neutrophils": ["Yes, 5 % is all of them", f"No, they come on top: 5 % + {bands} %"]}
    assert f"Does the total of 5 % include the bands of {bands} %?" in filling.questions[0].why


def test_bands_that_are_more_than_the_total_can_only_come_on_top() -> None:
    (question,) = fill_from_text("WBC 2.1 K/uL\nNeut% 5 %\nBands 38 %").questions
    assert [answer.label for answer in question.answers] == ["No, they come on top: 5 % + 38 %"]


def test_bands_of_zero_are_no_question() -> None:
    filling = fill_from_text("WBC 2.1 K/uL\nNeut% 38 %\nBands 0 %")
    assert filling.questions == ()
    assert dict(filling.typed) == {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38"}


def test_a_total_that_is_segmented_and_bands_together_is_not_filled_in_beside_them() -> None:
    filling = fill_from_text("WBC 2.1 K/uL\nNeut% 38 %\nSegs 33 %\nBands 5 %")
    assert filling.questions == ()
    assert (filling.group, filling.typed.get("neutrophils")) == ("differential", None)


def test_a_total_that_is_not_segmented_and_bands_together_is_a_question() -> None:
    filling = fill_from_text("WBC 2.1 K/uL\nNeut% 48 %\nSegs 33 %\nBands 5 %")
    assert asked(filling) == {"neutrophils": ["Neutrophils 48 %", "Segmented 33 %, Bands 5 %"]}
    total, parts = (fill(answer.then) for answer in filling.questions[0].answers)
    assert dict(total.typed) == {"wbc": "2.1", "wbc_unit": K, "neutrophils": "48"}
    assert dict(parts.typed) == {"wbc": "2.1", "wbc_unit": K, "segmented": "33", "bands": "5"}


def test_the_count_that_is_chosen_stands_for_everything_that_contradicts_it() -> None:
    filling = fill_from_text("WBC 2.1 K/uL\nNeut% 38 %\nANC 1.5 K/uL")
    printed = answered(filling, "anc", "1.5 ×10³/µL")
    computed = answered(filling, "anc", "0.798 ×10³/µL from the percentages")
    assert dict(printed.typed) == {"wbc": "2.1", "wbc_unit": K, "anc": "1.5", "anc_unit": K}
    assert dict(computed.typed) == {"wbc": "2.1", "wbc_unit": K, "anc": "0.798", "anc_unit": K}
    without = answered(filling, "anc", LEAVE_OUT)
    assert (without.group, without.typed["neutrophils"], without.typed.get("anc")) == ("total", "38", None)


def test_bands_beside_a_count_come_on_top_or_are_in_it() -> None:
    filling = fill_from_text("ANC 798 cells/uL\nAbsolute Band Neutrophils 105 cells/uL")
    within, beside = (fill(answer.then) for answer in filling.questions[0].answers[:2])
    assert dict(within.typed) == {"anc": "798", "anc_unit": "/uL"}
    assert dict(beside.typed) == {"segmented_count": "798", "bands_count": "105", "anc_unit": "/uL"}
    assert AbsoluteNeutrophilCount().evaluate(beside.typed).count_per_ul == 903


def test_a_count_beside_bands_in_percent_can_only_include_them() -> None:
    filling = fill_from_text("ANC 0.8 K/uL\nBands 5 %")
    assert asked(filling) == {"anc": ["Yes, 0.8 ×10³/µL is all of them", LEAVE_OUT]}


def test_no_count_is_made_of_two_days() -> None:
    filling = fill_from_text("WBC 2.1 K/uL 11/01/2026\nWBC 2.4 K/uL 11/08/2026\nNeut% 38 % 11/08/2026")
    first = answered(filling, "wbc", "2.1 ×10³/µL (11/01/2026)")
    assert asked(first) == {"neutrophils": [LEAVE_OUT]}
    second = answered(filling, "wbc", "2.4 ×10³/µL (11/08/2026)")
    assert asked(second) == {"neutrophils": ["38 % (11/08/2026)", LEAVE_OUT]}


def test_an_answer_that_names_no_day_leaves_every_day_open() -> None:
    wbc = ["2.1 ×10³/µL (11/01/2026)", "2.4 ×10³/µL (11/08/2026)", LEAVE_OUT]
    filling = fill_from_text("WBC 2.1 K/uL 11/01/2026\nWBC 2.4 K/uL 11/08/2026\nNeut% 38 %")
    assert asked(answered(filling, "neutrophils", "38 %")) == {"wbc": wbc}
    assert asked(answered(filling, "wbc", wbc[0])) == {"neutrophils": ["38 %", LEAVE_OUT]}
    filling = fill_from_text("WBC 2.1 K/uL 11/01/2026\nWBC 2.4 K/uL 11/08/2026\nNeutrophils 38")
    assert asked(answered(filling, "neutrophils", "38 (a count)"))["wbc"] == wbc


def test_what_was_read_stays_in_sight_whatever_is_answered() -> None:
    filling = fill_from_text("WBC 2.1 K/uL\nNeut% 38 %\nANC 1.5 K/uL")
    assert [each.field for each in filling.understood] == ["wbc", "neutrophils", "anc"]
    assert answered(filling, "anc", LEAVE_OUT).understood == filling.understood
    filling = fill_from_text("WBC 2.1 K/uL\nNeutrophils 38")
    assert [each.field for each in filling.understood] == ["wbc"]
    assert answered(filling, "neutrophils", "38 (a count)").understood == filling.understood


@pytest.mark.parametrize("name", ["HL7, two patients", "FHIR, two patients"])
def test_values_of_several_patients_are_shown_and_not_offered(name: str) -> None:
    filling = fill_from_text(UNCLEAR[name][0])
    assert filling.questions
    assert all(answer.label == LEAVE_OUT for question in filling.questions for answer in question.answers)


@pytest.mark.parametrize("name", ["FHIR, a bound", "FHIR, two units", "FHIR, another specimen", "HL7, preliminary"])
def test_a_coded_result_that_is_in_doubt_is_shown_and_not_offered(name: str) -> None:
    (question,) = fill_from_text(UNCLEAR[name][0]).questions
    assert question.printed == UNCLEAR[name][1][question.field]


def test_counts_of_parts_beside_a_percentage_are_a_question() -> None:
    filling = fill_from_text("WBC 2.1 K/uL\nNeut% 38 %\nSegs abs 693 /uL\nBands abs 105 /uL")
    (labels,) = asked(filling).values()
    assert labels == ["Segmented (count) 693 /µL, Bands (count) 105 /µL alone", "Neutrophils 38 % alone"]


def test_a_number_without_a_unit_that_is_a_count_asks_for_its_unit() -> None:
    filling = answered(fill_from_text("Neutrophils 380"), "neutrophils", "380 (a count)")
    assert asked(filling) == {"anc_unit": ["×10⁹/L", "×10³/µL", "/µL", LEAVE_OUT]}
    assert "no unit with 380." in filling.questions[0].why
    assert dict(answered(filling, "anc_unit", "/µL").typed) == {"anc": "380", "anc_unit": "/uL"}


def test_an_answer_settles_no_other_question() -> None:
    filling = fill_from_text("Neutrophils 380\nLymphocytes 50")
    assert list(asked(answered(filling, "neutrophils", "380 (a count)"))) == ["lymphocytes", "anc_unit"]


def test_a_count_that_is_not_asked_for_is_only_shown() -> None:
    question = fill_from_text("WBC 2.1 K/uL\nNeut% 38 %\nLymphocytes 50").questions[0]
    assert (question.field, question.printed) == ("lymphocytes", ("50 (a count)",))
    assert [answer.label for answer in question.answers] == ["50 %", LEAVE_OUT]


def test_a_bound_is_only_shown() -> None:
    (question,) = fill_from_text(message("OBX|1|NM|770-8^Neutrophils^LN||<38|%|||||F")).questions
    assert question.field == "neutrophils"
    assert question.printed == ("<38 %",)
    assert [answer.label for answer in question.answers] == [LEAVE_OUT]


def test_what_can_not_be_taken_as_it_stands_is_only_shown() -> None:
    filling = fill_from_text("WBC 2.1 K/uL\nNeutrophils 3O %")
    why = filling.questions[0].why
    assert filling.questions == (Question("neutrophils", why, filling.questions[0].answers, ("3O",)),)
    assert asked(filling) == {"neutrophils": [LEAVE_OUT]}


@pytest.mark.parametrize("text", ["", "Hello", "{}", "RBC 4.5 10^12/L"])
def test_a_text_without_a_blood_count_gives_a_sentence(text: str) -> None:
    assert fill_from_text(text) == Filling({}, "", (), (), NO_COUNT)


def test_a_text_that_is_too_long_gives_the_reason() -> None:
    assert "1 MB" in fill_from_text("WBC 2.1 K/uL" + " " * 1_000_000).trouble


@pytest.mark.parametrize(
    ("text", "key", "value", "unit"),
    [
        ("Neut # 0.0\nBands 0.7 10^9/L", "bands_count", "0.7", "10^9/L"),
        ("Bands 0.7 10^9/L\nNeut # 0.0", "bands_count", "0.7", "10^9/L"),
        ("Segs 1200 /uL\nBands # 0.1", "segmented_count", "1200", "/uL"),
        ("ANC 1.3 10^9/L\nBands # 100", "anc", "1.3", "10^9/L"),
    ],
)
def test_a_unit_that_is_chosen_for_one_count_is_never_taken_for_another(text, key, value, unit) -> None:
    fillings, ahead = [], [fill_from_text(text)]
    while ahead:
        fillings.append(ahead.pop())
        ahead += [fill(answer.then) for question in fillings[-1].questions for answer in question.answers]
    assert any(filling.typed.get(key) == value for filling in fillings)
    for filling in fillings:
        if key in filling.typed:
            assert (filling.typed[key], filling.typed.get("anc_unit")) == (value, unit)
        assert [question for question in filling.questions if question.field == "anc_unit"] == []


def test_counts_without_any_unit_are_asked_for_the_one_they_share() -> None:
    filling = fill_from_text("Segs # 1.2\nBands # 0.1")
    assert "anc_unit" not in filling.typed
    (question,) = [question for question in filling.questions if question.field == "anc_unit"]
    per_litre = next(answer for answer in question.answers if answer.label == "×10⁹/L")
    assert fill(per_litre.then).typed == {"segmented_count": "1.2", "bands_count": "0.1", "anc_unit": "10^9/L"}
