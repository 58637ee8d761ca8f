"""What is said about files to take away: in the chat, on the consent card, on the page behind a link, and in the terminal."""

import datetime as dt

TITLE = "To take away"
WHICH = "What would you like to take with you?"
WHICH_EVERYTHING = "Everything I hold about you: to read, or for a program?"
AS_WORD, AS_EXCEL, AS_JSON = "as a Word file", "as an Excel file", "as a JSON file, for a program"
NAMES = {
    "plan": "Your development plan",
    "assessment": "Your self-assessment",
    "grid": "Your marks and their chart",
    "dossier": "Your progression dossier",
    "job-description": "Your job description",
    "evidence": "Your evidence",
    "agenda": "The one-to-one agenda",
    "team": "The figures of your team",
    "everything-word": "Everything I hold about you",
    "everything-json": "Everything I hold about you",
}
FORMATS = {"grid": AS_EXCEL, "team": AS_EXCEL, "everything-json": AS_JSON}
FILES = {
    "plan": "Personal Development Plan",
    "assessment": "Self-assessment",
    "grid": "Self-assessment grid",
    "dossier": "Progression dossier",
    "job-description": "Job description",
    "evidence": "Evidence",
    "agenda": "One-to-one agenda",
    "team": "Team figures",
    "everything-word": "What is held about me",
    "everything-json": "What is held about me",
}
NOTHING = {
    "plan": "There is nothing in your plan yet. Put something in first, and I make a Word file of it.",
    "assessment": "I hold no self-assessment of yours yet. Begin one, and you can take it away at any point.",
    "grid": "I hold no self-assessment of yours yet. Begin one, and you can take the marks away at any point.",
    "dossier": "You have no dossier yet. Begin one, and you can take it away at any point.",
    "job-description": "You have no job description yet. Begin one, and you can take it away at any point.",
    "agenda": "There is no review of which both sides are in, so there is no agenda yet.",
    "evidence": "I hold no evidence of yours yet. Tell me some, for example: log evidence: I trained two apprentices on the mill.",
    "team": (
        "There is nothing I could put into a file: fewer than three people of this group share a finished self-assessment with you, "
        "and figures of so few would tell of single people. Choose a larger group, or wait until more have shared."
    ),
}
ABOUT = {
    "team": "It holds no names and no single marks, and leaves out what is of fewer than three people. Hand on one such file, not several."
}
BEGIN = {
    "plan": "My plan",
    "assessment": "Start an assessment",
    "grid": "Start an assessment",
    "dossier": "My dossier",
    "team": "Your team",
}
BEGIN = {
    "plan": "My plan",
    "assessment": "Start an assessment",
    "grid": "Start an assessment",
    "dossier": "My dossier",
    "job-description": "New job description",
    "agenda": "Reviews",
    "team": "Your team",
}
PDF = "I make no PDF, but Word does: open the file, then choose Save as, PDF."
NOTHING_SENT = "All right, nothing was sent. Ask again whenever you want the file."
INTO_ONEDRIVE = "It goes into your own OneDrive, if you allow it within 15 minutes."
GET = "Get the file"
GONE_SINCE = "What the file was about is not there any more. Ask “what do you hold on me” to see what there is."
BECAUSE = {
    "ran-out": "That offer was used already, or has run out after 15 minutes, so here is a new one.",
    "not-uploaded": "I could not put the file into your OneDrive, so nothing was sent. Here is the offer once more, to try again.",
}
"""Why a file is offered anew."""
WHO_HOLDS_IT = "Whoever holds this link can use it, once, within 15 minutes. So keep it to yourself."

PAGE_TITLE = "Your file"
DOWNLOAD = "Download"
NO_LINK_TITLE = "This link leads nowhere"
NO_LINK = "It was used already, has run out after 15 minutes, or never was one. Go back to the chat and ask for the file again."
LATER_TITLE = "Not just now"
LATER = "I could not make the file at the moment. Wait a minute, then press the button again; the link is still good."


def ready(kind: str) -> str:
    """`Your plan as a Word file is ready.`"""
    return f"{NAMES[kind]} is ready to take away {format_of(kind)}."


def format_of(kind: str) -> str:
    """In which form a file comes."""
    return FORMATS.get(kind, AS_WORD)


def row(kind: str) -> str:
    """A file as a line to press."""
    return f"{NAMES[kind]}, {format_of(kind)}"


def of_day(day: dt.date) -> str:
    """When an assessment was begun."""
    return f"begun on {day.day} {day:%B %Y}"


def filename(kind: str, ending: str, day: dt.date) -> str:
    """What a file is called on disk."""
    return f"{FILES[kind]} {day.isoformat()}.{ending}"


def behind_link(filename: str) -> str:
    """What the page behind a link holds."""
    return f"{filename} is ready."


def sent(filename: str) -> str:
    """The file arrived in the person's OneDrive."""
    return f"{filename} is in your OneDrive now."


def not_written(why: str) -> str:
    """The folder took no file."""
    return f"I could not write the file here: {why.lower()}. Go to a folder of your own, start the chat there, and ask again."


def written(filename: str) -> str:
    """The file was written into the folder that the terminal is in."""
    return f"Written: {filename}"
