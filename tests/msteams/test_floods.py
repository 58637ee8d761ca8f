"""Whoever sends more than people do: told once a minute, not read meanwhile, and nobody else waits for them."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.metrics import TALLIES
from bot.msteams import floods
from bot.msteams.floods import MOST_SENDERS, MOST_TENANTS, PLACES, TOLD_EVERY, WINDOW, Floods
from bot.msteams.held_off import HeldOff
from bot.msteams.post.patience import Patience
from bot.phrases.en import edge
from bot.settings import Settings
from bot.storage.arrival import ChannelRequest
from bot.wiring import make_application
from tests.chat import Chat
from tests.connector import LocalConnector
from tests.fakes import FakeAssistant
from tests.msteams.door import Clock

MOST = 30
AT_ONCE = 26  # of 100 a second: what may be ahead of the pace, and one
EDITED = {"tenant": {"id": "a-tenant"}, "eventType": "editMessage"}
PRESS = {"action": {"type": "Action.Execute", "verb": "next", "data": {}}, "trigger": "manual"}
REFRESH = PRESS | {"trigger": "automatic"}
CONSENT = {"action": "decline", "context": {"secret": "0" * 32, "document": "plan", "record": ""}}


@dataclass
class Gate:
    """The gate with a clock, before somebody who counts what comes through and answers when the test lets them."""

    clock: Clock = field(default_factory=Clock)
    came: list[dict[str, Any]] = field(default_factory=list)
    sent: list[ChannelRequest] = field(default_factory=list)
    open: asyncio.Event = field(default_factory=asyncio.Event)
    a_second: int = 200

    def __post_init__(self) -> None:
        self.open.set()
        self.gate = HeldOff(self, Floods(MOST, self.a_second, self.clock), self.sent.append)
        self.chat = Chat(None, type("Nowhere", (), {"url": "http://127.0.0.1:9/"})())  # type: ignore[arg-type]  # nothing is sent

    async def process(self, shaped: dict[str, Any]) -> None:
        """Something came through."""
        self.came.append(shaped)
        await self.open.wait()

    async def gets(self, *activities: dict[str, Any]) -> list[Any]:
        """What arrives at once; the answers."""
        return await asyncio.gather(*(self.gate.process(each) for each in activities))

    async def says(self, times: int, **members: Any) -> list[Any]:
        """One message after the other."""
        return [(await self.gets(self.chat.activity(**{"text": "hello"} | members)))[0] for _ in range(times)]

    async def invokes(self, name: str, value: Any, **members: Any) -> Any:
        """The body of what an invoke is answered by the gate; None where it came through."""
        (answer,) = await self.gets(self.chat.activity("invoke", name=name, value=value, **members))
        return answer and answer.body


@pytest.fixture
async def strict(settings: Settings, assistant: FakeAssistant, connector: LocalConnector) -> AsyncIterator[Chat]:
    """Alex in a chat with a bot that has its usual limits."""
    usual = Settings.model_fields["most_of_a_person"].default
    limited = settings.model_copy(update={"most_of_a_person": usual})
    app = make_application(limited, lambda _: assistant, Patience(first=0.0))
    async with TestClient(TestServer(app)) as client:
        yield Chat(client, connector)


async def test_of_a_burst_a_person_is_told_once_and_the_rest_takes_no_turn(strict: Chat, assistant: FakeAssistant) -> None:
    burst = [strict.activity(text="hello") for _ in range(200)]
    assert await asyncio.gather(*map(strict.deliver, burst)) == [(200, {})] * 200
    taken = len(assistant.turns)
    assert 10 <= taken <= MOST
    said = [(await strict.connector.next()).text for _ in range(taken + 1)]
    assert said.count(edge.TOO_MANY) == 1
    assert strict.connector.taken() == []


async def test_nobody_else_is_held_off(strict: Chat, assistant: FakeAssistant) -> None:
    await asyncio.gather(*(strict.deliver(strict.activity(text="hello")) for _ in range(200)))
    taken = len(assistant.turns)
    for _ in range(taken + 1):
        await strict.connector.next()
    sam = replace(strict, conversation="a:sam", person="entra-id-of-sam")
    assert (await sam.says("good morning")).text == "You said good morning."


async def test_a_record_saved_before_the_burst_ends_is_told_and_all_else_is_owned_up_to(strict: Chat, assistant: FakeAssistant) -> None:
    """Of every press either its effect is there, or its own answer says that it changed nothing."""
    answers = await asyncio.gather(*(strict.executes("keep", {"grade": 6}) for _ in range(100)))
    refused = [answer for _, answer in answers if answer["value"] == edge.TOO_MANY_PRESSES]
    assert len(refused) + len(assistant.turns) == 100
    assert {status for status, _ in answers} == {200}
    assert refused


async def test_thirty_in_ten_seconds_come_through_and_no_more() -> None:
    gate = Gate()
    await gate.says(MOST + 5)
    assert len(gate.came) == MOST
    gate.clock.now += WINDOW
    await gate.says(1)
    assert len(gate.came) == MOST + 1


async def test_a_minute_later_they_are_told_again_and_in_another_chat_at_once() -> None:
    gate = Gate()
    await gate.says(MOST + 5)
    gate.chat.conversation = "a:other"
    await gate.says(5)
    assert [sent.conversation for sent in gate.sent] == ["a:chat", "a:other"]
    gate.clock.now += TOLD_EVERY
    await gate.says(MOST + 5)
    assert [sent.conversation for sent in gate.sent] == ["a:chat", "a:other", "a:other"]
    assert {sent.body["text"] for sent in gate.sent if sent.body} == {edge.TOO_MANY}


async def test_each_press_and_search_has_its_own_answer_and_what_can_have_none_is_told_in_the_chat() -> None:
    gate = Gate()
    await gate.says(MOST)
    assert (await gate.invokes("adaptiveCard/action", PRESS))["value"] == edge.TOO_MANY_PRESSES
    assert gate.sent == []
    assert await gate.invokes("fileConsent/invoke", CONSENT) == {}
    assert [sent.body["text"] for sent in gate.sent if sent.body] == [edge.TOO_MANY]
    for _ in range(MOST):
        assert await gate.invokes("composeExtension/query", {}) is None
    assert (await gate.invokes("composeExtension/query", {}))["composeExtension"]["text"] == edge.TOO_MANY_SEARCHES


async def test_what_a_client_asks_for_by_itself_takes_no_room_of_what_the_person_does() -> None:
    gate = Gate()
    for _ in range(MOST + 5):
        await gate.invokes("adaptiveCard/action", REFRESH)
    await gate.says(1)
    assert len(gate.came) == MOST + 1


async def test_what_is_delivered_again_counts_once_and_comes_through_however_many_wait() -> None:
    gate = Gate()
    same = gate.chat.activity(text="hello")
    await gate.gets(*[same] * 100)
    await gate.says(MOST - 1)
    await gate.says(1)
    assert (len(gate.came), len(gate.sent)) == (100 + MOST - 1, 1)
    await gate.gets(same)
    assert len(gate.came) == 100 + MOST


async def test_edits_of_one_message_count_each() -> None:
    gate = Gate()
    await gate.gets(*(gate.chat.activity("messageUpdate", id="one", text=str(number), channelData=EDITED) for number in range(50)))
    assert len(gate.came) == MOST


async def test_few_may_wait_at_once_and_room_is_made_when_they_end() -> None:
    gate = Gate()
    gate.open.clear()
    waiting = asyncio.gather(*(gate.gate.process(gate.chat.activity(text="hello")) for _ in range(MOST)))
    for _ in range(10):
        await asyncio.sleep(0)
    assert len(gate.came) == 10
    gate.open.set()
    await waiting
    await gate.says(1)
    assert len(gate.came) == 11


async def test_installations_always_pass_and_guests_are_counted_by_their_chat() -> None:
    gate = Gate()
    gate.chat.person = None
    await gate.says(MOST + 5)
    await gate.gets(gate.chat.installs(), gate.chat.begins())
    assert len(gate.came) == MOST + 2
    gate.chat.conversation = "a:another guest"
    await gate.says(1)
    assert len(gate.came) == MOST + 3


def of_many(gate: Gate, number: int, tenant: str = "flooding") -> list[dict[str, Any]]:
    """A message of each of many people of a tenant."""
    people = [replace(gate.chat, conversation=f"a:{tenant}{each}", person=f"{tenant}{each}") for each in range(number)]
    return [each.activity(text="hello", channelData={"tenant": {"id": tenant}}) for each in people]


async def test_of_a_tenant_that_floods_few_turns_are_taken_at_once_and_others_pass() -> None:
    gate = Gate()
    gate.open.clear()
    flood = asyncio.gather(*map(gate.gate.process, of_many(gate, 500)))
    calm = asyncio.gather(*map(gate.gate.process, of_many(gate, 20, "calm")))
    for _ in range(20):
        await asyncio.sleep(0)
    of_flood = [each for each in gate.came if each["channelData"]["tenant"]["id"] == "flooding"]
    assert len(gate.came) - len(of_flood) == 20
    assert len(of_flood) <= gate.a_second * floods.AHEAD + PLACES + 2
    gate.open.set()
    await asyncio.gather(flood, calm)
    assert (len(gate.came), gate.sent) == (520, [])


async def test_who_would_wait_for_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floods, "LONGEST_WAIT", 0.05)
    gate = Gate(a_second=100)
    gate.open.clear()
    counted = TALLIES.held["busy"]
    flood = [asyncio.create_task(gate.gate.process(each)) for each in of_many(gate, 100)]
    with capture_logs() as logged:
        for refused in islice(asyncio.as_completed(flood), 100 - AT_ONCE - PLACES):
            await refused
    assert {sent.body["text"] for sent in gate.sent if sent.body} == {edge.BUSY}
    assert TALLIES.held["busy"] - counted == len(gate.sent) == 70
    assert "a:flooding" not in str(logged)
    gate.open.set()
    await asyncio.gather(*flood)


async def test_a_flood_is_counted_and_logged_once_without_anybodys_id() -> None:
    gate, counted = Gate(), TALLIES.held["too_many"]
    with capture_logs() as logged:
        await gate.says(MOST + 50)
    assert TALLIES.held["too_many"] - counted == 50
    (line,) = logged
    assert (line["event"], "alex" in str(line).lower()) == ("flood", False)


def test_what_is_known_of_senders_and_tenants_has_an_end() -> None:
    clock = Clock()
    known = Floods(MOST, 200, clock)
    for number in range(MOST_SENDERS + 500):
        known.lets((f"t{number}", "somebody", "acts"), number)
        known._pace(f"t{number}")
    assert len(known._senders) == MOST_SENDERS
    assert len(known._tenants) == MOST_TENANTS
    clock.now += WINDOW
    for number in range(MOST_SENDERS):
        known.lets(("t", "one", "acts"), number)
    assert len(known._senders) == 1


@given(st.lists(st.floats(0.0, 3.0), max_size=200), st.integers(10, 40))
def test_in_no_ten_seconds_are_more_taken_than_the_setting_says(gaps: list[float], most: int) -> None:
    clock, taken = Clock(), []
    known = Floods(most, 200, clock)
    for number, gap in enumerate(gaps):
        clock.now += gap
        if known.lets(("t", "somebody", "acts"), number):
            taken.append(clock.now)
    assert all(at - taken[place - most] >= WINDOW for place, at in enumerate(taken) if place >= most)
