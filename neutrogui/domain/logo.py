"""A clinic's logo: whether a file is a picture that can be printed, found out without drawing it."""

import base64
import binascii
import re
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from neutrogui.domain.language import grouped, mark, say
from neutrogui.domain.number import Refusal

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_BYTES = 300_000
"""A logo that is larger is refused: it stands on every page and is made anew with every keystroke."""

MOST_PIXELS = 3000
"""Across and down; a printer has no use for more on a few centimetres."""

MOST_SHAPES = 20_000
"""Elements of an SVG file, each counted as often as it is drawn: a few that use each other would be drawn for hours."""

_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "http://www.w3.org/2000/svg"
_EFFECTS = {
    "filter": mark("This SVG file has a filter, which can’t be printed. Save the logo as a PNG file instead."),
    "marker": mark("This SVG file has a marker, which can’t be printed. Save the logo as a PNG file instead."),
    "mask": mark("This SVG file has a mask, which can’t be printed. Save the logo as a PNG file instead."),
    "pattern": mark("This SVG file has a pattern, which can’t be printed. Save the logo as a PNG file instead."),
}
"""What asks for as much memory and time as its file says, whatever the size of the picture."""
_SCRIPT = mark("This SVG file has a script, which can’t be printed. Save the logo as a PNG file instead.")

_LINKS = frozenset({"href", "src", "base"})
"""Attributes that name another file, or a place in this one."""

_STYLE_LINK = re.compile(r"@import|url\(\s*[\"']?(?!\s*[\"'#])", re.IGNORECASE)
"""What names another file in a style: everything but a place in this one."""

_ACCEPTED = mark("Choose a PNG or SVG file of at most 300 kB.")


@dataclass(frozen=True, slots=True)
class Logo:
    """The bytes of a picture; `form` is `png` or `svg`."""

    data: bytes
    form: str


def read_logo(data: bytes) -> Logo | Refusal:
    """The picture in the bytes of a file, or why it can't be printed.

    A PNG file is checked piece by piece, an SVG file for being well-formed, without scripts, without references to
    other files and without what can make a small file take hours or more memory than there is: filters, markers, masks,
    patterns, clips within clips, pictures in it that are no PNG file such as is taken by itself, and more than
    `MOST_SHAPES`.
    Codes: `too-large`, `not-an-image`, `broken-image`.
    """
    if len(data) > MOST_BYTES:
        told = say("This picture is too large.")
        return Refusal("too-large", f"{told} {say(_ACCEPTED)}")
    if data.startswith(_PNG):
        return _read_png(data)
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1000]
    if start.startswith(b"<") and b"<svg" in data:
        return _read_svg(data)
    told = say("This file is no picture that can be printed here.")
    return Refusal("not-an-image", f"{told} {say(_ACCEPTED)}")


def _read_png(data: bytes) -> Logo | Refusal:
    told = say("This PNG file is damaged. Save the picture again.")
    broken = Refusal("broken-image", f"{told} {say(_ACCEPTED)}")
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
        message = say("This picture has {width} × {height} points. Make it at most {most} across and down.")
        points = {"width": grouped(width), "height": grouped(height), "most": grouped(MOST_PIXELS)}
        return Refusal("too-large", message.format(**points))
    try:
        unpacked = zlib.decompressobj().decompress(pixels, 1)
    except zlib.error:
        return broken
    return Logo(data, "png") if unpacked else broken


def _read_svg(data: bytes) -> Logo | Refusal:
    from xml.etree import ElementTree  # few sheets have such a logo, and no start needs it

    told = say("This SVG file can’t be read. Save the picture again.")
    broken = Refusal("broken-image", f"{told} {say(_ACCEPTED)}")
    # Entities can grow without end, and have no place in a picture.
    # Another encoding than UTF-8 can't be printed, and could hide what is looked for here.
    if b"<!ENTITY" in data or b"\0" in data:
        return broken
    try:
        data.decode("utf-8")
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError):
        return broken
    if root.tag != f"{{{_SVG}}}svg":
        return broken
    another_file = Refusal("broken-image", say("This SVG file shows another file, which can’t be printed. Embed it."))
    if b"<?xml-stylesheet" in data:
        return another_file
    for element in root.iter():
        effect = _SCRIPT if _is_run(element) else _EFFECTS.get(_local(element.tag))
        if effect:
            return Refusal("broken-image", say(effect))
        # The typesetter takes the # of an image for the beginning of a file's name.
        within = "data:image/" if _local(element.tag) == "image" else ("#", "data:image/")
        for link in _links(element):
            if not link.startswith(within):
                return another_file
            if not (link.startswith("#") or _is_embedded_png(link)):
                message = say(
                    "A picture within this SVG file is no PNG picture of at most {most} points each way. Save the logo "
                    "as a PNG file instead."
                )
                return Refusal("broken-image", message.format(most=grouped(MOST_PIXELS)))
        if any(map(_STYLE_LINK.search, _styles(element))):
            return another_file
    if _clips_a_clip(root):
        message = say("This SVG file clips a clip, which can’t be printed. Save the logo as a PNG file instead.")
        return Refusal("broken-image", message)
    if _draws_too_much(root):
        message = say("This SVG file draws too many shapes to be printed. Save the logo as a PNG file instead.")
        return Refusal("too-large", message)
    return Logo(data, "svg")


def _local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]


def _is_run(element: "Element") -> bool:
    """Whether a browser would run something: a script, or what is done `onload` or `onmouseover`.

    Nothing here does, but a file that is handed on with the settings should do nothing elsewhere.
    """
    return _local(element.tag) == "script" or any(_local(name).casefold().startswith("on") for name in element.attrib)


def _links(element: "Element") -> list[str]:
    """What the element refers to."""
    return [value.strip() for name, value in element.attrib.items() if _local(name) in _LINKS]


def _styles(element: "Element") -> list[str]:
    """Where a style may stand: in any attribute, or in an element of its own."""
    return [*element.attrib.values(), (element.text or "") if _local(element.tag) == "style" else ""]


def _is_embedded_png(link: str) -> bool:
    kind, _, encoded = link.partition(",")
    try:
        picture = base64.b64decode("".join(encoded.split()), validate=True)
    except (binascii.Error, ValueError):
        return False
    is_png = kind.replace(" ", "") == "data:image/png;base64" and picture.startswith(_PNG)
    return is_png and isinstance(_read_png(picture), Logo)


def _clips_a_clip(root: "Element") -> bool:
    """Whether a clip is clipped itself, or by what it holds: each level is drawn for every one of those above it."""
    ahead = [(root, False)]
    while ahead:
        element, within = ahead.pop()
        within = within or element.tag == f"{{{_SVG}}}clipPath"
        if within and (element.get("clip-path") or "clip-path" in element.get("style", "")):
            return True
        ahead += ((below, within) for below in element)
    return False


def _draws_too_much(root: "Element") -> bool:
    """Whether more than `MOST_SHAPES` are drawn; what uses itself draws without end."""
    named: dict[str, list[Element]] = {}
    for element in root.iter():
        if element.get("id"):
            named.setdefault(f"#{element.get('id')}", []).append(element)
    ahead, drawn = [root], 0
    while ahead and drawn <= MOST_SHAPES:
        element = ahead.pop()
        drawn += 1
        if element.tag != f"{{{_SVG}}}defs":
            ahead += element
        for link in _links(element):
            ahead += named.get(link, ())
    return drawn > MOST_SHAPES
