"""Succession: the roles that a team cannot do without, who aspires to them, how far they are, and what bridges it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Literal

from bot.assessment.model import Assessment, Row
from bot.development.plan import PlanEntry
from bot.people.records import Body, Record
from bot.reviews.needs import standing
from bot.reviews.team import Person

LONGEST_POST, LONGEST_TEXT = 120, 1_500
Horizon = Literal["now", "year", "three", "later", "unknown"]
HORIZONS: tuple[Horizon, ...] = ("now", "year", "three", "later", "unknown")


class CriticalRole(Body):
    """A role that a manager says the team cannot do without: why, and how soon it may need somebody.

    `role` is one of the framework's, `post` what it is called here. It is about the work and never about who does it: nobody's age,
    gender or race is asked for or kept. `made` is in seconds since 1970. `presses` are the marks of the buttons pressed last.
    """

    kind: ClassVar[str] = "critical role"
    framework: str
    role: str
    post: str = ""
    reason: str = ""
    horizon: Horizon = "unknown"
    notes: str = ""
    made: float = 0.0
    presses: tuple[str, ...] = ()


Critical = Record[CriticalRole]


@dataclass(frozen=True, slots=True)
class Aspirant:
    """Somebody who assessed themselves against a role they aspire to: the rows that the role asks of, and those that are missing.

    A row is missing where its mark is below the middle of the scale, where there is none, or where they chose it as a priority.
    """

    person: Person
    assessment: Assessment
    missing: tuple[Row, ...]

    @property
    def asked(self) -> int:
        """How many rows the role asks something of; rows of the person's own are not the role's."""
        return len(_asked(self.assessment))

    @property
    def reached(self) -> int:
        """How many of them are not missing."""
        return self.asked - len(self.missing)

    @property
    def planned(self) -> tuple[PlanEntry, ...]:
        """The open entries of their shared plan that serve this role, or that develop what is missing."""
        wanted = {id_ for row in self.missing for id_ in row.competencies}
        return tuple(
            each
            for each in self.person.plan or ()
            if each.open
            and each.framework == self.assessment.framework
            and (each.role == self.assessment.role or wanted & set(each.competencies))
        )


def aspirants(people: Iterable[Person], framework: str, role: str, below: float) -> tuple[Aspirant, ...]:
    """Those who share that they aspire to a role, the nearest to it first."""
    theirs = ((person, each) for person in people for each in person.aspired if (each.framework, each.role) == (framework, role))
    found = [Aspirant(person, each, _missing(each, below)) for person, each in theirs]
    return tuple(sorted(found, key=lambda each: (len(each.missing), each.person.name.casefold())))


def _missing(assessment: Assessment, below: float) -> tuple[Row, ...]:
    """The lowest mark first, then what has none."""
    lacking = (row for row in _asked(assessment) if standing(assessment, row, below) in ("need", "none"))
    return tuple(sorted(lacking, key=lambda row: (row.mark is None, row.mark or 0.0)))


def _asked(assessment: Assessment) -> tuple[Row, ...]:
    return tuple(row for row in assessment.walked if not row.own)
