from decimal import Decimal

import pytest

from neutrogui.calculators.anc import AbsoluteNeutrophilCount
from neutrogui.domain.calculator import Band, Catalogue, Choice, Field, FieldKind, Finding, Scale, answers

LOW = Band("low", "Low", Decimal(0), Decimal(500))
MIDDLE = Band("middle", "Middle", Decimal(500), Decimal(1000))
HIGH = Band("high", "High", Decimal(1000), None)


def scale(*bands: Band) -> Scale:
    return Scale("example", "Example", bands, "nowhere")


@pytest.mark.parametrize(
    ("band", "inside", "outside"),
    [
        (LOW, ["0", "499.999"], ["500", "501"]),
        (MIDDLE, ["500", "999.999"], ["499.999", "1000"]),
        (HIGH, ["1000", "1000000"], ["999.999", "0"]),
    ],
)
def test_a_band_begins_at_its_lower_bound_and_ends_before_its_upper(
    band: Band, inside: list[str], outside: list[str]
) -> None:
    assert all(Decimal(count) in band for count in inside)
    assert not any(Decimal(count) in band for count in outside)


def test_the_bounds_of_a_band_are_told_in_words() -> None:
    assert LOW.range_text == "below 500 /µL"
    assert MIDDLE.range_text == "500 to below 1,000 /µL"
    assert HIGH.range_text == "1,000 /µL or more"


@pytest.mark.parametrize(
    ("interval", "shown"),
    [
        (("253.3", "583.7"), ("253", "584")),
        (("330.2", "499.4"), ("330.2", "499.4")),  # not 500, which is another band
        (("330.25", "499.96"), ("330.25", "499.96")),
        (("330.2", "499"), ("330", "499")),
        (("330.2", "500"), ("330", "500")),
        (("330.2", "500.1"), ("330", "501")),
        (("499.9", "999.2"), ("499.9", "999.2")),
        (("500.9", "998.2"), ("500", "999")),
        (("0", "0.4"), ("0", "1")),
        (("1", "499.9999999985"), ("1", "499.999999999")),  # nine decimals, and no more
        (("1", "499.99999999985"), ("1", "500")),
        (("1", "499.99999999999"), ("1.000000000", "500.000000000")),
    ],
)
def test_an_interval_is_shown_rounded_outward_but_in_the_same_bands(
    interval: tuple[str, str], shown: tuple[str, str]
) -> None:
    lower, upper = map(Decimal, interval)
    assert scale(LOW, MIDDLE, HIGH).rounded_outward((lower, upper)) == tuple(map(Decimal, shown))


def test_a_scale_grades_every_count() -> None:
    example = scale(LOW, MIDDLE, HIGH)
    for count, band in (("0", LOW), ("499.9", LOW), ("500", MIDDLE), ("1000", HIGH), ("999999", HIGH)):
        grade = example.grade(Decimal(count))
        assert (grade.scale, grade.band) == (example, band)


@pytest.mark.parametrize(
    "bands",
    [
        (MIDDLE, HIGH),
        (LOW, HIGH),
        (LOW, MIDDLE),
        (LOW, Band("o", "O", Decimal(499), Decimal(1000)), HIGH),
        (LOW, Band("o", "O", Decimal(501), Decimal(1000)), HIGH),
        (LOW, HIGH, MIDDLE),
    ],
    ids=["no beginning", "hole", "end", "overlap", "small hole", "out of order"],
)
def test_a_scale_with_a_hole_cannot_be_made(bands: tuple[Band, ...]) -> None:
    with pytest.raises(ValueError, match="example"):
        scale(*bands)


def test_a_calculator_is_found_by_its_key() -> None:
    calculator = AbsoluteNeutrophilCount()
    assert Catalogue((calculator,)).get("anc") is calculator
    assert Catalogue((calculator,)).get("ANC") is None
    assert Catalogue().get("anc") is None


@pytest.mark.parametrize(
    ("met", "result", "told"),
    [
        (None, "two of three", "two of three"),
        (None, "", ""),
        (True, "38.3 °C", "Met: 38.3 °C"),
        (False, "38.0 °C", "Not met: 38.0 °C"),
        (True, "met", "met"),
        (False, "Not met by the count", "Not met by the count"),
        (True, "", "Met"),
        (False, "", "Not met"),
    ],
)
def test_a_finding_says_whether_a_definition_is_met_where_that_is_the_question(
    met: bool | None, result: str, told: str
) -> None:
    assert Finding("key", "Name", result, "rule", met=met).told == told


def test_answers_are_told_with_labels_and_units() -> None:
    fields = (
        Field("wbc", "White cells", unit_field="wbc_unit"),
        Field("wbc_unit", "Unit of the white cells", FieldKind.CHOICE, choices=(Choice("/uL", "/µL"),)),
        Field("bands", "Bands", unit="%"),
        Field("fever", "Fever", FieldKind.CHOICE, choices=(Choice("yes", "Yes"), Choice("no", "No"))),
        Field("age", "Age", unit="years"),
    )
    typed = {"wbc": " 2,1 ", "wbc_unit": "/uL", "bands": "5", "fever": "no", "age": "  "}
    assert answers(fields, typed) == (("White cells", "2,1 /µL"), ("Bands", "5 %"), ("Fever", "No"))
    assert answers(fields, {"wbc": "2", "fever": "perhaps"}) == (("White cells", "2"), ("Fever", "perhaps"))
    assert answers(fields, {"wbc_unit": "/uL"}) == ()
