"""The group of the team that a manager looks at: everybody, one or some roles, or people they chose."""

import hashlib
from collections.abc import Iterable
from typing import ClassVar

from bot.people.records import Body, Record, Records
from bot.reviews.team import Person

ID = "chosen"
_LENGTH = 12


class TeamGroup(Body):
    """The group chosen last. `roles` are `framework:role`, `people` are marks that name nobody; both empty for everybody.

    `presses` are the marks of the buttons pressed last, so that none counts twice.
    """

    kind: ClassVar[str] = "team group"
    roles: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    presses: tuple[str, ...] = ()

    @property
    def everybody(self) -> bool:
        """Whether nobody is left out."""
        return not (self.roles or self.people)


def group_of(records: Records) -> Record[TeamGroup]:
    """The group that this manager chose; everybody where they chose none."""
    return records.find(TeamGroup, ID) or Record(ID, TeamGroup())


def mark_of(manager: str, person: str) -> str:
    """By which a manager's record knows somebody again while they share, and which tells nothing once they don't."""
    return hashlib.sha256(f"{manager}:{person}".encode()).hexdigest()[:_LENGTH]


def role_key(person: Person) -> str:
    """The role that somebody is in, as far as their assessment says it; empty where it says nothing."""
    body = person.own or person.begun
    if body is not None:
        return f"{body.framework}:{body.role}"
    known = next((each for each in person.assessments if each.own_role), None)
    return f"{known.framework}:{known.own_role}" if known else ""


def chosen(people: Iterable[Person], group: TeamGroup, manager: str) -> tuple[Person, ...]:
    """Those of the team who are in the group."""
    everybody = tuple(people)
    if group.people:
        return tuple(each for each in everybody if mark_of(manager, each.id) in group.people)
    return tuple(each for each in everybody if role_key(each) in group.roles) if group.roles else everybody


def digest(group: TeamGroup) -> str:
    """A mark of what is chosen: another one once another group is."""
    return hashlib.sha256(repr((group.roles, group.people)).encode()).hexdigest()[:_LENGTH]
