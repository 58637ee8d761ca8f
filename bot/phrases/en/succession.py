"""What is said of succession: critical roles, who aspires to them, how far they are, and what bridges it."""

from collections.abc import Sequence

from bot.framework.model import Role
from bot.phrases.en.names import capital, clipped, counted, listed, role

TITLE = "Succession"
NONE_YET = (
    "You have put down no critical role yet: one that the work cannot do without. "
    "Add one, and I show who shares with you that they aspire to it, and what would bridge the gap."
)
ONLY_YOU = "Only you see your critical roles. I keep nobody’s age, gender or race: for that, talk to your HR Partner."
HEED = "Age, gender and race"
NEVER_ASKED = (
    "I never ask for anybody’s age, gender or race, and keep none. Where the profile of a team matters, talk to your HR Partner, not to me."
)
WORKFORCE, SUCCESSION_GUIDE = "About workforce planning", "About succession planning"
ROLES, ALSO_ASPIRED = "Your critical roles", "Also aspired to"
ADD, CHANGE, REMOVE = "Add a critical role", "Change it", "Remove it"
BACK, SAVE, LEAVE = "Back to succession", "Save", "Leave it"
SAY_SO = "Mark it as critical"
REMOVE_TITLE, REMOVE_NOW, KEEP = "Remove this critical role?", "Yes, remove it", "Keep it"
REMOVED = "It is removed. What people share with you stays as it was."
GONE = "That critical role is not there any more. These are."
DONE_ALREADY = "That was done already. This is how it stands."
SAVED, CORRECTED, UNCHANGED = (
    "Saved.",
    "Saved. It had changed since that card was drawn, so I changed only what you changed there.",
    "Nothing has changed.",
)
FORM = (
    "Write about the work, not about a person: no age, gender, race or health. Those belong in a talk with your HR Partner. "
    "Only you see this."
)
OR_IN_WORDS = "Or type it: “lab manager, because nobody else holds the licence, within a year”."
NAME_THE_ROLE = "I can’t read a role in that. Choose it here, or type its name first: “lab manager, because ...”."
LEFT = "All right, it stays as it is here. Press “Change it” when you want to say more."
LEFT_OUT = "All right, nothing was put down."
KEPT = "All right, it stays."
NOT_UNDONE = "I don’t keep what it said before, so I can’t undo that. Change it, or remove it."
FORM_TITLE = "A critical role"
ROLE, POST, REASON, HORIZON, NOTES = "Role", "What you call the post", "Why it is critical", "When it may need somebody", "Notes"
POST_HINT = "for example cryostat technician"
REASON_HINT = "for example: nobody else can run the cryostat, and the teaching labs depend on it"
NEEDS_REASON = "Say why the role is critical. A few words are enough."
WHICH_ROLE = "Which role is it? Choose it from the list."
WHICH_OF_THEM = "Which of these roles is critical?"
HORIZONS = {
    "now": "Now, or within a month",
    "year": "Within a year",
    "three": "In one to three years",
    "later": "Later than that",
    "unknown": "Not known: it could be any time",
}
ASK_REASON = "Why is it critical? Tell me in a few words, about the work and not about a person."
ASK_HORIZON = "When may it need somebody? For example “within a year”, “in two years”, or “not known”."
NOT_A_HORIZON = "I can’t read a time in that. Press “Change it”, or say for example “now”, “within a year”, “in two years” or “not known”."
NO_REASON = "not said yet"
NOBODY = "Nobody has shared with you that they aspire to this role."
NOBODY_NEXT = (
    "That is not to say that nobody does: ask everybody about what they aspire to, and not only the grade below. "
    "They can assess themselves against this role and share it with you."
)
WHO, MISSING, HELPS, IN_PLAN = "Who aspires to it", "What is missing", "What would bridge it", "In the plan they share"
NOTHING_MISSING = "Nothing: every mark is at the middle of the scale or above."
NONE_LISTED = "The framework lists nothing for this. Agree something of your own with them."
NO_PLAN = "They share no plan that serves this role."
RECRUITED = "Whoever it is, the post goes through recruitment when it falls vacant: nobody is promised it."
OWN_MARKS = "These are their own marks against the role. Go over them together, with what you have seen them do."
NOT_SHARED_ANY_MORE = "They don’t share that with you any more. This is how it stands."


def overview(number: int, without: int) -> str:
    """The critical roles in a sentence."""
    first = f"You have put down {counted(number, 'critical role')}."
    if not without:
        return first
    which = "it" if number == 1 else f"{without} of them"
    return f"{first} As far as is shared with you, nobody aspires to {which}."


def roles(left: int) -> str:
    """Over the critical roles; `left` is how many cannot be pressed."""
    return f"{ROLES}. To see one of the {left} others, name it in words" if left > 0 else ROLES


def name(post: str, of: Role | None) -> str:
    """What a critical role is called on a card."""
    framed = capital(role(of)) if of else "A role that the framework no longer has"
    return f"{clipped(post, 60)} ({framed})" if post else framed


def line(horizon: str, aspirants: int) -> str:
    """Under the name of a role in the list."""
    who = f"{counted(aspirants, 'person aspires', 'people aspire')} to it." if aspirants else NOBODY
    return f"{HORIZONS[horizon]}. {who}"


def told(name_: str, aspirants: int) -> str:
    """A critical role in a sentence."""
    return f"{name_}. {counted(aspirants, 'person aspires', 'people aspire')} to it." if aspirants else f"{name_}. {NOBODY}"


def reached(rows: int, asked: int, below: float) -> str:
    """How many rows are there already."""
    return f"{rows} of {asked} rows at {below:g} or more"


def how_far(rows: int, asked: int, below: float, missing: Sequence[str], rest: int) -> str:
    """How near somebody is; `rest` is how many more rows are missing than are named."""
    first = reached(rows, asked, below)
    told_of = [*missing, f"{rest} more"] if rest else missing
    return f"{first}. Missing: {listed(told_of)}." if missing else f"{first}. Nothing is missing by their own marks."


def missing(name_: str, mark: float | None, *, priority: bool) -> str:
    """One row that is missing."""
    told_of = "no mark" if mark is None else f"{mark:g}"
    return f"{name_} ({told_of}{', a priority' if priority else ''})"


def on(day: str, own: str) -> str:
    """When somebody assessed themselves, and what they are now."""
    return f"Marked {day}{f', from {own}' if own else ''}."


def too_long(field: str, length: int, most: int) -> str:
    """A text is longer than is kept."""
    return f"“{field}” is {length:,} characters long, and I can keep {most:,}. Please shorten it; nothing else is lost."


def about_a_person(words: str) -> str:
    """Something about a person that is never kept."""
    return (
        f"Please leave out “{words}”: I keep nothing about a person’s age, gender, race or health. "
        "Say what the work needs instead; for the rest, talk to your HR Partner. Nothing was saved."
    )


def put_down(name_: str) -> str:
    """A critical role was put down in words."""
    return f"{name_} is put down as a critical role."


def already(name_: str) -> str:
    """It was put down before."""
    return f"{name_} is among your critical roles already. This is how it stands."


def shall_remove(name_: str) -> str:
    """Before it goes."""
    return f"Shall I remove {name_} from your critical roles, with its reason and notes? I could not bring it back."
