"""The precautions sheet as it comes out of the printer: read back from the PDF, and looked at as a picture."""

import re
import subprocess
import sys
import tomllib
from decimal import Decimal
from io import BytesIO
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pdf_reading import footers, plain_text, structure

from neutrogui.bundle import resources
from neutrogui.calculators.grading import CONVENTIONAL
from neutrogui.domain.calculator import Band, Scale
from neutrogui.domain.handout import Paper, PrecautionsSheet, TypeSize, read_sheet
from neutrogui.handout import precautions, typesetting

TEXTS: dict[str, Any] = tomllib.loads((resources() / "handout/texts/en.toml").read_text("utf-8"))

EMPTY = {"call_at": "38.0"}
FULL = {
    "call_at": "38.5",
    "clinic": "Riverside Cancer Clinic",
    "phone_day": "555 0100",
    "phone_night": "555 0199",
    "count": "480",
    "count_unit": "/uL",
    "counted_on": "2026-11-21",
}
LONG = FULL | {
    "clinic": ("The Combined Haematology and Oncology Day Clinic of Saint Someone, Building 7, " * 2)[:120],
    "phone_day": ("+44 (0)20 7946 0000 extension 1234, ask for the nurse on duty" * 2)[:60],
    "phone_night": ("+44 (0)20 7946 0999 extension 9876, ask for the nurse on duty" * 2)[:60],
    "count": "0.123456789",
    "count_unit": "10^9/L",
    "counted_on": "2026-09-30",
}
UNBROKEN = FULL | {"clinic": "W" * 120, "phone_day": "M" * 60, "phone_night": "0" * 60}

VARIANTS = [
    pytest.param(typed | {"paper": paper, "type_size": size}, id=f"{paper}-{size}-{name}")
    for paper, size, (name, typed) in product(
        Paper, TypeSize, {"empty": EMPTY, "full": FULL, "long": LONG, "unbroken": UNBROKEN}.items()
    )
]


def read(typed: dict[str, str], scale: Scale = CONVENTIONAL) -> PrecautionsSheet:
    sheet = read_sheet(typed, scale, "2026.11")
    assert isinstance(sheet, PrecautionsSheet), sheet
    return sheet


def pdf(typed: dict[str, str]) -> bytes:
    return typesetting.pdf(precautions.document(read(typed), resources()))


def texts_of_advice(node: Any = None) -> list[str]:
    """Every text of the sheet that is not filled in, in the order of the file."""
    left_out = ("language", "revised", "dates", "entry", "icon", "levels", "months")
    if isinstance(node, str):
        return [] if "{" in node or not node else [node]
    if isinstance(node, list):
        return [text for part in node for text in texts_of_advice(part)]
    if isinstance(node, dict):
        return [text for key, part in node.items() if key not in left_out for text in texts_of_advice(part)]
    return []


@pytest.mark.parametrize("typed", VARIANTS)
def test_every_variant_bears_every_word_and_every_number(typed: dict[str, str]):
    made = pdf(typed)
    text = plain_text(made)
    for words in texts_of_advice({key: TEXTS[key] for key in ("title", "lead", "kind", "header", "call", "actions",
                                                              "check", "card")}):  # fmt: skip
        assert words in text or words in ("Clinic:", "Count:"), words
    for field in ("clinic", "phone_day", "phone_night"):
        shown = re.sub(r"\s+", " ", typed.get(field, "")).strip()
        assert not shown or text.count(shown) == 2, "on the sheet and on the card"
    assert footers(made) == [
        "This is general advice. Your own team’s advice comes first. Not yet reviewed by a clinician. "
        f"NeutroGUI 2026.11 · page {page} of {len(footers(made))}"
        for page in range(1, len(footers(made)) + 1)
    ]


@pytest.mark.parametrize("typed", VARIANTS)
def test_the_normal_sheet_fits_two_sides_of_one_paper(typed: dict[str, str]):
    with pikepdf.open(BytesIO(pdf(typed))) as document:
        pages = len(document.pages)
        width, height = (float(length) for length in document.pages[0].mediabox[2:])
    if typed["type_size"] == "large":
        assert pages <= 4
    elif typed.get("clinic") != UNBROKEN["clinic"]:
        assert pages == 2
    expected = {"a4": (595.3, 841.9), "letter": (612, 792)}[typed["paper"]]
    assert (width, height) == pytest.approx(expected, abs=0.1)


@pytest.mark.parametrize("typed", VARIANTS)
def test_nothing_is_printed_in_the_margins(typed: dict[str, str]):
    for page in typesetting.pages(precautions.document(read(typed), resources()), 40):
        width, height, rows = grey_picture(page)
        border = int(10 / 25.4 * 40)
        assert set(b"".join(rows[:border])) == {255}, "top"
        assert set(b"".join(rows[height - 8 :])) == {255}, "bottom"
        assert {value for row in rows for value in row[:border] + row[width - border :]} == {255}, "sides"


def grey_picture(png: bytes) -> tuple[int, int, list[bytes]]:
    """Width, height and rows of a picture, one byte a pixel."""
    from PySide6.QtGui import QImage

    image = QImage.fromData(png).convertToFormat(QImage.Format.Format_Grayscale8)
    data, stride = bytes(image.constBits()), image.bytesPerLine()
    rows = [data[y * stride : y * stride + image.width()] for y in range(image.height())]
    return image.width(), image.height(), rows


def test_the_first_thing_is_when_to_call_and_whom_then_the_rest_in_order():
    text = plain_text(pdf(FULL))
    order = [
        "Riverside Cancer Clinic", "Low neutrophils: how to stay safe", "Call right away if",
        "your temperature is 38.5 °C (101.3 °F) or higher", "Call by day 555 0100",
        "Night and weekend 555 0199", "even with no fever", "You shake or have chills", "Do not wait until morning.",
        "My neutrophils are low.", "Your numbers", "Your neutrophil count 480 /µL or 0.48 ×10⁹/L",
        "This level is called Severe", "Date of this test 21 November 2026", "What you can do each day",
        "Wash your hands", "Eat safe food", "Blood tests and visits", "in your own words", "Cut out this card",
        "I have a low neutrophil count.", "Day: 555 0100", "Night: 555 0199", "Clinic: Riverside Cancer Clinic",
        "Count: 480 /µL, 21 November 2026",
    ]  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_every_sign_of_the_founding_texts_is_in_the_box():
    text = plain_text(pdf(EMPTY))
    box = text[text.index("Call right away if") : text.index("Your numbers")]
    for sign in ("38.0 °C (100.4 °F)", "chills", "very tired", "body aches", "Mouth sores", "ulcers", "sore throat",
                 "Sinus pain", "Ear pain", "cough", "short of breath", "Red or swollen skin", "hurts to pee",
                 "pee more often", "diarrhea", "Pain in or near your bottom", "lump or pus", "rash",
                 "slow to heal"):  # fmt: skip
        assert sign in box


def test_every_precaution_of_the_founding_texts_is_there():
    text = plain_text(pdf(EMPTY))
    for precaution in ("Wash your hands", "Get dental care", "Keep your vaccines up to date.", "Ask us first",
                       "Some live vaccines", "Wash all fruit and vegetables.", "Keep raw meat and chicken away",
                       "Cook meat, fish and eggs all the way.", "mulch", "animal droppings", "stressful",
                       "You can do things that help.", "Go to every blood test.", "Go to every visit."):  # fmt: skip
        assert precaution in text


def test_a_sheet_without_a_count_leaves_lines_for_the_pen_and_names_no_level():
    made = pdf(EMPTY)
    assert "This level is called" not in plain_text(made)
    assert "Count:" not in plain_text(made)
    assert structure(made).all("Figure") == []


@pytest.mark.parametrize(
    ("count", "unit", "shown"),
    [
        ("0", "/uL", "0 /µL or 0 ×10⁹/L This level is called Profound (part of severe)"),
        ("499.9999", "/uL", "about 499 /µL or about 0.499 ×10⁹/L This level is called Severe"),
        ("0.4999999", "10^9/L", "about 499 /µL or about 0.499 ×10⁹/L This level is called Severe"),
        ("0.5", "10^9/L", "500 /µL or 0.5 ×10⁹/L This level is called Moderate"),
        ("0.0055", "10^9/L", "5.5 /µL or 0.0055 ×10⁹/L This level is called Profound (part of severe)"),
        ("1500", "/uL", "1500 /µL or 1.5 ×10⁹/L This level is called Not low"),
        ("100", "10^9/L", "100000 /µL or 100 ×10⁹/L This level is called Not low"),
    ],
)
def test_the_count_stands_in_both_families_of_units_and_no_rounding_lifts_it_over_a_bound(
    count: str, unit: str, shown: str
):
    assert f"Your neutrophil count {shown}" in plain_text(pdf(EMPTY | {"count": count, "count_unit": unit}))


@pytest.mark.parametrize(
    ("count", "current", "within"),
    [("0", 0, 0), ("50", 0, 0.5), ("100", 1, 0), ("300", 1, 0.5), ("500", 2, 0), ("1250", 3, 0.5), ("1500", 4, 0),
     ("2250", 4, 0.5), ("3000", 4, 1), ("90000", 4, 1)],
)  # fmt: skip
def test_the_mark_stands_in_the_band_of_the_count(count: str, current: int, within: float):
    data = precautions.document(read(EMPTY | {"count": count, "count_unit": "/uL"}), resources()).data
    scale = data["count"]["scale"]
    assert (scale["current"], scale["mark"]) == (current, pytest.approx((current + within) / 5))
    assert scale["bands"] == ["Profound", "Severe", "Moderate", "Mild", "Not low"]
    assert scale["edges"] == ["100", "500", "1000", "1500"]


def test_the_drawing_of_the_scale_is_told_in_words_and_the_small_pictures_are_passed_over():
    (figure,) = structure(pdf(FULL)).all("Figure")
    assert figure.alternative == (
        "A scale of counts from low to high. Profound: below 100 /µL; Severe: 100 to below 500 /µL; "
        "Moderate: 500 to below 1,000 /µL; Mild: 1,000 to below 1,500 /µL; Not low: 1,500 /µL or more. "
        "Your count, 480\u00a0/µL, is in the part called Severe."
    )


def test_a_scale_that_the_texts_do_not_know_is_shown_in_its_own_words():
    bands = (Band("4", "Grade 4", Decimal(0), Decimal(500)), Band("3", "Grade 3 or less", Decimal(500), None))
    grades = Scale("ctcae", "CTCAE", bands, "")
    sheet = read(EMPTY | {"count": "480", "count_unit": "/uL"}, grades)
    assert "This level is called Grade 4" in plain_text(typesetting.pdf(precautions.document(sheet, resources())))


def test_the_file_is_a_tagged_pdf_for_reading_aloud_and_for_keeping():
    with pikepdf.open(BytesIO(pdf(FULL))) as document:
        root = document.Root
        assert root.MarkInfo.Marked
        assert root.Lang == "en"
        assert root.ViewerPreferences.DisplayDocTitle
        assert "/StructTreeRoot" in root
        assert document.docinfo["/Title"] == "Low neutrophils: how to stay safe"
        assert "/Author" not in document.docinfo
        with document.open_metadata() as metadata:
            assert metadata.pdfa_status == "2A"
            assert metadata["pdfuaid:part"] == "1"
        fonts = {str(font.BaseFont) for page in document.pages for font in page.Resources.Font.values()}
    assert all("AtkinsonHyperlegibleNext" in font or "IBMPlexSans" in font for font in fonts)


def test_headings_go_down_one_level_at_a_time_and_lists_are_lists():
    whole = structure(pdf(FULL))
    levels = [int(tag[1]) for tag in tags(whole) if re.fullmatch(r"H[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    items = [re.sub(r"\s+", " ", item.text).strip().removeprefix("• ") for item in whole.all("LI")]
    assert items[:2] == ["You shake or have chills", "You feel ill"]
    assert items[-1] == "Whom will you call at night?"


def tags(element: Any) -> list[str]:
    return [element.tag, *(tag for part in element.parts for tag in tags(part))]


def test_the_same_sheet_is_the_same_file_in_another_process_too():
    script = (
        "import sys; from neutrogui.bundle import resources; from neutrogui.calculators.grading import CONVENTIONAL;"
        "from neutrogui.domain.handout import read_sheet; from neutrogui.handout import precautions, typesetting;"
        f"sheet = read_sheet({LONG!r}, CONVENTIONAL, '2026.11');"
        "sys.stdout.buffer.write(typesetting.pdf(precautions.document(sheet, resources())))"
    )
    root = Path(precautions.__file__).parents[2]
    other = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, cwd=root).stdout
    assert pdf(LONG) == pdf(LONG) == other


@pytest.mark.parametrize(
    "hostile",
    ['#eval("1")', "*bold* _slanted_ $x^2$", "\\ \\u{41} \\n", "“it's” \"quoted\"", "<b>bold</b> &amp; <script>",
     "= Heading", "- item / + item", "// comment /* comment */", "{celsius} {page} {0} %s ${x}", "@label <label>",
     "`raw` ```raw```", "~ -- --- ... -?", '"}, "clinic": {', "#import \"page.typ\": *", "]#pagebreak()["],
)  # fmt: skip
def test_whatever_looks_like_code_is_printed_as_it_is(hostile: str):
    made = pdf(EMPTY | {"clinic": hostile, "phone_day": hostile, "phone_night": hostile})
    assert plain_text(made).count(hostile) == 2 + 4
    assert len(footers(made)) == 2


# Reading level


def sentences() -> list[str]:
    """The sheet's words as sentences: a line without a full stop is one too."""
    filled = {**TEXTS, "call": {**TEXTS["call"], "threshold": "38.0 degrees"}}
    spoken = {k: v for k, v in filled.items() if k not in ("numbers", "footer")}
    lines = [*texts_of_advice(spoken), TEXTS["footer"]["advice"], TEXTS["footer"]["review"]]
    parts = [part.strip() for line in lines for part in re.split(r"(?<=[.?!:])\s+", line)]
    return [part for part in parts if re.search(r"[A-Za-z]", part)]


def syllables(word: str) -> int:
    """Groups of vowels, less a silent e at the end: close enough for a grade."""
    groups = re.findall(r"[aeiouy]+", word.lower())
    silent = re.search(r"[^aeiouyl]e$|[^aeiouydt]ed$", word.lower()) is not None
    return max(1, len(groups) - silent)


def words(text: str) -> list[str]:
    return re.findall(r"[A-Za-z’]+", text)


def test_a_sixth_grader_can_read_it():
    said = sentences()
    spoken = [word for sentence in said for word in words(sentence)]
    grade = 0.39 * len(spoken) / len(said) + 11.8 * sum(map(syllables, spoken)) / len(spoken) - 15.59
    assert grade <= 6
    whole = [sentence for sentence in said if len(words(sentence)) >= 5]
    spoken = [word for sentence in whole for word in words(sentence)]
    grade = 0.39 * len(spoken) / len(whole) + 11.8 * sum(map(syllables, spoken)) / len(spoken) - 15.59
    assert grade <= 6, "also without the short lines"


def test_no_sentence_has_fifteen_words():
    assert [sentence for sentence in sentences() if len(words(sentence)) >= 15] == []


def test_the_template_holds_no_english():
    template = (resources() / "handout/precautions.typ").read_text("utf-8")
    for line in template.splitlines():
        assert not re.search(r"\[[^\]#]*[A-Za-z]{3,}[^\]]*\]", line.partition("//")[0]), line
