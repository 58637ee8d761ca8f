"""The database in a file, of one process: one SQLite connection, owned by one thread, where all work on it runs."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO, Self

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from bot.storage.database import DatabaseGone, Done, NotWritten, Session
from bot.storage.folders import sync_folder
from bot.storage.one_thread import OneThread
from bot.storage.opening import open_locked

_NOT_WRITTEN = (sqlite3.OperationalError, OperationalError)
_sync = getattr(os, "fdatasync", os.fsync)


class SqliteDatabase:
    """Runs plain functions on the thread that owns the connection, one after the other; it is the session of each of them as well.

    Transactions are committed to the write-ahead log without a wait (`synchronous=NORMAL`). A durable one is told to be done once the log
    is on the disk, which is what `synchronous=FULL` does as well, but once for all that came while the last wait lasted.
    """

    shared = False

    def __init__(self, path: Path) -> None:
        """Open the database at `path`, made where there is none. Raises CannotStart."""
        self._connection, self._lock = open_locked(path)
        self._path, self._file = path, path.stat()
        self._log: BinaryIO | None = None
        self._thread = OneThread("storage", self._wait_for_disk)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_reason: object) -> None:
        self.close()

    async def run(self, work: Callable[[Session], Done]) -> Done:
        """Run `work` on the connection's thread; it may read at once, and write within `writing`."""
        return await self._thread.run(partial(work, self))

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
            self._order("BEGIN IMMEDIATE")
            yield self._connection
            self._order("COMMIT")
            self._thread.unsynced |= durable
        except BaseException as fault:
            if self._connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]  # SQLite's own
                self._order("ROLLBACK")
            if isinstance(fault, _NOT_WRITTEN):
                raise NotWritten from fault
            raise

    @contextmanager
    def at_once(self) -> Iterator[Connection]:
        """One statement, which SQLite commits by itself. Raises NotWritten."""
        try:
            yield self._connection
        except _NOT_WRITTEN as fault:
            raise NotWritten from fault

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

    def _wait_for_disk(self) -> None:
        """Wait until the log is on the disk; the first time, that it is in its folder as well. Raises NotWritten."""
        try:
            if self._log is None:
                self._log = self._path.with_name(self._path.name + "-wal").open("rb+")
                sync_folder(self._path.parent)
            _sync(self._log.fileno())
        except OSError as fault:
            raise NotWritten from fault

    def close(self) -> None:
        """Finish what runs, close the connection and give the lock back."""
        self._thread.close()
        if self._log is not None:
            self._log.close()
        self._connection.close()
        self._connection.engine.dispose()
        self._lock.close()
