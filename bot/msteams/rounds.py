"""What the assistant does by itself, again and again: reminding whoever wants it, and purging what is no longer to be kept."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from functools import partial

import structlog
from botbuilder.core import ActivityHandler

from bot.dialogs.reminder_message import soon_gone
from bot.msteams.adapter import TeamsAdapter
from bot.msteams.post.outgoing import Outgoing, Work
from bot.msteams.post.proactive import Proactive
from bot.people.rules import RulesOf
from bot.storage.database import Database
from bot.storage.due_reminders import DueReminders
from bot.storage.outbox import Outbox
from bot.storage.retention import Purge, Purged

_log = structlog.get_logger()

REMIND_AFTER, REMIND_EVERY = 10.0, 300.0  # seconds after the start, and between rounds
PURGE_AFTER, PURGE_EVERY = 60.0, 3600.0
MOST_ROUNDS = 20  # batches at a time: what is left waits for the next time, so that nothing else has to wait long


class Rounds:
    """One round of each. `framework_of` names the framework of a tenant's people, which a button of a notice asks about."""

    def __init__(self, proactive: Proactive, reminders: DueReminders, purge: Purge, framework_of: Callable[[str], str]) -> None:
        self._proactive = proactive
        self._reminders = reminders
        self._purge = purge
        self._framework_of = framework_of

    @property
    def works(self) -> tuple[Work, Work]:
        """What a server does by itself: both soon after it starts, for what came due while nobody ran is late enough."""
        return (REMIND_AFTER, REMIND_EVERY, self.remind), (PURGE_AFTER, PURGE_EVERY, self.purge)

    async def remind(self) -> int:
        """Send the reminders that are due; how many messages."""
        sent = 0
        for _ in range(MOST_ROUNDS):
            batches = await self._reminders.due()
            for batch in batches:
                if await self._proactive.tell(batch.tenant, batch.person, batch.reply, partial(self._reminders.send, batch)):
                    sent += 1
                else:
                    await self._reminders.spend(batch)
            if not batches:
                break
        if sent:
            _log.info("reminded", people=sent)
        return sent

    async def purge(self, *, trusting: bool = False) -> Purged:
        """Tell whoever stayed away for long, then purge."""
        purged = await self._purge.run(trusting=trusting)
        for notice in await self._purge.notices():
            reply = soon_gone(notice.on, notice.kept, self._framework_of(notice.tenant))
            await self._proactive.tell(notice.tenant, notice.person, reply, partial(self._purge.tell, notice))
        return purged


def make_rounds(
    outgoing: Outgoing, database: Database, rules: RulesOf, framework_of: Callable[[str], str], tenants: Iterable[str] = ()
) -> Rounds:
    """The rounds of a database; what they say goes out through `outgoing`. `tenants` are those that have `rules` of their own."""
    proactive = Proactive(TeamsAdapter(outgoing, ActivityHandler()), Outbox(database))
    return Rounds(proactive, DueReminders(database, rules), Purge(database, rules, tenants=tenants), framework_of)


async def repeatedly(after: float, every: float, work: Callable[[], Awaitable[object]]) -> None:
    """Do some work `after` so many seconds, and `every` so many; a fault of it is logged, and it is tried the next time."""
    await asyncio.sleep(after)
    while True:
        try:
            await work()
        except Exception:  # the next time may go well, and nothing else must stop for it
            _log.exception("a round failed")
        await asyncio.sleep(every)


class Repeating:
    """Does some works beside the server, each again and again, from entering to leaving."""

    def __init__(self, works: Iterable[Work]) -> None:
        self._works = tuple(works)
        self._tasks: list[asyncio.Task[None]] = []

    def begin(self) -> None:
        """Begin with all of them."""
        self._tasks = [asyncio.create_task(repeatedly(*work)) for work in self._works]

    async def end(self) -> None:
        """End, in the middle of a round if need be: whatever it wrote is whole."""
        for task in self._tasks:
            task.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.gather(*self._tasks, return_exceptions=True)
