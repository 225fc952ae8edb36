import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from neutrogui.handout.saving import SavingFailed, save

ROOT = Path(__file__).resolve().parents[2]


def test_a_file_is_saved_and_nothing_lies_beside_it(tmp_path: Path):
    path = tmp_path / "Wärter’s sheet.pdf"
    save(b"first", path)
    save(b"second", path)
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_name_may_be_as_long_as_the_system_allows(tmp_path: Path):
    path = tmp_path / ("x" * 251 + ".pdf")
    save(b"data", path)
    assert path.read_bytes() == b"data"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_stays_a_link(tmp_path: Path):
    (tmp_path / "link.pdf").symlink_to(tmp_path / "file.pdf")
    save(b"data", tmp_path / "link.pdf")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "file.pdf").read_bytes() == b"data"


@pytest.mark.skipif(sys.platform == "win32", reason="modes are of POSIX")
def test_the_file_may_be_read_by_whom_the_system_lets_read_new_files(tmp_path: Path):
    (tmp_path / "usual").touch()
    save(b"data", tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").stat().st_mode == (tmp_path / "usual").stat().st_mode


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "no room left"),
        (errno.EDQUOT, "no room left"),
        (errno.EACCES, "may not write"),
        (errno.EROFS, "may not write"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
def test_a_fault_leaves_the_old_file_and_no_half_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: str, step: str
):
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"old")

    def fails(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(*{"open": (Path, "open"), "fsync": (os, "fsync"), "replace": (Path, "replace")}[step], fails)
        with pytest.raises(SavingFailed, match=told) as failure:
            save(b"new", path)
    assert str(failure.value).endswith(".")
    assert [file.name for file in tmp_path.iterdir()] == ["sheet.pdf"]
    assert path.read_bytes() == b"old"


def test_an_interruption_leaves_nothing_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        save(b"data", tmp_path / "sheet.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (".", "is a folder"),
        ("missing/sheet.pdf", "no folder"),
        ("file/sheet.pdf", "no folder"),
        ("x" * 300 + ".pdf", "too long"),
        ("a\0b.pdf", "file name"),
    ],
)
def test_a_place_that_is_none_is_told_in_a_sentence(tmp_path: Path, name: str, told: str):
    (tmp_path / "file").touch()
    with pytest.raises(SavingFailed, match=told):
        save(b"data", tmp_path / name)
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path):
    tmp_path.chmod(0o500)
    with pytest.raises(SavingFailed, match="may not write"):
        save(b"data", tmp_path / "sheet.pdf")
    tmp_path.chmod(0o700)


DAY = 24 * 60 * 60


def test_what_a_killed_process_left_is_removed_after_a_day_and_a_live_ones_file_never(tmp_path: Path):
    left, being_written = tmp_path / ".neutrogui-0123abcd.part", tmp_path / ".neutrogui-89abcdef.part"
    others = [tmp_path / name for name in ("neutrogui-0123abcd.part", ".neutrogui-0123abcd.part.txt", "old.part")]
    for path in (left, being_written, *others):
        path.write_bytes(b"half")
        os.utime(path, (0, path.stat().st_mtime - DAY - 60))
    os.utime(being_written, (0, left.stat().st_mtime + 120))
    save(b"data", tmp_path / "sheet.pdf")
    assert sorted(tmp_path.iterdir()) == sorted([tmp_path / "sheet.pdf", being_written, *others])


def test_a_link_or_folder_of_such_a_name_does_not_hinder_saving(tmp_path: Path):
    (tmp_path / ".neutrogui-0123abcd.part").mkdir()
    os.utime(tmp_path / ".neutrogui-0123abcd.part", (0, 0))
    save(b"data", tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes() == b"data"


def test_a_folder_that_cannot_be_listed_can_be_saved_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def fails(_: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "scandir", fails)
    save(b"data", tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes() == b"data"


STEPS = 200
"""More than the program has lines to go through while it saves."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process that copies itself is of POSIX")
def test_killed_at_any_moment_it_leaves_the_old_file_or_the_new_one(tmp_path: Path):
    # In a process of its own, which has no thread that a copy would lack.
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path), str(STEPS)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    lines = done.stdout.split()
    assert set(lines) == {"old", "new"}
    assert [each.name for each in tmp_path.iterdir()] == ["sheet.pdf"]
    # First nothing has happened, at last all of it; once it is new it stays so.
    assert lines == sorted(lines, reverse=True)
    assert len(lines) > 15


KILLED = """
import os, sys
from pathlib import Path
from neutrogui.handout import saving

folder, steps = Path(sys.argv[1]), int(sys.argv[2])
OLD, NEW = b"o" * 300_000, b"n" * 500_000
path = folder / "sheet.pdf"

def die_after(left):
    def trace(frame, event, argument):
        nonlocal left
        if frame.f_code.co_filename == saving.__file__:
            left -= 1
            if left < 0:
                os._exit(9)
        return trace
    return trace

def save():
    with saving.writing(path) as file:
        for start in range(0, len(NEW), 50_000):
            file.write(NEW[start : start + 50_000])
            saving._reason(OSError(), path)  # a line to be killed at between two pieces

for step in range(steps):
    path.write_bytes(OLD)
    child = os.fork()
    if not child:
        sys.settrace(die_after(step))
        save()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    found = path.read_bytes()
    print({OLD: "old", NEW: "new"}.get(found, "half"))
    for left in folder.glob(".neutrogui-*.part"):
        left.unlink()
    if os.waitstatus_to_exitcode(status) == 0:
        break
else:
    sys.exit("it was never saved")
"""
