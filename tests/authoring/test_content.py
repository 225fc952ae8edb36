"""One mistake anywhere in the sources, and it is named with file and line, and nothing is written."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from neutrogui.authoring.__main__ import compile_content
from neutrogui.authoring.content import read_content

FELTY = "entries/conditions/felty-syndrome.md"
SPLEEN = "entries/conditions/splenomegaly.md"
LEVELS = "entries/topics/levels-of-neutropenia.md"
PAPERS = "references/papers.yaml"
EDITION = "edition.yaml"
OUTLINE = "outline.yaml"


def replaced(source: Path, file: str, old: str, new: str) -> None:
    path = source / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def told(source: Path, target: Path) -> list[tuple[str, int, str]]:
    """File, line and message of every mistake; an older compiled file in `target` is left alone."""
    target.mkdir()
    older = {"content.sqlite": b"older", "content.sha256": b"older"}
    for name, data in older.items():
        (target / name).write_bytes(data)
    lines = compile_content(source, target)
    assert lines, "the mistake was not noticed"
    assert {path.name: path.read_bytes() for path in target.iterdir()} == older
    found = []
    for line in lines:
        file, number, message = line.removeprefix(f"{source}/").split(":", 2)
        found.append((file, int(number), message.strip()))
    return found


def test_the_sample_and_the_released_content_are_right(sample_source: Path, content_source: Path) -> None:
    for source in (sample_source, content_source):
        content, mistakes = read_content(source)
        assert mistakes == []
        assert content is not None


# Each case: the file, what stands there, what is put in its place, words on the line that has to be named (counted
# from the top after the change), and words of the message.
MISTAKES = {
    # edition.yaml
    "edition: unknown key": (EDITION, "date:", "colour: red\ndate:", "colour", "unknown key “colour”"),
    "edition: key twice": (EDITION, "date:", "edition: again\ndate:", "again", "“edition” stands twice"),
    "edition: no date": (EDITION, "date: 2026-11-21", "", "edition:", "“date” is missing"),
    "edition: empty": (EDITION, '"sample"', '""', "edition:", "“edition” is empty"),
    "edition: bad date": (EDITION, "2026-11-21", "21.11.2026", "date:", "“21.11.2026” is no date"),
    "edition: no such day": (EDITION, "2026-11-21", "2026-02-29", "date:", "“2026-02-29” is no date"),
    "edition: a list": (EDITION, "date: 2026-11-21", "date: [2026-11-21]", "date:", "“date” is one line of text"),
    # references
    "reference: unknown key": (PAPERS, "  pmid: 12345", "  pmid: 12345\n  isbn: 1", "isbn", "unknown key “isbn”"),
    "reference: key twice": (PAPERS, "  pmid: 12345", "  pmid: 12345\n  year: 2021", "year: 2021", "“year” stands twice"),
    "reference: no year": (PAPERS, "  year: 2021\n", "", "authors: Example Society", "“year” is missing"),
    "reference: empty title": (PAPERS, "  title: A leaflet\n", "  title:\n", "title:\n", "“title” is empty"),
    "reference: id twice": (PAPERS, "unread2022:", "example2020:", "example2020:", "“example2020” stands twice"),
    "reference: bad id": (PAPERS, "unread2022:", "Unread 2022:", "Unread 2022:", "is no id"),
    "reference: bad DOI": (PAPERS, "10.1000/unread", "doi.org/10.1000/unread", "doi.org/", "is no DOI"),
    "reference: DOI with a space": (PAPERS, "10.1000/unread", "10.1000/un read", "un read", "is no DOI"),
    "reference: DOI twice": (
        PAPERS, "10.1000/unread", "10.1182/ASHEDUCATION.v2012.1.174.3798251", "unread2022:", "under “boxer2012” already",
    ),
    "reference: bad PMID": (PAPERS, "pmid: 12345", "pmid: PMC12345", "PMC12345", "is no PMID"),
    "reference: no address": (PAPERS, "  url: https://example.org/leaflet\n", "", "leaflet2021:", "neither doi nor pmid"),
    "reference: unknown reading": (PAPERS, "read: excerpt", "read: skimmed", "skimmed", "“read” is one of"),
    "reference: no mapping": (PAPERS, "unread2022:", "other2022: a paper\nunread2022:", "other2022", "needs authors"),
    "reference: uncited": (
        PAPERS,
        "unread2022:",
        "uncited:\n  {authors: A, title: B, source: C, year: 2020, pmid: 1, read: abstract}\nunread2022:",
        "uncited:",
        "no entry cites “uncited”",
    ),
    "reference: invalid YAML": (PAPERS, "  title: A leaflet", "  title: [A leaflet", "source: Website", "YAML"),
    "reference: tab": (PAPERS, "  title: A leaflet", "\ttitle: A leaflet", "title: A leaflet", "YAML"),
    # An entry's head
    "head: unknown key": (SPLEEN, "checked:", "status: new\nchecked:", "status", "unknown key “status”"),
    "head: key twice": (SPLEEN, "checked:", "title: Spleen\nchecked:", "title: Spleen", "“title” stands twice"),
    "head: no title": (SPLEEN, "title: Splenomegaly\n", "", "kind:", "“title” is missing"),
    "head: empty title": (SPLEEN, "title: Splenomegaly", "title:", "title:", "“title” is empty"),
    "head: empty summary": (
        SPLEEN, "summary: A large spleen holds blood cells back. [@boxer2012]", "summary: ''", "summary", "is empty",
    ),
    "head: unknown kind": (SPLEEN, "kind: condition", "kind: disease", "kind:", "unknown kind “disease”"),
    "head: bad date": (SPLEEN, "2026-11-20", "2026-11-31", "checked:", "“2026-11-31” is no date"),
    "head: date without day": (SPLEEN, "2026-11-20", "2026-11", "checked:", "“2026-11” is no date"),
    "head: unknown tag": (SPLEEN, "checked:", "tags: [chronic, sudden]\nchecked:", "tags:", "unknown tag “sudden”"),
    "head: synonym twice": (
        SPLEEN, "[enlarged spleen, hypersplenism]", "[enlarged spleen, enlarged spleen]", "synonyms", "stands twice",
    ),
    "head: synonyms no list": (
        SPLEEN, "[enlarged spleen, hypersplenism]", "enlarged spleen", "synonyms", "“synonyms” is a list",
    ),
    "head: empty synonym": (SPLEEN, "[enlarged spleen, hypersplenism]", "[a, '']", "synonyms", "“synonyms” is a list"),
    "head: related unknown": (FELTY, "[splenomegaly]", "[spleen]", "related:", "related “spleen” is no other entry"),
    "head: related to itself": (FELTY, "[splenomegaly]", "[felty-syndrome]", "related:", "is no other entry"),
    "head: further unknown": (FELTY, "[unread2022]", "[unread2022, unread2023]", "further:", "“unread2023” is no"),
    "head: further was read": (FELTY, "[unread2022]", "[unread2022, boxer2012]", "further:", "“boxer2012” is no"),
    "head: summary uncited": (
        SPLEEN, "holds blood cells back. [@boxer2012]", "holds blood cells back.", "summary:", "names no reference",
    ),
    "head: detail uncited": (FELTY, "M05.0- [@leaflet2021]", "M05.0-", "ICD-10-CM", "names no reference"),
    "head: detail empty": (FELTY, "ICD-10-CM: M05.0- [@leaflet2021]", "ICD-10-CM:", "ICD-10-CM", "has no value"),
    "head: details no mapping": (
        FELTY, "details:\n  ICD-10-CM: M05.0- [@leaflet2021]", "details: [M05.0-]", "details:", "“label: value” lines",
    ),
    "head: link in the summary": (
        SPLEEN, "A large spleen holds", "A large [organ](organ) holds", "summary:", "leads to “organ”",
    ),
    "head: code in the summary": (SPLEEN, "A large spleen holds", "A `large` spleen holds", "summary:", "“large”"),
    "head: invalid YAML": (SPLEEN, "[enlarged spleen, hypersplenism]", "[enlarged: spleen: x", "summary:", "YAML"),
    "head: a list": (
        SPLEEN,
        "title: Splenomegaly\nkind: condition\nsynonyms: [enlarged spleen, hypersplenism]\n"
        "summary: A large spleen holds blood cells back. [@boxer2012]\nchecked: 2026-11-20",
        "- title",
        "- title",
        "“key: value” lines",
    ),
    "head: none": (SPLEEN, "---\ntitle: Splenomegaly", "title: Splenomegaly", "title:", "begins with its head"),
    "head: not closed": (SPLEEN, "2026-11-20\n---\n", "2026-11-20\n", "---", "begins with its head"),
    # An entry's body
    "body: dangling link": (FELTY, "(splenomegaly) and", "(spleen) and", "*lasting*", "leads to “spleen”, which is no entry"),
    "body: link to a page": (FELTY, "(splenomegaly) and", "(https://example.org) and", "*lasting*", "https://example.org"),
    "body: missing reference": (SPLEEN, "enlarge the spleen. [@boxer2012]", "enlarge it. [@boxer2013]", "boxer2013", "there is no"),
    "body: unread reference": (
        SPLEEN, "enlarge the spleen. [@boxer2012]", "enlarge it. [@unread2022]", "enlarge it", "was not read",
    ),
    "body: malformed citation": (
        SPLEEN, "enlarge the spleen. [@boxer2012]", "enlarge it. [@boxer2012, p. 3]", "p. 3", "is not a list of references",
    ),
    "body: statement uncited": (
        SPLEEN, "enlarge the spleen. [@boxer2012]", "enlarge it. [@boxer2012]\n\nAnd more.", "And more", "names no reference",
    ),
    "body: list uncited": (
        LEVELS, "2. find the row [@example2020]", "2. find the row", "1. find the count", "names no reference",
    ),
    "body: heading out of order": (
        FELTY, "## How the count falls", "## Course\n\nLong. [@boxer2012]\n\n## How the count falls",
        "## How the count falls", "stands after a later heading",
    ),
    "body: heading unknown": (SPLEEN, "## What it is", "## Definition", "## Definition", "a condition has no “Definition”"),
    "body: heading twice": (
        LEVELS, "## How to read them", "## The levels", None, "“The levels” stands twice",
    ),
    "body: heading of another depth": (LEVELS, "## How to read them", "### How to read them", "###", "begin with “## ”"),
    "body: nothing below": (
        SPLEEN, "## What it is", "## What it is\n\n## Course", "## What it is", "nothing stands below “What it is”",
    ),
    "body: none": (
        SPLEEN, "## What it is\n\nMany conditions enlarge the spleen. [@boxer2012]\n", "", "---", "has no “## ” section",
    ),
    "body: words before the first heading": (
        SPLEEN, "## What it is", "Large. [@boxer2012]\n\n## What it is", "Large.", "before the first",
    ),
    "body: short row": (LEVELS, "| **Severe** | below 500 |", "| **Severe** |", "**Severe**", "1 cells, the header 2"),
    "body: long row": (
        LEVELS, "| **Severe** | below 500 |", "| **Severe** | below 500 | 499 |", "**Severe**", "3 cells, the header 2",
    ),
    "body: HTML": (SPLEEN, "Many conditions", "<b>Many</b> conditions", "<b>", "“<b>” cannot be shown"),
    "body: HTML block": (SPLEEN, "Many conditions", "<div>\n</div>\n\nMany conditions", "<div>", "“<div>” cannot be shown"),
    "body: picture": (SPLEEN, "Many conditions", "![x](a.png) Many conditions", "![x]", "cannot be shown"),
    "body: code": (SPLEEN, "Many conditions", "`Many` conditions", "`Many`", "“Many” cannot be shown"),
    "body: code block": (SPLEEN, "Many conditions", "```\ncode\n```\n\nMany conditions", "```", "“code” cannot be shown"),
    # The outline
    "outline: unknown id": (OUTLINE, "- acute-leukaemia", "- acute-leukemia", "acute-leukemia", "no entry “acute-leukemia”"),
    "outline: id twice": (
        OUTLINE, "        - pain-medicines", "        - pain-medicines\n        - felty-syndrome", None, "stands twice in the same",
    ),
    "outline: no list": (OUTLINE, "    - levels-of-neutropenia", "    levels-of-neutropenia", "    levels", "a list of"),
    "outline: list in a list": (
        OUTLINE, "    - levels-of-neutropenia", "    - - levels-of-neutropenia", "- - levels", "a place is “- id”",
    ),
    "outline: invalid YAML": (OUTLINE, "- By mechanism:", "- By: mechanism: x", "- By:", "YAML"),
}  # fmt: skip

# Where the words of a case stand more than once: which line it is, counted by hand.
LINES = {"body: heading twice": 18, "outline: id twice": 7}

# What these leave behind is missing elsewhere: more is told than the mistake alone.
WITH_CONSEQUENCES = {
    "edition: a list",
    "reference: id twice",
    "reference: bad id",
    "reference: invalid YAML",
    "reference: tab",
    "head: invalid YAML",
    "head: a list",
    "head: none",
    "head: not closed",
    "body: picture",
    "body: code",
    "body: HTML",
    "body: link to a page",
    "body: missing reference",
    "body: unread reference",
    "body: malformed citation",
    "outline: unknown id",
    "outline: no list",
    "outline: list in a list",
    "outline: invalid YAML",
}


@pytest.mark.parametrize("case", MISTAKES)
def test_a_mistake_is_named_with_its_file_and_line_and_nothing_is_written(
    case: str, sample_source: Path, tmp_path: Path
) -> None:
    file, old, new, needle, message = MISTAKES[case]
    replaced(sample_source, file, old, new)
    if needle is None:
        line = LINES[case]
    else:
        lines = (sample_source / file).read_text(encoding="utf-8").splitlines(keepends=True)
        line = [number for number, text in enumerate(lines, 1) if needle in text][-1 if case in LAST else 0]
    found = told(sample_source, tmp_path / "target")
    assert any((f, n) == (file, line) and message in m for f, n, m in found), found
    if case not in WITH_CONSEQUENCES:
        assert len(found) == 1, found


# The words stand on several lines, and the last of them is meant.
LAST = {"reference: id twice"}


# Mistakes of whole files


def not_utf8(source: Path) -> tuple[str, int]:
    data = (source / SPLEEN).read_bytes()
    (source / SPLEEN).write_bytes(data.replace(b"Many conditions", b"Many \xe4ndere conditions"))
    return SPLEEN, data[: data.index(b"Many conditions")].count(b"\n") + 1


def same_entry_in_two_folders(source: Path) -> tuple[str, int]:
    shutil.copy(source / SPLEEN, source / "entries/topics/splenomegaly.md")
    return "entries/topics/splenomegaly.md", 1


def same_reference_in_two_files(source: Path) -> tuple[str, int]:
    shutil.copy(source / PAPERS, source / "references/zz.yaml")
    return "references/zz.yaml", 1


def entry_not_in_outline(source: Path) -> tuple[str, int]:
    text = (source / SPLEEN).read_text(encoding="utf-8")
    (source / "entries/conditions/spleen.md").write_text(text, encoding="utf-8")
    return "entries/conditions/spleen.md", 1


def name_no_id(source: Path) -> tuple[str, int]:
    (source / SPLEEN).rename(source / "entries/conditions/Splenomegaly.md")
    return "entries/conditions/Splenomegaly.md", 1


def empty_references(source: Path) -> tuple[str, int]:
    (source / "references/zz.yaml").write_text("# nothing\n", encoding="utf-8")
    return "references/zz.yaml", 1


def references_no_mapping(source: Path) -> tuple[str, int]:
    (source / "references/zz.yaml").write_text("\n- one\n", encoding="utf-8")
    return "references/zz.yaml", 2


def no_outline(source: Path) -> tuple[str, int]:
    (source / OUTLINE).unlink()
    return OUTLINE, 1


def no_edition(source: Path) -> tuple[str, int]:
    (source / EDITION).unlink()
    return EDITION, 1


@pytest.mark.parametrize(
    "spoil",
    [
        not_utf8,
        same_entry_in_two_folders,
        same_reference_in_two_files,
        entry_not_in_outline,
        name_no_id,
        empty_references,
        references_no_mapping,
        no_outline,
        no_edition,
    ],
    ids=lambda spoil: spoil.__name__,
)
def test_a_file_that_is_wrong_as_a_whole_is_named(
    spoil: Callable[[Path], tuple[str, int]], sample_source: Path, tmp_path: Path
) -> None:
    place = spoil(sample_source)
    assert place in [(file, line) for file, line, _ in told(sample_source, tmp_path / "target")]


def test_an_empty_folder_is_no_content(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = told(tmp_path / "empty", tmp_path / "target")
    assert {file for file, _, _ in found} == {EDITION, OUTLINE}


def test_every_mistake_is_told_at_once_in_the_order_of_files_and_lines(sample_source: Path, tmp_path: Path) -> None:
    replaced(sample_source, PAPERS, "10.1000/unread", "unread")
    replaced(sample_source, SPLEEN, "kind: condition", "kind: disease")
    replaced(sample_source, SPLEEN, "2026-11-20", "today")
    replaced(sample_source, EDITION, "2026-11-21", "today")
    found = [(file, line) for file, line, _ in told(sample_source, tmp_path / "target")]
    assert found == [(EDITION, 2), (SPLEEN, 3), (SPLEEN, 6), (PAPERS, 28)]


# What is no mistake


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (SPLEEN, "checked: 2026-11-20", "review: Reviewed by a clinician\nchecked: 2024-02-29"),
        (SPLEEN, "[enlarged spleen, hypersplenism]", "\n  - 'yes'\n  - 1e3\n  - null"),
        (SPLEEN, "Many conditions", "An ANC <500/µL & more; many conditions"),
        (SPLEEN, "## What it is", "## Course"),
        (OUTLINE, "    - levels-of-neutropenia", "    - levels-of-neutropenia\n    - felty-syndrome"),
        (PAPERS, "doi: 10.1000/unread", "doi: 10.1000/(SICI)1097-0258(19980815)17:15<1661::AID>3.0.CO;2-2"),
    ],
)
def test_what_is_no_mistake_is_accepted(sample_source: Path, file: str, old: str, new: str) -> None:
    replaced(sample_source, file, old, new)
    content, mistakes = read_content(sample_source)
    assert mistakes == []
    assert content is not None


def test_values_are_taken_as_they_are_written(sample_source: Path) -> None:
    replaced(sample_source, SPLEEN, "[enlarged spleen, hypersplenism]", "[yes, 1e3, 2026-01-01, 010]")
    content, _ = read_content(sample_source)
    assert content is not None
    (spleen,) = (entry for entry in content.entries if entry.id == "splenomegaly")
    assert spleen.synonyms == ("yes", "1e3", "2026-01-01", "010")


def test_windows_line_ends_make_no_difference(sample_source: Path) -> None:
    expected, _ = read_content(sample_source)
    for path in (sample_source / FELTY, sample_source / PAPERS, sample_source / OUTLINE):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_content(sample_source) == (expected, [])


def test_references_are_numbered_in_the_order_in_which_an_entry_first_names_them(sample_source: Path) -> None:
    content, _ = read_content(sample_source)
    assert content is not None
    (felty,) = (entry for entry in content.entries if entry.id == "felty-syndrome")
    assert [reference.id for reference in felty.references] == ["boxer2012", "leaflet2021", "example2020"]
