import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from pictures import svg

from neutrogui.bundle import resources
from neutrogui.calculators.grading import CONVENTIONAL
from neutrogui.domain.handout import Handout, printable
from neutrogui.domain.logo import Logo
from neutrogui.domain.sheet_plan import SheetKind
from neutrogui.handout import glyphs, sheet, typesetting
from neutrogui.handout.typesetting import Document, TypesettingFailed

SHEET = Handout(SheetKind.CHEMO, CONVENTIONAL, edition="2026.11")


@pytest.fixture
def own_resources(tmp_path: Path) -> Path:
    """A copy of the resources that a test may spoil, in a folder whose name is no plain one."""
    folder = tmp_path / "a folder, with #1 & Ünïcode"
    shutil.copytree(resources() / "fonts", folder / "fonts")
    shutil.copytree(resources() / "handout", folder / "handout")
    return folder


def test_pages_are_pictures_in_the_resolution_asked_for():
    pages = typesetting.pages(sheet.document(SHEET, resources()), 72)
    assert len(pages) == 2
    for page in pages:
        assert page.startswith(b"\x89PNG\r\n")
        assert [int.from_bytes(page[at : at + 4], "big") for at in (16, 20)] == [595, 842]


def test_a_single_page_is_a_tuple_of_one(own_resources: Path):
    (own_resources / "handout/one.typ").write_text("#set document(date: none)\nOne page", "utf-8")
    assert len(typesetting.pages(Document("one", {}, own_resources), 30)) == 1


def test_the_resources_may_lie_anywhere(own_resources: Path):
    here = typesetting.pdf(sheet.document(SHEET, resources()))
    assert typesetting.pdf(sheet.document(SHEET, own_resources)) == here


def test_pages_can_be_made_beside_the_window():
    document = sheet.document(SHEET, resources())
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda _: typesetting.pdf(document), range(8)))
    assert set(made) == {typesetting.pdf(document)}


def test_a_fault_within_the_typesetter_is_a_named_failure_and_the_next_page_is_made():
    spoilt = replace(SHEET, logo=Logo(svg('<circle r="9999999999"/>'), "svg"))
    with pytest.raises(TypesettingFailed, match="save it as a PNG file"):
        typesetting.pages(sheet.document(spoilt, resources()), 30)
    assert typesetting.pages(sheet.document(SHEET, resources()), 30)


def test_what_ends_the_program_is_no_failure_of_a_page(monkeypatch: pytest.MonkeyPatch):
    def ends(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(typesetting.typst, "compile_with_warnings", ends)
    with pytest.raises(KeyboardInterrupt):
        typesetting.pdf(sheet.document(SHEET, resources()))


@pytest.mark.parametrize("make", [typesetting.pdf, lambda document: typesetting.pages(document, 30)])
def test_a_character_that_no_font_has_is_never_printed_as_an_empty_box(make):
    spoilt = replace(SHEET, clinic="協和 \x07")
    with pytest.raises(TypesettingFailed, match=r"lack U\+0007, “協” U\+5354\.$"):
        make(sheet.document(spoilt, resources()))


@pytest.mark.parametrize(
    "source",
    ["#panic(\"no\")", "#let x = ", "#image(\"/etc/hostname\")", "#read(\"../../secret\")", "#pagebreak(",
     "#set text(font: \"No Such Font\")\nhello", "#import \"@preview/cetz:0.3.0\": *"],
)  # fmt: skip
def test_a_template_that_is_wrong_is_a_named_failure(own_resources: Path, source: str):
    (own_resources / "handout/wrong.typ").write_text(source, "utf-8")
    with pytest.raises(TypesettingFailed):
        typesetting.pdf(Document("wrong", {}, own_resources))


def test_a_missing_template_is_a_named_failure():
    with pytest.raises(TypesettingFailed):
        typesetting.pdf(Document("nowhere", {}, resources()))


@pytest.mark.parametrize("lost", ["fonts", "handout"])
def test_a_damaged_installation_is_told_in_a_sentence(own_resources: Path, lost: str):
    shutil.rmtree(own_resources / lost)
    with pytest.raises(TypesettingFailed, match="Install NeutroGUI again"):
        typesetting.pdf(sheet.document(SHEET, own_resources))


def test_what_may_be_typed_is_what_the_fonts_have():
    covered = glyphs.covered(resources() / "fonts")
    typeable = {chr(code) for code in range(0x110000) if printable(chr(code))}
    assert typeable <= covered
    assert set("×µ⁹³°–≥₂“”’•…−Ilı1O0 ") <= covered


def test_the_fonts_are_small_and_bring_their_licences():
    fonts = resources() / "fonts"
    assert sum(path.stat().st_size for path in fonts.iterdir()) < 5_000_000
    for family in {path.name.partition("-")[0] for path in fonts.glob("*.ttf")}:
        assert "SIL OPEN FONT LICENSE" in (fonts / f"{family}-OFL.txt").read_text("utf-8")
        assert family in (fonts / "README.md").read_text("utf-8")
