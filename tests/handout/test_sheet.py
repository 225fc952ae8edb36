"""The handouts as they come out of the printer: read back from the PDF, and looked at as pictures."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from made import EMPTY, FULL, NUMBERS, RULES, full, handout, pages_of, pdf, read_back, squeezed, text, words_of
from pdf_reading import Element, footers, plain_text, structure
from pictures import png, svg
from PySide6.QtGui import QImage

from neutrogui.bundle import resources
from neutrogui.domain.calculator import Band, Scale
from neutrogui.domain.clinic import ClinicSettings
from neutrogui.domain.handout import Handout, Paper, TypeSize
from neutrogui.domain.sheet_plan import SheetKind
from neutrogui.handout import sheet, typesetting
from neutrogui.handout.texts import LANGUAGES
from neutrogui.handout.typesetting import TypesettingFailed

SHEETS: dict[str, Any] = tomllib.loads((resources() / "handout/sheets.toml").read_text("utf-8"))
EN = words_of("en")

LONG = ClinicSettings(
    clinic=("The Combined Haematology and Oncology Day Clinic of Saint Someone, Building 7, " * 2)[:120],
    phone_day=("+44 (0)20 7946 0000 extension 1234, ask for the nurse on duty" * 2)[:60],
    phone_night=("+44 (0)20 7946 0999 extension 9876, ask for the nurse on duty" * 2)[:60],
    where=("The emergency department behind the main building, second door on the left, " * 2)[:100],
    checked=LANGUAGES,
)
UNBROKEN = ClinicSettings(
    clinic="W" * 120,
    phone_day="M" * 60,
    phone_night="0" * 60,
    where="W" * 100,
    own_lines=dict.fromkeys(SheetKind, ("W" * 90,) * 8),
    checked=LANGUAGES,
)


# Every word of every sheet in every language


def chosen_lines(kind: str) -> Iterator[tuple[str, str]]:
    """Group and line of what a sheet bears while the clinic has decided on nothing."""
    undecided = {}
    for switch in SHEETS["switches"].values():
        default = switch["line"] if switch["default"] is True else switch["default"]
        undecided |= {line: line == default for line in switch.get("lines", [switch.get("line")])}
    for group in SHEETS["sheets"][kind]["groups"]:
        yield from ((group, line) for line in SHEETS["groups"][group]["lines"] if undecided.get(line, True))


def words_on(kind: str, language: str) -> Iterator[str]:
    """Every text that belongs on a sheet, with its numbers."""
    words, plan = words_of(language), SHEETS["sheets"][kind]
    mark = words["language"]["decimal"]
    numbers = {name: str(number) for name, number in SHEETS["numbers"].items()}
    numbers |= {"call_celsius": f"38{mark}5", "call_fahrenheit": f"101{mark}3"}
    yield from (words["sheets"][kind]["title"], words["sheets"][kind]["lead"], *words["header"].values())
    call = words["call"]
    if plan["threshold"]:
        yield from (call["title"], call["temperature"], call["threshold"], call["or_higher"])
    else:
        yield call["ask"]
    yield from (call["day"], call["night"], call["where"])
    yield from (words["rules"][rule] for rule in plan["rules"])
    if plan["signs"]:
        yield call["signs_title"]
        yield from (words["signs"][sign] for sign in plan["signs"])
    for group, line in chosen_lines(kind):
        yield words["groups"][group]
        yield re.sub(r"\{(\w+)\}", lambda place: numbers[place[1]], words["lines"][line])
    if kind != "duffy-null":
        labels = ("title", "count", "level", "counted_on", "next_test", "low_days", "low_from", "low_to", "medicines")
        yield from (words["numbers"][label] for label in labels)
        yield words["numbers"]["levels"]["severe"]["long"]
        yield from (level["short"] for level in words["numbers"]["levels"].values())
    if kind == "medicine":
        yield words["medicines"]["label"]
    if plan["log"]:
        yield from words["log"].values()
    yield from (words["check"]["title"], words["check"]["questions"])
    yield from (words["check"][asked] for asked in plan["check"])
    card = words["card"]
    yield from (card["cut"], card["name"], card["day"], card["night"], card["clinic"], card["count"])
    yield from words["cards"][plan["card"]].values()


@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "ar"])
def test_every_word_is_read_back(kind: SheetKind, language: str):
    # In Portuguese a hyphen at the end of a line stands at the beginning of the next one too.
    shown = squeezed(read_back(kind, language)).replace("--", "-")
    mark = words_of(language)["language"]["decimal"]
    numbers = {"call_celsius": f"38{mark}5", "call_fahrenheit": f"101{mark}3"}
    for words in words_on(kind, language):
        filled = re.sub(r"\{(\w+)\}", lambda place: numbers[place[1]], words)
        assert squeezed(filled) in shown, filled
    for typed in (FULL.clinic, FULL.phone_day, FULL.phone_night):
        assert shown.count(squeezed(typed)) == 2, "on the sheet and on the card"
    assert squeezed(FULL.where) in shown


@pytest.mark.parametrize("kind", SheetKind)
def test_in_arabic_every_word_is_handed_to_the_page_and_numbers_read_from_left_to_right(kind: SheetKind):
    # A PDF file has Arabic as it is drawn, and leaves the order to its reader.
    given = sheet.document(handout(kind=kind, languages="ar", **NUMBERS), resources())
    handed = set(texts_in(given.data))
    mark = words_of("ar")["language"]["decimal"]
    for words in words_on(kind, "ar"):
        numbers = {"call_celsius": f"38{mark}5", "call_fahrenheit": f"101{mark}3"}
        assert re.sub(r"\{(\w+)\}", lambda place, n=numbers: n[place[1]], words) in handed
    shown = re.sub(r"[\u2066-\u2069]", "", read_back(kind, "ar")).replace("\u00a0", " ")
    for number in (FULL.phone_day, FULL.phone_night, "Riverside Cancer Clinic", "Gate 4, then the bell", "480 /µL"):
        assert number in shown
    if kind is not SheetKind.DUFFY_NULL:
        assert f"38{mark}5 °C (101{mark}3 °F)" in shown
        assert "0.48 ×10⁹/L".replace(".", mark) in shown


def texts_in(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    for part in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from texts_in(part)


@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_takes_one_paper_and_in_large_type_two(kind: SheetKind, language: str):
    for paper in Paper:
        normal, large = (pages_of(full(kind, language, paper, size)) for size in TypeSize)
        assert normal == (1 if kind is SheetKind.DUFFY_NULL else 2), paper
        assert large <= 4, paper
        assert large >= normal


@pytest.mark.parametrize(("paper", "size"), [("a4", (595.3, 841.9)), ("letter", (612, 792))])
def test_a_page_is_as_large_as_its_paper(paper: str, size: tuple[float, float]):
    with pikepdf.open(BytesIO(full("chemo", "en", paper))) as document:
        for page in document.pages:
            assert [float(length) for length in page.mediabox] == pytest.approx([0, 0, *size], abs=0.1)


@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_whose_advice_it_is_and_where_it_belongs(kind: SheetKind, language: str):
    words, made = words_of(language)["footer"], footers(full(kind, language))
    for number, shown in enumerate(made, 1):
        page = words["page"].replace("{page}", str(number)).replace("{pages}", str(len(made)))
        if language == "ar":
            assert "NeutroGUI 2026.11" in shown
            assert re.findall(r"\d+", shown)[-2:] == [str(number), str(len(made))]
        else:
            said = squeezed(f"{words['advice']}{words['review']}NeutroGUI 2026.11·{page}")
            assert squeezed(shown) == said


# What a clinician reads first, in English


def test_the_first_thing_is_when_to_call_and_whom_then_the_rest_in_order():
    shown = read_back("chemo", "en")
    order = [
        "Riverside Cancer Clinic", "For:", "Low neutrophils: how to stay safe", "Call right away", "Temperature",
        "38.5 °C (101.3 °F) or higher", "Call by day 555 0100", "Night and weekend 555 0199",
        "Where to go Gate 4, then the bell", "even with no fever", "Chills, shaking", "Do not wait until morning.",
        "My neutrophils are low.", "Today’s numbers", "Neutrophil count 480 /µL or 0.48 ×10⁹/L",
        "This level is called Severe", "Date of this test 21 November 2026", "Next blood test 28 November 2026",
        "From: 26 November 2026", "To: 2 December 2026", "Medicines to ask about ibuprofen", "Wash your hands",
        "Eat safe food", "Blood tests and visits", "in your own words", "Temperature log", "Cut out this card",
        "I have a low neutrophil count.", "Name:", "Day: 555 0100", "Night: 555 0199",
        "Clinic: Riverside Cancer Clinic", "Count: 480 /µL (21 November 2026)",
    ]  # fmt: skip
    at = 0
    for words in order:
        at = shown.index(words, at)


def test_every_sign_of_the_founding_texts_is_in_the_box():
    shown = text(EMPTY)
    box = shown[shown.index("Call right away") : shown.index("Today’s numbers")]
    for sign in ("38.0 °C (100.4 °F)", "Chills", "tired", "body aches", "Mouth sores", "ulcers", "Sore throat",
                 "sinus pain", "Ear", "Cough", "short of breath", "Red or swollen skin", "Painful or frequent peeing",
                 "loose stools", "Pain in or near the bottom", "lump, pus", "rash", "slow-healing cut"):  # fmt: skip
        assert sign in box, sign


def test_every_precaution_of_the_founding_texts_is_there():
    shown = text(EMPTY)
    for precaution in ("Wash your hands", "soft brush", "dentist", "Keep vaccines up to date, but ask us first.",
                       "Some live vaccines", "Wash all fruit and vegetables.", "Keep raw meat away",
                       "Cook meat, fish and eggs all the way.", "mulch", "animal droppings", "stressful",
                       "You can do things that help.", "Go to every blood test and visit."):  # fmt: skip
        assert precaution in shown, precaution


def test_the_sheet_for_a_usual_count_names_no_temperature_and_rings_no_alarm():
    shown = read_back("duffy-null", "en")
    assert "°C" not in shown
    assert "Call right away" not in shown
    assert "Temperature" not in shown
    assert "This is not a disease." in shown


# Today's numbers


def test_a_sheet_without_numbers_leaves_lines_for_the_pen_and_names_no_level():
    made = pdf(EMPTY)
    assert "Today’s numbers Neutrophil count Date of this test Next blood test" in plain_text(made)
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
    assert f"Neutrophil count {shown}" in text(EMPTY, count=count, count_unit=unit)


def test_numbers_are_written_as_the_language_writes_them():
    settings = replace(EMPTY, checked=LANGUAGES)
    for language in LANGUAGES:
        mark = words_of(language)["language"]["decimal"]
        shown = text(settings, languages=language, count="0.5", count_unit="10^9/L").replace("\u00a0", " ")
        assert f"38{mark}0 °C" in shown, language
        assert f"100{mark}4 °F" in shown, language
        assert f"0{mark}5 ×10⁹/L" in shown, language


@pytest.mark.parametrize(
    ("count", "current", "within"),
    [("0", 0, 0), ("50", 0, 0.5), ("100", 1, 0), ("300", 1, 0.5), ("500", 2, 0), ("1250", 3, 0.5), ("1500", 4, 0),
     ("2250", 4, 0.5), ("3000", 4, 1), ("90000", 4, 1)],
)  # fmt: skip
def test_the_mark_stands_in_the_band_of_the_count(count: str, current: int, within: float):
    (page,) = sheet.document(handout(EMPTY, count=count, count_unit="/uL"), resources()).data["sheets"]
    scale = page["numbers"]["count"]["scale"]
    assert (scale["current"], scale["mark"]) == (current, pytest.approx((current + within) / 5))
    assert scale["bands"] == ["Profound", "Severe", "Moderate", "Mild", "Not low"]
    assert scale["edges"] == ["100", "500", "1000", "1500"]


def test_the_drawing_of_the_scale_is_told_in_words_and_the_small_pictures_are_passed_over():
    (figure,) = structure(full("chemo", "en")).all("Figure")
    assert figure.alternative == (
        "A scale of counts from low to high. Profound: below 100; Severe: 100 to below 500; Moderate: 500 to below "
        "1000; Mild: 1000 to below 1500; Not low: 1500 or more. The count, 480\u00a0/µL, is in the part called Severe."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_drawing_is_told_in_the_language_of_the_sheet(language: str):
    (figure,) = structure(full("chemo", language)).all("Figure")
    levels = words_of(language)["numbers"]["levels"]
    assert all(level["short"] in figure.alternative for level in levels.values())
    assert "480\u00a0/µL" in figure.alternative
    assert "{" not in figure.alternative


def test_a_scale_that_the_texts_do_not_know_is_shown_in_its_own_words():
    bands = (Band("4", "Grade 4", Decimal(0), Decimal(500)), Band("3", "Grade 3 or less", Decimal(500), None))
    graded = replace(handout(EMPTY, count="480", count_unit="/uL"), scale=Scale("ctcae", "CTCAE", bands, ""))
    assert "This level is called Grade 4" in plain_text(typesetting.pdf(sheet.document(graded, resources())))


# What the clinic decides


def test_the_low_limit_stands_in_the_box_only_if_the_clinic_wants_it():
    low = replace(EMPTY, low_at="35.5", switches={"low-temperature": "low"})
    assert "or higher or below 35.5 °C (95.9 °F)" in text(low)
    assert "or below" not in text(replace(low, switches={}))
    assert "°C" not in text(low, kind="duffy-null")


def test_lines_and_pictures_that_the_clinic_leaves_out_are_not_printed():
    left_out = replace(EMPTY, left_out=("hands-soap", "sign-ear", "vaccines-ask", "vaccines-live"))
    shown, usual = text(left_out), text(EMPTY)
    for words in ("Use soap for 20 seconds", "Ear or sinus pain", "Vaccines"):
        assert words in usual
        assert words not in shown, words
    without = tuple(f"sign-{sign}" for sign in SHEETS["sheets"]["chemo"]["signs"])
    assert EN["call"]["signs_title"] not in text(replace(EMPTY, left_out=without))


def test_a_switch_puts_its_line_in_its_place():
    lines = EN["lines"]
    assert lines["food-raw-none"] not in text(EMPTY)
    shown = text(replace(EMPTY, switches={"raw-produce": "food-raw-none", "floss": "floss-stop", "masks": ""}))
    order = [lines[key] for key in ("food-wash", "food-raw-none", "food-apart", "mouth-brush", "floss-stop")]
    places = [shown.index(line) for line in order]
    assert places == sorted(places)
    for key in ("food-raw-ask", "mask-crowds", "floss-gently"):
        assert lines[key] not in shown


def test_the_clinics_own_lines_stand_under_a_title_of_their_own_in_every_language():
    settings = replace(FULL, own_lines={"chemo": ("Bring your blue book.", "Park at the back.")})
    for language in ("en", "es"):
        title = words_of(language)["groups"]["own"]
        assert f"{title} • Bring your blue book. • Park at the back." in text(settings, languages=language)
    assert "blue book" not in text(settings, kind="child")


def test_a_blank_sheet_has_the_clinics_lines_or_lines_for_the_pen():
    assert "From your clinic" in text(EMPTY, kind="blank")
    shown = text(replace(EMPTY, own_lines={"blank": tuple(f"Line {n} of ours." for n in range(24))}), kind="blank")
    assert all(f"• Line {n} of ours." in shown for n in range(24))


@pytest.mark.parametrize("medicine", SHEETS["medicines"])
def test_the_sheet_of_a_medicine_says_what_its_label_asks_for(medicine: str):
    shown = text(EMPTY, kind="medicine", medicine=medicine)
    advice = SHEETS["medicines"][medicine]
    numbers = SHEETS["numbers"]
    for line in (advice["act"], advice["tests"]):
        assert re.sub(r"\{(\w+)\}", lambda place: str(numbers[place[1]]), EN["lines"][line]) in shown
    acts = {EN["lines"][one["act"]] for one in SHEETS["medicines"].values()} - {EN["lines"][advice["act"]]}
    assert not [act for act in acts if act in shown], "and nothing of another one"
    assert shown.count(EN["medicines"][medicine]) >= 2, "on the sheet and on the card"


def test_without_a_medicine_the_sheet_says_the_most_careful_thing_and_leaves_a_line_for_its_name():
    shown = text(EMPTY, kind="medicine")
    assert EN["lines"]["medicine-act-call"] in shown
    assert EN["lines"]["medicine-tests-ask"] in shown


# Languages


def test_a_translation_that_nobody_has_checked_says_so_and_the_english_follows():
    for language in ("es", "zh"):
        made = pdf(EMPTY, languages=language)
        shown = plain_text(made)
        assert pages_of(made) == 4
        assert squeezed(words_of(language)["footer"]["unchecked"]) in squeezed(shown)
        titles = [words_of(code)["sheets"]["chemo"]["title"] for code in (language, "en")]
        assert squeezed(titles[0]) in squeezed(shown.partition(titles[1])[0])
        assert EN["footer"]["unchecked"] not in shown


def test_a_translation_that_the_clinic_has_had_checked_stands_alone():
    made = pdf(replace(EMPTY, checked=("es",)), languages="es")
    assert pages_of(made) == 2
    assert words_of("es")["footer"]["unchecked"] not in plain_text(made)
    assert "Low neutrophils" not in plain_text(made)


@pytest.mark.parametrize(
    ("languages", "checked", "printed"),
    [
        ("en", (), ["en"]),
        ("es", (), ["es", "en"]),
        ("es", ("es",), ["es"]),
        ("es vi", ("es",), ["es", "vi", "en"]),
        ("es vi", ("es", "vi"), ["es", "vi"]),
        ("vi en es", ("es", "vi"), ["vi", "en", "es"]),
        ("en es", (), ["es", "en"]),
        ("en es vi", ("vi",), ["es", "vi", "en"]),
    ],
)
def test_languages_come_in_order_and_english_after_whatever_says_that_it_follows(
    languages: str, checked: tuple[str, ...], printed: list[str]
):
    document = sheet.document(handout(replace(EMPTY, checked=checked), languages=languages), resources())
    assert [each["language"] for each in document.data["sheets"]] == printed
    for each in document.data["sheets"]:
        assert bool(each["footer"]["unchecked"]) == (each["language"] not in ("en", *checked))


def test_each_sheet_of_several_languages_counts_its_own_pages():
    made = pdf(replace(EMPTY, checked=LANGUAGES), languages="es en", kind="chemo")
    assert [re.findall(r"\d+", shown)[-2:] for shown in footers(made)] == [["1", "2"], ["2", "2"]] * 2


def test_every_part_says_in_which_language_it_is_read():
    with pikepdf.open(BytesIO(pdf(replace(EMPTY, checked=LANGUAGES), languages="ar es zh", **NUMBERS))) as document:
        assert document.Root.Lang == "ar"
        (whole,) = document.Root.StructTreeRoot.K
        titles = {str(node.Lang) if "/Lang" in node else "ar" for node in nodes(whole) if str(node.S) == "/H1"}
        figures = [str(node.get("/Lang", "ar")) for node in nodes(whole) if str(node.S) == "/Figure"]
    assert titles == {"ar", "es", "zh"}
    assert figures == ["ar", "es", "zh"]


def nodes(node: Any) -> Iterator[Any]:
    yield node
    parts = node.get("/K", [])
    for part in parts if isinstance(parts, pikepdf.Array) else [parts]:
        if isinstance(part, pikepdf.Dictionary) and "/S" in part:
            yield from nodes(part)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_says_its_language_and_its_title(language: str):
    with pikepdf.open(BytesIO(full("chemo", language))) as document:
        assert document.Root.Lang == language
        assert document.docinfo["/Title"] == words_of(language)["sheets"]["chemo"]["title"]


# The file


@pytest.mark.parametrize("kind", SheetKind)
def test_the_file_is_a_tagged_pdf_for_reading_aloud_and_for_keeping(kind: SheetKind):
    with pikepdf.open(BytesIO(full(kind, "en"))) as document:
        root = document.Root
        assert root.MarkInfo.Marked
        assert root.ViewerPreferences.DisplayDocTitle
        assert "/StructTreeRoot" in root
        assert "/Author" not in document.docinfo
        with document.open_metadata() as metadata:
            assert metadata.pdfa_status == "2A"
            assert metadata["pdfuaid:part"] == "1"
        fonts = {str(font.BaseFont) for page in document.pages for font in page.Resources.Font.values()}
    assert all("AtkinsonHyperlegibleNext" in font or "IBMPlexSans" in font for font in fonts)


@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_headings_go_down_one_level_at_a_time(kind: SheetKind, language: str):
    levels = [int(tag[1]) for tag in tags(structure(full(kind, language))) if re.fullmatch(r"H[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_lists_are_lists():
    items = structure(full("chemo", "en")).all("LI")
    said = [re.sub(r"\s+", " ", item.text).strip().removeprefix("• ") for item in items]
    assert said[0] == EN["rules"]["not-until-morning"]
    assert EN["lines"]["hands-before"] in said
    assert said[-1] == EN["check"]["whom-at-night"]


def tags(element: Element) -> list[str]:
    return [element.tag, *(tag for part in element.parts for tag in tags(part))]


def test_the_same_sheet_is_the_same_file_in_another_process_too():
    typed = {**NUMBERS, "kind": "gcsf", "languages": "es ar zh"}
    script = (
        "import sys; from neutrogui.bundle import resources; from neutrogui.domain.clinic import ClinicSettings;"
        "from neutrogui.domain.handout import read_handout; from neutrogui.handout import sheet, typesetting;"
        "from neutrogui.installation import handout_rules; from dataclasses import replace;"
        "rules = replace(handout_rules(), edition='2026.11');"
        f"made = read_handout({typed!r}, ClinicSettings(clinic='Clinic', logo={png()!r}), rules);"
        "sys.stdout.buffer.write(typesetting.pdf(sheet.document(made, resources())))"
    )
    root = Path(sheet.__file__).parents[2]
    other = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, cwd=root).stdout
    settings = ClinicSettings(clinic="Clinic", logo=png())
    assert pdf(settings, **typed) == pdf(settings, **typed) == other


# Whatever is typed


@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize("settings", [LONG, UNBROKEN], ids=["long", "unbroken"])
def test_nothing_is_printed_in_the_margins(kind: SheetKind, settings: ClinicSettings):
    for paper in Paper:
        for size in TypeSize:
            filled = handout(replace(settings, paper=paper, type_size=size), kind=kind, **NUMBERS)
            for page in typesetting.pages(sheet.document(filled, resources()), 40):
                assert margins_are_white(page)


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_nothing_is_printed_in_the_margins_in_other_languages(language: str):
    for kind in SheetKind:
        filled = handout(replace(LONG, logo=png(300, 100)), kind=kind, languages=language, **NUMBERS)
        for page in typesetting.pages(sheet.document(filled, resources()), 40):
            assert margins_are_white(page), kind


def margins_are_white(png: bytes) -> bool:
    """Whether a page of 40 dots an inch is empty at its sides and above to 8 mm, below to 4.4 mm."""
    image = QImage.fromData(png).convertToFormat(QImage.Format.Format_Grayscale8)
    width, stride, data = image.width(), image.bytesPerLine(), bytes(image.constBits())
    rows = [data[y * stride : y * stride + width] for y in range(image.height())]
    side = int(8 / 25.4 * 40)
    edges = [*rows[:side], *rows[-7:], *(row[:side] + row[width - side :] for row in rows)]
    return {value for edge in edges for value in edge} == {255}


def test_every_letter_of_a_long_text_is_printed():
    shown = squeezed(text(UNBROKEN))
    for typed, times in (("W" * 120, 2), ("M" * 60, 2), ("0" * 60, 2), ("W" * 90, 1)):
        assert shown.count(typed) >= times
    assert squeezed(LONG.where) in squeezed(text(LONG))


@pytest.mark.parametrize(
    "hostile",
    ['#eval("1")', "*bold* _slanted_ $x^2$", "\\ \\u{41} \\n", "“it’s” \"quoted\"", "<b>bold</b> &amp; <script>",
     "= Heading", "- item / + item", "// comment /* comment */", "{celsius} {page} {0} %s ${x}", "@label <label>",
     "`raw` ```raw```", "~ -- --- ... -?", '"}, "clinic": {', "#import \"page.typ\": *", "]#pagebreak()["],
)  # fmt: skip
def test_whatever_looks_like_code_is_printed_as_it_is(hostile: str):
    settings = ClinicSettings(hostile, hostile, hostile, hostile, own_lines={"chemo": (hostile,)})
    made = pdf(settings, medicines=hostile)
    # Clinic and telephones stand on the sheet and on the card.
    assert plain_text(made).count(hostile) == 6 + 3
    assert len(footers(made)) == 2


@pytest.mark.parametrize("logo", [png(), png(1200, 300), svg(), svg('<path d="M0 0L8 8" stroke="black"/>')])
@pytest.mark.parametrize("clinic", ["", "Riverside Cancer Clinic", "W" * 120])
def test_a_logo_stands_on_the_sheet_without_breaking_it(logo: bytes, clinic: str):
    plain, made = (pdf(ClinicSettings(clinic, logo=each)) for each in (b"", logo))
    assert pages_of(made) == 2
    assert made != plain
    assert plain_text(made).strip() == plain_text(plain).strip(), "a picture beside its name has nothing more to say"


def test_a_character_that_no_font_has_is_never_printed_as_an_empty_box():
    with pytest.raises(TypesettingFailed, match=r"lack “協”"):
        typesetting.pdf(sheet.document(replace(handout(EMPTY), clinic="協和"), resources()))


def test_the_templates_hold_no_english():
    for name in ("sheet", "drawings", "page"):
        template = (resources() / f"handout/{name}.typ").read_text("utf-8")
        for line in template.splitlines():
            assert not re.search(r"\[[^\]#]*[A-Za-z]{3,}[^\]]*\]", line.partition("//")[0]), line


def test_the_rules_of_these_tests_are_those_of_the_program():
    assert isinstance(handout(), Handout)
    assert set(RULES.plan.sheets) == set(SheetKind)
