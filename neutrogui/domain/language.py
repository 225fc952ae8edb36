"""The language of the screens: what a person reads passes through `say`, and comes out in it.

Whoever shows nothing (the command line, tables) sets no translator and speaks English. Qt Linguist's tools gather the
texts inside `say(…)` and `mark(…)`, so both take the text itself, never a variable that holds it, but where a marked
text is shown.
"""

from collections.abc import Callable

Translator = Callable[[str], str]
"""Gives a text in another language, or the text itself where it knows none."""


def _english(text: str) -> str:
    return text


_translator: Translator = _english


def speak(translator: Translator | None) -> None:
    """From now on say everything through `translator`; None: in English, as it is written in the program."""
    global _translator
    _translator = translator or _english


def say(text: str) -> str:
    """The text in the language of the screens. Values go in afterwards: `say("{n} cells").format(n=200)`."""
    return _translator(text)


def mark(text: str) -> str:
    """The text as it is, for a declaration that is made before the language is known; who shows it calls `say`."""
    return text
