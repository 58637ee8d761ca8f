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


@dataclass(frozen=True)
class Place:
    """The addresses of the bot and of the Playground."""

    bot: str
    playground: str

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
    async with _running_bot(settings):
        port = free_port(f"{user} playground")
        async with playground(installed, settings, port):
            yield Place(f"http://127.0.0.1:{settings.port}", f"http://127.0.0.1:{port}")


@asynccontextmanager
async def _running_bot(settings: Settings) -> AsyncIterator[None]:
    """`python -m bot run`, until the context ends."""
    told = {"ASSISTANT_DEVELOPMENT": "true", "ASSISTANT_PORT": str(settings.port), "ASSISTANT_DATABASE": str(settings.database)}
    environment = os.environ | told
    bot = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"), cwd=PROJECT, env=environment, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert bot.stdout is not None
        assert b"listens" in await bot.stdout.readline()
        yield
    finally:
        bot.send_signal(signal.SIGINT)
        assert await bot.wait() == 0


@asynccontextmanager
async def opened_browser() -> AsyncIterator[Browser]:
    """Chromium."""
    async with async_playwright() as play:
        opened = await play.chromium.launch(executable_path=chromium(), args=SWITCHES.split())
        yield opened
        await opened.close()
