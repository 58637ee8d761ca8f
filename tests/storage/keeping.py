"""Records in memory and in a database, kept in the same way by the tests that hold for both."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection

from bot.people.notebook import Notebook, _Held
from bot.people.records import Record, Records
from bot.storage.database import Database
from bot.storage.forgetting import forget_person
from bot.storage.records import StoredRecords, drop_record, save_record

Done = TypeVar("Done")
ALEX = ("a-tenant", "alex")


class Keeper(Protocol):
    """Keeps the records of several people."""

    def of(self, tenant: str, person: str) -> Records:
        """The records of one person."""
        ...

    def keep(
        self, saves: Iterable[Record[Any]] = (), drops: Iterable[Record[Any]] = (), now: float = 1.0, of: tuple[str, str] = ALEX
    ) -> None:
        """Save and drop, all or nothing."""
        ...

    def forget(self, tenant: str, person: str) -> None:
        """Nothing of a person is held any more."""
        ...

    def overwrite(self, kind: str, id_: str, body: Any) -> None:
        """Alex's record holds this, whatever wrote it."""
        ...


@dataclass
class InMemory:
    """A notebook for each person."""

    notebooks: dict[tuple[str, str], Notebook] = field(default_factory=dict)

    def of(self, tenant: str, person: str) -> Notebook:
        """The records of one person."""
        return self.notebooks.setdefault((tenant, person), Notebook())

    def keep(
        self, saves: Iterable[Record[Any]] = (), drops: Iterable[Record[Any]] = (), now: float = 1.0, of: tuple[str, str] = ALEX
    ) -> None:
        """Save and drop, all or nothing."""
        self.of(*of).keep(saves, drops, now)

    def forget(self, tenant: str, person: str) -> None:
        """Nothing of a person is held any more."""
        self.of(tenant, person).forget()

    def overwrite(self, kind: str, id_: str, body: Any) -> None:
        """Alex's record holds this."""
        self.of(*ALEX)._held[kind, id_] = _Held(body, 1, 1.0, 1.0)


@dataclass
class InDatabase:
    """A database, used on the one thread that owns it."""

    database: Database

    def of(self, tenant: str, person: str) -> Records:
        """The records of one person."""
        return StoredRecords(self._connection, tenant, person)

    def keep(
        self, saves: Iterable[Record[Any]] = (), drops: Iterable[Record[Any]] = (), now: float = 1.0, of: tuple[str, str] = ALEX
    ) -> None:
        """Save and drop, all or nothing."""
        with self.database.writing(durable=False) as connection:
            for record in drops:
                drop_record(connection, *of, record)
            for record in saves:
                save_record(connection, *of, record, now)

    def forget(self, tenant: str, person: str) -> None:
        """Nothing of a person is held any more."""
        with self.database.writing(durable=False) as connection:
            forget_person(connection, tenant, person, "their conversation")

    def overwrite(self, kind: str, id_: str, body: Any) -> None:
        """Alex's record holds this."""
        sql = "INSERT INTO record (tenant, person, kind, id, body, version, made, saved) VALUES (?, ?, ?, ?, ?, 1, 1.0, 1.0)"
        with self.database.writing(durable=False) as connection:
            connection.exec_driver_sql("INSERT OR IGNORE INTO person (tenant, id, met) VALUES (?, ?, 1.0)", ALEX)
            connection.exec_driver_sql(sql, (*ALEX, kind, id_, json.dumps(body)))

    @property
    def _connection(self) -> Connection:
        return self.database.connection


def on_its_thread(keeper: Keeper, work: Callable[[], Done]) -> Done:
    """What `work` returns; with a database, on the one thread that may use it."""
    return keeper.database._thread.submit(work).result() if isinstance(keeper, InDatabase) else work()
