"""Who was met, when they came last, and in which time zone: noted once a day, and known from memory in between."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from bot.people.zones import known_zone
from bot.storage.inserts import add_or_change, add_unless_there
from bot.storage.prepared import Prepared
from bot.storage.tables import person, watch

MOST = 50_000  # people whose last visit is known from memory, the first met of them go first
A_DAY = 86_400.0

_MEET = add_unless_there(person, ("tenant", "id", "met"))
_LAST = Prepared(
    select(person.c.visited, person.c.zone).where(person.c.tenant == bindparam("of_tenant"), person.c.id == bindparam("of_id"))
)
_RAN = Prepared(select(watch.c.ran).where(watch.c.ran.is_not(None)))
_NOTE = add_or_change(person, ("tenant", "id", "met", "visited", "zone"), "visited = excluded.visited, zone = excluded.zone, told = NULL")


@dataclass(frozen=True, slots=True)
class Visit:
    """The last visit (seconds since 1970), and the time zone of the device, where it is known; `moved` where that is a new one."""

    at: float = 0.0
    zone: str | None = None
    moved: bool = False


class Visits:
    """The last visits of people, as this process knows them."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Visit] = {}

    def last(self, connection: Connection, tenant: str, person_id: str) -> Visit:
        """The last visit on record."""
        known = self._known.get((tenant, person_id))
        return known or self.remember(tenant, person_id, last_visit(connection, tenant, person_id))

    def due(self, connection: Connection, tenant: str, person_id: str, zone: str | None, now: float) -> Visit | None:
        """The visit to be noted; None where this day and zone are on record.

        It is never noted earlier than what is on record: a clock that was set back must not make anybody's data go too soon.
        """
        last = self.last(connection, tenant, person_id)
        zone = zone if known_zone(zone) else last.zone
        if zone == last.zone and (now <= last.at or now // A_DAY == last.at // A_DAY):
            return None
        return Visit(max(now, last.at, _ran(connection)), zone, moved=zone != last.zone)

    def remember(self, tenant: str, person_id: str, visit: Visit) -> Visit:
        """Know this visit from now on."""
        self._known[tenant, person_id] = visit
        if len(self._known) > MOST:
            del self._known[next(iter(self._known))]
        return visit

    def forget(self, tenant: str, person_id: str) -> None:
        """Know nothing of a person any more."""
        self._known.pop((tenant, person_id), None)


def meet(connection: Connection, tenant: str, person_id: str, now: float) -> None:
    """Note that a person was met, unless that is on record."""
    _MEET.write(connection, tenant=tenant, id=person_id, met=now)


def note_visit(connection: Connection, tenant: str, person_id: str, visit: Visit) -> None:
    """Put a visit on record; whoever was told that everything goes soon is to be told anew another time."""
    _NOTE.write(connection, tenant=tenant, id=person_id, met=visit.at, visited=visit.at, zone=visit.zone)


def last_visit(connection: Connection, tenant: str, person_id: str) -> Visit:
    """The last visit, as it is stored."""
    row = _LAST.row(connection, of_tenant=tenant, of_id=person_id)
    return Visit() if row is None else Visit(row[0] or 0.0, row[1])


def _ran(connection: Connection) -> float:
    return max((ran for (ran,) in _RAN.rows(connection)), default=0.0)
