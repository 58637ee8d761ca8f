"""ChannelRequest: tries again where that may help, in order, and gives up where it may not."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.msteams.post import connector as channel
from bot.msteams.post import delivery
from bot.msteams.post.connector import Connector
from bot.msteams.post.credentials import NoToken
from bot.msteams.post.outgoing import MOST_WAITING, Outgoing
from bot.msteams.post.patience import Patience
from bot.phrases.en import edge
from bot.settings import Settings
from bot.storage.arrival import ChannelRequest
from bot.storage.outbox import Outbox
from bot.storage.sqlite import SqliteDatabase
from tests.chat import Chat
from tests.connector import LocalConnector

NO_PAUSE = Patience(first=0.0)


@pytest.mark.parametrize("status", [412, 429, 502, 503, 504])
async def test_a_busy_channel_is_tried_again(chat: Chat, status: int) -> None:
    chat.connector.answer(status, status)
    assert (await chat.says("good morning")).text == "You said good morning."
    assert len(chat.connector.refused) == 2


@pytest.mark.parametrize("status", [400, 401, 403, 404, 413, 500])
async def test_a_refusal_is_not_tried_again_and_the_next_reply_is_sent(chat: Chat, status: int) -> None:
    chat.connector.answer(*[status] * (2 if status == 401 else 1))
    await chat.deliver(chat.activity(text="lost"))
    assert (await chat.says("good morning")).text == "You said good morning."
    assert {sent.text for sent in chat.connector.refused} == {"You said lost."}


async def test_replies_stay_in_order_while_one_is_tried_again(chat: Chat) -> None:
    chat.connector.answer(503, 503, 503)
    for said in ("one", "two", "grade 3", "four"):
        await chat.deliver(chat.activity(text=said))
    told = [(await chat.connector.next()).text for _ in range(4)]
    assert told == ["You said one.", "You said two.", "Noted: grade 3.", "You said four."]


async def test_it_is_given_up_after_a_few_tries(chat: Chat) -> None:
    chat.connector.answer(*[503] * Patience().tries)
    await chat.deliver(chat.activity(text="lost"))
    assert (await chat.says("found")).text == "You said found."
    assert len(chat.connector.refused) == Patience().tries


async def test_a_dropped_connection_is_tried_again(chat: Chat) -> None:
    chat.connector.drop(taken=False)
    assert (await chat.says("good morning")).text == "You said good morning."
    assert len(chat.connector.refused) == 1


async def test_no_turn_waits_for_the_channel(chat: Chat) -> None:
    chat.connector.hanging.add(chat.conversation)
    answered = await asyncio.gather(*(chat.deliver(chat.activity(text=str(number))) for number in range(20)))
    assert answered == [(200, {})] * 20
    chat.connector.release()
    assert sorted([(await chat.connector.next()).text for _ in range(20)]) == sorted(f"You said {number}." for number in range(20))


async def test_a_conversation_that_hangs_delays_no_other_and_64_are_answered_side_by_side(chat: Chat) -> None:
    people = [Chat(chat.client, chat.connector, conversation=f"a:{number}") for number in range(64)]
    chat.connector.hanging.update(person.conversation for person in people)
    for person in people:
        await person.deliver(person.activity(text="hello"))
    assert len({(await chat.connector.begun()).conversation for _ in people}) == 64
    assert (await chat.says("good morning")).conversation == chat.conversation
    chat.connector.release()


def test_a_retry_after_is_never_undercut_and_the_outbox_waits_a_day_for_it_and_no_longer() -> None:
    assert Patience(first=0.0).pause(1, 7.0) == 7.0
    assert Patience(first=1.0).pause(1, 7.0) > 7.0
    assert Patience(longest=5.0).pause(1, 7.0) is None
    assert Patience(first=0.0).lasting().pause(9, 86400.0) == 86400.0
    assert Patience().lasting().pause(1, 86401.0) is None
    assert Patience().lasting().pause(10, 0.0) is None


def test_a_pause_is_anything_between_nothing_and_a_bound_that_grows() -> None:
    pauses = [[Patience().pause(tried, 0.0) for _ in range(200)] for tried in (1, 2, 3, 4)]
    for bound, drawn in zip((0.5, 1.0, 2.0, 4.0), pauses, strict=True):
        assert 0 <= min(drawn) < bound / 4
        assert bound * 3 / 4 < max(drawn) <= bound


@pytest.mark.parametrize("value", ["0", "-3", "soon", "", "inf", "nan", "Sat, 01 Jan 2000 00:00:00 GMT", "Sat, 01 Jan 2000 00:00:00 -0000"])
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


@pytest.fixture
async def outbox(settings: Settings) -> AsyncIterator[Outbox]:
    """An empty outbox."""
    database = SqliteDatabase(settings.database)
    yield Outbox(database)
    database.close()


def to(channel: LocalConnector, conversation: str = "a:chat", method: str = "POST", text: str = "hello") -> ChannelRequest:
    """Something to send."""
    return ChannelRequest(method, f"{channel.url}v3/conversations/{conversation}/activities", {"text": text}, conversation)


@pytest.mark.parametrize(("method", "tries"), [("POST", 1), ("PUT", 3)])
async def test_what_may_have_arrived_is_not_shown_twice_while_an_edit_may_be_sent_again(
    outbox: Outbox, connector: LocalConnector, monkeypatch: pytest.MonkeyPatch, method: str, tries: int
) -> None:
    monkeypatch.setattr(channel, "_TIMEOUT", aiohttp.ClientTimeout(total=0.1))
    connector.hanging.add("a:chat")
    async with Connector() as session:
        outgoing = Outgoing(session, outbox, Patience(tries=3, first=0.0))
        outgoing.put(to(connector, method=method))
        outgoing.put(to(connector, method="DELETE", text="last"))
        begun = [(await connector.begun()).body["text"] for _ in range(tries + 1)]
        await outgoing.finish(5.0)
    assert begun == ["hello"] * tries + ["last"]


async def test_a_message_that_was_taken_is_not_repeated_because_its_answer_breaks_off(chat: Chat) -> None:
    chat.connector.drop(taken=True, after_status=True)
    await chat.says("one")
    assert (await chat.says("two")).text == "You said two."


async def test_a_redirect_is_not_followed(chat: Chat) -> None:
    chat.connector.answer(307, Location=f"{chat.connector.url}v3/conversations/elsewhere/activities")
    await chat.deliver(chat.activity(text="lost"))
    await chat.deliver(chat.activity(text="found"))
    assert [(await chat.connector.begun()).conversation for _ in range(2)] == [chat.conversation] * 2


@dataclass
class Tokens:
    """Credentials with a token of their own after each refusal."""

    refusals: int = 0
    missing: int = 0

    async def authorization(self) -> str:
        """The token."""
        if self.missing:
            self.missing -= 1
            raise NoToken("not yet")
        return f"Bearer {self.refusals}"

    async def refused(self) -> None:
        """The channel did not take it."""
        self.refusals += 1


async def test_a_refused_token_is_renewed_once_and_the_message_sent_with_the_fresh_one(outbox: Outbox, connector: LocalConnector) -> None:
    connector.answer(401)
    async with Connector(Tokens()) as session:
        Outgoing(session, outbox, NO_PAUSE).put(to(connector))
        assert [(await connector.begun()).authorization for _ in range(2)] == ["Bearer 0", "Bearer 1"]
        await connector.next()


async def test_a_fresh_token_that_is_refused_too_is_given_up(outbox: Outbox, connector: LocalConnector) -> None:
    connector.answer(401, 401)
    tokens = Tokens()
    async with Connector(tokens) as session:
        outgoing = Outgoing(session, outbox, NO_PAUSE)
        outgoing.put(to(connector, text="lost"))
        outgoing.put(to(connector, text="found"))
        assert (await connector.next()).text == "found"
    assert tokens.refusals == 1


async def test_nothing_is_sent_without_a_token_and_all_once_there_is_one(outbox: Outbox, connector: LocalConnector) -> None:
    async with Connector(Tokens(missing=2)) as session:
        Outgoing(session, outbox, NO_PAUSE).put(to(connector))
        assert (await connector.begun()).authorization == "Bearer 0"


async def test_the_id_of_a_new_message_is_told(outbox: Outbox, connector: LocalConnector) -> None:
    ids: asyncio.Queue[str] = asyncio.Queue()
    async with Connector() as session:
        outgoing = Outgoing(session, outbox)
        outgoing.put(to(connector), ids.put_nowait)
        outgoing.put(await outbox.write(to(connector)), ids.put_nowait)
        taken = [(await connector.next()).id for _ in range(2)]
        assert [await asyncio.wait_for(ids.get(), 5) for _ in range(2)] == taken


async def test_of_too_many_that_wait_the_oldest_answers_are_dropped(outbox: Outbox, connector: LocalConnector) -> None:
    connector.hanging.add("a:chat")
    async with Connector() as session:
        outgoing = Outgoing(session, outbox)
        outgoing.put(to(connector, text="first"))
        await connector.begun()
        outgoing.put(await outbox.write(to(connector, text="on record")))
        with capture_logs() as logs:
            for number in range(MOST_WAITING + 5):
                outgoing.put(to(connector, text=str(number)))
        connector.release()
        told = [(await connector.next()).text for _ in range(MOST_WAITING + 1)]
    assert told == ["first", "on record", *(str(number) for number in range(6, MOST_WAITING + 5))]
    assert [log["event"] for log in logs] == ["not sent"] * 6


async def test_an_answer_that_nobody_waits_for_any_more_is_not_sent(
    outbox: Outbox, connector: LocalConnector, monkeypatch: pytest.MonkeyPatch
) -> None:
    connector.hanging.add("a:chat")
    async with Connector() as session:
        outgoing = Outgoing(session, outbox)
        outgoing.put(to(connector, text="first"))
        outgoing.put(to(connector, text="stale"))
        await connector.begun()
        monkeypatch.setattr(delivery, "STALE", 0.0)
        with capture_logs() as logs:
            connector.release()
            await outgoing.finish(5.0)
    assert [(log["event"], log.get("reason")) for log in logs] == [("not sent", "nobody waits for it any more")]


async def test_what_is_given_up_at_shutdown_is_logged(outbox: Outbox, unused_tcp_port: int) -> None:
    async with Connector() as session:
        outgoing = Outgoing(session, outbox, Patience(first=60.0))
        outgoing.put(ChannelRequest("POST", f"http://127.0.0.1:{unused_tcp_port}/", {}, "a:chat"))
        with capture_logs() as logs:
            await outgoing.finish(0.1)
    assert {"event": "given up at shutdown", "conversations": 1, "log_level": "warning"} in logs
