"""Files that were offered: known by a secret of which only the hash is kept, to be taken once, within a quarter of an hour."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from bot.dialogs.reply import Download
from bot.people.audit import Deed
from bot.storage.audit import note_deed
from bot.storage.database import Database, Session
from bot.storage.tables import download
from bot.storage.visits import meet

LASTS = 15 * 60.0
_KEPT = 24 * 3600.0  # after that nobody wonders any more what became of a link

_OPEN = (download.c.secret == bindparam("of_secret"), download.c.used.is_(None), download.c.until > bindparam("now"))
_OFFERED = (download.c.tenant, download.c.person, download.c.document, download.c.record, download.c.filename)
_ADD = insert(download)
_FIND = select(*_OFFERED).where(*_OPEN)
_TAKE = update(download).where(*_OPEN).values(used=bindparam("now"))
_GIVE_BACK = update(download).where(download.c.secret == bindparam("of_secret")).values(used=None)
_PURGE = delete(download).where(download.c.until < bindparam("before"))


@dataclass(frozen=True, slots=True)
class Offered:
    """A file that may be taken: whose it is, what it shows, and what it is called."""

    tenant: str
    person: str
    document: str
    record: str
    filename: str


def offer(connection: Connection, tenant: str, person_id: str, offered: Download, now: float) -> None:
    """Write down an offer, within the caller's transaction."""
    meet(connection, tenant, person_id, now)
    row = {"document": offered.document, "record": offered.record, "filename": offered.filename, "until": now + LASTS}
    connection.execute(_ADD, {"tenant": tenant, "person": person_id, "secret": _hash(offered.secret), **row})


def purge(connection: Connection, now: float) -> None:
    """Forget the offers that ran out a day ago."""
    connection.execute(_PURGE, {"before": now - _KEPT})


class Downloads:
    """The offers of a database, each call one hop to the storage thread."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    async def find(self, secret: str) -> Offered | None:
        """The offer of a secret; None alike where there never was one, where it ran out, and where it was taken."""
        return await self._database.run(lambda session: _found(session.connection, secret, self._clock()))

    async def take(self, secret: str, offered: Offered) -> bool:
        """Take it: true for one caller alone. On record, in the audit as well, before anything is handed over."""

        def work(session: Session) -> bool:
            now = self._clock()
            with session.writing(durable=True) as connection:
                taken = connection.execute(_TAKE, {"of_secret": _hash(secret), "now": now}).rowcount == 1
                if taken:
                    note_deed(connection, offered.tenant, offered.person, Deed("exported", offered.document, now))
            return taken

        return await self._database.run(work)

    async def give_back(self, secret: str) -> None:
        """It was taken and could not be handed over: it may be taken again."""

        def work(session: Session) -> None:
            with session.writing(durable=False) as connection:
                connection.execute(_GIVE_BACK, {"of_secret": _hash(secret)})

        await self._database.run(work)


def _found(connection: Connection, secret: str, now: float) -> Offered | None:
    row: Any = connection.execute(_FIND, {"of_secret": _hash(secret), "now": now}).one_or_none()
    return None if row is None else Offered(*row)


def _hash(secret: str) -> str:
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
