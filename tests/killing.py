"""Kill -9 in mid-turn, over and over: `python -m tests.killing 50`. What was acknowledged is there, once, and everybody is told."""

import asyncio
import logging
import multiprocessing
import random
import socket
import sqlite3
import sys
import tempfile
from collections import Counter
from contextlib import closing
from dataclasses import asdict, dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import aiohttp
import structlog
from aiohttp import web

from bot.settings import Settings
from bot.wiring import make_application
from tests.chat import Chat
from tests.connector import LocalConnector, Sent
from tests.fakes import FakeAssistant

PEOPLE = 8
SHORTEST, LONGEST = 0.01, 0.3  # seconds from a start to the kill
PRELOADED = ["bot.web", "bot.msteams.door.guard", "bot.msteams.handler", "bot.storage.turns", "bot.wiring", "tests.fakes"]
REDELIVERED = 0.5  # of what was not answered


@dataclass
class Person:
    """Somebody who tells grade after grade, and tells one again that was not answered, as the channel would, or does not."""

    chat: Chat
    told: int = 0
    answered: set[str] = field(default_factory=set)

    async def talk(self) -> None:
        """Talk until nobody answers."""
        while True:
            self.told += 1
            message = self.chat.activity(text=f"grade {self.told}")
            while not await self._is_answered(message):
                if random.random() > REDELIVERED:
                    break

    async def _is_answered(self, message: dict[str, object]) -> bool:
        try:
            status, _ = await self.chat.deliver(message)
        except aiohttp.ClientError:
            return False
        if status < 300:
            self.answered.add(str(message["id"]))
        return status < 300


@dataclass
class Found:
    """What is left after the last kill; all but the first four should be 0."""

    kills: int
    answered: int = 0
    recorded: int = 0
    repeated_replies: int = 0
    answered_but_lost: int = 0
    recorded_twice: int = 0
    told_but_not_recorded: int = 0
    recorded_but_not_told: int = 0
    out_of_order: int = 0
    left_in_outbox: int = 0
    damaged_databases: int = 0

    @property
    def faults(self) -> dict[str, int]:
        """What should not be."""
        return {name: number for name, number in list(asdict(self).items())[4:] if number}


def serve(sock: socket.socket, database: Path) -> None:
    """A bot in a process of its own, on a socket that outlives it."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    app = make_application(Settings(_env_file=None, development=True, database=database), lambda _: FakeAssistant())
    web.run_app(app, sock=sock, print=None, access_log=None)


async def kill(times: int, database: Path) -> Found:
    """Let people talk to bots that are killed at random moments, then let a last one send what is left, and look what came of it."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    with socket.create_server(("127.0.0.1", 0)) as sock:
        url = f"http://127.0.0.1:{sock.getsockname()[1]}"
        async with LocalConnector() as connector, aiohttp.ClientSession(url) as client:
            people = [Person(Chat(client, connector, conversation=f"a:{number}", person=f"entra-{number}")) for number in range(PEOPLE)]
            talking = [asyncio.create_task(person.talk()) for person in people]
            damaged = 0
            for _ in range(times):
                damaged += await _live_and_die(context.Process(target=serve, args=(sock, database)), connector, database)
            for task in talking:
                task.cancel()
            await asyncio.gather(*talking, return_exceptions=True)
            await _live_and_end(context.Process(target=serve, args=(sock, database)), client)
            return _compare(Found(times, damaged_databases=damaged), people, connector.taken(), database)


async def _live_and_die(bot: BaseProcess, connector: LocalConnector, database: Path) -> bool:
    """Whether the database is damaged after it."""
    connector.forget_begun()
    bot.start()
    await connector.begun()
    await asyncio.sleep(random.uniform(SHORTEST, LONGEST))
    bot.kill()
    await asyncio.to_thread(bot.join)
    return _query(database, "PRAGMA integrity_check") != [("ok",)]


async def _live_and_end(bot: BaseProcess, client: aiohttp.ClientSession) -> None:
    bot.start()
    async with client.get("/health"):
        bot.terminate()
    await asyncio.to_thread(bot.join)
    assert bot.exitcode == 0


def _query(database: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(query).fetchall()


def _compare(found: Found, people: list[Person], taken: list[Sent], database: Path) -> Found:
    recorded = {activity for (activity,) in _query(database, "SELECT activity FROM seen WHERE recorded")}
    answered = set().union(*(person.answered for person in people))
    told = Counter(sent.of for sent in taken)
    saves = sum(version for (version,) in _query(database, "SELECT version FROM profile"))
    found.answered, found.recorded = len(answered), len(recorded)
    found.repeated_replies = told.total() - len(told)
    found.answered_but_lost = len(answered - recorded)
    found.recorded_twice = abs(saves - len(recorded))
    found.told_but_not_recorded = len(told.keys() - recorded)
    found.recorded_but_not_told = len(recorded - told.keys())
    found.out_of_order = sum(not _is_in_order(taken, person.chat.conversation) for person in people)
    found.left_in_outbox = len(_query(database, "SELECT number FROM outbox"))
    return found


def _is_in_order(taken: list[Sent], conversation: str) -> bool:
    firsts = list(dict.fromkeys(sent.text for sent in taken if sent.conversation == conversation))
    grades = [int(text.removeprefix("Noted: grade ").removesuffix(".")) for text in firsts]
    return grades == sorted(grades)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        result = asyncio.run(kill(int(sys.argv[1]), Path(folder) / "assistant.db"))
    for name, number in asdict(result).items():
        print(f"{number:>8}  {name.replace('_', ' ')}")  # noqa: T201 (what the command is for)
    sys.exit(bool(result.faults))
