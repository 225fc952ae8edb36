"""How long the window of serial counts takes for an edit and for pasting, with 50 and with 5,000 rows.

In each round one count of each table is changed, in turn, up to the paint of the plot; then each table is pasted anew.
The window does all of it while it can't be used, so processor time is what counts.
"""

import random
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from benchmarks.figures import Figure, beside
from benchmarks.painting import Painting
from neutrogui import bundle
from neutrogui.app import series_rules
from neutrogui.domain.handout import Paper
from neutrogui.handout.printing import TypstPrinting
from neutrogui.ui.series_dialog import SeriesDialog

FEW, MANY = 50, 5_000


def rows(number: int) -> str:
    """A count a day, as a spreadsheet copies them."""
    chance, first = random.Random(1), date(2010, 1, 1)
    days = (f"{first + timedelta(n)}\t{chance.uniform(0.05, 6):.2f}\t10^9/L\n" for n in range(number))
    return "date\tanc\tanc_unit\n" + "".join(days)


def milliseconds(action: Callable[[], None]) -> float:
    """How long the processor works for it."""
    worked = time.process_time_ns()
    action()
    return (time.process_time_ns() - worked) / 1e6


def steps(dialog: SeriesDialog, number: int, each: int) -> Iterator[tuple[str, Callable[[], None]]]:
    """What is done with a window in round `each`. The row that changes is one of those in which a period is sought."""
    text, table, row = rows(number), dialog.table, number - 2
    yield "paste", lambda: dialog.paste(text)
    yield "edit a count", lambda: table.type(row, "anc", f"{7 + each / 100:.2f}")
    yield "edit a date", lambda: table.type(row, "date", f"2009-12-{1 + each % 28:02}")
    yield "edit to a refusal", lambda: table.type(row, "anc", f"?{each}")
    yield "another day one", lambda: dialog.day_one.setText(f"2010-01-{1 + each % 28:02}")


def figures(rounds: int, painting: Painting) -> list[Figure]:
    """Each step with many rows, beside the same with few."""
    printing = TypstPrinting(bundle.resources())
    dialogs = {n: SeriesDialog(series_rules(), printing, painting.style, lambda: Paper.A4) for n in (FEW, MANY)}
    times: dict[str, dict[int, list[float]]] = {}

    def shown(action: Callable[[], None]) -> None:
        action()
        painting.settle()

    for each in range(rounds + 1):
        for number, dialog in dialogs.items():
            dialog.clear()
            dialog.show()
            painting.settle()
            for name, action in steps(dialog, number, each):
                taken = milliseconds(partial(shown, action))
                if each:  # the first round only warms up
                    times.setdefault(name, {}).setdefault(number, []).append(taken)
    for dialog in dialogs.values():
        dialog.clear()
        dialog.close()
    return [
        beside(f"serial counts, {MANY:,} rows: {name}", "ms", taken[MANY], taken[FEW], f"{FEW} rows")
        for name, taken in times.items()
    ]
