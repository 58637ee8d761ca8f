"""Records in memory and in a database, kept in the same way by the tests that hold for both."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from sqlalchemy import insert

from bot.people.notebook import Notebook, _Held
from bot.people.records import Record, Records
from bot.storage.database import Session
from bot.storage.forgetting import forget_person
from bot.storage.records import StoredRecords, drop_record, save_record
from bot.storage.tables import record
from bot.storage.visits import meet
from tests.storage.databases import OnALoop

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
    """A database, used while a piece of work on it runs."""

    database: OnALoop
    session: Session | None = None

    def of(self, tenant: str, person: str) -> Records:
        """The records of one person."""
        return StoredRecords(self._session.connection, tenant, person)

    def keep(
        self, saves: Iterable[Record[Any]] = (), drops: Iterable[Record[Any]] = (), now: float = 1.0, of: tuple[str, str] = ALEX
    ) -> None:
        """Save and drop, all or nothing."""
        with self._session.writing(durable=False) as connection:
            for record in drops:
                drop_record(connection, *of, record)
            for record in saves:
                save_record(connection, *of, record, now)

    def forget(self, tenant: str, person: str) -> None:
        """Nothing of a person is held any more."""
        with self._session.writing(durable=False) as connection:
            forget_person(connection, tenant, person, "their conversation")

    def overwrite(self, kind: str, id_: str, body: Any) -> None:
        """Alex's record holds this, whatever wrote it."""
        tenant, person = ALEX
        with self._session.writing(durable=False) as connection:
            meet(connection, tenant, person, 1.0)
            key = {"tenant": tenant, "person": person, "kind": kind, "id": id_}
            connection.execute(insert(record).values(**key, body=body, version=1, made=1.0, saved=1.0))

    @property
    def _session(self) -> Session:
        assert self.session is not None
        return self.session


def on_its_thread(keeper: Keeper, work: Callable[[], Done]) -> Done:
    """What `work` returns; with a database, while it runs on that."""
    if not isinstance(keeper, InDatabase):
        return work()

    def on(session: Session) -> Done:
        keeper.session = session
        return work()

    return keeper.database.now(on)
