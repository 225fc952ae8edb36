"""The tree of titles through which entries are found."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace


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


@dataclass(frozen=True, slots=True)
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
        rank: Mapping[str, int] = {entry_id: number for number, entry_id in enumerate(ranked)}
        placed: set[str] = set()

        def best(place: Place) -> int:
            return min(rank.get(p.entry_id, len(rank)) for p in place.walk())

        def keep(place: Place) -> Place | None:
            hit = place.entry_id in rank and place.entry_id not in placed
            if hit:
                placed.add(place.entry_id)
            children = tuple(kept for child in place.children if (kept := keep(child)) is not None)
            if not hit and not children:
                return None
            return replace(place, children=tuple(sorted(children, key=best)))

        kept = [place for way in self.ways if (place := keep(way)) is not None]
        return Outline(tuple(sorted(kept, key=best)))
