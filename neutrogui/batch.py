"""Calculates a table row by row: a row a patient, the results beside it.

Rows are read, worked out and written one after the other, so that a table of any length fits into memory.
Nothing is guessed for a row either: what can't be calculated keeps its row, with the reason in the last column.
"""

import csv
import io
import os
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from neutrogui.domain.calculator import Calculator, Outcome
from neutrogui.domain.problem import Problem, Problems
from neutrogui.handout.saving import writing

RESULTS = ("anc_per_ul", "anc_10e9_per_l", "severity", "interval95_per_ul", "straddles", "warnings", "problems")
"""The columns that are added, in this order; `severity` is the band of the conventional scale."""

_DELIMITERS = ",;\t"

_EVERY = 1000
"""Rows between two reports of progress."""


@dataclass(frozen=True, slots=True)
class Done:
    """How many rows were written, and how many of them have problems instead of a result."""

    rows: int = 0
    refused: int = 0


Progress = Callable[[int, float], None]
"""Is told how many rows are done and what share of the file is read, from 0 to 1."""


class TableRefused(Exception):
    """The table can't be read at all; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def calculate_table(
    calculator: Calculator, source: Path, target: Path, given: Mapping[str, str], progress: Progress
) -> Done:
    """Work out every row of the CSV file `source` into `target`.

    The first row names the columns; those with the name of a field (`wbc`, `wbc_unit`, …, in capitals or not) are read,
    all are kept. A field that has no column takes its text from `given`; given besides a column it is refused. Commas,
    semicolons or tabs part the cells, as the first row shows. Raises `TableRefused`, `SavingFailed` and, when `source`
    can't be read, `OSError`.
    """
    if _are_same(source, target):
        message = "The results would take the place of the table itself. Name another file for them."
        raise TableRefused(Problem("to", "same-file", message))
    with source.open("rb") as raw, writing(target) as out:
        began = _state(raw)
        size = max(began[0], 1)
        done = Done()
        for done in calculate_rows(calculator, raw, out, given):
            if done.rows % _EVERY == 0:
                progress(done.rows, raw.tell() / size)
        if _state(raw) != began:
            # A row may have been read half, and half a number is another one.
            message = "The table was changed while it was read. Close it in the other program and try again."
            raise TableRefused(Problem("csv", "changed", message))
    progress(done.rows, 1.0)
    return done


def calculate_rows(
    calculator: Calculator, source: BinaryIO, target: BinaryIO, given: Mapping[str, str]
) -> Iterator[Done]:
    """What `calculate_table` does, from open file to open file: how far it has come, after each row.

    All is in `target` when the iteration has come to its end. Raises `TableRefused`.
    """
    text = io.TextIOWrapper(source, encoding="utf-8-sig", newline="")
    written = io.TextIOWrapper(target, encoding="utf-8", newline="")
    done = Done()
    try:
        for done in _calculated(calculator, _lines(text), given, written):
            yield done
    except csv.Error as error:
        message = f"The table can’t be read after row {done.rows}: {error}."
        raise TableRefused(Problem("csv", "not-a-table", message)) from error
    written.flush()
    written.detach()
    text.detach()


def _are_same(source: Path, target: Path) -> bool:
    try:
        return source.samefile(target)
    except (OSError, ValueError):  # one of them is not there, or can't be: opening it will tell
        return False


def _state(file: BinaryIO) -> tuple[int, int]:
    """Size and date of an open file; none of what is no file on a disk, such as a pipe."""
    found = os.fstat(file.fileno())
    return (found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else (0, 0)


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    while True:
        try:
            line = text.readline()
        except UnicodeDecodeError as error:
            message = "The table is not text in UTF-8. Save it as “CSV UTF-8” and try again."
            raise TableRefused(Problem("csv", "not-text", message)) from error
        except OSError as error:
            message = f"The table can’t be read: {error.strerror or error}."
            raise TableRefused(Problem("csv", "not-readable", message)) from error
        if not line:
            return
        yield line


def _calculated(
    calculator: Calculator, lines: Iterator[str], given: Mapping[str, str], written: io.TextIOWrapper
) -> Iterator[Done]:
    """How far it has come, after each row that is worked out and written."""
    keys = {field.key for field in calculator.fields}
    head = next(lines, "")
    delimiter = max(_DELIMITERS, key=lambda each: len(keys.intersection(_keys(_cells(head, each)))))
    reader = csv.reader(chain([head], lines), delimiter=delimiter, strict=True)
    titles = next(reader, [])
    names = _keys(titles)
    _check(names, keys, {key for key, text in given.items() if text.strip()})
    column_of = {key: names.index(key) for key in sorted(keys.intersection(names))}
    # Rows end as RFC 4180 has it. What is no part of such an end is written without quotation marks: within a cell it
    # would begin a new row.
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([*titles, *RESULTS])
    refused = 0
    for row, cells in enumerate(filter(None, reader), 1):
        full = [*cells, *[""] * (len(names) - len(cells))][: len(names)]
        if surplus := cells[len(names) :]:
            # They are told, not kept in their places: the results must stand below their names.
            left_over = " | ".join(surplus)
            message = f"This row has {len(cells)} cells, the first row names {len(names)}. Left over: {left_over}"
            result: Outcome | Problems = Problems((Problem("", "too-many-cells", message),))
        else:
            result = calculator.evaluate({**given, **{key: full[at] for key, at in column_of.items()}})
        refused += isinstance(result, Problems)
        writer.writerow([*full, *_told(result)])
        yield Done(row, refused)


def _cells(line: str, delimiter: str) -> list[str]:
    """The cells of one line, however it is quoted."""
    return next(csv.reader([line], delimiter=delimiter), [])


def _keys(titles: Sequence[str]) -> list[str]:
    """The names of columns as a field's key is written, so that no `nRBC` is passed over for its capitals."""
    return [title.strip().casefold().replace("-", "_").replace(" ", "_") for title in titles]


def _check(names: Sequence[str], keys: Set[str], given: Set[str]) -> None:
    twice = sorted(key for key in keys if names.count(key) > 1)
    taken = sorted(set(names) & set(RESULTS))
    both = sorted(given & set(names))
    if not keys & set(names):
        message = f"The first row names no column that is known here. Name some of: {', '.join(sorted(keys))}."
    elif twice:
        message = f"The first row names a column twice: {', '.join(twice)}."
    elif taken:
        message = f"The table has a column that the results would take: {', '.join(taken)}. Rename it."
    elif both:
        message = f"The table has a column for what is given beside it: {', '.join(both)}. Leave one of them out."
    else:
        return
    raise TableRefused(Problem("csv", "columns", message))


def _told(result: Outcome | Problems) -> list[str]:
    """The cells of the added columns."""
    if isinstance(result, Problems):
        reasons = (f"{problem.field}: {problem.message}" if problem.field else problem.message for problem in result)
        return [*[""] * (len(RESULTS) - 1), " | ".join(reasons)]
    values = result.values
    return [
        str(values["anc_per_ul"]),
        str(values["anc_10e9_per_l"]),
        result.grades[0].band.key if result.grades else "",
        " to ".join(map(str, values.get("interval95_per_ul") or ())),
        " ".join(map(str, values.get("straddles") or ())),
        " | ".join(f"{caution.code}: {caution.message}" for caution in result.cautions),
        "",
    ]
