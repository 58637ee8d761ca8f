"""What is said where the last answer is wanted once more, in another manner."""

from bot.phrases.en.names import ended

ALL_TOLD = "That is all the framework says about it."
NO_GRADE = "I don’t know your grade yet. Tell me, for example “I’m a grade 5 technician”, and ask again."
TELL_ME = "I’m a grade 5 technician"
MORE = "Tell me more"
AGAIN = "Say that again"


def because(statement: str, source: str) -> str:
    """Why an answer is what it is: the words that decide it, and where they stand."""
    words = f"The words that decide it: “{statement.strip()}” " if statement else ""
    return f"I only pass on what the framework says, and judge nothing myself. {words}{ended(source)}"


def from_there(statement: str, source: str) -> str:
    """Where an answer stands, and which it is."""
    return f"{ended(source)} It says: “{statement.strip()}”"


def in_framework(name: str, text: str) -> str:
    """An answer from another framework than the one talked of."""
    return f"In the framework of {name}: {text}"


def nothing_corresponds(name: str) -> str:
    """The other framework has nothing that corresponds."""
    return f"The framework of {name} has nothing that corresponds to it."
