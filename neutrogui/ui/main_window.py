"""The main window: three panes, and on one page every conversation between them. The panes don't know each other.

The calculator is there at the first paint. The panes of the reference are made when they are first asked for, which is
just after it, and dialogs are imported when they are first opened: a start has no use for them.
"""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QMainWindow, QMenuBar, QSplitter, QVBoxLayout, QWidget

from neutrogui.domain.calculator import Catalogue
from neutrogui.domain.history import History
from neutrogui.domain.language import say
from neutrogui.domain.number import plain
from neutrogui.domain.printing import Printing, PrintingFailed
from neutrogui.domain.quantity import PER_UL
from neutrogui.ui import actions
from neutrogui.ui.accessible import Text, announce
from neutrogui.ui.calculator_pane import CalculatorPane, ReportRules
from neutrogui.ui.guard import guarded, nothing
from neutrogui.ui.language import ENGLISH, LANGUAGES, SYSTEM, Language
from neutrogui.ui.settings import APPEARANCE, LANGUAGE, ZOOM, Settings
from neutrogui.ui.style import ZOOM_STEPS, Appearance, Style

MOST_RECENT = 12
"""Entries of this run that the tree keeps at hand."""

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from neutrogui.domain.handout import Paper
    from neutrogui.domain.library import Library
    from neutrogui.domain.printable import Record
    from neutrogui.ui.guide_window import GuideWindow
    from neutrogui.ui.handout_dialog import HandoutDialog, HandoutServices
    from neutrogui.ui.outline_pane import OutlinePane
    from neutrogui.ui.reader_pane import ReaderPane
    from neutrogui.ui.record_dialog import RecordDialog
    from neutrogui.ui.series_dialog import SeriesDialog, SeriesRules

START_ENTRY = "what-neutropenia-is"


@dataclass(frozen=True, slots=True)
class Services:
    """What the window is handed: it makes none of them and knows nothing behind them."""

    catalogue: Catalogue
    printing: Printing
    handouts: "Callable[[], HandoutServices]"
    licences: Path
    guides: Path
    series: "Callable[[], SeriesRules]"
    report: ReportRules


class MainWindow(QMainWindow):
    """Look up, calculate, print."""

    painted = Signal()
    """Once, after the window was painted for the first time."""

    def __init__(self, services: Services, settings: Settings, style: Style, language: Language) -> None:
        super().__init__()
        self.setWindowTitle("NeutroGUI")
        self._services = services
        self._settings = settings
        self._style = style
        self._language = language
        self._library: Library | None = None
        self._pack_passed_over = ""
        self._library_trouble = ""
        self._content_trouble = ""
        self._history = History()
        self._wanted_entry = START_ENTRY
        self._is_favourite = False
        self._painted = False
        self._reference_panes: tuple[OutlinePane, ReaderPane] | None = None
        self._kept_free: tuple[QWidget, QWidget] = (QWidget(), QWidget())
        self.calculator = CalculatorPane(services.catalogue, style, services.report)
        self.series: SeriesDialog | None = None
        self.guide: GuideWindow | None = None
        self.banner = _banner()
        self._status = QLabel(say("Opening the reference …"))
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._build()
        self._build_menus()
        self._connect_calculator()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._restyle)
        hints.accessibility().contrastPreferenceChanged.connect(self._restyle)
        self._restore()
        # The keyboard waits where the search box will be, unless the user is faster and takes it elsewhere.
        self._kept_free[0].setFocus()

    @property
    def outline(self) -> "OutlinePane":
        """The left pane; made when it is first asked for."""
        return self.make_reference_panes()[0]

    @property
    def reader(self) -> "ReaderPane":
        """The pane in the middle; made when it is first asked for."""
        return self.make_reference_panes()[1]

    # What the program asks of the window

    def make_reference_panes(self) -> "tuple[OutlinePane, ReaderPane]":
        """The panes of the reference, in the places that were kept for them. They are made once."""
        if self._reference_panes is None:
            from neutrogui.ui.outline_pane import OutlinePane
            from neutrogui.ui.reader_pane import ReaderPane

            self._reference_panes = OutlinePane(self._style), ReaderPane(self._style)
            waiting = self.focusWidget() is self._kept_free[0]
            for position, pane in enumerate(self._reference_panes):
                self._splitter.replaceWidget(position, pane)
                pane.show()
            # The factor belongs to what stood in the place, not to the place.
            self._splitter.setStretchFactor(1, 1)
            for place in self._kept_free:
                place.deleteLater()
            self._connect_reference()
            if waiting:
                self.outline.search_box.setFocus()
        return self._reference_panes

    def set_library(self, library: "Library", pack_refused: str = "", pack_passed_over: str = "") -> None:
        """Take the reference, which arrives after the first paint; show what was asked for meanwhile.

        Why a content pack was refused is said for good; the edition of one that is no newer stands in the status bar.
        """
        self._library = library
        self._pack_passed_over = pack_passed_over
        self.outline.set_library(library)
        self._tell_edition(library)
        if pack_refused:
            self._say_of_content(pack_refused)
        self.open_entry(self._wanted_entry)

    def _tell_edition(self, library: "Library") -> None:
        edition = say("Edition {name} from the content pack") if library.edition.packed else say("Edition {name}")
        passed_over = say("Content pack {edition} is not newer").format(edition=self._pack_passed_over)
        parts = [
            edition.format(name=library.edition.name),
            say("Content verified") if self._language.code == ENGLISH else say("Content verified, in English"),
            say("Works offline"),
            passed_over if self._pack_passed_over else "",
        ]
        self._status.setText("   ·   ".join(filter(None, parts)))

    def show_library_trouble(self, trouble: str) -> None:
        """Say, for good, that there is no reference and why; the calculator and the sheet work without it."""
        self._library_trouble = trouble
        self._say_of_content(trouble)
        self._show_library_trouble()
        self.calculator.focus()

    def _show_library_trouble(self) -> None:
        self.outline.show_trouble(say("There is no reference to search."))
        self.outline.search_box.setEnabled(False)
        self.reader.show_message(self._library_trouble, say("The reference is not available"))
        self._status.setText(say("No reference content"))

    def tell_settings_trouble(self, trouble: str = "") -> None:
        """Say in the window what is wrong with the settings, if anything is; `trouble` is what is known already."""
        troubles = filter(None, (trouble, self._settings.policy_trouble, self._settings.trouble))
        self._say_in_banner(" ".join(troubles))

    def show_fault(self) -> None:
        """After a fault of the program: no result stays on the screen that may be wrong."""
        self.calculator.blank()
        if self.series is not None:
            self.series.blank()

    def search(self, text: str) -> None:
        """Search as if `text` had been typed."""
        self.outline.search(text)

    def open_entry(self, entry_id: str) -> None:
        """Open an entry, at once or as soon as the reference is there."""
        self._wanted_entry = entry_id
        if self._library is not None and self._show_entry(entry_id):
            self._history.visit(entry_id)
            self._update_travel()
            self._show_shortcuts()

    # Building

    def _build(self) -> None:
        for pane in (*self._kept_free, self.calculator):
            self._splitter.addWidget(pane)
        self._kept_free[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.setStretchFactor(1, 1)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._splitter, 1)
        self.setCentralWidget(centre)
        self.statusBar().addWidget(self._status)
        self.statusBar().setSizeGripEnabled(False)

    def _handlers(self) -> dict[str, Callable[[], None]]:
        return {
            "sheet": self.open_sheet,
            "export_favourites": self._export_favourites,
            "favourite": self._toggle_favourite,
            "print_entry": self._print_entry,
            "print_result": self._print_result,
            "quit": self._quit,
            "copy_entry": self._copy_entry,
            "copy_result": self.calculator.copy_result,
            "zoom_in": lambda: self._zoom(1),
            "zoom_out": lambda: self._zoom(-1),
            "zoom_reset": lambda: self._zoom(0),
            "appearance_system": lambda: self.set_appearance(Appearance.SYSTEM),
            "appearance_light": lambda: self.set_appearance(Appearance.LIGHT),
            "appearance_dark": lambda: self.set_appearance(Appearance.DARK),
            **{f"language_{each}": partial(self.set_language, each) for each in (SYSTEM, *LANGUAGES)},
            "expand_all": lambda: self.outline.expand_all(),
            "collapse_all": lambda: self.outline.collapse_all(),
            "search": lambda: self.outline.focus_search(),
            "back": self._go_back,
            "forward": self._go_forward,
            "next_pane": self._focus_next_pane,
            "paste_report": self.calculator.paste_report,
            "series": self.open_series,
            "clear": self.calculator.clear,
            "guide": self.open_guide,
            "administration": partial(self.open_guide, administration=True),
            "shortcuts": self._show_help,
            "about": self._show_about,
            "licences": self._show_licences,
        }

    def _calculator_handlers(self) -> dict[str, Callable[[], None]]:
        first, *further = self._services.catalogue.calculators
        keys = {"calculator": first.key} | {actions.calculator_command(c).key: c.key for c in further}
        return {command: partial(self.calculator.choose_calculator, key) for command, key in keys.items()}

    def _build_menus(self) -> None:
        """Make the menus; those that there were go away with their actions."""
        self.setMenuBar(QMenuBar())
        further = self._services.catalogue.calculators[1:]
        self.actions_by_key = actions.build(
            self.menuBar(), self._handlers() | self._calculator_handlers(), map(actions.calculator_command, further)
        )
        self._group("appearance", tuple(Appearance), self._style.appearance)
        self._group("language", (SYSTEM, *LANGUAGES), self._settings.language)
        self._leave_to_the_administrator()

    def _group(self, name: str, choices: Iterable[str], chosen: str) -> None:
        """Have one of these commands checked at a time."""
        group = QActionGroup(self.menuBar())
        for choice in choices:
            action = self.actions_by_key[f"{name}_{choice}"]
            group.addAction(action)
            action.setChecked(choice == chosen)

    def _leave_to_the_administrator(self) -> None:
        managed = {
            APPEARANCE: [f"appearance_{appearance}" for appearance in Appearance],
            ZOOM: ["zoom_in", "zoom_out", "zoom_reset"],
            LANGUAGE: [f"language_{choice}" for choice in (SYSTEM, *LANGUAGES)],
        }
        for setting, commands in managed.items():
            if self._settings.is_managed(setting):
                for command in commands:
                    action = self.actions_by_key[command]
                    action.setEnabled(False)
                    managed_text = say("{command} (set by your organisation)")
                    action.setText(managed_text.format(command=action.text()))

    def _connect_reference(self) -> None:
        self.outline.entry_chosen.connect(self.open_entry)
        self.reader.link_activated.connect(self.open_entry)
        self.reader.back_requested.connect(self._go_back)
        self.reader.forward_requested.connect(self._go_forward)
        self.reader.copy_requested.connect(self._copy_entry)
        self.reader.print_requested.connect(self._print_entry)
        self.reader.favourite_toggled.connect(self._toggle_favourite)
        self.reader.address_requested.connect(self._open_address)

    def _connect_calculator(self) -> None:
        self.calculator.entry_requested.connect(self.open_entry)
        self.calculator.sheet_requested.connect(self.open_sheet)
        self.calculator.print_requested.connect(self._print_result)
        self.calculator.outcome_changed.connect(self._on_outcome_changed)
        self.calculator.pin_toggled.connect(self._on_pin_toggled)
        self._on_outcome_changed()

    def _restore(self) -> None:
        self.calculator.set_pinned(self._settings.pinned_schemes)
        unit = self.fontMetrics().height()
        if self._settings.geometry.isEmpty() or not self.restoreGeometry(self._settings.geometry):
            self.resize(unit * 82, unit * 52)
        elif not self._is_in_sight():
            self.setWindowState(Qt.WindowState.WindowNoState)
            self.resize(unit * 82, unit * 52)
            self.move(QGuiApplication.primaryScreen().availableGeometry().topLeft())
        if self._settings.panes.isEmpty() or not self._splitter.restoreState(self._settings.panes):
            self._splitter.setSizes([unit * 21, unit * 38, unit * 23])

    def _is_in_sight(self) -> bool:
        """Whether enough of the window to take hold of is on a screen; Qt takes a damaged place for a far one."""
        unit = self.fontMetrics().height()
        shown = (screen.availableGeometry().intersected(self.geometry()) for screen in QGuiApplication.screens())
        return any(part.width() >= unit * 6 and part.height() >= unit * 3 for part in shown)

    # What happens

    def _show_entry(self, entry_id: str) -> bool:
        if self._library is None:
            return False
        from neutrogui.domain.library import LibraryError

        try:
            entry = self._library.entry(entry_id)
        except LibraryError as error:
            self.reader.show_message(str(error), say("Not found"))
            self._on_entry_changed()
            return False
        self.reader.show_entry(entry)
        self.outline.select(entry_id)
        self._on_entry_changed()
        return True

    def _on_entry_changed(self) -> None:
        for key in ("copy_entry", "print_entry", "favourite"):
            self.actions_by_key[key].setEnabled(self.reader.entry is not None)
        self._show_shortcuts()

    def _show_shortcuts(self) -> None:
        favourites = self._settings.favourites
        self._is_favourite = self.reader.entry is not None and self.reader.entry.id in favourites
        self.reader.show_favourite(self._is_favourite)
        self.actions_by_key["export_favourites"].setEnabled(bool(favourites))
        self.outline.show_shortcuts(favourites, self._history.recent(MOST_RECENT))

    def _toggle_favourite(self) -> None:
        if self.reader.entry is None:
            return
        self._settings.set_favourite(self.reader.entry.id, not self._is_favourite)
        self._tell_unwritten_settings()
        self._show_shortcuts()

    def _export_favourites(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(
            self, say("Export favourites"), "favourites.txt", say("Text files (*.txt)")
        )
        if name:
            self.export_favourites(Path(name))

    def export_favourites(self, path: Path) -> None:
        """Write the favourites, a line each with title and id; why that failed is said in the window."""
        if self._library is None:
            return
        trails = (self._library.outline().trail(entry_id) for entry_id in self._settings.favourites)
        lines = "".join(f"{trail[-1].title} [{trail[-1].entry_id}]\n" for trail in trails if trail)
        try:
            self._services.printing.save(lines.encode("utf-8"), path)
        except PrintingFailed as failure:
            self._say_in_banner(str(failure))
        else:
            self._say_in_status_bar(say("Favourites written to {file}").format(file=path.name))

    def _open_address(self, address: str) -> None:
        """The only thing that leaves the program, and only when the user says so."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices
        from PySide6.QtWidgets import QMessageBox

        question = QMessageBox(self)
        question.setWindowTitle(say("Open in the browser?"))
        question.setText(say("This leaves NeutroGUI and asks your browser to open this address. Nothing else is sent."))
        question.setInformativeText(address)
        question.setStandardButtons(QMessageBox.StandardButton.Open | QMessageBox.StandardButton.Cancel)
        if question.exec() == QMessageBox.StandardButton.Open:
            QDesktopServices.openUrl(QUrl(address))

    def _on_outcome_changed(self) -> None:
        for key in ("copy_result", "print_result"):
            self.actions_by_key[key].setEnabled(self.calculator.outcome is not None)

    def _on_pin_toggled(self, scheme: str, pinned: bool) -> None:
        self._settings.set_pinned(scheme, pinned)
        self._tell_unwritten_settings()

    def _go_back(self) -> None:
        if self._history.can_go_back:
            self._show_entry(self._history.back())
            self._update_travel()

    def _go_forward(self) -> None:
        if self._history.can_go_forward:
            self._show_entry(self._history.forward())
            self._update_travel()

    def _update_travel(self) -> None:
        self.reader.set_travel(back=self._history.can_go_back, forward=self._history.can_go_forward)
        self.actions_by_key["back"].setEnabled(self._history.can_go_back)
        self.actions_by_key["forward"].setEnabled(self._history.can_go_forward)

    def _focus_next_pane(self) -> None:
        panes = self._panes()
        panes[(self._focused_pane() + 1) % len(panes)][1]()

    def _panes(self) -> list[tuple[QWidget, Callable[[], None]]]:
        """The panes, each with what gives it the keyboard."""
        return [
            (self.outline, self.outline.focus_search),
            (self.reader, self.reader.focus),
            (self.calculator, self.calculator.focus),
        ]

    def _focused_pane(self) -> int:
        """Which pane has the keyboard, counted from 0; -1 if none has."""
        focused = QApplication.focusWidget()
        panes = (*(self._reference_panes or self._kept_free), self.calculator)
        return next((n for n, pane in enumerate(panes) if focused and pane.isAncestorOf(focused)), -1)

    def _copy_entry(self) -> None:
        from neutrogui.domain.entry import as_text

        if self.reader.entry is not None and self._library is not None:
            cited = f"NeutroGUI, content edition {self._library.edition.name}, entry “{self.reader.entry.id}”."
            QGuiApplication.clipboard().setText(as_text(self.reader.entry) + cited + "\n")
            self._say_in_status_bar(say("Entry copied"))

    def _show_help(self) -> None:
        from neutrogui.ui.help_dialogs import shortcuts_dialog

        self._run(shortcuts_dialog(self))

    def _show_about(self) -> None:
        from neutrogui.ui.help_dialogs import about_dialog

        self._run(about_dialog(self, self._style, self._library, self._language.code))

    def _show_licences(self) -> None:
        from neutrogui.ui.help_dialogs import licences_dialog

        self._run(licences_dialog(self, self._services.licences))

    def make_entry_dialog(self) -> "RecordDialog | None":
        """The dialog that prints the entry that is open; None without one."""
        from neutrogui.domain.printable import PrintedEntry

        if self.reader.entry is None or self._library is None:
            return None
        printed = PrintedEntry(self.reader.entry, self._library.edition.name, self._paper())
        return self._record_dialog(printed.entry.title, printed.entry.id, printed)

    def make_result_dialog(self) -> "RecordDialog | None":
        """The dialog that prints the result on the screen; None without one."""
        from neutrogui.domain.printable import PrintedResult
        from neutrogui.ui.record_dialog import today

        outcome, calculator = self.calculator.outcome, self.calculator.form().calculator
        if outcome is None:
            return None
        printed = PrintedResult(calculator, self.calculator.typed(), outcome, today(), self._paper())
        return self._record_dialog(say(calculator.title), calculator.key, printed)

    def _record_dialog(self, title: str, file_name: str, record: "Record") -> "RecordDialog":
        from neutrogui.ui.record_dialog import RecordDialog

        return RecordDialog(title, file_name, record, self._services.printing, self._style, self)

    def _paper(self) -> "Paper":
        """The paper on which the clinic prints."""
        from neutrogui.domain.handout import Paper

        try:
            paper = self._services.handouts().store.load().settings.paper
        except PrintingFailed:
            return Paper.A4
        return Paper(paper) if paper in tuple(Paper) else Paper.A4

    def _print_entry(self) -> None:
        if (dialog := self.make_entry_dialog()) is not None:
            self._run(dialog)

    def _print_result(self) -> None:
        if (dialog := self.make_result_dialog()) is not None:
            self._run(dialog)

    def make_sheet_dialog(self) -> "HandoutDialog":
        """The dialog with the clinic's own details and the count from the calculator, if there is one."""
        from neutrogui.ui.handout_dialog import HandoutDialog

        count = self.calculator.neutrophil_count
        typed = {} if count is None else {"count": plain(count), "count_unit": PER_UL.key}
        return HandoutDialog(self._services.handouts(), typed, self._services.printing, self._style, self)

    def open_sheet(self) -> None:
        """Make a handout; the clinic's details are kept, what is about the patient is not."""
        try:
            dialog = self.make_sheet_dialog()
        except PrintingFailed as failure:
            self._say_in_banner(str(failure))
            return
        self._run(dialog)
        if dialog.trouble:
            self._say_in_banner(dialog.trouble)

    def open_series(self) -> None:
        """Serial counts, in a window of their own that stays open beside this one."""
        series = self.series or self._make_series()
        series.show()
        series.restyle()
        series.raise_()
        series.activateWindow()

    def _make_series(self) -> "SeriesDialog":
        from neutrogui.ui.series_dialog import SeriesDialog

        self.series = SeriesDialog(self._services.series(), self._services.printing, self._style, self._paper)
        self._share_actions(self.series)
        return self.series

    def open_guide(self, *, administration: bool = False) -> None:
        """The user's guide or the one for administrators, in a window that stays open beside this one."""
        from neutrogui.ui.guide_window import ADMINISTRATION, GUIDE

        guide = self.guide or self._make_guide()
        guide.show_page(ADMINISTRATION if administration else GUIDE)
        guide.show()
        guide.raise_()
        guide.activateWindow()

    def _make_guide(self) -> "GuideWindow":
        from neutrogui.ui.guide_window import GuideWindow

        self.guide = GuideWindow(self._services.guides, self._style)
        self._share_actions(self.guide)
        return self.guide

    def _share_actions(self, window: "QDialog") -> None:
        window.addActions([self.actions_by_key[key] for key in ("zoom_in", "zoom_out", "zoom_reset", "quit")])

    def _run(self, dialog: "QDialog") -> None:
        dialog.exec()
        dialog.deleteLater()

    def _zoom(self, step: int) -> None:
        at = ZOOM_STEPS.index(self._style.zoom)
        zoom = 100 if step == 0 else ZOOM_STEPS[max(0, min(at + step, len(ZOOM_STEPS) - 1))]
        self.set_zoom(zoom)

    def set_zoom(self, percent: int) -> None:
        """Size of all text, one of `ZOOM_STEPS`."""
        self._style.zoom = percent
        self._settings.zoom = percent
        self._restyle()

    def set_appearance(self, appearance: Appearance) -> None:
        """Light, dark, or as the system has it."""
        self._style.appearance = appearance
        self._settings.appearance = appearance
        self.actions_by_key[f"appearance_{appearance}"].setChecked(True)
        self._restyle()

    def set_language(self, choice: str) -> None:
        """One of `LANGUAGES`, or `SYSTEM`. Everything that is typed, chosen and open stays as it is."""
        self._settings.language = choice
        before = self._language.code
        self._language.choose(choice)
        if self._language.code != before:
            self._remake()

    def _remake(self) -> None:
        """Make anew whatever shows words, and hand over to it what stands in that which it takes the place of."""
        calculator, reference = self.calculator, self._reference_panes
        focused, field = self._focused_pane(), calculator.field_in_hand
        self.calculator = CalculatorPane(self._services.catalogue, self._style, self._services.report)
        self.calculator.set_pinned(self._settings.pinned_schemes)
        self._splitter.replaceWidget(2, self.calculator)
        self.calculator.show()
        # Fonts that were set before the first show are forgotten.
        self.calculator.restyle()
        calculator.deleteLater()
        steps: tuple[Callable[[], object], ...] = (
            self._build_menus,
            self._connect_calculator,
            partial(self.calculator.take_over, calculator),
            self._remake_series,
            self._remake_guide,
            partial(self._remake_reference, *reference) if reference is not None else nothing,
            partial(self._focus_again, focused, field),
        )
        with ExitStack() as stack:
            # A fault in one of them keeps none of the others from being done.
            for step in reversed(steps):
                stack.callback(step)

    def _focus_again(self, focused: int, field: str) -> None:
        """Give the keyboard back, so that what is typed next is added to what was typed before."""
        if focused >= 0:
            # The windows that were made anew came up in front of this one.
            self.raise_()
            self.activateWindow()
        if focused == 0:
            self.outline.search_box.setFocus()
        elif focused == 1:
            self.reader.focus()
        elif focused == 2:
            self.calculator.go_on_in(field)

    def _remake_reference(self, outline: "OutlinePane", reader: "ReaderPane") -> None:
        position, entry = reader.position, reader.entry
        # They keep the places for those that come.
        self._kept_free, self._reference_panes = (outline, reader), None
        self._show_reference_again(entry.id if entry is not None else self._wanted_entry)
        self.outline.take_over(outline)
        QTimer.singleShot(0, self.reader, partial(setattr, self.reader, "position", position))

    def _show_reference_again(self, entry_id: str) -> None:
        if self._library is not None:
            self.outline.set_library(self._library)
            self._tell_edition(self._library)
            self._show_entry(entry_id)
        elif self._library_trouble:
            self._show_library_trouble()
        else:
            self._status.setText(say("Opening the reference …"))
        self._on_entry_changed()
        self._update_travel()

    def _remake_series(self) -> None:
        before = self.series
        if before is None:
            return
        # A fault on the way to another window leaves the one that there is, with its rows.
        now = self._make_series() if before.isVisible() else None
        self.series = now
        # Closing would ask about rows, which are not lost.
        before.hide()
        before.deleteLater()
        if now is not None:
            now.show()
            now.take_over(before)

    def _remake_guide(self) -> None:
        before, self.guide = self.guide, None
        if before is not None:
            was_open = before.isVisible()
            before.hide()
            before.deleteLater()
            if was_open:
                now = self._make_guide()
                now.take_over(before)
                now.show()

    def _restyle(self) -> None:
        self._style.apply()
        self.calculator.restyle()
        for pane in (*(self._reference_panes or ()), self.series, self.guide):
            if pane is not None:
                pane.restyle()

    def _say_of_content(self, trouble: str) -> None:
        self._content_trouble = trouble
        self._say_in_banner("")

    def _say_in_banner(self, trouble: str) -> None:
        """Say what went wrong, below what is wrong with the content."""
        text = "\n".join(filter(None, (self._content_trouble, trouble)))
        label = self.banner.findChild(Text)
        if isinstance(label, Text) and label.text() != text:
            label.set_plain(text)
            announce(self.banner, text, urgent=True)
        self.banner.setVisible(bool(text))

    def _say_in_status_bar(self, text: str) -> None:
        self.statusBar().showMessage(text, 5000)
        announce(self.statusBar(), text)

    def _tell_unwritten_settings(self) -> None:
        if self._settings.trouble:
            self._say_in_banner(self._settings.trouble)

    def _quit(self) -> None:
        self.close()

    @guarded(nothing)
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.series is not None and not self.series.close():
            event.ignore()
            return
        if self.guide is not None:
            self.guide.close()
        self._settings.geometry = self.saveGeometry()
        self._settings.panes = self._splitter.saveState()
        self._settings.flush()
        super().closeEvent(event)

    @guarded(lambda: False)
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.Show and not self._painted:
            # Fonts that were set before the first show are forgotten when the style sheet is first applied.
            self.calculator.restyle()
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            self.painted.emit()
        return handled


def _banner() -> QFrame:
    banner = QFrame()
    banner.setProperty("refusalBox", True)
    layout = QVBoxLayout(banner)
    layout.setContentsMargins(16, 8, 16, 8)
    layout.addWidget(Text())
    banner.hide()
    return banner
