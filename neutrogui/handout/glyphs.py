"""Which characters the bundled fonts have, so that nothing is printed as an empty box."""

import struct
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=2)
def covered(folder: Path) -> frozenset[str]:
    """The characters that every style can show: a style's fonts are those of the same file name ending.

    Only regular and bold count: italic letters that are missing are shown upright.
    """
    styles: dict[str, set[str]] = {"Regular": set(), "Bold": set()}
    for path in sorted(folder.glob("*.ttf")):
        style = path.stem.rpartition("-")[2]
        if style in styles:
            styles[style] |= _characters(path.read_bytes())
    return frozenset(set.intersection(*styles.values()))


def _characters(font: bytes) -> set[str]:
    """The characters in a font's Unicode table (`cmap` format 4: those up to U+FFFF)."""
    (tables,) = struct.unpack_from(">H", font, 4)
    directory = struct.iter_unpack(">4sIII", font[12 : 12 + 16 * tables])
    cmap = next(offset for tag, _, offset, _ in directory if tag == b"cmap")
    found: set[str] = set()
    for index in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        (subtable,) = struct.unpack_from(">I", font, cmap + 4 + 8 * index + 4)
        if struct.unpack_from(">H", font, cmap + subtable)[0] == 4:
            found |= _segments(font, cmap + subtable)
    return found


def _segments(font: bytes, table: int) -> set[str]:
    count = struct.unpack_from(">H", font, table + 6)[0] // 2

    def column(number: int, form: str = "H") -> tuple[int, ...]:
        # After the ends of the segments comes a padding of two bytes.
        start = table + 14 + number * 2 * count + (2 if number else 0)
        return struct.unpack_from(f">{count}{form}", font, start)

    ends, starts, deltas, offsets = column(0), column(1), column(2, "h"), column(3)
    found = set()
    for segment, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offsets[segment]:
                place = table + 16 + 6 * count + 2 * segment + offsets[segment] + 2 * (code - start)
                (glyph,) = struct.unpack_from(">H", font, place)
            if glyph and (glyph + deltas[segment]) % 0x10000:
                found.add(chr(code))
    return found
