"""What recorded something, and what nobody asked for, arrives: over restarts, failures and refusals of the channel."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from typing import Any

import aiohttp
import pytest
from aiohttp.test_utils import TestClient, TestServer
from botbuilder.core import ActivityHandler
from structlog.testing import capture_logs

from bot import wiring
from bot.dialogs.reply import Reply
from bot.msteams.adapter import TeamsAdapter
from bot.msteams.post import connector as channel
from bot.msteams.post.connector import Connector
from bot.msteams.post.outgoing import Outgoing
from bot.msteams.post.patience import Patience
from bot.msteams.post.proactive import Proactive
from bot.settings import Settings
from bot.storage.arrival import ChannelRequest
from bot.storage.outbox import Outbox
from bot.storage.sqlite import SqliteDatabase
from bot.wiring import make_application
from tests.chat import Chat
from tests.connector import LocalConnector
from tests.fakes import FakeAssistant

NO_PAUSE = Patience(first=0.0)
WELCOME_BACK = Reply("Your plan is due on Friday.")


@asynccontextmanager
async def running(settings: Settings, connector: LocalConnector) -> AsyncIterator[Chat]:
    """A bot that runs until the end of the block."""
    app = make_application(settings, lambda _: FakeAssistant(), NO_PAUSE)
    async with TestClient(TestServer(app)) as client:
        yield Chat(client, connector)


@asynccontextmanager
async def writing(settings: Settings, now: float | None = None) -> AsyncIterator[Proactive]:
    """The part of a bot that writes to people unasked, at a time of the test's choice; what waits in the outbox goes first."""
    database = SqliteDatabase(settings.database)
    outbox = Outbox(database) if now is None else Outbox(database, lambda: now)
    try:
        async with Connector() as session:
            outgoing = Outgoing(session, outbox, NO_PAUSE)
            await outgoing.resume()
            yield Proactive(TeamsAdapter(outgoing, ActivityHandler()), outbox)
            await outgoing.finish(5.0)
    finally:
        database.close()


def rows(settings: Settings, query: str) -> list[Any]:
    """What a query finds in the database of a bot that has ended."""
    with closing(sqlite3.connect(settings.database)) as connection:
        return connection.execute(query).fetchall()


async def test_what_recorded_something_and_was_not_sent_is_sent_after_the_next_start_first_and_in_order(
    settings: Settings, connector: LocalConnector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wiring, "PATIENCE_AT_SHUTDOWN", 0.1)
    connector.hanging.add("a:chat")
    async with running(settings, connector) as chat:
        for said in ("grade 5", "a question", "grade 6"):
            await chat.deliver(chat.activity(text=said))
        await connector.begun()
    connector.hanging.clear()
    async with running(settings, connector) as chat:
        assert [(await connector.next()).text for _ in range(2)] == ["Noted: grade 5.", "Noted: grade 6."]
        assert (await chat.says("recall", id="another")).text == "grade 6, last None"
    assert rows(settings, "SELECT * FROM outbox") == []


async def test_only_what_recorded_something_is_written_down(settings: Settings, connector: LocalConnector) -> None:
    async with running(settings, connector) as chat:
        for said in ("grade 5", "hello", "grade 5", "remember this"):
            await chat.says(said)
    assert rows(settings, "SELECT recorded FROM seen ORDER BY activity") == [(1,), (0,), (0,), (0,)]


async def test_a_press_that_records_sends_its_edit_from_the_outbox(settings: Settings, connector: LocalConnector) -> None:
    async with running(settings, connector) as chat:
        connector.answer(500)
        await chat.deliver(chat.activity(value={"verb": "keep", "grade": 6}, replyToId="the-card"))
        edit = await connector.next()
    assert (edit.method, edit.of, len(connector.refused)) == ("PUT", "the-card", 1)


async def test_a_letter_waits_as_long_as_the_channel_asks_and_not_a_second_less(settings: Settings, connector: LocalConnector) -> None:
    await met(settings, connector)
    connector.answer(429, Retry_After="7200")
    async with writing(settings, 1000.0) as proactive:
        await proactive.tell("a-tenant", "entra-id-of-alex", WELCOME_BACK)
        await connector.begun()
    async with writing(settings, 8199.9):
        pass
    assert len(connector.refused) == 1
    async with writing(settings, 8200.0):
        assert (await connector.next()).text == WELCOME_BACK.text


async def met(settings: Settings, connector: LocalConnector, **members: Any) -> None:
    """Alex said something once."""
    async with running(settings, connector) as chat:
        await chat.says("hello", **members)
        await connector.begun()


@pytest.mark.parametrize("status", [401, 408, 412, 429, 500, 502, 503, 504, 599])
async def test_what_may_pass_is_tried_again_from_the_outbox(settings: Settings, connector: LocalConnector, status: int) -> None:
    connector.answer(*[status] * 4)
    async with running(settings, connector) as chat:
        assert (await chat.says("grade 5")).text == "Noted: grade 5."


async def test_a_letter_that_may_have_arrived_is_sent_again_and_that_is_logged(
    settings: Settings, connector: LocalConnector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel, "_TIMEOUT", aiohttp.ClientTimeout(total=0.1))
    connector.hanging.add("a:chat")
    with capture_logs() as logs:
        async with running(settings, connector) as chat:
            await chat.deliver(chat.activity(text="grade 5"))
            await connector.begun()
            await connector.begun()
            connector.release()
            assert (await connector.next()).text == "Noted: grade 5."
    assert any(log["event"] == "put off" and log["may_have_arrived"] for log in logs)


async def test_after_ten_tries_a_letter_is_dead_and_kept_while_the_next_go_on(settings: Settings, connector: LocalConnector) -> None:
    connector.answer(*[503] * 10)
    with capture_logs() as logs:
        async with running(settings, connector) as chat:
            await chat.deliver(chat.activity(text="grade 5"))
            assert (await chat.says("grade 6")).text == "Noted: grade 6."
    assert [(log["message"], log["status"]) for log in logs if log["event"] == "dead letter"] == [(1, 503)]
    assert rows(settings, "SELECT number, tries, status, dead IS NOT NULL FROM outbox") == [(1, 10, 503, 1)]
    async with running(settings, connector) as chat:
        assert (await chat.says("hello", id="another")).text == "You said hello."


async def test_what_the_channel_will_never_take_is_dead_at_once(settings: Settings, connector: LocalConnector) -> None:
    connector.answer(413)
    async with running(settings, connector) as chat:
        await chat.deliver(chat.activity(text="grade 5"))
        assert (await chat.says("hello")).text == "You said hello."
    assert rows(settings, "SELECT tries, status, dead IS NOT NULL FROM outbox") == [(1, 413, 1)]


@pytest.mark.parametrize("status", [403, 404])
async def test_who_blocked_the_assistant_is_written_to_no_more_until_they_write_again(
    settings: Settings, connector: LocalConnector, status: int
) -> None:
    await met(settings, connector)
    connector.answer(status)
    async with writing(settings) as proactive:
        assert await proactive.tell("a-tenant", "entra-id-of-alex", WELCOME_BACK)
        assert await proactive.tell("a-tenant", "entra-id-of-alex", WELCOME_BACK)
        await connector.begun()
    assert rows(settings, "SELECT * FROM outbox") == []
    async with writing(settings) as proactive:
        assert not await proactive.tell("a-tenant", "entra-id-of-alex", WELCOME_BACK)
    await met(settings, connector, id="they write again")
    async with writing(settings) as proactive:
        assert await proactive.tell("a-tenant", "entra-id-of-alex", WELCOME_BACK)
        assert (await connector.next()).text == WELCOME_BACK.text


async def test_an_edit_of_a_message_that_is_gone_closes_nothing(settings: Settings, connector: LocalConnector) -> None:
    await met(settings, connector)
    connector.answer(404)
    async with running(settings, connector) as chat:
        await chat.deliver(chat.activity(value={"verb": "next"}, replyToId="gone", id="a-press"))
        await connector.begun()
    async with writing(settings) as proactive:
        assert await proactive.tell("a-tenant", "entra-id-of-alex", WELCOME_BACK)


async def test_a_person_is_told_something_unasked_as_a_new_message(settings: Settings, connector: LocalConnector) -> None:
    await met(settings, connector)
    async with writing(settings) as proactive:
        assert await proactive.tell("a-tenant", "entra-id-of-alex", WELCOME_BACK)
        sent = await connector.next()
    assert (sent.method, sent.conversation, sent.of, sent.text) == ("POST", "a:chat", None, WELCOME_BACK.text)
    assert (sent.body["recipient"], sent.body["from"]) == ({"id": "29:alex"}, {"id": "28:the-bot"})
    assert rows(settings, "SELECT * FROM outbox") == []


@pytest.mark.parametrize(("tenant", "person"), [("another", "entra-id-of-alex"), ("a-tenant", "somebody"), ("a-tenant", "29:alex")])
async def test_nobody_else_is_told(settings: Settings, connector: LocalConnector, tenant: str, person: str) -> None:
    await met(settings, connector)
    async with writing(settings) as proactive:
        assert not await proactive.tell(tenant, person, WELCOME_BACK)


async def test_neither_a_guest_nor_a_group_is_ever_written_to_unasked(settings: Settings, connector: LocalConnector) -> None:
    async with running(settings, connector) as chat:
        chat.person = None
        await chat.says("hello")
        chat.person, chat.kind, chat.conversation = "entra-id-of-alex", "groupChat", "19:group"
        await chat.deliver(chat.activity(value={"verb": "more"}))
        await connector.next()
    assert rows(settings, "SELECT * FROM conversation WHERE service IS NOT NULL OR person IS NOT NULL") == []


async def test_after_a_removal_nothing_is_left_to_be_sent(
    settings: Settings, connector: LocalConnector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wiring, "PATIENCE_AT_SHUTDOWN", 0.1)
    connector.hanging.add("a:chat")
    async with running(settings, connector) as chat:
        await chat.deliver(chat.activity(text="grade 5"))
        await chat.deliver(chat.activity(text="grade 6"))
        await connector.begun()
        await chat.deliver(chat.activity("installationUpdate", action="remove"))
    assert rows(settings, "SELECT * FROM outbox") == []
    async with writing(settings) as proactive:
        assert not await proactive.tell("a-tenant", "entra-id-of-alex", WELCOME_BACK)


async def test_at_shutdown_an_answer_that_is_on_its_way_arrives(settings: Settings, connector: LocalConnector) -> None:
    connector.hanging.add("a:chat")
    app = make_application(settings, lambda _: FakeAssistant(), NO_PAUSE)
    server = TestServer(app)
    async with TestClient(server) as client:
        chat = Chat(client, connector)
        await chat.deliver(chat.activity(text="hello"))
        await connector.begun()
        ending = asyncio.create_task(server.close())
        connector.release()
        assert (await connector.next()).text == "You said hello."
        await ending


async def test_a_letter_written_under_other_settings_goes_nowhere_that_a_reply_may_not(
    settings: Settings, connector: LocalConnector
) -> None:
    database = SqliteDatabase(settings.database)
    letter = ChannelRequest("POST", "https://evil.example/v3/conversations/a%3Achat/activities", {}, "a:chat", "a-tenant")
    await Outbox(database).write(letter)
    database.close()
    async with running(settings, connector) as chat:
        await chat.says("hello")
    assert rows(settings, "SELECT tries, status, dead IS NOT NULL FROM outbox") == [(1, 421, 1)]


async def test_an_unasked_message_that_cannot_be_written_down_is_not_said_to_be_sent(settings: Settings, connector: LocalConnector) -> None:
    await met(settings, connector)
    async with writing(settings) as proactive:
        settings.database.rename(settings.database.with_name("moved"))
        with pytest.raises(Exception, match="was moved or deleted"):
            await proactive.tell("a-tenant", "entra-id-of-alex", WELCOME_BACK)
    assert not connector.answers
