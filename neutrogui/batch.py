"""Calculates a table row by row: a row a patient, the results beside it.

Rows are read, worked out and written one after the other, so that a table of any length fits into memory.
Nothing is guessed for a row either: what can't be calculated keeps its row, with the reason in the last column.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from neutrogui.domain.calculator import Calculator, Outcome
from neutrogui.domain.problem import Problem, Problems
from neutrogui.handout.saving import writing

RESULTS = ("anc_per_ul", "anc_10e9_per_l", "severity", "interval95_per_ul", "straddles", "warnings", "problems")
"""The columns that are added, in this order; `severity` is the band of the conventional scale."""

_DELIMITERS = ",;\t"

_EVERY = 1000
"""Rows between two reports of progress."""

Progress = Callable[[int, float], None]
"""Is told how many rows are done and what share of the file is read, from 0 to 1."""


class TableRefused(Exception):
    """The table can't be read at all; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def calculate_table(
    calculator: Calculator, source: Path, target: Path, given: Mapping[str, str], progress: Progress
) -> int:
    """Work out every row of the CSV file `source` into `target`, and give the number of rows.

    The first row names the columns; those with the name of a field (`wbc`, `wbc_unit`, …) are read, all are kept. A
    field that has no column takes its text from `given`. Commas, semicolons or tabs part the cells, as the first row
    shows. Raises `TableRefused`, `SavingFailed` and, when `source` can't be read, `OSError`.
    """
    with source.open("rb") as raw, writing(target) as out:
        size = max(source.stat().st_size, 1)
        text = io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")
        written = io.TextIOWrapper(out, encoding="utf-8", newline="")
        done = 0
        try:
            for done in _calculated(calculator, _lines(text), given, written):
                if done % _EVERY == 0:
                    progress(done, raw.tell() / size)
        except csv.Error as error:
            message = f"The table can’t be read after row {done}: {error}."
            raise TableRefused(Problem("csv", "not-a-table", message)) from error
        written.flush()
        written.detach()
    progress(done, 1.0)
    return done


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
) -> Iterator[int]:
    """The number of rows that are worked out and written, after each of them."""
    head = next(lines, "")
    delimiter = max(_DELIMITERS, key=head.count)
    names = [name.strip() for name in next(csv.reader([head], delimiter=delimiter), [])]
    _check(names, calculator)
    column_of = {field.key: names.index(field.key) for field in calculator.fields if field.key in names}
    constant = {key: value for key, value in given.items() if key not in column_of}
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\n")
    writer.writerow([*names, *RESULTS])
    rows = (cells for cells in csv.reader(lines, delimiter=delimiter, strict=True) if cells)
    for done, cells in enumerate(rows, 1):
        full = [*cells, *[""] * (len(names) - len(cells))]
        if len(cells) > len(names):
            message = f"This row has {len(cells)} cells, the first row names {len(names)}."
            results = _told(Problems((Problem("", "too-many-cells", message),)))
        else:
            results = _told(calculator.evaluate(constant | {key: full[at] for key, at in column_of.items()}))
        writer.writerow([*full, *results])
        yield done


def _check(names: Sequence[str], calculator: Calculator) -> None:
    keys = {field.key for field in calculator.fields}
    twice = sorted({name for name in names if names.count(name) > 1})
    taken = sorted(set(names) & set(RESULTS))
    if not keys & set(names):
        message = f"The first row names no column that is known here. Name some of: {', '.join(sorted(keys))}."
    elif twice:
        message = f"The first row names a column twice: {', '.join(twice)}."
    elif taken:
        message = f"The table has a column that the results would take: {', '.join(taken)}. Rename it."
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
