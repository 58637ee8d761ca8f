"""Sending: tries again where that may help, in order, and gives up where it may not."""

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from bot.msteams.sending import Patience
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


@pytest.mark.parametrize("value", ["0", "-3", "soon", "", format_datetime(datetime.now(UTC) - timedelta(hours=1), usegmt=True)])
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
