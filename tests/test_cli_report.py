"""`calc anc --report`: a pasted report on the command line, from a file or from standard input."""

import io
import json
import sys
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from neutrogui import cli
from neutrogui.cli import Screens, WindowRequest

DONE, FAILED, REFUSED = 0, 1, 2
PLAIN = "WBC 2.1 K/uL  Segs 33 %  Bands 5 %"


def no_screens() -> Screens:
    def show(what: WindowRequest | Path) -> int:
        raise AssertionError("nothing is to be shown")

    return Screens(show, show)


def call(*arguments: str) -> tuple[int, str, str]:
    out, err = StringIO(), StringIO()
    status = cli.main(["calc", "anc", *arguments], no_screens(), out, err)
    return status, out.getvalue(), err.getvalue()


def answer(*arguments: str) -> tuple[int, Any]:
    status, out, _ = call(*arguments, "--json")
    return status, json.loads(out)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(PLAIN, encoding="utf-8")
    return path


def type_in(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


def test_a_report_gives_the_count_and_what_it_was_read_from(saved: Path) -> None:
    status, data = answer("--report", str(saved))
    assert status == DONE
    assert Decimal(data["anc_per_ul"]) == Decimal("2100") * 38 / 100
    assert data["unclear"] == []
    assert data["understood"] == [
        {"field": "wbc", "value": "2.1", "unit": "10^3/uL", "words": "WBC 2.1 K/uL"},
        {"field": "segmented", "value": "33", "unit": "%", "words": "Segs 33 %"},
        {"field": "bands", "value": "5", "unit": "%", "words": "Bands 5 %"},
    ]


def test_a_report_gives_what_the_same_options_give(saved: Path) -> None:
    _, typed = answer("--wbc", "2.1", "--wbc-unit", "K/uL", "--segmented", "33", "--bands", "5")
    _, read = answer("--report", str(saved))
    assert {key: value for key, value in read.items() if key not in ("understood", "unclear")} == typed


def test_a_report_is_read_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    type_in(monkeypatch, "Leukozyten 2,1 Tsd/µl\nNeutrophile 38 %".encode())
    status, data = answer("--report", "-")
    assert status == DONE
    assert Decimal(data["anc_per_ul"]) == 798


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_report_is_read_in_the_encodings_of_exports(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("Leukozyten\t2,1\tTsd/µl\r\nNeutrophile\t38\t%\r\n".encode(encoding))
    status, data = answer("--report", str(path))
    assert status == DONE
    assert Decimal(data["anc_per_ul"]) == 798


def test_people_see_which_words_were_read(saved: Path) -> None:
    status, out, err = call("--report", str(saved))
    assert (status, err) == (DONE, "")
    assert "From the report, wbc: WBC 2.1 K/uL" in out.splitlines()


def test_what_is_unclear_is_refused_with_its_readings_and_what_was_understood(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("WBC 2.1 K/uL\nNeutrophils 3O %", encoding="utf-8")
    status, data = answer("--report", str(path))
    assert status == REFUSED
    (problem,) = data["problems"]
    assert (problem["field"], problem["code"], problem["readings"]) == ("neutrophils", "unclear", ["3O"])
    assert [each["field"] for each in data["understood"]] == ["wbc"]
    (unclear,) = data["unclear"]
    assert (unclear["field"], unclear["readings"]) == ("neutrophils", ["3O"])
    assert problem["message"] == f"neutrophils (3O): {unclear['why']}"
    assert "anc_per_ul" not in data
    _, out, err = call("--report", str(path))
    assert out == ""
    assert problem["message"] in err


def test_an_option_beside_the_report_settles_what_is_unclear(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("WBC 2.1\nNeutrophils 3O %", encoding="utf-8")
    assert {problem["field"] for problem in answer("--report", str(path))[1]["problems"]} == {"wbc_unit", "neutrophils"}
    status, data = answer("--report", str(path), "--wbc-unit", "10^9/L", "--neutrophils", "30")
    assert status == DONE
    assert Decimal(data["anc_per_ul"]) == 630


def test_what_the_calculator_asks_is_asked_after_a_report_too(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("WBC 2.1 K/uL  Neut% 38 %  Bands 5 %", encoding="utf-8")
    status, data = answer("--report", str(path))
    assert status == REFUSED
    assert [(problem["field"], problem["code"]) for problem in data["problems"]] == [("bands_included", "missing")]
    assert len(data["understood"]) == 3
    status, data = answer("--report", str(path), "--bands-included", "yes")
    assert status == DONE
    assert Decimal(data["anc_per_ul"]) == 798


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", ("report", "missing")),
        (b"Hgb 9 g/dL", ("report", "missing")),
        (b" " * 1_000_001, ("report", "too-long")),
        (b"\x00\xff\xfe\x80" * 100, ("report", "missing")),
    ],
)
def test_a_report_that_holds_nothing_or_too_much_is_refused(
    content: bytes, problem: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(content)
    type_in(monkeypatch, content)
    for name in (str(path), "-"):
        status, data = answer("--report", name)
        assert status == REFUSED
        assert [(each["field"], each["code"]) for each in data["problems"]] == [problem]


def test_a_report_that_is_not_there_is_told(tmp_path: Path) -> None:
    status, data = answer("--report", str(tmp_path / "none.txt"))
    assert status == FAILED
    assert data["problems"][0]["code"] == "system"


@pytest.mark.parametrize("name", ["a\0b", "\ud800"])
def test_what_is_no_name_of_a_file_is_refused(name: str) -> None:
    status, data = answer("--report", name)
    assert status in (FAILED, REFUSED)
    assert data["problems"][0]["code"] in ("system", "not-a-file")


def test_without_standard_input_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    status, data = answer("--report", "-")
    assert (status, data["problems"][0]["code"]) == (REFUSED, "missing")


def test_a_report_and_a_table_are_not_taken_together(saved: Path, tmp_path: Path) -> None:
    status, data = answer("--report", str(saved), "--csv", str(saved), "--to", str(tmp_path / "out.csv"))
    assert status == REFUSED
    assert [(each["field"], each["code"]) for each in data["problems"]] == [("report", "conflict")]
