"""Pasted reports: what is read, what is left to a person, and that nothing is ever guessed or repaired."""

import json
import re
import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.calculators.anc import FIELDS
from neutrogui.calculators.report import REPORT_LIMIT, read_report
from neutrogui.domain.number import read_number
from neutrogui.domain.report import ReportReading

K, G, UL = "10^3/uL", "10^9/L", "/uL"

MESSAGE = """MSH|^~\\&|LAB|HOSP|WARD|HOSP|20261101093000||ORU^R01|4711|P|2.5.1
PID|1||0815^^^HOSP||DOE^JANE||19600102|F
OBR|1||99|58410-2^CBC panel^LN|||20261101080000
{obx}"""


def message(*obx: str) -> str:
    return MESSAGE.format(obx="\r".join(obx)).replace("\n", "\r")


def observation(code: str, value: str, unit: str, *, more: str = "", system: str = "http://loinc.org") -> str:
    return (
        f'{{"resourceType": "Observation", "status": "final", {more}'
        f'"code": {{"coding": [{{"system": "{system}", "code": "{code}"}}]}}, '
        f'"valueQuantity": {{"value": {value}, "unit": "{unit}", "system": "http://unitsofmeasure.org", '
        f'"code": "{unit}"}}}}'
    )


def bundle(*observations: str) -> str:
    entries = ", ".join(f'{{"resource": {each}}}' for each in observations)
    return f'{{"resourceType": "Bundle", "type": "collection", "entry": [{entries}]}}'


READ: dict[str, tuple[str, dict[str, str]]] = {
    "one line": (
        "WBC 2.1 K/uL  Neut% 38 %  Bands 5 %",
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38", "bands": "5"},
    ),
    "one line with single spaces and other analytes": (
        "CBC 11/02/2026 08:00: WBC 1.9 K/uL, Hgb 9.2 g/dL, Plt 35 K/uL, Segs 30 %, Bands 4 %, MCV 88 fL",
        {"wbc": "1.9", "wbc_unit": K, "segmented": "30", "bands": "4"},
    ),
    "a tab-separated export with headings and flags": (
        "Test\tResult\tFlag\tUnits\tReference Range\n"
        "WBC\t2.1\tL\t10^3/uL\t4.0-11.0\n"
        "RBC\t4.5\t\t10^6/uL\t4.2-5.9\n"
        "Neutrophils %\t38.0\tL*\t%\t40-75\n"
        "Lymphocytes %\t50\tH\t%\t20-45\n",
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38.0", "lymphocytes": "50"},
    ),
    "reference range and unit before the value": (
        "WBC\t4.0-11.0\tK/uL\t2.1\tL\nNeutrophils\t40-75\t%\t38",
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38"},
    ),
    "limits in columns of their own": (
        "Test\tResult\tLow\tHigh\tUnit\nWBC\t2.1\t4.0\t11.0\tK/uL\nANC\t0.8\t1.5\t7.5\tK/uL",
        {"wbc": "2.1", "wbc_unit": K, "anc": "0.8", "anc_unit": K},
    ),
    "a unit that stands beside the limits alone": (
        "Test\tResult\tLow\tHigh\nWBC\t2.1\t4.0 K/uL\t11.0 K/uL",
        {"wbc": "2.1", "wbc_unit": K},
    ),
    "a number in a comment": (
        "Test\tResult\tUnit\tComment\nWBC\t2.1\tK/uL\trepeated: 3.4\nNeut %\t38\t%\tbefore: 45",
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38"},
    ),
    "a table of names in which a cell says percent": (
        "WBC (K/uL)\tNeutrophils\n2.1\t38 %",
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38"},
    ),
    "words and a date before the names": (
        "Blood drawn at home 11/02/2026 WBC 2.1 K/uL\nNeut% 38 %",
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38"},
    ),
    "an earlier value in a column of its own": (
        "Test\tResult\tPrevious\tUnit\nWBC\t2.1\t3.4\tK/uL\nNeut %\t38\t45\t%",
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38"},
    ),
    "comma-separated values": (
        "Test,Result,Units,Reference\nWBC,2.1,K/uL,4.0-11.0\nNeutrophils %,38,%,40-75",
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38"},
    ),
    "quoted values": (
        '"Test","Result","Units"\n"WBC","2.1","K/uL"\n"Neutrophils","38","%"',
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38"},
    ),
    "a table of one row": (
        "WBC (K/uL)\tNeut %\tBands %\n2.1\t38\t5\n",
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38", "bands": "5"},
    ),
    "a table with bars": (
        "| Test | Value | Unit |\n|---|---|---|\n| WBC | 2.1 | K/uL |\n| Neut% | 38 | % |",
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38"},
    ),
    "a portal that puts every part on its own line": (
        "WBC\nNormal range: 4.0 - 11.0 K/uL\n2.1\nLow\n\nNEUTROPHILS %\nNormal range: 40 - 75 %\n38\n",
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38"},
    ),
    "a print-out with a cell analyser's abbreviations": (
        "NEUT% 38.0 L 40.0-75.0 %\nIG% 0.5 %\nNLR 1.2\nWBC 2.10 L 4.00-10.00 10^3/uL\nPLT 35 10^3/uL",
        {"wbc": "2.10", "wbc_unit": K, "neutrophils": "38.0"},
    ),
    "a portal with headings and signatures": (
        "CBC WITH DIFF\nWBC\n2.1\nK/uL\n\nNEUTROPHILS\n38 %\nElectronically signed\n",
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38"},
    ),
    "rows with numbers": (
        "1\tWBC\t2.1\tK/uL\n2\tNeutrophils %\t38\t%",
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38"},
    ),
    "two-letter abbreviations": (
        "WBC 2.1 10^3/uL NE% 38.0 LY% 50.0 MO% 10.0 EO% 1.5 BA% 0.5",
        {
            "wbc": "2.1", "wbc_unit": K, "neutrophils": "38.0", "lymphocytes": "50.0", "monocytes": "10.0",
            "eosinophils": "1.5", "basophils": "0.5",
        },
    ),
    "a count by name alone": (
        "Absolute neutrophil count was 450 cells per microliter on 2026-11-01.",
        {"anc": "450", "anc_unit": UL},
    ),
    "a count told by its sign": ("NEUT# 0.80 L 1.5-7.5 10^3/uL", {"anc": "0.80", "anc_unit": K}),
    "a count told by its unit": (
        "White blood cells: 2.1 x10⁹/L (4.0–11.0)\nNeutrophils: 0.80 x10⁹/L (2.0–7.5)",
        {"wbc": "2.1", "wbc_unit": G, "anc": "0.80", "anc_unit": G},
    ),
    "a qualifier in brackets": (
        "WBC 2.1 x10E3/uL 3.4-10.8\nNeutrophils 38 Not Estab. %\nNeutrophils (Absolute) 0.8 x10E3/uL 1.4-7.0",
        {"wbc": "2.1", "wbc_unit": K, "anc": "0.8", "anc_unit": K},
    ),
    "whole-blood names and thousands": (
        "White Blood Cell Count 2.1 Thousand/uL\nSegmented Neutrophils 33 %\nBand Neutrophils 5 %\nMetamyelocytes 1 %",
        {"wbc": "2.1", "wbc_unit": K, "segmented": "33", "bands": "5", "metamyelocytes": "1"},
    ),
    "counts of the parts": (
        "Segs abs 700 /uL\nBands abs 100 /uL",
        {"anc_unit": UL, "segmented_count": "700", "bands_count": "100"},
    ),
    "counts of the parts and their sum": (
        "Segs abs 693 /uL\nBands abs 105 /uL\nANC 798 /uL",
        {"anc": "798", "anc_unit": UL},
    ),
    "an Indian print-out": (
        "Total Leucocyte Count (TLC) 2100 cells/cumm\nNeutrophils 38 %",
        {"wbc": "2100", "wbc_unit": UL, "neutrophils": "38"},
    ),
    "names with a comma": (
        "Leukocytes 2.1 10*9/L\nNeutrophils, segmented 33 %\nNeutrophils, band 5 %",
        {"wbc": "2.1", "wbc_unit": G, "segmented": "33", "bands": "5"},
    ),
    "polymorphs, in the older words": (
        "WCC 2.1 x10^9/L\nPolys 38 %\nLymphs 50 %\nMonos 10 %\nEos 2 %",
        {"wbc": "2.1", "wbc_unit": G, "neutrophils": "38", "lymphocytes": "50", "monocytes": "10", "eosinophils": "2"},
    ),
    "nucleated red cells": (
        "WBC 17400 /mm3 Neutrophils 38% NRBC 8 /100 WBC",
        {"wbc": "17400", "wbc_unit": UL, "neutrophils": "38", "nrbc": "8"},
    ),
    "equals signs without spaces": (
        "WBC=2.1K/uL;Neut%=38%",
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38"},
    ),
    "units in the name": (
        "WBC (10^9/L): 2.1\nNeutrophils (%): 38",
        {"wbc": "2.1", "wbc_unit": G, "neutrophils": "38"},
    ),
    "a value given twice alike": (
        "WBC 2.1 K/uL\nWBC 2100 /uL\nNeutrophils 38 %\nNeutrophils 38.0 %",
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38"},
    ),
    "other specimens beside blood": (
        "Urinalysis\nWBC 10 /HPF\nCBC\nWBC 2.1 K/uL\nNeutrophils 38 %",
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38"},
    ),
    "cells per field beside blood": (
        "WBC 10 /HPF\nWBC 12 /lpf\nWBC 14 /field\nWBC 2.1 K/uL\nNeutrophils 38 %",
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38"},
    ),
    "dates of birth and of printing": (
        "DOB 01/02/1960 Collected 11/01/2026 Reported 11/02/2026\nWBC 2.1 K/uL\nANC 0.8 K/uL\nPrinted 11/03/2026",
        {"wbc": "2.1", "wbc_unit": K, "anc": "0.8", "anc_unit": K},
    ),
    "remarks on the cells": (
        "WBC 2.1 K/uL\nNeutrophils: toxic granulation 2+\nHypersegmented neutrophils 5 %\nNeutrophils 38 %",
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38"},
    ),
    "German": (
        "Leukozyten 2,1 Tsd/µl 4,0 - 10,0 -\nSegmentkernige Neutrophile 33 % 40 - 70\nStabkernige 5 % <8\n"
        "Lymphozyten 50 %\nMonozyten 10,0 %\nEosinophile 1,5 %\nBasophile 0,5 %",
        {
            "wbc": "2,1", "wbc_unit": K, "segmented": "33", "bands": "5", "lymphocytes": "50", "monocytes": "10,0",
            "eosinophils": "1,5", "basophils": "0,5",
        },
    ),
    "German in one line": (
        "Leukozyten: 2,1 Gpt/l; Neutrophile abs.: 0,80 Gpt/l",
        {"wbc": "2,1", "wbc_unit": G, "anc": "0,80", "anc_unit": G},
    ),
    "German with semicolons": (
        "Leukozyten;2,1;/nl;4,0-10,0\nNeutrophile;38;%;40-75",
        {"wbc": "2,1", "wbc_unit": K, "neutrophils": "38"},
    ),
    "French with percentage and count": (
        "Leucocytes 2,10 G/L 4,00 - 10,00\nPolynucléaires neutrophiles 38,0 % soit 0,80 G/L 1,50 - 7,50\n"
        "Polynucléaires éosinophiles 2,0 % soit 0,04 G/L",
        {"wbc": "2,10", "wbc_unit": G, "eosinophils": "2,0", "anc": "0,80", "anc_unit": G},
    ),
    "French in short": ("GB 2,1 G/L\nPNN 0,8 G/L", {"wbc": "2,1", "wbc_unit": G, "anc": "0,8", "anc_unit": G}),
    "Spanish": (
        "Leucocitos 2,1 x10^3/µL (4,0 - 11,0)\nNeutrófilos % 38,0 %\nLinfocitos 50 %",
        {"wbc": "2,1", "wbc_unit": K, "neutrophils": "38,0", "lymphocytes": "50"},
    ),
    "Spanish with bands": (
        "Recuento de leucocitos 2,1 x10^9/L\nSegmentados 33 %\nCayados 5 %",
        {"wbc": "2,1", "wbc_unit": G, "segmented": "33", "bands": "5"},
    ),
    "Italian": (
        "Globuli bianchi 2,1 10^3/µL 4,0-10,0\nNeutrofili 38,0 % 40-75",
        {"wbc": "2,1", "wbc_unit": K, "neutrophils": "38,0"},
    ),
    "Portuguese": (
        "Leucócitos 2100 /mm³\nSegmentados 33 %\nBastonetes 5 %\nEosinófilos 2 %",
        {"wbc": "2100", "wbc_unit": UL, "segmented": "33", "bands": "5", "eosinophils": "2"},
    ),
    "Dutch": (
        "Leukocyten 2,1 10^9/l 4,0-10,0\nNeutrofielen 0,8 10^9/l 1,5-7,5",
        {"wbc": "2,1", "wbc_unit": G, "anc": "0,8", "anc_unit": G},
    ),
    "Polish": (
        "Białe krwinki 2,1 tys/µl\nNeutrofile 38 %\nLimfocyty 50 %",
        {"wbc": "2,1", "wbc_unit": K, "neutrophils": "38", "lymphocytes": "50"},
    ),
    "HL7": (
        message(
            "OBX|1|NM|6690-2^Leukocytes [#/volume] in Blood by Automated count^LN||2.1|10*3/uL|4.0-11.0|L|||F",
            "OBX|2|NM|26505-8^Neutrophils.segmented/100 leukocytes in Blood^LN||33|%|40-75|L|||F",
            "OBX|3|NM|764-1^Band form neutrophils/100 leukocytes in Blood by Manual count^LN||5|%|||||F",
            "OBX|4|NM|718-7^Hemoglobin^LN||9.2|g/dL|12-16|L|||F",
        ),
        {"wbc": "2.1", "wbc_unit": K, "segmented": "33", "bands": "5"},
    ),
    "HL7 with local codes, carets in the unit, and what was withdrawn": (
        message(
            "OBX|1|NM|WBC^White Blood Cells^L||2.1|10^3/uL|4.0-11.0|L|||F",
            "OBX|2|NM|NEUTP^Neutrophils %^L||37|%|||||D",
            "OBX|3|NM|NEUTP^Neutrophils %^L||38|%|||||C",
        ),
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38"},
    ),
    "HL7 with an escaped unit and three decimals": (
        message("OBX|1|NM|751-8^Neutrophils^LN||1.234|10\\S\\3/uL|||||F"),
        {"anc": "1.2340", "anc_unit": K},
    ),
    "HL7 with a structured number": (
        message("OBX|1|SN|751-8^Neutrophils^LN||^0.8|10*3/uL|||||F"),
        {"anc": "0.8", "anc_unit": K},
    ),
    "HL7 with a structured number and its sign": (
        message("OBX|1|SN|751-8^Neutrophils^LN||=^0.8^|10*3/uL|||||F"),
        {"anc": "0.8", "anc_unit": K},
    ),
    "HL7 with a segment that ends early": (
        message("OBX|1|NM|751-8^Neutrophils^LN||0.8|10*3/uL"),
        {"anc": "0.8", "anc_unit": K},
    ),
    "HL7 with one day told once": (
        "OBX|1|NM|6690-2^Leukocytes^LN||2.1|10*3/uL|||||F\r"
        "OBX|2|NM|770-8^Neutrophils^LN||38|%|||||F|||20261101080000",
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38"},
    ),
    "HL7 with a coded unit": (
        message("OBX|1|NM|751-8^Neutrophils^LN||0.8|10*3/uL^thousand per microlitre^UCUM|||||F"),
        {"anc": "0.8", "anc_unit": K},
    ),
    "HL7 with a unit in local words first": (
        message("OBX|1|NM|751-8^Neutrophils^LN||0.8|thou^10*3/uL^L|||||F"),
        {"anc": "0.8", "anc_unit": K},
    ),
    "HL7 with code and name in second place": (
        message(
            "OBX|1|NM|A1^Zahl^L^6690-2^^LN||2.1|10*3/uL|||||F",
            "OBX|2|NM|A2^Anteil^L^A3^Neutrophils %^L||38|%|||||F",
        ),
        {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38"},
    ),
    "HL7 with a name that says of what": (
        message("OBX|1|NM|A1^Neutrophils/100 leukocytes^L||38||||||F"),
        {"neutrophils": "38"},
    ),
    "HL7 with a name in brackets": (
        message("OBX|1|NM|A1^WBC (leukocytes, total)^L||2.1|10*3/uL|||||F"),
        {"wbc": "2.1", "wbc_unit": K},
    ),
    "HL7 with another specimen beside the blood": (
        message(
            "OBX|1|NM|6690-2^Leukocytes in Urine^LN||5|/uL|||||F",
            "OBX|2|NM|6690-2^Leukocytes^LN||2.1|10*3/uL|||||F",
        ),
        {"wbc": "2.1", "wbc_unit": K},
    ),
    "FHIR with a byte order mark": (
        "\ufeff" + observation("751-8", "0.8", "10*9/L"),
        {"anc": "0.8", "anc_unit": G},
    ),
    "FHIR with a name in its coding alone": (
        observation("NEU", "38", "%", system="http://example.org").replace(
            '"code": "NEU"', '"code": "NEU", "display": "Neutrophils %"'
        ),
        {"neutrophils": "38"},
    ),
    "FHIR with two names of which one is known": (
        observation("NEU", "38", "%", system="http://example.org").replace(
            '"code": {"coding": [{"', '"code": {"text": "Neutrophils Xyz", "coding": [{"display": "Neutrophils %", "'
        ),
        {"neutrophils": "38"},
    ),
    "FHIR with a unit in words and its code": (
        observation("770-8", "38", "%").replace('"unit": "%"', '"unit": "share of leukocytes"'),
        {"neutrophils": "38"},
    ),
    "FHIR with the code of a unit alone": (
        observation("751-8", "0.8", "10*9/L")
        .replace('"unit": "10*9/L", ', "")
        .replace('"system": "http://unitsofmeasure.org", ', ""),
        {"anc": "0.8", "anc_unit": G},
    ),
    "FHIR with a unit code of another system": (
        observation("751-8", "0.8", "10*9/L")
        .replace("http://unitsofmeasure.org", "http://example.org")
        .replace('"code": "10*9/L"', '"code": "/uL"'),
        {"anc": "0.8", "anc_unit": G},
    ),
    "FHIR": (
        bundle(
            observation("6690-2", "2.10", "10*3/uL"),
            observation("770-8", "38", "%"),
            observation("718-7", "9.2", "g/dL"),
        ),
        {"wbc": "2.10", "wbc_unit": K, "neutrophils": "38"},
    ),
    "one FHIR resource": (observation("751-8", "0.8", "10*9/L"), {"anc": "0.8", "anc_unit": G}),
    "FHIR with components and names": (
        json.dumps(
            {
                "resourceType": "Observation",
                "status": "amended",
                "code": {"text": "CBC"},
                "component": [
                    {"code": {"text": "White cell count"}, "valueQuantity": {"value": 2, "unit": "10*9/L"}},
                    {"code": {"text": "Neutrophils %"}, "valueQuantity": {"value": 38, "unit": "%"}},
                ],
            }
        ),
        {"wbc": "2", "wbc_unit": G, "neutrophils": "38"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "typed"), READ.values(), ids=READ.keys())
def test_a_plain_report_is_read(text: str, typed: dict[str, str]) -> None:
    reading = read_report(text)
    assert reading.unclear == ()
    assert dict(reading.typed) == {key: each.replace(",", ".") for key, each in typed.items()}


UNCLEAR: dict[str, tuple[str, dict[str, tuple[str, ...]], set[str]]] = {
    "two dates": (
        "2026-11-01 WBC 2.1 K/uL\n2026-11-08 WBC 2.4 K/uL",
        {"wbc": ("2.1 ×10³/µL (2026-11-01)", "2.4 ×10³/µL (2026-11-08)")},
        set(),
    ),
    "two dates in columns": (
        "Test\t2026-11-01\t2026-11-08\tUnit\nWBC\t2.1\t\tK/uL\nNeut%\t\t38\t%",
        {"wbc": ("2.1",), "neutrophils": ("38",)},
        set(),
    ),
    "two dates in rows": (
        "Date\tWBC (K/uL)\tANC (K/uL)\n2026-11-01\t2.1\t0.8\n2026-11-08\t2.1\t0.9",
        {
            "wbc": ("2.1 ×10³/µL (2026-11-01)", "2.1 ×10³/µL (2026-11-08)"),
            "anc": ("0.8 ×10³/µL (2026-11-01)", "0.9 ×10³/µL (2026-11-08)"),
        },
        set(),
    ),
    "white cells of one day, neutrophils of another": (
        "WBC 2.1 K/uL 11/01/2026\nNeut% 38 % 11/08/2026",
        {"wbc": ("2.1 ×10³/µL (11/01/2026)",), "neutrophils": ("38 % (11/08/2026)",)},
        set(),
    ),
    "an earlier value without a column": (
        "WBC 2.1 3.4 K/uL 4.0-11.0",
        {"wbc": ("2.1", "3.4", "4.0-11.0")},
        set(),
    ),
    "an earlier value in the heading": (
        "Test Result Previous Units\nWBC 3.4 K/uL",
        {"wbc": ("3.4",)},
        set(),
    ),
    "two values": ("WBC 2.1 K/uL\nWBC 2.2 K/uL", {"wbc": ("2.1 ×10³/µL", "2.2 ×10³/µL")}, set()),
    "a repeated measurement": ("WBC 5.1, repeated: 3.4 K/uL", {"wbc": ("5.1", "3.4")}, set()),
    "no unit of the white cells": (
        "WBC 2.1\nNeut% 38 %",
        {"wbc_unit": ("×10⁹/L", "×10³/µL", "/µL")},
        {"wbc", "neutrophils"},
    ),
    "no unit of the neutrophils": ("Neutrophils 38", {"neutrophils": ("38 %", "38 (a count)")}, set()),
    "no unit of a differential": (
        "WBC 2.1 K/uL Segs 33 Bands 5",
        {"segmented": ("33 %", "33 (a count)"), "bands": ("5 %", "5 (a count)")},
        {"wbc", "wbc_unit"},
    ),
    "a unit of something else": ("WBC 2.1 mg/dL", {"wbc": ("2.1 mg/dL",)}, set()),
    "small letters that make grams": ("WBC 2.1 g/l", {"wbc": ("2.1 g/l",)}, set()),
    "a unit that lost its superscript": (
        "WBC 2.1 109/L",
        {"wbc": ("2.1", "109")},
        set(),
    ),
    "name and unit that contradict each other": ("Neut % 0.8 K/uL", {"anc": ("0.8 ×10³/µL",)}, set()),
    "a count in percent": ("ANC 38 %", {"anc": ("38 %",)}, set()),
    "an l for a 1": ("WBC 2.l K/uL\nNeutrophils 38 %", {"wbc": ("2.l",)}, {"neutrophils"}),
    "an O for a 0": ("WBC 2.1 K/uL\nNeutrophils 3O %", {"neutrophils": ("3O",)}, {"wbc", "wbc_unit"}),
    "letters alone": ("WBC lO K/uL", {"wbc": ("lO",)}, set()),
    "a digit in between": ("WBC 1O0 /uL", {"wbc": ("1O0",)}, set()),
    "a lost leading zero": ("ANC .8 K/uL", {"anc": (".8",)}, set()),
    "a split number": ("WBC 2 .1 K/uL", {"wbc": ("2", ".1")}, set()),
    "a number with an apostrophe": ("WBC 2'100 /uL", {"wbc": ("2'100",)}, set()),
    "thousands with a space": ("WBC 2 100 /µl", {"wbc": ("2", "100")}, set()),
    "thousands or decimals": ("Leucócitos 2.100 /mm³", {"wbc": ("2100", "2.1")}, set()),
    "a number run into its unit": ("WBC 210^9/L", {"wbc": ("210^9/L",)}, set()),
    "a number below zero": ("WBC -2.1 K/uL", {"wbc": ("-2.1",)}, set()),
    "a doubted number": ("WBC 2.1? K/uL", {"wbc": ("2.1",)}, set()),
    "an estimate": ("WBC about 2.1 K/uL", {"wbc": ("2.1",)}, set()),
    "an upper bound": ("ANC <0.1 K/uL", {"anc": ("<0.1",)}, set()),
    "an upper bound in words": ("ANC less than 100 /uL", {"anc": ("100",)}, set()),
    "an upper bound behind the number": ("ANC 500 or less /uL", {"anc": ("500",)}, set()),
    "a bound of a rule beside a value": ("Severe: ANC <0.5. ANC 0.8 K/uL", {"anc": ("<0.5",)}, set()),
    "a reference range alone": (
        "WBC 2.1 K/uL\nNeutrophils 1.5-7.5 K/uL",
        {"anc": ("1.5-7.5",)},
        {"wbc", "wbc_unit"},
    ),
    "granulocytes": ("WBC 2.1 K/uL\nGranulocytes 40 %", {"neutrophils": ("40",)}, {"wbc", "wbc_unit"}),
    "a ratio": ("WBC 3.0 K/uL\nNeutrophil/lymphocyte ratio 2.1", {"neutrophils": ("2.1",)}, {"wbc", "wbc_unit"}),
    "a sum of two kinds": ("Neutrophils + monocytes 45 %", {"neutrophils": ("45",)}, set()),
    "segmented and bands together": ("Segs and bands 43 %", {"neutrophils": ("43",)}, set()),
    "unknown words beside the name": ("Neutrophils incl. bands 38 %", {"bands": ("38",)}, set()),
    "a number of something else": ("Neutrophils recovered on day 14", {"neutrophils": ("14",)}, set()),
    "a goal": ("Goal: ANC 1.5 K/uL", {"anc": ("1.5",)}, set()),
    "cerebrospinal fluid": ("CSF: WBC 3 /uL, neutrophils 80 %", {"wbc": ("3",), "neutrophils": ("80",)}, set()),
    "urine": ("Urine WBC 5-10 /HPF", {"wbc": ("5-10",)}, set()),
    "names behind their numbers": (
        "WBC 2.1 K/uL with 38% neutrophils and 5% bands.",
        {"wbc": ("2.1",), "neutrophils": ("5",), "bands": ("5",)},
        set(),
    ),
    "names behind their numbers, in columns": (
        "2.1\tWBC\t38\tNeut%",
        {"wbc": ("38",), "neutrophils": ("38",)},
        set(),
    ),
    "names below their numbers": (
        "2.1\nWBC\n38 %\nNeutrophils",
        {"wbc": ("38",), "neutrophils": ("38",)},
        set(),
    ),
    "names below their numbers under a heading": (
        "Dashboard\n2.1 K/uL\nWBC\n0.8 K/uL\nNeutrophils\n",
        {"wbc": ("0.8",), "neutrophils": ("0.8",)},
        set(),
    ),
    "count and percentages that disagree": (
        "WBC 2.1 K/uL\nNeut% 38 %\nANC 1.5 K/uL",
        {"anc": ("1.5 ×10³/µL", "0.798 ×10³/µL from the percentages")},
        {"wbc", "wbc_unit", "neutrophils", "anc", "anc_unit"},
    ),
    "count and percentages on two sides of a bound": (
        "WBC 1.30 K/uL\nNeut% 38 %\nANC 0.50 K/uL",
        {"anc": ("0.5 ×10³/µL", "0.494 ×10³/µL from the percentages")},
        {"wbc", "wbc_unit", "neutrophils", "anc", "anc_unit"},
    ),
    "a count beside bands": (
        "ANC 0.8 K/uL\nBands 5 %",
        {"anc": ("0.8 ×10³/µL",)},
        {"anc", "anc_unit", "bands"},
    ),
    "a count and a percentage beside bands that are a count": (
        "WBC 2.1 K/uL\nNeutrophils 38 %\nAbsolute Neutrophils 798 cells/uL\nAbsolute Band Neutrophils 105 cells/uL",
        {"anc": ("798 /µL", "798 /µL from the percentages")},
        {"wbc", "wbc_unit", "neutrophils", "anc", "anc_unit", "bands_count"},
    ),
    "a count that is not the sum of its parts": (
        "Segs abs 693 /uL\nBands abs 105 /uL\nANC 693 /uL",
        {"anc": ("693 /µL", "798 /µL from segmented and bands")},
        {"anc", "anc_unit", "segmented_count", "bands_count"},
    ),
    "a unit in a comment": (
        "Test\tResult\tComment\nWBC\t2.1\tnot in K/uL",
        {"wbc_unit": ("×10⁹/L", "×10³/µL", "/µL")},
        {"wbc"},
    ),
    "a date behind every name": (
        "WBC 2026-11-01T08:00 2.1 K/uL; Neut% 2026-11-08  09:00 38 %",
        {"wbc": ("2.1 ×10³/µL (2026-11-01 08:00)",), "neutrophils": ("38 % (2026-11-08 09:00)",)},
        set(),
    ),
    "HL7, preliminary": (
        message("OBX|1|NM|6690-2^Leukocytes^LN||2.1|10*3/uL|||||P"),
        {"wbc": ("2.1 10*3/uL",)},
        set(),
    ),
    "HL7, a bound": (
        message("OBX|1|SN|751-8^Neutrophils^LN||<^0.1|10*3/uL|||||F"),
        {"anc": ("<^0.1 10*3/uL",)},
        set(),
    ),
    "HL7, a percentage with a bound": (
        message("OBX|1|SN|770-8^Neutrophils^LN||>^90|%|||||F"),
        {"neutrophils": (">^90 %",)},
        set(),
    ),
    "HL7, a preliminary count under a local code": (
        message("OBX|1|NM|NEUT^Neutrophils^L||0.8|10*3/uL|||||P"),
        {"anc": ("0.8 10*3/uL",)},
        set(),
    ),
    "HL7, a code and the unknown name of another cell": (
        message("OBX|1|NM|751-8^Lymphocytes Xyz^LN||0.8|10*3/uL|||||F"),
        {"anc": ("0.8 10*3/uL",)},
        set(),
    ),
    "HL7, the code of a count and the name of a percentage": (
        message("OBX|1|NM|751-8^Neutrophils %^LN||0.8|10*3/uL|||||F"),
        {"anc": ("0.8 10*3/uL",)},
        set(),
    ),
    "HL7, two names of different cells": (
        message("OBX|1|NM|A1^Neutrophils^L^A2^Bands^L||38|%|||||F"),
        {"neutrophils": ("38 %",)},
        set(),
    ),
    "HL7, two days of the samples": (
        message(
            "OBX|1|NM|6690-2^Leukocytes^LN||2.1|10*3/uL|||||F|||20261101080000",
            "OBX|2|NM|770-8^Neutrophils^LN||38|%|||||F|||20261108080000",
        ),
        {"wbc": ("2.1 ×10³/µL (20261101080000)",), "neutrophils": ("38 % (20261108080000)",)},
        set(),
    ),
    "HL7, code and name that contradict each other": (
        message("OBX|1|NM|751-8^Lymphocytes^LN||0.8|10*3/uL|||||F"),
        {"anc": ("0.8 10*3/uL",)},
        set(),
    ),
    "HL7, no unit": (
        message("OBX|1|NM|6690-2^Leukocytes^LN||2.1||||||F"),
        {"wbc_unit": ("×10⁹/L", "×10³/µL", "/µL")},
        {"wbc"},
    ),
    "HL7, a comma": (
        message("OBX|1|NM|6690-2^Leukocytes^LN||2,1|10*3/uL|||||F"),
        {"wbc": ("2,1 10*3/uL",)},
        set(),
    ),
    "HL7, two patients": (
        message("OBX|1|NM|6690-2^Leukocytes^LN||2.1|10*3/uL|||||F")
        + "\r"
        + message("OBX|1|NM|770-8^Neutrophils^LN||38|%|||||F").replace("0815", "0816"),
        {"wbc": ("2.1 ×10³/µL (20261101080000)",), "neutrophils": ("38 % (20261101080000)",)},
        set(),
    ),
    "FHIR, a bound": (
        observation("751-8", '0.1, "comparator": "<"', "10*3/uL"),
        {"anc": ("<0.1 10*3/uL",)},
        set(),
    ),
    "FHIR, preliminary": (
        observation("6690-2", "2.1", "10*3/uL").replace("final", "preliminary"),
        {"wbc": ("2.1 10*3/uL",)},
        set(),
    ),
    "FHIR, a number as a text": (
        observation("6690-2", '"2.1"', "10*3/uL"),
        {"wbc": ("2.1 10*3/uL",)},
        set(),
    ),
    "FHIR, two dates": (
        bundle(
            observation("6690-2", "2.1", "10*3/uL", more='"effectiveDateTime": "2026-11-01",'),
            observation("770-8", "38", "%", more='"effectiveDateTime": "2026-11-08",'),
        ),
        {"wbc": ("2.1 ×10³/µL (2026-11-01)",), "neutrophils": ("38 % (2026-11-08)",)},
        set(),
    ),
    "FHIR, two days of periods and moments": (
        bundle(
            observation("6690-2", "2.1", "10*3/uL", more='"effectivePeriod": {"start": "2026-11-01T08:00"},'),
            observation("770-8", "38", "%", more='"effectiveInstant": "2026-11-08T08:00",'),
        ),
        {"wbc": ("2.1 ×10³/µL (2026-11-01 08:00)",), "neutrophils": ("38 % (2026-11-08 08:00)",)},
        set(),
    ),
    "FHIR, a text in place of a number": (
        '{"resourceType": "Observation", "status": "final", "code": {"text": "Leukocytes"}, "valueString": "2.1"}',
        {"wbc": ("2.1",)},
        set(),
    ),
    "FHIR, a unit that is not known": (
        observation("6690-2", "2.1", "foo"),
        {"wbc": ("2.1 foo",)},
        set(),
    ),
    "FHIR, two patients": (
        bundle(
            observation("6690-2", "2.1", "10*3/uL", more='"subject": {"reference": "Patient/1"},'),
            observation("770-8", "38", "%", more='"subject": {"reference": "Patient/2"},'),
        ),
        {"wbc": ("2.1 ×10³/µL",), "neutrophils": ("38 %",)},
        set(),
    ),
    "FHIR, two units": (
        observation("6690-2", "2.1", "10*3/uL").replace('"unit": "10*3/uL"', '"unit": "/uL"'),
        {"wbc": ("2.1 10*3/uL",)},
        set(),
    ),
    "FHIR, another specimen": (
        observation("6690-2", "2.1", "10*3/uL", more='"specimen": {"display": "Urine"},'),
        {"wbc": ("2.1 10*3/uL",)},
        set(),
    ),
    "FHIR, cut off": (bundle(observation("6690-2", "2.1", "10*3/uL"))[:-3], {"report": ()}, set()),
}


@pytest.mark.parametrize(("text", "unclear", "typed"), UNCLEAR.values(), ids=UNCLEAR.keys())
def test_what_is_unclear_is_told_and_not_guessed(
    text: str, unclear: dict[str, tuple[str, ...]], typed: set[str]
) -> None:
    reading = read_report(text)
    assert {each.field: each.readings for each in reading.unclear} == unclear
    assert set(reading.typed) == typed
    assert all(each.why.endswith((".", "?")) for each in reading.unclear)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\t\r\n",
        "Hello",
        "RBC 4.5 10^12/L Hgb 9.2 g/dL",
        "Neutrophils: pending",
        "Immature granulocytes 1.2 %",
        "Leukocyte esterase 25",
        "Anti-neutrophil antibodies 1:20",
        "ANCA 20 U/mL",
        "Neutrophil gelatinase-associated lipocalin 150 ng/mL",
        "Lymphocytes 1.0 K/uL",
        "{}",
        "[]",
        '{"resourceType": "Patient"}',
        observation("6690-2", "2.1", "10*3/uL").replace("final", "entered-in-error"),
        message("OBX|1|NM|6690-2^Leukocytes^LN||2.1|10*3/uL|||||W"),
        message("OBX|1|ST|6690-2^Leukocytes^LN||pending|10*3/uL|||||F"),
        message("OBX|1|NM|UWBC^Leukocytes in Urine^L||5|/uL|||||F"),
        observation("6690-2", "NaN", "10*3/uL"),
    ],
)
def test_what_holds_no_blood_count_says_nothing(text: str) -> None:
    assert read_report(text) == ReportReading({}, (), ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (UNCLEAR["HL7, a bound"][0], "a bound"),
        (UNCLEAR["FHIR, a bound"][0], "a bound"),
        (UNCLEAR["HL7, preliminary"][0], "preliminary"),
        (UNCLEAR["FHIR, preliminary"][0], "preliminary"),
        (UNCLEAR["FHIR, preliminary"][0].replace('"value"', '"comparator": "<", "value"'), "preliminary"),
        (UNCLEAR["FHIR, a text in place of a number"][0], "as a text"),
        (UNCLEAR["FHIR, two units"][0], "two units"),
        (UNCLEAR["FHIR, another specimen"][0], "no value of blood"),
        (UNCLEAR["HL7, two names of different cells"][0], "names of this result do not agree"),
        (UNCLEAR["HL7, code and name that contradict each other"][0], "code and the name of this result do not agree"),
        (UNCLEAR["HL7, a comma"][0], "not plainly a number"),
    ],
)
def test_why_a_coded_result_is_unclear_is_told(text: str, words: str) -> None:
    (unclear,) = read_report(text).unclear
    assert words in unclear.why


@pytest.mark.parametrize(("escaped", "told"), [("\\T\\", "&"), ("\\R\\", "~"), ("\\F\\", "|")])
def test_an_unknown_unit_is_told_without_the_escapes_of_the_message(escaped: str, told: str) -> None:
    (unclear,) = read_report(message(f"OBX|1|NM|6690-2^Leukocytes^LN||2.1|foo{escaped}bar|||||F")).unclear
    assert unclear.readings == (f"2.1 foo{told}bar",)


# What is told with it


def test_every_value_comes_with_the_words_that_it_was_read_from() -> None:
    text = "Labs: WBC 2.1 K/uL  (4.0-11.0)\nHgb 9 g/dL\nSegs 33 %, Bands 5 %"
    told = [(each.field, each.value, each.unit, each.words) for each in read_report(text).understood]
    assert told == [
        ("wbc", "2.1", K, "Labs: WBC 2.1 K/uL  (4.0-11.0)"),
        ("segmented", "33", "%", "Segs 33 %"),
        ("bands", "5", "%", "Bands 5 %"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (observation("6690-2", "2.1", "10*3/uL"), "6690-2 2.1 10*3/uL"),
        (
            observation("6690-2", "2.1", "10*3/uL").replace('"unit": "10*3/uL"', '"unit": "K/uL"'),
            "6690-2 2.1 10*3/uL",
        ),
        (
            observation("6690-2", "2.1", "10*3/uL").replace('"code": "10*3/uL"', '"code": ""'),
            "6690-2 2.1 10*3/uL",
        ),
        (
            observation("6690-2", "2.1", "10*3/uL").replace(
                '"coding": [', '"text": "White cells", "coding": [{"system": "http://loinc.org", "code": "804-5"}, '
            ),
            "White cells 804-5 2.1 10*3/uL",
        ),
    ],
)
def test_a_coded_value_is_shown_with_name_code_and_unit(text: str, words: str) -> None:
    (understood,) = read_report(text).understood
    assert understood.words == words


@pytest.mark.parametrize("text", [text for text, _ in READ.values() if "resourceType" not in text])
def test_the_words_stand_in_the_report_and_hold_the_value(text: str) -> None:
    for each in read_report(text).understood:
        assert each.words.rstrip("…") in text
        number = each.value if each.value in each.words else each.value.replace(".", ",")
        assert number in each.words or each.value.removesuffix("0") in each.words


def test_what_only_checks_is_understood_but_not_filled_in() -> None:
    reading = read_report("WBC 2.1 K/uL\nNeut% 38 %\nANC 0.80 K/uL")
    assert [each.field for each in reading.understood] == ["wbc", "neutrophils", "anc"]
    assert dict(reading.typed) == {"wbc": "2.1", "wbc_unit": K, "anc": "0.80", "anc_unit": K}


# White cells of 2.1 ×10³/µL stand for a hundred cells/µL more or less, 38 % for one in a hundred: their count of 798
# /µL is off by up to 2100 × 0.01 + 100 × 0.38 = 59, and the printed count by one in its last place.


@pytest.mark.parametrize(
    ("printed", "agrees"),
    [
        ("738 /uL", True),
        ("737 /uL", False),
        ("858 /uL", True),
        ("859 /uL", False),
        ("0.73 K/uL", True),
        ("0.72 K/uL", False),
        ("0.86 K/uL", True),
        ("0.87 K/uL", False),
        ("0.7 K/uL", True),
        ("0.6 K/uL", False),
    ],
)
@pytest.mark.parametrize("share", ["Neut% 38 %", "Segs 38 %", "Neut% 38 %\nBands 0 %"])
def test_a_printed_count_may_be_off_by_what_rounding_explains(share: str, printed: str, agrees: bool) -> None:
    reading = read_report(f"WBC 2.1 K/uL\n{share}\nANC {printed}")
    assert [each.field for each in reading.unclear] == ([] if agrees else ["anc"])
    if agrees:
        assert set(reading.typed) == {"wbc", "wbc_unit", "anc", "anc_unit"}
    else:
        assert "do not agree" in reading.unclear[0].why


@pytest.mark.parametrize(("printed", "agrees"), [("717", True), ("716", False), ("879", True), ("880", False)])
def test_two_percentages_may_be_off_twice(printed: str, agrees: bool) -> None:
    """Both percentages are off by one: 2100 × 0.02 + 100 × 0.38 = 80."""
    reading = read_report(f"WBC 2.1 K/uL\nSegs 38 %\nBands 0 %\nANC {printed} /uL")
    assert [each.field for each in reading.unclear] == ([] if agrees else ["anc"])


@pytest.mark.parametrize("share", ["Neut% 38 %", "Segs 38 %", "Neut% 38 %\nBands 0 %", "Segs 38 %\nBands 0 %"])
def test_a_count_that_the_percentages_contradict_is_never_taken(share: str) -> None:
    reading = read_report(f"WBC 2.1 K/uL\n{share}\nANC 1.5 K/uL")
    assert [each.readings for each in reading.unclear] == [("1.5 ×10³/µL", "0.798 ×10³/µL from the percentages")]


@pytest.mark.parametrize(
    ("share", "printed", "agrees"),
    [
        ("Segs 33 %\nBands 5 %", "0.80 K/uL", True),
        ("Segs 33 %\nBands 5 %", "879 /uL", True),
        ("Segs 33 %\nBands 5 %", "880 /uL", False),
        ("Segs 33 %\nBands 5 %", "0.65 K/uL", True),  # of segmented alone: 693, off by 2100 × 0.01 + 100 × 0.33 = 54
        ("Segs 33 %\nBands 5 %", "638 /uL", True),
        ("Segs 33 %\nBands 5 %", "637 /uL", False),
        ("Neut% 38 %\nBands 5 %", "0.80 K/uL", True),  # the bands in the total
        ("Neut% 33 %\nBands 5 %", "0.80 K/uL", True),  # the bands beside it
        ("Neut% 33 %\nBands 5 %", "0.69 K/uL", True),
        ("Neut% 33 %\nBands 5 %", "880 /uL", False),
        ("Neut% 33 %\nBands 1 %", "0.69 K/uL", True),
        ("Neut% 33 %\nBands 0.5 %", "0.69 K/uL", True),
    ],
)
def test_beside_bands_a_count_may_be_that_with_or_without_them(share: str, printed: str, agrees: bool) -> None:
    reading = read_report(f"WBC 2.1 K/uL\n{share}\nANC {printed}")
    assert [each.field for each in reading.unclear] == ([] if agrees else ["anc"])
    if agrees:  # the calculator asks where the bands are
        assert "anc" not in reading.typed
        assert "bands" in reading.typed


def test_beside_bands_the_first_way_of_counting_is_shown() -> None:
    (unclear,) = read_report("WBC 2.1 K/uL\nNeut% 38 %\nBands 5 %\nANC 1.5 K/uL").unclear
    assert unclear.readings == ("1.5 ×10³/µL", "0.798 ×10³/µL from the percentages")


@pytest.mark.parametrize(
    ("parts", "printed", "agrees"),
    [
        ("Segs abs 693 /uL\nBands abs 105 /uL", "801 /uL", True),
        ("Segs abs 693 /uL\nBands abs 105 /uL", "802 /uL", False),
        ("Segs abs 693 /uL\nBands abs 105 /uL", "795 /uL", True),
        ("Segs abs 693 /uL\nBands abs 105 /uL", "794 /uL", False),
        ("Segs abs 0.69 K/uL\nBands abs 0.11 K/uL", "0.83 K/uL", True),
        ("Segs abs 0.69 K/uL\nBands abs 0.11 K/uL", "0.84 K/uL", False),
    ],
)
def test_a_printed_count_is_that_of_its_parts_within_their_last_places(parts: str, printed: str, agrees: bool) -> None:
    reading = read_report(f"{parts}\nANC {printed}")
    assert [each.field for each in reading.unclear] == ([] if agrees else ["anc"])
    if agrees:
        assert set(reading.typed) == {"anc", "anc_unit"}


def test_with_bands_the_percentages_are_filled_in_so_that_the_calculator_asks() -> None:
    reading = read_report("WBC 2.1 K/uL\nNeut% 38 %\nBands 5 %\nANC 0.80 K/uL")
    assert reading.unclear == ()
    assert dict(reading.typed) == {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38", "bands": "5"}


def test_nucleated_red_cells_stay_so_that_the_calculator_asks() -> None:
    reading = read_report("WBC 2.1 K/uL\nNeut% 38 %\nANC 0.80 K/uL\nNRBC 8 /100 WBC")
    assert reading.unclear == ()
    assert dict(reading.typed) == {"wbc": "2.1", "wbc_unit": K, "anc": "0.80", "anc_unit": K, "nrbc": "8"}


def test_a_row_that_only_resembles_neutrophils_is_no_question_beside_them() -> None:
    reading = read_report("WBC 2.1 K/uL\nGranulocytes 40 %\nNLR 1.2\nNeutrophils 38 %\nNeutrophils 40-75")
    assert reading.unclear == ()
    assert reading.typed["neutrophils"] == "38"


def test_a_number_without_a_unit_is_no_question_beside_the_same_with_one() -> None:
    reading = read_report("WBC 2.1 K/uL\nNeutrophils 38\nNeutrophils 38 %\nWBC 2.1")
    assert reading.unclear == ()
    assert dict(reading.typed) == {"wbc": "2.1", "wbc_unit": K, "neutrophils": "38"}


@pytest.mark.parametrize(
    ("spelling", "unit"),
    [
        ("K/uL", K), ("k/µl", K), ("K/mcL", K), ("K/cumm", K), ("K/mm3", K), ("Thou/mcL", K), ("Thousand/uL", K),
        ("x10^3/uL", K), ("x 10^3 / uL", K), ("10*3/uL", K), ("10**3/uL", K), ("10³/µL", K), ("10E3/uL", K),
        ("10e3/μl", K), ("x10(3)/uL", K), ("Tsd./µl", K), ("tys/µl", K), ("/nL", K), ("10^6/mL", K),
        ("10^9/L", G), ("x10^9/l", G), ("×10⁹/L", G), ("10 ^ 9/L", G), ("10^9 cells/L", G), ("G/L", G), ("G/l", G),
        ("Gpt/l", G), ("Giga/L", G), ("GI/L", G),
        ("/uL", UL), ("/µl", UL), ("cells/uL", UL), ("{cells}/uL", UL), ("Zellen/µl", UL), ("/mm3", UL), ("/mm³", UL),
        ("/mmc", UL), ("/cumm", UL), ("10^6/L", UL), ("M/L", UL), ("10^3/mL", UL), ("per mm3", UL),
    ],
)  # fmt: skip
def test_a_unit_is_known_in_the_spellings_of_laboratories(spelling: str, unit: str) -> None:
    reading = read_report(f"WBC 2.1 {spelling}")
    assert dict(reading.typed) == {"wbc": "2.1", "wbc_unit": unit}
    assert reading.unclear == ()


@pytest.mark.parametrize(
    "spelling", ["10^12/L", "M/uL", "T/L", "g/L", "mg/dL", "10^9/mL", "K/L", "/HPF", "U/L", "cells/L"]
)
def test_a_unit_of_another_size_is_never_taken(spelling: str) -> None:
    reading = read_report(f"WBC 2.1 {spelling}")
    assert reading.typed == {}
    assert [each.field for each in reading.unclear] == ["wbc"]


# Limits


def test_a_text_of_more_than_a_megabyte_is_refused_with_a_sentence() -> None:
    assert read_report("WBC 2.1 K/uL\n" + " " * (REPORT_LIMIT - 13)).typed["wbc"] == "2.1"
    reading = read_report("WBC 2.1 K/uL\n" + " " * (REPORT_LIMIT - 12))
    assert reading.typed == {}
    assert [each.field for each in reading.unclear] == ["report"]
    assert "1 MB" in reading.unclear[0].why


@pytest.mark.parametrize(
    "bit", ["WBC 1 ", "WBC\t2.1\tK/uL\n", "WBC /uL,", "WBC\n", "1-", "a/", ",", "#", "lIO", "1 jan "]
)
def test_the_time_grows_with_the_length_alone(bit: str) -> None:
    def seconds(length: int) -> float:
        text = bit * (length // len(bit))
        start = time.process_time()
        read_report(text)
        return time.process_time() - start

    # Ten times the text; a hundred times the time would be quadratic.
    assert seconds(100_000) < 40 * max(seconds(10_000), 0.01)


def test_a_deeply_nested_resource_is_told_to_be_damaged() -> None:
    reading = read_report('{"resourceType":' + "[" * 100_000)
    assert [each.field for each in reading.unclear] == ["report"]


# Laws

FIELD_KEYS = {field.key for field in FIELDS}
NUMBERS = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
REPORTS = [text for text, *_ in (*READ.values(), *UNCLEAR.values())]
PRINTED = "0123456789.,-–<>=~±?lIOSB%#/|;:()[]{}\"'^* \t\n\rxKuLµ²³⁹é+&"


def lawful(text: str) -> None:
    """Whatever is read is a number that stands in the text, in a field that exists, and everything else is told."""
    reading = read_report(text)
    printed = {Decimal(number[0].replace(",", ".")) for number in NUMBERS.finditer(text)}
    for each in reading.understood:
        assert Decimal(each.value) in printed
        assert isinstance(read_number(each.value), Decimal)
        assert each.words
    assert set(reading.typed) <= FIELD_KEYS
    assert {each.value for each in reading.understood} >= {
        text for key, text in reading.typed.items() if not key.endswith("_unit")
    }
    for unclear in reading.unclear:
        assert unclear.field in FIELD_KEYS | {"report"}
        assert unclear.why


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    lawful(text)


@given(
    st.lists(st.sampled_from(["WBC", "Neut", "%", "#", "Bands", "ANC", "2.1", "38", "K/uL", " ", "\t", "\n", "l", "<"]))
)
def test_any_order_of_words_is_taken(words: list[str]) -> None:
    lawful(" ".join(words))


@st.composite
def mutated(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(REPORTS))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(text)))
        removed = draw(st.integers(0, 2))
        text = text[:place] + draw(st.text(PRINTED, max_size=2)) + text[place + removed :]
    return text


@given(mutated())
def test_nothing_is_read_from_a_spoilt_report_that_does_not_stand_there(text: str) -> None:
    lawful(text)


@pytest.mark.parametrize(("text", "typed"), READ.values(), ids=READ.keys())
def test_a_digit_turned_into_a_letter_is_never_turned_back(text: str, typed: dict[str, str]) -> None:
    for key, value in typed.items():
        if key.endswith("_unit") or not any(digit in value for digit in "0158"):
            continue
        spoilt = value.translate(str.maketrans("0158", "OlSB"))
        changed = re.sub(rf"(?<![\w.,^]){re.escape(value)}(?![\w.,]*[0-9])", spoilt, text)
        if value not in changed and changed != text:
            assert key not in read_report(changed).typed


def outcome_of(text: str) -> Any:
    reading = read_report(text)
    return reading.typed, [each.field for each in reading.unclear]


@pytest.mark.parametrize("text", [text for text, _ in READ.values() if "resourceType" not in text])
def test_a_second_date_makes_everything_unclear(text: str) -> None:
    if "OBX|" in text:
        doubled = text + "\r" + text.replace("20261101080000", "20261108080000")
    else:
        text = re.sub(r"[0-9]{2,4}[-/][0-9]{2}[-/][0-9]{2,4}", "", text)
        doubled = f"Collected 2026-11-01\n{text}\nCollected 2026-11-08\n{text}"
    typed, unclear = outcome_of(doubled)
    assert typed == {}
    assert unclear
