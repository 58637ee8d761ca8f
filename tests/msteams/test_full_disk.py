"""A database that cannot be written: questions are answered, what is to be kept is not said to be, and nothing is sent twice or lost."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.msteams.post import delivery
from bot.msteams.post.patience import Patience
from bot.settings import Settings
from bot.storage import sqlite as storage
from bot.storage.arrival import OutboxMessage
from bot.storage.database import DatabaseGone, NotWritten
from bot.storage.outbox import Outbox, Pending
from bot.storage.sqlite import SqliteDatabase
from bot.wiring import make_application
from tests.chat import Chat
from tests.connector import LocalConnector, Sent
from tests.fakes import FakeAssistant


class Disk(SqliteDatabase):
    """A database whose disk is full when a test says so."""

    async def fills(self, *, full: bool = True) -> None:
        """From now on nothing can be written; or can be again."""
        await self.run(lambda session: session.connection.exec_driver_sql(f"PRAGMA query_only={int(full)}"))

    async def holds(self) -> int:
        """How many messages lie in the outbox."""
        return await self.run(lambda session: int(session.connection.exec_driver_sql("SELECT count(*) FROM outbox").scalar_one()))


@pytest.fixture
def disks(monkeypatch: pytest.MonkeyPatch) -> list[Disk]:
    """The databases that bots open."""
    opened: list[Disk] = []

    def open_(*path: object) -> Disk:
        opened.append(Disk(*path))  # type: ignore[arg-type]
        return opened[-1]

    monkeypatch.setattr(storage, "SqliteDatabase", open_)
    return opened


@pytest.fixture
async def full(settings: Settings, connector: LocalConnector, disks: list[Disk], monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Chat]:
    """A chat with a bot that asks its disk again soon."""
    monkeypatch.setattr(delivery, "ASK_AGAIN", 0.01)
    async with TestClient(TestServer(make_application(settings, lambda _: FakeAssistant(), Patience(first=0.0)))) as client:
        yield Chat(client, connector)


async def test_a_question_is_answered_and_what_cannot_be_kept_is_not_said_to_be(full: Chat, disks: list[Disk]) -> None:
    await disks[0].fills()
    assert (await full.says("ask budgets")).text == "About budgets, after None."
    assert "nothing was changed" in (await full.says("grade 7")).text
    assert (await full.executes("next", {"row": 3}))[0] == 200
    assert (await full.connector.next()).method == "PUT"
    await disks[0].fills(full=False)
    await full.says("grade 6")
    assert (await full.says("recall")).text == "grade 6, last None"


async def deliver_while_it_fills(chat: Chat, disk: Disk, *statuses: int) -> Sent:
    """Say something that is kept, with the disk full by the time the channel answers."""
    chat.connector.answer(*statuses)
    chat.connector.hanging.add(chat.conversation)
    await chat.deliver(chat.activity(text="grade 7"))
    await chat.connector.begun()
    await disk.fills()
    chat.connector.release()
    return await chat.connector.next()


async def test_what_the_channel_was_too_busy_for_is_sent_again_although_that_cannot_be_written(full: Chat, disks: list[Disk]) -> None:
    assert (await deliver_while_it_fills(full, disks[0], 503, 503)).text == "Noted: grade 7."
    assert [sent.text for sent in full.connector.refused] == ["Noted: grade 7."] * 2


async def test_what_was_delivered_leaves_the_outbox_once_it_can_and_holds_nobody_up(full: Chat, disks: list[Disk]) -> None:
    await deliver_while_it_fills(full, disks[0])
    assert (await full.says("hello")).text == "You said hello."
    assert await disks[0].holds() == 1
    await disks[0].fills(full=False)
    while await disks[0].holds():
        pass
    assert not full.connector.taken()


async def test_what_could_not_be_read_when_it_was_to_be_sent_is_sent_once_it_can(
    full: Chat, disks: list[Disk], monkeypatch: pytest.MonkeyPatch
) -> None:
    await full.says("hello")
    disk, faults = disks[0], iter([DatabaseGone("gone"), DatabaseGone("gone")])
    take = Outbox.take

    async def now_and_then(outbox: Outbox, message: OutboxMessage) -> Pending | None:
        for fault in faults:
            raise fault
        return await take(outbox, message)

    monkeypatch.setattr(Outbox, "take", now_and_then)
    assert (await full.says("grade 7")).text == "Noted: grade 7."
    while await disk.holds():
        pass
    assert not full.connector.taken()


@pytest.mark.parametrize("trouble", ["deleted", "replaced", "emptied"])
async def test_a_database_that_is_gone_is_noticed_by_a_check_and_by_who_saves(
    full: Chat, disks: list[Disk], settings: Settings, trouble: str
) -> None:
    await disks[0].run(lambda session: session.check())
    if trouble != "emptied":
        settings.database.unlink()
    if trouble != "deleted":
        settings.database.write_bytes(b"")
    with pytest.raises(DatabaseGone):
        await disks[0].run(lambda session: session.check())
    assert "nothing was changed" in (await full.says("grade 7")).text


async def test_a_database_that_another_holds_is_noticed_by_a_check(disks: list[Disk], full: Chat, settings: Settings) -> None:
    await disks[0].run(lambda session: session.connection.exec_driver_sql("PRAGMA busy_timeout=0"))
    with closing(sqlite3.connect(settings.database)) as another:
        another.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotWritten):
            await disks[0].run(lambda session: session.check())
    await disks[0].run(lambda session: session.check())
    assert (await full.says("grade 7")).text == "Noted: grade 7."
