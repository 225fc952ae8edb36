"""Implements `domain.printing.Printing`: whatever can be printed, laid out by typst."""

from pathlib import Path

from neutrogui.domain.printing import Printable, PrintedEntry, PrintedResult, PrintedSeries, PrintingFailed
from neutrogui.handout import entry_record, result_record, saving, series_record, sheet, typesetting


class TypstPrinting:
    """Pages from the templates and fonts in `resources`."""

    def __init__(self, resources: Path) -> None:
        self._resources = resources

    def pdf(self, printable: Printable) -> bytes:
        """A tagged PDF, byte-identical for the same input. Raises `PrintingFailed`."""
        try:
            return typesetting.pdf(self._document(printable))
        except typesetting.TypesettingFailed as failure:
            raise PrintingFailed(str(failure)) from failure

    def pages(self, printable: Printable, pixels_per_inch: float) -> tuple[bytes, ...]:
        """The same pages as PNG pictures. Raises `PrintingFailed`."""
        try:
            return typesetting.pages(self._document(printable), pixels_per_inch)
        except typesetting.TypesettingFailed as failure:
            raise PrintingFailed(str(failure)) from failure

    def save(self, data: bytes, path: Path) -> None:
        """Write a file whole or not at all. Raises `PrintingFailed`."""
        try:
            saving.save(data, path)
        except saving.SavingFailed as failure:
            raise PrintingFailed(str(failure)) from failure

    def _document(self, printable: Printable) -> typesetting.Document:
        match printable:
            case PrintedEntry():
                return entry_record.document(printable, self._resources)
            case PrintedResult():
                return result_record.document(printable, self._resources)
            case PrintedSeries():
                return series_record.document(printable, self._resources)
            case _:
                return sheet.document(printable, self._resources)
