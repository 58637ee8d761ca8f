"""The outbox: what must arrive, written with the change it tells of, and kept until the channel took it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, literal, select, update

from bot.people.records import Clash
from bot.storage.arrival import Address, ChannelRequest, Elsewhere, OutboxMessage
from bot.storage.database import Database, Session
from bot.storage.prepared import Prepared
from bot.storage.tables import conversation, outbox

KEPT_DEAD = 30 * 24 * 3600.0
TRIES = 50  # to write as the last of a conversation, while other processes do

KEY = (
    outbox.c.tenant == bindparam("of_tenant"),
    outbox.c.conversation == bindparam("of_conversation"),
    outbox.c.number == bindparam("of_number"),
)
_THERE = (outbox.c.tenant == bindparam("of_tenant"), outbox.c.conversation == bindparam("of_conversation"))
ALIVE = outbox.c.dead.is_(None)
ORDER = (outbox.c.tenant, outbox.c.conversation, outbox.c.number)

_HELD = ("tenant", "conversation", "number", "method", "url", "body", "at", "tries", "due")
_LAST = func.coalesce(func.max(outbox.c.number), 0)
_NEW = select(
    *(bindparam(f"of_{name}", type_=outbox.c[name].type) for name in _HELD[:2]),
    _LAST + 1,
    *(bindparam(f"new_{name}", type_=outbox.c[name].type) for name in ("method", "url", "body", "at")),
    literal(0),
    bindparam("new_due", type_=outbox.c.due.type),
).where(*_THERE)
_ADD = Prepared(insert(outbox).from_select(_HELD, _NEW), ending="ON CONFLICT DO NOTHING RETURNING number")
READ = (outbox.c.method, outbox.c.url, outbox.c.body, outbox.c.tries, outbox.c.due)
_READ = Prepared(select(*READ).where(*KEY, ALIVE))
_PENDING = select(*ORDER).where(ALIVE).order_by(*ORDER)
_CHANGE = update(outbox).where(*KEY)
_DELETE = Prepared(delete(outbox).where(*KEY))
_DROP = delete(outbox).where(*_THERE, ALIVE)
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
    """Write what is to be sent, within the caller's transaction. Raises Clash where others write to the conversation all the time."""
    place = {"of_tenant": request.tenant, "of_conversation": request.conversation}
    row = {"new_method": request.method, "new_url": request.url, "new_body": request.body, "new_at": at, "new_due": at}
    for _ in range(TRIES):
        if written := _ADD.row(connection, **place, **row):
            return OutboxMessage(request.tenant, request.conversation, *written)
    raise Clash


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
    """The outbox of a database, each call one piece of work on it. Only `write` waits for the disk: the rest may happen again.

    This one is the only one that sends. `SharedOutbox` is one of several.
    """

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self.now = clock

    async def pending(self) -> list[OutboxMessage]:
        """What is still to be sent and nobody is about to send, per conversation in order."""
        return await self._database.run(lambda session: [OutboxMessage(*row) for row in session.connection.execute(_PENDING)])

    async def tend(self) -> None:
        """Show that whoever takes messages from here is alive."""

    async def release(self) -> None:
        """Whoever takes messages from here ends: what is not sent is for others."""

    async def address(self, tenant: str, person: str) -> Elsewhere | None:
        """The personal chat of a person (an Entra object id), and how to write to it; None where that is not to be done."""
        return await self._database.run(lambda session: address_of(session.connection, tenant, person))

    async def write(self, request: ChannelRequest) -> OutboxMessage:
        """Write what is to be sent, and wait for the disk."""

        def work(session: Session) -> OutboxMessage:
            with session.writing(durable=True) as connection:
                return write(connection, request, self.now())

        return await self._database.run(work)

    async def take(self, message: OutboxMessage) -> Pending | None:
        """A message whose turn has come, to be sent by the caller; None where it was sent, dropped or given up."""
        row = await self._database.run(lambda session: _READ.row(session.connection, **of(message)))
        return None if row is None else pending_of(message, row)

    async def holds(self, message: OutboxMessage) -> bool:
        """Whether a message that was taken is still to be sent by whoever took it."""
        return await self._database.run(lambda session: _READ.row(session.connection, **of(message))) is not None

    async def delivered(self, message: OutboxMessage) -> None:
        """The channel took it."""
        await self._write_soon(lambda connection: _DELETE.write(connection, **of(message)))

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

        def work(session: Session) -> None:
            with session.writing(durable=False) as connection:
                drop(connection, tenant, conversation_id)
                connection.execute(_FORGET_ADDRESS, {"of_tenant": tenant, "of_conversation": conversation_id})

        await self._database.run(work)

    async def _write_soon(self, statement: Callable[[Connection], object]) -> None:
        def work(session: Session) -> None:
            with session.at_once() as connection:
                statement(connection)

        await self._database.run(work)


def _change(connection: Connection, message: OutboxMessage, **values: Any) -> None:
    connection.execute(_CHANGE, of(message) | values)


def pending_of(message: OutboxMessage, row: tuple[Any, ...]) -> Pending:
    """A message as `READ` finds it."""
    method, url, body, tries, due = row
    return Pending(ChannelRequest(method, url, body, message.conversation, message.tenant), tries, due)


def of(message: OutboxMessage) -> dict[str, Any]:
    """The values of `KEY`."""
    return {"of_tenant": message.tenant, "of_conversation": message.conversation, "of_number": message.number}
