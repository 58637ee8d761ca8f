"""Somebody who has duties graded with the knowledge that ships."""

from bot.people.profile import Profile
from bot.vacancies.model import DutyGrading
from tests.cards.checking import objects
from tests.dialogs.person import Person
from tests.msteams.talking import shipped

DUTIES = (
    "Orders gloves and tips, and keeps an eye on the lab's spend",
    "Writes the risk assessments and signs them off",
    "Shows students how to use the mill, with the lecturer in the room",
    "Sets the strategy for the whole university",
    "Juggles flaming torches on a unicycle",
)
LIST = "\n".join(f"- {duty}" for duty in DUTIES)


def somebody(framework: str = "lancaster") -> Person:
    """Somebody of whom only the institution is known."""
    return Person(shipped(), Profile(framework))


def gradings(person: Person) -> tuple[DutyGrading, ...]:
    """What is on record, the first made first."""
    return tuple(record.body for record in person.notebook.all(DutyGrading))


def only(person: Person) -> DutyGrading:
    """The one grading on record."""
    (grading,) = gradings(person)
    return grading


def pressable(person: Person) -> list[str]:
    """What can be pressed on the last card."""
    return [each["title"] for each in objects(dict(person.cards[-1])) if each["type"] == "Action.Execute"]


def answers(person: Person) -> list[str]:
    """The answers to the question on the last card."""
    return [title for title in pressable(person) if title[1:3] == ". "]
