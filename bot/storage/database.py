"""The database of one process: one SQLite connection, owned by one thread, where all work on it runs."""

import asyncio
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from bot.storage.opening import open_locked

Done = TypeVar("Done")


class DatabaseGone(Exception):  # noqa: N818 (what happened, not an error name)
    """The file was moved or deleted while the assistant runs: what is written now is lost when it ends."""


class Database:
    """Runs plain functions on the thread that owns the connection, one after the other."""

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

    async def run(self, work: Callable[["Database"], Done]) -> Done:
        """Run `work` on the connection's thread; it may read at once, and write within `writing`."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work, self)

    @property
    def connection(self) -> Connection:
        """The connection, for reading; only for work that `run` runs."""
        return self._connection

    @contextmanager
    def writing(self, *, durable: bool) -> Iterator[Connection]:
        """A transaction that is committed at the end, or rolled back on an exception.

        A durable one waits for the disk. Another may be lost when the machine (not the process) dies: enough for what a follow-up needs.
        """
        if durable:
            self._check_still_there()
        self._wait_for_disk(durable=durable)
        self._connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            yield self._connection
            self._connection.exec_driver_sql("COMMIT")
        except BaseException:
            if self._connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]  # SQLite's own
                self._connection.exec_driver_sql("ROLLBACK")
            raise

    def _check_still_there(self) -> None:
        try:
            there = os.path.samestat(self._path.stat(), self._file)
        except FileNotFoundError:
            there = False
        if not there:
            raise DatabaseGone(f"The database {self._path} was moved or deleted. Put it back, then start the assistant again.")

    def _wait_for_disk(self, *, durable: bool) -> None:
        wanted = "FULL" if durable else "NORMAL"
        if wanted != self._synchronous:
            self._connection.exec_driver_sql(f"PRAGMA synchronous={wanted}")
            self._synchronous = wanted

    def close(self) -> None:
        """Finish what runs, close the connection and give the lock back."""
        self._thread.submit(self._close).result()
        self._thread.shutdown()

    def _close(self) -> None:
        self._connection.close()
        self._connection.engine.dispose()
        self._lock.close()
