"""Reads a tagged PDF the way a screen reader does: its structure, and the text of each part in reading order."""

import re
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf


@dataclass
class Element:
    """A part of the document: its tag, what a screen reader says instead of it, its own text, and its parts."""

    tag: str
    alternative: str = ""
    text: str = ""
    parts: list["Element"] = field(default_factory=list)

    def all(self, tag: str) -> list["Element"]:
        return ([self] if self.tag == tag else []) + [found for part in self.parts for found in part.all(tag)]


def structure(pdf: bytes) -> Element:
    """The document's structure; an element's text holds that of its parts."""
    with pikepdf.open(BytesIO(pdf)) as document:
        marked = {}
        for page in document.pages:
            for number, text in _marked_texts(page).items():
                marked[(page.objgen, number)] = text
        (whole,) = document.Root.StructTreeRoot.K
        return _element(whole, marked)


def plain_text(pdf: bytes) -> str:
    """All text that is read aloud, parts separated by blanks; places where a word may break are left out."""
    return re.sub(r"\s+", " ", structure(pdf).text.replace("\u200b", ""))


def footers(pdf: bytes) -> list[str]:
    """Text of each page that is not read aloud: headers and footers are artifacts."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [re.sub(r"\s+", " ", _marked_texts(page).get(-1, "")).strip() for page in document.pages]


def _element(node: Any, marked: dict[tuple[Any, int], str], page: Any = None) -> Element:
    page = node.get("/Pg", page)
    element = Element(str(node.S).removeprefix("/"), str(node.get("/Alt", "")))
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            element.text += marked.get((page.objgen, kid), "")
        elif "/MCID" in kid:
            element.text += marked.get((kid.get("/Pg", page).objgen, int(kid.MCID)), "")
        elif "/S" in kid:
            part = _element(kid, marked, page)
            element.parts.append(part)
            blank = "" if part.tag in ("Span", "Strong", "Em") else " "
            element.text += blank + part.text + blank
    return element


def _marked_texts(page: pikepdf.Page) -> dict[int, str]:
    """The text of each marked part of a page by its number; what bears no number is under -1."""
    fonts = {name: _unicode_of(font) for name, font in page.Resources.get("/Font", {}).items()}
    texts: dict[int, str] = {}
    open_parts: list[tuple[int, bool]] = [(-1, False)]
    font: dict[bytes, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        number, replaced = open_parts[-1]
        match str(operator):
            case "BDC":
                properties = operands[1]
                if isinstance(properties, pikepdf.Name):
                    properties = page.Resources.Properties[properties]
                number = int(properties.get("/MCID", -1 if str(operands[0]) == "/Artifact" else number))
                if "/ActualText" in properties:
                    texts[number] = texts.get(number, "") + str(properties.ActualText)
                    replaced = True
                open_parts.append((number, replaced))
            case "BMC":
                open_parts.append((-1 if str(operands[0]) == "/Artifact" else number, replaced))
            case "EMC":
                open_parts.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" | "TJ" if not replaced:
                strings = operands[0] if str(operator) == "TJ" else [operands[0]]
                shown = b"".join(bytes(s) for s in strings if isinstance(s, pikepdf.String))
                letters = "".join(font.get(shown[i : i + 2], "\ufffd") for i in range(0, len(shown), 2))
                texts[number] = texts.get(number, "") + letters
            case "BT":
                # A new line begins: typst leaves out the blank at its end.
                texts[number] = texts.get(number, "") + " " if texts.get(number, "") else ""
    return texts


def _unicode_of(font: Any) -> dict[bytes, str]:
    """A font's `ToUnicode` table: from the two bytes of a glyph to its characters."""
    table = bytes(font.ToUnicode.read_bytes()).decode("latin-1")
    found = {}
    for section in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for glyph, letters in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", section):
            found[bytes.fromhex(glyph)] = bytes.fromhex(letters).decode("utf-16-be")
    for section in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, letters in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", section):
            start = bytes.fromhex(letters).decode("utf-16-be")
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[(int(first, 16) + step).to_bytes(2, "big")] = start[:-1] + chr(ord(start[-1]) + step)
    return found
