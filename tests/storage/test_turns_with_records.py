"""Turns that save and drop records: all or nothing, on the disk before it is said, and run again where somebody else saved first."""

import itertools
from dataclasses import dataclass, field
from functools import partial
from typing import ClassVar

import pytest

from bot.dialogs.reply import Reply
from bot.dialogs.searching import Hits
from bot.dialogs.turn import Pressed, Said, Turn
from bot.people.profile import Profile
from bot.people.records import Body, Clash, Record
from bot.storage.arrival import Arrival, ChannelRequest, Elsewhere, OutboxMessage
from bot.storage.database import Session
from bot.storage.outbox import Outbox
from bot.storage.profiles import load_profile
from bot.storage.records import StoredRecords, save_record
from bot.storage.turns import Turns
from tests.storage.databases import OnALoop


class Tally(Body):
    """A count."""

    kind: ClassVar[str] = "tally"
    count: int = 0


@dataclass
class Counting:
    """Adds one to a tally; `meanwhile` somebody else saves it, so many times, while the answer is made."""

    database: OnALoop
    meanwhile: int = 0
    read: list[int] = field(default_factory=list)
    moments: list[float] = field(default_factory=list)

    def answer(self, turn: Turn) -> Reply:
        """Count, drop the tally, or only look."""
        held = turn.records.find(Tally, "one") or Record("one", Tally())
        word = turn.arrived.text if isinstance(turn.arrived, Said) else "count"
        self.read.append(held.body.count)
        self.moments.append(turn.now.timestamp())
        if self.meanwhile:
            self.meanwhile -= 1
            self.database.meanwhile(partial(_save, of=held.with_(count=held.body.count + 10)))
        if word == "look":
            return Reply(str(held.body.count))
        if word == "drop":
            return Reply("Gone.", drops=(held,))
        twice = (held, held) if word == "twice" else (held,)
        return Reply("Counted.", saves=tuple(each.with_(count=each.body.count + 1) for each in twice), profile=Profile(grade=5))

    def search(self, text: str) -> Hits:
        """Nothing."""
        raise NotImplementedError


def _save(session: Session, of: Record[Tally]) -> None:
    with session.writing(durable=True) as connection:
        save_record(connection, "t", "p", of, 1.0)


def arrival(activity: str, what: Said | Pressed, person: str | None = "p", *, personal: bool = True) -> Arrival:
    return Arrival("t", "c", activity, person, personal=personal, what=what)


def nothing(_reply: Reply) -> None:
    return None


def request_of(reply: Reply, _to: Elsewhere | None = None, /) -> ChannelRequest:
    return ChannelRequest("POST", "https://smba.trafficmanager.net/", {"text": reply.text}, "c", "t")


async def count(database: OnALoop) -> int | None:
    found = await database.run(lambda session: StoredRecords(session.connection, "t", "p").find(Tally, "one"))
    return None if found is None else found.body.count


async def test_a_saved_record_waits_for_the_disk_and_its_confirmation_is_in_the_outbox(database: OnALoop) -> None:
    taken = await Turns(database, Counting(database)).take(arrival("1", Said("count")), nothing, request_of)
    assert taken.message == OutboxMessage("t", "c", 1)
    assert await Outbox(database).pending() == [taken.message]
    assert await count(database) == 1


async def test_a_question_about_a_record_puts_nothing_into_the_outbox(database: OnALoop) -> None:
    taken = await Turns(database, Counting(database)).take(arrival("1", Said("look")), nothing, request_of)
    assert taken.message is None


async def test_what_a_turn_saves_is_saved_at_the_moment_that_its_dialog_was_told(database: OnALoop) -> None:
    ticks = itertools.count(1_800_000_000.123_456_7, 0.25)
    assistant = Counting(database)
    await Turns(database, assistant, lambda: next(ticks)).take(arrival("1", Said("count")), nothing, request_of)
    found = await database.run(lambda session: StoredRecords(session.connection, "t", "p").find(Tally, "one"))
    assert found is not None
    assert [found.saved] == assistant.moments


@pytest.mark.parametrize(("word", "waits"), [("count", 1), ("look", 0)])
async def test_what_is_recorded_waits_for_the_disk_and_a_question_does_not(
    sqlite: OnALoop, monkeypatch: pytest.MonkeyPatch, word: str, waits: int
) -> None:
    waited: list[int] = []
    monkeypatch.setattr("bot.storage.sqlite._sync", waited.append)
    await Turns(sqlite, Counting(sqlite)).take(arrival("1", Said(word)), nothing, request_of)
    assert len(waited) == waits


@pytest.mark.parametrize(("durable", "waits"), [(True, "on"), (False, "off")])
async def test_on_a_server_a_durable_transaction_alone_waits_for_the_disk(postgres: OnALoop, durable: bool, waits: str) -> None:
    def work(session: Session) -> object:
        with session.writing(durable=durable) as connection:
            return connection.exec_driver_sql("SHOW synchronous_commit").scalar_one()

    assert await postgres.run(work) == waits


async def test_a_press_delivered_twice_counts_once(database: OnALoop) -> None:
    turns = Turns(database, Counting(database))
    for _ in range(2):
        await turns.take(arrival("1", Pressed("tally.count", {})), nothing, request_of)
    assert await count(database) == 1


@pytest.mark.parametrize(("word", "expected"), [("count", 31), ("drop", None)])
async def test_a_clash_in_mid_turn_runs_the_turn_again_on_what_is_stored_by_now(database: OnALoop, word: str, expected: int | None) -> None:
    assistant = Counting(database, meanwhile=3)
    await Turns(database, assistant).take(arrival("1", Said(word)), nothing, request_of)
    assert assistant.read == [0, 10, 20, 30]
    assert await count(database) == expected
    assert len(await Outbox(database).pending()) == 1


async def test_where_somebody_else_is_always_first_the_turn_fails_and_nothing_of_it_is_left(database: OnALoop) -> None:
    assistant = Counting(database, meanwhile=9)
    with pytest.raises(Clash):
        await Turns(database, assistant).take(arrival("1", Said("count")), nothing, request_of)
    assert len(assistant.read) == 5
    assert (await count(database), await Outbox(database).pending()) == (50, [])
    assert await database.run(lambda session: load_profile(session.connection, "t", "p")) == Profile()


async def test_a_reply_that_saves_one_record_twice_saves_nothing_of_itself(database: OnALoop) -> None:
    with pytest.raises(Clash):
        await Turns(database, Counting(database)).take(arrival("1", Said("twice")), nothing, request_of)
    assert (await count(database), await Outbox(database).pending()) == (None, [])


@pytest.mark.parametrize(("person", "personal"), [(None, True), ("p", False)])
async def test_of_a_guest_and_in_a_group_nothing_is_read_or_saved(database: OnALoop, person: str | None, personal: bool) -> None:
    await Turns(database, Counting(database)).take(arrival("1", Said("count")), nothing, request_of)
    assistant = Counting(database)
    await Turns(database, assistant).take(arrival("2", Said("count"), person, personal=personal), nothing, request_of)
    assert (assistant.read, await count(database)) == ([0], 1)
