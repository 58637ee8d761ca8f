"""The outbox where several processes send: each message is taken by one of them, and by another one where that one dies."""

import time
from collections.abc import Callable
from secrets import token_hex

from sqlalchemy import ARRAY, Float, Integer, Text, and_, bindparam, cast, exists, func, or_, select, tuple_, update

from bot.storage.arrival import OutboxMessage
from bot.storage.database import Database, Session
from bot.storage.outbox import ALIVE, KEY, ORDER, READ, Outbox, Pending, of, pending_of
from bot.storage.prepared import Prepared
from bot.storage.tables import outbox

LEASE = 10.0
"""Seconds after which what was taken is free again, unless whoever took it shows that they are alive."""
GRACE = 1.0
"""Seconds in which what was written is left to whoever wrote it."""
MOST_AT_ONCE = 200

_NOW = cast(func.extract("epoch", func.clock_timestamp()), Float)  # of the server: the clocks of processes differ
_BEFORE = outbox.alias("before")
_FIRST = ~exists().where(
    _BEFORE.c.tenant == outbox.c.tenant,
    _BEFORE.c.conversation == outbox.c.conversation,
    _BEFORE.c.number < outbox.c.number,
    _BEFORE.c.dead.is_(None),
)
_FREE = or_(outbox.c.until.is_(None), outbox.c.until < _NOW)
_WHO = bindparam("who", type_=Text)
_MINE = and_(outbox.c.owner == _WHO, ALIVE)
_PENDING = (
    select(*ORDER).where(ALIVE, _FREE, _FIRST, outbox.c.at < bindparam("written_before", type_=Float)).order_by(*ORDER).limit(MOST_AT_ONCE)
)
_FREE_OR_MINE = or_(_FREE, outbox.c.owner == _WHO)  # mine: the server may have done what it could not answer any more
_TAKE = Prepared(update(outbox).where(*KEY, ALIVE, _FREE_OR_MINE, _FIRST).values(owner=_WHO, until=_NOW + LEASE).returning(*READ))
_HOLDS = Prepared(select(outbox.c.number).where(*KEY, _MINE))
_IN_HAND = select(
    func.unnest(
        bindparam("tenants", type_=ARRAY(Text)), bindparam("conversations", type_=ARRAY(Text)), bindparam("numbers", type_=ARRAY(Integer))
    )
    .table_valued("tenant", "conversation", "number", name="held")
    .render_derived()
)
_RENEW = Prepared(update(outbox).where(_MINE, tuple_(*ORDER).in_(_IN_HAND)).values(until=_NOW + LEASE))
_RELEASE = Prepared(update(outbox).where(_MINE).values(owner=None, until=None))


class SharedOutbox(Outbox):
    """The outbox as one of several processes sees it. In a conversation only the first message that is left can be taken."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        super().__init__(database, clock)
        self._who = token_hex(8)
        self._in_hand: set[OutboxMessage] = set()

    async def pending(self) -> list[OutboxMessage]:
        """The first messages of conversations that nobody has taken, or whose taker is dead."""
        before = {"written_before": self.now() - GRACE}
        return await self._database.run(lambda session: [OutboxMessage(*row) for row in session.connection.execute(_PENDING, before)])

    async def tend(self) -> None:
        """Renew the lease of what is in hand.

        Whatever else is marked as taken from here falls free: a server that crashed may have forgotten that it was sent.
        """
        if self._in_hand:
            tenants, conversations, numbers = map(
                list, zip(*((of.tenant, of.conversation, of.number) for of in self._in_hand), strict=True)
            )
            await self._write_soon(
                lambda connection: _RENEW.write(connection, who=self._who, tenants=tenants, conversations=conversations, numbers=numbers)
            )

    async def release(self) -> None:
        """Let go of what was taken and not sent."""
        await self._write_soon(lambda connection: _RELEASE.write(connection, who=self._who))

    async def take(self, message: OutboxMessage) -> Pending | None:
        """Take a message that no other process has taken, where it is the first of its conversation; None otherwise."""

        def work(session: Session) -> Pending | None:
            with session.at_once() as connection:
                row = _TAKE.row(connection, **of(message), who=self._who)
            return None if row is None else pending_of(message, row)

        pending = await self._database.run(work)
        (self._in_hand.discard if pending is None else self._in_hand.add)(message)
        return pending

    async def holds(self, message: OutboxMessage) -> bool:
        """Whether a message that was taken is still to be sent from here."""
        held = await self._database.run(lambda session: _HOLDS.row(session.connection, **of(message), who=self._who)) is not None
        if not held:
            self._in_hand.discard(message)
        return held

    async def delivered(self, message: OutboxMessage) -> None:
        """The channel took it."""
        await super().delivered(message)
        self._in_hand.discard(message)

    async def give_up(self, message: OutboxMessage, tries: int, status: int | None) -> None:
        """It is a dead letter now."""
        await super().give_up(message, tries, status)
        self._in_hand.discard(message)

    async def close(self, tenant: str, conversation_id: str) -> None:
        """Nothing more is to be sent there."""
        await super().close(tenant, conversation_id)
        self._in_hand = {message for message in self._in_hand if (message.tenant, message.conversation) != (tenant, conversation_id)}
