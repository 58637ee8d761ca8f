"""One turn on the database: seen before? what is remembered, the answer, and what it changes, all or nothing."""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from bot.dialogs.reply import Reply
from bot.dialogs.turn import Joined, Memory, Turn
from bot.storage import activities
from bot.storage.arrival import Arrival, Taken
from bot.storage.changes import Before, changes, read_before, store
from bot.storage.clash import Clash
from bot.storage.conversations import load_conversation, save_conversation
from bot.storage.database import Database

TRIES = 5
PURGE_EVERY = 3600.0


class Answers(Protocol):
    """The whole conversation logic, as a turn sees it."""

    def answer(self, turn: Turn) -> Reply:
        """Answer one turn: a pure function of it."""
        ...


class Turns:
    """Takes turns on a database. A clash runs the turn again, on the newer record."""

    def __init__(self, database: Database, assistant: Answers, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._assistant = assistant
        self._clock = clock
        self._purged = 0.0

    async def take(self, arrival: Arrival, answer_of: Callable[[Reply], Any]) -> Taken:
        """Take one turn in one hop to the storage thread. `answer_of` makes what an invoke is answered, which is stored with the turn."""
        return await self._database.run(partial(self._take, arrival=arrival, answer_of=answer_of))

    async def part(self, tenant: str, conversation: str) -> None:
        """The assistant was removed: forget what was talked of, and welcome a later installation again."""
        await self._database.run(partial(_part, tenant=tenant, conversation=conversation))

    def _take(self, database: Database, arrival: Arrival, answer_of: Callable[[Reply], Any]) -> Taken:
        for _ in range(TRIES - 1):
            try:
                return self._try(database, arrival, answer_of)
            except Clash:
                continue
        return self._try(database, arrival, answer_of)

    def _try(self, database: Database, arrival: Arrival, answer_of: Callable[[Reply], Any]) -> Taken:
        now = self._clock()
        seen = activities.look_up(database.connection, arrival.tenant, arrival.conversation, arrival.activity)
        if seen is not None:
            return Taken(None, seen.answer)
        before = read_before(database.connection, arrival)
        if isinstance(arrival.what, Joined) and before.is_welcomed(arrival, now):
            return Taken(None)
        reply = arrival.ready or self._answer(arrival, before)
        changed = changes(arrival, before, reply, answer_of(reply), now=now)
        with database.writing(durable=changed.profile is not None) as connection:
            store(connection, arrival, changed)
            self._purge(database, now)
        return Taken(reply, changed.answer)

    def _answer(self, arrival: Arrival, before: Before) -> Reply:
        return self._assistant.answer(Turn(arrival.what, before.profile, before.conversation.memory, arrival.personal))

    def _purge(self, database: Database, now: float) -> None:
        if now - self._purged > PURGE_EVERY:
            activities.purge(database.connection, now)
            self._purged = now


def _part(database: Database, tenant: str, conversation: str) -> None:
    stored = load_conversation(database.connection, tenant, conversation)
    if stored.version:
        with database.writing(durable=False) as connection:
            save_conversation(connection, tenant, conversation, replace(stored, memory=Memory(), welcomed=None))
