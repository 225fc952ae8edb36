"""An entry of the reference: what it says, in which order, and on whose word.

All records are frozen; text is plain Unicode without markup. A statement group (a paragraph with the list or table
that follows it) carries its `Citation`s in place, numbered in the order in which the entry first uses them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from neutrogui.domain.language import mark


class Kind(StrEnum):
    """What sort of entry it is; decides which section headings it may have."""

    GROUP = "group"
    CONDITION = "condition"
    MEDICINE = "medicine"
    TOPIC = "topic"
    QUESTION = "question"


HEADINGS: dict[Kind, tuple[str, ...]] = {
    Kind.CONDITION: (
        "What it is",
        "How the count falls",
        "Clues",
        "How it is confirmed",
        "What is done",
        "Course",
    ),
    Kind.MEDICINE: (
        "What it is",
        "How the count falls",
        "How often and when",
        "Monitoring",
        "What is done",
    ),
}
"""Section headings in reading order, for the kinds whose entries all answer the same questions."""

NOT_READ = "not read"
"""What `Reference.read` says of a publication that bears no statement and is only pointed to."""

TALL_MAN = "Tall-man letters"
"""The label of the detail that holds a medicine's name with the capitals that tell it from its look-alikes."""

NOT_REVIEWED = mark("Not yet reviewed by a clinician")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `link` is the id of the entry it leads to, or empty."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """Numbers of the entry's references (1-based) that bear the statement before it."""

    numbers: tuple[int, ...]


Inline = Run | Citation
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    line: Line


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A passage that shows where sources differ."""

    line: Line


@dataclass(frozen=True, slots=True)
class Items:
    """A list, in order of reading; `ordered` when the order is a sequence of steps."""

    lines: tuple[Line, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; every row has as many cells as the header."""

    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


Block = Paragraph | Disagreement | Items | Table


@dataclass(frozen=True, slots=True)
class Section:
    """One question of an entry and its answer."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """A short labelled value, such as a gene, its inheritance or a code."""

    label: str
    value: Line


@dataclass(frozen=True, slots=True)
class Reference:
    """A publication. `read` says how much of it was read: full text, abstract, an excerpt, or `NOT_READ`."""

    id: str
    authors: str
    title: str
    source: str
    year: str
    doi: str = ""
    pmid: str = ""
    url: str = ""
    read: str = ""

    @property
    def address(self) -> str:
        """Where the publication is found on the internet, or empty."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        return self.url

    @property
    def citation(self) -> str:
        """The reference as one line of plain text."""
        identifiers = [f"doi:{self.doi}" if self.doi else "", f"PMID {self.pmid}" if self.pmid else ""]
        if not any(identifiers):
            identifiers = [self.url]
        source = self.source if self.year in self.source else f"{self.source.rstrip('.')}, {self.year}"
        sentences = [t if t.endswith((".", "?", "!")) else f"{t}." for t in (self.authors, self.title, source) if t]
        # No full stop after an address: it would be copied along.
        return " ".join([*sentences, ", ".join(i for i in identifiers if i)])


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, whole. It is one entry however many places of the outline it stands in.

    `references` bear its statements and were read; `further` are publications it only points to. `related` are the
    (id, title) of all the entries that it leads to. `paths` are the titles above each of its places in the outline.
    """

    id: str
    title: str
    kind: Kind
    summary: Line
    sections: tuple[Section, ...]
    references: tuple[Reference, ...]
    checked_on: str
    synonyms: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()
    related: tuple[tuple[str, str], ...] = ()
    paths: tuple[tuple[str, ...], ...] = ()
    review: str = NOT_REVIEWED
    further: tuple[Reference, ...] = ()


def plain(line: Iterable[Inline], *, citations: bool = False) -> str:
    """The text of a line without its styles; with `citations`, their numbers stay as `[1,4]`."""
    parts = []
    for inline in line:
        if isinstance(inline, Run):
            parts.append(inline.text)
        elif citations:
            parts.append("[" + ",".join(map(str, inline.numbers)) + "]")
    return "".join(parts)


def lines_of(block: Block) -> list[Line]:
    """Every line of a block, in reading order: of a table each cell, its header first."""
    match block:
        case Paragraph(line) | Disagreement(line):
            return [line]
        case Items(lines, _):
            return [*lines]
        case Table(header, rows):
            return [cell for row in (header, *rows) for cell in row]


def block_lines(block: Block, *, citations: bool = False) -> list[str]:
    """A block as lines of plain text: one a paragraph, list item or table row."""
    match block:
        case Paragraph(line):
            return [plain(line, citations=citations)]
        case Disagreement(line):
            return [plain(line, citations=citations)]
        case Items(lines, ordered):
            return [
                (f"{number}. " if ordered else "- ") + plain(line, citations=citations)
                for number, line in enumerate(lines, 1)
            ]
        case Table(header, rows):
            return [" | ".join(plain(cell, citations=citations) for cell in row) for row in (header, *rows)]


def as_text(entry: Entry) -> str:
    """The whole entry as plain text with its references, for the clipboard."""
    lines = [entry.title, "", plain(entry.summary, citations=True)]
    if entry.synonyms:
        lines += ["", "Also called: " + "; ".join(entry.synonyms)]
    for detail in entry.details:
        lines.append(f"{detail.label}: {plain(detail.value, citations=True)}")
    for section in entry.sections:
        lines += ["", section.heading]
        for block in section.blocks:
            lines += block_lines(block, citations=True)
    lines += ["", "References"]
    lines += [f"{number}. {reference.citation}" for number, reference in enumerate(entry.references, 1)]
    if entry.further:
        lines += ["", "Further reading (not read for this entry)"]
        lines += [f"- {reference.citation}" for reference in entry.further]
    lines += ["", f"Checked against its sources on {entry.checked_on}. {entry.review}."]
    return "\n".join(lines) + "\n"
