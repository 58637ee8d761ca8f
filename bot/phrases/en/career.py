"""Answers about where a role can lead, and the words on the pictures of a framework."""

from collections.abc import Sequence

from bot.framework.model import ExpectationKind, Framework, Grade, Role
from bot.phrases.en.names import capital, counted, grade, listed, role

MAP = "Career map"
FORMAL = "With formal criteria for the step up"
MAP_LEAD = "Press a role to see where it can lead."
WHERE_NEXT = "Where can you go from here?"
WHICH_ROLE = "Which role is yours? Press it to see where it can lead."
SIDEWAYS = "Sideways"
GUIDE_SAYS = "In the guide"
YOU = "● You are here"
ASKED = "◆ You asked"
BEGINS = "● Begins"
_STATES = {"not_expected": "○ Not expected", "blank": "? Not said", "unclear": "? Not clear"}


def ways_on_title(of: Role) -> str:
    """Over the roles that one can lead to."""
    return f"From {role(of)}"


def moves_title(of: Role) -> str:
    """Over the roles beside one."""
    return f"Sideways from {role(of)}"


def ways_on(of: Role, up: Sequence[Role], beside: Sequence[Role]) -> str:
    """How many roles are one step up and how many sideways, by name."""
    return f"{one_up(up)} {sideways(of, beside)}" if up else f"Grade {of.grade} is the highest in this framework. {sideways(of, beside)}"


def one_up(up: Sequence[Role]) -> str:
    """The roles one step up."""
    names = listed(each.title for each in up)
    return f"One step up is {names}, at grade {up[0].grade}." if len(up) == 1 else f"One step up, at grade {up[0].grade}, are {names}."


def sideways(of: Role, beside: Sequence[Role]) -> str:
    """The other roles of a grade."""
    if not beside:
        return f"Grade {of.grade} has no other role in the framework."
    return f"Sideways, at the same grade, {'is' if len(beside) == 1 else 'are'} {listed(each.title for each in beside)}."


def up_heading(of: Role) -> str:
    """Over a role one step up."""
    return f"Up: {role(of)}"


def beside_heading(of: Role) -> str:
    """Over a role of the same grade."""
    return f"Sideways: {role(of)}"


def how_many(framework: Framework, changed: int, *, beside: bool) -> str:
    """How many competencies change, and that the largest are shown."""
    words = framework.competency_word if changed == 1 else framework.competencies_word
    verb = "differ" if beside else "change"
    return (
        f"{changed} of {len(framework.competencies)} {words} {verb}{'s' if changed == 1 else ''}. Most:"
        if changed
        else f"No {words} {verb}."
    )


def most_changes(framework: Framework, largest: Sequence[tuple[str, str]]) -> str:
    """The competencies that change most, with how much of each."""
    return (
        " ".join(f"{framework.competencies[id_].short}: {tally}" for id_, tally in largest) or "Nothing changes in the framework’s words."
    )


def on_path(framework: Framework, of: Role) -> str:
    """Which path a role is on."""
    return f"{framework.paths[of.path].name.split(' (')[0]} path"


def grade_and_band(of: Grade) -> str:
    """`Grade 4, band 1 or 2`."""
    band = f", band {listed(map(str, of.bands), 'or')}" if of.bands else ""
    return f"{capital(grade(of.grade))}{band}"


def growth(kind: ExpectationKind, grown: tuple[str, str] | None) -> str:
    """How a competency stands at a role, by a sign and words."""
    if kind != "stated":
        return _STATES[kind]
    if grown is None:
        return BEGINS
    return "= The same" if grown[0] == "same" else f"▲ {grown[1].rstrip('.')}"


def growth_title(what: str) -> str:
    """Over the picture of one competency."""
    return f"{what} through the grades"


def growth_lead(what: str, first: Role | None, most: tuple[Role, str] | None, expected: int, of: int) -> str:
    """Where a competency begins, and where it grows most."""
    if first is None:
        return f"The framework says nothing on {what} for these grades."
    grows = f" It grows most at {role(most[0])}: {most[1].rstrip('.')}." if most else ""
    return f"{what} through the grades: it begins at {role(first)}, and is asked of {expected} of {counted(of, 'role')}.{grows}"


def not_alone(number: int) -> str:
    """A grade with several roles, and it is not known which is the asker's."""
    return f"{capital(grade(number))} has more than one role. {WHICH_ROLE}"


def compared(of: Role, other: Role) -> str:
    """A line to press: a role beside another, in full."""
    return f"What differs: {of.title} and {other.title}" if of.grade == other.grade else f"What changes: {other.title}"


def from_(of: Role) -> str:
    """A button: where a role can lead."""
    return f"From {of.title}"
