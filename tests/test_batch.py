"""A table is worked out row by row: every row is kept, told apart when it can't be calculated, in constant memory."""

import csv
import io
import json
import tracemalloc
from pathlib import Path

import pytest

from neutrogui.batch import RESULTS, TableRefused, calculate_table
from neutrogui.calculators.anc import AbsoluteNeutrophilCount
from neutrogui.cli import Screens, main
from neutrogui.handout.saving import SavingFailed

ANC = AbsoluteNeutrophilCount()


def worked_out(tmp_path: Path, table: str, **given: str) -> list[dict[str, str]]:
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(table, encoding="utf-8")
    calculate_table(ANC, source, target, given, lambda rows, share: None)
    with target.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=max(",;\t", key=table.count)))


def test_each_row_has_its_count_and_keeps_its_own_columns(tmp_path: Path) -> None:
    rows = worked_out(tmp_path, "id,wbc,wbc_unit,neutrophils\nA1,1.2,10^9/L,40\nA2,9200,/uL,34\nA3,0.5,K/uL,20\n")
    assert [row["id"] for row in rows] == ["A1", "A2", "A3"]
    assert [row["anc_per_ul"] for row in rows] == ["480", "3128", "100"]
    assert [row["anc_10e9_per_l"] for row in rows] == ["0.48", "3.128", "0.1"]
    assert [row["severity"] for row in rows] == ["severe", "none", "severe"]
    assert all(row["problems"] == "" for row in rows)
    assert tuple(rows[0])[-len(RESULTS) :] == RESULTS


def test_a_row_that_cannot_be_calculated_keeps_its_place_with_the_reason(tmp_path: Path) -> None:
    rows = worked_out(
        tmp_path, "wbc;wbc_unit;neutrophils\n1,2;10^9/L;40\n-1;10^9/L;40\n1,2;;40\n1,2;furlongs;40\n1;/nL;120\n"
    )
    assert [row["anc_per_ul"] for row in rows] == ["480", "", "", "", ""]
    for row, said in zip(rows, ["", "below zero", "unit", "unit", "0 to 100"], strict=True):
        assert said in row["problems"]


def test_what_has_no_column_is_taken_from_the_call(tmp_path: Path) -> None:
    rows = worked_out(tmp_path, "wbc\tneutrophils\n1.2\t40\n", wbc_unit="10^9/L")
    assert rows[0]["anc_per_ul"] == "480"


def test_a_row_with_too_many_cells_is_not_read_as_something_else(tmp_path: Path) -> None:
    rows = worked_out(tmp_path, "wbc,wbc_unit,neutrophils\n1,2,10^9/L,40\n1.2,10^9/L\n\n")
    assert len(rows) == 2
    source = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()
    assert source[1].startswith("1,2,10^9/L,40,")
    assert "4 cells" in source[1]
    assert rows[1]["anc_per_ul"] == ""
    assert rows[1]["problems"]


def test_an_unlikely_value_is_told_beside_the_row(tmp_path: Path) -> None:
    rows = worked_out(tmp_path, "wbc,wbc_unit,neutrophils\n80,/uL,50\n")
    assert rows[0]["anc_per_ul"] == "40"
    assert rows[0]["warnings"].startswith("check-unit: ")


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (b"", "no column"),
        (b"name,age\nA,3\n", "no column"),
        (b"wbc,wbc,neutrophils\n", "twice"),
        (b"wbc,wbc_unit,neutrophils,anc_per_ul\n", "Rename"),
        (b"wbc,wbc_unit,neutrophils\n1,/uL,\xff\n", "UTF-8"),
        (b'wbc,wbc_unit,neutrophils\n"1"x,/uL,3\n', "after row 0"),
    ],
)
def test_what_is_no_table_is_refused_whole(tmp_path: Path, table: bytes, said: str) -> None:
    (tmp_path / "in.csv").write_bytes(table)
    with pytest.raises(TableRefused, match=said):
        calculate_table(ANC, tmp_path / "in.csv", tmp_path / "out.csv", {}, lambda rows, share: None)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv"]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("wbc,neutrophils\n")
    with pytest.raises(SavingFailed, match="no folder"):
        calculate_table(ANC, tmp_path / "in.csv", tmp_path / "none" / "out.csv", {}, lambda rows, share: None)


def test_a_longer_table_takes_no_more_memory(tmp_path: Path) -> None:
    def peak(rows: int) -> int:
        source = tmp_path / f"{rows}.csv"
        source.write_text("wbc,wbc_unit,neutrophils\n" + "1.2,10^9/L,40\n" * rows, encoding="utf-8")
        tracemalloc.start()
        assert calculate_table(ANC, source, tmp_path / "out.csv", {}, lambda rows, share: None) == rows
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    peak(4000)  # what is made once: caches, and the memory that Python keeps for its next small objects
    assert peak(8000) < peak(800) + 100_000


def test_progress_is_told_and_ends_at_the_end(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("wbc,wbc_unit,neutrophils\n" + "1.2,10^9/L,40\n" * 2500, encoding="utf-8")
    told: list[tuple[int, float]] = []
    calculate_table(ANC, tmp_path / "in.csv", tmp_path / "out.csv", {}, lambda *now: told.append(now))
    assert [rows for rows, _ in told] == [1000, 2000, 2500]
    assert told[-1][1] == 1.0
    assert all(0 < share <= 1 for _, share in told)


def called(*arguments: str) -> tuple[int, dict[str, object], str]:
    out, err = io.StringIO(), io.StringIO()
    screens = Screens(window=lambda request: 0, tour=lambda folder: 0)
    status = main([*arguments, "--json"], screens, out, err)
    return status, json.loads(out.getvalue()), err.getvalue()


def test_the_command_line_works_a_table_out(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("wbc,neutrophils\n1.2,40\n", encoding="utf-8")
    arguments = ("calc", "anc", "--csv", str(tmp_path / "in.csv"), "--to", str(tmp_path / "out.csv"))
    assert called(*arguments, "--wbc-unit", "K/uL")[:2] == (0, {"rows": 1})
    assert "480" in (tmp_path / "out.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "status", "field", "code"),
    [
        (("--csv", "in.csv"), 2, "to", "missing"),
        (("--to", "out.csv"), 2, "csv", "missing"),
        (("--csv", "in.csv", "--to", "none/out.csv"), 1, "to", "not-saved"),
        (("--csv", "none.csv", "--to", "out.csv"), 1, "", "system"),
    ],
)
def test_the_command_line_says_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], status: int, field: str, code: str
) -> None:
    (tmp_path / "in.csv").write_text("wbc,neutrophils\n1.2,40\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    given, data, _ = called("calc", "anc", *arguments)
    problem = data["problems"][0]
    assert (given, problem["field"], problem["code"]) == (status, field, code)
