"""Saves a finished file whole or not at all."""

import errno
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from neutrogui.domain.language import say

_BESIDE = re.compile(r"\.neutrogui-[0-9a-f]{8}\.part")
"""Names of files that are not whole yet."""

_ABANDONED_AFTER = 24 * 60 * 60
"""Seconds without a change after which nobody writes such a file any more."""


class SavingFailed(Exception):
    """The file was not saved, and nothing was left behind; the message says why and what to do."""


def save(data: bytes, path: Path) -> None:
    """Write `data` to `path`, replacing a file that is there. Raises `SavingFailed`."""
    with writing(path) as file:
        file.write(data)


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """A file to write; when the block ends well it takes the name `path`, replacing a file that is there.

    A link is followed. The bytes are written beside it and are on the disk before they take its name, so nobody ever
    finds half a file. When the block fails nothing is left behind; an `OSError` in it becomes `SavingFailed`. What lies
    there of a process that was killed a day ago or longer is removed.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        beside = target.with_name(f".neutrogui-{secrets.token_hex(4)}.part")
        file = beside.open("xb")
    except OSError as error:
        raise SavingFailed(_reason(error, path)) from error
    except ValueError as error:
        raise SavingFailed(say("This can’t be a file name. Choose another one.")) from error
    try:
        with file:
            _remove_abandoned(target.parent, os.fstat(file.fileno()).st_mtime)
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException as error:
        beside.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise SavingFailed(_reason(error, path)) from error
        raise


def _remove_abandoned(folder: Path, now: float) -> None:
    """`now` is a time of the same file system: a share has a clock of its own."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _BESIDE.fullmatch(entry.name):
                with suppress(OSError):
                    if now - entry.stat(follow_symlinks=False).st_mtime > _ABANDONED_AFTER:
                        Path(entry.path).unlink()


def _reason(error: OSError, path: Path) -> str:
    match error.errno:
        case errno.EACCES | errno.EPERM | errno.EROFS:
            told = say(
                "You may not write “{path}”, or it is open in another program. "
                "Close it there, or choose another folder."
            )
        case errno.ENOSPC | errno.EDQUOT:
            told = say("There is no room left for “{path}”. Free some space, or choose another disk.")
        case errno.ENOENT | errno.ENOTDIR:
            told = say("There is no folder “{folder}”. Choose a folder that exists.")
        case errno.EISDIR:
            told = say("“{path}” is a folder. Choose a file name.")
        case errno.ENAMETOOLONG:
            told = say("The file name is too long. Choose a shorter one.")
        case _:
            told = say("“{path}” could not be saved: {reason}. Choose another place.")
    return told.format(path=path, folder=path.parent, reason=error.strerror or error)
