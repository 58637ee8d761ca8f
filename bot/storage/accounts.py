"""What is held of a person beside their profile, their records and the conversation."""

from sqlalchemy import Connection, bindparam, func, select

from bot.people.holdings import Account
from bot.people.retention import Retention
from bot.storage.audit import deeds
from bot.storage.prepared import Prepared
from bot.storage.tables import conversation, download, person, reminder

LATELY = 7 * 86_400.0
"""Seconds in which somebody who says "snooze" means the last reminder."""

_PERSON = Prepared(
    select(person.c.met, person.c.visited, person.c.zone).where(
        person.c.tenant == bindparam("of_tenant"), person.c.id == bindparam("of_person")
    )
)
_REACHED = Prepared(
    select(func.count())
    .select_from(conversation)
    .where(conversation.c.tenant == bindparam("of_tenant"), conversation.c.person == bindparam("of_person"))
    .where(conversation.c.service.is_not(None))
)
_LAST_SENT = (
    select(func.max(reminder.c.sent))
    .where(reminder.c.tenant == bindparam("of_tenant"), reminder.c.person == bindparam("of_person"))
    .scalar_subquery()
)
_REMINDED = Prepared(
    select(reminder.c.key)
    .where(reminder.c.tenant == bindparam("of_tenant"), reminder.c.person == bindparam("of_person"))
    .where(reminder.c.sent == _LAST_SENT, reminder.c.sent > bindparam("since"))
    .order_by(reminder.c.due, reminder.c.key)
)
_FILES = Prepared(
    select(func.count())
    .select_from(download)
    .where(download.c.tenant == bindparam("of_tenant"), download.c.person == bindparam("of_person"))
    .where(download.c.used.is_(None), download.c.until > bindparam("now"))
)


def load_account(connection: Connection, tenant: str, person_id: str, retention: Retention, now: float) -> Account:
    """Read it all."""
    key = {"of_tenant": tenant, "of_person": person_id}
    met, visited, zone = _PERSON.row(connection, **key) or (None, None, None)
    return Account(
        met,
        visited,
        zone,
        reached=_number(_REACHED.row(connection, **key)) > 0,
        files=_number(_FILES.row(connection, **key, now=now)),
        reminded=tuple(name for (name,) in _REMINDED.rows(connection, **key, since=now - LATELY)),
        deeds=deeds(connection, tenant, person_id),
        retention=retention,
    )


def _number(row: tuple[int, ...] | None) -> int:
    return row[0] if row else 0
