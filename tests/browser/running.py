"""What a browser test runs against: the bot and the Playground as processes on ports of their own, and Chromium."""

import asyncio
import os
import shutil
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import aiohttp
import yaml
from playwright.async_api import Browser, async_playwright

from bot.settings import PROJECT, Settings
from bot.terminal.playground import Playground, playground

FIRST_PORT, PORTS = 20_000, 12_000  # below the ports that a system gives out by itself
LEARNS, POLL = 180.0, 0.5  # seconds
SWITCHES = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
)


def chromium() -> str | None:
    """Where Chromium is; it is never downloaded."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def free_port(user: str) -> int:
    """A free port that no other user takes: each has a range of its own."""
    first = FIRST_PORT + crc32(f"{PROJECT} {user}".encode()) % (PORTS // 20) * 20
    for port in range(first, first + 20):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise AssertionError(f"no free port from {first}")


class Bot:
    """`python -m bot run` as a process, which can be killed and started again on the same database."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._process: asyncio.subprocess.Process | None = None

    async def starts(self) -> None:
        """Start it, and wait until it listens."""
        settings = self._settings
        told = {"ASSISTANT_DEVELOPMENT": "true", "ASSISTANT_PORT": str(settings.port), "ASSISTANT_DATABASE": str(settings.database)}
        told |= {"ASSISTANT_MOST_OF_A_PERSON": "1000000"}  # a browser presses quicker than a person
        command = (sys.executable, "-m", "bot", "run")
        bot = await asyncio.create_subprocess_exec(*command, cwd=PROJECT, env=os.environ | told, stdout=asyncio.subprocess.PIPE)
        self._process = bot
        assert bot.stdout is not None
        assert b"listens" in await bot.stdout.readline()

    async def is_killed(self) -> None:
        """End it as a power cut would: it cannot finish anything."""
        assert self._process is not None
        self._process.kill()
        await self._process.wait()

    async def stops(self) -> None:
        """End it as Ctrl-C does."""
        assert self._process is not None
        self._process.send_signal(signal.SIGINT)
        assert await self._process.wait() == 0


@dataclass(frozen=True)
class Place:
    """The addresses of the bot and of the Playground, and the bot itself."""

    bot: str
    playground: str
    process: Bot

    async def restarts(self) -> None:
        """The bot is killed in the middle of whatever it does, and started again."""
        await self.process.is_killed()
        await self.process.starts()
        await self.is_ready()

    async def is_ready(self) -> None:
        """Wait until the bot has learnt, which takes long where the knowledge is new."""
        async with aiohttp.ClientSession() as session, asyncio.timeout(LEARNS):
            while (await session.get(f"{self.bot}/ready")).status != 200:  # noqa: ASYNC110 (another process cannot set an event)
                await asyncio.sleep(POLL)

    async def uninstall(self) -> None:
        """Remove the assistant from the personal chat, so that the next page, which installs it, is welcomed."""
        people = yaml.safe_load((PROJECT / "deploy" / "playground" / "people.yml").read_text())
        removed = {
            "type": "installationUpdate",
            "action": "remove",
            "channelId": "msteams",
            "serviceUrl": self.playground,
            "from": {"id": people["currentUser"]["id"]},
            "recipient": {"id": people["bot"]["id"]},
            "conversation": {"id": people["personalChat"]["id"], "tenantId": people["tenantId"]},
        }
        async with aiohttp.ClientSession() as session, session.post(f"{self.bot}/api/messages", json=removed) as response:
            assert response.status == 200


@asynccontextmanager
async def running(installed: Playground, database: Path, user: str) -> AsyncIterator[Place]:
    """A Playground that talks to a bot of this user's own."""
    settings = Settings(_env_file=None, development=True, port=free_port(user), database=database)
    bot = Bot(settings)
    await bot.starts()
    try:
        port = free_port(f"{user} playground")
        async with playground(installed, settings, port):
            yield Place(f"http://127.0.0.1:{settings.port}", f"http://127.0.0.1:{port}", bot)
    finally:
        await bot.stops()


@asynccontextmanager
async def beside(installed: Playground, place: Place, people: Path, user: str) -> AsyncIterator[str]:
    """The address of another Playground at the same bot: the last of the people uses it, in a personal chat of their own."""
    told = yaml.safe_load((PROJECT / "deploy" / "playground" / "people.yml").read_text())
    told["users"], told["currentUser"] = [told["currentUser"], *told["users"][:-1]], told["users"][-1]
    told["personalChat"] = {"id": "a:manager-and-the-assistant"}
    await asyncio.to_thread(people.write_text, yaml.safe_dump(told))
    port = free_port(user)
    async with playground(installed, Settings(_env_file=None, development=True, port=int(place.bot.rpartition(":")[2])), port, people):
        yield f"http://127.0.0.1:{port}"


@asynccontextmanager
async def opened_browser() -> AsyncIterator[Browser]:
    """Chromium."""
    async with async_playwright() as play:
        opened = await play.chromium.launch(executable_path=chromium(), args=SWITCHES.split())
        yield opened
        await opened.close()
