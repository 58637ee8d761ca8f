"""Forgetting a person: whatever is theirs goes, in one transaction."""

from sqlalchemy import Connection, delete, update

from bot.people.audit import EVERYTHING, Deed
from bot.storage.audit import note_erasure, unname
from bot.storage.joints import leave
from bot.storage.tables import conversation, outbox, person, seen


def forget_person(connection: Connection, tenant: str, person_id: str, conversation_id: str, now: float = 0.0) -> None:
    """Forget that somebody was met, what they told and kept, how to write to them, and what they were shown in their own conversation.

    Others' audit says from then on that somebody looked who has left.

    What is still on its way to them is sent, and then gone as well. That somebody's data went is on record, and not whose.
    """
    leave(connection, tenant, person_id)
    unname(connection, tenant, person_id)
    connection.execute(delete(person).where(person.c.tenant == tenant, person.c.id == person_id))
    connection.execute(
        update(conversation)
        .where(conversation.c.tenant == tenant, conversation.c.person == person_id, conversation.c.id != conversation_id)
        .values(memory=None, service=None, bot=None, account=None, person=None, version=conversation.c.version + 1)
    )
    connection.execute(update(seen).where(seen.c.tenant == tenant, seen.c.conversation == conversation_id).values(answer=None))
    connection.execute(
        delete(outbox).where(outbox.c.tenant == tenant, outbox.c.conversation == conversation_id, outbox.c.dead.is_not(None))
    )
    note_erasure(connection, tenant, Deed("erased", EVERYTHING, now))
