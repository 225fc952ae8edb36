"""Packs the frozen program to be carried along: `python tools/portable_zip.py [FOLDER [ARCHIVE.zip]]`.

Unpacked anywhere, it keeps all that it writes in a folder beside itself. The same FOLDER and SOURCE_DATE_EPOCH give the
same bytes. Standard library only.
"""

import hashlib
import os
import sys
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAME = "neutrogui"

MARKER = "portable"
MARKER_TEXT = """While this file is here, NeutroGUI keeps its settings, the clinic's details and its log
in the folder "data" beside it. Without it they are kept where this system keeps them
for every user. To update, replace everything but "data".
"""

FIRST_YEAR = (1980, 1, 1, 0, 0, 0)
"""No date in an archive is earlier."""

_REGULAR, _LINK = 0o100000, 0o120000


def main() -> int:
    """Write the archive and name it."""
    arguments = sys.argv[1:]
    program = Path(arguments[0]) if arguments else ROOT / "dist" / NAME
    target = Path(arguments[1]) if len(arguments) > 1 else program.parent / f"{NAME}-portable.zip"
    if not any((program / name).is_file() for name in (NAME, f"{NAME}.exe")):
        print(f"There is no frozen program in {program}. `make build` makes one.", file=sys.stderr)
        return 1
    write(program, target, int(os.environ.get("SOURCE_DATE_EPOCH", "0")))
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB, SHA-256 {hashlib.sha256(target.read_bytes()).hexdigest()}")
    return 0


def write(program: Path, target: Path, when: int) -> None:
    """Write the archive, with every date in it set to `when`, in seconds since 1970."""
    date = max(FIRST_YEAR, time.gmtime(when)[:6])
    files = {path.relative_to(program).as_posix(): path for path in program.rglob("*")}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr(entry(MARKER, date, _REGULAR | 0o644), MARKER_TEXT)
        for name, path in sorted(files.items()):
            if path.is_symlink():
                archive.writestr(entry(name, date, _LINK | 0o777), os.fsencode(path.readlink()))
            elif path.is_file():
                mode = 0o755 if os.access(path, os.X_OK) else 0o644
                archive.writestr(entry(name, date, _REGULAR | mode), path.read_bytes())


def entry(name: str, date: tuple[int, ...], mode: int) -> zipfile.ZipInfo:
    """A file of the archive, in its one folder."""
    info = zipfile.ZipInfo(f"{NAME}/{name}", date)  # type: ignore[arg-type]
    info.create_system = 3  # Unix: elsewhere its kind and rights would not be kept
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = mode << 16
    return info


if __name__ == "__main__":
    sys.exit(main())
