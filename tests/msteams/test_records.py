"""Records through the endpoint: what was saved and not confirmed is confirmed after the next start, and was saved once."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from typing import ClassVar

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot import wiring
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Said, Turn
from bot.msteams.post.patience import Patience
from bot.people.records import Body, Record
from bot.settings import Settings
from bot.wiring import make_application
from tests.chat import Chat
from tests.connector import LocalConnector
from tests.fakes import Knows, card


class Words(Body):
    """What somebody said."""

    kind: ClassVar[str] = "words"
    said: tuple[str, ...] = ()


class Keeps(Knows):
    """Keeps what is said, and what is pressed."""

    def answer(self, turn: Turn) -> Reply:
        """Add it to what was said before."""
        said = turn.arrived.text if isinstance(turn.arrived, Said) else "a press"
        held = turn.records.find(Words, "all") or Record("all", Words())
        kept = held.with_(said=(*held.body.said, said))
        shown = card("Kept.") if said == "a press" else None
        return Reply(f"Kept {len(kept.body.said)}: {said}.", shown, replaces=shown is not None, saves=(kept,))


@asynccontextmanager
async def running(settings: Settings, connector: LocalConnector) -> AsyncIterator[Chat]:
    """A bot that runs until the end of the block."""
    app = make_application(settings, lambda _: Keeps(), Patience(first=0.0))
    async with TestClient(TestServer(app)) as client:
        yield Chat(client, connector)


def kept(settings: Settings) -> list[tuple[str, str, str, int]]:
    """The records in the database of a bot that has ended."""
    with closing(sqlite3.connect(settings.database)) as connection:
        return connection.execute("SELECT tenant, person, body, version FROM record").fetchall()


async def test_what_was_saved_before_an_end_is_there_and_confirmed_after_the_next_start(
    settings: Settings, connector: LocalConnector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wiring, "PATIENCE_AT_SHUTDOWN", 0.1)
    connector.hanging.add("a:chat")
    async with running(settings, connector) as chat:
        said = chat.activity(text="one")
        assert await chat.deliver(said) == (200, {})
        await connector.begun()
    assert kept(settings) == [("a-tenant", "entra-id-of-alex", '{"said": ["one"]}', 1)]
    connector.hanging.clear()
    async with running(settings, connector) as chat:
        assert (await connector.next()).text == "Kept 1: one."
        await chat.deliver(said)
        assert (await chat.says("two", id="another")).text == "Kept 2: two."
    assert [row[3] for row in kept(settings)] == [2]


async def test_a_press_that_saves_is_answered_in_place_and_its_edit_arrives_though_the_channel_fails_at_first(
    settings: Settings, connector: LocalConnector
) -> None:
    async with running(settings, connector) as chat:
        connector.answer(500)
        status, answer = await chat.executes("words.keep")
        edit = await connector.next()
    assert (status, answer["value"]) == (200, card("Kept."))
    assert (edit.method, edit.of, len(connector.refused)) == ("PUT", "the-card", 1)
    assert kept(settings)[0][2] == '{"said": ["a press"]}'


async def test_people_keep_their_own(settings: Settings, connector: LocalConnector) -> None:
    async with running(settings, connector) as chat:
        await chat.says("mine")
        sam = Chat(chat.client, connector, conversation="a:sams", person="sam")
        assert (await sam.says("theirs")).text == "Kept 1: theirs."
    assert sorted(row[1:3] for row in kept(settings)) == [("entra-id-of-alex", '{"said": ["mine"]}'), ("sam", '{"said": ["theirs"]}')]
