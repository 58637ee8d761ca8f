"""People who are about to assess themselves, and how far they have come."""

from dataclasses import replace

from bot.assessment.evidence import Evidence
from bot.assessment.model import Assessment
from bot.dialogs.assistant import Assistant
from bot.framework.model import Library
from bot.people.profile import Profile
from bot.understanding.reading import Intent, Reading, Understood, Why
from tests.dialogs.asking import Reads, library
from tests.dialogs.person import Person

SENIOR = Profile("lancaster", 6, "senior-technician", "technical")
TECHNICIAN = Profile("lancaster", 5, "technician-5", "technical")


def reads(intent: Intent, framework: str = "lancaster", **slots: object) -> Reads:
    """A reader that reads everything so."""
    return Reads(Understood(Reading(framework, intent).with_(**slots), Why()))


START = reads(Intent.START_ASSESSMENT)


def somebody(profile: Profile = SENIOR, framework: str = "lancaster", known: Library | None = None) -> Person:
    """Somebody of whom nothing is on record; what they type is no question."""
    return Person(Assistant(known or library(), Reads(), framework), profile)


def asks_for(person: Person, intent: Intent, text: str = "", **slots: object) -> None:
    """Type a message that is read as an intent."""
    usual = person.assistant
    framework = person.profile.framework or usual.default_framework
    person.assistant = Assistant(usual._library, reads(intent, framework, said=text, **slots), framework)
    person.says(text or "...")
    person.assistant = usual


def begun(profile: Profile = SENIOR, framework: str = "lancaster", known: Library | None = None) -> Person:
    """Somebody at the first row."""
    person = somebody(profile, framework, known)
    asks_for(person, Intent.START_ASSESSMENT, "start my self-assessment")
    person.presses("Begin")
    return person


def finished(profile: Profile = SENIOR, marks: tuple[float, ...] = (7, 6.5, 5, 7, 6, 4, 7.5, 3, 6, 7)) -> Person:
    """Somebody who has marked every row."""
    person = begun(profile)
    for mark in marks:
        person.says(f"{mark:g}")
    return person


def record(person: Person) -> Assessment:
    """The newest assessment."""
    return person.notebook.all(Assessment)[-1].body


def marks(person: Person) -> dict[str, float | None]:
    """The marks of the newest assessment by row."""
    return {row.id: row.mark for row in record(person).rows}


def evidence(person: Person) -> dict[str, str]:
    """The evidence on record, by id."""
    return {each.id: each.body.text for each in person.notebook.all(Evidence)}


def other_device(person: Person) -> Person:
    """The same person in front of another device, which has seen no card yet."""
    return replace(person, cards=[], memory=person.memory)
