"""The words of the handouts, one file a language: read, filled in with numbers, and compared with the English."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from neutrogui.domain.handout import ENGLISH, HandoutWords, Language
from neutrogui.domain.language import say
from neutrogui.domain.sheet_plan import SheetKind
from neutrogui.handout.plan import read_plan
from neutrogui.handout.typesetting import TypesettingFailed

LANGUAGES = (ENGLISH, "es", "fr", "pt", "vi", "ru", "ar", "zh")
"""Codes of the languages, in the order in which they are offered."""

_DATE = "dates.day"
"""A language may write the month's number instead of its name."""

_PLACE = re.compile(r"\{(\w+)\}")


@lru_cache(maxsize=len(LANGUAGES))
def read_texts(resources: Path, language: str) -> Mapping[str, Any]:
    """All words of a language, from `handout/texts` in the resources; not to be changed. Raises `TypesettingFailed`."""
    try:
        return tomllib.loads((resources / "handout" / "texts" / f"{language}.toml").read_text("utf-8"))
    except (OSError, ValueError) as error:
        message = say("The words of the sheet are missing from this installation. Install NeutroGUI again.")
        raise TypesettingFailed(message) from error


def languages(resources: Path) -> tuple[Language, ...]:
    """Every language, in the order in which they are offered. Raises `TypesettingFailed`."""
    return tuple(
        Language(code, about["name"], about["checked_by"])
        for code in LANGUAGES
        for about in [read_texts(resources, code)["language"]]
    )


def screen_words(resources: Path, language: str = ENGLISH) -> HandoutWords:
    """The words of the sheets in the language of the screen, and the languages. Raises `TypesettingFailed`."""
    words, numbers = read_texts(resources, language), read_plan(resources).numbers
    return HandoutWords(
        sheets={kind: (words["sheets"][kind]["title"], words["sheets"][kind]["for"]) for kind in SheetKind},
        groups=dict(words["groups"]),
        lines={key: filled(text, numbers) for key, text in words["lines"].items()},
        signs=dict(words["signs"]),
        medicines={key: name for key, name in words["medicines"].items() if key != "label"},
        languages=languages(resources),
    )


def filled(text: str, numbers: Mapping[str, str]) -> str:
    """A text with its numbers in the place of the braces. KeyError for one that is not known."""
    return _PLACE.sub(lambda place: numbers[place[1]], text)


def differences(english: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """What a translator has to put right, in sentences: keys that are missing or too many, numbers that are lost."""
    wanted, found = dict(_flat(english)), dict(_flat(other))
    told = [f"“{key}” is missing" for key in wanted if key not in found]
    told += [f"“{key}” is not in the English words" for key in found if key not in wanted]
    for key in wanted.keys() & found.keys():
        lost = sorted(set(_PLACE.findall(wanted[key])) ^ set(_PLACE.findall(found[key])))
        if key != _DATE:
            told += [f"“{key}”: {{{name}}} stands in one of the languages only" for name in lost]
        if re.search(r"\d", found[key]) and not key.startswith("language."):
            told.append(f"“{key}”: a number is written out; braces name it")
        if wanted[key] and not found[key] and key != "language.checked_by":
            told.append(f"“{key}” is empty")
    return told


def day_in_words(iso: str, dates: Mapping[str, Any]) -> str:
    """A date such as `2026-11-21` as it is written in the language, with the month's name or its number."""
    day = date.fromisoformat(iso)
    month = dates["months"][day.month - 1]
    return str(dates["day"].format(day=day.day, month=month, month_number=day.month, year=day.year))


def _flat(node: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, Mapping):
        for name, part in node.items():
            yield from _flat(part, f"{key}.{name}" if key else name)
    elif isinstance(node, list):
        for number, part in enumerate(node, 1):
            yield from _flat(part, f"{key}.{number}")
    else:
        yield key, str(node)
