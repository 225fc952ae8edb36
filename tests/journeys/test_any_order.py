"""Anything a user does, in any order: no fault, no result beside input that it was not made from, no lost memory.

A few steps with every run of the tests; NEUTROGUI_FUZZ is the number of steps on request (`make fuzz`).
"""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTreeView

from neutrogui import app, bundle, installation
from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.domain.calculator import FieldKind
from neutrogui.domain.library import Library
from neutrogui.domain.printable import Printable
from neutrogui.domain.problem import Problems
from neutrogui.domain.sheet_plan import SheetKind
from neutrogui.handout.clinic_file import ClinicFiles
from neutrogui.ui.handout_dialog import HandoutDialog, HandoutServices
from neutrogui.ui.language import ENGLISH, LANGUAGES, SYSTEM, Language
from neutrogui.ui.main_window import MainWindow, Services
from neutrogui.ui.outline_model import ENTRY_ID
from neutrogui.ui.outline_pane import IS_SIMILAR
from neutrogui.ui.settings import Settings
from neutrogui.ui.style import ZOOM_STEPS, Appearance, Style

WANTED = int(os.environ.get("NEUTROGUI_FUZZ") or 0)
STEPS = 300 if WANTED else 25
EXAMPLES = max(1, WANTED // STEPS) if WANTED else 6

ENTRIES = ("felty-syndrome", "splenomegaly", "acute-leukaemia", "levels-of-neutropenia", "antithyroid-medicines")
REPORTS = (
    "WBC 2.1 K/uL  Neut% 38 %  Bands 5 %",
    "WBC 1.9 K/uL\nSegs 30 %\nBands 4 %\nANC 0.65 K/uL",
    "WBC 2.1\nNeutrophils 38 %",
    "WBC 1,234 /uL  Neut% 50 %",
    "Thank you for seeing this patient.",
    "",
    "half a character: \ud83d",
)
TABLES = (
    "date\tanc\tanc_unit\n2026-03-04\t0.4\t10^9/L\n2026-03-11\t1.2\t10^9/L\n",
    "2026-03-04;0,5\n03/04/2026;1,234\n",
    "date,anc\n,\n",
    "\ud83d\t1",
    "not a table",
)
NUMBERS = (
    "", "0", "1.2", "1,2", "1,234", "0.5", "35", "5", "100", "-1", "nan", "1e3", "9" * 30, "abc", " 7 ", "½", "\ud83d"
)  # fmt: skip
TYPED = st.sampled_from(NUMBERS) | st.decimals(0, 120, places=1).map(str) | st.text(max_size=8)
NAMES = (
    "", "f", "felty", "feltie", "leuk", "methimazole", "metamizole", "low", "zzzz", '"*', "\x00", "what is", "spleen",
    "\ud83d",
)  # fmt: skip
SEARCHES = st.sampled_from(NAMES) | st.text(max_size=6)


class Pages:
    """Makes no page, so that thousands of steps take seconds."""

    def pdf(self, printable: Printable) -> bytes:
        return b"%PDF-"

    def pages(self, printable: Printable, pixels_per_inch: float) -> tuple[bytes, ...]:
        return (b"no picture",)

    def save(self, data: bytes, path: Path) -> None:
        return


class Faults:
    """Every error that nobody caught."""

    def __init__(self) -> None:
        self.found: list[BaseException] = []

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.found.append(error.with_traceback(trace))


def tidy() -> None:
    """Let Qt do what it put off, deletions included."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class AnyOrder(RuleBasedStateMachine):
    """A user at the window."""

    make: Callable[[], MainWindow]
    faults: Faults

    def __init__(self) -> None:
        super().__init__()
        self.window = self.make()
        self.window.show()
        self.dialog: Any = None
        tidy()

    def teardown(self) -> None:
        if self.dialog is not None:
            self.close_dialog()
        if self.window.series is not None:
            self.window.series.clear()
            self.window.series.deleteLater()
        self.window.close()
        self.window.deleteLater()
        tidy()
        self.faults.found.clear()

    @initialize(entry_id=st.sampled_from(ENTRIES))
    def begin(self, entry_id: str) -> None:
        self.window.open_entry(entry_id)

    # Looking up

    @rule(text=SEARCHES)
    def search(self, text: str) -> None:
        self.window.search(text)

    @rule(key=st.sampled_from([Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_Backspace]))
    def press_in_search(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.outline.search_box, key)

    @rule(key=st.sampled_from([Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return]))
    def press_in_tree(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.outline.tree, key)

    @rule(entry_id=st.sampled_from(ENTRIES))
    def open(self, entry_id: str) -> None:
        self.window.open_entry(entry_id)
        assert self.window.reader.entry.id == entry_id
        if not self.window.outline.search_box.text():
            assert self.window.outline.tree.currentIndex().data(ENTRY_ID) == entry_id

    @rule(entry_id=st.sampled_from(["no-such-entry", ""]))
    def open_nothing(self, entry_id: str) -> None:
        self.window.open_entry(entry_id)

    @rule(number=st.integers(0, 30))
    def follow_a_link(self, number: int) -> None:
        entry = self.window.reader.entry
        if entry is not None and entry.related:
            self.window.reader.link_activated.emit(entry.related[number % len(entry.related)][0])

    @rule(
        key=st.sampled_from(
            [
                "back",
                "forward",
                "favourite",
                "expand_all",
                "collapse_all",
                "copy_entry",
                "copy_result",
                "next_pane",
                "search",
            ]
        )
    )
    def command(self, key: str) -> None:
        self.window.actions_by_key[key].trigger()

    @rule(narrow=st.booleans())
    def narrow(self, narrow: bool) -> None:
        self.window.outline.narrow_button.setChecked(narrow)

    # Calculating

    @rule(number=st.integers(0, 20))
    def choose_calculator(self, number: int) -> None:
        self.window.calculator.choose_calculator(CATALOGUE.calculators[number % len(CATALOGUE.calculators)].key)

    @rule(number=st.integers(0, 30), text=TYPED, choice=st.integers(0, 9))
    def fill_in(self, number: int, text: str, choice: int) -> None:
        form = self.window.calculator.form()
        fields = form.calculator.fields
        field = fields[number % len(fields)]
        if field.kind is FieldKind.CHOICE:
            form.row(field.key).fill(field.choices[choice % len(field.choices)].key)
        else:
            form.row(field.key).fill(text)

    @rule(wbc=st.sampled_from(["1.2", "0,6", "12", "1,234"]), unit=st.integers(0, 2), percent=st.integers(0, 100))
    def fill_in_a_count(self, wbc: str, unit: int, percent: int) -> None:
        pane = self.window.calculator
        pane.choose_calculator("anc")
        pane.choose("wbc_unit", ["10^9/L", "10^3/uL", "/uL"][unit])
        pane.type("wbc", wbc)
        pane.type("neutrophils", str(percent))

    @rule(number=st.integers(0, 5))
    def answer(self, number: int) -> None:
        pane = self.window.calculator
        buttons = [*pane.report.buttons, *pane.cautions.findChildren(QPushButton)]
        readings = [button for button in pane.form().findChildren(QPushButton) if button.text()[:1].isdigit()]
        for button in [each for each in (*buttons, *readings) if each.isVisible()][number : number + 1]:
            button.click()

    @rule(group=st.integers(0, 3))
    def choose_a_way(self, group: int) -> None:
        form = self.window.calculator.form()
        groups = list(dict.fromkeys(field.group for field in form.calculator.fields if field.group))
        if groups:
            form.choose_group(groups[group % len(groups)])

    @rule(text=st.sampled_from(REPORTS))
    def paste_a_report(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.window.actions_by_key["paste_report"].trigger()

    @rule()
    def clear(self) -> None:
        self.window.actions_by_key["clear"].trigger()
        form = self.window.calculator.form()
        assert self.window.calculator.outcome is None
        assert not form.holds_anything
        assert not any(form.typed().values())

    @rule()
    def fault_elsewhere(self) -> None:
        self.window.show_fault()
        assert self.window.calculator.outcome is None

    # Serial counts

    @rule(text=st.sampled_from(TABLES))
    def serial_counts(self, text: str) -> None:
        self.window.open_series()
        self.window.series.paste(text)
        assert self.window.series.as_csv().encode("utf-8", "surrogatepass")

    @rule()
    def no_serial_counts(self) -> None:
        if self.window.series is not None:
            self.window.series.clear()
            assert self.window.series.series is None

    # How it looks

    @rule(percent=st.sampled_from(ZOOM_STEPS))
    def zoom(self, percent: int) -> None:
        self.window.set_zoom(percent)

    @rule(appearance=st.sampled_from(list(Appearance)))
    def look(self, appearance: Appearance) -> None:
        self.window.set_appearance(appearance)

    @rule(choice=st.sampled_from((SYSTEM, *LANGUAGES)))
    def speak(self, choice: str) -> None:
        before = self.stands()
        self.window.set_language(choice)
        tidy()
        assert self.stands() == before

    def stands(self) -> tuple[object, ...]:
        """What a user has typed, chosen and opened."""
        window = self.window
        pane, series = window.calculator, window.series
        return (
            pane.calculator_key,
            pane.typed(),
            window.outline.search_box.text(),
            window.outline.narrow_button.isChecked(),
            window.outline.narrow_panel.chosen,
            window.reader.entry and window.reader.entry.id,
            series.as_csv() if series is not None and series.isVisible() else "",
        )

    @rule(width=st.integers(200, 2400), height=st.integers(150, 1600))
    def resize(self, width: int, height: int) -> None:
        self.window.resize(width, height)

    # Printing

    @rule(which=st.sampled_from(["sheet", "entry", "result"]))
    def open_dialog(self, which: str) -> None:
        if self.dialog is None:
            make = {
                "sheet": self.window.make_sheet_dialog,
                "entry": self.window.make_entry_dialog,
                "result": self.window.make_result_dialog,
            }[which]
            self.dialog = make()
            if self.dialog is not None:
                self.dialog.show()

    @rule(kind=st.sampled_from(list(SheetKind)), text=TYPED, number=st.integers(0, 11))
    def fill_in_the_sheet(self, kind: SheetKind, text: str, number: int) -> None:
        if isinstance(self.dialog, HandoutDialog):
            self.dialog.choose_sheet(kind)
            line = list(self.dialog.lines.values())[number % len(self.dialog.lines)]
            line.setText(text)
            self.dialog.refresh()
            assert self.dialog.print_button.isEnabled() is (self.dialog.handout is not None)

    @rule()
    def close_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.done(0)
            self.dialog.deleteLater()
            self.dialog = None

    # What always holds

    @invariant()
    def nothing_went_wrong(self) -> None:
        tidy()
        if self.faults.found:
            raise AssertionError("a fault of the program") from self.faults.found[0]

    @invariant()
    def the_selected_entry_is_the_shown_one(self) -> None:
        tree: QTreeView = self.window.outline.tree
        current = tree.currentIndex()
        shown = self.window.reader.entry
        if current.data(ENTRY_ID) and not current.data(IS_SIMILAR) and shown is not None:
            assert current.data(ENTRY_ID) == shown.id
        assert self.window.actions_by_key["copy_entry"].isEnabled() is (shown is not None)

    @invariant()
    def a_result_is_that_of_the_input_beside_it(self) -> None:
        pane = self.window.calculator
        result = pane.form().calculator.evaluate(pane.typed())
        if isinstance(result, Problems):
            assert pane.outcome is None
        elif pane.outcome is not None:
            assert pane.outcome == result
        assert pane.headline.text() == (pane.outcome.headline if pane.outcome else "")
        assert pane.result.isHidden() is (pane.outcome is None)
        assert self.window.actions_by_key["print_result"].isEnabled() is (pane.outcome is not None)
        if pane.neutrophil_count is not None:
            assert pane.neutrophil_count == result.count_per_ul


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> Faults:
    faults = Faults()
    monkeypatch.setattr(sys, "excepthook", faults)
    return faults


@pytest.fixture
def make(qapp: QApplication, tmp_path: Path, sample_library: Library) -> Iterator[Callable[[], MainWindow]]:
    app.application(["neutrogui"])
    handouts = HandoutServices(
        installation.handout_rules(), installation.handout_words(), ClinicFiles(tmp_path / "clinic.json")
    )
    licences = bundle.resources() / "licences"
    services = Services(
        CATALOGUE, Pages(), lambda: handouts, licences, bundle.guides(), app.series_rules, app.REPORT
    )  # fmt: skip

    language = Language(qapp, bundle.resources() / "i18n")

    def make() -> MainWindow:
        (tmp_path / "settings.ini").unlink(missing_ok=True)
        language.choose(ENGLISH)
        settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
        window = MainWindow(services, settings, Style(qapp), language)
        window.set_library(sample_library)
        return window

    yield make
    tidy()
    language.choose(ENGLISH)


@pytest.mark.qt_no_exception_capture
def test_nothing_goes_wrong_in_any_order(make: Callable[[], MainWindow], faults: Faults) -> None:
    def begin() -> AnyOrder:
        AnyOrder.make, AnyOrder.faults = staticmethod(make), faults
        return AnyOrder()

    run_state_machine_as_test(
        begin,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            derandomize=not WANTED,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate, Phase.shrink],
        ),
    )


def a_patient(window: MainWindow) -> None:
    """Look up, calculate, paste, print, and clear for the next one."""
    for text in ("felty", "methimazole", ""):
        window.search(text)
    for entry_id in ENTRIES:
        window.open_entry(entry_id)
    pane = window.calculator
    pane.choose_calculator("anc")
    pane.choose("wbc_unit", "10^9/L")
    pane.type("wbc", "1,234")
    pane.type("wbc", "1.2")
    pane.type("neutrophils", "40")
    QGuiApplication.clipboard().setText(REPORTS[1])
    pane.clear()
    pane.paste_report()
    for make in (window.make_sheet_dialog, window.make_entry_dialog):
        dialog = make()
        dialog.show()
        tidy()
        dialog.done(0)
        dialog.deleteLater()
    window.open_series()
    window.series.paste(TABLES[0])
    window.series.clear()
    window.series.hide()
    pane.clear()
    window.set_zoom(125)
    window.set_zoom(100)
    tidy()


def megabytes() -> float:
    """What this process has in memory; nothing where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def test_one_patient_after_the_other_takes_no_more_memory(make: Callable[[], MainWindow]) -> None:
    rounds = max(4, WANTED // 20)
    window = make()
    window.show()
    for _ in range(2):
        a_patient(window)
    widgets, size = len(QApplication.allWidgets()), megabytes()
    for _ in range(rounds):
        a_patient(window)
    gc.collect()
    assert len(QApplication.allWidgets()) <= widgets
    # Caches of folded words and read rows have their bounds; a window that was kept would be some megabytes a round.
    assert megabytes() - size < 30 + rounds / 20
    window.series.deleteLater()
    window.close()
    window.deleteLater()
