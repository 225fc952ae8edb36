from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter

from neutrogui.domain.printing import PrintingFailed
from neutrogui.ui.printing import print_pages


def picture(colour: str) -> bytes:
    image = QImage(85, 110, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


@pytest.fixture
def to_file(qapp, tmp_path: Path) -> Callable[..., QPrinter]:
    def to_file(path: Path = tmp_path / "out.pdf") -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
        return printer

    return to_file


def test_every_page_is_printed_on_the_whole_sheet(to_file, tmp_path: Path) -> None:
    print_pages(to_file(), lambda dpi: (picture("red"), picture("blue")))
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert len(pdf.pages) == 2
        assert [round(float(x)) for x in pdf.pages[0].mediabox] == [0, 0, 612, 792]


def test_pages_are_made_for_the_printers_resolution_within_reason(to_file) -> None:
    asked: list[float] = []
    printer = to_file()
    printer.setResolution(2400)
    print_pages(printer, lambda dpi: (asked.append(dpi), (picture("red"),))[1])
    assert asked == [600]


def test_a_range_of_pages_prints_these_alone(to_file, tmp_path: Path) -> None:
    printer = to_file()
    printer.setFromTo(2, 3)
    print_pages(printer, lambda dpi: tuple(picture(c) for c in ("red", "green", "blue", "black")))
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert len(pdf.pages) == 2


def test_a_printer_that_cannot_begin_is_told_in_a_sentence(to_file, tmp_path: Path) -> None:
    with pytest.raises(PrintingFailed, match="did not answer"):
        print_pages(to_file(tmp_path / "no such folder" / "out.pdf"), lambda dpi: (picture("red"),))
