"""How hard the fuzzing tries: a sample with every run of the tests, as many examples as wanted on request.

NEUTROGUI_FUZZ is the number of examples for every test (`make fuzz ARGS=1000000`). They are drawn anew each time, in
rounds, since hypothesis remembers all examples of a round.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from hypothesis import HealthCheck, settings

WANTED = int(os.environ.get("NEUTROGUI_FUZZ") or 0)
ROUND = 5_000
ROUNDS = max(1, -(-WANTED // ROUND))

MOST_SECONDS = 1.0
"""Of processor time, so that a busy machine is no fault of the program."""


def examples(sample: int, most: int = ROUND) -> Callable[..., Any]:
    """Settings for `sample` examples, or for one round of what is wanted, of dear examples at most `most`."""
    if not WANTED:
        return settings(max_examples=sample, derandomize=True)
    return settings(max_examples=min(WANTED, ROUND, most), derandomize=False, suppress_health_check=list(HealthCheck))


@contextmanager
def at_once() -> Iterator[None]:
    """What is done within may not take long."""
    before = time.thread_time()
    yield
    assert time.thread_time() - before < MOST_SECONDS
