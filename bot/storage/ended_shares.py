"""Shares that ended long ago: their owner has seen them in the list for long enough, and nobody else sees anything by them."""

from sqlalchemy import Connection, bindparam, select

from bot.people.audit import RETENTION, Deed
from bot.people.joint import Share
from bot.people.records import Record, UnreadableRecord, read_body
from bot.reviews.shares import KEPT_ENDED, over_since
from bot.storage.audit import note_deed
from bot.storage.joints import drop_joint
from bot.storage.prepared import Prepared
from bot.storage.tables import joint

_OLD = Prepared(
    select(joint.c.tenant, joint.c.owner, joint.c.id, joint.c.body, joint.c.version, joint.c.saved).where(
        joint.c.kind == bindparam("of_kind"), joint.c.over < bindparam("before")
    )
)


def purge_shares(connection: Connection, now: float) -> int:
    """Delete them, within the caller's transaction; how many. A review that came of one stays its owner's."""
    before, gone = now - KEPT_ENDED, 0
    for tenant, owner, id_, body, version, saved in _OLD.rows(connection, of_kind=Share.kind, before=before):
        try:
            held = Record(id_, read_body(Share, body), version, saved)
        except UnreadableRecord:  # nobody's to judge
            continue
        if over_since(held.body) < before:
            drop_joint(connection, tenant, owner, held)
            note_deed(connection, tenant, owner, Deed("purged", Share.kind, now, RETENTION))
            gone += 1
    return gone
