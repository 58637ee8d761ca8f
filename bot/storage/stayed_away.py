"""People who have not come for long, and what the purge has seen of the clock."""

from dataclasses import dataclass

from sqlalchemy import Connection, and_, delete, exists, func, insert, literal, or_, select, update

from bot.people.retention import Watch
from bot.storage.tables import conversation, person, profile, record, watch
from bot.storage.whose import ALL, Whose

MOST_AT_ONCE = 50
_JOB = "purge"
_THEIRS = and_(conversation.c.tenant == person.c.tenant, conversation.c.person == person.c.id)
_REACHED = exists().where(_THEIRS, conversation.c.service.is_not(None))
_HOLD_SOMETHING = or_(
    exists().where(profile.c.tenant == person.c.tenant, profile.c.person == person.c.id),
    exists().where(record.c.tenant == person.c.tenant, record.c.person == person.c.id),
)


@dataclass(frozen=True, slots=True)
class Absent:
    """Somebody who stayed away since `visited` (seconds since 1970)."""

    tenant: str
    person: str
    visited: float


def read_watch(connection: Connection) -> Watch:
    """What the purge has seen of the clock."""
    row = connection.execute(select(watch.c.ran, watch.c.doubted).where(watch.c.job == _JOB)).one_or_none()
    return Watch() if row is None else Watch(row.ran, row.doubted)


def write_watch(connection: Connection, seen: Watch) -> None:
    """Remember it."""
    connection.execute(delete(watch).where(watch.c.job == _JOB))
    connection.execute(insert(watch).values(job=_JOB, ran=seen.ran, doubted=seen.doubted))


def latest_visit(connection: Connection) -> float:
    """The latest visit of anybody; 0 where nobody came yet."""
    return float(connection.execute(select(func.max(person.c.visited))).scalar_one() or 0.0)


def trust_clock(connection: Connection, now: float) -> None:
    """Whatever is on record as later than now was written by a wrong clock: it counts from now."""
    connection.execute(update(person).where(person.c.visited > now).values(visited=now))
    connection.execute(delete(watch).where(watch.c.job == _JOB))


def adopt(connection: Connection, now: float) -> None:
    """Whoever is on record without a visit, by an older release, is taken to have come now: nothing goes too early."""
    known = exists().where(person.c.tenant == conversation.c.tenant, person.c.id == conversation.c.person)
    unknown = select(conversation.c.tenant, conversation.c.person, literal(now), literal(now)).distinct()
    unknown = unknown.where(conversation.c.person.is_not(None), ~known)
    connection.execute(insert(person).from_select(["tenant", "id", "met", "visited"], unknown))
    connection.execute(update(person).where(person.c.visited.is_(None)).values(visited=now))


def stayed_away(connection: Connection, since: float, told_before: float, whose: Whose = ALL) -> list[Absent]:
    """Some of those who came last before `since`, and were told before `told_before` or need not or cannot be told."""
    heard = or_(person.c.told < told_before, ~_REACHED, ~_HOLD_SOMETHING)
    return _absent(connection, whose.where(person.c.tenant), person.c.visited < since, heard)


def to_be_told(connection: Connection, since: float, whose: Whose = ALL) -> list[Absent]:
    """Some of those who came last before `since`, hold something, may be written to, and were not told."""
    return _absent(connection, whose.where(person.c.tenant), person.c.visited < since, person.c.told.is_(None), _REACHED, _HOLD_SOMETHING)


def note_told(connection: Connection, tenant: str, person_id: str, since: float, now: float) -> bool:
    """Note that somebody was told; false where they were already, or came meanwhile."""
    still = (person.c.told.is_(None), person.c.visited < since)
    noted = update(person).where(person.c.tenant == tenant, person.c.id == person_id, *still).values(told=now)
    return connection.execute(noted).rowcount == 1


def _absent(connection: Connection, *where: object) -> list[Absent]:
    columns = (person.c.tenant, person.c.id, person.c.visited)
    found = select(*columns).where(*where).order_by(person.c.visited, person.c.tenant, person.c.id)  # type: ignore[arg-type]
    return [Absent(*row) for row in connection.execute(found.limit(MOST_AT_ONCE))]
