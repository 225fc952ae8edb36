"""The plan of the sheets as the program reads it; what stands in its file is looked at beside the words."""

import re
from pathlib import Path

import pytest

from neutrogui.bundle import resources
from neutrogui.domain.sheet_plan import MedicineAdvice, SheetKind, Switch
from neutrogui.handout.plan import read_plan
from neutrogui.handout.texts import read_texts
from neutrogui.handout.typesetting import TypesettingFailed

PLAN = read_plan(resources())
ICONS = {path.stem for path in (resources() / "handout/icons").glob("*.svg")}


def test_every_kind_of_sheet_is_planned_in_the_order_in_which_it_is_offered():
    assert list(PLAN.sheets) == list(SheetKind)


def test_every_picture_that_is_named_exists():
    named = {group.icon for group in PLAN.groups.values()}
    named |= {f"sign-{sign}" for sheet in PLAN.sheets.values() for sign in sheet.signs}
    template = (resources() / "handout/sheet.typ").read_text("utf-8")
    assert named | set(re.findall(r'icon\("([a-z-]+)"', template)) <= ICONS


def test_every_line_of_a_switch_stands_in_a_group_and_has_words():
    words = read_texts(resources(), "en")
    lines = {line for group in PLAN.groups.values() for line in group.lines}
    for key, switch in PLAN.switches.items():
        assert set(switch.choices) <= (set(words["call"]) if switch.call else lines & set(words["lines"])), key
        assert switch.default in ("", *switch.choices)
        assert switch.evidence
        assert switch.sources


def test_every_group_of_a_sheet_exists():
    for sheet in PLAN.sheets.values():
        assert set(sheet.groups) <= set(PLAN.groups)


def test_switches_are_read_with_their_choices_and_defaults():
    choices = {key: (switch.choices, switch.default, switch.call) for key, switch in PLAN.switches.items()}
    assert choices == {
        "raw-produce": (("food-raw-ask", "food-raw-none"), "food-raw-ask", False),
        "more-foods": (("food-more",), "", False),
        "floss": (("floss-gently", "floss-stop"), "", False),
        "flowers": (("flowers-none",), "", False),
        "swimming": (("swim-none",), "", False),
        "masks": (("mask-crowds",), "mask-crowds", False),
        "low-temperature": (("low",), "", True),
    }


def test_the_lines_that_always_stand_are_no_choice_and_have_words():
    assert PLAN.always == ("medicine-act-call", "no-rectal")
    assert set(PLAN.always) <= set(read_texts(resources(), "en")["lines"])
    assert not any(PLAN.switch_of(line) for line in PLAN.always)


def test_medicines_and_numbers_are_read():
    assert next(iter(PLAN.medicines)) == "clozapine"
    assert list(PLAN.medicines)[-1] == "other"
    assert PLAN.numbers["wash_seconds"] == "20"
    assert PLAN.groups["medicine-tests"].ruled == 2


WHOLE = """
always = ["hot"]
[numbers]
wash_seconds = 20
[sheets.chemo]
threshold = true
signs = ["chills"]
rules = []
groups = ["hands"]
card = "emergency"
log = true
check = []
[groups.hands]
icon = "hands"
lines = ["soap", "mask"]
[switches.masks]
line = "mask"
default = true
evidence = "No trial."
sources = ["a"]
[medicines.other]
act = "act"
tests = "tests"
source = "A label."
"""


def folder_with(tmp_path: Path, plan: str) -> Path:
    (tmp_path / "handout").mkdir(exist_ok=True)
    (tmp_path / "handout/sheets.toml").write_text(plan, "utf-8")
    read_plan.cache_clear()
    return tmp_path


def test_a_plan_is_read_from_its_folder(tmp_path: Path):
    plan = read_plan(folder_with(tmp_path, WHOLE))
    assert plan.sheets[SheetKind.CHEMO].signs == ("chills",)
    assert plan.switches == {"masks": Switch(("mask",), "mask", "No trial.", ("a",))}
    assert plan.medicines == {"other": MedicineAdvice("act", "tests", "A label.")}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[sheets.chemo]", "[sheets.chemotherapy]"),
        ("[sheets.chemo]", "[sheets."),
        ("threshold = true", ""),
        ('signs = ["chills"]', "signs = 3"),
        ('icon = "hands"', ""),
        ('line = "mask"', ""),
        ("default = true", ""),
        ('act = "act"', ""),
        ("[numbers]\nwash_seconds = 20", ""),
        (WHOLE, ""),
        (WHOLE, "sheets = 3\ngroups = 3\nswitches = 3\nmedicines = 3\nnumbers = 3"),
        (WHOLE, "[sheets]\nchemo = 3"),
    ],
)
def test_a_damaged_plan_is_told_in_a_sentence(tmp_path: Path, old: str, new: str):
    assert old in WHOLE
    folder = folder_with(tmp_path, WHOLE.replace(old, new, 1))
    with pytest.raises(TypesettingFailed, match="Install NeutroGUI again"):
        read_plan(folder)


def test_a_missing_plan_is_told_in_a_sentence(tmp_path: Path):
    with pytest.raises(TypesettingFailed, match="Install NeutroGUI again"):
        read_plan(tmp_path)
