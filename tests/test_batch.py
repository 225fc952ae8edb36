"""A table is worked out row by row: every row is kept, told apart when it can't be calculated, in constant memory."""

import csv
import io
import json
import tracemalloc
from pathlib import Path

import pytest

from neutrogui.batch import RESULTS, Done, TableRefused, calculate_table
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


def test_how_sure_a_count_is_stands_beside_it_by_the_method_and_the_error_of_its_row(tmp_path: Path) -> None:
    table = (
        "wbc,wbc_unit,neutrophils,Cells counted,WBC CV,Interval method\n"
        "2000,/uL,20,100,,\n2000,/uL,20,100,,wilson\n2000,/uL,20,100,3,exact\n2000,/uL,20,,3,\n"
    )
    exact, wilson, widened, refused = worked_out(tmp_path, table)
    intervals = [[float(limit) for limit in row["interval95_per_ul"].split(" to ")] for row in (exact, wilson, widened)]
    # 12.67 to 29.18 % as published; Wilson's is 13.3 to 28.9 % by hand.
    assert [[round(limit) for limit in interval] for interval in intervals[:2]] == [[253, 584], [267, 578]]
    assert intervals[2][0] < intervals[0][0] < intervals[0][1] < intervals[2][1]
    assert [row["straddles"] for row in (exact, wilson, widened)] == ["500"] * 3
    assert refused["problems"].startswith("cells_counted: ")
    assert (
        worked_out(tmp_path, table.replace("WBC CV", "cv"), wbc_cv="3")[0]["interval95_per_ul"]
        == (widened["interval95_per_ul"])
    )


def test_a_row_that_cannot_be_calculated_keeps_its_place_with_the_reason(tmp_path: Path) -> None:
    rows = worked_out(
        tmp_path, "wbc;wbc_unit;neutrophils\n1,2;10^9/L;40\n-1;10^9/L;40\n1,2;;40\n1,2;furlongs;40\n1;/nL;120\n"
    )
    assert [row["anc_per_ul"] for row in rows] == ["480", "", "", "", ""]
    for row, said in zip(rows, ["", "below zero", "unit", "unit", "0 to 100"], strict=True):
        assert said in row["problems"]


def test_the_rows_without_a_result_are_told(tmp_path: Path) -> None:
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("wbc,wbc_unit,neutrophils\n1.2,/nL,40\n1.2,,40\n1,2,/nL,40\n", encoding="utf-8")
    assert calculate_table(ANC, source, target, {}, lambda rows, share: None) == Done(3, 2)
    out = io.StringIO()
    screens = Screens(window=lambda request: 0, tour=lambda folder: 0)
    assert main(["calc", "anc", "--csv", str(source), "--to", str(target)], screens, out, io.StringIO()) == 0
    assert out.getvalue() == f"3 rows are in {target}; 2 without a result.\n"


def test_what_has_no_column_is_taken_from_the_call(tmp_path: Path) -> None:
    rows = worked_out(tmp_path, "wbc\tneutrophils\n1.2\t40\n", wbc_unit="10^9/L")
    assert rows[0]["anc_per_ul"] == "480"


def test_a_row_with_too_many_cells_is_not_read_as_something_else(tmp_path: Path) -> None:
    rows = worked_out(tmp_path, "wbc,wbc_unit,neutrophils\n1,2,10^9/L,40\n1.2,10^9/L\n\n")
    assert len(rows) == 2
    assert "4 cells" in rows[0]["problems"]
    assert rows[0]["problems"].endswith("Left over: 40")
    assert [row["anc_per_ul"] for row in rows] == ["", ""]
    assert rows[1]["problems"]


def test_a_decimal_comma_in_a_table_of_commas_never_puts_a_percentage_where_a_count_is_read(tmp_path: Path) -> None:
    (row,) = worked_out(tmp_path, "id,wbc,wbc_unit,neutrophils\n7,1,2,10^9/L,40\n")
    assert None not in row  # no cell is without a name
    assert [row[name] for name in RESULTS[:-1]] == [""] * (len(RESULTS) - 1)
    (row,) = worked_out(tmp_path, 'id,wbc,wbc_unit,neutrophils\n7,"1,2",10^9/L,40\n')
    assert row["anc_per_ul"] == "480"


@pytest.mark.parametrize(
    "head",
    ["wbc,wbc_unit,neutrophils,nrbc,nrbc_corrected", "WBC, wbc-unit ,Neutrophils,nRBC,nRBC corrected"],
)
def test_a_column_is_known_in_capitals_too(tmp_path: Path, head: str) -> None:
    # 1.2 × 100 / (100 + 20) = 1.0 ×10⁹/L, 40 % of it; without the correction it would be 480.
    (row,) = worked_out(tmp_path, f"{head}\n1.2,10^9/L,40,20,no\n")
    assert row["anc_per_ul"] == "400"
    assert (tmp_path / "out.csv").read_text(encoding="utf-8").startswith(f"{head},anc_per_ul")


def test_the_first_row_may_quote_what_looks_like_its_delimiter_or_a_new_line(tmp_path: Path) -> None:
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text('"a, b, c, d";wbc;wbc_unit;neutrophils\n1;1,2;/nL;40\n', encoding="utf-8")
    assert calculate_table(ANC, source, target, {}, lambda rows, share: None) == Done(1)
    assert "1;1,2;/nL;40;480;0.48;severe;" in target.read_text(encoding="utf-8")
    (row,) = worked_out(tmp_path, 'wbc,wbc_unit,neutrophils,"what\nwas said"\n1.2,/nL,40,x\n')
    assert (row["anc_per_ul"], row["what\nwas said"]) == ("480", "x")


@pytest.mark.parametrize("broken", ["\r", "\n", "\r\n", "a\rb"])
def test_a_cell_of_several_lines_stays_one_cell(tmp_path: Path, broken: str) -> None:
    first, second = worked_out(tmp_path, f'wbc,wbc_unit,neutrophils,note\n1.2,/nL,40,"{broken}"\n1.2,/nL,20,x\n')
    assert (first["note"], first["anc_per_ul"]) == (broken, "480")
    assert (second["note"], second["anc_per_ul"]) == ("x", "240")


def test_columns_that_are_not_read_may_have_one_name_or_none(tmp_path: Path) -> None:
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("id,ID,wbc,wbc_unit,neutrophils,,\n1,2,1.2,/nL,40,,\n", encoding="utf-8")
    assert calculate_table(ANC, source, target, {}, lambda rows, share: None) == Done(1)
    assert target.read_text(encoding="utf-8").splitlines()[1].startswith("1,2,1.2,/nL,40,,,480,0.48,")


def test_a_mark_of_its_encoding_is_no_part_of_a_name(tmp_path: Path) -> None:
    (row,) = worked_out(tmp_path, "\ufeffwbc,wbc_unit,neutrophils\r\n1.2,/nL,40\r\n")
    assert row["anc_per_ul"] == "480"


def test_what_is_given_besides_a_column_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TableRefused, match="wbc_unit"):
        worked_out(tmp_path, "wbc,wbc_unit,neutrophils\n1.2,,40\n", wbc_unit="/nL")
    assert worked_out(tmp_path, "wbc,wbc_unit,neutrophils\n1.2,/nL,40\n", wbc_unit=" ")[0]["anc_per_ul"] == "480"


@pytest.mark.parametrize("linked", [False, True])
def test_the_results_never_take_the_place_of_the_table(tmp_path: Path, linked: bool) -> None:
    source, target = tmp_path / "in.csv", tmp_path / "in.csv"
    source.write_text("wbc,wbc_unit,neutrophils\n1.2,/nL,40\n", encoding="utf-8")
    if linked:
        target = tmp_path / "link.csv"
        target.symlink_to(source)
    before = source.read_bytes()
    with pytest.raises(TableRefused, match="another file") as refused:
        calculate_table(ANC, source, target, {}, lambda rows, share: None)
    assert (refused.value.problem.field, refused.value.problem.code) == ("to", "same-file")
    assert source.read_bytes() == before


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
        (b"wbc,WBC,neutrophils\n", "twice"),
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


def test_a_name_that_cannot_be_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("wbc,neutrophils\n")
    for name in ("x" * 300, "\0"):
        with pytest.raises(SavingFailed, match="name"):
            calculate_table(ANC, tmp_path / "in.csv", tmp_path / name, {}, lambda rows, share: None)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("wbc,neutrophils\n")
    with pytest.raises(SavingFailed, match="no folder"):
        calculate_table(ANC, tmp_path / "in.csv", tmp_path / "none" / "out.csv", {}, lambda rows, share: None)


def test_a_longer_table_takes_no_more_memory(tmp_path: Path) -> None:
    def peak(rows: int) -> int:
        source = tmp_path / f"{rows}.csv"
        source.write_text("wbc,wbc_unit,neutrophils\n" + "1.2,10^9/L,40\n" * rows, encoding="utf-8")
        tracemalloc.start()
        assert calculate_table(ANC, source, tmp_path / "out.csv", {}, lambda rows, share: None) == Done(rows)
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
    assert called(*arguments, "--wbc-unit", "K/uL")[:2] == (0, {"rows": 1, "refused": 0})
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
