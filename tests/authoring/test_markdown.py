"""The small Markdown of the entries: what it gives, and that whatever cannot be shown is named with its line."""

import pytest

from neutrogui.authoring.markdown import Cited, DraftBlock, DraftSection, Parts, Words, read_body, read_line
from neutrogui.authoring.source import Mistake

FILE = "entries/a.md"
FIRST_LINE = 10


def body(text: str) -> tuple[DraftSection, ...]:
    mistakes: list[Mistake] = []
    sections = read_body(text, FILE, FIRST_LINE, mistakes)
    assert mistakes == []
    return sections


def block(text: str) -> DraftBlock:
    (section,) = body(f"## A\n\n{text}\n")
    (only,) = section.blocks
    return only


def line(text: str) -> Parts:
    mistakes: list[Mistake] = []
    parts = read_line(text, FILE, 3, mistakes)
    assert mistakes == []
    return parts


def refused(text: str) -> list[tuple[int, str]]:
    """Line within the text (from 1) and message of every mistake."""
    mistakes: list[Mistake] = []
    read_body(text, FILE, FIRST_LINE, mistakes)
    assert all(mistake.file == FILE and len(mistake.message.splitlines()) == 1 for mistake in mistakes)
    return [(mistake.line - FIRST_LINE + 1, mistake.message) for mistake in mistakes]


def test_words_styles_links_and_citations_are_told_apart() -> None:
    assert line("A **large** *red* [spleen](splenomegaly), see [@boxer2012; @hiv2020].") == (
        Words("A "),
        Words("large", strong=True),
        Words(" "),
        Words("red", emphasis=True),
        Words(" "),
        Words("spleen", link="splenomegaly"),
        Words(", see"),
        Cited(("boxer2012", "hiv2020")),
        Words("."),
    )


def test_styles_can_be_combined() -> None:
    assert line("***both*** **[spleen](splenomegaly)**") == (
        Words("both", strong=True, emphasis=True),
        Words(" "),
        Words("spleen", strong=True, link="splenomegaly"),
    )


def test_no_space_is_left_before_a_citation() -> None:
    assert line("One [@a] two  [@b].") == (Words("One"), Cited(("a",)), Words(" two"), Cited(("b",)), Words("."))
    assert line("**One** [@a]") == (Words("One", strong=True), Cited(("a",)))
    assert line("**One.** Two. [@a]") == (Words("One.", strong=True), Words(" Two."), Cited(("a",)))


def test_lines_of_a_paragraph_flow_together() -> None:
    assert block("one\ntwo **three**\nfour").rows == (
        ((Words("one two "), Words("three", strong=True), Words(" four")),),
    )
    assert block("one  \ntwo\\\nthree").rows == (((Words("one two three"),),),)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("ANC <500/µL & >100", "ANC <500/µL & >100"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        (r"\*not emphasised\*", "*not emphasised*"),
        ("&lt;500 &amp; more", "<500 & more"),
        ("a [bracket] and [1, 2]", "a [bracket] and [1, 2]"),
        ("snake_case_word", "snake_case_word"),
        ("10.1000/a_b_c", "10.1000/a_b_c"),
    ],
)
def test_signs_that_are_no_marks_stay(written: str, shown: str) -> None:
    assert line(written) == (Words(shown),)


def test_every_kind_of_block_is_known_by_its_mark() -> None:
    assert block("words") == DraftBlock("paragraph", (((Words("words"),),),), 12)
    assert block("> words") == DraftBlock("disagreement", (((Words("words"),),),), 12)
    assert block("- one\n- two [@a]").rows == (((Words("one"),),), ((Words("two"), Cited(("a",))),))
    assert block("- one\n- two").kind == "items"
    assert block("1. one\n2. two").kind == "steps"
    table = block("| a | b |\n|---|---|\n| 1 | **2** |\n| \\| | |")
    assert table.kind == "table"
    assert table.rows == (
        ((Words("a"),), (Words("b"),)),
        ((Words("1"),), (Words("2", strong=True),)),
        ((Words("|"),), ()),
    )


def test_a_block_ends_where_it_ends() -> None:
    (section,) = body("## A\n\n- one\n\nwords\n\n| a |\n|---|\n| 1 |\n\n> two\n\n1. three\n\nwords\n")
    assert [b.kind for b in section.blocks] == ["items", "paragraph", "table", "disagreement", "steps", "paragraph"]


def test_sections_and_blocks_know_their_lines() -> None:
    sections = body("\n## A\n\none\n\n- two\n- three\n\n## B\n\n> four\n")
    assert [(section.heading, section.line - FIRST_LINE + 1) for section in sections] == [("A", 2), ("B", 9)]
    assert [b.line - FIRST_LINE + 1 for section in sections for b in section.blocks] == [4, 6, 11]


@pytest.mark.parametrize(
    ("text", "at", "about"),
    [
        ("## A\n\nwords <b>bold</b>\n", 3, "<b>"),
        ("## A\n\n<div>\nwords\n</div>\n\nwords\n", 3, "<div>"),
        ("## A\n\nwords\n\n<!-- hidden -->\n", 5, "<!-- hidden -->"),
        ("## A\n\nwords <br> words\n", 3, "<br>"),
        ("## A\n\nwords\n\n![a spleen](spleen.png)\n", 5, "a spleen"),
        ("## A\n\nwords `code`\n", 3, "code"),
        ("## A\n\nwords\n\n    code\n", 5, "code"),
        ("## A\n\nwords\n\n```\ncode\n```\n", 5, "code"),
        ("## A\n\nwords\n\n***\n", 5, "cannot be shown"),
        ("## A\n\nsee [here](https://example.org)\n", 3, "https://example.org"),
        ("## A\n\nsee <https://example.org>\n", 3, "https://example.org"),
        ("## A\n\nsee [here](Felty Syndrome.md)\n\n[x](Felty.md)\n", 5, "Felty.md"),
        ("## A\n\nsee [here]()\n", 3, "only ids"),
        ("## A\n\nwords [@Boxer2012]\n", 3, "[@Boxer2012]"),
        ("## A\n\nwords\n\nwords [@a, @b]\n", 5, "[@a, @b]"),
        ("## A\n\nwords [@]\n", 3, "[@]"),
        ("## A\n\nwords\n\n[@a]\n", 5, "no words"),
        ("words\n\n## A\n\nwords\n", 1, "before the first"),
        ("## A\n\n## B\n\nwords\n", 1, "nothing stands below “A”"),
        ("## A\n\nwords\n\n## B\n", 5, "nothing stands below “B”"),
        ("# A\n\nwords\n", 1, "“## ”"),
        ("## A\n\nwords\n\n### B\n\nwords\n", 5, "“## ”"),
        ("##\n\nwords\n", 1, "heading is empty"),
        ("## A\n\n- one\n  - two\n", 4, "only plain lines"),
        ("## A\n\n- one\n\n  two\n", 5, "one paragraph"),
        ("## A\n\n> one\n>\n> two\n", 5, "one paragraph"),
        ("## A\n\n> - one\n", 3, "only plain lines"),
        ("## A\n\n| a | b |\n|---|---|\n| 1 |\n", 5, "1 cells, the header 2"),
        ("## A\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | 3 |\n", 6, "3 cells, the header 2"),
        ("## A\n\n| a | b |\n|---|---|\n| 1 | 2 |\nwords\n", 6, "1 cells"),
    ],
)
def test_what_cannot_be_shown_is_named_with_its_line(text: str, at: int, about: str) -> None:
    assert any(number == at and about in message for number, message in refused(text)), refused(text)


def test_a_line_that_looks_like_a_link_definition_is_not_swallowed() -> None:
    assert block("[@a]: words").rows == (((Cited(("a",)), Words(": words")),),)


def test_a_line_of_the_head_names_its_own_line() -> None:
    mistakes: list[Mistake] = []
    read_line("words `code`", FILE, 3, mistakes)
    assert [(mistake.file, mistake.line) for mistake in mistakes] == [(FILE, 3)]


def test_nothing_is_read_from_nothing() -> None:
    assert line("") == ()
    assert body("") == ()
