"""Needs and strengths of some people by competency, within one framework, and the opportunities that serve several of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from bot.assessment.model import Assessment, Row
from bot.assessment.result import HIGH
from bot.assessment.rows import scale_for
from bot.development.offering import offered_for
from bot.framework.model import Framework, Library, Opportunity
from bot.reviews.team import Person

SEVERAL = 2  # a need of so many is a collective one

Standing = Literal["need", "between", "strength", "none"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where one person stands in one row: the mark (None where they gave none), and whether they chose it as a priority."""

    person: Person
    mark: float | None
    standing: Standing
    priority: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """One row of the framework's grid (or an area of its table) through the whole group, a mark for each person."""

    id: str
    name: str
    competencies: tuple[str, ...]
    marks: tuple[Mark, ...]

    @property
    def marked(self) -> tuple[Mark, ...]:
        """Those who gave a mark."""
        return tuple(each for each in self.marks if each.mark is not None)

    @property
    def needing(self) -> tuple[Mark, ...]:
        """Those for whom it is a need, the lowest mark first."""
        return tuple(sorted((each for each in self.marks if each.standing == "need"), key=_value))

    @property
    def strong(self) -> tuple[Mark, ...]:
        """Those for whom it is a strength, the highest mark first."""
        return tuple(sorted((each for each in self.marks if each.standing == "strength"), key=_value, reverse=True))


@dataclass(frozen=True, slots=True)
class Serving:
    """An opportunity with those it serves (by id) and the rows in which they need it."""

    opportunity: Opportunity
    people: tuple[str, ...]
    areas: tuple[str, ...]


def middle(library: Library, framework: Framework) -> float:
    """The middle of the scale: a mark below it is a need."""
    scale, _ = scale_for(library, framework)
    return (scale.lowest + scale.highest) / 2


def standing(assessment: Assessment, row: Row, below: float) -> Standing:
    """What a mark says. A row chosen as a priority is a need, whatever its mark: its owner says so."""
    if row.id in assessment.priorities:
        return "need"
    if row.mark is None:
        return "none"
    return "need" if row.mark < below else "strength" if row.mark >= HIGH else "between"


def of_framework(people: Iterable[Person], framework: str) -> tuple[Person, ...]:
    """Those whose own-role assessment was made with a framework: only these can be compared with each other."""
    return tuple(each for each in people if each.own is not None and each.own.framework == framework)


def areas(library: Library, framework: Framework, people: Iterable[Person]) -> tuple[Area, ...]:
    """Every row that somebody marked or chose, in the framework's order; rows of people's own are theirs alone and left out."""
    group, below = of_framework(people, framework.id), middle(library, framework)
    rows = {row.id: row for each in group if each.own for row in each.own.rows if not row.own}
    found = (Area(id_, row.name, row.competencies, _marks(group, id_, below)) for id_, row in rows.items())
    return tuple(area for area in found if any(each.standing != "none" for each in area.marks))


def collective(found: Iterable[Area]) -> tuple[Area, ...]:
    """The needs of several people, those of the most first."""
    several = (area for area in found if len(area.needing) >= SEVERAL)
    return tuple(sorted(several, key=lambda area: -len(area.needing)))


def serving(library: Library, framework: Framework, needs: Iterable[Area], fewest: int = SEVERAL) -> tuple[Serving, ...]:
    """The opportunities that serve at least so many people, those that serve the most first."""
    served: dict[str, tuple[Opportunity, dict[str, None], dict[str, None]]] = {}
    for area in needs:
        for each in offered_for(library, framework, area.competencies).opportunities:
            _, people, names = served.setdefault(each.id, (each, {}, {}))
            people.update(dict.fromkeys(mark.person.id for mark in area.needing))
            names[area.name] = None
    every = (Serving(each, tuple(people), tuple(names)) for each, people, names in served.values())
    return tuple(sorted((each for each in every if len(each.people) >= fewest), key=lambda each: -len(each.people)))


def _marks(group: Iterable[Person], id_: str, below: float) -> tuple[Mark, ...]:
    found = ((each, each.own, each.own.row(id_)) for each in group if each.own)
    return tuple(
        Mark(person, row.mark, standing(own, row, below), row.id in own.priorities) if row else Mark(person, None, "none")
        for person, own, row in found
    )


def _value(mark: Mark) -> float:
    return mark.mark or 0.0
