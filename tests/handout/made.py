"""Handouts made for tests: each is laid out once, however many tests look at it."""

import re
import tomllib
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
from pdf_reading import plain_text

from neutrogui.bundle import resources
from neutrogui.calculators.grading import CONVENTIONAL
from neutrogui.domain.clinic import ClinicSettings
from neutrogui.domain.handout import Handout, HandoutRules, read_handout
from neutrogui.handout import sheet, texts, typesetting
from neutrogui.handout.plan import read_plan

RULES = HandoutRules(read_plan(resources()), texts.LANGUAGES, CONVENTIONAL, "2026.11")

EMPTY = ClinicSettings()
FULL = ClinicSettings(
    clinic="Riverside Cancer Clinic",
    phone_day="555 0100",
    phone_night="555 0199",
    where="Gate 4, then the bell",
    call_at="38.5",
    checked=texts.LANGUAGES,
)
NUMBERS = {
    "count": "480",
    "count_unit": "/uL",
    "counted_on": "2026-11-21",
    "next_test": "2026-11-28",
    "low_from": "2026-11-26",
    "low_to": "2026-12-02",
    "medicines": "ibuprofen",
}


def handout(settings: ClinicSettings = FULL, **typed: str) -> Handout:
    """A sheet after chemotherapy, unless another kind is typed."""
    read = read_handout({"kind": "chemo", **typed}, settings, RULES)
    assert isinstance(read, Handout), read
    return read


def pdf(settings: ClinicSettings = FULL, **typed: str) -> bytes:
    """Its file."""
    return typesetting.pdf(sheet.document(handout(settings, **typed), resources()))


def text(settings: ClinicSettings = FULL, **typed: str) -> str:
    """What is read aloud of it."""
    return plain_text(pdf(settings, **typed))


@cache
def full(kind: str, language: str, paper: str = "a4", size: str = "normal") -> bytes:
    """A sheet with everything filled in, in words that count as checked."""
    return pdf(replace(FULL, paper=paper, type_size=size), kind=kind, languages=language, **NUMBERS)


@cache
def read_back(kind: str, language: str) -> str:
    """What is read aloud of such a sheet."""
    return plain_text(full(kind, language))


@cache
def words_of(language: str) -> dict[str, Any]:
    """The file with the words of a language."""
    return tomllib.loads((resources() / f"handout/texts/{language}.toml").read_text("utf-8"))


def pages_of(data: bytes) -> int:
    with pikepdf.open(BytesIO(data)) as document:
        return len(document.pages)


def squeezed(words: str) -> str:
    """Without blanks: lines break in other places in each language, in some of them without one."""
    return re.sub(r"[\s\u200b]", "", words)
