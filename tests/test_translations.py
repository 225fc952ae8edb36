"""What the window says in other languages: nothing is missing, nothing is lost, and what is packed is up to date."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

from neutrogui.ui import actions
from neutrogui.ui.language import ENGLISH, LANGUAGES
from tools import translations

PACKAGE = translations.ROOT / "neutrogui"
FOLDERS = [translations.LANGUAGES / code for code in LANGUAGES if code != ENGLISH]

Message = tuple[str, str, str]
"""Source, translation, and what is not right about its state."""


def messages(file: Path) -> Iterator[Message]:
    for context in ElementTree.parse(file).iter("context"):
        assert not context.findtext("name"), "only words that pass through say or mark are gathered"
        for message in context.iter("message"):
            translation = message.find("translation")
            yield message.findtext("source") or "", translation.text or "", translation.get("type", "")


def of_language(folder: Path) -> list[Message]:
    return [message for file in sorted(folder.glob("*.ts")) for message in messages(file)]


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Every call of say and mark."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("say", "mark"):
            yield node


def texts(part: str) -> set[str]:
    found = (call.args[0] for path in translations.sources(part) for call in calls(ast.parse(path.read_text("utf-8"))))
    return {text.value for text in found if isinstance(text, ast.Constant)}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("part", translations.PARTS)
def test_every_text_of_the_code_is_translated_and_no_other(part: str, folder: Path) -> None:
    read = list(messages(folder / f"{part}.ts"))
    assert {source for source, _, _ in read} == texts(part)
    assert [source for source, translation, state in read if state or not translation] == []


@pytest.mark.parametrize("part", translations.PARTS)
def test_the_tools_gather_what_the_code_says(part: str, tmp_path: Path) -> None:
    file = tmp_path / "es" / f"{part}.ts"
    file.parent.mkdir()
    translations.gather(part, file)
    assert {source for source, _, _ in messages(file)} == texts(part)
    assert "<location" not in file.read_text(encoding="utf-8")


def test_every_file_of_the_program_stands_in_one_part_or_is_silent() -> None:
    parts = [set(translations.sources(part)) for part in translations.PARTS]
    assert not parts[0] & parts[1]
    for path in set(PACKAGE.rglob("*.py")) - parts[0] - parts[1]:
        assert not list(calls(ast.parse(path.read_text(encoding="utf-8")))), path


PLACE = re.compile(r"\{(\w*)[^}]*\}")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_translation_keeps_places_signs_and_numbers(folder: Path) -> None:
    for source, translation, _ in of_language(folder):
        assert Counter(PLACE.findall(translation)) == Counter(PLACE.findall(source)), source
        assert translation.format_map(dict.fromkeys(PLACE.findall(source), "")) is not None
        for sign in ("…", ":", ".", "?"):
            assert translation.endswith(sign) == source.endswith(sign), source
        for end in (slice(0, 1), slice(-1, None)):
            assert source[end].isspace() == translation[end].isspace(), source
        keys = [text.replace("Q&A", "").count("&") for text in (source, translation)]
        assert keys[0] == keys[1], source
        # A comma between thousands would be read as a decimal sign.
        without = (
            PLACE.sub("", text) for text in (source, re.sub(r"(?<=\d)\N{NO-BREAK SPACE}(?=\d{3})", ",", translation))
        )
        numbers = [Counter(re.findall(r"\d+(?:[.,]\d+)*", text)) for text in without]
        assert numbers[0] == numbers[1], source


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_text_is_translated_in_one_way(folder: Path) -> None:
    ways: dict[str, set[str]] = {}
    for source, translation, _ in of_language(folder):
        ways.setdefault(source, set()).add(translation)
    assert {source: found for source, found in ways.items() if len(found) > 1} == {}


def mnemonics(labels: Iterator[str]) -> list[str]:
    return [found[1].casefold() for label in labels for found in [re.search(r"&([^&])", label)] if found]


@pytest.mark.parametrize("folder", [None, *FOLDERS], ids=lambda folder: folder.name if folder else ENGLISH)
def test_no_two_commands_of_a_menu_have_the_same_key(folder: Path | None) -> None:
    said = {source: translation for source, translation, _ in of_language(folder)} if folder else {}
    menus: list[list[str]] = [[title for title, _ in actions.MENUS]]
    for _, commands in actions.MENUS:
        menus.append([command.text for command in commands if command is not actions.SEPARATOR])
        menus += [[each.text for each in menu.commands] for menu in commands if isinstance(menu, actions.Submenu)]
    for labels in menus:
        keys = mnemonics(said.get(label, label) for label in labels)
        assert len(keys) == len(set(keys)), labels
    assert len(list(chain.from_iterable(menus))) > 30


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_is_packed_says_what_the_files_say(folder: Path, tmp_path: Path) -> None:
    translations.compile_language(folder, tmp_path / "anew.qm")
    packed, anew = QTranslator(), QTranslator()
    assert packed.load(str(folder.with_suffix(".qm")))
    assert anew.load(str(tmp_path / "anew.qm"))
    for source, translation, _ in of_language(folder):
        assert packed.translate("", source) == anew.translate("", source) == translation
    assert folder.with_suffix(".qm").stat().st_size == (tmp_path / "anew.qm").stat().st_size


def test_every_language_has_a_folder_and_every_folder_is_a_language() -> None:
    folders = {path.name for path in translations.LANGUAGES.iterdir() if path.is_dir()}
    assert folders == {path.stem for path in translations.LANGUAGES.glob("*.qm")} == set(LANGUAGES) - {ENGLISH}


# What the code may do with say and mark, and what it may show without them


MODULES = [path for part in translations.PARTS for path in translations.sources(part)]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_what_is_gathered_is_what_is_said(path: Path) -> None:
    """A text is written out where it is said; a declaration is marked, not said before the language is known."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    in_functions = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for part in ([function.body] if isinstance(function, ast.Lambda) else function.body)
        for node in ast.walk(part)
    }
    in_templates = {
        id(node) for template in ast.walk(tree) if isinstance(template, ast.JoinedStr) for node in ast.walk(template)
    }
    source = path.read_text(encoding="utf-8")
    for call in calls(tree):
        (text,) = call.args
        where = f"line {call.lineno}"
        if call.func.id == "say":
            assert id(call) in in_functions, f"{where}: said while the program is imported"
        else:
            assert isinstance(text, ast.Constant), f"{where}: only a text itself can be marked"
        if isinstance(text, ast.Constant):
            assert id(call) not in in_templates, f"{where}: the tools do not look into a template"
            assert r"\N{" not in (ast.get_source_segment(source, text) or ""), f"{where}: write the sign itself"
        assert not isinstance(text, ast.JoinedStr | ast.BinOp), f"{where}: values go in afterwards"


WORDS = re.compile(r"^(?!<|(?:Ctrl|Alt)\+).*(?:[^\W\d_]{2,} [^\W\d_]{2,}|[^\W\d_] ?…)|^&?[A-Z][a-z]+\b(?!\+)")
"""What reads like words for people, and is no markup: two of them, or one that begins with a capital."""

NO_WORDS = {
    "setProperty", "property", "setStyleSheet", "QKeySequence", "ValueError", "LookupError", "setApplicationName",
    "TypeVar", "ParamSpec", "getattr", "compile",
}  # fmt: skip
"""Calls whose texts nobody reads."""

NAMES = {
    "NeutroGUI", "English", "Español", "Enter", "Down", "Esc",
    "also called",  # what the library says of a hit, compared with and not shown
    "NeutroGUI, content edition ",  # stands below a copied entry, which is English
}  # fmt: skip
"""Names, and keys as Qt writes them."""

SHOWN = sorted(set((PACKAGE / "ui").glob("*.py")) - {PACKAGE / "ui" / "style.py"})
"""All screens; style sheets are not read by people."""


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.name)
def test_no_words_of_a_screen_escape(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    allowed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            allowed.add(id(node.value))  # a docstring
        elif isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in ("say", "mark") or name in NO_WORDS:
                allowed.update(map(id, ast.walk(node)))
        elif isinstance(node, ast.arg | ast.AnnAssign | ast.FunctionDef):
            annotation = getattr(node, "annotation", None) or getattr(node, "returns", None)
            allowed.update(map(id, ast.walk(annotation)) if annotation is not None else ())
    escaped = [
        f"line {node.lineno}: {node.value!r}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in allowed
        and node.value not in NAMES
        and WORDS.search(node.value)
    ]
    assert escaped == []
