"""Lets one copy of the program at a time change a file, on this computer or on a share."""

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

PATIENCE = 3.0
"""Seconds that a copy waits for another; a change takes some thousandths."""

_PAUSE = 0.02


class Busy(Exception):
    """Another copy of the program has held the file for longer than anybody should wait."""


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """While the block runs, no other copy of the program runs such a block for `path`.

    The system locks an empty file beside it, which stays there: to remove it would let a third copy lock a file that a
    second still waits for. However a copy ends, its lock ends with it. Raises `Busy` after `PATIENCE`, and `OSError`
    where the file can't be made. Where a share knows no locks the block runs without one.
    """
    with path.with_name(f"{path.name}.lock").open("ab") as file:
        until = time.monotonic() + PATIENCE
        while not _lock(file.fileno()):
            if time.monotonic() > until:
                raise Busy
            time.sleep(_PAUSE)
        try:
            yield
        finally:
            _unlock(file.fileno())


@contextmanager
def alone_if_possible(path: Path) -> Iterator[bool]:
    """The same for what may not fail: gives whether the block runs alone, and runs it in any case."""
    with ExitStack() as stack:
        try:
            stack.enter_context(alone(path))
        except (Busy, OSError):
            is_alone = False
        else:
            is_alone = True
        yield is_alone


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        """Take the lock if nobody has it; whether to go on."""
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        except OSError:
            return True
        return True

    def _unlock(descriptor: int) -> None:
        """Windows may take its time to let go of what a closed file had locked."""
        try:
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
        except OSError:
            return

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        """Take the lock if nobody has it; whether to go on."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):  # the second from shares, whose locks are of another kind
            return False
        except OSError:
            return True
        return True

    def _unlock(_: int) -> None:
        """Closing the file does it."""
