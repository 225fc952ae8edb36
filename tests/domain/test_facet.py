from hypothesis import given
from hypothesis import strategies as st

from neutrogui.domain.facet import FACETS, TAGS, counts, narrowed

TAGS_OF = {"a": frozenset({"inherited", "chronic"}), "b": frozenset({"acquired", "chronic"}), "c": frozenset()}


def test_no_answer_belongs_to_two_questions() -> None:
    assert len(TAGS) == len(set(TAGS)) == sum(len(facet.answers) for facet in FACETS)


def test_without_an_answer_everything_is_left() -> None:
    assert narrowed(TAGS_OF, ()) == ["a", "b", "c"]


def test_all_answers_have_to_fit() -> None:
    assert narrowed(TAGS_OF, ("chronic", "inherited")) == ["a"]
    assert narrowed(TAGS_OF, ("acquired", "inherited")) == []


def test_a_count_says_what_one_more_answer_would_leave() -> None:
    assert counts(TAGS_OF, ("inherited",))["chronic"] == 1
    assert counts(TAGS_OF, ("inherited",))["acquired"] == 0


@given(
    st.dictionaries(st.text(max_size=3), st.frozensets(st.sampled_from(TAGS)), max_size=8),
    st.lists(st.sampled_from(TAGS), max_size=3),
)
def test_choosing_an_offered_answer_leaves_as_many_as_its_count_said(tags_of, chosen) -> None:
    offered = counts(tags_of, chosen)
    for answer in TAGS:
        assert len(narrowed(tags_of, [*chosen, answer])) == offered[answer]
