"""Sending: tries again where that may help, in order, and gives up where it may not."""

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from structlog.testing import capture_logs

from bot.msteams import sending
from bot.msteams.outgoing import Outgoing
from bot.msteams.sending import Connector, Patience, Sending
from bot.phrases.en import edge
from tests.chat import Chat


@pytest.mark.parametrize("status", [412, 429, 502, 503, 504])
async def test_a_busy_channel_is_tried_again(chat: Chat, status: int) -> None:
    chat.connector.answer(status, status)
    assert (await chat.says("good morning")).text == "You said good morning."
    assert len(chat.connector.refused) == 2


@pytest.mark.parametrize("status", [400, 401, 403, 404, 500])
async def test_a_refusal_is_not_tried_again_and_the_next_reply_is_sent(chat: Chat, status: int) -> None:
    chat.connector.answer(status)
    await chat.deliver(chat.activity(text="lost"))
    assert (await chat.says("good morning")).text == "You said good morning."
    assert len(chat.connector.refused) == 1


async def test_replies_stay_in_order_while_one_is_tried_again(chat: Chat) -> None:
    chat.connector.answer(503, 503, 503)
    for said in ("one", "two", "three"):
        await chat.deliver(chat.activity(text=said))
    assert [(await chat.connector.next()).text for _ in range(3)] == ["You said one.", "You said two.", "You said three."]


async def test_it_is_given_up_after_a_few_tries(chat: Chat) -> None:
    chat.connector.answer(*[503] * Patience().tries)
    await chat.deliver(chat.activity(text="lost"))
    assert (await chat.says("found")).text == "You said found."
    assert len(chat.connector.refused) == Patience().tries


async def test_no_turn_waits_for_the_channel(chat: Chat) -> None:
    answered = await asyncio.gather(*(chat.deliver(chat.activity(text=str(number))) for number in range(20)))
    assert answered == [(200, {})] * 20
    assert sorted([(await chat.connector.next()).text for _ in range(20)]) == sorted(f"You said {number}." for number in range(20))


async def test_a_retry_after_is_never_undercut() -> None:
    assert Patience(first=0.0).pause(1, 7.0) == 7.0
    assert Patience(first=1.0).pause(1, 7.0) > 7.0
    assert Patience(most=5.0).pause(1, 7.0) is None


@pytest.mark.parametrize("value", ["0", "-3", "soon", "", "Sat, 01 Jan 2000 00:00:00 GMT"])
async def test_a_retry_after_that_asks_for_no_wait_is_tried_at_once(chat: Chat, value: str) -> None:
    chat.connector.answer(429, Retry_After=value)
    assert (await chat.says("good morning")).text == "You said good morning."


async def test_a_retry_after_longer_than_patience_is_given_up(chat: Chat) -> None:
    chat.connector.answer(429, Retry_After=format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True))
    await chat.deliver(chat.activity(text="lost"))
    assert (await chat.says("found")).text == "You said found."


async def test_a_channel_that_is_gone_fails_no_turn(chat: Chat, unused_tcp_port: int) -> None:
    gone = {"serviceUrl": f"http://127.0.0.1:{unused_tcp_port}/"}
    assert await chat.deliver(chat.activity(text="lost", **gone)) == (200, {})
    chat.conversation = "another"
    assert (await chat.says("")).text == edge.EMPTY


async def test_a_conversation_id_cannot_leave_its_place_in_the_address(chat: Chat) -> None:
    chat.conversation = "19:a/../b?c=d#e@thread.v2;messageid=1 {x} %41"
    assert (await chat.says("good morning")).conversation == chat.conversation


async def tries(method: str) -> int:
    """How often a channel that takes a request and never answers is sent it."""
    taken = []

    async def take(request: web.Request) -> web.Response:
        taken.append(request.method)
        await asyncio.sleep(0.5)
        return web.Response()

    app = web.Application()
    app.router.add_route("*", "/", take)
    async with TestServer(app) as server, Connector(Patience(tries=3, first=0.0)) as connector:
        assert not await connector.send(Sending(method, str(server.make_url("/")), {}, "a:chat"))
    return len(taken)


async def test_what_may_have_arrived_is_not_shown_twice_while_an_edit_may_be_sent_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "_TIMEOUT", aiohttp.ClientTimeout(total=0.1))
    assert (await tries("POST"), await tries("PUT")) == (1, 3)


async def test_what_is_given_up_at_shutdown_is_logged(unused_tcp_port: int) -> None:
    async with Connector(Patience(first=60.0)) as connector:
        outgoing = Outgoing(connector)
        outgoing.put(Sending("POST", f"http://127.0.0.1:{unused_tcp_port}/", {}, "a:chat"))
        with capture_logs() as logs:
            await outgoing.finish(0.1)
    assert {"event": "given up at shutdown", "conversations": 1, "log_level": "warning"} in logs
