"""What two people hold together: read for the one who asks, saved and dropped by one of the two against the version that was read."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, or_, select, update

from bot.people.joint import Item, J, Joint, Share, may_see, may_write
from bot.people.joint_book import is_claimable
from bot.people.records import B, Clash, Record, read_body, write_body
from bot.reviews.review import Review
from bot.storage.inserts import add_unless_there
from bot.storage.prepared import Prepared
from bot.storage.provisional import over
from bot.storage.records import StoredRecords
from bot.storage.tables import joint, person
from bot.storage.visits import meet

_OF_TENANT = joint.c.tenant == bindparam("of_tenant")
_OF_KIND = joint.c.kind == bindparam("of_kind")
_THIS = (_OF_TENANT, _OF_KIND, joint.c.id == bindparam("of_id"))
_ONE_OF_TWO = or_(joint.c.owner == bindparam("of_person"), joint.c.viewer == bindparam("of_person"))
_CLAIMED = and_(joint.c.viewer.is_(None), joint.c.code.is_not(None))
_AS_READ = (*_THIS, joint.c.version == bindparam("read_version"), or_(_ONE_OF_TWO, _CLAIMED))
_HELD = (joint.c.id, joint.c.body, joint.c.version, joint.c.saved)
_FIND = Prepared(select(*_HELD).where(*_THIS))
_ALL = Prepared(select(*_HELD).where(_OF_TENANT, _OF_KIND, _ONE_OF_TWO).order_by(joint.c.made, joint.c.id))
_VIEWED = Prepared(select(*_HELD).where(_OF_TENANT, _OF_KIND, joint.c.viewer == bindparam("of_person")))
_CODED = Prepared(select(*_HELD).where(_OF_TENANT, _OF_KIND, joint.c.code == bindparam("of_code"), joint.c.viewer.is_(None)))
_MET = Prepared(select(person.c.id).where(person.c.tenant == bindparam("of_tenant"), person.c.id == bindparam("of_person")))
_ADD = add_unless_there(joint)
_SAVE = Prepared(update(joint).where(*_AS_READ), ("viewer", "code", "body", "version", "saved", "over"))
_DROP = Prepared(delete(joint).where(*_AS_READ))

KINDS: tuple[type[Joint], ...] = (Share, Review)
"""Every kind of joint record that there is."""


@dataclass(frozen=True, slots=True)
class StoredJoints:
    """The joint records of one person on a connection, at one moment (seconds since 1970); to be used on the thread that owns it."""

    connection: Connection
    tenant: str
    person: str
    now: float

    def find(self, kind: type[J], id_: str) -> Record[J] | None:
        """The record of that id, where the asker may see it."""
        record = self._read(kind, id_)
        return record if record is not None and self._sees(record.body) else None

    def all(self, kind: type[J]) -> tuple[Record[J], ...]:
        """Every record of a kind that the asker may see, the first made first."""
        rows = _ALL.rows(self.connection, of_tenant=self.tenant, of_kind=kind.kind, of_person=self.person)
        return tuple(record for record in (_record(kind, row) for row in rows) if self._sees(record.body))

    def claimable(self, code: str) -> Record[Share] | None:
        """The share of the tenant that waits to be claimed with this code (its SHA-256)."""
        row = _CODED.row(self.connection, of_tenant=self.tenant, of_kind=Share.kind, of_code=code)
        record = None if row is None else _record(Share, row)
        return record if record is not None and is_claimable(record.body, code, self.now) else None

    def shared(self, share: str, kind: type[B], id_: str) -> Record[B] | None:
        """A record of somebody else's, where that share lets the asker see it."""
        found = self._read(Share, share)
        if found is None or not found.body.lets(self.person, Item(kind=kind.kind, id=id_), self.now):
            return None
        return StoredRecords(self.connection, self.tenant, found.body.owner).find(kind, id_)

    def met(self, person: str) -> bool:
        """Whether they are on record as somebody who came."""
        return _MET.row(self.connection, of_tenant=self.tenant, of_person=person) is not None

    def _read(self, kind: type[J], id_: str) -> Record[J] | None:
        row = _FIND.row(self.connection, of_tenant=self.tenant, of_kind=kind.kind, of_id=id_)
        return None if row is None else _record(kind, row)

    def _sees(self, body: Joint) -> bool:
        share = body if isinstance(body, Share) else None
        if body.share and (found := self._read(Share, body.share)):
            share = found.body
        return may_see(body, share, self.person, self.now)


def save_joint(connection: Connection, tenant: str, person_id: str, new: Record[Any], now: float) -> None:
    """Save what one of the two changed. Raises Clash where another version is stored by now, or the person is neither of them."""
    if not may_write(new.body, person_id):
        raise Clash
    code = getattr(new.body, "code", "") or None
    values = {"viewer": new.body.viewer or None, "code": code, "body": write_body(new.body), "version": new.version + 1, "saved": now}
    values["over"] = over(new.body)
    if new.version == 0:
        meet(connection, tenant, new.body.owner, now)
        key = {"tenant": tenant, "kind": new.body.kind, "id": new.id, "owner": new.body.owner}
        written = _ADD.write(connection, **key, made=now, **values)
    else:
        written = _SAVE.write(connection, **_read_by(tenant, person_id, new), **values)
    if written != 1:
        raise Clash


def drop_joint(connection: Connection, tenant: str, person_id: str, old: Record[Any]) -> None:
    """Delete what one of the two deletes. Raises Clash where another version is stored by now, or the person is neither of them."""
    if _DROP.write(connection, **_read_by(tenant, person_id, old)) != 1:
        raise Clash


def leave(connection: Connection, tenant: str, person_id: str) -> None:
    """Take a person out of what others share with them, within the caller's transaction: what stays for its owner names them no more."""
    key = {"of_tenant": tenant, "of_person": person_id}
    for kind in KINDS:
        for row in _VIEWED.rows(connection, of_kind=kind.kind, **key):
            held = _record(kind, row)
            stays = held.body.left()
            if stays is None:
                drop_joint(connection, tenant, person_id, held)
            else:
                left = {
                    "viewer": None,
                    "code": None,
                    "body": write_body(stays),
                    "version": held.version + 1,
                    "saved": held.saved,
                    "over": over(stays),
                }
                _SAVE.write(connection, **_read_by(tenant, person_id, held), **left)


def _read_by(tenant: str, person_id: str, held: Record[Any]) -> dict[str, Any]:
    key = {"of_tenant": tenant, "of_kind": held.body.kind, "of_id": held.id}
    return {**key, "of_person": person_id, "read_version": held.version}


def _record(kind: type[J], row: tuple[Any, ...]) -> Record[J]:
    id_, body, version, saved = row
    return Record(id_, read_body(kind, body), version, saved)
