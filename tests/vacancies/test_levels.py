"""Shares of grades: they add up, ranges hold enough and are as short as they can be, and no duty rules a grade out."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vacancies.levels import ENOUGH, Levels, evenly, levels, together

GRADES = (3, 4, 5, 6, 7, 8, 9)
SHARES = st.lists(st.floats(0, 100), min_size=len(GRADES), max_size=len(GRADES)).map(lambda w: levels(dict(zip(GRADES, w, strict=True))))


def sure_of(grade: int) -> Levels:
    return levels({each: 1.0 if each == grade else 0.0 for each in GRADES})


@given(SHARES)
def test_shares_add_up_and_every_grade_has_one(found: Levels) -> None:
    assert found.grades == GRADES
    assert sum(share for _, share in found.shares) == pytest.approx(1)


@given(SHARES)
def test_a_range_holds_enough_and_nothing_shorter_does(found: Levels) -> None:
    low, high = found.span
    assert found.within((low, high)) >= ENOUGH - 1e-9 or (low, high) == (3, 9)
    for short, long in pairwise((*range(low, high + 1),)):
        assert found.within((low, short)) < ENOUGH
        assert found.within((long, high)) < ENOUGH


@given(st.lists(SHARES, min_size=2, max_size=12))
def test_duties_together_rule_no_grade_out(found: list[Levels]) -> None:
    assert all(share > 0 for _, share in together(found, GRADES).shares)


def test_one_duty_is_what_it_is_and_none_tells_nothing() -> None:
    assert together([sure_of(6)], GRADES) == sure_of(6)
    assert together([], GRADES) == evenly(GRADES)


def test_one_duty_that_points_elsewhere_does_not_outvote_the_rest() -> None:
    assert together([sure_of(6), sure_of(6), sure_of(6), sure_of(9)], GRADES).best == 6


def test_more_of_the_same_makes_it_surer() -> None:
    one = levels({grade: 3.0 if grade == 6 else 1.0 for grade in GRADES})
    assert together([one] * 3, GRADES).of(6) > one.of(6)


def test_of_two_grades_as_likely_the_lower_is_the_best() -> None:
    assert levels({5: 1.0, 6: 1.0}).best == 5
