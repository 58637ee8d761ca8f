"""A maker of the small framework who plans: what is typed is read as the plan's own words allow."""

from dataclasses import dataclass
from typing import Any

from bot.assessment.model import Assessment, Row
from bot.development.plan import PlanEntry, by_date
from bot.dialogs.assistant import Assistant
from bot.people.profile import Profile
from bot.people.records import Record
from bot.understanding.planning import Add
from bot.understanding.reading import Intent, Outcome, Reading, Understood, Why
from tests.cards.checking import objects
from tests.dialogs.asking import Reads
from tests.dialogs.person import Person
from tests.framework.small import LIBRARY

MAKER = Profile("small", 2, "maker", "technical")
AIMING = Profile("small", 2, "maker", "technical", "expert")
ROWS = (Row(id="talk", name="Talk", competencies=("talking",), mark=4.0), Row(id="own-1", name="Running the kiln", mark=3.0))


@dataclass(frozen=True)
class Listens(Reads):
    """Reads wishes about a plan, and questions with "what is"; understands nothing else."""

    points: tuple[str, ...] = ("talking", "mending")

    def read(self, text: str, framework: str, profile: Profile, last: Reading | None = None) -> Outcome:
        """The reading."""
        order = self.planning.orders.heard(text)
        if "what is" in text:
            return Understood(Reading(framework, Intent.EXPECTATIONS, (3,), ("expert",), ("talking",), said=text), Why())
        if order is not None and order.name == "show":
            return Understood(Reading(framework, Intent.SHOW_PLAN, said=text), Why())
        if isinstance(self.planning.wish(text), Add) or (order is not None and order.name == "begin"):
            return Understood(Reading(framework, Intent.START_PLAN, said=text), Why())
        return self.outcome


def planner(profile: Profile = MAKER, **more: Any) -> Person:
    """Somebody with an empty plan."""
    return Person(Assistant(LIBRARY, Listens(), "small"), profile, **more)


def assessed(*, aspired: bool = False) -> Person:
    """Somebody who finished an assessment with two priorities."""
    person = planner(AIMING)
    role = "expert" if aspired else "maker"
    body = Assessment(
        framework="small", role=role, aspired=aspired, own_role="maker", rows=ROWS, begun=1.0, finished=2.0, priorities=("talk", "own-1")
    )
    person.notebook.keep([Record("a1", body)], [], 2.0)
    return person


def plan_of(person: Person) -> tuple[PlanEntry, ...]:
    """What is on record, the first made first."""
    return tuple(entry.body for entry in person.notebook.all(PlanEntry))


def only(person: Person) -> PlanEntry:
    """The one entry on record."""
    (entry,) = plan_of(person)
    return entry


def in_order(person: Person) -> tuple[PlanEntry, ...]:
    """What is on record, as it is shown."""
    return tuple(entry.body for entry in by_date(person.notebook.all(PlanEntry)))


def rows(person: Person) -> list[str]:
    """What can be pressed on the last card."""
    return [each["title"] for each in objects(dict(person.cards[-1])) if each["type"] == "Action.Execute"]


def with_entries(*bodies: PlanEntry) -> Person:
    """Somebody with these entries."""
    person = planner()
    person.notebook.keep([Record(f"e{number}", body) for number, body in enumerate(bodies)], [], 1.0)
    return person


def entry(objective: str, **more: Any) -> PlanEntry:
    """An entry."""
    return PlanEntry(framework="small", objective=objective, **more)
