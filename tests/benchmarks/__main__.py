"""Everything in one run, as tables on the terminal. Linux only: processor time and memory are read from /proc."""

import asyncio
import json
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from bot.settings import PROJECT
from tests.benchmarks import lasting, reading, tables
from tests.benchmarks.identity import identity
from tests.benchmarks.machine import Started, cores, free_port, python
from tests.benchmarks.servers import KINDS
from tests.benchmarks.starting import assistant, first_answer
from tests.benchmarks.traffic import Measured, Talk, Teams
from tests.postgres import Server as Postgres
from tests.postgres import why_not

SECONDS = 3.0
AT_ONCE = (1, 16, 64)
LONGEST = 600
WIDTH = 130
ECHO = Talk(("hello",), ("whats expected at gr 7 for money?",), SECONDS)
GRADES = Talk(
    ("I'm a grade 5 technician",),
    ("whats expected at gr 7 for money?", "and at 8?", "what about health and safety?", "teamwork for a senior technician"),
    SECONDS,
)
PROFILE = Talk((), ("I'm a grade 5 technician", "I'm a grade 6 technician"), SECONDS)
SCORES = Talk(
    ("I'm a grade 5 technician", "start a self-assessment", "begin", "7, because I run the booking rota"),
    ("change service delivery to 8", "change service delivery to 7"),
    SECONDS,
)
NAMES = {
    "raw": "raw aiohttp, echo",
    "sdk": "SDK CloudAdapter, echo, nobody verified",
    "sdk-verified": "SDK CloudAdapter, echo, token verified",
    "edge": "our edge, echo, token verified, nothing stored",
    "stored": "our edge and SQLite, echo, token verified",
    "grades": "the assistant, grade questions, token verified",
    "profile": "the assistant, a profile saved each turn",
    "scores": "the assistant, a mark saved each turn",
    "stored-postgres": "our edge and PostgreSQL, echo, token verified",
    "grades-postgres": "the assistant on PostgreSQL, grade questions",
    "scores-postgres": "the assistant on PostgreSQL, a mark saved each turn",
    "scores-two": "two assistants on PostgreSQL, a mark saved each turn",
}
SLOWNESS, SLOW = 1.0, 5.0  # seconds that the slow channel takes for a reply, and that it is watched for
MOST = max(AT_ONCE)

Rows = list[tuple[str, int, Measured]]
Server = tuple[int, Started]


def read_questions(folder: Path) -> list[tables.Read]:
    """Reading with one framework and with ten, each in a fresh process that reads back what another learnt."""
    found = []
    for frameworks in (1, 10):
        knowledge = reading.library(folder / f"knowledge-{frameworks}", frameworks)
        learning, measured = (_reading(knowledge, folder / f"shelf-{frameworks}") for _ in range(2))
        found.append(tables.Read(frameworks, learning["opened"], measured["opened"], measured["first"], measured["again"]))
    return found


def _reading(knowledge: Path, shelf: Path) -> dict[str, object]:
    command = [sys.executable, "-m", "tests.benchmarks.reading", str(knowledge), str(shelf)]
    answered: dict[str, object] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=LONGEST).stdout)
    return answered


@contextmanager
def serving(kind: str, folder: Path, env: Mapping[str, str], database: str = "") -> Iterator[Server]:
    """A server to compare with, its port and itself; on a file of its own, or on this database."""
    port, own = free_port(), {"ASSISTANT_DATABASE": database or str(folder / kind / "assistant.db")}
    arguments = ("-m", "tests.benchmarks.servers", kind, str(port))
    with python(*arguments, log=folder / f"{kind}.log", core=cores()[0], env={**env, **own}) as server:
        yield port, server


async def compare(folder: Path) -> tuple[Rows, Rows, list[lasting.Lasted]]:
    """The servers to compare with, then the assistant, one after the other on the same core: quick, on a slow channel, and for long."""
    quick: Rows = []
    slow: Rows = []

    async def measure(kind: str, server: Server, talk: Talk) -> None:
        teams.token = "" if kind == "sdk" else who.token  # it would check what it is shown
        quick.extend([(NAMES[kind], people, await teams.talk(*server, people, talk)) for people in AT_ONCE])

    async def measure_slow(kind: str, server: Server, talk: Talk) -> None:
        teams.slowness = SLOWNESS
        slow.append((NAMES[kind], MOST, await teams.talk(*server, MOST, replace(talk, seconds=SLOW))))
        teams.slowness = 0.0

    async with Teams() as teams, identity(teams.url) as who:
        env = {**who.env, "ASSISTANT_LOG_FORMAT": "json"}  # as the README sets it up for Teams
        for kind in KINDS:
            with serving(kind, folder, env) as server:
                await measure(kind, server, ECHO)
                await measure_slow(kind, server, ECHO)
        with assistant(folder, env) as server:
            await measure("grades", server, GRADES)
            await measure_slow("grades", server, GRADES)
            await measure("profile", server, PROFILE)
            await measure("scores", server, SCORES)
        if not why_not():
            quick.extend([row async for row in _on_postgres(folder, env, teams)])
        with assistant(folder, env) as (port, server_of_long):
            lasted = await lasting.last(teams, port, server_of_long, MOST, GRADES)
    return quick, slow, lasted


async def _on_postgres(folder: Path, env: Mapping[str, str], teams: Teams) -> AsyncIterator[tuple[str, int, Measured]]:
    """The same on a server that writes to the disk as in earnest, beside everything else on this machine."""
    with Postgres(lasting=True) as database:
        at = {**env, "ASSISTANT_DATABASE": database.url()}
        with serving("stored", folder, env, database.url()) as server:
            for people in AT_ONCE:
                yield NAMES["stored-postgres"], people, await teams.talk(*server, people, ECHO)
        with assistant(folder, at) as server:
            for people in AT_ONCE:
                yield NAMES["grades-postgres"], people, await teams.talk(*server, people, GRADES)
            for people in AT_ONCE:
                yield NAMES["scores-postgres"], people, await teams.talk(*server, people, SCORES)
            with assistant(folder, at, core=cores()[1]) as another:
                await teams.talk(*another, 1, SCORES)  # until it has started
                for people in AT_ONCE[1:]:
                    both = await asyncio.gather(*(teams.talk(*each, people // 2, SCORES) for each in (server, another)))
                    yield NAMES["scores-two"], people, both[0].with_(both[1])


def main() -> None:
    """Measure and print."""
    if not Path("/proc/self/stat").exists():
        sys.exit("The benchmark reads processor time and memory from /proc, so it runs on Linux only.")
    console = Console()
    console.width = max(console.width, WIDTH)
    data = PROJECT / "data"
    data.mkdir(exist_ok=True)  # on the disk that the assistant's own database is on
    with tempfile.TemporaryDirectory(prefix="bench-", dir=data) as name:
        folder = Path(name)
        with console.status("Reading questions, with one framework and with ten: two minutes, most of it learning …"):
            read = read_questions(folder)
        console.print(tables.reading(read))
        with console.status("Starting, with everything to learn and with everything learnt …"):
            started = [("first start, everything to learn", asyncio.run(first_answer(folder)))]
            started += [("every later start", asyncio.run(first_answer(folder)))]
        console.print(tables.starting(started))
        with console.status("Turns: each server for a few seconds with 1, 16 and 64 people at once, then for two minutes …"):
            quick, slow, lasted = asyncio.run(compare(folder))
        console.print(tables.turns(quick, compared=NAMES["sdk"]))
        console.print(tables.slow(slow, SLOWNESS))
        console.print(tables.lasting(lasted))


if __name__ == "__main__":
    main()
