"""Keeps the settings of the clinic in files: the user's own, and before it the one that an administrator places."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from neutrogui.domain import clinic, logo
from neutrogui.domain.clinic import ClinicSettings, Kept, SettingsNotSaved
from neutrogui.domain.language import say
from neutrogui.domain.number import Refusal
from neutrogui.handout.locking import Busy, alone
from neutrogui.handout.saving import SavingFailed, save

FILE_NAME, SET_ASIDE = "clinic.json", "clinic-damaged.json"

_NOTHING = (ClinicSettings(), frozenset[str](), "")


class ClinicFiles:
    """Implements `domain.clinic.ClinicStore`. The first of the `policies` that exists is the administrator's.

    `enforced` are the values that Group Policy sets, by the names that they have in a file; they come before all files.
    `enforced_trouble` says what went wrong where they were read.
    """

    def __init__(
        self,
        user: Path,
        policies: Sequence[Path] = (),
        enforced: Mapping[str, Any] | None = None,
        enforced_trouble: str = "",
    ) -> None:
        self._user = user
        self._policies = tuple(policies)
        self._enforced, self._enforced_trouble = dict(enforced or {}), enforced_trouble

    def load(self) -> Kept:
        """The settings in force; what can't be read counts as absent, and is told."""
        settings, _, own_trouble = _read(self._user)
        in_force, troubles = frozenset[str](), []
        for placed, managed, trouble in (self._read_policy(), self._read_enforced()):
            settings = placed.over(settings, managed)
            in_force |= managed
            troubles.append(trouble)
        return Kept(settings, in_force, " ".join(filter(None, (*troubles, own_trouble))))

    def _read_policy(self) -> tuple[ClinicSettings, frozenset[str], str]:
        policy = next((path for path in self._policies if _is_there(path)), None)
        return _NOTHING if policy is None else _read(policy)

    def _read_enforced(self) -> tuple[ClinicSettings, frozenset[str], str]:
        read = clinic.from_values(self._enforced)
        if isinstance(read, Refusal):
            told = say("The settings of the clinic in Group Policy can’t be used: {reason}.")
            return *_NOTHING[:2], told.format(reason=read.message)
        return *read, self._enforced_trouble

    def save(self, settings: ClinicSettings, before: ClinicSettings) -> None:
        """Keep what was changed since `before`, but for what the administrator has set, which stays as the user had it.

        From reading the file to replacing it no other copy of the program changes it. A file that can't be read is set
        aside, not overwritten: somebody's slip may be all that is wrong with it.
        """
        try:
            self._user.parent.mkdir(parents=True, exist_ok=True)
            with alone(self._user):
                self._change(settings, before)
        except Busy as busy:
            raise SettingsNotSaved(
                say(
                    "Another copy of NeutroGUI has not let go of the clinic’s settings, so yours were not kept. "
                    "Close that copy and set them again."
                )
            ) from busy
        except OSError as error:
            told = say("The clinic’s settings could not be kept: {why}. Ask who looks after this computer.")
            raise SettingsNotSaved(told.format(why=error.strerror or error)) from error

    def _change(self, settings: ClinicSettings, before: ClinicSettings) -> None:
        managed = self.load().managed
        own, _, trouble = _read(self._user)
        changed = settings if trouble else settings.onto(own, before)
        if trouble:
            with suppress(OSError):
                self._user.replace(self._user.with_name(SET_ASIDE))
        _write(clinic.to_file(own.over(changed, managed)), self._user)

    def export(self, settings: ClinicSettings, path: Path) -> None:
        """Write all settings into a file."""
        _write(clinic.to_file(settings), path)

    def read(self, path: Path) -> ClinicSettings | Refusal:
        """The settings in a file that was exported; one that sets only some leaves the others empty."""
        data = _bytes(path, clinic.MOST_BYTES)
        read = data if isinstance(data, Refusal) else clinic.from_file(data)
        return read if isinstance(read, Refusal) else read[0]

    def read_picture(self, path: Path) -> bytes | Refusal:
        """The bytes of a picture; whether it is one is not looked at here."""
        return _bytes(path, logo.MOST_BYTES)


def _is_there(path: Path) -> bool:
    """What may not be looked at counts as there: reading it says why."""
    try:
        return path.exists()
    except OSError:
        return True


def _bytes(path: Path, most: int) -> bytes | Refusal:
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        told = say("“{file}” can’t be read: {reason}.")
        return Refusal("unreadable", told.format(file=path.name, reason=why))


def _read(path: Path) -> tuple[ClinicSettings, frozenset[str], str]:
    if not _is_there(path):
        return _NOTHING
    data = _bytes(path, clinic.MOST_BYTES)
    read = data if isinstance(data, Refusal) else clinic.from_file(data)
    if isinstance(read, Refusal):
        return ClinicSettings(), frozenset(), f"{read.message} ({path})"
    return *read, ""


def _write(data: bytes, path: Path) -> None:
    try:
        save(data, path)
    except SavingFailed as failure:
        raise SettingsNotSaved(str(failure)) from failure
