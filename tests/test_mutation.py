"""What the sorting of mutations takes for wording, and what an explanation covers."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def mutation() -> Iterator[ModuleType]:
    spec = importlib.util.spec_from_file_location("mutation", ROOT / "tools" / "mutation.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["mutation"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    yield module
    del sys.modules["mutation"]


@pytest.mark.parametrize(
    ("before", "after", "wording"),
    [
        ('say("Type a number.")', 'say("XXType a number.XX")', True),
        ('say("Type a number.")', 'say("TYPE A NUMBER.")', True),
        ('say(f"{n} rows are read.")', 'say(f"{n} XXrows are read.XX")', True),
        ('say("Type a number.")', "say(None)", False),
        ('say("Type a number.", 1)', 'say("Type a number.", 2)', False),
        ('say("out-of-range")', 'say("OUT-OF-RANGE")', False),
        ('say("missing")', 'say("XXmissingXX")', False),
        ('say("×10⁹/L")', 'say("XX×10⁹/LXX")', False),
        ('say("{cells}/uL")', 'say("{CELLS}/UL")', False),
        ('say(" (")', 'say("XX (XX")', False),
        ('say("Boxer 2012, doi:10.1182/abc")', 'say("BOXER 2012, DOI:10.1182/ABC")', False),
        ('say("as in PMC9243911")', 'say("as in pmc9243911")', False),
    ],
)
def test_only_letters_of_words_with_spaces_are_wording(
    mutation: ModuleType, before: str, after: str, wording: bool
) -> None:
    change = mutation._change(f"def f(n):\n    {before}\n", f"def f(n):\n    {after}\n")
    assert mutation._is_wording(change) is wording


def test_an_explanation_covers_its_function_and_its_lines_alone(mutation: ModuleType) -> None:
    change = mutation._change("def f(n):\n    return max(0, n)\n", "def f(n):\n    return max(1, n)\n")
    assert (change.before, change.after) == ("return max(0, n)", "return max(1, n)")

    def covers(function: str, before: str, after: str) -> bool:
        explanation = mutation.Explanation("equivalent", function, before, after, "n is never below 1.")
        return bool(explanation.covers("neutrogui.domain.f", change))

    assert covers("neutrogui.domain.f", "*", "return max(1, n)")
    assert covers("*.f", "*max(0*", "*max(1*")
    assert not covers("neutrogui.domain.g", "*", "*")
    assert not covers("*.f", "max(0, n)", "*")
    assert not covers("*.f", "*", "*max(2*")


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("neutrogui.domain.number.x_plain__mutmut_3", "neutrogui.domain.number.plain"),
        ("neutrogui.domain.number.x__plain__mutmut_3", "neutrogui.domain.number._plain"),
        ("neutrogui.domain.series.xǁSeriesǁdays__mutmut_12", "neutrogui.domain.series.Series.days"),
    ],
)
def test_a_function_is_named_as_people_name_it(mutation: ModuleType, name: str, function: str) -> None:
    assert mutation.Mutant(name).function == function


def test_every_explanation_has_a_reason(mutation: ModuleType) -> None:
    explanations = mutation.Explanations.read(ROOT / "tests" / "mutation_explained.toml")
    assert all(len(each.reason.split()) > 2 and each.reason.endswith(".") for each in explanations.each)
    assert len(set(explanations.each)) == len(explanations.each)
