"""What is remembered between runs: how the window stands and looks, and what the user keeps at hand.

Nothing that is typed about a patient ever comes here. Settings that can't be written are lost, not fatal: the caller
asks `trouble` and tells the user once. What an administrator has set comes before what the user chose.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from neutrogui.domain.language import say
from neutrogui.ui.language import LANGUAGES, SYSTEM
from neutrogui.ui.style import ZOOM_STEPS, Appearance

APPEARANCE, ZOOM, LANGUAGE = "view/appearance", "view/zoom", "view/language"
"""What an administrator may set too."""

_FAVOURITES, _SCHEMES = "reading/favourites", "calculator/schemes"

Alone = Callable[[Path], AbstractContextManager[bool]]

_OFFERED = {
    APPEARANCE: frozenset(map(str, Appearance)),
    ZOOM: frozenset(map(str, ZOOM_STEPS)),
    LANGUAGE: frozenset((SYSTEM, *LANGUAGES)),
}


class Settings:
    """Typed access to one settings file; a value of the wrong kind counts as absent.

    `policy` are the values that an administrator has set; they stay out of the user's file. `alone` lets one copy of
    the program at a time run a block for a path, and gives whether that is sure.
    """

    def __init__(
        self, store: QSettings, policy: Mapping[str, str] | None = None, alone: Alone = lambda _: nullcontext(False)
    ) -> None:
        self._store = store
        self._alone = alone
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
            return say("The settings file is damaged. The program works with its standard settings.")
        if self._store.status() is QSettings.Status.AccessError or not self._store.isWritable():
            return say("Settings cannot be saved on this computer. The program works, but will forget them.")
        return ""

    @property
    def policy_trouble(self) -> str:
        """A plain sentence when the administrator has set what can't be used, else empty."""
        names = ", ".join(self._unused)
        told = say("Settings of the administrator that cannot be used: {names}.")
        return told.format(names=names) if names else ""

    def flush(self) -> None:
        """Write now, and read what another copy of the program has written."""
        with self._alone_with_the_file():
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
    def language(self) -> str:
        """The code of the window's language, one of `LANGUAGES`, or `SYSTEM`."""
        value = self._in_force(LANGUAGE)
        return value if value in LANGUAGES else SYSTEM

    @language.setter
    def language(self, value: str) -> None:
        self._keep(LANGUAGE, value)

    @property
    def favourites(self) -> list[str]:
        """Ids of the entries that the user keeps at hand, in the order in which they were added."""
        return self._names(_FAVOURITES)

    def set_favourite(self, entry_id: str, kept: bool) -> None:
        """Add an entry or take it out, and write; what another copy of the program has added meanwhile stays."""
        self._put(_FAVOURITES, entry_id, kept)

    @property
    def pinned_schemes(self) -> list[str]:
        """Keys of the grading schemes that are always shown beside a count, in the order in which they were pinned."""
        return self._names(_SCHEMES)

    def set_pinned(self, scheme: str, pinned: bool) -> None:
        """Pin a scheme or let it go, and write; what another copy of the program has pinned meanwhile stays."""
        self._put(_SCHEMES, scheme, pinned)

    def _put(self, key: str, name: str, wanted: bool) -> None:
        with self._alone_with_the_file():
            self._store.sync()
            names = [each for each in self._names(key) if each != name]
            if wanted != (name in self._names(key)):
                self._store.setValue(key, " ".join([*names, name] if wanted else names))
            self._store.sync()

    @contextmanager
    def _alone_with_the_file(self) -> Iterator[None]:
        """Qt locks the file while it reads or writes it, not from the one to the other, and waits half a minute for a
        lock that a killed copy has left unfinished. Who is alone here knows that nobody holds it."""
        file = self._store.fileName()
        with suppress(OSError):
            # Qt makes it as well, but only when it writes.
            Path(file).parent.mkdir(parents=True, exist_ok=True)
        with self._alone(Path(f"{file}.change")) as is_alone:
            if is_alone:
                with suppress(OSError):
                    Path(f"{file}.lock").unlink(missing_ok=True)
            yield

    def _names(self, key: str) -> list[str]:
        return [part for part in self._text(key).split(" ") if part]

    def _in_force(self, key: str) -> str:
        return self._policy.get(key) or self._text(key)

    def _keep(self, key: str, value: str) -> None:
        if key not in self._policy:
            self._store.setValue(key, value)
            # Not left to Qt, which would write later, and not alone.
            self.flush()

    def _text(self, key: str) -> str:
        value: Any = self._store.value(key, "")
        return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""

    def _bytes(self, key: str) -> QByteArray:
        value: Any = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()
