"""The recent replies of each conversation, in memory: which message got which, so that an edit or a thumb finds its reply."""

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
class RecentReply:
    """The reply to the message `activity`.

    `context` is what was remembered when the message arrived, `answers` what the reply is about, `at` when the message was sent or
    last edited, `on_its_way` whether a reply was put on its way, `id` the one that the channel gave it, once it has.
    """

    activity: str
    context: Memory
    answers: Reading | None
    at: datetime | None
    on_its_way: bool = False
    id: asyncio.Future[str] = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    def is_newer_than(self, at: datetime | None) -> bool:
        """Whether a later version was answered than one of `at`."""
        return self.at is not None and at is not None and at < self.at

    def sent(self, id_: str) -> None:
        """The reply arrived, and has this id; a later one takes the place of an earlier."""
        if self.id.done():
            self.id = asyncio.get_running_loop().create_future()
        self.id.set_result(id_)

    async def to_edit(self) -> str | None:
        """The id of the message that the next reply takes the place of, awaited where that is on its way; None for a new message."""
        on_its_way, self.on_its_way = self.on_its_way, True
        if not on_its_way:
            return None
        try:
            return await asyncio.wait_for(asyncio.shield(self.id), PATIENCE)
        except TimeoutError:
            return None


class RecentReplies:
    """Bounded, and forgotten when the process ends: an edit of something older is answered by a new message."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], deque[RecentReply]] = {}

    def add(self, arrival: Arrival, taken: Taken, at: datetime | None) -> RecentReply:
        """A message that was sent, or edited, at `at` was answered: a new entry, or the one there is for it."""
        answers = taken.reply.answers if taken.reply else None
        activity = arrival.edit.of if arrival.edit else arrival.activity
        known = self.to_message(arrival.tenant, arrival.conversation, activity)
        if known is not None:
            known.answers, known.at = answers, at
            return known
        new = RecentReply(activity, taken.context, answers, at)
        self._of(arrival.tenant, arrival.conversation).append(new)
        return new

    def to_message(self, tenant: str, conversation: str, activity: str) -> RecentReply | None:
        """The reply to a message."""
        return next((each for each in self._held.get((tenant, conversation), ()) if each.activity == activity), None)

    def by_id(self, tenant: str, conversation: str, id_: str) -> RecentReply | None:
        """The last reply with this id."""
        held = self._held.get((tenant, conversation), ())
        return next((each for each in reversed(held) if each.id.done() and each.id.result() == id_), None)

    def edit_of(self, tenant: str, conversation: str, activity: str) -> Edit:
        """What an edit of a message goes on from."""
        held = self._held.get((tenant, conversation))
        known = self.to_message(tenant, conversation, activity)
        if held is None or known is None:
            return Edit(activity)
        return Edit(activity, known.context, last=held[-1] is known)

    def forget(self, tenant: str, conversation: str) -> None:
        """Nothing of a conversation is to be remembered."""
        self._held.pop((tenant, conversation), None)

    def _of(self, tenant: str, conversation: str) -> deque[RecentReply]:
        key = tenant, conversation
        held = self._held.pop(key) if key in self._held else deque[RecentReply](maxlen=MOST_EACH)
        self._held[key] = held
        if len(self._held) > MOST:
            del self._held[next(iter(self._held))]
        return held
