"""What clinicians type leads to the entry they want; `make content-report` tells the figures and what is missed."""

import pytest

from neutrogui.authoring.report import LOOKUPS, looked_up, read_lookups
from neutrogui.domain.query import Query
from neutrogui.store.library import SqliteLibrary
from neutrogui.store.search import nearest

FLOORS = {"first": 170, "among the first three": 182}
"""Of two hundred, seen or unseen while tuning."""


@pytest.mark.parametrize("seen", LOOKUPS)
def test_there_are_two_hundred_different_look_ups_for_entries_that_exist(
    content_library: SqliteLibrary, seen: str
) -> None:
    lookups = read_lookups(LOOKUPS[seen])
    assert len({lookup.typed for lookup in lookups}) == len(lookups) == 200
    known = content_library.tags()
    assert [lookup for lookup in lookups if not any(entry_id in known for entry_id in lookup.wanted)] == []


@pytest.mark.parametrize("seen", LOOKUPS)
@pytest.mark.parametrize("place", FLOORS)
def test_the_wanted_entry_comes_early(content_library: SqliteLibrary, place: str, seen: str) -> None:
    share = looked_up(content_library, LOOKUPS)[f"{place}, {seen}"]
    assert share.have >= FLOORS[place], str(share)


def test_a_question_is_answered_by_what_has_most_of_its_words(content_library: SqliteLibrary) -> None:
    hits = content_library.search("low neutrophils after bariatric surgery xyzzy")
    assert hits[0].id == "malabsorption-after-bypass-surgery"


@pytest.mark.parametrize(
    ("typed", "name"),
    [("clozpne", "clozapine"), ("fanconomia", "Fanconi"), ("shwkmn dimond", "Shwachman"), ("xqz", ""), ("", "")],
)
def test_the_nearest_name_is_told_or_none(content_library: SqliteLibrary, typed: str, name: str) -> None:
    found = nearest(content_library._connection, Query.of(typed))
    assert name.casefold() in found.casefold() if name else not found
