"""Several processes on one server: turns of a conversation in order, one effect per activity, and connections that are lost."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.dialogs.reply import Reply
from bot.dialogs.searching import Hits
from bot.dialogs.turn import Said, Turn
from bot.people.profile import Profile
from bot.people.records import Record
from bot.settings import CannotStart
from bot.storage.arrival import Arrival
from bot.storage.database import Database, DatabaseGone, NotWritten, Session
from bot.storage.due_reminders import DueReminders
from bot.storage.postgres import PostgresDatabase
from bot.storage.profiles import load_profile, save_profile
from bot.storage.retention import Purge
from bot.storage.tables import audit, outbox
from bot.storage.turns import Turns
from tests.postgres import Server
from tests.storage.databases import OnALoop, on_a_loop
from tests.storage.living import BEGAN, WISHES, Life, entry, request_of
from tests.storage.test_turns_with_records import Tally


@dataclass
class Counts:
    """Adds one to a tally, and to the profile's version."""

    read: list[int] = field(default_factory=list)

    def answer(self, turn: Turn) -> Reply:
        """Count."""
        held = turn.records.find(Tally, "one") or Record("one", Tally())
        self.read.append(held.body.count)
        return Reply(f"{held.body.count + 1}", saves=(held.with_(count=held.body.count + 1),))

    def search(self, text: str) -> Hits:
        """Nothing."""
        raise NotImplementedError


@pytest.fixture
def places(postgres: OnALoop) -> list[OnALoop]:
    """The database as two processes see it."""
    assert postgres.another is not None
    return [postgres, postgres.another]


def says(activity: str) -> Arrival:
    return Arrival("t", "c", activity, "p", personal=True, what=Said("count"))


def nothing(_reply: Reply) -> None:
    return None


async def texts(database: Database) -> list[str]:
    bodies = await database.run(lambda session: list(session.connection.execute(select(outbox.c.body).order_by(outbox.c.number)).scalars()))
    return [body["text"] for body in bodies]


async def test_turns_of_one_conversation_at_two_processes_come_one_after_the_other(places: list[OnALoop]) -> None:
    assistants = [Counts(), Counts()]
    turns = [Turns(place, assistant) for place, assistant in zip(places, assistants, strict=True)]
    await asyncio.gather(*(turns[number % 2].take(says(str(number)), nothing, request_of) for number in range(40)))
    assert await texts(places[0]) == [str(number + 1) for number in range(40)]
    assert sorted(assistants[0].read + assistants[1].read) == list(range(40)), "no turn ran twice: each waited for the one before it"


async def test_an_activity_delivered_at_both_has_one_effect(places: list[OnALoop]) -> None:
    turns = [Turns(place, Counts()) for place in places]
    taken = await asyncio.gather(*(each.take(says("same"), lambda reply: reply.text, request_of) for each in turns * 10))
    assert sum(each.reply is not None for each in taken) == 1
    assert {each.answer for each in taken} == {"1"}
    assert await texts(places[0]) == ["1"]


async def test_a_reminder_is_sent_by_one_of_two_that_look_at_once(places: list[OnALoop]) -> None:
    life = Life(places[0])
    await life.comes(saves=(WISHES, entry(day=(BEGAN + timedelta(days=30)).date())))
    life.waits(days=30)
    jobs = [DueReminders(place, clock=life.clock) for place in places]
    batches = [batch for job in jobs for batch in await job.due()]
    sent = await asyncio.gather(*(job.send(batch, request_of(batch.reply)) for job in jobs for batch in batches))
    assert (len(batches), sum(message is not None for message in sent)) == (2, 1)


async def test_two_purges_at_once_leave_one_line_about_whoever_went(places: list[OnALoop]) -> None:
    life = Life(places[0])
    jobs = [Purge(place, clock=life.clock) for place in places]
    await jobs[0].run()
    await life.comes(address=False)
    life.waits(days=1000)
    await jobs[0].run(trusting=True)
    await asyncio.gather(*(job.run(trusting=True) for job in jobs))
    lines = await places[0].run(lambda session: list(session.connection.execute(select(audit.c.done, audit.c.what))))
    assert [tuple(line) for line in lines] == [("purged", "everything")]


def grade(session: Session) -> int | None:
    return load_profile(session.connection, "t", "p").grade


def save(session: Session) -> None:
    with session.writing(durable=True) as connection:
        save_profile(connection, "t", "p", Profile(grade=5, version=load_profile(connection, "t", "p").version), 1.0)


@pytest.fixture(scope="module")
def own() -> Iterator[Server]:
    """A server that a test may stop."""
    with Server() as started:
        yield started


@pytest.fixture
def on_own(server: Server, own: Server) -> Iterator[OnALoop]:
    """A database on it."""
    with on_a_loop(lambda: PostgresDatabase(own.address())) as opened:
        yield opened


async def test_a_connection_that_is_cut_costs_nothing(postgres: OnALoop) -> None:
    assert postgres.another is not None
    await postgres.run(save)

    def cut(session: Session) -> None:
        session.connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()"
        )

    await postgres.another.run(cut)
    assert await postgres.run(grade) == 5


@pytest.mark.parametrize("ends", [Server.stop, Server.kill])
async def test_a_restart_of_the_server_is_waited_out(own: Server, on_own: OnALoop, ends: Callable[[Server], None]) -> None:
    await on_own.run(save)
    ends(own)
    working = asyncio.gather(on_own.run(save), *(on_own.run(grade) for _ in range(5)))
    await asyncio.to_thread(own.start)
    assert (await working)[-1] == 5


async def test_a_commit_whose_answer_was_lost_has_one_effect_and_its_reply_is_not_lost(postgres: OnALoop) -> None:
    turns, cut = Turns(_Forgetful(postgres), Counts()), says("same")
    taken = await turns.take(cut, lambda reply: reply.text, request_of)
    assert (taken.reply, taken.answer) == (None, "1")
    assert await texts(postgres) == ["1"], "and whoever looks for what nobody sends finds it"


class _Forgetful:
    """A database that loses the connection once, after it has stored what it was told to."""

    shared = True

    def __init__(self, database: OnALoop) -> None:
        self._database = database

    async def __aenter__(self) -> "_Forgetful":
        return self

    async def __aexit__(self, *_reason: object) -> None: ...

    async def run(self, work: Callable[[Session], object]) -> object:
        """Twice: what came of it the first time was not heard."""
        await self._database.run(work)
        return await self._database.run(work)


async def test_a_server_that_takes_nothing_says_so_and_what_was_there_is_there(on_own: OnALoop, own: Server) -> None:
    await on_own.run(save)
    own.program("psql", "-d", "assistant", "-c", "ALTER DATABASE assistant SET default_transaction_read_only = on")
    own.program("psql", "-d", "postgres", "-c", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'assistant'")
    with pytest.raises(NotWritten):
        await on_own.run(save)
    assert await on_own.run(grade) == 5
    own.program("psql", "-d", "postgres", "-c", "ALTER DATABASE assistant RESET default_transaction_read_only")


@pytest.mark.parametrize(
    ("name", "user", "reason"), [("nowhere", None, 'database "nowhere" does not exist'), ("assistant", "stranger", "stranger")]
)
async def test_a_server_that_lets_nobody_in_is_a_reason_not_to_start(server: Server, name: str, user: str | None, reason: str) -> None:
    address = server.address(name)
    if user:
        address = type(address)(user, address.host, address.port, address.name, address.tls)
    with pytest.raises(CannotStart, match=reason):
        async with PostgresDatabase(address):
            pass


async def test_a_server_that_is_not_there_is_a_reason_not_to_start(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.storage.postgres.PATIENCE", 0.0)
    address = server.address()
    with pytest.raises(CannotStart, match="See that the server runs"):
        async with PostgresDatabase(type(address)(address.user, address.host, 1, address.name, address.tls)):
            pass


async def test_where_the_server_stays_away_the_work_fails_with_what_happened(
    own: Server, on_own: OnALoop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.postgres.PATIENCE", 0.0)
    own.stop()
    try:
        with pytest.raises(DatabaseGone):
            await on_own.run(grade)
    finally:
        own.start()


async def test_processes_that_start_at_once_migrate_once(server: Server) -> None:
    server.program("createdb", "beginning")
    databases = [PostgresDatabase(server.address("beginning")) for _ in range(5)]
    entered = await asyncio.gather(*(database.__aenter__() for database in databases))
    assert (
        await entered[0].run(lambda session: session.connection.exec_driver_sql("SELECT count(*) FROM alembic_version").scalar_one()) == 1
    )
    for database in databases:
        await database.__aexit__()
    server.program("dropdb", "beginning")
