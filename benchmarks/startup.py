"""How long the program takes to start, beside a bare PySide6 window, and how that grows with the content:
`python benchmarks/startup.py [ROUNDS]`.

Each round starts both programs anew, one after the other, so that whatever else the machine does meets both
alike. Times run from the moment the process is asked for. They are told, never judged: compare ratios.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from growth import grown

ROUNDS = 15

# Each program prints `mark nanoseconds`, on the clock that its parent reads too.
MARK = """
import time
def mark(name):
    print(name, time.monotonic_ns(), flush=True)
"""

BARE = """
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
class Window(QMainWindow):
    def event(self, event):
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint:
            mark("painted")
            QTimer.singleShot(0, app.quit)
        return handled
app = QApplication([])
window = Window()
window.setCentralWidget(QLabel("a bare window"))
window.resize(1320, 840)
window.show()
app.exec()
"""

# The program itself, with a mark after the first paint and one after the tree was filled and painted. With a folder as
# argument it opens the content there.
NEUTROGUI = """
import sys
from pathlib import Path
folder = sys.argv[1:]
sys.argv = ["neutrogui"]
from neutrogui import app as composition
make_window, load_library = composition.make_window, composition.load_library
def watched_window(*arguments, **named):
    window = make_window(*arguments, **named)
    window.painted.connect(lambda: mark("painted"))
    return window
def watched_load(window):
    if folder:
        from neutrogui.domain.library import LibraryInUse
        from neutrogui.store.library import open_library
        from neutrogui import installation
        installation.open_library_in_use = lambda: LibraryInUse(open_library(Path(folder[0])))
    load_library(window)
    if not window.outline.isVisible():
        raise SystemExit("no tree")
    window.outline.repaint()
    mark("tree")
    composition.QApplication.quit()
composition.make_window, composition.load_library = watched_window, watched_load
from neutrogui.__main__ import main
sys.exit(main())
"""


def marks(program: str, home: Path, *arguments: str) -> dict[str, float]:
    """Milliseconds from the start of a process to each of its marks."""
    folders = {name: str(home) for name in ("HOME", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    environment = {**os.environ, **folders}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # the warming round leaves bytecode, as an installation does
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    begun = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-c", MARK + program, *arguments],
        env=environment,
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    lines = (line.split() for line in done.stdout.splitlines())
    return {name: (int(moment) - begun) / 1e6 for name, moment in lines}


def row(name: str, times: list[float], bare: list[float]) -> str:
    """One line of the table; the ratio is the median of the rounds' own ratios."""
    ratio = statistics.median(own / other for own, other in zip(times, bare, strict=True))
    return f"{name:44}{statistics.median(times):8.0f}{min(times):8.0f}{max(times):8.0f}{ratio:10.2f}"


def growth(rounds: int) -> None:
    """Print how much longer a start takes with more content; each round is paired with one of the content as it is."""
    print(f"\nStart-up with more content, {rounds} rounds; each beside the content as it is")
    print(f"{'median ms':>52}{'min':>8}{'max':>8}{'× as it is':>12}")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for times, entries, content in grown():
            own = [(marks(NEUTROGUI, home), marks(NEUTROGUI, home, str(content))) for _ in range(rounds + 1)][1:]
            for mark, name in (("painted", "calculator"), ("tree", "tree")):
                now, more = [one[mark] for one, _ in own], [other[mark] for _, other in own]
                print(row(f"{name} usable, {entries} entries ({times} ×)", more, now))


def main() -> None:
    """Print the tables."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    bare: list[float] = []
    painted: list[float] = []
    tree: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for number in range(rounds + 1):
            other, own = marks(BARE, home), marks(NEUTROGUI, home)
            if number:  # the first round only warms the disk's cache
                bare.append(other["painted"])
                painted.append(own["painted"])
                tree.append(own["tree"])
    print(f"Start-up, {rounds} rounds")
    print(f"{'median ms':>52}{'min':>8}{'max':>8}{'× bare':>10}")
    print(row("bare PySide6 window, painted", bare, bare))
    print(row("NeutroGUI, calculator usable", painted, bare))
    print(row("NeutroGUI, tree usable", tree, bare))
    growth(rounds)


if __name__ == "__main__":
    main()
