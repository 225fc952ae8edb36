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


# For each file: what stands there; what is put in its place; the line that has to be named after the change, as words
# that stand on it alone or as a number; and words of the message.
MISTAKES: dict[str, dict[str, tuple[str, str, str | int, str]]] = {
    EDITION: {
        "unknown key": ("date:", "colour: red\ndate:", "colour", "unknown key “colour”"),
        "key twice": ("date:", "edition: again\ndate:", "again", "“edition” stands twice"),
        "no date": ("date: 2026-11-21", "", "edition:", "“date” is missing"),
        "empty": ('"sample"', '""', "edition:", "“edition” is empty"),
        "German date": ("2026-11-21", "21.11.2026", "date:", "“21.11.2026” is no date"),
        "no such day": ("2026-11-21", "2026-02-29", "date:", "“2026-02-29” is no date"),
        "list": ("date: 2026-11-21", "date: [2026-11-21]", "date:", "“date” is one line of text"),
    },
    PAPERS: {
        "unknown key": ("  pmid: 12345", "  pmid: 12345\n  isbn: 1", "isbn", "unknown key “isbn”"),
        "key twice": ("  pmid: 12345", "  pmid: 12345\n  year: 2019", "2019", "“year” stands twice"),
        "no year": ("  year: 2021\n", "", "authors: Example Society", "“year” is missing"),
        "empty title": ("  title: A leaflet\n", "  title:\n", "title:\n", "“title” is empty"),
        "id twice": ("unread2022:", "example2020:", 23, "“example2020” stands twice"),
        "bad id": ("unread2022:", "Unread 2022:", "Unread 2022:", "is no id"),
        "bad DOI": ("10.1000/unread", "doi.org/10.1000/unread", "doi.org/", "is no DOI"),
        "DOI with a space": ("10.1000/unread", "10.1000/un read", "un read", "is no DOI"),
        "DOI twice": (
            "10.1000/unread",
            "10.1182/ASHEDUCATION.v2012.1.174.3798251",
            "unread2022:",
            "under “boxer2012” already",
        ),
        "bad PMID": ("pmid: 12345", "pmid: PMC12345", "PMC12345", "is no PMID"),
        "no address": ("  url: https://example.org/leaflet\n", "", "leaflet2021:", "neither doi nor pmid nor url"),
        "unknown reading": ("read: excerpt", "read: skimmed", "skimmed", "“read” is one of"),
        "no mapping": ("unread2022:", "other2022: a paper\nunread2022:", "other2022", "needs authors"),
        "uncited": (
            "unread2022:",
            "uncited:\n  {authors: A, title: B, source: C, year: 2020, pmid: 1, read: abstract}\nunread2022:",
            "uncited:",
            "no entry cites “uncited”",
        ),
        "open bracket": ("  title: A leaflet", "  title: [A leaflet", "source: Website", "not readable as YAML"),
        "tab": ("  title: A leaflet", "\ttitle: A leaflet", "title: A leaflet", "not readable as YAML"),
    },
    SPLEEN: {
        "unknown key": ("checked:", "status: new\nchecked:", "status", "unknown key “status”"),
        "key twice": ("checked:", "title: Spleen\nchecked:", "title: Spleen", "“title” stands twice"),
        "no title": ("title: Splenomegaly\n", "", "kind:", "“title” is missing"),
        "empty title": ("title: Splenomegaly", "title:", "title:", "“title” is empty"),
        "empty summary": ("A large spleen holds blood cells back. [@boxer2012]", "''", "summary:", "is empty"),
        "unknown kind": ("kind: condition", "kind: disease", "kind:", "unknown kind “disease”"),
        "no such day": ("2026-11-20", "2026-11-31", "checked:", "“2026-11-31” is no date"),
        "no day": ("2026-11-20", "2026-11", "checked:", "“2026-11” is no date"),
        "unknown tag": ("checked:", "tags: [chronic, sudden]\nchecked:", "tags:", "unknown tag “sudden”"),
        "synonym twice": ("hypersplenism]", "enlarged spleen]", "synonyms:", "“enlarged spleen” stands twice"),
        "synonyms no list": ("[enlarged spleen, hypersplenism]", "enlarged", "synonyms:", "“synonyms” is a list"),
        "empty synonym": ("hypersplenism]", "'']", "synonyms:", "“synonyms” is a list"),
        "summary uncited": ("back. [@boxer2012]", "back.", "summary:", "“summary” names no reference"),
        "link in the summary": ("A large spleen", "A large [organ](organ)", "summary:", "leads to “organ”"),
        "code in the summary": ("A large spleen", "A `large` spleen", "summary:", "“large” cannot be shown"),
        "head no YAML": ("[enlarged spleen, hypersplenism]", "[a: b: c", "synonyms:", "not readable as YAML"),
        "head a list": ("title: Splenomegaly", "- title: Splenomegaly", "kind:", "not readable as YAML"),
        "head no mapping": (
            "title: Splenomegaly\nkind: condition\nsynonyms: [enlarged spleen, hypersplenism]\n"
            "summary: A large spleen holds blood cells back. [@boxer2012]\nchecked: 2026-11-20",
            "Splenomegaly", 2, "“key: value” lines",
        ),
        "no head": ("---\ntitle: Splenomegaly", "title: Splenomegaly", 1, "begins with its head"),
        "head not closed": ("2026-11-20\n---\n", "2026-11-20\n", 1, "begins with its head"),
        "missing reference": ("the spleen. [@boxer2012]", "it. [@boxer2013]", "boxer2013", "no reference “boxer2013”"),
        "unread reference": ("the spleen. [@boxer2012]", "it. [@unread2022]", "unread2022", "was not read"),
        "malformed citation": ("the spleen. [@boxer2012]", "it. [@boxer2012, p. 3]", "p. 3", "a list of references"),
        "statement uncited": ("the spleen. [@boxer2012]", "it. [@boxer2012]\n\nMore.", "More.", "names no reference"),
        "heading unknown": ("## What it is", "## Definition", "Definition", "a condition has no “Definition”"),
        "heading empty": ("## What it is", "##", "##", "a heading is empty"),
        "nothing below": ("## What it is", "## What it is\n\n## Course", "What it is", "below “What it is”"),
        "no section": (
            "## What it is\n\nMany conditions enlarge the spleen. [@boxer2012]\n", "", 1, "has no “## ” section",
        ),
        "words before a heading": ("## What it is", "So. [@boxer2012]\n\n## What it is", "So.", "before the first"),
        "HTML": ("Many conditions", "<b>Many</b> conditions", "<b>", "“<b>” cannot be shown"),
        "HTML block": ("Many conditions", "<div>\n</div>\n\nMany conditions", "<div>", "“<div>” cannot be shown"),
        "picture": ("Many conditions", "![x](a.png) Many conditions", "![x]", "“x” cannot be shown"),
        "code": ("Many conditions", "`Many` conditions", "`Many`", "“Many” cannot be shown"),
        "code block": ("Many conditions", "~~~\ncode\n~~~\n\nMany conditions", 11, "“code” cannot be shown"),
    },
    FELTY: {
        "related unknown": ("[splenomegaly]\n", "[spleen]\n", "related:", "related “spleen” is no other entry"),
        "related to itself": ("[splenomegaly]\n", "[felty-syndrome]\n", "related:", "is no other entry"),
        "further unknown": ("[unread2022]", "[unread2022, unread2023]", "further:", "“unread2023” is no reference"),
        "further was read": ("[unread2022]", "[unread2022, boxer2012]", "further:", "“boxer2012” is no reference"),
        "detail uncited": ("M05.0- [@leaflet2021]", "M05.0-", "ICD-10-CM", "names no reference"),
        "detail empty": ("ICD-10-CM: M05.0- [@leaflet2021]", "ICD-10-CM:", "ICD-10-CM", "has no value"),
        "details a list": ("  ICD-10-CM: M05.0- [@leaflet2021]", "  - M05.0-", "M05.0-", "“label: value” lines"),
        "dangling link": ("(splenomegaly) and", "(spleen) and", "*lasting*", "leads to “spleen”, which is no entry"),
        "link to a page": ("(splenomegaly) and", "(https://a.b) and", "*lasting*", "leads to “https://a.b”"),
        "heading out of order": (
            "## How the count falls",
            "## Course\n\nLong. [@boxer2012]\n\n## How the count falls",
            "## How the count falls",
            "stands after a later heading",
        ),
    },
    LEVELS: {
        "list uncited": ("2. find the row [@example2020]", "2. find the row", "1. find", "names no reference"),
        "heading twice": ("## How to read them", "## The levels", 17, "“The levels” stands twice"),
        "deeper heading": ("## How to read them", "### How to read them", "###", "begin with “## ”"),
        "short row": ("| **Severe** | below 500 |", "| **Severe** |", "**Severe**", "1 cells, the header 2"),
        "long row": ("| **Severe** | below 500 |", "| **Severe** | 1 | 2 |", "**Severe**", "3 cells, the header 2"),
    },
    OUTLINE: {
        "unknown id": ("- acute-leukaemia", "- acute-leukemia", "leukemia", "no entry “acute-leukemia”"),
        "id twice": ("- pain-medicines", "- pain-medicines\n        - felty-syndrome", 7, "twice in the same place"),
        "no list": ("    - levels-of-neutropenia", "    levels-of-neutropenia", "levels", "a list of “- ” lines"),
        "list in a list": ("- levels-of-neutropenia", "- - levels-of-neutropenia", "levels", "a place is “- id”"),
        "no YAML": ("- By mechanism:", "- By: mechanism: x", "- By: ", "not readable as YAML"),
    },
}  # fmt: skip

# What is lost with these is missed elsewhere too, so that more than the mistake alone is told.
WITH_CONSEQUENCES = {
    (PAPERS, "id twice"), (PAPERS, "bad id"), (PAPERS, "open bracket"), (PAPERS, "tab"),
    (SPLEEN, "head no YAML"), (SPLEEN, "head a list"), (SPLEEN, "head no mapping"), (SPLEEN, "no head"),
    (SPLEEN, "head not closed"), (SPLEEN, "heading empty"), (SPLEEN, "malformed citation"), (SPLEEN, "HTML"),
    (FELTY, "detail uncited"), (FELTY, "detail empty"), (FELTY, "details a list"), (FELTY, "link to a page"),
    (OUTLINE, "unknown id"), (OUTLINE, "no list"), (OUTLINE, "list in a list"), (OUTLINE, "no YAML"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "case"), [(file, case) for file, cases in MISTAKES.items() for case in cases])
def test_a_mistake_is_named_with_its_file_and_line_and_nothing_is_written(
    file: str, case: str, sample_source: Path, tmp_path: Path
) -> None:
    old, new, place, message = MISTAKES[file][case]
    replaced(sample_source, file, old, new)
    if isinstance(place, str):
        lines = (sample_source / file).read_text(encoding="utf-8").splitlines(keepends=True)
        (place,) = (number for number, line in enumerate(lines, 1) if place in line)
    found = told(sample_source, tmp_path / "target")
    assert any((f, n) == (file, place) and message in m for f, n, m in found), found
    assert (len(found) > 1) == ((file, case) in WITH_CONSEQUENCES), found


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


def test_a_review_is_told_as_it_is_written(sample_source: Path) -> None:
    replaced(sample_source, SPLEEN, "checked:", "review: Reviewed by a haematologist\nchecked:")
    content, _ = read_content(sample_source)
    assert content is not None
    reviews = {entry.id: entry.review for entry in content.entries}
    assert reviews["splenomegaly"] == "Reviewed by a haematologist"
    assert reviews["felty-syndrome"] == "Not yet reviewed by a clinician"


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
