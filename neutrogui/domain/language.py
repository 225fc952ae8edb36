"""The language of the screens: what a person reads passes through `say`, and comes out in it.

Whoever shows nothing (the command line, tables) sets no translator and speaks English. Qt Linguist's tools gather the
texts inside `say(…)` and `mark(…)`, so both take the text itself, never a variable that holds it, but where a marked
text is shown.
"""

from collections.abc import Callable
from decimal import Decimal

Translator = Callable[[str], str]
"""Gives a text in another language, or the text itself where it knows none."""

COMMA, SPACE = ",", "\N{NO-BREAK SPACE}"
"""What stands between thousands in English, and what in any other language.

Where the comma is the decimal sign, `1,500` would be read as one and a half; nobody misreads `1 500`.
"""


def _english(text: str) -> str:
    return text


_translator: Translator = _english
_between_thousands = COMMA


def speak(translator: Translator | None) -> None:
    """From now on say everything through `translator`; None: in English, as it is written in the program."""
    global _translator, _between_thousands
    _translator, _between_thousands = (_english, COMMA) if translator is None else (translator, SPACE)


def say(text: str) -> str:
    """The text in the language of the screens. Values go in afterwards: `say("{n} cells").format(n=200)`."""
    return _translator(text)


def grouped(number: Decimal | int) -> str:
    """A number to be read, with its thousands apart; the decimal sign is a point in every language.

    >>> grouped(1500)
    '1,500'
    """
    return f"{Decimal(number):,f}".replace(",", _between_thousands)


def mark(text: str) -> str:
    """The text as it is, for a declaration that is made before the language is known; who shows it calls `say`."""
    return text
