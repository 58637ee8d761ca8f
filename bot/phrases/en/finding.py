"""Answers about which grade does something."""

from collections.abc import Sequence

from bot.framework.model import Role
from bot.phrases.en.names import capital, grades, listed, role

TITLE = "Which grade?"
NONE = "The framework gives no grade for that."
WORDS = "The words that say so"
AROUND = "What the grades around it say"
NEAREST = "It does have these, which may be what you are after:"
HOW = "Describe what the person does, and I will look for the grade again."


def found(roles: Sequence[Role]) -> str:
    """The best grade and its roles."""
    return f"That is {listed((role(of) for of in roles), 'or')}."


def between(low: int, high: int) -> str:
    """A range of grades."""
    return f"It could be anything from grade {low} to grade {high}."


def also(numbers: Sequence[int]) -> str:
    """Further grades that fit."""
    return f"{capital(grades(numbers))} may fit too."


def first_at(what: str, of: Role) -> str:
    """Where a competency begins."""
    return f"{what} begins at {role(of)}."


QUESTIONS = {
    "supervision": "Who checks this work, and does the person supervise others?",
    "budget": "Is there a budget, and who decides what is spent?",
}
