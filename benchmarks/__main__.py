"""Measure everything, print a table, write build/bench.json: `python -m benchmarks [--base REVISION] [--rounds N]`.

Times are told, never judged: compare ratios, not machines. Each ratio is that of two things measured in turn, so that
whatever else the machine does meets both alike.
"""

import argparse
import io
import json
import os
import platform
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from dataclasses import asdict

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks import batch, frozen, handout, others, search, series, startup, window
from benchmarks.figures import Figure
from benchmarks.growth import grown
from benchmarks.painting import Painting

ROUNDS = 10
BASE = frozen.ROOT / "build" / "bench-base"


def measure(rounds: int, *, of_frozen: bool) -> tuple[list[Figure], list[str]]:
    """All figures, and what could not be measured here."""
    found: list[Figure] = []
    missing = [] if of_frozen else ["the frozen program: dist/neutrogui is not there (`make build` makes it)"]

    def tell(what: str, figures: Callable[[], list[Figure]]) -> None:
        print(f"Measuring {what}", file=sys.stderr)
        found.extend(figures())

    tell("starts", lambda: startup.figures(rounds, of_frozen=of_frozen))
    if of_frozen and frozen.FROZEN.is_dir():
        tell("sizes", frozen.figures)
    if others.missing():
        missing.append(others.missing())
    else:
        tell("other programs", lambda: others.figures(rounds))
    painting = Painting()
    tell("the window", lambda: window.figures(rounds, painting))
    with grown() as sizes:
        tell("searches", lambda: search.figures(sizes, rounds, painting))
        tell("starts with more content", lambda: startup.growth_figures(sizes, rounds))
    tell("handouts", lambda: handout.figures(rounds))
    tell("serial counts", lambda: series.figures(rounds, painting))
    tell("tables", lambda: batch.figures(rounds))
    return found, missing


def measure_revision(revision: str, rounds: int, *, of_frozen: bool) -> list[Figure] | None:
    """The same figures of another revision, by the benchmarks of this one; None where they don't fit its code."""
    archive = subprocess.run(["git", "archive", revision], cwd=frozen.ROOT, capture_output=True, check=False)
    if archive.returncode:
        raise SystemExit(archive.stderr.decode(errors="replace").strip())
    # Frozen programs of the last time stay: they are made anew when they are of another revision.
    for path in BASE.iterdir() if BASE.is_dir() else ():
        if path.name != "build":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    BASE.mkdir(parents=True, exist_ok=True)
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
        files.extractall(BASE)
    shutil.rmtree(BASE / "benchmarks", ignore_errors=True)
    shutil.copytree(frozen.ROOT / "benchmarks", BASE / "benchmarks", ignore=shutil.ignore_patterns("__pycache__"))
    subprocess.run([sys.executable, "-m", "neutrogui.authoring"], cwd=BASE, check=True, stdout=subprocess.DEVNULL)
    written = BASE / "build" / "bench.json"
    command = [sys.executable, "-m", "benchmarks", f"--rounds={rounds}", *(["--frozen"] if of_frozen else [])]
    if subprocess.run(command, cwd=BASE, check=False, stdout=subprocess.DEVNULL).returncode:
        return None
    return [Figure(**figure) for figure in json.loads(written.read_text(encoding="utf-8"))["figures"]]


def table(found: list[Figure], base: dict[str, Figure] | None) -> str:
    """The lines to be read: value, ratio, and where asked for the same of the other revision."""
    width = max(len(figure.name) for figure in found) + 2
    head = f"{'':{width}}{'median':>10}    {'ratio':>8}"
    lines = [head + (f"{'base':>12}    {'ratio':>8}" if base is not None else "") + "   × what"]
    for figure in found:
        line = f"{figure.name:{width}}" + _cells(figure, 10)
        if base is not None:
            line += _cells(base[figure.name], 12) if figure.name in base else f"{'–':>12}{'':12}"
        lines.append(f"{line}   {figure.beside}".rstrip())
    return "\n".join(lines)


def _cells(figure: Figure, width: int) -> str:
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
    return f"{figure.value:{width},.1f} {figure.unit:2} {ratio:>8}"


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(prog="benchmarks")
    parser.add_argument("--base", default="", help="a revision to measure beside this one")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--frozen", action="store_true", help="freeze what is measured, even without dist/neutrogui")
    asked = parser.parse_args()
    of_frozen = asked.frozen or frozen.FROZEN.is_dir()
    found, missing = measure(asked.rounds, of_frozen=of_frozen)
    base = measure_revision(asked.base, asked.rounds, of_frozen=of_frozen) if asked.base else None
    if asked.base and base is None:
        missing.append(f"{asked.base}: the benchmarks failed on its code")
    print(
        f"{asked.rounds} rounds on {os.cpu_count()} processors, Python {platform.python_version()}, {platform.system()}"
    )
    print(table(found, None if base is None else {figure.name: figure for figure in base}))
    for what in missing:
        print(f"Not measured: {what}")
    written = frozen.ROOT / "build" / "bench.json"
    written.parent.mkdir(exist_ok=True)
    told = {
        "rounds": asked.rounds,
        "processors": os.cpu_count(),
        "python": platform.python_version(),
        "system": platform.platform(),
        "figures": [asdict(figure) for figure in found],
        "not_measured": missing,
    }
    if base is not None:
        told |= {"base": asked.base, "base_figures": [asdict(figure) for figure in base]}
    written.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
