"""The log names events and places in the code, and never a word that was typed."""

import faulthandler
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from neutrogui import __version__, reporting
from neutrogui.reporting import close_log, fault_report, log, log_folder, open_log, report_fault, report_faults_to

TYPED = "98,7654 Riverside-Clinic 5550-199"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "deep" / "log"
    monkeypatch.setattr(reporting, "log_folder", lambda: folder)
    return folder


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hooks and the log as they were, whatever a test does to them."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    watched = faulthandler.is_enabled()
    yield
    close_log()
    log.setLevel(logging.NOTSET)
    if watched:
        faulthandler.enable(sys.__stderr__)


def caught(error: Exception) -> Exception:
    """The error with the places that it passed through, as if nobody had caught it."""

    def calculate(typed: str) -> None:
        raise error

    try:
        calculate(TYPED)
    except Exception as passed:
        return passed
    raise AssertionError


def fault(error: Exception) -> None:
    error = caught(error)
    sys.excepthook(type(error), error, error.__traceback__)


# The log


def test_the_log_begins_with_the_versions(folder: Path) -> None:
    path = open_log()
    assert path == folder / "neutrogui.log"
    close_log()
    text = path.read_text(encoding="utf-8")
    assert f"NeutroGUI {__version__}, Python {sys.version_info.major}.{sys.version_info.minor}" in text
    assert text.count("\n") == 1


def test_a_crash_of_qt_leaves_its_place_in_a_file(folder: Path) -> None:
    faulthandler.disable()
    open_log()
    assert faulthandler.is_enabled()
    assert (folder / "faults.log").exists()
    close_log()
    assert not faulthandler.is_enabled()


def test_closing_lets_go_of_the_files(folder: Path) -> None:
    open_log()
    (handler,) = log.handlers
    close_log()
    assert log.handlers == []
    assert handler.stream is None
    log.info("after")
    assert "after" not in (folder / "neutrogui.log").read_text(encoding="utf-8")
    close_log()


def test_a_log_that_was_closed_goes_on_when_it_is_opened_again(folder: Path) -> None:
    for _ in range(2):
        assert open_log() is not None
        close_log()
    assert (folder / "neutrogui.log").read_text(encoding="utf-8").count("INFO NeutroGUI") == 2


def test_closing_a_log_that_was_never_opened_changes_nothing() -> None:
    faulthandler.enable(sys.__stderr__)
    close_log()
    assert faulthandler.is_enabled()


def test_a_full_log_is_begun_anew_and_one_old_one_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reporting, "LOG_SIZE", 500)
    open_log()
    for number in range(50):
        log.info("event %d", number)
    close_log()
    assert {path.name for path in folder.iterdir()} == {"neutrogui.log", "neutrogui.log.1", "faults.log"}
    assert all(path.stat().st_size <= 500 for path in folder.iterdir())
    assert "event 49" in (folder / "neutrogui.log").read_text(encoding="utf-8")


@pytest.mark.parametrize("obstacle", [".", "neutrogui.log", "faults.log"])
def test_without_a_place_to_write_to_the_program_works_all_the_same(
    obstacle: str, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    if obstacle == ".":
        folder.parent.mkdir()
        folder.write_text("a file where the folder should be", encoding="utf-8")
    else:
        (folder / obstacle).mkdir(parents=True)
    assert open_log() is None
    log.error("fault")
    report_faults_to(lambda _: None)
    fault(ValueError(TYPED))
    close_log()
    assert capfd.readouterr() == ("", "")


def test_the_log_lies_where_the_platform_keeps_logs() -> None:
    assert "NeutroGUI" in log_folder().parts
    assert log_folder().is_absolute()


# Reports


def test_a_report_names_the_places_and_leaves_the_errors_own_words_out() -> None:
    error = caught(ValueError(TYPED))
    report = fault_report(error, error.__traceback__)
    head, kind, *places = report.splitlines()
    assert head.startswith(f"NeutroGUI {__version__}, Python ")
    assert kind == "ValueError"
    assert [place.split()[-1] for place in places] == ["caught", "calculate"]
    assert all(place.startswith("  test_reporting.py:") for place in places)
    assert not any(word in report for word in TYPED.split())


def test_a_chain_of_errors_leaves_all_its_words_out() -> None:
    try:
        try:
            raise KeyError(TYPED)
        except KeyError as error:
            error.add_note(TYPED)
            raise RuntimeError(TYPED) from error
    except RuntimeError as error:
        report = fault_report(error, error.__traceback__)
    assert not any(word in report for word in TYPED.split())


def test_a_report_does_not_tell_where_the_user_keeps_the_program() -> None:
    error = caught(ValueError())
    assert str(Path(__file__).parent) not in fault_report(error, error.__traceback__)


def test_one_fault_is_put_into_the_log_by_itself(folder: Path) -> None:
    report_fault(caught(ValueError(TYPED)))
    assert log.handlers == []
    text = (folder / "neutrogui.log").read_text(encoding="utf-8")
    assert "ValueError\n  test_reporting.py:" in text
    assert not any(word in text for word in TYPED.split())


# What nobody caught


def test_a_fault_is_logged_and_told(folder: Path) -> None:
    told: list[str] = []
    open_log()
    report_faults_to(told.append)
    fault(ValueError(TYPED))
    close_log()
    (report,) = told
    text = (folder / "neutrogui.log").read_text(encoding="utf-8")
    assert report in text
    assert not any(word in text + report for word in TYPED.split())


def test_the_same_fault_is_told_once_and_logged_each_time(folder: Path) -> None:
    told: list[str] = []
    open_log()
    report_faults_to(told.append)
    for number in range(3):
        fault(ValueError(number))
    close_log()
    assert len(told) == 1
    assert (folder / "neutrogui.log").read_text(encoding="utf-8").count("ERROR fault") == 3


def test_another_fault_is_told_too() -> None:
    told: list[str] = []
    report_faults_to(told.append)
    fault(ValueError())
    fault(KeyError())
    try:
        raise ValueError
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert len(told) == len(set(told)) == 3


def fail_in_thread() -> None:
    raise ValueError(TYPED)


def test_a_fault_of_a_thread_is_told() -> None:
    told: list[str] = []
    report_faults_to(told.append)
    thread = threading.Thread(target=fail_in_thread)
    thread.start()
    thread.join()
    (report,) = told
    assert "ValueError" in report
    assert not any(word in report for word in TYPED.split())


def test_a_thread_that_was_ended_without_an_error_object_is_told() -> None:
    told: list[str] = []
    report_faults_to(told.append)
    threading.excepthook(SimpleNamespace(exc_type=ValueError, exc_value=None, exc_traceback=None, thread=None))
    assert [report.splitlines()[1] for report in told] == ["ValueError"]


def test_an_error_while_tidying_up_is_logged_without_its_words(folder: Path) -> None:
    told: list[str] = []
    open_log()
    report_faults_to(told.append)
    sys.unraisablehook(
        SimpleNamespace(
            exc_type=ValueError, exc_value=ValueError(TYPED), exc_traceback=None, err_msg=TYPED, object=TYPED
        )
    )
    close_log()
    text = (folder / "neutrogui.log").read_text(encoding="utf-8")
    assert "ERROR unraisable ValueError" in text
    assert not any(word in text for word in TYPED.split())
    assert told == []


def test_ending_the_program_from_the_keyboard_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    told: list[str] = []
    report_faults_to(told.append)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []
    assert "KeyboardInterrupt" in capsys.readouterr().err
