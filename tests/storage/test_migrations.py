"""The way from each release's tables to the next, and back, with data in them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Connection

from bot.storage.opening import sqlite_engine
from bot.storage.schema import bring_up_to_date, migrations

OLD = (
    "INSERT INTO person (tenant, id, met) VALUES ('t', 'p', 1.0)",
    "INSERT INTO profile (tenant, person, framework, grade, version) VALUES ('t', 'p', 'lancaster', 6, 3)",
    "INSERT INTO conversation (tenant, id, memory, welcomed, version) VALUES ('t', 'c', '{\"last\": null}', 2.0, 7)",
    "INSERT INTO seen (tenant, conversation, activity, at, answer) VALUES ('t', 'c', 'a', 3.0, '[1]')",
)
NEW = (
    "INSERT INTO outbox (tenant, conversation, number, method, url, at, tries, due) VALUES ('t', 'c', 1, 'PUT', 'https://x/', 1.0, 0, 1.0)",
    "INSERT INTO feedback (tenant, reply, liked, at) VALUES ('t', 'r', 1, 1.0)",
    "UPDATE conversation SET service = 'https://x/', bot = 'b', account = '29:p', person = 'p'",
    "UPDATE seen SET recorded = 1",
    "UPDATE profile SET aim = 'manager-7'",
    "UPDATE person SET visited = 2.0, zone = 'Europe/London', told = 3.0",
    "INSERT INTO audit (tenant, id, person, done, what, by, at) VALUES ('t', '1', 'p', 'exported', 'plan', 'themselves', 1.0)",
    "INSERT INTO audit (tenant, id, done, what, by, at) VALUES ('t', '2', 'erased', 'everything', 'themselves', 1.0)",
    "INSERT INTO reminder (tenant, person, key, topic, record, due) VALUES ('t', 'p', 'week:x', 'plan', 'x', 1.0)",
    "INSERT INTO watch (job, ran) VALUES ('purge', 1.0)",
)
KEPT = {
    "SELECT tenant, id, met FROM person": [("t", "p", 1.0)],
    "SELECT person, framework, grade, version FROM profile": [("p", "lancaster", 6, 3)],
    "SELECT id, memory, welcomed, version FROM conversation": [("c", '{"last": null}', 2.0, 7)],
    "SELECT activity, at, answer FROM seen": [("a", 3.0, "[1]")],
}


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """A database of the first release, with data."""
    engine = sqlite_engine(tmp_path / "a.db")
    with engine.connect() as opened:
        migrate(opened, "0001", command.upgrade)
        execute(opened, OLD)
        yield opened
    engine.dispose()


def migrate(connection: Connection, to: str, direction: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    direction(migrations(connection), to)
    connection.exec_driver_sql("COMMIT")


def execute(connection: Connection, statements: tuple[str, ...]) -> None:
    for statement in statements:
        connection.exec_driver_sql(statement)


def kept(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    return {query: [tuple(row) for row in connection.exec_driver_sql(query)] for query in KEPT}


def test_an_upgrade_keeps_what_is_there(connection: Connection, tmp_path: Path) -> None:
    bring_up_to_date(connection, tmp_path / "a.db")
    assert kept(connection) == KEPT
    assert connection.exec_driver_sql("SELECT recorded FROM seen").scalar_one() == 0
    execute(connection, NEW)


def test_the_way_back_and_forth_again_keeps_what_both_releases_know(connection: Connection, tmp_path: Path) -> None:
    bring_up_to_date(connection, tmp_path / "a.db")
    execute(connection, NEW)
    migrate(connection, "0001", command.downgrade)
    assert kept(connection) == KEPT
    assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name IN ('outbox', 'feedback')").scalar_one() == 0
    bring_up_to_date(connection, tmp_path / "a.db")
    assert kept(connection) == KEPT
    assert connection.exec_driver_sql("SELECT service, person FROM conversation").one() == (None, None)
    assert connection.exec_driver_sql("SELECT count(*) FROM outbox").scalar_one() == 0


def test_a_migration_that_fails_changes_nothing(connection: Connection, tmp_path: Path) -> None:
    execute(connection, ("CREATE TABLE feedback (in_the_way INTEGER)",))
    with pytest.raises(Exception, match="already exists"):
        bring_up_to_date(connection, tmp_path / "a.db")
    assert kept(connection) == KEPT
    assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'outbox'").scalar_one() == 0
