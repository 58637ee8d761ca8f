"""Opening the SQLite file: folder, lock, connection, schema, and a clear sentence for whatever is in the way."""

import sqlite3
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool

from bot.settings import CannotStart
from bot.storage.lock import lock_database
from bot.storage.schema import bring_up_to_date

_REMEDIES = (
    ("not a database", "is not a database. Name another file in ASSISTANT_DATABASE, or move this one away."),
    ("disk is full", "cannot grow: the disk is full. Make room, then start again."),
    ("readonly", "cannot be written. Give this user the right to write it and its folder, or name another file in ASSISTANT_DATABASE."),
    (
        "unable to open",
        "cannot be opened. Give this user the right to write it and its folder, or name another file in ASSISTANT_DATABASE.",
    ),
    ("malformed", "is damaged. Put back a copy of it, or move it away to begin anew."),
)


def open_locked(path: Path) -> tuple[Connection, BinaryIO]:
    """The one connection of this process, its schema up to date, and the lock's file. Raises CannotStart."""
    lock = _locked(path)
    try:
        return _connect(path), lock
    except DatabaseError as error:
        lock.close()
        raise CannotStart(_sentence(path, str(error.orig))) from None
    except BaseException:
        lock.close()
        raise


def _locked(path: Path) -> BinaryIO:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return lock_database(path)
    except OSError as error:
        raise CannotStart(
            f"The folder {path.parent} cannot be written ({error.strerror}). "
            "Give this user the right to write there, or name another file in ASSISTANT_DATABASE."
        ) from None


def _connect(path: Path) -> Connection:
    connection = sqlite_engine(path).connect()
    connection.exec_driver_sql("PRAGMA journal_mode=WAL")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        bring_up_to_date(connection, str(path))
    except BaseException:
        connection.exec_driver_sql("ROLLBACK")
        raise
    connection.exec_driver_sql("COMMIT")
    return connection


def sqlite_engine(path: Path) -> Engine:
    """An engine of one connection that begins and ends no transaction by itself."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=StaticPool,
        isolation_level="AUTOCOMMIT",
        hide_parameters=True,
        connect_args={"check_same_thread": False},  # it is opened and closed elsewhere than it is used
    )
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA busy_timeout=2000")
    connection.execute("PRAGMA synchronous=NORMAL")


def _sentence(path: Path, reason: str) -> str:
    for sign, remedy in _REMEDIES:
        if sign in reason:
            return f"The database {path} {remedy}"
    return f"The database {path} cannot be used: {reason}. Name another file in ASSISTANT_DATABASE."
