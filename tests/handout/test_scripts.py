"""Every language of the sheets is set in the bundled fonts: each letter there, in order, and joined as it should be."""

import shutil
from collections.abc import Callable
from io import BytesIO
from itertools import count
from pathlib import Path

import pikepdf
import pytest
from pdf_reading import plain_text
from PySide6.QtGui import QImage

from neutrogui.bundle import resources
from neutrogui.domain.handout import printable
from neutrogui.handout import glyphs, typesetting
from neutrogui.handout.typesetting import Document, TypesettingFailed

HEAD = """#import "page.typ": data, dated, fonts-of, numbers-in-order, unbroken-units
#set document(title: "Trial", date: dated)
#set page(width: 110mm, height: 20mm, margin: 4mm)
#set text(font: fonts-of(data.language), lang: data.language, size: 9pt, fallback: false)
"""

ATKINSON, PLEX, ARABIC, CHINESE = (
    "AtkinsonHyperlegibleNext", "IBMPlexSans", "IBMPlexSansArabic", "NeutroGUISansSC",
)  # fmt: skip

# What is asked on each sheet, with the signs that are a language's own.
SAMPLES = {
    "en": ("Call right away if your temperature is 38.0 °C (100.4 °F) or higher.", {ATKINSON}),
    "es": ("¿Tiene fiebre? «Llame» ya a su médico: ¡38,0 °C! Pingüino, niño, corazón, él, aún, 1.ª vez.", {ATKINSON}),
    "fr": ("« Fièvre » : appelez ! Œdème, cœur, ça, naïf, où, forêt, hôpital, aiguë, L’ÉTÉ, Ÿ.", {ATKINSON}),
    "pt": ("Ligue já: não espere até de manhã. Ação, avó, avô, saúde, você, à noite, 1.º dia.", {ATKINSON}),
    "vi": ("Gọi ngay nếu nhiệt độ từ 38,0 °C. Rửa tay bằng xà phòng. ĐỪNG chờ; ỹ ẵ ợ ự ẩ Ễ Ỡ Ỷ.", {PLEX}),
    "ru": ("Звоните сразу, если температура 38,0 °C. «Щёки», объём, эхо, № 5 — не ждите! ЪЫЁ", {PLEX}),
    "ar": ("اتصل فورًا إذا كانت حرارتك 38.0 °C (100.4 °F)؛ هل تشعر بقشعريرة؟ لا تنتظر، ٣٨٫٠", {ARABIC}),
    "zh": ("体温达到 38.0 °C（100.4 °F）或更高时，请立即打电话。“不要等到早上”——用肥皂洗手……", {PLEX, CHINESE}),
}


@pytest.fixture
def set_in_type(tmp_path: Path) -> Callable[..., Document]:
    """A document of its own beside the sheets' templates."""
    shutil.copytree(resources() / "fonts", tmp_path / "fonts")
    shutil.copytree(resources() / "handout", tmp_path / "handout")

    numbers = count()

    def document(body: str, language: str = "en", words: str = "") -> Document:
        name = f"trial-{next(numbers)}"
        (tmp_path / "handout" / f"{name}.typ").write_text(HEAD + body, "utf-8")
        return Document(name, {"dated": "2026-11-21", "language": language, "words": words}, tmp_path)

    return document


def families(pdf: bytes, style: str) -> set[str]:
    """The families of which letters of a style stand in the file."""
    with pikepdf.open(BytesIO(pdf)) as document:
        fonts = {str(font.BaseFont) for page in document.pages for font in page.Resources.Font.values()}
    return {font.split("+")[-1].rpartition("-")[0] for font in fonts if font.endswith(f"-{style}")}


def same_picture(one: Document, other: Document) -> bool:
    """Whether two documents of one page look the same, but for the last bits of a grey."""
    drawn = []
    for document in (one, other):
        (page,) = typesetting.pages(document, 100)
        drawn.append(QImage.fromData(page).convertToFormat(QImage.Format.Format_RGB32))
    assert drawn[0].size() == drawn[1].size()
    pixels = zip(*(bytes(image.constBits()) for image in drawn), strict=True)
    return all(abs(a - b) <= 8 for a, b in pixels)


@pytest.mark.parametrize("language", SAMPLES)
@pytest.mark.parametrize(("weight", "style"), [("regular", "Regular"), ("bold", "Bold")])
def test_a_language_is_set_in_its_own_family_in_regular_and_bold(set_in_type, language: str, weight: str, style: str):
    words, own = SAMPLES[language]
    pdf = typesetting.pdf(set_in_type(f'#text(weight: "{weight}", data.words)', language, words))
    assert families(pdf, style) == own
    if language != "ar":  # a PDF file has Arabic as it is drawn, and leaves the order to its reader
        assert plain_text(pdf).strip() == words


def test_names_of_every_script_stand_in_an_english_line(set_in_type):
    words = "Riverside – Bệnh viện – Больница – مستشفى – 协和医院（北京） ×10⁹/L"
    pdf = typesetting.pdf(set_in_type("#data.words", "en", words))
    assert families(pdf, "Regular") == {ATKINSON, PLEX, ARABIC, CHINESE}


def test_chinese_marks_are_as_wide_as_a_character_and_latin_digits_are_latin(set_in_type):
    assert families(typesetting.pdf(set_in_type("#data.words", "zh", "“”‘’——……·")), "Regular") == {CHINESE}
    assert families(typesetting.pdf(set_in_type("#data.words", "zh", "0.5×10⁹/L, 100–500")), "Regular") == {PLEX}


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_whatever_can_be_typed_is_printed(set_in_type, weight: str):
    typeable = [chr(code) for code in range(0x110000) if printable(chr(code))]
    lines = "\n".join("".join(typeable[start : start + 40]) for start in range(0, len(typeable), 40))
    # The standard of the PDF forbids an empty box, and typst refuses to write one.
    assert typesetting.pdf(set_in_type(f'#text(weight: "{weight}", data.words)', "en", lines))


def test_a_template_cannot_print_an_empty_box(set_in_type):
    with pytest.raises(TypesettingFailed, match="could not be displayed with font"):
        typesetting.pdf(set_in_type("병원"))


def test_arabic_letters_are_joined(set_in_type):
    # Unicode has the joined shapes of the letters as characters of their own: beginning, middle and end.
    joined, shapes, apart = (
        set_in_type("#data.words", "ar", words) for words in ("بيت", "\ufe91\ufef4\ufe96", "\ufe8f\ufef1\ufe95")
    )
    assert same_picture(joined, shapes)
    assert not same_picture(joined, apart)


@pytest.mark.parametrize(
    "number",
    ["+49 30 1234-567", "(030) 123 45 67", "+49 (0) 30 12 34/56", "116117 / 112", "٠٣٠ ١٢٣ ٤٥٦", "38.0 °C (100.4 °F)",
     "≥38.5 °C", "38°", "50%", "100–500", "0.5 × 10⁹/L", "1500/µL", "1,500", "٣٨٫٠", "2026-11-21", "3+4",
     "480\u00a0/µL", "0.48\u00a0×10⁹/L", "/µL"],
)  # fmt: skip
@pytest.mark.parametrize("around", ["{}", "اتصل على الرقم {} ليلًا", "الرقم ({})، نعم"])
def test_a_number_in_arabic_reads_from_left_to_right(set_in_type, number: str, around: str):
    # A box is one sign to the line that it stands in, whatever it holds.
    before, after = around.split("{}")
    boxed = f'#"{before}"#box(text(dir: ltr, "{number}"))#"{after}"'
    typed = set_in_type("#show: numbers-in-order\n#data.words", "ar", around.format(number))
    assert same_picture(typed, set_in_type(boxed, "ar"))


def test_a_unit_that_is_never_divided_reads_from_left_to_right_too(set_in_type):
    typed = set_in_type("#show: unbroken-units\n#show: numbers-in-order\n#data.words", "ar", "أو 0.48\u00a0×10⁹/L نعم")
    boxed = set_in_type('#"أو "#box(text(dir: ltr, "0.48\\u{a0}×10⁹/L"))#" نعم"', "ar")
    assert same_picture(typed, boxed)


def test_a_number_in_arabic_takes_no_word_or_bracket_along(set_in_type):
    words = "٧ (من 8)، 12 ثانية. 3 مرات، 38.0 °م"
    pieces = [("٧", 1), (" (من ", 0), ("8", 1), (")، ", 0), ("12", 1), (" ثانية. ", 0), ("3", 1), (" مرات، ", 0),
              ("38.0", 1), (" °م", 0)]  # fmt: skip
    boxed = "".join(f'#box(text(dir: ltr, "{text}"))' if number else f'#"{text}"' for text, number in pieces)
    typed = set_in_type("#show: numbers-in-order\n#data.words", "ar", words)
    assert same_picture(typed, set_in_type(boxed, "ar"))


def test_a_family_counts_only_with_both_styles(tmp_path: Path):
    fonts = tmp_path / "fonts"
    shutil.copytree(resources() / "fonts", fonts)
    (fonts / f"{CHINESE}-Bold.ttf").unlink()
    covered = glyphs.covered(fonts)
    assert "协" not in covered
    assert set("aЖم") <= covered


def test_control_characters_are_none_that_a_font_has():
    covered = glyphs.covered(resources() / "fonts")
    assert not {"\x00", "\r", "\x7f", "\x85"} & covered
    assert "\u00a0" in covered
