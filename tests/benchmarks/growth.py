"""`python -m tests.benchmarks.growth [PEOPLE ...]`: how cost grows with stored people, and with instances, on SQLite and on PostgreSQL.

Turns are taken as the edge takes them, without HTTP and with an assistant that answers at once: what is measured is the storage.
"""

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any

from rich.console import Console
from rich.table import Table
from sqlalchemy import Connection, insert

from bot.dialogs.reply import Reply
from bot.dialogs.searching import Hits
from bot.dialogs.turn import Memory, Said, Turn
from bot.people.records import Record, write_body
from bot.settings import PROJECT
from bot.storage.arrival import Address, Arrival, ChannelRequest, Elsewhere
from bot.storage.database import Database, Session
from bot.storage.due_reminders import DueReminders
from bot.storage.outboxes import make_outbox
from bot.storage.postgres import PostgresDatabase
from bot.storage.retention import Purge
from bot.storage.sqlite import SqliteDatabase
from bot.storage.tables import conversation, person, profile, record, reminder
from bot.storage.turns import Turns
from bot.understanding.reading import Intent, Reading
from tests.fakes import Knows
from tests.postgres import Server, why_not
from tests.storage.living import assessment

PEOPLE = (1_000, 10_000, 100_000, 1_000_000)
ON_SERVER = 100_000
AT_ONCE = 16
TURNS = 1_000
BATCH = 5_000
ROWS_OF_ONE = 6  # person, profile, conversation, two records, a reminder
READING = Memory(Reading("lancaster", Intent.EXPECTATIONS, (7,), (), ("budget",), said="and at 8?"))


class Answers(Knows):
    """Saves a mark, or remembers a question."""

    def answer(self, turn: Turn) -> Reply:
        """At once."""
        if isinstance(turn.arrived, Said) and turn.arrived.text == "mark":
            held = turn.records.find(type(assessment().body), "mine") or Record("mine", assessment().body)
            return Reply("Saved.", saves=(held.with_(begun=turn.now.timestamp()),))
        return Reply("Yes.", memory=READING)

    def search(self, text: str, tenant: str) -> Hits:
        """Nothing."""
        raise NotImplementedError


@dataclass(frozen=True)
class Cost:
    """With so many people stored: turns a second, ms of a turn (half, and 99 of 100 within), seconds of a round, and MB on the disk."""

    place: str
    people: int
    questions: list[float]
    questions_in: float
    marks: list[float]
    marks_in: float
    remind: float
    purge: float
    megabytes: float


def fill(connection: Connection, first: int, after: int, now: float) -> None:
    """People who have told and kept something."""
    ids = [f"{number:08d}-aaaa-bbbb-cccc-dddddddddddd" for number in range(first, after)]
    body = json.loads(json.dumps(write_body(assessment("x", now).body)))
    theirs = [{"tenant": "t", "person": id_} for id_ in ids]
    connection.execute(insert(person), [{"tenant": "t", "id": id_, "met": now, "visited": now, "zone": "Europe/London"} for id_ in ids])
    connection.execute(insert(profile), [{**each, "framework": "lancaster", "grade": 5, "version": 1} for each in theirs])
    where = {"service": "https://smba.trafficmanager.net/uk/", "bot": "28:bot", "version": 3, "memory": {"last": None, "choices": []}}
    connection.execute(
        insert(conversation), [{"tenant": "t", "id": f"a:{id_}", "account": f"29:{id_}", "person": id_, **where} for id_ in ids]
    )
    kept = {"kind": "assessment", "body": body, "version": 4, "made": now, "saved": now}
    for id_ in ("mine", "before"):
        connection.execute(insert(record), [{**each, "id": id_, **kept} for each in theirs])
    due = {"key": "week:one", "topic": "plan", "record": "mine", "due": now + 30 * 86_400.0}
    connection.execute(insert(reminder), [{**each, **due} for each in theirs])


async def filled(database: Database, people: int) -> None:
    """Fill it, some people at a time."""

    def some(first: int) -> Callable[[Session], None]:
        def work(session: Session) -> None:
            with session.writing(durable=False) as connection:
                fill(connection, first, min(first + BATCH, people), time.time())

        return work

    for first in range(0, people, BATCH):
        await database.run(some(first))


def request_of(reply: Reply, _to: Elsewhere | None = None, /) -> ChannelRequest:
    """What would send a reply; the channel is not measured here."""
    return ChannelRequest("POST", "https://smba.trafficmanager.net/uk/v3/conversations/a/activities", {"text": reply.text}, "a", "t")


def nothing(_reply: Reply) -> None:
    """A message is answered by messages."""


async def taken(turns: list[Turns], people: int, said: str, number: int) -> tuple[list[float], float]:
    """The ms of so many turns of people all over, so many at once, at one instance or several; and the seconds of all."""
    waits: list[float] = []
    numbers = iter(range(number))

    async def talk(at: Turns) -> None:
        for each in numbers:
            who = f"{each * 7919 % people:08d}-aaaa-bbbb-cccc-dddddddddddd"
            address = Address("https://smba.trafficmanager.net/uk/", "28:bot", f"29:{who}", who)
            id_ = f"{said}-{each}-{time.time_ns()}"
            arrival = Arrival("t", f"a:{who}", id_, who, personal=True, what=Said(said), address=address, zone="Europe/London")
            began = time.perf_counter()
            answer = await at.take(arrival, nothing, request_of)
            waits.append((time.perf_counter() - began) * 1000)
            if answer.message:
                await outboxes[id(at)].delivered(answer.message)

    outboxes = {id(at): make_outbox(at._database) for at in turns}
    began = time.perf_counter()
    await asyncio.gather(*(talk(turns[each % len(turns)]) for each in range(AT_ONCE)))
    return waits, time.perf_counter() - began


async def cost(place: str, database: Database, people: int, megabytes: Callable[[], float]) -> Cost:
    """Fill it and measure."""
    await filled(database, people)
    turns = [Turns(database, Answers())]
    await taken(turns, people, "question", TURNS // 5)
    questions, questions_in = await taken(turns, people, "question", TURNS)
    marks, marks_in = await taken(turns, people, "mark", TURNS)
    began = time.perf_counter()
    await DueReminders(database).due()
    remind, began = time.perf_counter() - began, time.perf_counter()
    await Purge(database).run()  # the first only looks at the clock
    began = time.perf_counter()
    await Purge(database).run()
    return Cost(place, people, questions, questions_in, marks, marks_in, remind, time.perf_counter() - began, megabytes())


async def growing(folder: Path, sizes: tuple[int, ...], server: Server | None) -> AsyncIterator[Cost]:
    """Each size on SQLite, and on PostgreSQL up to a size that takes no hour."""
    for people in sizes:
        path = folder / f"{people}.db"
        async with SqliteDatabase(path) as database:
            yield await cost("SQLite", database, people, lambda path=path: path.stat().st_size / 2**20)
        path.unlink()
    for people in sizes if server else ():
        if people <= ON_SERVER:
            async with _on_server(server, f"people{people}") as (database, size):
                yield await cost("PostgreSQL", database, people, size)


@asynccontextmanager
async def _on_server(server: Server | None, name: str) -> AsyncIterator[tuple[PostgresDatabase, Callable[[], float]]]:
    assert server is not None
    server.program("createdb", name)

    def size() -> float:
        return int(server.program("psql", "-d", name, "-At", "-c", f"SELECT pg_database_size('{name}')")) / 2**20

    async with PostgresDatabase(server.address(name)) as database:
        yield database, size
    server.program("dropdb", name)


def _told(values: list[float], seconds: float) -> Iterator[str]:
    cut = quantiles(values, n=100)
    yield f"{len(values) / seconds:,.0f}"
    yield f"{cut[49]:.1f}"
    yield f"{cut[98]:.1f}"


def table(costs: list[Cost]) -> Table:
    """As a table."""
    columns = ("", "people", "questions/s", "p50 ms", "p99 ms", "marks/s", "p50 ms", "p99 ms", "reminders (ms)", "purge (ms)", "MB")
    made = Table(*columns, title="How cost grows with stored people: the storage alone, 16 turns at once")
    for each in costs:
        times = (*_told(each.questions, each.questions_in), *_told(each.marks, each.marks_in))
        rounds = (f"{each.remind * 1000:.0f}", f"{each.purge * 1000:.0f}", f"{each.megabytes:,.0f}")
        made.add_row(each.place, f"{each.people:,}", *times, *rounds)
    return made


async def main(sizes: tuple[int, ...]) -> None:
    """Measure and print."""
    console = Console(width=140)
    data = PROJECT / "data"
    data.mkdir(exist_ok=True)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="growth-", dir=data)))
        reason = why_not()
        server = None if reason else stack.enter_context(Server(lasting=True))
        costs: list[Any] = []
        async for each in growing(folder, sizes, server):
            costs.append(each)
            console.print(f"{each.place}, {each.people:,} people: done")
        console.print(table(costs))
        if reason:
            console.print(f"Without PostgreSQL: {reason}.")


if __name__ == "__main__":
    asyncio.run(main(tuple(map(int, sys.argv[1:])) or PEOPLE))
