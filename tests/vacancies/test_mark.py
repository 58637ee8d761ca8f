"""How well duties are graded that a manager wrote in their own words; each floor is a little below what is."""

import pytest

from bot.dialogs.assistant import Assistant
from tests.vacancies.mark import AMOUNTS, DUTIES, marked, read


@pytest.mark.parametrize("framework", ["lancaster", "matrix"])
def test_the_range_holds_the_right_grade_and_is_short_enough(assistant: Assistant, framework: str) -> None:
    marks = marked(assistant.library, assistant._reader, [duty for duty in read(DUTIES) if duty["framework"] == framework])
    assert marks.duties >= 45
    assert marks.holds >= 0.95
    assert marks.best >= 0.9
    assert marks.width <= 2.7
    assert marks.holds_after >= 0.95
    assert marks.best_after >= 0.95
    assert marks.width_after <= 1.5


def test_so_it_does_for_duties_with_amounts_that_it_was_not_set_on(assistant: Assistant) -> None:
    marks = marked(assistant.library, assistant._reader, read(AMOUNTS))
    assert marks.duties == 30
    assert marks.holds >= 0.9
    assert marks.best >= 0.8
    assert marks.width <= 3
    assert marks.holds_after >= 0.95
    assert marks.width_after <= 1.8
