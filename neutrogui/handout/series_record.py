"""Serial counts as a document: the picture, what the counts show and by which rule, and every count."""

from datetime import date
from decimal import ROUND_DOWN, Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

from neutrogui import __version__
from neutrogui.domain.language import grouped
from neutrogui.domain.number import plain
from neutrogui.domain.plot import (
    Plotted,
    along,
    dates,
    described,
    height_axis,
    heights,
    in_digits,
    places,
    since,
    zone_name,
)
from neutrogui.domain.printable import PrintedSeries
from neutrogui.domain.quantity import PER_LITRE, PER_UL, Count
from neutrogui.domain.series import DayCount, Point
from neutrogui.handout import record
from neutrogui.handout.record import runs
from neutrogui.handout.texts import day_in_words
from neutrogui.handout.typesetting import Document

MOST_DATES = 6
"""Dates below the picture that have room beside one another."""

LABEL_HEIGHT = 0.055
"""How high a line of text is, as a share of the picture."""


def document(printed: PrintedSeries, resources: Path) -> Document:
    """The report; `resources` is the bundled folder. No patient's name is in it.

    It is in the language of the screens, in which the findings are told.
    """
    words = record.words()
    plotted, texts = printed.plotted, words["series"]
    points = plotted.series.points
    first, last = points[0].day, points[-1].day

    def in_words(day: date) -> str:
        return day_in_words(day.isoformat(), words["dates"])

    number = texts["one"] if len(points) == 1 else texts["several"].format(n=grouped(len(points)))
    marks = []
    if (low := plotted.nadir) is not None:
        marks.append(texts["nadir"].format(count=f"{in_digits(low.per_ul)} {PER_UL.label}", date=in_words(low.day)))
    if plotted.lower_limit is not None:
        marks.append(texts["limit"].format(count=f"{in_digits(plotted.lower_limit)} {PER_UL.label}"))
    if plotted.day_one is not None:
        marks.append(texts["since"].format(date=in_words(plotted.day_one)))
    return record.document(
        resources,
        words,
        title=texts["title"],
        summary=runs(texts["range"].format(number=number, first=in_words(first), last=in_words(last))),
        sections=[
            record.section(
                texts["picture"],
                *(record.caution(caution.message) for caution in printed.cautions),
                {"kind": "plot", "plot": _plot(plotted, texts)},
                *([record.paragraph(runs(" ".join(marks)))] if marks else ()),
            ),
            record.section(
                texts["shows"],
                *(
                    record.paragraph([
                        *runs(f"{finding.name}: {finding.result}", "strong"),
                        *runs(f" {finding.rule}"),
                        *(runs(f" {texts['source'].format(source=finding.source)}.") if finding.source else ()),
                    ])
                    for finding in printed.findings
                ),
            ),
            record.section(texts["counts"], _table(plotted, texts)),
        ],
        closing=words["informs"],
        dated=printed.made_on,
        paper=printed.paper,
        edition=__version__,
        patient=True,
    )  # fmt: skip


def _plot(plotted: Plotted, texts: dict[str, str]) -> dict[str, Any]:
    axis = height_axis(plotted)
    bands = plotted.scale.bands
    bottoms = [axis.share(band.lower) for band in bands]
    zones = list(zip(bands, bottoms, [*bottoms[1:], 1.0], strict=True))
    taken: list[float] = []
    ticks = []
    for tick in heights(plotted):
        at = axis.share(tick)
        if all(abs(at - other) >= LABEL_HEIGHT for other in taken):
            taken.append(at)
            ticks.append({"at": at, "text": in_digits(tick)})
    days = [day for day in dates(plotted, MOST_DATES) if 0 <= along(plotted, day) <= 1]
    limit, nadir = plotted.lower_limit, plotted.nadir
    return {
        "alt": described(plotted, counts=False),
        "axis": texts["axis"].format(scale=axis.name),
        "zones": [
            {"name": zone_name(band), "bottom": bottom, "top": top, "label": label}
            for (band, bottom, top), label in zip(zones, _apart([(b + t) / 2 for _, b, t in zones]), strict=True)
        ],
        "heights": ticks,
        "dates": [
            {
                "at": along(plotted, day),
                "text": day.isoformat(),
                "since": "" if plotted.day_one is None else since(day, plotted.day_one),
            }
            for day in days
        ],
        "points": [list(place) for place in places(plotted)],
        "limit": None if limit is None else axis.share(limit),
        "nadir": None if nadir is None else _place(plotted, nadir),
    }


def _place(plotted: Plotted, nadir: DayCount) -> list[float]:
    lowest = next(point for point in plotted.series.points if DayCount(point.day, point.per_ul) == nadir)
    return [along(plotted, lowest.day, lowest.time), height_axis(plotted).share(lowest.per_ul)]


def _apart(middles: list[float]) -> list[float]:
    """Heights of labels, lowest first, moved up where they would touch."""
    moved = middles[:1]
    for _, middle in pairwise(middles):
        moved.append(max(middle, moved[-1] + LABEL_HEIGHT))
    return moved


def _table(plotted: Plotted, texts: dict[str, str]) -> record.Block:
    """Columns that would be empty all the way down are left out."""
    points = plotted.series.points
    columns = [
        (texts["date"], [point.day.isoformat() for point in points]),
        (texts["time"], ["" if point.time is None else f"{point.time:%H:%M}" for point in points]),
        (texts["day"], ["" if plotted.day_one is None else since(p.day, plotted.day_one) for p in points]),
        (texts["per_ul"], [_shown(point.per_ul) for point in points]),
        (texts["per_litre"], [plain(Count(_cut(point.per_ul)).value_in(PER_LITRE)) for point in points]),
        (texts["severity"], [zone_name(plotted.scale.grade(point.per_ul).band) for point in points]),
        (texts["reported"], [_reported(point) for point in points]),
    ]
    shown = [(name, cells) for name, cells in columns if any(cells)]
    rows = zip(*(cells for _, cells in shown), strict=True)
    return record.table([runs(name) for name, _ in shown], [[runs(cell) for cell in row] for row in rows])


def _shown(per_ul: Decimal) -> str:
    return in_digits(_cut(per_ul))


def _cut(per_ul: Decimal) -> Decimal:
    """Two decimals at the most; cut, never rounded up across a bound."""
    return per_ul.quantize(Decimal("0.01"), ROUND_DOWN) if per_ul % 1 else per_ul


def _reported(point: Point) -> str:
    """What the laboratory gave, such as `wbc 1.2 10^9/L, neutrophils 40`."""
    parts: list[str] = []
    for column, text in point.reported:
        if column.endswith("_unit") and parts:
            parts[-1] += f" {text}"
        else:
            parts.append(f"{column.replace('_', ' ')} {text}")
    return ", ".join(parts)
