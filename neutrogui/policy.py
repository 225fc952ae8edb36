r"""What an administrator has set for everybody, read before what a user has chosen.

On Windows it stands in the registry, where Group Policy writes: the values of a subkey of
`HKLM\Software\Policies\NeutroGUI`. Everywhere a file `policy.ini` with the same names does for the window's settings.
A setting's name is `view/zoom`: subkey or section, and value, in small letters.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from neutrogui import places
from neutrogui.domain.language import say

REGISTRY_KEY = r"Software\Policies\NeutroGUI"
FILE_NAME = "policy.ini"

VIEW, CLINIC = "view", "clinic"
"""The subkeys: how the window looks, and what the clinic prints, with the names of `clinic.json`."""

MOST_BYTES = 100_000
"""More than any policy file has."""

Value = str | tuple[str, ...] | None
"""What a value of the registry can be; None is one of a kind that no setting has."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The settings that are not the user's, and what went wrong, if anything did."""

    values: Mapping[str, Any]
    trouble: str = ""


def view_policy() -> Policy:
    """What is set of the window, as texts by their names; the registry's come before the file's."""
    file, registry = _file_policy(VIEW), _registry_policy(VIEW)
    # What is no text can't be used, and is told where it is used.
    texts = {name: value if isinstance(value, str) else "" for name, value in registry.values.items()}
    values = {f"{VIEW}/{name}": value for name, value in ({**file.values, **texts}).items()}
    return Policy(values, " ".join(filter(None, (file.trouble, registry.trouble))))


def clinic_policy() -> Policy:
    """What Group Policy has set of the clinic's settings, by the names and with the kinds that `clinic.json` has."""
    read = _registry_policy(CLINIC)
    values = {name: list(value) if isinstance(value, tuple) else value for name, value in read.values.items()}
    return Policy(values, read.trouble)


def _file_policy(section: str) -> Policy:
    for folder in places.shared_folders():
        file = folder / FILE_NAME
        try:
            with file.open("rb") as opened:
                return Policy(_section(opened.read(MOST_BYTES + 1), section))
        except (FileNotFoundError, NotADirectoryError):
            continue
        except (OSError, ValueError):
            return Policy({}, _unreadable(str(file)))
    return Policy({})


def _section(data: bytes, name: str) -> dict[str, str]:
    """One section of a file; `ValueError` where it is no such file."""
    from configparser import ConfigParser, Error  # few computers have such a file

    if len(data) > MOST_BYTES:
        raise ValueError("too long")
    parser = ConfigParser(interpolation=None)
    try:
        parser.read_string(data.decode("utf-8-sig"))
    except Error as error:
        raise ValueError(str(error)) from error
    return dict(parser[name]) if parser.has_section(name) else {}


def _registry_policy(subkey: str) -> Policy:
    try:
        import winreg
    except ImportError:
        return Policy({})
    path = rf"{REGISTRY_KEY}\{subkey}"
    try:
        return Policy(_values_below(winreg, path))
    except FileNotFoundError:
        return Policy({})
    except OSError:
        return Policy({}, _unreadable(f"HKLM\\{path}"))


def _unreadable(place: str) -> str:
    return say("The administrator’s settings in “{place}” can’t be read.").format(place=place)


def _values_below(registry: Any, path: str) -> dict[str, Value]:
    values: dict[str, Value] = {}
    with registry.OpenKey(registry.HKEY_LOCAL_MACHINE, path) as key:
        for position in range(registry.QueryInfoKey(key)[1]):
            name, value, kind = registry.EnumValue(key, position)
            if kind == registry.REG_MULTI_SZ:
                values[name.lower()] = tuple(value or ())
            elif kind in (registry.REG_SZ, registry.REG_EXPAND_SZ, registry.REG_DWORD):
                values[name.lower()] = str(value)
            else:
                values[name.lower()] = None
    return values
