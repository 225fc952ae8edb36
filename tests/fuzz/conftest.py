"""Tells at the end how many examples were tried on request, how fast, and how long the slowest took."""

import pytest
from fuzzing import RUNS


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for run in RUNS:
        rate = run.examples / run.seconds if run.seconds else 0
        terminalreporter.write_line(
            f"{run.examples:>9,} examples, {rate:5,.0f} a second, the slowest {run.slowest:.3f} s: {run.name}"
        )
