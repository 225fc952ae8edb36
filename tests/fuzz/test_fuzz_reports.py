"""Whatever is pasted: what is filled in stands in the text, as a number that nobody would read otherwise."""

import json
import re
from decimal import Decimal

from fuzzing import at_once, examples, pieces, rows
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
NUMBERS = [
    *(f"{n / 10:.1f}" for n in range(0, 400, 7)),
    *(f"{n / 100:.2f}" for n in range(0, 3000, 43)),
    *map(str, (0, 1, 5, 12, 38, 70, 100, 480, 999, 1000, 2100, 12000, 20000)),
    "1,2", "0,48", "4,05", "1,234", "1.234", "1.2.3", "1 200", "O.5", "l2", "1e3", "-3", "++", "00", "1٫2", "１２",
]  # fmt: skip
WORDS = [*NAMES, *UNITS, *SIGNS, *RANGES, *NUMBERS]
PRINTED = pieces(WORDS, 0, 40).map("".join) | pieces(WORDS, 12, 40).map("".join)
CELLS = (NAMES, SIGNS, NUMBERS, [" ", "\t", ""], UNITS, ["", " H", " L*"], ["\n", "\r\n", ", ", "  "])
ROWS = rows(CELLS, 2, 8).map(lambda rows: "".join(map("".join, rows)))
CODES = ["6690-2", "751-8", "770-8", "26499-4", "764-1", "26507-4", "x", ""]
HL7 = rows((CODES, NUMBERS, UNITS, ["NM", "ST", "SN", "TX", ""], "FPCDX"), 2, 6).map(
    lambda rows: "\r".join(obx(code, number, unit, kind, status) for code, number, unit, kind, status in rows)
)
FHIR = rows((CODES, NUMBERS, UNITS, ["final", "final", "cancelled", "preliminary", ""]), 2, 6).map(
    lambda rows: bundle([observation(*row) for row in rows])
)


def obx(code: str, number: str, unit: str, kind: str = "NM", status: str = "F") -> str:
    return f"OBX|1|{kind}|{code}^name^LN||{number}|{unit}|4-11|L|||{status}"


def observation(code: str, number: str, unit: str, status: str = "final") -> str:
    """An Observation with the number as it stands, though it may be none."""
    coded = json.dumps({"coding": [{"system": "http://loinc.org", "code": code}]})
    said = f'"status": "{status}", "code": {coded}'
    return (
        f'{{"resource": {{"resourceType": "Observation", {said},'
        f' "valueQuantity": {{"value": {number}, "unit": "{unit}"}}}}}}'
    )


def bundle(entries: list[str]) -> str:
    return f'{{"resourceType": "Bundle", "entry": [{", ".join(entries)}]}}'


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
TEXTS = PRINTED | ROWS | HL7 | FHIR | BUNDLES | st.text(max_size=200)

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


def walk(filling: Filling, said: str, left: int) -> None:
    """Every answer to the questions, a few steps deep: nothing may come out but what stands in the text.

    Or in the label of an answer that says where it was computed from.
    """
    assert filling.trouble or filling.typed or filling.questions
    for key, value in filling.typed.items():
        if key not in ("bands_included",) and not key.endswith("_unit"):
            assert stands_in(value, said, answered=True)
    for question in filling.questions[: left and 2]:
        assert question.answers
        for answer in question.answers:
            walk(fill(answer.then), f"{said}\n{answer.label}" if " from " in answer.label else said, left - 1)


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


A_COUNT = ["10^9/L", "×10⁹/L", "K/uL", "10^3/uL", "/uL", "cells/mm3"]
ANALYTES = (
    ("wbc", ["WBC", "Leukozyten", "White blood cells"], A_COUNT, "6690-2"),
    ("neutrophils", ["Neut%", "Neutrophils %", "Neutrophils"], ["%"], "770-8"),
    ("anc", ["ANC", "Neut #", "Neutrophils abs"], A_COUNT, "751-8"),
    ("segmented", ["Segs", "Segmented %"], ["%"], ""),
    ("bands", ["Bands", "Bands %"], ["%"], "764-1"),
    ("lymphocytes", ["Lymphocytes", "Lymph%"], ["%"], ""),
    ("monocytes", ["Monocytes", "Mono %"], ["%"], ""),
    ("nrbc", ["NRBC"], ["/100 WBC"], ""),
    ("", ["Hgb", "Haemoglobin"], ["g/dL"], ""),
    ("", ["Plt", "Platelets"], A_COUNT, ""),
    ("", ["RBC"], ["10^12/L"], ""),
    ("", ["Immature granulocytes"], ["%"], ""),
)
"""What a blood count lists: the field that it fills, if any, names, units, and LOINC's code."""

LAYOUTS = (
    "{name} {number} {unit}", "{name}: {number} {unit}", "{name}\t{number}\t{unit}\t{range}",
    "{name} {number} {flag} {unit}", "{name} {number} {unit} ({range}) {flag}",
    "{name} | {number} | {unit} | {range}", "{name} {number}{unit} [{range}]",
    "{name}\t{flag}\t{number}\t{range}\t{unit}",
)  # fmt: skip
REFERENCES = ["4.0-11.0", "1.5 - 7.5", "0-5", "40-70", "< 5", ""]


@examples(120)
@given(
    st.binary(min_size=4 * len(ANALYTES), max_size=4 * len(ANALYTES)),
    st.integers(1, len(ANALYTES)),
    st.sampled_from(["\n", "\r\n", "; ", "\n\n", "hl7", "fhir"]),
    st.sampled_from(LAYOUTS),
)
def test_a_value_is_that_of_its_own_row_or_none(drawn: bytes, count: int, form: str, layout: str) -> None:
    truth, lines = {}, []
    for which in sorted(range(len(ANALYTES)), key=lambda which: drawn[4 * which])[:count]:
        key, names, units, code = ANALYTES[which]
        size, spelling, rest = drawn[4 * which + 1 : 4 * which + 4]
        unit_text = units[spelling // 8 % len(units)]
        # No two rows have one number: its last digits are those of the row.
        whole = size % 100 if unit_text == "%" else size
        number = f"{whole}.{which:02}" if rest % 4 else f"{size}{which:02}"
        if key:
            truth[key] = (number, unit_text)
        if form == "hl7":
            lines.append(obx(code or "718-7", number, unit_text))
        elif form == "fhir":
            lines.append(observation(code or "718-7", number, unit_text))
        else:
            told = {
                "name": names[spelling % len(names)], "number": number, "unit": unit_text,
                "range": REFERENCES[rest // 4 % len(REFERENCES)], "flag": ["", "H", "L"][rest // 32 % 3],
            }  # fmt: skip
            lines.append(layout.format(**told))
    text = bundle(lines) if form == "fhir" else ("\r" if form == "hl7" else form).join(lines)
    with at_once():
        typed = read_report(text).typed
    for key, value in typed.items():
        if not key.endswith("_unit"):
            assert Decimal(value) == Decimal(truth[key][0])
        elif key in ("wbc_unit", "anc_unit"):
            assert unit_of(value) == unit_of(truth[key.removesuffix("_unit")][1])
