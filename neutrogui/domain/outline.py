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

    def paths(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """For each entry the titles above each place it stands in, from the way in down to its parent."""
        found: dict[str, list[tuple[str, ...]]] = {}

        def visit(place: Place, above: tuple[str, ...]) -> None:
            if place.entry_id:
                found.setdefault(place.entry_id, []).append(above)
            for child in place.children:
                visit(child, (*above, place.title))

        for way in self.ways:
            visit(way, ())
        return {entry_id: tuple(paths) for entry_id, paths in found.items()}

    def narrowed(self, ranked: Sequence[str]) -> "Outline":
        """Only the given entries, each once, with the places above them; the best entry's branch comes first.

        An entry that stands in several places is kept in the first of them: a narrowed tree is short, and nobody
        reads the same line twice.
        """
        kept: _Branches = {}
        for entry_id in ranked:
            branches = kept
            for place in self._first_trails.get(entry_id, ()):
                branches = branches.setdefault(id(place), (place, {}))[1]
        return Outline(_places(kept))

    @cached_property
    def _first_trails(self) -> dict[str, tuple[Place, ...]]:
        """For each entry the places from the way in down to the first place it stands in."""
        trails: dict[str, tuple[Place, ...]] = {}

        def visit(place: Place, above: tuple[Place, ...]) -> None:
            trail = (*above, place)
            if place.entry_id:
                trails.setdefault(place.entry_id, trail)
            for child in place.children:
                visit(child, trail)

        for way in self.ways:
            visit(way, ())
        return trails


_Branches = dict[int, tuple[Place, "_Branches"]]
"""Places that are kept, in the order in which they were, each with those kept below it."""


def _places(branches: _Branches) -> tuple[Place, ...]:
    return tuple(replace(place, children=_places(below)) for place, below in branches.values())
