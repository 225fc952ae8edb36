"""A printed result of a calculator, read back from its PDF."""

from collections.abc import Mapping
from io import BytesIO

import pikepdf
import pytest
from pdf_reading import plain_text, structure

from neutrogui.bundle import resources
from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.domain.calculator import Outcome
from neutrogui.domain.handout import Paper
from neutrogui.domain.printable import PrintedResult
from neutrogui.handout import result_record, typesetting

FILLED_IN: dict[str, dict[str, str]] = {
    "anc": {
        "wbc": "1,2", "wbc_unit": "10^9/L", "segmented": "35", "bands": "5", "cells_counted": "100",
    },
    "mascc": {
        "burden": "moderate", "systolic": "120", "copd": "no", "tumour": "solid", "previous_fungal_infection": "no",
        "dehydration": "no", "setting": "outpatient", "age": "50",
    },
    "febrile": {
        "definition": "idsa-2010", "temperature": "38.3", "temperature_unit": "C", "sustained_minutes": "0",
        "anc": "400", "anc_unit": "/uL", "expected_below_500": "no",
    },
}  # fmt: skip


def outcome(key: str) -> Outcome:
    result = CATALOGUE.get(key).evaluate(FILLED_IN[key])
    assert isinstance(result, Outcome), result
    return result


def pdf(key: str, paper: Paper = Paper.A4, typed: Mapping[str, str] | None = None) -> bytes:
    typed = typed or FILLED_IN[key]
    printed = PrintedResult(CATALOGUE.get(key), typed, outcome(key), "2026-11-21", paper)
    return typesetting.pdf(result_record.document(printed, resources()))


@pytest.mark.parametrize("paper", Paper)
def test_a_count_is_printed_with_all_that_led_to_it(paper: Paper):
    text = plain_text(pdf("anc", paper))
    order = [
        "Name:", "Made on 21 November 2026", "Absolute neutrophil count", "0.48 ×10⁹/L = 480 /µL",
        "White cells (WBC): 1,2 ×10⁹/L", "Segmented: 35 %", "Bands: 5 %", "Cells counted by hand: 100 cells",
        "the 95 % interval of", "Conventional severity: Severe (100 to below 500 /µL)", "CTCAE 4.03",
        "Without the age in days there is no grade.", "1.2 × (35 + 5) / 100 = 0.48 ×10⁹/L = 480 /µL", "Formula: ANC =",
        "For whom it is not valid", "Source", "CAP TODAY", "it does not replace clinical judgement",
        "Not yet reviewed by a clinician.",
    ]  # fmt: skip
    place = 0
    for words in order:
        assert words in text[place:], (words, text[place:])
        place = text.index(words, place) + len(words)
    assert "Lymphocytes" not in text, "what was left empty is not printed"


def test_every_standing_with_its_bounds_or_the_reason_why_there_is_none():
    text = plain_text(pdf("anc"))
    for standing in outcome("anc").standings:
        assert standing.name in text
        assert (standing.rule if standing.grade is not None else standing.reason) in text


def test_the_picture_is_told_in_words():
    (figure,) = structure(pdf("anc")).all("Figure")
    assert "The count, 0.48 ×10⁹/L, is in the part called severe." in figure.alternative
    assert "Its 95 % interval goes from" in figure.alternative


def test_a_worksheet_is_printed_with_every_answer_and_every_item():
    text = plain_text(pdf("mascc"))
    for words in ("Burden of illness: Moderate", "Age: 50 years", "24 of 26 points", "solid tumour"):
        assert words.casefold() in text.casefold(), words
    for finding in outcome("mascc").findings:
        assert f"{finding.name}: {finding.result}" in text


def test_whether_a_definition_is_met_is_said_in_words():
    text = plain_text(pdf("febrile"))
    for finding in outcome("febrile").findings:
        assert finding.met is None or f"{finding.name}: {finding.told}" in text
    assert len([finding for finding in outcome("febrile").findings if finding.met is not None]) > 3


@pytest.mark.parametrize("key", FILLED_IN)
def test_headings_and_tables_are_tagged(key: str):
    whole = structure(pdf(key))
    assert [heading.text.strip() for heading in whole.all("H1")] == [CATALOGUE.get(key).title]
    headings = [heading.text.strip() for heading in whole.all("H2")]
    assert headings[:2] == ["What was filled in", "Result"]
    assert headings[-1] == "Source"
    with pikepdf.open(BytesIO(pdf(key))) as document:
        assert str(document.Root.Lang) == "en"


def test_typed_text_is_never_markup():
    hostile = FILLED_IN["anc"] | {"wbc": '#panic("x") *1.2* $y$'}
    assert '#panic("x") *1.2* $y$' in plain_text(pdf("anc", typed=hostile))


def test_the_same_result_on_the_same_day_is_the_same_file():
    assert pdf("anc") == pdf("anc")
