"""Files on offer: taken once, in time, by whoever knows the secret, of which the database knows only the hash."""

import asyncio
from dataclasses import dataclass
from hashlib import sha256

import pytest

from bot.dialogs.reply import Download
from bot.storage.audit import deeds
from bot.storage.database import Database, Session
from bot.storage.downloads import Downloads, Offered, offer, purge
from bot.storage.forgetting import forget_person

SECRET = "0123456789abcdef" * 2
PLAN = Download("plan", "", "Plan.docx", SECRET)
OFFERED = Offered("t", "alex", "plan", "", "Plan.docx")


@dataclass
class Clock:
    """Seconds that pass when a test says so."""

    now: float = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def downloads(database: Database, clock: Clock) -> Downloads:
    """The offers of a database in which Alex was offered a plan."""

    def work(session: Session) -> None:
        with session.writing(durable=True) as connection:
            offer(connection, "t", "alex", PLAN, clock.now)

    await database.run(work)
    return Downloads(database, clock)


async def test_it_is_taken_once_by_one_of_many_and_the_audit_knows(downloads: Downloads, database: Database) -> None:
    assert await downloads.find(SECRET) == OFFERED
    taken = await asyncio.gather(*(downloads.take(SECRET, OFFERED) for _ in range(5)))
    assert sorted(taken) == [False] * 4 + [True]
    assert await downloads.find(SECRET) is None
    lines = await database.run(lambda session: deeds(session.connection, "t", "alex"))
    assert [(line.done, line.what, line.by) for line in lines] == [("exported", "plan", "themselves")]


@pytest.mark.parametrize(("seconds", "stands"), [(0.0, True), (899.9, True), (900.0, False), (100_000.0, False)])
async def test_it_stands_for_a_quarter_of_an_hour(downloads: Downloads, clock: Clock, seconds: float, stands: bool) -> None:
    clock.now += seconds
    assert (await downloads.find(SECRET) is not None) == stands
    assert await downloads.take(SECRET, OFFERED) == stands


@pytest.mark.parametrize(
    "secret", ["", "0" * 32, SECRET.upper(), SECRET + "0", sha256(SECRET.encode()).hexdigest(), "\ud800", "' OR 1=1 --"]
)
async def test_another_secret_finds_nothing(downloads: Downloads, secret: str) -> None:
    assert await downloads.find(secret) is None
    assert not await downloads.take(secret, OFFERED)


async def test_the_database_does_not_know_the_secret(downloads: Downloads, database: Database) -> None:
    rows = await database.run(lambda session: list(session.connection.exec_driver_sql("SELECT * FROM download")))
    assert SECRET not in str(rows)
    assert sha256(SECRET.encode()).hexdigest() in str(rows)


async def test_it_is_forgotten_a_day_after_it_ran_out_and_with_the_person(downloads: Downloads, database: Database, clock: Clock) -> None:
    def left(session: Session) -> int:
        return int(session.connection.exec_driver_sql("SELECT count(*) FROM download").scalar_one())

    def purged(session: Session, at: float) -> int:
        with session.writing(durable=False) as connection:
            purge(connection, at)
        return left(session)

    def forgotten(session: Session) -> int:
        with session.writing(durable=False) as connection:
            forget_person(connection, "t", "alex", "c")
        return left(session)

    assert await database.run(lambda session: purged(session, clock.now + 900.0 + 86_399.0)) == 1
    assert await database.run(forgotten) == 0
    await database.run(lambda session: _offer_again(session, clock.now))
    assert await database.run(lambda session: purged(session, clock.now + 900.0 + 86_401.0)) == 0


def _offer_again(session: Session, now: float) -> None:
    with session.writing(durable=False) as connection:
        offer(connection, "t", "alex", PLAN, now)
