"""The port through which content is read, and what can go wrong behind it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from neutrogui.domain.entry import Entry, Reference
from neutrogui.domain.outline import Outline
from neutrogui.domain.query import Hit


class LibraryError(Exception):
    """The content cannot be used. Its text is a plain sentence for the user, saying what can be done."""


class ContentMissing(LibraryError):
    """There is no content file, or it cannot be read."""


class ContentAltered(LibraryError):
    """The content file is not the one that was checked and released."""


class ContentOfOtherSchema(LibraryError):
    """The content file was made for another version of the program."""


class PackRefused(LibraryError):
    """A content pack is not what it has to be; the content that came with the program is used in its place."""


class EntryUnknown(LibraryError):
    """No entry has the id asked for."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Which content this is. `digest` is the SHA-256 of the file, in hexadecimal; `packed` content came in a pack."""

    name: str
    date: str
    entries: int
    references: int
    digest: str
    packed: bool = False


def edition_order(name: str) -> tuple[int, ...]:
    """What editions are compared by: `2026.9` is before `2026.11`, and that before `2026.11.1`.

    Empty, and so before all others, for a name that is not whole numbers with dots between.
    """
    numbered = re.fullmatch(r"[0-9]{1,9}(?:\.[0-9]{1,9})*", name)
    return tuple(int(number) for number in name.split(".")) if numbered else ()


class Library(Protocol):
    """Where entries, their outline and the answers to a search come from."""

    @property
    def edition(self) -> Edition:
        """Name, date and size of the content."""
        ...

    def outline(self) -> Outline:
        """The tree of titles."""
        ...

    def entry(self, entry_id: str) -> Entry:
        """One entry, whole. Raises `EntryUnknown`."""
        ...

    def tags(self) -> Mapping[str, frozenset[str]]:
        """The answers of `domain.facet` that each entry gives, by entry id in the outline's order."""
        ...

    def references(self) -> tuple[Reference, ...]:
        """Every publication that an entry names, by first author."""
        ...

    def nearest(self, typed: str) -> str:
        """The name whose spelling is nearest to text that found nothing, or empty."""
        ...

    def search(self, typed: str, limit: int = 50) -> list[Hit]:
        """What answers the typed text, best first; nothing for text without a letter or digit."""
        ...


@dataclass(frozen=True, slots=True)
class LibraryInUse:
    """The library to read from, and what became of a content pack that it is not.

    `refusal` says in plain sentences why a pack is not used; `passed_over` is the edition of a sound pack that is no
    newer than the content that came with the program, as one is after an update of the program.
    """

    library: Library
    refusal: str = ""
    passed_over: str = ""
