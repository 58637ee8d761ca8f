"""Copies of an SQLite database: one made while the assistant runs, and one put back in its place while it does not."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.settings import CannotStart
from bot.storage.folders import sync_folder
from bot.storage.lock import lock_database
from bot.storage.looking import State, read_only, state_of

_WITH_IT = ("", "-wal", "-shm")
"""A database is its file and these beside it. Another database's log beside a file that was put back would spoil it."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done: where the database that was there lies now (None where there was none), and how many messages were dropped."""

    aside: Path | None
    dropped: int


def back_up(database: Path, to: Path) -> int:
    """Copy one moment of a database, whatever goes on in it, and check the copy; its size in bytes. Raises CannotStart."""
    if to.exists():
        raise CannotStart(f"{to} exists already. Name another file: a copy takes no other's place.")
    if not database.exists():
        raise CannotStart(f"There is no database {database}. ASSISTANT_DATABASE names the one to copy.")
    unfinished = to.with_name(to.name + ".unfinished")
    try:
        _private(unfinished)
        _copy(database, unfinished)
        unfinished.replace(to)
        _settled(to.parent)
    except (OSError, sqlite3.Error) as error:
        raise CannotStart(f"No copy was made: {error}. See that {to.parent} can be written and has room, then try again.") from None
    finally:
        for rest in ("", "-journal", "-wal", "-shm"):
            unfinished.with_name(unfinished.name + rest).unlink(missing_ok=True)
    return to.stat().st_size


def _private(path: Path) -> None:
    """An empty file that nobody but this user reads: it is to hold what people wrote."""
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600))


def _copy(database: Path, to: Path) -> None:
    with closing(read_only(database)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)  # in one step, which is one moment
        target.execute("PRAGMA journal_mode=DELETE")  # so that the copy is one file
        if (found := target.execute("PRAGMA integrity_check(1)").fetchone()[0]) != "ok":
            raise sqlite3.DatabaseError(found)
    with to.open("rb+") as file:
        os.fsync(file.fileno())


def _settled(folder: Path) -> None:
    """See to the new name; a system on which a folder cannot be opened settles it by itself."""
    with suppress(OSError):
        sync_folder(folder)


def restore(database: Path, copy: Path) -> Restored:
    """Put a copy in the place of a database that nobody uses; what was there is moved aside, whole. Raises CannotStart."""
    _check(copy, state_of(copy))
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        with lock_database(database):
            return _put_back(database, copy)
    except (OSError, sqlite3.Error) as error:
        raise CannotStart(f"{copy} was not put back: {error}. See that {database.parent} can be written and has room.") from None


def _check(copy: Path, state: State) -> None:
    if not state.exists:
        raise CannotStart(f"There is no file {copy}. Name a copy that `python -m bot backup` made.")
    if state.fault or state.revision is None:
        raise CannotStart(f"{copy} is no database of the assistant: {state.fault or 'it lacks its tables'}. Name another copy.")
    if not state.known:
        raise CannotStart(f"{copy} was written by a newer release ({state.revision}). Install that release, then put it back.")


def _put_back(database: Path, copy: Path) -> Restored:
    unfinished = database.with_name(database.name + ".unfinished")
    _private(unfinished)
    shutil.copyfile(copy, unfinished)
    dropped = _without_what_waited(unfinished)
    _given_to_the_same(database, unfinished)
    aside = _moved_aside(database)
    unfinished.replace(database)
    _settled(database.parent)
    return Restored(aside, dropped)


def _given_to_the_same(database: Path, new: Path) -> None:
    """Whoever puts it back may be another user than the assistant, which must be able to write it."""
    owner = (database if database.exists() else database.parent).stat()
    with suppress(PermissionError, AttributeError):  # only an administrator may give files away, and not on every system
        os.chown(new, owner.st_uid, owner.st_gid)


def _without_what_waited(file: Path) -> int:
    """What waited to be sent when the copy was made has most likely been sent since: nobody is told twice."""
    with closing(sqlite3.connect(file)) as connection:
        dropped = connection.execute("DELETE FROM outbox WHERE dead IS NULL").rowcount
        connection.commit()
    with file.open("rb+") as written:
        os.fsync(written.fileno())
    return dropped


def _moved_aside(database: Path) -> Path | None:
    if not database.exists():
        return None
    aside = database.with_name(f"{database.name}.before-{datetime.now(UTC):%Y%m%dT%H%M%SZ}")
    for rest in reversed(_WITH_IT):  # the file last: while it is there, it is whole
        with suppress(FileNotFoundError):
            database.with_name(database.name + rest).rename(aside.with_name(aside.name + rest))
    return aside
