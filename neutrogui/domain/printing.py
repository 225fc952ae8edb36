"""The port through which screens get pages: they neither know how pages are laid out nor how files are written.

What is printed is in `printable`, which a start has no use for.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from neutrogui.domain.printable import Printable


class PrintingFailed(Exception):
    """Pages could not be made or saved. Its text is a plain sentence for the user."""


class Printing(Protocol):
    """Makes pages. All of its methods raise `PrintingFailed`."""

    def pdf(self, printable: "Printable") -> bytes:
        """A tagged PDF, byte-identical for the same input."""
        ...

    def pages(self, printable: "Printable", pixels_per_inch: float) -> tuple[bytes, ...]:
        """The same pages as PNG pictures."""
        ...

    def save(self, data: bytes, path: Path) -> None:
        """Write a file whole or not at all."""
        ...
