"""How long the window takes from opening an entry, and from a key in the calculator, to the paint.

In each round the same is done in Qt's plainest widget, in turn: an entry's text in a text browser, a key in a line.
"""

import random
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QTextBrowser

from benchmarks.figures import Figure, percentiles
from benchmarks.painting import Painting
from neutrogui.app import REPORT
from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.domain.entry import as_text
from neutrogui.installation import open_bundled_library
from neutrogui.ui.calculator_pane import CalculatorPane
from neutrogui.ui.reader_pane import ReaderPane

ENTRIES = 40
"""Entries of a round."""

COUNTS = ("12", "34", "7", "25")
"""Typed as white cells, at 40 percent: each key gives another result."""


def figures(rounds: int, painting: Painting) -> list[Figure]:
    """Entries, then keys."""
    return [*_entries(rounds, painting), *_keys(rounds, painting)]


def _entries(rounds: int, painting: Painting) -> list[Figure]:
    library = open_bundled_library()
    ids = [place.entry_id for place in library.outline().walk() if place.entry_id]
    reader, browser = ReaderPane(painting.style), QTextBrowser()
    area = reader.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    for pane in (reader, browser):
        pane.resize(640, 800)
        pane.show()
    painting.settle()
    own: list[float] = []
    bare: list[float] = []
    for number in range(rounds + 1):
        for entry_id in random.Random(number).sample(ids, ENTRIES):
            text = as_text(library.entry(entry_id))
            other = painting.milliseconds(partial(browser.setPlainText, text), lambda: [browser.viewport()])
            mine = painting.milliseconds(
                lambda entry_id=entry_id: reader.show_entry(library.entry(entry_id)),  # type: ignore[misc]
                lambda: [page] if (page := area.widget()) else [],
            )
            painting.settle()
            if number:  # the first round only warms up
                bare.append(other)
                own.append(mine)
    reader.deleteLater()
    browser.deleteLater()
    return percentiles("entry opened to painted", own, bare, "its text in a text browser")


def _keys(rounds: int, painting: Painting) -> list[Figure]:
    pane, line = CalculatorPane(CATALOGUE, painting.style, REPORT), QLineEdit()
    for widget in (pane, line):
        widget.resize(420, 800)
        widget.show()
    pane.choose("wbc_unit", "10^9/L")
    pane.type("neutrophils", "40")
    field = pane.row("wbc").findChild(QLineEdit)
    assert isinstance(field, QLineEdit)

    def painted(key: str) -> tuple[float, float]:
        other = painting.milliseconds(partial(QTest.keyClicks, line, key), lambda: [line])
        return painting.milliseconds(partial(QTest.keyClicks, field, key), lambda: [pane.headline]), other

    def told(key: str) -> tuple[float, float]:
        other = _milliseconds(partial(QTest.keyClicks, line, key))
        return _milliseconds(partial(QTest.keyClicks, field, key)), other

    found: list[Figure] = []
    for until, measure in (("result", told), ("painted result", painted)):
        taken: list[tuple[float, float]] = []
        for number in range(rounds + 1):
            for typed in COUNTS:
                field.clear()
                line.clear()
                painting.settle()
                taken += [measured for key in typed for measured in [measure(key)] if number]
                if pane.outcome is None:
                    raise SystemExit("The calculator gave no result.")
        own, bare = zip(*taken, strict=True)
        found += percentiles(f"calculator key to {until}", own, bare, "a key in a bare line")
    pane.deleteLater()
    line.deleteLater()
    return found


def _milliseconds(act: Callable[[], object]) -> float:
    """Processor time: so short a while says little on a busy machine's clock."""
    begun = time.process_time()
    act()
    return (time.process_time() - begun) * 1000
