"""What Prometheus reads: counts of everything, on a port of its own, with nothing of a person and no label that grows."""

import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client.parser import text_string_to_metric_families

from bot.metrics import TALLIES, Tallies
from bot.msteams.post.patience import Patience
from bot.settings import CannotStart, Settings
from bot.wiring import make_application
from tests.chat import Chat
from tests.connector import LocalConnector
from tests.fakes import FakeAssistant
from tests.msteams.talking import talking

PERSONAL = re.compile(r"alex|a-tenant|a:chat|28:the-bot|grade 7|bursar", re.IGNORECASE)
Samples = dict[str, float]


@asynccontextmanager
async def counted(settings: Settings, connector: LocalConnector, port: int) -> AsyncIterator[Chat]:
    """Alex talks to an assistant whose counts can be read on a port."""
    app = make_application(settings.model_copy(update={"metrics_port": port}), lambda _: FakeAssistant(), Patience(first=0.0))
    async with TestClient(TestServer(app)) as client:
        yield Chat(client, connector)


async def page(port: int) -> str:
    async with ClientSession() as session, session.get(f"http://127.0.0.1:{port}/metrics") as response:
        assert (response.status, response.content_type) == (200, "text/plain")
        return await response.text()


async def samples(port: int) -> Samples:
    """Each sample by its name and labels."""
    families = text_string_to_metric_families(await page(port))
    return {_named(sample.name, sample.labels): sample.value for family in families for sample in family.samples}


def _named(name: str, labels: dict[str, str]) -> str:
    return f"{name}{{{','.join(f'{label}={value}' for label, value in sorted(labels.items()))}}}" if labels else name


def grown(before: Samples, after: Samples) -> Samples:
    """What was counted between two looks."""
    names = {name for name in after if name.startswith("assistant_") and "_bucket" not in name and not name.endswith("_created")}
    return {name: after[name] - before.get(name, 0) for name in names if after[name] != before.get(name, 0)}


async def test_turns_refusals_and_sends_are_counted(settings: Settings, connector: LocalConnector, unused_tcp_port: int) -> None:
    async with counted(settings, connector, unused_tcp_port) as chat:
        before = await samples(unused_tcp_port)
        await chat.says("hello")
        await chat.says("ask grade 7")
        await chat.says("fail for the bursar")
        await chat.executes("next")
        await chat.deliver({"text": "no activity"})
        await chat.client.get("/nowhere")
        connector.answer(413)
        await chat.deliver(chat.activity(text="grade 5"))
        await connector.next()
        change = grown(before, await samples(unused_tcp_port))
    assert change["assistant_turns_total{kind=message,status=200}"] == 3
    assert change["assistant_turns_total{kind=message,status=failed}"] == 1
    assert change["assistant_turns_total{kind=press,status=200}"] == 1
    assert change["assistant_questions_total{outcome=answered}"] == 1
    assert change["assistant_turn_seconds_count"] == 5
    assert 0 < change["assistant_turn_seconds_sum"] < 10
    assert change["assistant_refused_total{status=400}"] == 1
    assert change["assistant_refused_total{status=404}"] == 1
    assert change["assistant_sends_total{outcome=delivered}"] >= 3


async def test_nothing_of_a_person_is_on_the_page(settings: Settings, connector: LocalConnector, unused_tcp_port: int) -> None:
    async with counted(settings, connector, unused_tcp_port) as chat:
        await chat.says("ask grade 7")
        await chat.deliver(chat.activity("Alex the bursar", text="grade 7"))
        await chat.deliver(chat.activity("invoke", name="of the bursar", value={}))
        assert PERSONAL.findall(await page(unused_tcp_port)) == []


async def test_how_the_outbox_and_the_parts_are_is_told(settings: Settings, connector: LocalConnector, unused_tcp_port: int) -> None:
    async with counted(settings, connector, unused_tcp_port) as chat:
        connector.hanging.add(chat.conversation)
        await chat.deliver(chat.activity(text="grade 5"))
        await connector.begun()
        waits = await samples(unused_tcp_port)
        connector.release()
        await connector.next()
    assert waits["assistant_outbox_messages"] == 1
    assert waits["assistant_outbox_oldest_seconds"] >= 0
    assert waits["assistant_outbox_dead_letters"] == 0
    assert waits["assistant_ready{part=database}"] == 1


@pytest.mark.parametrize(
    ("says", "outcome"),
    [
        ("what is expected at grade 7 for budgets?", "answered"),
        ("xyzzy plugh frotz", "unread"),
        ("who won the football yesterday?", "off_topic"),
    ],
)
async def test_what_becomes_of_a_question_is_counted(settings: Settings, connector: LocalConnector, says: str, outcome: str) -> None:
    before = TALLIES.questions.copy()
    async with talking(settings, connector) as chat:
        await chat.says(says)
    assert TALLIES.questions - before == {outcome: 1}


async def test_without_the_setting_no_port_is_opened(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(*_given: object, **_named: object) -> socket.socket:
        raise AssertionError

    monkeypatch.setattr(socket, "create_server", opened)
    app = make_application(settings, lambda _: FakeAssistant())
    async with TestClient(TestServer(app)) as client:
        assert (await client.get("/metrics")).status == 404


def test_a_port_already_taken_is_named_with_its_own_setting(settings: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(CannotStart, match="ASSISTANT_METRICS_PORT"):
        make_application(settings.model_copy(update={"metrics_port": taken.getsockname()[1]}), lambda _: FakeAssistant())


def test_every_turn_falls_into_one_bucket() -> None:
    tallies = Tallies()
    for seconds in (0.0, 0.001, 0.0011, 9.9, 11.0, 1e9):
        tallies.turn("message", "200", seconds, None)
    assert (sum(tallies.buckets), tallies.buckets[0], tallies.buckets[-1]) == (6, 2, 2)
