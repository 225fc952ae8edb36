import pytest
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.domain.history import History


def history(*visited: str) -> History:
    made = History()
    for entry_id in visited:
        made.visit(entry_id)
    return made


def test_a_new_history_leads_nowhere() -> None:
    new = History()
    assert not new.can_go_back
    assert not new.can_go_forward
    with pytest.raises(IndexError):
        new.back()
    with pytest.raises(IndexError):
        new.forward()


def test_one_entry_has_none_before_it() -> None:
    assert not history("a").can_go_back
    assert history("a", "b").can_go_back


def test_back_and_forward_retrace_the_way() -> None:
    way = history("a", "b", "c")
    assert [way.back(), way.back(), way.forward(), way.forward()] == ["b", "a", "b", "c"]
    assert not way.can_go_forward


def test_a_new_entry_forgets_what_lay_ahead() -> None:
    way = history("a", "b", "c")
    way.back()
    way.visit("d")
    assert not way.can_go_forward
    assert [way.back(), way.back()] == ["b", "a"]


def test_the_entry_being_read_is_not_visited_twice() -> None:
    way = history("a", "b", "b")
    assert way.back() == "a"
    way.visit("a")
    assert way.forward() == "b"


def test_an_entry_may_be_come_back_to() -> None:
    way = history("a", "b", "a")
    assert [way.back(), way.back()] == ["b", "a"]


@given(st.lists(st.sampled_from(["a", "b", "c", "back", "forward"])))
def test_the_history_is_a_browsers(steps: list[str]) -> None:
    way = History()
    before: list[str] = []
    after: list[str] = []
    for step in steps:
        if step == "back" and way.can_go_back:
            after.append(before.pop())
            assert way.back() == before[-1]
        elif step == "forward" and way.can_go_forward:
            before.append(after.pop())
            assert way.forward() == before[-1]
        elif step in ("a", "b", "c"):
            way.visit(step)
            if before[-1:] != [step]:
                before.append(step)
                after.clear()
        assert way.can_go_back == (len(before) > 1)
        assert way.can_go_forward == bool(after)
