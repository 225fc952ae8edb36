"""What the tests of calculators share: evaluate, and look at the outcome or at the problems."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from neutrogui.domain.calculator import Calculator, Outcome
from neutrogui.domain.problem import Problems


def outcome(calculator: Calculator, typed: Mapping[str, str]) -> Outcome:
    """The result; it is told in full, says where it comes from and fits on one line of the clipboard."""
    result = calculator.evaluate(typed)
    assert isinstance(result, Outcome), result
    told_in_full(result)
    assert len(result.line.splitlines()) == 1
    fields = {field.key for field in calculator.fields}
    assert {caution.field for caution in result.cautions} <= fields | {""}
    return result


def told_in_full(result: Outcome) -> None:
    """Asserts that no text of a result is missing: each line of it has its name, rule and source."""
    texts = [result.headline, result.also, result.working, result.line, result.entry, result.source]
    for finding in result.findings:
        texts += [finding.key, finding.name, finding.result, finding.rule, finding.source]
    for standing in result.standings:
        texts += [standing.scheme, standing.name, standing.label, standing.source, standing.rule or standing.reason]
    assert all(isinstance(text, str) and text.strip() for text in texts), texts
    assert not any("None" in text.split() for text in (result.headline, result.also, result.working, result.line))
    assert all(is_sentence(caution.message) for caution in result.cautions), result.cautions


def is_sentence(text: str) -> bool:
    """Whether a message begins with a capital, a number or a quotation, and ends."""
    return not text[:1].islower() and text == text.strip() and text.endswith((".", "?"))


def refused(calculator: Calculator, typed: Mapping[str, str]) -> list[tuple[str, str]]:
    """Field and code of every problem, in order; each has a sentence."""
    return [(problem.field, problem.code) for problem in problems(calculator, typed).problems]


def problems(calculator: Calculator, typed: Mapping[str, str]) -> Problems:
    """The refusals; each has a sentence."""
    result = calculator.evaluate(typed)
    assert isinstance(result, Problems), result
    assert all(is_sentence(problem.message) for problem in result.problems), result
    return result


def cautions(calculator: Calculator, typed: Mapping[str, str]) -> list[tuple[str, str]]:
    """Field and code of every caution, in order."""
    return [(caution.field, caution.code) for caution in outcome(calculator, typed).cautions]


def worked_cases(name: str) -> list[Any]:
    """The worked cases of a file beside the tests, as parameters `inputs` and `expected`."""
    cases = json.loads(Path(__file__).with_name(f"{name}_cases.json").read_text(encoding="utf-8"))
    assert cases
    return [pytest.param(case["inputs"], case["expected"], id=case["id"]) for case in cases]
