"""A person at the Agents Playground: bot, Playground and Chromium, one of each for every test worker."""

import fcntl
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from bot.settings import PROJECT
from bot.terminal.playground import OLDEST_NODE, Playground, find_playground
from tests.browser.person import Person
from tests.browser.running import Place, beside, chromium, opened_browser, running

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder; leave them out, with a line that says so, where there is nothing to run them with."""
    missing = [name for name, path in (("Chromium", chromium()), (f"Node.js {OLDEST_NODE}", shutil.which("node"))) if path is None]
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if missing:
                item.add_marker(pytest.mark.skip(reason=f"browser tests left out: {' and '.join(missing)} not found"))


@pytest.fixture(scope="session")
def installed() -> Playground:
    """The Playground, installed by one worker while the others wait."""
    with (PROJECT / "deploy" / "playground" / "package-lock.json").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        found = find_playground()
    if found is None:
        pytest.skip(f"browser tests left out: the Agents Playground could not be installed, or Node.js is older than {OLDEST_NODE}")
    return found


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def place(installed: Playground, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> AsyncIterator[Place]:
    """A Playground that talks to a bot of this worker's own."""
    async with running(installed, tmp_path_factory.mktemp("bot") / "assistant.db", worker_id) as found:
        yield found


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium."""
    async with opened_browser() as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def person(browser: Browser, place: Place, request: pytest.FixtureRequest) -> AsyncIterator[Person]:
    """Somebody who has just installed the assistant and was welcomed. Every test leaves a picture in `build/`."""
    await place.uninstall()
    page = await browser.new_page(viewport={"width": 1280, "height": 1000})
    someone = Person(page)
    await someone.opens(place.playground)
    yield someone
    await page.screenshot(path=PROJECT / "build" / f"{request.node.name}.png")
    await page.close()


@pytest_asyncio.fixture(loop_scope="session")
async def manager(browser: Browser, place: Place, installed: Playground, tmp_path: Path, worker_id: str) -> AsyncIterator[Person]:
    """Sam Price, at a Playground of their own that talks to the same bot."""
    async with beside(installed, place, tmp_path / "people.yml", f"{worker_id} manager") as address:
        page = await browser.new_page(viewport={"width": 1280, "height": 1000})
        sam = Person(page)
        await sam.opens(address)
        yield sam
        await page.screenshot(path=PROJECT / "build" / "manager.png")
        await page.close()
