"""How a report fills the form of the calculator `anc`, which asks for one way to the count at a time.

A report may give several ways, or something unclear. Then there is a question, and no result before its answer: a form
that holds but one part of what the report says would calculate from that part without a word.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from neutrogui.calculators.anc import FIELDS, AbsoluteNeutrophilCount
from neutrogui.calculators.report import BANDS_BESIDE_COUNT, DECIDED_ON, SEVERAL_PATIENTS, read_report
from neutrogui.calculators.report_findings import A_COUNT, REPORT_FIELD, UNIT_FIELDS, no_unit_with, told
from neutrogui.calculators.report_terms import COUNT_FIELDS, PERCENT
from neutrogui.domain.language import mark, say
from neutrogui.domain.number import Refusal, read_number
from neutrogui.domain.problem import Problems
from neutrogui.domain.quantity import COUNT_UNITS, unit_of
from neutrogui.domain.report import Answer, Filling, Question, ReportReading, Unclear

NO_COUNT = mark("There is no count of white cells or neutrophils in the pasted text.")

LEAVE_OUT = mark("Go on without it")

_PERCENTAGES = ("neutrophils", "segmented", "bands")
_COUNTS = ("anc", "segmented_count", "bands_count")
_FIELDS = {field.key: field for field in FIELDS}
_UNIT_LABELS = tuple(unit.label for unit in COUNT_UNITS)
_CONTRADICTION = ("conflict", "over-100")


def fill_from_text(text: str) -> Filling:
    """What a pasted text fills in; any text is taken."""
    return fill(read_report(text))


def fill(reading: ReportReading) -> Filling:
    """What a report fills in, and what is to be asked: what is unclear, and which of several ways is meant.

    A reading is offered as an answer only if it says number and unit, so that a choice never implies a unit, and none
    is of several patients. Any other one is shown as it stands in the report. After an answer that names a day no
    reading of another day is offered.
    """
    if not reading.typed and all(unclear.field == REPORT_FIELD for unclear in reading.unclear):
        return Filling({}, "", (), (), reading.unclear[0].why if reading.unclear else say(NO_COUNT))
    questions = [_question(reading, unclear) for unclear in reading.unclear]
    typed: dict[str, str] = dict(reading.typed)
    which: list[Question] = []
    if not any(unclear.field in (*_PERCENTAGES, *_COUNTS) for unclear in reading.unclear):
        typed, which = _one_way(reading)
    asked = [question.field for question in which]
    way = next((key for key in (*asked, *_COUNTS, "segmented", "bands") if key in typed), "neutrophils")
    return Filling(typed, _FIELDS[way].group, reading.understood, (*questions, *which))


def _question(reading: ReportReading, unclear: Unclear) -> Question:
    key, answers, printed = unclear.field, [], []
    if unclear.why == BANDS_BESIDE_COUNT:
        answers = _bands_beside_count(reading, unclear)
    else:
        for text in unclear.readings:
            filled = _filled(key, text)
            if filled is None or unclear.why == SEVERAL_PATIENTS:
                printed.append(told(text))
            else:
                answers.append(Answer(told(text), _of_one_day(_answered(reading, key, filled), text)))
    without = _changed(reading, drop=(key,), settled=(key,))
    why = say(unclear.why) if unclear.why in DECIDED_ON else unclear.why
    return Question(key, why, (*answers, Answer(say(LEAVE_OUT), without)), tuple(printed))


def _bands_beside_count(reading: ReportReading, unclear: Unclear) -> list[Answer]:
    """Whether the bands come on top can only be answered where they are a count, too."""
    typed = reading.typed
    within = {key: typed[key] for key in ("anc", "anc_unit")}
    answers = [Answer(_yes_all(unclear.readings[0]), _answered(reading, "anc", within))]
    if "bands_count" in typed:
        beside = {
            "segmented_count": typed["anc"], "bands_count": typed["bands_count"], "anc_unit": typed["anc_unit"]
        }  # fmt: skip
        label = _no_on_top(f"{unclear.readings[0]} + {_listed(typed, ['bands_count'])}")
        answers.append(Answer(label, _answered(reading, "anc", beside)))
    return answers


def _yes_all(total: str) -> str:
    return say("Yes, {total} is all of them").format(total=total)


def _no_on_top(sum_: str) -> str:
    return say("No, they come on top: {sum}").format(sum=sum_)


def _of_one_day(reading: ReportReading, chosen: str) -> ReportReading:
    """Without what was read of another day than the reading that was chosen."""
    day = _day(chosen)
    if not day:
        return reading
    unclear = tuple(
        replace(each, readings=tuple(text for text in each.readings if _day(text) in ("", day)))
        for each in reading.unclear
    )
    return replace(reading, unclear=unclear)


def _day(text: str) -> str:
    """The day behind a reading, as it is printed with its bracket; empty if there is none."""
    *_, last = text.split(" (")
    return last if last.endswith(")") and f"({last}" != A_COUNT else ""


def _filled(key: str, text: str) -> dict[str, str] | None:
    """The texts of the fields that a reading stands for, or None if it doesn't say number and unit."""
    if key in UNIT_FIELDS.values():
        unit = unit_of(text)
        return None if unit is None else {key: unit.key}
    number, _, rest = text.partition(" ")
    if key not in _FIELDS or isinstance(read_number(number), Refusal):
        return None
    if rest == A_COUNT:
        return {COUNT_FIELDS[key]: number} if key in COUNT_FIELDS else None
    # Behind the unit stands the day, or where the number was computed from.
    spelling = rest.partition(" (")[0].partition(" from ")[0]
    if spelling == PERCENT and _FIELDS[key].unit:
        return {key: number}
    # A coded result that is in doubt is told in its own spelling; only what was understood has the label of a unit.
    unit = unit_of(spelling) if _FIELDS[key].unit_field and spelling in _UNIT_LABELS else None
    return None if unit is None else {key: number, UNIT_FIELDS[key]: unit.key}


def _answered(reading: ReportReading, key: str, filled: dict[str, str]) -> ReportReading:
    drop: tuple[str, ...] = (key,)
    if key == "anc" and "anc" in reading.typed:
        # The count is unclear because it and the others contradict each other: what was chosen stands for them all.
        drop = (*_PERCENTAGES, *_COUNTS)
    changed = _changed(reading, drop=drop, add=filled, settled=(key, *filled))
    for field, number in filled.items():
        unit_key = UNIT_FIELDS.get(field)
        if unit_key is None or unit_key in filled:
            continue
        unclear = tuple(each for each in changed.unclear if each.field != unit_key)
        # Counts whose unit is printed go out with it: the one that is chosen for this number need not be theirs.
        apart = {each for each in _COUNTS if each != field} if unit_key in changed.typed else set()
        typed = {each: text for each, text in changed.typed.items() if each not in {unit_key, *apart}}
        changed = ReportReading(
            typed, changed.understood, (*unclear, Unclear(unit_key, _UNIT_LABELS, no_unit_with(number)))
        )
    return changed


def _changed(
    reading: ReportReading, drop: Iterable[str], add: Mapping[str, str] | None = None, settled: Iterable[str] = ()
) -> ReportReading:
    """A reading without some texts and with others, and without what is settled; no unit stays without its number."""
    dropped, done = set(drop), set(settled)
    typed = {key: text for key, text in reading.typed.items() if key not in dropped} | dict(add or {})
    counted = {UNIT_FIELDS.get(key) for key in typed}
    typed = {key: text for key, text in typed.items() if key in counted or key not in UNIT_FIELDS.values()}
    return ReportReading(
        typed, reading.understood, tuple(unclear for unclear in reading.unclear if unclear.field not in done)
    )


def _one_way(reading: ReportReading) -> tuple[dict[str, str], list[Question]]:
    """The texts of one way to the count, and the question which one where the report doesn't settle it."""
    typed = dict(reading.typed)
    counts = [key for key in _COUNTS if key in typed]
    percentages = [key for key in _PERCENTAGES if key in typed]
    if counts and percentages:
        answers = (
            Answer(_alone(typed, counts), _changed(reading, drop=_PERCENTAGES)),
            Answer(_alone(typed, percentages), _changed(reading, drop=_COUNTS)),
        )
        why = say("The report gives counts and percentages. From which shall it be calculated?")
        return typed, [Question(counts[0], why, answers)]
    if percentages == ["neutrophils", "bands"]:
        return _total_and_bands(reading)
    if "neutrophils" in percentages and "segmented" in percentages:
        return _total_and_segmented(reading)
    return typed, []


def _total_and_bands(reading: ReportReading) -> tuple[dict[str, str], list[Question]]:
    typed = dict(reading.typed)
    total, bands = typed["neutrophils"], typed["bands"]
    if not Decimal(bands):
        return dict(_changed(reading, drop=("bands",)).typed), []
    beside = _changed(reading, drop=("neutrophils",), add={"segmented": total})
    answers = [Answer(_no_on_top(f"{total} % + {bands} %"), beside)]
    if Decimal(bands) <= Decimal(total):
        within = _changed(reading, drop=("bands",), add={"bands_included": "yes"})
        answers.insert(0, Answer(_yes_all(f"{total} %"), within))
    why = say(
        "An analyser’s total has the bands in it, another report may list them apart. "
        "Does the total of {total} % include the bands of {bands} %?"
    ).format(total=total, bands=bands)
    return typed, [Question("neutrophils", why, tuple(answers))]


def _total_and_segmented(reading: ReportReading) -> tuple[dict[str, str], list[Question]]:
    typed = dict(reading.typed)
    apart = _changed(reading, drop=("neutrophils",))
    result = AbsoluteNeutrophilCount().evaluate(typed)
    if not (isinstance(result, Problems) and any(problem.code in _CONTRADICTION for problem in result)):
        return dict(apart.typed), []
    parts = [key for key in ("segmented", "bands") if key in typed]
    answers = (
        Answer(_listed(typed, ["neutrophils"]), _changed(reading, drop=("segmented", "bands"))),
        Answer(_listed(typed, parts), apart),
    )
    why = say("The total is not that of segmented and bands in the report. From which shall it be calculated?")
    return typed, [Question("neutrophils", why, answers)]


def _listed(typed: Mapping[str, str], keys: Iterable[str]) -> str:
    parts = []
    for key in keys:
        unit = unit_of(typed.get(UNIT_FIELDS.get(key, ""), ""))
        shown = unit.label if unit else _FIELDS[key].unit
        parts.append(f"{say(_FIELDS[key].label)} {typed[key]} {shown}".strip())
    return ", ".join(parts)


def _alone(typed: Mapping[str, str], keys: Iterable[str]) -> str:
    return say("{values} alone").format(values=_listed(typed, keys))
