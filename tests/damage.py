"""Random damage to a file, done in its place and undone again."""

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

COUNT = int(os.environ.get("NEUTROGUI_FUZZ", "200"))
"""How often each test does damage: a sample, or as often as is asked for."""

LONGEST_SWAP = 8192


def edits(whole: bytes, count: int, seed: int) -> Iterator[tuple[int, bytes]]:
    """Flipped bits, cut ends and swapped stretches by turns: where it begins, and what stands there instead.

    For a cut that is nothing: the file ends there. Half of the flips are at the front, where a small part decides much.
    """
    chance = random.Random(seed)
    for number in range(count):
        if number % 3 == 0:
            place = chance.randrange(len(whole) if number % 2 else 256)
            yield place, bytes([whole[place] ^ 1 << chance.randrange(8)])
        elif number % 3 == 1:
            yield chance.randrange(len(whole)), b""
        else:
            yield _swap(whole, chance)


def _swap(whole: bytes, chance: random.Random) -> tuple[int, bytes]:
    while True:
        length = chance.randint(1, LONGEST_SWAP)
        first, second = sorted(chance.randrange(len(whole) - length) for _ in range(2))
        length = min(length, second - first)
        one, other = whole[first : first + length], whole[second : second + length]
        if one != other:
            return first, other + whole[first + length : second] + one


@contextmanager
def damaged(path: Path, whole: bytes, edit: tuple[int, bytes]) -> Iterator[None]:
    """The file with the edit done; whole again afterwards."""
    place, instead = edit
    with path.open("r+b", buffering=0) as file:
        if instead:
            file.seek(place)
            file.write(instead)
        else:
            file.truncate(place)
    try:
        yield
    finally:
        with path.open("r+b", buffering=0) as file:
            file.seek(place)
            file.write(whole[place : place + len(instead)] if instead else whole[place:])


def told(edit: tuple[int, bytes]) -> str:
    """The edit, for a failing test's message."""
    place, instead = edit
    return f"cut at {place}" if not instead else f"{len(instead)} bytes changed from {place}"
