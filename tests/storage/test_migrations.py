"""The way from each release's tables to the next, and back, with data in them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Connection, inspect

from bot.storage import postgres
from bot.storage.database import DatabaseGone, Session
from bot.storage.opening import sqlite_engine
from bot.storage.postgres import PostgresDatabase
from bot.storage.schema import bring_up_to_date, migrations
from tests.postgres import Server
from tests.storage.databases import on_a_loop

OLD = (
    "INSERT INTO person (tenant, id, met) VALUES ('t', 'p', 1.0)",
    "INSERT INTO profile (tenant, person, framework, grade, version) VALUES ('t', 'p', 'lancaster', 6, 3)",
    "INSERT INTO conversation (tenant, id, memory, welcomed, version) VALUES ('t', 'c', '{\"last\": null}', 2.0, 7)",
    "INSERT INTO seen (tenant, conversation, activity, at, answer) VALUES ('t', 'c', 'a', 3.0, '[1]')",
)
NEW = (
    "INSERT INTO outbox (tenant, conversation, number, method, url, at, tries, due) VALUES ('t', 'c', 1, 'PUT', 'https://x/', 1.0, 0, 1.0)",
    "INSERT INTO feedback (tenant, reply, liked, at) VALUES ('t', 'r', true, 1.0)",
    "UPDATE conversation SET service = 'https://x/', bot = 'b', account = '29:p', person = 'p'",
    "UPDATE seen SET recorded = true",
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
    "SELECT id, CAST(memory AS TEXT), welcomed, version FROM conversation": [("c", '{"last": null}', 2.0, 7)],
    "SELECT activity, at, CAST(answer AS TEXT) FROM seen": [("a", 3.0, "[1]")],
}


Work = Callable[[Connection], Any]


@dataclass
class Place:
    """Where a database is, which only these tests migrate."""

    runs: Callable[[Work], Any]

    def up(self) -> None:
        """To the newest release."""
        self.runs(lambda connection: bring_up_to_date(connection, "a.db"))

    def moves(self, direction: Any, to: str) -> None:
        """To this release."""
        self.runs(lambda connection: direction(migrations(connection), to))

    def executes(self, *statements: str) -> None:
        """Run them all."""
        self.runs(lambda connection: [connection.exec_driver_sql(statement) for statement in statements])

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What a query finds."""
        found: list[tuple[Any, ...]] = self.runs(lambda connection: [tuple(row) for row in connection.exec_driver_sql(query)])
        return found

    @property
    def tables(self) -> set[str]:
        """The names of the tables."""
        return set(self.runs(lambda connection: inspect(connection).get_table_names()))

    @property
    def kept(self) -> dict[str, list[tuple[Any, ...]]]:
        """What must be kept."""
        return {query: self.rows(query) for query in KEPT}


def in_transactions(session: Session) -> Callable[[Work], Any]:
    """Each work in a transaction of its own."""

    def runs(work: Work) -> Any:
        with session.writing(durable=True) as connection:
            return work(connection)

    return runs


@pytest.fixture
def on_file(tmp_path: Path) -> Iterator[Place]:
    engine = sqlite_engine(tmp_path / "a.db")
    with engine.connect() as opened:

        def runs(work: Work) -> Any:
            opened.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                done = work(opened)
            except BaseException:
                opened.exec_driver_sql("ROLLBACK")
                raise
            opened.exec_driver_sql("COMMIT")
            return done

        yield Place(runs)
    engine.dispose()


@pytest.fixture
def on_own_server(server: Server) -> Iterator[Place]:
    server.program("createdb", "migrating")
    with on_a_loop(lambda: PostgresDatabase(server.address("migrating")), enters=False) as opened:
        yield Place(lambda work: opened.now(lambda session: in_transactions(session)(work)))
    server.program("dropdb", "migrating")


@pytest.fixture(params=["on_file", "on_own_server"])
def place(request: pytest.FixtureRequest) -> Place:
    """A database of the first release, with data."""
    found: Place = request.getfixturevalue(request.param)
    found.moves(command.upgrade, "0001")
    found.executes(*OLD)
    return found


def test_an_upgrade_keeps_what_is_there(place: Place) -> None:
    place.up()
    assert place.kept == KEPT
    assert place.rows("SELECT recorded FROM seen") == [(False,)]
    place.executes(*NEW)


def test_the_way_back_and_forth_again_keeps_what_both_releases_know(place: Place) -> None:
    place.up()
    place.executes(*NEW)
    place.moves(command.downgrade, "0001")
    assert place.kept == KEPT
    assert not place.tables & {"outbox", "feedback"}
    place.up()
    assert place.kept == KEPT
    assert place.rows("SELECT service, person FROM conversation") == [(None, None)]
    assert place.rows("SELECT count(*) FROM outbox") == [(0,)]


def test_a_migration_that_fails_changes_nothing(place: Place) -> None:
    place.executes("CREATE TABLE feedback (in_the_way INTEGER)")
    with pytest.raises(Exception, match="already exists"):
        place.up()
    assert place.kept == KEPT
    assert "outbox" not in place.tables


def test_what_an_older_release_kept_is_looked_at_by_the_purge_unless_it_is_plainly_kept(place: Place) -> None:
    place.moves(command.upgrade, "0010")
    bodies = {
        "begun": ("assessment", '{"finished": null, "deleted": null, "role": "\\u0000"}'),
        "deleted": ("assessment", '{"finished": 1.0, "deleted": 2.0}'),
        "described": ("job description", '{"done": 1.0, "deleted": null}'),
        "evidence": ("evidence", "{}"),
        "finished": ("assessment", '{"finished": 1.0, "deleted": null, "role": "\\u0000"}'),
        "piece": ("deleted evidence", '{"deleted": 1.0}'),
        "planned": ("plan entry", '{"status": "done", "done": 1.0}'),
    }
    for id_, (kind, body) in bodies.items():
        key = f"'t', 'p', '{kind}', '{id_}', '{body}'"
        place.executes(f"INSERT INTO record (tenant, person, kind, id, body, version, made, saved) VALUES ({key}, 1, 1, 1)")
    place.up()

    def these(where: str) -> set[str]:
        return {id_ for (id_,) in place.rows(f"SELECT id FROM record WHERE {where}")}

    assert these("begun = saved") == {"begun", "described", "planned"}
    assert these("deleted = saved") == {"deleted", "piece"}
    assert these("begun IS NULL AND deleted IS NULL") == {"evidence", "finished"}
    place.moves(command.downgrade, "0010")
    assert len(place.rows("SELECT id FROM record")) == len(bodies)


async def test_a_migration_may_take_longer_than_a_turn(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def sleeps(connection: Connection, _name: str = "") -> None:
        connection.exec_driver_sql("SELECT pg_sleep(0.4)")

    monkeypatch.setattr(postgres, "COMMAND_TIMEOUT", 0.2)
    monkeypatch.setattr(postgres, "PATIENCE", 0.0)
    monkeypatch.setattr(postgres, "bring_up_to_date", sleeps)
    async with PostgresDatabase(server.address()) as database:
        with pytest.raises(DatabaseGone):
            await database.run(lambda session: sleeps(session.connection))
