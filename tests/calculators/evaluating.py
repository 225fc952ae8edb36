"""What the tests of calculators share: evaluate, and look at the outcome or at the problems."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from neutrogui.domain.calculator import Calculator, Outcome
from neutrogui.domain.problem import Problems


def outcome(calculator: Calculator, typed: Mapping[str, str]) -> Outcome:
    """The result; it says where it comes from and fits on one line of the clipboard."""
    result = calculator.evaluate(typed)
    assert isinstance(result, Outcome), result
    assert result.source
    assert result.working
    assert len(result.line.splitlines()) == 1
    fields = {field.key for field in calculator.fields}
    assert {caution.field for caution in result.cautions} <= fields
    return result


def refused(calculator: Calculator, typed: Mapping[str, str]) -> list[tuple[str, str]]:
    """Field and code of every problem, in order; each has a sentence."""
    return [(problem.field, problem.code) for problem in problems(calculator, typed).problems]


def problems(calculator: Calculator, typed: Mapping[str, str]) -> Problems:
    """The refusals; each has a sentence."""
    result = calculator.evaluate(typed)
    assert isinstance(result, Problems), result
    assert all(problem.message.endswith((".", "?")) for problem in result.problems)
    return result


def cautions(calculator: Calculator, typed: Mapping[str, str]) -> list[tuple[str, str]]:
    """Field and code of every caution, in order."""
    return [(caution.field, caution.code) for caution in outcome(calculator, typed).cautions]


def worked_cases(name: str) -> list[Any]:
    """The worked cases of a file beside the tests, as parameters `inputs` and `expected`."""
    cases = json.loads(Path(__file__).with_name(f"{name}_cases.json").read_text(encoding="utf-8"))
    assert cases
    return [pytest.param(case["inputs"], case["expected"], id=case["id"]) for case in cases]
