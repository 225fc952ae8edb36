"""The dialog that makes handouts: it shows what stands on a sheet, and keeps what belongs to the clinic."""

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from pictures import png, svg
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
)

from neutrogui.domain.clinic import ClinicSettings, Kept, to_file
from neutrogui.domain.printing import PrintingFailed
from neutrogui.domain.sheet_plan import SheetKind
from neutrogui.ui.accessible import Text
from neutrogui.ui.handout_dialog import MANAGED, NOT_RIGHT_YET, HandoutDialog

FILE = Path("clinic.json")


@pytest.fixture
def make(qtbot, style, printing, handouts) -> Callable[..., HandoutDialog]:
    def make(**typed: str) -> HandoutDialog:
        dialog = HandoutDialog(handouts, typed, printing, style)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def kept(store, *managed: str, trouble: str = "", **settings) -> None:
    """What the store has when the dialog opens."""
    store.kept = Kept(ClinicSettings(**settings), frozenset(managed), trouble)


def texts(widget) -> list[str]:
    """Every text in sight within a widget."""
    return [text.text() for text in widget.findChildren(Text) if not text.isHidden()]


def name_of(widget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


# Which sheet


def test_it_begins_with_the_sheet_after_chemotherapy_and_38_degrees_in_both_scales(make) -> None:
    dialog = make()
    assert dialog.handout.kind is SheetKind.CHEMO
    assert "38.0 °C = 100.4 °F" in dialog.temperatures.text()
    assert "low limit is switched off" in dialog.temperatures.text()


def test_seven_sheets_are_offered_each_with_whom_it_is_for(make, handouts) -> None:
    dialog = make()
    buttons = dialog.kinds.buttons()
    assert len(buttons) == len(SheetKind) == 7
    for button, kind in zip(buttons, SheetKind, strict=True):
        _, whom = handouts.words.sheets[kind]
        assert button.accessibleDescription() == whom
        assert whom in texts(dialog)


@pytest.mark.parametrize("kind", SheetKind)
def test_choosing_a_sheet_changes_the_pages(make, kind: SheetKind) -> None:
    dialog = make()
    dialog.choose_sheet(kind)
    assert dialog.handout.kind is kind
    assert dialog.medicine.isHidden() == (kind is not SheetKind.MEDICINE)
    assert dialog.numbers_fold.button.isHidden() == (kind is SheetKind.DUFFY_NULL)


def test_the_medicine_is_asked_for_that_sheet_alone(make, handouts) -> None:
    dialog = make()
    assert [dialog.medicine.itemData(n) for n in range(dialog.medicine.count())] == list(handouts.rules.plan.medicines)
    dialog.medicine.setCurrentIndex(dialog.medicine.findData("deferiprone"))
    dialog.refresh()
    assert dialog.handout.medicine == ""
    dialog.choose_sheet(SheetKind.MEDICINE)
    assert dialog.handout.medicine == "deferiprone"
    dialog.choose_sheet(SheetKind.STABLE)
    assert dialog.handout.medicine == ""


def test_it_asks_for_no_name_of_a_patient(make) -> None:
    dialog = make()
    assert set(dialog.typed()) == {
        "kind", "languages", "medicine", "count", "count_unit", "counted_on", "next_test", "low_from", "low_to",
        "medicines",
    }  # fmt: skip
    assert set(dialog.lines) == set(dialog.typed()) - {"kind", "languages", "medicine", "count_unit"} | {
        "medicines", "clinic", "phone_day", "phone_night", "where", "call_at", "low_at",
    }  # fmt: skip


# Today's numbers, and what is wrong with what was typed


def test_a_count_from_the_calculator_is_there_and_its_part_is_open(make) -> None:
    dialog = make(count="480", count_unit="/uL")
    assert dialog.numbers_fold.is_open
    assert dialog.handout.numbers.count.per_ul == 480
    dialog.lines["count"].setText("90")
    dialog.refresh()
    assert dialog.handout.numbers.count.per_ul == 90


def test_without_a_count_every_part_is_folded(make) -> None:
    dialog = make()
    folds = (dialog.numbers_fold, dialog.clinic_fold, dialog.switches_fold, dialog.shown_fold, dialog.own_fold)
    assert not any(fold.is_open for fold in folds)


@pytest.mark.parametrize(
    ("field", "typed", "fold"),
    [
        ("counted_on", "today", "numbers_fold"),
        ("medicines", "協", "numbers_fold"),
        ("clinic", "x" * 121, "clinic_fold"),
        ("where", "x" * 101, "clinic_fold"),
        ("call_at", "100.4", "clinic_fold"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_in_a_part_that_opens(make, field: str, typed: str, fold: str) -> None:
    dialog = make()
    dialog.lines[field].setText(typed)
    dialog.refresh()
    assert dialog.handout is None
    assert getattr(dialog, fold).is_open
    said = dialog.refusals[field].text.text()
    assert said
    assert dialog.lines[field].accessibleDescription() in said
    assert dialog.lines[field].text() == typed
    assert NOT_RIGHT_YET in dialog.message.text()
    assert dialog.preview.pages == 0
    assert not dialog.print_button.isEnabled()
    assert not dialog.save_button.isEnabled()
    dialog.lines[field].setText("")
    dialog.refresh()
    assert dialog.handout is not None
    assert dialog.refusals[field].isHidden()
    assert dialog.print_button.isEnabled()
    assert dialog.lines[field].accessibleDescription() == ""


def test_a_count_without_its_unit_is_asked_for_it(make) -> None:
    dialog = make()
    dialog.lines["count"].setText("480")
    dialog.refresh()
    assert not dialog.refusals["count_unit"].isHidden()
    dialog.count_unit.setCurrentIndex(dialog.count_unit.findData("/uL"))
    dialog.refresh()
    assert dialog.handout.numbers.count.per_ul == 480


def test_what_is_wrong_in_the_numbers_is_in_sight_on_a_sheet_that_has_none(make) -> None:
    dialog = make()
    dialog.lines["next_test"].setText("next week")
    dialog.choose_sheet(SheetKind.DUFFY_NULL)
    assert dialog.handout is not None or dialog.refusals["next_test"].isVisible()


def test_the_reading_that_is_offered_can_be_taken(make, qtbot) -> None:
    dialog = make()
    dialog.lines["call_at"].setText("100.4")
    dialog.refresh()
    next(b for b in dialog.refusals["call_at"].findChildren(QPushButton) if b.text() == "38.0").click()
    qtbot.waitUntil(lambda: dialog.handout is not None)
    assert dialog.lines["call_at"].text() == "38.0"


def test_the_unit_that_is_offered_can_be_taken(make, qtbot) -> None:
    dialog = make(count="0.48", count_unit="/uL")
    (button,) = dialog.refusals["count_unit"].findChildren(QPushButton)
    button.click()
    qtbot.waitUntil(lambda: dialog.handout is not None)
    assert dialog.handout.numbers.count.per_ul == 480


def test_the_preview_follows_while_typing(make, qtbot) -> None:
    dialog = make()
    dialog.lines["clinic"].setText("North Clinic")
    qtbot.waitUntil(lambda: dialog.handout is not None and dialog.handout.clinic == "North Clinic")


# What the clinic decides


def test_every_switch_of_a_sheet_is_there_with_its_evidence(make, handouts) -> None:
    dialog = make()
    plan = handouts.rules.plan
    for kind in SheetKind:
        dialog.choose_sheet(kind)
        assert tuple(dialog.switches) == plan.switches_of(kind)
        said = texts(dialog.switches_fold)
        for key in dialog.switches:
            assert any(plan.switches[key].evidence in text and plan.switches[key].sources[0] in text for text in said)
        assert dialog.switches_fold.button.isHidden() == (not dialog.switches)


def test_a_switch_puts_its_line_on_the_sheet_and_stays_chosen_on_other_sheets(make) -> None:
    dialog = make()
    floss = dialog.switches["floss"]
    assert isinstance(floss, QComboBox)
    assert floss.currentData() == ""
    floss.setCurrentIndex(floss.findData("floss-stop"))
    dialog.switches["masks"].setChecked(False)
    dialog.refresh()
    assert "floss-stop" in dialog.handout.lines
    assert "mask-crowds" not in dialog.handout.lines
    dialog.choose_sheet(SheetKind.STABLE)
    dialog.choose_sheet(SheetKind.CHEMO)
    assert dialog.switches["floss"].currentData() == "floss-stop"
    assert not dialog.switches["masks"].isChecked()
    assert dialog.settings().switches == {"floss": "floss-stop", "masks": ""}


def test_the_low_limit_is_a_switch_and_its_number_a_field(make) -> None:
    dialog = make()
    dialog.lines["low_at"].setText("35.5")
    dialog.refresh()
    assert dialog.handout.low_at is None
    dialog.switches["low-temperature"].setChecked(True)
    dialog.refresh()
    assert str(dialog.handout.low_at) == "35.5"
    assert "35.5 °C = 95.9 °F" in dialog.temperatures.text()
    dialog.lines["low_at"].setText("20")
    dialog.refresh()
    assert dialog.refusals["low_at"].isVisible()


def test_lines_and_pictures_can_be_left_out(make, handouts) -> None:
    dialog = make()
    assert all(box.isChecked() for box in dialog.shown.values())
    assert dialog.shown["hands-soap"].text() == "Use soap for 20 seconds, or alcohol gel."
    dialog.shown["hands-soap"].setChecked(False)
    dialog.shown["sign-ear"].setChecked(False)
    dialog.refresh()
    assert "hands-soap" not in dialog.handout.lines
    assert "ear" not in dialog.handout.signs
    dialog.choose_sheet(SheetKind.CHILD)
    assert not dialog.shown["hands-soap"].isChecked(), "the same words wherever they stand"
    assert dialog.settings().left_out == ("hands-soap", "sign-ear")
    dialog.shown["hands-soap"].setChecked(True)
    assert dialog.settings().left_out == ("sign-ear",)


def test_a_line_of_a_switch_is_decided_there_alone_and_one_that_always_stands_nowhere(make, handouts) -> None:
    dialog = make()
    plan = handouts.rules.plan
    for kind in SheetKind:
        dialog.choose_sheet(kind)
        lines = {line for _, line in plan.lines_of(kind) if not plan.switch_of(line)} - set(plan.always)
        assert set(dialog.shown) == lines | {f"sign-{sign}" for sign in plan.sheets[kind].signs}


def test_own_lines_belong_to_their_sheet(make) -> None:
    dialog = make()
    dialog.own_lines.setPlainText("Bring your book.\n\nPark at the back.")
    dialog.choose_sheet(SheetKind.CHILD)
    assert dialog.own_lines.toPlainText() == ""
    dialog.own_lines.setPlainText("Bring a toy.")
    dialog.refresh()
    assert dialog.handout.own_lines == ("Bring a toy.",)
    dialog.choose_sheet(SheetKind.CHEMO)
    assert dialog.own_lines.toPlainText() == "Bring your book.\n\nPark at the back."
    assert dialog.handout.own_lines == ("Bring your book.", "Park at the back.")
    assert set(dialog.settings().own_lines) == {"chemo", "child"}


def test_too_many_own_lines_are_refused_beside_them(make) -> None:
    dialog = make()
    dialog.own_lines.setPlainText("A line.\n" * 9)
    dialog.refresh()
    assert dialog.own_fold.is_open
    assert "9 lines" in dialog.refusals["own_lines"].text.text()


# Languages


def test_languages_are_offered_by_their_own_names_and_several_can_be_chosen(make, handouts) -> None:
    dialog = make()
    assert [box.text() for box in dialog.languages.values()] == [each.name for each in handouts.words.languages]
    dialog.languages["es"].setChecked(True)
    dialog.languages["ar"].setChecked(True)
    dialog.refresh()
    assert dialog.handout.languages == ("en", "es", "ar")


def test_without_any_language_one_is_asked_for(make) -> None:
    dialog = make()
    dialog.languages["en"].setChecked(False)
    dialog.refresh()
    assert dialog.handout is None
    assert "language" in dialog.refusals["languages"].text.text()


def test_the_languages_of_the_clinic_are_chosen_at_first_and_a_patients_are_not_kept(make, clinic) -> None:
    kept(clinic, language="es, vi")
    dialog = make()
    assert [code for code, box in dialog.languages.items() if box.isChecked()] == ["es", "vi"]
    dialog.languages["ru"].setChecked(True)
    dialog.done(0)
    assert [settings.language for settings in clinic.saved] in ([], ["es, vi"])


def unchecked(dialog: HandoutDialog) -> dict[str, QCheckBox]:
    QApplication.processEvents()
    boxes = [box for box in dialog.unchecked.findChildren(QCheckBox) if not box.isHidden()]
    return {language: box for box in boxes for language in dialog.languages if dialog.languages[language].text() in
            box.text()}  # fmt: skip


def test_words_that_nobody_has_checked_say_so_until_the_clinic_says_otherwise(make, handouts) -> None:
    unsigned = [each.code for each in handouts.words.languages if each.code != "en" and not each.checked_by]
    if not unsigned:
        pytest.skip("all words are checked")
    code = unsigned[0]
    dialog = make()
    assert dialog.unchecked.isHidden()
    dialog.languages[code].setChecked(True)
    dialog.refresh()
    assert list(unchecked(dialog)) == [code]
    unchecked(dialog)[code].setChecked(True)
    dialog.refresh()
    assert dialog.handout.checked == (code,)
    unchecked(dialog)[code].setChecked(False)
    dialog.refresh()
    assert dialog.handout.checked == ()
    dialog.languages[code].setChecked(False)
    dialog.refresh()
    assert dialog.unchecked.isHidden()


def test_what_the_clinic_has_had_checked_is_shown_after_an_import_too(make, clinic) -> None:
    dialog = make()
    dialog.languages["es"].setChecked(True)
    dialog.refresh()
    clinic.export(ClinicSettings(language="en es", checked=("es",)), FILE)
    assert dialog.import_(FILE)
    assert dialog.handout.checked == ("es",)
    assert unchecked(dialog)["es"].isChecked()


# The administrator's settings


def test_what_an_administrator_has_set_cannot_be_changed_and_says_so(make, clinic) -> None:
    everything = {field.name for field in fields(ClinicSettings)}
    kept(clinic, *everything, clinic="The hospital", call_at="38.5", paper="letter", language="es")
    dialog = make()
    dialog.languages["es"].setChecked(True)
    dialog.refresh()
    widgets = [dialog.lines[key] for key in ("clinic", "phone_day", "phone_night", "where", "call_at", "low_at")]
    widgets += [dialog.paper, dialog.type_size, dialog.logo_button, dialog.no_logo_button, dialog.own_lines]
    widgets += [*dialog.switches.values(), *dialog.shown.values(), *unchecked(dialog).values()]
    for widget in widgets:
        assert not widget.isEnabled()
        assert widget.toolTip() == MANAGED
        assert MANAGED in QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)
    assert dialog.lines["clinic"].text() == "The hospital"
    assert dialog.lines["count"].isEnabled(), "the patient's numbers are not the administrator's"
    assert all(box.isEnabled() for box in dialog.languages.values()), "nor is a patient's language"


def test_what_an_administrator_has_not_set_can_be_changed(make, clinic) -> None:
    kept(clinic, "clinic", clinic="The hospital")
    dialog = make()
    assert not dialog.lines["clinic"].isEnabled()
    assert dialog.lines["phone_day"].isEnabled()
    assert dialog.lines["phone_day"].toolTip() == ""
    assert all(box.isEnabled() for box in dialog.shown.values())


def test_an_import_does_not_change_what_an_administrator_has_set(make, clinic) -> None:
    kept(clinic, "clinic", clinic="The hospital")
    clinic.export(ClinicSettings(clinic="Ours", phone_day="555"), FILE)
    dialog = make()
    assert dialog.import_(FILE)
    assert (dialog.lines["clinic"].text(), dialog.lines["phone_day"].text()) == ("The hospital", "555")


def test_a_wrong_limit_of_the_administrators_is_told_and_not_changed_by_a_click(make, clinic) -> None:
    kept(clinic, "call_at", call_at="100.4")
    dialog = make()
    assert dialog.refusals["call_at"].isVisible()
    assert dialog.handout is None
    for button in dialog.refusals["call_at"].findChildren(QPushButton):
        button.click()
    assert dialog.lines["call_at"].text() == "100.4"


# Keeping


def test_what_belongs_to_the_clinic_is_kept_on_closing_and_the_patients_numbers_are_not(make, clinic) -> None:
    dialog = make(count="480", count_unit="/uL")
    for key, text in {"clinic": "North", "phone_day": "1", "call_at": "38.5", "counted_on": "2026-11-21",
                      "next_test": "2026-11-28", "medicines": "ibuprofen"}.items():  # fmt: skip
        dialog.lines[key].setText(text)
    dialog.type_size.setCurrentIndex(dialog.type_size.findData("large"))
    dialog.switches["masks"].setChecked(False)
    dialog.shown["sign-ear"].setChecked(False)
    dialog.own_lines.setPlainText("Bring your book.")
    dialog.close()
    assert clinic.saved == [
        ClinicSettings(
            clinic="North",
            phone_day="1",
            call_at="38.5",
            paper="a4",
            type_size="large",
            switches={"masks": ""},
            left_out=("sign-ear",),
            own_lines={"chemo": ("Bring your book.",)},
        )
    ]


@pytest.mark.parametrize("way", ["close", "accept", "reject"])
def test_every_way_of_closing_keeps_it(make, clinic, way: str) -> None:
    dialog = make()
    dialog.lines["clinic"].setText("North")
    getattr(dialog, way)()
    assert clinic.kept.settings.clinic == "North"
    again = make()
    assert again.lines["clinic"].text() == "North"
    assert again.handout.clinic == "North"


def test_closing_without_a_change_writes_nothing_the_second_time(make, clinic) -> None:
    make().close()
    clinic.saved.clear()
    make().close()
    assert clinic.saved == []


def test_settings_that_cannot_be_kept_are_told_and_stay(make, clinic) -> None:
    dialog = make()
    dialog.lines["clinic"].setText("North")
    clinic.failing = "There is no room left."
    dialog.keep()
    assert dialog.message.text() == dialog.trouble == "There is no room left."
    assert dialog.lines["clinic"].text() == "North"
    clinic.failing = ""
    dialog.keep()
    assert dialog.trouble == ""
    assert clinic.kept.settings.clinic == "North"


def test_a_damaged_file_of_settings_is_told_and_stays_in_sight(make, clinic, qtbot) -> None:
    kept(clinic, trouble="This file holds no settings of a clinic.")
    dialog = make()
    qtbot.wait(150)
    assert "holds no settings" in dialog.message.text()
    assert dialog.handout is not None


def test_what_no_sheet_has_is_told_by_name_and_stays_in_the_file(make, clinic) -> None:
    kept(clinic, left_out=("sign-ear", "sign-eer"), own_lines={"chemoo": ("Ring us.",)}, checked=("es", "xx"))
    dialog = make()
    assert not dialog.unknown.isHidden()
    assert "left_out: sign-eer; own_lines: chemoo; checked: xx." in dialog.unknown.text()
    dialog.lines["clinic"].setText("North")
    dialog.close()
    settings = clinic.kept.settings
    assert settings.clinic == "North"
    assert (settings.left_out, settings.checked) == (("sign-ear", "sign-eer"), ("es", "xx"))
    assert settings.own_lines == {"chemoo": ("Ring us.",)}


def test_a_file_of_ten_thousand_such_names_leaves_room_for_the_sheet(make, clinic) -> None:
    kept(clinic, left_out=(*(f"line-{number}" for number in range(10_000)), "x" * 10_000))
    dialog = make()
    assert "line-0, line-1," in dialog.unknown.text()
    assert len(dialog.unknown.text()) < 400


def test_of_settings_that_every_sheet_knows_nothing_is_said(make, clinic) -> None:
    kept(clinic, left_out=("sign-ear",), own_lines={"chemo": ("Ring us.",)}, checked=("es",))
    assert make().unknown.isHidden()


def test_an_imported_file_that_names_what_no_sheet_has_is_told_too(make, clinic) -> None:
    dialog = make()
    clinic.files[FILE] = to_file(ClinicSettings(left_out=("sign-eer",)))
    assert dialog.import_(FILE)
    assert "left_out: sign-eer." in dialog.unknown.text()
    clinic.files[FILE] = to_file(ClinicSettings())
    assert dialog.import_(FILE)
    assert dialog.unknown.isHidden()


# Files for other computers


def test_settings_are_exported_and_imported(make, clinic) -> None:
    dialog = make()
    dialog.lines["clinic"].setText("North")
    dialog.own_lines.setPlainText("Bring your book.")
    dialog.shown["sign-ear"].setChecked(False)
    assert dialog.export(FILE)
    assert "clinic.json" in dialog.message.text()
    other = make()
    other.lines["clinic"].setText("South")
    assert other.import_(FILE)
    assert other.lines["clinic"].text() == "North"
    assert other.own_lines.toPlainText() == "Bring your book."
    assert not other.shown["sign-ear"].isChecked()
    assert "clinic.json" in other.message.text()
    assert other.settings() == dialog.settings()


def test_an_import_can_be_used_after_another_sheet_was_chosen(make, clinic) -> None:
    clinic.export(ClinicSettings(own_lines={"child": ("Bring a toy.",)}, switches={"masks": ""}), FILE)
    dialog = make()
    dialog.own_lines.setPlainText("Old line of ours.")
    dialog.choose_sheet(SheetKind.CHILD)
    assert dialog.import_(FILE)
    assert dialog.own_lines.toPlainText() == "Bring a toy."
    assert dialog.settings().own_lines == {"child": ("Bring a toy.",)}


@pytest.mark.parametrize("data", [b"{", b'{"format": "neutrogui-clinic-1", "patient": "x"}', b""])
def test_a_file_that_holds_no_settings_changes_nothing(make, clinic, data: bytes) -> None:
    clinic.files[FILE] = data
    dialog = make()
    dialog.lines["clinic"].setText("North")
    before = dialog.settings()
    assert not dialog.import_(FILE)
    assert dialog.settings() == before
    assert dialog.message.text().endswith(".")


def test_an_export_that_fails_is_told(make, clinic) -> None:
    dialog = make()
    clinic.failing = "You may not write there."
    assert not dialog.export(FILE)
    assert dialog.message.text() == "You may not write there."


def test_files_are_asked_for_and_nothing_happens_without_one(make, clinic, monkeypatch, tmp_path) -> None:
    dialog = make()
    dialog.lines["clinic"].setText("North")
    answers = {"getSaveFileName": "", "getOpenFileName": ""}
    for name in answers:
        monkeypatch.setattr(QFileDialog, name, lambda *_, name=name: (answers[name], ""))
    for button in (dialog.export_button, dialog.import_button, dialog.logo_button):
        button.click()
    assert clinic.files == {}
    answers["getSaveFileName"] = str(tmp_path / "ours")
    dialog.export_button.click()
    assert list(clinic.files) == [tmp_path / "ours.json"]
    dialog.lines["clinic"].setText("South")
    answers["getOpenFileName"] = str(tmp_path / "ours.json")
    dialog.import_button.click()
    assert dialog.lines["clinic"].text() == "North"


# The logo


def test_a_logo_is_taken_kept_and_removed(make, clinic) -> None:
    clinic.files[Path("logo.png")], clinic.files[Path("logo.svg")] = png(), svg()
    dialog = make()
    assert "no logo" in dialog.logo_name.text()
    for name, form in (("logo.png", "png"), ("logo.svg", "svg")):
        dialog.take_logo(Path(name))
        assert dialog.handout.logo.form == form
        assert "There is a logo" in dialog.logo_name.text()
    dialog.keep()
    assert make().handout.logo.data == svg()
    dialog.no_logo_button.click()
    assert dialog.handout.logo is None
    assert "no logo" in dialog.logo_name.text()
    assert dialog.settings().logo == b""


@pytest.mark.parametrize("data", [b"no picture", png()[:-3], svg("<g>"), b"x" * 300_001])
def test_a_file_that_is_no_picture_is_refused_beside_the_button_and_the_old_logo_stays(make, clinic, data) -> None:
    kept(clinic, logo=png())
    clinic.files[Path("logo.png")] = data
    dialog = make()
    dialog.take_logo(Path("logo.png"))
    assert dialog.refusals["logo"].text.text()
    assert not dialog.refusals["logo"].isHidden()
    assert dialog.settings().logo == png()
    assert dialog.handout is not None


def test_a_picture_that_cannot_be_read_is_told(make) -> None:
    dialog = make()
    dialog.take_logo(Path("nowhere.png"))
    assert "nowhere.png" in dialog.refusals["logo"].text.text()
    assert dialog.handout is not None


# Saving and printing


def test_saving_writes_the_sheet_and_says_so(make, printing) -> None:
    dialog = make()
    assert dialog.save(Path("sheet.pdf"))
    assert printing.saved == {Path("sheet.pdf"): b"%PDF-"}
    assert "sheet.pdf" in dialog.message.text()


def test_when_saving_fails_the_reason_is_said_and_what_was_typed_stays(make, printing, monkeypatch) -> None:
    dialog = make()
    dialog.lines["clinic"].setText("North Clinic")

    def refuse(data: bytes, path: Path) -> None:
        raise PrintingFailed("The disk is full.")

    monkeypatch.setattr(printing, "save", refuse)
    assert not dialog.save(Path("sheet.pdf"))
    assert dialog.message.text() == "The disk is full."
    assert dialog.lines["clinic"].text() == "North Clinic"


def test_when_no_page_can_be_made_nothing_can_be_printed(make, printing) -> None:
    printing.failing = "The page could not be laid out."
    dialog = make()
    assert dialog.handout is None
    assert dialog.message.text() == "The page could not be laid out."
    assert not dialog.print_button.isEnabled()


@pytest.mark.parametrize(
    ("pages", "languages", "size", "told"),
    [(2, "en", "normal", False), (3, "en", "normal", True), (4, "en", "large", False), (4, "en es", "normal", False),
     (5, "en es", "normal", True), (4, "es", "normal", False)],
)  # fmt: skip
def test_a_sheet_that_takes_more_than_one_paper_says_so(
    make, clinic, printing, monkeypatch, pages: int, languages: str, size: str, told: bool
) -> None:
    monkeypatch.setattr(printing, "pages", lambda *_: (b"no picture",) * pages)
    kept(clinic, language=languages, type_size=size)
    assert ("pages instead of" in make().message.text()) == told


# For a screen reader


def test_every_control_is_named_for_a_screen_reader(make, clinic) -> None:
    dialog = make()
    dialog.languages["es"].setChecked(True)
    for kind in SheetKind:
        dialog.choose_sheet(kind)
        dialog.refresh()
        kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
        for widget in (each for control in kinds for each in dialog.findChildren(control)):
            assert len(name_of(widget)) > 1, widget
    roles = {QAccessible.queryAccessibleInterface(button).role() for button in dialog.findChildren(QRadioButton)}
    assert roles == {QAccessible.Role.RadioButton}


def test_settings_of_any_origin_can_be_shown(make, clinic) -> None:
    # As from an older or a newer program, or from a file made by hand.
    odd = ClinicSettings(
        paper="a3", type_size="huge", language="tlh", switches={"floss": "floss-stop", "music": "loud"},
        left_out=("no-such-line",), own_lines={"no-such-sheet": ("A line.",)}, checked=("tlh",),
    )  # fmt: skip
    clinic.kept = Kept(odd)
    dialog = make()
    assert replace(dialog.settings(), paper="a3", type_size="huge") == odd, "what is not known here is not lost"
