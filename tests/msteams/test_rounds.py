"""What the assistant does by itself: reminding through the outbox, once, to whoever can be reached, and the word before everything goes."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from typing import Any

import pytest
from botbuilder.core import ActivityHandler
from structlog.testing import capture_logs

from bot.dialogs.reply import Reply
from bot.dialogs.turn import Said
from bot.msteams import rounds as rounds_of
from bot.msteams.adapter import TeamsAdapter
from bot.msteams.post.connector import Connector
from bot.msteams.post.outgoing import Outgoing
from bot.msteams.post.patience import Patience
from bot.msteams.post.proactive import Proactive
from bot.msteams.rounds import Repeating, Rounds, repeatedly
from bot.people.profile import Profile
from bot.people.retention import Clock
from bot.settings import Settings
from bot.storage.arrival import Address, Arrival
from bot.storage.database import Database
from bot.storage.due_reminders import DueReminders
from bot.storage.outbox import Outbox
from bot.storage.retention import Purge, Purged
from bot.storage.sqlite import SqliteDatabase
from tests.connector import LocalConnector
from tests.storage.living import WISHES, Life, entry, request_of

NINE = datetime(2027, 3, 24, 9, 0, tzinfo=UTC)


class Running:
    """A process with a database, its rounds, and a clock that a test sets."""

    def __init__(self, database: Database, connector: LocalConnector, session: Connector) -> None:
        self.life = Life(database)
        self.connector = connector
        self.box = Outbox(database, self.life.clock)
        self.outgoing = Outgoing(session, self.box, Patience(first=0.0))
        proactive = Proactive(TeamsAdapter(self.outgoing, ActivityHandler()), self.box)
        reminders, purge = DueReminders(database, clock=self.life.clock), Purge(database, clock=self.life.clock)
        self.rounds = Rounds(proactive, reminders, purge, lambda _: "lancaster")

    async def comes(self, person: str = "alex", **reply: Any) -> None:
        """Somebody says something from a chat that the local connector serves."""
        self.life.assistant.reply = Reply("Yes.", **reply)
        to = Address(self.connector.url, "28:bot", f"29:{person}", person)
        arrived = Arrival("t", f"chat of {person}", f"{person} {self.life.now}", person, personal=True, what=Said("hello"), address=to)
        await self.life._turns.take(arrived, lambda _: None, request_of)


@asynccontextmanager
async def running(settings: Settings, connector: LocalConnector) -> AsyncIterator[Running]:
    """Such a process, until the end of the block."""
    database = SqliteDatabase(settings.database)
    try:
        async with Connector() as session:
            bot = Running(database, connector, session)
            yield bot
            await bot.outgoing.finish(5.0)
    finally:
        database.close()


async def test_a_reminder_arrives_in_the_persons_own_chat_once(settings: Settings, connector: LocalConnector) -> None:
    async with running(settings, connector) as bot:
        await bot.comes(saves=(WISHES, entry(day=date(2027, 3, 31))))
        bot.life.now = NINE
        assert [await bot.rounds.remind() for _ in range(3)] == [1, 0, 0]
        sent = await connector.next()
    assert (sent.conversation, sent.text) == ("chat of alex", "A reminder, as you asked: your plan.")
    titles = [action["title"] for action in sent.body["attachments"][0]["content"]["actions"]]
    assert titles == ["Tomorrow", "Next week", "Stop reminders"]
    assert connector.taken() == []


async def test_what_was_written_before_an_end_is_sent_after_the_next_start_and_once(settings: Settings, connector: LocalConnector) -> None:
    connector.hanging.add("chat of alex")
    async with running(settings, connector) as bot:
        await bot.comes(saves=(WISHES, entry(day=date(2027, 3, 31))))
        bot.life.now = NINE
        assert await bot.rounds.remind() == 1
        await connector.begun()
        await bot.outgoing.finish(0.01)
    connector.hanging.clear()
    async with running(settings, connector) as bot:
        await bot.life.does("DELETE FROM outbox WHERE conversation = 'c'")
        bot.life.now = NINE
        await bot.outgoing.resume()
        assert (await connector.next()).text == "A reminder, as you asked: your plan."
        assert await bot.rounds.remind() == 0


async def test_who_removed_the_assistant_is_not_reminded_and_not_later_either(settings: Settings, connector: LocalConnector) -> None:
    async with running(settings, connector) as bot:
        await bot.comes(saves=(WISHES, entry(day=date(2027, 3, 31))))
        await bot.box.close("t", "chat of alex")
        bot.life.now = NINE
        assert await bot.rounds.remind() == 0
        await bot.comes()
        assert await bot.rounds.remind() == 0
    assert connector.taken() == []


async def test_many_people_are_reminded_in_one_round(
    settings: Settings, connector: LocalConnector, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(settings, connector) as bot:
        for number in range(12):
            await bot.comes(f"p{number}", saves=(WISHES, entry(day=date(2027, 3, 31))))
        bot.life.now = NINE
        assert await bot.rounds.remind() == 12
        told = sorted([(await connector.next()).conversation for _ in range(12)])
    assert told == sorted(f"chat of p{number}" for number in range(12))


async def test_the_word_before_everything_goes_arrives_once_and_then_everything_goes(settings: Settings, connector: LocalConnector) -> None:
    async with running(settings, connector) as bot:
        await bot.comes(profile=Profile(grade=5))
        for _ in range(37):
            bot.life.waits(days=20)
            await bot.rounds.purge()
        assert "it will be gone for good" in (await connector.next()).text
        assert await bot.life.rows("SELECT count(*) FROM person") == [(1,)]
        bot.life.waits(days=20)
        assert (await bot.rounds.purge()).people == 1
    assert connector.taken() == []


async def test_a_round_that_fails_is_logged_and_tried_again() -> None:
    tries = []

    async def work() -> None:
        tries.append(1)
        if len(tries) == 1:
            raise ArithmeticError("on purpose")
        done.set()

    done = asyncio.Event()
    with capture_logs() as logs:
        task = asyncio.create_task(repeatedly(0.0, 0.0, work))
        await asyncio.wait_for(done.wait(), 5)
        task.cancel()
    assert [log["event"] for log in logs][:1] == ["a round failed"]


async def test_the_server_runs_both_by_itself_until_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("REMIND_AFTER", "PURGE_AFTER"):
        monkeypatch.setattr(rounds_of, name, 0.0)
    done = {"remind": asyncio.Event(), "purge": asyncio.Event()}

    class Both(Rounds):
        def __init__(self) -> None: ...

        async def remind(self) -> int:
            done["remind"].set()
            return 0

        async def purge(self, *, trusting: bool = False) -> Purged:
            done["purge"].set()
            return Purged(Clock.SOUND)

    repeating = Repeating(Both().works)
    repeating.begin()
    await asyncio.wait_for(asyncio.gather(*(each.wait() for each in done.values())), 5)
    await repeating.end()
    assert all(task.done() for task in repeating._tasks)
