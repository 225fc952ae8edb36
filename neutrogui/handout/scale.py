"""A count on a severity scale as the numbers that a template draws.

Bands are drawn equally wide, so that each has room for its word; within a band places are in proportion.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from neutrogui.domain.calculator import Band, Scale
from neutrogui.domain.language import grouped
from neutrogui.domain.number import plain
from neutrogui.domain.quantity import PER_UL

Interval = tuple[Decimal, Decimal]


def drawn(
    scale: Scale,
    per_ul: Decimal,
    count: str,
    name: Callable[[Band], str],
    words: Mapping[str, str],
    interval: Interval | None = None,
    reach: Callable[[Band], str] = lambda band: band.range_text,
) -> dict[str, Any]:
    """The scale with the unrounded count `per_ul` marked, and its interval, both in cells/µL.

    `count` is the count in words, `name` gives a band's, `reach` its bounds. `words` are `scale_band`, `scale_unit`,
    `scale_alt` and, where there is an interval, `scale_interval`.
    """
    band = scale.grade(per_ul).band
    bands = [words["scale_band"].format(level=name(each), range=reach(each)) for each in scale.bands]
    alt = {"bands": "; ".join(bands), "count": count, "level": name(band)}
    if interval is not None:
        lower, upper = (f"{grouped(end)} {PER_UL.label}" for end in scale.rounded_outward(interval))
        alt["interval"] = words["scale_interval"].format(lower=lower, upper=upper)
    return {
        "bands": [name(each) for each in scale.bands],
        "edges": [plain(each.lower) for each in scale.bands[1:]],
        "current": scale.bands.index(band),
        "mark": _place(scale, per_ul),
        "interval": None if interval is None else [_place(scale, end) for end in interval],
        "unit": words["scale_unit"].format(unit=PER_UL.label),
        "alt": words["scale_alt"].format(**{"interval": "", **alt}),
    }


def _place(scale: Scale, per_ul: Decimal) -> float:
    """Where a count lies along the scale, from 0 to 1."""
    band = scale.grade(per_ul).band
    # A band without an end is drawn as wide as twice its lower bound; a count beyond stands at its end.
    width = (band.upper or band.lower * 2) - band.lower
    within = min((per_ul - band.lower) / width, Decimal(1))
    return float((scale.bands.index(band) + within) / len(scale.bands))
