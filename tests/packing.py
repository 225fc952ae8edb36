"""Content packs made byte by byte, sound or spoilt in one place, in the form that docs/content-packs.md tells."""

import hashlib
from pathlib import Path

from nacl.signing import SigningKey

KEY = SigningKey(bytes(range(32)))
OTHER_KEY = SigningKey(bytes(range(1, 33)))

LABEL = 16 + 24 + 4 + 32
"""Bytes of magic, edition, schema version and digest."""

HEAD = LABEL + 64
"""The content begins after the signature."""


def pack_bytes(
    content: bytes, edition: str = "2026.12", schema: int = 3, key: SigningKey = KEY, magic: bytes = b"NeutroGUI pack 1"
) -> bytes:
    """A whole pack; what is signed is what the arguments say, right or wrong."""
    digest = hashlib.sha256(content).digest()
    label = magic + edition.encode("ascii").ljust(24, b"\0") + schema.to_bytes(4, "big") + digest
    return label + key.sign(label).signature + content


def write_key(folder: Path, key: SigningKey = KEY, name: str = "clinic") -> Path:
    """The public half, as a program is given it."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.pub"
    path.write_text(key.verify_key.encode().hex() + "\n", encoding="ascii")
    return path
