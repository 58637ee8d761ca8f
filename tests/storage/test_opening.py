"""Opening the database: the schema, and a clear sentence for whatever is in the way."""

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.settings import PROJECT, CannotStart
from bot.storage.database import Database, Session
from bot.storage.opening import sqlite_engine
from bot.storage.schema import MIGRATIONS, NEWEST
from bot.storage.sqlite import SqliteDatabase
from bot.storage.tables import metadata


def execute(path: Path, statement: str) -> None:
    engine = sqlite_engine(path)
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


async def test_the_migrations_make_the_tables_that_the_code_knows(database: Database) -> None:
    def differences(session: Session) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(session.connection), metadata))

    assert await database.run(differences) == []


def test_the_newest_migration_is_the_one_that_start_asks_for() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == NEWEST


def test_what_is_stored_is_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folders" / "a%20b.db"
    for _ in range(2):
        SqliteDatabase(path).close()
    execute(path, "INSERT INTO seen (tenant, conversation, activity, at) VALUES ('t', 'c', 'a', 1.0)")


def test_alembic_is_not_imported_where_the_schema_is_up_to_date(empty_database: Path, tmp_path: Path) -> None:
    program = "import sys; from pathlib import Path; from bot.storage.sqlite import SqliteDatabase"
    program += f"\nSqliteDatabase(Path({str(empty_database)!r})).close()"
    program += "\nassert 'alembic' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True, cwd=PROJECT)


def test_a_second_process_is_refused_and_told_why(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    first = SqliteDatabase(path)
    program = f"from pathlib import Path; from bot.storage.sqlite import SqliteDatabase; SqliteDatabase(Path({str(path)!r}))"
    second = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=PROJECT)
    first.close()
    assert "Another process (process " in second.stderr
    SqliteDatabase(path).close()


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_text("not a database " * 100)
    with pytest.raises(CannotStart, match="is not a database"):
        SqliteDatabase(path)


def test_a_folder_in_the_place_of_the_database_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="cannot be opened"):
        SqliteDatabase(tmp_path)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotStart, match="cannot be written"):
        SqliteDatabase(tmp_path / "file" / "a.db")


def test_a_database_of_a_newer_release_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    SqliteDatabase(path).close()
    execute(path, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(CannotStart, match="newer release"):
        SqliteDatabase(path)


def test_a_failed_start_gives_the_lock_back(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_text("not a database " * 100)
    with pytest.raises(CannotStart):
        SqliteDatabase(path)
    path.unlink()
    SqliteDatabase(path).close()


@pytest.mark.parametrize(
    "name",
    ["a%20b.db", "a+b%.db", "a#b.db", pytest.param("a?b.db", marks=pytest.mark.skipif(sys.platform == "win32", reason="no such name"))],
)
def test_the_file_has_the_name_that_was_given_whatever_it_would_mean_in_a_url(tmp_path: Path, name: str) -> None:
    SqliteDatabase(tmp_path / name).close()
    assert {path.name for path in tmp_path.iterdir()} == {name, f"{name}.lock"}
