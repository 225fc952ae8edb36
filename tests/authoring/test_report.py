"""The content's figures: right for the sample, printed as text and as one JSON object."""

import json
from pathlib import Path

import pytest

from neutrogui.authoring.content import read_content
from neutrogui.authoring.report import LOOKUPS, Report, Share, main, report
from neutrogui.store.library import SqliteLibrary


@pytest.fixture
def figures(sample_source: Path, sample_library: SqliteLibrary, tmp_path: Path) -> Report:
    coverage = tmp_path / "coverage.yaml"
    coverage.write_text(
        "- list: Names\n  source: here\n  rows: [[felty], [metamizole, x], [fel], [spleen xylophone]]\n"
    )
    content, mistakes = read_content(sample_source)
    assert mistakes == []
    assert content is not None
    return report(content, sample_library, coverage, LOOKUPS)


def test_a_name_is_covered_when_all_its_words_stand_in_a_title_or_synonym(figures: Report) -> None:
    covered = figures["Covered: a name or gene is found in a title or synonym"]
    assert covered == {"Names": Share(2, 4, ("fel", "spleen xylophone"))}
    assert str(covered["Names"]) == "2 of 4; missing: fel, spleen xylophone"


def test_entries_are_counted_once_a_way_and_every_statement_has_a_reference(figures: Report) -> None:
    assert sum(number for number in figures["Entries by kind"].values() if isinstance(number, int)) == 7
    assert figures["Statements"]["summaries"] == 7
    assert figures["Statements"]["without a reference"] == 0
    assert figures["Medicines by class"]


def test_statements_are_told_by_how_their_sources_were_read(figures: Report) -> None:
    read = figures["Statement groups by the fullest reading of a source"]
    assert sum(number for number in read.values() if isinstance(number, int)) == figures["Statements"]["groups"]
    assert read["not read"] == 0


def test_the_report_is_one_json_object(capsys: pytest.CaptureFixture[str], content_source: Path) -> None:
    assert main(["--source", str(content_source), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["Statements"]["without a reference"] == 0
    assert set(printed["Look-ups"]["first, while tuning"]) == {"have", "of", "missing"}


def test_mistakes_are_told_instead(capsys: pytest.CaptureFixture[str], sample_source: Path) -> None:
    (sample_source / "edition.yaml").unlink()
    assert main(["--source", str(sample_source)]) == 1
    assert "edition.yaml" in capsys.readouterr().err
