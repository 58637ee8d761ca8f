"""What somebody hostile may send, or answer: nobody else waits for it, and it leads nowhere else."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from aiohttp import ClientError, web
from aiohttp.test_utils import TestServer

from bot.msteams.door.guard import DevelopmentGuard
from bot.msteams.post.connector import Connector
from bot.msteams.post.delivery import Delivery
from bot.msteams.post.patience import ChannelResponse, Patience
from bot.msteams.post.rates import Rates
from bot.msteams.words import plain
from bot.settings import Settings
from bot.storage import outbox
from bot.storage.arrival import ChannelRequest
from bot.storage.sqlite import SqliteDatabase
from bot.web import make_app
from tests.chat import BOT, Chat
from tests.test_web import NoProcessor, nothing_to_tell

LONG = [{"type": "mention", "text": "@" * 5000 + str(number), "mentioned": {"id": BOT}} for number in range(50)]


async def test_mentions_of_endless_names_are_nobodys_and_hold_nobody_up(chat: Chat) -> None:
    assert (await chat.says("@" * 200 + " hello", entities=LONG)).text.endswith("hello.")
    began = time.process_time()
    plain("@" * 16_000, LONG, BOT)
    assert time.process_time() - began < 1.0  # it took four seconds


@pytest.mark.parametrize("place", ["conversation", "id", "replyToId"])
@pytest.mark.parametrize("dots", [".", ".."])
async def test_an_id_of_dots_that_would_lead_to_another_address_is_refused(chat: Chat, place: str, dots: str) -> None:
    status, answer = await chat.deliver(chat.activity(text="hello", **{place: {"id": dots} if place == "conversation" else dots}))
    assert (status, "dots alone" in answer["error"]) == (400, True)
    assert not chat.connector.taken()


async def test_a_connection_without_a_whole_request_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.web.IDLE", 0.1)
    async with TestServer(make_app(NoProcessor(), DevelopmentGuard(), nothing_to_tell)) as server:
        for begun in (b"", b"POST /api/messages HTTP/1.1\r\nHost: x\r\nX-a: ", b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n"):
            reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
            writer.write(begun)
            await asyncio.wait_for(reader.read(), 5)
            writer.close()


async def answered(response: web.Response | None, **headers: str) -> ChannelResponse:
    """How an answer of the channel is read; None: one that never ends."""

    async def take(request: web.Request) -> web.StreamResponse:
        if response is not None:
            response.headers.update({name.replace("_", "-"): value for name, value in headers.items()})
            return response
        endless = web.StreamResponse(status=201)
        await endless.prepare(request)
        try:
            while True:
                await endless.write(b" " * 65536)
        except (ClientError, ConnectionError):
            return endless

    app = web.Application()
    app.router.add_post("/", take)
    async with TestServer(app) as server, Connector() as connector:
        return await connector.send(ChannelRequest("POST", str(server.make_url("/")), {}, "a:chat"))


async def test_an_answer_of_the_channel_without_end_is_not_read_to_it() -> None:
    async with asyncio.timeout(5):
        assert await answered(None) == ChannelResponse(201)


@pytest.mark.parametrize("body", ['{"id":"\\ud800"}', f'{{"id":"{"a" * 513}"}}', '{"id":["a"]}', '"id"', "[" * 100_000])
async def test_an_id_that_no_address_can_hold_is_not_taken(body: str) -> None:
    assert await answered(web.Response(status=201, text=body)) == ChannelResponse(201)


async def test_a_date_to_wait_for_is_taken_whatever_its_zone_is_called() -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(hours=1)).replace("+0000", "-0000")
    assert (await answered(web.Response(status=429), Retry_After=later)).asked > 3500


async def test_a_clock_that_is_set_back_keeps_no_message_in_the_outbox(settings: Settings) -> None:
    database, times = SqliteDatabase(settings.database), iter([1000.0, 1000.0])
    clock = outbox.Outbox(database, lambda: next(times, -1e6))  # set back after the second look
    waiting = Delivery(Connector(), clock, Patience(), Rates(), lambda _: True)
    async with asyncio.timeout(5):
        assert await waiting._is_due(1000.2)
    database.close()


async def test_what_waited_while_the_assistant_was_removed_is_not_sent(settings: Settings, chat: Chat) -> None:
    chat.connector.answer(429, Retry_After="0.3")
    await chat.deliver(chat.activity(text="grade 7"))
    await chat.connector.begun()
    await chat.deliver(chat.activity("installationUpdate", action="remove"))
    await chat.deliver(chat.activity(text="hello"))
    assert (await chat.connector.next()).text == "You said hello."
