"""Tables of medicines: what becomes of them, and how their mistakes are named."""

from pathlib import Path

import pytest

from neutrogui.authoring.content import read_content
from neutrogui.domain.entry import Citation, Entry, Kind, Paragraph, plain

TABLE = """\
class: antithyroid-medicines
medicines:
  thiamazole:
    title: Thiamazole
    synonyms: [methimazole, MMI]
    summary: Slows the *thyroid* down. [@boxer2012]
    tags: [acute]
    details:
      Not to be confused with: carbamazepine [@leaflet2021]
    what: A medicine of the [thyroid](antithyroid-medicines). [@boxer2012]
    frequency: >-
      Mostly in the first months: see
      the label. [@leaflet2021; @boxer2012]
    action: It is stopped. [@boxer2012]
    related: [felty-syndrome]
    checked: 2026-11-21
    further: [unread2022]
  benzylthiouracil:
    title: benzylthiouracil
    summary: An old medicine. [@boxer2012]
    what: A medicine. [@boxer2012]
    mechanism: Not known. [@boxer2012]
    monitoring: No schedule. [@boxer2012]
    checked: 2026-11-21
"""


def write_table(source: Path, text: str, name: str = "antithyroid-medicines") -> None:
    folder = source / "medicines"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def compiled(source: Path) -> dict[str, Entry]:
    content, mistakes = read_content(source)
    assert mistakes == []
    assert content is not None
    return {entry.id: entry for entry in content.entries}


def mistakes_of(source: Path) -> list[tuple[str, int, str]]:
    content, mistakes = read_content(source)
    assert content is None
    return [(mistake.file, mistake.line, mistake.message) for mistake in mistakes]


def test_a_row_becomes_an_ordinary_entry(sample_source: Path) -> None:
    write_table(sample_source, TABLE)

    entry = compiled(sample_source)["thiamazole"]

    assert (entry.title, entry.kind, entry.checked_on) == ("Thiamazole", Kind.MEDICINE, "2026-11-21")
    assert entry.synonyms == ("methimazole", "MMI")
    assert entry.tags == ("acute",)
    assert plain(entry.summary, citations=True) == "Slows the thyroid down.[1]"
    assert [(d.label, plain(d.value)) for d in entry.details] == [("Not to be confused with", "carbamazepine")]
    assert [reference.id for reference in entry.references] == ["boxer2012", "leaflet2021"]
    assert [reference.id for reference in entry.further] == ["unread2022"]
    assert entry.related == (
        ("felty-syndrome", "Felty syndrome"),
        ("antithyroid-medicines", "Antithyroid medicines"),
    )


def test_its_fields_are_sections_in_reading_order(sample_source: Path) -> None:
    write_table(sample_source, TABLE)

    entries = compiled(sample_source)

    assert [section.heading for section in entries["thiamazole"].sections] == [
        "What it is",
        "How often and when",
        "What is done",
    ]
    assert [section.heading for section in entries["benzylthiouracil"].sections] == [
        "What it is",
        "How the count falls",
        "Monitoring",
    ]
    (block,) = entries["thiamazole"].sections[1].blocks
    assert isinstance(block, Paragraph)
    assert plain(block.line) == "Mostly in the first months: see the label."
    assert block.line[-1] == Citation((1, 2))


def test_medicines_stand_below_each_place_of_their_class_in_alphabetical_order(sample_source: Path) -> None:
    write_table(sample_source, TABLE)
    outline = sample_source / "outline.yaml"
    outline.write_text(
        outline.read_text("utf-8") + "- Once more:\n    - antithyroid-medicines:\n        - splenomegaly\n"
    )

    content, mistakes = read_content(sample_source)

    assert mistakes == []
    assert content is not None
    below = [
        [child.title for child in place.children]
        for place in content.outline.walk()
        if place.entry_id == "antithyroid-medicines"
    ]
    assert below == [["benzylthiouracil", "Thiamazole"], ["Splenomegaly", "benzylthiouracil", "Thiamazole"]]
    paths = {entry.id: entry.paths for entry in content.entries}
    assert paths["thiamazole"] == (
        ("By type", "Acquired neutropenia", "Antithyroid medicines"),
        ("Once more", "Antithyroid medicines"),
    )


@pytest.mark.parametrize(
    ("written", "instead", "line", "message"),
    [
        ("class: antithyroid-medicines\n", "", 1, "“class” is missing"),
        ("class: antithyroid-medicines", "class: antithyroids", 1, "there is no entry “antithyroids”"),
        ("  thiamazole:", "  Thiamazole:", 3, "“Thiamazole” is no id: small letters, digits, hyphens"),
        (
            "  thiamazole:",
            "  felty-syndrome:",
            3,
            "entry “felty-syndrome” stands in entries/conditions/felty-syndrome.md too",
        ),
        ("  benzylthiouracil:", "  thiamazole:", 18, "“thiamazole” stands twice"),
        ("    what: A medicine. [@boxer2012]\n", "", 19, "“what” is missing"),
        ("    tags: [acute]", "    tag: [acute]", 7, "unknown key “tag”; known are title, summary, what, checked"),
        ("    tags: [acute]", "    tags: [sudden]", 7, "unknown tag “sudden”"),
        (
            "    mechanism: Not known. [@boxer2012]",
            "    mechanism: Not known.",
            22,
            "this statement names no reference",
        ),
        (
            "    mechanism: Not known. [@boxer2012]",
            "    mechanism: [Not known.]",
            22,
            "“mechanism” is one line of text",
        ),
        ("    mechanism: Not known. [@boxer2012]", "    mechanism: ''", 22, "“mechanism” is empty"),
        (
            "    mechanism: Not known. [@boxer2012]",
            "    mechanism: Not known. [@nobody]",
            22,
            "there is no reference “nobody”",
        ),
        ("Slows the *thyroid* down. [@boxer2012]", "Slows the thyroid down.", 6, "“summary” names no reference"),
        ("carbamazepine [@leaflet2021]", "carbamazepine", 9, "detail “Not to be confused with” names no reference"),
        ("(antithyroid-medicines)", "(nowhere)", 10, "a link leads to “nowhere”, which is no entry"),
        ("related: [felty-syndrome]", "related: [thiamazole]", 15, "related “thiamazole” is no other entry"),
        ("2026-11-21\n    further", "today\n    further", 16, "“today” is no date such as 2026-11-21"),
    ],
)
def test_every_mistake_is_named_with_file_and_line(
    sample_source: Path, written: str, instead: str, line: int, message: str
) -> None:
    assert written in TABLE
    write_table(sample_source, TABLE.replace(written, instead, 1))

    found = mistakes_of(sample_source)

    assert any(
        (file, number) == ("medicines/antithyroid-medicines.yaml", line) and text.startswith(message)
        for file, number, text in found
    ), found


def test_a_table_of_a_class_that_stands_nowhere_names_its_medicines(sample_source: Path) -> None:
    write_table(sample_source, TABLE)
    outline = sample_source / "outline.yaml"
    outline.write_text(outline.read_text("utf-8").replace("        - antithyroid-medicines\n", ""))

    file = "medicines/antithyroid-medicines.yaml"
    assert [(f, line) for f, line, text in mistakes_of(sample_source) if text == "stands nowhere in outline.yaml"] == [
        ("entries/medicines/antithyroid-medicines.md", 1),
        (file, 3),
        (file, 18),
    ]


def test_a_class_has_one_table(sample_source: Path) -> None:
    write_table(sample_source, TABLE)
    write_table(sample_source, TABLE.replace("thiamazole:", "other:").replace("benzyl", "old-"), name="second")

    message = "the medicines of “antithyroid-medicines” stand in another file too"
    assert ("medicines/second.yaml", 1, message) in mistakes_of(sample_source)


def test_a_medicine_named_below_its_class_in_the_outline_too_is_a_mistake(sample_source: Path) -> None:
    write_table(sample_source, TABLE)
    outline = sample_source / "outline.yaml"
    text = outline.read_text("utf-8")
    outline.write_text(text.replace("- antithyroid-medicines\n", "- antithyroid-medicines: [thiamazole]\n"))

    message = "“thiamazole” stands below “antithyroid-medicines” without being named here"
    assert ("outline.yaml", 5, message) in mistakes_of(sample_source)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("- a list\n", 1, "the file holds “key: value” lines"),
        ("class: antithyroid-medicines\nmedicines: [one]\n", 2, "“medicines” holds “id: …” with the medicine below it"),
        ("class: antithyroid-medicines\nmedicines:\n  thiamazole: yes\n", 3, "“thiamazole” needs title, summary"),
    ],
)
def test_a_file_that_is_no_table_is_named(sample_source: Path, text: str, line: int, message: str) -> None:
    write_table(sample_source, text)

    found = mistakes_of(sample_source)

    assert any(number == line and said.startswith(message) for _, number, said in found), found
