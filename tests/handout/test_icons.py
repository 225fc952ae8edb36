"""The pictures of the handouts: drawn alike everywhere, whole, and still there after a bad photocopy."""

import re
import tomllib
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
import typst
from PySide6.QtGui import QImage

from neutrogui.bundle import resources

FOLDER = resources() / "handout" / "icons"
ICONS = sorted(path.stem for path in FOLDER.glob("*.svg"))

NAMESPACE = "{http://www.w3.org/2000/svg}"
SIDE = 24
MARGIN = 6
DOTS = 4  # to a unit of the drawing: 245 dots per inch at 10 mm

GEOMETRY = {
    "g": {"transform"},
    "path": {"d"},
    "circle": {"cx", "cy", "r"},
    "ellipse": {"cx", "cy", "rx", "ry"},
    "rect": {"x", "y", "width", "height", "rx"},
    "line": {"x1", "y1", "x2", "y2"},
    "polyline": {"points"},
}
PEN = {"fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"}


def drawing(icon: str) -> ElementTree.Element:
    return ElementTree.fromstring((FOLDER / f"{icon}.svg").read_text("utf-8"))


class Picture:
    """The dots of an icon with a margin around its box, from which a line that leaves the box is not cut off."""

    def __init__(self, png: bytes) -> None:
        image = QImage.fromData(png).convertToFormat(QImage.Format.Format_Grayscale8)
        side = (SIDE + 2 * MARGIN) * DOTS
        assert (image.width(), image.height()) == (side, side)
        whole = bytes(image.constBits())
        rows = [whole[at : at + side] for at in range(0, len(whole), image.bytesPerLine())]
        inner = slice(MARGIN * DOTS, -MARGIN * DOTS)
        self.box = b"".join(row[inner] for row in rows[inner])
        self.outside_is_white = sum(map(sum, rows)) - sum(self.box) == 255 * (side**2 - len(self.box))
        self.ink = frozenset(at for at, grey in enumerate(self.box) if grey < 128)

    def share_of_ink(self) -> float:
        return len(self.ink) / len(self.box)


def pictures_of(folder: Path, drawings: dict[str, str]) -> dict[str, Picture]:
    """Each drawing as typst draws it; the folder is written to."""
    box, wider = f'"0 0 {SIDE} {SIDE}"', f'"{-MARGIN} {-MARGIN} {SIDE + 2 * MARGIN} {SIDE + 2 * MARGIN}"'
    for name, svg in drawings.items():
        assert svg.count(f"viewBox={box}") == 1
        (folder / f"{name}.svg").write_text(svg.replace(box, wider), "utf-8")
    side = f"{SIDE + 2 * MARGIN}pt"
    images = "".join(f'#page(image("{name}.svg", width: {side}))\n' for name in drawings)
    (folder / "icons.typ").write_text(f"#set page(width: {side}, height: {side}, margin: 0pt)\n{images}", "utf-8")
    made, warnings = typst.compile_with_warnings(folder / "icons.typ", format="png", ppi=72 * DOTS)
    assert warnings == []
    pages = made if isinstance(made, list) else [made]
    return {name: Picture(page) for name, page in zip(drawings, pages, strict=True)}


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Picture]:
    drawings = {icon: (FOLDER / f"{icon}.svg").read_text("utf-8") for icon in ICONS}
    return pictures_of(tmp_path_factory.mktemp("icons"), drawings)


@pytest.mark.parametrize("icon", ICONS)
def test_an_icon_is_black_lines_in_a_box_and_nothing_that_programs_draw_differently(icon: str):
    root = drawing(icon)
    assert root.tag == f"{NAMESPACE}svg"
    assert root.attrib == {
        "viewBox": "0 0 24 24",
        "fill": "none",
        "stroke": "black",
        "stroke-width": "1.5",
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
    }
    for element in list(root.iter())[1:]:
        kind = element.tag.removeprefix(NAMESPACE)
        assert set(element.attrib) <= GEOMETRY[kind] | PEN
        assert {element.get("fill", "none"), element.get("stroke", "none")} <= {"black", "white", "none"}
        assert not (element.text or "").strip()
        assert not (element.tail or "").strip()
        if kind == "g":
            assert re.fullmatch(r"rotate\([-\d. ]+\)", element.attrib["transform"])


@pytest.mark.parametrize("icon", ICONS)
def test_no_line_is_too_thin_for_a_copier(icon: str):
    # A third of a millimetre where an icon is 8 mm high.
    assert all(float(element.get("stroke-width", "1.5")) >= 1 for element in drawing(icon).iter())


@pytest.mark.parametrize("icon", ICONS)
def test_an_icon_lies_whole_in_its_box(icon: str, pictures: dict[str, Picture]):
    assert pictures[icon].outside_is_white


@pytest.mark.parametrize("icon", ICONS)
def test_an_icon_is_neither_empty_nor_a_blot(icon: str, pictures: dict[str, Picture]):
    assert 0.04 < pictures[icon].share_of_ink() < 0.45


def test_no_two_icons_look_the_same(pictures: dict[str, Picture]):
    alike = [
        (one, other)
        for one, other in combinations(ICONS, 2)
        if len(pictures[one].ink & pictures[other].ink) > 0.75 * len(pictures[one].ink | pictures[other].ink)
    ]
    assert len(ICONS) > 1
    assert alike == []


def test_the_pain_of_the_spleen_is_on_the_left_of_a_person_who_faces_the_reader():
    picture = drawing("sign-spleen")
    head = picture.find(f"{NAMESPACE}circle")
    flashes = [path.attrib["d"] for path in picture.iter(f"{NAMESPACE}path") if path.get("fill") == "black"]
    assert len(flashes) == 2
    for flash in flashes:
        assert min(map(float, re.findall(r"[ML](\S+) ", flash))) > float(head.attrib["cx"])


def test_a_line_that_leaves_the_box_is_seen(tmp_path: Path):
    # Lines are 2 wide: at 1 their edge is the edge of the box.
    lines = {"inside": 'd="M1 1H23V23"', "left": 'd="M0.9 2V22"', "below": 'd="M2 23.1H22"', "far": 'd="M-4 -4V-3"'}
    head = f'<svg xmlns="{NAMESPACE[1:-1]}" viewBox="0 0 24 24" fill="none" stroke="black" stroke-width="2">'
    drawn = pictures_of(tmp_path, {name: f"{head}<path {path}/></svg>" for name, path in lines.items()})
    assert {name for name, picture in drawn.items() if picture.outside_is_white} == {"inside"}
    # The upper bar reaches from 1 to the mitred corner at 24, the right one from 2 below it to 23.
    assert drawn["inside"].share_of_ink() == pytest.approx((23 * 2 + 21 * 2) / SIDE**2, abs=0.002)
    assert drawn["far"].share_of_ink() == 0


def test_every_picture_is_used_and_every_picture_that_is_used_is_there():
    plan = tomllib.loads((FOLDER.parent / "sheets.toml").read_text("utf-8"))
    template = (FOLDER.parent / "sheet.typ").read_text("utf-8")
    used = {group["icon"] for group in plan["groups"].values()}
    used |= {f"sign-{sign}" for sheet in plan["sheets"].values() for sign in sheet["signs"]}
    used |= set(re.findall(r'icon\("([\w-]+)"', template)) | {"question"}
    assert used == set(ICONS)
