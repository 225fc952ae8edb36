"""A clinic's logo: whether a file is a picture that can be printed, found out without drawing it."""

import struct
import zlib
from dataclasses import dataclass

from neutrogui.domain.number import Refusal

MOST_BYTES = 300_000
"""A logo that is larger is refused: it stands on every page and is made anew with every keystroke."""

MOST_PIXELS = 3000
"""Across and down; a printer has no use for more on a few centimetres."""

_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "http://www.w3.org/2000/svg"
_ACCEPTED = "Choose a PNG or SVG file of at most 300 kB."


@dataclass(frozen=True, slots=True)
class Logo:
    """The bytes of a picture; `form` is `png` or `svg`."""

    data: bytes
    form: str


def read_logo(data: bytes) -> Logo | Refusal:
    """The picture in the bytes of a file, or why it can't be printed.

    A PNG file is checked piece by piece, an SVG file for being well-formed, without references to other files.
    Codes: `too-large`, `not-an-image`, `broken-image`.
    """
    if len(data) > MOST_BYTES:
        return Refusal("too-large", f"This picture is too large. {_ACCEPTED}")
    if data.startswith(_PNG):
        return _read_png(data)
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1000]
    if start.startswith(b"<") and b"<svg" in data:
        return _read_svg(data)
    return Refusal("not-an-image", f"This file is no picture that can be printed here. {_ACCEPTED}")


def _read_png(data: bytes) -> Logo | Refusal:
    broken = Refusal("broken-image", f"This PNG file is damaged. Save the picture again. {_ACCEPTED}")
    at, kinds = len(_PNG), []
    pixels = b""
    width = height = 0
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        piece = data[at + 8 : at + 8 + length]
        if len(piece) < length or data[at + 8 + length : at + 12 + length] != struct.pack(
            ">I", zlib.crc32(kind + piece)
        ):
            return broken
        kinds.append(kind)
        if kind == b"IHDR" and length == 13:
            width, height = struct.unpack_from(">II", piece)
        if kind == b"IDAT":
            pixels += piece
        at += 12 + length
    if kinds[:1] != [b"IHDR"] or kinds.count(b"IHDR") > 1 or kinds[-1:] != [b"IEND"] or not width or not height:
        return broken
    if max(width, height) > MOST_PIXELS:
        message = f"This picture has {width:,} × {height:,} points. Make it at most {MOST_PIXELS:,} across and down."
        return Refusal("too-large", message)
    try:
        unpacked = zlib.decompressobj().decompress(pixels, 1)
    except zlib.error:
        return broken
    return Logo(data, "png") if unpacked else broken


def _read_svg(data: bytes) -> Logo | Refusal:
    from xml.etree import ElementTree  # few sheets have such a logo, and no start needs it

    broken = Refusal("broken-image", f"This SVG file can’t be read. Save the picture again. {_ACCEPTED}")
    # Entities can grow without end, and have no place in a picture.
    if b"<!ENTITY" in data:
        return broken
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError):
        return broken
    if root.tag != f"{{{_SVG}}}svg":
        return broken
    for element in root.iter():
        for name, value in element.attrib.items():
            if name.rpartition("}")[2] == "href" and not value.strip().startswith(("#", "data:image/")):
                return Refusal("broken-image", "This SVG file shows another file, which can’t be printed. Embed it.")
    return Logo(data, "svg")
