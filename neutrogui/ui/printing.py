"""Sends finished pages to a printer. Printer objects are made only here, when printing was asked for: making one can
stop a program for a minute when a network printer is away."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from neutrogui.domain.handout import Paper
from neutrogui.domain.language import say
from neutrogui.domain.printing import PrintingFailed

MOST_DOTS_PER_INCH = 600
"""Finer than this nobody sees, and the pictures of the pages grow with the square."""

_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def ask_and_print(parent: QWidget, title: str, paper: Paper, make_pages: Callable[[float], tuple[bytes, ...]]) -> bool:
    """Let the user choose a printer and print; False when it was called off. Raises `PrintingFailed`."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if printer.outputFormat() is not QPrinter.OutputFormat.NativeFormat:
        # On Windows the dialog would not even open.
        raise PrintingFailed(
            say("This computer has no printer. Save the pages as a PDF file, or have a printer set up.")
        )
    printer.setDocName(title)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    print_pages(printer, make_pages)
    return True


def print_pages(printer: QPrinter, make_pages: Callable[[float], tuple[bytes, ...]]) -> None:
    """Print pictures of the pages, made for the printer's resolution. Raises `PrintingFailed`."""
    printer.setFullPage(True)
    resolution = min(printer.resolution(), MOST_DOTS_PER_INCH)
    pages = make_pages(resolution)
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintingFailed(say("The printer did not answer. Check that it is on, or save the sheet as a PDF file."))
    try:
        for number, page in enumerate(pages[first - 1 : last]):
            if number and not printer.newPage():
                raise PrintingFailed(say("The printer stopped before the last page. Check it and print again."))
            image = QImage.fromData(page)
            area = QRectF(printer.pageLayout().fullRect(QPageLayout.Unit.Point))
            dots = printer.resolution() / 72
            painter.drawImage(QRectF(0, 0, area.width() * dots, area.height() * dots), image)
    finally:
        painter.end()
