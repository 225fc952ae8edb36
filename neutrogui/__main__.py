"""Where the program starts: the command line decides whether a window is wanted."""

import gc
import os
import sys
from io import TextIOWrapper
from pathlib import Path

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""The variables of which one is set where a window can be shown on Linux."""


def _window(search: str = "", entry_id: str = "") -> int:
    if sys.platform == "linux" and not any(map(os.environ.get, _DISPLAYS)):
        # Qt would end the process without a word that a user understands.
        print("neutrogui: There is no display here. `neutrogui --help` lists what works without one.", file=sys.stderr)
        return 1
    # Nearly all that a start makes stays: looking through it for what may go, again and again, is a tenth of its work.
    gc.disable()
    try:
        from neutrogui.app import run

        return run(search, entry_id)
    finally:
        gc.enable()


def _tour(folder: Path) -> int:
    # Pictures need no display; the platform has to be named before Qt is imported.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from neutrogui.tour import run

    return run(folder)


def main() -> int:
    """Run the program with the arguments it was called with."""
    if len(sys.argv) == 1:
        # The window alone, as most start it: what the command line needs is not even imported.
        return _window()
    from neutrogui.cli import Screens
    from neutrogui.cli import main as run_command_line

    screens = Screens(lambda request: _window(request.search, request.entry_id), _tour)
    # A windowed frozen program on Windows has neither; what is said there goes nowhere, and nothing fails for it.
    out, err = sys.stdout, sys.stderr
    if out is None or err is None:
        with Path("/dev/null" if sys.platform != "win32" else "NUL").open("w", encoding="utf-8") as nowhere:
            return run_command_line(sys.argv[1:], screens, out or nowhere, err or nowhere)
    if isinstance(out, TextIOWrapper):
        # JSON is UTF-8 whatever the locale, and what was typed in no encoding at all comes back escaped.
        out.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = run_command_line(sys.argv[1:], screens, out, err)
        out.flush()
    except BrokenPipeError:
        # Whoever read along has had enough, as in `neutrogui tree | head`; nothing is left to be flushed at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        return 1
    return status


if __name__ == "__main__":
    sys.exit(main())
