"""What is evaluated in both languages: together it reaches every sentence of the calculators."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

UL, PER_L = "/uL", "10^9/L"

ANC = {"wbc": "1.2", "wbc_unit": PER_L, "segmented": "35", "bands": "5"}
TOTAL = {"wbc": "2.0", "wbc_unit": PER_L, "neutrophils": "20"}
WHOLE = {"monocytes": "5", "eosinophils": "3", "basophils": "2"}
ITSELF = {"anc": "480", "anc_unit": UL}
GRADE = {"anc": "1700", "anc_unit": UL, "scheme": "ctcae-5.0"}
REFERENCE = {"anc": "1300", "anc_unit": UL, "population": "duffy-null-usa"}
FEBRILE = {
    "definition": "idsa-2010", "temperature": "38.3", "temperature_unit": "C", "sustained_minutes": "0",
    "anc": "400", "anc_unit": UL, "expected_below_500": "no",
}  # fmt: skip
MASCC = {
    "burden": "moderate", "systolic": "120", "copd": "no", "tumour": "solid", "previous_fungal_infection": "no",
    "dehydration": "no", "setting": "outpatient", "age": "50",
}  # fmt: skip
CISNE = {
    "ecog": "1", "glucose": "5.5", "glucose_unit": "mmol/L", "diabetes_or_steroids": "no", "copd": "no",
    "chronic_cardiovascular": "no", "mucositis_grade": "0", "monocytes": "0.25", "monocytes_unit": PER_L,
}  # fmt: skip
TALCOTT = {"inpatient_at_onset": "no", "serious_comorbidity": "no", "cancer_controlled": "yes"}
CLOZAPINE = {"region": "us", "population": "general", "anc": "1400", "anc_unit": UL}

CASES: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "anc": (
        {},
        ANC,
        ANC | {"wbc": ""},
        ANC | {"wbc_unit": ""},
        ANC | {"wbc_unit": "parsec"},
        ANC | {"wbc": "3000"},
        ANC | {"wbc": "600"},
        ANC | {"wbc": "12", "wbc_unit": UL},
        ANC | {"wbc": "1.2.3"},
        ANC | {"wbc": "-3"},
        ANC | {"wbc": "1,234"},
        ANC | {"wbc": "1234567890123"},
        ANC | {"segmented": "120"},
        ANC | {"segmented": "60", "bands": "60"},
        ANC | {"lymphocytes": "70"},
        ANC | {"bands": ""},
        ANC | {"segmented": ""},
        ANC | {"neutrophils": "70"},
        ANC | {"neutrophils": "40"},
        ANC | {"segmented": "0.35"},
        ANC | {"metamyelocytes": "2"},
        ANC | {"metamyelocytes": "2", "count_metamyelocytes": "yes"},
        ANC | {"count_metamyelocytes": "yes"},
        ANC | {"count_metamyelocytes": "maybe"},
        ANC | WHOLE | {"lymphocytes": "40"},
        ANC | WHOLE | {"segmented": "45", "lymphocytes": "40.4", "monocytes": "5.4"},
        TOTAL,
        TOTAL | {"bands": "5"},
        TOTAL | {"bands": "5", "bands_included": "yes"},
        TOTAL | {"bands": "5", "bands_included": "no"},
        TOTAL | {"bands": "25", "bands_included": "yes"},
        TOTAL | {"bands_included": "no"},
        TOTAL | {"segmented": "15"},
        TOTAL | WHOLE | {"lymphocytes": "40"},
        TOTAL | WHOLE | {"neutrophils": "60", "bands": "10", "lymphocytes": "30"},
        TOTAL | WHOLE | {"neutrophils": "60", "bands": "10", "lymphocytes": "20"},
        TOTAL | {"nrbc": "20"},
        TOTAL | {"nrbc": "20", "nrbc_corrected": "no"},
        TOTAL | {"nrbc": "3", "nrbc_corrected": "no"},
        TOTAL | {"nrbc": "3", "nrbc_corrected": "yes"},
        TOTAL | {"nrbc_corrected": "no"},
        TOTAL | {"nrbc": "20000"},
        TOTAL | {"cells_counted": "100"},
        TOTAL | {"cells_counted": "100", "wbc_cv": "3", "interval_method": "wilson"},
        TOTAL | {"neutrophils": "20.5", "cells_counted": "50"},
        TOTAL | {"neutrophils": "24", "cells_counted": "100"},
        TOTAL | {"neutrophils": "24.9", "cells_counted": "100", "wbc_cv": "20"},
        TOTAL | {"neutrophils": "25", "cells_counted": "100"},
        TOTAL | {"neutrophils": "24.99", "cells_counted": "100"},
        TOTAL | {"neutrophils": "26", "cells_counted": "9000"},
        TOTAL | {"neutrophils": "27.18", "cells_counted": "184"},
        TOTAL | {"wbc": "10", "neutrophils": "10", "cells_counted": "10"},
        TOTAL | {"wbc": "2500", "wbc_unit": UL, "neutrophils": "75", "cells_counted": "50"},
        TOTAL | {"cells_counted": "1.5"},
        TOTAL | {"cells_counted": "100", "interval_method": "guess"},
        TOTAL | {"wbc_cv": "3"},
        TOTAL | {"cells_counted": "100", "wbc_cv": "0.03"},
        TOTAL | {"age_days": "20"},
        TOTAL | {"lower_limit": "1.5", "lower_limit_unit": PER_L},
        TOTAL | {"lower_limit": "0", "lower_limit_unit": PER_L},
        TOTAL | {"lower_limit": "1.5", "lower_limit_unit": UL},
        ITSELF,
        ITSELF | {"anc": "4"},
        ITSELF | {"anc": "60000"},
        ITSELF | {"anc": "3000000"},
        ITSELF | {"segmented_count": "300"},
        ITSELF | {"neutrophils": "40"},
        ITSELF | {"cells_counted": "100"},
        ITSELF | {"wbc": "0.3", "wbc_unit": PER_L},
        {"segmented_count": "300", "anc_unit": UL},
        {"bands_count": "30", "anc_unit": UL},
        {"segmented_count": "300", "bands_count": "30", "anc_unit": UL},
        {"segmented_count": "1500000", "bands_count": "1500000", "anc_unit": UL},
    ),
    "grade": (
        {},
        GRADE,
        GRADE | {"scheme": "conventional", "age_days": "20"},
        GRADE | {"scheme": "none"},
        *(GRADE | {"anc": count, "scheme": "who"} for count in ("50", "150", "400", "700", "1200", "1600", "2500")),
        *(
            GRADE | {"anc": count, "lower_limit": "1800", "lower_limit_unit": UL, "age_days": "3"}
            for count in ("150", "1200", "1700")
        ),
        GRADE | {"age_days": "50000"},
    ),
    "convert": ({}, {"value": "0.48", "unit": PER_L}),
    "interval": (
        {},
        {"cells": "10", "counted": "100"},
        {"cells": "10", "counted": "100", "level": "90", "method": "wilson"},
        {"cells": "3", "counted": "9"},
        {"cells": "0", "counted": "100"},
        {"cells": "100", "counted": "100"},
        {"cells": "120", "counted": "100"},
        {"cells": "1.5", "counted": "0", "level": "10"},
    ),
    "reference": (
        {},
        REFERENCE,
        *(
            REFERENCE | {"anc": count, "population": population}
            for count in ("100", "4000", "20000")
            for population in (
                "adult", "adult-1800", "duffy-null-uk", "pregnancy-8-40-weeks", "newborn-12-24-hours", "first-week",
                "newborn-from-72-hours", "very-low-birth-weight-61-hours-28-days",
                "very-low-birth-weight-weeks-13-15", "under-1-year", "from-1-year",
            )
        ),
        REFERENCE | {"population": "adult", "lower_limit": "1700", "lower_limit_unit": UL},
        REFERENCE | {"lower_limit": "1700", "lower_limit_unit": UL},
    ),
    "febrile": (
        {},
        FEBRILE,
        *(FEBRILE | {"definition": each} for each in ("nccn", "ctcae-5.0", "ctcae-6.0", "esmo-2016", "nice")),
        FEBRILE | {"temperature": "39", "sustained_minutes": "90"},
        FEBRILE | {"temperature": "36", "anc": "2000"},
        FEBRILE | {"temperature": "100.94", "temperature_unit": "F", "expected_below_500": "yes"},
        FEBRILE | {"temperature": "101"},
        FEBRILE | {"temperature": "60"},
        FEBRILE | {"sustained_minutes": "20000"},
    ),
    "mascc": (
        {},
        MASCC,
        MASCC | {"burden": "severe", "systolic": "80", "copd": "yes", "tumour": "haematological"},
        MASCC | {"burden": "none-or-mild", "tumour": "haematological", "previous_fungal_infection": "yes"},
        MASCC | {"previous_fungal_infection": "yes", "dehydration": "yes", "setting": "inpatient", "age": "70"},
        MASCC | {"burden": "severe", "systolic": "80", "setting": "inpatient", "age": "70", "copd": "yes"},
        MASCC | {"age": "3"},
    ),
    "cisne": (
        {},
        CISNE,
        CISNE | {"ecog": "2", "copd": "yes", "chronic_cardiovascular": "yes", "mucositis_grade": "2"},
        CISNE | {"copd": "yes", "diabetes_or_steroids": "yes"},
        CISNE | {"glucose": "6.71"},
        CISNE | {"glucose": "41"},
        CISNE | {"glucose": "30", "glucose_unit": "mg/dL"},
        CISNE | {"glucose": "5", "glucose_unit": "mg/dL"},
        CISNE | {"glucose": "5000", "glucose_unit": "mg/dL"},
    ),
    "talcott": (
        {},
        TALCOTT,
        TALCOTT | {"inpatient_at_onset": "yes"},
        TALCOTT | {"serious_comorbidity": "yes"},
        TALCOTT | {"cancer_controlled": "no"},
    ),
    "gcsf": (
        {},
        *({"risk": risk, "policy": "over-20"} for risk in ("0.2", "5", "15", "20", "30")),
        {"risk": "20", "policy": "at-least-20"},
        {"risk": "120", "policy": "at-least-20"},
    ),
    "clozapine": (
        {},
        CLOZAPINE,
        *(CLOZAPINE | {"anc": count} for count in ("300", "700", "1700", "2500")),
        *(CLOZAPINE | {"population": "ben", "anc": count} for count in ("300", "700", "1700")),
        *(CLOZAPINE | {"region": "eu", "wbc": "3200", "wbc_unit": UL, "anc": n} for n in ("700", "1400", "4000")),
        CLOZAPINE | {"wbc": "3200", "wbc_unit": UL},
        *(
            CLOZAPINE | {"region": "uk", "wbc": wbc, "wbc_unit": UL, "anc": count}
            for wbc, count in (("2500", "1400"), ("3200", "1700"), ("4000", "2500"))
        ),
        CLOZAPINE | {"region": "uk"},
        CLOZAPINE | {"region": "uk", "population": "ben", "wbc": "4000", "wbc_unit": UL},
        CLOZAPINE | {"anc": "1.4", "wbc": "70", "wbc_unit": UL},
    ),
}  # fmt: skip
"""For each calculator: results, refusals and cautions."""

_OBX = "OBX|{n}|{kind}|{code}^{name}^LN||{value}|{unit}|||||{status}"


def _obx(code: str, name: str, value: str, unit: str, status: str = "F", kind: str = "NM", n: int = 1) -> str:
    return _OBX.format(n=n, kind=kind, code=code, name=name, value=value, unit=unit, status=status)


_FHIR = (
    '{{"resourceType": "Observation", "status": "final", "code": {{"text": "WBC", "coding": '
    '[{{"system": "http://loinc.org", "code": "6690-2"}}]}}, {value}}}'
)

REPORTS = (
    "",
    "no blood count in here",
    "WBC 1.2 10^9/L\nNeutrophils 40 %",
    "Neut # 0.0\nBands 0.7 10^9/L",
    "WBC 1.2 10^9/L\nNeutrophils 40 %\nBands 5 %",
    "WBC 1.2 10^9/L\nNeutrophils 40 %\nBands 45 %",
    "WBC 1.2 10^9/L\nNeutrophils 40 %\nANC 480 /uL",
    "WBC 1.2 10^9/L\nNeutrophils 40 %\nANC 900 /uL",
    "WBC 1.24 10^9/L\nNeutrophils 40 %\nANC 500 /uL",
    "WBC 1.2 10^9/L\nNeutrophils 40 %\nSegmented 35 %\nBands 5 %\nANC 480 /uL",
    "WBC 1.2 10^9/L\nNeutrophils 60 %\nSegmented 35 %\nBands 5 %",
    "WBC 1.2 10^9/L\nBands 5 %\nANC 480 /uL",
    "ANC 480 /uL\nBands 30 /uL",
    "ANC 480 /uL\nSegmented 300 /uL\nBands 30 /uL",
    "WBC 1.2 10^9/L\nSegmented 300 /uL\nNeutrophils 40 %\nBands 30 /uL",
    "WBC 1.2\nNeutrophils 40 %",
    "WBC 1.2 10^9/L\nNeutrophils 40",
    "WBC 1.2 10^9/L\nNeutrophils 40 mg/dL",
    "WBC 1.2 10^9/L\nNeutrophils % 0.4 10^9/L",
    "WBC 1.2 10^9/L 1.3 10^9/L\nNeutrophils 40 %",
    "WBC 1.2 10^9/L\nWBC 1.4 10^9/L\nNeutrophils 40 %",
    "2026-11-01 WBC 1.2 10^9/L\n2026-11-03 Neutrophils 40 %",
    "2026-11-01 2026-11-03\nWBC 1.2 10^9/L\nNeutrophils 40 %",
    "WBC 1,234 /uL\nNeutrophils 40 %",
    "WBC ~1.2 10^9/L\nNeutrophils 40 %",
    "WBC 4.0 - 11.0 10^9/L\nNeutrophils 40 %",
    "WBC <0.1 10^9/L\nNeutrophils 40 %",
    "WBC 1.2 10^9/L\nGranulocytes 40 %",
    "WBC 1.2 10^9/L\nNeutrophil/lymphocyte ratio 4",
    "WBC 1.2 10^9/L\nNeutrophils and lymphocytes 40 %",
    "WBC 1.2 10^9/L\nabnormal foo neutrophils 40 %",
    "CSF\nWBC 12 /uL\nNeutrophils 40 %",
    "38% neutrophils and 5% bands",
    "WBC 1.2 10^9/L\nANC 480 /uL\nBands 0.03 10^9/L",
    "x" * 1_000_001,
    _obx("6690-2", "WBC", "1.2", "10*9/L"),
    _obx("6690-2", "WBC", "1.2", "10*9/L", status="P"),
    _obx("6690-2", "WBC", ">^1.2", "10*9/L", kind="SN"),
    _obx("6690-2", "Neutrophils", "1.2", "10*9/L"),
    _obx("6690-2", "WBC", "1.2", "10*9/L^/uL"),
    _obx("6690-2", "WBC", "1.2+", "10*9/L"),
    _obx("99999-9", "WBC^^x^Neutrophils", "1.2", "10*9/L"),
    _obx("49498-9", "WBC estimate", "1.2", "10*9/L"),
    f"PID|1||A\n{_obx('6690-2', 'WBC', '1.2', '10*9/L')}\nPID|1||B\n{_obx('770-8', 'Neutrophils', '40', '%')}",
    _obx("6690-2", "WBC", "1.2", "10*9/L") + "\n" + _obx("26499-4", "CSF Neutrophils", "0.4", "10*9/L"),
    _FHIR.format(value='"valueString": "1.2"'),
    _FHIR.format(value='"valueQuantity": {"value": 1.2, "comparator": "<", "unit": "10*9/L"}'),
    '{"resourceType": "Observation", ',
)
"""Pasted reports, clear and unclear ones."""

ROWS = (
    "",
    "date,anc,anc_unit\n",
    "date,anc,anc_unit,colour\n2026-11-01,480,/uL,red\n",
    "date,date,anc,anc_unit\n2026-11-01,,480,/uL\n",
    "anc,anc_unit\n480,/uL\n",
    "date,wbc\n2026-11-01,3\n",
    'date,anc,anc_unit\n2026-11-01,"480,/uL\n',
    "date,anc,anc_unit\n2026-11-01,480,/uL,7\n",
    "date;anc;anc_unit\n2026-11-01;480;/uL;7\n",
    'date,anc,anc_unit\n2026-11-01,"0,5",10^9/L\n',
    "date,anc,anc_unit\n,480,/uL\n",
    "date,anc,anc_unit\n03/04/2026,480,/uL\n",
    "date,anc,anc_unit\n31/12/2026,480,/uL\n",
    "date,anc,anc_unit\nyesterday,480,/uL\n",
    "date,anc,anc_unit\n1026-11-01,480,/uL\n",
    "date,anc,anc_unit\n2026-02-30,480,/uL\n",
    "date,time,anc,anc_unit\n2026-11-01,8 am,480,/uL\n",
    "date,time,anc,anc_unit\n2026-11-01 08:30,09:00,480,/uL\n",
    "date,anc,anc_unit\n2026-11-01,480,/uL\n2026-11-01,490,/uL\n",
    "date,time,anc,anc_unit\n2026-11-01,08:00,480,/uL\n2026-11-01,08:00,490,/uL\n",
    "date,anc,anc_unit\n2026-11-01,,/uL\n",
    "date,anc,anc_unit\n2026-11-01,x,\n",
    "date,anc,anc_unit,wbc,wbc_unit,neutrophils,segmented,bands\n2026-11-01,480,/uL,3,10^9/L,,,\n",
    "date,wbc,wbc_unit,neutrophils,segmented,bands\n2026-11-01,3,10^9/L,40,35,5\n",
    "date,wbc,wbc_unit,segmented,bands\n2026-11-01,3,10^9/L,90,50\n2026-11-02,3,10^9/L,90,\n",
    "date,wbc,wbc_unit,segmented,bands\n2026-11-01,3,10^9/L,,5\n",
    "date,wbc,wbc_unit,neutrophils\n2026-11-01,3,10^9/L,\n2026-11-02,,,40\n",
    "date,anc,anc_unit\n" + "2026-11-01,480,/uL\n" * 5002,
)
"""Rows of counts that are refused."""


def _series(*counts: tuple[str, str]) -> str:
    return "date,anc,anc_unit\n" + "".join(f"{day},{count},/uL\n" for day, count in counts)


def _every(step: int, counts: list[int]) -> Iterator[tuple[str, str]]:
    for place, count in enumerate(counts):
        yield (date(2026, 1, 1) + timedelta(step * place)).isoformat(), str(count)


def _cycle(step: int, length: int, period: int) -> list[int]:
    return [2000 if (place * step) % period < period / 2 else 200 for place in range(length)]


SERIES: tuple[str, ...] = (
    _series(("2026-11-01", "3000")),
    _series(("2026-11-01", "300")),
    _series(("2026-11-01", "3000"), ("2026-11-02", "300")),
    _series(("2026-11-01", "300"), ("2026-11-02", "400")),
    _series(("2026-11-01", "300"), ("2026-11-02", "200"), ("2026-11-03", "250")),
    _series(("2026-11-01", "900"), ("2026-11-02", "300"), ("2026-11-03", "600"), ("2026-11-04", "700")),
    _series(
        *(
            (f"2026-11-0{day}", count)
            for day, count in zip(range(1, 7), ("900", "90", "600", "700", "800", "400"), strict=True)
        )
    ),
    _series(("2026-11-01", "300"), ("2026-11-03", "600"), ("2026-11-04", "700"), ("2026-11-05", "800")),
    _series(("2026-11-01", "300"), ("2026-11-03", "600"), ("2026-11-04", "700")),
    _series(("2026-11-01", "300"), ("2026-11-04", "600"), ("2026-11-05", "700"), ("2026-11-06", "400")),
    _series(("2026-11-01", "300"), ("2026-11-12", "600"), ("2026-11-13", "0"), ("2026-11-20", "0")),
    _series(("2026-11-01", "300"), ("2026-11-02", "100"), ("2026-11-03", "90"), ("2026-11-04", "89")),
    _series(*((f"2026-11-0{n}", count) for n, count in enumerate(("100", "0", "400", "300", "200", "150", "500"), 1))),
    _series(("2026-11-01", "2000"), ("2026-11-03", "900"), ("2026-11-05", "900"), ("2026-11-08", "2000")),
    _series(("2026-11-01", "2000"), ("2026-11-03", "900"), ("2026-11-05", "900"), ("2026-11-06", "2000")),
    _series(("2026-11-01", "2000"), ("2026-11-02", "900"), ("2026-11-05", "900"), ("2026-11-08", "2000")),
    _series(("2026-11-02", "900"), ("2026-11-05", "900"), ("2026-11-08", "2000")),
    _series(("2026-11-02", "900"), ("2026-11-05", "900"), ("2026-11-06", "2000")),
    _series(("2026-11-01", "2000"), ("2026-11-03", "900"), ("2026-11-05", "900")),
    _series(("2026-11-01", "2000"), ("2026-11-02", "900"), ("2026-11-05", "900")),
    _series(("2026-11-02", "900"), ("2026-11-05", "900")),
    _series(("2026-01-01", "900"), ("2026-05-05", "900")),
    _series(("2026-01-01", "900"), ("2026-04-01", "900"), ("2026-04-02", "2000")),
    _series(("2026-01-01", "900"), ("2026-01-02", "2000"), ("2026-05-01", "900"), ("2026-05-05", "900")),
    "date,time,wbc,wbc_unit,neutrophils,anc,anc_unit\n"
    "2026-11-01,,,,,3200,/uL\n2026-11-08,08:30,1.2,10^9/L,40,,\n2026-11-11,,,,,60,/uL\n2026-11-20,,,,,4100,/uL\n",
    "date,wbc,wbc_unit,neutrophils\n2026-11-01,12,/uL,0.4\n2026-11-02,12,/uL,0.4\n2026-11-03,12,/uL,0.4\n",
    "date,wbc,wbc_unit,neutrophils\n2026-11-01,12,/uL,40\n2026-11-02,13,/uL,40\n",
    _series(*[(day, "900") for day in ("2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04") for _ in range(2)]),
    _series(("2026-11-01", "900"), ("2026-11-01", "900")),
    _series(*_every(7, _cycle(7, 6, 21))),
    _series(*_every(3, _cycle(3, 30, 21))),
    _series(*_every(3, _cycle(3, 16, 42))),
    _series(*_every(3, [1000] * 20)),
    _series(*_every(3, [1000, 1100, 900, 1300, 800, 1250, 1010, 990, 700, 1500, 1111, 940] * 2)),
    _series(*_every(10, [1000, 1100, 400, 1300, 800, 1250])),
)
"""Rows of counts that are read."""

DAYS = ("2026-11-05", "2025-12-25")
"""Days one, after and before the lowest count of most series."""
