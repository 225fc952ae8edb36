"""An administrator places a content pack; the window reads from it, or says why not and goes on with its own."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from packing import OTHER_KEY, pack_bytes, write_key
from PySide6.QtWidgets import QLabel

from neutrogui import app, bundle, installation
from neutrogui.store.connection import CONTENT_FILE
from neutrogui.ui.accessible import Text
from neutrogui.ui.main_window import MainWindow


@pytest.fixture
def place(compiled_sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Places a pack for a program whose own content is the sample, an edition without a number."""
    shutil.copytree(compiled_sample, tmp_path / "resources" / "compiled")
    write_key(tmp_path / "resources" / "keys")
    path = tmp_path / "content.ngpack"
    monkeypatch.setattr(bundle, "resources", lambda: tmp_path / "resources")
    monkeypatch.setattr(installation, "pack_path", lambda: path)
    return path.write_bytes


def status(window: MainWindow) -> str:
    return window.statusBar().findChild(QLabel).text()


def assert_it_reads_and_calculates(window: MainWindow) -> None:
    window.open_entry("felty-syndrome")
    assert window.reader.entry.title == "Felty syndrome"
    window.calculator.choose("wbc_unit", "10^9/L")
    window.calculator.type("wbc", "1")
    window.calculator.type("neutrophils", "50")
    assert window.calculator.headline.text() == "0.5 ×10⁹/L"


def test_a_newer_edition_is_read_and_named(
    window: MainWindow, place: Callable[[bytes], None], compiled_content: Path, content_library
) -> None:
    name = content_library.edition.name
    place(pack_bytes((compiled_content / CONTENT_FILE).read_bytes(), name))
    app.load_library(window)
    assert status(window).startswith(f"Edition {name} from the content pack")
    assert not window.banner.isVisible()
    window.open_entry("malaria")  # no entry of the sample
    assert window.reader.entry.title == "Malaria"
    assert_it_reads_and_calculates(window)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (
            lambda content, name: pack_bytes(content, name, key=OTHER_KEY),
            "not signed with a key that this program trusts",
        ),
        (lambda content, name: pack_bytes(content, name)[:-1], "damaged or incomplete"),
        (lambda content, name: pack_bytes(content, name, schema=99), "belongs to another version of NeutroGUI"),
        (lambda content, name: pack_bytes(content, "2099.1"), "its content is not what its label says"),
        (lambda content, name: content, "no content pack"),
    ],
    ids=["another key", "cut", "another schema", "mislabelled", "no pack"],
)
def test_a_pack_that_will_not_do_is_told_and_its_own_content_is_read(
    window: MainWindow,
    place: Callable[[bytes], None],
    compiled_content: Path,
    content_library,
    spoil: Callable[[bytes, str], bytes],
    reason: str,
) -> None:
    place(spoil((compiled_content / CONTENT_FILE).read_bytes(), content_library.edition.name))
    app.load_library(window)
    assert window.banner.isVisible()
    said = window.banner.findChild(Text).text()
    assert said.startswith("The content pack is not used: ")
    assert reason in said
    assert said.endswith("edition sample. Please tell whoever looks after this computer.")
    assert status(window) == "Edition sample   ·   Content verified   ·   Works offline"
    assert_it_reads_and_calculates(window)
