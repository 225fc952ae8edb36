"""Every screen runs on five entries in memory: no file, no database, no page is made."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from neutrogui import bundle
from neutrogui.app import REPORT, series_rules
from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.domain.clinic import ClinicSettings, Kept, SettingsNotSaved, from_file, to_file
from neutrogui.domain.entry import (
    Citation,
    Detail,
    Disagreement,
    Entry,
    Items,
    Kind,
    Paragraph,
    Reference,
    Run,
    Section,
    Table,
)
from neutrogui.domain.library import Edition, EntryUnknown
from neutrogui.domain.number import Refusal
from neutrogui.domain.outline import Outline, Place
from neutrogui.domain.printable import Printable
from neutrogui.domain.printing import PrintingFailed
from neutrogui.domain.query import Hit, Match, Query
from neutrogui.installation import handout_rules, handout_words
from neutrogui.ui import roles
from neutrogui.ui.handout_dialog import HandoutServices
from neutrogui.ui.language import ENGLISH, Language
from neutrogui.ui.main_window import MainWindow, Services
from neutrogui.ui.settings import Settings
from neutrogui.ui.style import Appearance, Style

REFERENCE = Reference("boxer2012", "Boxer LA", "How to approach neutropenia", "Hematology", "2012", doi="10.1/x")


def entry(entry_id: str, title: str, *synonyms: str, text: str = "Some words.") -> Entry:
    cited = Citation((1,))
    return Entry(
        id=entry_id,
        title=title,
        kind=Kind.CONDITION,
        summary=(Run(f"About {title}."), cited),
        sections=(
            Section("What it is", (Paragraph((Run(text), cited)),)),
            Section(
                "Clues",
                (
                    Paragraph((Run("Look for <b>these</b> & "), Run("the spleen", link="splenomegaly"), cited)),
                    Items(((Run("ulcers"), cited), (Run("fever"),))),
                    Table(((Run("Level"),), (Run("/µL"),)), (((Run("Severe"),), (Run("below 500"),)),)),
                    Disagreement((Run("Sources differ.", strong=True), Run(" One says so."), cited)),
                ),
            ),
        ),
        references=(REFERENCE,),
        checked_on="2026-11-21",
        synonyms=synonyms,
        tags=("acquired",),
        details=(Detail("Gene", (Run("ELANE"), cited)),),
        related=(("splenomegaly", "Enlarged spleen"),) if entry_id != "splenomegaly" else (),
        paths=(("By type", "Acquired neutropenia"),),
    )


class FiveEntries:
    """A library in memory; it searches titles and synonyms only."""

    edition = Edition("2026.11", "2026-11-21", 5, 1, "0" * 64)

    def __init__(self) -> None:
        self.entries = {
            e.id: e
            for e in (
                entry("what-neutropenia-is", "What neutropenia is", "low neutrophils"),
                entry("levels-of-neutropenia", "Levels of neutropenia"),
                entry("felty-syndrome", "Felty syndrome", "Felty's"),
                entry("splenomegaly", "Enlarged spleen"),
                entry("antithyroid-medicines", "Antithyroid medicines", "methimazole"),
            )
        }

    def outline(self) -> Outline:
        def place(entry_id: str, *children: Place) -> Place:
            return Place(self.entries[entry_id].title, entry_id, children)

        return Outline(
            (
                Place("By type", "", (place("felty-syndrome", place("splenomegaly")), place("antithyroid-medicines"))),
                Place("Questions", "", (place("what-neutropenia-is"), place("levels-of-neutropenia"))),
            )
        )

    def entry(self, entry_id: str) -> Entry:
        if entry_id not in self.entries:
            raise EntryUnknown(f"There is no entry “{entry_id}”.")
        return self.entries[entry_id]

    def tags(self) -> Mapping[str, frozenset[str]]:
        extra = {"felty-syndrome": {"large spleen"}}
        return {e.id: frozenset({*e.tags, *extra.get(e.id, ())}) for e in self.entries.values()}

    def references(self) -> tuple[Reference, ...]:
        return (REFERENCE,)

    def nearest(self, typed: str) -> str:
        return "Felty syndrome" if typed.startswith("fely") else ""

    def search(self, typed: str, limit: int = 50) -> list[Hit]:
        query = Query.of(typed)
        if not query:
            return []
        if query.folded == fold_of("metamizole"):
            return [Hit("antithyroid-medicines", "Antithyroid medicines", Match.SIMILAR, "methimazole", "also called")]
        hits = []
        for found in self.entries.values():
            for name in (found.title, *found.synonyms):
                if query.matches(name):
                    where = "title" if name == found.title else "also called"
                    tags = self.tags()[found.id]
                    hits.append(Hit(found.id, found.title, Match.PREFIX, name, where, tags=tags))
                    break
        return hits[:limit]


def fold_of(text: str) -> str:
    return Query.of(text).folded


class NoPrinter:
    """Counts what it is asked for; `failing` makes it refuse."""

    def __init__(self) -> None:
        self.failing = ""
        self.saved: dict[Path, bytes] = {}

    def pdf(self, printable: Printable) -> bytes:
        return b"%PDF-"

    def pages(self, printable: Printable, pixels_per_inch: float) -> tuple[bytes, ...]:
        if self.failing:
            raise PrintingFailed(self.failing)
        return (b"no picture",)

    def save(self, data: bytes, path: Path) -> None:
        if self.failing:
            raise PrintingFailed(self.failing)
        self.saved[path] = data


@pytest.fixture(autouse=True)
def _screens(qapp: QApplication) -> Iterator[None]:
    """Roles for a screen reader; and no widget of one test is left to slow the next one down."""
    roles.install()
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def style(qapp: QApplication) -> Iterator[Style]:
    font = qapp.font()
    style = Style(qapp)
    style.appearance = Appearance.LIGHT
    style.apply()
    yield style
    qapp.setFont(font)


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    language = Language(qapp, bundle.resources() / "i18n")
    yield language
    language.choose(ENGLISH)


@pytest.fixture
def library() -> FiveEntries:
    return FiveEntries()


@pytest.fixture
def printing() -> NoPrinter:
    return NoPrinter()


class ClinicInMemory:
    """Keeps a clinic's settings, and the files that are exported; `failing` makes it refuse."""

    def __init__(self) -> None:
        self.kept = Kept(ClinicSettings())
        self.failing = ""
        self.saved: list[ClinicSettings] = []
        self.files: dict[Path, bytes] = {}

    def load(self) -> Kept:
        return self.kept

    def save(self, settings: ClinicSettings, before: ClinicSettings) -> None:
        self._refuse()
        self.saved.append(settings)
        self.kept = Kept(settings.onto(self.kept.settings, before), self.kept.managed)

    def export(self, settings: ClinicSettings, path: Path) -> None:
        self._refuse()
        self.files[path] = to_file(settings)

    def read(self, path: Path) -> ClinicSettings | Refusal:
        data = self.read_picture(path)
        read = data if isinstance(data, Refusal) else from_file(data)
        return read if isinstance(read, Refusal) else read[0]

    def read_picture(self, path: Path) -> bytes | Refusal:
        return self.files.get(path) or Refusal("unreadable", f"“{path.name}” can’t be read.")

    def _refuse(self) -> None:
        if self.failing:
            raise SettingsNotSaved(self.failing)


@pytest.fixture
def clinic() -> ClinicInMemory:
    return ClinicInMemory()


@pytest.fixture
def handouts(clinic: ClinicInMemory) -> HandoutServices:
    return HandoutServices(handout_rules(), handout_words(), clinic)


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def window(qtbot, style, library, printing, handouts, store, tmp_path, language) -> MainWindow:
    (tmp_path / "NOTICES.txt").write_text("Qt is used under the LGPL.", encoding="utf-8")
    services = Services(CATALOGUE, printing, lambda: handouts, tmp_path, bundle.guides(), series_rules, REPORT)
    window = MainWindow(services, Settings(store), style, language)
    qtbot.addWidget(window)
    window.show()
    window.set_library(library)
    return window
