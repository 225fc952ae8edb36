from datetime import date, time, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from PySide6.QtGui import QFontMetricsF, QImage

from neutrogui.calculators.grading import CONVENTIONAL
from neutrogui.domain.plot import HeightAxis, Plotted, height_axis
from neutrogui.domain.series import DayCount, Point, Series
from neutrogui.ui.series_plot import SeriesPlot
from neutrogui.ui.style import DARK, LIGHT, SMALL, Appearance, Style

FIRST = date(2026, 11, 1)


def plotted(*per_ul: str, **more: object) -> Plotted:
    points = tuple(Point(FIRST + timedelta(days=2 * n), Decimal(text)) for n, text in enumerate(per_ul))
    return Plotted(Series(points), CONVENTIONAL, **more)


@pytest.fixture
def plot(qtbot, style) -> SeriesPlot:
    plot = SeriesPlot(style)
    qtbot.addWidget(plot)
    plot.resize(600, 400)
    return plot


def image_of(plot: SeriesPlot) -> QImage:
    return plot.grab().toImage()


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(image.height())}


@pytest.mark.parametrize("most", ["0", "2000", "9000", "10000", "80000", "500000"])
def test_the_bounds_of_severity_lie_apart_whatever_the_highest_count(most: str) -> None:
    axis = height_axis(plotted(most))
    shares = [axis.share(Decimal(bound)) for bound in (0, 100, 500, 1000, 1500)]
    assert shares[0] == 0
    assert all(higher - lower > 0.04 for lower, higher in pairwise(shares))
    assert axis.share(Decimal(most)) <= 1


@pytest.mark.parametrize("top", ["2000", "50000"])
def test_a_higher_count_lies_higher(top: str) -> None:
    axis = HeightAxis(Decimal(top))
    shares = [axis.share(Decimal(per_ul)) for per_ul in range(0, int(top), 50)]
    assert shares == sorted(set(shares))
    assert axis.share(Decimal(top)) == 1


def test_the_axis_says_how_it_grows() -> None:
    assert height_axis(plotted("400")).name == "square-root scale"
    assert height_axis(plotted("40000")).name == "logarithmic scale"


def test_a_lower_limit_above_every_count_still_has_its_place() -> None:
    axis = height_axis(plotted("400", lower_limit=Decimal(3000)))
    assert axis.share(Decimal(3000)) < 1


@pytest.mark.parametrize(("appearance", "theme"), [(Appearance.LIGHT, LIGHT), (Appearance.DARK, DARK)])
@pytest.mark.parametrize("zoom", [100, 200])
def test_every_zone_is_in_the_picture(plot: SeriesPlot, style: Style, appearance, theme, zoom) -> None:
    style.appearance, style.zoom = appearance, zoom
    style.apply()
    plot.resize(plot.minimumSizeHint())
    plot.show_series(plotted("4200", "300", "60", "9000"))
    seen = colours(image_of(plot))
    assert {pair.ground for pair in theme.severity.values()} <= seen
    assert theme.ink in seen


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_no_date_is_cut_off_at_the_side(plot: SeriesPlot, style: Style, zoom: int) -> None:
    style.appearance, style.zoom = Appearance.LIGHT, zoom
    style.apply()
    for width in range(plot.minimumSizeHint().width(), 2 * plot.minimumSizeHint().width(), 7):
        plot.resize(width, plot.minimumSizeHint().height())
        plot.show_series(plotted("1600", "60", "300", "700", "800", "900", "1000", "1100", day_one=FIRST))
        image = image_of(plot)
        ground = image.pixelColor(image.width() - 1, 0).name()
        edges = {image.pixelColor(x, y).name() for x in (0, image.width() - 1) for y in range(image.height())}
        assert edges == {ground}


def test_the_lower_limit_does_not_hide_the_name_of_a_zone(plot: SeriesPlot, style: Style) -> None:
    style.appearance, style.zoom = Appearance.DARK, 200
    style.apply()
    plot.resize(470, 340)

    def named(lower_limit: Decimal | None) -> int:
        plot.show_series(plotted("1600", "60", "300", "700", lower_limit=lower_limit))
        image, colour = image_of(plot), DARK.severity["none"].text
        places = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return sum(image.pixelColor(x, y).name() == colour for x, y in places)

    # The line itself crosses the name; its label stands elsewhere.
    assert named(Decimal(1800)) > named(None) * 0.7


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("counts", [("0.016", *["9000"] * 8), (*["9000"] * 8, "0.016"), ("0.016",)])
def test_the_label_of_the_nadir_never_hides_a_date(plot: SeriesPlot, style: Style, zoom: int, counts) -> None:
    style.zoom = zoom
    style.apply()
    plot.resize(470 * zoom // 100, 340)
    without = plotted(*counts)
    nadir = next(each for each in without.series.days if each.per_ul < 1)
    images = []
    for each in (without, plotted(*counts, nadir=nadir)):
        plot.show_series(each)
        images.append(image_of(plot))
    dates = round(QFontMetricsF(style.font(SMALL)).height() * 0.9)
    below = [image.copy(0, image.height() - dates, image.width(), dates) for image in images]
    assert below[0] == below[1]


def test_the_name_of_a_thin_zone_is_not_painted_over(plot: SeriesPlot, style: Style) -> None:
    style.appearance, style.zoom = Appearance.LIGHT, 200
    style.apply()
    plot.resize(470, 340)

    def named(*counts: str) -> int:
        plot.show_series(plotted(*counts))
        image, colour = image_of(plot), LIGHT.severity["mild"].text
        places = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return sum(image.pixelColor(x, y).name() == colour for x, y in places)

    assert named("0", "30000") > named("0", "400") * 0.85


ZONES = (("50", "profound"), ("300", "severe"), ("700", "moderate"), ("1200", "mild"), ("1900", "none"))


def test_points_lie_in_the_zones_of_their_counts(plot: SeriesPlot) -> None:
    for per_ul, zone in (
        ("50", "profound"),
        ("300", "severe"),
        ("700", "moderate"),
        ("1200", "mild"),
        ("1900", "none"),
    ):
        plot.show_series(plotted(per_ul))
        image = image_of(plot)
        middle = image.width() // 2
        dots = [
            (x, y)
            for y in range(24, image.height() - 50)
            for x in range(100, image.width() - 160)
            if image.pixelColor(x, y).name() == LIGHT.ink
        ]
        assert dots, per_ul
        centre = sum(y for _, y in dots) // len(dots)
        grounds = {image.pixelColor(x, centre).name() for x in (70, 80, middle - 120)}
        assert LIGHT.severity[zone].ground in grounds, per_ul


def test_a_screen_reader_gets_the_same_numbers(plot: SeriesPlot) -> None:
    points = (
        Point(FIRST, Decimal("1500")),
        Point(FIRST + timedelta(days=9), Decimal("61.5"), time(8, 30)),
        Point(FIRST + timedelta(days=20), Decimal("12000")),
    )
    nadir = DayCount(points[1].day, points[1].per_ul)
    plot.show_series(Plotted(Series(points), CONVENTIONAL, nadir, FIRST, Decimal(1800)))
    words = plot.accessibleDescription()
    assert plot.accessibleName() == "Plot of the counts"
    for said in (
        "3 counts from 2026-11-01 to 2026-11-21",
        "2026-11-01 (0 d since day one): 1,500, no neutropenia.",
        "2026-11-10 08:30 (+9 d since day one): 61.5, profound.",
        "2026-11-21 (+20 d since day one): 12,000, no neutropenia.",
        "Nadir: 61.5 on 2026-11-10 (+9 d since day one).",
        "lower limit: 1,800.",
    ):
        assert said in words


@pytest.mark.parametrize(
    ("per_ul", "said"),
    [("0", "0"), ("0.00", "0"), ("0.50", "0.5"), ("1E+3", "1,000"), ("1234567.250", "1,234,567.25"), ("100", "100")],
)
def test_a_count_is_said_exactly_without_superfluous_zeros(plot: SeriesPlot, per_ul: str, said: str) -> None:
    plot.show_series(plotted(per_ul))
    assert f"2026-11-01: {said}, " in plot.accessibleDescription()


def test_among_thousands_of_counts_each_has_its_dot(plot: SeriesPlot) -> None:
    def inked_below(*counts: str) -> bool:
        plot.show_series(plotted(*counts))
        image = image_of(plot)
        places = ((x, y) for x in range(300, image.width() - 160) for y in range(150, image.height() - 60))
        return any(image.pixelColor(x, y).name() == LIGHT.ink for x, y in places)

    crowd = ["1900"] * 5000
    assert not inked_below(*crowd)
    assert inked_below(*crowd[:4000], "150", *crowd[4001:])


def test_nothing_is_painted_and_nothing_said_after_it_was_cleared(plot: SeriesPlot) -> None:
    plot.show_series(plotted("300", "900"))
    plot.clear()
    assert plot.plotted is None
    assert colours(image_of(plot)) == {LIGHT.pane}
    assert "300" not in plot.accessibleDescription()


@pytest.mark.parametrize("size", [(1, 1), (40, 40), (120, 60), (3000, 200)])
def test_any_size_is_endured(plot: SeriesPlot, size) -> None:
    plot.resize(*size)
    plot.show_series(plotted("4200", "60", "900", nadir=DayCount(FIRST + timedelta(days=2), Decimal(60))))
    assert not image_of(plot).isNull()


@pytest.mark.parametrize("days", [0, 1, 40, 4000, 36_000, 700_000])
def test_any_span_of_dates_is_endured(plot: SeriesPlot, days: int) -> None:
    first = date(1, 1, 2)
    points = (Point(first, Decimal(300)), Point(first + timedelta(days=days + 1), Decimal(900)))
    plot.show_series(Plotted(Series(points), CONVENTIONAL, DayCount(first, Decimal(300)), FIRST))
    assert LIGHT.ink in colours(image_of(plot))


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_day_of_the_calendar_are_endured(plot: SeriesPlot, day: date) -> None:
    plot.show_series(Plotted(Series((Point(day, Decimal(300)),)), CONVENTIONAL, day_one=FIRST))
    assert LIGHT.ink in colours(image_of(plot))


def test_a_day_one_after_every_count_is_endured(plot: SeriesPlot) -> None:
    plot.show_series(plotted("300", "900", day_one=date(2027, 6, 1)))
    assert LIGHT.ink in colours(image_of(plot))


def test_two_counts_of_a_day_lie_beside_each_other_as_their_times_do(plot: SeriesPlot) -> None:
    points = (Point(FIRST, Decimal(300), time(6)), Point(FIRST, Decimal(300), time(18)))
    plot.show_series(Plotted(Series(points), CONVENTIONAL))
    image = image_of(plot)
    inked = [
        x
        for x in range(80, image.width() - 170)
        if LIGHT.ink in {image.pixelColor(x, y).name() for y in range(24, image.height() - 40)}
    ]
    assert max(inked) - min(inked) > image.width() / 5
