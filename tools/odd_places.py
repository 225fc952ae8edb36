"""Tries the frozen program where nothing is as at home: `python tools/odd_places.py [FOLDER]`.

In each place the program's own self-test has to pass, and nothing may be written beside the program. Standard library
only. Where this runs as root, a folder that can't be written is tried as nobody, since root may write anywhere.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WINDOWS = sys.platform == "win32"
PROGRAM = "neutrogui-cli.exe" if WINDOWS else "neutrogui"

NOBODY = 65534
AWKWARD = ("with spaces", "hash #1", "100 % sure", "größer ≥ 中文 é", "what's (this) & that; [x] {y}", "d" * 100)
LEAST = ("SYSTEMROOT", "TEMP", "TMP") if WINDOWS else ()
"""Without these variables no program runs."""


@dataclass(frozen=True, slots=True)
class Odd:
    """How a call differs from one at home: the folder's name, variables, and what is done to the folder before."""

    name: str
    folder: str = "neutrogui"
    variables: dict[str, str] = field(default_factory=dict)
    is_read_only: bool = False
    is_portable: bool = False
    through_link: bool = False


PLACES = (
    *(Odd(f"a folder named “{name[:30]}”", name) for name in AWKWARD),
    Odd("no home and hardly a variable"),
    Odd("a home that is not there", variables={"HOME": "/nowhere", "USERPROFILE": "Q:\\nowhere", "APPDATA": "Q:\\x"}),
    Odd("a locale with a comma in its numbers", variables={"LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"}),
    Odd("a locale with its own digits", variables={"LANG": "ar_EG.UTF-8", "LC_ALL": "ar_EG.UTF-8"}),
    Odd("a locale without Unicode", variables={"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"}),
    Odd("variables that are meant for another Python", variables={"PYTHONHOME": "/nowhere", "PYTHONPATH": "/nowhere"}),
    Odd("a folder that can’t be written", is_read_only=True),
    Odd("a portable program in a folder that can’t be written", is_read_only=True, is_portable=True),
    Odd("a portable program", is_portable=True),
    *(() if WINDOWS else (Odd("a link to the program", through_link=True),)),
)


def main() -> int:
    """Try every place and tell what was seen; 1 when one failed."""
    program = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist" / "neutrogui"
    if not (program / PROGRAM).is_file():
        print(f"There is no frozen program in {program}. `make build` makes one.", file=sys.stderr)
        return 1
    failures = 0
    for odd in PLACES:
        with placed(program, odd) as executable:
            trouble = tried(executable, odd)
        failures += bool(trouble)
        print(f"FAILED  {odd.name}: {trouble}" if trouble else f"passed  {odd.name}", flush=True)
    return 1 if failures else 0


@contextmanager
def placed(program: Path, odd: Odd) -> Iterator[Path]:
    """The program in a folder of its own, beside the one that it was made in."""
    base = Path(tempfile.mkdtemp(prefix="odd-", dir=program.parent))
    base.chmod(0o755)
    folder = base / odd.folder
    try:
        shutil.copytree(program, folder, symlinks=True, copy_function=linked)
        if odd.is_portable:
            (folder / "portable").touch()
        if odd.is_read_only:
            set_writable(folder, False)
        executable = folder / PROGRAM
        if odd.through_link:
            (base / "link").symlink_to(executable)
            executable = base / "link"
        yield executable
    finally:
        set_writable(folder, True)
        shutil.rmtree(base)


def linked(source: str, target: str) -> None:
    """The same bytes under another name, without a second copy where that can be had."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def set_writable(folder: Path, writable: bool) -> None:
    """Whether anything may be made in a folder and those below it; files are shared, so they are left alone."""
    for each in (folder, *(path for path in folder.rglob("*") if path.is_dir() and not path.is_symlink())):
        each.chmod(0o755 if writable else 0o555)


def tried(executable: Path, odd: Odd) -> str:
    """What went wrong there; the empty text when nothing did."""
    folder = executable.resolve().parent
    before = listing(folder)
    variables = {name: os.environ[name] for name in LEAST if name in os.environ} | odd.variables
    as_nobody = not WINDOWS and odd.is_read_only and os.geteuid() == 0
    done = subprocess.run(
        [str(executable), "self-test", "--json"],
        cwd=executable.parent.parent,
        env=variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=300,
        check=False,
        user=NOBODY if as_nobody else None,
        group=NOBODY if as_nobody else None,
    )
    try:
        checks = json.loads(done.stdout.decode("utf-8"))["checks"]
    except (ValueError, KeyError):
        return f"no answer: {done.stderr.decode('utf-8', 'replace')[-500:]}"
    failed = [f"{check['name']}: {check['detail']}" for check in checks if not check["ok"]]
    if failed or done.returncode:
        return f"status {done.returncode}; {'; '.join(failed)}"
    left = listing(folder) - before
    return f"left behind: {', '.join(sorted(left))}" if left else ""


def listing(folder: Path) -> set[str]:
    """Every path below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


if __name__ == "__main__":
    sys.exit(main())
