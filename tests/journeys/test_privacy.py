"""A whole run under watch: nothing leaves the program, and nothing that was typed stays behind.

Python's audit hook sees every file that is opened, every process and every socket; what Qt writes by itself is found in
the folders afterwards.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

RUN = """
import json, os, sys
from pathlib import Path

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
written, forbidden = [], []

def watch(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        if isinstance(path, (str, bytes)) and (set(mode or "") & set("wax+") or (flags or 0) & WRITES):
            written.append(os.fsdecode(path))
    elif event in ("os.rename", "os.link", "os.symlink", "shutil.copyfile", "shutil.move"):
        written.append(os.fsdecode(arguments[1]))
    elif event == "os.mkdir":
        written.append(os.fsdecode(arguments[0]))
    elif event == "sqlite3.connect" and arguments[0] not in (":memory:", b":memory:"):
        written.append(str(arguments[0]))
    elif event.split(".")[0] in ("socket", "urllib", "http", "ftplib", "smtplib", "webbrowser") or event in (
        "subprocess.Popen", "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn",
        "os.startfile", "pty.spawn",
    ):
        forbidden.append(event)

sys.addaudithook(watch)

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from neutrogui import app

chosen = Path(sys.argv[1])
made = []
make_window = app.make_window

def make(*arguments, **named):
    made.append(make_window(*arguments, **named))
    QTimer.singleShot(0, use)
    return made[0]

app.make_window = make

def use():
    window = made[0]
    if window.reader.entry is None:
        QTimer.singleShot(50, use)
        return
    try:
        pane = window.calculator
        QTest.keyClicks(window.outline.search_box, "felty 31415926")
        window.search("")
        window.open_entry("felty-syndrome")
        window.actions_by_key["favourite"].trigger()
        pane.choose("wbc_unit", "10^9/L")
        QTest.keyClicks(pane.row("wbc").edit, "47.9138")
        QTest.keyClicks(pane.row("neutrophils").edit, "61.4827")
        assert pane.outcome is not None
        dialog = window.make_sheet_dialog()
        dialog.show()
        dialog.lines["counted_on"].setText("2026-11-17")
        dialog.lines["medicines"].setText("Medicine 86753094")
        dialog.lines["phone_day"].setText("0800 2718")
        assert dialog.save(chosen / "sheet.pdf"), dialog.message.text()
        dialog.accept()
        result = window.make_result_dialog()
        assert result.save(chosen / "result.pdf"), result.message.text()
        result.accept()
        # A fault that has typed text in its words.
        sys.excepthook(ValueError, ValueError("47.9138"), None)
        box = QApplication.activeModalWidget()
        if box is not None:
            box.close()
        QGuiApplication.clipboard().setText("WBC 39.1746 K/uL  Neut% 57.3926 %")
        pane.clear()
        window.actions_by_key["paste_report"].trigger()
        assert pane.outcome is not None
        window.open_series()
        window.series.paste("2026-03-04\\t27.1828\\t10^9/L\\n2026-03-11\\t16.1803\\t10^9/L")
        assert window.series.series is not None
        assert window.series.save(chosen / "counts.csv")
        window.actions_by_key["copy_result"].trigger()
        window.close()
    except BaseException:
        import traceback
        traceback.print_exc()
        QApplication.exit(3)

status = app.run(search="felty")
descriptors = []
if Path("/proc/self/fd").exists():
    for each in Path("/proc/self/fd").iterdir():
        try:
            descriptors.append(os.readlink(each))
        except OSError:
            pass
maps = Path("/proc/self/maps").read_text() if Path("/proc/self/maps").exists() else ""
print(json.dumps({
    "status": status,
    "written": written,
    "forbidden": forbidden,
    "network": [name for name in sys.modules if name.startswith("PySide6.QtNetwork")],
    "library": "Qt6Network" in maps,
    "sockets": [each for each in descriptors if each.startswith("socket:")],
}))
"""

TYPED = (
    "31415926", "47.9138", "47,9138", "61.4827", "86753094", "39.1746", "57.3926", "27.1828", "16.1803", "2026-11-17",
    # What was worked out: 47.9138 × 61.4827 / 100 and 39.1746 × 57.3926 / 100.
    "29.458", "29458", "22.483", "22483",
)  # fmt: skip


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, object], Path]:
    """What one run did, and the folder that holds everything it could write to."""
    folder = tmp_path_factory.mktemp("run")
    for name in ("home", "chosen", "temporary", "runtime", "elsewhere"):
        (folder / name).mkdir()
    (folder / "runtime").chmod(0o700)
    environment = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(folder / "home")) | {
        "PATH": os.environ.get("PATH", ""),
        "SYSTEMROOT": os.environ.get("SYSTEMROOT", ""),
        "TMPDIR": str(folder / "temporary"),
        "XDG_RUNTIME_DIR": str(folder / "runtime"),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(folder / "chosen")],
        cwd=folder / "elsewhere",
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["status"] == 0, done.stderr
    return told, folder


def files(folder: Path) -> dict[str, bytes]:
    """All files below a folder but the cache of the system's own font library."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "fontconfig" not in path.parts
    }


def test_no_connection_is_opened_and_no_process_started(run) -> None:
    told, _ = run
    assert told["forbidden"] == []
    assert told["network"] == []
    assert told["sockets"] == []
    assert told["library"] is False


def test_only_settings_log_and_chosen_files_are_written(run) -> None:
    told, folder = run
    found = files(folder)
    chosen = {"chosen/sheet.pdf", "chosen/result.pdf", "chosen/counts.csv"}
    assert chosen <= found.keys()
    kept = {Path(name).name for name in found.keys() - chosen}
    assert kept == {
        "NeutroGUI.ini",
        "NeutroGUI.ini.change.lock",
        "clinic.json",
        "clinic.json.lock",
        "neutrogui.log",
        "faults.log",
    }
    outside = [
        path
        for path in told["written"]
        if path != os.devnull and not any(path.startswith(str(folder / part)) for part in ("home", "chosen"))
    ]
    assert outside == []


@pytest.mark.parametrize("typed", TYPED)
def test_nothing_about_a_patient_stays_behind(run, typed: str) -> None:
    _, folder = run
    for name, data in files(folder).items():
        if not name.startswith("chosen"):
            assert typed.encode() not in data, name
            assert typed.encode("utf-16-le") not in data, name


def test_what_belongs_to_the_clinic_and_what_is_read_is_kept(run) -> None:
    # Else the tests above would look at files that nobody writes.
    _, folder = run
    found = {Path(name).name: data for name, data in files(folder).items()}
    assert b"0800 2718" in found["clinic.json"]
    assert b"felty-syndrome" in found["NeutroGUI.ini"]
    assert b"ValueError" in found["neutrogui.log"]
    assert b"27.1828" in found["counts.csv"]
