"""How hard the fuzzing tries: a sample with every run of the tests, as many examples as wanted on request.

NEUTROGUI_FUZZ is the number of examples for every test (`make fuzz ARGS=1000000`). First hypothesis chooses a few
thousand itself, with the odd values that it knows; the wanted number then comes from random bytes through
`fuzz_one_input`, which is several times as fast and keeps nothing of what went well. What fails is made small and told
as ever.
"""

import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.database import InMemoryExampleDatabase

WANTED = int(os.environ.get("NEUTROGUI_FUZZ") or 0)

CHOSEN = 5_000
"""Examples of hypothesis's own choice on request; it remembers each of them, so more would fill the memory."""

BYTES = 4096
"""What an example is made of; the longest take some 3,000."""

MOST_SECONDS = 1.0
"""Of processor time, so that a busy machine is no fault of the program."""

Test = Callable[[], None]


@dataclass
class Run:
    """What became of one test on request; `slowest` is the longest that the program took, in seconds."""

    name: str
    examples: int = 0
    seconds: float = 0.0
    slowest: float = 0.0


RUNS: list[Run] = []
"""One for each test that was run on request, the one that is running last."""


def examples(sample: int, most: int | None = None) -> Callable[[Any], Test]:
    """Runs a test with `sample` examples; on request with those that are wanted, of dear examples at most `most`."""

    def decorated(test: Any) -> Test:
        if not WANTED:
            return settings(max_examples=sample, derandomize=True)(test)
        return _on_request(test, min(WANTED, most or WANTED))

    return decorated


def _on_request(test: Any, wanted: int) -> Test:
    test = settings(
        max_examples=min(wanted, CHOSEN),
        derandomize=False,
        database=InMemoryExampleDatabase(),
        suppress_health_check=list(HealthCheck),
    )(test)

    def run() -> None:
        tally = Run(test.__name__)
        RUNS.append(tally)
        test()
        one, chance = test.hypothesis.fuzz_one_input, random.Random()
        before = time.perf_counter()
        try:
            while tally.examples < wanted:
                # An example that wants more bytes than there are is none.
                tally.examples += one(chance.randbytes(BYTES)) is not None
        except Exception:
            test()  # finds the failure in its database, makes it small and tells it
            raise
        finally:
            tally.seconds = time.perf_counter() - before

    run.__name__, run.__doc__, run.__module__ = test.__name__, test.__doc__, test.__module__
    return run


@contextmanager
def at_once() -> Iterator[None]:
    """What is done within may not take long."""
    before = time.thread_time()
    yield
    taken = time.thread_time() - before
    if RUNS:
        RUNS[-1].slowest = max(RUNS[-1].slowest, taken)
    assert taken < MOST_SECONDS


def pieces(choices: Sequence[str], least: int, most: int) -> st.SearchStrategy[list[str]]:
    """From `least` to `most` of at most 256 choices, in one draw: a list of `sampled_from` has a draw for each."""
    return st.binary(min_size=least, max_size=most).map(lambda drawn: [choices[n % len(choices)] for n in drawn])


def rows(columns: Sequence[Sequence[str]], least: int, most: int) -> st.SearchStrategy[list[list[str]]]:
    """From `least` to `most` rows of one choice for each column, in one draw too."""
    width = len(columns)

    def cut(drawn: bytes) -> list[list[str]]:
        cells = [columns[at % width][n % len(columns[at % width])] for at, n in enumerate(drawn)]
        return [cells[at : at + width] for at in range(0, len(cells) - width + 1, width)]

    return st.binary(min_size=least * width, max_size=most * width).map(cut)


def spoilt(data: bytes, drawn: bytes) -> bytes:
    """The bytes with a change for every three that were drawn: some of them changed, cut out, doubled, put in."""
    for what, high, low in zip(drawn[::3], drawn[1::3], drawn[2::3], strict=False):
        # Every other change is at the front, where a small part decides much.
        at = (high * 256 + low if what % 2 else low) % max(len(data), 1)
        length = 1 + low % 5
        match what // 2 % 6:
            case 0 | 1:
                data = data[:at] + bytes(byte ^ (1 << what // 16 % 8) for byte in data[at : at + 1]) + data[at + 1 :]
            case 2:
                data = data[:at] + data[at + length :]
            case 3:
                data = data[:at] + data[at : at + length] + data[at:]
            case 4:
                data = data[:at] if what & 64 else data + bytes(length)
            case 5:
                data = data[:at] + bytes([high, low] * length) + data[at + 2 * length :]
    return data
