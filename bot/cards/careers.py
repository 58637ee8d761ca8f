"""Pictures of a framework: the roles by grade, with the asker's marked, and how one competency begins and grows through them."""

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from bot.cards import comparisons
from bot.cards.expectations import ask
from bot.cards.payloads import Career
from bot.cards.view import Cell, Line, Rung, Section
from bot.framework.around import last_expected
from bot.framework.comparing import Comparison, compare_expectations, compare_roles, largest_first
from bot.framework.model import Framework, Role
from bot.phrases.en import career as say
from bot.phrases.en.names import capital, clipped, short_role
from bot.phrases.en.names import grade as numbered

LARGEST = 3
_DETAIL_LENGTH = 90


def career_map(framework: Framework, own: Collection[Role], asked: Collection[Role]) -> tuple[Rung, ...]:
    """Every role at its grade, lowest first, roles of one grade side by side; each opens where it can lead."""
    return tuple(
        Rung(say.grade_and_band(framework.grades[grade]), tuple(_role(framework, role, own, asked) for role in roles))
        for grade, roles in _by_grade(framework.roles.values())
    )


def growth(framework: Framework, competency: str, roles: Sequence[Role]) -> tuple[Rung, ...]:
    """One competency at each role: not expected, begins, the same, or how much of it is new and grows; each opens in full."""
    return tuple(
        Rung(capital(numbered(grade)), tuple(_grown(framework, competency, role) for role in there)) for grade, there in _by_grade(roles)
    )


def step(framework: Framework, lower: Role, higher: Role, heading: str) -> Section:
    """The way from one role to another: the competencies that change most, a line each."""
    compared = compare_roles(framework, lower.id, higher.id)
    lines = tuple(
        Line(_tally(framework, each), framework.competencies[each.competency].short, below=_first(each))
        for each in largest_changes(compared)
    )
    return Section(heading, lines, say.how_many(framework, sum(map(changes, compared)), beside=lower.grade == higher.grade))


def in_brief(framework: Framework, lower: Role, higher: Role) -> str:
    """The same in a line."""
    largest = largest_changes(compare_roles(framework, lower.id, higher.id))
    return say.most_changes(framework, [(each.competency, _tally(framework, each)) for each in largest])


def largest_changes(compared: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """The comparisons that change most."""
    return tuple(each for each in largest_first(compared) if changes(each))[:LARGEST]


def changes(compared: Comparison) -> bool:
    """Whether anything changes that can be told."""
    return compared.shift in ("changes", "begins", "ends")


def growth_of(framework: Framework, competency: str, role: Role) -> Comparison | None:
    """What a competency asks more than at the role before it that has something of it; None where none has."""
    before = last_expected(framework, role, competency)
    cells = framework.competencies[competency].expectations
    return compare_expectations(cells[before.id], cells[role.id]) if before and cells[role.id].kind == "stated" else None


def _by_grade(roles: Iterable[Role]) -> list[tuple[int, list[Role]]]:
    ordered = sorted(roles, key=lambda role: role.grade)
    return [(grade, list(there)) for grade, there in groupby(ordered, key=lambda role: role.grade)]


def _role(framework: Framework, role: Role, own: Collection[Role], asked: Collection[Role]) -> Cell:
    mark = say.YOU if role in own else say.ASKED if role in asked else ""
    return Cell(role.title, Career(framework.id, role.id), say.on_path(framework, role), mark, striking=bool(mark))


def _grown(framework: Framework, competency: str, role: Role) -> Cell:
    cell = framework.competencies[competency].expectations[role.id]
    grown = growth_of(framework, competency, role)
    told = (comparisons.told(grown) if grown else ()) or cell.statements
    mark = say.growth(cell.kind, (grown.shift, _tally(framework, grown)) if grown else None)
    first = clipped(told[0].text, _DETAIL_LENGTH) if told and (grown is None or changes(grown)) else ""
    return Cell(short_role(framework, role), ask(framework, (role,), (competency,)), first, mark, striking=mark == say.BEGINS)


def _tally(framework: Framework, compared: Comparison) -> str:
    return f"{comparisons.tally(framework, compared).rstrip('.')}."


def _first(compared: Comparison) -> str:
    return next((statement.text for statement in comparisons.told(compared)), "")
