"""What stands in the Word and Excel files besides a person's own words."""

import datetime as dt
from collections.abc import Iterable

from bot.framework.model import Framework, Role, Scale
from bot.phrases.en.names import capital, counted, listed
from bot.phrases.en.names import role as role_name

PLAN = "Personal Development Plan"
ASSESSMENT = "Self-assessment"
DOSSIER = "Progression dossier"
HOLDINGS = "What is held about me"
JOB_DESCRIPTION = "Job description"

TASKS = "Main duties and responsibilities"
SPECIFIC = "Role-specific duties"
PERSON = "Person specification"
KNOWS, DOES, OWN_CRITERIA = (
    "Knowledge, qualifications and development",
    "Experience of this, or of something like it",
    "Specific to the post",
)
ESSENTIAL, DESIRABLE = "Essential", "Desirable"
CAREER = "Career grade: going up in post"
CRITERIA_TO_WRITE = "The criteria for going up in post are still to be written."
CRITERIA_FOR = "Criteria for grade {higher}"
NEEDED, NOT_NEEDED = "✓", ""
TOLD_BY = "The duties are based on what the framework expects of {role}."
AGENDA = "One-to-one agenda"
TALK_OF, AGREED, BOTH_SIDES, COMMENTS, SINCE = "To talk about", "What was agreed", "Both sides", "The reviewer’s comments", "Since then"
TECHNICIAN, RATED_BY, APART, MEET_AGAIN = "Technician", "Reviewer", "Apart", "Meet again on"
WHAT_HELPS = "What the framework lists for it"
NOTHING_FAR = "There is no row that both have marked."
NOTHING_AGREED, NOTHING_LISTED = "Nothing is agreed yet.", "The framework lists nothing for it."
NOT_SETTLED = "One of the two has still to say yes to this."
LEARNT_SINCE, SUPPORT_SINCE = "what was learnt", "which support is needed"

NAME = "Name"
ROLE = "Role"
AGAINST = "Assessed against"
FRAMEWORK = "Framework"
DATE = "Date"
REVIEWER = "Discussed with"
PAGE = "Page"

OBJECTIVE = "Development Objective"
ACTIVITY = "Development Activity"
DIFFERENCE = "What will I be doing differently?"
SUPPORT = "Support Needed?"
BY = "Date for Achievement"
STATUS = "Status"
NO_COLUMNS = "This framework has no plan template of its own. The columns are those that such plans usually have."
EXPECTED = "What the role is expected to do"
LEARNT = "What I learnt, and how I will use it"
NO_ENTRIES = "There is nothing in this plan yet."
NO_DATE = "No date yet"
STATUSES = {"planned": "Planned", "under way": "Under way", "done": "Done", "dropped": "Dropped"}

GRID = "The grid"
AREA = "Competency"
MARK = "Mark"
NOT_MARKED = "Not marked"
NOTHING_MARKED = "Nothing is marked yet."
STRENGTHS = "Strengths"
PRIORITIES = "Priorities"
PRIORITY = "Priority"
NO_PRIORITIES = "None chosen yet."
SET_ASIDE = "Set aside, because the role is not expected to do it"
ROW_BY_ROW = "Row by row"
EVIDENCE = "My evidence"
UNTAGGED = "Not about one competency"
NO_EVIDENCE = "No evidence yet."
NOT_SAID = "The framework does not say."
OWN = "My own row, about what is specific to my role."
UNFINISHED = "This assessment is not finished yet."
SHADED = "Each row is shaded up to its mark, and the mark stands in figures beside it."

STEP = "Step"
CRITERION = "Criterion"
READY = "Ready"
YES, NO = "Yes", "Not yet"
MISSING = "What is still missing"
NOTHING_MISSING = "Every criterion is marked as ready."
HOW_ASSESSED = "How it is assessed"

NOTHING_HELD = "Nothing."
SIGNS = "A sign such as ␛ or � stands for a character that was typed or pasted and that a file of this kind cannot hold."

SHEET_GRID, SHEET_EVIDENCE = "Grid", "Row by row"
CHART = "My marks"


def day(when: dt.date) -> str:
    """`31 March 2027`."""
    return f"{when.day} {when:%B %Y}"


def against(role: Role, *, aspired: bool) -> str:
    """The role that an assessment is marked against."""
    return f"{capital(role_name(role))}{' (a role I aim for)' if aspired else ''}"


def framework(of: Framework) -> str:
    """The framework and whose it is."""
    return f"{of.name}, {of.institution}"


def serves(role: Role | None, *, higher: bool) -> str:
    """Which role an entry of the plan serves."""
    which = "a higher role" if higher else "my current role"
    return f"Serves {which}" + (f": {role_name(role)}" if role else "")


def concerns(names: Iterable[str]) -> str:
    """The competencies that an entry is about."""
    return listed(names)


def left_out(dropped: int) -> str:
    """How many entries are not in the file; nothing where none is."""
    return f"{counted(dropped, 'entry', 'entries')} that I dropped {'is' if dropped == 1 else 'are'} left out." if dropped else ""


def scale(of: Scale, owner: str) -> str:
    """What the marks mean, and whose scale it is where another framework's is used."""
    whose = f"The scale is that of {owner}. " if owner else ""
    ends = [f"{number} means: {meaning[:1].lower()}{meaning[1:]}" for number, meaning in of.meaning.items()]
    return f"{whose}Marks go from {of.lowest:g} to {of.highest:g}. " + " ".join(ends)


def mark(value: float, highest: float) -> str:
    """`5.5 of 10`."""
    return f"{value:g} of {highest:g}"


def logged(text: str, day_: dt.date | None) -> str:
    """A piece of evidence after the day that it was logged."""
    return f"{day(day_)}: {text}" if day_ else text


def step(lower: int, higher: int) -> str:
    """The step that a dossier is for."""
    return f"From grade {lower} to grade {higher}"


def ready(number: int, of: int) -> str:
    """How far the dossier is."""
    return f"{number} of {counted(of, 'criterion', 'criteria')} ready."
