"""Asking the assistant without understanding: a reading goes in, a reply comes out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.cards.payloads import Ask, pack
from bot.dialogs.assistant import Assistant
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Memory, Pressed, Said, Turn
from bot.framework.library import read_library
from bot.framework.model import Library
from bot.people.profile import Profile
from bot.understanding.finding import Found
from bot.understanding.reading import Intent, NotUnderstood, Outcome, Reading, Why

NOT_UNDERSTOOD = NotUnderstood(Why())
NOTHING_FOUND = Found()
NOBODY = Profile()
NOTHING_SAID = Memory()
KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


@cache
def library() -> Library:
    """The knowledge that ships."""
    return read_library(KNOWLEDGE)


@dataclass(frozen=True)
class Reads:
    """Reads every message as one outcome, and finds one answer to every duty."""

    outcome: Outcome = NOT_UNDERSTOOD
    found: Found = NOTHING_FOUND

    def read(self, text: str, framework: str, profile: Profile, last: Reading | None = None) -> Outcome:
        """The outcome."""
        return self.outcome

    def find(self, reading: Reading) -> Found:
        """The answer."""
        return self.found


@dataclass(frozen=True)
class Asker:
    """Somebody who asks an assistant, personally or in a group."""

    assistant: Assistant
    framework: str
    profile: Profile = NOBODY
    memory: Memory = NOTHING_SAID
    personal: bool = True

    def asks(
        self,
        intent: Intent,
        grades: Sequence[int] = (),
        roles: Sequence[str] = (),
        competencies: Sequence[str] = (),
        start: int | None = None,
        **more: object,
    ) -> Reply:
        """Ask what a reading means."""
        reading = Reading(self.framework, intent, tuple(grades), tuple(roles), tuple(competencies)).with_(**more)
        return self.assistant.answer_reading(self.turn(Said("")), reading, start)

    def answers(self, intent: Intent, roles: Sequence[str] = (), competencies: Sequence[str] = ()) -> Reply:
        """Press the button that carries a reading."""
        verb, data = pack(Ask(Reading(self.framework, intent, roles=tuple(roles), competencies=tuple(competencies))))
        return self.presses(Pressed(verb, data))

    def presses(self, pressed: Pressed) -> Reply:
        """Press a button."""
        return self.assistant.answer(self.turn(pressed))

    def says(self, text: str) -> Reply:
        """Type a message."""
        return self.assistant.answer(self.turn(Said(text)))

    def turn(self, arrived: Said | Pressed) -> Turn:
        """A turn of this asker."""
        return Turn(arrived, self.profile, self.memory, self.personal)
