"""Typed text to an exact number, or the reason why not. The same in every language and country.

Accepted are digits with at most one decimal mark, `.` or `,`, and a digit on either side of it. Nothing that two people
could read differently is read: `1,234` is a thousand to one and one and a bit to another, so both readings are offered.

>>> read_number("0,5")
Decimal('0.5')
>>> read_number("1,234").readings
('1234', '1.2340')
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from neutrogui.domain.language import say

MAX_DIGITS = 12
"""No count or percentage has more; longer input is a slip of the hand or a paste."""

_NUMBER = re.compile(r"(\d+)(?:([.,])(\d+))?", re.ASCII)
_NEGATIVE = re.compile(r"[-−–]\s*\d+(?:[.,]\d+)?", re.ASCII)
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text was not read: `code` for programs, `message` for people, `readings` to choose from, if any."""

    code: str
    message: str
    readings: tuple[str, ...] = ()


def read_number(typed: str) -> Decimal | Refusal:
    """The number that everybody would read in `typed`, exactly; else a `Refusal`.

    Codes: `missing` (nothing typed), `negative`, `ambiguous` (a mark before exactly three digits could divide thousands
    or be the decimal mark; with a leading zero it could not), `too-long` (over 12 digits), `not-a-number`.
    """
    text = typed.strip()
    if not text:
        return Refusal("missing", say("Type a number, such as 1.2 or 1,2."))
    if _NEGATIVE.fullmatch(text):
        return Refusal("negative", say("A number below zero is not possible here. Type a number such as 1.2."))
    match = _NUMBER.fullmatch(text)
    if match is None:
        shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
        printable = "".join(c for c in shown if c.isprintable())
        message = say("“{typed}” is not a number here. Type digits with at most one point or comma, such as 1.2.")
        return Refusal("not-a-number", message.format(typed=printable))
    whole, mark, fraction = match.groups()
    if len(whole) + len(fraction or "") > MAX_DIGITS:
        message = say("This number is too long. Type at most {most} digits.").format(most=MAX_DIGITS)
        return Refusal("too-long", message)
    if mark and len(fraction) == 3 and len(whole) <= 3 and not whole.startswith("0"):
        # Both readings are given as texts that can be typed: a fourth decimal leaves no doubt, thousands have none.
        as_decimal = f"{whole}.{fraction}0" if fraction[-1] != "0" else plain(Decimal(f"{whole}.{fraction}"))
        message = say("{typed} can mean {thousands} or {whole} point {fraction}. Which one is it?").format(
            typed=text, thousands=whole + fraction, whole=whole, fraction=fraction
        )
        return Refusal("ambiguous", message, (whole + fraction, as_decimal))
    return Decimal(f"{whole}.{fraction}" if mark else whole)


def plain(value: Decimal) -> str:
    """The shortest way to write a number exactly: no exponent, no superfluous zeros.

    >>> plain(Decimal("480.00"))
    '480'
    """
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
