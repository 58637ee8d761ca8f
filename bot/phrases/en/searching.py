"""What is said where somebody searches from the compose box, and on the cards they insert."""

from bot.framework.model import Role
from bot.phrases.en.names import role

NOTHING = "Nothing in the framework fits that. Try a grade and a topic, for example “grade 7 budgets”."
PERSONAL = "I only search the framework here. For anything about you, open our own chat."
TOO_LONG = "That is too long to search for. Try a grade and a topic, for example “grade 7 budgets”."
MORE = "There is more than fits on this card. The career assistant has the rest."


def no_such_grade(lowest: int, highest: int) -> str:
    """A grade that the framework does not have."""
    return f"The framework has no such grade. Its grades run from {lowest} to {highest}."


def begins(first: Role | None) -> str:
    """The lead of one competency through the grades."""
    return f"It begins at {role(first)}." if first else ""


def through(what: str) -> str:
    """The title of one competency through the grades."""
    return f"{what}, grade by grade"
