"""What the calculators say in Spanish: complete, with every number, unit and bound of the English, and nothing of it.

Nobody here can judge Spanish; what can be held against the English without knowing it, is.
"""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from spanish_cases import CASES, DAYS, REPORTS, ROWS, SERIES

from neutrogui.bundle import resources
from neutrogui.calculators import report, report_filling, series, series_text
from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.calculators.grading import CONVENTIONAL
from neutrogui.calculators.reading import Reading
from neutrogui.domain import calculator, language
from neutrogui.domain.calculator import Calculator, Outcome
from neutrogui.domain.number import Refusal, read_number
from neutrogui.domain.plot import Plotted
from neutrogui.domain.printable import PrintedResult, PrintedSeries
from neutrogui.domain.problem import Problems
from neutrogui.domain.quantity import is_count_text
from neutrogui.domain.report import Answer, Filling
from neutrogui.domain.series import Series
from neutrogui.handout import record, result_record, series_record

FILE = resources() / "i18n" / "es" / "calculators.ts"
CONTEXT = ElementTree.parse(FILE).getroot()
MESSAGES = {str(m.findtext("source")): str(m.findtext("translation")) for m in CONTEXT.iter("message")}

NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*")
UNIT = re.compile(r"/µL|×10[⁹³]/[µL]+|°C|°F|%|mg/dL|mmol/L|mmHg|\bmin\b|\bMB\b")
PLACE = re.compile(r"\{\w*\}")

ALIKE = {"Mucositis", "Neutropenia", "No", "no", "maybe", "guess", "none", "1.2 parsec"}
"""Texts that Spanish writes as English does, and what is typed in the cases."""

NAMES = re.compile(
    r"CTCAE [\d.]+|DAIDS 2.1|NCI-CTC 2|(IDSA|ESMO) \d+|NCCN|ECOG|MASCC|CISNE|\d|/µL|×10[⁹³]/[µL]+|%|°C|°F|min|mmHg"
    r"|m(g/dL|mol/L)|Boxer LA\. .*|(Hibbs|Dockree) et al\., .*|NeutroGUI .*|\{level\}: \{range\}"
)
"""Names of schemes, citations and units: they are told as they are, without a translation."""

CITED = re.compile(
    r"Hematology Am Soc Hematol Educ Program|Journal of Oncology|NCI Common Toxicity Criteria"
    r"|5-Minute Pediatric Consult|fpress\.it|springermedizin\.at|yes, no"
    r"|absolute neutrophil count, low|neutrophil count decreased|Impact of integrating Rumke statistics|Fred Hutch"
    r"|NHS Dumfries and Galloway|Clozapine red alert|newclozapinerems.com|Febrile neutropenia \(copia|Dockree et al\."
    r"|Vetter-Laracy et al\.|Mouzinho et al\.|CAP TODAY|“[^”]*”|\b(wbc|anc|bands|neutrophils|date|time|segmented)\b"
)
"""Titles of what is cited, words of a report, and the names of columns: they stay as they are."""

ENGLISH_WORDS = re.compile(
    r"\b(the|of|and|is|are|not|or|with|without|below|above|from|to|for|by|on|at|it|this|that|count|counts|cells?|white"
    r"|days?|weeks?|months?|grade|read|table|bands|neutrophils?|met|yes|report|number|type|choose|unit|risk|low|high"
    r"|interval|limits?|severe|mild|moderate|usual|adults?|children|source)\b",
    re.IGNORECASE,
)


WORD = re.compile(r"[a-z]{3}")


@pytest.fixture
def said() -> Iterator[set[str]]:
    """The texts that are said in Spanish in the test, which ends in English."""
    yield set()
    language.speak(None)


def speak_spanish(said: set[str]) -> None:
    """From now on say everything in Spanish, and add it to what was said."""

    def translated(text: str) -> str:
        said.add(text)
        return MESSAGES.get(text, text)

    language.speak(translated)


Told = tuple[Any, list[str]]
"""Something that was made, and every text of it for people."""


def in_both(make: Callable[[], Any], said: set[str]) -> tuple[Told, Told]:
    """The same made and told in English and in Spanish.

    Asserts that all that was said is known in Spanish or is a name, and that the English is as if no Spanish had been.
    """

    def told() -> Told:
        made = make()
        return made, list(texts_of(made))

    language.speak(None)
    of_england = told()
    speak_spanish(said)
    of_spain = told()
    language.speak(None)
    assert told() == of_england
    assert [text for text in said - MESSAGES.keys() if not NAMES.fullmatch(text)] == []
    return of_england, of_spain


def texts_of(made: Any) -> Iterator[str]:
    """Every text for people in a result, a refusal or a question, in one order."""
    if isinstance(made, str):
        yield made
    elif isinstance(made, Mapping):
        for key, part in made.items():
            if key not in ("kind", "style", "language", "paper", "dated"):
                yield from texts_of(part)
    elif isinstance(made, tuple | list):
        for part in made:
            yield from texts_of(part)
    elif isinstance(made, calculator.Grade):
        yield made.band.range_text
    elif isinstance(made, Filling):
        yield made.trouble
        yield from texts_of(made.questions)
    elif isinstance(made, Answer):
        yield made.label
    elif hasattr(made, "__dataclass_fields__"):
        for field in fields(made):
            if field.name not in KEYS:
                yield from texts_of(getattr(made, field.name))
        if isinstance(made, calculator.Finding):
            yield made.told


KEYS = {
    "values", "entry", "key", "code", "field", "scheme", "grade", "instead", "readings", "count_per_ul", "printed",
    "interval_per_ul", "met", "asks", "reported",
}  # fmt: skip
"""What is for programs, or is a text of the report."""


def shape_of(made: Any) -> Any:
    """What has to be the same in every language: codes, keys, numbers and answers, but no text for people."""
    match made:
        case Outcome():
            values = {key: value for key, value in made.values.items() if key not in ("action", "reason")}
            return (
                values, made.entry, made.count_per_ul, made.interval_per_ul, is_count_text(made.headline),
                is_count_text(made.also), [(c.code, c.field, c.asks, c.instead) for c in made.cautions],
                [(s.scheme, s.grade, bool(s.rule), bool(s.reason)) for s in made.standings],
                [(f.key, f.met, f.source == made.source) for f in made.findings], [g.band.key for g in made.grades],
            )  # fmt: skip
        case Problems():
            return [(problem.field, problem.code, problem.readings) for problem in made]
        case Filling():
            return (
                dict(made.typed), made.group, made.understood, bool(made.trouble),
                [(q.field, q.printed, [dict(answer.then.typed) for answer in q.answers]) for q in made.questions],
            )  # fmt: skip
        case _:
            return None


def as_in_english(spanish: str) -> str:
    """A Spanish text with its thousands apart as in English. A comma between them would be read as a decimal sign."""
    assert not re.search(r"(?<!\d)[1-9]\d{0,2}(?:,\d{3})+(?!\d)", spanish.replace("1,234", "")), spanish
    return re.sub(r"(?<=\d)\N{NO-BREAK SPACE}(?=\d{3}(?!\d))", ",", spanish)


def assert_said_alike(english: str, spanish: str) -> None:
    """The same numbers, units and end of sentence; and nothing of the English itself where there are words."""
    assert sorted(NUMBER.findall(english)) == sorted(NUMBER.findall(as_in_english(spanish))), (english, spanish)
    assert sorted(UNIT.findall(english)) == sorted(UNIT.findall(spanish)), (english, spanish)
    assert english.endswith("?") == spanish.endswith("?"), (english, spanish)
    assert english.endswith(".") == spanish.endswith("."), (english, spanish)
    assert english != spanish or english in ALIKE or not WORD.search(CITED.sub("", NAMES.sub("", english))), english
    left = ENGLISH_WORDS.findall(CITED.sub("", PLACE.sub("", spanish)))
    assert not left, (left, spanish)


def assert_same(told: tuple[Told, Told]) -> None:
    """The same in both languages, text by text."""
    (english, in_english), (spanish, in_spanish) = told
    assert shape_of(english) == shape_of(spanish)
    for one, other in zip(in_english, in_spanish, strict=True):
        assert_said_alike(one, other)


# The file


def test_every_text_is_translated_once() -> None:
    messages = list(CONTEXT.iter("message"))
    assert len(messages) == len(MESSAGES) > 600
    assert [context.findtext("name") or "" for context in CONTEXT.iter("context")] == [""]
    assert [m.findtext("source") for m in messages if not m.findtext("translation")] == []
    assert [m.findtext("source") for m in messages if m.find("translation").get("type") is not None] == []


@pytest.mark.parametrize("source", MESSAGES)
def test_a_translation_keeps_numbers_units_and_places(source: str) -> None:
    translation = MESSAGES[source]
    assert sorted(PLACE.findall(source)) == sorted(PLACE.findall(translation))
    assert source[:1].isspace() == translation[:1].isspace()
    assert not source[-1:].isspace()
    assert not translation[-1:].isspace()
    assert (source != translation) or source in ALIKE
    assert_said_alike(source, translation)


@pytest.mark.parametrize("source", [source for source in MESSAGES if source[:1].isalpha()])
def test_a_translation_begins_as_large_as_the_english(source: str) -> None:
    """But months, and where a name or a sign comes first."""
    translation = MESSAGES[source].lstrip("«¿")
    if source.startswith(("Duffy", *record.ENGLISH["dates"]["months"])) or not translation[0].isalpha():
        return
    assert source[0].isupper() == translation[0].isupper()


def test_what_is_quoted_is_said_in_the_same_words() -> None:
    quoting = {quoted: text for text in MESSAGES for quoted in re.findall("“([^”{]+)”", text) if quoted in MESSAGES}
    assert quoting.keys() == {"Usual limits by population", "Adult, limit 1,500 /µL"}
    for quoted, text in quoting.items():
        assert f"«{MESSAGES[quoted]}»" in MESSAGES[text]


LESS, MORE = re.compile(r"\b(below|under|fewer than|less than)\b"), re.compile(r"\b(above|over|more than)\b")
MENOS = re.compile(r"\b(menos|debajo|inferior(es)?|baj(e|en)( de| a)|menores|bajo)\b")
MAS = re.compile(r"\b(más|encima|arriba|superior(es)?)\b")


@pytest.mark.parametrize("source", [s for s in MESSAGES if re.search(r"\d|\{", s)])
def test_a_bound_keeps_its_side(source: str) -> None:
    """Less and more, at least and at most: each word of the English for a side has one in the Spanish."""
    translation = MESSAGES[source]
    assert not LESS.search(source) or MENOS.search(translation)
    assert not MORE.search(source) or MAS.search(translation)
    assert _count(r"or (more|higher)", source) == _count("o más", translation)
    assert _count(r"or (fewer|lower)", source) == _count("o menos", translation)
    assert ("both included" in source) == ("ambos incluidos" in translation)


def _count(words: str, text: str) -> int:
    return len(re.findall(rf"\b{words}\b", text))


# What is evaluated

_each = pytest.mark.parametrize(
    ("key", "typed"),
    [pytest.param(key, typed, id=f"{key}-{n}") for key, several in CASES.items() for n, typed in enumerate(several)],
)


@_each
def test_a_result_or_a_refusal_is_the_same_in_both(key: str, typed: Mapping[str, str], said: set[str]) -> None:
    found = CATALOGUE.get(key)
    assert found is not None
    assert_same(in_both(lambda: found.evaluate(typed), said))
    assert_same(in_both(lambda: calculator.answers(found.fields, typed), said))


@pytest.mark.parametrize("text", REPORTS, ids=range(len(REPORTS)))
def test_a_pasted_report_is_read_alike_and_asked_about_in_both(text: str, said: set[str]) -> None:
    assert_same(in_both(lambda: report_filling.fill_from_text(text), said))


def test_questions_about_a_report_stand_when_the_language_has_changed_in_between(said: set[str]) -> None:
    several = next(text for text in REPORTS if text.startswith("PID"))
    bands = next(text for text in REPORTS if text.startswith("ANC 480 /uL\nBands"))
    for text, why in ((several, report.SEVERAL_PATIENTS), (bands, report.BANDS_BESIDE_COUNT)):
        language.speak(None)
        reading = report.read_report(text)
        of_england = report_filling.fill(reading)
        speak_spanish(said)
        of_spain = report_filling.fill(reading)
        assert shape_of(of_england) == shape_of(of_spain)
        assert why in [question.why for question in of_england.questions]
        assert MESSAGES[why] in [question.why for question in of_spain.questions]


@pytest.mark.parametrize("text", ROWS, ids=range(len(ROWS)))
def test_rows_are_refused_in_spanish_at_the_same_places(text: str, said: set[str]) -> None:
    told = in_both(lambda: series_text.read_series(text), said)
    assert isinstance(told[0][0], Problems)
    assert_same(told)


def test_a_file_is_refused_in_both(said: set[str]) -> None:
    for data in (b"date\n\xff", b"a\n" * series_text.MOST_BYTES):
        assert_same(in_both(lambda data=data: series_text.decode(data), said))


TYPED = ("", "-3", "1,234", "x", "1234567890123", "0.5", "30")
ODD = (
    calculator.Field("open", "Segmented", lower=Decimal(1)),
    calculator.Field("upto", "Segmented", upper=Decimal(20)),
)
"""Fields that no calculator has, but a new one may."""


@pytest.mark.parametrize("typed", TYPED)
def test_a_number_is_refused_in_both(typed: str, said: set[str]) -> None:
    def read() -> list[str]:
        reading = Reading(ODD, {field.key: typed for field in ODD})
        for field in ODD:
            reading.number(field.key)
        alone = read_number(typed)
        refused = [alone.message] if isinstance(alone, Refusal) else []
        return [*refused, *(problem.message for problem in reading.problems or ())]

    told = in_both(read, said)
    assert told[0][0]
    assert_same(told)


def test_a_day_is_asked_for_in_both(said: set[str]) -> None:
    told = in_both(lambda: series_text.read_day(""), said)
    assert isinstance(told[0][0], Refusal)
    assert_same(told)


def _read(text: str) -> Series:
    read = series_text.read_series(text)
    assert isinstance(read, Series), read
    return read


@pytest.mark.parametrize("day_one", [None, *DAYS])
@pytest.mark.parametrize("text", SERIES, ids=range(len(SERIES)))
def test_what_counts_show_is_the_same_in_both(text: str, day_one: str | None, said: set[str]) -> None:
    start = None if day_one is None else date.fromisoformat(day_one)
    found = in_both(lambda: (series.findings(_read(text), start), series_text.cautions(_read(text))), said)
    assert_same(found)


# What is declared and printed


def declared(found: Calculator) -> Iterator[str]:
    """The texts of a declaration that a screen says."""
    yield from (found.title, found.formula, found.scope)
    for field in found.fields:
        yield from filter(None, (field.label, field.hint, field.section, field.unit))
        yield from (choice.label for choice in field.choices)
    yield from (group.label for group in found.groups)


@pytest.mark.parametrize("found", CATALOGUE.calculators, ids=lambda found: found.key)
def test_what_a_calculator_declares_is_known_in_both(found: Calculator) -> None:
    unknown = [text for text in declared(found) if text not in MESSAGES and not NAMES.fullmatch(text)]
    assert unknown == ["1 ×10⁹/L = 1 ×10³/µL = 1000 /µL"] * (found.key == "convert")


def test_bands_and_scales_are_known_in_both() -> None:
    assert {CONVENTIONAL.name, *(band.label for band in CONVENTIONAL.bands)} <= MESSAGES.keys()


ANC = {"wbc": "1,2", "wbc_unit": "10^9/L", "segmented": "35", "bands": "5", "cells_counted": "100"}


def test_a_printed_result_is_in_spanish_and_says_so(said: set[str]) -> None:
    def printed() -> Mapping[str, Any]:
        found = CATALOGUE.get("anc")
        assert found is not None
        result = found.evaluate(ANC)
        assert isinstance(result, Outcome)
        return result_record.document(PrintedResult(found, ANC, result, "2026-11-21"), resources()).data

    (english, _), (of_spain, _) = told = in_both(printed, said)
    assert (english["language"], of_spain["language"]) == ("en", "es")
    assert_same(told)
    assert of_spain["title"] == "Recuento absoluto de neutrófilos"
    assert of_spain["made"] == "Hecho el 21 de noviembre de 2026"


def test_printed_counts_are_in_both(said: set[str]) -> None:
    text = next(text for text in SERIES if "08:30" in text)

    def printed() -> Mapping[str, Any]:
        counts, start = _read(text), date(2026, 11, 1)
        plotted = Plotted(counts, CONVENTIONAL, series.nadir(counts.days), start, Decimal(1800))
        found, doubts = series.findings(counts, start), series_text.cautions(counts)
        return series_record.document(PrintedSeries(plotted, doubts, found, "2026-11-21"), resources()).data

    speak_spanish(said)
    made = printed()
    assert made["language"] == "es"
    assert made["title"] == "Recuentos seriados de neutrófilos"
    assert "4 recuentos del 1 de noviembre de 2026 al 20 de noviembre de 2026" in str(made["summary"])
    assert "Fecha" in str(made["sections"][-1])
    language.speak(None)
    assert printed()["language"] == "en"


# All of it


def test_every_sentence_is_reached_here(said: set[str]) -> None:
    """So that no sentence stands in the file whose numbers and words nothing above has compared."""
    speak_spanish(said)
    for key, several in CASES.items():
        found = CATALOGUE.get(key)
        assert found is not None
        said |= {*declared(found), found.source}
        for typed in several:
            found.evaluate(typed)
            calculator.answers(found.fields, typed)
    for text in REPORTS:
        report_filling.fill_from_text(text)
    for text in ROWS:
        series_text.read_series(text)
    for text in SERIES:
        for day_one in (None, *map(date.fromisoformat, DAYS)):
            series.findings(_read(text), day_one)
        series_text.cautions(_read(text))
    for data in (b"date\n\xff", b"a\n" * series_text.MOST_BYTES):
        series_text.decode(data)
    series_text.read_day("")
    for typed in TYPED:
        read_number(typed)
        reading = Reading(ODD, {field.key: typed for field in ODD})
        for field in ODD:
            reading.number(field.key)
    record.words()
    assert sorted(MESSAGES.keys() - said) == []
