"""The commands of whoever runs the assistant, and what they say: usage, backup, restore."""

import sys
import time
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from bot.settings import CannotStart, Settings
from bot.storage.backup import back_up, restore
from bot.storage.counting import usage
from bot.storage.looking_into import look_into
from bot.terminal.usage import questions_told, told

MEGABYTE = 1024 * 1024


_SERVER = "The database is PostgreSQL, which has its own tools for this: deploy/README.md, Back up and restore."


def _in_a_file(settings: Settings) -> Path:
    if isinstance(settings.database, Path):
        return settings.database
    raise CannotStart(_SERVER)


def used(settings: Settings, logs: list[Path]) -> list[str]:
    """How much is stored, and what became of the questions in the logs. Raises CannotStart."""
    password = settings.database_password.get_secret_value()
    counted = told(look_into(settings.database, password, lambda connection: usage(connection, time.time())))
    if not logs:
        return [*counted, "", "For questions, name the log: python -m bot usage LOG ..., or - for what comes in."]
    with ExitStack() as opened:
        return [*counted, "", *questions_told(chain.from_iterable(_log(opened, path) for path in logs))]


def _log(opened: ExitStack, path: Path) -> Iterable[str]:
    if str(path) == "-":
        return sys.stdin
    try:
        return opened.enter_context(path.open(encoding="utf-8", errors="replace"))
    except OSError as error:
        raise CannotStart(f"{path} cannot be read: {(error.strerror or 'unknown reason').lower()}. Name another log.") from None


def backed_up(settings: Settings, to: Path | None) -> str:
    """Copy the database, beside it where no file is named. Raises CannotStart."""
    database = _in_a_file(settings)
    named = to or database.with_name(f"{database.name}.{datetime.now(UTC):%Y%m%dT%H%M%SZ}")
    size = back_up(database, named)
    return f"Copied to {named} ({size / MEGABYTE:.1f} MB), and checked. It holds what people wrote: keep it as safe as the database."


def put_back(settings: Settings, copy: Path) -> str:
    """Put a copy in the database's place. Raises CannotStart."""
    done = restore(_in_a_file(settings), copy)
    before = f" What was there before lies in {done.aside}." if done.aside else ""
    dropped = f" {done.dropped} messages that waited then were dropped: they may have been sent since." if done.dropped else ""
    return (
        f"{settings.database} is now as it was in {copy}.{before}{dropped} "
        "Whoever had their data erased since that copy is back in it: repeat what they asked for. Start the assistant again."
    )
