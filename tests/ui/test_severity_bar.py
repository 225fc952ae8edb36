from decimal import Decimal

import pytest

from neutrogui.calculators.grading import CONVENTIONAL
from neutrogui.ui.severity_bar import SeverityBar
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


def test_nothing_is_painted_before_there_is_a_count(bar: SeverityBar) -> None:
    assert not marker_columns(bar)
