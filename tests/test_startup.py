"""/health and /ready, and a server that is up before the assistant has learnt."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.dialogs.reply import Reply
from bot.dialogs.turn import Turn
from bot.settings import Settings
from bot.wiring import make_application
from tests.chat import Chat
from tests.connector import LocalConnector
from tests.fakes import FakeAssistant


@dataclass
class SlowLearner:
    """An assistant that has learnt when a test says so."""

    learnt: threading.Event = field(default_factory=threading.Event)

    def __call__(self, _settings: Settings) -> FakeAssistant:
        assert self.learnt.wait(10)
        return FakeAssistant()


async def ready(client: TestClient) -> tuple[int, dict[str, object]]:
    """What /ready answers."""
    response = await client.get("/ready")
    return response.status, await response.json()


@asynccontextmanager
async def learning(settings: Settings) -> AsyncIterator[tuple[TestClient, SlowLearner]]:
    """A bot that has not learnt yet."""
    learner = SlowLearner()
    async with TestClient(TestServer(make_application(settings, learner))) as client:
        yield client, learner
    learner.learnt.set()


async def test_all_is_ready(chat: Chat) -> None:
    await chat.says("hello")
    assert await ready(chat.client) == (200, {"ready": True, "knowledge": "ready", "database": "ready", "keys": "not needed"})


async def test_a_bot_that_learns_lives_but_is_not_ready(settings: Settings) -> None:
    async with learning(settings) as (client, _):
        assert (await client.get("/health")).status == 200
        assert await ready(client) == (503, {"ready": False, "knowledge": "learning", "database": "ready", "keys": "not needed"})


async def test_a_message_waits_until_the_bot_has_learnt(settings: Settings, connector: LocalConnector) -> None:
    async with learning(settings) as (client, learner):
        chat = Chat(client, connector)
        saying = asyncio.create_task(chat.says("hello"))
        assert (await ready(client))[0] == 503
        assert not saying.done()
        learner.learnt.set()
        assert (await saying).text == "You said hello."
        assert (await ready(client))[0] == 200


async def test_a_bot_that_stops_before_it_has_learnt_sends_who_waits_away(settings: Settings, connector: LocalConnector) -> None:
    async with learning(settings) as (client, _):
        chat = Chat(client, connector)
        waiting = asyncio.create_task(chat.deliver(chat.activity(text="hello")))
        await ready(client)
        await client.app.shutdown()
        status, answer = await waiting
    assert (status, "Send it again later" in answer["error"]) == (503, True)


async def test_a_refusal_does_not_wait_for_the_knowledge(settings: Settings, connector: LocalConnector) -> None:
    async with learning(settings) as (client, _):
        chat = Chat(client, connector)
        assert (await chat.deliver({}))[0] == 400
        assert (await chat.deliver(chat.activity(serviceUrl="https://example.com/")))[0] == 403


class Stuck(FakeAssistant):
    """An assistant that keeps the storage's thread to itself until it is released."""

    def __init__(self) -> None:
        super().__init__()
        self.released = threading.Event()

    def answer(self, turn: Turn) -> Reply:
        assert self.released.wait(10)
        return super().answer(turn)


async def test_a_database_that_does_not_answer_is_not_ready(
    settings: Settings, connector: LocalConnector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.wiring.PATIENCE_WITH_DATABASE", 0.05)
    stuck = Stuck()
    async with TestClient(TestServer(make_application(settings, lambda _: stuck))) as client:
        chat = Chat(client, connector)
        saying = asyncio.create_task(chat.says("hello"))
        while (states := (await ready(client))[1])["database"] == "ready":
            pass
        stuck.released.set()
        await saying
        assert states["database"] == "no answer (TimeoutError)"
        assert (await ready(client))[0] == 200


async def test_a_database_file_that_was_deleted_is_not_ready(chat: Chat, settings: Settings) -> None:
    await chat.says("hello")
    settings.database.unlink()
    status, states = await ready(chat.client)
    assert (status, states["database"]) == (503, "no answer (DatabaseGone)")
