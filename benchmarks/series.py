"""How long the window of serial counts takes for an edit and for pasting, with 50 and with 5,000 rows.

`python benchmarks/series.py [ROUNDS]`. In each round one count of each table is changed, in turn, up to the paint of
the plot; then each table is pasted anew. The window does all of it while it can't be used, so processor time is told
beside what the clock says. Times are told, never judged: compare the ratio of the two sizes, not machines.
"""

import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from neutrogui import bundle
from neutrogui.app import series_rules
from neutrogui.domain.handout import Paper
from neutrogui.handout.printing import TypstPrinting
from neutrogui.ui.series_dialog import SeriesDialog
from neutrogui.ui.style import Style

ROUNDS = 10
FEW, MANY = 50, 5_000

Times = tuple[float, float]
"""Milliseconds of the clock, and of the processor."""


def rows(number: int) -> str:
    """A count a day, as a spreadsheet copies them."""
    chance, first = random.Random(1), date(2010, 1, 1)
    days = (f"{first + timedelta(n)}\t{chance.uniform(0.05, 6):.2f}\t10^9/L\n" for n in range(number))
    return "date\tanc\tanc_unit\n" + "".join(days)


def milliseconds(action: Callable[[], None]) -> Times:
    """How long it takes."""
    begun, worked = time.perf_counter_ns(), time.process_time_ns()
    action()
    return (time.perf_counter_ns() - begun) / 1e6, (time.process_time_ns() - worked) / 1e6


def steps(dialog: SeriesDialog, number: int, each: int) -> Iterator[tuple[str, Callable[[], None]]]:
    """What is done with a window in round `each`. The row that changes is one of those in which a period is sought."""
    text, table, row = rows(number), dialog.table, number - 2
    yield "paste", lambda: dialog.paste(text)
    yield "edit a count", lambda: table.type(row, "anc", f"{7 + each / 100:.2f}")
    yield "edit a date", lambda: table.type(row, "date", f"2009-12-{1 + each % 28:02}")
    yield "edit to a refusal", lambda: table.type(row, "anc", f"?{each}")
    yield "another day one", lambda: dialog.day_one.setText(f"2010-01-{1 + each % 28:02}")


def measure(rounds: int) -> dict[str, dict[int, list[Times]]]:
    """The times of each step for each number of rows."""
    application = QApplication([])
    style = Style(application)
    style.apply()
    printing = TypstPrinting(bundle.resources())
    dialogs = {number: SeriesDialog(series_rules(), printing, style, lambda: Paper.A4) for number in (FEW, MANY)}
    times: dict[str, dict[int, list[Times]]] = {}

    def shown(action: Callable[[], None]) -> None:
        action()
        application.processEvents()

    for each in range(rounds + 1):
        for number, dialog in dialogs.items():
            dialog.clear()
            dialog.show()
            application.processEvents()
            for name, action in steps(dialog, number, each):
                taken = milliseconds(partial(shown, action))
                if each:  # the first round only warms up
                    times.setdefault(name, {}).setdefault(number, []).append(taken)
    for dialog in dialogs.values():
        dialog.clear()
        dialog.close()
    return times


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    times = measure(rounds)
    load = f", load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors" if hasattr(os, "getloadavg") else ""
    print(f"Serial counts, {FEW} and {MANY:,} rows × {rounds} rounds{load}; medians")
    print(f"{'':20}" + "".join(f"{f'{number:,}: ms':>12}{'processor':>12}" for number in (FEW, MANY)) + f"{'×':>8}")
    for name, taken in times.items():
        few, many = ([statistics.median(each) for each in zip(*taken[n], strict=True)] for n in (FEW, MANY))
        print(f"{name:20}" + "".join(f"{figure:12.1f}" for figure in (*few, *many)) + f"{many[1] / few[1]:8.1f}")


if __name__ == "__main__":
    main()
