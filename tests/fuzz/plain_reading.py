"""Numbers and counts as a person works them out on paper, to hold the program against."""

from fractions import Fraction

FACTORS = {"10^9/L": 1000, "10^3/uL": 1000, "K/uL": 1000, "/uL": 1, "cells/mm3": 1}
"""Cells in a microlitre for one of each unit."""


def as_a_person_reads(text: str) -> Fraction | None:
    """Digit by digit; None where two people may read two numbers."""
    text = text.strip()
    value, places, mark = 0, 0, ""
    for sign in text:
        if sign in ".,":
            if mark:
                return None
            mark = sign
        elif sign in "0123456789":
            value = value * 10 + "0123456789".index(sign)
            places += bool(mark)
        else:
            return None
    before = len(text) - places - len(mark)
    if not before or (mark and not places):
        return None
    if places == 3 and before <= 3 and text[0] != "0":
        return None
    return Fraction(value, 10**places)


def digits_in(text: str) -> int:
    return sum(sign in "0123456789" for sign in text)
