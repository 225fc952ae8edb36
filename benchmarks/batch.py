"""How long a table takes, row by row, beside numpy doing the same sum.

Each program runs in a process of its own, in turn, so that its memory is its own. numpy reads the columns whole,
multiplies, and writes; it checks nothing, grades nothing and knows one unit.
"""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure, beside

ROWS = 30_000

OWN = """
import sys
from pathlib import Path
from neutrogui.batch import calculate_table
from neutrogui.calculators.anc import AbsoluteNeutrophilCount
calculate_table(AbsoluteNeutrophilCount(), Path(sys.argv[1]), Path(sys.argv[2]), {}, lambda rows, share: None)
"""

NUMPY = """
import sys
import numpy
wbc, percent = numpy.loadtxt(sys.argv[1], delimiter=",", skiprows=1, usecols=(1, 3), unpack=True)
count = wbc * 1000 * percent / 100
numpy.savetxt(sys.argv[2], numpy.column_stack((wbc, percent, count)), delimiter=",", fmt="%g", header="wbc,percent,anc")
"""

# Linux hands the maximum of `getrusage` down from the parent, which has grown by then.
LINUX_MEMORY = """
with open("/proc/self/status") as status:
    print(next(line.split()[1] for line in status if line.startswith("VmHWM:")))
"""
MEMORY = "\nimport resource\nprint(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"


def write_table(path: Path, rows: int) -> None:
    """A table such as a laboratory exports: id, white cells, unit, neutrophils."""
    chance = random.Random(1)
    with path.open("w", encoding="utf-8") as file:
        file.write("id,wbc,wbc_unit,neutrophils\n")
        for number in range(rows):
            file.write(f"{number},{chance.uniform(0.1, 20):.2f},10^9/L,{chance.uniform(1, 95):.1f}\n")


def run(program: str, source: Path, target: Path) -> tuple[float, float]:
    """Seconds, and megabytes at the most."""
    begun = time.perf_counter()
    command = [
        sys.executable,
        "-c",
        program + (LINUX_MEMORY if sys.platform == "linux" else MEMORY),
        str(source),
        str(target),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return time.perf_counter() - begun, int(done.stdout.split()[-1]) / 1024


def figures(rounds: int) -> list[Figure]:
    """Time, and memory at the most."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "in.csv", Path(folder) / "out.csv"
        write_table(source, ROWS)
        taken = [(run(OWN, source, target), run(NUMPY, source, target)) for _ in range(rounds)]
    return [
        beside(
            f"table of {ROWS:,} rows: {name}", unit, [o[which] for o, _ in taken], [n[which] for _, n in taken], "numpy"
        )
        for which, (name, unit) in enumerate((("time", "s"), ("memory", "MB")))
    ]
