from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from neutrogui.domain.number import MAX_DIGITS, Refusal, plain, read_number

ASCII_DIGITS = set("0123456789")


def plain_reading(text: str) -> Fraction | None:
    """What everybody reads in a text: ASCII digits with at most one mark; None where two could read differently."""
    text = text.strip()
    mark = "," if "," in text else "."
    whole, _, fraction = text.partition(mark)
    if text.endswith(mark) or not whole or not set(whole + fraction) <= ASCII_DIGITS or len(whole + fraction) > 12:
        return None
    if len(fraction) == 3 and len(whole) in (1, 2, 3) and whole[0] != "0":
        return None
    return Fraction(int(whole + fraction), 10 ** len(fraction))


def refused(typed: str) -> Refusal:
    read = read_number(typed)
    assert isinstance(read, Refusal), f"{typed!r} was read as {read}"
    return read


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0", "0"),
        ("7", "7"),
        ("007", "7"),
        ("1234", "1234"),
        ("1.2", "1.2"),
        ("4.0", "4"),
        ("0.123", "0.123"),
        ("000.500", "0.5"),
        ("1.23", "1.23"),
        ("1.2345", "1.2345"),
        ("1234.567", "1234.567"),
        ("123456789012", "123456789012"),
        ("12345678901.2", "12345678901.2"),
    ],
)
def test_a_comma_is_a_decimal_mark_in_every_country_and_so_is_a_point(typed: str, value: str) -> None:
    assert read_number(typed) == Decimal(value)
    assert read_number(typed.replace(".", ",")) == Decimal(value)


@pytest.mark.parametrize("typed", [" 1.2", "1.2 ", "\t1,2\t", "\u00a01.2\u00a0", "1.2\n", "\u20091,2\u2009"])
def test_white_space_around_a_number_says_nothing(typed: str) -> None:
    assert read_number(typed) == Decimal("1.2")


@pytest.mark.parametrize(
    ("typed", "readings"),
    [
        ("1.234", ("1234", "1.2340")),
        ("1,234", ("1234", "1.2340")),
        ("12,345", ("12345", "12.3450")),
        ("999.999", ("999999", "999.9990")),
        ("1,200", ("1200", "1.2")),
        ("1.000", ("1000", "1")),
        ("100,010", ("100010", "100.01")),
    ],
)
def test_a_mark_before_three_digits_is_asked_about(typed: str, readings: tuple[str, str]) -> None:
    refusal = refused(typed)
    assert refusal.code == "ambiguous"
    assert refusal.readings == readings
    assert readings[0] in refusal.message


@pytest.mark.parametrize("typed", ["0.123", "0,123", "012,345", "1.23", "1.2345", "1234.567", "1,23"])
def test_a_mark_that_cannot_divide_thousands_is_not_asked_about(typed: str) -> None:
    assert isinstance(read_number(typed), Decimal)


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(".,"))
def test_both_readings_can_be_typed_and_mean_what_was_offered(whole: int, fraction: int, mark: str) -> None:
    thousands, decimal = refused(f"{whole}{mark}{fraction:03}").readings
    assert read_number(thousands) == whole * 1000 + fraction
    read = read_number(decimal)
    assert isinstance(read, Decimal)
    assert Fraction(read) == whole + Fraction(fraction, 1000)


@pytest.mark.parametrize("typed", ["", " ", "\t", "\u00a0", "\r\n"])
def test_nothing_typed_is_told_apart_from_something_wrong(typed: str) -> None:
    assert refused(typed).code == "missing"


@pytest.mark.parametrize("typed", ["-1", "-0", "- 1", "-1,5", "-0.5", "-1,234", "\u22121", "\u20130,5"])
def test_a_number_below_zero_is_refused_as_such(typed: str) -> None:
    assert refused(typed).code == "negative"


@pytest.mark.parametrize(
    "typed",
    [
        "+1", "1.", "1,", ".5", ",5", ".", ",", "1..2", "1.2.3", "1,2,3", "1.234,5", "1,234.5", "1,234,567",
        "1e3", "1E3", "1e-3", "nan", "NaN", "inf", "Infinity", "-inf", "sNaN", "1_000", "1 000", "1\u00a0000",
        "1\u2009000", "1'000", "0x10", "12a", "a12", "1/2", "½", "²", "1²", "10⁹", "１２", "１.２", "١٢", "۱", "१",
        "Ⅳ", "一", "1\n2", "1\x002", "--1", "-", "<1", "~1", "1%", "1 K", "\ud800", "1\u202e2", "−", "-1-",
    ],
)  # fmt: skip
def test_what_is_no_plain_number_is_refused(typed: str) -> None:
    assert refused(typed).code == "not-a-number"


@pytest.mark.parametrize("typed", ["1234567890123", "123456789012,3", "0.1234567890123", "0" * 13, "9" * 100_000])
def test_more_than_twelve_digits_are_a_slip(typed: str) -> None:
    refusal = refused(typed)
    assert refusal.code == "too-long"
    assert str(MAX_DIGITS) in refusal.message


@pytest.mark.parametrize("typed", ["x" * 100_000, "1" * 50_000 + "." * 50_000, "\x00\x1b[2J\u202e" * 1000])
def test_a_page_pasted_by_mistake_gets_a_short_answer_that_can_be_shown(typed: str) -> None:
    refusal = refused(typed)
    assert refusal.code == "not-a-number"
    assert len(refusal.message) < 150
    assert refusal.message.isprintable()


def test_what_was_typed_is_named_whole_or_cut_visibly() -> None:
    assert refused("a" * 20).message.startswith("“" + "a" * 20 + "” is not a number here.")
    assert refused("a" * 21).message.startswith("“" + "a" * 19 + "…” is not a number here.")
    assert refused("1,234").message == "1,234 can mean 1234 or 1 point 234. Which one is it?"


@given(st.text() | st.text(alphabet="0123456789.,-+e_ \t\u00a0٣１", max_size=15))
@example("1.234")
@example("0.500")
def test_no_text_is_read_as_another_number_than_the_plain_reading(typed: str) -> None:
    read = read_number(typed)
    expected = plain_reading(typed)
    if isinstance(read, Decimal):
        assert Fraction(read) == expected
    else:
        assert expected is None, read.code
        assert read.message.endswith((".", "?"))
        assert len(read.readings) in (0, 2)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("480.00", "480"),
        ("480", "480"),
        ("0.480", "0.48"),
        ("0", "0"),
        ("-0.0", "0"),
        ("0E-9", "0"),
        ("1E+3", "1000"),
        ("1.5E-7", "0.00000015"),
        ("1498.2000", "1498.2"),
        ("100", "100"),
    ],
)
def test_a_number_is_written_without_exponent_and_without_superfluous_zeros(value: str, written: str) -> None:
    assert plain(Decimal(value)) == written


@given(st.decimals(min_value=0, max_value=10**6, places=5, allow_nan=False), st.integers(0, 5))
def test_what_is_written_is_read_as_the_same_number(value: Decimal, places: int) -> None:
    value = value.quantize(Decimal(1).scaleb(-places))
    written = plain(value)
    assert Fraction(written) == Fraction(value)
    assert not ("." in written and written.endswith(("0", ".")))
    read = read_number(written)
    if isinstance(read, Refusal):
        assert read.code == "ambiguous"
        assert len(written.partition(".")[2]) == 3
        read = read_number(read.readings[1])
    assert read == value
