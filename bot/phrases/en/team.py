"""What is said of a team: who shared what, needs and strengths by competency, a chosen group, and the figures to take away."""

import datetime as dt
from collections.abc import Sequence

from bot.framework.model import Framework, Role
from bot.phrases.en.names import capital, clipped, counted, listed, role

TITLE, NEEDS_TITLE, MARKS_TITLE, GROUP_TITLE = "Your team", "Needs and strengths", "Marks side by side", "Choose a group"
NOBODY = (
    "Nobody has shared anything with you yet. Ask your technicians to finish a self-assessment and share it with you by name: "
    "they type “share my assessment with my manager” to me. It stays theirs, and they can take it back."
)
THEN = "What comes then"
WHAT_COMES = (
    "Who shared what, when, and how complete it is.",
    "Strengths and needs by competency, for everybody, one role or a group you choose.",
    "The needs of several people, with what would help them all, and an Excel file without names.",
)
GUIDANCE = "How to develop a team"
SHARED_BY, MORE_PEOPLE, AREAS = "Who shared with you", "Show more people", "Press one to see who, and what helps"
IN_SHORT, NOT_SEEN = "In short", "What I can’t see"
NOT_SEEN_WORDS = "I only know who has shared with you. I don’t know who else is in your team, so I can’t tell who is still to share."
SEEN = "Everybody shown here can see in their own data that you looked."
NO_NAME = "Somebody without a name"
NO_OWN = "Nobody of this group has shared a finished self-assessment for their own role, so there are no marks to set side by side yet."
NO_NEEDS = "No need is shared by several people."
FEW = "Fewer than three people: that tells of single ones, so keep it in this chat."
LEFT_OUT = "The Excel file leaves out what is of fewer than three people."
NO_FILE = "There is no Excel file yet: its figures need at least three people with marks, so that they tell of nobody."
NEEDS, MARKS, GROUP, FILE, BACK = "Needs and strengths", "Marks side by side", "Choose a group", "Excel file", "Back to the team"
SHOW_GROUP, SHOW_EVERYBODY, NEXT_PEOPLE = "Show this group", "Show everybody", "Next people"
GROUP_LEAD = "Choose one or more roles, or single people. People you tick count, whatever their role."
ROLES, PEOPLE = "Roles", "People"
NOBODY_IN_GROUP = "Nobody in the group you chose shares with you any more, so this is everybody."
COLUMN_NAMES = "Area"
NEED_COLUMN, STRONG_COLUMN = "▼ Need", "▲ Strong"
NEED, BETWEEN, STRENGTH, NONE = "▼", "●", "▲", "–"
PRIORITY = "*"
MOST_AREAS = 3  # further ones are counted
SERVES_SEVERAL, NEEDED_BY, STRONG_HERE, WHAT_HELPS = (
    "What would serve several",
    "Who needs it",
    "Strong here, and could help",
    "What would help",
)
NOBODY_NEEDS, NOBODY_STRONG = "Nobody in this group.", "Nobody in this group yet."
NONE_LISTED = "The framework lists nothing for this."
DEVELOP = "More on how to develop it"
OWN_ROLE = "Marks are people’s own, each against their own role: a 6 at one grade is not a 6 at another."
OWN_ROWS = "Rows that people added themselves are left out, as nobody else has them."
STRENGTHS_OF, NEEDS_OF, PLAN_OF = "Strengths", "Needs", "What is planned"
NOT_HERE_ANY_MORE = "They don’t share that with you any more. This is how it stands."


def summary(people: int, assessed: int) -> str:
    """Who shared, in a sentence."""
    who = f"{counted(people, 'person', 'people')} {'has' if people == 1 else 'have'} shared"
    if people == assessed:
        return f"{who} a finished self-assessment for their own role with you."
    return f"{who} something with you; {assessed or 'none'} of them a finished self-assessment for their own role."


def most_needed(needs: Sequence[tuple[str, int]], of: int) -> str:
    """The collective needs in a line."""
    return f"Needed most: {listed(f'{name} ({number} of {of})' for name, number in needs)}." if needs else NO_NEEDS


def strongest(names: Sequence[tuple[str, int]], of: int) -> str:
    """What most are strong in."""
    return f"Strongest: {listed(f'{name} ({number} of {of})' for name, number in names)}."


def group(roles: Sequence[str], people: int, of: int) -> str:
    """Which group is shown."""
    what = listed(roles) if roles else "people you chose"
    return f"Only {what}: {counted(people, 'person', 'people')} of {of}."


def page(first: int, last: int, of: int) -> str:
    """Which people are shown."""
    return f"People {first} to {last} of {of}." if first < last else f"Person {first} of {of}."


def person(name: str) -> str:
    """Over a column: the first name and the initial of the last, and the number that tells two of one name apart."""
    words, number = (name.split()[:-1], f" {name.rsplit(maxsplit=1)[-1]}") if name.endswith(")") else (name.split(), "")
    first, *rest = words or [name]
    return " ".join((_cut(first), *(f"{word[0]}." for word in rest[-1:]))) + number


def _cut(word: str, most: int = 10) -> str:
    return word if len(word) <= most else f"{word[: most - 1]}…"


def coverage(of: str, day: str, marked: int, total: int, until: str) -> str:
    """What of an assessment is shared; before a blind review is in from both sides, no mark of it is."""
    marks = f"{marked} of {total} rows marked" if marked else "marks show once both of you have rated it"
    return f"{capital(of)}: finished {day}, {marks}. Shared until {until}."


def unfinished(of: str, marked: int, total: int, until: str) -> str:
    """An assessment that is not finished yet."""
    return f"{capital(of)}: not finished, {marked} of {total} rows marked. Shared until {until}."


def no_assessment(until: str) -> str:
    """Somebody who shares something else."""
    return f"No self-assessment for their own role is shared. Shared until {until}."


def aspires(roles: Sequence[str]) -> str:
    """Beside the coverage."""
    return f"Aspires to {listed(roles)}." if roles else ""


def planned(open_: int, overdue: int, done: int) -> str:
    """A shared plan in a few words."""
    parts = [f"{open_} to work on", *([f"{overdue} overdue"] if overdue else []), *([f"{done} done"] if done else [])]
    return f"Plan: {listed(parts)}."


def day(of: dt.date) -> str:
    """`3 March 2027`."""
    return f"{of.day} {of:%B %Y}"


def known_role(of: Role | None) -> str:
    """The role of an assessment; one that the framework no longer has is not named."""
    return role(of) if of else "a role the framework no longer has"


def legend(below: float, high: float) -> str:
    """What the signs mean."""
    high_or_low = f"{STRENGTH} {high:g} or more, a strength. {BETWEEN} in between. {NEED} under {below:g}, a need."
    return f"{high_or_low} {PRIORITY} chosen as a priority, so a need. {NONE} no mark."


def mark(sign: str, value: float | None, *, priority: bool) -> str:
    """A cell: the sign, the mark, and whether it is a priority."""
    return " ".join(part for part in (sign, "" if value is None else f"{value:g}{PRIORITY if priority else ''}") if part)


def named_mark(name: str, value: float | None, *, priority: bool) -> str:
    """Somebody with their mark."""
    told = "no mark" if value is None else f"{value:g}"
    return f"{name} ({told}{', a priority' if priority else ''})"


def names(of: Sequence[str], most: int = 3) -> str:
    """How many, and who; where they are many, some of them."""
    if not of:
        return "0"
    rest = f" +{len(of) - most}" if len(of) > most else ""
    return f"{len(of)}: {', '.join(of[:most])}{rest}"


def areas(left: int) -> str:
    """Over the collective needs; `left` is how many cannot be pressed."""
    return f"{AREAS}. Name any other in words" if left > 0 else AREAS


def need(name: str, number: int, of: int) -> str:
    """A collective need as a line to press."""
    return f"{clipped(name, 60)}: {number} of {of} need it"


def on_area(who: str, name_: str, value: float | None, standing: str, *, priority: bool) -> str:
    """One person in one row, in a sentence."""
    if value is None and not priority:
        return f"{who} has given {name_} no mark."
    what = {"need": "a need", "strength": "a strength", "between": "neither a need nor a strength", "none": "no mark"}[standing]
    chosen = " They chose it as a priority." if priority else ""
    return f"{who} on {name_}: {'no mark' if value is None else f'{value:g}, {what}'}.{chosen}"


def need_told(name: str, number: int, of: int, strong: int) -> str:
    """A row in a sentence."""
    strength = f"{strong} {'is' if strong == 1 else 'are'}" if strong else "nobody is"
    return f"{name}: {number} of {of} need it, {strength} strong in it."


def serves(people: int, of: Sequence[str]) -> str:
    """How many an opportunity serves, and in what."""
    shown = [*of[:MOST_AREAS], *([f"{len(of) - MOST_AREAS} more"] if len(of) > MOST_AREAS else [])]
    return f"serves {counted(people, 'person', 'people')}: {listed(shown)}"


def with_framework(framework: Framework) -> str:
    """The marks of another framework."""
    return f"{framework.name}, {framework.institution}"


def not_compared(others: Sequence[str]) -> str:
    """People whose marks are in other terms."""
    return f"Marks made with {listed(others)} are shown apart: their competencies are others, so they can’t be compared with these."


def without_marks(names_: Sequence[str]) -> str:
    """Those of the group who are not in the table."""
    return f"Not in here, as they share no finished self-assessment for their own role: {listed(names_)}."
