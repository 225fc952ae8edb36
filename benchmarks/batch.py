"""How long a table takes, row by row, beside numpy doing the same sum: `python benchmarks/batch.py [ROWS]`.

Each program runs in a process of its own, three times in turn, so that its memory is its own. numpy reads the columns
whole, multiplies, and writes; it checks nothing, grades nothing and knows one unit. Times are told, never judged.
"""

import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROWS = 100_000
ROUNDS = 3

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
    command = [sys.executable, "-c", program + MEMORY, str(source), str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return time.perf_counter() - begun, int(done.stdout.split()[-1]) / 1024


def main() -> None:
    """Print the table."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    print(f"{'rows':>12}{'own s':>10}{'own MB':>10}{'numpy s':>10}{'numpy MB':>10}{'× numpy':>10}")
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "in.csv", Path(folder) / "out.csv"
        for rows in (most // 10, most):
            write_table(source, rows)
            rounds = [(run(OWN, source, target), run(NUMPY, source, target)) for _ in range(ROUNDS)]
            own, other = ([r[which] for r in rounds] for which in (0, 1))
            ratio = statistics.median(mine[0] / theirs[0] for mine, theirs in rounds)
            figures = (statistics.median(values) for side in (own, other) for values in zip(*side, strict=True))
            print(f"{rows:12,}" + "".join(f"{figure:10.1f}" for figure in figures) + f"{ratio:10.1f}")


if __name__ == "__main__":
    main()
