"""What is printed for clinicians, in one hand: an entry, a calculator's result, serial counts.

A record has a title, a line or two that matter most, sections of blocks, and references. Blocks are built here; the
template `record.typ` draws them.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from neutrogui.domain.handout import Paper
from neutrogui.domain.language import mark, say
from neutrogui.handout.texts import day_in_words
from neutrogui.handout.typesetting import PAPER, Document

Block = dict[str, Any]
Runs = list[dict[str, str]]


ENGLISH: Mapping[str, Any] = {
    #: The code of the language of these words, for the PDF file: es for Spanish.
    "language": mark("en"),
    "program": "NeutroGUI {edition}",
    "page": mark("page {page} of {pages}"),
    "name": mark("Name:"),
    "made": mark("Made on {date}"),
    "informs": mark("This informs; it does not replace clinical judgement. Not yet reviewed by a clinician."),
    "scale_alt": mark(
        "A scale of counts from low to high. {bands}. The count, {count}, is in the part called {level}.{interval}"
    ),
    "scale_interval": mark(" Its 95 % interval goes from {lower} to {upper}."),
    "scale_band": "{level}: {range}",
    "scale_unit": mark("Count in {unit}"),
    "levels": {
        "profound": mark("profound"),
        "severe": mark("severe"),
        "moderate": mark("moderate"),
        "mild": mark("mild"),
        "none": mark("none"),
    },
    "result": {
        "result": mark("Result"),
        "filled_in": mark("What was filled in"),
        "working": mark("How it was worked out"),
        "formula": mark("Formula: {formula}"),
        "interval": mark("95 % interval: {lower} to {upper} /µL"),
        "scheme": mark("Scheme"),
        "grade": mark("Grade"),
        "rule": mark("Bounds"),
        "standings": mark("In each scheme"),
        "not_given": mark("not given"),
        "findings": mark("Findings"),
        "scope": mark("For whom it is not valid"),
        "source": mark("Source"),
    },
    "series": {
        "picture": mark("Over time"),
        "title": mark("Serial neutrophil counts"),
        "range": mark("{number} from {first} to {last}"),
        "one": mark("1 count"),
        "several": mark("{n} counts"),
        "nadir": mark("Ring: the lowest count (nadir), {count} on {date}."),
        "limit": mark("Dashed line: the laboratory’s lower limit, {count}."),
        "axis": mark("Neutrophils, cells/µL ({scale})"),
        "since": mark("Days are counted from day one, {date}."),
        "shows": mark("What the counts show"),
        "counts": mark("The counts"),
        "date": mark("Date"),
        "time": mark("Time"),
        "day": mark("Day"),
        "per_ul": "/µL",
        "per_litre": "×10⁹/L",
        "severity": mark("Severity"),
        "reported": mark("As reported"),
        "source": mark("Source: {source}"),
    },
    "dates": {
        "day": mark("{day} {month} {year}"),
        "months": [
            mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"), mark("July"),
            mark("August"), mark("September"), mark("October"), mark("November"), mark("December"),
        ],
    },
}  # fmt: skip
"""The words around a record, in English as the reference is."""


def words() -> dict[str, Any]:
    """The words around a result or serial counts, in the language of the screens."""
    return {name: _said(word) for name, word in ENGLISH.items()}


def _said(word: Any) -> Any:
    if isinstance(word, Mapping):
        return {name: _said(each) for name, each in word.items()}
    return say(word) if isinstance(word, str) else [say(each) for each in word]


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
    words: Mapping[str, Any],
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
    """The whole record around `words`, which name its language. `dated` is a day such as `2026-11-21`.

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
