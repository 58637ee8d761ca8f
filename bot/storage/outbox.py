"""The outbox: what must arrive, written with the change it tells of, and kept until the channel took it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from bot.storage.arrival import Address, ChannelRequest, Elsewhere, OutboxMessage
from bot.storage.database import Database
from bot.storage.tables import conversation, outbox

KEPT_DEAD = 30 * 24 * 3600.0

_KEY = (
    outbox.c.tenant == bindparam("of_tenant"),
    outbox.c.conversation == bindparam("of_conversation"),
    outbox.c.number == bindparam("of_number"),
)
_THERE = (outbox.c.tenant == bindparam("of_tenant"), outbox.c.conversation == bindparam("of_conversation"))
_ALIVE = outbox.c.dead.is_(None)
_ORDER = (outbox.c.tenant, outbox.c.conversation, outbox.c.number)

_LAST = select(func.coalesce(func.max(outbox.c.number), 0)).where(*_THERE)
_ADD = insert(outbox)
_READ = select(outbox.c.method, outbox.c.url, outbox.c.body, outbox.c.tries, outbox.c.due).where(*_KEY, _ALIVE)
_PENDING = select(*_ORDER).where(_ALIVE).order_by(*_ORDER)
_CHANGE = update(outbox).where(*_KEY)
_DELETE = delete(outbox).where(*_KEY)
_DROP = delete(outbox).where(*_THERE, _ALIVE)
_PURGE = delete(outbox).where(outbox.c.dead < bindparam("before"))
_FORGET_ADDRESS = (
    update(conversation)
    .where(conversation.c.tenant == bindparam("of_tenant"), conversation.c.id == bindparam("of_conversation"))
    .where(conversation.c.service.is_not(None))
    .values(memory=None, service=None, bot=None, account=None, person=None, version=conversation.c.version + 1)
)
_ADDRESS = (
    select(conversation.c.id, conversation.c.service, conversation.c.bot, conversation.c.account, conversation.c.person)
    .where(conversation.c.tenant == bindparam("of_tenant"), conversation.c.person == bindparam("of_person"))
    .where(conversation.c.service.is_not(None))
    .order_by(conversation.c.version.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Pending:
    """A message as it lies in the outbox: sent in vain `tries` times, and not to be sent before `due` (seconds since 1970)."""

    request: ChannelRequest
    tries: int
    due: float


def write(connection: Connection, request: ChannelRequest, at: float) -> OutboxMessage:
    """Write what is to be sent, within the caller's transaction."""
    place = {"of_tenant": request.tenant, "of_conversation": request.conversation}
    message = OutboxMessage(request.tenant, request.conversation, connection.execute(_LAST, place).scalar_one() + 1)
    row = {"tenant": message.tenant, "conversation": message.conversation, "number": message.number}
    row |= {"method": request.method, "url": request.url, "body": request.body, "at": at, "tries": 0, "due": at}
    connection.execute(_ADD, row)
    return message


def address_of(connection: Connection, tenant: str, person: str) -> Elsewhere | None:
    """The personal chat of a person (an Entra object id), and how to write to it; None where that is not to be done."""
    row = connection.execute(_ADDRESS, {"of_tenant": tenant, "of_person": person}).one_or_none()
    return None if row is None else Elsewhere(tenant, row.id, Address(row.service, row.bot, row.account, row.person))


def drop(connection: Connection, tenant: str, conversation_id: str) -> None:
    """Drop what waits for a conversation, within the caller's transaction."""
    connection.execute(_DROP, {"of_tenant": tenant, "of_conversation": conversation_id})


def purge(connection: Connection, now: float) -> None:
    """Forget the dead letters older than 30 days."""
    connection.execute(_PURGE, {"before": now - KEPT_DEAD})


class Outbox:
    """The outbox of a database, each call one hop to the storage thread. Only `write` waits for the disk: the rest may happen again."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self.now = clock

    async def pending(self) -> list[OutboxMessage]:
        """Everything that is still to be sent, per conversation in order."""
        return await self._database.run(lambda db: [OutboxMessage(*row) for row in db.connection.execute(_PENDING)])

    async def address(self, tenant: str, person: str) -> Elsewhere | None:
        """The personal chat of a person (an Entra object id), and how to write to it; None where that is not to be done."""
        return await self._database.run(lambda db: address_of(db.connection, tenant, person))

    async def write(self, request: ChannelRequest) -> OutboxMessage:
        """Write what is to be sent, and wait for the disk."""

        def work(db: Database) -> OutboxMessage:
            with db.writing(durable=True) as connection:
                return write(connection, request, self.now())

        return await self._database.run(work)

    async def read(self, message: OutboxMessage) -> Pending | None:
        """A message whose turn has come; None where it was sent, dropped or given up."""
        row = await self._database.run(lambda db: db.connection.execute(_READ, _of(message)).one_or_none())
        if row is None:
            return None
        return Pending(ChannelRequest(row.method, row.url, row.body, message.conversation, message.tenant), row.tries, row.due)

    async def delivered(self, message: OutboxMessage) -> None:
        """The channel took it."""
        await self._write_soon(lambda connection: connection.execute(_DELETE, _of(message)))

    async def put_off(self, message: OutboxMessage, tries: int, status: int | None, due: float) -> None:
        """It was sent in vain and may be sent again from `due` (seconds since 1970)."""
        await self._write_soon(partial(_change, message=message, tries=tries, status=status, due=due))

    async def give_up(self, message: OutboxMessage, tries: int, status: int | None) -> None:
        """It is a dead letter now: kept for 30 days, sent no more."""
        await self._write_soon(partial(_change, message=message, tries=tries, status=status, dead=self.now()))

    async def close(self, tenant: str, conversation_id: str) -> None:
        """Nothing more is to be sent there until something arrives from there: what waits is dropped.

        How to write there, whose chat it is and what was talked of are forgotten: nobody would be there later to have it purged.
        """

        def work(connection: Connection) -> None:
            drop(connection, tenant, conversation_id)
            connection.execute(_FORGET_ADDRESS, {"of_tenant": tenant, "of_conversation": conversation_id})

        await self._write_soon(work)

    async def _write_soon(self, statement: Callable[[Connection], object]) -> None:
        def work(db: Database) -> None:
            with db.writing(durable=False) as connection:
                statement(connection)

        await self._database.run(work)


def _change(connection: Connection, message: OutboxMessage, **values: Any) -> None:
    connection.execute(_CHANGE, _of(message) | values)


def _of(message: OutboxMessage) -> dict[str, Any]:
    return {"of_tenant": message.tenant, "of_conversation": message.conversation, "of_number": message.number}
