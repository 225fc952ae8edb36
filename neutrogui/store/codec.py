"""An entry's text to JSON-ready data and back; the same form stands in the content file and in `show --json`."""

from typing import Any

from neutrogui.domain.entry import (
    Block,
    Citation,
    Disagreement,
    Inline,
    Items,
    Line,
    Paragraph,
    Run,
    Section,
    Table,
    block_lines,
)

Data = dict[str, Any]


def _inline_data(inline: Inline) -> Data:
    if isinstance(inline, Citation):
        return {"references": list(inline.numbers)}
    data: Data = {"text": inline.text}
    if inline.strong:
        data["strong"] = True
    if inline.emphasis:
        data["emphasis"] = True
    if inline.link:
        data["link"] = inline.link
    return data


def line_data(line: Line) -> list[Data]:
    """A line as a list of runs (`text`, and `strong`, `emphasis`, `link` where set) and citations (`references`)."""
    return [_inline_data(inline) for inline in line]


def line_from(data: list[Data]) -> Line:
    """The line that `line_data` gave."""
    return tuple(
        Citation(tuple(part["references"]))
        if "references" in part
        else Run(part["text"], part.get("strong", False), part.get("emphasis", False), part.get("link", ""))
        for part in data
    )


def _block_data(block: Block) -> Data:
    match block:
        case Paragraph(line):
            return {"kind": "paragraph", "line": line_data(line)}
        case Disagreement(line):
            return {"kind": "disagreement", "line": line_data(line)}
        case Items(lines, ordered):
            return {"kind": "steps" if ordered else "items", "lines": [line_data(line) for line in lines]}
        case Table(header, rows):
            return {
                "kind": "table",
                "header": [line_data(cell) for cell in header],
                "rows": [[line_data(cell) for cell in row] for row in rows],
            }


def _block_from(data: Data) -> Block:
    match data["kind"]:
        case "paragraph":
            return Paragraph(line_from(data["line"]))
        case "disagreement":
            return Disagreement(line_from(data["line"]))
        case "items" | "steps" as kind:
            return Items(tuple(line_from(line) for line in data["lines"]), ordered=kind == "steps")
        case "table":
            return Table(
                tuple(line_from(cell) for cell in data["header"]),
                tuple(tuple(line_from(cell) for cell in row) for row in data["rows"]),
            )
        case other:
            raise ValueError(f"unknown kind of block: {other}")


def sections_data(sections: tuple[Section, ...]) -> list[Data]:
    """Sections with their blocks, and each section's plain text for readers that want no structure."""
    return [
        {
            "heading": section.heading,
            "text": "\n".join(line for block in section.blocks for line in block_lines(block)),
            "blocks": [_block_data(block) for block in section.blocks],
        }
        for section in sections
    ]


def sections_from(data: list[Data]) -> tuple[Section, ...]:
    """The sections that `sections_data` gave."""
    return tuple(
        Section(section["heading"], tuple(_block_from(block) for block in section["blocks"])) for section in data
    )
