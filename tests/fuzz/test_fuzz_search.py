"""The search box takes any text, answers at once with what was asked for, and never marks what is not there."""

import pytest
from fuzzing import at_once, examples, pieces
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.domain.query import Match, Query, fold, words
from neutrogui.store.library import SqliteLibrary

NAMES = (
    "felty Felty's leukaemia leukemia acute levels carbimazole methimazole metamizole neutropenia spleen low what is"
    " lukemia neutropnia splen feltys infection fever G-CSF ANC count autoimmune thyroid splenomegaly"
)
UGLY = ("\u0301", "\x00", "\ud800")
SIGNS = ("*", '"', "-", "^", "µ", "ß", "ﬁ", "(", ")", "’", "İ", "AND", "NOT", "NEAR(", "a*", "title:", *UGLY)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORDS = [*NAMES.split(), *SIGNS]
TYPED = (
    st.text(max_size=60) | pieces(WORDS, 1, 8).map(" ".join) | pieces([*WORDS, *LETTERS, " ", " "], 2, 30).map("".join)
)
BEST_FIRST = list(Match)


class Held:
    """The entries that are searched; a test on request takes no fixtures."""

    library: SqliteLibrary


@pytest.fixture(scope="module", autouse=True)
def _held(sample_library: SqliteLibrary) -> None:
    Held.library = sample_library


def spaced(text: str) -> str:
    return f" {' '.join(words(text))}"


def trigrams(text: str) -> set[str]:
    return {text[at : at + 3] for at in range(len(text) - 2)}


@examples(90)
@given(TYPED)
def test_any_text_is_searched_for_at_once_and_every_hit_has_what_was_asked(typed: str) -> None:
    with at_once():
        hits = Held.library.search(typed)
    ids = [hit.id for hit in hits]
    assert len(ids) == len(set(ids))
    ranks = [BEST_FIRST.index(hit.match) for hit in hits]
    assert ranks == sorted(ranks)
    query = Query.of(typed)
    assert query or not hits
    for hit in hits:
        if hit.where in ("title", "also called"):
            assert hit.line in (hit.title, *hit.synonyms)
        match hit.match:
            case Match.EXACT:
                # Nothing is called exact that differs in more than spelling.
                assert any(Query.of(name).joined == query.joined for name in (hit.title, hit.line, *hit.synonyms))
            case Match.PREFIX:
                assert query.matches(hit.line) or Query.of(hit.line).joined.startswith(query.joined)
            case Match.TEXT:
                beginnings = [f" {beginning}" for term in query.terms for beginning in query.loosened(term)]
                assert any(beginning in spaced(hit.line) for beginning in beginnings)
            case Match.SIMILAR:
                assert trigrams(query.folded) & trigrams(spaced(hit.line))


@examples(60)
@given(TYPED)
def test_the_nearest_name_is_one_that_shares_letters_with_what_was_typed(typed: str) -> None:
    with at_once():
        nearest = Held.library.nearest(typed)
    if nearest:
        assert trigrams(Query.of(typed).folded) & trigrams(spaced(nearest))


@examples(90)
@given(TYPED, st.text(max_size=60) | pieces([*WORDS, *LETTERS, " ", "-"], 0, 40).map("".join))
def test_marking_loses_no_letter_and_marks_what_answers(typed: str, text: str) -> None:
    with at_once():
        query = Query.of(typed)
        marked = query.marked(text)
        query.matches(text)
    assert "".join(piece for piece, _ in marked) == text
    assert all(piece for piece, _ in marked)
    assert all(fold(term) for term in query.terms)
    beginnings = tuple(beginning for term in query.terms for beginning in query.loosened(term))
    assert all(any(word.startswith(beginnings) for word in words(piece)) for piece, is_marked in marked if is_marked)


@examples(20, most=5_000)
@given(
    st.lists(st.sampled_from(WORDS), min_size=200, max_size=3000).map(" ".join) | st.text(min_size=400, max_size=900)
)
def test_a_page_pasted_by_mistake_is_searched_for_at_once(typed: str) -> None:
    with at_once():
        Held.library.search(typed)
        Held.library.nearest(typed)
