"""Reminders that are due: found by their time alone, put into words, and written to the outbox and marked as sent in one transaction."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, and_, bindparam, delete, select, update

from bot.dialogs.reminder_message import reminder_message
from bot.dialogs.reply import Reply
from bot.dialogs.turn import new_id
from bot.people.records import UnreadableRecord
from bot.people.reminders import Reminder, next_civil
from bot.people.rules import USUAL_RULES, RulesOf
from bot.people.zones import LONDON, known_zone
from bot.storage import outbox
from bot.storage.arrival import ChannelRequest, OutboxMessage
from bot.storage.database import Database, Session
from bot.storage.due_times import wanted_reminders
from bot.storage.joints import StoredJoints
from bot.storage.records import StoredRecords
from bot.storage.tables import person, reminder

MOST_AT_ONCE = 200
A_DAY = 86_400.0

_OF = and_(person.c.tenant == reminder.c.tenant, person.c.id == reminder.c.person)
_DUE = (
    select(reminder.c.tenant, reminder.c.person, person.c.zone, reminder.c.key, reminder.c.topic, reminder.c.record, reminder.c.due)
    .join(person, _OF)
    .where(reminder.c.due <= bindparam("now"), reminder.c.sent.is_(None))
    .order_by(reminder.c.due, reminder.c.tenant, reminder.c.person)
    .limit(MOST_AT_ONCE)
)
_WHOSE = (reminder.c.tenant == bindparam("of_tenant"), reminder.c.person == bindparam("of_person"))
_UNSENT = (*_WHOSE, reminder.c.key.in_(bindparam("keys", expanding=True)), reminder.c.sent.is_(None))
_MOVE = update(reminder).where(*_UNSENT).values(due=bindparam("until"))
_MARK = update(reminder).where(*_UNSENT).values(sent=bindparam("now"))
_DROP = delete(reminder).where(*_UNSENT)


@dataclass(frozen=True, slots=True)
class Batch:
    """What is due to one person (an Entra object id), and the message that says it."""

    tenant: str
    person: str
    keys: tuple[str, ...]
    reply: Reply


class _Overtaken(Exception):  # noqa: N818 (what happened, not an error name)
    """Somebody else sent or moved a part of it meanwhile: what is left of it is found anew."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    tenant: str
    person: str
    zone: ZoneInfo
    reminders: tuple[Reminder, ...]

    @property
    def key(self) -> dict[str, Any]:
        return {"of_tenant": self.tenant, "of_person": self.person, "keys": [each.key for each in self.reminders]}


class DueReminders:
    """The reminders of a database. `rules` name the time zone of people whose devices name none."""

    def __init__(self, database: Database, rules: RulesOf = USUAL_RULES, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._rules = rules
        self._clock = clock

    async def due(self) -> list[Batch]:
        """What is to be sent now, some at a time. What comes at an uncivil hour is put off until a civil one."""
        return await self._database.run(self._due)

    async def send(self, batch: Batch, request: ChannelRequest) -> OutboxMessage | None:
        """Write the message and mark its reminders as sent, both or neither; None where they are sent, put off or unwanted by now."""
        return await self._database.run(partial(self._send, batch=batch, request=request))

    async def spend(self, batch: Batch) -> None:
        """Nobody can be told: they are not sent later either, when they would be stale."""
        await self._database.run(partial(self._send, batch=batch, request=None))

    def _due(self, session: Session) -> list[Batch]:
        now = self._clock()
        waiting = list(self._waiting(session.connection, now))
        if not waiting:
            return []
        with session.writing(durable=False) as connection:
            batches = [self._batch(connection, each, now) for each in waiting]
        return [batch for batch in batches if batch is not None]

    def _waiting(self, connection: Connection, now: float) -> Iterable[_Waiting]:
        rows = sorted(connection.execute(_DUE, {"now": now}), key=_whose)
        for (tenant, person_id), theirs in groupby(rows, key=_whose):
            held = list(theirs)
            zone = known_zone(held[0].zone) or known_zone(self._rules(tenant).zone) or ZoneInfo(LONDON)
            yield _Waiting(tenant, person_id, zone, tuple(Reminder(row.key, row.topic, row.record, row.due) for row in held))

    def _batch(self, connection: Connection, waiting: _Waiting, now: float) -> Batch | None:
        """What is to be said to one person now; None where it is not the hour, or nothing is left to be said."""
        civil = next_civil(now, waiting.zone)
        if civil > now:
            connection.execute(_MOVE, {**waiting.key, "until": civil})
            return None
        try:
            reply = self._reply(connection, waiting, now)
        except UnreadableRecord:
            connection.execute(_MOVE, {**waiting.key, "until": now + A_DAY})
            return None
        if reply is None:
            connection.execute(_DROP, waiting.key)
            return None
        return Batch(waiting.tenant, waiting.person, tuple(each.key for each in waiting.reminders), reply)

    def _reply(self, connection: Connection, waiting: _Waiting, now: float) -> Reply | None:
        wanted = {each.key for each in wanted_reminders(connection, waiting.tenant, waiting.person, waiting.zone, now)}
        due = [each for each in waiting.reminders if each.key in wanted]
        records = StoredRecords(connection, waiting.tenant, waiting.person)
        joints = StoredJoints(connection, waiting.tenant, waiting.person, now)
        moment = datetime.fromtimestamp(now, UTC)
        return reminder_message(due, records, moment, waiting.zone, new_id, joints=joints, person=waiting.person)

    def _send(self, session: Session, batch: Batch, request: ChannelRequest | None) -> OutboxMessage | None:
        now = self._clock()
        try:
            with session.writing(durable=True) as connection:
                _mark(connection, batch, now)
                return None if request is None else outbox.write(connection, request, now)
        except _Overtaken:
            return None


def _mark(connection: Connection, batch: Batch, now: float) -> None:
    """Mark all of it as sent. Raises _Overtaken where that is not all to be sent any more."""
    key = {"of_tenant": batch.tenant, "of_person": batch.person, "keys": list(batch.keys)}
    if connection.execute(_MARK, {**key, "now": now}).rowcount != len(batch.keys):
        raise _Overtaken


def _whose(row: Any) -> tuple[str, str]:
    return row.tenant, row.person
