"""Which characters the bundled fonts have, so that nothing is printed as an empty box."""

import struct
from functools import lru_cache
from pathlib import Path

_STYLES = ("Regular", "Bold")
"""Italic doesn't count: italic letters that are missing are shown upright."""

_CONTROLS = {*range(0x20), *range(0x7F, 0xA0)}
"""Codes that some fonts list though nothing is to be seen."""


@lru_cache(maxsize=2)
def covered(folder: Path) -> frozenset[str]:
    """The characters up to U+FFFF that some family in `folder` has in regular and in bold; no control characters.

    A family's files are named `Family-Regular.ttf` and `Family-Bold.ttf`.
    """
    codes: set[int] = set()
    for regular in folder.glob("*-Regular.ttf"):
        family = regular.stem.rpartition("-")[0]
        files = [folder / f"{family}-{style}.ttf" for style in _STYLES]
        if all(file.exists() for file in files):
            # Where the styles have the same table, it is read once.
            codes |= set.intersection(*map(_codes, {_character_table(file) for file in files}))
    return frozenset(map(chr, codes - _CONTROLS))


def _character_table(file: Path) -> bytes:
    """A font's `cmap` table."""
    with file.open("rb") as font:
        (tables,) = struct.unpack(">4xH6x", font.read(12))
        directory = struct.iter_unpack(">4s4xII", font.read(16 * tables))
        offset, length = next((offset, length) for tag, offset, length in directory if tag == b"cmap")
        font.seek(offset)
        return font.read(length)


def _codes(cmap: bytes) -> set[int]:
    """The code points in the table's subtables of format 4; several entries may share one subtable."""
    (entries,) = struct.unpack_from(">H", cmap, 2)
    subtables = {offset for _, _, offset in struct.iter_unpack(">HHI", cmap[4 : 4 + 8 * entries])}
    return set[int]().union(
        *(_segments(cmap[start:]) for start in subtables if struct.unpack_from(">H", cmap, start)[0] == 4)
    )


def _segments(table: bytes) -> set[int]:
    count = struct.unpack_from(">H", table, 6)[0] // 2

    def column(number: int, form: str = "H") -> tuple[int, ...]:
        # After the ends of the segments comes a padding of two bytes.
        start = 14 + number * 2 * count + (2 if number else 0)
        return struct.unpack_from(f">{count}{form}", table, start)

    ends, starts, deltas, offsets = column(0), column(1), column(2, "h"), column(3)
    found: set[int] = set()
    for segment, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        codes = range(start, min(end, 0xFFFE) + 1)
        if offset:
            place = 16 + 6 * count + 2 * segment + offset
            glyphs = struct.unpack_from(f">{len(codes)}H", table, place)
            found.update(code for code, glyph in zip(codes, glyphs, strict=True) if glyph and (glyph + delta) % 0x10000)
        else:
            # A code's glyph is code + delta, and glyph 0 is the empty box.
            box = -delta % 0x10000
            found.update(codes if box not in codes else (code for code in codes if code != box))
    return found
