"""Answers about what is expected of a role."""

from collections.abc import Sequence

from bot.framework.model import Expectation, Framework, Role
from bot.phrases.en.names import capital, clipped, counted, grade, grades, inside, listed, role, short_place, shortened

NOT_EXPECTED = "Not expected"
NOT_SAID = "The framework does not say"
UNCLEAR = "The source is not clear here"
SAME_AS_BEFORE = "The same words as for the role before this one."
WHAT_IS_EXPECTED = "What is expected"
ALL_ROLES = "Which grade?"
PICK_GRADE = "Which grade do you mean? Press one."
SEVERAL_MEANT = "Those words fit more than one place in the framework, so here is each."
SAME_FOR_BOTH = "The same for both."
TEXT_LIMIT = 600
BRIEF = 60


def title(what: str, where: str) -> str:
    """`Budgets, grade 7`."""
    return f"{what}: {where}"


def says(what: str, of: Role, statements: Sequence[str]) -> str:
    """One cell in a sentence or a few."""
    return f"{what} at {role(of)}: {shortened(statements, TEXT_LIMIT)}"


def no(what: str, of: Role) -> str:
    """The source says no."""
    return f"No: nothing is expected for {inside(what)} at {role(of)}."


def begins(first: Role | None) -> str:
    """Where something that is not expected here begins."""
    return f"It begins at {role(first)}." if first else "The framework does not say that it begins at a higher grade."


def expected_of(roles: Sequence[Role]) -> str:
    """Who has something that is not expected here, where it stands both lower down and higher up."""
    return f"It is expected of {'; '.join(map(role, roles))}."


def ended(last: Role) -> str:
    """Where something that is not expected here stands lower down."""
    return f"The last to have it is {role(last)}."


def silent(what: str, of: Role) -> str:
    """The source is blank."""
    return f"The framework does not say: nothing is written for {inside(what)} at {role(of)}."


def nearest(of: Role) -> str:
    """Before the statements of the nearest role that has some."""
    return f"The nearest it gives is {role(of)}:"


def nearest_heading(of: Role) -> str:
    """The heading over the nearest role's statements."""
    return f"Nearest: {role(of)}"


def unclear(what: str, of: Role, notes: Sequence[str]) -> str:
    """The source cannot be followed."""
    return f"The framework does not say clearly what {inside(what)} asks of {role(of)}. {' '.join(notes)}".strip()


def as_at(of: Role) -> str:
    """Before statements that stand in another cell."""
    return f"As at {role(of)}:"


def settled(left_out: Sequence[str]) -> str:
    """Where a choice made before left something out."""
    return f"As you chose before; it could also mean {listed(map(inside, left_out), 'or')}." if left_out else ""


def from_there(place: str) -> str:
    """After a statement that stands in another role's cell."""
    return f"as at {inside(place)}"


def together(names: Sequence[str]) -> str:
    """Roles of which the same is said, over it."""
    return f"{names[0]}, and the same for {listed(names[1:])}" if names[1:] else names[0]


def whole_role(number: int, words: str) -> str:
    """The lead of a whole role."""
    return f"{number} {words}, a line each. Press one to read all of it."


def whole_role_text(of: Role, stated: Sequence[str], not_expected: Sequence[str]) -> str:
    """A whole role in a sentence or two."""
    no_ = f" Not expected: {listed(not_expected)}." if not_expected else ""
    return f"{capital(role(of))} is expected to do something for {listed(stated)}.{no_} Ask about any of them."


def everything(of: Role) -> str:
    """The lead of a role shown in full."""
    return f"Everything the framework expects of {role(of)}."


def several_roles(numbers: Sequence[int], roles: Sequence[Role]) -> str:
    """A grade, or some grades, with more than one role, and no competency named."""
    titles = listed((of.title for of in roles) if len(numbers) == 1 else (role(of) for of in roles))
    return f"{capital(grades(numbers))}: {counted(len(roles), 'role')}, {titles}. Press one to see what is expected."


def one_for_each(word: str) -> str:
    """Over the competencies of a grade with several roles."""
    return f"Or one {word} for each role:"


def across(what: str, first: Role | None) -> str:
    """How one competency runs through the grades."""
    start = f" It begins at {role(first)}." if first else ""
    return f"{what} through the grades.{start} Press a grade to read the rest."


def added_at(number: int) -> str:
    """Before the statements that a cell adds to those of another."""
    return f"Added at grade {number}:"


def more(number: int) -> str:
    """After the first statement of a short line."""
    return f"+ {number} more"


def no_such_grade(asked: Sequence[int], framework: Framework) -> str:
    """A grade that the framework does not have."""
    known = sorted(framework.grades)
    missing = listed(map(grade, asked), "or")
    return f"This framework has grades {known[0]} to {known[-1]}; there is no {missing} in it."


def brief(expectation: Expectation, limit: int) -> str:
    """A cell as one short line, for lists: its first statement, and how many more there are."""
    if not expectation.statements:
        return state(expectation)
    rest = len(expectation.statements) - 1
    return clipped(expectation.statements[0].text, limit) + (f" {more(rest)}" if rest else "")


def state(expectation: Expectation) -> str:
    """A cell without statements, in a few words."""
    by_kind = {"not_expected": NOT_EXPECTED, "blank": NOT_SAID, "unclear": UNCLEAR}
    return f"{by_kind.get(expectation.kind, NOT_SAID)}."


def role_specific(points: int) -> str:
    """Where the source lets each role have points of its own."""
    return f"On top of these, a role may have up to {points} points of its own."


def silent_for(names: Sequence[str]) -> str:
    """What the source leaves blank for a role."""
    return f"The framework does not say anything here about {listed(names)}."


def one_of_several(words: str, what: str, others: Sequence[str]) -> str:
    """Only one of several competencies is shown; `words` is what the framework calls several."""
    return f"That fits more than one of the {words}. This is {what}; press for {listed(others, 'or')}."


def each_in_brief(framework: Framework, roles: Sequence[Role], cells: Sequence[Expectation]) -> str:
    """A competency through the grades, in a passage."""
    return " ".join(f"{short_place(framework, of)}: {brief(cell, BRIEF)}" for of, cell in zip(roles, cells, strict=True))


def cells(what: str, parts: Sequence[tuple[str, str]]) -> str:
    """Several cells in a passage: headings and what stands under each."""
    return f"{what}. {shortened((f'{heading}: {words}' for heading, words in parts), TEXT_LIMIT)}"


def some_of(shown: int, total: int) -> str:
    """A list is longer than a card can be."""
    return f"The first {shown} of {total} are below. Ask for any other by its name."
