"""What is said while a job description is written: each step, what became of the words, and where to go next."""

import datetime as dt
from collections.abc import Sequence

from bot.framework.model import Framework, Role
from bot.phrases.en.names import capital, clipped, counted, grade, inside, listed
from bot.phrases.en.names import role as role_name

TITLE = "Job description"
LIST_TITLE = "Your job descriptions"
HEADER, SECTIONS, DUTIES, PERSON, CAREER, CHECKS = (
    "Header",
    "Tasks",
    "Role-specific duties",
    "Person specification",
    "Career grade",
    "Checks",
)
USUAL_HEADER = {
    "job-title": "Job title",
    "present-grade": "Grade",
    "department": "Department",
    "responsible-to": "Reports to",
    "supervises": "Supervises",
    "internal-contacts": "Contacts inside",
    "external-contacts": "Contacts outside",
    "purpose": "Purpose of the role",
}
HINTS = {
    "department": "For example: Department of Chemistry",
    "responsible-to": "For example: Technical Manager",
    "supervises": "For example: 2 technicians, or nobody",
    "internal-contacts": "For example: academic staff, students, Estates",
    "external-contacts": "For example: suppliers, service engineers",
    "purpose": "In a sentence or two: what the role is there for",
}
WHICH_ROLE = "Which role is it for?"
WHICH_TEXT = "Which role is the job description for? Press one, or name it, for example “grade 5 technician”."
EARLIER = "Or go on with an earlier one"
ONLY_YOU = "Only you see it. Everything is saved as you go, so stop and come back whenever you like."
FILLED_IN = "I have filled in what follows from the role and the tasks. Change what you like, leave empty what you don’t know yet."
FROM_COMPETENCIES = "This framework has no job description template, so the sections are its {areas}, and the header is the usual one."
NEXT, BACK, OVERVIEW, OPEN, SAVE = "Next", "Back", "Overview", "Open it", "Save"
KEEP_ALL, ONE_BY_ONE = "Keep all of these", "Go through them"
LEAVE_OUT, KEEP_IN = "Leave it out", "Keep it in"
FINISH, WORD, CARRY_ON, NEW_ONE, UNDO = "It is finished", "Word file", "Carry on", "New job description", "Undo"
BACK_TO_IT = "Back to the job description"
GO_TO = "Go to"
ANOTHER_ROLE, COPY, DELETE, ALL_OF_THEM = "Another grade or role", "Copy it", "Delete it", "All your job descriptions"
CHOOSE = "The tasks that suit the role"
OWN_LINE = "A task in your own words"
OWN_LINE_HINT = "For example: Runs the clean room."
IN_WORDS = "Tick them, or say “take 2 and 4”, “all of them” or “add: runs the clean room”."
SECTIONS_LEAD = "These tasks come from what the framework expects of the role, about three of each {area}."
SHOW_TASKS, HIDE_TASKS = "Show the tasks", "Show the sections alone"
WHICH_SECTION = "Those numbers are of the sections. Open one first, for example “section 2”, and then say which of its tasks."
NONE_CHOSEN = "Nothing is chosen, so it is left out."
DUTIES_FIELD = "One duty a line"
DUTIES_HINT = "For example: Looks after the confocal microscope."
ESSENTIAL, DESIRABLE = "Essential", "Desirable"
OWN_CRITERION = "A line of your own"
OWN_CRITERION_HINT = "For example: Licence to drive a forklift"
PERSON_LEAD = "What somebody needs from the first day, and what would help. Keep the first list short: a long one keeps good people away."
PERSON_WORDS = "Tick them, or say “2 is desirable”, “drop 3” or “essential: a forklift licence”. Numbers count in both lists alike."
CAREER_LEAD = (
    "Is it a career grade role, where somebody can go up a grade in post? If not, the template’s part on progression is taken out."
)
CAREER_CRITERIA = "The criteria for grade {higher}, as the framework gives them"
CAREER_ASSESSED = "How it is assessed"
NO_CRITERIA = "The framework gives no criteria for the step up from grade {grade}, so write your own if you keep it."
OWN_CRITERIA = "Criteria, and how they are assessed, in your own words"
NOTHING_FOUND = "Nothing stands out. It is ready for your own last look, and HR’s."
LOOK_AT = "Worth another look"
DONE = "It is finished. You can still change anything, and take it as a Word file as often as you like."
SAVED = "Saved."
LONGEST_TOLD = 80
MOST_NAMED = 3
UNDO_IT = "Say “undo” to take that back."
ALREADY_IN = "Those are in it already."
GRADE_WORD = "grade"
FRAMEWORK_GONE = "I no longer have the framework that job description was written for. Say “new vacancy” to begin one in yours."
CHANGED_BACK = "It is back as it was."
NO_SUCH_LINE = "I did not find that number. The lines are numbered on the card."
NO_SUCH_ONE = "There is no such number in the list. Press one, or say its number."
NO_ROOM = "That is as many as there is room for. Take one out first, for example “drop 2”."
ALREADY = "That line is there already."
LATER = "All right. Everything is saved; say “continue my job description” to carry on."
GONE = "I no longer have that job description. Say “new vacancy” to begin one."
NONE_YET = "You have no job description yet. Name a role and I fill one in, or say “new vacancy”."
TOO_MANY = "You have {count} job descriptions, which is as many as I keep. Delete one you no longer need, then begin the new one."
WHICH_DELETE = "Which one shall I delete? You can have it back for a day."
WHICH_COPY = "Which one shall I copy?"
COPIED = "This is a copy of the earlier one; change what is different."
EARLIER_ONE = "You have begun one for this role before"
ROLE_GONE = "The framework no longer has the role it was for. Choose another role, and I tell you which lines still fit."
SAME_ROLE = "It is for that role already. Nothing was changed."
NEW_ROLE = "Which role shall it be for?"
KEEP_LINES = "Tick those to keep all the same"
KEEP_OLD = "Leave it as it is"
TAKE_BACK = "Undo the last change"
NOTHING_TO_UNDO = "There is no change to take back. Say “back” for the step before."
ANOTHER_ROLE_IS = "the change to"
NOTHING_TO_GRADE = (
    "There are no duties in your own words yet: the other tasks are the framework’s, for this role. Add yours first, then I grade them."
)
WHICH_IN_RANGE = (
    "Which of these roles is it for? The first is the nearest to the duties you graded, and they go along. You can name any other."
)
WHERE = "Everything is there already; go to what you want to change."
FINISHED, BEGUN = "finished", "begun"
ABOUT_DRAFT = "Write one"
DIFFERENT_GRADE = "The grade is set by the role, as the tasks come from it. Change the grade, and I tell you which lines no longer fit."


def header_name(framework: Framework, id_: str) -> str:
    """What a field of the header is called: as in the framework's template, or as is usual."""
    own = framework.job_description.header if framework.job_description else ()
    return next((each.name for each in own if each.id == id_), USUAL_HEADER.get(id_, id_))


def title(name: str, role: Role) -> str:
    """Which job description it is: `Imaging Technician, grade 5`."""
    return f"{name or role.title}, {grade(role.grade)}"


def step(at: int, of: int, name: str) -> str:
    """Where one is."""
    return f"Step {at} of {of}: {inside(name)}"


def at(name: str, step_name: str) -> str:
    """A step without anything to say of it."""
    return f"{name}: {inside(step_name)}."


def section_of(at: int, of: int, chosen: int, offered: int) -> str:
    """Which section it is, and how many of its tasks are chosen."""
    return f"Section {at} of {of}. {chosen} of {counted(offered, 'task')} chosen."


def begun(role: Role) -> str:
    """A new one."""
    return f"I have begun a job description for {role_name(role)}, and filled in about three tasks of each part."


def numbered(at: int, text: str) -> str:
    """A line with its number."""
    return f"{at}. {text}"


def amount(number: int) -> str:
    """How many tasks a section has."""
    return f"{counted(number, 'task')}" if number else NONE_CHOSEN


def and_more(number: int) -> str:
    """What is not told here."""
    return f"(and {number} more)"


def now_chosen(numbers: Sequence[int]) -> str:
    """Which lines are in after a change in words."""
    return f"Now in: {listed(map(str, numbers))}." if numbers else "Now nothing is in."


def needs(essential: int, desirable: int) -> str:
    """How long the person specification is."""
    return f"{essential} essential, {desirable} desirable"


def duties_lead(framework: Framework, place: str, most: int) -> str:
    """What the duties are for, and where they go."""
    where = f" They go into the section “{place}”." if place else ""
    source = "The framework speaks of" if framework.role_specific_points else "There is room for"
    return f"What is special about this post? {source} up to {counted(most, 'duty', 'duties')} of its own.{where}"


def duties_told(number: int) -> str:
    """How many duties there are."""
    return counted(number, "duty", "duties") if number else "None. That is fine where the post has nothing of its own."


def too_many_duties(given: int, most: int) -> str:
    """More duties than there is room for."""
    return f"That is {counted(given, 'duty', 'duties')}, and there is room for {most}. Nothing is lost: take some out, or join two."


def too_long(length: int, most: int) -> str:
    """Something longer than it may be."""
    return f"That is {length:,} characters, and there is room for {most:,}. Nothing is lost: please shorten it."


def much(problem: str) -> str:
    """The same, where what was typed is too much to show once more."""
    return f"{problem} You still have it above. Nothing was changed."


def career_told(kept: bool | None) -> str:  # noqa: FBT001 (what is on record)
    """Whether the part on progression is in it."""
    return "Kept in" if kept else "Left out"


def now_is(words: str) -> str:
    """How it stands."""
    return f"Now: {inside(words)}."


def to_look_at(number: int) -> str:
    """How many things the checks found."""
    return f"{counted(number, 'thing')} to look at" if number else "Nothing stands out"


def left_out(names: Sequence[str]) -> str:
    """The sections that the role has none of."""
    return f"The framework asks nothing of the role for {listed(names)}, so there is no such section."


def entered(names: Sequence[str]) -> str:
    """Fields that were filled in words."""
    return f"Noted: {listed(names)}."


def undone(what: Sequence[str]) -> str:
    """What was taken back."""
    return f"Undone: {listed(what)}. Say “undo” once more to have it again."


def brought(own: int, sections: Sequence[str], left: Sequence[str]) -> str:
    """Where duties went that were pasted or graded."""
    parts = [f"{counted(own, 'duty', 'duties')} of yours {'is' if own == 1 else 'are'} under “{DUTIES}”."] if own else []
    where = listed(sections) if len(sections) <= MOST_NAMED else f"{len(sections)} sections"
    parts += [f"{'Others' if own else 'Yours'} are with the tasks they belong to, in {where}."] if sections else []
    if not parts and not left:
        return ALREADY_IN
    return " ".join([*parts, *([left_outside(left)] if left else [UNDO_IT])])


def brought_here(count: int, left: Sequence[str]) -> str:
    """Duties that were pasted into one section."""
    told = [f"I put {counted(count, 'task')} in."] if count else []
    return " ".join([*told, left_outside(left) if left else UNDO_IT])


def left_outside(left: Sequence[str]) -> str:
    """Duties for which there was no room."""
    first = clipped(left[0], LONGEST_TOLD)
    return f"There was no room for {counted(len(left), 'duty', 'duties')}, such as “{first}”. Shorten or join some, and send them again."


def empty_fields(number: int) -> str:
    """How much of the header is empty."""
    return f"{counted(number, 'field')} empty" if number else "Filled in"


def state(day: dt.date, *, finished: bool) -> str:
    """A job description in the list: `begun on 3 March 2027`."""
    return f"{FINISHED if finished else BEGUN} on {day.day} {day:%B %Y}"


def number_held(count: int) -> str:
    """How many there are."""
    return f"You have {counted(count, 'job description')}."


def carry_on(name: str) -> str:
    """A button to the step that one is at."""
    return f"Carry on: {inside(name)}"


def deleted(name: str) -> str:
    """One is gone."""
    return f"I have deleted the job description “{name}”. You can have it back for a day."


def regrade(role: Role, fits: int, unfit: int) -> str:
    """What another role would do to the lines."""
    stays = f"For {role_name(role)}, {fits} of {counted(fits + unfit, 'line')} still fit."
    if not unfit:
        return f"{stays} I top it up with what the framework asks of that role."
    return f"{stays} Here are the others: I drop those that you don’t keep, and put in what the framework asks of that role."


def change_to(role: Role) -> str:
    """The button that does it."""
    return f"Change it to grade {role.grade}"


def regraded(role: Role, kept: int) -> str:
    """It is for another role now."""
    also = f" {counted(kept, 'line')} that the framework does not say of it {'is' if kept == 1 else 'are'} kept." if kept else ""
    return f"It is for {role_name(role)} now.{also}"


def no_longer_fits(section: str, text: str) -> str:
    """A line that no longer fits, with its section."""
    return f"{section}: {text}"


def used_instead(words: str, instead: str) -> str:
    """Words that were changed."""
    return f"“{words}” is “{instead}” now."


def for_role(role: Role) -> str:
    """A role to press."""
    return capital(role_name(role))


def areas(framework: Framework, words: str) -> str:
    """A sentence with the framework's own word for its competencies."""
    return words.format(areas=framework.competencies_word, area=framework.competency_word)
