"""Records of one person: read when a dialog asks for them, saved and dropped against the versions that were read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, delete, select, update

from bot.people.records import B, Clash, Record, read_body, write_body
from bot.storage.inserts import add_unless_there
from bot.storage.prepared import Prepared
from bot.storage.provisional import going
from bot.storage.tables import record
from bot.storage.visits import meet

Found = TypeVar("Found")

_THEIRS = (record.c.tenant == bindparam("of_tenant"), record.c.person == bindparam("of_person"), record.c.kind == bindparam("of_kind"))
_THIS = (*_THEIRS, record.c.id == bindparam("of_id"))
_AS_READ = (*_THIS, record.c.version == bindparam("read_version"))
_HELD = (record.c.id, record.c.body, record.c.version, record.c.saved)
_FIND = Prepared(select(*_HELD).where(*_THIS))
_ALL = Prepared(select(*_HELD).where(*_THEIRS).order_by(record.c.made, record.c.id))
_ADD = add_unless_there(record)
_SAVE = Prepared(update(record).where(*_AS_READ), ("body", "version", "saved", "begun", "deleted"))
_DROP = Prepared(delete(record).where(*_AS_READ))


@dataclass(frozen=True, slots=True)
class StoredRecords:
    """The records of one person on a connection; to be used on the thread that owns it, while a turn is answered.

    What was read is read no more: a turn saves only when it has been answered.
    """

    connection: Connection
    tenant: str
    person: str
    _read: dict[tuple[str, str | None], Any] = field(default_factory=dict, compare=False, repr=False)

    def find(self, kind: type[B], id_: str) -> Record[B] | None:
        """The record of that id, or None."""

        def look() -> Record[B] | None:
            row = _FIND.row(self.connection, **self._of(kind), of_id=id_)
            return None if row is None else _record(kind, row)

        return self._once(kind, id_, look)

    def all(self, kind: type[B]) -> tuple[Record[B], ...]:
        """Every record of a kind, the first made first."""
        return self._once(kind, None, lambda: tuple(_record(kind, row) for row in _ALL.rows(self.connection, **self._of(kind))))

    def _once(self, kind: type[B], id_: str | None, look: Callable[[], Found]) -> Found:
        key = (kind.kind, id_)
        if key not in self._read:
            self._read[key] = look()
        found: Found = self._read[key]
        return found

    def _of(self, kind: type[B]) -> dict[str, str]:
        return {"of_tenant": self.tenant, "of_person": self.person, "of_kind": kind.kind}


def save_record(connection: Connection, tenant: str, person_id: str, new: Record[Any], now: float) -> None:
    """Save a record that was read at `new.version`. Raises Clash where another version is stored by now."""
    values = {"body": write_body(new.body), "version": new.version + 1, "saved": now, **going(new.body, now)}
    if new.version == 0:
        meet(connection, tenant, person_id, now)
        written = _ADD.write(connection, tenant=tenant, person=person_id, kind=new.body.kind, id=new.id, made=now, **values)
    else:
        written = _SAVE.write(connection, **_read(tenant, person_id, new), **values)
    if written != 1:
        raise Clash


def drop_record(connection: Connection, tenant: str, person_id: str, old: Record[Any]) -> None:
    """Delete a record that was read at `old.version`. Raises Clash where another version is stored by now."""
    if _DROP.write(connection, **_read(tenant, person_id, old)) != 1:
        raise Clash


def _read(tenant: str, person_id: str, held: Record[Any]) -> dict[str, Any]:
    return {"of_tenant": tenant, "of_person": person_id, "of_kind": held.body.kind, "of_id": held.id, "read_version": held.version}


def _record(kind: type[B], row: tuple[Any, ...]) -> Record[B]:
    id_, body, version, saved = row
    return Record(id_, read_body(kind, body), version, saved)
