"""What a chat in the terminal keeps between runs: in a SQLite file of its own, as the server keeps it for Teams."""

import asyncio
import os
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from bot.dialogs.reply import Reply
from bot.dialogs.turn import Joined, Pressed, Said
from bot.settings import CannotStart
from bot.storage.arrival import Arrival, ChannelRequest, Elsewhere
from bot.storage.database import Database
from bot.storage.outbox import Outbox
from bot.storage.sqlite import SqliteDatabase
from bot.storage.turns import Turns

Done = TypeVar("Done")
TurnsOn = Callable[[Database], Turns]

TENANT = "terminal"
YOU = "you"
_CHAT = "chat"
_LOCAL_TIME = Path("/etc/localtime")
_ZONES = "zoneinfo/"


class Kept:
    """Takes the turns of the one person at this terminal, and stores what comes of them."""

    def __init__(self, database: Database, turns: Turns, runner: asyncio.Runner, zone: str | None) -> None:
        self.database = database
        self._turns = turns
        self._outbox = Outbox(database)
        self._runner = runner
        self._zone = zone
        self.waits = False
        """Whether a dialog waits for words, such as a mark: a number typed may be what it waits for."""

    def take(self, what: Said | Pressed | Joined) -> Reply | None:
        """The answer; None where there is nothing to say, to somebody welcomed a moment ago."""
        return self.run(self._take(what))

    def run(self, work: Coroutine[Any, Any, Done]) -> Done:
        """Wait for some work on what is kept."""
        return self._runner.run(work)

    async def _take(self, what: Said | Pressed | Joined) -> Reply | None:
        arrival = Arrival(TENANT, _CHAT, token_hex(8), YOU, personal=True, what=what, installed=isinstance(what, Joined), zone=self._zone)
        taken = await self._turns.take(arrival, _no_answer, _shown_here)
        if taken.message is not None:
            await self._outbox.delivered(taken.message)
        memory = taken.reply.memory if taken.reply and taken.reply.memory else taken.context
        self.waits = memory.focus is not None
        return taken.reply


def _no_answer(_reply: Reply) -> Any:
    """Nobody waits for the answer to an invoke."""


def _shown_here(_reply: Reply, _to: Elsewhere | None = None, /) -> ChannelRequest:
    """What is shown in the terminal is sent nowhere."""
    return ChannelRequest("POST", "", None, _CHAT, TENANT)


@contextmanager
def keeping(turns_on: TurnsOn, path: Path) -> Iterator[tuple[Kept, str]]:
    """What is kept at `path`, and an empty string; for this run alone, and the reason, where the file is locked or cannot be used."""
    with asyncio.Runner() as runner, TemporaryDirectory() as passing:
        try:
            database, reason = SqliteDatabase(path), ""
        except CannotStart as hindrance:
            database, reason = SqliteDatabase(Path(passing, path.name)), str(hindrance)
        try:
            yield Kept(database, turns_on(database), runner, local_zone()), reason
        finally:
            database.close()


def local_zone() -> str | None:
    """The name of this machine's time zone, such as Europe/London; None where it does not say."""
    named = os.environ.get("TZ", "").lstrip(":")
    if named:
        return named
    _, found, zone = str(_LOCAL_TIME.resolve()).rpartition(_ZONES)
    return zone if found else None
