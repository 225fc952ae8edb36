"""The hazard log names, for every hazard, tests that are there."""

import ast
import re
from pathlib import Path

TESTS = Path(__file__).resolve().parent
LOG = (TESTS.parent / "docs" / "safety.md").read_text(encoding="utf-8")

ROW = re.compile(r"\| (H\d+) \|(.*)\|")
NAMED = re.compile(r"`([\w/]+\.py::\w+)`")


def rows() -> dict[str, list[str]]:
    """The cells of each hazard, by its number."""
    return {
        found[1]: [cell.strip() for cell in found[2].split("|")]
        for found in map(ROW.fullmatch, LOG.splitlines())
        if found
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
    hazards = rows()
    assert list(hazards) == [f"H{number}" for number in range(1, len(hazards) + 1)]
    assert len(hazards) >= 13
    for number, cells in hazards.items():
        hazard, cause, control, named, _ = cells
        assert hazard, number
        assert cause, number
        assert control, number
        assert NAMED.findall(named), number
        assert NAMED.sub("", named).strip() == "", number


def test_every_test_that_is_named_is_there() -> None:
    assert set(NAMED.findall(LOG)) - all_tests() == set()


def test_the_log_is_known_to_find_what_is_not_there() -> None:
    assert "test_safety.py::test_every_test_that_is_named_is_there" in all_tests()
    assert "test_safety.py::test_that_nobody_wrote" not in all_tests()
