"""A handout is read from what was typed and from the clinic's settings; what is not clear is refused at its field."""

import unicodedata
from collections.abc import Mapping
from dataclasses import fields, replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pictures import png

from neutrogui.calculators.grading import CONVENTIONAL
from neutrogui.domain.clinic import ClinicSettings
from neutrogui.domain.handout import (
    Handout,
    HandoutRules,
    Numbers,
    Paper,
    TypeSize,
    fahrenheit,
    printable,
    read_handout,
    unknown_ids,
)
from neutrogui.domain.logo import Logo
from neutrogui.domain.problem import Problems
from neutrogui.domain.quantity import PER_UL, Count
from neutrogui.domain.sheet_plan import HandoutPlan, LineGroup, MedicineAdvice, SheetKind, SheetPlan, Switch


def plan() -> HandoutPlan:
    """A plan of three sheets: with everything, without a temperature, and with nothing."""
    whole = SheetPlan(True, ("chills", "ear"), ("say-first",), ("hands", "food"), "emergency", True, ())
    usual = SheetPlan(False, (), (), ("life",), "usual", False, ())
    empty = SheetPlan(True, (), (), (), "emergency", True, ())
    return HandoutPlan(
        sheets={
            **dict.fromkeys(SheetKind, whole),
            SheetKind.DUFFY_NULL: usual,
            SheetKind.BLANK: empty,
        },
        groups={
            "hands": LineGroup("hands", ("soap", "gel")),
            "food": LineGroup("food", ("wash", "raw-ask", "raw-none", "flowers", "mask")),
            "life": LineGroup("heart", ("play",)),
        },
        switches={
            "raw": Switch(("raw-ask", "raw-none"), "raw-ask", "Trials disagree.", ("a",)),
            "flowers": Switch(("flowers",), "", "No trial.", ("b",)),
            "masks": Switch(("mask",), "mask", "No trial.", ("c",)),
            "low-temperature": Switch(("low",), "", "Sources differ.", ("d",), call=True),
        },
        medicines={key: MedicineAdvice("act", "tests", "A label.") for key in ("clozapine", "other")},
    )


RULES = HandoutRules(plan(), ("en", "es", "ar"), CONVENTIONAL, "2026.11")
LOW = {"low-temperature": "low"}
NONE = ClinicSettings()


def handout(settings: ClinicSettings = NONE, **typed: str) -> Handout:
    read = read_handout({"kind": "chemo", **typed}, settings, RULES)
    assert isinstance(read, Handout), read
    return read


def refused(settings: ClinicSettings = NONE, **typed: str) -> list[tuple[str, str]]:
    """Field and code of every problem; each has a sentence."""
    read = read_handout({"kind": "chemo", **typed}, settings, RULES)
    assert isinstance(read, Problems), read
    assert all(problem.message.endswith((".", "?")) for problem in read.problems)
    return [(problem.field, problem.code) for problem in read.problems]


def test_a_kind_alone_makes_a_sheet_for_the_pen():
    assert handout() == Handout(
        SheetKind.CHEMO,
        CONVENTIONAL,
        call_at=Decimal("38.0"),
        low_at=None,
        languages=("en",),
        lines=("soap", "gel", "wash", "raw-ask", "mask"),
        signs=("chills", "ear"),
        paper=Paper.A4,
        type_size=TypeSize.NORMAL,
        edition="2026.11",
    )


def test_everything_typed_and_everything_of_the_clinic_stands_on_the_sheet():
    settings = ClinicSettings(
        clinic="Riverside Clinic",
        phone_day="555 0100",
        phone_night="555 0199",
        where="Gate 4",
        call_at="38,5",
        low_at="35.5",
        paper="letter",
        type_size="LARGE",
        logo=png(),
        switches={**LOW, "raw": "raw-none", "flowers": "flowers", "masks": ""},
        left_out=("gel", "sign-ear"),
        own_lines={"medicine": ("Bring your book.", "  ", "Park at the back."), "chemo": ("Not this one.",)},
        checked=("es",),
    )
    read = handout(
        settings,
        kind=" Medicine ",
        languages="es, ar es",
        medicine="CLOZAPINE",
        count="0,48",
        count_unit="10^9/L",
        counted_on="2026-11-21",
        next_test="2026-11-28",
        low_from="2026-11-26",
        low_to="2026-12-02",
        medicines="  a\nb ",
    )
    assert read == Handout(
        SheetKind.MEDICINE,
        CONVENTIONAL,
        call_at=Decimal("38.5"),
        low_at=Decimal("35.5"),
        languages=("es", "ar"),
        clinic="Riverside Clinic",
        phone_day="555 0100",
        phone_night="555 0199",
        where="Gate 4",
        logo=Logo(png(), "png"),
        lines=("soap", "wash", "raw-none", "flowers"),
        signs=("chills",),
        own_lines=("Bring your book.", "Park at the back."),
        checked=("es",),
        medicine="clozapine",
        numbers=Numbers(Count.of(Decimal(480), PER_UL), "2026-11-21", "2026-11-28", "2026-11-26", "2026-12-02", "a b"),
        paper=Paper.LETTER,
        type_size=TypeSize.LARGE,
        edition="2026.11",
    )


def test_there_is_no_place_for_a_patients_name():
    assert {field.name for field in fields(Handout)} == {
        "kind", "scale", "call_at", "low_at", "languages", "clinic", "phone_day", "phone_night", "where", "logo",
        "lines", "signs", "own_lines", "checked", "medicine", "numbers", "paper", "type_size", "edition",
    }  # fmt: skip
    assert {field.name for field in fields(Numbers)} == {
        "count", "counted_on", "next_test", "low_from", "low_to", "medicines",
    }  # fmt: skip


# Which sheet, in which languages


@pytest.mark.parametrize("kind", SheetKind)
def test_every_kind_can_be_chosen(kind: SheetKind):
    assert handout(kind=str(kind).upper()).kind is kind


@pytest.mark.parametrize(("typed", "code"), [("", "missing"), ("  ", "missing"), ("chemotherapy", "unknown-choice")])
def test_a_sheet_is_never_guessed(typed: str, code: str):
    assert refused(kind=typed) == [("kind", code)]
    read = read_handout({}, NONE, RULES)
    assert isinstance(read, Problems)
    assert [problem.code for problem in read.problems] == ["missing"]


@pytest.mark.parametrize(
    ("typed", "kept", "languages"),
    [
        ({}, "", ("en",)),
        ({}, "es", ("es",)),
        ({}, "es, ar", ("es", "ar")),
        ({"languages": "ar"}, "es", ("ar",)),
        ({"languages": "ar,es, en"}, "", ("ar", "es", "en")),
        ({"languages": "es es  es"}, "", ("es",)),
    ],
)
def test_the_languages_are_those_typed_else_those_of_the_clinic_else_english(
    typed: dict[str, str], kept: str, languages: tuple[str, ...]
):
    assert handout(ClinicSettings(language=kept), **typed).languages == languages


def test_who_chooses_no_language_is_asked_for_one():
    assert refused(ClinicSettings(language="es"), languages=" ") == [("languages", "missing")]


def test_a_language_that_has_no_words_is_refused_where_it_was_named():
    assert refused(languages="es xx") == [("languages", "unknown-choice")]
    assert refused(ClinicSettings(language="deutsch")) == [("language", "unknown-choice")]
    assert handout(ClinicSettings(language="deutsch"), languages="es").languages == ("es",)


@pytest.mark.parametrize("typed", ["aspirin", "label", "clozapine other"])
def test_a_medicine_without_a_label_in_the_plan_is_refused(typed: str):
    assert refused(kind="medicine", medicine=typed) == [("medicine", "unknown-choice")]
    assert handout(kind="medicine", medicine=" Other ").medicine == "other"


# Temperatures


@pytest.mark.parametrize(
    ("celsius", "in_fahrenheit"),
    [("35", "95.0"), ("36.6", "97.9"), ("37.5", "99.5"), ("38", "100.4"), ("38.1", "100.6"), ("38,3", "100.9"),
     ("38.5", "101.3"), ("39.90", "103.8"), ("42", "107.6")],
)  # fmt: skip
def test_fahrenheit_is_the_same_temperature(celsius: str, in_fahrenheit: str):
    call_at = handout(ClinicSettings(call_at=celsius)).call_at
    assert str(call_at) == f"{Decimal(celsius.replace(',', '.')):.1f}"
    assert str(fahrenheit(call_at)) == in_fahrenheit


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("34.9", "out-of-range"),
        ("34.99", "out-of-range"),
        ("42.1", "out-of-range"),
        ("42.01", "out-of-range"),
        ("94.9", "out-of-range"),
        ("107.8", "out-of-range"),
        ("0", "out-of-range"),
        ("-38", "negative"),
        ("38.05", "too-precise"),
        ("38 °C", "not-a-number"),
        ("38.000", "ambiguous"),
        ("nan", "not-a-number"),
        ("9" * 100_000, "too-long"),
    ],
)
def test_a_temperature_that_is_none_is_refused(typed: str, code: str):
    assert refused(ClinicSettings(call_at=typed)) == [("call_at", code)]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("33.9", "out-of-range"),
        ("33.99", "out-of-range"),
        ("36.6", "out-of-range"),
        ("36.51", "out-of-range"),
        ("35.55", "too-precise"),
        ("92.9", "out-of-range"),
        ("97.9", "out-of-range"),
        ("38", "out-of-range"),
        ("cold", "not-a-number"),
    ],
)
def test_a_low_limit_that_is_none_is_refused_where_there_is_one(typed: str, code: str):
    assert refused(ClinicSettings(low_at=typed, switches=LOW)) == [("low_at", code)]
    assert handout(ClinicSettings(low_at=typed)).low_at is None


@pytest.mark.parametrize(
    ("typed", "celsius"), [("", "36.0"), ("34", "34.0"), ("34.0", "34.0"), ("36,5", "36.5"), ("36.50", "36.5")]
)
def test_a_low_limit_stands_on_the_sheet_only_if_the_clinic_wants_it(typed: str, celsius: str):
    assert str(handout(ClinicSettings(low_at=typed, switches=LOW)).low_at) == celsius
    assert handout(ClinicSettings(low_at=typed)).low_at is None
    assert handout(ClinicSettings(low_at=typed, switches={"low-temperature": ""})).low_at is None


@pytest.mark.parametrize(
    ("typed", "celsius"),
    [("95", "35.0"), ("99.5", "37.5"), ("100.4", "38.0"), ("100.5", "38.0"), ("101.3", "38.5"), ("107.6", "42.0"),
     ("107.7", "42.0")],
)  # fmt: skip
def test_fahrenheit_is_not_read_as_celsius_but_offered_in_celsius(typed: str, celsius: str):
    read = read_handout({"kind": "chemo"}, ClinicSettings(call_at=typed), RULES)
    assert isinstance(read, Problems)
    (problem,) = read.problems
    assert (problem.field, problem.code, problem.readings) == ("call_at", "fahrenheit", (celsius,))
    assert celsius in problem.message
    assert fahrenheit(handout(ClinicSettings(call_at=celsius)).call_at) <= Decimal(typed)


@pytest.mark.parametrize(("typed", "celsius"), [("93.2", "34.0"), ("96.8", "36.0"), ("97.7", "36.5")])
def test_a_low_limit_in_fahrenheit_is_offered_in_celsius_too(typed: str, celsius: str):
    read = read_handout({"kind": "chemo"}, ClinicSettings(low_at=typed, switches=LOW), RULES)
    assert isinstance(read, Problems)
    (problem,) = read.problems
    assert (problem.field, problem.code, problem.readings) == ("low_at", "fahrenheit", (celsius,))


@given(st.integers(950, 1076))
def test_the_temperature_that_is_offered_is_never_above_the_one_that_was_meant(tenths: int):
    meant = Decimal(tenths) / 10
    read = read_handout({"kind": "chemo"}, ClinicSettings(call_at=str(meant)), RULES)
    assert isinstance(read, Problems)
    (offered,) = read.problems[0].readings
    assert meant - Decimal("0.18") < Decimal(offered) * 9 / 5 + 32 <= meant


# Today's numbers


@pytest.mark.parametrize("per_ul", ["0", "99.9", "100", "499.9999", "100000"])
def test_the_count_is_kept_as_it_is_and_never_rounded(per_ul: str):
    assert handout(count=per_ul, count_unit="/uL").numbers.count == Count(Decimal(per_ul))


@pytest.mark.parametrize(
    ("typed", "problems"),
    [
        ({"count": "480"}, [("count_unit", "missing")]),
        ({"count": "480", "count_unit": "mg/dL"}, [("count_unit", "unknown-unit")]),
        ({"count": "1,234", "count_unit": "/uL"}, [("count", "ambiguous")]),
        ({"count": "many"}, [("count", "not-a-number"), ("count_unit", "missing")]),
        ({"count": "480", "count_unit": "10^9/L"}, [("count", "out-of-range")]),
        ({"count": "100001", "count_unit": "/uL"}, [("count", "out-of-range")]),
        ({"count": "100.01", "count_unit": "10^9/L"}, [("count", "out-of-range")]),
        ({"count": "0.48", "count_unit": "/uL"}, [("count_unit", "check-unit")]),
        ({"count": "9.9", "count_unit": "/uL"}, [("count_unit", "check-unit")]),
        ({"counted_on": "2026-11-21"}, [("counted_on", "without-count")]),
        ({"low_from": "2026-11-22", "low_to": "2026-11-21"}, [("low_to", "wrong-order")]),
    ],
)
def test_numbers_that_are_not_clear_are_refused(typed: dict[str, str], problems: list[tuple[str, str]]):
    assert refused(**typed) == problems


@pytest.mark.parametrize("typed", [{"count": "9", "count_unit": "/uL"}, {"count": "10.5", "count_unit": "/uL"},
                                   {"count": "100", "count_unit": "10^9/L"}, {"low_from": "2026-11-21"},
                                   {"low_to": "2026-11-21"}, {"next_test": "2020-01-01"},
                                   {"low_from": "2026-11-21", "low_to": "2026-11-21"}])  # fmt: skip
def test_numbers_at_the_other_side_of_their_bounds_are_taken(typed: dict[str, str]):
    assert handout(**typed).numbers != Numbers()


def test_a_unit_without_a_count_means_nothing():
    assert handout(count_unit="10^9/L").numbers.count is None


@pytest.mark.parametrize("field", ["counted_on", "next_test", "low_from", "low_to"])
@pytest.mark.parametrize("typed", ["21.11.2026", "11/21/2026", "2026-11-31", "2026-13-01", "20261121", "2026-W47-6",
                                   "٢٠٢٦-١١-٢١", "2026-11-21T10:00", "0000-00-00", "x" * 100_000])  # fmt: skip
def test_a_date_is_year_month_and_day_of_a_real_day(field: str, typed: str):
    count = {"count": "480", "count_unit": "/uL"}
    assert refused(**count, **{field: typed}) == [(field, "not-a-date")]
    assert getattr(handout(**count, **{field: " 2024-02-29 "}).numbers, field) == "2024-02-29"


# Texts


@pytest.mark.parametrize(
    ("field", "longest"), [("clinic", 120), ("phone_day", 60), ("phone_night", 60), ("where", 100)]
)
def test_texts_have_a_length_that_fits_the_sheet(field: str, longest: int):
    assert getattr(handout(ClinicSettings(**{field: f" {'x' * longest}\n"})), field) == "x" * longest
    assert refused(ClinicSettings(**{field: "x" * (longest + 1)})) == [(field, "too-long")]
    assert refused(ClinicSettings(**{field: "x" * 100_000})) == [(field, "too-long")]


def test_the_medicines_to_ask_about_have_a_length_too():
    assert handout(medicines="x" * 120).numbers.medicines == "x" * 120
    assert refused(medicines="x" * 121) == [("medicines", "too-long")]


@pytest.mark.parametrize(("kind", "most"), [("chemo", 8), ("duffy-null", 8), ("blank", 24)])
def test_a_sheet_has_room_for_so_many_own_lines(kind: str, most: int):
    def own(count: int) -> ClinicSettings:
        return ClinicSettings(own_lines={kind: ("One line.", "  ") * count})

    assert handout(own(most), kind=kind).own_lines == ("One line.",) * most
    assert refused(own(most + 1), kind=kind) == [("own_lines", "too-many")]
    assert handout(own(most + 1), kind="child").own_lines == (), "those of another sheet"


def test_an_own_line_has_a_length_and_characters_that_can_be_printed():
    assert handout(ClinicSettings(own_lines={"chemo": ("x" * 90,)})).own_lines == ("x" * 90,)
    assert refused(ClinicSettings(own_lines={"chemo": ("x" * 91, "fine", "協")})) == [
        ("own_lines", "too-long"),
        ("own_lines", "unprintable"),
    ]


def test_blanks_of_every_kind_become_one_blank():
    assert handout(ClinicSettings(clinic="\n River\u00a0side\t\r\n  Clinic\u2003")).clinic == "River side Clinic"


def test_letters_made_of_two_characters_become_one():
    assert handout(ClinicSettings(clinic="Zu\u0308rich")).clinic == "Zürich"


@pytest.mark.parametrize(
    ("typed", "named"),
    [("協和醫院", "“協”"), ("Clinic 😀", "“😀”"), ("ביהח", "“ב”"), ("병원", "“병”"), ("ﻣ", "“ﻣ”"), ("a\x00b", "U+0000"),
     ("a\u202eb", "U+202E"), ("م\u200fb", "U+200F"), ("م\u061cb", "U+061C"), ("a\u2067b", "U+2067"),
     ("a\u200bb", "U+200B"), ("م\u200cb", "U+200C"), ("a\ufeffb", "U+FEFF"), ("\x07", "U+0007"), ("\ud800", "U+D800")],
)  # fmt: skip
def test_a_character_that_the_fonts_lack_is_named(typed: str, named: str):
    read = read_handout({"kind": "chemo"}, ClinicSettings(clinic=typed), RULES)
    assert isinstance(read, Problems)
    (problem,) = read.problems
    assert (problem.field, problem.code) == ("clinic", "unprintable")
    assert named in problem.message
    assert all(c.isprintable() for c in problem.message)


@pytest.mark.parametrize("typed", ["Clínica São José", "Łódź", "Больница №1", "Νοσοκομείο", "Bệnh viện", "#*_$\\`<b>",
                                   "مُستشفى الملك فيصل، ٣", "协和医院（北京）：内科、儿科",
                                   "〇〈〉《》「」『』【】〔〕〖〗々〃￥℃"])  # fmt: skip
def test_names_in_the_scripts_of_the_sheets_are_printed(typed: str):
    assert handout(ClinicSettings(clinic=typed)).clinic == typed
    assert all(map(printable, typed))


def test_the_chinese_characters_are_those_of_the_national_standard():
    chinese = [chr(code) for code in range(0x3400, 0xA000) if printable(chr(code))]
    # GB 2312 has 3,755 characters at its first level, from 啊 to 座, and 3,008 at its second, from 亍 to 齄.
    assert len(chinese) == 3755 + 3008
    assert set("啊座亍齄") <= set(chinese)


def test_nothing_invisible_can_be_typed_but_the_blank():
    categories = {unicodedata.category(chr(code)) for code in range(0x110000) if printable(chr(code)) and code != 0x20}
    assert not categories & {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"}


# What the clinic decides


def test_a_switch_has_its_default_until_the_clinic_chooses():
    assert handout().lines == ("soap", "gel", "wash", "raw-ask", "mask")
    assert handout(ClinicSettings(switches={"raw": ""})).lines == ("soap", "gel", "wash", "mask")
    assert handout(ClinicSettings(switches={"raw": "raw-none"})).lines == ("soap", "gel", "wash", "raw-none", "mask")
    assert handout(ClinicSettings(switches={"masks": "", "flowers": "flowers"})).lines == (
        "soap", "gel", "wash", "raw-ask", "flowers",
    )  # fmt: skip


@pytest.mark.parametrize("switches", [{"music": "loud"}, {"music": ""}, {"raw": "flowers"}, {"masks": "true"}])
def test_a_choice_that_is_none_is_refused(switches: dict[str, str]):
    assert refused(ClinicSettings(switches=switches)) == [("switches", "unknown-choice")]


def test_what_the_clinic_leaves_out_is_not_printed():
    left_out = ClinicSettings(left_out=("soap", "raw-ask", "sign-chills", "sign-of-another-sheet"))
    read = handout(left_out)
    assert (read.lines, read.signs) == (("gel", "wash", "mask"), ("ear",))
    assert handout(ClinicSettings(left_out=("chills", "sign-soap"))) == handout(), "a sign is no line"


def test_a_sheet_has_the_lines_of_its_own_groups_only():
    read = handout(ClinicSettings(left_out=("soap",), switches={"raw": "raw-none"}), kind="duffy-null")
    assert (read.lines, read.signs) == (("play",), ())


def test_a_logo_that_is_spoilt_is_refused_beside_its_field():
    assert handout(ClinicSettings(logo=png())).logo == Logo(png(), "png")
    assert refused(ClinicSettings(logo=png()[:-1])) == [("logo", "broken-image")]
    assert refused(ClinicSettings(logo=b"hello")) == [("logo", "not-an-image")]
    assert refused(ClinicSettings(logo=bytes(300_001))) == [("logo", "too-large")]


def test_choices_of_paper_and_type_that_are_none_are_refused():
    assert refused(ClinicSettings(paper="A5", type_size="huge")) == [
        ("paper", "unknown-choice"),
        ("type_size", "unknown-choice"),
    ]


def test_all_problems_are_told_at_once_in_the_order_of_the_fields():
    settings = ClinicSettings(clinic="\x00", where="x" * 101, call_at="100.4", low_at="x", paper="A5", logo=b"x",
                              switches={**LOW, "music": "loud"}, own_lines={"None": ("x" * 91,)})  # fmt: skip
    told = refused(settings, kind="x", languages="xx", medicine="y", count="x", counted_on="today", medicines="\x01")
    assert [field for field, _ in told] == [
        "kind", "languages", "medicine", "clinic", "where", "call_at", "switches", "low_at", "logo", "own_lines",
        "count", "count_unit", "counted_on", "medicines", "paper",
    ]  # fmt: skip


TYPED = st.dictionaries(
    st.sampled_from(("kind", "languages", "medicine", "count", "count_unit", "counted_on", "next_test", "low_from",
                     "low_to", "medicines")),
    st.text(max_size=12) | st.sampled_from(("chemo", "es", "38.0", "2026-11-21", "/uL", "clozapine")),
)  # fmt: skip
KEPT = st.builds(
    ClinicSettings,
    clinic=st.text(max_size=12),
    call_at=st.text("0123456789., °", max_size=6),
    language=st.text(max_size=4),
    logo=st.binary(max_size=8),
    switches=st.dictionaries(st.sampled_from((*RULES.plan.switches, "x")), st.text(max_size=6)),
    own_lines=st.dictionaries(st.sampled_from(("chemo", "blank")), st.lists(st.text(max_size=9)).map(tuple)),
)


@given(TYPED, KEPT)
def test_whatever_is_typed_gives_a_sheet_or_says_why_not(typed: Mapping[str, str], kept: ClinicSettings):
    read = read_handout(typed, kept, RULES)
    assert isinstance(read, Handout) or (read.problems and all(problem.message for problem in read.problems))


@pytest.mark.parametrize(("fahrenheit_typed", "celsius"), [("96.8", "36.0"), ("96.9", "36.1"), ("93.2", "34.0")])
def test_a_low_limit_typed_in_fahrenheit_is_offered_on_the_careful_side(fahrenheit_typed: str, celsius: str):
    read = read_handout({"kind": "chemo"}, ClinicSettings(low_at=fahrenheit_typed, switches=LOW), RULES)
    assert isinstance(read, Problems)
    (problem,) = read.problems
    assert (problem.code, problem.readings) == ("fahrenheit", (celsius,))
    assert fahrenheit(Decimal(celsius)) >= Decimal(fahrenheit_typed), "nobody calls later than was meant"


def test_a_sheet_without_a_temperature_minds_none():
    assert handout(ClinicSettings(call_at="hot", low_at="cold", switches=LOW), kind="duffy-null").low_at is None
    assert refused(ClinicSettings(call_at="hot"), kind="chemo") == [("call_at", "not-a-number")]


def test_a_line_that_stands_on_every_sheet_cannot_be_left_out():
    always = replace(RULES, plan=replace(RULES.plan, always=("soap",)))
    read = read_handout({"kind": "chemo"}, ClinicSettings(left_out=("soap", "gel")), always)
    assert isinstance(read, Handout)
    assert "soap" in read.lines
    assert "gel" not in read.lines


def test_only_the_sheet_of_a_medicine_takes_one():
    assert handout(kind="medicine", medicine="clozapine").medicine == "clozapine"
    assert refused(kind="chemo", medicine="clozapine") == [("medicine", "conflict")]


def test_what_the_settings_name_and_no_sheet_has_is_told_by_setting():
    settings = ClinicSettings(
        left_out=("soap", "sope", "sign-ear", "ear", "sign-eer", "play"),
        own_lines={"chemo": ("a",), "duffy-null": ("b",), "chemotherapy": ("c",)},
        checked=("es", "fr"),
    )
    assert unknown_ids(settings, RULES) == {
        "left_out": ("sope", "ear", "sign-eer"),
        "own_lines": ("chemotherapy",),
        "checked": ("fr",),
    }
    assert unknown_ids(replace(settings, left_out=("soap",), own_lines={}), RULES) == {"checked": ("fr",)}
    assert unknown_ids(NONE, RULES) == {}
