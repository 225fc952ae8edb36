"""An entry of the reference as a document, to be printed or kept as PDF."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from neutrogui.domain.entry import (
    Block,
    Citation,
    Disagreement,
    Entry,
    Inline,
    Items,
    Paragraph,
    Reference,
    Table,
)
from neutrogui.domain.handout import Paper
from neutrogui.handout.texts import day_in_words, read_texts
from neutrogui.handout.typesetting import PAPER, Document


def document(entry: Entry, edition: str, resources: Path, paper: Paper = Paper.A4, language: str = "en") -> Document:
    """The whole entry with its references.

    `edition` names the edition of the content; `resources` is the bundled folder.
    """
    texts = read_texts(resources, language)
    words = texts["entry"]
    day = day_in_words(entry.checked_on, texts["dates"])
    data = {
        "language": texts["language"],
        "dated": entry.checked_on,
        "paper": PAPER[paper],
        "texts": {
            **words,
            "checked": words["checked"].format(date=day, review=entry.review),
            "program": words["program"].format(edition=edition),
        },
        "title": entry.title,
        "synonyms": "; ".join(entry.synonyms),
        "summary": _line(entry.summary),
        "details": [{"label": detail.label, "value": _line(detail.value)} for detail in entry.details],
        "sections": [
            {"heading": section.heading, "blocks": [_block(block) for block in section.blocks]}
            for section in entry.sections
        ],
        "references": [_reference(reference, words["read"]) for reference in entry.references],
    }
    return Document("entry", data, resources)


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(line):
            return {"kind": "paragraph", "line": _line(line)}
        case Disagreement(line):
            return {"kind": "disagreement", "line": _line(line)}
        case Items(lines, ordered):
            return {"kind": "steps" if ordered else "items", "lines": [_line(line) for line in lines]}
        case Table(header, rows):
            return {
                "kind": "table",
                "header": [_line(cell) for cell in header],
                "rows": [[_line(cell) for cell in row] for row in rows],
            }


def _line(line: Iterable[Inline]) -> list[dict[str, str]]:
    """Links lead nowhere on paper: their words stay."""
    return [_run(inline) for inline in line]


def _run(inline: Inline) -> dict[str, str]:
    if isinstance(inline, Citation):
        return {"text": f"[{','.join(map(str, inline.numbers))}]", "style": "citation"}
    style = "strong" if inline.strong else "emphasis" if inline.emphasis else "plain"
    return {"text": inline.text, "style": style}


def _reference(reference: Reference, read: str) -> str:
    parts = [reference.citation + "."]
    if reference.read:
        parts.append(read.format(read=reference.read))
    return " ".join(parts)
