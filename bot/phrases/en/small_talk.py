"""Welcome, help, greetings and thanks."""

from bot.framework.model import Framework, Role
from bot.phrases.en.names import grade, inside, role

WELCOME_TITLE = "Hello, I know your career framework"
HELP_TITLE = "What I can do"
CAN = "Ask me"
CAN_DO = (
    "What is expected of a role, at any grade.",
    "What changes from one grade to another, or between two roles.",
    "Which grade does something, and what helps you develop.",
    "What the guidance around the framework says.",
)
HELPS = "I can also help you see where you stand, and plan what comes next."
TOGETHER = "Do with me"
DO_TOGETHER = (
    "Self-assessment: see where you stand, one row at a time. Stop and carry on whenever you like.",
    "Evidence: tell me what you did, and I keep it. For example “log evidence: I trained two apprentices”.",
    "Development plan: what you will do, and by when. I can remind you.",
    "Files: take it away in Word or Excel.",
    "Sharing: let one person see some of it for a time, and have your manager review it. Try “share my assessment”.",
    "Only you see it, until you share it.",
)
MANAGING = "If you manage people"
MANAGE = (
    "Grading: paste the duties of a job, one on each line, and see which grade they are.",
    "Job descriptions: say “new vacancy”, choose what the role does, and take it away in Word.",
    "Your team: what people share with you, what several of them need, who could follow in a critical role.",
)
CANNOT = "What I cannot do"
CANNOT_DO = (
    "I do not decide on grades, pay or promotions; people do.",
    "I only know what the framework says. Where it is silent, I say so.",
)
ASK_ASSESS = "Start my self-assessment"
ASK_GO_ON = "Continue my self-assessment"
ASK_SCORES = "Show my scores"
ASK_LOG = "Log some evidence"
ASK_PLAN = "Start my plan"
ASK_SHOW_PLAN = "Show my plan"
ASK_FILES = "Which files can I take away?"
MANAGER = "manager"
ASK_MINE = "What is expected of me?"
ASK_CAREER = "Where can I go from here?"
ASK_NEXT = "What changes at the next grade for me?"
TRY = "Try one of these"
GREETING_TITLE = "Hello"
THANKS = "You’re welcome. Ask again any time."
NOD = "All right. Ask me whenever you like. To choose something above, press it."
WAIT = "Take your time. Nothing is lost while you are away."
BYE = "Bye for now. What you saved is here when you come back."
NO_HARM = "No harm done. Ask me whenever you like."
IN_GROUP = "In a chat with others, mention me in each question. I use and show nothing about anybody here; for that, open our own chat."
FOR_GUESTS = "You are a guest here, so I keep nothing about you. Name the grade in each question."
UNKNOWN = "Tell me your grade, for example “I’m grade 6”, and I understand “my grade” and “the next one”. You don’t have to."
KNOWN = "Ask about “my grade” and “the next one”, and I know which you mean."
NOTHING_BEFORE_TITLE = "Nothing to go back to"
NOTHING_BEFORE = "There is no step before this one. Earlier cards still work: scroll up and press. Or choose one of these."
CANCEL_TITLE = "All right"
CANCEL = "All right, I’ve let that go. What you saved before stays. What would you like to do?"


def welcome(framework: Framework) -> str:
    """The first message."""
    return f"Hello! I answer questions about {framework.institution}’s {framework.name} for technicians and their managers. {HELPS}"


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
    return f"What is expected of a grade {of.grade} {of.title}?"


def ask_expected(what: str, number: int) -> str:
    """An example question."""
    return f"What is expected at grade {number} for {inside(what)}?"


def ask_mine(what: str) -> str:
    """An example question of somebody whose grade is known."""
    return f"What is expected of me for {inside(what)}?"


def ask_change(lower: int, higher: int) -> str:
    """An example question."""
    return f"What changes from grade {lower} to {higher}?"


def ask_develop(what: str) -> str:
    """An example question."""
    return f"How do I get better at {inside(what)}?"


def ask_across(what: str) -> str:
    """An example question."""
    return f"How does {inside(what)} grow through the grades?"


def ask_topic(title: str) -> str:
    """An example question about a topic of the guidance."""
    return f"What does the guidance say about {inside(title)}?"
