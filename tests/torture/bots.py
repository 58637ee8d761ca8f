"""Assistants in processes of their own, each on a socket that outlives it."""

import asyncio
import logging
import multiprocessing
import socket
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from typing import Self

import aiohttp
import structlog
from aiohttp import web

from bot.settings import Settings
from bot.wiring import make_application
from tests.fakes import FakeAssistant

PRELOADED = ["bot.web", "bot.msteams.door.guard", "bot.msteams.handler", "bot.storage.turns", "bot.storage.postgres", "bot.wiring"]


def serve(sock: socket.socket, setting: str) -> None:
    """What runs in the process."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    settings = Settings(_env_file=None, development=True, database=setting, most_a_second=1_000_000, most_of_a_person=1_000_000)  # type: ignore[arg-type]
    web.run_app(make_application(settings, lambda _: FakeAssistant()), sock=sock, print=None, access_log=None)


def _context() -> "multiprocessing.context.ForkServerContext":
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([*PRELOADED, "tests.fakes"])
    return context


@dataclass
class Bot:
    """One assistant, of which a process may run or not."""

    setting: str
    sock: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0), backlog=1000))
    _process: BaseProcess | None = None

    async def __aenter__(self) -> Self:
        self.start()
        return self

    async def __aexit__(self, *_reason: object) -> None:
        if self._process is not None:
            self._process.kill()
            await self._joined()
        self.sock.close()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.sock.getsockname()[1]}"

    def start(self) -> None:
        """Start a process."""
        self._process = _context().Process(target=serve, args=(self.sock, self.setting))  # type: ignore[attr-defined]
        self._process.start()

    async def kill(self) -> None:
        """Kill -9."""
        assert self._process is not None
        self._process.kill()
        await self._joined()

    async def end(self) -> None:
        """Ask it to end, once it answers at all. Raises AssertionError where it does not end well."""
        await self.answers()
        assert self._process is not None
        self._process.terminate()
        assert await self._joined() == 0

    async def answers(self) -> None:
        """Wait until it is ready."""
        async with aiohttp.ClientSession(self.url) as client:
            while True:
                async with client.get("/ready") as response:
                    if response.status == 200:
                        return
                await asyncio.sleep(0.05)

    async def _joined(self) -> int | None:
        process, self._process = self._process, None
        assert process is not None
        await asyncio.to_thread(process.join)
        return process.exitcode
