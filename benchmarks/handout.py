"""How long a handout takes beside typst's own time for the same pages: `python benchmarks/handout.py [ROUNDS]`.

Each round sets the same sheet both ways, one after the other, with a clinic's name that never came before, so nothing
is remembered from the last round. Times are told, never judged: compare ratios, not machines.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace

import typst

from neutrogui.bundle import resources
from neutrogui.domain.clinic import ClinicSettings
from neutrogui.domain.handout import Handout, read_handout
from neutrogui.domain.problem import Problems
from neutrogui.handout import sheet, typesetting
from neutrogui.handout.printing import TypstPrinting
from neutrogui.installation import handout_rules

ROUNDS = 12
SHEETS = 100
PREVIEW = 80.0
"""Dots per inch of the preview in a window of usual size."""

_FIRST = """
import time; start = time.perf_counter()
from benchmarks.handout import handout
from neutrogui.bundle import resources
from neutrogui.handout.printing import TypstPrinting
TypstPrinting(resources()).pages(handout("First"), 80.0)
print(time.perf_counter() - start)
"""


def handout(clinic: str, **typed: str) -> Handout:
    """A sheet that is like those of a clinic, but for the name."""
    settings = ClinicSettings(clinic=clinic, phone_day="555 0100", phone_night="555 0199", where="Gate 3")
    asked = {"kind": "chemo", "count": "480", "count_unit": "/uL", **typed}
    read = read_handout(asked, settings, handout_rules())
    assert not isinstance(read, Problems), read
    return read


def bare(made: Handout, form: str, **options: object) -> None:
    """The same pages by typst alone: the data are there already, and nothing is checked."""
    document = sheet.document(made, resources())
    folder, fonts = resources() / "handout", typesetting.fonts(resources() / "fonts")
    data = {"data": json.dumps(document.data, ensure_ascii=False)}
    began = time.perf_counter()
    typst.compile(  # type: ignore[call-overload]
        folder / "sheet.typ", root=folder, font_paths=fonts, ignore_system_fonts=True, format=form, sys_inputs=data,
        **options,
    )  # fmt: skip
    _bare.append(time.perf_counter() - began)


_bare: list[float] = []


def timed(call: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def told(name: str, ours: list[float], theirs: list[float]) -> None:
    """A line: milliseconds of both, and their ratio."""
    mine, own = statistics.median(ours) * 1000, statistics.median(theirs) * 1000
    print(f"{name:34} {mine:8.1f} ms   typst alone {own:8.1f} ms   ratio {mine / own:5.2f}")


def main(rounds: int) -> None:
    """Measure and tell."""
    printing = TypstPrinting(resources())
    first = [float(subprocess.run([sys.executable, "-c", _FIRST], capture_output=True, check=True).stdout)
             for _ in range(3)]  # fmt: skip
    print(f"{'first page, in a new process':34} {statistics.median(first) * 1000:8.1f} ms, imports included")
    for name, form, make, options in (
        ("preview after a change", "png", lambda made: printing.pages(made, PREVIEW), {"ppi": PREVIEW}),
        ("PDF after a change", "pdf", printing.pdf, {"pdf_standards": ["ua-1", "a-2a"]}),
    ):
        ours: list[float] = []
        _bare.clear()
        for number in range(rounds):
            made = handout(f"{name} {number}")
            other = replace(made, clinic=f"{name} {number} again")
            for mine in (True, False) if number % 2 else (False, True):
                if mine:
                    ours.append(timed(lambda made=made, make=make: make(made)))  # type: ignore[misc]
                else:
                    bare(other, form, **options)
        told(name, ours, _bare)
    _bare.clear()
    languages = ("en", "es", "ar", "zh")
    batch = timed(
        lambda: [printing.pdf(handout(f"Clinic {n}", languages=languages[n % 4])) for n in range(SHEETS)]
    )  # fmt: skip
    for number in range(SHEETS):
        bare(handout(f"Clinic {number} again", languages=languages[number % 4]), "pdf", pdf_standards=["ua-1", "a-2a"])
    told(f"batch of {SHEETS} sheets", [batch], [sum(_bare)])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
