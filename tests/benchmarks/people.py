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
class Cost:
    """With so many people stored: ms of each turn, seconds of all, of each thing that is done for everybody, and of filling."""

    place: str
    people: int
    questions: list[float]
    questions_in: float
    marks: list[float]
    marks_in: float
    remind: float
    purge: float
    notices: float
    megabytes: float
    filling: float


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
            who = id_of(each * 7919 % people)
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


async def cost(place: str, database: Database, people: int, number: int, settled: Settled) -> Cost:
    """Fill it and measure so many turns."""
    began = time.perf_counter()
    await filled(database, people, time.time())
    megabytes = await settled()
    filling = time.perf_counter() - began
    turns = [Turns(database, Answers())]
    await taken(turns, people, "question", number // 5)
    questions, questions_in = await taken(turns, people, "question", number)
    marks, marks_in = await taken(turns, people, "mark", number)
    remind = await _timed(DueReminders(database).due)
    purge = await _timed(Purge(database).run)
    notices = await _timed(Purge(database).notices)
    return Cost(place, people, questions, questions_in, marks, marks_in, remind, purge, notices, megabytes, filling)


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
            yield await cost("SQLite", database, people, bench.extent.turns, partial(_on_disk, path))
        path.unlink()
    if reason := why_not():
        bench.says(f"PostgreSQL is left out: {reason}")
        return
    with Server(lasting=True) as server:
        for people in bench.extent.people:
            async with _on_server(server, f"people{people}") as (database, settled):
                yield await cost("PostgreSQL", database, people, bench.extent.turns, settled)


async def _on_disk(path: Path) -> float:
    return await asyncio.to_thread(lambda: path.stat().st_size / 2**20)


@asynccontextmanager
async def _on_server(server: Server, name: str) -> AsyncIterator[tuple[PostgresDatabase, Settled]]:
    """A database of its own; settled, its server knows what is in it, as it does a minute after by itself."""
    server.program("createdb", name)

    async def settled() -> float:
        await asyncio.to_thread(server.program, "vacuumdb", "--analyze", "-d", name)
        return int(server.program("psql", "-d", name, "-At", "-c", f"SELECT pg_database_size('{name}')")) / 2**20

    async with PostgresDatabase(server.address(name)) as database:
        yield database, settled
    server.program("dropdb", name)


def _told(values: list[float], seconds: float) -> Iterator[str]:
    cut = quantiles(values, n=100)
    yield f"{len(values) / seconds:,.0f}"
    yield f"{cut[49]:.1f}"
    yield f"{cut[98]:.1f}"


def table(costs: list[Cost]) -> Table:
    """As a table."""
    columns = (
        "",
        "people",
        "questions/s",
        "p50 ms",
        "p99 ms",
        "marks/s",
        "p50 ms",
        "p99 ms",
        "reminders\n(ms)",
        "purge\n(ms)",
        "notices\n(ms)",
        "MB",
    )
    made = Table(*columns, title="How cost grows with stored people: the storage alone, 16 turns at once")
    for each in costs:
        times = (*_told(each.questions, each.questions_in), *_told(each.marks, each.marks_in))
        rounds = (*(f"{round_ * 1000:.0f}" for round_ in (each.remind, each.purge, each.notices)), f"{each.megabytes:,.0f}")
        made.add_row(each.place, f"{each.people:,}", *times, *rounds)
    return made
