"""How cost grows with instances: one, two and four of them on one PostgreSQL, over HTTP, everything on this machine's few cores.

They take the processor from each other, from the database and from the people who talk, so the turns a second of all say little here.
What a turn costs an instance, and what it costs the database, must stay as it is.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import tables
from tests.benchmarks.bench import Bench
from tests.benchmarks.identity import identity
from tests.benchmarks.machine import Started, cores, family_cpu
from tests.benchmarks.starting import assistant
from tests.benchmarks.talks import GRADES, SCORES
from tests.benchmarks.traffic import Measured, Talk, Teams
from tests.postgres import Server, why_not

TALKS = {"grade questions": GRADES, "a mark saved each turn": SCORES}


@dataclass(frozen=True)
class Several:
    """So many instances, talked to by so many people: what they did together, and seconds of the database's processor time a turn."""

    name: str
    instances: int
    people: int
    measured: Measured
    database: float


async def measure(bench: Bench) -> None:
    """Print the table."""
    if reason := why_not():
        bench.says(f"instances are left out: {reason}")
        return
    with Server(lasting=True, folder=None) as server:
        async with Teams() as teams, identity(teams.url) as who:
            teams.token = who.token
            env = {**who.env, "ASSISTANT_LOG_FORMAT": "json", "ASSISTANT_DATABASE": server.url()}
            found = [each async for each in _all(bench, server, teams, env)]
    bench.shows(tables.instances(found))


async def _all(bench: Bench, server: Server, teams: Teams, env: Mapping[str, str]) -> AsyncIterator[Several]:
    for number in bench.extent.instances:
        with ExitStack() as stack:
            started = [stack.enter_context(assistant(_folder(bench, number, each), env, core=cores()[each % 2])) for each in range(number)]
            for each in started:
                await teams.until_ready(*each)
            for name, talk in TALKS.items():
                for people in bench.extent.several_at_once:
                    yield await _talked(
                        server, teams, started, Several(name, number, people, Measured(), 0.0), talk.for_(bench.extent.seconds)
                    )
        bench.says(f"{number} instances")


def _folder(bench: Bench, instances: int, each: int) -> Path:
    folder = bench.folder / f"{instances}-{each}"
    folder.mkdir()
    return folder


async def _talked(server: Server, teams: Teams, started: list[tuple[int, Started]], what: Several, talk: Talk) -> Several:
    used = family_cpu(server.pid)
    all_ = await asyncio.gather(*(teams.talk(*each, max(1, what.people // len(started)), talk) for each in started))
    together = all_[0]
    for each in all_[1:]:
        together = together.with_(each)
    return Several(what.name, what.instances, what.people, together, (family_cpu(server.pid) - used) / max(together.turns, 1))
