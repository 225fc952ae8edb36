"""A number that comes out is the one that a person reads, whatever was typed."""

import re
from decimal import Decimal
from fractions import Fraction

from fuzzing import at_once, examples
from hypothesis import given
from hypothesis import strategies as st
from plain_reading import FACTORS, as_a_person_reads, digits_in

from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.calculators.reading import Reading, count_fields
from neutrogui.calculators.series_text import read_day
from neutrogui.domain.calculator import Outcome
from neutrogui.domain.number import MAX_DIGITS, Refusal, read_number
from neutrogui.domain.problem import Problems
from neutrogui.domain.quantity import COUNT_UNITS

NEAR_NUMBERS = st.text(alphabet="0123456789.,-−–+eE_ '’\t\n\u00a0\u2009\u202f٠٣１½²<>~%/:×^∞", max_size=16)
NUMBERS = st.text(alphabet="0123456789.,", min_size=1, max_size=24)
TYPED = NUMBERS | NEAR_NUMBERS | st.text(max_size=40)


@examples(240)
@given(TYPED)
def test_a_number_is_read_as_a_person_reads_it_or_not_at_all(typed: str) -> None:
    with at_once():
        read = read_number(typed)
    if isinstance(read, Decimal):
        assert Fraction(read) == as_a_person_reads(typed)
    else:
        assert read.message
        assert read.message.isprintable()
        assert as_a_person_reads(typed) is None or digits_in(typed) > MAX_DIGITS
        if read.code == "not-a-number" and len(typed.strip()) <= 20:
            # Who typed it sees it again.
            assert f"“{''.join(filter(str.isprintable, typed.strip()))}”" in read.message
        for offered in read.readings:
            assert isinstance(read_number(offered), Decimal)
            digits = re.sub(r"[.,]|0+$", "", typed.strip())
            assert offered.replace(".", "").startswith(digits.rstrip("0"))


@examples(90)
@given(TYPED, st.sampled_from(COUNT_UNITS), st.text(max_size=8) | st.just(""))
def test_a_count_is_the_number_times_its_unit_and_no_unit_is_guessed(typed: str, unit, other: str) -> None:
    fields = count_fields("wbc", "White cells")
    count = Reading(fields, {"wbc": typed, "wbc_unit": unit.key}).count("wbc")
    if count is not None:
        read = as_a_person_reads(typed)
        assert read is not None
        assert Fraction(count.per_ul) == read * FACTORS[unit.key]
    reading = Reading(fields, {"wbc": "1.2", "wbc_unit": other})
    if not other.strip():
        assert reading.count("wbc") is None
        assert reading.problems is not None


@examples(90)
@given(st.data())
def test_every_calculator_takes_any_texts_and_gives_a_result_or_says_why_not(data: st.DataObject) -> None:
    calculator = data.draw(st.sampled_from(CATALOGUE.calculators))
    typed = {}
    for field in calculator.fields:
        keys = [choice.key for choice in field.choices]
        typed[field.key] = data.draw(st.sampled_from(keys) | TYPED if keys else TYPED)
    with at_once():
        result = calculator.evaluate(typed)
    if isinstance(result, Problems):
        assert all(problem.message for problem in result)
    else:
        assert isinstance(result, Outcome)
        assert result.line


DATES = st.from_regex(r"[0-9]{1,4}[-./ ][0-9]{1,2}[-./ ][0-9]{1,4}", fullmatch=True)


@examples(120)
@given(DATES | NEAR_NUMBERS | st.text(max_size=20))
def test_a_date_is_the_one_that_is_written_or_none(typed: str) -> None:
    with at_once():
        read = read_day(typed)
    if not isinstance(read, Refusal):
        assert typed.strip() == f"{read.year:04}-{read.month:02}-{read.day:02}"
