"""Somebody who keeps evidence and a dossier, in the small framework with a step of three criteria."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.dialogs.assistant import Assistant
from bot.framework.model import Criterion, Library, Progression
from bot.people.profile import Profile
from bot.understanding.reading import Intent, Outcome, Reading, Understood, Why
from tests.dialogs.asking import NOT_UNDERSTOOD, Reads
from tests.dialogs.person import Person
from tests.framework.small import PLACE, SMALL

CRITERIA = (
    Criterion("talks", "Talks well.", ("talking",)),
    Criterion("mends", "Mends well.", ("mending",)),
    Criterion("lasts", "Lasts.", ()),
)
FRAMEWORK = replace(SMALL, progressions=(Progression(1, 2, CRITERIA, (Criterion("asked", "The panel asks."),), "A note.", PLACE),))
LIBRARY = Library({"small": FRAMEWORK}, {})
HELPER = Profile("small", 1, "helper", "technical")


@dataclass(frozen=True)
class Hears(Reads):
    """Reads what is to be kept as evidence, and some messages as these intents; nothing else is understood."""

    intents: Mapping[str, Intent] = field(default_factory=dict)
    points: tuple[str, ...] = ("talking", "mending")

    def read(self, text: str, framework: str, profile: Profile, last: Reading | None = None) -> Outcome:
        """The outcome."""
        intent = Intent.LOG_EVIDENCE if self.keeping.kept(text) else self.intents.get(text)
        return Understood(Reading("small", intent, said=text), Why()) if intent else NOT_UNDERSTOOD


SAID = {
    "my evidence": Intent.SHOW_EVIDENCE,
    "evidence for mending": Intent.SHOW_EVIDENCE,
    "log some evidence": Intent.LOG_EVIDENCE,
    "my dossier": Intent.DOSSIER,
    "how far is my dossier?": Intent.DOSSIER,
    "what is expected?": Intent.EXPECTATIONS,
}


def somebody(profile: Profile = HELPER, points: tuple[str, ...] = ("talking", "mending"), library: Library = LIBRARY) -> Person:
    """A person at the small framework's lowest grade."""
    return Person(Assistant(library, Hears(intents=SAID, points=points), "small"), profile)
