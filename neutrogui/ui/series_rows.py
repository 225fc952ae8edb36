"""The rows of serial counts as texts: their columns, and how they come from a clipboard or a file and go to a file.

Cells are taken apart here and nothing more: what is in them is read elsewhere.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from neutrogui.domain.language import grouped, mark, say

MOST_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class Column:
    """A column to type into: `key` for whoever reads it, `title` for people."""

    key: str
    title: str
    hint: str


COLUMNS = (
    Column("date", mark("Date"), mark("Year-month-day, such as 2026-11-21")),
    Column("anc", mark("ANC"), mark("The neutrophil count, if the report gives it")),
    Column("anc_unit", mark("Unit"), mark("Unit of the neutrophil count")),
    Column("wbc", mark("WBC"), mark("Or the white cell count, with its unit and the neutrophil %")),
    Column("wbc_unit", mark("Unit"), mark("Unit of the white cell count")),
    Column("neutrophils", mark("Neutr. %"), mark("All neutrophils in percent, bands included")),
    Column("segmented", mark("Segm. %"), mark("Segmented in percent, where the report gives them and the bands")),
    Column("bands", mark("Bands %"), mark("Bands in percent; 0 if the report lists none")),
    Column("time", mark("Time"), mark("Only where a day has several counts, such as 08:30")),
)
"""What can be typed into a row; the keys are the columns of CSV text, too."""

SELDOM = ("segmented", "bands", "time")
"""Columns that are out of sight until something is in them or they are asked for."""

UNIT_OF = {"anc": "anc_unit", "wbc": "wbc_unit"}
"""The column of the unit for each column of counts."""

_KEYS = [column.key for column in COLUMNS]

_DECIMAL_COMMA = re.compile(r"\s*\d+,\d+\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of cells in the order of the columns; `not_taken` are names of columns that are not known here."""

    rows: list[list[str]]
    not_taken: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """The number of cells of the longest row."""
        return max(len(row) for row in self.rows)


class BlockRefused(Exception):
    """A text can't be taken as rows; the message says why in a sentence."""


def block_of(text: str) -> Block:
    """The cells of a pasted text or of a file, divided by tabs, semicolons or commas, whichever its first line has.

    A first row with the name `date` names the columns; without one they are in the order of `COLUMNS`. Nothing is left
    out silently: a first row of names without `date`, a name that is there twice and a cell without a name are refused.
    Raises `BlockRefused`.
    """
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise BlockRefused(say("This can’t be read as rows: {reason}.").format(reason=error)) from error
    # A cell of the table is one line.
    cells = [[" ".join(cell.split()) for cell in line] for line in lines]
    block = _ordered([line for line in cells if any(line)])
    if not block.rows:
        raise BlockRefused(say("There are no rows in it."))
    if len(block.rows) > MOST_ROWS:
        raise BlockRefused(say("There are more than {number} rows in it.").format(number=grouped(MOST_ROWS)))
    if block.width > len(COLUMNS):
        told = say("There are too many columns in it. Name them in the first row: {names}.")
        raise BlockRefused(told.format(names=", ".join(_KEYS)))
    return block


def csv_of(rows: Sequence[Mapping[str, str]], delimiter: str = ";") -> str:
    """Rows of texts by column key as CSV text, the names of the columns first."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _KEYS, delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def file_of(rows: Sequence[Mapping[str, str]]) -> str:
    """The same to be kept: with commas, unless a number has a decimal comma, which is read again only with semicolons.

    >>> file_of([dict.fromkeys(_KEYS, "") | {"date": "2026-11-21", "anc": "0,5"}]).splitlines()[1]
    '2026-11-21;0,5;;;;;;;'
    """
    commas = any("," in text for texts in rows for text in texts.values())
    return csv_of(rows, ";" if commas else ",")


def rows_named(rows: Sequence[int]) -> str:
    """Rows, counted from 0, by their numbers for people, neighbours together.

    >>> rows_named([0, 3, 4, 5])
    'rows 1, 4–6'
    """
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    names = [str(run[0] + 1) if len(run) == 1 else f"{run[0] + 1}–{run[-1] + 1}" for run in runs]
    return (say("row {numbers}") if len(rows) == 1 else say("rows {numbers}")).format(numbers=", ".join(names))


def _delimiter(text: str) -> str:
    first = text.lstrip("\r\n").partition("\n")[0]
    # A column of numbers with decimal commas, as a spreadsheet copies it, is not divided at all.
    commas_divide = any("," in line and not _DECIMAL_COMMA.fullmatch(line) for line in text.splitlines())
    return next((sign for sign in "\t;" if sign in first), "," if commas_divide else "\t")


def _ordered(lines: list[list[str]]) -> Block:
    named = [_key(cell) for cell in lines[0]] if lines else []
    if "date" not in named:
        if _are_names(lines):
            told = say("The first row names no column date. Known names are {names}.")
            raise BlockRefused(told.format(names=", ".join(_KEYS)))
        return Block(lines)
    for key in _KEYS:
        if named.count(key) > 1:
            raise BlockRefused(say("The column {name} is there twice.").format(name=key))
    for number, line in enumerate(lines[1:], 2):
        nameless = next((cell for at, cell in enumerate(line) if cell and (at >= len(named) or not named[at])), "")
        if nameless:
            told = say(
                "Row {number} of it has “{text}” in a column without a name. Name every column in the first row. "
                "Where commas divide the cells, a number has a decimal point."
            )
            raise BlockRefused(told.format(number=number, text=nameless[:20]))
    others = tuple(cell for cell, key in zip(lines[0], named, strict=True) if cell and key not in _KEYS)
    order = [named.index(key) if key in named else None for key in _KEYS]
    cells = [["" if at is None or at >= len(line) else line[at] for at in order] for line in lines[1:]]
    return Block(cells, others)


def _are_names(lines: list[list[str]]) -> bool:
    """Whether the first of several rows of cells holds no date and no number: then what is below is in its order."""
    several = len(lines) > 1 and max(map(len, lines)) > 1
    return several and not any(cell[:1].isdigit() for cell in lines[0])


def _key(name: str) -> str:
    """A column's name without what spreadsheets write around it: `ANC unit` is `anc_unit`, `Bands %` is `bands`."""
    return re.sub(r"[\W_]+", "_", name.casefold()).strip("_")
