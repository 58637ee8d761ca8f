"""What is said while duties are graded: the form, each line with its range, the questions that decide, the result, what does not fit."""

import datetime as dt
from collections.abc import Sequence

from bot.framework.model import Framework, Role
from bot.phrases.en.names import capital, clipped, counted, grades, short_role
from bot.phrases.en.names import role as role_name

TITLE = "Which grade are these duties?"
FORM = "Paste the duties of the job, one on each line. I grade each line, then ask two questions that settle it. Only you see it."
CHANGE_FORM = "Change, add or take out lines, then press “Grade them”. Your answers stay."
DUTIES = "The duties, one on each line"
EXAMPLE = "Orders gloves and tips"
MISSING = "Write at least one duty."
GRADE = "Grade them"
LEAVE = "Leave it as it is"
CHANGE = "Change the lines"
MORE_LINES = "The next lines"
SEE_LINES = "See the lines"
QUESTION_BEFORE = "Back"
BACK_TO_QUESTION = "Back to the grading"
DELETE = "Delete it"
DELETE_TITLE = "Delete this grading?"
SURE = "Yes, delete it"
KEEP = "Keep it"
DELETED = "The grading is deleted. The message with the duties is still in our chat; paste them again whenever you like."
GONE = "I no longer have that grading. Paste the duties again, and I will grade them anew."
ANEW = "Grade other duties"
NO_FRAMEWORK = "This was graded against a framework that I no longer have. Your lines are kept; paste them again to grade them with mine."
NOTHING_IN_IT = "There is no duty in it yet. Write what the person does, one duty on each line."
YOU_SAID = "What you answered"
NEAREST = "The nearest of what the framework says"
NOT_FITTING = "What does not fit"
EVALUATION = "This shows what the framework expects. The grade of a post is decided by your institution’s job evaluation."
SILENT = "I found nothing in the framework that comes near this line."
ALL_SILENT = (
    "I found nothing in the framework that comes near these lines. Say in plain words what the person does, or answer the questions."
)
SAY_PLAINLY = (
    "I found nothing in the framework that comes near these lines. Say in plain words what the person does, one duty on each line."
)
NONE_OF_THEM = "None of these"
NOT_SURE = "I am not sure"
NONE_CHOSEN = "None of the answers fitted."
WHICH = "I could not tell which answer you mean. Press one, or say its letter."
LISTED = "Your gradings"
PRESS_ONE = "Press one to open it."
NO_ANSWER_YET = "There is no answer to take back yet."
JOB_DESCRIPTION = "Write the job description"
WHY = "Why this grade"
LONGEST_SHOWN = 300
LONGEST_ANSWER = 220
SHORT_ANSWER = 80
LETTERS = "ABCDEFGH"
QUESTIONS = {
    "supervision received": "How closely is the work supervised?",
    "supervision given": "Whom does the person supervise or manage?",
    "budget": "What does the person do with money?",
    "planning horizon": "How far ahead does the person plan?",
    "effect of decisions": "What do the person’s decisions affect?",
    "safety authority": "What is the person’s part in safety?",
}
SCALES = {
    "supervision received": "Supervision received",
    "supervision given": "Supervision given",
    "budget": "Budget",
    "planning horizon": "Planning horizon",
    "effect of decisions": "Effect of decisions",
    "safety authority": "Safety authority",
}


def span(low: int, high: int) -> str:
    """`grade 6`, `grade 6 or 7`, `grades 5 to 7`."""
    if high - low > 1:
        return f"grades {low} to {high}"
    return f"grade {low}" if low == high else f"grade {low} or {high}"


def line_range(low: int, high: int, best: int) -> str:
    """The range of one line, under it."""
    return f"{capital(span(low, high))}." if low == high else f"{capital(span(low, high))}; nearest is grade {best}."


def said_by(framework: Framework, roles: Sequence[Role], what: str) -> str:
    """Whose expectation is quoted, and from which competency: `Grade 7, Manager; Budgets`."""
    at = sorted({role.grade for role in roles})
    who = f"{capital(grades(at))}, {short_role(framework, roles[0])}" if len(roles) == 1 else capital(grades(at))
    return f"{who}; {what}"


def lead(number: int, every: int, low: int, high: int, best: int) -> str:
    """What the lines say together, before any answer; of some the framework may say nothing."""
    subject = "This duty points" if every == 1 else f"Together these {number} duties point"
    if number < every:
        subject = f"{number} of your {every} duties {'points' if number == 1 else 'point'}"
    nearest = "" if low == high else f", most of all grade {best}"
    return f"{subject} to {span(low, high)}{nearest}."


def settles(questions: int) -> str:
    """Said before the questions."""
    return f"Words alone do not settle a grade. {capital('two questions do' if questions > 1 else 'one question does')}:"


def narrowed(low: int, high: int) -> str:
    """After an answer, before the next question."""
    return f"That leaves {span(low, high)}."


def result(role: Role, low: int, high: int) -> str:
    """What it comes to."""
    if low == high:
        return f"It comes out at {role_name(role)}."
    return f"It comes out at {span(low, high)}. Nearest is {role_name(role)}."


def title(low: int, high: int) -> str:
    """The title of the result."""
    return capital(span(low, high))


def because(words: str, who: str) -> str:
    """The first reason, in the sentence that stands alone."""
    return f"The framework says, for {who[:1].lower()}{who[1:]}: {words}"


def option(number: int, words: str) -> str:
    """An answer to press: a letter, by which it can be said as well."""
    return f"{LETTERS[number]}. {clipped(words, LONGEST_ANSWER)}"


def asked(question: str, options: Sequence[str]) -> str:
    """The question with its answers, cut short, in one line of text."""
    told = " ".join(f"{LETTERS[number]}. {clipped(words, SHORT_ANSWER)}" for number, words in enumerate(options))
    return f"{question} {told} Press one, or say its letter."


def taken(number: int, words: str) -> str:
    """What words were taken as, so that it can be taken back."""
    return f"I took that as {LETTERS[number]}, “{clipped(words, SHORT_ANSWER)}” Say “back” if it is not what you meant."


def page(first: int, last: int, number: int) -> str:
    """Which lines a card shows."""
    return f"Lines {first} to {last} of {number}"


def points_elsewhere(low: int, high: int) -> str:
    """Where a line points that does not fit the rest."""
    return f"This line alone points to {span(low, high)}. Check whether it belongs to the job."


def near_to(duty: str) -> str:
    """Which line an expectation is near to."""
    return f"Near to “{duty}”"


def too_many(number: int, most: int) -> str:
    """More lines than can be graded together."""
    return f"That is {number} lines, and I can grade {most} at a time. Send me those that matter most, or half of them first."


def too_long(length: int, most: int) -> str:
    """More text than can be graded together, or in one line."""
    return f"That is {length:,} characters, and I can take {most:,}. Send the duties alone, one on each line, or half of them first."


def line_too_long(length: int, most: int) -> str:
    """One line is longer than a duty."""
    return f"One line has {length:,} characters, and a duty may have {most:,}. Put each duty on a line of its own."


def shall_delete(number: int) -> str:
    """Before a grading is deleted."""
    return f"Shall I delete this grading with its {counted(number, 'line')} for good?"


def listed_as(number: int, of: dt.date) -> str:
    """A grading in the list."""
    return f"{counted(number, 'line')}, {of.day} {of:%B %Y}"


def have(number: int) -> str:
    """How many there are."""
    return f"You have {counted(number, 'grading')}. Only you see {'it' if number == 1 else 'them'}."


def more_lines(number: int) -> str:
    """Lines that are not shown here."""
    return f"and {counted(number, 'more line')}."


def do_not_fit(elsewhere: int, silent: int) -> str:
    """Lines that point elsewhere, and those of which the framework says nothing; empty where there are none."""
    parts = [f"{counted(elsewhere, 'line')} {'points' if elsewhere == 1 else 'point'} elsewhere"] if elsewhere else []
    parts += [f"the framework says nothing near {counted(silent, 'line')}"] if silent else []
    return f"{capital(' and '.join(parts))}: “{WHY}” tells which." if parts else ""


def elsewhere_range(low: int, high: int) -> str:
    """The range of a line that points elsewhere than the rest."""
    return f"{capital(span(low, high))}, unlike the rest. Check whether it belongs to the job."


def and_more(parts: Sequence[str]) -> str:
    """Several sentences as one text."""
    return " ".join(part for part in parts if part)


def scale(name: str) -> str:
    """What a scale is called before its answer."""
    return SCALES[name]
