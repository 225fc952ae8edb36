"""What happens when the program itself is at fault: a log file in the platform's place, and a report to copy.

The log is opened before Qt, since a windowed frozen program has no standard error. Nothing that a user types is ever
written to it: records name events, and tracebacks name places in the code.
"""

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TextIO

from neutrogui import __version__
from neutrogui.places import log_folder

LOG_SIZE = 1_000_000
"""Bytes above which a new log file is begun; one old one is kept."""

log = logging.getLogger("neutrogui")
_fault_file: list[TextIO] = []


class _RollingFile(logging.FileHandler):
    """Begins its file anew when it has grown too large.

    `logging.handlers` has such a class too, but imports a network stack, which takes a start longer than Qt's widgets.
    """

    def emit(self, record: logging.LogRecord) -> None:
        size = len(self.format(record).encode("utf-8")) + len(self.terminator)
        if self.stream is not None and self.stream.tell() + size > LOG_SIZE:
            self.close()
            path = Path(self.baseFilename)
            path.replace(path.with_name(f"{path.name}.1"))
            self.stream = self._open()
        super().emit(record)


def open_log() -> Path | None:
    """Begin to log; without a place to write to the program works all the same, and None is given."""
    log.setLevel(logging.INFO)
    folder = log_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        faults = (folder / "faults.log").open("a", encoding="utf-8")
        try:
            handler = _RollingFile(folder / "neutrogui.log", encoding="utf-8")
        except OSError:
            faults.close()
            raise
    except OSError:
        log.addHandler(logging.NullHandler())
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    _fault_file[:] = [faults]
    faulthandler.enable(faults)
    log.info("NeutroGUI %s, Python %s, %s", __version__, sys.version.partition(" ")[0], sys.platform)
    return folder / "neutrogui.log"


def close_log() -> None:
    """Stop logging and close the files."""
    if faulthandler.is_enabled() and _fault_file:
        faulthandler.disable()
    for fault_file in _fault_file:
        fault_file.close()
    _fault_file.clear()
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()


def fault_report(error: BaseException, trace: TracebackType | None) -> str:
    """The report of a fault: versions and the places in the code that it passed through.

    Left out are the error's own words and the values of variables: they might hold what a user typed.
    """
    places = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    return "\n".join([_versions(), type(error).__name__, *places])


def _versions() -> str:
    import platform  # dear, and a start has no use for it

    # `platform.platform()` would start a process to ask for the processor's name.
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return f"NeutroGUI {__version__}, Python {platform.python_version()}, {system}"


def report_fault(error: BaseException) -> None:
    """Put one fault into the log file, opening it for that alone."""
    open_log()
    log.error("fault\n%s", fault_report(error, error.__traceback__))
    close_log()


def report_faults_to(tell: Callable[[str], None]) -> None:
    """From now on every error that nobody caught is logged and told, once for each place it comes from."""
    told: set[str] = set()

    def handle(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = fault_report(error, trace)
        log.error("fault\n%s", report)
        if report not in told:
            told.add(report)
            tell(report)

    sys.excepthook = handle
    threading.excepthook = lambda args: handle(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)
    sys.unraisablehook = lambda args: log.error("unraisable %s", args.exc_type.__name__)
