"""Answers about which grade does something."""

from collections.abc import Sequence

from bot.framework.model import Role
from bot.phrases.en.names import role, together

TITLE = "Which grade?"
NONE = "The framework gives no grade for that."
WORDS = "The words that say so"
AROUND = "What the grades around it say"
NEAREST = "The nearest it says"
LOOK_THROUGH = "Look through the grades"
NOTHING_LIKE_IT = "Nothing like it."
HOW = "Describe what the person does, and I will look for the grade again."


def found(roles: Sequence[Role]) -> str:
    """The grade and its roles."""
    return f"That is {together(roles, 'or')}."


def closest(roles: Sequence[Role]) -> str:
    """The grade that fits best among some."""
    return f"Closest is {together(roles, 'or')}."


def between(low: int, high: int) -> str:
    """A range of grades."""
    return f"The words could fit any grade from {low} to {high}." if high - low > 1 else f"Grades {low} and {high} could both fit."


def first_at(what: str, of: Role) -> str:
    """Where a competency begins."""
    return f"{what} begins at {role(of)}."


def nearest(who: str, words: str) -> str:
    """The nearest words of a role."""
    return f"The nearest it says, of {who}: {words}"


QUESTIONS = {
    "supervision": "To narrow it down, tell me who checks the work and whether the person supervises others.",
    "budget": "To narrow it down, tell me whether there is a budget and who decides what is spent.",
}
