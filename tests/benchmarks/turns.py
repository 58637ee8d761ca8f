"""Turns over HTTP: raw aiohttp, the SDK, our edge and the assistant side by side, on SQLite and on PostgreSQL."""

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks import tables
from tests.benchmarks.bench import Bench
from tests.benchmarks.identity import identity
from tests.benchmarks.machine import Started, cores, free_port, python
from tests.benchmarks.servers import KINDS
from tests.benchmarks.starting import assistant
from tests.benchmarks.talks import ECHO, GRADES, PROFILE, SCORES
from tests.benchmarks.traffic import Measured, Talk, Teams
from tests.postgres import Server as Postgres
from tests.postgres import why_not

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
}
SLOWNESS, SLOWLY = 1.0, 5 / 3  # seconds that the slow channel takes for a reply, and how many times as long it is watched

Server = tuple[int, Started]


@dataclass(frozen=True)
class Comparison:
    """Servers that are talked to one after the other, with what came of it: quick, and on a slow channel."""

    bench: Bench
    teams: Teams
    token: str
    env: Mapping[str, str]
    quick: list[tuple[str, int, Measured]] = field(default_factory=list)
    slow: list[tuple[str, int, Measured]] = field(default_factory=list)

    @contextmanager
    def serving(self, kind: str, database: str = "") -> Iterator[Server]:
        """A server to compare with, its port and itself; on a file of its own, or on this database."""
        port, folder = free_port(), self.bench.folder
        env = {**self.env, "ASSISTANT_DATABASE": database or str(folder / kind / "assistant.db")}
        with python("-m", "tests.benchmarks.servers", kind, str(port), log=folder / f"{kind}.log", core=cores()[0], env=env) as server:
            yield port, server

    async def quickly(self, kind: str, server: Server, talk: Talk) -> None:
        """As many at once as there are to be."""
        self.teams.token = "" if kind == "sdk" else self.token  # it would check what it is shown
        for people in self.bench.extent.at_once:
            self.quick.append((NAMES[kind], people, await self.teams.talk(*server, people, talk.for_(self.bench.extent.seconds))))
        self.bench.says(NAMES[kind])

    async def slowly(self, kind: str, server: Server, talk: Talk) -> None:
        """While the channel takes its time."""
        self.teams.slowness, most = SLOWNESS, max(self.bench.extent.at_once)
        measured = await self.teams.talk(*server, most, talk.for_(max(self.bench.extent.seconds * SLOWLY, SLOWNESS)))
        self.slow.append((NAMES[kind], most, measured))
        self.teams.slowness = 0.0


async def measure(bench: Bench) -> None:
    """Print both tables."""
    async with comparing(bench) as comparison:
        await _on_file(comparison)
        if reason := why_not():
            bench.says(f"PostgreSQL is left out: {reason}")
        else:
            with Postgres(lasting=True) as server:  # which writes to the disk as in earnest, beside everything else on this machine
                await _on_server(comparison, server.url())
    bench.shows(tables.turns(comparison.quick, compared=NAMES["sdk"]))
    bench.shows(tables.slow(comparison.slow, SLOWNESS))


@asynccontextmanager
async def comparing(bench: Bench) -> AsyncIterator[Comparison]:
    """With the people who talk, and the identity of the bot."""
    async with Teams() as teams, identity(teams.url) as who:
        yield Comparison(bench, teams, who.token, {**who.env, "ASSISTANT_LOG_FORMAT": "json"})  # as the README sets it up for Teams


async def _on_file(comparison: Comparison) -> None:
    for kind in KINDS:
        with comparison.serving(kind) as server:
            await comparison.quickly(kind, server, ECHO)
            await comparison.slowly(kind, server, ECHO)
    with assistant(_own(comparison, "file"), comparison.env) as server:
        await comparison.teams.until_ready(*server)
        await comparison.quickly("grades", server, GRADES)
        await comparison.slowly("grades", server, GRADES)
        await comparison.quickly("profile", server, PROFILE)
        await comparison.quickly("scores", server, SCORES)


async def _on_server(comparison: Comparison, database: str) -> None:
    with comparison.serving("stored", database) as server:
        await comparison.quickly("stored-postgres", server, ECHO)
    with assistant(_own(comparison, "server"), {**comparison.env, "ASSISTANT_DATABASE": database}) as server:
        await comparison.teams.until_ready(*server)
        await comparison.quickly("grades-postgres", server, GRADES)
        await comparison.quickly("scores-postgres", server, SCORES)


def _own(comparison: Comparison, name: str) -> Path:
    folder = comparison.bench.folder / name
    folder.mkdir()
    return folder
