"""Where the program starts: the command line decides whether a window is wanted."""

import os
import sys
from pathlib import Path

from neutrogui.cli import Screens, WindowRequest
from neutrogui.cli import main as run_command_line


def _window(request: WindowRequest) -> int:
    from neutrogui.app import run

    return run(request.search, request.entry_id)


def _tour(folder: Path) -> int:
    # Pictures need no display; the platform has to be named before Qt is imported.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from neutrogui.tour import run

    return run(folder)


def main() -> int:
    """Run the program with the arguments it was called with."""
    # A windowed frozen program on Windows has neither; what is said there goes nowhere, and nothing fails for it.
    out, err = sys.stdout, sys.stderr
    if out is None or err is None:
        with Path("/dev/null" if sys.platform != "win32" else "NUL").open("w", encoding="utf-8") as nowhere:
            return run_command_line(sys.argv[1:], Screens(_window, _tour), out or nowhere, err or nowhere)
    return run_command_line(sys.argv[1:], Screens(_window, _tour), out, err)


if __name__ == "__main__":
    sys.exit(main())
