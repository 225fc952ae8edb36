"""Lets one copy of the program at a time change a file, on this computer or on a share."""

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

PATIENCE = 3.0
"""Seconds that a copy waits for another; a change takes some thousandths."""

_PAUSE = 0.02


class Busy(Exception):
    """Another copy of the program has held the file for longer than anybody should wait."""


@contextmanager
def alone(path: Path) -> Iterator[bool]:
    """While the block runs, no other copy of the program runs such a block for `path`; gives whether that is sure.

    The system locks an empty file beside it, which stays there: to remove it would let a third copy lock a file that a
    second still waits for. However a copy ends, its lock ends with it. Raises `Busy` after `PATIENCE`, and `OSError`
    where the file can't be made. On a share that knows no locks the block runs without one, and nothing is sure.
    """
    with path.with_name(f"{path.name}.lock").open("ab") as file:
        is_sure = _taken(file.fileno())
        try:
            yield is_sure
        finally:
            _unlock(file.fileno())


def _taken(descriptor: int) -> bool:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            _lock(descriptor)
        except (BlockingIOError, PermissionError) as error:  # the second from Windows, and from some shares
            if time.monotonic() > until:
                raise Busy from error
            time.sleep(_PAUSE)
        except OSError:
            return False
        else:
            return True


@contextmanager
def alone_if_possible(path: Path) -> Iterator[bool]:
    """The same for what may not fail: the block runs in any case."""
    with ExitStack() as stack:
        try:
            is_sure = stack.enter_context(alone(path))
        except (Busy, OSError):
            is_sure = False
        yield is_sure


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        # Windows may take its time to let go of what a closed file had locked.
        with suppress(OSError):
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(_: int) -> None:
        """Closing the file does it."""
