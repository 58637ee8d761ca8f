"""Reading messages one after the other, as a conversation does: each with the reading before it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.framework.model import Library
from bot.people.profile import Profile
from bot.understanding.reader import Reader
from bot.understanding.reading import Intent, NotUnderstood, Outcome, Reading, Understood

NOBODY = Profile()
LEAVES_THE_LAST = {Intent.GREETING, Intent.THANKS, Intent.HELP, Intent.MY_DATA, Intent.OUT_OF_SCOPE} | {
    Intent.LOG_EVIDENCE,
    Intent.SHOW_EVIDENCE,
    Intent.DOSSIER,
    Intent.EXPORT,
}


def readings(outcome: Outcome, framework: str) -> tuple[Reading, ...]:
    """The readings of an outcome, best first; "out of scope" leads where a message was not understood."""
    match outcome:
        case Understood(reading, others=others):
            return (reading, *others)
        case NotUnderstood(nearest=nearest):
            return (Reading(framework, Intent.OUT_OF_SCOPE), *nearest)
        case _:
            return outcome.candidates


@dataclass(frozen=True)
class Heard:
    """Reads with one reader."""

    library: Library
    reader: Reader

    def outcome(self, framework: str, text: str, profile: Profile = NOBODY, last: Reading | None = None) -> Outcome:
        """How a message is read."""
        return self.reader.read(text, framework, profile, last)

    def best(self, framework: str, text: str, profile: Profile = NOBODY, last: Reading | None = None) -> Reading:
        """The likeliest reading of a message."""
        return readings(self.outcome(framework, text, profile, last), framework)[0]

    def talk(self, framework: str, messages: Iterable[str], profile: Profile = NOBODY) -> Iterator[Reading]:
        """The likeliest reading of each message of a conversation."""
        last: Reading | None = None
        for text in messages:
            reading = self.best(framework, text, profile, last)
            yield reading
            last = last if reading.intent in LEAVES_THE_LAST else reading
