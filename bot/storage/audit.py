"""The audit: what was done with what is held of people; without the person where their data were erased."""

from secrets import token_hex

from sqlalchemy import Connection, bindparam, select, update

from bot.people.audit import LEFT, Deed
from bot.storage.inserts import add_unless_there
from bot.storage.prepared import Prepared
from bot.storage.tables import audit
from bot.storage.visits import meet

MOST_SHOWN = 200
A_DAY = 86_400.0

_ADD = add_unless_there(audit)
_LINES = Prepared(
    select(audit.c.done, audit.c.what, audit.c.at, audit.c.by)
    .where(audit.c.tenant == bindparam("of_tenant"), audit.c.person == bindparam("of_person"))
    .order_by(audit.c.at.desc(), audit.c.id)
    .limit(MOST_SHOWN)
)


def note_deed(connection: Connection, tenant: str, person_id: str, deed: Deed) -> None:
    """Put a line about a person's data on record, within the caller's transaction."""
    meet(connection, tenant, person_id, deed.at)
    _add(connection, tenant, person_id, deed, deed.at)


def note_erasure(connection: Connection, tenant: str, deed: Deed) -> None:
    """Put on record that somebody's data went, with the day, and not whose they were."""
    _add(connection, tenant, None, deed, deed.at // A_DAY * A_DAY)


def unname(connection: Connection, tenant: str, person_id: str) -> None:
    """Take somebody out of the lines about other people's data: that it was seen stays on record, and not by whom."""
    connection.execute(update(audit).where(audit.c.tenant == tenant, audit.c.by == person_id).values(by=LEFT))


def deeds(connection: Connection, tenant: str, person_id: str) -> tuple[Deed, ...]:
    """The lines about a person's data, the newest first."""
    return tuple(Deed(*row) for row in _LINES.rows(connection, of_tenant=tenant, of_person=person_id))


def _add(connection: Connection, tenant: str, person_id: str | None, deed: Deed, at: float) -> None:
    _ADD.write(connection, tenant=tenant, id=token_hex(16), person=person_id, done=deed.done, what=deed.what, by=deed.by, at=at)
