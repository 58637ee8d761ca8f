"""A manager who writes job descriptions: what is typed is read as far as the words of a job description allow."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as of_class

from bot.dialogs.assistant import Assistant
from bot.people.profile import Profile
from bot.understanding.finding import Found, Match, Speaks
from bot.understanding.reading import Intent, Outcome, Reading, Understood, Why
from bot.vacancies.draft import Draft
from tests.cards.checking import objects
from tests.dialogs.asking import NOT_UNDERSTOOD, Reads, library
from tests.dialogs.person import Person

ROLES = {
    "lancaster": {"lab manager": "manager-7", "grade 5": "technician-5", "grade 6": "senior-technician", "grade 9": "director-9"},
    "matrix": {"team manager": "senior-technical-team-manager-7", "grade 5": "technician-5"},
}
STRATEGY = "Sets the strategy of the whole university"
PLAINLY = {STRATEGY: Speaks((Match("director-9", "planning", 9.0),), "planning")}
ABOVE = Found((9,), ("director-9",), (9, 9), (Match("director-9", "planning", 5.0),))


@dataclass(frozen=True)
class Hears(Reads):
    """Reads what names a role, a job description or a question; finds a director's grade for the strategy alone."""

    speaks: Mapping[str, Speaks] = of_class(default_factory=lambda: PLAINLY)

    def read(self, text: str, framework: str, profile: Profile, last: Reading | None = None) -> Outcome:
        """The reading."""
        low = text.lower()
        role = next((id_ for said, id_ in ROLES[framework].items() if said in low), None)
        roles, grades = ((role,), (library().frameworks[framework].roles[role].grade,)) if role else ((), (7,) if "grade 7" in low else ())
        if low.startswith("what is expected"):
            return Understood(Reading(framework, Intent.EXPECTATIONS, grades, roles, ("safety",), said=text), Why())
        about = any(word in low for word in ("job description", "vacancy", "jd"))
        if about or roles or grades:
            intent = Intent.JOB_DESCRIPTION if about else Intent.EXPECTATIONS
            return Understood(Reading(framework, intent, grades, roles, said=text), Why())
        return NOT_UNDERSTOOD

    def find(self, reading: Reading) -> Found:
        """Strategy is for directors; of all else nothing is found."""
        return ABOVE if reading.said == STRATEGY else Found()


def manager(framework: str = "lancaster", profile: Profile | None = None, **more: object) -> Person:
    """Somebody who has none yet."""
    return Person(Assistant(library(), Hears(), framework), profile or Profile(framework), **more)  # type: ignore[arg-type]


def begun(said: str = "job description for grade 5", framework: str = "lancaster") -> Person:
    """Somebody at the header of a new one."""
    person = manager(framework)
    person.says(said)
    return person


def drafts(person: Person) -> tuple[Draft, ...]:
    """What is on record, the first made first."""
    return tuple(record.body for record in person.notebook.all(Draft))


def draft(person: Person) -> Draft:
    """The only one."""
    (only,) = drafts(person)
    return only


def buttons(person: Person) -> list[str]:
    """What stands under the last card."""
    return [each["title"] for each in person.cards[-1].get("actions", ())]


def pressable(person: Person) -> list[str]:
    """Everything on the last card that can be pressed."""
    return [each["title"] for each in objects(dict(person.cards[-1])) if each["type"] == "Action.Execute"]


def field(person: Person, id_: str) -> str:
    """What a field of the last card holds."""
    return next(str(each.get("value", "")) for each in objects(dict(person.cards[-1])) if each.get("id") == id_)


def options(person: Person, id_: str) -> list[tuple[str, str]]:
    """The title and value of each choice of a field."""
    choice = next(each for each in objects(dict(person.cards[-1])) if each.get("id") == id_)
    return [(each["title"], each["value"]) for each in choice["choices"]]
