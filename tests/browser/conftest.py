"""A person at the Agents Playground: bot and Playground as processes, one of each for every test worker, and Chromium."""

import asyncio
import fcntl
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
import pytest
import pytest_asyncio
import yaml
from playwright.async_api import Browser, async_playwright

from bot.settings import PROJECT, Settings
from bot.terminal.playground import OLDEST_NODE, Playground, find_playground, playground
from tests.browser.person import Person

FIRST_PORT, PORTS = 20_000, 12_000  # below the ports that a system gives out by itself
SWITCHES = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
)
HERE = Path(__file__).parent


def chromium() -> str | None:
    """Where Chromium is; it is never downloaded."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder; leave them out, with a line that says so, where there is nothing to run them with."""
    missing = [name for name, path in (("Chromium", chromium()), (f"Node.js {OLDEST_NODE}", shutil.which("node"))) if path is None]
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if missing:
                item.add_marker(pytest.mark.skip(reason=f"browser tests left out: {' and '.join(missing)} not found"))


def free_port(worker: str) -> int:
    """A free port that no other worker takes: each has a range of its own."""
    first = FIRST_PORT + crc32(f"{PROJECT} {worker}".encode()) % (PORTS // 20) * 20
    for port in range(first, first + 20):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise AssertionError(f"no free port from {first}")


@pytest.fixture(scope="session")
def installed() -> Playground:
    """The Playground, installed by one worker while the others wait."""
    with (PROJECT / "deploy" / "playground" / "package-lock.json").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        found = find_playground()
    if found is None:
        pytest.skip(f"browser tests left out: the Agents Playground could not be installed, or Node.js is older than {OLDEST_NODE}")
    return found


@dataclass(frozen=True)
class Place:
    """The addresses of the bot and of the Playground."""

    bot: str
    playground: str


async def uninstall(place: Place) -> None:
    """Remove the assistant from the personal chat, so that the next page, which installs it, is welcomed."""
    people = yaml.safe_load((PROJECT / "deploy" / "playground" / "people.yml").read_text())
    removed = {
        "type": "installationUpdate",
        "action": "remove",
        "channelId": "msteams",
        "serviceUrl": place.playground,
        "from": {"id": people["currentUser"]["id"]},
        "recipient": {"id": people["bot"]["id"]},
        "conversation": {"id": people["personalChat"]["id"], "tenantId": people["tenantId"]},
    }
    async with aiohttp.ClientSession() as session, session.post(f"{place.bot}/api/messages", json=removed) as response:
        assert response.status == 200


@asynccontextmanager
async def running_bot(settings: Settings) -> AsyncIterator[None]:
    """`python -m bot run`, until the context ends."""
    environment = os.environ | {"ASSISTANT_PORT": str(settings.port), "ASSISTANT_DATABASE": str(settings.database)}
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


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def place(installed: Playground, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> AsyncIterator[Place]:
    """A Playground that talks to a bot of this worker's own."""
    database = tmp_path_factory.mktemp("bot") / "assistant.db"
    settings = Settings(_env_file=None, port=free_port(worker_id), database=database)
    async with running_bot(settings):
        port = free_port(f"{worker_id} playground")
        async with playground(installed, settings, port):
            yield Place(f"http://127.0.0.1:{settings.port}", f"http://127.0.0.1:{port}")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium."""
    async with async_playwright() as play:
        opened = await play.chromium.launch(executable_path=chromium(), args=SWITCHES.split())
        yield opened
        await opened.close()


@pytest_asyncio.fixture(loop_scope="session")
async def person(browser: Browser, place: Place, request: pytest.FixtureRequest) -> AsyncIterator[Person]:
    """Somebody who has just installed the assistant and was welcomed. Every test leaves a picture in `build/`."""
    await uninstall(place)
    page = await browser.new_page(viewport={"width": 1280, "height": 1000})
    someone = Person(page)
    await someone.opens(place.playground)
    yield someone
    await page.screenshot(path=PROJECT / "build" / f"{request.node.name}.png")
    await page.close()
