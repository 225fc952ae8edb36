"""The words of the handouts: whole, unambiguous in their numbers, sourced, and easy to read."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from readability import flesch_kincaid, sentences, smog, syllables, words

from neutrogui.bundle import resources

FOLDER = resources() / "handout"
SHEETS: dict[str, Any] = tomllib.loads((FOLDER / "sheets.toml").read_text("utf-8"))
TEXTS: dict[str, Any] = tomllib.loads((FOLDER / "texts/en.toml").read_text("utf-8"))
KINDS = ["chemo", "stable", "duffy-null", "medicine", "gcsf", "child", "blank"]
CLINIC = {"call_celsius": "38.0", "call_fahrenheit": "100.4", "low_celsius": "36.0", "low_fahrenheit": "96.8"}
# What stands in braces outside the lines is filled in by the program.
FRAME = {"count", "unit", "bands", "level", "range", "edition", "page", "pages", "day", "month", "year",
         "lower", "upper"}  # fmt: skip
OWN_KEYS = {"check": {"title", "questions"}, "medicines": {"label"}, "groups": {"own"}}


def all_texts(node: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict):
        for key, part in node.items():
            yield from all_texts(part, f"{path}.{key}" if path else key)
    elif isinstance(node, list):
        for part in node:
            yield from all_texts(part, path)


def printed() -> list[tuple[str, str]]:
    return [(path, text) for path, text in all_texts(TEXTS) if not path.startswith("language.")]


def filled(text: str) -> str:
    numbers = {name: str(number) for name, number in SHEETS["numbers"].items()} | CLINIC
    return re.sub(r"\{(\w+)\}", lambda match: numbers[match[1]], text)


def switch_lines(switch: dict[str, Any]) -> list[str]:
    return switch["lines"] if "lines" in switch else [switch["line"]] if "line" in switch else []


def used(part: str) -> list[str]:
    """The ids of one table of the texts that the structure asks for."""
    sheets = SHEETS["sheets"].values()
    if part in ("signs", "rules", "groups", "check"):
        return [name for sheet in sheets for name in sheet[part]]
    if part == "lines":
        grouped = [line for group in SHEETS["groups"].values() for line in group["lines"]]
        chosen = [medicine[key] for medicine in SHEETS["medicines"].values() for key in ("act", "tests")]
        return grouped + chosen
    if part == "cards":
        return [sheet["card"] for sheet in sheets]
    return list(SHEETS[part])


def texts_of(kind: str) -> list[str]:
    """Everything that could stand on one sheet, with every choice of a clinic."""
    sheet = SHEETS["sheets"][kind]
    texts = [TEXTS["sheets"][kind]["title"], TEXTS["sheets"][kind]["lead"], *TEXTS["call"].values()]
    texts += [TEXTS["signs"][name] for name in sheet["signs"]] + [TEXTS["rules"][name] for name in sheet["rules"]]
    for name in sheet["groups"]:
        texts += [TEXTS["groups"][name], *(TEXTS["lines"][line] for line in SHEETS["groups"][name]["lines"])]
    if kind == "medicine":
        texts += [TEXTS["lines"][one[key]] for one in SHEETS["medicines"].values() for key in ("act", "tests")]
    texts += [TEXTS["check"]["title"], *(TEXTS["check"][name] for name in sheet["check"])]
    texts += [*TEXTS["cards"][sheet["card"]].values(), TEXTS["card"]["cut"], TEXTS["footer"]["advice"]]
    if sheet["log"]:
        texts += [TEXTS["log"]["title"], TEXTS["log"]["lead"]]
    return [filled(text) for text in texts]


def test_the_sheets_stand_in_their_order_and_are_worded():
    assert list(SHEETS["sheets"]) == list(TEXTS["sheets"]) == KINDS
    for words_of in TEXTS["sheets"].values():
        assert set(words_of) == {"for", "title", "lead"}
        assert 0 < len(words_of["for"]) <= 90


@pytest.mark.parametrize("part", ["signs", "rules", "groups", "lines", "check", "cards", "medicines"])
def test_every_id_has_its_words_and_no_words_are_unused(part: str):
    assert set(used(part)) == set(TEXTS[part]) - OWN_KEYS.get(part, set())


def test_every_group_stands_on_a_sheet():
    assert set(SHEETS["groups"]) == set(used("groups"))


def test_no_text_is_empty_but_the_name_of_another_medicine():
    assert [path for path, text in printed() if not text.strip()] == ["medicines.other"]


def test_no_sheet_shows_the_same_line_twice():
    for sheet in SHEETS["sheets"].values():
        lines = [line for name in sheet["groups"] for line in SHEETS["groups"][name]["lines"]]
        assert len(lines) == len(set(lines))
        assert len(sheet["signs"]) == len(set(sheet["signs"])) <= 12
        assert len(sheet["groups"]) == len(set(sheet["groups"])) <= 8


def test_every_number_in_braces_is_known_and_every_number_is_used():
    named: set[str] = set()
    for path, text in printed():
        names = set(re.findall(r"\{(.*?)\}", text))
        if path.split(".")[0] in ("numbers", "footer", "dates"):
            assert names <= FRAME, path
        else:
            assert names <= set(SHEETS["numbers"]) | set(CLINIC), path
            named |= names
    assert named == set(SHEETS["numbers"]) | set(CLINIC)


def test_the_limits_of_the_clinic_stand_nowhere_but_in_the_box_at_the_top():
    for path, text in printed():
        if set(re.findall(r"\{(.*?)\}", text)) & set(CLINIC):
            assert path in ("call.threshold", "call.low"), path


def test_no_digit_stands_in_a_text():
    assert [path for path, text in printed() if re.search(r"\d", text)] == []


def test_both_scales_of_the_fridge_say_the_same():
    n = SHEETS["numbers"]
    for edge in ("low", "high"):
        assert round(n[f"fridge_{edge}_celsius"] * 9 / 5 + 32) == n[f"fridge_{edge}_fahrenheit"]


def test_the_count_that_is_usual_brings_no_limit_and_no_alarm():
    sheet = SHEETS["sheets"]["duffy-null"]
    assert (sheet["threshold"], sheet["signs"], sheet["log"], sheet["card"]) == (False, [], False, "usual")
    text = " ".join(TEXTS["lines"][line] for name in sheet["groups"] for line in SHEETS["groups"][name]["lines"])
    assert not re.search(r"stay away|keep away|do not|right away|thermometer", text, re.IGNORECASE)


def test_a_sheet_with_a_temperature_says_never_to_take_it_in_the_bottom():
    for kind in ("chemo", "stable", "medicine", "gcsf", "child"):
        assert any("no-rectal" in SHEETS["groups"][name]["lines"] for name in SHEETS["sheets"][kind]["groups"]), kind


def test_raw_milk_and_uncooked_meat_stay_whatever_the_clinic_chooses():
    optional = {line for switch in SHEETS["switches"].values() for line in switch_lines(switch)}
    assert {"food-milk", "food-cook", "no-rectal"} <= set(used("lines")) - optional


def test_clozapine_is_not_stopped_on_ones_own_and_the_labels_that_say_stop_are_obeyed():
    acts = {name: TEXTS["lines"][one["act"]] for name, one in SHEETS["medicines"].items()}
    assert "Do not stop clozapine on your own." in acts["clozapine"]
    stopped = {name for name, act in acts.items() if act.startswith("Stop")}
    assert stopped == {"carbimazole", "thiamazole", "propylthiouracil", "metamizole", "deferiprone"}
    assert all("Call us right away" in act for act in acts.values())


def test_what_stands_for_an_unnamed_medicine_is_what_its_groups_print():
    other = SHEETS["medicines"]["other"]
    assert other["act"] in SHEETS["groups"]["medicine-act"]["lines"]
    assert other["tests"] in SHEETS["groups"]["medicine-tests"]["lines"]


def references() -> set[str]:
    """Ids of the publications that the content cites."""
    files = (resources() / "content/references").glob("*.yaml")
    return {name for file in files for name in re.findall(r"(?m)^([a-z0-9-]+):$", file.read_text("utf-8"))}


def test_every_switch_has_a_place_a_default_and_its_evidence():
    places = used("lines")
    known = references()
    for name, switch in SHEETS["switches"].items():
        assert len({"line", "lines", "call"} & set(switch)) == 1, name
        if "lines" in switch:
            assert switch["default"] in ["", *switch["lines"]], name
        else:
            assert isinstance(switch["default"], bool), name
        assert all(places.count(line) == 1 for line in switch_lines(switch)), name
        assert "call" not in switch or switch["call"] in TEXTS["call"], name
        assert len(switch["evidence"]) > 40, name
        assert switch["sources"], name
        for source in switch["sources"]:
            assert " " in source or source in known, (name, source)


def test_every_line_sign_and_rule_has_its_source():
    document = (FOLDER / "SOURCES.md").read_text("utf-8")
    rows = re.findall(r"(?m)^\| `([a-z-]+)` \| (.+) \|$", document)
    sourced = [name for name, source in rows if source.strip()]
    assert sorted(sourced) == sorted([*TEXTS["lines"], *TEXTS["signs"], *TEXTS["rules"]])
    cited = {name for _, source in rows for name in re.findall(r"`([a-z0-9-]+)`", source)}
    assert cited <= references()


def test_every_medicine_says_which_label_was_read():
    for name, medicine in SHEETS["medicines"].items():
        assert len(medicine["source"]) > 40, name


def test_every_sentence_is_shorter_than_fifteen_words():
    for path, text in printed():
        if ".for" not in path:
            for sentence in sentences(re.sub(r"\{\w+\}", "9", text)):
                assert len(words(sentence)) < 15, (path, sentence)


@pytest.mark.parametrize("kind", KINDS)
def test_every_sheet_reads_at_sixth_grade_or_below(kind: str):
    texts = texts_of(kind)
    # Labels and signs, which are no sentences, would make a sheet seem easier than its sentences are.
    whole = [part for text in texts for part in sentences(text) if re.search(r"[.?!][”)]*$", part)]
    for measured in (texts, whole):
        assert flesch_kincaid(measured) <= 6
        assert smog(measured) <= 7


# Counted by ear, from the words of the sheets and beyond. The rules err on the side of too many ("severely").
SPOKEN = {
    1: "use soap once bones chills ache aches cheese loose changed caused called through child’s team’s shared times "
    "scale cough throat tubs wear tries",
    2: "fever every people needle trouble handled breathing being table boxes needed minutes public special ulcers "
    "measles someone evening diet toilet syringe disease severe tired peeing often cloudy razor action",
    3: "medicine vaccinate animal aspirin infection regular suddenly usual vomiting nursery chickenpox neutrophil "
    "media clozapine dipyrone anyone another",
    4: "temperature thermometer emergency carbimazole metamizole vegetables ibuprofen deferiprone ticlopidine "
    "autoimmune",
    5: "paracetamol sulfasalazine neutropenia chemotherapy",
    6: "acetaminophen",
    7: "propylthiouracil",
}


@pytest.mark.parametrize(
    ("count", "spoken"), [(count, word) for count, some in SPOKEN.items() for word in some.split()]
)
def test_syllables_are_counted_as_they_are_spoken(count: int, spoken: str):
    assert syllables(spoken) == count


def test_letters_said_one_by_one_and_numbers_have_syllables_of_their_own():
    assert [syllables(word) for word in words("G-CSF at 38.0 °C for us")] == [1, 3, 1, 2, 1, 1, 1]


def test_sentences_end_at_their_marks_and_not_at_a_decimal_point():
    assert sentences("No answer? Go there at 38.0 °C. Say: “I am ill.” Then wait") == [
        "No answer?", "Go there at 38.0 °C.", "Say:", "“I am ill.”", "Then wait",
    ]  # fmt: skip


def test_the_formulas_give_what_a_count_by_hand_gives():
    texts = ["The cat sat on the mat.", "Paracetamol may hide infection."]
    # 10 words, 2 sentences, syllables 6 + (5 + 1 + 1 + 3) = 16, two words of three or more.
    assert flesch_kincaid(texts) == pytest.approx(0.39 * 5 + 11.8 * 1.6 - 15.59)
    assert smog(texts) == pytest.approx(3.1291 + 1.0430 * 30**0.5)
