"""The databases that the storage contract holds for."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.storage.postgres import PostgresDatabase
from bot.storage.sqlite import SqliteDatabase
from tests.postgres import Server
from tests.storage.databases import OnALoop, empty, on_a_loop


@pytest.fixture(scope="session")
def on_server(server: Server) -> Iterator[OnALoop]:
    """A database on it, with its tables."""
    with on_a_loop(lambda: PostgresDatabase(server.address())) as opened, on_a_loop(lambda: PostgresDatabase(server.address())) as another:
        opened.another = another
        yield opened


@pytest.fixture
def sqlite(empty_database: Path, tmp_path: Path) -> Iterator[OnALoop]:
    """An empty database in a file."""
    path = Path(shutil.copy(empty_database, tmp_path))
    with on_a_loop(lambda: SqliteDatabase(path)) as opened:
        yield opened


@pytest.fixture
def postgres(on_server: OnALoop) -> OnALoop:
    """An empty database on a server."""
    on_server.now(empty)
    return on_server


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> OnALoop:
    """An empty database of each kind."""
    opened: OnALoop = request.getfixturevalue(request.param)
    return opened
