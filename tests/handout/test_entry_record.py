"""A printed entry, read back from its PDF."""

import re
from dataclasses import replace

import pytest
from pdf_reading import footers, plain_text, structure

from neutrogui.bundle import resources
from neutrogui.domain.entry import (
    Citation,
    Detail,
    Disagreement,
    Entry,
    Items,
    Kind,
    Line,
    Paragraph,
    Reference,
    Run,
    Section,
    Table,
)
from neutrogui.domain.handout import Paper
from neutrogui.domain.printable import PrintedEntry
from neutrogui.handout import entry_record, typesetting


def line(text: str, *numbers: int) -> Line:
    return (Run(text), Citation(numbers)) if numbers else (Run(text),)


ENTRY = Entry(
    id="felty-syndrome",
    title="Felty syndrome",
    kind=Kind.CONDITION,
    summary=(
        Run("Neutropenia with "),
        Run("rheumatoid arthritis", link="ra"),
        Run(" and a large spleen."),
        Citation((1,)),
    ),
    sections=(
        Section(
            "What it is",
            (
                Paragraph(
                    (Run("A "), Run("rare", strong=True), Run(" state of "), Run("T cells", emphasis=True), Run("."))
                ),
                Items((line("First clue", 1), line("Second clue", 1, 2))),
                Disagreement(line("Sources differ. One says 0.5 ×10⁹/L, one 1.0 ×10⁹/L.", 2)),
            ),
        ),
        Section(
            "What is done",
            (
                Items((line("Count."), line("Treat.")), ordered=True),
                Table(
                    (line("Medicine"), line("Dose")),
                    ((line("Filgrastim", 2), line("5 µg/kg")), (line("Methotrexate"), line("≥ 7.5 mg"))),
                ),
            ),
        ),
    ),
    references=(
        Reference(
            "r1",
            "Liew PX, Kubes P",
            "The neutrophil’s role",
            "Physiol Rev",
            "2019",
            doi="10.1152/physrev.00012.2018",
            read="abstract",
        ),
        Reference("r2", "Boxer LA", "How to approach neutropenia", "ASH Program", "2012", pmid="23233578"),
    ),
    checked_on="2026-11-21",
    synonyms=("Felty’s syndrome", "FS"),
    details=(Detail("ICD-10-CM", line("M05.0", 2)),),
)


def pdf(entry: Entry, paper: Paper = Paper.A4) -> bytes:
    return typesetting.pdf(entry_record.document(PrintedEntry(entry, "2026.11", paper), resources()))


@pytest.mark.parametrize("paper", Paper)
def test_an_entry_is_printed_whole_and_in_order(paper: Paper):
    text = plain_text(pdf(ENTRY, paper)).replace("\u2060", "")
    order = [
        "Felty syndrome", "Also called: Felty’s syndrome; FS",
        "Neutropenia with rheumatoid arthritis and a large spleen.[1]", "ICD-10-CM", "M05.0[2]",
        "What it is", "A rare state of T cells.", "First clue[1]", "Second clue[1,2]",
        "Sources differ. One says 0.5 ×10⁹/L, one 1.0 ×10⁹/L.[2]",
        "What is done", "Count.", "Treat.", "Medicine", "Dose",
        "Filgrastim[2]", "5 µg/kg", "Methotrexate", "≥ 7.5 mg", "References",
        "Liew PX, Kubes P. The neutrophil’s role. Physiol Rev, 2019. doi:10.1152/physrev.00012.2018. Read: abstract.",
        "Boxer LA. How to approach neutropenia. ASH Program, 2012. PMID 23233578.",
        "Checked against its sources on 21 November 2026. Not yet reviewed by a clinician.",
    ]  # fmt: skip
    place = 0
    for words in order:
        assert words in text[place:], (words, text[place:])
        place = text.index(words, place) + len(words)


def test_its_parts_are_tagged_as_what_they_are():
    whole = structure(pdf(ENTRY))
    assert [heading.text.strip() for heading in whole.all("H1")] == ["Felty syndrome"]
    assert [h.text.strip() for h in whole.all("H2")] == ["What it is", "What is done", "References"]
    (table,) = whole.all("Table")
    assert [cell.text.strip() for cell in table.all("TH")] == ["Medicine", "Dose"]
    assert len(table.all("TD")) == 4
    assert len(whole.all("L")) >= 3


def test_every_page_says_which_entry_edition_and_page_it_is():
    long = replace(ENTRY, sections=ENTRY.sections * 12)
    feet = footers(pdf(long))
    assert len(feet) > 2
    assert feet == [
        f"Felty syndrome NeutroGUI 2026.11 · page {page} of {len(feet)}" for page in range(1, len(feet) + 1)
    ]


@pytest.mark.parametrize("hostile", ['#eval("1")', "*bold* $x$ _y_", "\\", "<b>x</b>", "= Heading", "x" * 3000])
def test_text_is_never_markup(hostile: str):
    entry = replace(
        ENTRY,
        title=hostile,
        summary=line(hostile),
        sections=(Section(hostile, (Paragraph(line(hostile)), Items((line(hostile),)), Disagreement(line(hostile)))),),
        references=(replace(ENTRY.references[0], title=hostile),),
    )  # fmt: skip
    assert plain_text(pdf(entry)).count(hostile) == 7


def test_nothing_but_a_summary_is_an_entry_too():
    bare = replace(ENTRY, sections=(), references=(), synonyms=(), details=())
    text = plain_text(pdf(bare))
    assert re.search("Felty syndrome Neutropenia with .* Checked against", text)
    assert "Also called" not in text
    assert "References" not in text


def test_the_same_entry_is_the_same_file():
    assert pdf(ENTRY) == pdf(replace(ENTRY))


def test_a_reviewed_entry_says_by_whom():
    reviewed = replace(ENTRY, review="Reviewed by Dr A. Example on 2026-12-01")
    assert "Reviewed by Dr A. Example on 2026-12-01." in plain_text(pdf(reviewed))
