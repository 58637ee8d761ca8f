"""`python -m tests.torture.soak [MINUTES]`: the assistant as it ships under an hour of load, with bursts; waits, faults and memory.

It serves on one core, as one instance; the people and the channel are on another. Linux only: memory is read from /proc.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, cycle
from pathlib import Path
from statistics import quantiles

from rich.console import Console
from rich.table import Table

from bot.settings import PROJECT
from tests.benchmarks.identity import identity
from tests.benchmarks.machine import Started
from tests.benchmarks.starting import assistant
from tests.benchmarks.traffic import LONGEST_START, Person, Teams

MINUTES = 60.0
A_SECOND = 20
PEOPLE = 240  # who talk at a time, each every twelve seconds
BURST, BURST_EVERY = 200, 300.0
STAYS = 40  # turns, then somebody new comes in their place
LONGEST_TURN = 30.0
LONGEST_P95, MOST_GROWTH = 1.0, 1.10
FIRST = ("I'm a grade 5 technician", "start a self-assessment", "begin", "7, because I run the booking rota", "skip", "later")
OVER_AND_OVER = (
    "whats expected at gr 7 for money?", "and at 8?", "what about health and safety?", "change service delivery to 8",
    "teamwork for a senior technician", "who signs off risk assessments?", "what changes from 5 to 6", "my plan", "my assessment",
    "change service delivery to 7", "log evidence: I trained two apprentices on the mill", "how do i get to 6", "help",
)  # fmt: skip


@dataclass
class Part:
    """Some minutes of it: the seconds of each turn, how many failed, and MB in use at its end."""

    waits: list[float] = field(default_factory=list)
    failed: int = 0
    memory: float = 0.0

    @property
    def p95(self) -> float:
        """Seconds within which 95 of 100 turns were answered."""
        return quantiles(self.waits, n=100)[94] if len(self.waits) > 1 else 0.0


@dataclass
class Visitor:
    """Somebody who says one thing after the other."""

    person: Person
    sayings: Iterator[str] = field(default_factory=lambda: chain(FIRST, cycle(OVER_AND_OVER)))
    turns: int = 0
    busy: bool = False


class Soak:
    """The load."""

    def __init__(self, teams: Teams, port: int, server: Started) -> None:
        self._teams, self._port, self._server = teams, port, server
        self._visitors: list[Visitor] = []
        self.parts = [Part()]

    async def begin(self) -> None:
        """Let the first come, once the assistant is ready."""
        self._visitors = [await self._somebody() for _ in range(PEOPLE)]
        await asyncio.wait_for(self._visitors[0].person.request("GET /health"), LONGEST_START)
        await asyncio.wait_for(self._visitors[0].person.say("hello"), LONGEST_START)

    async def run(self, minutes: float) -> None:
        """Go on for so long: at an even pace, and all at once now and then."""
        begin = time.perf_counter()
        end, bursts, turns = begin + minutes * 60, 0, 0
        under_way: set[asyncio.Task[None]] = set()
        while (now := time.perf_counter()) < end:
            if (now - begin) / BURST_EVERY > bursts + 0.5:  # in the middle of each part
                bursts += 1
                speaking = [visitor for visitor in self._visitors if not visitor.busy][:BURST]
            else:
                speaking = [next((each for each in self._visitors if not each.busy), self._visitors[0])]
                turns += 1
            for visitor in speaking:
                visitor.busy = True
                self._visitors.remove(visitor)
                self._visitors.append(visitor)
                task = asyncio.create_task(self._turn(visitor))
                under_way.add(task)
                task.add_done_callback(under_way.discard)
            if now - begin > len(self.parts) * BURST_EVERY:
                self._end_part()
            await asyncio.sleep(max(0.0, begin + turns / A_SECOND - time.perf_counter()))
        await asyncio.gather(*under_way)
        self._end_part()

    def _end_part(self) -> None:
        self.parts[-1].memory = self._server.memory()
        self.parts.append(Part())

    async def _turn(self, visitor: Visitor) -> None:
        part, began = self.parts[-1], time.perf_counter()
        try:
            async with asyncio.timeout(LONGEST_TURN):
                ok = await visitor.person.say(next(visitor.sayings))
        except TimeoutError:
            ok, visitor.turns = False, STAYS
        part.waits.append(time.perf_counter() - began)
        part.failed += not ok
        visitor.turns += 1
        if visitor.turns >= STAYS:
            visitor.person.wire.transport.close()
            fresh = await self._somebody()
            visitor.person, visitor.sayings, visitor.turns = fresh.person, fresh.sayings, 0
        visitor.busy = False

    async def _somebody(self) -> Visitor:
        return Visitor(await self._teams.join(self._port, self._server))


async def main(minutes: float) -> bool:
    """Run it and print what came of it. Whether it was quick enough, without a fault, and no heavier at the end."""
    data = PROJECT / "data"
    data.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="soak-", dir=data) as folder:
        async with Teams() as teams, identity(teams.url) as who:
            teams.token = who.token
            with assistant(Path(folder), {**who.env, "ASSISTANT_LOG_FORMAT": "json"}) as (port, server):
                soak = Soak(teams, port, server)
                await soak.begin()
                await soak.run(minutes)
    return report([part for part in soak.parts if part.waits])


def report(parts: list[Part]) -> bool:
    """Print a line for each part."""
    table = Table("minutes", "turns", "p50 ms", "p95 ms", "p99 ms", "longest ms", "failed", "MB")
    for number, part in enumerate(parts):
        cut = quantiles(part.waits, n=100)
        shown = (f"{wait * 1000:.0f}" for wait in (cut[49], cut[94], cut[98], max(part.waits)))
        table.add_row(f"{(number + 1) * BURST_EVERY / 60:.0f}", str(len(part.waits)), *shown, str(part.failed), f"{part.memory:.0f}")
    Console().print(table)
    warm = parts[min(1, len(parts) - 1)].memory
    return all(part.p95 < LONGEST_P95 and not part.failed for part in parts) and parts[-1].memory <= warm * MOST_GROWTH


if __name__ == "__main__":
    sys.exit(not asyncio.run(main(float(sys.argv[1]) if len(sys.argv) > 1 else MINUTES)))
