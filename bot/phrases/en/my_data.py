"""What is said of everything that is held of a person: counted, shown, erased, and told before it goes."""

import datetime as dt
from collections.abc import Iterable

from bot.phrases.en.names import counted, listed

KINDS = {
    "assessment": ("self-assessment", "self-assessments"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "plan entry": ("plan entry", "plan entries"),
    "dossier": ("progression dossier", "progression dossiers"),
    "grading": ("grading of duties", "gradings of duties"),
    "job description": ("job description", "job descriptions"),
    "reminders": ("choice of reminders", "choices of reminders"),
    "deleted evidence": ("deleted piece of evidence, kept for a day", "deleted pieces of evidence, kept for a day"),
    "code tries": ("count of wrong codes", "counts of wrong codes"),
    "share": ("share", "shares"),
    "review": ("review", "reviews"),
    "critical role": ("critical role you put down", "critical roles you put down"),
    "team group": ("group of your team you chose", "groups of your team you chose"),
}
HEADINGS = {
    "assessment": "Self-assessments",
    "evidence": "Evidence",
    "plan entry": "Development plan",
    "dossier": "Progression dossier",
    "grading": "Graded duties",
    "job description": "Job descriptions",
    "reminders": "Reminders",
    "deleted evidence": "Deleted evidence",
    "code tries": "Wrong codes",
    "share": "Shares",
    "review": "Reviews",
    "critical role": "Critical roles",
    "team group": "Group of your team",
}
ABOUT_YOU, CONVERSATION, AUDIT, ACCOUNT = "About you", "Our conversation", "What was done with it", "Beside that"
ALSO = "Also held"
WHO_AND_HOW_LONG = "Who sees it, and how long I keep it"
ONLY_YOU = (
    "Nobody else sees it. I show it in this chat alone, but for what you share with a person you name. "
    "Those who run me could look into my database."
)
SHARED = "What you share is seen by whom you share it with; nobody else sees anything."
LOOK = "Look at it, correct it"
COPY = "Take a copy"
UNREADABLE = "some that I cannot read at the moment"
MET, VISITED, ZONE, REACHED, FILES = "First visit", "Last visit", "Your device’s time zone", "Writing to you", "Files that wait for you"
MAY_WRITE = "I know how to reach you in this chat, for reminders you ask for"
NOTHING_BUT = "Beside that I keep only when you came and how to reach you in this chat."
SHOW_AUDIT = "What was done with it"
NO_DEEDS = "Nothing was exported or erased, and nobody else has seen any of it."
AUDIT_TITLE = "What was done with your data"
AUDIT_LEAD = "The newest first. Only you see this list."
BACK = "What you know about me"
DONE_WITH = {"seen": "Seen", "exported": "Taken away", "erased": "Erased", "purged": "Gone, as its time was over"}
EVERYTHING = "everything"
BY_YOU, BY_NOBODY, BY_OTHER, BY_LEFT = "by you", "by nobody, by itself", "by somebody you shared it with", "by somebody who has left"
DOCUMENTS = {
    "plan": "development plan",
    "assessment": "self-assessment",
    "grid": "self-assessment grid",
    "agenda": "one-to-one agenda",
    "team": "figures of your team",
    "everything-word": "everything",
}
WHICH_TITLE = "Delete what?"
WHICH = "Tell me what to delete: open it and press “Delete”, or name it, for example “delete my plan”. Nothing was changed."
AIM_TITLE = "What you aim for"
AIM_FORGOTTEN = "Done: I no longer hold a role that you aim for. Everything else is as it was."
ERASE_TITLE = "Delete this for good?"
ERASE_NOW = "Yes, delete it"
ERASED_TITLE = "Deleted"
ERASED_REST = "Everything else is as it was."
EVIDENCE_STAYS = "The evidence you logged stays."
NONE_LEFT = "There is nothing of that kind. Nothing was changed."
CHANGED_SINCE = "Something changed since you asked, so I ask once more."
CANNOT_ERASE = (
    "I can’t erase our messages in Teams: they stay in this chat’s own history, and your organisation may keep copies. "
    "You can delete your own messages there."
)
QUESTIONS_NOTED = (
    "Questions that I cannot answer are noted for 90 days, so that I can learn: their words and the day, and never who asked. "
    "Names, addresses and long numbers are struck out. Nothing you write in an assessment, plan, review, description or evidence is noted."
)
FILES_STAY = "Files that you took away stay where you put them."
FOR_GOOD = "It would be gone for good, at once, and I could not bring it back."
FORM_OF_RECORD = "Version {version}, last changed on {day}"
SOON_TITLE = "Shall I keep what you gave me?"
SOON_KEEP = "Keep it"


def amount(kind: str, number: int) -> str:
    """`2 self-assessments`."""
    one, many = KINDS.get(kind, ("other record", "other records"))
    return counted(number, one, many)


def amounts(counts: Iterable[tuple[str, int]]) -> str:
    """`2 self-assessments and 1 plan entry`."""
    return listed(amount(kind, number) for kind, number in counts)


def day(of: dt.date) -> str:
    """`3 March 2027`."""
    return f"{of.day} {of:%B %Y}"


def count_line(kind: str, number: int, last: dt.date, first: dt.date) -> str:
    """How much there is of a kind, from when to when."""
    when = day(last) if first == last else f"{day(first)} to {day(last)}"
    return f"{amount(kind, number)}, last changed {'on' if first == last else 'from'} {when}"


def kept_until(drafts: int, everything: int) -> str:
    """How long things are kept."""
    return (
        f"An assessment, plan entry or job description that you began and left goes {counted(drafts, 'month')} after you last changed it, "
        f"everything {counted(everything, 'month')} after your last visit. I tell you a month before."
    )


def deed(done: str, what: str, by: str) -> str:
    """A line of the audit."""
    named = EVERYTHING if what == "everything" else DOCUMENTS.get(what) or KINDS.get(what, (what.replace("-", " "),))[0]
    return f"{DONE_WITH[done]}: {named}, {by}"


def by_named(name: str) -> str:
    """Who looked, by their name as the channel gives it."""
    return f"by {name}"


def shall_erase(counts: Iterable[tuple[str, int]]) -> str:
    """Before some kinds of record are erased."""
    return f"Shall I delete {amounts(counts)} for good?"


def erased(counts: Iterable[tuple[str, int]]) -> str:
    """Some kinds of record are gone."""
    return f"Done: I have deleted {amounts(counts)} for good. {ERASED_REST}"


def soon(on: dt.date, months: int) -> str:
    """Told once, a month before everything goes."""
    return (
        f"You have not been here for a while. I keep what you gave me for {counted(months, 'month')} after your last visit, "
        f"so on {day(on)} it will be gone for good. Press “{SOON_KEEP}”, or write to me, and it stays; to let it go, do nothing."
    )
