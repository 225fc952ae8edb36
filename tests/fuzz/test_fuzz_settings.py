"""Settings files of any bytes: those of a clinic are taken whole as they are written, or refused in a sentence.

What the window remembers is taken value by value: what is damaged counts as absent.
"""

import atexit
import base64
import io
import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path

from fuzzing import at_once, examples, spoilt
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QSettings

from neutrogui import installation
from neutrogui.domain.clinic import FORMAT, KEYS, ClinicSettings, from_file, to_file
from neutrogui.domain.handout import Handout, read_handout
from neutrogui.domain.number import Refusal
from neutrogui.domain.problem import Problems
from neutrogui.domain.sheet_plan import SheetKind
from neutrogui.handout.clinic_file import ClinicFiles
from neutrogui.policy import VIEW, _section
from neutrogui.ui.settings import Settings
from neutrogui.ui.style import ZOOM_STEPS, Appearance

RULES = installation.handout_rules()
TEXTS = [
    '""',
    '"38.0"',
    '"38,5"',
    '"100.4"',
    '"a4"',
    '"letter"',
    '"large"',
    '"en"',
    '"en ar"',
    '"1.234"',
    '"é 中"',
    '"\\ud800"',
]
ANY = [
    *TEXTS, "null", "true", "0", "38.5", "1e999", "NaN", "-Infinity", "9" * 5000, "[" * 3000,
    "[" * 50 + "]" * 50, "{}", "[]",
    '["a"]', '["a", 1]', '{"a": "b"}', '{"a": "b", "a": "c"}', '{"a": ["b"]}', '{"a": {}}', '"AAAA"', '"===="',
    '"\\u0000"',
    '"\udcff"', '"' + "x" * 300 + '"',
]  # fmt: skip
LIKELY = {
    "logo": ['""', '"AAAA"', '"iVBORw0KGgo="', '"AAA"', '"A A A A="'],
    "switches": ["{}", *(f'{{"{key}": "{key}-x"}}' for key in RULES.plan.switches), '{"a": 1}'],
    "left_out": ["[]", '["sign-cough"]', '["soil-gloves", "sign-line"]', "[null]"],
    "checked": ["[]", '["ar"]', '["zh", "xx"]', '"ar"'],
    "own_lines": ["{}", *(f'{{"{kind}": ["Ring twice."]}}' for kind in SheetKind), '{"chemo": "x"}', '{"x": [1]}'],
}
NAMES = [*KEYS, *KEYS, "x", "", "format"]


def file_of(drawn: bytes) -> bytes:
    """A settings file, mostly a sound one, perhaps with some bytes changed."""
    form, *pairs = drawn
    said = [] if form % 16 == 1 else [f'"format": "{FORMAT}"']
    for name, value in zip(pairs[::2], pairs[1::2], strict=False):
        key = NAMES[name % len(NAMES)]
        values = ANY if value > 230 else LIKELY.get(key, TEXTS)
        said.append(f'"{key}": {values[value % len(values)]}')
    whole = f"{{{', '.join(said)}}}".encode("utf-8", "surrogateescape")
    return spoilt(whole, drawn[-6:]) if form % 4 == 0 else whole


FILES = (st.binary(min_size=1, max_size=15) | st.binary(min_size=5, max_size=30)).map(file_of)


@dataclass
class File:
    """A file as it is opened, without a disk."""

    data: bytes

    def exists(self) -> bool:
        return True

    def open(self, mode: str) -> io.BytesIO:
        return io.BytesIO(self.data)


@examples(120)
@given(FILES | st.binary(max_size=100))
def test_a_settings_file_is_taken_as_it_is_written_or_refused(data: bytes) -> None:
    with at_once():
        read = from_file(data)
    kept = ClinicFiles(File(data)).load()
    if isinstance(read, Refusal):
        assert read.message.endswith(".")
        assert kept.settings == ClinicSettings()
        assert kept.trouble.startswith(read.message)
        return
    settings, keys = read
    assert (kept.settings, kept.trouble) == (settings, "")
    written = json.loads(data.decode("utf-8-sig"))
    assert written.pop("format") == FORMAT
    assert keys == written.keys()
    for key, value in written.items():
        read_as = getattr(settings, key)
        match key:
            case "logo":
                assert read_as == base64.b64decode(value)
            case "left_out" | "checked":
                assert list(read_as) == value
            case "own_lines":
                assert {kind: list(lines) for kind, lines in read_as.items()} == value
            case _:
                assert read_as == value
    for key in set(KEYS) - keys:
        assert getattr(settings, key) == getattr(ClinicSettings(), key)
    assert from_file(to_file(settings, keys)) == read


@examples(72)
@given(FILES, st.sampled_from(list(SheetKind)), st.dictionaries(
    st.sampled_from(["count", "count_unit", "counted_on", "next_test", "low_from", "low_to", "medicine", "languages"]),
    st.text(max_size=20) | st.sampled_from(["480", "0,48", "10^9/L", "/uL", "2026-11-21", "", "en ar zh"]), max_size=5,
))  # fmt: skip
def test_any_settings_and_any_texts_make_a_handout_or_problems(
    data: bytes, kind: SheetKind, typed: dict[str, str]
) -> None:
    read = from_file(data)
    settings = ClinicSettings() if isinstance(read, Refusal) else read[0]
    with at_once():
        handout = read_handout({**typed, "kind": kind}, settings, RULES)
    if isinstance(handout, Problems):
        assert all(problem.message for problem in handout)
    else:
        assert isinstance(handout, Handout)
        # A limit to call at is the one that was typed, never one that was made of it.
        assert str(handout.call_at) in (settings.call_at.strip().replace(",", "."), "38.0") or float(
            settings.call_at.replace(",", ".")
        ) == float(handout.call_at)


WINDOW_KEYS = [
    "[view]", "[view]", "[window]", "[reading]", "[calculator]", "[General]", "appearance", "appearance", "zoom",
    "zoom", "geometry", "panes", "favourites", "schemes", "view/zoom", "x", "",
]  # fmt: skip
WINDOW_VALUES = [
    "light", "dark", "system", "Dark", "100", "125", "200", "101", "-100", "0", "9" * 5000, "1e2", "١٢٥", "a b c",
    "a,b", '"a b"', '"a', "", "é", "a;b", r"\x1", "\\", r"\\", "%U0041", "@@x", "@Invalid()", "@ByteArray(abc)",
    "@ByteArray(", "@String(x)", "@Rect(1 2 3 4)", "@Size(1 2)", "@Point(1)", r"@DateTime(\0\0\0\x10)",
    r"@Variant(\0\0\0\x9\0\xff\xff\xff\xff)", r"@Variant(\0\0\0\b\0\0\0\0\x2)", r"@Variant(\0\0\0)",
    r"@ByteArray(\x1\xd9\xd0\xcb\0\x3\0\0)",
]  # fmt: skip


def window_file_of(drawn: bytes) -> bytes:
    """A file as QSettings writes it, with some of what may be wrong with it."""
    form, *pairs = drawn
    lines = []
    for name, value in zip(pairs[::2], pairs[1::2], strict=False):
        key = WINDOW_KEYS[name % len(WINDOW_KEYS)]
        lines.append(key if key.startswith("[") else f"{key}={WINDOW_VALUES[value % len(WINDOW_VALUES)]}")
    whole = ("\r\n" if form & 2 else "\n").join(lines).encode()
    return spoilt(whole, drawn[-6:]) if form % 4 == 0 else whole


WINDOW_FILES = (st.binary(min_size=5, max_size=30).map(window_file_of)) | st.binary(max_size=100)


@examples(90)
@given(WINDOW_FILES)
def test_what_the_window_remembers_is_sound_or_absent_whatever_the_file_holds(data: bytes) -> None:
    with at_once():
        settings = remembered(data)
        assert settings.zoom in ZOOM_STEPS
        assert settings.appearance in Appearance
        assert isinstance(settings.geometry, QByteArray)
        assert isinstance(settings.panes, QByteArray)
        for kept in (settings.favourites, settings.pinned_schemes):
            assert all(isinstance(each, str) and each and " " not in each for each in kept)
        assert not settings.trouble or settings.trouble.endswith(".")


@examples(60)
@given(WINDOW_FILES)
def test_a_policy_sets_what_the_window_offers_or_nothing(data: bytes) -> None:
    with at_once():
        try:
            values = _section(data, VIEW)
        except ValueError:
            return
        settings = Settings(QSettings(), {f"{VIEW}/{name}": value for name, value in values.items()})
    offered = {"zoom": [str(step) for step in ZOOM_STEPS], "appearance": [str(each) for each in Appearance]}
    for name, read in (("zoom", str(settings.zoom)), ("appearance", str(settings.appearance))):
        is_set = values.get(name) in offered[name]
        assert settings.is_managed(f"{VIEW}/{name}") is is_set
        if is_set:
            assert read == values[name]


@cache
def folder() -> Path:
    made = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, made)
    return made


WRITTEN = count(1)


def remembered(data: bytes) -> Settings:
    """The settings in a file of these bytes."""
    path = folder() / "settings.ini"
    path.write_bytes(data)
    # Qt looks into a file again only when its date has changed.
    os.utime(path, (next(WRITTEN),) * 2)
    return Settings(QSettings(str(path), QSettings.Format.IniFormat))
