r"""What an administrator has set for everybody, read before what a user has chosen.

On Windows it stands in the registry, where Group Policy writes: the values of a subkey of
`HKLM\Software\Policies\NeutroGUI`. Everywhere a file `policy.ini` with the same names does for the window's settings.
A setting's name is `view/zoom`: subkey or section, and value, in small letters.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from neutrogui import places

REGISTRY_KEY = r"Software\Policies\NeutroGUI"
FILE_NAME = "policy.ini"

VIEW, CLINIC = "view", "clinic"
"""The subkeys: how the window looks, and what the clinic prints, with the names of `clinic.json`."""

MOST_BYTES = 100_000
"""More than any policy file has."""

Value = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ViewPolicy:
    """The window's settings that are not the user's, by name, and what went wrong, if anything did."""

    values: Mapping[str, str]
    trouble: str = ""


def view_policy() -> ViewPolicy:
    """What is set of the window; the registry's values come before the file's."""
    file = next((path for folder in places.shared_folders() if (path := folder / FILE_NAME).exists()), None)
    values, trouble = ({}, "") if file is None else _section(file, VIEW)
    values |= {name: value for name, value in _registry_values(VIEW).items() if isinstance(value, str)}
    return ViewPolicy({f"{VIEW}/{name}": value for name, value in values.items()}, trouble)


def clinic_policy() -> Mapping[str, Value]:
    """What Group Policy has set of the clinic's settings, by the names of `clinic.json`."""
    return _registry_values(CLINIC)


def _section(file: Path, name: str) -> tuple[dict[str, str], str]:
    from configparser import ConfigParser, Error  # few computers have such a file

    parser = ConfigParser(interpolation=None)
    try:
        with file.open("rb") as opened:
            parser.read_string(opened.read(MOST_BYTES).decode("utf-8-sig"))
    except (OSError, ValueError, Error):
        return {}, f"The administrator’s settings in “{file}” can’t be read."
    return (dict(parser[name]) if parser.has_section(name) else {}), ""


def _registry_values(subkey: str) -> dict[str, Value]:
    try:
        import winreg as registry
    except ImportError:
        return {}
    return _values_below(registry, rf"{REGISTRY_KEY}\{subkey}")


def _values_below(registry: Any, path: str) -> dict[str, Value]:
    """The values of one key; one that is neither text, number nor list of texts is passed over."""
    values: dict[str, Value] = {}
    try:
        with registry.OpenKey(registry.HKEY_LOCAL_MACHINE, path) as key:
            for position in range(registry.QueryInfoKey(key)[1]):
                name, value, kind = registry.EnumValue(key, position)
                if kind == registry.REG_MULTI_SZ:
                    values[name.lower()] = tuple(value or ())
                elif kind in (registry.REG_SZ, registry.REG_EXPAND_SZ, registry.REG_DWORD):
                    values[name.lower()] = str(value)
    except OSError:
        return {}
    return values
