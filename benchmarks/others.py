"""How long other readers of references take to show a window, and NeutroGUI by the same watch. On Linux, with X."""

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
    with tempfile.TemporaryDirectory() as home:
        for each in range(rounds + 1):
            for name, command in commands.items():
                milliseconds = _until_visible([command], home)
                if each:  # the first round only warms the disk's cache
                    taken[name].append(milliseconds)
    own = taken["neutrogui"]
    return [beside(f"{name}: window visible", "ms", times, own, "NeutroGUI, frozen") for name, times in taken.items()]


def _until_visible(command: Sequence[str], home: str) -> float:
    environment = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home, "XDG_DATA_HOME": home}
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
