"""What waits for a person: the card after "what do I need to do?"."""

from bot.phrases.en.names import counted

TITLE = "What waits for you"
NOTHING = "Nothing waits for you here. You can begin with one of these, or ask what is expected of you."
CARRY_ON_ROWS = "Continue my self-assessment"
PLAN = "Show my plan"
THEIRS = "Shared with you"


def waits(number: int, shown: int) -> str:
    """How much there is, of which so many are shown at most."""
    told = f"{counted(number, 'thing')} {'waits' if number == 1 else 'wait'} for you."
    return f"{told} Press one." if number <= shown else f"{told} These are the first {shown}; say it again when one is done."


def not_opened(number: int) -> str:
    """What others share and nobody has looked at."""
    return f"{number} not opened yet."


def rate(name: str) -> str:
    """A review whose ratings are not sent."""
    return f"Rate {name}’s self-assessment"


def say_yes(name: str) -> str:
    """What was written down as agreed, and waits for a yes."""
    return f"Agree, or change it: your review with {name}"


def rated(number: int, of: int) -> str:
    """How far the ratings are."""
    return f"{number} of {counted(of, 'row')} rated. Theirs show once yours are sent."


def marked(number: int, of: int) -> str:
    """How far a self-assessment is."""
    return f"{number} of {counted(of, 'row')} marked."


def overdue(number: int) -> str:
    """Entries of the plan whose date is over."""
    return f"{counted(number, 'entry', 'entries')} past the date."


def draft(name: str) -> str:
    """A job description that is not finished."""
    return f"Job description: {name}"
