"""Figures of a team that may leave the chat: nobody's name, nobody's mark, and nothing of fewer than three people."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.framework.model import Framework, Library, Role
from bot.people.joint import Joints
from bot.people.records import Records
from bot.reviews.group import chosen, digest, group_of
from bot.reviews.needs import Area, areas, middle, of_framework, serving
from bot.reviews.team import Person, team_of

FEWEST = 3
"""A figure of fewer people than these would tell of single ones."""


@dataclass(frozen=True, slots=True)
class AreaFigures:
    """One row of the grid: how many gave a mark, their average mark, how many need it, how many are strong in it.

    None stands for what is left out, as it is of too few.
    """

    name: str
    marked: int | None
    average: float | None
    needing: int | None
    strong: int | None


@dataclass(frozen=True, slots=True)
class Served:
    """An opportunity, how many people it serves, and in which rows."""

    name: str
    people: int
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrameworkFigures:
    """The figures of those whose assessments were made with one framework: they are set beside nobody else's."""

    framework: Framework
    people: int
    roles: tuple[Role, ...]
    below: float
    areas: tuple[AreaFigures, ...]
    served: tuple[Served, ...]


@dataclass(frozen=True, slots=True)
class TeamFigures:
    """What a file about the group says. `too_few` says that a framework's people were too few to be in it."""

    everybody: bool
    frameworks: tuple[FrameworkFigures, ...]
    too_few: bool


def team_figures(joints: Joints, records: Records, manager: str, library: Library, group: str) -> TeamFigures | None:
    """The figures of the chosen group as it is shared at this moment; None where another group was chosen since."""
    body = group_of(records).body
    if digest(body) != group:
        return None
    return figures_of(chosen(team_of(joints, manager), body, manager), library, everybody=body.everybody)


def figures_of(people: Iterable[Person], library: Library, *, everybody: bool) -> TeamFigures:
    """The figures of some people."""
    group = tuple(people)
    found = [(each, of_framework(group, each.id)) for each in library.frameworks.values()]
    enough = tuple(_of(library, framework, theirs) for framework, theirs in found if len(theirs) >= FEWEST)
    return TeamFigures(everybody, enough, any(0 < len(theirs) < FEWEST for _, theirs in found))


def shown(count: int) -> int | None:
    """A count of people, where it is of nobody or of enough."""
    return None if 0 < count < FEWEST else count


def _of(library: Library, framework: Framework, people: tuple[Person, ...]) -> FrameworkFigures:
    found = areas(library, framework, people)
    roles = {each.own.role for each in people if each.own}
    needed = tuple(area for area in found if len(area.needing) >= FEWEST)
    return FrameworkFigures(
        framework,
        len(people),
        tuple(role for id_, role in framework.roles.items() if id_ in roles),
        middle(library, framework),
        tuple(map(_figures, found)),
        tuple(Served(each.opportunity.name, len(each.people), each.areas) for each in serving(library, framework, needed, FEWEST)),
    )


def _figures(area: Area) -> AreaFigures:
    marks = [each.mark for each in area.marked if each.mark is not None]
    enough = len(marks) >= FEWEST
    average = round(2 * sum(marks) / len(marks)) / 2 if enough else None  # to the half point, as marks are given
    if not enough:
        return AreaFigures(area.name, shown(len(marks)), None, None, None)
    return AreaFigures(area.name, len(marks), average, shown(len(area.needing)), shown(len(area.strong)))
