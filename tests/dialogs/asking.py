"""Asking the assistant without understanding: a reading goes in, a reply comes out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from bot.cards.payloads import Ask, pack
from bot.dialogs.assistant import Assistant
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Memory, Pressed, Said, Turn
from bot.framework.library import read_library
from bot.framework.model import Library
from bot.people.profile import Profile
from bot.understanding.care import Need
from bot.understanding.dates import Dates
from bot.understanding.describing import Describing
from bot.understanding.distress import Instead
from bot.understanding.files import Files
from bot.understanding.finding import Found, Speaks
from bot.understanding.grading import Grading
from bot.understanding.keeping import Keeping
from bot.understanding.language import Language, read_language
from bot.understanding.managing import Managing
from bot.understanding.off_putting import OffPutting
from bot.understanding.planning import Planning
from bot.understanding.pressing import Pressing
from bot.understanding.reading import Intent, NotUnderstood, Outcome, Reading, Why
from bot.understanding.sharing import Sharing
from bot.understanding.spoken import Spoken
from bot.understanding.wishes import Wishes

NOT_UNDERSTOOD = NotUnderstood(Why())
NOTHING_FOUND = Found()
NOBODY = Profile()
NOTHING_SAID = Memory()
KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


@cache
def library() -> Library:
    """The knowledge that ships."""
    return read_library(KNOWLEDGE)


@cache
def _language() -> Language:
    return read_language(KNOWLEDGE / "language" / "en")


@cache
def _keeping() -> Keeping:
    return read_language(KNOWLEDGE / "language" / "en").keeping


@cache
def _spoken() -> Spoken:
    return read_language(KNOWLEDGE / "language" / "en").spoken


@cache
def _wishes() -> Wishes:
    return read_language(KNOWLEDGE / "language" / "en").wishes


@cache
def _planning() -> Planning:
    return read_language(KNOWLEDGE / "language" / "en").planning


@cache
def _grading() -> Grading:
    return read_language(KNOWLEDGE / "language" / "en").grading


@cache
def _describing() -> Describing:
    return read_language(KNOWLEDGE / "language" / "en").describing


@cache
def _off_putting() -> OffPutting:
    return read_language(KNOWLEDGE / "language" / "en").off_putting


@cache
def _dates() -> Dates:
    return read_language(KNOWLEDGE / "language" / "en").dates


@dataclass(frozen=True)
class Reads:
    """Reads every message as one outcome, and finds one answer to every duty."""

    outcome: Outcome = NOT_UNDERSTOOD
    found: Found = NOTHING_FOUND
    points: tuple[str, ...] = ()
    speaks: Mapping[str, Speaks] = field(default_factory=dict)

    @property
    def spoken(self) -> Spoken:
        """The words that ship."""
        return _spoken()

    def read(self, text: str, framework: str, profile: Profile, last: Reading | None = None) -> Outcome:
        """The outcome."""
        return self.outcome

    @property
    def keeping(self) -> Keeping:
        """The words that ship."""
        return _keeping()

    @property
    def files(self) -> Files:
        """The words that ship."""
        return read_language(KNOWLEDGE / "language" / "en").files

    @property
    def sharing(self) -> Sharing:
        """The words that ship."""
        return _language().sharing

    @property
    def wishes(self) -> Wishes:
        """The words that ship."""
        return _wishes()

    @property
    def planning(self) -> Planning:
        """The words that ship."""
        return _planning()

    @property
    def grading(self) -> Grading:
        """The words that ship."""
        return _grading()

    @property
    def dates(self) -> Dates:
        """The words that ship."""
        return _dates()

    @property
    def describing(self) -> Describing:
        """The words that ship."""
        return _describing()

    @property
    def off_putting(self) -> OffPutting:
        """The words that ship."""
        return _off_putting()

    @property
    def managing(self) -> Managing:
        """The words that ship."""
        return _language().managing

    @property
    def pressing(self) -> Pressing:
        """The words that ship."""
        return _language().pressing

    def unwell(self, text: str, framework: str, instead: Instead) -> Need | None:
        """Nobody is unwell."""
        return None

    def names(self, text: str, framework: str) -> tuple[str, ...]:
        """The competencies whose id is in the text."""
        return tuple(id_ for id_ in self.points if id_ in text.lower())

    def about(self, text: str, framework: str) -> tuple[str, ...]:
        """The competencies whose id is in the text."""
        return self.names(text, framework)

    def points_to(self, text: str, framework: str) -> tuple[str, ...]:
        """The competencies that every text points to."""
        return self.points

    def find(self, reading: Reading) -> Found:
        """The answer."""
        return self.found

    def speaks_of(self, text: str, framework: str) -> Speaks:
        """The cells that this text speaks of."""
        return self.speaks.get(text, Speaks())


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
