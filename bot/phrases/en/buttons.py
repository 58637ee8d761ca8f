"""What buttons are called."""

from bot.framework.model import Framework, Role
from bot.phrases.en.names import short_role

SHOW_ALL = "Show everything"
EVERY_CHANGE = "Everything that changes"
ALL_TOPICS = "All topics"
MORE_TOPICS = "More topics"
CARRY_ON = "Carry on"
DEVELOP = "How to develop it"
INTO_PLAN = "Put one in my plan"
MY_DETAILS = "What you know about me"
FORGET = "Forget all of it"
FORGET_NOW = "Yes, forget it"
CHANGE = "Change it"
SAVE = "Save"
LEAVE = "Leave it as it is"
KEEP = "Keep it"
TELL = "Tell you about me"
HELP = "What can you do?"
GRADES = "All the grades"
CAREER = "Where it can lead"
CAREER_MAP = "Career map"
GROWTH = "How it grows"
ASSESSMENT = "How it is assessed"
CRITERIA = "What you need to show"
ABOUT = "More about this"


def at_grade(what: str, number: int) -> str:
    """One competency at a grade."""
    return f"{what} at grade {number}"


def for_role(framework: Framework, role: Role) -> str:
    """The same for another role."""
    return f"Grade {role.grade}: {short_role(framework, role)}"


def changes_at(number: int) -> str:
    """What changes at a grade."""
    return f"What changes at grade {number}"


def compare_with(framework: Framework, role: Role) -> str:
    """A comparison with another role of the same grade."""
    return f"Compare with {short_role(framework, role)}"


def next_topic(title: str) -> str:
    """The next topic of the guidance."""
    return f"Next: {title}"


def progress(lower: int, higher: int) -> str:
    """The way from one grade to the next."""
    return f"Getting from {lower} to {higher}"


def develop(what: str) -> str:
    """Development for one competency."""
    return f"Develop {what}"
