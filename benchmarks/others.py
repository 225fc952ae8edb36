"""How long other readers of references take to show a window, and NeutroGUI by the same watch. On Linux, with X.

A virtual screen must not start anew when its last window closes: `Xvfb -noreset`.
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence

from benchmarks.figures import Figure, beside
from benchmarks.frozen import FROZEN

OTHERS = ("zeal", "goldendict")
"""The programs of Debian's packages zeal and goldendict-webengine."""


def missing() -> str:
    """Why nothing of this can be measured here, or empty."""
    if not any(map(shutil.which, OTHERS)):
        return "neither zeal nor goldendict is installed"
    if not os.environ.get("DISPLAY") or not shutil.which("xdotool"):
        return "zeal and goldendict are timed on an X display, by xdotool"
    return "" if FROZEN.is_dir() else "zeal and goldendict are timed beside dist/neutrogui, which is not there"


def figures(rounds: int) -> list[Figure]:
    """From the start of each program until its window is there."""
    commands = {"neutrogui": str(FROZEN / "neutrogui"), **{name: name for name in OTHERS if shutil.which(name)}}
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for each in range(rounds + 1):
        for name, command in commands.items():
            # A home of its own each time: what a program that was ended leaves there can keep the next from starting.
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
                milliseconds = _until_visible([command], home)
            if each:  # the first round only warms the disk's cache
                taken[name].append(milliseconds)
    own = taken["neutrogui"]
    return [beside(f"{name}: window visible", "ms", times, own, "NeutroGUI, frozen") for name, times in taken.items()]


def _until_visible(command: Sequence[str], home: str) -> float:
    places = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")
    environment = {**os.environ, **dict.fromkeys(places, home)}
    environment.pop("QT_QPA_PLATFORM", None)  # the other benchmarks draw without a display
    if os.geteuid() == 0:
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # else the browser within them refuses to run as root
    begun = time.monotonic_ns()
    program = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        search = ["xdotool", "search", "--onlyvisible", "--pid", str(program.pid)]
        while subprocess.run(search, capture_output=True, check=False).returncode:
            if program.poll() is not None or time.monotonic_ns() - begun > 60e9:
                raise SystemExit(f"{command[0]} shows no window")
        return (time.monotonic_ns() - begun) / 1e6
    finally:
        program.terminate()
        program.wait()
