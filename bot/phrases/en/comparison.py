"""Answers about what changes between roles."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.framework.model import Framework, Role
from bot.phrases.en.names import capital, grade, grades, listed, role, short_role, shortened

STAYS = "Stays"
NEW = "New"
GROWS = "Grows"
GONE = "No longer mentioned"
SAME = "The same for both"
DIFFERS = "Differs"
NOTHING_CHANGES = "The same in the framework’s words at both."
NEITHER = "Not expected at either."
NOTHING_TO_COMPARE = "Which two grades or roles shall I compare? Press a step."
ADDED = "In addition to what stays."
THE_REST = "The rest"
TEXT_LIMIT = 600


def title(lower: Role, higher: Role) -> str:
    """`Grade 6 to 7`, or the two titles of one grade."""
    if lower.grade == higher.grade:
        return f"Grade {lower.grade}: {lower.title} and {higher.title}"
    return f"Grade {lower.grade} to {higher.grade}: {lower.title} to {higher.title}"


def title_of(pairs: Sequence[tuple[Role, Role]]) -> str:
    """The title over one step or several."""
    return title(*pairs[0]) if len(pairs) == 1 else title_of_all([of for pair in pairs for of in pair])


def title_of_all(roles: Sequence[Role]) -> str:
    """The title over several pairs."""
    return f"{capital(grades(sorted({of.grade for of in roles})))} compared"


def way(lower: Role, higher: Role) -> str:
    """A pair inside a heading."""
    return f"{lower.title} or {higher.title}" if lower.grade == higher.grade else f"{lower.grade} to {higher.grade}, {higher.title}"


def only(framework: Framework, of: Role) -> str:
    """What one role of a grade has and the other has not."""
    return f"Only {short_role(framework, of)}"


class Numbers(NamedTuple):
    """How many statements are new, grow, stay and are no longer mentioned."""

    new: int
    grows: int
    stays: int
    gone: int


def tally(numbers: Numbers) -> str:
    """`2 new, 1 grows, 3 stay`."""
    parts = (
        (numbers.new, "new"),
        (numbers.grows, "grows" if numbers.grows == 1 else "grow"),
        (numbers.stays, "stays" if numbers.stays == 1 else "stay"),
        (numbers.gone, "no longer mentioned"),
    )
    return ", ".join(f"{number} {words}" for number, words in parts if number)


def tally_beside(framework: Framework, lower: Role, higher: Role, numbers: Numbers) -> str:
    """The same for two roles of one grade."""
    parts = (
        (numbers.grows, "differs" if numbers.grows == 1 else "differ"),
        (numbers.new, f"only {short_role(framework, higher)}"),
        (numbers.gone, f"only {short_role(framework, lower)}"),
        (numbers.stays, "the same"),
    )
    return ", ".join(f"{number} {words}" for number, words in parts if number)


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


def other_says(framework: Framework, of: Role, words: str) -> str:
    """What one of two roles of a grade says in place of the other's words."""
    return f"{short_role(framework, of)}: {words}"


def lead(changed: int, words: tuple[str, str], pairs: Sequence[tuple[Role, Role]]) -> str:
    """How many competencies change, and over which step; `words` are what the framework calls one and several."""
    one, many = ("differs", "differ") if pairs[0][0].grade == pairs[0][1].grade else ("changes", "change")
    number = f"{changed} {words[0]} {one}" if changed == 1 else f"{changed or 'No'} {words[1]} {many}"
    return f"{number} {_way(*pairs[0]) if len(pairs) == 1 else _ways(pairs)}."


def how_many(changed: int, words: tuple[str, str], pair: tuple[Role, Role]) -> str:
    """How many competencies change, under a title that names the step."""
    one, many = ("differs", "differ") if pair[0].grade == pair[1].grade else ("changes", "change")
    return f"{changed} {words[0]} {one}." if changed == 1 else f"{changed or 'No'} {words[1]} {many}."


def each_way(number: int) -> str:
    """Under the title of several steps."""
    return f"{number} comparisons, with what changes most in each."


def open_way(lower: Role, higher: Role) -> str:
    """A line to press: one of several steps."""
    if lower.grade == higher.grade:
        return f"Grade {lower.grade}: {lower.title} or {higher.title}"
    return f"{lower.grade} to {higher.grade}: {higher.title}"


def largest(number: int) -> str:
    """After the lead, where only the largest changes are shown."""
    return f"The largest {number} first." if number > 1 else ""


def unchanged(names: Sequence[str]) -> str:
    """What does not change."""
    return f"{listed(names)}: the same in the framework’s words."


def unsaid(names: Sequence[str]) -> str:
    """Where the source is blank or unclear."""
    return f"{listed(names)}: the framework does not say for one or both."


def one(what: str, pair: tuple[Role, Role], summary: str, statements: Sequence[str]) -> str:
    """One competency over one step, in a sentence or a few."""
    return f"{what} from {role(pair[0])} to {role(pair[1])}: {summary.rstrip('.')}. {shortened(statements, TEXT_LIMIT)}".strip()


def beside(what: str, pair: tuple[Role, Role], summary: str, statements: Sequence[str]) -> str:
    """One competency for two roles of one grade."""
    titles = f"{pair[0].title} and {pair[1].title}"
    return f"{what} at grade {pair[0].grade}, {titles}: {summary.rstrip('.')}. {shortened(statements, TEXT_LIMIT)}".strip()


def labelled(label: str, strand: str) -> str:
    """What happens to a strand, and which."""
    return f"{label}, {strand}"


def names(strands: Sequence[str]) -> str:
    """Strands by name alone."""
    return f"{listed(strands)}."


def said_of(of: Role) -> str:
    """Before the statements of the one role that has any."""
    return f"What it says of {role(of)}:"


def rest(number: int) -> str:
    """How many changes are not shown yet."""
    return f"{number} more to see."


def _ways(pairs: Sequence[tuple[Role, Role]]) -> str:
    return f"across {grades(sorted({of.grade for pair in pairs for of in pair}))}"


def _way(lower: Role, higher: Role) -> str:
    if lower.grade == higher.grade:
        return f"between {lower.title} and {higher.title}"
    return f"from {role(lower)} to {role(higher)}"


def step(lower: int, higher: int) -> str:
    """A step to choose."""
    return f"Grade {lower} to {higher}"


def titled(ways: str, names: Sequence[str]) -> str:
    """The title over competencies that were named."""
    return f"{listed(names)}, {ways[:1].lower()}{ways[1:]}"


def heading(what: str, lower: Role, higher: Role) -> str:
    """One competency over one of several steps."""
    return f"{what}: {way(lower, higher)}"


def most(names: Sequence[str]) -> str:
    """Where most changes."""
    return f"Most in {listed(names)}." if names else ""


def all_told(told: Sequence[str]) -> str:
    """Several comparisons in a passage."""
    return shortened(told, 2 * TEXT_LIMIT)


def the_same(higher: Role) -> str:
    """A step that leads to the same words as the one before it."""
    return f"The same for {role(higher)}."
