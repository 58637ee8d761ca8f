"""Two assistants on one PostgreSQL server, as two instances behind one address."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.msteams.post import outgoing
from bot.msteams.post.patience import Patience
from bot.settings import Settings
from bot.wiring import make_application
from tests.chat import Chat
from tests.connector import LocalConnector
from tests.fakes import FakeAssistant
from tests.postgres import Server


@dataclass
class Instances:
    """One conversation, which arrives at either."""

    chats: list[Chat]
    clients: list[TestClient]  # type: ignore[type-arg]


@pytest.fixture
async def instances(server: Server, connector: LocalConnector, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Instances]:
    """Two assistants, on a database of this test's own."""
    monkeypatch.setattr(outgoing, "TAKE_UP_EVERY", 0.05)
    server.program("createdb", "instances")
    settings = Settings(_env_file=None, development=True, database=server.url("instances"))  # type: ignore[arg-type]
    clients = []
    for _ in range(2):
        client = TestClient(TestServer(make_application(settings, lambda _: FakeAssistant(), Patience(first=0.0))))
        await client.start_server()
        clients.append(client)
    first = Chat(clients[0], connector)
    yield Instances([first, replace(first, client=clients[1])], clients)
    for client in clients:
        await client.close()
    server.program("dropdb", "--force", "instances")


async def test_what_one_keeps_the_other_knows(instances: Instances) -> None:
    here, there = instances.chats
    assert (await here.says("grade 7")).text == "Noted: grade 7."
    assert (await there.says("ask budgets")).text == "About budgets, after None."
    assert (await here.says("recall")).text == "grade 7, last budgets"


async def test_a_message_delivered_at_both_at_once_is_answered_once(instances: Instances) -> None:
    here, there = instances.chats
    message = here.activity(text="grade 5")
    answered = await asyncio.gather(*(chat.deliver(message) for chat in (here, there) * 10))
    assert answered == [(200, {})] * 20
    assert (await here.connector.next()).text == "Noted: grade 5."
    assert (await there.says("recall")).text == "grade 5, last None"
    assert here.connector.taken() == []


async def test_what_one_could_not_send_when_it_ended_the_other_sends(instances: Instances) -> None:
    here, there = instances.chats
    here.connector.answer(503)
    here.connector.hanging.add(here.conversation)
    await here.deliver(here.activity(text="grade 7"))
    await here.connector.begun()
    closing = asyncio.create_task(instances.clients[0].close())
    here.connector.release()
    await closing
    assert (await there.connector.next()).text == "Noted: grade 7."


async def test_both_say_that_they_are_ready(instances: Instances) -> None:
    for client in instances.clients:
        while (response := await client.get("/ready")).status != 200:
            pass
        assert (await response.json())["database"] == "ready"
