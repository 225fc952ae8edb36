"""What a clinic prints on every sheet, as it was typed: one file, to be exported, imported, placed for all computers.

Nothing about a patient is in it. The texts are checked where a sheet is made from them, so that a mistake is told
beside its field.
"""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Protocol

from neutrogui.domain.language import grouped, say
from neutrogui.domain.number import Refusal

FORMAT = "neutrogui-clinic-1"
"""What a settings file says of itself first."""

MOST_BYTES = 1_000_000
"""More than any settings file has, its logo included."""


@dataclass(frozen=True, slots=True)
class ClinicSettings:
    """Texts as typed; the empty text is what was never set.

    `switches` gives the chosen line by the key of a switch (empty: none of them); `left_out` are ids of lines and, as
    `sign-cough`, of signs that are not printed; `own_lines` are the clinic's own by kind of sheet; `checked` are codes
    of languages whose words the clinic has had checked.
    """

    clinic: str = ""
    phone_day: str = ""
    phone_night: str = ""
    where: str = ""
    call_at: str = ""
    low_at: str = ""
    paper: str = ""
    type_size: str = ""
    language: str = ""
    logo: bytes = b""
    switches: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    own_lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    checked: tuple[str, ...] = ()

    def over(self, other: "ClinicSettings", keys: frozenset[str]) -> "ClinicSettings":
        """These settings, with `other` ones in the place of all but `keys`."""
        return replace(other, **{key: getattr(self, key) for key in keys})

    def onto(self, now: "ClinicSettings", before: "ClinicSettings") -> "ClinicSettings":
        """`now`, with the changes that led from `before` to these settings.

        Of tables and lists only what was put in, changed or taken out is a change: two people who leave out different
        lines leave out both.
        """
        return ClinicSettings(
            **{key: _changed(getattr(self, key), getattr(now, key), getattr(before, key)) for key in KEYS}
        )


def _changed(mine: Any, now: Any, before: Any) -> Any:
    if mine == before:
        return now
    if now != before and isinstance(mine, Mapping):
        return _changed_table(mine, now, before)
    if now != before and isinstance(mine, tuple):
        kept = tuple(each for each in now if each in mine or each not in before)
        return kept + tuple(each for each in mine if each not in before and each not in now)
    return mine


def _changed_table(mine: Mapping[str, Any], now: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    changed = {key for key in {**mine, **before} if mine.get(key) != before.get(key)}
    kept = {key: value for key, value in now.items() if key not in changed}
    return kept | {key: value for key, value in mine.items() if key in changed}


@dataclass(frozen=True, slots=True)
class Kept:
    """The settings in force, those that an administrator has set (`managed`), and what went wrong, if anything did."""

    settings: ClinicSettings
    managed: frozenset[str] = frozenset()
    trouble: str = ""


class SettingsNotSaved(Exception):
    """A settings file was not written; the message says why and what to do."""


class ClinicStore(Protocol):
    """Where the settings of the clinic are kept."""

    def load(self) -> Kept:
        """The settings in force: those of the administrator over the user's own."""
        ...

    def save(self, settings: ClinicSettings, before: ClinicSettings) -> None:
        """Keep what the user may set and has changed since the settings were `before`; raises `SettingsNotSaved`.

        What another copy of the program has changed meanwhile stays.
        """
        ...

    def export(self, settings: ClinicSettings, path: Path) -> None:
        """Write all of them into a file for another computer. Raises `SettingsNotSaved`."""
        ...

    def read(self, path: Path) -> ClinicSettings | Refusal:
        """The settings in such a file."""
        ...

    def read_picture(self, path: Path) -> bytes | Refusal:
        """The bytes of a picture, up to one more than a logo may have."""
        ...


KEYS = tuple(each.name for each in fields(ClinicSettings))
"""Names of the settings, in the file too."""


def from_file(data: bytes) -> tuple[ClinicSettings, frozenset[str]] | Refusal:
    """The settings in a file, and which of them it sets; or what is wrong with it, code `bad-settings`.

    A name that is not known here, or a value of the wrong kind, is refused: nothing is silently left out.
    """
    if len(data) > MOST_BYTES:
        return _refused(say("it has more than {size} kB").format(size=grouped(MOST_BYTES // 1000)))
    try:
        whole = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_table)
    except _Twice as twice:
        return _refused(say("“{name}” is there twice").format(name=twice))
    except (ValueError, RecursionError):
        return _refused(say("it is not written as JSON"))
    if not isinstance(whole, dict) or whole.pop("format", None) != FORMAT:
        return _refused(say("it does not begin with {beginning}").format(beginning=f'"format": "{FORMAT}"'))
    read = from_values(whole)
    return _refused(read.message) if isinstance(read, Refusal) else read


def from_values(given: Mapping[str, Any]) -> tuple[ClinicSettings, frozenset[str]] | Refusal:
    """The settings in JSON's values by their names; or what is wrong with one of them, as half a sentence."""
    values: dict[str, Any] = {}
    for key, value in given.items():
        read = _value(key, value)
        if isinstance(read, Refusal):
            return read
        values[key] = read
    return ClinicSettings(**values), frozenset(values)


def to_file(settings: ClinicSettings, keys: frozenset[str] = frozenset(KEYS)) -> bytes:
    """The settings named by `keys` as a file that people can read and change."""
    values = {key: getattr(settings, key) for key in KEYS if key in keys}
    if "logo" in values:
        values["logo"] = base64.b64encode(settings.logo).decode("ascii")
    whole = {"format": FORMAT, **{key: dict(v) if isinstance(v, Mapping) else v for key, v in values.items()}}
    # Half a character, as a faulty paste leaves it, is written as JSON's escape of it.
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


class _Twice(Exception):
    """A table has two values of one name; JSON would take the second without a word."""


def _table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for key, value in pairs:
        if key in table:
            raise _Twice(key)
        table[key] = value
    return table


def _value(key: str, value: Any) -> Any:
    match key:
        case "logo":
            try:
                return base64.b64decode(value, validate=True) if isinstance(value, str) else _wrong(key, say("a text"))
            except (binascii.Error, ValueError):
                return _wrong(key, say("the bytes of a picture in base64"))
        case "switches":
            right = isinstance(value, dict) and all(isinstance(each, str) for each in value.values())
            return dict(value) if right else _wrong(key, say("a table of texts"))
        case "left_out" | "checked":
            return tuple(value) if _is_list(value) else _wrong(key, say("a list of texts"))
        case "own_lines":
            right = isinstance(value, dict) and all(map(_is_list, value.values()))
            return (
                {kind: tuple(lines) for kind, lines in value.items()} if right else _wrong(key, say("lists of texts"))
            )
        case _ if key in KEYS:
            return value if isinstance(value, str) else _wrong(key, say("a text"))
        case _:
            told = say("“{key}” is not a setting that is known here")
            return Refusal("bad-settings", told.format(key=key))


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _wrong(key: str, wanted: str) -> Refusal:
    return Refusal("bad-settings", say("“{key}” has to be {kind}").format(key=key, kind=wanted))


def _refused(why: str) -> Refusal:
    return Refusal("bad-settings", say("This file holds no settings of a clinic: {reason}.").format(reason=why))
