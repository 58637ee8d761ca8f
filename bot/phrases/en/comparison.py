"""Answers about what changes between roles."""

from collections.abc import Sequence

from bot.framework.model import Role
from bot.phrases.en.names import counted, grade, listed, role, shortened

STAYS = "Stays"
NEW = "New"
GROWS = "Grows"
GONE = "No longer mentioned"
SAME = "The same for both"
DIFFERS = "Differs"
NOTHING_CHANGES = "The same in the framework’s words at both."
NEITHER = "Not expected at either."
NOTHING_TO_COMPARE = "Which two grades or roles shall I compare? Press a step."
ALL_THE_SAME = "The framework says the same of both."
TEXT_LIMIT = 600


def title(lower: Role, higher: Role) -> str:
    """`Grade 6 to 7`, or the two titles of one grade."""
    if lower.grade == higher.grade:
        return f"Grade {lower.grade}: {lower.title} and {higher.title}"
    return f"Grade {lower.grade} to {higher.grade}: {lower.title} to {higher.title}"


def title_of_all(roles: Sequence[Role]) -> str:
    """The title over several pairs."""
    numbers = sorted({of.grade for of in roles})
    return f"Grades {listed(map(str, numbers))} compared" if len(numbers) > 1 else f"Grade {numbers[0]} compared"


def way(lower: Role, higher: Role) -> str:
    """A pair inside a heading."""
    return f"{lower.title} or {higher.title}" if lower.grade == higher.grade else f"{lower.grade} to {higher.grade}, {higher.title}"


def only(of: Role) -> str:
    """What one role of a grade has and the other has not."""
    return f"Only {of.title}"


def tally(new: int, grows: int, stays: int, gone: int) -> str:
    """`2 new, 1 grows, 3 stay`."""
    parts = (
        (new, f"{new} new"),
        (grows, f"{grows} {'grows' if grows == 1 else 'grow'}"),
        (stays, f"{stays} {'stays' if stays == 1 else 'stay'}"),
        (gone, f"{gone} no longer mentioned"),
    )
    return ", ".join(words for number, words in parts if number)


def tally_beside(lower: Role, higher: Role, only_lower: int, only_higher: int, differs: int, same: int) -> str:
    """The same for two roles of one grade."""
    parts = (
        (differs, f"{differs} {'differs' if differs == 1 else 'differ'}"),
        (only_higher, f"{only_higher} only {higher.title}"),
        (only_lower, f"{only_lower} only {lower.title}"),
        (same, f"{same} the same"),
    )
    return ", ".join(words for number, words in parts if number)


def begins_here(of: Role) -> str:
    """Not expected below, expected above."""
    return f"Begins at {role(of)}."


def not_expected_of(of: Role) -> str:
    """Expected of one and not of the other."""
    return f"Not expected of {role(of)}."


def cannot_compare(silent: Sequence[Role]) -> str:
    """The source is blank or unclear for one of the two."""
    return f"The framework does not say for {listed(role(of) for of in silent)}, so the two cannot be compared."


def was(of: Role, words: str) -> str:
    """What the lower role, or the other one, says in place of it."""
    return f"At {grade(of.grade)}: {words}"


def other_says(of: Role, words: str) -> str:
    """What the other role of the same grade says in place of it."""
    return f"{of.title}: {words}"


def lead(changed: int, words: str, pairs: Sequence[tuple[Role, Role]]) -> str:
    """How many competencies change, and over which step."""
    ways = listed((f"from {role(low)} to {role(high)}" if low.grade != high.grade else f"between {low.title} and {high.title}") for low, high in pairs)
    return f"{counted(changed, 'change').replace('change', words)} change {ways}." if changed != 1 else f"1 {words} changes {ways}."


def largest(number: int) -> str:
    """After the lead, where only the largest changes are shown."""
    return f"The largest {number} first." if number > 1 else ""


def unchanged(names: Sequence[str]) -> str:
    """What does not change."""
    return f"{listed(names)}: the same in the framework’s words."


def unsaid(names: Sequence[str]) -> str:
    """Where the source is blank or unclear."""
    return f"{listed(names)}: the framework does not say for one or both."


def one(what: str, lower: Role, higher: Role, summary: str, statements: Sequence[str]) -> str:
    """One competency over one step, in a sentence or a few."""
    return f"{what} from {role(lower)} to {role(higher)}: {summary}. {shortened(statements, TEXT_LIMIT)}".strip()


def beside(what: str, lower: Role, higher: Role, summary: str, statements: Sequence[str]) -> str:
    """One competency for two roles of one grade."""
    return f"{what} at grade {lower.grade}, {lower.title} and {higher.title}: {summary}. {shortened(statements, TEXT_LIMIT)}".strip()
