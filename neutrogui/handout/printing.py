"""Implements `domain.printing.Printing`: whatever can be printed, laid out by typst."""

from pathlib import Path
from typing import TYPE_CHECKING

from neutrogui.domain.printing import PrintingFailed

if TYPE_CHECKING:
    from neutrogui.domain.printable import Printable
    from neutrogui.handout.typesetting import Document


class TypstPrinting:
    """Pages from the templates and fonts in `resources`. What makes them is imported when the first is asked for."""

    def __init__(self, resources: Path) -> None:
        self._resources = resources

    def pdf(self, printable: "Printable") -> bytes:
        """A tagged PDF, byte-identical for the same input. Raises `PrintingFailed`."""
        from neutrogui.handout import typesetting

        try:
            return typesetting.pdf(self._document(printable))
        except typesetting.TypesettingFailed as failure:
            raise PrintingFailed(str(failure)) from failure

    def pages(self, printable: "Printable", pixels_per_inch: float) -> tuple[bytes, ...]:
        """The same pages as PNG pictures. Raises `PrintingFailed`."""
        from neutrogui.handout import typesetting

        try:
            return typesetting.pages(self._document(printable), pixels_per_inch)
        except typesetting.TypesettingFailed as failure:
            raise PrintingFailed(str(failure)) from failure

    def save(self, data: bytes, path: Path) -> None:
        """Write a file whole or not at all. Raises `PrintingFailed`."""
        from neutrogui.handout import saving

        try:
            saving.save(data, path)
        except saving.SavingFailed as failure:
            raise PrintingFailed(str(failure)) from failure

    def _document(self, printable: "Printable") -> "Document":
        from neutrogui.domain.printable import PrintedEntry, PrintedResult, PrintedSeries
        from neutrogui.handout import entry_record, result_record, series_record, sheet

        match printable:
            case PrintedEntry():
                return entry_record.document(printable, self._resources)
            case PrintedResult():
                return result_record.document(printable, self._resources)
            case PrintedSeries():
                return series_record.document(printable, self._resources)
            case _:
                return sheet.document(printable, self._resources)
