"""A handout as a document: its words by language, its numbers from the clinic, laid out once for each language."""

from collections.abc import Mapping
from decimal import ROUND_DOWN, Decimal
from pathlib import Path
from typing import Any

from neutrogui.domain.calculator import Band
from neutrogui.domain.handout import ENGLISH, Handout, TypeSize, fahrenheit
from neutrogui.domain.number import plain
from neutrogui.domain.quantity import PER_LITRE, PER_UL, Count, Unit
from neutrogui.domain.sheet_plan import HandoutPlan, LineGroup, SheetKind
from neutrogui.handout import scale
from neutrogui.handout.plan import read_plan
from neutrogui.handout.texts import day_in_words, filled, read_texts
from neutrogui.handout.typesetting import PAPER, Document

_POINTS = {TypeSize.NORMAL: 12, TypeSize.LARGE: 16}

LOG_DAYS = 14
"""Days on the temperature log: those after chemotherapy in which the count falls and comes back."""

_PLACE_OF_ADVICE = {"medicine-act": "act", "medicine-tests": "tests"}
"""The groups whose first line is the one that the chosen medicine's label asks for."""


def document(handout: Handout, resources: Path) -> Document:
    """The sheet, for the paper and in the type size that it names, in each of its languages.

    Where nobody qualified has checked a translation, the English comes last, once. `resources` is the bundled folder.
    """
    plan = read_plan(resources)
    sheets = [_sheet(handout, plan, resources, code) for code in _in_order(handout, resources)]
    revised = max(sheet.pop("revised") for sheet in sheets)
    data = {
        "dated": revised,
        "paper": PAPER[handout.paper],
        "points": _POINTS[handout.type_size],
        "logo": None if handout.logo is None else {"data": list(handout.logo.data), "form": handout.logo.form},
        "sheets": sheets,
    }
    return Document("sheet", data, resources)


def is_checked(handout: Handout, code: str, resources: Path) -> bool:
    """Whether the words of a language may stand without their English."""
    about = read_texts(resources, code)["language"]
    return code == ENGLISH or bool(about["checked_by"]) or code in handout.checked


def _in_order(handout: Handout, resources: Path) -> tuple[str, ...]:
    """The languages as they are printed: English last where a translation says that it follows."""
    if all(is_checked(handout, code, resources) for code in handout.languages):
        return handout.languages
    return (*(code for code in handout.languages if code != ENGLISH), ENGLISH)


def _sheet(handout: Handout, plan: HandoutPlan, resources: Path, code: str) -> dict[str, Any]:
    words = read_texts(resources, code)
    sheet, about = plan.sheets[handout.kind], words["language"]
    mark = about["decimal"]
    numbers = {**plan.numbers, **_limits(handout, mark)}

    def text(line: str) -> str:
        return filled(words["lines"][line], numbers)

    call = words["call"]
    return {
        "revised": about["revised"].isoformat(),
        "language": about["code"],
        "direction": about["direction"],
        "kind": str(handout.kind),
        "title": words["sheets"][handout.kind]["title"],
        "lead": words["sheets"][handout.kind]["lead"],
        "clinic": handout.clinic,
        "header": dict(words["header"]),
        "call": {
            "title": call["title"] if sheet.threshold else call["ask"],
            "temperature": call["temperature"],
            "threshold": filled(call["threshold"], numbers) if sheet.threshold else "",
            "or_higher": call["or_higher"],
            "low": filled(call["low"], numbers) if sheet.threshold and handout.low_at is not None else "",
            "phones": [[call["day"], handout.phone_day], [call["night"], handout.phone_night]],
            "where": [call["where"], handout.where] if handout.where else None,
            "signs_title": call["signs_title"],
            "signs": [[f"sign-{sign}", words["signs"][sign]] for sign in handout.signs],
            "rules": [words["rules"][rule] for rule in sheet.rules],
        },
        "medicine": _medicine(handout, words),
        "numbers": _numbers(handout, words, mark) if handout.kind is not SheetKind.DUFFY_NULL else None,
        "groups": [
            group
            for key in sheet.groups
            if (group := _group(key, plan.groups[key], handout, plan, words["groups"], text))["lines"] or group["ruled"]
        ]
        + ([_own(handout, words)] if handout.own_lines or handout.kind is SheetKind.BLANK else []),
        "check": {
            "title": words["check"]["title"],
            "items": [words["check"][each] for each in sheet.check],
            "questions": words["check"]["questions"],
        },
        "card": _card(handout, sheet.card, words, mark),
        "log": {**words["log"], "days": LOG_DAYS} if sheet.log else None,
        "footer": {
            "advice": words["footer"]["advice"],
            "review": words["footer"]["review"],
            "program": words["footer"]["program"].format(edition=handout.edition).strip(),
            "page": words["footer"]["page"],
            "unchecked": "" if is_checked(handout, code, resources) else words["footer"]["unchecked"],
        },
    }


def _limits(handout: Handout, mark: str) -> dict[str, str]:
    low = handout.low_at
    limits = {"call_celsius": handout.call_at, "call_fahrenheit": fahrenheit(handout.call_at)}
    if low is not None:
        limits |= {"low_celsius": low, "low_fahrenheit": fahrenheit(low)}
    return {name: str(limit).replace(".", mark) for name, limit in limits.items()}


def _group(
    key: str, group: LineGroup, handout: Handout, plan: HandoutPlan, titles: Mapping[str, str], text: Any
) -> dict[str, Any]:
    lines = [line for line in group.lines if line in handout.lines]
    place = _PLACE_OF_ADVICE.get(key)
    if place and handout.medicine and lines[:1] == list(group.lines[:1]):
        lines[0] = getattr(plan.medicines[handout.medicine], place)
    return {
        "icon": group.icon,
        "title": titles[key],
        "lines": [text(line) for line in dict.fromkeys(lines)],
        "ruled": group.ruled,
    }


def _own(handout: Handout, words: Mapping[str, Any]) -> dict[str, Any]:
    """The clinic's lines; a blank sheet without any has lines for the pen."""
    return {
        "icon": "question",
        "title": words["groups"]["own"],
        "lines": list(handout.own_lines),
        "ruled": 0 if handout.own_lines else 8,
    }


def _medicine(handout: Handout, words: Mapping[str, Any]) -> dict[str, str] | None:
    if handout.kind is not SheetKind.MEDICINE:
        return None
    return {"label": words["medicines"]["label"], "name": words["medicines"].get(handout.medicine, "")}


def _card(handout: Handout, key: str, words: Mapping[str, Any], mark: str) -> dict[str, Any]:
    count = handout.numbers.count
    labels = words["card"]
    lines = [[labels["day"], handout.phone_day], [labels["night"], handout.phone_night]]
    if handout.kind is SheetKind.MEDICINE:
        lines.insert(0, [labels["medicine"], words["medicines"].get(handout.medicine, "")])
    if handout.clinic:
        lines.append([labels["clinic"], handout.clinic])
    if count is not None:
        shown = _shown(count, PER_UL, words["numbers"], mark)
        day = handout.numbers.counted_on
        lines.append([labels["count"], f"{shown} ({day_in_words(day, words['dates'])})" if day else shown])
    elif handout.kind is SheetKind.DUFFY_NULL:
        lines.append([labels["count"], ""])
    return {
        "cut": labels["cut"],
        "name": labels["name"],
        "title": words["cards"][key]["title"],
        "plea": words["cards"][key]["plea"],
        "lines": lines,
    }


def _numbers(handout: Handout, words: Mapping[str, Any], mark: str) -> dict[str, Any]:
    texts, numbers = words["numbers"], handout.numbers

    def day(iso: str) -> str:
        return day_in_words(iso, words["dates"]) if iso else ""

    data: dict[str, Any] = {
        "title": texts["title"],
        "count": None,
        "count_label": texts["count"],
        "counted_on": [texts["counted_on"], day(numbers.counted_on)],
        "next_test": [texts["next_test"], day(numbers.next_test)],
        "low_days": [texts["low_days"], texts["low_from"], day(numbers.low_from), texts["low_to"], day(numbers.low_to)],
        "medicines": [texts["medicines"], numbers.medicines],
    }
    if numbers.count is None:
        return data
    count = numbers.count
    headline = _shown(count, PER_UL, texts, mark)
    level = _level(handout.scale.grade(count.per_ul).band, "long", texts)
    data["count"] = {
        "headline": headline,
        "same": texts["same"].format(count=_shown(count, PER_LITRE, texts, mark)),
        "level": [texts["level"], level],
        "scale": scale.drawn(
            handout.scale,
            count.per_ul,
            headline,
            lambda band: _level(band, "short", texts),
            texts,
            reach=lambda band: _range(band, texts),
        ),
    }
    return data


def _range(band: Band, texts: Mapping[str, str]) -> str:
    if band.upper is None:
        return texts["range_from"].format(lower=plain(band.lower))
    if not band.lower:
        return texts["range_below"].format(upper=plain(band.upper))
    return texts["range_between"].format(lower=plain(band.lower), upper=plain(band.upper))


def _level(band: Band, form: str, texts: Mapping[str, Any]) -> str:
    names = texts["levels"].get(band.key)
    return str(names[form]) if names else band.label


def _shown(count: Count, unit: Unit, texts: Mapping[str, Any], mark: str) -> str:
    """Whole cells. A fraction is cut, never rounded up across a bound, and the text then says "about"."""
    whole = count.per_ul.quantize(Decimal(1), rounding=ROUND_DOWN)
    if whole == count.per_ul or whole < 10:
        return _unbroken(count, unit, mark)
    return str(texts["about"].format(count=_unbroken(Count(whole), unit, mark)))


def _unbroken(count: Count, unit: Unit, mark: str) -> str:
    value = plain(count.value_in(unit)).replace(".", mark)
    return f"{value}\N{NO-BREAK SPACE}{unit.label}".replace(" ", "\N{NO-BREAK SPACE}")
