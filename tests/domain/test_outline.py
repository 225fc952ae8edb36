from collections import Counter
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from neutrogui.domain.outline import Outline, Place


def entry(entry_id: str, *children: Place) -> Place:
    return Place(entry_id.title(), entry_id, children)


def way(title: str, *children: Place) -> Place:
    return Place(title, "", children)


OUTLINE = Outline(
    (
        way("By type", entry("acquired", entry("felty"), entry("hiv")), entry("inherited", entry("cyclic"))),
        way("By mechanism", entry("spleen", entry("felty")), entry("production", entry("hiv"), entry("cyclic"))),
    )
)


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    """Small trees in which an entry may stand in several places, as it may in the content, but never below itself."""

    def places(free: tuple[str, ...], depth: int) -> tuple[Place, ...]:
        ids = draw(st.lists(st.sampled_from(free), unique=True, max_size=3)) if free else []
        made = []
        for entry_id in ids:
            below = tuple(each for each in free if each != entry_id)
            made.append(entry(entry_id, *(places(below, depth - 1) if depth else ())))
        return tuple(made)

    return Outline(tuple(way(f"Way {n}", *places(tuple("abcdef"), 2)) for n in range(draw(st.integers(0, 3)))))


rankings = st.lists(st.sampled_from("abcdefgh"), unique=True)


def lines(places: tuple[Place, ...], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Place]]:
    for place in places:
        yield (*above, place.title), place
        yield from lines(place.children, (*above, place.title))


def ids(outline: Outline) -> list[str]:
    return [place.entry_id for place in outline.walk() if place.entry_id]


def test_the_outline_is_walked_in_reading_order() -> None:
    assert [place.title for place in OUTLINE.walk()] == [
        "By type", "Acquired", "Felty", "Hiv", "Inherited", "Cyclic",
        "By mechanism", "Spleen", "Felty", "Production", "Hiv", "Cyclic",
    ]  # fmt: skip


def test_an_entry_has_a_path_for_each_place_it_stands_in() -> None:
    assert OUTLINE.paths("felty") == (("By type", "Acquired"), ("By mechanism", "Spleen"))
    assert OUTLINE.paths("acquired") == (("By type",),)
    assert OUTLINE.paths("not-there") == ()


def test_the_trail_leads_to_the_first_place_of_an_entry() -> None:
    assert [place.title for place in OUTLINE.trail("felty")] == ["By type", "Acquired", "Felty"]
    assert [place.title for place in OUTLINE.trail("acquired")] == ["By type", "Acquired"]
    assert OUTLINE.trail("not-there") == ()


def test_a_narrowed_outline_shows_a_hit_once_below_the_places_above_it() -> None:
    assert OUTLINE.narrowed(["felty"]) == Outline((way("By type", entry("acquired", entry("felty"))),))


def test_the_branch_of_the_best_hit_comes_first() -> None:
    narrowed = OUTLINE.narrowed(["spleen", "cyclic", "hiv"])
    assert narrowed == Outline(
        (
            way("By mechanism", entry("spleen")),
            way("By type", entry("inherited", entry("cyclic")), entry("acquired", entry("hiv"))),
        )
    )


def test_nothing_found_leaves_nothing() -> None:
    assert OUTLINE.narrowed([]) == Outline(())
    assert OUTLINE.narrowed(["not-there"]) == Outline(())


@given(outlines(), rankings)
def test_narrowing_keeps_exactly_the_hits_and_what_stands_above_them(outline: Outline, ranked: list[str]) -> None:
    narrowed = outline.narrowed(ranked)
    hits = set(ranked) & set(ids(outline))
    assert hits <= set(ids(narrowed))
    leaves = [place.entry_id for place in narrowed.walk() if not place.children]
    assert set(leaves) <= hits
    assert max(Counter(leaves).values(), default=1) == 1
    assert {path for path, _ in lines(narrowed.ways)} <= {path for path, _ in lines(outline.ways)}


@given(outlines(), rankings)
def test_at_every_level_better_hits_come_first(outline: Outline, ranked: list[str]) -> None:
    def best(place: Place) -> int:
        return min(ranked.index(each.entry_id) for each in place.walk() if each.entry_id in ranked)

    narrowed = outline.narrowed(ranked)
    for level in (narrowed.ways, *(place.children for place in narrowed.walk())):
        ranks = [best(place) for place in level]
        assert ranks == sorted(ranks)


@given(outlines())
def test_narrowing_to_every_entry_loses_none(outline: Outline) -> None:
    assert set(ids(outline.narrowed(ids(outline)))) == set(ids(outline))


@given(outlines())
def test_the_paths_are_those_of_the_walk(outline: Outline) -> None:
    expected = Counter((place.entry_id, path[:-1]) for path, place in lines(outline.ways) if place.entry_id)
    found = Counter((entry_id, path) for entry_id in set(ids(outline)) for path in outline.paths(entry_id))
    assert found == expected
