"""The file with the clinic's settings: what was written is read again, and what can't be meant is refused."""

import json
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.domain.clinic import FORMAT, KEYS, MOST_BYTES, ClinicSettings, from_file, to_file
from neutrogui.domain.number import Refusal

TEXTS = ("clinic", "phone_day", "phone_night", "where", "call_at", "low_at", "paper", "type_size", "language")
LINES = st.lists(st.text(max_size=20), max_size=4).map(tuple)
SETTINGS = st.builds(
    ClinicSettings,
    **dict.fromkeys(TEXTS, st.text(max_size=30)),
    logo=st.binary(max_size=60),
    switches=st.dictionaries(st.text(max_size=10), st.text(max_size=10), max_size=4),
    left_out=LINES,
    own_lines=st.dictionaries(st.text(max_size=10), LINES, max_size=3),
    checked=LINES,
)


def refused(data: bytes) -> str:
    """What is wrong with a file, in a sentence."""
    read = from_file(data)
    assert isinstance(read, Refusal), read
    assert read.code == "bad-settings"
    assert read.message.startswith("This file holds no settings of a clinic: ")
    assert read.message.endswith(".")
    return read.message


def file_of(**values: Any) -> bytes:
    return json.dumps({"format": FORMAT, **values}).encode()


@given(SETTINGS)
def test_what_was_written_is_read_again(settings: ClinicSettings):
    assert from_file(to_file(settings)) == (settings, frozenset(KEYS))


@given(SETTINGS, st.sets(st.sampled_from(KEYS)).map(frozenset))
def test_a_file_may_set_some_of_them_only(settings: ClinicSettings, keys: frozenset[str]):
    assert from_file(to_file(settings, keys)) == (settings.over(ClinicSettings(), keys), keys)


@given(SETTINGS, SETTINGS, st.sets(st.sampled_from(KEYS)).map(frozenset))
def test_settings_over_others_take_the_named_ones_alone(one: ClinicSettings, other: ClinicSettings, keys):
    both = one.over(other, keys)
    for key in KEYS:
        assert getattr(both, key) == getattr(one if key in keys else other, key)


def test_the_keys_are_the_settings_and_none_is_about_a_patient():
    assert [field.name for field in fields(ClinicSettings)] == list(KEYS)
    assert set(KEYS) == {*TEXTS, "logo", "switches", "left_out", "own_lines", "checked"}


def test_the_file_is_one_that_people_can_read_and_change():
    settings = ClinicSettings(clinic="Клиника “Łódź”", own_lines={"blank": ("Bring tea.",)}, left_out=("sign-ear",))
    text = to_file(settings).decode("utf-8")
    assert text.startswith('{\n  "format": "neutrogui-clinic-1",\n  "clinic": "Клиника “Łódź”",\n')
    assert text.endswith("}\n")
    assert json.loads(text)["own_lines"] == {"blank": ["Bring tea."]}
    assert from_file(b"\xef\xbb\xbf" + text.encode()) == (settings, frozenset(KEYS)), "as an editor may save it"


def test_a_text_of_half_a_character_does_not_stop_the_file_from_being_written():
    settings = ClinicSettings(clinic="a\ud800b")
    assert from_file(to_file(settings)) == (settings, frozenset(KEYS))


@pytest.mark.parametrize(
    "data",
    [b"", b"clinic = 1", b"{", b'{"format": "neutrogui-clinic-1"', b"\xff\xfe{\x00}\x00", b"\x00" * 100, b"\x89PNG",
     b"[" * 100_000, b'{"a":' * 100_000, to_file(ClinicSettings(clinic="x"))[:-4]],
)  # fmt: skip
def test_a_file_that_is_no_json_is_refused(data: bytes):
    assert "JSON" in refused(data)


@pytest.mark.parametrize(
    "whole",
    [[], "x", 1, None, {}, {"clinic": "x"}, {"format": "neutrogui-clinic-2"}, {"format": 1}, {"format": [FORMAT]}],
)
def test_json_that_does_not_say_what_it_is_is_refused(whole: Any):
    assert FORMAT in refused(json.dumps(whole).encode())


@pytest.mark.parametrize("key", ["name", "patient", "Clinic", "phone", "", "__class__", "call-at"])
def test_a_name_that_is_not_known_is_refused_and_named(key: str):
    assert f"“{key}”" in refused(file_of(**{key: "x"}))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('"clinic": "North", "clinic": "South"', "clinic"),
        ('"switches": {"low-temperature": "", "low-temperature": "call-low"}', "low-temperature"),
    ],
)
def test_of_two_values_of_one_name_none_is_taken_without_a_word(text: str, key: str):
    read = from_file(f'{{"format": "{FORMAT}", {text}}}'.encode())
    assert isinstance(read, Refusal)
    assert f"“{key}” is there twice" in read.message


@pytest.mark.parametrize("key", TEXTS)
@pytest.mark.parametrize("value", [1, 38.0, None, True, ["x"], {"x": "y"}])
def test_a_text_has_to_be_one(key: str, value: Any):
    assert f"“{key}” has to be a text" in refused(file_of(**{key: value}))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("logo", 1),
        ("logo", ["AAAA"]),
        ("logo", "no base64 at all!"),
        ("logo", "AAA"),
        ("logo", "AAAA\n"),
        ("logo", "Ä"),
        ("switches", []),
        ("switches", {"floss": True}),
        ("switches", "floss"),
        ("left_out", "hands-soap"),
        ("left_out", {"a": "b"}),
        ("left_out", [1]),
        ("checked", ["es", None]),
        ("own_lines", ["Bring tea."]),
        ("own_lines", {"chemo": "Bring tea."}),
        ("own_lines", {"chemo": [1]}),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_and_named(key: str, value: Any):
    assert f"“{key}” has to be" in refused(file_of(**{key: value}))


def test_a_file_may_have_so_many_bytes_and_not_one_more():
    data = to_file(ClinicSettings(clinic="x"))
    assert from_file(data + b" " * (MOST_BYTES - len(data))) == (ClinicSettings(clinic="x"), frozenset(KEYS))
    assert "1,000 kB" in refused(data + b" " * (MOST_BYTES - len(data) + 1))


def test_the_largest_logo_fits_the_file():
    settings = replace(ClinicSettings(), logo=bytes(range(256)) * 1171 + bytes(224))
    assert len(settings.logo) == 300_000
    assert from_file(to_file(settings)) == (settings, frozenset(KEYS))


@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode) | st.dictionaries(
    st.sampled_from((*KEYS, "format")), st.none() | st.integers() | st.text(max_size=5) | st.lists(st.text(max_size=5))
).map(lambda whole: json.dumps({"format": FORMAT, **whole}).encode()))  # fmt: skip
def test_no_file_whatever_makes_it_fail(data: bytes):
    assert isinstance(from_file(data), tuple | Refusal)


@given(SETTINGS, SETTINGS)
def test_changes_put_onto_what_they_were_made_from_give_what_was_changed(mine: ClinicSettings, before: ClinicSettings):
    assert mine.onto(before, before) == mine


@given(SETTINGS, SETTINGS)
def test_who_changed_nothing_leaves_what_another_has_kept(now: ClinicSettings, before: ClinicSettings):
    assert before.onto(now, before) == now


BEFORE = ClinicSettings(
    "North", "1", switches={"floss": "stop", "masks": ""}, left_out=("a", "b"), own_lines={"chemo": ("x",)}
)


def test_two_people_who_change_different_things_change_both():
    now = replace(BEFORE, phone_day="2", switches={"floss": "go", "masks": ""}, left_out=("b", "c"), own_lines={})
    mine = replace(BEFORE, clinic="South", switches={"floss": "stop", "masks": "all", "pets": "no"}, left_out=("a",))
    both = mine.onto(now, BEFORE)
    assert (both.clinic, both.phone_day) == ("South", "2")
    assert both.switches == {"floss": "go", "masks": "all", "pets": "no"}
    # The one took out “a” and put in “c”, the other took out “b”.
    assert both.left_out == ("c",)
    assert both.own_lines == {}


def test_who_changes_the_same_thing_later_has_it():
    now = replace(BEFORE, clinic="West", switches={"floss": "go"}, own_lines={"chemo": ("y",)}, left_out=("a", "c"))
    mine = replace(
        BEFORE, clinic="South", switches={"masks": ""}, own_lines={"chemo": ("z",)}, left_out=("c", "a", "b")
    )
    both = mine.onto(now, BEFORE)
    assert both.clinic == "South"
    assert both.switches == {}
    assert both.own_lines == {"chemo": ("z",)}
    assert both.left_out == ("a", "c")
