"""The hazard log names, for every hazard, tests that are there."""

import ast
import re
from pathlib import Path

TESTS = Path(__file__).resolve().parent
LOG = (TESTS.parent / "docs" / "safety.md").read_text(encoding="utf-8")

HAZARD = re.compile(r"### (H\d+)\. (.+)")
PART = re.compile(r"- \*\*(.+?):\*\* (.+)")


def hazards() -> dict[str, dict[str, str]]:
    """What is said of each hazard, by its number."""
    found: dict[str, dict[str, str]] = {}
    for block in LOG.split("\n\n"):
        if heading := HAZARD.fullmatch(block):
            found[heading[1]] = {"Hazard": heading[2]}
        elif found and block.startswith("- "):
            parts = block.replace("\n  ", " ").splitlines()
            found[list(found)[-1]] |= {part[1]: part[2] for part in map(PART.fullmatch, parts) if part}
    return found


def named(tests: str) -> set[str]:
    """The tests of a line such as “`a.py`: one does this, another that; `b.py`: a third.”."""
    files = (each.partition(": ") for each in tests.removesuffix(".").split("; "))
    return {
        f"{file.strip('`')}::test_{sentence.replace(' ', '_')}"
        for file, _, sentences in files
        for sentence in sentences.split(", ")
    }


def all_tests() -> set[str]:
    """Every test of the project, by file and name; one with parameters goes by its name alone."""
    return {
        f"{path.relative_to(TESTS).as_posix()}::{node.name}"
        for path in TESTS.rglob("test_*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def test_every_hazard_has_a_cause_a_control_and_tests() -> None:
    found = hazards()
    assert list(found) == [f"H{number}" for number in range(1, len(found) + 1)]
    assert len(found) >= 13
    assert len(found) == LOG.count("### ")
    for number, parts in found.items():
        assert list(parts)[:4] == ["Hazard", "Cause", "Control", "Tests"], number
        assert list(parts)[4:] in ([], ["What remains"]), number


def test_every_test_that_is_named_is_there() -> None:
    assert set().union(*(named(parts["Tests"]) for parts in hazards().values())) - all_tests() == set()


def test_the_log_is_known_to_find_what_is_not_there() -> None:
    assert "test_safety.py::test_every_test_that_is_named_is_there" in all_tests()
    assert named("`test_safety.py`: that nobody wrote, every one; `a.py`: x.") - all_tests() == {
        "test_safety.py::test_that_nobody_wrote",
        "test_safety.py::test_every_one",
        "a.py::test_x",
    }
