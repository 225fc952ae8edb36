import importlib
from dataclasses import is_dataclass
from pathlib import Path

from neutrogui import domain
from neutrogui.domain.entry import (
    HEADINGS,
    Citation,
    Detail,
    Disagreement,
    Entry,
    Items,
    Kind,
    Paragraph,
    Reference,
    Run,
    Section,
    Table,
    as_text,
    block_lines,
    plain,
)

PAPER = Reference(
    id="boxer2012",
    authors="Boxer LA.",
    title="How to approach neutropenia.",
    source="Hematology 2012(1):174-182",
    year="2012",
    doi="10.1182/asheducation.V2012.1.174.3798251",
    pmid="23233578",
    read="full text",
)
LEAFLET = Reference("leaflet", "Example Society", "A leaflet", "Website", "2021", url="https://example.org/leaflet")
LINE = (
    Run("Large "),
    Run("spleen", link="splenomegaly"),
    Run(" and ", emphasis=True),
    Run("ulcers", strong=True),
    Citation((1, 2)),
    Run("."),
)


def test_a_reference_is_found_by_its_doi_then_its_pmid_then_its_page() -> None:
    assert PAPER.address == "https://doi.org/10.1182/asheducation.V2012.1.174.3798251"
    by_number = Reference("b", "B", "T", "S", "2020", pmid="12345", url="https://example.org")
    assert by_number.address == "https://pubmed.ncbi.nlm.nih.gov/12345/"
    assert LEAFLET.address == "https://example.org/leaflet"
    assert Reference("b", "B", "T", "S", "2020").address == ""


def test_a_citation_is_one_line_without_doubled_points() -> None:
    assert PAPER.citation == (
        "Boxer LA. How to approach neutropenia. Hematology 2012(1):174-182."
        " doi:10.1182/asheducation.V2012.1.174.3798251, PMID 23233578"
    )
    assert LEAFLET.citation == "Example Society. A leaflet. Website, 2021. https://example.org/leaflet"


def test_a_question_keeps_its_mark_and_the_year_is_named_once() -> None:
    asked = Reference("b", "B C", "Is it low?", "Blood 2020;1:2", "2020", pmid="1")
    assert asked.citation == "B C. Is it low? Blood 2020;1:2. PMID 1"
    assert (
        Reference("b", "B C", "It is!", "Blood 1:2", "2020", pmid="1").citation == "B C. It is! Blood 1:2, 2020. PMID 1"
    )


def test_a_source_that_ends_its_sentence_does_not_end_it_twice() -> None:
    assert Reference("b", "B", "T", "Blood 1:2.", "2020", pmid="1").citation == "B. T. Blood 1:2, 2020. PMID 1"


def test_words_have_no_style_unless_it_is_given() -> None:
    assert Run("words") == Run("words", strong=False, emphasis=False, link="")


def test_a_line_as_text_loses_its_styles_and_keeps_its_citations_if_wanted() -> None:
    assert plain(LINE) == "Large spleen and ulcers."
    assert plain(LINE, citations=True) == "Large spleen and ulcers[1,2]."


def test_every_kind_of_block_has_its_lines() -> None:
    one, two = (Run("one"), Citation((1,))), (Run("two"),)
    assert block_lines(Paragraph(one)) == ["one"]
    assert block_lines(Disagreement(one), citations=True) == ["one[1]"]
    assert block_lines(Items((one, two))) == ["- one", "- two"]
    assert block_lines(Items((one, two), ordered=True), citations=True) == ["1. one[1]", "2. two"]
    assert block_lines(Table((one, two), ((two, one),)), citations=True) == ["one[1] | two", "two | one[1]"]


def test_an_entry_is_copied_whole_with_its_references() -> None:
    entry = Entry(
        id="felty-syndrome",
        title="Felty syndrome",
        kind=Kind.CONDITION,
        summary=(Run("A low count."), Citation((1,))),
        sections=(Section("What it is", (Paragraph(LINE),)), Section("Clues", (Items(((Run("ulcers"),),)),))),
        references=(PAPER, LEAFLET),
        checked_on="2026-11-21",
        synonyms=("Felty", "Felty's"),
        details=(Detail("ICD-10-CM", (Run("M05.0-"), Citation((2,)))),),
        further=(Reference("c", "C", "Unread", "S", "2022", doi="10.1000/1"),),
    )
    assert as_text(entry) == (
        "Felty syndrome\n"
        "\n"
        "A low count.[1]\n"
        "\n"
        "Also called: Felty; Felty's\n"
        "ICD-10-CM: M05.0-[2]\n"
        "\n"
        "What it is\n"
        "Large spleen and ulcers[1,2].\n"
        "\n"
        "Clues\n"
        "- ulcers\n"
        "\n"
        "References\n"
        "1. Boxer LA. How to approach neutropenia. Hematology 2012(1):174-182."
        " doi:10.1182/asheducation.V2012.1.174.3798251, PMID 23233578\n"
        "2. Example Society. A leaflet. Website, 2021. https://example.org/leaflet\n"
        "\n"
        "Further reading (not read for this entry)\n"
        "- C. Unread. S, 2022. doi:10.1000/1\n"
        "\n"
        "Checked against its sources on 2026-11-21. Not yet reviewed by a clinician.\n"
    )


def test_an_entry_without_extras_is_copied_without_empty_headings() -> None:
    entry = Entry("a", "A", Kind.TOPIC, (Run("Summary."),), (), (LEAFLET,), "2026-11-21", review="Reviewed by B")
    text = as_text(entry)
    assert "Also called" not in text
    assert "Further reading" not in text
    assert text.endswith("\n\nChecked against its sources on 2026-11-21. Reviewed by B.\n")


def test_no_record_of_the_domain_can_be_changed() -> None:
    names = sorted(path.stem for path in Path(domain.__path__[0]).glob("[a-z]*.py"))
    modules = [importlib.import_module(f"neutrogui.domain.{name}") for name in names]
    records = {each for module in modules for each in vars(module).values() if is_dataclass(each)}
    assert Entry in records
    assert [record.__name__ for record in records if not record.__dataclass_params__.frozen] == []


def test_conditions_and_medicines_answer_the_same_questions_in_one_order() -> None:
    assert {str(kind): " · ".join(headings) for kind, headings in HEADINGS.items()} == {
        "condition": "What it is · How the count falls · Clues · How it is confirmed · What is done · Course",
        "medicine": "What it is · How the count falls · How often and when · Monitoring · What is done",
    }
    assert [str(kind) for kind in Kind] == ["group", "condition", "medicine", "topic", "question"]
