"""Help: shortcuts, what the program is and is not, and the licences of what it is built from."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QPlainTextEdit,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from neutrogui import __version__
from neutrogui.domain.language import mark, say
from neutrogui.domain.library import Library
from neutrogui.ui.accessible import Heading, Text
from neutrogui.ui.actions import shortcut_table
from neutrogui.ui.language import ENGLISH
from neutrogui.ui.style import TITLE, Style

LIMITS = (
    mark(
        "NeutroGUI is a reference for health professionals. It informs and shows its sources; it does not diagnose, "
        "and it gives no orders. It does not replace clinical judgement, local guidance or the medicine’s label."
    ),
    mark(
        "Its content has not yet been reviewed by a clinician. Each entry names the sources that were read, how much "
        "of each was read, and the day on which it was checked against them."
    ),
    mark(
        "It works without a network and keeps nothing about a patient: typed numbers, searches and sheets are gone "
        "when the window is closed, unless you save a file yourself. Only the window’s place, its looks and language, "
        "the favourites, the pinned grading schemes and the clinic’s own details are remembered."
    ),
)

TRANSLATED = mark(
    "The words of this window are a translation from English that no qualified translator has checked yet. The "
    "reference and the guides are in English. If something is unclear, choose English in the menu View, Language."
)
"""What stands there too in every language but English."""


def _dialog(parent: QWidget, title: str) -> tuple[QDialog, QVBoxLayout]:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(20, 16, 20, 16)
    layout.setSpacing(10)
    return dialog, layout


def _close_button(dialog: QDialog, layout: QVBoxLayout) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)


def shortcuts_dialog(parent: QWidget) -> QDialog:
    """Every shortcut in a table."""
    dialog, layout = _dialog(parent, say("Shortcuts"))
    rows = shortcut_table()
    table = QTableWidget(len(rows), 2)
    table.setAccessibleName(say("Shortcuts"))
    table.setHorizontalHeaderLabels([say("What it does"), say("Keys")])
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.setItem(number, column, QTableWidgetItem(text))
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.resizeColumnsToContents()
    table.resizeRowsToContents()
    layout.addWidget(table)
    _close_button(dialog, layout)
    unit = dialog.fontMetrics().height()
    dialog.resize(unit * 30, unit * 32)
    return dialog


def about_dialog(parent: QWidget, style: Style, library: Library | None, language: str = ENGLISH) -> QDialog:
    """What the program is, which content it has and from which sources, and the limits of its use."""
    dialog, outer = _dialog(parent, say("About NeutroGUI"))
    # In large text there is more than a small screen shows.
    inside, area = QWidget(), QScrollArea()
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(0, 0, 10, 0)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setAccessibleName(say("About NeutroGUI"))
    area.setWidget(inside)
    outer.addWidget(area, 3)
    heading = Heading(f"NeutroGUI {__version__}")
    heading.setFont(style.font(TITLE, bold=True))
    layout.addWidget(heading)
    if library is None:
        layout.addWidget(Text(say("The reference content is not available.")))
    else:
        edition = library.edition
        content = say(
            "Content edition {name} of {day}: {entries} entries, {sources} sources, listed below. Each entry names its "
            "own."
        )
        verified = say("Verified by its SHA-256 digest {digest}…")
        if edition.packed:
            verified = say("Verified by its SHA-256 digest {digest}…; it came in a signed content pack.")
        lines = (
            content.format(name=edition.name, day=edition.date, entries=edition.entries, sources=edition.references),
            verified.format(digest=edition.digest[:16]),
        )
        for line in lines:
            layout.addWidget(Text(line))
    paragraphs = LIMITS if language == ENGLISH else (*LIMITS, TRANSLATED)
    for paragraph in paragraphs:
        layout.addWidget(Text(say(paragraph)))
    if library is not None:
        sources = QPlainTextEdit("\n\n".join(reference.citation for reference in library.references()))
        sources.setReadOnly(True)
        sources.setAccessibleName(say("Sources"))
        sources.setTabChangesFocus(True)
        outer.addWidget(sources, 2)
    _close_button(dialog, outer)
    unit = dialog.fontMetrics().height()
    dialog.resize(unit * 40, unit * 42)
    return dialog


def licences_dialog(parent: QWidget, folder: Path) -> QDialog:
    """The notices and licence texts in `folder`, one file at a time, to be read and copied."""
    dialog, layout = _dialog(parent, say("Licences"))
    texts = sorted(folder.glob("*.txt"), key=lambda path: (path.stem != "NOTICES", path.stem.casefold()))
    files = QListWidget()
    files.setAccessibleName(say("Licence texts"))
    files.addItems([path.stem for path in texts])
    view = QPlainTextEdit()
    view.setReadOnly(True)
    view.setAccessibleName(say("Licence text"))
    view.setTabChangesFocus(True)

    def show(row: int) -> None:
        try:
            view.setPlainText(texts[row].read_text(encoding="utf-8", errors="replace") if row >= 0 else "")
        except OSError as error:
            told = say("“{file}” can’t be read: {why}. NeutroGUI has to be installed again.")
            view.setPlainText(told.format(file=texts[row].name, why=error.strerror or error))

    files.currentRowChanged.connect(show)
    files.setCurrentRow(0)
    files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    row = QHBoxLayout()
    row.addWidget(files, 1)
    row.addWidget(view, 3)
    layout.addLayout(row, 1)
    _close_button(dialog, layout)
    unit = dialog.fontMetrics().height()
    dialog.resize(unit * 44, unit * 30)
    return dialog
