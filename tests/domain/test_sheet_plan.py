"""Which lines stand on a sheet, and which switch decides on a line."""

from neutrogui.domain.sheet_plan import HandoutPlan, LineGroup, SheetKind, SheetPlan, Switch


def sheet(*groups: str, threshold: bool = True) -> SheetPlan:
    return SheetPlan(threshold, (), (), groups, "emergency", False, ())


PLAN = HandoutPlan(
    sheets={
        SheetKind.CHEMO: sheet("food", "hands"),
        SheetKind.STABLE: sheet("hands"),
        SheetKind.DUFFY_NULL: sheet("food", threshold=False),
    },
    groups={"hands": LineGroup("hands", ("soap", "gel")), "food": LineGroup("food", ("wash", "raw-ask", "raw-none"))},
    switches={
        "raw": Switch(("raw-ask", "raw-none"), "", "Trials disagree.", ("a",)),
        "low-temperature": Switch(("soap",), "", "Sources differ.", ("b",), call=True),
    },
    medicines={},
)


def test_the_lines_of_a_sheet_come_group_by_group_in_its_order():
    assert list(PLAN.lines_of(SheetKind.CHEMO)) == [
        ("food", "wash"), ("food", "raw-ask"), ("food", "raw-none"), ("hands", "soap"), ("hands", "gel"),
    ]  # fmt: skip
    assert list(PLAN.lines_of(SheetKind.STABLE)) == [("hands", "soap"), ("hands", "gel")]


def test_a_line_belongs_to_the_switch_that_names_it():
    assert [PLAN.switch_of(line) for line in ("raw-ask", "raw-none", "wash", "nowhere")] == ["raw", "raw", "", ""]


def test_a_switch_of_the_box_at_the_top_decides_on_no_line_even_of_the_same_name():
    assert PLAN.switch_of("soap") == ""


def test_a_sheet_asks_about_its_own_lines_and_about_temperatures_where_it_names_one():
    assert PLAN.switches_of(SheetKind.CHEMO) == ("raw", "low-temperature")
    assert PLAN.switches_of(SheetKind.STABLE) == ("low-temperature",)
    assert PLAN.switches_of(SheetKind.DUFFY_NULL) == ("raw",)
