"""What is said about evidence: kept, tagged, listed, corrected, deleted, and what it is good for."""

import datetime as dt
from collections.abc import Sequence

from bot.phrases.en.names import counted, inside, listed

TITLE = "Your evidence"
FORM_TITLE = "Keep a piece of evidence"
FORM = "What did you do, and what came of it? Write it here, or just type it as a message. Only you see it."
EXAMPLE = "I trained two apprentices on the mill"
TEXT = "What you did"
TEXT_MISSING = "Write what you did, or leave it."
COMPETENCY = "What it shows"
COMPETENCIES = "What it shows (as many as fit)"
ASK_ME = "Not sure yet: suggest something"
SAVE = "Keep it"
SAVE_CHANGE = "Save the change"
NOTHING_WRITTEN = "There is nothing written yet. Write what you did, then press “Keep it”."
NOTHING_LEFT = "There is nothing left of it. To remove the piece, press “Delete”; to keep it, leave it as it is."
KEEP_THIS = "Shall I keep this as evidence? Change what you like, then press “Keep it”, or say “log evidence:” and your words."
KEPT_TITLE = "Kept as evidence"
ALREADY = "That is in your evidence already, word for word. I did not add it twice."
NO_HINT = "Saved as evidence. I could not tell what it shows; choose it here whenever you like."
NONE = "None of these"
NO_TAG = "Not tagged"
TAG_LATER = "All right, it stays without a tag. You can tag it whenever you like."
CHOOSE = "Then choose what it shows, or leave it without a tag."
CHANGE = "Change it"
DELETE = "Delete"
LEAVE = "Leave it as it is"
CHANGED = "Changed."
UNCHANGED = "It is as it was."
ALL = "All my evidence"
ADD = "Add evidence"
MORE = "Show more"
USES = "What it is good for"
BACK = "Back to your evidence"
WHICH_ONE = "Which one? Press it, or say its place, for example “2”. Nothing was changed."
LOOK_CLOSER = "Press one to open it."
WORDS = "In your words"
GOOD_FOR = "What you can use it for"
DELETED_TITLE = "Deleted"
DELETED = "It is gone from your evidence. I keep it for a day, so that you can bring it back."
BRING_BACK = "Bring it back"
BROUGHT_BACK = "It is back."
NOT_THERE = "I no longer have that piece. It was deleted, here or on another device."
BACK_WITH_CHANGE = "You had deleted this piece. It is back, with your change."
GONE_SO_NEW = "I no longer had that piece, so I kept your words as a new one."
BY_COMPETENCY = "How much there is"
EMPTY = "You have not logged any evidence yet. Tell me what you did, for example “log evidence: I trained two apprentices on the mill”."
LATER = "All right. It is kept; come back to it whenever you like."
USES_TITLE = "What your evidence is good for"
USES_LEAD = "Only you see it. This is where it counts, and what you have for it."
PDR = "For your PDR"
PDR_NONE = "You logged nothing in the last twelve months."
STEP = "For the next grade"
NO_STEP = "The framework gives no formal criteria for your next grade."
REGISTRATION = "For professional registration"
INTERVIEW = "In an interview"
DOSSIER = "My dossier"
SIGN_IN = "Self-assessment"


def day(of: dt.date) -> str:
    """`1 March 2027`."""
    return f"{of.day} {of:%B %Y}"


def logged(of: dt.date) -> str:
    """When it was logged."""
    return f"Logged on {day(of)}."


def which(names: Sequence[str], *, by_words: bool) -> str:
    """Asked after it was kept; where something else waits for words, only a press answers."""
    how = "" if not by_words else " or say “yes”" if len(names) == 1 else ", or say which"
    return f"Saved as evidence. Does it show {listed(map(inside, names), 'or')}? Press {'it' if len(names) == 1 else 'one'}{how}."


def which_lead(names: Sequence[str]) -> str:
    """The same on the card."""
    return "It is saved. Does it show this?" if len(names) == 1 else "It is saved. Which of these does it show?"


def tagged(names: Sequence[str]) -> str:
    """A tag was confirmed."""
    return f"Kept under {listed(map(inside, names))}."


def kept_under(names: Sequence[str]) -> str:
    """Kept with its tag at once."""
    return f"Saved as evidence for {listed(map(inside, names))}."


def too_long(length: int, most: int) -> str:
    """Longer than a piece may be."""
    return (
        f"That is {length:,} characters, and a piece holds {most:,}. Nothing is lost: your words are still in the form. "
        "Shorten them, or keep them as two or more pieces."
    )


def too_long_for_form(length: int, most: int) -> str:
    """Longer than even a form can show."""
    return (
        f"That is {length:,} characters, and a piece holds {most:,}. It is too much to show here once more, but you still have it above. "
        "Please send it in two or more pieces, each beginning with “log evidence:”."
    )


def piece_title(names: Sequence[str]) -> str:
    """The title of one piece."""
    return f"Evidence: {listed(names)}" if names else "Evidence, not tagged yet"


def shown(names: Sequence[str], of: dt.date) -> str:
    """One piece in a sentence, without its words."""
    return f"Your evidence for {listed(map(inside, names))} of {day(of)}." if names else f"Your evidence of {day(of)}, not tagged yet."


def detail(names: Sequence[str], of: dt.date) -> str:
    """Under a piece in the list."""
    return f"{listed(names) or NO_TAG} · {day(of)}"


def have(number: int) -> str:
    """How much there is in all."""
    return f"You have {counted(number, 'piece')} of evidence. Only you see {'it' if number == 1 else 'them'}."


def have_for(number: int, names: Sequence[str]) -> str:
    """How much there is for a competency."""
    return f"You have {counted(number, 'piece')} of evidence for {listed(map(inside, names))}."


def have_none_for(names: Sequence[str], untagged: int) -> str:
    """Nothing for a competency."""
    more = f" {counted(untagged, 'piece')} without a tag may fit." if untagged else ""
    return (
        f"You have logged nothing for {listed(map(inside, names))} yet.{more} Tell me what you did, for example “log evidence: {EXAMPLE}”."
    )


def range_(start: int, end: int, total: int) -> str:
    """Which of them this page shows."""
    return f"{start + 1} to {end} of {total}" if total > end - start else "The newest first"


def amount(number: int, last: dt.date) -> str:
    """How much there is of one competency."""
    return f"{counted(number, 'piece')}, the last on {day(last)}"


def since(of: dt.date, what: Sequence[tuple[str, int]]) -> str:
    """What was logged since a day, by competency."""
    return f"Logged since {day(of)}: {listed(f'{name} {number}' for name, number in what)}."


def criterion(number: int, lower: int, higher: int) -> str:
    """A criterion of a step."""
    return f"Criterion {number}, grade {lower} to {higher}"


def pieces(number: int) -> str:
    """How many pieces bear on something."""
    return counted(number, "piece") if number else "nothing yet"


def row(name: str) -> str:
    """Where the self-assessment asks for it."""
    return f"Offered at the row “{name}”."
