"""Reads values out of messages between programs: HL7 v2 OBX segments and FHIR Observations."""

import json
import re
from dataclasses import replace
from typing import Any

from neutrogui.calculators.report_findings import REPORT_FIELD, RESEMBLES, SHOWN_WORDS, Doubt, Finds, Origin, placed
from neutrogui.calculators.report_terms import PERCENT, SPECIMENS, CellName, fold, named, tokens_of, unit_named
from neutrogui.domain.language import say
from neutrogui.domain.number import Refusal, read_number
from neutrogui.domain.quantity import Unit

_LOINC = {
    **dict.fromkeys(("6690-2", "804-5", "26464-8"), CellName("wbc", "count")),
    **dict.fromkeys(("751-8", "753-4", "26499-4"), CellName("neutrophils", "count")),
    **dict.fromkeys(("770-8", "23761-0", "26511-6"), CellName("neutrophils", "percent")),
    **dict.fromkeys(("764-1", "35332-6", "26508-2"), CellName("bands", "percent")),
    **dict.fromkeys(("26507-4", "30229-9"), CellName("bands", "count")),
    **dict.fromkeys(("769-0", "32200-8", "26505-8"), CellName("segmented", "percent")),
    "30451-9": CellName("segmented", "count"),
    **dict.fromkeys(("740-1", "28541-1"), CellName("metamyelocytes", "percent")),
    **dict.fromkeys(("739-3", "30433-7"), CellName("metamyelocytes", "count")),
    # An estimate from the smear is no count.
    "49498-9": CellName("wbc", "", "estimate", faint=True),
}  # fmt: skip

_EXACT = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,12})?")
"""A number as HL7 and FHIR write it: the decimal mark is a point, so `1.234` has one meaning."""


def _coded(codes: list[str], names: list[str], value: str, unit_texts: list[str], origin: Origin, doubt: str) -> Finds:
    """One coded result; `doubt` is why it isn't to be taken as it stands, if so."""
    name, why = _coded_name(codes, names)
    if name is None:
        return
    units = [unit_named(text) for text in unit_texts if text.strip()]
    known = [unit for unit in units if isinstance(unit, Unit) or unit == PERCENT]
    unit = next(iter(known or units), None)
    if len({each.per_ul if isinstance(each, Unit) else each for each in known}) > 1:
        doubt = doubt or say("The report names two units that differ.")
    key = name.field_of(counted=isinstance(unit, Unit))
    reading = " ".join(part for part in (value, *unit_texts[:1]) if part)
    if not key:
        return
    if name.doubt or why or doubt:
        resembles = say(RESEMBLES[name.doubt]) if name.doubt else ""
        yield Doubt(key, (reading,), resembles or why or doubt, name.faint)
    elif not any(letter.isdigit() for letter in value):
        return
    elif _EXACT.fullmatch(value) is None or isinstance(read_number(_typable(value)), Refusal):
        yield Doubt(key, (reading,), say("This is not plainly a number. Compare it with the report."))
    elif (find := placed(name, _typable(value), unit, origin)) is not None:
        yield find


def _coded_name(codes: list[str], names: list[str]) -> tuple[CellName | None, str]:
    """What code and name mean together, and why that isn't sure."""
    by_code = list(dict.fromkeys(_LOINC[code] for code in codes if code in _LOINC))
    by_name = []
    for text in names:
        tokens = [token for token in tokens_of(text[:SHOWN_WORDS]) if token.kind in _NAME_KINDS]
        words = [token._replace(text="%") if token.kind == "hundred" else token for token in tokens]
        if SPECIMENS.intersection(fold(token.text) for token in words):
            return (replace(by_code[0], doubt="specimen", faint=True) if by_code else None), ""
        meant = named([[word for word in words if word.kind != "piece"]])
        if meant is not None:
            by_name.append(meant)
    if not by_code:
        sure = [name for name in by_name if not name.doubt] or by_name
        agreed = len({name.cells for name in sure}) == 1
        return next(iter(sure), None), "" if agreed else say("The names of this result do not agree.")
    code = by_code[0]
    agreed = all(name.cells == code.cells for name in [*by_code, *by_name] if name.doubt in ("", "unknown"))
    agreed = agreed and len({name.kind for name in [*by_code, *by_name] if name.kind}) <= 1
    return code, "" if agreed else say("The code and the name of this result do not agree.")


_NAME_KINDS = ("word", "sign", "joiner", "piece", "hundred")


def _typable(value: str) -> str:
    """A number with a point, in a form that nobody takes for thousands."""
    return value if not isinstance(read_number(value), Refusal) else value + "0"


# HL7 v2

OBX = re.compile(r"(?:^|[\r\n])[ \t]{0,8}OBX\|")
_FINAL, _NOT_YET = ("F", "C", "U", ""), ("P", "S", "R", "A", "B", "V")
"""OBX-11: what is final or corrected counts, what is preliminary is unclear; deleted, wrong or missing is nothing."""


def read_hl7(text: str) -> Finds:
    """What the OBX segments of a message say; values of different patients are kept apart."""
    patient = day = ""
    for line in re.split(r"[\r\n]+", text):
        fields = line.strip().split("|")
        fields += [""] * (20 - len(fields))
        if fields[0] == "PID":
            patient = fields[3]
        elif fields[0] == "OBR":
            day = _hl7_day(fields[7])
        elif fields[0] == "OBX" and fields[11] in _FINAL + _NOT_YET:
            words = line.strip()[:SHOWN_WORDS]
            yield from _read_obx(fields, Origin(words, _hl7_day(fields[14]) or day, patient))


def _read_obx(fields: list[str], origin: Origin) -> Finds:
    identifier = [part.strip() for part in fields[3].split("^")] + [""] * 6
    kind, value = fields[2], fields[5].strip()
    doubt = ""
    if fields[11] in _NOT_YET:
        doubt = say("This result is marked as preliminary.")
    elif kind == "SN":
        comparator, _, number = value.partition("^")
        if comparator not in ("", "="):
            doubt = say("The report gives a bound or an estimate here, not a value.")
        else:
            value = number.rstrip("^")
    units = _unescaped(fields[6])
    choices = [units] if isinstance(unit_named(units), Unit) else [part for part in units.split("^") if part][:2]
    yield from _coded([identifier[0], identifier[3]], [identifier[1], identifier[4]], value, choices, origin, doubt)


def _unescaped(text: str) -> str:
    r"""The separators that a message escapes, such as `10\S\3/uL` for `10^3/uL`."""
    for code, mark in (("\\S\\", "^"), ("\\T\\", "&"), ("\\R\\", "~"), ("\\F\\", "|")):
        text = text.replace(code, mark)
    return text


def _hl7_day(text: str) -> str:
    digits = re.match(r"[0-9]{8,14}", text)
    return digits[0] if digits else ""


# FHIR

_UCUM = "http://unitsofmeasure.org"
_LOINC_SYSTEM = "http://loinc.org"
_FHIR_FINAL, _FHIR_NOT_YET = ("final", "amended", "corrected", ""), ("preliminary",)


class _Literal(str):
    """A number of a JSON text, with the digits that stand there."""

    __slots__ = ()


def read_fhir(text: str) -> Finds:
    """What the Observations of a resource say, wherever in it they stand."""
    try:
        document = json.loads(text.removeprefix("\ufeff"), parse_float=_Literal, parse_int=_Literal)
    except (ValueError, RecursionError):
        yield Doubt(REPORT_FIELD, (), say("This looks like a FHIR resource, but it is damaged or not complete."))
        return
    waiting: list[Any] = [document]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            if node.get("resourceType") == "Observation":
                yield from _read_observation(node)
            waiting.extend(reversed(node.values()))
        elif isinstance(node, list):
            waiting.extend(reversed(node))


def _read_observation(observation: dict[str, Any]) -> Finds:
    status = _text(observation.get("status"))
    if status not in _FHIR_FINAL + _FHIR_NOT_YET:
        return
    doubt = say("This result is marked as preliminary.") if status in _FHIR_NOT_YET else ""
    period = _dict(observation.get("effectivePeriod"))
    moments = (observation.get("effectiveDateTime"), observation.get("effectiveInstant"), period.get("start"))
    day = next((_text(moment) for moment in moments if _text(moment)), "")
    patient = _text(_dict(observation.get("subject")).get("reference"))
    specimen = _text(_dict(observation.get("specimen")).get("display"))
    for part in (observation, *map(_dict, _list(observation.get("component")))):
        yield from _read_quantity(part, specimen, Origin("", day.replace("T", " "), patient), doubt)


def _read_quantity(part: dict[str, Any], specimen: str, origin: Origin, doubt: str) -> Finds:
    concept = _dict(part.get("code"))
    coding = [_dict(each) for each in _list(concept.get("coding"))]
    codes = [_text(each.get("code")) for each in coding if each.get("system") == _LOINC_SYSTEM]
    names = [_text(concept.get("text")), *(_text(each.get("display")) for each in coding), specimen]
    quantity = _dict(part.get("valueQuantity"))
    value = quantity.get("value")
    unit = _text(quantity.get("unit"))
    units = [unit]
    if quantity.get("system") == _UCUM or not unit:
        units.insert(0, _text(quantity.get("code")))
    comparator = _text(quantity.get("comparator"))
    if comparator:
        doubt = doubt or say("The report gives a bound or an estimate here, not a value.")
    if not isinstance(value, _Literal):
        value = _text(part.get("valueString")) or _text(value)
        doubt = doubt or say("The report gives this value as a text.")
    shown = next((name for name in names if name), "")
    words = " ".join(each for each in (shown, *codes[:1], str(value), units[0] or unit) if each)[:SHOWN_WORDS]
    if value:
        yield from _coded(codes, names, f"{comparator}{value}", units, replace(origin, words=words), doubt)


def _dict(node: Any) -> dict[str, Any]:
    return node if isinstance(node, dict) else {}


def _list(node: Any) -> list[Any]:
    return node if isinstance(node, list) else []


def _text(node: Any) -> str:
    return node if isinstance(node, str) else ""
