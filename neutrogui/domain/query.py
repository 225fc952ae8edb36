"""Typed text becomes a `Query`; what answers it is a `Hit`. Folding makes spellings meet.

>>> fold("Leukaemia") == fold("leukemia")
True
>>> Query.of("  Felty's  SYNDROME ").terms
('felty', 'syndrome')
>>> [text for text, marked in Query.of("cyclic").marked("Cyclic neutropenia") if marked]
['Cyclic']
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from neutrogui.domain.wording import same_as

MAX_QUERY_LENGTH = 200
"""Characters of typed text that are looked at; the rest of a pasted page says nothing more."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_HYPHENATED = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)+")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_APOSTROPHES = re.compile(r"['’]")
_SPELLINGS = (("ae", "e"), ("oe", "e"), ("our", "or"), ("sulph", "sulf"), ("z", "s"))

_ENDINGS = ("ing", "ed", "es", "s")
"""Endings that a word of the text need not share: `treated` finds `treatment`."""

_SHORTEST_STEM = 4
"""Letters that stay when an ending is taken off."""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """One spelling for all: no case, no accents, British and American spelling alike."""
    # Again after taking apart: 𝕭 and ᴮ have no small letter, the B in them has one.
    decomposed = unicodedata.normalize("NFKD", text.casefold()).casefold()
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    for written, folded in _SPELLINGS:
        bare = bare.replace(written, folded)
    return bare


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """A word folded, without a possessive ending or apostrophes."""
    return fold(_APOSTROPHES.sub("", _POSSESSIVE.sub("", word)))


def words(text: str) -> list[str]:
    """The folded words of a text, each also in the other ways in which people type it.

    >>> words("G-CSF in Felty's syndrome")
    ['g', 'csf', 'in', 'felty', 'feltys', 'syndrome', 'gcsf']
    """
    text = unicodedata.normalize("NFC", text)
    found = []
    for word in _WORD.findall(text):
        found.append(_stem(word))
        if _POSSESSIVE.search(word):
            found.append(fold(_APOSTROPHES.sub("", word)))
    found += [fold(re.sub(r"[-‐‑]", "", compound)) for compound in _HYPHENATED.findall(text)]
    return found


class Match(StrEnum):
    """How an entry answers a query, best first."""

    EXACT = "exact"
    PREFIX = "prefix"
    TEXT = "text"
    SIMILAR = "similar"


@cache
def _others() -> dict[str, tuple[str, ...]]:
    """For each folded word the other words for the same."""
    return {fold(word): tuple(" ".join(words(other)) for other in others) for word, others in same_as().items()}


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, as folded words in their order; no words means no query."""

    terms: tuple[str, ...]

    @classmethod
    def of(cls, typed: str) -> "Query":
        """Any text at all; what is not a letter or a digit separates words."""
        text = unicodedata.normalize("NFC", typed[:MAX_QUERY_LENGTH])
        terms = (_stem(word).strip() for word in _WORD.findall(text))
        return cls(tuple(term for term in terms if term))

    def __bool__(self) -> bool:
        return bool(self.terms)

    @property
    def folded(self) -> str:
        """The words with one space between them."""
        return " ".join(self.terms)

    @property
    def joined(self) -> str:
        """The words without the spaces: `vitamin B 12` is `vitamin B12`."""
        return "".join(self.terms)

    def beginnings(self, term: str) -> tuple[str, ...]:
        """What a matching word may begin with: while typing, the last letter may be half of a folded pair."""
        if term.endswith(("a", "o")) and len(term) > 2:
            return (term, term[:-1] + "e")
        if term.endswith("ou"):
            return (term, term[:-1])
        if term.endswith("sulp"):
            return (term, term[:-1] + "f")
        return (term,)

    def loosened(self, term: str) -> tuple[str, ...]:
        """What a matching word of a text may begin with, whatever its own ending, or another word for the same.

        >>> Query.of("toddler").loosened("toddler")[:3]
        ('toddler', 'child', 'children')
        """
        ending = next((e for e in _ENDINGS if term.endswith(e) and len(term) - len(e) >= _SHORTEST_STEM), "")
        return (*self.beginnings(term.removesuffix(ending)), *_others().get(term, ()))

    def matches(self, text: str) -> bool:
        """Whether every word of the query begins some word of the text."""
        present = words(text)
        return all(any(w.startswith(b) for b in self.beginnings(t) for w in present) for t in self.terms)

    def marked(self, text: str) -> list[tuple[str, bool]]:
        """The text in pieces that join to it again, each with whether its word answers the query."""
        beginnings = tuple(b for term in self.terms for b in self.loosened(term))
        pieces: list[tuple[str, bool]] = []
        end = 0
        for found in _WORD.finditer(text):
            if beginnings and _stem(found.group()).startswith(beginnings):
                if found.start() > end:
                    pieces.append((text[end : found.start()], False))
                pieces.append((found.group(), True))
                end = found.end()
        if end < len(text):
            pieces.append((text[end:], False))
        return pieces


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that answers a query.

    `line` is the text in which the match was found and `where` names it: "title", "also called", or a section's
    heading. `tags` are its answers to the questions of `domain.facet`. `tall_man` is a medicine's name with the
    capitals that tell it from its look-alikes, where such a spelling is published.
    """

    id: str
    title: str
    match: Match
    line: str
    where: str
    synonyms: tuple[str, ...] = ()
    paths: tuple[tuple[str, ...], ...] = ()
    tags: frozenset[str] = frozenset()
    tall_man: str = ""
