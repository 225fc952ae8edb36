"""The tree of titles through which entries are found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Place:
    """A node of the outline: an entry's title, or (with an empty `entry_id`) the name of a way into the tree."""

    title: str
    entry_id: str = ""
    children: tuple["Place", ...] = ()

    def walk(self) -> Iterator["Place"]:
        """This place and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Outline:
    """All ways into the tree. An entry may stand in several places."""

    ways: tuple[Place, ...]

    def walk(self) -> Iterator[Place]:
        """Every place, in reading order."""
        for way in self.ways:
            yield from way.walk()

    def trail(self, entry_id: str) -> tuple[Place, ...]:
        """The places from the way in down to the first in which the entry stands; none for an unknown entry."""
        return next(iter(self._trails.get(entry_id, ())), ())

    def paths(self, entry_id: str) -> tuple[tuple[str, ...], ...]:
        """The titles above each place in which the entry stands, from the way in down to its parent."""
        return tuple(tuple(place.title for place in trail[:-1]) for trail in self._trails.get(entry_id, ()))

    def narrowed(self, ranked: Sequence[str]) -> "Outline":
        """Only the given entries, each once, with the places above them; the best entry's branch comes first.

        An entry that stands in several places is kept in the first of them: a narrowed tree is short, and nobody
        reads the same line twice.
        """
        kept: _Branches = {}
        for entry_id in ranked:
            branches = kept
            for place in self.trail(entry_id):
                branches = branches.setdefault(id(place), (place, {}))[1]
        return Outline(_places(kept))

    @cached_property
    def _trails(self) -> dict[str, list[tuple[Place, ...]]]:
        """For each entry the places from the way in down to each in which it stands, in reading order."""
        trails: dict[str, list[tuple[Place, ...]]] = {}

        def visit(place: Place, above: tuple[Place, ...]) -> None:
            trail = (*above, place)
            if place.entry_id:
                trails.setdefault(place.entry_id, []).append(trail)
            for child in place.children:
                visit(child, trail)

        for way in self.ways:
            visit(way, ())
        return trails


_Branches = dict[int, tuple[Place, "_Branches"]]
"""Places that are kept, in the order in which they were, each with those kept below it."""


def _places(branches: _Branches) -> tuple[Place, ...]:
    return tuple(replace(place, children=_places(below)) for place, below in branches.values())
