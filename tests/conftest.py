"""What many tests start from: a bot on a real port with a database of its own, a local connector, and a person to talk to it."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import hypothesis
import pytest
import structlog
from aiohttp.test_utils import TestClient, TestServer

from bot.assistants import make_assistant
from bot.msteams.post.patience import Patience
from bot.settings import Settings
from bot.storage.sqlite import SqliteDatabase
from bot.wiring import make_application
from tests.chat import Chat
from tests.connector import LocalConnector
from tests.fakes import FakeAssistant
from tests.postgres import Server, why_not


def pytest_configure(config: pytest.Config) -> None:
    """Learn how people ask before the workers start, so that none of them, and no bot they start, spends its time on it.

    Tracebacks are logged plainly: structlog's own, with every value in them, take a second each.
    """
    plainly = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    hypothesis.settings.register_profile("unhurried", deadline=None)  # a busy machine is no fault
    hypothesis.settings.load_profile("unhurried")
    structlog.configure(processors=[structlog.processors.add_log_level, plainly])
    if not hasattr(config, "workerinput"):
        make_assistant(Settings(_env_file=None))


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with its tables, made once: a copy is quicker than the migrations."""
    path = tmp_path_factory.mktemp("empty") / "assistant.db"
    SqliteDatabase(path).close()
    return path


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server."""
    if reason := why_not():
        pytest.skip(reason)
    with Server() as started:
        yield started


@pytest.fixture
def settings(tmp_path: Path, empty_database: Path) -> Settings:
    """Settings with a database of this test's own."""
    database = Path(shutil.copy(empty_database, tmp_path))
    return Settings(_env_file=None, development=True, database=database, most_of_a_person=1_000_000, most_a_second=1_000_000)


@pytest.fixture
def assistant() -> FakeAssistant:
    """An assistant that needs no knowledge."""
    return FakeAssistant()


@pytest.fixture
async def connector() -> AsyncIterator[LocalConnector]:
    """The channel's connector."""
    async with LocalConnector() as local:
        yield local


@pytest.fixture
async def chat(settings: Settings, assistant: FakeAssistant, connector: LocalConnector) -> AsyncIterator[Chat]:
    """Alex in a personal chat with a bot that loses no time before it tries to send again."""
    app = make_application(settings, lambda _: assistant, Patience(first=0.0))
    async with TestClient(TestServer(app)) as client:
        yield Chat(client, connector)
