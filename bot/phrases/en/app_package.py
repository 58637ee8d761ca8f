"""What Teams shows of the app before anybody has talked to it: its descriptions, its commands, its search."""

from bot.phrases.en import buttons, small_talk

SHORT = "Your technician career framework, asked in plain words"
FULL = (
    "Ask what your institution’s career framework for technicians expects at any grade, how two roles differ, and what helps you develop. "
    "Every answer names its place in the source, and where the framework is silent the assistant says so.\n\n"
    "In your own chat it also helps you see where you stand, keep evidence and plan your development, and take it away in Word or Excel. "
    "Only you see what you write, until you share it with somebody you name. If you manage people, it grades duties, drafts a job "
    "description with you, and shows what your team shared.\n\n"
    "It does not decide on grades, pay or promotions. It uses no language model, and nothing you write goes to one."
)
SEARCH = "Search the framework"
SEARCH_SAYS = "Find a grade, role or competency, and put its card into your message"
SEARCH_WORDS = "Grade, role or competency"
SEARCH_EXAMPLE = "For example: grade 7 budgets"

Command = tuple[str, str]
HELP: Command = (buttons.HELP, "See what you can ask")
ALONE: tuple[Command, ...] = (
    HELP,
    (small_talk.ASK_MINE, "What your role asks of you, once I know your grade"),
    (small_talk.ASK_ASSESS, "See where you stand, one row at a time"),
    (small_talk.ASK_SCORES, "Your marks, strengths, and what to develop"),
    (small_talk.ASK_LOG, "Keep what you did as evidence"),
    (small_talk.ASK_SHOW_PLAN, "What you plan to do, and by when"),
    ("Share my assessment", "Let one person see it for a time"),
    ("New vacancy", "Draft a job description, and see its grade"),
    ("Show my team", "What people shared with you, and what several of them need"),
    ("What do you hold on me?", "See, take away or erase what is kept of you"),
)
TOGETHER: tuple[Command, ...] = (
    HELP,
    ("Which roles are there?", "The roles of the framework, by grade"),
    ("Compare two grades", "What changes from one grade to the next"),
)


def full_name(app: str, publisher: str) -> str:
    """What the app is called where there is room for it."""
    return f"{app} of {publisher}"
