"""Looking into the database beside whoever uses it."""

from pathlib import Path

import pytest

from bot.settings import CannotStart
from bot.storage.looking import looking
from bot.storage.sqlite import SqliteDatabase
from tests.storage.living import Life


async def test_what_the_running_assistant_has_written_is_seen_and_it_goes_on(tmp_path: Path) -> None:
    async with SqliteDatabase(tmp_path / "a.db") as database:
        await Life(database).comes()
        with looking(tmp_path / "a.db") as connection:
            assert connection.exec_driver_sql("SELECT id FROM person").scalars().all() == ["alex"]
        await Life(database).comes("jo")


def test_where_there_is_no_database_it_says_when_there_will_be(tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="It is made when the assistant first runs"), looking(tmp_path / "a.db"):
        pass
