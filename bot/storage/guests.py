"""Turns of people without an Entra object id: answered, and kept in memory alone, for as long as the process runs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.dialogs.reply import Reply
from bot.people.profile import Profile
from bot.storage.arrival import Arrival, Taken
from bot.storage.changes import Before, changes
from bot.storage.conversations import Conversation

MOST = 1_000  # conversations, the longest silent go first
MOST_SEEN = 20  # activities of each


@dataclass(slots=True)
class _Held:
    """One conversation, and what its last activities were answered."""

    conversation: Conversation = field(default_factory=Conversation)
    answers: dict[str, Any] = field(default_factory=dict)


class Guests:
    """What a follow-up and a second delivery need. Nothing of it reaches the database."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], _Held] = {}

    def take(self, arrival: Arrival, answer: Callable[[Arrival, Before], Reply], answer_of: Callable[[Reply], Any], now: float) -> Taken:
        """Take a turn as one on the database is taken; what it would record is lost on purpose."""
        held = self._of(arrival)
        if arrival.activity in held.answers:
            return Taken(None, held.answers[arrival.activity])
        before = Before(Profile(), held.conversation)
        reply = answer(arrival, before)
        changed = changes(arrival, before, reply, answer_of(reply), now=now)
        held.conversation = changed.conversation or held.conversation
        held.answers[arrival.activity] = changed.answer
        _forget_first(held.answers, MOST_SEEN)
        return Taken(reply, changed.answer, context=before.conversation.memory)

    def conversation(self, tenant: str, conversation: str) -> Conversation:
        """What is held of a conversation."""
        held = self._held.get((tenant, conversation))
        return held.conversation if held else Conversation()

    def part(self, tenant: str, conversation: str) -> None:
        """Forget a conversation."""
        self._held.pop((tenant, conversation), None)

    def _of(self, arrival: Arrival) -> _Held:
        key = arrival.tenant, arrival.conversation
        held = self._held.pop(key) if key in self._held else _Held()
        self._held[key] = held
        _forget_first(self._held, MOST)
        return held


def _forget_first(held: dict[Any, Any], most: int) -> None:
    if len(held) > most:
        del held[next(iter(held))]
