"""The command line: the same work without a window. Nothing here needs Qt.

With `--json` exactly one JSON object goes to standard output; sentences for people go to standard error. Exit status:
0 done, 1 something is wrong with the world (content missing, file not writable), 2 something is wrong with the input.
"""

import argparse
import json
import re
import sys
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, TextIO

from neutrogui import __version__, bundle
from neutrogui.batch import TableRefused, calculate_table
from neutrogui.calculators import series, series_text
from neutrogui.calculators.anc import AbsoluteNeutrophilCount
from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.calculators.reading import UNIT_CHOICES
from neutrogui.calculators.report import REPORT_LIMIT, read_report
from neutrogui.domain.calculator import Calculator, Grade, Outcome, Standing
from neutrogui.domain.clinic import ClinicSettings
from neutrogui.domain.entry import Entry, as_text, plain
from neutrogui.domain.handout import ENGLISH, TypeSize, fahrenheit, read_handout
from neutrogui.domain.library import EntryUnknown, Library, LibraryError
from neutrogui.domain.number import Refusal
from neutrogui.domain.number import plain as decimal_text
from neutrogui.domain.outline import Place
from neutrogui.domain.printing import PrintingFailed
from neutrogui.domain.problem import Problem, Problems
from neutrogui.domain.report import ReportReading, Unclear
from neutrogui.domain.sheet_plan import SheetKind
from neutrogui.handout.saving import SavingFailed
from neutrogui.installation import clinic_files, handout_rules, handout_words, open_library_in_use, self_test
from neutrogui.reporting import report_fault

DONE, FAILED, REFUSED = 0, 1, 2

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class WindowRequest:
    """What the window is to open with; at most one of them is set."""

    search: str = ""
    entry_id: str = ""


@dataclass(frozen=True, slots=True)
class Screens:
    """What needs Qt, handed in by the caller so that nothing is imported before it is wanted."""

    window: Callable[[WindowRequest], int]
    tour: Callable[[Path], int]


class _Refused(Exception):
    """Input that can't be used. `said` are the sentences for people, where they are not the problems' messages."""

    def __init__(self, problems: Sequence[Problem], told: Data | None = None, said: Sequence[str] = ()) -> None:
        super().__init__(" ".join(problem.message for problem in problems))
        self.problems = tuple(problems)
        self.told: Data = told or {}
        self.said = tuple(said)


class _Parser(argparse.ArgumentParser):
    """Raises instead of leaving, so that `--json` can answer a wrong call too."""

    def error(self, message: str) -> NoReturn:
        raise _Refused([Problem("", "usage", f"{message}. `{self.prog} --help` shows how.")])


def main(arguments: Sequence[str], screens: Screens, out: TextIO, err: TextIO) -> int:
    """Carry out one call and give its exit status."""
    as_json = "--json" in arguments
    try:
        options = _parser().parse_args(_signed_values_joined(arguments))
        options.err = err
        result = options.run(options, screens)
    except _Refused as refused:
        return _told(REFUSED, refused.problems, as_json, out, err, refused.told, refused.said)
    except EntryUnknown as error:
        return _told(REFUSED, [Problem("id", "unknown", str(error))], as_json, out, err)
    except LibraryError as error:
        return _told(FAILED, [Problem("", "content", str(error))], as_json, out, err)
    except PrintingFailed as error:
        return _told(FAILED, [Problem("to", "not-saved", str(error))], as_json, out, err)
    except OSError as error:
        message = f"This could not be done: {error.strerror or error}."
        return _told(FAILED, [Problem("", "system", message)], as_json, out, err)
    except Exception as error:  # our own fault: said plainly, kept in the log, and never a traceback at the user
        report_fault(error)
        message = "Something went wrong in the program. The details are in its log file; nothing typed is in them."
        return _told(FAILED, [Problem("", "fault", message)], as_json, out, err)
    if isinstance(result, int):
        return result
    status, data, text = result
    print(json.dumps(data, ensure_ascii=False, indent=2) if as_json else text, file=out)
    return int(status)


def _told(
    status: int,
    problems: Sequence[Problem],
    as_json: bool,
    out: TextIO,
    err: TextIO,
    told: Data | None = None,
    said: Sequence[str] = (),
) -> int:
    for sentence in said or [problem.message for problem in problems]:
        print(f"neutrogui: {sentence}", file=err)
    if as_json:
        print(
            json.dumps(
                {"problems": [_problem_data(p) for p in problems], **(told or {})}, ensure_ascii=False, indent=2
            ),
            file=out,
        )
    return status


def _problem_data(problem: Problem) -> Data:
    data: Data = {"field": problem.field, "code": problem.code, "message": problem.message}
    if problem.readings:
        data["readings"] = list(problem.readings)
    return data


_WITHOUT_VALUE = frozenset({"--", "--json", "--large", "--list"})


def _signed_values_joined(arguments: Sequence[str]) -> list[str]:
    """`--wbc -1,5` as `--wbc=-1,5`: argparse would take the value for an option and never say what is wrong with it."""
    joined: list[str] = []
    for argument in arguments:
        negative = argument[:1] == "-" and argument[1:2].isdecimal()
        before = joined[-1] if joined else ""
        if negative and before.startswith("--") and "=" not in before and before not in _WITHOUT_VALUE:
            joined[-1] += f"={argument}"
        else:
            joined.append(argument)
    return joined


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="neutrogui", description="An offline reference on neutropenia.", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"NeutroGUI {__version__}")
    opening = parser.add_mutually_exclusive_group()
    opening.add_argument("--search", metavar="TEXT", default="", help="open the window with this search")
    opening.add_argument("--open", metavar="ID", default="", dest="entry_id", help="open the window at this entry")
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser)

    def command(name: str, run: Callable[..., Any], about: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=about, description=about, allow_abbrev=False)
        made.set_defaults(run=run)
        if name != "tour":
            made.add_argument("--json", action="store_true", help="give one JSON object")
        return made

    search = command("search", _search, "Find entries, best first.")
    search.add_argument("text", metavar="TEXT")
    search.add_argument("--limit", metavar="N", default="20", help="how many at the most (default: 20)")
    show = command("show", _show, "Show one entry with its references.")
    show.add_argument("entry_id", metavar="ID")
    command("tree", _tree, "Show the outline.")
    calculate = command("calc", _list_calculators, "Calculate; `calc --list` names the calculators.")
    calculate.add_argument("--list", action="store_true", help="list the calculators with their fields")
    _add_calculators(calculate)
    serial = command("series", _series, "Tell what serial counts show: lowest count, recovery, duration, period.")
    serial.add_argument("file", metavar="FILE.csv", type=Path, help="rows of date, anc, anc_unit or wbc, wbc_unit, …")
    serial.add_argument("--day-one", metavar="DATE", default="", help="day from which days are numbered: 2026-11-21")
    handout = command("handout", _handout, "Write a handout for a patient as a PDF file.")
    for option, metavar, about in _HANDOUT_OPTIONS:
        handout.add_argument(option, metavar=metavar, default="", help=about)
    handout.add_argument("--large", action="store_true", help="large type")
    handout.add_argument("--list", action="store_true", help="list the sheets, the languages, and who checked them")
    tour = command("tour", _tour, "Make pictures of the window and of the sheet, without a display.")
    tour.add_argument("folder", metavar="DIR", type=Path)
    command("self-test", _self_test, "Check the content and this installation.")
    return parser


_HANDOUT_OPTIONS = (
    ("--to", "FILE", "the PDF file to write"),
    ("--kind", "KIND", "which sheet: " + ", ".join(SheetKind)),
    ("--language", "CODE", "en (default), es, fr …; several with commas between"),
    ("--medicine", "NAME", "for the sheet of a medicine; see --list"),
    ("--settings", "FILE", "the clinic's settings, as exported; without it those of this computer"),
    ("--anc", "COUNT", "the neutrophil count to print"),
    ("--anc-unit", "UNIT", "its unit, such as /uL or 10^9/L"),
    ("--date", "DATE", "the day of the count, such as 2026-11-21"),
    ("--next-test", "DATE", "the day of the next blood test"),
    ("--low-from", "DATE", "the first of the days when the count may be lowest"),
    ("--low-to", "DATE", "the last of them"),
    ("--medicines", "TEXT", "medicines to ask about"),
    ("--paper", "PAPER", "a4 (default) or letter"),
    ("--call-at", "CELSIUS", "temperature in °C at which to call (default: 38.0)"),
    ("--clinic", "NAME", "name of the clinic"),
    ("--phone-day", "PHONE", "whom to call by day"),
    ("--phone-night", "PHONE", "whom to call by night and at weekends"),
    ("--where", "TEXT", "where to go"),
)


def _add_calculators(calculate: argparse.ArgumentParser) -> None:
    calculators = calculate.add_subparsers(metavar="CALCULATOR", parser_class=_Parser)
    for calculator in CATALOGUE.calculators:
        made = calculators.add_parser(
            calculator.key,
            help=calculator.title,
            description=calculator.formula,
            allow_abbrev=False,
        )
        made.add_argument("--json", action="store_true", help="give one JSON object")
        for field in calculator.fields:
            made.add_argument(_option(field.key), dest=field.key, default="", help=field.label.replace("%", "%%"))
        if calculator.key == AbsoluteNeutrophilCount.key:
            made.add_argument("--csv", metavar="FILE", default="", help="work out a table, a row a patient; see --to")
            made.add_argument("--to", metavar="FILE", default="", help="where the table with the results goes")
            made.add_argument("--report", metavar="FILE", default="", help="read a report; - reads standard input")
        made.set_defaults(run=_calculate, calculator=calculator)


def _option(field_key: str) -> str:
    return "--" + field_key.replace("_", "-")


def _window(options: argparse.Namespace, screens: Screens) -> int:
    return screens.window(WindowRequest(options.search, options.entry_id))


def _tour(options: argparse.Namespace, screens: Screens) -> int:
    return screens.tour(options.folder)


def _library(options: argparse.Namespace) -> Library:
    """The library in use; why a content pack is refused is said beside the answer."""
    in_use = open_library_in_use()
    if in_use.refusal:
        print(f"neutrogui: {in_use.refusal}", file=options.err)
    return in_use.library


def _search(options: argparse.Namespace, _: Screens) -> tuple[int, Data, str]:
    if not options.limit.isdecimal() or not 1 <= int(options.limit) <= 1000:
        raise _Refused([Problem("limit", "out-of-range", "--limit takes a whole number from 1 to 1000.")])
    hits = _library(options).search(options.text, int(options.limit))
    data = {
        "hits": [
            {
                "id": hit.id,
                "title": hit.title,
                "synonyms": list(hit.synonyms),
                "match": str(hit.match),
                "where": hit.where,
                "line": hit.line,
                "paths": [list(path) for path in hit.paths],
            }
            for hit in hits
        ]
    }
    lines = [f"{hit.title}  [{hit.id}]  {hit.match}: {hit.where}: {hit.line}" for hit in hits]
    return DONE, data, "\n".join(lines) or "Nothing found."


def _show(options: argparse.Namespace, _: Screens) -> tuple[int, Data, str]:
    entry = _library(options).entry(options.entry_id)
    return DONE, entry_data(entry), as_text(entry).rstrip("\n")


def entry_data(entry: Entry) -> Data:
    """The whole entry as JSON-ready data."""
    from neutrogui.store.codec import line_data, sections_data

    return {
        "id": entry.id,
        "title": entry.title,
        "kind": str(entry.kind),
        "synonyms": list(entry.synonyms),
        "tags": list(entry.tags),
        "summary": {"text": plain(entry.summary), "line": line_data(entry.summary)},
        "details": [{"label": d.label, "text": plain(d.value), "line": line_data(d.value)} for d in entry.details],
        "sections": sections_data(entry.sections),
        "references": [
            {
                "number": number,
                "id": r.id,
                "citation": r.citation,
                "doi": r.doi,
                "pmid": r.pmid,
                "address": r.address,
                "read": r.read,
            }
            for number, r in enumerate(entry.references, 1)
        ],
        "further": [{"id": r.id, "citation": r.citation, "doi": r.doi, "pmid": r.pmid} for r in entry.further],
        "related": [{"id": target, "title": title} for target, title in entry.related],
        "paths": [list(path) for path in entry.paths],
        "checked_on": entry.checked_on,
        "review": entry.review,
    }


def _tree(options: argparse.Namespace, _: Screens) -> tuple[int, Data, str]:
    outline = _library(options).outline()

    def data(place: Place) -> Data:
        return {
            "title": place.title,
            "id": place.entry_id or None,
            "children": [data(child) for child in place.children],
        }

    def lines(place: Place, depth: int) -> list[str]:
        name = f"{place.title}  [{place.entry_id}]" if place.entry_id else place.title
        return ["  " * depth + name, *(line for child in place.children for line in lines(child, depth + 1))]

    text = "\n".join(line for way in outline.ways for line in lines(way, 0))
    return DONE, {"outline": [data(way) for way in outline.ways]}, text


def _list_calculators(options: argparse.Namespace, _: Screens) -> tuple[int, Data, str]:
    if not options.list:
        raise _Refused([Problem("", "usage", "Name a calculator, or give --list to see them.")])
    lines = []
    for calculator in CATALOGUE.calculators:
        lines.append(f"{calculator.key}: {calculator.title}. {calculator.formula}")
        lines += [f"  {_option(field.key)}  {field.label}" for field in calculator.fields]
    return DONE, {"calculators": [calculator_data(c) for c in CATALOGUE.calculators]}, "\n".join(lines)


def calculator_data(calculator: Calculator) -> Data:
    """A calculator's declaration as JSON-ready data."""
    units_of_counts = {field.key for field in calculator.fields if field.choices == UNIT_CHOICES}
    return {
        "key": calculator.key,
        "title": calculator.title,
        "formula": calculator.formula,
        "source": calculator.source,
        "scope": calculator.scope,
        "groups": [{"key": group.key, "label": group.label} for group in calculator.groups],
        "fields": [
            {
                "key": field.key,
                "label": field.label,
                "kind": str(field.kind),
                "unit": field.unit or None,
                "unit_field": field.unit_field or None,
                "lower": None if field.lower is None else str(field.lower),
                "upper": None if field.upper is None else str(field.upper),
                "bounds_unit": "cells/uL" if field.unit_field in units_of_counts else field.unit or None,
                "choices": [{"key": c.key, "label": c.label, "spellings": list(c.spellings)} for c in field.choices],
                "group": field.group or None,
                "section": field.section or None,
                "optional": field.optional,
                "hint": field.hint,
            }
            for field in calculator.fields
        ],
    }


def _calculate(options: argparse.Namespace, _: Screens) -> tuple[int, Data, str]:
    calculator: Calculator = options.calculator
    typed = {field.key: getattr(options, field.key) for field in calculator.fields}
    if getattr(options, "csv", "") or getattr(options, "to", ""):
        if options.report:
            raise _Refused([Problem("report", "conflict", "Give either a table or a report, not both.")])
        return _calculate_table(calculator, options, typed)
    reading = _report_reading(options, typed) if getattr(options, "report", "") else None
    if reading is not None:
        typed = {**reading.typed, **{key: text for key, text in typed.items() if text}}
    told = {} if reading is None else _reading_data(reading)
    result = calculator.evaluate(typed)
    if isinstance(result, Problems):
        raise _Refused(result.problems, told, [_beside_its_option(problem) for problem in result])
    text = outcome_text(calculator, result)
    if reading is not None:
        text += "\n\n" + _paragraph(*(f"From the report, {each.field}: {each.words}" for each in reading.understood))
    return DONE, {**outcome_data(result), **told}, text


def _beside_its_option(problem: Problem) -> str:
    """A problem as the window shows it: at its field, with what can be typed instead."""
    choose = f" Type {' or '.join(problem.readings)}." if problem.readings else ""
    return f"{_option(problem.field)}: {problem.message}{choose}"


def _report_reading(options: argparse.Namespace, typed: dict[str, str]) -> ReportReading:
    """What the report says. An option beside it settles its field; anything else unclear is refused."""
    reading = read_report(_report_text(options.report))
    if not reading.understood and not reading.unclear:
        raise _Refused([Problem("report", "missing", "The report holds no count of white cells or neutrophils.")])
    reading = replace(reading, unclear=tuple(each for each in reading.unclear if not typed.get(each.field)))
    if reading.unclear:
        problems = [Problem(each.field, "unclear", _unclear_text(each), each.readings) for each in reading.unclear]
        raise _Refused(problems, _reading_data(reading))
    return reading


def _unclear_text(unclear: Unclear) -> str:
    readings = f" ({'; '.join(unclear.readings)})" if unclear.readings else ""
    return f"{unclear.field}{readings}: {unclear.why}"


def _report_text(name: str) -> str:
    """The text of a report, in UTF-8, UTF-16 with its mark, or the Western code page."""
    try:
        if name == "-":
            source = getattr(sys.stdin, "buffer", None)
            data = b"" if source is None else source.read(REPORT_LIMIT + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(REPORT_LIMIT + 1)
    except ValueError as error:
        raise _Refused([Problem("report", "not-a-file", "This is not the name of a file.")]) from error
    if len(data) > REPORT_LIMIT:
        message = "The report is larger than 1 MB. Give the blood count alone."
        raise _Refused([Problem("report", "too-long", message)])
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _reading_data(reading: ReportReading) -> Data:
    return {
        "understood": [asdict(each) for each in reading.understood],
        "unclear": [asdict(each) for each in reading.unclear],
    }


def _calculate_table(
    calculator: Calculator, options: argparse.Namespace, typed: dict[str, str]
) -> tuple[int, Data, str]:
    for key, words in (("csv", "the table to read"), ("to", "the file for the results")):
        if not getattr(options, key):
            raise _Refused([Problem(key, "missing", f"Name {words}: --{key} FILE.")])
    try:
        source, target = Path(options.csv), Path(options.to)
        worked_out = calculate_table(calculator, source, target, typed, partial(_show_progress, options.err))
    except TableRefused as refused:
        raise _Refused([refused.problem]) from refused
    except SavingFailed as failed:
        raise PrintingFailed(str(failed)) from failed
    rows = f"{worked_out.rows:,} {'row is' if worked_out.rows == 1 else 'rows are'}"
    return DONE, asdict(worked_out), f"{rows} in {target}; {worked_out.refused:,} without a result."


def _show_progress(err: TextIO, rows: int, share: float) -> None:
    """A bar on one line; where nobody watches, nothing."""
    if err.isatty():
        filled = round(share * _BAR_LENGTH)
        bar = "█" * filled + "·" * (_BAR_LENGTH - filled)
        print(f"\r{bar} {share:4.0%}  {rows:,} rows", end="\n" if share == 1 else "", file=err, flush=True)


_BAR_LENGTH = 30


_TEXT_WIDTH = 100

_BEFORE_UNIT = re.compile(r"(?<=\d) (?=/µL|×10|°C|%)")


def outcome_text(calculator: Calculator, outcome: Outcome) -> str:
    """A result for people, in lines of at most 100 characters: all of it but the source of each scheme or finding."""
    standings = [
        f"{each.name}: {each.label} — {each.reason if each.grade is None else each.rule}" for each in outcome.standings
    ]
    findings = [f"{each.name}: {each.told} — {each.rule}" for each in outcome.findings]
    parts = (
        _paragraph(f"{calculator.title}: {outcome.headline}", outcome.also, f"Working: {outcome.working}"),
        _list("In every scheme:", standings),
        _list("In detail:", findings),
        _paragraph(*(f"Caution: {caution.message}" for caution in outcome.cautions)),
        _paragraph(f"Scope: {calculator.scope}" if calculator.scope else "", f"Source: {outcome.source}"),
    )
    return "\n\n".join(filter(None, parts))


def _paragraph(*lines: str, indent: str = "") -> str:
    """Lines, wrapped with what follows hanging and no number without its unit; empty ones are left out."""
    wrapping = textwrap.TextWrapper(
        _TEXT_WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    wrapped = (wrapping.fill(_BEFORE_UNIT.sub("\N{NO-BREAK SPACE}", line)) for line in lines if line)
    return "\n".join(wrapped).replace("\N{NO-BREAK SPACE}", " ")


def _list(heading: str, lines: Sequence[str]) -> str:
    return f"{heading}\n{_paragraph(*lines, indent='  ')}" if lines else ""


def outcome_data(outcome: Outcome) -> Data:
    """A result as JSON-ready data; numbers are exact decimal texts."""
    return {
        **outcome.values,
        "working": outcome.working,
        "grades": [_standing_data(standing) for standing in outcome.standings or map(_standing, outcome.grades)],
        **({"findings": [asdict(finding) for finding in outcome.findings]} if outcome.findings else {}),
        "warnings": [{"field": c.field, "code": c.code, "message": c.message} for c in outcome.cautions],
    }


def _standing(grade: Grade) -> Standing:
    scale, band = grade.scale, grade.band
    return Standing(scale.key, scale.name, band.key, band.label, band.range_text, scale.source)


def _standing_data(standing: Standing) -> Data:
    data: Data = {
        "scheme": standing.scheme,
        "grade": standing.grade,
        "name": standing.name,
        "label": standing.label,
        "range": standing.rule,
        "source": standing.source,
    }
    if standing.grade is None:
        data["reason"] = standing.reason
    return data


def _series(options: argparse.Namespace, _: Screens) -> tuple[int, Data, str]:
    with options.file.open("rb") as file:
        text = series_text.decode(file.read(series_text.MOST_BYTES + 1))
    counts = text if isinstance(text, Problems) else series_text.read_series(text)
    day_one = series_text.read_day(options.day_one) if options.day_one else None
    problems: list[Problem] = []
    if isinstance(day_one, Refusal):
        problems.append(Problem("day_one", day_one.code, day_one.message, day_one.readings))
    if isinstance(counts, Problems):
        problems += counts.problems
    if isinstance(day_one, Refusal) or isinstance(counts, Problems):
        raise _Refused(problems)
    found, cautions = series.findings(counts, day_one), series_text.cautions(counts)
    data = {
        **series.values(counts, day_one),
        "findings": [
            {"key": f.key, "name": f.name, "result": f.result, "rule": f.rule, "source": f.source} for f in found
        ],
        "warnings": [{"field": c.field, "code": c.code, "message": c.message} for c in cautions],
    }
    lines = [line for f in found for line in (f"{f.name}: {f.result}", f"  Rule: {f.rule}")]
    return DONE, data, "\n".join([*lines, *(f"Caution: {caution.message}" for caution in cautions)])


_ABOUT_THE_PATIENT = {
    "kind": "kind",
    "language": "languages",
    "medicine": "medicine",
    "anc": "count",
    "anc_unit": "count_unit",
    "date": "counted_on",
    "next_test": "next_test",
    "low_from": "low_from",
    "low_to": "low_to",
    "medicines": "medicines",
}
"""The options of `handout`, each with the key that the sheet has for it."""

_ABOUT_THE_CLINIC = ("paper", "call_at", "clinic", "phone_day", "phone_night", "where")
"""The options that are settings of the clinic, by the same names; they come before those in a file."""


def _handout(options: argparse.Namespace, _: Screens) -> tuple[int, Data, str]:
    from neutrogui.handout.printing import TypstPrinting

    if options.list:
        return _list_handouts()
    if not options.to:
        raise _Refused([Problem("to", "missing", "--to takes the PDF file to write.")])
    typed = {key: text for option, key in _ABOUT_THE_PATIENT.items() if (text := getattr(options, option))}
    settings = _settings(options)
    settings = replace(settings, **{key: text for key in _ABOUT_THE_CLINIC if (text := getattr(options, key))})
    if options.large:
        settings = replace(settings, type_size=str(TypeSize.LARGE))
    handout = read_handout(typed, settings, handout_rules())
    if isinstance(handout, Problems):
        option_of = {key: option for option, key in _ABOUT_THE_PATIENT.items()}
        raise _Refused([replace(p, field=option_of.get(p.field, p.field)) for p in handout.problems])
    path = Path(options.to)
    printing = TypstPrinting(bundle.resources())
    printing.save(printing.pdf(handout), path)
    count = handout.numbers.count
    data = {
        "file": str(path),
        "kind": str(handout.kind),
        "languages": list(handout.languages),
        "paper": str(handout.paper),
        "type_size": str(handout.type_size),
        "call_at_celsius": str(handout.call_at),
        "call_at_fahrenheit": str(fahrenheit(handout.call_at)),
        "anc_per_ul": None if count is None else decimal_text(count.per_ul),
        "severity": None if count is None else handout.scale.grade(count.per_ul).band.label,
    }
    return DONE, data, f"Wrote {path}."


def _settings(options: argparse.Namespace) -> ClinicSettings:
    store = clinic_files()
    if not options.settings:
        kept = store.load()
        # Without them a sheet would bear another temperature than the clinic's, and no telephone number.
        if kept.trouble:
            raise _Refused([Problem("settings", "bad-settings", kept.trouble)])
        return kept.settings
    read = store.read(Path(options.settings))
    if isinstance(read, Refusal):
        raise _Refused([Problem("settings", read.code, read.message)])
    return read


def _list_handouts() -> tuple[int, Data, str]:
    words, plan = handout_words(), handout_rules().plan
    kinds = [
        {"key": str(kind), "title": title, "for": whom} for kind, (title, whom) in words.sheets.items()
    ]  # fmt: skip
    languages = [
        {
            "code": language.code,
            "name": language.name,
            "checked": language.code == ENGLISH or bool(language.checked_by),
            "checked_by": language.checked_by or None,
        }
        for language in words.languages
    ]
    lines = [f"{kind['key']:12} {kind['for']}" for kind in kinds]
    lines += [
        f"{each['code']:12} {each['name']}{'' if each['checked'] else ' (not yet checked by a translator)'}"
        for each in languages
    ]
    data = {"kinds": kinds, "languages": languages, "medicines": list(plan.medicines), "reviewed_by_clinician": False}
    return DONE, data, "\n".join(lines)


def _self_test(_: argparse.Namespace, __: Screens) -> tuple[int, Data, str]:
    checks = self_test()
    passed = all(check.passed for check in checks)
    data = {
        "ok": passed,
        "version": __version__,
        "checks": [{"name": c.name, "ok": c.passed, "detail": c.detail} for c in checks],
    }
    lines = [f"{'ok    ' if c.passed else 'FAILED'}  {c.name}: {c.detail}" for c in checks]
    return DONE if passed else FAILED, data, "\n".join(lines)
