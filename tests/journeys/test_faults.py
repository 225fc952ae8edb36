"""Every file operation fails in turn: nothing is lost, no file is half written, and a sentence says why."""

import errno
import json
import logging
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from neutrogui import app, bundle, cli, reporting
from neutrogui.batch import TableRefused, calculate_table
from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.domain.clinic import ClinicSettings, SettingsNotSaved
from neutrogui.domain.handout import Handout, read_handout
from neutrogui.domain.library import ContentAltered, ContentMissing
from neutrogui.domain.printing import PrintingFailed
from neutrogui.handout import locking
from neutrogui.handout.clinic_file import SET_ASIDE, ClinicFiles
from neutrogui.handout.glyphs import covered
from neutrogui.handout.locking import alone_if_possible
from neutrogui.handout.printing import TypstPrinting
from neutrogui.handout.texts import read_texts
from neutrogui.installation import handout_rules
from neutrogui.store.connection import CONTENT_FILE, DIGEST_FILE, open_content
from neutrogui.ui.accessible import Text
from neutrogui.ui.help_dialogs import licences_dialog
from neutrogui.ui.main_window import MainWindow
from neutrogui.ui.printing import print_pages
from neutrogui.ui.settings import Settings

ROOT = Path(__file__).resolve().parents[2]

TROUBLES = {
    "gone": lambda: FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)),
    "no permission": lambda: PermissionError(errno.EACCES, os.strerror(errno.EACCES)),
    "read-only": lambda: OSError(errno.EROFS, os.strerror(errno.EROFS)),
    "disk full": lambda: OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
    "disk broken": lambda: OSError(errno.EIO, os.strerror(errno.EIO)),
    "share gone": lambda: OSError(errno.ESTALE, os.strerror(errno.ESTALE)),
    "share silent": lambda: TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT)),
    "network down": lambda: OSError(errno.EHOSTDOWN, os.strerror(errno.EHOSTDOWN)),
    "in use": lambda: OSError(errno.EBUSY, os.strerror(errno.EBUSY)),
    "without a number": lambda: OSError("The specified network name is no longer available"),
}
EVERY_TROUBLE = pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)


def failing(trouble: Callable[[], OSError]) -> Callable[..., None]:
    def fails(*_: object, **__: object) -> None:
        raise trouble()

    return fails


def is_a_sentence(text: str) -> bool:
    return text[:1].isprintable() and text.endswith((".", ")")) and "None" not in text and "Errno" not in text


@contextmanager
def files_may_have(size: int) -> Iterator[None]:
    """No file of this process may grow beyond so many bytes, as on a full disk."""
    import resource
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


ON_A_FULL_DISK = pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are of POSIX")


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path, sample_library) -> Iterator[MainWindow]:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = app.make_window(app.application(["neutrogui"]), store, ClinicFiles(tmp_path / "clinic.json"))
    window.show()
    window.set_library(sample_library)
    yield window
    if window.series is not None:
        window.series.clear()
        window.series.deleteLater()
    window.close()
    window.deleteLater()
    # Else the next window has this one's widgets to lay out, too.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def said(window: MainWindow) -> str:
    label = window.banner.findChild(Text)
    return label.text() if window.banner.isVisible() and label is not None else ""


# The content


@EVERY_TROUBLE
@pytest.mark.parametrize("operation", ["stat", "read_bytes", "read_text"])
def test_content_that_cannot_be_read_is_told(
    compiled_sample: Path, monkeypatch: pytest.MonkeyPatch, operation: str, trouble: Callable[[], OSError]
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Path, operation, failing(trouble))
        with pytest.raises(ContentMissing) as told:
            open_content(compiled_sample)
    assert is_a_sentence(str(told.value))
    assert "calculator works" in str(told.value)


def test_content_that_is_replaced_while_it_is_read_is_not_used(
    compiled_sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (CONTENT_FILE, DIGEST_FILE):
        (tmp_path / name).write_bytes((compiled_sample / name).read_bytes())
    read_bytes = Path.read_bytes

    def read_and_replace(path: Path) -> bytes:
        data = read_bytes(path)
        (tmp_path / DIGEST_FILE).write_text("0" * 64, encoding="ascii")
        return data

    monkeypatch.setattr(Path, "read_bytes", read_and_replace)
    with pytest.raises(ContentAltered):
        open_content(tmp_path)


# What the window keeps


def test_settings_in_a_place_that_cannot_be_written_are_told_and_the_window_goes_on(
    qtbot, qapp: QApplication, tmp_path: Path, sample_library
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    store = QSettings(str(tmp_path / "file" / "settings.ini"), QSettings.Format.IniFormat)
    font = qapp.font()
    window = app.make_window(app.application(["neutrogui"]), store, ClinicFiles(tmp_path / "file" / "clinic.json"))
    qtbot.addWidget(window)
    window.show()
    window.set_library(sample_library)
    window.open_entry("felty-syndrome")
    window.actions_by_key["favourite"].trigger()
    assert "cannot be saved" in said(window)
    window.open_entry("splenomegaly")
    assert window.reader.entry.id == "splenomegaly"
    assert window.close()
    qapp.setFont(font)


@ON_A_FULL_DISK
def test_on_a_full_disk_the_old_settings_stay(window: MainWindow, tmp_path: Path) -> None:
    window.open_entry("felty-syndrome")
    window.actions_by_key["favourite"].trigger()
    before = (tmp_path / "settings.ini").read_bytes()
    assert b"felty-syndrome" in before
    window.open_entry("splenomegaly")
    with files_may_have(0):
        window.actions_by_key["favourite"].trigger()
    assert "cannot be saved" in said(window)
    assert (tmp_path / "settings.ini").read_bytes() == before
    # When there is room again, what was chosen meanwhile is written.
    window.close()
    assert b"felty-syndrome splenomegaly" in (tmp_path / "settings.ini").read_bytes()


@pytest.fixture
def other(qtbot, tmp_path: Path, sample_library) -> MainWindow:
    """A second window with settings of its own object, which stands for a second copy of the program."""
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    other = app.make_window(app.application(["neutrogui"]), store, ClinicFiles(tmp_path / "clinic.json"))
    qtbot.addWidget(other)
    other.set_library(sample_library)
    return other


def test_two_copies_of_the_program_keep_the_favourites_of_both(
    window: MainWindow, other: MainWindow, tmp_path: Path
) -> None:
    for each, entry_id in ((window, "felty-syndrome"), (other, "splenomegaly"), (window, "acute-leukaemia")):
        each.open_entry(entry_id)
        each.actions_by_key["favourite"].trigger()
    window.close()
    other.close()
    kept = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat).value("reading/favourites")
    assert kept == "felty-syndrome splenomegaly acute-leukaemia"


def test_what_two_copies_choose_at_the_same_time_is_not_undone(
    window: MainWindow, other: MainWindow, tmp_path: Path
) -> None:
    for each in (window, other):
        each.open_entry("felty-syndrome")
    for each, scheme in ((window, "who"), (other, "ctcae-6.0")):
        # Both show an empty star.
        each.actions_by_key["favourite"].trigger()
        each.calculator.pin_toggled.emit(scheme, True)
    kept = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    assert kept.favourites == ["felty-syndrome"]
    assert kept.pinned_schemes == ["who", "ctcae-6.0"]


TWO_COPIES = """
import sys
from dataclasses import replace
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QSettings
from neutrogui.domain.clinic import ClinicSettings
from neutrogui.handout.clinic_file import ClinicFiles
from neutrogui.handout.locking import alone_if_possible
from neutrogui.ui.settings import Settings

application = QCoreApplication([])
folder, name, field = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
settings, clinic = Settings(store, alone=alone_if_possible), ClinicFiles(folder / "clinic.json")
for number in range(30):
    store.setValue(f"{name}/count", number)
    settings.zoom = 125
    settings.set_favourite(f"{name}-{number}", True)
    settings.set_pinned(f"{name}-{number}", True)
    assert not settings.trouble, settings.trouble
    before = clinic.load()
    assert not before.trouble, before.trouble
    own = {f"{name}-{number}": "floss-stop"}
    # Each adds to one table, takes lines out of one list, and knows of the other only what it read first.
    changed = replace(before.settings, **{field: str(number)}, switches={**before.settings.switches, **own})
    clinic.save(replace(changed, left_out=(*before.settings.left_out, *own)), before.settings)
"""


def test_two_processes_that_write_all_the_time_lose_no_change_and_damage_no_file(tmp_path: Path) -> None:
    started = [
        subprocess.Popen(
            [sys.executable, "-c", TWO_COPIES, str(tmp_path), name, field], cwd=ROOT, stderr=subprocess.PIPE, text=True
        )
        for name, field in (("one", "phone_day"), ("two", "phone_night"))
    ]
    for process in started:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    assert (store.value("one/count"), store.value("two/count"), store.value("view/zoom")) == ("29", "29", "125")
    kept = ClinicFiles(tmp_path / "clinic.json").load().settings
    assert (kept.phone_day, kept.phone_night) == ("29", "29")
    every = {f"{name}-{number}" for name in ("one", "two") for number in range(30)}
    for names in (Settings(store).favourites, Settings(store).pinned_schemes):
        assert len(names) == len(every)
        assert set(names) == every
    assert set(kept.switches) == every
    assert set(kept.left_out) == every
    locks = {"settings.ini.change.lock", "clinic.json.lock"}
    assert {path.name for path in tmp_path.iterdir()} == {"settings.ini", "clinic.json", *locks}


ADDS = """
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QSettings
from neutrogui.domain.clinic import ClinicSettings
from neutrogui.handout.clinic_file import ClinicFiles
from neutrogui.handout.locking import alone_if_possible
from neutrogui.ui.settings import Settings

folder, turns = Path(sys.argv[1]), int(sys.argv[2])

def adds(turn):
    store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    settings = Settings(store, alone=alone_if_possible)
    clinic = ClinicFiles(folder / "clinic.json")
    for number in range(100_000):
        settings.set_favourite(f"{turn}-{number}", True)
        before = clinic.load().settings
        clinic.save(ClinicSettings(left_out=(*before.left_out, f"{turn}-{number}")), before)
        yield f"{turn}-{number}\\n".encode()

# Copies of this process are killed, which is quicker than to start each anew.
for turn in range(turns):
    reading, writing = os.pipe()
    copy = os.fork()
    if not copy:
        for written in adds(turn):
            os.write(writing, written)
        os._exit(0)
    os.close(writing)
    first = os.read(reading, 10_000)
    time.sleep(turn * 0.0007)
    os.kill(copy, 9)
    os.waitpid(copy, 0)
    with open(reading, "rb") as rest:
        print((first + rest.read()).decode())
    kept = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    assert not kept.trouble, kept.trouble
    assert not ClinicFiles(folder / "clinic.json").load().trouble
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process that copies itself is of POSIX")
def test_killed_while_it_writes_settings_and_favourites_it_loses_none_that_it_had_written(tmp_path: Path) -> None:
    turns = 30
    done = subprocess.run(
        [sys.executable, "-c", ADDS, str(tmp_path), str(turns)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    written = done.stdout.split()
    # Each copy got through what the one before it had left, locks too.
    assert {each.partition("-")[0] for each in written} == set(map(str, range(turns)))
    kept = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    assert set(written) <= set(kept.favourites)
    assert set(written) <= set(ClinicFiles(tmp_path / "clinic.json").load().settings.left_out)
    # At most what the last was writing is there besides.
    assert len(kept.favourites) <= len(written) + turns


def test_a_lock_that_a_killed_copy_left_unfinished_is_not_waited_for(tmp_path: Path) -> None:
    # Qt makes the file first and says then whose it is.
    (tmp_path / "settings.ini.lock").touch()
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings = Settings(store, alone=alone_if_possible)
    began = time.monotonic()
    settings.set_favourite("felty-syndrome", True)
    settings.zoom = 125
    settings.flush()
    assert time.monotonic() - began < 10, "Qt waits thirty seconds"
    assert Settings(QSettings(store.fileName(), QSettings.Format.IniFormat)).favourites == ["felty-syndrome"]


def test_another_copy_that_holds_the_settings_for_too_long_loses_nobody_a_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "PATIENCE", 0.1)
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    with locking.alone(tmp_path / "settings.ini.change"):
        settings = Settings(store, alone=alone_if_possible)
        settings.set_favourite("felty-syndrome", True)
        assert not settings.trouble
    assert Settings(QSettings(store.fileName(), QSettings.Format.IniFormat)).favourites == ["felty-syndrome"]


# The clinic's settings


@EVERY_TROUBLE
def test_clinic_settings_that_cannot_be_read_are_told_and_never_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: Callable[[], OSError]
) -> None:
    path = tmp_path / "clinic.json"
    ClinicFiles(path).save(ClinicSettings(clinic="North Clinic"), ClinicSettings())
    before = path.read_bytes()
    opened = Path.open

    def open_for_reading_fails(self: Path, mode: str = "r", *more: object, **named: object) -> object:
        if mode == "rb":
            raise trouble()
        return opened(self, mode, *more, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", open_for_reading_fails)
        kept = ClinicFiles(path).load()
        ClinicFiles(path).save(ClinicSettings(clinic="South Clinic"), ClinicSettings())
    assert kept.settings == ClinicSettings()
    assert is_a_sentence(kept.trouble)
    assert str(path) in kept.trouble
    assert (tmp_path / SET_ASIDE).read_bytes() == before
    assert ClinicFiles(path).load().settings.clinic == "South Clinic"


@EVERY_TROUBLE
@pytest.mark.parametrize("operation", ["mkdir", "open", "fsync", "replace"])
def test_clinic_settings_that_cannot_be_written_stay_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, operation: str, trouble: Callable[[], OSError]
) -> None:
    path = tmp_path / "clinic.json"
    ClinicFiles(path).save(ClinicSettings(clinic="North Clinic"), ClinicSettings())
    before = path.read_bytes()
    opened = Path.open

    def open_for_writing_fails(self: Path, mode: str = "r", *more: object, **named: object) -> object:
        if "x" in mode or "w" in mode:
            raise trouble()
        return opened(self, mode, *more, **named)

    with monkeypatch.context() as patch:
        if operation == "open":
            patch.setattr(Path, "open", open_for_writing_fails)
        else:
            patch.setattr(os if operation == "fsync" else Path, operation, failing(trouble))
        with pytest.raises(SettingsNotSaved) as told:
            ClinicFiles(path).save(ClinicSettings(clinic="South Clinic"), ClinicSettings())
    assert is_a_sentence(str(told.value))
    assert path.read_bytes() == before
    assert {each.name for each in tmp_path.iterdir()} == {"clinic.json", "clinic.json.lock"}


def test_two_dialogs_of_the_clinic_keep_what_each_of_them_changed(window: MainWindow, qtbot, tmp_path: Path) -> None:
    first, second = window.make_sheet_dialog(), window.make_sheet_dialog()
    qtbot.addWidget(first)
    qtbot.addWidget(second)
    first.lines["phone_day"].setText("01 11")
    second.lines["clinic"].setText("North Clinic")
    first.done(0)
    second.done(0)
    kept = json.loads((tmp_path / "clinic.json").read_text(encoding="utf-8"))
    assert (kept["phone_day"], kept["clinic"]) == ("01 11", "North Clinic")


# What the user saves


def save_favourites(window: MainWindow, path: Path) -> str:
    window.actions_by_key["favourite"].trigger()
    window.export_favourites(path)
    return said(window)


def save_sheet(window: MainWindow, path: Path) -> str:
    dialog = window.make_sheet_dialog()
    dialog.lines["where"].setText("Gate 3")
    dialog.save(path)
    assert dialog.lines["where"].text() == "Gate 3"
    message = dialog.message.text()
    dialog.deleteLater()
    return message


def save_entry(window: MainWindow, path: Path) -> str:
    dialog = window.make_entry_dialog()
    dialog.save(path)
    message = dialog.message.text()
    dialog.deleteLater()
    return message


def save_counts(window: MainWindow, path: Path) -> str:
    window.open_series()
    window.series.paste("2026-03-04\t0.4\t10^9/L")
    window.series.save(path)
    assert window.series.unsaved
    return window.series.message.text()


SAVED = {"favourites": save_favourites, "sheet": save_sheet, "entry": save_entry, "counts": save_counts}


@pytest.mark.parametrize("what", SAVED)
def test_whatever_fails_what_was_saved_before_stays_and_the_reason_is_said(
    window: MainWindow, tmp_path: Path, what: str
) -> None:
    window.open_entry("felty-syndrome")
    folder = tmp_path / "chosen"
    folder.mkdir()
    path = folder / "saved"
    path.write_bytes(b"the old one")
    told = {}
    for (name, trouble), operation in zip(TROUBLES.items(), cycle(((os, "fsync"), (Path, "replace")))):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(*operation, failing(trouble))
            told[name] = SAVED[what](window, path)
        assert is_a_sentence(told[name]), told[name]
        assert [(each.name, each.read_bytes()) for each in folder.iterdir()] == [("saved", b"the old one")]
    assert "no room left" in told["disk full"]
    assert "may not write" in told["no permission"]


@ON_A_FULL_DISK
def test_a_limit_of_the_system_in_the_middle_of_a_file_leaves_the_old_one(tmp_path: Path) -> None:
    from neutrogui.handout.saving import SavingFailed, save

    path = tmp_path / "sheet.pdf"
    save(b"old", path)
    with files_may_have(10_000), pytest.raises(SavingFailed) as told:
        save(b"n" * 1_000_000, path)
    assert is_a_sentence(str(told.value))
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["sheet.pdf"]


# What is printed


@EVERY_TROUBLE
@pytest.mark.parametrize("operation", ["open", "read_text", "glob", "exists"])
def test_a_page_whose_files_cannot_be_read_is_told(
    monkeypatch: pytest.MonkeyPatch, operation: str, trouble: Callable[[], OSError]
) -> None:
    handout = read_handout({"kind": "chemo", "languages": "en ar"}, ClinicSettings(), handout_rules())
    assert isinstance(handout, Handout)
    printing = TypstPrinting(bundle.resources())
    for remembered in (covered, read_texts):
        remembered.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr(Path, operation, failing(trouble))
        with pytest.raises(PrintingFailed) as told:
            printing.pages(handout, 72)
    assert is_a_sentence(str(told.value))
    assert "Install NeutroGUI again" in str(told.value)
    assert printing.pages(handout, 72), "when the share is there again"


def test_a_font_that_is_no_whole_one_is_told(tmp_path: Path) -> None:
    resources = tmp_path / "resources"
    shutil.copytree(bundle.resources() / "handout", resources / "handout")
    shutil.copytree(bundle.resources() / "fonts", resources / "fonts")
    handout = read_handout({"kind": "chemo"}, ClinicSettings(), handout_rules())
    assert isinstance(handout, Handout)
    font = next((resources / "fonts").glob("*-Regular.ttf"))
    whole = font.read_bytes()
    for kept in (0, 5, 12, 40, 300):
        font.write_bytes(whole[:kept])
        covered.cache_clear()
        with pytest.raises(PrintingFailed) as told:
            TypstPrinting(resources).pages(handout, 72)
        assert is_a_sentence(str(told.value))


def test_without_a_printer_the_user_is_told_and_keeps_the_pages(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As Qt answers on a computer that has none.
    monkeypatch.setattr(QPrinter, "outputFormat", lambda _: QPrinter.OutputFormat.PdfFormat)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: pytest.fail("there is nothing to choose"))
    dialog = window.make_sheet_dialog()
    dialog.refresh()
    assert dialog.handout is not None
    dialog.print_pages()
    assert dialog.message.text() == (
        "This computer has no printer. Save the pages as a PDF file, or have a printer set up."
    )
    assert dialog.handout is not None
    dialog.deleteLater()


def test_a_printer_that_stops_after_a_page_is_told(qapp: QApplication, tmp_path: Path) -> None:
    class Stops(QPrinter):
        def newPage(self) -> bool:
            return False

    printer = Stops(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    with pytest.raises(PrintingFailed, match="stopped before the last page"):
        print_pages(printer, lambda _: (b"", b""))


# What the user opens


@EVERY_TROUBLE
def test_licences_that_cannot_be_read_are_told(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, trouble: Callable[[], OSError]
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_text", failing(trouble))
        dialog = licences_dialog(window, bundle.resources() / "licences")
    text = dialog.findChild(QPlainTextEdit)
    assert text is not None
    assert text.toPlainText().startswith("“NOTICES.txt” can’t be read: ")
    assert is_a_sentence(text.toPlainText())
    dialog.deleteLater()


class FailsAfter:
    """A file that is gone after some bytes, as on a share whose network goes down."""

    def __init__(self, file: object, trouble: Callable[[], OSError]) -> None:
        self._file, self._trouble = file, trouble

    def __enter__(self) -> "FailsAfter":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def read(self, size: int = -1) -> bytes:
        raise self._trouble()


def test_counts_that_cannot_be_opened_leave_the_rows_that_were_there(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "counts.csv"
    path.write_text("date,anc,anc_unit\n2026-03-11,1.2,10^9/L\n", encoding="utf-8")
    window.open_series()
    window.series.paste("2026-03-04\t0.4\t10^9/L")
    before, opened = window.series.as_csv(), Path.open
    for trouble in TROUBLES.values():
        for broken in (failing(trouble), lambda self, *more, trouble=trouble: FailsAfter(opened(self, *more), trouble)):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(Path, "open", broken)
                assert not window.series.open_file(path)
            assert window.series.as_csv() == before
            assert is_a_sentence(window.series.message.text())
            assert "counts.csv" in window.series.message.text()


@EVERY_TROUBLE
def test_on_the_command_line_a_file_that_cannot_be_opened_is_told(
    tmp_path: Path, own_config: Path, monkeypatch: pytest.MonkeyPatch, trouble: Callable[[], OSError]
) -> None:
    path, target = tmp_path / "given", tmp_path / "made"
    path.write_text("date,anc,anc_unit\n2026-03-11,1.2,10^9/L\n", encoding="utf-8")
    screens = cli.Screens(window=lambda _: pytest.fail("no window"), tour=lambda _: pytest.fail("no tour"))
    opened = Path.open

    def fails(self: Path, *more: object, **named: object) -> object:
        if self == path:
            raise trouble()
        return opened(self, *more, **named)

    monkeypatch.setattr(Path, "open", fails)
    for arguments in (
        ("series", path),
        ("calc", "anc", "--report", path),
        ("calc", "anc", "--csv", path, "--to", target),
        ("handout", "--kind", "chemo", "--to", target, "--settings", path),
    ):
        out, err = StringIO(), StringIO()
        assert cli.main([str(each) for each in arguments], screens, out, err) in (cli.FAILED, cli.REFUSED)
        assert out.getvalue() == ""
        assert is_a_sentence(err.getvalue().strip()), err.getvalue()
        assert "Something went wrong" not in err.getvalue()
        assert not target.exists()


def test_a_table_that_changes_while_it_is_read_gives_no_results(tmp_path: Path) -> None:
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    rows = "1.25,10^9/L,50\n" * 20_000
    source.write_text("wbc,wbc_unit,neutrophils\n" + rows, encoding="utf-8")

    def cut(rows: int, share: float) -> None:
        os.truncate(source, 300_000 - 14)

    with pytest.raises(TableRefused, match="changed while it was read"):
        calculate_table(CATALOGUE.calculators[0], source, target, {}, cut)
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


# The log


@EVERY_TROUBLE
@pytest.mark.parametrize("operation", ["mkdir", "open"])
def test_without_a_log_the_program_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, operation: str, trouble: Callable[[], OSError]
) -> None:
    monkeypatch.setattr(reporting, "log_folder", lambda: tmp_path / "log")
    with monkeypatch.context() as patch:
        patch.setattr(Path, operation, failing(trouble))
        assert reporting.open_log() is None
    reporting.log.error("nobody hears it")
    reporting.close_log()


@EVERY_TROUBLE
@pytest.mark.parametrize("operation", ["write", "rename"])
def test_a_log_that_fails_later_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, operation: str, trouble: Callable[[], OSError]
) -> None:
    monkeypatch.setattr(reporting, "log_folder", lambda: tmp_path)
    monkeypatch.setattr(reporting, "LOG_SIZE", 200)
    # As in a frozen program without a console.
    monkeypatch.setattr(sys, "stderr", None)
    assert reporting.open_log() is not None
    try:
        (handler,) = (each for each in reporting.log.handlers if isinstance(each, logging.FileHandler))
        with monkeypatch.context() as patch:
            if operation == "write":
                patch.setattr(handler.stream, "write", failing(trouble), raising=False)
            else:
                patch.setattr(os, "rename", failing(trouble))
            for _ in range(5):
                reporting.log.error("x" * 100)
        reporting.log.error("it is heard again")
    finally:
        reporting.close_log()
    assert "it is heard again" in (tmp_path / "neutrogui.log").read_text(encoding="utf-8")
