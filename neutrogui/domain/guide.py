"""The guides in Help: text written in a small part of Markdown, read into blocks.

The part: headings (`#`), paragraphs, flat lists, tables with one header row, code (indented by four or fenced), and a
picture in a paragraph of its own; within a line `**strong**`, `*emphasis*`, `` `code` `` and `[links](target)`.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from neutrogui.domain.entry import Inline, Items, Line, Paragraph, Run, Table, plain


@dataclass(frozen=True, slots=True)
class Title:
    """A heading: `level` 1 is the guide's own name, of which there is one. `anchor` is what links lead to."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Code:
    """Lines to be typed or written as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture beside the guide; `words` tell what is on it."""

    file: str
    words: str


GuideBlock = Title | Paragraph | Items | Table | Code | Picture


@dataclass(frozen=True, slots=True)
class Page:
    """What stands below a heading of level 1 or 2, to the next such heading."""

    title: Title
    blocks: tuple[GuideBlock, ...]

    def holds(self, anchor: str) -> bool:
        """Whether a link to `anchor` leads here."""
        titles = (self.title, *(block for block in self.blocks if isinstance(block, Title)))
        return anchor in (title.anchor for title in titles)


_TITLE = re.compile(r"(#{1,6}) +(.+)")
_ITEM = re.compile(r"(?:[-*]|(\d+)\.) +")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
_INLINE = re.compile(
    r"`(?P<code>[^`]+)`"
    r"|\*\*(?P<strong>.+?)\*\*(?!\*)"
    r"|(?<![\w*])\*(?P<emphasis>[^\s*](?:[^*]*[^\s*])?)\*(?![\w*])"
    r"|\[(?P<text>(?:`[^`]*`|[^\]`])+)\]\((?P<target>[^)\s]+)\)"
)
_FENCE = "```"
_INDENT = "    "


def read_guide(text: str, guides: Collection[str] = ()) -> tuple[GuideBlock, ...]:
    """The blocks of a guide.

    `guides` are the files that a link may lead to; links within the guide (`#anchor`) stay too, all others become
    plain words. What is not in the small part of Markdown is shown as it is written. Code within a line becomes
    strong: a label has no other way to set it off.
    """
    return _Reader(text, guides).blocks()


def read_pages(text: str, guides: Collection[str] = ()) -> tuple[Page, ...]:
    """A guide page by page, read as by `read_guide`. What stands before a first heading is a page without a name."""
    pages: list[tuple[Title, list[GuideBlock]]] = []
    for block in read_guide(text, guides):
        if isinstance(block, Title) and block.level <= 2:
            pages.append((block, []))
            continue
        if not pages:
            pages.append((Title(1, "", ""), []))
        pages[-1][1].append(block)
    return tuple(Page(title, tuple(blocks)) for title, blocks in pages)


def anchor(heading: str) -> str:
    """What a link to a heading is called: small letters, hyphens for spaces, no other signs."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


class _Reader:
    """Takes line after line."""

    def __init__(self, text: str, guides: Collection[str]) -> None:
        self._lines = text.expandtabs(4).splitlines()
        self._guides = guides
        self._at = 0

    def blocks(self) -> tuple[GuideBlock, ...]:
        found: list[GuideBlock] = []
        while self._at < len(self._lines):
            if self._lines[self._at].strip():
                found.append(self._block())
            else:
                self._at += 1
        return tuple(found)

    def _block(self) -> GuideBlock:
        line = self._lines[self._at]
        if line.startswith(_FENCE):
            self._at += 1
            code = self._take(lambda line: not line.startswith(_FENCE))
            self._at += 1
            return Code("\n".join(code))
        if line.startswith(_INDENT):
            code = self._take(lambda line: line.startswith(_INDENT) or not line.strip())
            return Code("\n".join(line.removeprefix(_INDENT) for line in code).rstrip())
        if title := _TITLE.fullmatch(line.rstrip()):
            self._at += 1
            words = plain(self._inline(title[2]))
            return Title(len(title[1]), words, anchor(words))
        if line.startswith("|") and _is_ruler("".join(self._lines[self._at + 1 : self._at + 2])):
            return self._table()
        if item := _ITEM.match(line):
            return self._items(ordered=item[1] is not None)
        self._at += 1
        paragraph = " ".join(line.strip() for line in (line, *self._take(_is_running_text)))
        if picture := _PICTURE.fullmatch(paragraph):
            return Picture(picture[2], picture[1])
        return Paragraph(self._inline(paragraph))

    def _take(self, wanted: Callable[[str], bool]) -> list[str]:
        """The lines from here on, up to the first that is not wanted."""
        start = self._at
        while self._at < len(self._lines) and wanted(self._lines[self._at]):
            self._at += 1
        return self._lines[start : self._at]

    def _items(self, *, ordered: bool) -> Items:
        items: list[str] = []
        while self._at < len(self._lines):
            line = self._lines[self._at]
            item = _ITEM.match(line)
            if item and (item[1] is not None) == ordered:
                items.append(line[item.end() :].strip())
            elif line.startswith(" ") and line.strip():
                items[-1] += " " + line.strip()
            else:
                break
            self._at += 1
        return Items(tuple(map(self._inline, items)), ordered)

    def _table(self) -> Table:
        header, _, *body = self._take(lambda line: line.startswith("|"))
        width = len(_cells(header))
        rows = (tuple(map(self._inline, _cells(row, width))) for row in body)
        return Table(tuple(map(self._inline, _cells(header))), tuple(rows))

    def _inline(self, text: str, *, strong: bool = False, emphasis: bool = False, link: str = "") -> Line:
        parts: list[Inline] = []
        end = 0
        for found in _INLINE.finditer(text):
            if found.start() > end:
                parts.append(Run(text[end : found.start()], strong, emphasis, link))
            end = found.end()
            if code := found["code"]:
                parts.append(Run(code, strong=True, emphasis=emphasis, link=link))
            elif words := found["strong"]:
                parts += self._inline(words, strong=True, emphasis=emphasis, link=link)
            elif words := found["emphasis"]:
                parts += self._inline(words, strong=strong, emphasis=True, link=link)
            else:
                parts += self._inline(
                    found["text"], strong=strong, emphasis=emphasis, link=self._target(found["target"])
                )
        if end < len(text):
            parts.append(Run(text[end:], strong, emphasis, link))
        return tuple(parts)

    def _target(self, target: str) -> str:
        """Where a link leads to, or nothing if the program has no such place."""
        file, _, _ = target.partition("#")
        return target if not file or file in self._guides else ""


def _is_running_text(line: str) -> bool:
    item = _ITEM.match(line)
    starts_another = line.startswith((_FENCE, "|")) or _TITLE.fullmatch(line.rstrip())
    return bool(line.strip()) and not starts_another and not (item and item[1] in (None, "1"))


def _cells(row: str, width: int = 0) -> list[str]:
    """The cells of a row; with `width` as many: what is too much stays in the last one."""
    cells = row.strip().removeprefix("|").removesuffix("|").split("|", width - 1)
    return [cell.strip() for cell in cells] + [""] * (width - len(cells))


def _is_ruler(row: str) -> bool:
    return bool(re.fullmatch(r"\|(?: *:?-+:? *\|)+", row.rstrip()))
