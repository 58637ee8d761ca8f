"""What the assistant holds about a person, and how to change it."""

from bot.framework.model import Framework, Role
from bot.phrases.en.names import capital, role

TITLE = "About you"
NOTHING = "I hold nothing about you. Tell me your grade or title, and “my grade” and “the next one” will work."
HOW_TO_CHANGE = "To change it, tell me, for example “I’m grade 6 now”. “Forget me” clears it."
WHICH_ROLE = "Which of these are you?"
WHICH_GRADE = "Which grade are you? Press one, or tell me your title."
IN_GROUP = "I keep and show personal things in our own chat only. Open a chat with me there, and tell me again."
GUEST = "I can’t keep that for guests. Name your grade in each question, for example “what is expected at grade 6?”, and it works as well."
GUEST_HOLDS = "I hold nothing about you: I keep nothing of guests, and what we speak about I know only while we speak."
GUEST_FORGOTTEN = "Done: I have let go of what we last spoke about. I kept nothing else, as you are a guest."
FORGOTTEN = "Done: I have forgotten your grade, role and framework, and what we last spoke about."
KEPT = "Nothing changed. I still hold what I held."
WHAT_I_HOLD = "What I hold"
GRADE, ROLE, PATH, FRAMEWORK, LAST = "Grade", "Role", "Path", "Framework", "Last question"
NOT_SHARED = "Nobody else sees it."
FORGET_HOW = "Press the button to clear all of it. It takes effect at once."


def noted(of: Role) -> str:
    """A role was stored."""
    return f"Noted: you are {role(of)}. {HOW_TO_CHANGE}"


def noted_grade(number: int) -> str:
    """Only a grade was stored, and it has several roles."""
    return f"Noted: you are at grade {number}. {WHICH_ROLE}"


def noted_path(name: str) -> str:
    """Only a path was stored."""
    return f"Noted: you are on the {name} path. {WHICH_GRADE}"


def noted_framework(framework: Framework) -> str:
    """Only a framework was stored."""
    return f"Noted: I answer from {framework.institution}’s {framework.name}. {WHICH_GRADE}"


def hold(what: str) -> str:
    """What is held, in a sentence."""
    return f"I hold this about you: {what}."


def line(label: str, value: str) -> str:
    """One thing that is held, inside a sentence."""
    return f"{label.lower()} {value}"


def role_line(of: Role) -> str:
    """A role with its grade, at the start of a line."""
    return capital(role(of))
