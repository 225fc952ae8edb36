"""Small pictures made byte by byte, sound or spoilt in one place."""

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, data: bytes) -> bytes:
    """One piece of a PNG file: length, kind, data, and the check over kind and data."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def header(width: int, height: int, depth: int = 8, colour: int = 2) -> bytes:
    """The piece with the size; colour 2 is red, green and blue."""
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))


def pixels(width: int, height: int) -> bytes:
    """The piece with the dots, all of them black."""
    return chunk(b"IDAT", zlib.compress((b"\0" + b"\0\0\0" * width) * height))


END = chunk(b"IEND", b"")


def png(width: int = 2, height: int = 2) -> bytes:
    """A black PNG picture."""
    return SIGNATURE + header(width, height) + pixels(width, height) + END


def svg(inside: str = '<rect width="8" height="8"/>', attributes: str = 'viewBox="0 0 8 8"') -> bytes:
    """An SVG picture."""
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {names} {attributes}>{inside}</svg>".encode()
