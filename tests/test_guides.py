"""The guides and README name what there is: calculators, sheets, shortcuts, commands and targets of make."""

import re
import shlex
import shutil
from io import StringIO
from pathlib import Path

import pytest

from neutrogui import bundle, cli, reporting
from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.cli import Screens
from neutrogui.domain.entry import Table, plain
from neutrogui.domain.guide import Code, read_guide, read_pages
from neutrogui.installation import handout_words
from neutrogui.ui.actions import shortcut_table
from neutrogui.ui.guide_window import GUIDES

ROOT = Path(__file__).resolve().parents[1]
GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")

GIVEN = {
    "report.txt": "Leukocytes 2.1 10^9/L\nNeutrophils 38 %\n",
    "table.csv": "wbc,wbc_unit,neutrophils\n1.2,10^9/L,40\n",
    "counts.csv": "date,anc,anc_unit\n2026-11-02,4.2,10^9/L\n2026-11-09,1.1,10^9/L\n",
}
"""The files that the printed commands read."""


def first_cells(header: str) -> list[str]:
    """The first column of the guide's table with this first heading."""
    tables = [block for block in read_guide(GUIDE) if isinstance(block, Table)]
    table = next(table for table in tables if plain(table.header[0]) == header)
    return [plain(row[0]) for row in table.rows]


def commands() -> list[str]:
    """Every call of the program that README and the guide print as code."""
    code = "\n".join(block.text for text in (GUIDE, README) for block in read_guide(text) if isinstance(block, Code))
    return [line for line in code.replace("\\\n", " ").splitlines() if line.startswith("neutrogui ")]


def test_the_guide_tells_of_every_calculator_in_the_order_of_the_menu() -> None:
    assert first_cells("calculator") == [calculator.title for calculator in CATALOGUE.calculators]


def test_the_guide_tells_of_every_sheet() -> None:
    assert len(first_cells("sheet")) == len(handout_words().sheets)


def test_every_shortcut_that_the_guide_names_is_one() -> None:
    known = {key for _, keys in shortcut_table() for key in keys.split(" or ")} | {"F1", "F6"}
    named = set(re.findall(r"Ctrl\+(?:Shift\+)?[A-Z0-9+-](?![a-z])|Alt\+[A-Z][a-z]+|\bF\d\b", GUIDE))
    assert named
    assert named <= known


@pytest.fixture(scope="module")
def resources(compiled_content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is bundled with the program, with the content compiled just now."""
    folder = tmp_path_factory.mktemp("bundle")
    for name in ("handout", "fonts"):
        shutil.copytree(ROOT / "resources" / name, folder / name)
    shutil.copytree(compiled_content, folder / "compiled")
    return folder


@pytest.mark.parametrize("command", sorted(set(commands())))
def test_every_command_that_is_printed_works(
    command: str, resources: Path, own_config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "resources", lambda: resources)
    monkeypatch.setattr(reporting, "log_folder", lambda: tmp_path / "log")
    monkeypatch.chdir(tmp_path)
    for file, text in GIVEN.items():
        Path(file).write_text(text, encoding="utf-8")
    out, err = StringIO(), StringIO()
    status = cli.main(shlex.split(command)[1:], Screens(window=lambda _: 1, tour=lambda _: 1), out, err)
    assert (status, err.getvalue()) == (0, "")
    written = re.search(r"--to (\S+)", command)
    assert not written or Path(written[1]).stat().st_size


def test_every_target_of_make_that_is_named_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    texts = [README, *(path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md"))]
    assert set(re.findall(r"(?:`|^    )make ([a-z-]+)", "\n".join(texts), re.MULTILINE)) <= targets


def test_readme_names_every_target_of_make_that_a_stranger_may_want() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    assert {target for target in targets if not re.search(rf"[` ]{target}\b", README)} <= {"help", "clean"}


LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]*\.md)?(#[^)\s]+)?\)")


@pytest.mark.parametrize("file", GUIDES)
def test_every_link_between_the_guides_can_be_followed_in_the_window(file: str) -> None:
    """One to a guide that the window does not show would be words there, without a reader's knowing that it was one."""
    texts = {name: (ROOT / "docs" / name).read_text(encoding="utf-8") for name in GUIDES}
    pages = {name: read_pages(text, GUIDES) for name, text in texts.items()}
    for target, anchor in LINK.findall(texts[file]):
        if target.startswith("../"):
            continue  # a file of the source tree, of which the words around it tell
        assert (target or file) in GUIDES, target
        assert not anchor or any(page.holds(anchor[1:]) for page in pages[target or file]), f"{target}{anchor}"


def test_every_guide_stands_in_help() -> None:
    assert {path.name for path in (ROOT / "docs").glob("*.md")} == set(GUIDES)


def test_the_guides_lie_beside_the_source_tree_or_in_the_package(monkeypatch, tmp_path) -> None:
    assert (bundle.guides() / "guide.md").is_file()
    (tmp_path / "resources" / "guides").mkdir(parents=True)
    monkeypatch.setattr(bundle.sys, "_MEIPASS", str(tmp_path), raising=False)
    assert bundle.guides() == tmp_path / "resources" / "guides"
