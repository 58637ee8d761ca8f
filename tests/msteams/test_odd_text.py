"""Text and ids that a database, an address or a card might stumble over: on both databases alike."""

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from structlog.testing import capture_logs

from bot.msteams.post.patience import Patience
from bot.settings import Settings
from bot.wiring import make_application
from tests.chat import BOT, Chat
from tests.connector import LocalConnector
from tests.msteams.talking import shipped
from tests.postgres import Server

ODD = (
    "\u202eI mended it\u202c",
    "\u200b\u200d\u2060zero width",
    "\ufeffbegins with a mark",
    "control \x01\x02\x0b\x7f\x85",
    "no character \uffff \U0010ffff",
    "e" + "\u0301" * 100,
    "\U0001f468\u200d\U0001f527 and \u0661\u0662",
    "&#0;&#xD800;&lt;b&gt;",
    "backslash \\u0000 \\x00",
    "'; drop table record; --",
    "%s %(a)s {0} {a.__class__}",
    "=HYPERLINK(1) @SUM(1) +1",
    "{{DATE(2017-02-14T06:00:00Z,SHORT)}} ${x} {% x %}",
    "<at>Career assistant</at> <script>x</script> [a](https://evil.example)",
    "lines \u2028 and \u2029 of others",
)
PLACES = ("conversation", "id", "tenant", "person", "sender", "assistant")


@pytest.fixture(params=["sqlite", "postgresql"])
async def odd(request: pytest.FixtureRequest, settings: Settings, connector: LocalConnector) -> AsyncIterator[Chat]:
    """Alex in a chat with the real assistant, on each database."""
    if request.param == "sqlite":
        async with _talking(settings, connector) as chat:
            yield chat
        return
    server: Server = request.getfixturevalue("server")
    server.program("createdb", "odd")
    try:
        async with _talking(Settings(**(settings.model_dump() | {"database": server.url("odd")}), _env_file=None), connector) as chat:
            yield chat
    finally:
        server.program("dropdb", "--force", "odd")


@asynccontextmanager
async def _talking(settings: Settings, connector: LocalConnector) -> AsyncIterator[Chat]:
    app = make_application(settings, lambda _: shipped(), Patience(first=0.0))
    async with TestClient(TestServer(app)) as client:
        yield Chat(client, connector)


def _at(chat: Chat, place: str, id_: str, text: str) -> dict[str, Any]:
    """A message that has the id at that place."""
    match place:
        case "conversation":
            return replace(chat, conversation=id_).activity(text=text, id="m")
        case "id":
            return chat.activity(text=text, id=id_)
        case "tenant":
            return chat.activity(text=text, channelData={"tenant": {"id": id_}}, conversation={"id": "a:x", "tenantId": id_})
        case "person":
            return replace(chat, person=id_).activity(text=text)
        case "sender":
            return chat.activity(text=text, **{"from": {"id": id_, "aadObjectId": "x"}})
        case _:
            return chat.activity(text=text, recipient={"id": id_ or BOT})


async def test_what_people_write_is_taken_whatever_letters_it_has(odd: Chat) -> None:
    with capture_logs() as logged:
        for number, text in enumerate(ODD):
            status, answer = await odd.executes("evidence.keep", {"of": "lancaster", "nonce": f"n{number}", "text": text, "shows": "-"})
            assert (status, "went wrong" in str(answer)) == (200, False), text
            await odd.connector.next()
            assert (await odd.deliver(odd.activity(text=text, **{"from": {"id": "29:alex", "name": text, "aadObjectId": "x"}})))[0] == 200
    assert not [line for line in logged if line["log_level"] in ("error", "critical")]


@pytest.mark.parametrize("place", PLACES)
async def test_an_id_is_taken_whole_or_refused(odd: Chat, place: str) -> None:
    chance = random.Random(7)
    with capture_logs() as logged:
        for longest, characters in ((512, range(0x61, 0x7B)), (170, range(0x4E00, 0x9FFF)), (128, range(0x10400, 0x1F900))):
            id_ = "".join(chr(chance.choice(characters)) for _ in range(longest))
            for text in ("I'm grade 5", "log evidence: I mended it", "grade 7"):
                assert await odd.deliver(_at(odd, place, id_, text)) == (200, {})
            status, answer = await odd.deliver(_at(odd, place, id_ + chr(characters[0]) * 2, "hello"))
            assert (status, "at most 512" in answer["error"]) == (400, True)
    assert not [line for line in logged if line["log_level"] in ("error", "critical")]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("broken", ["\x00", "a\x00b", "\ud800", "\udfff\ud800", "."])
async def test_an_id_with_what_no_database_holds_is_refused(chat: Chat, place: str, broken: str) -> None:
    status, answer = await chat.deliver(_at(chat, place, broken, "hello"))
    assert status == 400
    assert answer["error"]
    assert chat.connector.taken() == []
