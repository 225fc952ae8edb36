"""An entry of the reference as a document, to be printed or kept as PDF."""

from collections.abc import Iterable
from pathlib import Path

from neutrogui.domain.entry import (
    Block,
    Citation,
    Disagreement,
    Inline,
    Items,
    Paragraph,
    Reference,
    Table,
)
from neutrogui.domain.printable import PrintedEntry
from neutrogui.handout import record
from neutrogui.handout.texts import day_in_words
from neutrogui.handout.typesetting import Document

_CHECKED = "Checked against its sources on {date}. {review}."
_READ = "Read: {read}."


def document(printed: PrintedEntry, resources: Path) -> Document:
    """The whole entry with its references, in English as the reference is; `resources` is the bundled folder."""
    entry, words = printed.entry, record.ENGLISH
    day = day_in_words(entry.checked_on, words["dates"])
    return record.document(
        resources,
        words,
        title=entry.title,
        summary=_line(entry.summary),
        sections=[record.section(part.heading, *map(_block, part.blocks)) for part in entry.sections],
        closing=_CHECKED.format(date=day, review=entry.review),
        dated=entry.checked_on,
        paper=printed.paper,
        edition=printed.edition,
        synonyms="; ".join(entry.synonyms),
        details=[(detail.label, _line(detail.value)) for detail in entry.details],
        references=[_reference(reference) for reference in entry.references],
        texts={"also": "Also called:", "references": "References"},
    )


def _block(block: Block) -> record.Block:
    match block:
        case Paragraph(line):
            return record.paragraph(_line(line))
        case Disagreement(line):
            return {"kind": "disagreement", "line": _line(line)}
        case Items(lines, ordered):
            return record.items(map(_line, lines), ordered=ordered)
        case Table(header, rows):
            return record.table(map(_line, header), (map(_line, row) for row in rows))


def _line(line: Iterable[Inline]) -> record.Runs:
    """Links lead nowhere on paper: their words stay."""
    return [_run(inline) for inline in line]


def _run(inline: Inline) -> dict[str, str]:
    if isinstance(inline, Citation):
        return {"text": f"[{','.join(map(str, inline.numbers))}]", "style": "citation"}
    style = "strong" if inline.strong else "emphasis" if inline.emphasis else "plain"
    return {"text": inline.text, "style": style}


def _reference(reference: Reference) -> str:
    parts = [reference.citation + "."]
    if reference.read:
        parts.append(_READ.format(read=reference.read))
    return " ".join(parts)
