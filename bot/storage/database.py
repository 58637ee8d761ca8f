"""What a database is to the rest of the storage: it runs plain functions, each of which reads, and writes in a transaction."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol, Self, TypeVar

from sqlalchemy import Connection

from bot.addresses import PostgresAddress

Done = TypeVar("Done")


class NotWritten(Exception):  # noqa: N818 (what happened, not an error name)
    """The disk is full, broken or not to be written to: nothing of the transaction is stored."""


class DatabaseGone(Exception):  # noqa: N818
    """The database is not there any more, or not to be reached."""


class Session(Protocol):
    """The database as one piece of work sees it, while `Database.run` runs it."""

    @property
    def connection(self) -> Connection:
        """The connection, for reading."""
        ...

    def writing(self, *, durable: bool) -> AbstractContextManager[Connection]:
        """A transaction that is committed at the end, or rolled back on an exception. Raises NotWritten, or Clash.

        A durable one waits for the disk. Another may be lost when the machine (not the process) dies: enough for what a follow-up needs.
        """
        ...

    def at_once(self) -> AbstractContextManager[Connection]:
        """For one statement, which is a transaction by itself, and waits for no disk. Nothing was read before it. Raises NotWritten."""
        ...

    def wait_for_turn(self, tenant: str, conversation: str) -> None:
        """Wait until no other process takes a turn of this conversation; it is this one's until the transaction ends."""
        ...

    def check(self) -> None:
        """See that the database is there and takes a transaction. Raises what hinders it."""
        ...


class Database(Protocol):
    """A database, open from entering to leaving. `shared` says that other processes may use it at the same time."""

    shared: bool

    async def __aenter__(self) -> Self: ...

    async def __aexit__(self, *_reason: object) -> None: ...

    async def run(self, work: Callable[[Session], Done]) -> Done:
        """Run `work`, which may read at once, and write within `writing`. Where a connection is lost, it may run again on another."""
        ...


def make_database(where: Path | PostgresAddress, password: str = "", connections: int = 10) -> Database:
    """The database of a file, made where there is none, or of a PostgreSQL server, on so many connections.

    Raises CannotStart where the file cannot be used; entering it does, where the server cannot.
    """
    if isinstance(where, Path):
        from bot.storage.sqlite import SqliteDatabase  # noqa: PLC0415 (each only where it is used)

        return SqliteDatabase(where)
    from bot.storage.postgres import PostgresDatabase  # noqa: PLC0415

    return PostgresDatabase(where, password, connections)
