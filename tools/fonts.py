"""Cuts the Chinese typeface of the printed pages out of IBM Plex Sans SC; resources/fonts/README.md says how to run it.

It wants fontTools, which is no dependency of the project.
"""

import argparse
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"

FAMILY = "NeutroGUI Sans SC"
"""“Plex” is a reserved name: a changed version must not bear it (SIL Open Font License 1.1, condition 3)."""

STYLES = ("Regular", "Bold")

SIGNS = "·—‘’“”…℃、。〃々〇〈〉《》「」『』【】〔〕〖〗￥"
"""Beside the full-width forms of ASCII. An en dash stands between Latin digits and comes from their typeface."""

FAMILY_NAME, STYLE_NAME, UNIQUE_NAME, FULL_NAME, VERSION, POSTSCRIPT_NAME, DESCRIPTION = 1, 2, 3, 4, 5, 6, 10
KEPT_NAMES = (0, VERSION, 7, 8, 9, 11, 12, 13, 14)
"""Copyright, version, trademark, makers, their addresses, licence: numbers of the OpenType table `name`."""


def hanzi() -> str:
    """The 6,763 characters of GB 2312: the rows 16 to 55 by reading and 56 to 87 by radical."""
    cells = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return "".join(cell.decode("gb2312", "ignore") for cell in cells)


def characters() -> set[int]:
    """The code points that the typeface keeps."""
    return {*map(ord, hanzi() + SIGNS), *range(0xFF01, 0xFF5F)}


def file_stem(style: str) -> str:
    """The file's name without its ending, and the font's name in PDF files."""
    return f"{FAMILY.replace(' ', '')}-{style}"


def rename(font: TTFont, style: str) -> None:
    """Give the font its own name; author, copyright and licence stay."""
    names = font["name"]
    source, version = names.getDebugName(FAMILY_NAME), names.getDebugName(VERSION)
    names.names = [name for name in names.names if name.nameID in KEPT_NAMES]
    postscript = file_stem(style)
    own = {
        FAMILY_NAME: FAMILY,
        STYLE_NAME: style,
        UNIQUE_NAME: f"{postscript}; {version}",
        FULL_NAME: f"{FAMILY} {style}",
        POSTSCRIPT_NAME: postscript,
        DESCRIPTION: f"The characters of GB 2312 from {source}, {version}.",
    }
    for number, text in own.items():
        names.setName(text, number, 3, 1, 0x409)  # for Windows, in Unicode, in English


def cut(source: Path, style: str) -> TTFont:
    """The typeface of one style. Raises `ValueError` where `source` lacks a character."""
    font = TTFont(source, recalcTimestamp=False)
    missing = sorted(characters() - set(font.getBestCmap()))
    if missing:
        raise ValueError(f"{source} lacks {' '.join(map(chr, missing))}")
    options = Options()
    options.hinting = False  # pages are drawn at the printer's resolution
    options.layout_features = []
    options.glyph_names = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["BASE", "GPOS", "GSUB", "meta", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    rename(font, style)
    font.flavor = None
    return font


def main() -> None:
    """Write the regular and the bold file into resources/fonts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path, help="the unpacked npm package @ibm/plex-sans-sc")
    package = parser.parse_args().package
    for style in STYLES:
        font = cut(package / "fonts/complete/woff/hinted" / f"IBMPlexSansSC-{style}.woff", style)
        font.save(FONTS / f"{file_stem(style)}.ttf")


if __name__ == "__main__":
    main()
