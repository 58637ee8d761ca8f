"""Looking into an SQLite file beside the process that uses it: read-only, so that nothing is written, locked or brought up to date.

One connection writes and checkpoints, always. A reader does neither, and that is why it is let in.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from bot.settings import CannotStart
from bot.storage.lock import holder_of
from bot.storage.schema import NEWEST, is_known


@dataclass(frozen=True, slots=True)
class State:
    """How a database is. `revision` is None where it holds no tables of ours, `holder` empty where no process uses it.

    `fault` is what SQLite says of a file that is damaged or none of its own, empty where all is well.
    """

    exists: bool
    writable: bool
    revision: str | None = None
    holder: str = ""
    fault: str = ""

    @property
    def behind(self) -> bool:
        """Whether the next start brings it up to date."""
        return self.revision != NEWEST and self.known

    @property
    def known(self) -> bool:
        """Whether this release can read it."""
        return is_known(self.revision)


def state_of(path: Path) -> State:
    """How the database at `path` is. A file that is not there is not made. Raises nothing."""
    if not path.exists():
        return State(exists=False, writable=_may_be_made(path))
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    if not path.is_file():
        return State(True, writable, fault="it is no file")  # noqa: FBT003
    try:
        with closing(read_only(path)) as connection:
            fault = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
            return State(True, writable, _revision(connection), holder_of(path), "" if fault == "ok" else fault)  # noqa: FBT003
    except sqlite3.Error as error:
        return State(True, writable, holder=holder_of(path), fault=str(error))  # noqa: FBT003


def _may_be_made(path: Path) -> bool:
    nearest = next((folder for folder in path.parents if folder.exists()), None)
    return nearest is not None and nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)


def read_only(path: Path) -> sqlite3.Connection:
    """A connection that can only read. Raises sqlite3.Error."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=5.0)


def _revision(connection: sqlite3.Connection) -> str | None:
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone() is None:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


@contextmanager
def looking(path: Path) -> Iterator[Connection]:
    """One moment of a database, for counting. Raises CannotStart where there is nothing that this release can read."""
    state = state_of(path)
    if not state.exists:
        raise CannotStart(f"There is no database {path}. It is made when the assistant first runs; ASSISTANT_DATABASE names another.")
    if state.fault or state.revision != NEWEST:
        why = state.fault or f"it is at revision {state.revision}, and this release reads {NEWEST}"
        raise CannotStart(f"The database {path} cannot be looked into: {why}. `python -m bot doctor` says what to do.")
    engine = create_engine("sqlite://", creator=lambda: read_only(path), poolclass=StaticPool, hide_parameters=True)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()
