"""Where the program keeps what it writes, and where an administrator places what holds for everybody."""

import os
import sys
from pathlib import Path

PORTABLE, PORTABLE_DATA = "portable", "data"
"""A file of the first name beside the frozen program keeps all that is written in the folder of the second."""


def portable_folder() -> Path | None:
    """The folder beside the program in which everything is kept; None for a program that was installed."""
    if not hasattr(sys, "_MEIPASS"):
        return None
    folder = Path(sys.executable).parent
    return folder / PORTABLE_DATA if (folder / PORTABLE).is_file() else None


def settings_file() -> Path | None:
    """The file of the window's settings where the program is portable; None where the system names the place."""
    folder = portable_folder()
    return None if folder is None else folder / "settings.ini"


def config_folder() -> Path:
    """The folder of the user's own files of settings."""
    import platformdirs  # not needed by a call that has nothing to read or to write

    return portable_folder() or platformdirs.user_config_path("NeutroGUI", appauthor=False)


def log_folder() -> Path:
    """The folder of the log files."""
    import platformdirs

    return portable_folder() or platformdirs.user_log_path("NeutroGUI", appauthor=False)


def shared_folders() -> tuple[Path, ...]:
    """The folders in which an administrator places files for everybody, the most important first."""
    import platformdirs

    # A desktop may name several: Ubuntu's puts one of its own before /etc/xdg.
    folders = platformdirs.site_config_dir("NeutroGUI", appauthor=False, multipath=True)
    return tuple(Path(folder) for folder in folders.split(os.pathsep))
