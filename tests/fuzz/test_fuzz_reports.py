"""Whatever is pasted: what is filled in stands in the text, as a number that nobody would read otherwise."""

import json
import re
from decimal import Decimal

from fuzzing import at_once, examples
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.calculators.report import read_report
from neutrogui.calculators.report_filling import fill, fill_from_text
from neutrogui.domain.quantity import unit_of
from neutrogui.domain.report import Filling

NAMES = [
    "WBC",
    "Leukozyten",
    "Neutrophils",
    "Neut%",
    "Neut #",
    "ANC",
    "Segs",
    "Bands",
    "NRBC",
    "Lymphocytes",
    "Hgb",
    "Plt",
]
UNITS = ["10^9/L", "×10⁹/L", "K/uL", "/µL", "/uL", "cells/mm3", "%", "g/dL", "", "10^3/uL", "G/l", "10^12/L", "fL"]
SIGNS = [
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    ": ",
    "|",
    "; ",
    ", ",
    " (",
    ") ",
    "<",
    ">",
    "*",
    "H ",
    "L ",
    "-",
    "–",
    "~",
    "\u00a0",
]
RANGES = [
    "4.0-11.0",
    "(1.5 - 7.5)",
    "[0.0–5.0]",
    "< 5",
    "not done",
    "see comment",
    "2026-11-02",
    "11/02/2026 08:00",
    "urine",
]
NUMBERS = st.one_of(
    st.decimals(0, 400, places=1).map(str),
    st.decimals(0, 30, places=2).map(str),
    st.integers(0, 20000).map(str),
    st.decimals(0, 30, places=1).map(lambda d: str(d).replace(".", ",")),
    st.sampled_from(["1,234", "1.234", "1.2.3", "1 200", "O.5", "l2", "1e3", "-3", "++", "0", "00", "1٫2", "１２"]),
)
WORDS = st.one_of(
    st.sampled_from(NAMES), st.sampled_from(UNITS), st.sampled_from(SIGNS), st.sampled_from(RANGES), NUMBERS
)
PRINTED = st.lists(WORDS, max_size=40).map("".join)
ROWS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(SIGNS), NUMBERS, st.sampled_from([" ", "\t", ""]),
              st.sampled_from(UNITS), st.sampled_from(["", " H", " L*"]), st.sampled_from(["\n", "\r\n", ", ", "  "]))
    .map("".join),
    max_size=8,
).map("".join)  # fmt: skip
HL7 = st.lists(
    st.tuples(
        st.sampled_from(["6690-2", "751-8", "770-8", "26499-4", "764-1", "26507-4", "x", ""]),
        NUMBERS, st.sampled_from(UNITS), st.sampled_from(["NM", "ST", "SN", "TX", ""]), st.sampled_from("FPCDX"),
    ).map(lambda each: f"OBX|1|{each[3]}|{each[0]}^name^LN||{each[1]}|{each[2]}|4-11|L|||{each[4]}"),
    max_size=6,
).map("\r".join)  # fmt: skip
KEYS = [
    "resourceType", "code", "coding", "system", "value", "unit", "valueQuantity", "component", "entry", "resource",
    "status", "contained", "comparator",
]  # fmt: skip
LEAVES = [*NAMES, "6690-2", "http://loinc.org", "final", "%", "Observation", "Bundle"]
BUNDLES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.sampled_from(LEAVES),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=20,
).map(lambda inner: json.dumps({"resourceType": "Bundle", "entry": inner}))
TEXTS = PRINTED | ROWS | HL7 | BUNDLES | st.text(max_size=300)

_NUMBER_IN_TEXT = re.compile(r"[0-9]+(?:[.,][0-9]+)*", re.ASCII)


def stands_in(value: str, words: str, *, answered: bool = False) -> bool:
    """Whether a number in the words, a whole one and not the piece of a longer one, has this value.

    A mark before three digits divides thousands only when a person has answered so.
    """
    readings = set()
    for printed in _NUMBER_IN_TEXT.findall(words):
        if len(re.findall("[.,]", printed)) <= 1:
            readings.add(Decimal(printed.replace(",", ".")))
        if answered:
            readings.add(Decimal(re.sub("[.,]", "", printed)))
    return Decimal(value.replace(",", ".")) in readings


@examples(180)
@given(TEXTS)
def test_what_is_understood_stands_in_the_text_as_a_whole_number(text: str) -> None:
    with at_once():
        reading = read_report(text)
    for each in reading.understood:
        assert stands_in(each.value, each.words)
        assert stands_in(each.value, text)
        assert not each.unit or each.unit == "%" or unit_of(each.unit) is not None
    for key, value in reading.typed.items():
        if key.endswith("_unit"):
            assert unit_of(value) is not None
        else:
            assert Decimal(value) >= 0
            assert stands_in(value, text)
    for each in reading.unclear:
        assert each.why


def walk(filling: Filling, text: str, left: int) -> None:
    """Every answer to the questions, a few steps deep: nothing else may come out than what stands in the text."""
    assert filling.trouble or filling.typed or filling.questions
    for key, value in filling.typed.items():
        if key not in ("bands_included",) and not key.endswith("_unit"):
            assert stands_in(value, text, answered=True)
    for question in filling.questions[: left and 2]:
        assert question.answers
        for answer in question.answers:
            walk(fill(answer.then), text, left - 1)


@examples(90)
@given(TEXTS)
def test_every_answer_leads_on_and_fills_in_nothing_that_was_not_printed(text: str) -> None:
    with at_once():
        filling = fill_from_text(text)
    walk(filling, text, 3)


@examples(72)
@given(
    st.decimals("0.1", 300, places=1),
    st.sampled_from(["10^9/L", "×10⁹/L", "K/uL", "10^3/uL"]),
    st.integers(0, 100),
    st.lists(st.sampled_from(["Hgb 9.2 g/dL", "Plt 35 K/uL", "MCV 88 fL", "RBC 3.10 10^12/L"]), max_size=3),
    st.booleans(),
)
def test_a_plain_report_is_read_whole(wbc: Decimal, unit: str, percent: int, others: list[str], comma: bool) -> None:
    printed = str(wbc).replace(".", ",") if comma else str(wbc)
    lines = [f"WBC {printed} {unit}", f"Neut% {percent} %", *others]
    typed = read_report("\n".join(lines)).typed
    assert Decimal(typed["wbc"].replace(",", ".")) == wbc
    assert typed["neutrophils"] == str(percent)
    assert unit_of(typed["wbc_unit"]) == unit_of(unit)
