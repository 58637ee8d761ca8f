"""A reply as a value: what is said, the card, and what is to be remembered. The edges turn it into activities or terminal text."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from bot.cards.words import card_words
from bot.dialogs.in_vain import InVain
from bot.dialogs.turn import Focus, Memory
from bot.people.audit import Deed
from bot.people.profile import Profile
from bot.people.records import Record
from bot.understanding.reading import Reading

Card = Mapping[str, Any]
Missed = Literal["unsure", "unread", "off_topic"]
"""Why a question was not answered: several readings were close, it was not understood, or the framework is not about it."""
STAYS: Final = "stays"
"""What waits for the next words waits on."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file that a person may take, drawn when they take it: what is in it, of which record, and what it is called.

    `secret` is 32 hexadecimal digits that nobody can guess: whoever holds it may take the file once.
    """

    document: str
    record: str
    filename: str
    secret: str


@dataclass(frozen=True, slots=True)
class Tell:
    """A message to somebody else (an Entra object id of the same tenant), sent where they may be written to unasked."""

    person: str
    reply: "Reply"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a turn answers.

    `text` is a sentence that stands alone (notifications, screen readers). `card` is an Adaptive Card as plain JSON, or None.
    `replaces` says that the card takes the place of the one that was pressed. `suggestions` are messages a person may press to send.
    `profile` and `memory`, where not None, are what is to be stored. `answers` is the reading of the framework that this answers; None for
    what the assistant says of itself. `elsewhere` offers to go on in the personal chat. `forgets` says that nothing of the person is kept.
    `saves` and `drops` are records to be stored and deleted, at the versions they were read at, all or none. `focus` is what the next
    words may be meant for: STAYS, None for nothing, or another. `downloads` are files offered. `deeds` are lines for the audit.
    `tells` are messages to other people, on record with what they tell of. `missed` says of a question why the framework did not answer it,
    `in_vain` what of it may be noted for whoever owns the framework.
    """

    text: str
    card: Card | None = None
    replaces: bool = False
    suggestions: tuple[str, ...] = ()
    profile: Profile | None = None
    memory: Memory | None = None
    answers: Reading | None = None
    elsewhere: bool = False
    forgets: bool = False
    saves: tuple[Record[Any], ...] = ()
    drops: tuple[Record[Any], ...] = ()
    focus: Focus | Literal["stays"] | None = STAYS
    downloads: tuple[Download, ...] = ()
    deeds: tuple[Deed, ...] = ()
    tells: tuple[Tell, ...] = ()
    missed: Missed | None = None
    in_vain: InVain | None = None

    @property
    def records_something(self) -> bool:
        """Whether something is stored that must survive."""
        return self.forgets or self.profile is not None or bool(self.saves or self.drops or self.downloads or self.deeds or self.tells)


def reply_text(reply: Reply) -> str:
    """Everything a person reads, a line each: the sentence that stands alone, then the card's texts and buttons."""
    lines = card_words(reply.card) if reply.card else ()
    return "\n".join((reply.text, *(line for line in lines if line != reply.text)))
