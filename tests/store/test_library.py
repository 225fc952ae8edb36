"""What was written by people comes back whole from the file."""

import json
from datetime import date
from pathlib import Path

import pytest

from neutrogui.authoring.content import Content, read_content
from neutrogui.domain.entry import Citation, Disagreement, Items, Kind, Reference, Run, Section, Table
from neutrogui.domain.library import EntryUnknown, edition_order
from neutrogui.store.codec import line_data, line_from, sections_data, sections_from
from neutrogui.store.library import SqliteLibrary, open_library


def read(folder: Path) -> Content:
    content, mistakes = read_content(folder)
    assert content is not None, mistakes
    return content


def test_a_library_is_opened_from_its_folder(compiled_sample: Path) -> None:
    assert open_library(compiled_sample).edition.name == "sample"


def test_the_edition_tells_name_date_size_and_digest(sample_library: SqliteLibrary, compiled_sample: Path) -> None:
    edition = sample_library.edition
    assert (edition.name, edition.date, edition.entries, edition.references) == ("sample", "2026-11-21", 7, 4)
    assert edition.digest == (compiled_sample / "content.sha256").read_text(encoding="ascii").strip()


def test_every_entry_comes_back_as_it_was_written(sample_library: SqliteLibrary, sample_source: Path) -> None:
    for entry in read(sample_source).entries:
        assert sample_library.entry(entry.id) == entry


def test_every_released_entry_comes_back_as_it_was_written(
    content_library: SqliteLibrary, content_source: Path
) -> None:
    content = read(content_source)
    assert [entry.id for entry in content.entries if content_library.entry(entry.id) != entry] == []
    assert content_library.outline() == content.outline


def test_an_entry_is_whole(sample_library: SqliteLibrary) -> None:
    entry = sample_library.entry("felty-syndrome")
    assert entry.kind is Kind.CONDITION
    assert entry.synonyms == ("Felty's disease", "Chédiak's example")
    assert entry.tags == ("acquired", "chronic", "increased destruction", "altered storage")
    assert entry.summary == (Run("A low count with a large spleen in rheumatoid arthritis."), Citation((1,)))
    (detail,) = entry.details
    assert (detail.label, detail.value) == ("ICD-10-CM", (Run("M05.0-"), Citation((2,))))
    assert entry.sections[0].blocks[0].line == (
        Run("Rheumatoid arthritis with a large "),
        Run("spleen", link="splenomegaly"),
        Run(" and "),
        Run("lasting", emphasis=True),
        Run(" neutropenia."),
        Citation((1, 3)),
    )
    assert entry.sections[1].blocks[1] == Items(((Run("antibodies coat them"),), (Run("the spleen holds them back"),)))
    assert entry.sections[1].blocks[2] == Disagreement(
        (
            Run("Sources differ.", strong=True),
            Run(" One paper names the spleen,"),
            Citation((1,)),
            Run(" another antibodies."),
            Citation((3,)),
        )
    )
    assert [reference.id for reference in entry.references] == ["boxer2012", "leaflet2021", "example2020"]
    assert [reference.id for reference in entry.further] == ["unread2022"]
    assert entry.related == (("splenomegaly", "Splenomegaly"),)
    assert entry.paths == (("By type", "Acquired neutropenia"), ("By mechanism", "Splenomegaly"))
    assert entry.checked_on == "2026-11-21"
    assert entry.review == "Not yet reviewed by a clinician"


def test_a_table_keeps_its_cells(sample_library: SqliteLibrary) -> None:
    (_, table), (steps,) = (section.blocks for section in sample_library.entry("levels-of-neutropenia").sections)
    assert table == Table(
        ((Run("Level"),), (Run("Count"),)),
        (((Run("Mild"),), (Run("1,000 to below 1,500"),)), ((Run("Severe", strong=True),), (Run("below 500"),))),
    )
    assert steps.ordered


def test_the_outline_keeps_the_order_in_which_it_was_written(sample_library: SqliteLibrary) -> None:
    walked = [(place.title, place.entry_id) for place in sample_library.outline().walk()]
    assert walked == [
        ("By type", ""),
        ("Acquired neutropenia", "acquired-neutropenia"),
        ("Felty syndrome", "felty-syndrome"),
        ("Acute leukaemia", "acute-leukaemia"),
        ("Antithyroid medicines", "antithyroid-medicines"),
        ("Pain medicines", "pain-medicines"),
        ("By mechanism", ""),
        ("Splenomegaly", "splenomegaly"),
        ("Felty syndrome", "felty-syndrome"),
        ("Understand", ""),
        ("Levels of neutropenia", "levels-of-neutropenia"),
    ]


def test_all_publications_are_listed(sample_library: SqliteLibrary) -> None:
    references = sample_library.references()
    assert {reference.id for reference in references} == {"boxer2012", "example2020", "leaflet2021", "unread2022"}
    assert all(isinstance(reference, Reference) for reference in references)


@pytest.mark.parametrize(
    "entry_id",
    ["", "felty", "Felty-syndrome", "felty-syndrome ", "' OR 1=1 --", "%", "felty\x00", "\ud800", "x" * 100_000],
)
def test_an_unknown_entry_is_told_in_a_sentence(sample_library: SqliteLibrary, entry_id: str) -> None:
    with pytest.raises(EntryUnknown) as raised:
        sample_library.entry(entry_id)
    assert len(str(raised.value)) < 200


def test_an_entry_survives_the_way_through_json(sample_library: SqliteLibrary) -> None:
    for entry_id in ("felty-syndrome", "levels-of-neutropenia"):
        entry = sample_library.entry(entry_id)
        through = json.loads(json.dumps(sections_data(entry.sections)))
        assert sections_from(through) == entry.sections
        assert line_from(json.loads(json.dumps(line_data(entry.summary)))) == entry.summary


def test_a_section_has_its_text_without_structure(sample_library: SqliteLibrary) -> None:
    _, how = sections_data(sample_library.entry("felty-syndrome").sections)
    assert how["heading"] == "How the count falls"
    assert how["text"] == (
        "Neutrophils are lost in two ways:\n- antibodies coat them\n- the spleen holds them back\n"
        "Sources differ. One paper names the spleen, another antibodies."
    )


def test_a_block_of_a_later_version_is_not_shown_as_something_else() -> None:
    assert sections_from([{"heading": "A", "text": "", "blocks": []}]) == (Section("A", ()),)
    with pytest.raises(ValueError, match="picture"):
        sections_from([{"heading": "A", "text": "", "blocks": [{"kind": "picture"}]}])


def test_the_released_edition_can_be_compared_and_its_date_is_a_date(content_library: SqliteLibrary) -> None:
    assert edition_order(content_library.edition.name)
    assert date.fromisoformat(content_library.edition.date)
