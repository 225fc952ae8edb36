"""`python -m neutrogui.authoring`, as `make content` calls it."""

from pathlib import Path

import pytest

from neutrogui.authoring.__main__ import compile_content, main


def spoil(source: Path) -> None:
    path = source / "entries/conditions/splenomegaly.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("kind: condition", "kind: disease").replace("2026-11-20", "today"), encoding="utf-8")


def test_right_content_is_written(sample_source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "deep" / "target"
    assert main(["--source", str(sample_source), "--target", str(target)]) == 0
    assert {path.name for path in target.iterdir()} == {"content.sqlite", "content.sha256"}
    said = capsys.readouterr()
    assert str(target) in said.out
    assert said.err == ""


def test_mistakes_are_told_one_a_line_and_nothing_is_written(
    sample_source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(sample_source)
    target = tmp_path / "target"
    assert main(["--source", str(sample_source), "--target", str(target)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    *mistakes, closing = said.err.splitlines()
    file = sample_source / "entries/conditions/splenomegaly.md"
    assert [line.partition(": ")[0] for line in mistakes] == [f"{file}:3", f"{file}:6"]
    assert "nothing was written" in closing
    assert not target.exists()


def test_checking_writes_nothing(sample_source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "target"
    assert main(["--source", str(sample_source), "--target", str(target), "--check"]) == 0
    assert not target.exists()
    spoil(sample_source)
    assert main(["--source", str(sample_source), "--target", str(target), "--check"]) == 1
    assert not target.exists()
    assert "splenomegaly.md:3" in capsys.readouterr().err


def test_the_released_content_is_checked_by_default(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0, capsys.readouterr().err
    assert capsys.readouterr().out


def test_a_source_that_is_not_there_is_told(tmp_path: Path) -> None:
    problems = compile_content(tmp_path / "nowhere", tmp_path / "target")
    assert any("edition.yaml" in problem for problem in problems)
    assert not (tmp_path / "target").exists()
