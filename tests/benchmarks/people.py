"""How cost grows with stored people, on SQLite and on PostgreSQL.

Turns are taken as the edge takes them, without HTTP and with an assistant that answers at once: what is measured is the storage.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import quantiles

from rich.table import Table

from bot.dialogs.reply import Reply
from bot.dialogs.searching import Hits
from bot.dialogs.turn import Memory, Said, Turn
from bot.people.records import Record
from bot.storage.arrival import Address, Arrival, ChannelRequest, Elsewhere
from bot.storage.database import Database
from bot.storage.due_reminders import DueReminders
from bot.storage.outboxes import make_outbox
from bot.storage.postgres import PostgresDatabase
from bot.storage.retention import Purge
from bot.storage.sqlite import SqliteDatabase
from bot.storage.turns import Turns
from bot.understanding.reading import Intent, Reading
from tests.benchmarks.bench import Bench
from tests.benchmarks.filling import filled, id_of
from tests.benchmarks.machine import family_cpu
from tests.fakes import Knows
from tests.postgres import Server, why_not
from tests.storage.living import assessment

AT_ONCE = 16
Settled = Callable[[], Awaitable[float]]
"""Waits until a database has settled after it was filled; its MB on the disk."""
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
class Talked:
    """Turns, so many at once: the ms that each took, the seconds of all, and of the processor, the database's own with it."""

    waits: list[float]
    seconds: float
    cpu: float


@dataclass(frozen=True)
class Cost:
    """With so many people stored: the turns, and the seconds of each thing that is done for everybody, and of filling."""

    place: str
    people: int
    questions: Talked
    marks: Talked
    remind: float
    purge: float
    notices: float
    megabytes: float
    filling: float


@dataclass(frozen=True)
class Place:
    """A database to fill: how it is called, how it settles, and what processor time it has used, ours with it."""

    name: str
    database: Database
    settled: Settled
    cpu: Callable[[], float]


def request_of(reply: Reply, _to: Elsewhere | None = None, /) -> ChannelRequest:
    """What would send a reply; the channel is not measured here."""
    return ChannelRequest("POST", "https://smba.trafficmanager.net/uk/v3/conversations/a/activities", {"text": reply.text}, "a", "t")


def nothing(_reply: Reply) -> None:
    """A message is answered by messages."""


async def taken(place: Place, people: int, said: str, number: int) -> Talked:
    """So many turns of people all over, so many at once."""
    turns, outbox = Turns(place.database, Answers()), make_outbox(place.database)
    waits: list[float] = []
    numbers = iter(range(number))

    async def talk() -> None:
        for each in numbers:
            who = id_of(each * 7919 % people)
            address = Address("https://smba.trafficmanager.net/uk/", "28:bot", f"29:{who}", who)
            id_ = f"{said}-{each}-{time.time_ns()}"
            arrival = Arrival("t", f"a:{who}", id_, who, personal=True, what=Said(said), address=address, zone="Europe/London")
            began = time.perf_counter()
            answer = await turns.take(arrival, nothing, request_of)
            waits.append((time.perf_counter() - began) * 1000)
            if answer.message:
                await outbox.delivered(answer.message)

    began, used = time.perf_counter(), place.cpu()
    await asyncio.gather(*(talk() for _ in range(AT_ONCE)))
    return Talked(waits, time.perf_counter() - began, place.cpu() - used)


async def cost(place: Place, people: int, number: int) -> Cost:
    """Fill it and measure so many turns."""
    began = time.perf_counter()
    await filled(place.database, people, time.time())
    megabytes = await place.settled()
    filling = time.perf_counter() - began
    await taken(place, people, "question", number // 5)
    talked = [await taken(place, people, said, number) for said in ("question", "mark")]
    remind = await _timed(DueReminders(place.database).due)
    purge = await _timed(Purge(place.database).run)
    notices = await _timed(Purge(place.database).notices)
    return Cost(place.name, people, *talked, remind, purge, notices, megabytes, filling)


async def _timed(work: Callable[[], Awaitable[object]]) -> float:
    began = time.perf_counter()
    await work()
    return time.perf_counter() - began


async def measure(bench: Bench) -> None:
    """Each size on SQLite, then on PostgreSQL, and the table."""
    costs = []
    async for each in _all(bench):
        costs.append(each)
        bench.says(f"{each.place}, {each.people:,} people: filled in {each.filling:.0f} s, and measured")
    bench.shows(table(costs))


async def _all(bench: Bench) -> AsyncIterator[Cost]:
    for people in bench.extent.people:
        path = bench.folder / f"{people}.db"
        async with SqliteDatabase(path) as database:
            yield await cost(Place("SQLite", database, partial(_on_disk, path), time.process_time), people, bench.extent.turns)
        path.unlink()
    if reason := why_not():
        bench.says(f"PostgreSQL is left out: {reason}")
        return
    with Server(lasting=True) as server:
        for people in bench.extent.people:
            async with _on_server(server, f"people{people}") as place:
                yield await cost(place, people, bench.extent.turns)


async def _on_disk(path: Path) -> float:
    return await asyncio.to_thread(lambda: path.stat().st_size / 2**20)


@asynccontextmanager
async def _on_server(server: Server, name: str) -> AsyncIterator[Place]:
    """A database of its own; settled, its server knows what is in it, as it does a minute after by itself."""
    server.program("createdb", name)

    async def settled() -> float:
        await asyncio.to_thread(server.program, "vacuumdb", "--analyze", "-d", name)
        return int(server.program("psql", "-d", name, "-At", "-c", f"SELECT pg_database_size('{name}')")) / 2**20

    async with PostgresDatabase(server.address(name)) as database:
        yield Place("PostgreSQL", database, settled, lambda: time.process_time() + family_cpu(server.pid))
    server.program("dropdb", name)


def _told(talked: Talked) -> Iterator[str]:
    cut = quantiles(talked.waits, n=100)
    yield f"{len(talked.waits) / talked.seconds:,.0f}"
    yield f"{talked.cpu * 1000 / len(talked.waits):.2f}"
    yield f"{cut[98]:.1f}"


def table(costs: list[Cost]) -> Table:
    """As a table."""
    columns = (
        "",
        "people",
        "questions/s",
        "CPU ms\neach",
        "p99 ms",
        "marks/s",
        "CPU ms\neach",
        "p99 ms",
        "reminders\n(ms)",
        "purge\n(ms)",
        "notices\n(ms)",
        "MB",
    )
    made = Table(*columns, title="How cost grows with stored people: the storage alone, 16 turns at once; CPU with the database's own")
    for each in costs:
        times = (*_told(each.questions), *_told(each.marks))
        rounds = (*(f"{round_ * 1000:.0f}" for round_ in (each.remind, each.purge, each.notices)), f"{each.megabytes:,.0f}")
        made.add_row(each.place, f"{each.people:,}", *times, *rounds)
    return made
