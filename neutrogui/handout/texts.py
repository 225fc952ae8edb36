"""The words that stand on paper, one file a language."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from neutrogui.handout.typesetting import TypesettingFailed


def read_texts(resources: Path, language: str) -> dict[str, Any]:
    """All words of a language, from `handout/texts` in the resources. Raises `TypesettingFailed`."""
    try:
        return tomllib.loads((resources / "handout" / "texts" / f"{language}.toml").read_text("utf-8"))
    except (OSError, ValueError) as error:
        message = "The words of the sheet are missing from this installation. Install NeutroGUI again."
        raise TypesettingFailed(message) from error


def day_in_words(iso: str, dates: dict[str, Any]) -> str:
    """A date such as `2026-11-21` as it is written in the language."""
    day = date.fromisoformat(iso)
    return str(dates["day"].format(day=day.day, month=dates["months"][day.month - 1], year=day.year))
