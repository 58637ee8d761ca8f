"""A file lock beside the database: a second process refuses to start, for two at one WAL can corrupt it."""

import os
import sys
from pathlib import Path
from typing import BinaryIO

from bot.settings import CannotStart


def lock_database(database: Path) -> BinaryIO:
    """Take the lock and keep it until the returned file is closed. Raises CannotStart where another process holds it."""
    path = database.with_name(database.name + ".lock")
    file = path.open("ab+")
    try:
        _take(file)
    except OSError:
        file.seek(0)
        holder = file.read(20).decode("ascii", "replace").strip()
        file.close()
        raise CannotStart(
            f"Another process{f' ({holder})' if holder else ''} already uses the database {database}. "
            "Stop that one first, or name another file in ASSISTANT_DATABASE."
        ) from None
    _sign(file)
    return file


def holder_of(database: Path) -> str:
    """The process that uses a database, in words; empty where none does."""
    try:
        with database.with_name(database.name + ".lock").open("rb+") as file:
            try:
                _take(file)
            except OSError:
                return file.read(20).decode("ascii", "replace").strip() or "another process"
    except OSError:  # nobody ever took it, or this user may not look
        return ""
    return ""


def _sign(file: BinaryIO) -> None:
    file.truncate(0)
    file.write(f"process {os.getpid()}".encode("ascii"))
    file.flush()


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30

    def _take(file: BinaryIO) -> None:
        file.seek(_FAR)  # a lock on Windows also keeps others from reading: take a byte that nobody reads
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
