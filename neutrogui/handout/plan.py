"""Reads the plan of all sheets, `handout/sheets.toml` in the resources."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from neutrogui.domain.language import say
from neutrogui.domain.sheet_plan import HandoutPlan, LineGroup, MedicineAdvice, SheetKind, SheetPlan, Switch
from neutrogui.handout.typesetting import TypesettingFailed


@lru_cache(maxsize=1)
def read_plan(resources: Path) -> HandoutPlan:
    """The plan in the bundled folder. Raises `TypesettingFailed`."""
    try:
        whole = tomllib.loads((resources / "handout" / "sheets.toml").read_text("utf-8"))
        return HandoutPlan(
            sheets={SheetKind(key): _sheet(sheet) for key, sheet in whole["sheets"].items()},
            groups={
                key: LineGroup(group["icon"], tuple(group["lines"]), group.get("ruled", 0))
                for key, group in whole["groups"].items()
            },
            switches={key: _switch(switch) for key, switch in whole["switches"].items()},
            medicines={
                key: MedicineAdvice(advice["act"], advice["tests"], advice["source"])
                for key, advice in whole["medicines"].items()
            },
            numbers={key: str(number) for key, number in whole["numbers"].items()},
            always=tuple(whole["always"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        message = say("The plan of the sheets is missing from this installation. Install NeutroGUI again.")
        raise TypesettingFailed(message) from error


def _sheet(sheet: Mapping[str, Any]) -> SheetPlan:
    return SheetPlan(
        threshold=sheet["threshold"],
        signs=tuple(sheet["signs"]),
        rules=tuple(sheet["rules"]),
        groups=tuple(sheet["groups"]),
        card=sheet["card"],
        log=sheet["log"],
        check=tuple(sheet["check"]),
    )


def _switch(switch: Mapping[str, Any]) -> Switch:
    """A switch of one line is on or off; one of several lines names its default, or none."""
    one = switch.get("line") or switch.get("call", "")
    choices = (one,) if one else tuple(switch["lines"])
    default = one if switch["default"] is True else switch["default"] or ""
    return Switch(choices, default, switch["evidence"], tuple(switch["sources"]), call="call" in switch)
