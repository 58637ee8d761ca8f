"""How much there is, without whose: for somebody who is about to change a framework, or who runs the assistant."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from bot.assessment.model import Assessment
from bot.development.plan import OPEN, PlanEntry
from bot.storage.tables import feedback, outbox, person, profile, record

LATELY = 30 * 24 * 3600.0

_WAITS = select(func.count(), func.min(outbox.c.at)).select_from(outbox).where(outbox.c.dead.is_(None))
_DEAD = select(func.count()).select_from(outbox).where(outbox.c.dead.is_not(None))
_PEOPLE = select(func.count()).select_from(person)
_LATELY = select(func.count()).select_from(person).where(person.c.visited >= bindparam("since"))
_FRAMEWORKS = select(profile.c.framework, func.count()).where(profile.c.framework.is_not(None)).group_by(profile.c.framework)
_THUMBS = select(feedback.c.liked, func.count()).group_by(feedback.c.liked)


def assessments_by_role(connection: Connection, framework: str) -> Counter[str]:
    """How many assessments are stored of each role of a framework."""
    bodies = connection.execute(select(record.c.body).where(record.c.kind == "assessment")).scalars()
    return Counter(str(body.get("role")) for body in bodies if body.get("framework") == framework and not body.get("deleted"))


@dataclass(frozen=True, slots=True)
class Waiting:
    """What lies in the outbox: messages to be sent, those given up, and when the oldest that waits was written (seconds since 1970)."""

    alive: int
    dead: int
    oldest: float | None


def waiting(connection: Connection) -> Waiting:
    """What lies in the outbox now."""
    alive, oldest = connection.execute(_WAITS).one()
    return Waiting(alive, connection.execute(_DEAD).scalar_one(), oldest)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of things, and of how many people they are."""

    number: int
    people: int


@dataclass(frozen=True, slots=True)
class Usage:
    """How much the assistant is used: `people` are known, `lately` those who came within 30 days, `frameworks` whose profile names one."""

    people: int
    lately: int
    frameworks: Mapping[str, int]
    assessments_finished: Figure
    assessments_begun: Figure
    plans_alive: Figure
    plan_entries_done: Figure
    thumbs_up: int
    thumbs_down: int


def usage(connection: Connection, now: float) -> Usage:
    """Counts of everything that is stored now; nobody's id leaves this function."""
    assessments = [(who, body) for who, body in _of_kind(connection, Assessment.kind) if not body.get("deleted")]
    entries = list(_of_kind(connection, PlanEntry.kind))
    thumbs = {bool(liked): number for liked, number in connection.execute(_THUMBS)}
    return Usage(
        people=connection.execute(_PEOPLE).scalar_one(),
        lately=connection.execute(_LATELY, {"since": now - LATELY}).scalar_one(),
        frameworks={row[0]: row[1] for row in connection.execute(_FRAMEWORKS)},
        assessments_finished=_figure(who for who, body in assessments if body.get("finished") is not None),
        assessments_begun=_figure(who for who, body in assessments if body.get("finished") is None),
        plans_alive=_figure(who for who, body in entries if body.get("status", OPEN[0]) in OPEN),
        plan_entries_done=_figure(who for who, body in entries if body.get("status") == "done"),
        thumbs_up=thumbs.get(True, 0),
        thumbs_down=thumbs.get(False, 0),
    )


def _of_kind(connection: Connection, kind: str) -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
    for row in connection.execute(select(record.c.tenant, record.c.person, record.c.body).where(record.c.kind == kind)):
        yield (row.tenant, row.person), row.body


def _figure(whose: Iterable[tuple[str, str]]) -> Figure:
    counted = Counter(whose)
    return Figure(counted.total(), len(counted))
