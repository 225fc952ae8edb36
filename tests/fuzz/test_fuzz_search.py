"""The search box takes any text, answers at once, and never marks what is not there."""

from fuzzing import at_once, examples
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.domain.query import Match, Query, fold
from neutrogui.store.library import SqliteLibrary

NAMES = (
    "felty Felty's leukaemia leukemia acute levels carbimazole methimazole metamizole neutropenia spleen low what is"
)
UGLY = ("\u0301", "\x00", "\ud800")
SIGNS = ("*", '"', "-", "^", "µ", "ß", "ﬁ", "(", ")", "’", "İ", "AND", "NOT", "NEAR(", "a*", "title:", *UGLY)
WORDS = st.sampled_from((*NAMES.split(), *SIGNS))
TYPED = st.text(max_size=60) | st.lists(WORDS, max_size=12).map(" ".join) | st.lists(WORDS, max_size=60).map("".join)


@examples(90)
@given(TYPED)
def test_any_text_is_searched_for_at_once(sample_library: SqliteLibrary, typed: str) -> None:
    with at_once():
        hits = sample_library.search(typed)
        nearest = sample_library.nearest(typed)
    ids = [hit.id for hit in hits]
    assert len(ids) == len(set(ids))
    assert isinstance(nearest, str)
    query = Query.of(typed)
    assert query or not hits
    for hit in hits:
        assert sample_library.entry(hit.id).title == hit.title
        assert "".join(piece for piece, _ in query.marked(hit.line)) == hit.line
        if hit.match is Match.EXACT:
            # Nothing is called exact that differs in more than spelling.
            assert any(Query.of(name).joined == query.joined for name in (hit.title, hit.line, *hit.synonyms))


@examples(90)
@given(TYPED, st.text(max_size=200))
def test_folding_settles_and_marking_loses_no_letter(typed: str, text: str) -> None:
    with at_once():
        query = Query.of(typed)
        pieces = query.marked(text)
        query.matches(text)
    assert "".join(piece for piece, _ in pieces) == text
    assert all(fold(term) for term in query.terms)


@examples(20, most=2_000)
@given(st.lists(WORDS, min_size=200, max_size=3000).map(" ".join) | st.text(min_size=1000, max_size=20_000))
def test_a_page_pasted_by_mistake_is_searched_for_at_once(sample_library: SqliteLibrary, typed: str) -> None:
    with at_once():
        sample_library.search(typed)
        sample_library.nearest(typed)
