"""The composition root of the window: the one place where all layers meet. Start, wire, run, fail politely."""

import gc
import logging
import sys
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from neutrogui import bundle, places, reporting
from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.domain.language import mark, say
from neutrogui.handout.locking import alone_if_possible
from neutrogui.handout.printing import TypstPrinting
from neutrogui.policy import view_policy
from neutrogui.ui.calculator_pane import ReportRules
from neutrogui.ui.language import ENGLISH, Language
from neutrogui.ui.main_window import MainWindow, Services
from neutrogui.ui.settings import Settings
from neutrogui.ui.style import Style

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from neutrogui.domain.clinic import ClinicStore
    from neutrogui.domain.problem import Problems
    from neutrogui.domain.report import Filling, ReportReading
    from neutrogui.ui.handout_dialog import HandoutServices
    from neutrogui.ui.series_dialog import SeriesRules

log = logging.getLogger("neutrogui")

_QT_LEVELS = {QtMsgType.QtWarningMsg: logging.WARNING, QtMsgType.QtCriticalMsg: logging.ERROR}


@cache
def series_rules() -> "SeriesRules":
    """How the window of serial counts reads and judges."""
    from neutrogui.calculators import series, series_text
    from neutrogui.calculators.grade import read_lower_limit
    from neutrogui.calculators.grading import CONVENTIONAL
    from neutrogui.calculators.reading import Reading, count_fields
    from neutrogui.ui.series_dialog import SeriesRules

    def lower_limit(typed: Mapping[str, str]) -> "Decimal | Problems | None":
        reading = Reading(count_fields("lower_limit", mark("Laboratory’s lower limit"), optional=True), typed)
        limit = read_lower_limit(reading)
        return reading.problems or (None if limit is None else limit.per_ul)

    return SeriesRules(
        decode=series_text.decode,
        read=series_text.read_series,
        read_day=series_text.read_day,
        read_lower_limit=lower_limit,
        cautions=series_text.cautions,
        findings=series.findings,
        nadir=lambda counts: series.nadir(counts.days),
        scale=CONVENTIONAL,
    )


def _read_report(text: str) -> "Filling":
    from neutrogui.calculators.report_filling import fill_from_text  # its patterns are dear, and few starts need them

    return fill_from_text(text)


def _fill(reading: "ReportReading") -> "Filling":
    from neutrogui.calculators.report_filling import fill

    return fill(reading)


REPORT = ReportRules(read=_read_report, fill=_fill)
"""How a pasted report is read."""


def handout_services(language: str = ENGLISH, clinic: "ClinicStore | None" = None) -> "HandoutServices":
    """What handouts are made with, and where the clinic's settings are kept; else where this computer keeps them.

    `language` is that of the window, in which the lines of a sheet are offered. Raises `PrintingFailed` if words or
    plan are missing.
    """
    from neutrogui.installation import clinic_files, handout_rules, handout_words
    from neutrogui.ui.handout_dialog import HandoutServices

    return HandoutServices(handout_rules(), handout_words(language), clinic or clinic_files())


def application(arguments: list[str]) -> QApplication:
    """The one QApplication, named, with its icon."""
    existing = QApplication.instance()
    # Setting the style of an application there is would hand the style to Python, and with it dear enumerations.
    app = existing if isinstance(existing, QApplication) else QApplication([*arguments, "-style", "Fusion"])
    app.setApplicationName("NeutroGUI")
    app.setApplicationDisplayName("NeutroGUI")
    app.setDesktopFileName("neutrogui")
    app.setWindowIcon(QIcon(str(bundle.resources() / "icons" / "neutrogui.svg")))
    return app


def settings_store() -> QSettings:
    """The file in which the window's settings are kept: beside a portable program, else where the system says."""
    file = places.settings_file()
    if file is not None:
        return QSettings(str(file), QSettings.Format.IniFormat)
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "NeutroGUI", "NeutroGUI")


def make_window(
    app: QApplication,
    store: QSettings,
    clinic: "ClinicStore | None" = None,
    policy: Mapping[str, str] | None = None,
) -> MainWindow:
    """The window with everything it is handed; its library comes later.

    `clinic` keeps what is printed on every handout; without it, the files of this computer do. `policy` are the
    window's settings that an administrator has set.
    """
    settings = Settings(store, policy, alone_if_possible)
    language = Language(app, bundle.resources() / "i18n")
    language.choose(settings.language)
    style = Style(app)
    style.appearance = settings.appearance
    style.zoom = settings.zoom
    style.apply_font_and_palette()
    services_in = cache(partial(handout_services, clinic=clinic))
    services = Services(
        catalogue=CATALOGUE,
        printing=TypstPrinting(bundle.resources()),
        handouts=lambda: services_in(language.code),
        licences=bundle.resources() / "licences",
        guides=bundle.guides(),
        series=series_rules,
        report=REPORT,
    )
    window = MainWindow(services, settings, style, language)
    style.apply()
    return window


def load_library(window: MainWindow) -> None:
    """Open the reference and hand it to the window, or say there why not."""
    from neutrogui.domain.library import LibraryError
    from neutrogui.installation import open_library_in_use

    try:
        in_use = open_library_in_use()
    except LibraryError as error:
        log.error("content: %s", type(error).__name__)
        window.show_library_trouble(str(error))
        return
    if in_use.refusal:
        log.error("%s", in_use.refusal)
    window.set_library(in_use.library, in_use.refusal, in_use.passed_over)


def run(search: str = "", entry_id: str = "") -> int:
    """Show the window and stay until it is closed. The calculator works first, the reference comes after."""
    reporting.open_log()
    qInstallMessageHandler(lambda kind, _, text: log.log(_QT_LEVELS.get(kind, logging.INFO), "Qt: %s", text))
    app = application(sys.argv[:1])
    policy = view_policy()
    window = make_window(app, settings_store(), policy=policy.values)
    window.tell_settings_trouble(policy.trouble)
    reporting.report_faults_to(lambda report: _tell_fault(window, report))
    if search:
        window.search(search)
    if entry_id:
        window.open_entry(entry_id)
    window.painted.connect(lambda: _on_painted(window))
    window.show()
    try:
        return app.exec()
    finally:
        gc.unfreeze()
        qInstallMessageHandler(None)
        reporting.close_log()


def _on_painted(window: MainWindow) -> None:
    # What a screen reader asks for it asks in the event loop, which has not been entered again since the window came.
    from neutrogui.ui import roles

    roles.install()
    QTimer.singleShot(0, lambda: _finish_start(window))


def _finish_start(window: MainWindow) -> None:
    """Load the library; from then on rubbish is collected as usual, without looking through what the start made."""
    try:
        load_library(window)
    finally:
        gc.freeze()
        gc.enable()


def _tell_fault(window: MainWindow, report: str) -> None:
    from PySide6.QtWidgets import QMessageBox

    window.show_fault()
    box = QMessageBox(_active(window))
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("NeutroGUI")
    box.setText(say("Something went wrong in the program. The result of the calculator was taken away."))
    box.setInformativeText(
        say("You can go on. If it happens again, please pass on the details; nothing typed is in them.")
    )
    box.setDetailedText(report)
    box.open()


def _active(window: MainWindow) -> "QWidget":
    return QApplication.activeModalWidget() or window
