"""The small Markdown of the entries: text to blocks, refusing whatever the program has no way to show."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from neutrogui.authoring.source import Mistake

# HTML is read as such so that it can be refused, and not shown as if it were words.
_PARSER = MarkdownIt("commonmark", {"html": True}).enable("table").disable("reference")
_CITATION = re.compile(r"\s*\[(@[^\]]*)\]")
_REFERENCE_ID = re.compile(r"@[a-z0-9-]+")
_ENTRY_ID = re.compile(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Words:
    """Text in one style, or a link to the entry `link`."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """Reference ids, in the order written."""

    ids: tuple[str, ...]


Part = Words | Cited
Parts = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """A block with its line: `kind` is paragraph, disagreement, items, steps or table (header row first)."""

    kind: str
    rows: tuple[tuple[Parts, ...], ...]
    line: int

    def parts(self) -> Iterator[Part]:
        """Every part of it, in reading order."""
        for row in self.rows:
            for cell in row:
                yield from cell


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A heading with the blocks below it."""

    heading: str
    blocks: tuple[DraftBlock, ...]
    line: int


class _Reader:
    """Reads one text; `note` puts down a mistake with its line."""

    def __init__(self, text: str, file: str, first_line: int, mistakes: list[Mistake]) -> None:
        self._lines = text.split("\n")
        self._file = file
        self._first_line = first_line
        self._mistakes = mistakes
        self.line = first_line

    def note(self, message: str) -> None:
        self._mistakes.append(Mistake(self._file, self.line, message))

    def at(self, token: Token) -> None:
        if token.map:
            self.line = token.map[0] + self._first_line

    def source(self, token: Token) -> Iterator[str]:
        """The lines from which a token was read; a mistake noted meanwhile stands on that line."""
        first, end = token.map or (0, 0)
        for number in range(first, end):
            self.line = number + self._first_line
            yield self._lines[number]

    def inline(self, token: Token) -> Parts:
        """The parts of an inline token; citations are taken out of the text, styles and links kept."""
        parts: list[Part] = []
        style = Words("")
        for child in token.children or []:
            match child.type:
                case "text":
                    parts += self._text(child.content, style)
                case "softbreak" | "hardbreak":
                    parts.append(replace(style, text=" "))
                case "strong_open":
                    style = replace(style, strong=True)
                case "strong_close":
                    style = replace(style, strong=False)
                case "em_open":
                    style = replace(style, emphasis=True)
                case "em_close":
                    style = replace(style, emphasis=False)
                case "link_open":
                    target = str(child.attrGet("href") or "")
                    if not _ENTRY_ID.fullmatch(target):
                        self.note(f"a link leads to “{target}”; only ids of entries can be linked to")
                    style = replace(style, link=target)
                case "link_close":
                    style = replace(style, link="")
                case other:
                    self.note(f"“{child.content or other}” cannot be shown: only bold, emphasis and links")
        return _joined(parts)

    def _text(self, text: str, style: Words) -> Iterator[Part]:
        end = 0
        for found in _CITATION.finditer(text):
            if found.start() > end:
                yield replace(style, text=text[end : found.start()])
            ids = [part.strip() for part in found.group(1).split(";")]
            if not all(_REFERENCE_ID.fullmatch(each) for each in ids):
                self.note(f"“[{found.group(1)}]” is not a list of references such as [@boxer2012; @hiv2020]")
            else:
                yield Cited(tuple(each[1:] for each in ids))
            end = found.end()
        if end < len(text):
            yield replace(style, text=text[end:])


def _joined(parts: Sequence[Part]) -> Parts:
    """Neighbours of one style made one; no white space before a citation, at the beginning or at the end."""
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, Words) and isinstance(last, Words) and replace(part, text="") == replace(last, text=""):
            joined[-1] = replace(last, text=last.text + part.text)
        elif isinstance(part, Cited) and isinstance(last, Words):
            joined[-1] = replace(last, text=last.text.rstrip())
            joined.append(part)
        elif part != Words(""):
            joined.append(part)
    if joined and isinstance(joined[0], Words):
        joined[0] = replace(joined[0], text=joined[0].text.lstrip())
    if joined and isinstance(joined[-1], Words):
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip())
    return tuple(part for part in joined if not (isinstance(part, Words) and not part.text))


def read_line(text: str, file: str, line: int, mistakes: list[Mistake]) -> Parts:
    """One line of text with styles, links and citations."""
    reader = _Reader(text, file, line, mistakes)
    tokens = _PARSER.parseInline(text)
    return reader.inline(tokens[0]) if tokens else ()


def read_body(text: str, file: str, first_line: int, mistakes: list[Mistake]) -> tuple[DraftSection, ...]:
    """The sections of an entry's body. `first_line` is the line of the file on which `text` begins."""
    reader = _Reader(text, file, first_line, mistakes)
    sections: list[DraftSection] = []
    blocks: list[DraftBlock] = []
    heading: tuple[str, int] | None = None

    def close() -> None:
        if heading is not None:
            if not blocks:
                mistakes.append(Mistake(file, heading[1], f"nothing stands below “{heading[0]}”"))
            sections.append(DraftSection(heading[0], tuple(blocks), heading[1]))
            blocks.clear()

    tokens = iter(_PARSER.parse(text))
    for token in tokens:
        reader.at(token)
        if token.type == "heading_open":
            title = next(tokens)
            if token.tag != "h2":
                reader.note("headings begin with “## ”")
            close()
            heading = (title.content.strip(), reader.line)
            if not heading[0]:
                reader.note("a heading is empty")
            next(tokens)
            continue
        block = _read_block(token, tokens, reader)
        if block is None:
            continue
        if heading is None:
            mistakes.append(Mistake(file, block.line, "text stands before the first “## ” heading"))
        if not any(isinstance(part, Words) for part in block.parts()):
            mistakes.append(Mistake(file, block.line, "a passage has no words"))
        blocks.append(block)
    close()
    return tuple(sections)


def _read_block(token: Token, tokens: Iterator[Token], reader: _Reader) -> DraftBlock | None:
    line = reader.line
    match token.type:
        case "paragraph_open":
            parts = reader.inline(next(tokens))
            next(tokens)
            return DraftBlock("paragraph", ((parts,),), line)
        case "blockquote_open":
            rows = tuple((parts,) for parts in _inlines(tokens, "blockquote_close", reader))
            if len(rows) != 1:
                reader.note("a passage marked with “> ” is one paragraph")
            return DraftBlock("disagreement", rows[:1], line)
        case "bullet_list_open" | "ordered_list_open":
            rows = tuple((parts,) for parts in _inlines(tokens, token.type.replace("open", "close"), reader))
            return DraftBlock("items" if token.type.startswith("bullet") else "steps", rows, line)
        case "table_open":
            _check_rows(token, reader)
            return DraftBlock("table", tuple(_table_rows(tokens, reader)), line)
        case _:
            shown = token.content.strip().partition("\n")[0]
            reader.note(f"“{shown or token.markup or token.type}” cannot be shown here")
            return None


def _inlines(tokens: Iterator[Token], end: str, reader: _Reader) -> Iterator[Parts]:
    plain = {"paragraph_open", "paragraph_close", "list_item_open", "list_item_close", "inline"}
    paragraphs = 0
    for token in tokens:
        if token.type == end:
            return
        reader.at(token)
        if token.type == "list_item_open":
            paragraphs = 0
        if token.type == "inline":
            paragraphs += 1
            if paragraphs > 1 and end != "blockquote_close":
                reader.note("an item of a list is one paragraph")
            yield reader.inline(token)
        elif token.type not in plain:
            reader.note("a list or a marked passage can hold only plain lines")


def _check_rows(table: Token, reader: _Reader) -> None:
    """Note every row that is not as long as the header: the parser fills short ones up and cuts long ones silently."""
    width = 0
    for line in reader.source(table):
        cells = escapedSplit(line.strip())
        cells = cells[cells[0] == "" : len(cells) - (cells[-1] == "")]
        width = width or len(cells)
        if len(cells) != width:
            reader.note(f"this row has {len(cells)} cells, the header {width}")


def _table_rows(tokens: Iterator[Token], reader: _Reader) -> Iterator[tuple[Parts, ...]]:
    row: list[Parts] = []
    for token in tokens:
        reader.at(token)
        match token.type:
            case "table_close":
                return
            case "inline":
                row.append(reader.inline(token))
            case "tr_close":
                yield tuple(row)
                row = []
