"""A settings file of any bytes: taken whole as it is written, or refused in a sentence; the same with a logo."""

import base64
import json
import struct
import zlib

from fuzzing import at_once, examples
from hypothesis import given
from hypothesis import strategies as st
from pictures import END, SIGNATURE, chunk, svg

from neutrogui import installation
from neutrogui.domain.clinic import FORMAT, KEYS, ClinicSettings, from_file, to_file
from neutrogui.domain.handout import Handout, read_handout
from neutrogui.domain.logo import Logo, read_logo
from neutrogui.domain.number import Refusal
from neutrogui.domain.problem import Problems
from neutrogui.domain.sheet_plan import SheetKind

RULES = installation.handout_rules()
TEXTS = st.text(max_size=20) | st.sampled_from(
    ["38.0", "38,5", "100.4", "a4", "letter", "large", "en", "en ar", "\ud800", "1.234"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS | st.sampled_from(["", "AAAA", "iVBORw0KGgo="]),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(TEXTS | st.sampled_from(list(SheetKind)), inner, max_size=4)
    ),
    max_leaves=12,
)
LIKELY = {
    "logo": st.binary(max_size=40).map(lambda data: base64.b64encode(data).decode()),
    "switches": st.dictionaries(st.sampled_from(list(RULES.plan.switches)) | TEXTS, TEXTS, max_size=4),
    "left_out": st.lists(TEXTS, max_size=4),
    "checked": st.lists(st.sampled_from(["ar", "zh", "xx"]), max_size=3),
    "own_lines": st.dictionaries(st.sampled_from(list(SheetKind)) | TEXTS, st.lists(TEXTS, max_size=4), max_size=3),
}  # fmt: skip


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A settings file, mostly a sound one, perhaps with some bytes changed or cut off."""
    keys = draw(st.lists(st.sampled_from(KEYS) | st.text(max_size=8), max_size=6, unique=True))
    whole = {"format": FORMAT} if draw(st.integers(0, 9)) else {}
    for key in keys:
        whole[key] = draw(VALUES if draw(st.integers(0, 9)) == 0 else LIKELY.get(key, TEXTS))
    data = json.dumps(whole, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")
    if draw(st.integers(0, 4)) == 0 and data:
        at = draw(st.integers(0, len(data) - 1))
        data = data[:at] + draw(st.binary(max_size=3)) + data[at + draw(st.integers(0, 3)) :]
    return data


@examples(120)
@given(files() | st.binary(max_size=200))
def test_a_settings_file_is_taken_as_it_is_written_or_refused(data: bytes) -> None:
    with at_once():
        read = from_file(data)
    if isinstance(read, Refusal):
        assert read.message.endswith(".")
        return
    settings, keys = read
    written = json.loads(data.decode("utf-8-sig"))
    assert written.pop("format") == FORMAT
    assert keys == written.keys()
    for key, value in written.items():
        kept = getattr(settings, key)
        match key:
            case "logo":
                assert kept == base64.b64decode(value)
            case "left_out" | "checked":
                assert list(kept) == value
            case "own_lines":
                assert {kind: list(lines) for kind, lines in kept.items()} == value
            case _:
                assert kept == value
    assert from_file(to_file(settings, keys)) == read


@examples(72)
@given(files(), st.sampled_from(list(SheetKind)), st.dictionaries(
    st.sampled_from(["count", "count_unit", "counted_on", "next_test", "low_from", "low_to", "medicine", "languages"]),
    TEXTS | st.sampled_from(["480", "0,48", "10^9/L", "/uL", "2026-11-21", "", "en ar zh"]), max_size=5,
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


@st.composite
def pngs(draw: st.DrawFn) -> bytes:
    """Pieces with right checks, in any order, of any content."""
    kinds = st.sampled_from([b"IHDR", b"IDAT", b"IEND", b"PLTE", b"tEXt", b"iCCP"])
    size = st.tuples(st.integers(0, 4000), st.integers(0, 4000), *[st.integers(0, 17)] * 5)
    pieces = [
        chunk(b"IHDR", struct.pack(">IIBBBBB", *draw(size))) if draw(st.booleans()) else b"",
        *(chunk(draw(kinds), draw(st.binary(max_size=20))) for _ in range(draw(st.integers(0, 3)))),
        chunk(b"IDAT", zlib.compress(draw(st.binary(max_size=60)))) if draw(st.booleans()) else b"",
        END if draw(st.booleans()) else b"",
    ]
    return SIGNATURE + b"".join(pieces)


NAMES = ["g", "use", "rect", "image", "defs", "filter", "mask", "pattern", "symbol", "svg", "style", "text", "clipPath"]
LINKS = ["#a", "#b", "#c", "x.svg", "http://x/", "data:image/png;base64,AAAA", "data:,x", "", " #a "]
TREES = st.recursive(
    st.just(""),
    lambda inner: st.builds(
        "<{0} id='{1}' href='{2}'>{3}</{0}>".format,
        st.sampled_from(NAMES),
        st.sampled_from("abcd"),
        st.sampled_from(LINKS),
        st.lists(inner, max_size=4).map("".join),
    ),
    max_leaves=12,
)  # fmt: skip


@examples(120)
@given(pngs() | TREES.map(svg) | st.binary(max_size=300) | st.text(max_size=100).map(svg))
def test_any_bytes_are_a_picture_or_refused(data: bytes) -> None:
    with at_once():
        read = read_logo(data)
    if isinstance(read, Refusal):
        assert read.message.endswith(".")
    else:
        assert read == Logo(data, "png" if data.startswith(SIGNATURE) else "svg")
        if read.form == "svg":
            assert not any(f"<{effect} ".encode() in data for effect in ("filter", "marker", "mask", "pattern"))
