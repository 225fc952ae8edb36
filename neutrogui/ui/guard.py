"""A fence round the methods that Qt calls.

Since PySide6 6.10 an exception that leaves an override of a model, a delegate or an event handler ends the process. A
guarded override hands it to the program's own handler and gives Qt a harmless answer instead.
"""

import functools
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def guarded(default: Callable[[], R]) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Guard an override; `default` makes what Qt is given when it fails."""

    def decorate(override: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(override)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return override(*args, **kwargs)
            except Exception as error:
                sys.excepthook(type(error), error, error.__traceback__)
                return default()

        return call

    return decorate


def no_names() -> list[str]:
    """The default for overrides that give a list of names."""
    return []


def nothing() -> None:
    """The default for overrides that give nothing."""
