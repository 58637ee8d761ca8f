"""Amounts lean the grade of a duty up or down the ladder of any framework, and never decide it alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogs.assistant import Assistant
from bot.understanding.finding import Match, Speaks
from bot.vacancies.grading import graded, rubric
from bot.vacancies.matching import leaning
from tests.dialogs.asking import Reads, library
from tests.framework.small import SMALL

WORDS = Reads().grading
LANCASTER = library().frameworks["lancaster"]


@pytest.mark.parametrize("framework", ["lancaster", "matrix"])
@pytest.mark.parametrize("duty", ["Supervise two junior technicians", "Manage a budget of 20k"])
def test_a_modest_duty_is_not_pulled_to_the_top(assistant: Assistant, framework: str, duty: str) -> None:
    found = assistant.grade(framework, (duty,))
    assert found.levels.best in (6, 7)
    assert found.levels.of(8) + found.levels.of(9) < 0.5


@pytest.mark.parametrize("framework", ["lancaster", "matrix"])
@pytest.mark.parametrize("duty", ["Leads a department of {} technicians", "Manages a budget of £{}", "Manages {} staff"])
def test_a_larger_amount_never_lowers_the_grade(assistant: Assistant, framework: str, duty: str) -> None:
    numbers = ("2,000", "30,000", "3,000,000") if "£" in duty else ("2", "12", "120")
    spans = [assistant.grade(framework, (duty.format(number),)).levels for number in numbers]
    means = [sum(grade * share for grade, share in each.shares) for each in spans]
    assert means == sorted(means)
    assert means[0] < means[-1]


@given(st.integers(min_value=1, max_value=12), st.floats(min_value=0, max_value=1))
def test_every_grade_of_any_ladder_stays_possible(grades: int, height: float) -> None:
    factors = leaning(tuple(range(grades)), height)
    assert len(factors) == grades
    assert all(factor > 0 for factor in factors.values())


def test_a_framework_of_one_s_own_that_names_no_amounts_is_leant_as_well() -> None:
    low, *_, high = sorted(SMALL.grades)
    cells = tuple(Match(role.id, "talking", 9.0) for role in SMALL.roles.values() if "talking" in SMALL.competencies)

    def graded_as(duty: str) -> float:
        return graded(rubric(SMALL, WORDS), [duty], lambda _: Speaks(cells, "talking")).levels.of(low)

    assert graded_as("Manages 1 technician") > graded_as("Manages 300 technicians")
    assert low < high


def test_a_duty_that_a_lower_grade_has_already_counts_more_there() -> None:
    budgets = (Match("senior-specialist-8", "budget", 9.0), Match("specialist-7", "budget", 9.0))
    found = graded(rubric(LANCASTER, WORDS), ["Manages the facility's own budgets"], lambda _: Speaks(budgets, "budget"))
    assert found.levels.best == 7
