"""What is said around a development plan."""

import datetime as dt
from collections.abc import Mapping, Sequence

from bot.framework.model import Role
from bot.phrases.en.names import capital, counted, inside, listed, role

TITLE = "Your development plan"
PRIVATE = "Only you see your plan."
COLUMNS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "objective": ("Development objective", ("Which competency, skill or knowledge do you want to develop?",)),
    "activity": ("Development activity", ("What will you do for it?",)),
    "difference": ("What you will be doing differently", ("How will you know that it worked?",)),
    "support": ("Support needed", ("Who or what could help you?",)),
    "date": ("Date for achievement", ("By when do you want to have done it?",)),
}
OWN_COLUMNS = "This framework has no plan template of its own, so these are the columns that plans usually have."
STATUSES = {"planned": "Planned", "under way": "Under way", "done": "Done", "dropped": "Dropped"}
STATUS, COMPETENCY, SERVES, LEARNT, DATE_TO_CONFIRM = "Status", "Competency", "It serves", "What you learnt", "Date, if you say so"
NO_COMPETENCY = "No particular one"
NO_DATE = "No date yet"
YOUR_ROLE, HIGHER_ROLE = "your role", "the role you aim for"

EMPTY = "There is nothing in your plan yet. Press something you would like to develop, or tell me in your own words."
START = "What would you like to develop? Press one, or tell me in your own words, for example “run the booking rota by end of June”."
FROM_PRIORITIES = (
    "These are the priorities of your self-assessment. Press one, or tell me in your own words what you would like to develop."
)
PRIORITIES, AREAS = "Your priorities", "Something to develop"
LEFT = "All right, what you told me so far is in your plan. Come back to it whenever you like."
LEFT_EMPTY = "All right, nothing was put in your plan. Come back to it whenever you like."
GONE = "That is no longer in your plan. This is what is in it."
DONE_ALREADY = "That was done already. This is how it stands."
OPEN_ONE = "Press one to look at it or change it"
FORM = "Fill in what you know, leave the rest, and press “Save”. You can change everything later."
FORM_OF_NEW = "It is in your plan. Fill in what you know and press “Save”, or leave it as it is."
SAVED, UNCHANGED = "Saved.", "That is as it was; nothing has changed."
IN_PLAN = "It is in your plan."
CORRECTED = "Saved. It had changed since that card was drawn, so I changed only what you changed there."
ALREADY_IN = "That is in your plan already. This is how it stands."
NEEDS_SOMETHING = "Say what you want to develop, or what you will do. One of the two is enough, and then I can save it."
SAY_SOMETHING = "One of the two is needed: what you want to develop, or what you will do for it. What will it be?"
WHEN_DONE = "Well done, it is marked as done. What did you learn, and how will you use it? You can also add that later."
REFLECT = "What did you learn, and how will you use it?"
REFLECTED = "Saved with what you learnt."
STARTED = "It is marked as under way."
DROPPED = "It is dropped from your plan. You can have it back."
UNDONE = "It is back in your plan."
NUDGE = "How will you know that it worked? One thing you could show or do then is enough. You can also leave it."
WHICH = "Which one do you mean? Press it."
NOT_THERE = "I can’t find that in your plan. This is what is in it."
FORM_TO_COMPLETE = "Fill in what you know and press “Save”, or leave it as it is."
OFFERED_HERE = "The framework lists these for it; press one, or write your own"
OFFERED = "Press one, and it goes into your plan."
NONE_OFFERED = "The framework lists nothing for this. Write down what you will do, in your own words."
TOO_FAR = "That day is more than ten years away. Choose a nearer one, or type it, such as “end of March”."
NOT_A_DATE = "I can’t read a date in that. Try “31 March”, “end of March” or “in six weeks”, or skip it."
WHICH_DAY = "That can mean several days. Press one, or tell me another, for example “31 March”."
WHICH_DAY_PLAIN = "That can mean several days. Which date is it, for example “31 March”?"
KEPT_WITHOUT_DATE = "Saved without a date."
SOMETHING_WRONG_WITH_DATE = "The rest is saved, but I can’t read the date. Choose one, or write it like “31 March 2027”."

PUT_IN = "Put in my plan"
SHOW, ADD, CHANGE, START_IT, DONE, DROP = "Show my plan", "Add something", "Change it", "I’ve started", "It’s done", "Drop it"
UNDO, SAVE, LEAVE, SKIP, BACK, LATER, USE_FORM = "Undo", "Save", "Leave it", "Skip", "Back", "Later", "Use a form"
OWN_WORDS, MORE, GO_BACK, YES_SAVE, OTHER_DATE = "In my own words", "Show more", "Back to my plan", "Yes, save it", "Another date"
ADD_LEARNT, ASSESS, WORD = "Add what I learnt", "Start a self-assessment", "As a Word file"
REOPEN = "It’s not done yet"

_HOW = {
    "exact": "",
    "first": ", the first day of that time",
    "middle": ", the middle of that time",
    "last": ", the last day of that time",
    "before": ", the last day before that",
}


def date(of: dt.date) -> str:
    """`Wednesday 31 March 2027`."""
    return f"{of:%A} {of.day} {of:%B %Y}"


def heard(words: str, day: dt.date, how: str) -> str:
    """How a date was understood, before it is saved."""
    return f"I read “{words.strip()}” as {date(day)}{_HOW[how]}. Shall I save that?"


def heard_in_passing(words: str, day: dt.date, how: str) -> str:
    """How a date within longer words was understood."""
    return f"I read “{words.strip()}” as {date(day)}{_HOW[how]}. Press “Save” or say yes, and it is the date."


def heard_for_later(words: str, day: dt.date, how: str) -> str:
    """The same, where the date is asked for in a moment."""
    return f"I read “{words.strip()}” as {date(day)}{_HOW[how]}, and ask you about it in a moment."


def left_open(words: str) -> str:
    """A date within longer words that can mean several days."""
    return f"“{words.strip()}” can mean several days, so please choose the date."


def past(day: dt.date) -> str:
    """A date that is over."""
    return f"{capital(date(day))} is over. Which date do you mean?"


def saved_date(day: dt.date) -> str:
    """A date was saved."""
    return f"Saved: by {date(day)}."


def objective(name: str, of: Role | None) -> str:
    """An objective to begin with, out of a row and a role."""
    return f"{name}: meet what {role(of)}, is expected to do" if of else f"Develop {inside(name)}"


def serves(of: Role, *, higher: bool) -> str:
    """Which role an entry serves."""
    return f"{capital(role(of))} ({HIGHER_ROLE if higher else YOUR_ROLE})"


def expected(of: Role) -> str:
    """Over the quote."""
    return f"What {role(of)}, is expected to do"


def nothing_expected(of: Role) -> str:
    """The framework asks nothing there."""
    return f"The framework asks nothing of {role(of)}, there."


def by(day: dt.date | None, today: dt.date, *, open_: bool) -> str:
    """The date of an entry, and whether it is overdue."""
    if day is None:
        return NO_DATE
    return f"By {date(day)}{overdue(day, today) if open_ and day < today else ''}"


def overdue(day: dt.date, today: dt.date) -> str:
    """How long a date is over."""
    days = (today - day).days
    return f" – overdue by {counted(days, 'day') if days < 14 else counted(days // 7, 'week')}"  # noqa: PLR2004 - from two weeks on


def plan(number: int, overdue_: int, done: int) -> str:
    """The plan in one sentence."""
    if not number:
        return "Everything in your plan is done or dropped."
    parts = [f"{counted(overdue_, 'is', 'are')} overdue"] if overdue_ else []
    parts += [f"{counted(done, 'is', 'are')} done"] if done else []
    told = f"; {listed(parts)}" if parts else ""
    return f"You have {counted(number, 'entry', 'entries')} to work on{told}."


def numbered(number: int, title: str) -> str:
    """An entry in the list."""
    return f"{number}. {title}"


def page(first: int, last: int, of: int) -> str:
    """Which entries are shown."""
    return f"{first} to {last} of {of}, by date."


def helps(name: str) -> str:
    """The title over what helps with something."""
    return f"What helps with “{name}”"


def from_other(institution: str) -> str:
    """The opportunities are another framework's."""
    return f"This framework lists none. These are from another one, {institution}’s; ask locally what there is."


def nudge_for(title: str) -> str:
    """A vague objective is asked about once, kindly."""
    return f"“{title}” is a good start. How could you or your manager tell that it worked?"


def step(name: str, number: int, of: int) -> str:
    """The title over a question."""
    return f"{name} ({number} of {of})"


def too_long(name: str, length: int, longest: int) -> str:
    """A text is longer than the plan keeps."""
    return f"“{name}” is {length:,} characters long, and I can keep {longest:,}. Please shorten it; nothing else is lost."


def too_long_to_show(length: int, longest: int) -> str:
    """A typed answer is longer than the plan keeps."""
    return f"That is {length:,} characters long, and I can keep {longest:,}. Please shorten it here and press “Save”."


def too_long_at_all(length: int, longest: int) -> str:
    """A typed answer is longer than a card can show."""
    return (
        f"That is {length:,} characters long, and I can keep {longest:,}. Please copy it from your message, shorten it and send it again."
    )


def question(name: str, asks: Sequence[str]) -> str:
    """What a column asks, as a message."""
    return f"{name}: {' '.join(asks)}"


def told_to(title: str) -> str:
    """What words of a former talk were applied to."""
    return f"That is about “{title}”."
