"""The words of all languages: the same keys and numbers everywhere, and what a translator is told."""

from typing import Any

import pytest
from made import words_of

from neutrogui.bundle import resources
from neutrogui.domain.handout import printable
from neutrogui.domain.sheet_plan import SheetKind
from neutrogui.handout import texts
from neutrogui.handout.texts import LANGUAGES, differences, filled, languages, read_texts, screen_words
from neutrogui.handout.typesetting import TypesettingFailed

ENGLISH: dict[str, Any] = {
    "language": {"code": "en", "name": "English", "checked_by": ""},
    "lines": {"soap": "Use soap for {seconds} seconds.", "gel": "Or gel."},
    "medicines": {"other": ""},
    "months": ["January", "February"],
}


def changed(**parts: Any) -> dict[str, Any]:
    """The words above with some parts in place of their own."""
    return ENGLISH | parts


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_the_same_keys_and_numbers_as_the_english(language: str):
    assert differences(words_of("en"), words_of(language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_what_it_is(language: str):
    about = words_of(language)["language"]
    assert about["code"] == language
    assert about["direction"] == ("rtl" if language == "ar" else "ltr")
    assert about["decimal"] in (".", ",", "٫")
    assert about["name"]
    assert about["revised"].isoformat() >= "2026-11-30"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_only_characters_that_can_be_printed(language: str):
    def characters(node: Any) -> set[str]:
        parts = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        return set(node) if isinstance(node, str) else set().union(*map(characters, parts))

    # Narrow blanks stand within French quotation marks.
    assert {char for char in characters(words_of(language)) if not printable(char)} <= {"\u00a0", "\u202f"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_of_days_is_written_in_the_language(language: str):
    dates = words_of(language)["dates"]
    assert len(dates["months"]) == 12
    written = {texts.day_in_words(f"2026-{month:02}-09", dates) for month in range(1, 13)}
    assert len(written) == 12
    assert all("2026" in day and "9" in day and "{" not in day for day in written)


def test_words_that_differ_in_nothing_are_told_nothing():
    assert differences(ENGLISH, ENGLISH) == []
    other = changed(language={"code": "es", "name": "Español", "checked_by": "A. Sign, 2026"})
    assert differences(ENGLISH, other) == [], "nor is a date in the sign of who checked it"


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (changed(lines={"soap": "Jabón {seconds}."}), ["“lines.gel” is missing"]),
        (
            changed(lines={**ENGLISH["lines"], "towel": "Toalla."}),
            ["“lines.towel” is not in the English words"],
        ),
        (changed(lines={**ENGLISH["lines"], "gel": ""}), ["“lines.gel” is empty"]),
        (
            changed(lines={**ENGLISH["lines"], "soap": "Use jabón."}),
            ["“lines.soap”: {seconds} stands in one of the languages only"],
        ),
        (
            changed(lines={**ENGLISH["lines"], "gel": "O gel {seconds}."}),
            ["“lines.gel”: {seconds} stands in one of the languages only"],
        ),
        (
            changed(lines={**ENGLISH["lines"], "gel": "O gel 20 s."}),
            ["“lines.gel”: a number is written out; braces name it"],
        ),
        (
            changed(lines={**ENGLISH["lines"], "gel": "أو جل ٢٠."}),
            ["“lines.gel”: a number is written out; braces name it"],
        ),
        (changed(months=["enero"]), ["“months.2” is missing"]),
        (changed(months=["enero", "febrero", "marzo"]), ["“months.3” is not in the English words"]),
        (changed(lines="Jabón"), ["“lines.soap” is missing", "“lines.gel” is missing",
                                  "“lines” is not in the English words"]),
        ({}, [f"“{key}” is missing" for key in (
            "language.code", "language.name", "language.checked_by", "lines.soap", "lines.gel", "medicines.other",
            "months.1", "months.2")]),
    ],
)  # fmt: skip
def test_a_translator_is_told_what_is_to_be_put_right(other: dict[str, Any], told: list[str]):
    assert differences(ENGLISH, other) == told


def test_numbers_take_the_place_of_their_braces_and_nothing_else_does():
    numbers = {"seconds": "20", "weeks": "2"}
    assert filled("{seconds} s, every {weeks} weeks, {seconds}", numbers) == "20 s, every 2 weeks, 20"
    assert filled("{ seconds } {} {0 {{", numbers) == "{ seconds } {} {0 {{"
    with pytest.raises(KeyError):
        filled("{minutes}", numbers)


def test_the_languages_are_offered_in_order_with_english_first():
    offered = languages(resources())
    assert [each.code for each in offered] == list(LANGUAGES)
    assert [each.name for each in offered] == [words_of(code)["language"]["name"] for code in LANGUAGES]
    assert offered[0].name == "English"
    assert len({each.name for each in offered}) == len(offered)


def test_a_screen_has_words_for_everything_in_the_plan():
    words, english = screen_words(resources()), words_of("en")
    assert list(words.sheets) == list(SheetKind)
    for kind, (title, whom) in words.sheets.items():
        assert (title, whom) == (english["sheets"][kind]["title"], english["sheets"][kind]["for"])
    assert words.lines["hands-soap"] == "Use soap for 20 seconds, or alcohol gel."
    assert not [line for line in words.lines.values() if "{" in line]
    assert words.medicines["other"] == ""
    assert "label" not in words.medicines
    assert words.signs == english["signs"]
    assert words.groups == english["groups"]


def test_words_that_are_missing_are_told_in_a_sentence(tmp_path):
    with pytest.raises(TypesettingFailed, match="Install NeutroGUI again"):
        read_texts(tmp_path, "en")
    (tmp_path / "handout/texts").mkdir(parents=True)
    for damaged in (b"[language", b"\xff\xfe", b"a = 1\na = 2"):
        (tmp_path / "handout/texts/fr.toml").write_bytes(damaged)
        with pytest.raises(TypesettingFailed, match="Install NeutroGUI again"):
            read_texts(tmp_path, "fr")
