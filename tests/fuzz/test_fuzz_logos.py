"""A logo of any bytes: a picture that can be printed and does nothing else, or refused in a sentence."""

import base64
import html
import re
import struct
import zlib

import typst
from fuzzing import at_once, examples, spoilt
from hypothesis import given
from hypothesis import strategies as st
from pictures import END, SIGNATURE, chunk, header, pixels, png, svg

from neutrogui.domain.logo import Logo, read_logo
from neutrogui.domain.number import Refusal

MOST_BYTES, MOST_PIXELS, MOST_SHAPES = 300_000, 3000, 20_000

SIZES = [1, 2, 8, 2999, 3000, 3001, 0, 2**31 - 1, 2**32 - 1]


def png_of(drawn: bytes) -> bytes:
    """Pieces with right checks, mostly in a right order, and perhaps some bytes changed."""
    first, second, third, *others = drawn
    start = header(SIZES[first % 9], SIZES[first // 9 % 9], (1, 2, 4, 8, 16)[first % 5], second % 7)
    more = [
        b"", b"", b"", chunk(b"tEXt", b"a\0b"), chunk(b"PLTE", bytes(3)), END, pixels(1, 1), header(1, 1),
        header(9000, 1),
    ]  # fmt: skip
    whole = b"".join((SIGNATURE, start, more[second % 9], pixels(2, 2), more[second // 9 % 9], END))
    return spoilt(whole, bytes(others)) if third % 2 else whole


def embedded(data: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


NAMES = [
    "g", "g", "g", "rect", "use", "use", "image", "a", "defs", "symbol", "svg", "style", "text", "clipPath", "rect",
    "path", "filter", "mask", "pattern", "marker", "script", "s:script", "foreignObject", "set", "title", "metadata",
]  # fmt: skip
ATTRIBUTES = [
    "", "", "", "", "", "id='a'", "id='b'", "id='c'", "href='#a'", "href='#b'", "xlink:href='#c'", "href=' #a '",
    "fill='red'", "fill='url(#a)'", "style='fill:url( \"#b\" )'", "clip-path='url(#c)'", "style='clip-path:url(#c)'",
    "width='1e9'",
    f"href='{embedded(png())}'", f"href='{embedded(png(3001, 1))}'", f"href='{embedded(svg(), 'svg+xml')}'",
    "href='x.svg'", "href='http://x/'", "href='data:,x'", "href=''", "href='&#104;ttp://x'", "xlink:href='file:///x'",
    "fill='url(x.svg#a)'", "style='fill:URL( http://x )'", "fill='url&#40;x&#41;'", "onload='x()'", "onClick='x()'",
    "src='http://x/'", "xml:base='http://x/'", "style='@import x'", "viewBox='0 0 1e30 1'", "transform='scale(1e30)'",
]  # fmt: skip
BETWEEN = [
    "", "", "", "", "a", "<!-- <script/> -->", "<![CDATA[url(x)]]>", "@import 'x'", "url(#a)", "url(x.svg)",
    "&#117;rl(x)", "&amp;", "<?xml-stylesheet href='x'?>", "<?x?>", "&a;", "<", "\0",
]  # fmt: skip


def svg_of(drawn: bytes) -> bytes:
    """A tree with an element, or the end of one, for every three bytes."""
    written, is_open = [], []
    for what, attribute, between in zip(drawn[::3], drawn[1::3], drawn[2::3], strict=False):
        # Most of what there is to choose from is refused: little of it, so that not every picture has some.
        if between >= 224:
            written.append(BETWEEN[between % len(BETWEEN)])
        if what < 80 and is_open:
            written.append(f"</{is_open.pop()}>")
        else:
            name = NAMES[what % (len(NAMES) if between % 4 == 0 else 16)]
            pair = ATTRIBUTES[attribute % (len(ATTRIBUTES) if between % 4 == 1 else 19)]
            written.append(f"<{name} {pair}>")
            is_open.append(name)
    written += [f"</{name}>" for name in reversed(is_open)]
    return svg("".join(written), "xmlns:s='http://www.w3.org/2000/svg' viewBox='0 0 8 8'")


DRAWN = st.binary(min_size=6, max_size=24) | st.binary(min_size=18, max_size=90)
DATA = DRAWN.map(svg_of) | st.binary(min_size=6, max_size=12).map(png_of) | st.binary(max_size=100)

ACTIVE = re.compile(
    r"<(?:s:)?script|\son\w+=|<\?xml-stylesheet|<(?:filter|mask|pattern|marker) |src=|base=|style=.@import"
    r"|href=.(?! ?#|data:image/png;base64,)|<image (?:xlink:)?href=. ?#",
    re.IGNORECASE,
)
"""What none of the pictures may have; in all of them an attribute is written as above."""


def sound_png(data: bytes) -> bool:
    """Whether the pieces follow one another, each with its check, the size first and the end last."""
    kinds, at = [], 8
    # A few bytes behind the end are too short for a piece, and do no harm.
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, body, check = (
            data[at + 4 : at + 8],
            data[at + 8 : at + 8 + length],
            data[at + 8 + length : at + 12 + length],
        )
        if zlib.crc32(kind + body).to_bytes(4, "big") != check:
            return False
        kinds.append(kind)
        at += 12 + length
    width, height = struct.unpack_from(">II", data, 16)
    right_order = (kinds[0], kinds[-1], kinds.count(b"IHDR")) == (b"IHDR", b"IEND", 1)
    return right_order and 0 < width <= MOST_PIXELS and 0 < height <= MOST_PIXELS


@examples(240)
@given(DATA)
def test_any_bytes_are_a_picture_that_does_nothing_or_refused(data: bytes) -> None:
    with at_once():
        read = read_logo(data)
    if isinstance(read, Refusal):
        assert read.message.endswith(".")
        return
    assert len(data) <= MOST_BYTES
    if data.startswith(SIGNATURE):
        assert read == Logo(data, "png")
        assert sound_png(data)
        return
    assert read == Logo(data, "svg")
    text = re.sub(r"<!--.*?-->", "", data.decode("utf-8"))
    assert not ACTIVE.search(text)
    for style in re.findall(r"<style[^>]*>([^<]*)|(?:fill|style)=('[^']*')", text):
        found = html.unescape("".join(style))
        assert "@import" not in found
        assert not re.search(r"url\(\s*[\"']?(?![\"'#\s])", found, re.IGNORECASE)
    for picture in re.findall(r"href='data:image/png;base64,([^']*)'", text):
        assert sound_png(base64.b64decode(picture))


@examples(40, most=20_000)
@given(DRAWN)
def test_a_drawing_that_is_taken_can_be_printed_at_once(drawn: bytes) -> None:
    data = svg_of(drawn)
    if isinstance(read_logo(data), Logo):
        with at_once():
            page = typst.compile(PAGE, sys_inputs={"picture": data.decode("utf-8")})
        assert page.startswith(b"%PDF-")


PAGE = b'#image(bytes(sys.inputs.picture), format: "svg", width: 4cm, height: 2cm, fit: "contain")'


@examples(60, most=500)
@given(st.integers(0, 60), st.integers(1, 4))
def test_shapes_that_use_each_other_are_taken_only_if_they_are_few_enough(depth: int, each: int) -> None:
    groups = "<g id='g0'><rect/></g>"
    for n in range(1, depth + 1):
        uses = f"<use href='#g{n - 1}'/>" * each
        groups += f"<g id='g{n}'>{uses}</g>"
    with at_once():
        read = read_logo(svg(f"<defs>{groups}</defs><use href='#g{depth}'/>"))
    # Drawn are the picture, its definitions and its last use; below it on each level groups and in them uses.
    drawn, wide = 3, 1
    for level in range(depth + 1):
        drawn += wide + wide * (each if level < depth else 1)
        wide *= each
    assert isinstance(read, Logo) is (drawn <= MOST_SHAPES)
