"""What the assistant holds about a person, and how to change it."""

from collections.abc import Sequence

from bot.framework.model import Framework, Role
from bot.phrases.en.names import capital, listed, role

TITLE = "About you"
NOTHING = "I hold nothing about you. Tell me your grade or title, and “my grade” and “the next one” will work."
HOW_TO_CHANGE = "To change it, tell me, for example “I’m grade 6 now” or “I’m aiming for grade 7”. “Forget me” clears it."
HOW = "To change it, tell me. “Forget me” clears it."
FORM = "Choose what fits, leave out what you like, and press “Save”. Nobody else sees it."
CHOOSE = "Choose one of these."
PLACE = "Your grade and role"
NOT_SAID = "Not said"
SAVED = "Saved."
AIM_FOR = "Do you aim for one of these?"
WHEN_AND_HOW = "when you came, and how to reach you in this chat"
LEFT_BEHIND = "What I held of the other framework is gone, as its grades are not the same."
FORGET_TITLE = "Forget all of it?"
WHAT_IS_LOST = "This would be gone for good, at once. “My grade” and “the next one” would no longer work until you tell me again."
WHICH_ROLE = "Which of these are you?"
WHICH_GRADE = "Which grade are you? Press one, or tell me your title."
IN_GROUP = "I keep and show personal things in our own chat only. Open a chat with me there, and tell me again."
GUEST = "I can’t keep that for guests. Name your grade in each question, for example “what is expected at grade 6?”, and it works as well."
GUEST_HOLDS = "I hold nothing about you: I keep nothing of guests, and what we speak about I know only while we speak."
GUEST_FORGOTTEN = "Done: I have let go of what we last spoke about. I kept nothing else, as you are a guest."
FORGOTTEN = "Done: I have forgotten everything about you, and what we last spoke about."
KEPT = "Nothing changed. I still hold what I held."
WHAT_I_HOLD = "What I hold"
GRADE, ROLE, PATH, FRAMEWORK, LAST = "Grade", "Role", "Path", "Framework", "Last question"
AIM = "Role you aim for"
ONLY_YOU_WOULD_SEE = "Nobody else sees what you tell me, unless you share it yourself."
NOT_SHARED = "Nobody else sees it."


def noted(of: Role) -> str:
    """A role was stored."""
    return f"Noted: you are {role(of)}. {HOW}"


def aims_at(of: Role, own: Role | None = None) -> str:
    """An aim was stored, and with it, where it was said as well, the own role."""
    return f"Noted: you are {role(own)}, and you aim for {role(of)}." if own else f"Noted: you aim for {role(of)}."


def which_aim(number: int) -> str:
    """A grade of several roles is aimed at."""
    return f"Grade {number} has more than one role. Which one do you aim for?"


def either_role(number: int) -> str:
    """A grade of several roles, none of them chosen."""
    return f"Grade {number}, either role"


def no_such_path(of: Role, path: str) -> str:
    """There is no role of a path at the person's grade."""
    return f"I have you as {role(of)}, and at that grade there is no role on the {path} path. Nothing was changed."


def clash(of: Role, path: str) -> str:
    """The form names a role and a path that do not go together."""
    return f"That does not fit together: {role(of)} is on the {path} path. Nothing was saved. Please choose again."


def moved(framework: Framework) -> str:
    """Another framework was chosen in the form."""
    return f"Saved: I answer from {framework.institution}’s {framework.name}. Now choose your grade and role there."


def shall_forget(what: str) -> str:
    """Before all is forgotten."""
    return f"Shall I forget all of this for good: {what}?"


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


def either(roles: Sequence[Role]) -> str:
    """The roles of a grade, one of which is somebody's."""
    return listed((each.title for each in roles), "or")
