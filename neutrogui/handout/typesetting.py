"""A document laid out by typst, as PDF or as pictures of its pages. The only module that knows typst.

What is printed reaches the template as data, in one JSON string; it is never built into a template's source.
Only the bundled fonts are used, so the same document gives the same bytes on every computer.
"""

import json
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, cast

import typst

from neutrogui.domain.handout import Paper
from neutrogui.domain.language import say
from neutrogui.handout.glyphs import covered

_STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]
"""PDF/UA-1 for reading aloud, PDF/A-2a for keeping in a patient's record."""

PAPER = {Paper.A4: "a4", Paper.LETTER: "us-letter"}
"""typst's names of the papers."""


class TypesettingFailed(Exception):
    """The pages could not be made; the message says why in a sentence."""


@dataclass(frozen=True, slots=True)
class Document:
    """What to print: a template's name, the JSON-able data it lays out, and the folder of the resources."""

    template: str
    data: Mapping[str, Any]
    resources: Path


def pdf(document: Document) -> bytes:
    """The document as a tagged PDF (PDF/UA-1 and PDF/A-2a), byte for byte the same for the same document.

    Raises `TypesettingFailed`.
    """
    return _compiled(document, "pdf", None)[0]


def pages(document: Document, pixels_per_inch: float) -> tuple[bytes, ...]:
    """The document's pages as PNG pictures, in order. Raises `TypesettingFailed`."""
    return tuple(_compiled(document, "png", pixels_per_inch))


def _compiled(document: Document, form: Literal["pdf", "png"], pixels_per_inch: float | None) -> list[bytes]:
    folder_of_fonts = document.resources / "fonts"
    try:
        characters = covered(folder_of_fonts)
    except (OSError, ValueError, LookupError, StopIteration, struct.error) as error:
        # A share that has gone, or a font that is no whole one.
        raise TypesettingFailed(
            say("The fonts of this installation can’t be read. Install NeutroGUI again.")
        ) from error
    if not characters:
        raise TypesettingFailed(say("The fonts are missing from this installation. Install NeutroGUI again."))
    missing = sorted(set("".join(_texts(document.data))) - characters - {"\n"})
    if missing:
        shown = ", ".join(f"“{c}” U+{ord(c):04X}" if c.isprintable() else f"U+{ord(c):04X}" for c in missing[:5])
        raise TypesettingFailed(say("The fonts of the page lack {signs}.").format(signs=shown))
    folder = document.resources / "handout"
    try:
        made, warnings = typst.compile_with_warnings(
            folder / f"{document.template}.typ",
            root=folder,
            font_paths=fonts(folder_of_fonts),
            ignore_system_fonts=True,
            format=form,
            ppi=pixels_per_inch,
            sys_inputs={"data": json.dumps(document.data, ensure_ascii=False)},
            pdf_standards=list(_STANDARDS) if form == "pdf" else [],
        )
    except typst.TypstError as error:
        raise TypesettingFailed(_not_laid_out(error.message)) from error
    except (RuntimeError, OSError) as error:
        raise TypesettingFailed(_not_laid_out(str(error))) from error
    except BaseException as error:
        # A fault within typst is no `Exception`, so it would pass by every handler.
        if type(error).__name__ != "PanicException":
            raise
        message = say("The page could not be laid out: typst failed on it. If there is a logo, save it as a PNG file.")
        raise TypesettingFailed(message) from error
    if warnings:
        told = say("The page could not be laid out cleanly: {reason}.")
        raise TypesettingFailed(told.format(reason=warnings[0].message))
    # A single picture comes as bytes, several as a list; the annotations know only the first.
    result = cast("bytes | list[bytes]", made)
    return [result] if isinstance(result, bytes) else result


def _not_laid_out(reason: str) -> str:
    return say("The page could not be laid out: {reason}.").format(reason=reason)


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _texts(value)


@lru_cache(maxsize=2)
def fonts(folder: Path) -> typst.Fonts:
    """The bundled fonts, and no others."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
