"""Pictures of the window and of the sheet, made without a display: for the README, and to look at after a change."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMessageLogContext, QSettings, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from neutrogui import app, bundle
from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.domain.printing import PrintingFailed
from neutrogui.handout.clinic_file import ClinicFiles
from neutrogui.handout.printing import TypstPrinting
from neutrogui.ui.language import ENGLISH
from neutrogui.ui.main_window import MainWindow
from neutrogui.ui.style import Appearance

WIDTH, HEIGHT = 1320, 840
"""Pixels; the window of the pictures."""

_SHEET_PIXELS_PER_INCH = 110

_COUNTS = """date,anc,anc_unit,wbc,wbc_unit,neutrophils
2026-11-02,4.2,10^9/L,,,
2026-11-09,1.1,10^9/L,,,
2026-11-11,,,1.2,10^9/L,30
2026-11-13,0.06,10^9/L,,,
2026-11-16,240,/uL,,,
2026-11-17,0.7,10^9/L,,,
2026-11-18,"1,900",/uL,,,
2026-11-20,3.1,10^9/L,,,
"""
"""Serial counts; one of the rows can be read in two ways."""


_REPORT = """Leukocytes  2.1 K/uL  (4.0-11.0)  L
Neutrophils  38 %  (40-75)
Bands  5 %  (0-8)
"""
"""A report that leaves one thing open: whether the total has the bands in it."""


def run(folder: Path) -> int:
    """Make every picture in `folder`, which is made if need be. Gives the exit status."""
    qInstallMessageHandler(_tell)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory() as forgotten:
            store = QSettings(str(Path(forgotten) / "settings.ini"), QSettings.Format.IniFormat)
            application = app.application(["neutrogui"])
            window = app.make_window(application, store, ClinicFiles(Path(forgotten) / "clinic.json"))
            window.set_appearance(Appearance.LIGHT)
            window.set_language(ENGLISH)  # as the guides that show the pictures are
            app.load_library(window)
            _Tour(application, window, folder).walk()
            window.close()
    except (OSError, PrintingFailed) as error:
        print(f"neutrogui: the tour could not be made: {error}", file=sys.stderr)
        return 1
    finally:
        qInstallMessageHandler(None)
    return 0


def _tell(_: QtMsgType, __: QMessageLogContext, text: str) -> None:
    # Without a display Qt says of every window that there is no window manager to tell its size and place to.
    if "propagateSizeHints" not in text and "raise()" not in text:
        print(text, file=sys.stderr)


class _Tour:
    """One walk through the window, with a picture at every stop."""

    def __init__(self, application: QApplication, window: MainWindow, folder: Path) -> None:
        self._application = application
        self._window = window
        self._folder = folder

    def walk(self) -> None:
        window = self._window
        window.resize(WIDTH, HEIGHT)
        window.show()
        self._picture("start", window)
        window.search("cyclic")
        self._picture("search", window)
        window.search("filgastrim")
        self._picture("similar-spelling", window)
        window.search("")
        window.open_entry("felty-syndrome")
        self._picture("entry", window)
        window.outline.narrow_button.setChecked(True)
        for answer in ("inherited", "chronic"):
            window.outline.narrow_panel.button(answer).click()
        self._picture("narrowed", window)
        window.outline.narrow_button.setChecked(False)
        window.open_entry("levels-of-neutropenia")
        self._picture("table", window)
        self._type({"wbc": "1,234"})
        self._picture("refused", window)
        self._report()
        self._type({"wbc": "1.2", "segmented": "35", "bands": "5"})
        window.open_entry("felty-syndrome")
        self._picture("count", window)
        window.set_appearance(Appearance.DARK)
        self._picture("count-dark", window)
        self._calculators()
        window.set_zoom(200)
        self._picture("large-text-dark", window)
        window.set_appearance(Appearance.LIGHT)
        self._picture("large-text", window)
        window.set_zoom(100)
        self._parts()
        self._series()
        self._sheet()
        self._record()
        self._guide()

    def _parts(self) -> None:
        """Single panes, for the guide: a picture of the whole window would be too small there."""
        window = self._window
        window.search("thiamazole sore throat")
        self._picture("part-search", window.outline)
        window.search("")
        self._picture("part-count", window.calculator)

    def _report(self) -> None:
        self._window.calculator.clear()
        QGuiApplication.clipboard().setText(_REPORT)
        self._window.calculator.paste_report()
        self._picture("pasted-report", self._window)
        self._picture("part-report", self._window.calculator)
        QGuiApplication.clipboard().clear()

    def _calculators(self) -> None:
        pane = self._window.calculator
        for calculator in CATALOGUE.calculators[1:]:
            pane.choose_calculator(calculator.key)
            self._picture(f"calculator-{calculator.key}", self._window)
        pane.choose_calculator(CATALOGUE.calculators[0].key)

    def _type(self, texts: dict[str, str]) -> None:
        pane = self._window.calculator
        pane.clear()
        pane.choose("wbc_unit", "10^9/L")
        if "segmented" in texts:
            pane.choose_group("differential")
        for key, text in texts.items():
            pane.type(key, text)

    def _series(self) -> None:
        self._window.open_series()
        series = self._window.series
        if series is None:
            return
        series.resize(WIDTH, HEIGHT)
        series.paste(_COUNTS)
        series.day_one.setText("2026-11-02")
        self._picture("serial-counts", series)
        series.clear()
        series.close()

    def _sheet(self) -> None:
        dialog = self._window.make_sheet_dialog()
        for key, text in (
            ("clinic", "Example Clinic"),
            ("phone_day", "555 0100"),
            ("phone_night", "555 0199"),
        ):
            dialog.lines[key].setText(text)
        dialog.refresh()
        dialog.show()
        self._picture("sheet-dialog", dialog)
        dialog.save(self._folder / "sheet.pdf")
        if dialog.handout is not None:
            pages = TypstPrinting(bundle.resources()).pages(dialog.handout, _SHEET_PIXELS_PER_INCH)
            for number, page in enumerate(pages, 1):
                (self._folder / f"sheet-{number}.png").write_bytes(page)
        dialog.close()

    def _record(self) -> None:
        dialog = self._window.make_result_dialog()
        if dialog is None:
            return
        dialog.show()
        self._picture("record-dialog", dialog)
        dialog.close()

    def _guide(self) -> None:
        self._window.open_guide()
        guide = self._window.guide
        if guide is None:
            return
        self._picture("guide", guide)
        guide.show_page("deploying.md", "where-files-lie")
        self._picture("guide-administration", guide)
        guide.close()

    def _picture(self, name: str, widget: QWidget) -> None:
        for _ in range(3):
            self._application.processEvents()
        path = self._folder / f"{name}.png"
        if not widget.grab().save(str(path)):
            raise OSError(f"{path} cannot be written")
