"""Prints what is for clinicians: an entry, a calculator's result, serial counts."""

from dataclasses import replace

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLabel, QWidget

from neutrogui.domain.handout import Paper
from neutrogui.domain.language import mark, say
from neutrogui.domain.printable import PrintedEntry, Record
from neutrogui.domain.printing import Printing
from neutrogui.ui.accessible import Text
from neutrogui.ui.page_dialog import PageDialog, combo, papers
from neutrogui.ui.style import SMALL, Style

NO_NAME = mark("No patient’s name is asked for: there is a line for the pen. Nothing is kept unless you save it.")


def today() -> str:
    """The day on this computer, such as `2026-11-21`."""
    return QDate.currentDate().toString(Qt.DateFormat.ISODate)


class RecordDialog(PageDialog):
    """Shows a record as it will be printed, on the paper that is chosen."""

    def __init__(
        self, title: str, file_name: str, record: Record, printing: Printing, style: Style, parent: QWidget | None
    ) -> None:
        super().__init__(title, file_name, printing, style, parent)
        self._record = record
        if not isinstance(record, PrintedEntry):
            note = Text(say(NO_NAME))
            note.setProperty("soft", True)
            note.setFont(style.font(SMALL))
            self.column.addWidget(note)
        self.paper = combo(papers(), str(record.paper))
        label = QLabel(say("&Paper"))
        label.setBuddy(self.paper)
        self.column.addWidget(label)
        self.column.addWidget(self.paper)
        self.column.addStretch(1)
        self.paper.currentIndexChanged.connect(self.refresh_soon)
        self.refresh()

    def wanted(self) -> Record:
        """The record on the paper that is chosen."""
        return replace(self._record, paper=Paper(str(self.paper.currentData())))
