"""Draws what systems want of the program's icon: `python tools/draw_icons.py`, after the SVG changed."""

import os
import struct
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[1]
ICONS, LINUX, MACOS = ROOT / "resources" / "icons", ROOT / "packaging" / "linux", ROOT / "packaging" / "macos"
ICO_SIZES = (16, 24, 32, 48, 64, 256)
ICNS_KINDS = {16: b"icp4", 32: b"icp5", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}
PNG_SIZE = 256
LINUX_SIZES = (48, 64, 128)


def png(renderer: QSvgRenderer, size: int) -> bytes:
    """The icon as a PNG of `size` × `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Windows's icon file: a directory of PNGs; a size of 256 is written as 0 there."""
    header = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(header) + 16 * len(pictures)
    directory = b""
    for size, data in pictures.items():
        directory += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return header + directory + b"".join(pictures.values())


def icns(pictures: dict[int, bytes]) -> bytes:
    """The icon file of macOS: PNGs, each with its kind, which tells its size, and its length."""
    parts = b"".join(
        ICNS_KINDS[size] + struct.pack(">I", 8 + len(picture)) + picture for size, picture in pictures.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def main() -> None:
    """Write `neutrogui.png` and `neutrogui.ico` beside `neutrogui.svg`, and what the packages want."""
    application = QGuiApplication([])
    renderer = QSvgRenderer(str(ICONS / "neutrogui.svg"))
    (ICONS / "neutrogui.png").write_bytes(png(renderer, PNG_SIZE))
    (ICONS / "neutrogui.ico").write_bytes(ico({size: png(renderer, size) for size in ICO_SIZES}))
    (MACOS / "neutrogui.icns").write_bytes(icns({size: png(renderer, size) for size in ICNS_KINDS}))
    for size in LINUX_SIZES:
        (LINUX / f"neutrogui-{size}.png").write_bytes(png(renderer, size))
    del application


if __name__ == "__main__":
    main()
