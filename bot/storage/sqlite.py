"""The database in a file, of one process: one SQLite connection, owned by one thread, where all work on it runs."""

import asyncio
import os
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from bot.storage.database import DatabaseGone, Done, NotWritten, Session
from bot.storage.opening import open_locked

_NOT_WRITTEN = (sqlite3.OperationalError, OperationalError)


class SqliteDatabase:
    """Runs plain functions on the thread that owns the connection, one after the other; it is the session of each of them as well."""

    shared = False

    def __init__(self, path: Path) -> None:
        """Open the database at `path`, made where there is none. Raises CannotStart."""
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="storage")
        self._synchronous = ""
        try:
            self._connection, self._lock = self._thread.submit(open_locked, path).result()
            self._path, self._file = path, path.stat()
        except BaseException:
            self._thread.shutdown()
            raise

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_reason: object) -> None:
        self.close()

    async def run(self, work: Callable[[Session], Done]) -> Done:
        """Run `work` on the connection's thread; it may read at once, and write within `writing`."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work, self)

    @property
    def connection(self) -> Connection:
        """The connection, for reading; only for work that `run` runs."""
        return self._connection

    @contextmanager
    def writing(self, *, durable: bool) -> Iterator[Connection]:
        """A transaction that is committed at the end, or rolled back on an exception. Raises NotWritten."""
        if durable:
            self._check_still_there()
        try:
            self._wait_for_disk(durable=durable)
            self._order("BEGIN IMMEDIATE")
            yield self._connection
            self._order("COMMIT")
        except BaseException as fault:
            if self._connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]  # SQLite's own
                self._order("ROLLBACK")
            if isinstance(fault, _NOT_WRITTEN):
                raise NotWritten from fault
            raise

    def wait_for_turn(self, tenant: str, conversation: str) -> None:
        """There is no other process."""

    def _order(self, sql: str) -> None:
        """Straight to the driver, as what every turn reads and writes."""
        self._connection.connection.cursor().execute(sql)

    def check(self) -> None:
        """See that the file is there and takes a transaction. Raises DatabaseGone, or NotWritten."""
        with self.writing(durable=True):
            pass

    def _check_still_there(self) -> None:
        try:
            now = self._path.stat()
            there = os.path.samestat(now, self._file) and now.st_size >= self._file.st_size  # it never shrinks by our own doing
        except FileNotFoundError:
            there = False
        if there:
            self._file = now
        else:
            raise DatabaseGone(f"The database {self._path} was moved or deleted. Put it back, then start the assistant again.")

    def _wait_for_disk(self, *, durable: bool) -> None:
        wanted = "FULL" if durable else "NORMAL"
        if wanted != self._synchronous:
            self._order(f"PRAGMA synchronous={wanted}")
            self._synchronous = wanted

    def close(self) -> None:
        """Finish what runs, close the connection and give the lock back."""
        self._thread.submit(self._close).result()
        self._thread.shutdown()

    def _close(self) -> None:
        self._connection.close()
        self._connection.engine.dispose()
        self._lock.close()
