"""The precautions sheet as a document: its words from `texts`, its numbers from the clinic."""

from decimal import ROUND_DOWN, Decimal
from pathlib import Path
from typing import Any

from neutrogui.domain.calculator import Band
from neutrogui.domain.handout import PrecautionsSheet, TypeSize
from neutrogui.domain.quantity import PER_LITRE, PER_UL, Count, Unit
from neutrogui.handout import scale
from neutrogui.handout.texts import day_in_words, read_texts
from neutrogui.handout.typesetting import PAPER, Document

_POINTS = {TypeSize.NORMAL: 12.5, TypeSize.LARGE: 16}


def document(sheet: PrecautionsSheet, resources: Path, language: str = "en") -> Document:
    """The sheet, for the paper and in the type size that it names; `resources` is the bundled folder."""
    texts = read_texts(resources, language)
    texts["call"]["threshold"] = texts["call"]["threshold"].format(
        celsius=sheet.call_at, fahrenheit=sheet.call_at_fahrenheit
    )
    texts["footer"]["program"] = texts["footer"]["program"].format(edition=sheet.edition).strip()
    data = {
        "dated": texts.pop("revised").isoformat(),
        "paper": PAPER[sheet.paper],
        "points": _POINTS[sheet.type_size],
        "clinic": sheet.clinic,
        "phone_day": sheet.phone_day,
        "phone_night": sheet.phone_night,
        "texts": texts,
        "count": _count(sheet, sheet.count, texts) if sheet.count else None,
    }
    return Document("precautions", data, resources)


def _count(sheet: PrecautionsSheet, count: Count, texts: dict[str, Any]) -> dict[str, Any]:
    words = texts["numbers"]
    headline, same = _shown(count, PER_UL, words), _shown(count, PER_LITRE, words)
    data = {
        "headline": headline,
        "same": words["same"].format(count=same),
        "level": sheet.count_words,
        "counted_on": day_in_words(sheet.counted_on, texts["dates"]) if sheet.counted_on else "",
        "scale": None,
    }
    if sheet.scale is not None:
        band = sheet.scale.grade(count.per_ul).band
        data["level"] = _level(band, "long", words)
        data["scale"] = scale.drawn(
            sheet.scale, count.per_ul, headline, lambda each: _level(each, "short", words), words
        )
    return data


def _level(band: Band, form: str, texts: dict[str, Any]) -> str:
    names = texts["levels"].get(band.key)
    return str(names[form]) if names else band.label


def _shown(count: Count, unit: Unit, texts: dict[str, Any]) -> str:
    """Whole cells. A fraction is cut, never rounded up across a bound, and the text then says "about"."""
    whole = count.per_ul.quantize(Decimal(1), rounding=ROUND_DOWN)
    if whole == count.per_ul or whole < 10:
        return _unbroken(count.text_in(unit))
    return str(texts["about"].format(count=_unbroken(Count(whole).text_in(unit))))


def _unbroken(text: str) -> str:
    return text.replace(" ", "\N{NO-BREAK SPACE}")
