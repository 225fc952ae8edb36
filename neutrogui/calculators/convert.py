"""A cell count from one unit to the others, exactly."""

from collections.abc import Mapping
from decimal import Decimal

from neutrogui.calculators.reading import COUNT_LIMIT, UNIT_CHOICES, Reading
from neutrogui.domain.calculator import Field, FieldKind, Outcome
from neutrogui.domain.language import mark, say
from neutrogui.domain.number import plain
from neutrogui.domain.problem import Problems
from neutrogui.domain.quantity import PER_LITRE, PER_UL, THOUSANDS_PER_UL, unit_of


class CountConversion:
    """The calculator `convert`."""

    key = "convert"
    title = mark("Convert a count")
    formula = "1 ×10⁹/L = 1 ×10³/µL = 1000 /µL"
    source = mark("HL7 FHIR mCODE, value set EquivalentUnits, September 2019")
    scope = mark(
        "For white cells and their kinds. It only moves the decimal mark: it can’t tell whether the unit is the one "
        "that the report prints."
    )
    fields = (
        Field(
            "value",
            mark("Count"),
            unit_field="unit",
            lower=Decimal(0),
            upper=COUNT_LIMIT,
            hint=mark("The number with the unit printed in the report"),
        ),
        Field("unit", mark("Unit of the count"), FieldKind.CHOICE, choices=UNIT_CHOICES),
    )
    groups = ()

    def evaluate(self, typed: Mapping[str, str]) -> Outcome | Problems:
        """The count in /µL and in ×10⁹/L, exactly.

        Problem codes: those of `read_number`, `unknown-unit`, `out-of-range` (over 2,000,000 /µL).
        """
        reading = Reading(self.fields, typed)
        count = reading.count("value")
        if reading.problems is not None:
            return reading.problems
        unit = unit_of(typed["unit"])
        assert count is not None
        assert unit is not None
        others = [each for each in (PER_UL, PER_LITRE, THOUSANDS_PER_UL) if each is not unit]
        headline, also = (count.text_in(each) for each in others)
        working = f"{count.text_in(unit)} = {headline} = {also}"
        return Outcome(
            values={"per_ul": plain(count.per_ul), "10e9_per_l": plain(count.value_in(PER_LITRE))},
            headline=headline,
            also=also,
            working=working,
            line=working,
            entry="complete-blood-count",
            source=say(self.source),
        )
