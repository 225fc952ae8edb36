"""The command line as other programs use it: one JSON object, an exit status, and never a window."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from neutrogui import __version__, bundle, cli, installation, reporting
from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.cli import Screens, WindowRequest
from neutrogui.domain.clinic import ClinicSettings, to_file
from neutrogui.domain.entry import as_text, plain
from neutrogui.store.library import SqliteLibrary

ROOT = Path(__file__).resolve().parents[1]
DONE, FAILED, REFUSED = 0, 1, 2
ANC = ("calc", "anc", "--wbc", "1.2", "--wbc-unit", "10^9/L", "--segmented", "35", "--bands", "5")
CASES = json.loads((ROOT / "tests/calculators/anc_cases.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def resources(compiled_content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is bundled with the program, with the content compiled just now."""
    folder = tmp_path_factory.mktemp("bundle")
    for name in ("handout", "fonts"):
        shutil.copytree(ROOT / "resources" / name, folder / name)
    shutil.copytree(compiled_content, folder / "compiled")
    return folder


@pytest.fixture(autouse=True)
def _bundled(resources: Path, own_config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "resources", lambda: resources)
    monkeypatch.setattr(reporting, "log_folder", lambda: tmp_path / "log")


@pytest.fixture
def spoilt(resources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The bundle of an installation whose content may be damaged."""
    folder = shutil.copytree(resources, tmp_path / "bundle")
    monkeypatch.setattr(bundle, "resources", lambda: folder)
    return folder


class NoScreens:
    """Notes what would have been shown."""

    def __init__(self) -> None:
        self.shown: list[WindowRequest | Path] = []

    def screens(self) -> Screens:
        def show(what: WindowRequest | Path) -> int:
            self.shown.append(what)
            return 0

        return Screens(window=show, tour=show)


@pytest.fixture
def refused_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that is no content pack stands where one is looked for."""
    path = tmp_path / "content.ngpack"
    path.write_bytes(b"no pack")
    monkeypatch.setattr(installation, "pack_path", lambda: path)
    return path


def call(*arguments: str) -> tuple[int, str, str]:
    """Exit status, standard output, standard error; no window may be wanted."""
    out, err, none = StringIO(), StringIO(), NoScreens()
    status = cli.main(arguments, none.screens(), out, err)
    assert none.shown == []
    return status, out.getvalue(), err.getvalue()


def answer(*arguments: str) -> Any:
    """The one JSON object of a call that succeeds without a word besides."""
    status, out, err = call(*arguments, "--json")
    assert (status, err) == (DONE, "")
    return one_object(out)


def one_object(text: str) -> Any:
    data, end = json.JSONDecoder().raw_decode(text)
    assert isinstance(data, dict)
    assert text[end:] == "\n"
    return data


def refused(*arguments: str, status: int = REFUSED) -> list[tuple[str, str]]:
    """Field and code of every problem of a call that fails; its sentences go to people too."""
    found, out, err = call(*arguments, "--json")
    assert found == status
    data = one_object(out)
    assert list(data) == ["problems"]
    for problem in data["problems"]:
        assert {"field", "code", "message"} <= problem.keys()
        assert problem["message"] in err
    assert err.count("neutrogui: ") == len(data["problems"])
    assert call(*arguments) == (status, "", err)
    return [(problem["field"], problem["code"]) for problem in data["problems"]]


# search, show, tree


def test_a_search_gives_its_hits_best_first() -> None:
    data = answer("search", "felty")
    assert list(data) == ["hits"]
    hit = data["hits"][0]
    assert list(hit) == ["id", "title", "synonyms", "match", "where", "line", "paths"]
    assert (hit["where"], hit["line"]) == ("also called", "Felty")
    assert (hit["id"], hit["title"], hit["match"]) == ("felty-syndrome", "Felty syndrome", "exact")
    assert "Felty's syndrome" in hit["synonyms"]
    assert ["By type", "Acquired neutropenia"] in [path[:2] for path in hit["paths"]]


def test_a_search_is_told_to_people_one_hit_a_line() -> None:
    status, out, _ = call("search", "felty", "--limit", "2")
    assert status == DONE
    assert out.splitlines()[0] == "Felty syndrome  [felty-syndrome]  exact: also called: Felty"
    assert len(out.splitlines()) == 2


def test_a_similar_spelling_is_said_to_be_one() -> None:
    assert {hit["match"] for hit in answer("search", "methamizole")["hits"]} == {"similar"}


def test_nothing_found_is_an_answer_too() -> None:
    assert answer("search", "xqzxqz") == {"hits": []}
    assert answer("search", "") == {"hits": []}
    assert call("search", "xqzxqz") == (DONE, "Nothing found.\n", "")


@pytest.mark.parametrize(("limit", "hits"), [("1", 1), ("3", 3)])
def test_a_search_gives_no_more_than_wanted(limit: str, hits: int) -> None:
    assert len(answer("search", "neutropenia", "--limit", limit)["hits"]) == hits


def test_twenty_hits_are_given_unless_more_are_wanted() -> None:
    assert len(answer("search", "neutropenia")["hits"]) == 20
    assert len(answer("search", "neutropenia", "--limit", "1000")["hits"]) > 20


@pytest.mark.parametrize("limit", ["0", "1001", "-1", "1.5", "x", "", "²", "1" * 50])
def test_a_limit_is_a_whole_number_from_1_to_1000(limit: str) -> None:
    assert refused("search", "felty", "--limit", limit) == [("limit", "out-of-range")]


@pytest.mark.parametrize(
    "text", ['a"b', "NEAR(", "'; DROP TABLE entry; --", "*", "\x00", "\ud800", "😀", "x" * 100_000]
)
def test_a_search_takes_any_text(text: str) -> None:
    assert "hits" in answer("search", text)


@pytest.mark.parametrize("text", ["-x", "--json", "--limit", "-1"])
def test_a_text_that_begins_like_an_option_comes_after_two_hyphens(text: str) -> None:
    status, out, err = call("search", "--json", "--", text)
    assert (status, err) == (DONE, "")
    assert "hits" in one_object(out)


def test_an_entry_is_shown_whole(content_library: SqliteLibrary) -> None:
    entry = content_library.entry("felty-syndrome")
    data = answer("show", "felty-syndrome")
    assert (data["id"], data["title"], data["kind"]) == ("felty-syndrome", entry.title, "condition")
    assert data["synonyms"] == list(entry.synonyms)
    assert [section["heading"] for section in data["sections"]] == [section.heading for section in entry.sections]
    assert all(section["text"] and section["blocks"] for section in data["sections"])
    assert [reference["number"] for reference in data["references"]] == list(range(1, len(entry.references) + 1))
    assert [reference["id"] for reference in data["references"]] == [r.id for r in entry.references]
    assert all(reference["address"] and reference["citation"] for reference in data["references"])
    assert list(data) == [
        "id", "title", "kind", "synonyms", "tags", "summary", "details", "sections", "references", "further", "related",
        "paths", "checked_on", "review",
    ]  # fmt: skip
    assert data["tags"] == list(entry.tags)
    assert data["summary"]["text"] == plain(entry.summary)
    assert data["summary"]["line"][0] == {"text": plain(entry.summary)}
    assert data["related"] == [{"id": target, "title": title} for target, title in entry.related]
    assert data["paths"] == [list(path) for path in entry.paths]
    assert (data["checked_on"], data["review"]) == (entry.checked_on, entry.review)
    for reference, expected in zip(data["references"], entry.references, strict=True):
        assert (reference["doi"], reference["pmid"], reference["read"]) == (expected.doi, expected.pmid, expected.read)


def test_what_only_some_entries_have_is_shown_too(spoilt: Path, compiled_sample: Path) -> None:
    shutil.rmtree(spoilt / "compiled")
    shutil.copytree(compiled_sample, spoilt / "compiled")
    data = answer("show", "felty-syndrome")
    assert data["details"] == [
        {"label": "ICD-10-CM", "text": "M05.0-", "line": [{"text": "M05.0-"}, {"references": [2]}]}
    ]
    (further,) = data["further"]
    assert list(further) == ["id", "citation", "doi", "pmid"]
    assert (further["id"], further["doi"]) == ("unread2022", "10.1000/unread")


def test_an_entry_is_told_to_people_as_it_is_copied(content_library: SqliteLibrary) -> None:
    assert call("show", "felty-syndrome") == (DONE, as_text(content_library.entry("felty-syndrome")), "")


def test_every_entry_can_be_shown(content_library: SqliteLibrary) -> None:
    for entry_id in {place.entry_id for place in content_library.outline().walk() if place.entry_id}:
        assert answer("show", entry_id)["id"] == entry_id


@pytest.mark.parametrize("entry_id", ["felty", "FELTY-SYNDROME", "", "'", "\ud800"])
def test_an_unknown_entry_is_refused(entry_id: str) -> None:
    assert refused("show", entry_id) == [("id", "unknown")]


def test_the_tree_holds_every_entry(content_library: SqliteLibrary) -> None:
    def walk(places: list[dict[str, Any]]) -> list[tuple[str, str]]:
        return [found for place in places for found in [(place["title"], place["id"] or ""), *walk(place["children"])]]

    data = answer("tree")
    assert list(data) == ["outline"]
    assert walk(data["outline"]) == [(place.title, place.entry_id) for place in content_library.outline().walk()]
    assert all(way["id"] is None for way in data["outline"])


def test_the_tree_is_told_to_people_indented(content_library: SqliteLibrary) -> None:
    lines = call("tree")[1].splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [way.title for way in content_library.outline().ways]
    for path in content_library.entry("felty-syndrome").paths:
        assert "  " * len(path) + "Felty syndrome  [felty-syndrome]" in lines


# calc


def test_a_count_is_worked_out() -> None:
    data = answer(*ANC)
    assert data["anc_per_ul"] == "480"
    assert data["anc_10e9_per_l"] == "0.48"
    assert data["working"] == "1.2 × (35 + 5) / 100 = 0.48 ×10⁹/L = 480 /µL"
    assert [(grade["scheme"], grade["grade"]) for grade in data["grades"]] == [
        ("conventional", "severe"), ("ctcae-4.03", "4"), ("ctcae-5.0", "4"), ("ctcae-6.0", "3"), ("daids-2.1", None),
        ("who", "4"), ("nci-ctc-2", "4"), ("fda-vaccine-2007", "4"), ("aplastic-anaemia", "severe"),
    ]  # fmt: skip
    grade = data["grades"][0]
    assert list(grade) == ["scheme", "grade", "name", "label", "range", "source"]
    assert (grade["name"], grade["label"]) == ("Conventional severity", "Severe")
    assert grade["range"] == "100 to below 500 /µL"
    assert "Boxer" in grade["source"]
    assert data["warnings"] == []
    assert (data["corrected_wbc_per_ul"], data["interval95_per_ul"], data["straddles"]) == (None, None, [])


def test_a_grade_that_cannot_be_given_has_a_reason_instead() -> None:
    grades = {grade["scheme"]: grade for grade in answer(*ANC)["grades"]}
    assert grades["daids-2.1"]["grade"] is None
    assert "age" in grades["daids-2.1"]["reason"]
    assert all(("reason" in grade) == (grade["grade"] is None) for grade in grades.values())
    options = ("--age-days", "8", "--lower-limit", "1.8", "--lower-limit-unit", "10^9/L")
    assert all(grade["grade"] is not None for grade in answer(*ANC, *options)["grades"])


def test_how_sure_a_count_is_comes_with_it() -> None:
    data = answer("calc", "anc", "--wbc", "2000", "--wbc-unit", "/uL", "--neutrophils", "20", "--cells-counted", "100")
    lower, upper = data["interval95_per_ul"]
    assert lower.startswith("253.")
    assert upper.startswith("583.")
    assert data["straddles"] == ["500"]
    (warning,) = data["warnings"]
    assert list(warning) == ["field", "code", "message"]
    assert warning["code"] == "straddles"


def test_the_method_and_the_white_cells_error_are_options_too() -> None:
    count = ("calc", "anc", "--wbc", "1000", "--wbc-unit", "/uL", "--neutrophils", "20", "--cells-counted", "200")
    lower, upper = answer(*count, "--interval-method", "wilson")["interval95_per_ul"]
    assert (round(float(lower)), round(float(upper))) == (150, 261)  # 15.0 to 26.1 % as published
    wide_lower, wide_upper = answer(*count, "--interval-method", "wilson", "--wbc-cv", "5")["interval95_per_ul"]
    assert float(wide_lower) < float(lower) < float(upper) < float(wide_upper)


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--wbc", "2", "--wbc-unit", "K/uL", "--neutrophils", "24", "--bands", "5", "--bands-included", "yes"], "480"),
        (["--wbc", "2", "--wbc-unit", "K/uL", "--neutrophils", "24", "--bands", "5", "--bands-included", "no"], "580"),
        (["--wbc", "2.1", "--wbc-unit", "G/L", "--neutrophils", "40", "--nrbc", "5", "--nrbc-corrected", "no"], "800"),
        (["--wbc", "4", "--wbc-unit", "K/uL", "--segmented", "20", "--bands", "5", "--metamyelocytes", "3",
          "--count-metamyelocytes", "yes"], "1120"),
        (["--anc", "0.48", "--anc-unit", "10^9/L"], "480"),
        (["--segmented-count", "0.3", "--bands-count", "0.1", "--anc-unit", "10^9/L"], "400"),
    ],
)  # fmt: skip
def test_a_count_can_be_come_by_in_other_ways(options: list[str], count: str) -> None:
    assert answer("calc", "anc", *options)["anc_per_ul"] == count


def test_a_white_cell_count_that_was_corrected_is_told() -> None:
    options = ("--wbc", "10.5", "--wbc-unit", "10^9/L", "--neutrophils", "40", "--nrbc", "5", "--nrbc-corrected", "no")
    assert answer("calc", "anc", *options)["corrected_wbc_per_ul"] == "10000"


def test_what_a_definition_says_is_told_line_by_line() -> None:
    data = answer("calc", "interval", "--cells", "10", "--counted", "100")
    assert data["findings"]
    assert all(list(each) == ["key", "name", "result", "rule", "source", "met"] for each in data["findings"])
    assert "findings" not in answer(*ANC)


def test_a_count_is_told_to_people_with_every_scheme_and_for_whom_it_holds() -> None:
    status, out, err = call(*ANC)
    assert (status, err) == (DONE, "")
    assert (
        out
        == """\
Absolute neutrophil count: 0.48 ×10⁹/L
480 /µL
Working: 1.2 × (35 + 5) / 100 = 0.48 ×10⁹/L = 480 /µL

In every scheme:
  Conventional severity: Severe — 100 to below 500 /µL
  CTCAE 4.03: Grade 4 — below 500 /µL
  CTCAE 5.0: Grade 4 — below 500 /µL
  CTCAE 6.0: Grade 3 — 100 to below 500 /µL
  DAIDS 2.1: Can’t be graded — The bounds differ by age: up to 1 day, 2 to 7 days, and above 7 days.
    Without the age in days there is no grade.
  WHO toxicity grades: Grade 4 — below 500 /µL
  NCI-CTC 2: Grade 4 — below 500 /µL
  FDA vaccine trials 2007: Grade 4 — below 500 /µL
  Aplastic anaemia, neutrophil criterion only: Severe by this criterion — 200 to below 500 /µL

Scope: Conventional severity: for adults, and children from one year. No scheme has bounds of its
  own for the Duffy-null count.
Source: CAP TODAY, Q&A column, February 2019; conventional severity: Boxer 2012
"""
    )


CALLS = {
    "anc": "--wbc 80 --wbc-unit /uL --neutrophils 40 --cells-counted 100 --wbc-cv 5 --age-days 3",
    "grade": "--anc 1900 --anc-unit /uL --scheme ctcae-5.0",
    "convert": "--value 480 --unit /uL",
    "interval": "--cells 0 --counted 100 --method wilson",
    "reference": "--anc 1400 --anc-unit /uL --population pregnancy-8-40-weeks",
    "febrile": "--definition idsa-2010 --temperature 38.3 --temperature-unit C --sustained-minutes 0 --anc 480 "
    "--anc-unit /uL --expected-below-500 no",
    "mascc": "--burden none-or-mild --systolic 120 --copd no --tumour solid --previous-fungal-infection no "
    "--dehydration no --setting outpatient --age 40",
    "cisne": "--ecog 2 --glucose 130 --glucose-unit mg/dL --diabetes-or-steroids no --copd no "
    "--chronic-cardiovascular no --mucositis-grade 2 --monocytes 150 --monocytes-unit /uL",
    "talcott": "--inpatient-at-onset no --serious-comorbidity no --cancer-controlled yes",
    "gcsf": "--risk 20 --policy at-least-20",
    "clozapine": "--region us --population general --anc 900 --anc-unit /uL",
}
"""A call of every calculator."""


def people_are_told(key: str) -> str:
    status, out, err = call("calc", key, *CALLS[key].split())
    assert (status, err) == (DONE, "")
    return out


def unwrapped(text: str) -> str:
    return " ".join(text.split())


def test_every_calculator_has_a_call_here() -> None:
    assert list(CALLS) == [calculator.key for calculator in CATALOGUE.calculators]


@pytest.mark.parametrize("key", CALLS)
def test_people_are_told_all_that_a_calculation_gives(key: str) -> None:
    out = people_are_told(key)
    data, (calculator,) = answer("calc", key, *CALLS[key].split()), [c for c in CATALOGUE.calculators if c.key == key]
    told = unwrapped(out)
    assert told.startswith(f"{calculator.title}: ")
    assert f" Working: {data['working']} " in told
    for standing in data["grades"]:
        assert f" {standing['name']}: {standing['label']} — {standing['range'] or standing['reason']} " in told
    for finding in data.get("findings", []):
        assert f" {finding['name']}: " in told
        assert f"{finding['result']} — {finding['rule']} " in told
    for warning in data["warnings"]:
        assert f" Caution: {warning['message']} " in told
    assert f" Scope: {calculator.scope} Source: " in told


@pytest.mark.parametrize("key", CALLS)
def test_what_people_are_told_fits_into_a_terminal(key: str) -> None:
    lines = people_are_told(key).splitlines()
    assert all(len(line) <= 100 and line == line.rstrip() for line in lines)
    assert "" not in lines[:1] + lines[-1:]
    assert not [line for line in lines if line.strip().startswith(("/µL", "×10", "°C", "%"))], (
        "a unit without its number"
    )


def test_a_definition_that_is_met_or_not_is_told_as_such() -> None:
    told = unwrapped(people_are_told("febrile"))
    assert "IDSA 2010: Met: temperature met, count met — Temperature: " in told
    assert "ESMO 2016: Not met: temperature not met, count met — Temperature: " in told


@pytest.mark.parametrize(
    "case",
    [c for c in CASES if c["kind"] in ("anc_compute", "rounding_trap", "bands_logic")],
    ids=lambda c: c["id"],
)
def test_a_worked_case_comes_out(case: dict[str, Any]) -> None:
    options = [text for key, value in case["inputs"].items() for text in ("--" + key.replace("_", "-"), value)]
    data = answer("calc", "anc", *options)
    assert data["anc_per_ul"] == case["expected"]["anc_per_ul"]
    if "grade" in case["expected"]:
        assert data["grades"][0]["grade"] == case["expected"]["grade"]


@pytest.mark.parametrize("case", [c for c in CASES if c["kind"] == "input_error"], ids=lambda c: c["id"])
def test_a_worked_mistake_is_refused(case: dict[str, Any]) -> None:
    options = [text for key, value in case["inputs"].items() for text in ("--" + key.replace("_", "-"), value)]
    assert [code for _, code in refused("calc", "anc", *options)] == [case["expected"]["error"]]


@pytest.mark.parametrize(
    ("wbc", "unit"),
    [
        ("1.2", "10^9/L"), ("1.2", "10*9/L"), ("1,2", "10^3/uL"), ("1.2", "K/uL"),
        ("1200", "/uL"), ("1200", "cells/uL"), ("1200", "/mm3"),
    ],
)  # fmt: skip
def test_units_are_taken_as_laboratories_write_them(wbc: str, unit: str) -> None:
    data = answer("calc", "anc", "--wbc", wbc, "--wbc-unit", unit, "--neutrophils", "40")
    assert data["anc_per_ul"] == "480"


@pytest.mark.parametrize(
    ("options", "problems"),
    [
        (["--wbc", "-1,5", "--wbc-unit", "10^9/L", "--neutrophils", "40"], [("wbc", "negative")]),
        (["--wbc", "1.5", "--wbc-unit", "10^9/L", "--neutrophils", "-2"], [("neutrophils", "negative")]),
        (["--wbc", "1.5", "--wbc-unit", "10^9/L", "--segmented", "-0,5", "--bands", "1"], [("segmented", "negative")]),
        (["--wbc=-1,5", "--wbc-unit", "10^9/L", "--neutrophils", "40"], [("wbc", "negative")]),
        (["--wbc", "1,234", "--wbc-unit", "/uL", "--neutrophils", "40"], [("wbc", "ambiguous")]),
        (["--wbc", "1.2", "--neutrophils", "40"], [("wbc_unit", "missing")]),
        (["--wbc", "1.2", "--wbc-unit", "mg/L", "--neutrophils", "40"], [("wbc_unit", "unknown-unit")]),
        (["--wbc", "1.2", "--wbc-unit", "K/uL", "--segmented", "40"], [("bands", "missing")]),
        (["--wbc", "1.2", "--wbc-unit", "G/L", "--neutrophils", "40", "--bands", "5"], [("bands_included", "missing")]),
        (["--wbc", "1.2", "--wbc-unit", "K/uL", "--neutrophils", "40", "--nrbc", "5"], [("nrbc_corrected", "missing")]),
        (["--wbc", "1.2", "--wbc-unit", "K/uL", "--segmented", "60", "--bands", "41"], [("bands", "over-100")]),
        (["--anc", "480"], [("anc_unit", "missing")]),
        ([], [("wbc", "missing"), ("wbc_unit", "missing"), ("neutrophils", "missing")]),
    ],
)  # fmt: skip
def test_bad_input_is_told_beside_its_field(options: list[str], problems: list[tuple[str, str]]) -> None:
    assert refused("calc", "anc", *options) == problems


def test_an_ambiguous_number_comes_with_its_readings() -> None:
    _, out, _ = call("calc", "anc", "--wbc", "1,234", "--wbc-unit", "/uL", "--neutrophils", "40", "--json")
    (problem,) = one_object(out)["problems"]
    assert problem["readings"] == ["1234", "1.2340"]


def test_people_see_which_option_is_wrong_and_what_they_can_type_instead() -> None:
    _, _, err = call("calc", "anc", "--wbc", "1,234", "--wbc-unit", "mg/L", "--neutrophils", "40")
    first, second = err.splitlines()
    assert first.startswith("neutrogui: --wbc: 1,234 can mean ")
    assert first.endswith(" Type 1234 or 1.2340.")
    assert second.startswith("neutrogui: --wbc-unit: This unit is not known here.")


def test_what_the_window_would_ask_about_is_a_warning() -> None:
    data = answer("calc", "anc", "--wbc", "4.2", "--wbc-unit", "/uL", "--neutrophils", "0.4")
    assert [(w["field"], w["code"]) for w in data["warnings"]] == [
        ("wbc", "check-unit"),
        ("neutrophils", "fraction-or-percent"),
    ]
    _, out, _ = call("calc", "anc", "--wbc", "4.2", "--wbc-unit", "/uL", "--neutrophils", "0.4")
    assert out.count("\nCaution: ") == 2
    assert data["warnings"][0]["message"] in unwrapped(out)


def test_the_calculators_are_listed_with_what_they_ask() -> None:
    anc = answer("calc", "--list")["calculators"][0]
    assert (anc["key"], anc["title"]) == ("anc", "Absolute neutrophil count")
    assert "WBC" in anc["formula"]
    fields = {field["key"]: field for field in anc["fields"]}
    assert list(fields) == [
        "wbc", "wbc_unit", "neutrophils", "segmented", "bands", "anc", "segmented_count", "bands_count", "anc_unit",
        "bands_included", "lymphocytes", "monocytes", "eosinophils", "basophils", "metamyelocytes",
        "count_metamyelocytes", "nrbc", "nrbc_corrected", "cells_counted", "wbc_cv", "interval_method", "lower_limit",
        "lower_limit_unit", "age_days",
    ]  # fmt: skip
    assert fields["bands"] == {
        "key": "bands",
        "label": "Bands",
        "kind": "number",
        "unit": "%",
        "unit_field": None,
        "lower": "0",
        "upper": "100",
        "bounds_unit": "%",
        "choices": [],
        "group": "differential",
        "section": None,
        "optional": False,
        "hint": "0 if the report lists none",
    }
    assert (fields["wbc"]["unit_field"], fields["wbc"]["bounds_unit"]) == ("wbc_unit", "cells/uL")
    assert (fields["wbc_unit"]["kind"], fields["wbc_unit"]["bounds_unit"]) == ("choice", None)
    assert (fields["nrbc"]["section"], fields["nrbc"]["optional"]) == ("Nucleated red cells", True)
    assert anc["scope"]
    assert [choice["key"] for choice in fields["wbc_unit"]["choices"]] == ["10^9/L", "10^3/uL", "/uL"]
    assert all(choice["label"] and choice["spellings"] for choice in fields["wbc_unit"]["choices"])
    assert {field["group"] for field in anc["fields"]} - {None} == {group["key"] for group in anc["groups"]}


def test_the_calculators_are_told_to_people_with_their_options() -> None:
    first, *options = call("calc", "--list")[1].splitlines()
    assert first.startswith("anc: Absolute neutrophil count. ANC = WBC")
    assert options[:2] == ["  --wbc  White cells (WBC)", "  --wbc-unit  Unit of the white cell count"]


def test_calculating_needs_no_content(spoilt: Path) -> None:
    shutil.rmtree(spoilt)
    assert answer(*ANC)["anc_per_ul"] == "480"
    assert answer("calc", "--list")["calculators"]


# handout


def test_a_sheet_is_written(tmp_path: Path) -> None:
    path = tmp_path / "sheet #1.pdf"
    data = answer("handout", "--kind", "stable", "--to", str(path))
    assert path.read_bytes().startswith(b"%PDF-")
    assert data == {
        "file": str(path),
        "kind": "stable",
        "languages": ["en"],
        "paper": "a4",
        "type_size": "normal",
        "call_at_celsius": "38.0",
        "call_at_fahrenheit": "100.4",
        "anc_per_ul": None,
        "severity": None,
    }


def test_a_sheet_takes_the_choices_of_a_call(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    options = ["--kind", "medicine", "--medicine", "clozapine", "--language", "es,en", "--anc", "480", "--anc-unit"]
    options += ["/uL", "--paper", "letter", "--large", "--call-at", "38,5", "--date", "2026-11-21", "--next-test"]
    options += ["2026-11-28", "--low-from", "2026-11-26", "--low-to", "2026-12-02", "--medicines", "ibuprofen"]
    options += ["--clinic", "Example Clinic", "--phone-day", "555 0100", "--phone-night", "555", "--where", "Gate 4"]
    data = answer("handout", "--to", str(path), *options)
    assert data == {
        "file": str(path),
        "kind": "medicine",
        "languages": ["es", "en"],
        "paper": "letter",
        "type_size": "large",
        "call_at_celsius": "38.5",
        "call_at_fahrenheit": "101.3",
        "anc_per_ul": "480",
        "severity": "Severe",
    }
    assert path.stat().st_size > 1000


def test_people_are_told_where_the_sheet_is(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    assert call("handout", "--kind", "blank", "--to", str(path)) == (DONE, f"Wrote {path}.\n", "")


@pytest.mark.parametrize(
    ("option", "value"),
    [("--clinic", "Example 555"), ("--phone-day", "Example 555"), ("--phone-night", "Example 555"),
     ("--where", "Example 555"), ("--medicines", "Example 555"), ("--next-test", "2026-11-28"),
     ("--low-from", "2026-11-26"), ("--low-to", "2026-12-02"), ("--medicine", "metamizole"), ("--call-at", "37.8"),
     ("--language", "fr"), ("--paper", "letter")],
)  # fmt: skip
def test_every_choice_reaches_the_sheet(option: str, value: str, tmp_path: Path) -> None:
    kind = ("--kind", "medicine")
    answer("handout", *kind, "--to", str(tmp_path / "empty.pdf"))
    answer("handout", *kind, "--to", str(tmp_path / "filled.pdf"), option, value)
    assert (tmp_path / "filled.pdf").read_bytes() != (tmp_path / "empty.pdf").read_bytes()


@pytest.mark.parametrize(
    ("options", "problems"),
    [
        (["--anc", "480"], [("anc_unit", "missing")]),
        (["--anc", "1,234", "--anc-unit", "/uL"], [("anc", "ambiguous")]),
        (["--anc", "-1", "--anc-unit", "/uL"], [("anc", "negative")]),
        (["--paper", "a3"], [("paper", "unknown-choice")]),
        (["--call-at", "100.4"], [("call_at", "fahrenheit")]),
        (["--call-at", "34.9"], [("call_at", "out-of-range")]),
        (["--date", "yesterday", "--anc", "480", "--anc-unit", "/uL"], [("date", "not-a-date")]),
        (["--date", "2026-11-21"], [("date", "without-count")]),
        (["--next-test", "soon"], [("next_test", "not-a-date")]),
        (["--low-from", "2026-11-21", "--low-to", "2026-11-20"], [("low_to", "wrong-order")]),
        (["--language", "es,tlh"], [("language", "unknown-choice")]),
        (["--medicine", "aspirin"], [("medicine", "unknown-choice")]),
        (["--medicines", "x" * 121], [("medicines", "too-long")]),
        (["--where", "協"], [("where", "unprintable")]),
    ],
)
def test_a_sheet_with_a_mistake_is_not_written(
    options: list[str], problems: list[tuple[str, str]], tmp_path: Path
) -> None:
    path = tmp_path / "sheet.pdf"
    assert refused("handout", "--kind", "chemo", "--to", str(path), *options) == problems
    assert not path.exists()


def test_neither_the_sheet_nor_its_file_is_guessed(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    assert refused("handout", "--kind", "chemo") == [("to", "missing")]
    assert refused("handout", "--to", str(path)) == [("kind", "missing")]
    assert refused("handout", "--to", str(path), "--kind", "neutropenia") == [("kind", "unknown-choice")]
    assert not path.exists()


def test_a_sheet_that_cannot_be_saved_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "no folder" / "a.pdf"):
        assert refused("handout", "--kind", "chemo", "--to", str(path), status=FAILED) == [("to", "not-saved")]


def test_the_settings_of_this_computer_are_on_the_sheet_unless_a_file_is_named(
    tmp_path: Path, own_config: Path
) -> None:
    def limit(*options: str) -> str:
        data = answer("handout", "--kind", "chemo", "--to", str(tmp_path / "sheet.pdf"), *options)
        return f"{data['call_at_celsius']} {data['paper']}"

    user, site, file = own_config / "user/clinic.json", own_config / "site/clinic.json", tmp_path / "ours.json"
    assert limit() == "38.0 a4"
    user.parent.mkdir(parents=True)
    user.write_bytes(to_file(ClinicSettings(call_at="38.5", paper="letter")))
    assert limit() == "38.5 letter"
    site.parent.mkdir()
    site.write_bytes(to_file(ClinicSettings(call_at="38.3"), frozenset({"call_at"})))
    assert limit() == "38.3 letter"
    file.write_bytes(to_file(ClinicSettings(call_at="37.8")))
    assert limit("--settings", str(file)) == "37.8 a4"
    assert limit("--settings", str(file), "--call-at", "39") == "39.0 a4"
    before = user.read_bytes()
    limit("--clinic", "Example Clinic")
    assert user.read_bytes() == before, "nothing is kept"


def test_settings_that_cannot_be_used_are_told_and_no_sheet_is_made_without_them(
    tmp_path: Path, own_config: Path
) -> None:
    sheet, damaged = tmp_path / "sheet.pdf", own_config / "user/clinic.json"
    damaged.parent.mkdir(parents=True)
    damaged.write_text('{"format": "neutrogui-clinic-1", "clinc": "x"}', "utf-8")
    arguments = ("handout", "--kind", "chemo", "--to", str(sheet))
    assert refused(*arguments) == [("settings", "bad-settings")]
    assert refused(*arguments, "--settings", str(damaged)) == [("settings", "bad-settings")]
    assert refused(*arguments, "--settings", str(tmp_path / "nowhere.json")) == [("settings", "unreadable")]
    assert not sheet.exists()
    damaged.unlink()
    answer(*arguments)


def test_the_sheets_the_languages_and_the_medicines_are_listed() -> None:
    data = answer("handout", "--list")
    kinds = ["chemo", "stable", "duffy-null", "medicine", "gcsf", "child", "blank"]
    assert [kind["key"] for kind in data["kinds"]] == kinds
    assert all(kind["title"] and kind["for"] for kind in data["kinds"])
    codes = [language["code"] for language in data["languages"]]
    assert codes == ["en", "es", "fr", "pt", "vi", "ru", "ar", "zh"]
    assert data["languages"][0] == {"code": "en", "name": "English", "checked": True, "checked_by": None}
    for language in data["languages"][1:]:
        assert language["checked"] == (language["checked_by"] is not None)
    assert data["medicines"][0] == "clozapine"
    assert data["reviewed_by_clinician"] is False
    status, out, err = call("handout", "--list")
    assert (status, err) == (DONE, "")
    for word in (*kinds, *codes, *(language["name"] for language in data["languages"]), "After chemotherapy"):
        assert word in out


# self-test


def test_the_self_test_names_its_checks() -> None:
    data = answer("self-test")
    assert data["ok"] is True
    assert data["version"] == __version__
    names = ["content", "content pack", "sqlite", "calculations", "search", "sheet", "settings"]
    assert [check["name"] for check in data["checks"]] == names
    assert all(check["ok"] and check["detail"] for check in data["checks"])


def test_the_self_test_fails_with_the_content(spoilt: Path) -> None:
    (spoilt / "compiled/content.sqlite").unlink()
    status, out, err = call("self-test", "--json")
    assert (status, err) == (FAILED, "")
    data = one_object(out)
    assert data["ok"] is False
    assert {check["name"] for check in data["checks"] if not check["ok"]} == {"content", "content pack", "search"}
    assert "FAILED  content" in call("self-test")[1]


# Trouble


@pytest.mark.parametrize("arguments", [("search", "felty"), ("show", "felty-syndrome"), ("tree",)])
@pytest.mark.parametrize("trouble", ["missing", "altered", "of another version"])
def test_content_that_cannot_be_used_is_told(arguments: tuple[str, ...], trouble: str, spoilt: Path) -> None:
    content, digest = (spoilt / "compiled" / name for name in ("content.sqlite", "content.sha256"))
    if trouble == "missing":
        digest.unlink()
    else:
        data = bytearray(content.read_bytes())
        data[63 if trouble == "of another version" else -1] ^= 1
        content.write_bytes(data)
        if trouble == "of another version":
            digest.write_text(hashlib.sha256(data).hexdigest(), encoding="ascii")
    assert refused(*arguments, status=FAILED) == [("", "content")]


@pytest.mark.parametrize(
    "arguments",
    [
        ("frobnicate",),
        ("search",),
        ("search", "a", "b"),
        ("show",),
        ("calc",),
        ("calc", "apgar"),
        ("calc", "anc", "--wbx", "1"),
        ("calc", "anc", "--neutro", "1"),
        ("search", "felty", "--lim", "1"),
        ("--sear", "felty"),
        ("handout", "--to", "a.pdf", "--clin", "a"),
        ("calc", "anc", "--wbc"),
        ("handout", "--to"),
        ("handout", "chemo"),
        ("self-test", "now"),
        ("--search", "a", "--open", "b"),
        (),
    ],
    ids=" ".join,
)
def test_a_wrong_call_is_answered_in_json_too(arguments: tuple[str, ...]) -> None:
    status, out, err = call(*arguments, "--json")
    assert status == REFUSED
    (problem,) = one_object(out)["problems"]
    assert (problem["field"], problem["code"]) == ("", "usage")
    assert problem["message"] in err
    assert problem["message"].endswith("--help` shows how.") or arguments == ("calc",)


def test_the_worlds_fault_is_told_in_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cli, "self_test", fail)
    assert refused("self-test", status=FAILED) == [("", "system")]
    assert call("self-test")[2] == "neutrogui: This could not be done: No space left on device.\n"


def test_a_fault_of_the_program_is_told_without_what_was_typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail() -> None:
        raise RuntimeError("typed: 1.2 Riverside")

    monkeypatch.setattr(cli, "self_test", fail)
    assert refused("self-test", status=FAILED) == [("", "fault")]
    log = (tmp_path / "log/neutrogui.log").read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert "Riverside" not in log


# The window


@pytest.mark.parametrize(
    ("arguments", "request_"),
    [
        ((), WindowRequest()),
        (("--search", "cyclic"), WindowRequest(search="cyclic")),
        (("--open", "felty-syndrome"), WindowRequest(entry_id="felty-syndrome")),
    ],
)
def test_without_a_command_the_window_opens(arguments: tuple[str, ...], request_: WindowRequest) -> None:
    screens, out = NoScreens(), StringIO()
    assert cli.main(arguments, screens.screens(), out, out) == DONE
    assert screens.shown == [request_]
    assert out.getvalue() == ""


def test_the_tour_is_made_where_it_is_wanted(tmp_path: Path) -> None:
    screens, out = NoScreens(), StringIO()
    assert cli.main(("tour", str(tmp_path)), screens.screens(), out, out) == DONE
    assert screens.shown == [tmp_path]


@pytest.mark.parametrize("arguments", [("--help",), ("calc", "anc", "--help"), ("--version",)], ids=" ".join)
def test_help_is_given(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        call(*arguments)
    assert left.value.code == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "neutrogui" in out.casefold()
    if "anc" in arguments:
        assert "segmented % + band %" in out
    if "--version" in arguments:
        assert out == f"NeutroGUI {__version__}"


# Processes of their own


def run(program: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *([program] if program == "-m" else ["-c", program]), *arguments],
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        check=False,
        timeout=120,
    )


EVERY_CALL = """
import io, json, sys
from pathlib import Path
from neutrogui import bundle, cli

bundle.resources = lambda: Path(sys.argv[1])

def no_screens(_):
    raise AssertionError("a window was wanted")

for arguments in json.loads(sys.argv[2]):
    out = io.StringIO()
    status = cli.main([*arguments, "--json"], cli.Screens(no_screens, no_screens), out, io.StringIO())
    assert status == 0, arguments
    json.loads(out.getvalue())
    qt = [name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6")]
    assert not qt, (arguments, qt)
    dear = {"sqlalchemy", "typst"} & set(sys.modules)
    assert arguments[0] != "calc" or not dear, dear
print("done")
"""


def test_no_call_imports_qt_and_a_calculation_not_even_the_database(resources: Path, tmp_path: Path) -> None:
    calls = [
        ANC,
        ("calc", "--list"),
        ("search", "felty", "--limit", "3"),
        ("show", "felty-syndrome"),
        ("tree",),
        ("handout", "--list"),
        ("handout", "--kind", "chemo", "--to", str(tmp_path / "sheet.pdf"), "--anc", "480", "--anc-unit", "/uL"),
        ("self-test",),
    ]
    done = run(EVERY_CALL, str(resources), json.dumps(calls))
    assert (done.returncode, done.stdout) == (0, b"done\n"), done.stderr.decode()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_json_is_utf_8_whatever_the_locale(encoding: str) -> None:
    done = run("-m", "neutrogui", *ANC, "--json", PYTHONIOENCODING=encoding)
    assert done.returncode == DONE, done.stderr.decode()
    assert json.loads(done.stdout.decode("utf-8"))["working"].endswith("= 0.48 ×10⁹/L = 480 /µL")
    assert "×10⁹/L" in done.stdout.decode("utf-8"), "it can be read by people too"


@pytest.mark.skipif(sys.platform == "win32", reason="arguments are Unicode there")
def test_what_was_typed_in_no_encoding_at_all_is_answered_too() -> None:
    done = subprocess.run(
        [sys.executable.encode(), b"-m", b"neutrogui", b"calc", b"\xff\xfe", b"--json"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == REFUSED
    assert json.loads(done.stdout)["problems"][0]["code"] == "usage"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_a_reader_who_has_had_enough_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as out:
        done = subprocess.run(
            [sys.executable, "-m", "neutrogui", *ANC],
            cwd=ROOT,
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert done.stderr == b""
    assert done.returncode == FAILED


@pytest.mark.parametrize("command", [("search", "felty"), ("show", "felty-syndrome"), ("tree",)])
def test_a_refused_content_pack_is_told_beside_the_answer(refused_pack: Path, command: tuple[str, ...]) -> None:
    expected = call(*command, "--json")
    assert expected[0] == DONE
    assert "felty-syndrome" in json.dumps(one_object(expected[1]))
    assert expected[2].startswith("neutrogui: The content pack is not used: the file is no content pack")
    assert expected[2].count("\n") == 1


def test_no_calculation_speaks_of_a_refused_content_pack(refused_pack: Path) -> None:
    assert call(*ANC)[2] == ""
