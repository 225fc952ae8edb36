import pytest

from neutrogui.domain.problem import Problem, Problems

FIRST = Problem("wbc", "missing", "Type a number.")
SECOND = Problem("bands", "ambiguous", "Which one is it?", ("1234", "1.2340"))


def test_a_refusal_has_a_problem() -> None:
    with pytest.raises(ValueError, match="without a problem"):
        Problems(())


def test_problems_stand_beside_their_fields() -> None:
    problems = Problems((FIRST, SECOND))
    assert problems.of("wbc") == (FIRST,)
    assert problems.of("bands") == (SECOND,)
    assert problems.of("segmented") == ()
