"""`series` tells what a file of serial counts shows, and refuses one that can't be read as everybody would read it."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from neutrogui import cli, reporting
from neutrogui.cli import Screens

DONE, FAILED, REFUSED = 0, 1, 2

CHEMOTHERAPY = (
    "date;anc;anc_unit;wbc;wbc_unit;neutrophils\n"
    "2026-03-01;3,2;10^9/L;;;\n"
    "2026-03-08;;;1,5;K/uL;40\n"
    "2026-03-10;90;/uL;;;\n"
    "2026-03-11;180;/uL;;;\n"
    "2026-03-12;360;/uL;;;\n"
    "2026-03-13;720;/uL;;;\n"
    "2026-03-14;900;/uL;;;\n"
    "2026-03-15;1600;/uL;;;\n"
)


@pytest.fixture(autouse=True)
def _logging(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reporting, "log_folder", lambda: tmp_path / "log")


def call(*arguments: str) -> tuple[int, str, str]:
    def no_window(_: object) -> int:
        raise AssertionError("a window was wanted")

    out, err = StringIO(), StringIO()
    status = cli.main(arguments, Screens(no_window, no_window), out, err)
    return status, out.getvalue(), err.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "counts of one person.csv"
    path.write_text(CHEMOTHERAPY, encoding="utf-8-sig")
    return path


def answer(*arguments: str) -> Any:
    status, out, err = call("series", *arguments, "--json")
    assert (status, err) == (DONE, "")
    return json.loads(out)


def refused(*arguments: str, status: int = REFUSED) -> list[tuple[str, str]]:
    found, out, err = call("series", *arguments, "--json")
    assert found == status
    data = json.loads(out)
    assert list(data) == ["problems"]
    assert err == "".join(f"neutrogui: {problem['message']}\n" for problem in data["problems"])
    assert call("series", *arguments) == (status, "", err)
    return [(problem["field"], problem["code"]) for problem in data["problems"]]


def test_the_findings_are_given_to_programs(file: Path) -> None:
    data = answer(str(file))
    assert data["nadir"] == {"date": "2026-03-10", "anc_per_ul": "90"}
    assert data["days_below_500"] == {"counted": 3, "interpolated": 4}  # 600 → 345 → 90: the day between, too
    assert data["days_below_100"] == {"counted": 1, "interpolated": 1}
    assert data["recovery_date"] == "2026-03-13"
    assert data["duration_class"] == "acute"
    assert data["doubling_time_days"] == "1"
    assert data["periodicity"]["sampling_sufficient"] is False
    assert data["periodicity"]["reason"]
    assert data["reasons"] == {}
    assert data["warnings"] == []
    assert len(data["rows"]) == 8
    assert data["rows"][1] == {"date": "2026-03-08", "time": None, "anc_per_ul": "600"}
    for finding in data["findings"]:
        assert list(finding) == ["key", "name", "result", "rule", "source"]
        assert finding["result"]
        assert finding["rule"]


def test_the_findings_are_told_to_people_each_with_its_rule(file: Path) -> None:
    status, out, err = call("series", str(file))
    assert (status, err) == (DONE, "")
    lines = out.splitlines()
    assert "Recovery: 2026-03-13." in lines
    assert "Days below 500 /µL: 3 days counted, 4 with the days between." in lines
    assert [line.startswith("  Rule: ") for line in lines] == [False, True] * 8


def test_days_are_numbered_from_day_one(file: Path) -> None:
    data = answer(str(file), "--day-one", "2026-03-01")
    assert [row["days_since_day_one"] for row in data["rows"]] == [0, 7, 9, 10, 11, 12, 13, 14]
    assert data["findings"][-1]["result"] == "The lowest count is 9 days after 2026-03-01."


def test_what_looks_like_another_unit_is_a_warning(file: Path) -> None:
    file.write_text("date;anc;anc_unit\n2026-03-01;0,48;/uL\n", encoding="utf-8")
    (warning,) = answer(str(file))["warnings"]
    assert (warning["field"], warning["code"]) == ("anc", "check-unit")
    assert call("series", str(file))[1].splitlines()[-1] == f"Caution: {warning['message']}"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("date;anc;anc_unit\n03/04/2026;1,234;/uL\n", [("line 2, date", "ambiguous"), ("line 2, anc", "ambiguous")]),
        ("date,anc,anc_unit\n2026-03-01,480,\n", [("line 2, anc_unit", "missing")]),
        ("date,anc,anc_unit\n2026-03-01,480,/uL\n2026-03-01,490,/uL\n", [("line 3, date", "conflict")]),
        ("", [("file", "missing")]),
        ("day,count\n", [("line 1", code) for code in ["unknown-column"] * 2 + ["missing-column"] * 2]),
    ],
)
def test_a_file_with_a_mistake_is_told_with_lines(file: Path, text: str, problems: list[tuple[str, str]]) -> None:
    file.write_text(text, encoding="utf-8")
    assert refused(str(file)) == problems


def test_a_file_that_is_no_text_is_told(file: Path) -> None:
    file.write_bytes(b"date;anc;anc_unit\n2026-03-01;480;/\xb5L\n")
    assert refused(str(file)) == [("line 2", "not-utf-8")]
    file.write_bytes(b"\n" * 3_000_000)
    assert refused(str(file)) == [("file", "too-large")]


def test_a_wrong_day_one_is_told_beside_what_is_wrong_with_the_file(file: Path) -> None:
    assert refused(str(file), "--day-one", "03/04/2026") == [("day_one", "ambiguous")]
    file.write_text("", encoding="utf-8")
    assert refused(str(file), "--day-one", "tomorrow") == [("day_one", "not-a-date"), ("file", "missing")]


def test_a_file_that_is_not_there_is_the_worlds_fault(tmp_path: Path) -> None:
    assert refused(str(tmp_path / "none.csv"), status=FAILED) == [("", "system")]
    assert refused(str(tmp_path), status=FAILED) == [("", "system")]


@pytest.mark.parametrize(
    "arguments", [(), ("a.csv", "b.csv"), ("a.csv", "--day", "2026-03-01"), ("a.csv", "--day-one")]
)
def test_a_wrong_call_is_told(arguments: tuple[str, ...]) -> None:
    assert refused(*arguments) == [("", "usage")]
