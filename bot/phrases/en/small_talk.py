"""Welcome, help, greetings and thanks."""

from bot.framework.model import Framework, Role
from bot.phrases.en.names import capital, grade, role

WELCOME_TITLE = "Hello, I know your career framework"
HELP_TITLE = "What I can do"
CAN = "Ask me"
CAN_DO = (
    "What is expected of a role, at any grade.",
    "What changes from one grade to another, or between two roles.",
    "Which grade does something, and what helps you develop.",
    "What the guidance around the framework says.",
)
CANNOT = "What I cannot do"
CANNOT_DO = (
    "I do not decide on grades, pay or promotions; people do.",
    "I only know what the framework says. Where it is silent, I say so.",
    "Self-assessments, plans and job descriptions come later.",
)
MANAGER = "manager"
TRY = "Try one of these"
GREETING_TITLE = "Hello"
THANKS = "You’re welcome. Ask again any time."
NOD = "All right. Ask me whenever you like. To choose something above, press it."
IN_GROUP = "In a chat with others, mention me in each question. I use and show nothing about anybody here; for that, open our own chat."
FOR_GUESTS = "You are a guest here, so I keep nothing about you. Name the grade in each question."
UNKNOWN = "Tell me your grade, for example “I’m grade 6”, and I understand “my grade” and “the next one”. You don’t have to."
KNOWN = "Ask about “my grade” and “the next one”, and I know which you mean."
CANCEL_TITLE = "All right"
CANCEL = "All right, I’ve let that go. Nothing was saved. What would you like to know?"


def welcome(framework: Framework) -> str:
    """The first message."""
    return f"Hello! I answer questions about {framework.institution}’s {framework.name} for technicians and their managers."


def greeting(framework: Framework, number: int | None) -> str:
    """An answer to hello."""
    known = f" I have you at {grade(number)}." if number else ""
    return f"Hello!{known} Ask me what {framework.institution}’s {framework.name} expects at any grade."


def help_(framework: Framework, who: str) -> str:
    """What the assistant can do, in a sentence or two."""
    known = f" I have you as {who}." if who else ""
    return f"I answer questions about {framework.institution}’s {framework.name}.{known}"


def aiming(at: Role) -> str:
    """What is known of somebody with an aim."""
    return f"You aim for {role(at)}. Ask about “my grade” and “the next one”, and I know which you mean."


def ask_aim(lower: int, higher: int) -> str:
    """An example question of somebody with an aim."""
    return f"What changes on the way from grade {lower} to {higher}?"


def ask_of_team(of: Role) -> str:
    """An example question of a manager."""
    return f"What is expected of a {of.title} at grade {of.grade}?"


def ask_expected(what: str, number: int) -> str:
    """An example question."""
    return f"What is expected at grade {number} for {what}?"


def ask_mine(number: int) -> str:
    """An example question of somebody whose grade is known."""
    return f"What is expected of me at grade {number}?"


def ask_change(lower: int, higher: int) -> str:
    """An example question."""
    return f"What changes from grade {lower} to {higher}?"


def ask_develop(what: str) -> str:
    """An example question."""
    return f"How do I get better at {what}?"


def ask_across(what: str) -> str:
    """An example question."""
    return f"How does {what} differ from grade to grade?"


def ask_topic(asked_as: str) -> str:
    """An example question about a topic of the guidance, in the words in which it is asked."""
    return f"{capital(asked_as.rstrip('?'))}?"
