import errno
import os
import sys
from pathlib import Path

import pytest

from neutrogui.handout.saving import SavingFailed, save


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
