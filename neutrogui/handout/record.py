"""What is printed for clinicians, in one hand: an entry, a calculator's result, serial counts.

A record has a title, a line or two that matter most, sections of blocks, and references. Blocks are built here; the
template `record.typ` draws them.
"""

import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from neutrogui.domain.handout import Paper
from neutrogui.handout.texts import day_in_words
from neutrogui.handout.typesetting import PAPER, Document, TypesettingFailed

Block = dict[str, Any]
Runs = list[dict[str, str]]


def read_words(resources: Path) -> dict[str, Any]:
    """The words around a record, from `handout/record.toml` in the resources. Raises `TypesettingFailed`."""
    try:
        return tomllib.loads((resources / "handout" / "record.toml").read_text("utf-8"))
    except (OSError, ValueError) as error:
        message = "The words of the page are missing from this installation. Install NeutroGUI again."
        raise TypesettingFailed(message) from error


def runs(text: str, style: str = "plain") -> Runs:
    """A line of one style: `plain`, `strong`, `emphasis` or `citation`."""
    return [{"text": text, "style": style}]


def paragraph(line: Runs) -> Block:
    """A paragraph."""
    return {"kind": "paragraph", "line": line}


def caution(text: str) -> Block:
    """Something to look at, in a box."""
    return {"kind": "caution", "line": runs(text)}


def items(lines: Iterable[Runs], *, ordered: bool = False) -> Block:
    """A list; its steps are numbered if `ordered`."""
    return {"kind": "steps" if ordered else "items", "lines": list(lines)}


def table(header: Iterable[Runs], rows: Iterable[Iterable[Runs]]) -> Block:
    """A table, whose header is repeated on every page."""
    return {"kind": "table", "header": list(header), "rows": [list(row) for row in rows]}


def section(heading: str, *blocks: Block) -> dict[str, Any]:
    """Blocks under a heading."""
    return {"heading": heading, "blocks": list(blocks)}


def document(
    resources: Path,
    words: dict[str, Any],
    *,
    title: str,
    summary: Runs,
    sections: Sequence[dict[str, Any]],
    closing: str,
    dated: str,
    paper: Paper,
    edition: str,
    patient: bool = False,
    synonyms: str = "",
    details: Sequence[tuple[str, Runs]] = (),
    references: Sequence[str] = (),
    texts: dict[str, str] | None = None,
) -> Document:
    """The whole record. `dated` is a day such as `2026-11-21`.

    A record of a `patient` has a line for the name, which is left to the pen, the day in words, and its summary in
    large type.
    """
    return Document(
        "record",
        {
            "language": words["language"],
            "dated": dated,
            "paper": PAPER[paper],
            "named": patient,
            "large": patient,
            "made": words["made"].format(date=day_in_words(dated, words["dates"])) if patient else "",
            "texts": {
                "program": words["program"].format(edition=edition),
                "page": words["page"],
                "name": words["name"],
                **(texts or {}),
            },
            "title": title,
            "synonyms": synonyms,
            "summary": summary,
            "details": [{"label": label, "value": value} for label, value in details],
            "sections": list(sections),
            "references": list(references),
            "closing": closing,
        },
        resources,
    )
