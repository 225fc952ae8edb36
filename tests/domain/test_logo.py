"""A logo is taken only if it can be printed; a spoilt file is refused in a sentence, whatever is wrong with it."""

import base64
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pictures import END, SIGNATURE, chunk, header, pixels, png, svg

from neutrogui.domain.logo import MOST_BYTES, MOST_PIXELS, Logo, read_logo
from neutrogui.domain.number import Refusal


def embedded(data: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def using(doublings: int) -> bytes:
    """A dot that is drawn twice as often with every doubling."""
    groups = "".join(
        f'<g id="g{n}"><use href="#g{n - 1}"/><use href="#g{n - 1}"/></g>' for n in range(1, doublings + 1)
    )
    return svg(f'<defs><rect id="g0" width="1" height="1"/>{groups}</defs><use href="#g{doublings}"/>')


def refused(data: bytes) -> str:
    """The code of the refusal; it has a sentence."""
    read = read_logo(data)
    assert isinstance(read, Refusal), read
    assert read.message.endswith(".")
    return read.code


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (png(), "png"),
        (png(MOST_PIXELS, 1), "png"),
        (png(1, MOST_PIXELS), "png"),
        (SIGNATURE + header(2, 2) + chunk(b"tEXt", b"Title\0Clinic") + pixels(2, 2) + END, "png"),
        (svg(), "svg"),
        (b'\xef\xbb\xbf<?xml version="1.0" encoding="utf-8"?>\n<!-- made by hand -->\n' + svg(), "svg"),
        (b"\n\n  " + svg(), "svg"),
        (svg('<a href="#"><rect width="1" height="1"/></a>'), "svg"),
        (svg('<defs><g id="a"/></defs><use href="#a"/><use xlink:href=" #a"/>'), "svg"),
        (svg(f'<image href="{embedded(png())}"/><image xlink:href="{embedded(png(MOST_PIXELS, 1))}"/>'), "svg"),
    ],
)
def test_a_sound_picture_is_taken_as_it_is(data: bytes, form: str):
    assert read_logo(data) == Logo(data, form)


@pytest.mark.parametrize("end", range(len(SIGNATURE), len(png())))
def test_a_png_file_that_ends_anywhere_before_its_end_is_broken(end: int):
    assert refused(png()[:end]) == "broken-image"


@pytest.mark.parametrize("place", range(len(SIGNATURE), len(png())))
def test_a_png_file_with_one_wrong_bit_anywhere_is_broken(place: int):
    data = bytearray(png())
    data[place] ^= 1
    assert refused(bytes(data)) == "broken-image"


@pytest.mark.parametrize(
    "pieces",
    [
        [],
        [END],
        [header(2, 2), END],
        [header(2, 2), pixels(2, 2)],
        [pixels(2, 2), header(2, 2), END],
        [header(2, 2), END, pixels(2, 2)],
        [header(2_000_000_000, 2_000_000_000), header(2, 2), pixels(2, 2), END],
        [header(0, 2), pixels(2, 2), END],
        [header(2, 0), pixels(2, 2), END],
        [chunk(b"IHDR", b""), pixels(2, 2), END],
        [header(2, 2), chunk(b"IDAT", b""), END],
        [header(2, 2), chunk(b"IDAT", b"no stream of deflate"), END],
        [header(2, 2), struct.pack(">I", 0xFFFFFFFF) + b"IDAT" + b"\0" * 40],
    ],
)
def test_a_png_file_without_one_of_its_parts_is_broken(pieces: list[bytes]):
    assert refused(SIGNATURE + b"".join(pieces)) == "broken-image"


@pytest.mark.parametrize("size", [(MOST_PIXELS + 1, 1), (1, MOST_PIXELS + 1), (2**31 - 1, 2**31 - 1)])
def test_a_picture_with_too_many_dots_is_refused_by_its_header_alone(size: tuple[int, int]):
    assert refused(SIGNATURE + header(*size) + pixels(1, 1) + END) == "too-large"


def test_a_stream_that_unpacks_to_very_much_is_not_unpacked():
    bomb = chunk(b"IDAT", zlib.compress(bytes(100_000_000)))
    assert isinstance(read_logo(SIGNATURE + header(2, 2) + bomb + END), Logo)


def test_a_file_may_have_so_many_bytes_and_not_one_more():
    space = MOST_BYTES - len(svg(""))
    assert isinstance(read_logo(svg(" " * space)), Logo)
    assert refused(svg(" " * (space + 1))) == "too-large"
    assert refused(b"\0" * (MOST_BYTES + 1)) == "too-large"


@pytest.mark.parametrize(
    "data",
    [b"", b"\x89PNG", b"\xff\xd8\xff\xe0JFIF", b"GIF89a", b"%PDF-1.7", b"RIFF\0\0\0\0WEBP", b"<html></html>", b"clinic",
     svg().decode().encode("utf-16")],
)  # fmt: skip
def test_a_file_of_another_kind_is_no_picture(data: bytes):
    assert refused(data) == "not-an-image"


@pytest.mark.parametrize(
    "data",
    [
        svg()[:-3],
        svg("<g>"),
        svg("&unknown;"),
        svg("\x00"),
        b"<svg></svg>",
        b'<g xmlns="http://www.w3.org/2000/svg"><svg/></g>',
        b'<svg xmlns="http://www.w3.org/1999/xhtml"></svg>',
        b'<?xml version="1.0" encoding="no-such-encoding"?>' + svg(),
        b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + svg("<text>&b;</text>"),
        b'<!DOCTYPE svg [<!ENTITY file SYSTEM "file:///etc/hostname">]>' + svg("<text>&file;</text>"),
    ],
)
def test_an_svg_file_that_is_not_well_formed_or_has_entities_is_broken(data: bytes):
    assert refused(data) == "broken-image"


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="http://example.org/a.png"/>',
        '<image xlink:href="file:///etc/hostname"/>',
        '<image href="logo.png"/>',
        '<g id="a"/><image href="#a"/>',
        '<g id="a"/><image xlink:href=" #a"/>',
        '<g><use href="other.svg#a"/></g>',
        '<a xml:base="http://example.org/"><use href="#a"/></a>',
        '<rect fill="url(http://example.org/a.svg#b)"/>',
        "<rect style=\"fill: URL( 'other.svg#b')\"/>",
        '<style>@import "http://example.org/a.css";</style>',
        "<style><![CDATA[rect { fill: url(other.svg#b) }]]></style>",
        '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="http://example.org/"/></foreignObject>',
        '<image href="data:text/html,hello"/>',
    ],
)
def test_an_svg_file_that_shows_another_file_is_refused(inside: str):
    read = read_logo(svg(inside))
    assert isinstance(read, Refusal)
    assert (read.code, "another file" in read.message) == ("broken-image", True)


def test_an_svg_file_that_wants_a_style_from_another_file_is_refused():
    assert refused(b'<?xml-stylesheet href="http://example.org/a.css"?>' + svg()) == "broken-image"


def test_a_style_that_names_places_in_the_file_itself_is_taken():
    style = "<style>rect { fill: url(#a); clip-path: url( '#b' ) }</style>"
    assert isinstance(read_logo(svg(f'{style}<rect fill="url(#a)" style="stroke:url(&quot;#a&quot;)"/>')), Logo)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<script href="https://example.org/a.js"/>',
        '<g xmlns:s="http://www.w3.org/2000/svg"><s:script/></g>',
        '<rect onload="alert(1)"/>',
        '<g><rect onmouseover="alert(1)"/></g>',
    ],
)
def test_what_a_browser_would_run_is_refused_by_name(inside: str):
    read = read_logo(svg(inside))
    assert isinstance(read, Refusal)
    assert "has a script," in read.message


@pytest.mark.parametrize("effect", ["filter", "marker", "mask", "pattern"])
def test_what_may_take_more_memory_than_there_is_is_refused_by_name(effect: str):
    read = read_logo(svg(f'<defs><g><{effect} id="a" width="1000000" height="1000000"/></g></defs>'))
    assert isinstance(read, Refusal)
    assert f"a {effect}," in read.message
    assert "PNG" in read.message


@pytest.mark.parametrize(
    "link",
    [
        embedded(png(MOST_PIXELS + 1, 1)),
        embedded(SIGNATURE + header(60_000, 60_000) + pixels(2, 2) + END),
        embedded(png()[:-1]),
        embedded(svg(), "svg+xml"),
        embedded(b"\xff\xd8\xff", "jpeg"),
        embedded(svg()),
        "data:image/png;base64,====",
        "data:image/png,%89PNG",
        "data:image/png",
    ],
)
def test_a_picture_within_a_picture_is_taken_as_if_it_stood_alone(link: str):
    assert refused(svg(f'<image href="{link}"/>')) == "broken-image"


def test_a_second_link_of_an_element_is_looked_at_too():
    assert (
        refused(svg(f'<image href="{embedded(png())}" xlink:href="{embedded(svg(), "svg+xml")}"/>')) == "broken-image"
    )


def test_a_few_shapes_that_use_each_other_are_not_drawn_a_million_times():
    # After n doublings 2 ** n dots, 2 ** n - 1 groups and 2 ** (n + 1) - 1 uses are drawn: 16,382 and 32,766 of them.
    assert isinstance(read_logo(using(12)), Logo)
    assert refused(using(13)) == "too-large"
    assert refused(using(60)) == "too-large"


CLIP = '<clipPath id="a"><rect width="4" height="4"/></clipPath>'


@pytest.mark.parametrize(
    "clip",
    [
        '<clipPath id="b" clip-path="url(#a)"><rect/></clipPath>',
        '<clipPath id="b"><rect clip-path="url(#a)"/></clipPath>',
        '<defs><clipPath id="b"><g><rect style="fill:red; clip-path:url(#a)"/></g></clipPath></defs>',
    ],
)
def test_a_clip_within_a_clip_is_refused_and_a_plain_one_taken(clip: str):
    assert refused(svg(CLIP + clip + '<rect clip-path="url(#b)"/>')) == "broken-image"
    assert isinstance(read_logo(svg(CLIP + '<g clip-path="url(#a)"><rect style="clip-path:url(#a)"/></g>')), Logo)


def test_a_shape_that_uses_itself_is_refused():
    assert refused(svg('<g id="a"><use href="#a"/></g>')) == "too-large"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "latin-1"])
def test_nothing_is_hidden_in_another_encoding(encoding: str):
    # 猼杶 is written as the bytes of <svg in UTF-16.
    text = f'<?xml version="1.0" encoding="{encoding.partition("-le")[0]}"?>' + svg("<!--é-->").decode()
    text = text.replace("é", "é" if encoding == "latin-1" else "\u733c\u6776")
    assert refused(text.encode(encoding)) in ("broken-image", "not-an-image")


@given(st.sampled_from([b"", SIGNATURE, SIGNATURE + header(2, 2), b"<svg", b"<svg ", svg()]), st.binary(max_size=200))
def test_no_bytes_whatever_make_it_fail(start: bytes, rest: bytes):
    assert isinstance(read_logo(start + rest), Logo | Refusal)


@given(st.text(max_size=200))
def test_no_text_whatever_within_a_picture_makes_it_fail(text: str):
    assert isinstance(read_logo(svg(text)), Logo | Refusal)
