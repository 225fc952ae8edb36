"""A calculator's result as a document: what was filled in, what came out, and how, so that it can be checked."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from neutrogui import __version__
from neutrogui.domain.calculator import Finding, Outcome, Standing, answers
from neutrogui.domain.language import grouped, say
from neutrogui.domain.printable import PrintedResult
from neutrogui.domain.quantity import is_count_text
from neutrogui.handout import record, scale
from neutrogui.handout.record import runs
from neutrogui.handout.typesetting import Document


def document(printed: PrintedResult, resources: Path) -> Document:
    """The result with its working and sources; `resources` is the bundled folder. No patient's name is in it.

    It is in the language of the screens, in which the outcome is told.
    """
    words = record.words()
    calculator, outcome = printed.calculator, printed.outcome
    texts = words["result"]
    filled_in = answers(calculator.fields, printed.typed)
    return record.document(
        resources,
        words,
        title=say(calculator.title),
        summary=runs(f"{outcome.headline} = {outcome.also}" if _is_twice(outcome) else outcome.headline, "strong"),
        sections=[
            record.section(texts["filled_in"], record.items([runs(f"{label}: {value}") for label, value in filled_in])),
            *_what_came_out(outcome, words),
            record.section(texts["working"], *_working(printed, texts)),
            *(
                [record.section(texts["scope"], record.paragraph(runs(say(calculator.scope))))]
                if calculator.scope
                else ()
            ),
            record.section(texts["source"], record.paragraph(runs(outcome.source or say(calculator.source)))),
        ],
        closing=words["informs"],
        dated=printed.made_on,
        paper=printed.paper,
        edition=__version__,
        patient=True,
    )


def _what_came_out(outcome: Outcome, words: dict[str, Any]) -> Iterator[dict[str, Any]]:
    texts = words["result"]
    blocks = [] if _is_twice(outcome) or not outcome.also else [record.paragraph(runs(outcome.also))]
    blocks += [record.caution(each.message) for each in outcome.cautions]
    if outcome.count_per_ul is not None and outcome.grades:
        grade = outcome.grades[0]
        blocks += [
            record.paragraph([*runs(f"{say(grade.scale.name)}: "), *runs(say(grade.band.label), "strong"),
                              *runs(f" ({grade.band.range_text})")]),
            {"kind": "scale", "scale": scale.drawn(
                grade.scale, outcome.count_per_ul, outcome.headline, lambda band: words["levels"][band.key], words,
                outcome.interval_per_ul,
            )},
        ]  # fmt: skip
        if outcome.interval_per_ul:
            lower, upper = grade.scale.rounded_outward(outcome.interval_per_ul)
            blocks.append(record.paragraph(runs(texts["interval"].format(lower=grouped(lower), upper=grouped(upper)))))
    yield record.section(words["result"]["result"], *blocks)
    if outcome.standings:
        header = [runs(texts[key]) for key in ("scheme", "grade", "rule")]
        rows = [_standing(standing, texts) for standing in outcome.standings]
        yield record.section(texts["standings"], record.table(header, rows))
    if outcome.findings:
        yield record.section(texts["findings"], *(_finding(each, outcome.source) for each in outcome.findings))


def _is_twice(outcome: Outcome) -> bool:
    """Whether headline and the line below it are one count in two units."""
    return is_count_text(outcome.headline) and is_count_text(outcome.also)


def _standing(standing: Standing, texts: dict[str, str]) -> list[record.Runs]:
    given = standing.grade is not None
    return [
        runs(standing.name),
        runs(standing.label if given else texts["not_given"], "strong"),
        runs(standing.rule if given else standing.reason),
    ]


def _finding(finding: Finding, common_source: str) -> record.Block:
    source = "" if finding.source == common_source else finding.source
    small = " ".join(part for part in (finding.rule, source) if part)
    return record.paragraph([*runs(f"{finding.name}: {finding.told}", "strong"), *runs(f" {small}" if small else "")])


def _working(printed: PrintedResult, texts: dict[str, str]) -> Iterator[record.Block]:
    yield record.paragraph(runs(printed.outcome.working))
    if printed.calculator.formula:
        yield record.paragraph(runs(texts["formula"].format(formula=say(printed.calculator.formula))))
