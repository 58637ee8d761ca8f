"""Drafts whose time is over: begun, and not gone on with for long; and what was deleted a day ago and could be had back until then."""

from sqlalchemy import Connection, bindparam, delete, select

from bot.assessment.evidence import KEPT_DELETED, DeletedEvidence
from bot.assessment.model import Assessment
from bot.development.occasions import DRAFTS, is_draft
from bot.people.audit import RETENTION, Deed
from bot.people.records import Body, Record, UnreadableRecord, read_body
from bot.storage.audit import note_deed
from bot.storage.prepared import Prepared
from bot.storage.records import drop_record
from bot.storage.tables import record, reminder
from bot.storage.whose import ALL, Whose
from bot.vacancies.draft import Draft

_DRAFTS: tuple[type[Body], ...] = (*DRAFTS, Draft)
_CAN_BE_HAD_BACK: tuple[type[Body], ...] = (Assessment, Draft)
_OLD = Prepared(
    select(record.c.tenant, record.c.person, record.c.id, record.c.body, record.c.version, record.c.saved).where(
        record.c.kind == bindparam("of_kind"), record.c.saved < bindparam("before")
    )
)


def purge_drafts(connection: Connection, since: float, now: float, whose: Whose = ALL) -> int:
    """Delete the drafts that were last changed before `since`, and what anybody deleted a day ago; how many drafts."""
    drafts = [each for kind in _DRAFTS for each in _old(connection, kind, since) if _is_draft(each[2].body) and whose.holds(each[0])]
    deleted = [
        *_old(connection, DeletedEvidence, now - KEPT_DELETED),
        *(
            each
            for kind in _CAN_BE_HAD_BACK
            for each in _old(connection, kind, now - KEPT_DELETED)
            if getattr(each[2].body, "deleted", None) is not None
        ),
    ]
    gone = {(tenant, person, held.body.kind, held.id): held for tenant, person, held in (*drafts, *deleted)}
    for (tenant, person, kind, id_), held in gone.items():
        drop_record(connection, tenant, person, held)
        connection.execute(delete(reminder).where(reminder.c.tenant == tenant, reminder.c.person == person, reminder.c.record == id_))
        note_deed(connection, tenant, person, Deed("purged", kind, now, RETENTION))
    return len(drafts)


def _is_draft(body: Body) -> bool:
    """Whether a record was begun and not gone on with."""
    return is_draft(body) or (isinstance(body, Draft) and body.done is None)


def _old(connection: Connection, kind: type[Body], before: float) -> list[tuple[str, str, Record[Body]]]:
    """The records of a kind that were last changed before a time; one that cannot be read is nobody's to judge, and stays."""
    found = []
    for tenant, person, id_, body, version, saved in _OLD.rows(connection, of_kind=kind.kind, before=before):
        try:
            found.append((tenant, person, Record(id_, read_body(kind, body), version, saved)))
        except UnreadableRecord:
            continue
    return found
