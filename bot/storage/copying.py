"""A copy of the SQLite file, to be read while the server holds the file itself: nothing of the server's is opened."""

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.settings import CannotStart

TRIES = 20
PAUSE = 0.25  # seconds: a transaction takes milliseconds
_PARTS = ("", "-wal")


@contextmanager
def copied(path: Path) -> Iterator[Path]:
    """A whole copy, gone at the end. Raises CannotStart where the server writes without a pause, or there is no file."""
    if not path.is_file():
        raise CannotStart(f"There is no database {path} yet. It is made when the assistant first runs.")
    with TemporaryDirectory() as folder:
        there = Path(folder) / path.name
        for _ in range(TRIES):
            if _copy(path, there) and _is_whole(there):
                yield there
                return
            time.sleep(PAUSE)
    raise CannotStart(f"The assistant writes to {path} all the time. Try again when it is quieter, or stop it first.")


def _copy(path: Path, there: Path) -> bool:
    """Whether nothing changed while it was copied."""
    before = _state(path)
    for part in _PARTS:
        source, copy = path.with_name(path.name + part), there.with_name(there.name + part)
        copy.unlink(missing_ok=True)
        if source.exists():
            shutil.copyfile(source, copy)
    return _state(path) == before


def _state(path: Path) -> list[tuple[int, int] | None]:
    found = [each.stat() if (each := path.with_name(path.name + part)).exists() else None for part in _PARTS]
    return [None if each is None else (each.st_mtime_ns, each.st_size) for each in found]


def _is_whole(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path)) as copy:
            return bool(copy.execute("PRAGMA quick_check").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False
