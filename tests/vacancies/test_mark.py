"""How well duties are graded that a manager wrote in their own words; each floor is a little below what is."""

import pytest

from bot.dialogs.assistant import Assistant
from tests.vacancies.mark import DUTIES, marked, read


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
