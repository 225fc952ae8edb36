"""The languages of the window: which are offered, which one the system asks for, and how one comes into force."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from neutrogui.domain.language import speak

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

ENGLISH = "en"
"""In which the program is written."""

LANGUAGES = {ENGLISH: "English", "es": "Español"}
"""Those that are offered, by their codes, each under its own name. For each but English there is a file `CODE.qm`."""

SYSTEM = "system"
"""The choice of the language that the system asks for."""


class Language:
    """Puts a language in force in the whole application; asked by whoever has something to say in one of them only.

    `folder` holds the translations; those of Qt's own buttons and dialogs come with Qt. What is on the screen already
    is not changed: windows are to be made anew.
    """

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._application = application
        self._folder = folder
        self._own: QTranslator | None = None
        self._installed: QTranslator | None = None
        self._code = ENGLISH

    @property
    def code(self) -> str:
        """The language in force, one of `LANGUAGES`."""
        return self._code

    def choose(self, choice: str) -> None:
        """Speak this language, or with `SYSTEM` the one that the system asks for; English if its file can't be read."""
        code = system_language() if choice == SYSTEM else choice
        if code == self._code:
            return
        from PySide6.QtCore import QLocale  # few starts need more than English

        self._own = _read(str(self._folder / f"{code}.qm")) if code != ENGLISH else None
        self._code = code if self._own is not None else ENGLISH
        self._application.setLayoutDirection(QLocale(self._code).textDirection())
        self._install_words_of_qt()
        # A text that the file does not know comes out empty.
        own = self._own
        speak(None if own is None else lambda text: own.translate("", text) or text)

    def _install_words_of_qt(self) -> None:
        if self._installed is not None:
            self._application.removeTranslator(self._installed)
            self._installed = None
        if self._code != ENGLISH:
            from PySide6.QtCore import QLibraryInfo

            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            self._installed = _read(f"{folder}/qtbase_{self._code}.qm")
        if self._installed is not None:
            self._application.installTranslator(self._installed)


def system_language() -> str:
    """The first offered one of the languages that the user has told the system to prefer, else English."""
    from PySide6.QtCore import QLocale

    wanted = (tag.partition("-")[0] for tag in QLocale.system().uiLanguages())
    return next((code for code in wanted if code in LANGUAGES), ENGLISH)


def _read(file: str) -> "QTranslator | None":
    from PySide6.QtCore import QTranslator

    words = QTranslator()
    return words if words.load(file) else None
