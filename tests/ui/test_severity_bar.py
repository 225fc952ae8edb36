from decimal import Decimal

import pytest

from neutrogui.calculators.grading import CONVENTIONAL
from neutrogui.ui.severity_bar import SeverityBar, interval_text
from neutrogui.ui.style import LIGHT


@pytest.fixture
def bar(qtbot, style) -> SeverityBar:
    bar = SeverityBar(style)
    qtbot.addWidget(bar)
    bar.resize(400, 80)
    return bar


def marker_columns(bar: SeverityBar) -> list[int]:
    """Where the ink of the marker's tip lies, in the row just above the bar."""
    image = bar.grab().toImage()
    row = round(bar.fontMetrics().height() * 0.75) - 2
    return [x for x in range(image.width()) if image.pixelColor(x, row).name() == LIGHT.ink]


@pytest.mark.parametrize(("per_ul", "share"), [("0", 0), ("500", 0.25), ("1000", 0.5), ("1500", 0.75), ("2000", 1)])
def test_the_marker_lies_where_the_count_lies_from_0_to_2000(bar: SeverityBar, per_ul: str, share: float) -> None:
    count = Decimal(per_ul)
    bar.show_count(count, CONVENTIONAL.grade(count))
    columns = marker_columns(bar)
    assert columns
    assert abs(sum(columns) / len(columns) - (1 + share * 398)) < 4


def test_a_count_beyond_the_scale_stays_in_the_picture(bar: SeverityBar) -> None:
    count = Decimal(90_000)
    bar.show_count(count, CONVENTIONAL.grade(count))
    assert not bar.grab().toImage().isNull()
    assert "No neutropenia by this scale" in bar.accessibleDescription()


def bracket_columns(bar: SeverityBar) -> list[int]:
    """Where ink lies in the row of the bracket's line, high above the bar."""
    image = bar.grab().toImage()
    row = round(bar.fontMetrics().height() * (0.75 - 0.42))
    return [x for x in range(image.width()) if image.pixelColor(x, row).name() == LIGHT.ink]


@pytest.mark.parametrize(("lower", "upper"), [("383", "577"), ("0", "100"), ("1400.5", "1999")])
def test_the_interval_is_a_bracket_from_end_to_end(bar: SeverityBar, lower: str, upper: str) -> None:
    interval = (Decimal(lower), Decimal(upper))
    count = sum(interval) / 2
    bar.show_count(count, CONVENTIONAL.grade(count), interval)
    columns = bracket_columns(bar)
    for found, per_ul in ((columns[0], interval[0]), (columns[-1], interval[1])):
        assert abs(found - (1 + float(per_ul) / 2000 * 398)) < 4


def test_an_interval_beyond_the_scale_runs_on_to_its_end(bar: SeverityBar) -> None:
    bar.show_count(Decimal(1900), CONVENTIONAL.grade(Decimal(1900)), (Decimal(1500), Decimal(2300)))
    assert bracket_columns(bar)[-1] >= 396


def test_the_interval_is_said_to_a_screen_reader_and_never_narrower_than_it_is(bar: SeverityBar) -> None:
    interval = (Decimal("383.9"), Decimal("1577.1"))
    bar.show_count(Decimal(480), CONVENTIONAL.grade(Decimal(480)), interval)
    assert interval_text(interval, CONVENTIONAL) == "383 to 1,578 /µL"
    assert interval_text((interval[0], Decimal("1499.96")), CONVENTIONAL) == "383.9 to 1,499.96 /µL"
    assert "383 to 1,578 /µL" in bar.accessibleDescription()
    bar.show_count(Decimal(480), CONVENTIONAL.grade(Decimal(480)))
    assert "interval" not in bar.accessibleDescription()
    assert len(bracket_columns(bar)) < 30


def test_nothing_is_painted_before_there_is_a_count(bar: SeverityBar) -> None:
    assert not marker_columns(bar)
