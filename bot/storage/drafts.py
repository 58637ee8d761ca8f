"""Drafts whose time is over: begun, and not gone on with for long; and what was deleted a day ago and could be had back until then."""

from sqlalchemy import Connection, bindparam, delete, select

from bot.assessment.evidence import KEPT_DELETED, DeletedEvidence
from bot.people.audit import RETENTION, Deed
from bot.people.records import Body, Record, UnreadableRecord, read_body
from bot.storage.audit import note_deed
from bot.storage.prepared import Prepared
from bot.storage.provisional import MAY_BE_DRAFTS, was_begun, was_deleted
from bot.storage.records import drop_record
from bot.storage.tables import record, reminder
from bot.storage.whose import ALL, Whose

_GO: tuple[type[Body], ...] = (DeletedEvidence, *MAY_BE_DRAFTS)
_KINDS = {each.kind: each for each in _GO}
_HELD = select(record.c.tenant, record.c.person, record.c.kind, record.c.id, record.c.body, record.c.version, record.c.saved)
_BEGUN = Prepared(_HELD.where(record.c.begun < bindparam("before")))
_DELETED = Prepared(_HELD.where(record.c.deleted < bindparam("before")))


def purge_drafts(connection: Connection, since: float, now: float, whose: Whose = ALL) -> int:
    """Delete the drafts that were last changed before `since`, and what anybody deleted a day ago; how many drafts."""
    begun = [each for each in _old(connection, _BEGUN, since) if was_begun(each[2].body) and whose.holds(each[0])]
    deleted = [each for each in _old(connection, _DELETED, now - KEPT_DELETED) if was_deleted(each[2].body)]
    gone = {(tenant, person, held.body.kind, held.id): held for tenant, person, held in (*begun, *deleted)}
    for (tenant, person, kind, id_), held in gone.items():
        drop_record(connection, tenant, person, held)
        connection.execute(delete(reminder).where(reminder.c.tenant == tenant, reminder.c.person == person, reminder.c.record == id_))
        note_deed(connection, tenant, person, Deed("purged", kind, now, RETENTION))
    return len(begun)


def _old(connection: Connection, those: Prepared, before: float) -> list[tuple[str, str, Record[Body]]]:
    """Those that were last changed before a time; one that cannot be read is nobody's to judge, and stays."""
    found = []
    for tenant, person, kind, id_, body, version, saved in those.rows(connection, before=before):
        if saved >= before:  # an older release wrote it, and not why it is found
            continue
        try:
            found.append((tenant, person, Record(id_, read_body(_KINDS[kind], body), version, saved)))
        except (UnreadableRecord, KeyError):
            continue
    return found
