"""What an administrator sets is read from the registry and from a file, and the registry comes first."""

import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QSettings

from neutrogui import places, policy
from neutrogui.domain.clinic import KEYS, from_values
from neutrogui.domain.number import Refusal
from neutrogui.policy import Policy, clinic_policy, view_policy
from neutrogui.ui.language import LANGUAGES, SYSTEM
from neutrogui.ui.settings import APPEARANCE, LANGUAGE, ZOOM, Settings
from neutrogui.ui.style import ZOOM_STEPS

WINDOWS = Path(__file__).resolve().parents[1] / "packaging" / "windows"
SZ, EXPAND_SZ, BINARY, DWORD, MULTI_SZ = 1, 2, 3, 4, 7


def registry(keys: Mapping[str, list[tuple[str, Any, int]]]) -> SimpleNamespace:
    """A `winreg` that holds these keys below HKEY_LOCAL_MACHINE, their names in any case."""

    @contextmanager
    def open_key(hive: object, path: str):
        assert hive == "HKLM"
        found = {name.lower(): values for name, values in keys.items()}.get(path.lower())
        if found is None:
            raise FileNotFoundError(path)
        yield found

    return SimpleNamespace(
        HKEY_LOCAL_MACHINE="HKLM",
        REG_SZ=SZ,
        REG_EXPAND_SZ=EXPAND_SZ,
        REG_DWORD=DWORD,
        REG_MULTI_SZ=MULTI_SZ,
        OpenKey=open_key,
        QueryInfoKey=lambda key: (0, len(key), 0),
        EnumValue=lambda key, position: key[position],
    )


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Two folders of the administrator, and a computer without a registry."""
    folders = (tmp_path / "first", tmp_path / "second")
    monkeypatch.setattr(places, "shared_folders", lambda: folders)
    monkeypatch.setitem(sys.modules, "winreg", None)
    for folder in folders:
        folder.mkdir()
    return folders


@pytest.fixture
def set_registry(shared: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch):
    def put(**subkeys: list[tuple[str, Any, int]]) -> None:
        keys = {rf"SOFTWARE\Policies\NeutroGUI\{name}": values for name, values in subkeys.items()}
        monkeypatch.setitem(sys.modules, "winreg", registry(keys))

    return put


def test_where_nobody_has_set_anything_nothing_is_set(shared: tuple[Path, Path]) -> None:
    assert view_policy() == Policy({})
    assert clinic_policy() == Policy({})


def test_the_file_gives_the_names_and_values_of_its_section(shared: tuple[Path, Path]) -> None:
    (shared[1] / "policy.ini").write_text("[view]\nZoom = 125\nappearance=dark\n[other]\nzoom=150\n", encoding="utf-8")
    assert view_policy() == Policy({ZOOM: "125", APPEARANCE: "dark"})


def test_of_two_files_the_first_folders_counts(shared: tuple[Path, Path]) -> None:
    for folder, zoom in zip(shared, ("125", "150"), strict=True):
        (folder / "policy.ini").write_text(f"[view]\nzoom={zoom}\nappearance=%(x)s\n", encoding="utf-8-sig")
    assert view_policy().values == {ZOOM: "125", APPEARANCE: "%(x)s"}


@pytest.mark.parametrize("content", [b"zoom=125\n", b"[view]\nzoom\n", b"[view]\nzoom=1\nzoom=2\n", b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_is_told_and_sets_nothing(shared: tuple[Path, Path], content: bytes) -> None:
    file = shared[0] / "policy.ini"
    file.write_bytes(content)
    assert view_policy() == Policy({}, f"The administrator’s settings in “{file}” can’t be read.")


def test_a_file_that_is_too_long_is_told(shared: tuple[Path, Path]) -> None:
    file = shared[0] / "policy.ini"
    head = b"[view]\nzoom=125\n"
    file.write_bytes(head + b"#" * (policy.MOST_BYTES - len(head)))
    assert view_policy() == Policy({ZOOM: "125"})
    file.write_bytes(head + b"#" * (policy.MOST_BYTES - len(head) + 1))
    assert view_policy().values == {}
    assert "can’t be read" in view_policy().trouble


def test_a_folder_that_may_not_be_looked_into_is_told(
    shared: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "exists", refuse)
    assert "can’t be read" in view_policy().trouble


def test_a_file_in_the_folders_place_is_passed_over(shared: tuple[Path, Path]) -> None:
    shared[0].rmdir()
    shared[0].touch()
    (shared[1] / "policy.ini").write_text("[view]\nzoom=125\n", encoding="utf-8")
    assert view_policy() == Policy({ZOOM: "125"})


def test_a_folder_in_the_files_place_is_told(shared: tuple[Path, Path]) -> None:
    (shared[0] / "policy.ini").mkdir()
    assert "can’t be read" in view_policy().trouble


def test_the_registry_comes_before_the_file_value_by_value(shared: tuple[Path, Path], set_registry) -> None:
    (shared[0] / "policy.ini").write_text("[view]\nzoom=125\nappearance=dark\n", encoding="utf-8")
    set_registry(View=[("Zoom", 150, DWORD)])
    assert view_policy() == Policy({ZOOM: "150", APPEARANCE: "dark"})


def test_texts_numbers_and_lists_are_read_and_another_kind_is_none(set_registry) -> None:
    set_registry(
        Clinic=[
            ("Clinic", "Ward 7", SZ),
            ("where", "%SystemRoot%", EXPAND_SZ),
            ("call_at", 38, DWORD),
            ("checked", ["es", "fr"], MULTI_SZ),
            ("left_out", None, MULTI_SZ),
            ("logo", b"\x89PNG", BINARY),
        ]
    )
    expected = {
        "clinic": "Ward 7",
        "where": "%SystemRoot%",
        "call_at": "38",
        "checked": ["es", "fr"],
        "left_out": [],
        "logo": None,
    }
    assert clinic_policy() == Policy(expected)
    refused = from_values({"logo": None})
    assert isinstance(refused, Refusal)
    assert refused.message == "“logo” has to be a text"


@pytest.mark.parametrize(("value", "kind"), [(["125"], MULTI_SZ), (b"125", BINARY)])
def test_what_is_no_text_is_no_setting_of_the_window_and_is_told(
    tmp_path: Path, set_registry, value: object, kind: int
) -> None:
    set_registry(View=[("zoom", value, kind)])
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat), view_policy().values)
    assert not settings.is_managed(ZOOM)
    assert settings.policy_trouble == "Settings of the administrator that cannot be used: view/zoom."


def test_a_registry_that_refuses_is_told(set_registry, monkeypatch: pytest.MonkeyPatch) -> None:
    set_registry(Clinic=[("clinic", "Ward 7", SZ)], View=[("zoom", 125, DWORD)])

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(sys.modules["winreg"], "EnumValue", refuse)
    place = r"HKLM\Software\Policies\NeutroGUI"
    assert clinic_policy() == Policy({}, rf"The administrator’s settings in “{place}\clinic” can’t be read.")
    assert view_policy() == Policy({}, rf"The administrator’s settings in “{place}\view” can’t be read.")


# The templates of Group Policy


POLICIES = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"


def template(name: str) -> ET.Element:
    return ET.parse(WINDOWS / name).getroot()


def offered() -> dict[tuple[str, str], ET.Element]:
    """The elements of the template by subkey and value's name."""
    return {
        (rule.attrib["key"].rsplit("\\", 1)[1].lower(), element.attrib["valueName"].lower()): element
        for rule in template("neutrogui.admx").iter(f"{POLICIES}policy")
        for element in rule.find(f"{POLICIES}elements") or ()
    }


def test_the_templates_write_where_the_program_reads() -> None:
    for rule in template("neutrogui.admx").iter(f"{POLICIES}policy"):
        assert rule.attrib["class"] == "Machine"
        assert re.fullmatch(re.escape(policy.REGISTRY_KEY) + r"\\(View|Clinic)", rule.attrib["key"])


def test_the_templates_offer_the_windows_settings_with_values_that_it_takes(tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    view = {f"{subkey}/{name}": element for (subkey, name), element in offered().items() if subkey == policy.VIEW}
    assert set(view) == {APPEARANCE, LANGUAGE, ZOOM}
    languages = [value[0].text for value in view[LANGUAGE].iter(f"{POLICIES}value")]
    assert languages == [SYSTEM, *LANGUAGES]
    for key, element in view.items():
        for value in element.iter(f"{POLICIES}value"):
            text = value[0].attrib["value"] if value[0].tag.endswith("decimal") else value[0].text or ""
            assert Settings(store, {key: text}).is_managed(key), text


def test_the_templates_offer_every_setting_of_the_clinic_that_fits_into_the_registry() -> None:
    clinic = {name: element for (subkey, name), element in offered().items() if subkey == policy.CLINIC}
    assert set(clinic) == set(KEYS) - {"logo", "switches", "own_lines"}
    for name, element in clinic.items():
        value = ["x"] if element.tag == f"{POLICIES}multiText" else "x"
        assert not isinstance(from_values({name: value}), Refusal), name


def test_every_text_that_the_template_names_is_there() -> None:
    used = re.findall(r"\$\((string|presentation)\.(\w+)\)", (WINDOWS / "neutrogui.admx").read_text(encoding="utf-8"))
    words = template("en-US/neutrogui.adml")
    there = {
        (kind, element.attrib["id"])
        for kind in ("string", "presentation")
        for element in words.iter()
        if element.tag == f"{POLICIES}{kind}"
    }
    assert set(used) == there
    shown = {element.attrib["refId"] for element in words.iter() if "refId" in element.attrib}
    assert shown == {element.attrib["id"] for element in offered().values()}


def test_the_administrators_guide_names_every_setting_and_its_values() -> None:
    guide = (WINDOWS.parents[1] / "docs" / "deploying.md").read_text(encoding="utf-8")
    for (_, name), element in offered().items():
        assert f"`{name}`" in guide, name
        for value in element.iter(f"{POLICIES}value"):
            text = value[0].attrib.get("value") or value[0].text
            assert f"`{text}`" in guide, (name, text)


def test_the_templates_offer_every_size_of_the_text() -> None:
    decimals = offered()["view", "zoom"].iter(f"{POLICIES}decimal")
    assert tuple(int(each.attrib["value"]) for each in decimals) == ZOOM_STEPS
