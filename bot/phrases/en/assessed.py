"""The result of a self-assessment, the priorities, and the earlier ones."""

from collections.abc import Sequence

from bot.phrases.en.names import capital, clipped, counted, listed

TITLE = "Your self-assessment"
CHART = "Your marks"
COLUMNS = ("Row", "Mark")
STRENGTHS, TO_DEVELOP = "Strengths: your highest marks", "Development areas: your lowest marks"
SAME_AS_BEFORE = "No mark changed."
EVIDENCE, LEFT_OUT = "Evidence", "Left out"
PRIORITIES = "What do you want to work on? Up to three; a strength may be one of them."
SAVE_PRIORITIES, ADD_EVIDENCE, DELETE, EARLIER, WORD_FILE = "Save priorities", "Add evidence", "Delete it", "Earlier ones", "Word file"
SAVE_EVIDENCE, LEAVE = "Save evidence", "Leave it as it is"
PRIORITIES_TITLE = "Your priorities"
NOTHING_YET = "You have no self-assessment yet. It takes about a quarter of an hour, and only you see it."
HISTORY = "Your self-assessments"
HISTORY_LEAD = "Press one to open it."
DELETE_TITLE = "Delete this self-assessment?"
DELETE_NOW, KEEP, UNDO = "Yes, delete it", "Keep it", "Undo"
EVIDENCE_TITLE = "Evidence for your high marks"
EVIDENCE_LEAD = "What do you do that shows it? Leave empty what you don’t want to fill in."
WHICH_OF_THEM = "Which of them is that for? Put it in its box and save."
AS_IT_WAS = "Fine, it stays as it is."
BACK_AGAIN = "It is back."
NOT_THERE_ANY_MORE = "I can’t bring it back: it is gone for good. You can start a new one."
NO_PRIORITY = "Please choose at least one row, and up to three."
EVERYTHING_EVIDENCED = "There is evidence beside every mark."
MOST_NAMED = 3  # more rows than these are only counted


def finished(day: str, of: str) -> str:
    """When it was finished, and against which role."""
    return f"Finished on {day}, against {of}. Only you see it."


def begun(day: str, of: str, marked: int, total: int) -> str:
    """One that is not finished."""
    return f"Begun on {day}, against {of}: {marked} of {total} rows marked."


def told(best: Sequence[str], lowest: Sequence[str], priorities: Sequence[str]) -> str:
    """The result in a sentence."""
    low = f" Lowest: {listed(lowest)}." if lowest else ""
    next_ = f"Your priorities: {listed(priorities)}." if priorities else "Choose up to three priorities."
    return f"Your result. Highest: {listed(best)}.{low} {next_}"


def named(name: str, mark: float) -> str:
    """A row and its mark."""
    return f"{name} ({mark:g})"


def was(mark: float, before: float | None) -> str:
    """A mark in the table."""
    return f"{mark:g}" if before is None or before == mark else f"{mark:g} (was {before:g})"


def since(day: str) -> str:
    """Over what changed."""
    return f"Since {day}"


def moves(name: str, before: float, now: float) -> str:
    """One mark that changed."""
    return f"{name}: {before:g} then, {now:g} now, {'up' if now > before else 'down'} by {abs(now - before):g}."


def ask_evidence(names: Sequence[str]) -> str:
    """A high mark without evidence, asked about once."""
    what = listed(names)
    return f"You gave {what} a high mark. What do you do that shows it? Tell me, or press “{ADD_EVIDENCE}”; it is up to you."


def missing(names: Sequence[str]) -> str:
    """Marks without evidence; where they are many, their number will do."""
    what = listed(names) if len(names) <= MOST_NAMED else f"{len(names)} rows"
    return f"No evidence yet for {what}. It helps in a review and an interview; you can add it at any time."


def without_mark(names: Sequence[str]) -> str:
    """Rows that were skipped."""
    return f"Skipped: {listed(names)}. Open “Rows and marks” to mark them."


def aside(names: Sequence[str]) -> str:
    """Rows that were set aside."""
    return f"Set aside, as nothing is asked of this role there: {listed(names)}."


def new_at(of: str) -> str:
    """Over what an aspired role asks that the own one does not."""
    return f"New at {of}"


def gap(of: str) -> str:
    """Before the words of what is new, for the lowest marks."""
    return f"What {of} is expected to do beyond your role, where your marks are lowest:"


def moved_on(day: str) -> str:
    """The framework changed since it was finished."""
    return f"The framework’s words changed since {day}. Your marks stand against the words of that day; start anew to use the present ones."


def too_many(number: int, most: int) -> str:
    """More priorities than there may be."""
    return f"You chose {number}. Please keep the {most} that matter most to you now."


def chosen(names: Sequence[str]) -> str:
    """Priorities were saved."""
    return f"Saved. Your {'priority is' if len(names) == 1 else 'priorities are'} {listed(names)}."


PLAN_HEADING = "Press one to put it in your plan"


def your_mark(name: str, mark: float, of: str, day: str) -> str:
    """One mark, asked for."""
    return f"{name}: you gave yourself {mark:g} on {day}, against {of}."


def no_mark(name: str, of: str) -> str:
    """A row without a mark, asked for."""
    return f"{name}: you have given no mark there yet, against {of}."


def one_of(of: str, day: str, marked: int, total: int, *, finished: bool) -> tuple[str, str]:
    """One assessment in the list: its title and what became of it."""
    state = f"Finished on {day}" if finished else f"Not finished; begun on {day}"
    return capital(of), f"{state}. {marked} of {counted(total, 'row')} marked."


def shall_delete(day: str, of: str) -> str:
    """Before one is deleted."""
    return f"Shall I delete your self-assessment of {day}, against {of}? Its marks and priorities go; the evidence stays in your log."


def deleted(day: str) -> str:
    """One was deleted."""
    return f"Deleted: your self-assessment of {day}. You can undo that for a day; then it is gone for good."


def evidence_for(name: str, mark: float) -> str:
    """Over one box of evidence."""
    return f"{clipped(name, 60)} ({mark:g})"


def saved_evidence(names: Sequence[str]) -> str:
    """Evidence was saved for some rows."""
    return f"Saved: your evidence for {listed(names)}."
