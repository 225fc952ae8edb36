"""Saves a finished file whole or not at all."""

import errno
import os
import secrets
from pathlib import Path


class SavingFailed(Exception):
    """The file was not saved, and nothing was left behind; the message says why and what to do."""


def save(data: bytes, path: Path) -> None:
    """Write `data` to `path`, replacing a file that is there; a link is followed.

    The bytes are written beside it and are on the disk before they take its name, so nobody ever finds half a
    file. Raises `SavingFailed`.
    """
    try:
        _replace(data, Path(os.path.realpath(path)))
    except OSError as error:
        raise SavingFailed(_reason(error, path)) from error
    except ValueError as error:
        raise SavingFailed("This can’t be a file name. Choose another one.") from error


def _replace(data: bytes, target: Path) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    beside = target.with_name(f".neutrogui-{secrets.token_hex(4)}.part")
    try:
        _write(data, beside)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _write(data: bytes, path: Path) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _reason(error: OSError, path: Path) -> str:
    match error.errno:
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return (
                f"You may not write “{path}”, or it is open in another program. "
                "Close it there, or choose another folder."
            )
        case errno.ENOSPC | errno.EDQUOT:
            return f"There is no room left for “{path}”. Free some space, or choose another disk."
        case errno.ENOENT | errno.ENOTDIR:
            return f"There is no folder “{path.parent}”. Choose a folder that exists."
        case errno.EISDIR:
            return f"“{path}” is a folder. Choose a file name."
        case errno.ENAMETOOLONG:
            return "The file name is too long. Choose a shorter one."
        case _:
            return f"“{path}” could not be saved: {error.strerror or error}. Choose another place."
