"""The last exchanges of each conversation, in memory: which message got which reply, so that an edit or a thumb finds its way."""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime

from bot.dialogs.turn import Memory
from bot.storage.arrival import Arrival, Edit, Taken
from bot.understanding.reading import Reading

MOST = 1_000  # conversations, the longest silent go first
MOST_EACH = 10
PATIENCE = 8.0  # seconds to wait for a reply that is on its way: the channel delivers an edit again after 10 to 15


@dataclass(slots=True)
class Exchange:
    """A message and its reply.

    `context` is what was remembered when the message arrived, `answers` what the reply is about, `at` when the message was sent or
    last edited, `begun` whether a reply was put on its way, `reply` its id once the channel has given one.
    """

    activity: str
    context: Memory
    answers: Reading | None
    at: datetime | None
    begun: bool = False
    reply: asyncio.Future[str] = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    def is_newer_than(self, at: datetime | None) -> bool:
        """Whether a later version was answered than one of `at`."""
        return self.at is not None and at is not None and at < self.at

    def sent(self, id_: str) -> None:
        """The reply arrived, and has this id; a later one takes the place of an earlier."""
        if self.reply.done():
            self.reply = asyncio.get_running_loop().create_future()
        self.reply.set_result(id_)

    async def place(self) -> str | None:
        """The id of the message that the next reply takes the place of, awaited where that is on its way; None for a new message."""
        begun, self.begun = self.begun, True
        if not begun:
            return None
        try:
            return await asyncio.wait_for(asyncio.shield(self.reply), PATIENCE)
        except TimeoutError:
            return None


class Exchanges:
    """Bounded, and forgotten when the process ends: an edit of something older is answered by a new message."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], deque[Exchange]] = {}

    def add(self, arrival: Arrival, taken: Taken, at: datetime | None) -> Exchange:
        """A message that was sent, or edited, at `at` was answered: a new exchange, or the one that the message began."""
        answers = taken.reply.answers if taken.reply else None
        activity = arrival.edit.of if arrival.edit else arrival.activity
        known = self.begun_by(arrival.tenant, arrival.conversation, activity)
        if known is not None:
            known.answers, known.at = answers, at
            return known
        exchange = Exchange(activity, taken.context, answers, at)
        self._of(arrival.tenant, arrival.conversation).append(exchange)
        return exchange

    def begun_by(self, tenant: str, conversation: str, activity: str) -> Exchange | None:
        """The exchange that a message began."""
        return next((each for each in self._held.get((tenant, conversation), ()) if each.activity == activity), None)

    def ended_by(self, tenant: str, conversation: str, reply: str) -> Exchange | None:
        """The last exchange with this reply."""
        held = self._held.get((tenant, conversation), ())
        return next((each for each in reversed(held) if each.reply.done() and each.reply.result() == reply), None)

    def edit_of(self, tenant: str, conversation: str, activity: str) -> Edit:
        """What an edit of a message goes on from."""
        held = self._held.get((tenant, conversation))
        known = self.begun_by(tenant, conversation, activity)
        if held is None or known is None:
            return Edit(activity)
        return Edit(activity, known.context, last=held[-1] is known)

    def forget(self, tenant: str, conversation: str) -> None:
        """Nothing of a conversation is to be remembered."""
        self._held.pop((tenant, conversation), None)

    def _of(self, tenant: str, conversation: str) -> deque[Exchange]:
        key = tenant, conversation
        held = self._held.pop(key) if key in self._held else deque[Exchange](maxlen=MOST_EACH)
        self._held[key] = held
        if len(self._held) > MOST:
            del self._held[next(iter(self._held))]
        return held
