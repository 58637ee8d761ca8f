"""Erasing somebody whose time is over: with everything, and with the conversations themselves, for nobody is there to go on."""

from sqlalchemy import Connection, delete, select, tuple_, update

from bot.people.audit import EVERYTHING, RETENTION, Deed
from bot.storage.audit import note_erasure, unname
from bot.storage.joints import leave
from bot.storage.tables import conversation, outbox, person, seen


def purge_person(connection: Connection, tenant: str, person_id: str, now: float) -> None:
    """Delete everything of a person, within the caller's transaction, and note that somebody's data went, and not whose."""
    theirs = select(conversation.c.tenant, conversation.c.id).where(conversation.c.tenant == tenant, conversation.c.person == person_id)
    connection.execute(update(seen).where(tuple_(seen.c.tenant, seen.c.conversation).in_(theirs)).values(answer=None))
    connection.execute(delete(outbox).where(tuple_(outbox.c.tenant, outbox.c.conversation).in_(theirs)))
    connection.execute(delete(conversation).where(conversation.c.tenant == tenant, conversation.c.person == person_id))
    leave(connection, tenant, person_id)
    unname(connection, tenant, person_id)
    gone = connection.execute(delete(person).where(person.c.tenant == tenant, person.c.id == person_id)).rowcount
    if gone:  # and not by another process, which noted it
        note_erasure(connection, tenant, Deed("purged", EVERYTHING, now, RETENTION))
