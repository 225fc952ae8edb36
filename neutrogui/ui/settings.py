"""What is remembered between runs: how the window stands and looks, and what the user keeps at hand.

Nothing that is typed about a patient ever comes here. Settings that can't be written are lost, not fatal: the caller
asks `trouble` and tells the user once.
"""

from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from neutrogui.ui.style import ZOOM_STEPS, Appearance


class Settings:
    """Typed access to one settings file; a value of the wrong kind counts as absent."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @property
    def trouble(self) -> str:
        """A plain sentence when the settings could not be read or written, else empty."""
        match self._store.status():
            case QSettings.Status.AccessError:
                return "Settings cannot be saved on this computer. The program works, but will forget them."
            case QSettings.Status.FormatError:
                return "The settings file is damaged. The program works with its standard settings."
            case _:
                return ""

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
        value = self._text("view/appearance")
        return Appearance(value) if value in tuple(Appearance) else Appearance.SYSTEM

    @appearance.setter
    def appearance(self, value: Appearance) -> None:
        self._store.setValue("view/appearance", str(value))

    @property
    def zoom(self) -> int:
        """Text size in percent, one of `ZOOM_STEPS`."""
        value = self._text("view/zoom")
        return int(value) if value.isdecimal() and int(value) in ZOOM_STEPS else 100

    @zoom.setter
    def zoom(self, value: int) -> None:
        self._store.setValue("view/zoom", value)

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

    def _text(self, key: str) -> str:
        value: Any = self._store.value(key, "")
        return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""

    def _bytes(self, key: str) -> QByteArray:
        value: Any = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()
