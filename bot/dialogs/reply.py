"""A reply as a value: what is said, the card, and what is to be remembered. The edges turn it into activities or terminal text."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.cards.words import card_words
from bot.dialogs.turn import Memory
from bot.people.profile import Profile
from bot.understanding.reading import Reading

Card = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """What a turn answers.

    `text` is a sentence that stands alone (notifications, screen readers). `card` is an Adaptive Card as plain JSON, or None.
    `replaces` says that the card takes the place of the one that was pressed. `suggestions` are messages a person may press to send.
    `profile` and `memory`, where not None, are what is to be stored. `answers` is the reading of the framework that this answers; None for
    what the assistant says of itself. `elsewhere` offers to go on in the personal chat. `forgets` says that nothing of the person is kept.
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


def reply_text(reply: Reply) -> str:
    """Everything a person reads, a line each: the sentence that stands alone, then the card's texts and buttons."""
    lines = card_words(reply.card) if reply.card else ()
    return "\n".join((reply.text, *(line for line in lines if line != reply.text)))
