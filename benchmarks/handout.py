"""How long a handout takes beside typst's own time for the same pages.

Each round sets the same sheet both ways, one after the other, with a clinic's name that never came before, so nothing
is remembered from the last round.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import typst

from benchmarks.figures import Figure, beside
from neutrogui.bundle import resources
from neutrogui.domain.clinic import ClinicSettings
from neutrogui.domain.handout import Handout, read_handout
from neutrogui.domain.problem import Problems
from neutrogui.handout import sheet, typesetting
from neutrogui.handout.printing import TypstPrinting
from neutrogui.installation import handout_rules

SHEETS = 40
LANGUAGES = ("en", "es", "ar", "zh")
PREVIEW = 80.0
"""Dots per inch of the preview in a window of usual size."""

_FIRST = """
import time; start = time.perf_counter()
from benchmarks.handout import handout
from neutrogui.bundle import resources
from neutrogui.handout.printing import TypstPrinting
TypstPrinting(resources()).pages(handout("First"), 80.0)
print((time.perf_counter() - start) * 1000)
"""


def handout(clinic: str, **typed: str) -> Handout:
    """A sheet that is like those of a clinic, but for the name."""
    settings = ClinicSettings(clinic=clinic, phone_day="555 0100", phone_night="555 0199", where="Gate 3")
    asked = {"kind": "chemo", "count": "480", "count_unit": "/uL", **typed}
    read = read_handout(asked, settings, handout_rules())
    assert not isinstance(read, Problems), read
    return read


def bare(made: Handout, form: str, **options: object) -> float:
    """Milliseconds for the same pages by typst alone: the data are there already, and nothing is checked."""
    document = sheet.document(made, resources())
    folder, fonts = resources() / "handout", typesetting.fonts(resources() / "fonts")
    data = {"data": json.dumps(document.data, ensure_ascii=False)}
    began = time.perf_counter()
    typst.compile(  # type: ignore[call-overload]
        folder / "sheet.typ", root=folder, font_paths=fonts, ignore_system_fonts=True, format=form, sys_inputs=data,
        **options,
    )  # fmt: skip
    return (time.perf_counter() - began) * 1000


def timed(call: Callable[[], object]) -> float:
    """Milliseconds that a call takes."""
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def figures(rounds: int) -> list[Figure]:
    """A preview and a PDF after a change, a batch, and the first page of a process."""
    printing = TypstPrinting(resources())
    found: list[Figure] = []
    for name, form, make, options in (
        ("preview after a change", "png", lambda made: printing.pages(made, PREVIEW), {"ppi": PREVIEW}),
        ("PDF after a change", "pdf", printing.pdf, {"pdf_standards": ["ua-1", "a-2a"]}),
    ):
        ours: list[float] = []
        theirs: list[float] = []
        for number in range(rounds):
            made = handout(f"{name} {number}")
            other = replace(made, clinic=f"{name} {number} again")
            for mine in (True, False) if number % 2 else (False, True):
                if mine:
                    ours.append(timed(partial(make, made)))
                else:
                    theirs.append(bare(other, form, **options))
        found.append(beside(f"handout: {name}", "ms", ours, theirs, "typst alone"))
    ours, theirs = [], []
    for number in range(SHEETS):
        language = LANGUAGES[number % len(LANGUAGES)]
        ours.append(timed(partial(printing.pdf, handout(f"Clinic {number}", languages=language))))
        again = handout(f"Clinic {number} again", languages=language)
        theirs.append(bare(again, "pdf", pdf_standards=["ua-1", "a-2a"]))
    found.append(Figure(f"handout: {SHEETS} PDFs", sum(ours), "ms", sum(ours) / sum(theirs), "typst alone"))
    command = [sys.executable, "-c", _FIRST]
    first = [float(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(3)]
    return [*found, Figure("handout: first page, imports included", statistics.median(first), "ms")]
