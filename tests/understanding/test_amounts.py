"""Sums and heads in a duty: heard where somebody answers for them, and told apart from other numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dialogs.asking import Reads

AMOUNTS = Reads().grading.amounts


def heard(text: str) -> list[tuple[str, float]]:
    return [(each.of, each.number) for each in AMOUNTS.heard(text)]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Holds a budget of £20k", [("money", 20_000)]),
        ("Spends 2 grand a term", [("money", 2_000)]),
        ("Manages budgets of £1.5 million", [("money", 1_500_000)]),
        ("A budget of between 1,000 and 2,500 pounds", [("money", 2_500)]),
        ("Has a few hundred pounds a year to spend", [("money", 300)]),
        ("Supervises two very junior technicians", [("people", 2)]),
        ("Supervises an apprentice", [("people", 1)]),
        ("Leads a team of twelve", [("people", 12)]),
        ("Is in charge of 150 technical staff and a budget of £3m", [("money", 3_000_000), ("people", 150)]),
        ("Manages 3.5 FTE", [("people", 3.5)]),
    ],
)
def test_amounts_are_heard_however_they_are_written(text: str, amounts: list[tuple[str, float]]) -> None:
    assert heard(text) == amounts


@pytest.mark.parametrize(
    "text",
    [
        "Uses a £500k electron microscope",
        "Trains 200 students a year",
        "Serves 150 staff at the counter",
        "Leads a team of technicians",
        "Looks after two lasers and 3 pumps",
        "Works in building 42 of the department",
    ],
)
def test_numbers_that_nobody_answers_for_tell_nothing(text: str) -> None:
    assert heard(text) == []


def test_more_stands_higher() -> None:
    for of in ("a budget of £{}", "manages {} technicians"):
        heights = [AMOUNTS.heard(of.format(number))[0].height for number in (2, 20, 200, 20_000, 2_000_000)]
        assert heights == sorted(heights)
        assert heights[0] < heights[-1]


def test_a_duty_without_its_numbers_keeps_its_other_words() -> None:
    assert AMOUNTS.without("Supervise two junior technicians") == "Supervise junior technicians"
    assert AMOUNTS.without("Has oversight of one lab") == "Has oversight of one lab"
    assert AMOUNTS.without("Prints on the 3D printer") == "Prints on the 3D printer"
    assert AMOUNTS.without("20") == "20"


@given(st.text(max_size=200))
def test_any_text_is_weighed(text: str) -> None:
    for amount in AMOUNTS.heard(text):
        assert amount.number > 0
        assert 0 <= amount.height <= 1
    assert AMOUNTS.without(text) or not text.strip()
