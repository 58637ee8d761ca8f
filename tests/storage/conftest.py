"""The databases that the storage contract holds for."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.storage.database import Database


@pytest.fixture(params=["sqlite"])
def database(request: pytest.FixtureRequest, empty_database: Path, tmp_path: Path) -> Iterator[Database]:
    """An empty database of each kind."""
    opened = {"sqlite": lambda: Database(Path(shutil.copy(empty_database, tmp_path)))}[request.param]()
    yield opened
    opened.close()
