"""What is remembered between runs: how the window stands and looks, and what the user keeps at hand.

Nothing that is typed about a patient ever comes here. Settings that can't be written are lost, not fatal: the caller
asks `trouble` and tells the user once. What an administrator has set comes before what the user chose.
"""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from neutrogui.ui.style import ZOOM_STEPS, Appearance

APPEARANCE, ZOOM = "view/appearance", "view/zoom"
"""What an administrator may set too."""

_OFFERED = {
    APPEARANCE: frozenset(map(str, Appearance)),
    ZOOM: frozenset(map(str, ZOOM_STEPS)),
}


class Settings:
    """Typed access to one settings file; a value of the wrong kind counts as absent.

    `policy` are the values that an administrator has set; they stay out of the user's file.
    """

    def __init__(self, store: QSettings, policy: Mapping[str, str] | None = None) -> None:
        self._store = store
        given = policy or {}
        self._policy = {key: value for key, value in given.items() if value in _OFFERED.get(key, ())}
        self._unused = sorted(given.keys() - self._policy.keys())

    def is_managed(self, key: str) -> bool:
        """Whether an administrator has set this one."""
        return key in self._policy

    @property
    def trouble(self) -> str:
        """A plain sentence when the settings can't be read or written, else empty."""
        if self._store.status() is QSettings.Status.FormatError:
            return "The settings file is damaged. The program works with its standard settings."
        if self._store.status() is QSettings.Status.AccessError or not self._store.isWritable():
            return "Settings cannot be saved on this computer. The program works, but will forget them."
        return ""

    @property
    def policy_trouble(self) -> str:
        """A plain sentence when the administrator has set what can't be used, else empty."""
        names = ", ".join(self._unused)
        return f"Settings of the administrator that cannot be used: {names}." if names else ""

    def flush(self) -> None:
        """Write now."""
        self._store.sync()

    @property
    def geometry(self) -> QByteArray:
        """Size and place of the window, as Qt packs it."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    @property
    def panes(self) -> QByteArray:
        """Where the splitter stands, as Qt packs it."""
        return self._bytes("window/panes")

    @panes.setter
    def panes(self, value: QByteArray) -> None:
        self._store.setValue("window/panes", value)

    @property
    def appearance(self) -> Appearance:
        """Light, dark, or as the system."""
        value = self._in_force(APPEARANCE)
        return Appearance(value) if value in tuple(Appearance) else Appearance.SYSTEM

    @appearance.setter
    def appearance(self, value: Appearance) -> None:
        self._keep(APPEARANCE, str(value))

    @property
    def zoom(self) -> int:
        """Text size in percent, one of `ZOOM_STEPS`."""
        value = self._in_force(ZOOM)
        return int(value) if value in _OFFERED[ZOOM] else 100

    @zoom.setter
    def zoom(self, value: int) -> None:
        self._keep(ZOOM, str(value))

    @property
    def favourites(self) -> list[str]:
        """Ids of the entries that the user keeps at hand, in the order in which they were added."""
        return [part for part in self._text("reading/favourites").split(" ") if part]

    @favourites.setter
    def favourites(self, value: list[str]) -> None:
        self._store.setValue("reading/favourites", " ".join(value))

    @property
    def pinned_schemes(self) -> list[str]:
        """Keys of the grading schemes that are always shown beside a count, in the order in which they were pinned."""
        return [part for part in self._text("calculator/schemes").split(" ") if part]

    @pinned_schemes.setter
    def pinned_schemes(self, value: list[str]) -> None:
        self._store.setValue("calculator/schemes", " ".join(value))

    def _in_force(self, key: str) -> str:
        return self._policy.get(key) or self._text(key)

    def _keep(self, key: str, value: str) -> None:
        if key not in self._policy:
            self._store.setValue(key, value)

    def _text(self, key: str) -> str:
        value: Any = self._store.value(key, "")
        return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""

    def _bytes(self, key: str) -> QByteArray:
        value: Any = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()
