"""What may import what: the layers, the frozen program's excludes, and what start-up leaves out."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "neutrogui"
PROGRAM = [path for path in sorted(PACKAGE.rglob("*.py")) if PACKAGE / "authoring" not in path.parents]


def imported_names(path: Path) -> Iterator[str]:
    """Every module that a file imports, also within functions; a name taken from a module counts too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            module = node.module or ""
            yield module
            yield from (f"{module}.{name.name}" for name in node.names)


def excluded_modules() -> list[str]:
    for node in ast.parse((ROOT / "build.spec").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "EXCLUDES":
            return list(ast.literal_eval(node.value))
    raise AssertionError("build.spec names no EXCLUDES")


def loaded_after(statement: str) -> set[str]:
    """The modules that a new interpreter has loaded after a statement."""
    program = f"import sys; {statement}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.split())


def test_every_import_keeps_its_direction() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [str(linter), "--no-cache", "--config", str(ROOT / "pyproject.toml")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_domain_needs_the_standard_library_alone() -> None:
    allowed = {*sys.stdlib_module_names, "neutrogui"}
    foreign = {
        f"{path.name}: {name}"
        for path in (PACKAGE / "domain").glob("*.py")
        for name in imported_names(path)
        if name.split(".")[0] not in allowed
    }
    assert not foreign


@pytest.mark.parametrize("excluded", excluded_modules())
def test_what_the_frozen_program_leaves_out_is_imported_nowhere(excluded: str) -> None:
    users = [
        str(path.relative_to(ROOT))
        for path in PROGRAM
        for name in imported_names(path)
        if name == excluded or name.startswith(excluded + ".")
    ]
    assert not users


def test_the_command_line_starts_without_qt_and_without_the_database() -> None:
    loaded = loaded_after("import neutrogui.cli")
    assert not loaded & {"PySide6", "sqlalchemy", "typst", "nacl"}


def test_the_window_is_there_before_the_database() -> None:
    loaded = loaded_after("import neutrogui.app")
    assert not loaded & {"sqlalchemy", "nacl"}


def test_signatures_cost_a_start_without_a_pack_nothing(compiled_sample: Path) -> None:
    choose = f"choose(open_library(Path({os.fspath(compiled_sample)!r})), Path('no pack'), Path('no keys'))"
    loaded = loaded_after(
        "from pathlib import Path; from neutrogui.store.library import open_library;"
        f" from neutrogui.store.pack import choose; assert not {choose}.refusal"
    )
    assert "sqlalchemy" in loaded
    assert "nacl" not in loaded


def test_the_frozen_program_holds_what_a_signature_is_checked_with() -> None:
    # No import of it can be seen: a compiled part of PyNaCl asks for it.
    assert 'hiddenimports=["_cffi_backend"]' in (ROOT / "build.spec").read_text(encoding="utf-8")
    assert "_cffi_backend" in loaded_after("import nacl.signing")


def test_no_screen_asks_a_layout_for_its_items() -> None:
    # PySide keeps such an item's Python object after Qt deleted the item, and hands it out for whatever Qt puts at that
    # address next: a table then has a layout's item for its viewport.
    asking = [
        path.name
        for path in sorted((PACKAGE / "ui").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "itemAt"
    ]
    assert asking == []


def test_a_start_of_the_window_imports_only_what_it_needs():
    """What only some starts want is imported when it is wanted: each of these costs a part of every start."""
    script = (
        "import sys; import neutrogui.__main__; import neutrogui.app;"
        "names = sys.argv[1:];"
        "print(' '.join(name for name in names if name in sys.modules))"
    )
    dear = [
        "logging.handlers", "socket", "json", "tomllib", "typst", "sqlalchemy", "sqlite3", "nacl",
        "PySide6.QtPrintSupport", "neutrogui.cli", "neutrogui.batch", "neutrogui.calculators.series",
        "neutrogui.calculators.febrile", "neutrogui.handout.sheet", "neutrogui.ui.handout_dialog",
        "neutrogui.ui.series_dialog", "neutrogui.ui.guide_window", "neutrogui.ui.outline_pane",
        "neutrogui.ui.reader_pane", "neutrogui.ui.result_view", "neutrogui.ui.report_note", "neutrogui.ui.roles",
        "neutrogui.domain.entry", "neutrogui.domain.handout", "neutrogui.domain.report", "platform",
    ]  # fmt: skip
    quiet = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", script, *dear]
    imported = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=quiet).stdout
    assert imported.split() == []
