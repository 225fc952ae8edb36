"""How long the program takes to start, beside a bare PySide6 window, and how that grows with the content.

Each round starts every program anew, one after the other, so that whatever else the machine does meets all alike.
Times run from the moment the process is asked for.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence

from benchmarks.figures import Figure, beside
from benchmarks.frozen import PROGRAMS, ROOT, frozen
from benchmarks.growth import Size

Marks = dict[str, list[float]]
"""What a program said of itself, round by round: milliseconds from its start, and kilobytes in memory."""


def from_source(name: str) -> list[str]:
    """How a program of `programs` is started with this Python."""
    return [sys.executable, str(PROGRAMS / f"{name}.py")]


def from_folder(name: str) -> list[str]:
    """How the same is started frozen."""
    return [str(frozen(name) / name)]


def measure(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, Marks]:
    """The marks of each program. A first round more only warms the disk's cache and leaves bytecode."""
    taken: dict[str, Marks] = {name: {} for name in commands}
    with tempfile.TemporaryDirectory() as home:
        for each in range(rounds + 1):
            for name, command in commands.items():
                for mark, value in _marks(command, home).items():
                    if each:
                        taken[name].setdefault(mark, []).append(value)
    return taken


def _marks(command: Sequence[str], home: str) -> dict[str, float]:
    folders = dict.fromkeys(("HOME", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_STATE_HOME"), home)
    environment = {**os.environ, **folders, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installation has bytecode
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    begun = time.monotonic_ns()
    done = subprocess.run(
        command, env=environment, cwd=home, capture_output=True, text=True, check=False, timeout=120
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(done.stderr)
    said = dict(line.split() for line in done.stdout.splitlines())
    return {name: float(value) if name == "memory" else (int(value) - begun) / 1e6 for name, value in said.items()}


def figures(rounds: int, *, of_frozen: bool) -> list[Figure]:
    """Both ways of running, or from source alone."""
    ways = {"source": from_source} | ({"frozen": from_folder} if of_frozen else {})
    names = ("bare", "bare_sqlalchemy", "watched")
    commands = {f"{way} {name}": command(name) for way, command in ways.items() for name in names}
    taken = measure(commands, rounds)
    found: list[Figure] = []
    for way in reversed(ways):
        bare, reading, own = (taken[f"{way} {name}"] for name in names)
        found += [
            beside(f"{way}: bare window painted", "ms", bare["painted"], bare["painted"], "itself"),
            beside(f"{way}: calculator usable", "ms", own["painted"], bare["painted"], "bare window"),
            beside(f"{way}: tree and search usable", "ms", own["tree"], reading["imported"], "it and SQLAlchemy"),
        ]
        if "memory" in own:
            mine, least = ([value / 1024 for value in one["memory"]] for one in (own, bare))
            found.append(beside(f"{way}: memory after the start", "MB", mine, least, "bare window"))
    return found


def growth_figures(sizes: Sequence[Size], rounds: int) -> list[Figure]:
    """How much longer a start takes with more content."""
    taken = measure({str(size.times): [*from_source("watched"), str(size.folder)] for size in sizes}, rounds)
    once, *more = sizes
    return [
        beside(
            f"{mark} usable, {size.times} × the content ({size.entries:,} entries)",
            "ms", taken[str(size.times)][key], taken[str(once.times)][key], f"{once.times} ×",
        )
        for size in more
        for key, mark in (("painted", "calculator"), ("tree", "tree and search"))
    ]  # fmt: skip
