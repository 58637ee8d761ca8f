"""An activity that the channel delivers again, at once or later, has one effect; a turn that fails says so once."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.dialogs.reply import Reply
from bot.dialogs.turn import Turn
from bot.msteams.post.patience import Patience
from bot.settings import Settings
from bot.wiring import make_application
from tests.chat import Chat
from tests.connector import LocalConnector
from tests.fakes import FakeAssistant, Knows


@pytest.mark.parametrize("said", ["grade 5", "remember this", "hello"])
async def test_a_message_delivered_twenty_times_at_once_is_answered_once(chat: Chat, assistant: FakeAssistant, said: str) -> None:
    message = chat.activity(text=said)
    answered = await asyncio.gather(*(chat.deliver(message) for _ in range(20)))
    assert answered == [(200, {})] * 20
    first = await chat.connector.next()
    last = await chat.says("last")
    assert (first.of, last.of) == (message["id"], "a:chat-2")
    assert len(assistant.turns) == 2
    assert chat.connector.taken() == []


@pytest.mark.parametrize("verb", ["next", "more", "keep"])
async def test_a_press_delivered_twenty_times_at_once_gets_one_effect_and_twenty_equal_answers(
    chat: Chat, assistant: FakeAssistant, verb: str
) -> None:
    answers = await asyncio.gather(*(chat.executes(verb, {"grade": 6}, id="the-same") for _ in range(20)))
    assert answers == [answers[0]] * 20
    assert answers[0][0] == 200
    await chat.connector.next()
    await chat.says("last")
    assert len(assistant.turns) == 2


@dataclass
class Recovers(Knows):
    """Fails as often as it is told to, then answers."""

    failures: int
    turns: list[Turn] = field(default_factory=list)

    def answer(self, turn: Turn) -> Reply:
        """Answer one turn, or fail."""
        self.turns.append(turn)
        if len(self.turns) <= self.failures:
            raise ArithmeticError("on purpose")
        return Reply("Here it is.")


@pytest.fixture
async def failing(settings: Settings, connector: LocalConnector) -> AsyncIterator[Chat]:
    """Alex in a chat with a bot whose first two turns fail."""
    app = make_application(settings, lambda _: Recovers(2), Patience(first=0.0))
    async with TestClient(TestServer(app)) as client:
        yield Chat(client, connector)


async def test_a_failed_turn_runs_again_when_delivered_again_and_is_owned_up_to_once(failing: Chat) -> None:
    message = failing.activity(text="hello")
    for _ in range(4):
        assert await failing.deliver(message) == (200, {})
    assert (await failing.connector.next()).text.startswith("Sorry, something went wrong")
    assert (await failing.connector.next()).text == "Here it is."
    assert failing.connector.taken() == []


async def test_each_failed_turn_is_owned_up_to(failing: Chat) -> None:
    told = [(await failing.says(said)).text for said in ("one", "two")]
    assert all(text.startswith("Sorry") for text in told)
    assert told[0] != told[1]


async def test_a_press_that_fails_is_answered_each_time(failing: Chat) -> None:
    answers = [await failing.executes("more", id="the-same") for _ in range(3)]
    assert [answer["value"].startswith("Sorry") for _, answer in answers] == [True, True, False]
