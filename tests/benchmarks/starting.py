"""The assistant as it ships, `python -m bot run`, with a database of its own: its start, its first answer and its memory."""

import asyncio
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks import tables
from tests.benchmarks.bench import Bench
from tests.benchmarks.machine import Started, cores, free_port, python
from tests.benchmarks.traffic import Teams

LONGEST = 180
QUESTION, ANSWER = "whats expected at gr 7 for money?", b"Budget"


@contextmanager
def assistant(folder: Path, identity: Mapping[str, str] | None = None, core: int | None = None) -> Iterator[tuple[int, Started]]:
    """The assistant on a free port; what it stores is in `folder`. Without an `identity` it is in development mode.

    It runs on the core of what is measured, or on this one.
    """
    port = free_port()
    database = folder / "assistant" / "assistant.db"
    env = {"ASSISTANT_PORT": str(port), "ASSISTANT_DATABASE": str(database)}
    who = identity or {"ASSISTANT_DEVELOPMENT": "true"}
    with python(
        "-m", "bot", "run", log=folder / f"assistant-{port}.log", core=cores()[0] if core is None else core, env={**env, **who}
    ) as server:
        yield port, server


async def measure(bench: Bench) -> None:
    """Start it twice, and print the table."""
    started = []
    for name in ("first start, everything to learn", "every later start"):
        started.append((name, await first_answer(bench.folder, {"ASSISTANT_LEARNT": str(bench.folder / "learnt")})))
        bench.says(name)
    bench.shows(tables.starting(started))


async def first_answer(folder: Path, env: Mapping[str, str]) -> tables.Start:
    """Start it in a fresh process and ask."""
    begin = time.perf_counter()
    with assistant(folder, {"ASSISTANT_DEVELOPMENT": "true", **env}) as (port, server):
        async with Teams() as teams, asyncio.timeout(LONGEST):
            person = await teams.join(port, server)
            await person.request("GET /health")
            alive, memory_alive = time.perf_counter() - begin, server.memory()
            await person.say(QUESTION)
            answered = time.perf_counter() - begin
            assert ANSWER in person.reply, person.reply[:500]
            return tables.Start(alive, answered, memory_alive, server.memory(), server.peak())
