"""A copy of the database, read beside whoever uses it."""

from pathlib import Path

import pytest

from bot.settings import CannotStart
from bot.storage.copying import copied
from bot.storage.sqlite import SqliteDatabase
from tests.storage.living import Life


async def test_a_copy_holds_what_the_running_assistant_has_written(tmp_path: Path) -> None:
    async with SqliteDatabase(tmp_path / "a.db") as database:
        await Life(database).comes()
        with copied(tmp_path / "a.db") as copy:
            async with SqliteDatabase(copy) as other:
                assert await other.run(lambda held: held.connection.exec_driver_sql("SELECT id FROM person").scalars().all()) == ["alex"]
        assert not copy.exists()
        await Life(database).comes("jo")


def test_where_there_is_no_database_it_says_when_there_will_be(tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="It is made when the assistant first runs"), copied(tmp_path / "a.db"):
        pass
