import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from neutrogui.domain.entry import Items, Paragraph, Run, Table, lines_of, plain
from neutrogui.domain.guide import Code, GuideBlock, Picture, Title, anchor, read_guide

DOCS = Path(__file__).resolve().parents[2] / "docs"
GUIDES = sorted(DOCS.glob("*.md"))


def words_of(block: GuideBlock) -> str:
    match block:
        case Title(_, text, _) | Code(text):
            return text
        case Picture(_, words):
            return words
        case _:
            return "\n".join(plain(line) for line in lines_of(block))


def test_headings_have_a_level_and_an_anchor() -> None:
    assert read_guide("# Guide\n\n## What was tried, and what was not\n") == (
        Title(1, "Guide", "guide"),
        Title(2, "What was tried, and what was not", "what-was-tried-and-what-was-not"),
    )


def test_the_lines_of_a_paragraph_are_one() -> None:
    assert read_guide("One\ntwo.\n\nThree.") == (Paragraph((Run("One two."),)), Paragraph((Run("Three."),)))


def test_styles_within_a_line() -> None:
    (paragraph,) = read_guide("Press **Save**, *then* type `a * b` here.")
    assert paragraph == Paragraph(
        (
            Run("Press "),
            Run("Save", strong=True),
            Run(", "),
            Run("then", emphasis=True),
            Run(" type "),
            Run("a * b", strong=True),
            Run(" here."),
        )
    )


def test_an_asterisk_alone_is_a_sign() -> None:
    assert read_guide("2 * 3 * 4 and a*b*c") == (Paragraph((Run("2 * 3 * 4 and a*b*c"),)),)


def test_only_links_that_lead_somewhere_in_the_program_stay() -> None:
    (paragraph,) = read_guide("[a](#there) [`b`](b.md#x) [c](c.md) [d](https://example.org)", ["b.md"])
    runs = [part for part in paragraph.line if part.text.strip()]
    assert [(run.text, run.link) for run in runs if run.link] == [("a", "#there"), ("b", "b.md#x")]
    assert plain(paragraph.line) == "a b c d"


def test_lists_hold_lines_that_go_on() -> None:
    assert read_guide("- one\n  more\n- two\n\n1. first\n2. second") == (
        Items(((Run("one more"),), (Run("two"),))),
        Items(((Run("first"),), (Run("second"),)), ordered=True),
    )


def test_every_row_of_a_table_is_as_long_as_its_header() -> None:
    (table,) = read_guide("| a | b |\n|---|:-:|\n| 1 | 2 |\n| 3 |\n| 4 | 5 | 6 |")
    assert table == Table(
        ((Run("a"),), (Run("b"),)), (((Run("1"),), (Run("2"),)), ((Run("3"),), ()), ((Run("4"),), (Run("5 | 6"),)))
    )


def test_code_is_kept_as_it_is_written() -> None:
    assert read_guide("    neutrogui **tree**\n\n      x\n\n```ini\n[view]\n\n# no heading\n```\nafter") == (
        Code("neutrogui **tree**\n\n  x"),
        Code("[view]\n\n# no heading"),
        Paragraph((Run("after"),)),
    )


def test_a_picture_has_words_for_those_who_do_not_see_it() -> None:
    assert read_guide("![The search box](pictures/search.png)") == (Picture("pictures/search.png", "The search box"),)


def test_a_heading_list_or_table_ends_a_paragraph() -> None:
    kinds = [type(block) for block in read_guide("text\n- item\n\ntext\n| a |\n|---|\n\ntext\n## T\ntext\n```\nx\n```")]
    assert kinds == [Paragraph, Items, Paragraph, Table, Paragraph, Title, Paragraph, Code]


@pytest.mark.parametrize("text", ["| no table", "```", "```\nopen", "#", "####### seven", "![](", "**", "|", "|---|"])
def test_what_is_unfinished_is_shown_and_refuses_nothing(text: str) -> None:
    assert len(read_guide(text)) == 1


_WRITTEN = st.lists(
    st.sampled_from(
        [
            "# ",
            "## ",
            "- ",
            "1. ",
            "    ",
            "```",
            "|",
            "|---|",
            "\n",
            "\n\n",
            " ",
            "**",
            "*",
            "`",
            "[",
            "](#a)",
            "![",
            "w",
        ]
    ),
    max_size=40,
).map("".join)


@given(_WRITTEN)
def test_no_word_is_lost_whatever_is_written(text: str) -> None:
    # The word behind a fence names a language; it alone is not shown.
    shown = "".join(map(words_of, read_guide(text)))
    named = sum(line.count("w") for line in text.expandtabs(4).splitlines() if line.startswith("```"))
    assert text.count("w") - named <= shown.count("w")


# Another program's reading of the project's own guides.


def _told(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """Kind and words of each block as markdown-it reads them; cells and items one by one."""
    kind = ""
    for token in tokens:
        match token.type:
            case "heading_open" | "paragraph_open" | "th_open" | "td_open":
                kind = {"heading_open": token.tag, "paragraph_open": kind or "p"}.get(token.type, "cell")
            case "heading_close" | "paragraph_close" | "th_close" | "td_close":
                kind = ""
            case "list_item_open":
                kind = "item"
            case "inline":
                yield (
                    kind,
                    "".join(child.content if child.type != "softbreak" else " " for child in token.children or []),
                )
            case "fence" | "code_block":
                yield "code", token.content.rstrip("\n")


def _read(blocks: tuple[GuideBlock, ...]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        kind = {Title: "h", Code: "code", Items: "item", Table: "cell"}.get(type(block), "p")
        if isinstance(block, Title):
            kind += str(block.level)
        lines = [plain(line) for line in lines_of(block)] if isinstance(block, Items | Table) else [words_of(block)]
        for line in lines:
            yield kind, line


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_the_guides_are_read_as_another_reader_of_markdown_does(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    told = list(_told(MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)))
    assert list(_read(read_guide(text))) == told


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_every_link_and_picture_of_the_guides_is_there(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        file, _, place = target.partition("#")
        path = DOCS / file if file else guide
        assert path.exists(), target
        if place:
            headings = re.findall(r"^#+ +(.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
            assert place in map(anchor, headings), target


def test_every_guide_begins_with_its_name() -> None:
    for guide in GUIDES:
        titles = [block for block in read_guide(guide.read_text(encoding="utf-8")) if isinstance(block, Title)]
        assert [title.level for title in titles].count(1) == 1
        assert titles[0].level == 1
