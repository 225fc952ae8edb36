from collections.abc import Iterator
from decimal import Decimal

import pytest

from neutrogui.domain.language import grouped, mark, say, speak


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    speak(None)


def test_without_a_translator_everything_is_said_in_english() -> None:
    assert say("Save") == mark("Save") == "Save"


def test_what_is_said_goes_through_the_translator_and_what_is_marked_does_not() -> None:
    speak({"Save": "Guardar"}.__getitem__)
    assert say("Save") == "Guardar"
    assert mark("Save") == "Save"


@pytest.mark.parametrize(
    ("number", "english", "other"),
    [
        (999, "999", "999"),
        (1000, "1,000", "1\N{NO-BREAK SPACE}000"),
        (1234567, "1,234,567", "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"),
        (Decimal("1498.2"), "1,498.2", "1\N{NO-BREAK SPACE}498.2"),
        (Decimal("0.480"), "0.480", "0.480"),
        (Decimal("1E+3"), "1,000", "1\N{NO-BREAK SPACE}000"),
    ],
)
def test_thousands_stand_apart_and_no_comma_is_left_that_could_be_a_decimal_sign(number, english, other) -> None:
    assert grouped(number) == english
    speak(str)
    assert grouped(number) == other
