"""A printed report of serial counts, read back from its PDF."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from pdf_reading import plain_text, structure

from neutrogui.bundle import resources
from neutrogui.calculators import series, series_text
from neutrogui.calculators.grading import CONVENTIONAL
from neutrogui.domain.handout import Paper
from neutrogui.domain.plot import Plotted
from neutrogui.domain.printable import PrintedSeries
from neutrogui.domain.series import Series
from neutrogui.handout import series_record, typesetting

FILE = """date,time,wbc,wbc_unit,neutrophils,anc,anc_unit
2026-11-01,,,,,3200,/uL
2026-11-08,08:30,1.2,10^9/L,40,,
2026-11-11,,,,,60,/uL
2026-11-14,,,,,0.61,10^9/L
2026-11-20,,,,,4100,/uL
"""


def read(text: str) -> Series:
    found = series_text.read_series(text)
    assert isinstance(found, Series), found
    return found


def printed(text: str = FILE, day_one: date | None = None, limit: Decimal | None = None) -> PrintedSeries:
    counts = read(text)
    plotted = Plotted(counts, CONVENTIONAL, series.nadir(counts.days), day_one, limit)
    return PrintedSeries(plotted, series_text.cautions(counts), series.findings(counts, day_one), "2026-11-21")


def pdf(record: PrintedSeries) -> bytes:
    return typesetting.pdf(series_record.document(record, resources()))


def test_it_has_every_count_and_every_finding_with_its_rule():
    record = printed(day_one=date(2026, 11, 1), limit=Decimal(1800))
    text = plain_text(pdf(record))
    assert "5 counts from 1 November 2026 to 20 November 2026" in text
    assert "Ring: the lowest count (nadir), 60 /µL on 11 November 2026." in text
    assert "Dashed line: the laboratory’s lower limit, 1,800 /µL." in text
    assert "2026-11-08 08:30 +7 d 480 0.48 Severe wbc 1.2 10^9/L, neutrophils 40" in text
    assert "2026-11-14 +13 d 610 0.61 Moderate" in text
    assert len(record.findings) >= 9
    for finding in record.findings:
        assert f"{finding.name}: {finding.result}" in text
        assert finding.rule in text


def test_columns_without_anything_are_left_out():
    text = "date,anc,anc_unit\n2026-11-01,3200,/uL\n2026-11-02,90,/uL\n"
    (table,) = structure(pdf(printed(text))).all("Table")
    assert [cell.text.strip() for cell in table.all("TH")] == ["Date", "/µL", "×10⁹/L", "Severity", "As reported"]


def test_the_picture_is_told_in_words():
    (figure,) = structure(pdf(printed(limit=Decimal(1800)))).all("Figure")
    assert "5 counts from 2026-11-01 to 2026-11-20" in figure.alternative
    assert "Nadir: 60 on 2026-11-11." in figure.alternative
    assert "lower limit: 1,800" in figure.alternative


def test_places_in_the_picture_are_those_of_the_days_and_counts():
    data = series_record.document(printed(), resources()).data
    plot = data["sections"][0]["blocks"][-2]["plot"]
    across, up = zip(*plot["points"], strict=True)
    # 20 days: the middle of the first is half a day in; 08:30 of the eighth day is 7 days and 8.5 hours in.
    assert across[0] == pytest.approx(0.5 / 20)
    assert across[1] == pytest.approx((7 + 8.5 / 24) / 20)
    assert across[-1] == pytest.approx(19.5 / 20)
    # The axis is a square root and ends a tenth above the highest count.
    assert up[0] == pytest.approx((3200 / 4510) ** 0.5)
    assert plot["nadir"] == list(plot["points"][2])
    assert plot["limit"] is None


@pytest.mark.parametrize("highest", ["0", "2000", "9000", "250000"])
def test_labels_in_the_picture_never_touch(highest: str):
    text = f"date,anc,anc_unit\n2026-11-01,0,/uL\n2026-11-02,{highest},/uL\n"
    plot = series_record.document(printed(text), resources()).data["sections"][0]["blocks"][-2]["plot"]
    for places in ([zone["label"] for zone in plot["zones"]], [tick["at"] for tick in plot["heights"]]):
        apart = sorted(places)
        assert all(b - a >= series_record.LABEL_HEIGHT - 1e-9 for a, b in pairwise(apart))
    assert all(0 <= date["at"] <= 1 for date in plot["dates"])
    assert 1 <= len(plot["dates"]) <= series_record.MOST_DATES + 1


@pytest.mark.parametrize("paper", Paper)
def test_a_long_series_goes_on_over_the_pages_with_its_header(paper: Paper):
    rows = "".join(f"{date(2025, 1, 1) + timedelta(n)},{n % 40 * 100},/uL\n" for n in range(400))
    record = printed("date,anc,anc_unit\n" + rows)
    made = typesetting.pdf(series_record.document(PrintedSeries(
        record.plotted, record.cautions, record.findings, record.made_on, paper), resources()))  # fmt: skip
    (table,) = structure(made).all("Table")
    assert len(table.all("TR")) >= 401


def test_the_same_counts_on_the_same_day_are_the_same_file():
    assert pdf(printed()) == pdf(printed())
