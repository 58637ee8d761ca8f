"""A database with so many people in it who have told and kept something, written by the database itself: a million take a minute or two."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import JSON, Connection, Float, Integer, String, cast, insert, literal, select
from sqlalchemy.sql.elements import ColumnElement

from bot.people.records import write_body
from bot.storage.database import Database, Session
from bot.storage.tables import conversation, person, profile, record, reminder, seen, watch
from tests.storage.living import assessment

FIRST = 10_000_000
BATCH = 20_000
A_DAY = 86_400.0
VISITED, BEGUN, FINISHED = 300, 60, 700  # days over which people came last, went on with a draft, and finished what they keep


def id_of(number: int) -> str:
    """The Entra object id of a person, by their number."""
    return f"{FIRST + number}-aaaa-bbbb-cccc-dddddddddddd"


async def filled(database: Database, people: int, now: float) -> None:
    """Fill it, some people at a time; the purge has run an hour ago."""

    def some(first: int) -> Callable[[Session], None]:
        def work(session: Session) -> None:
            with session.writing(durable=False) as connection:
                fill(connection, first, min(first + BATCH, people), now)

        return work

    def watched(session: Session) -> None:
        with session.writing(durable=False) as connection:
            connection.execute(insert(watch).values(job="purge", ran=now - 3600.0))

    for first in range(0, people, BATCH):
        await database.run(some(first))
    await database.run(watched)


def fill(connection: Connection, first: int, after: int, now: float) -> None:
    """Six rows a person and a reminder: among them a draft under way, an assessment that is finished and kept, and a message of today."""
    numbers = select(cast(literal(FIRST + first), Integer).label("n")).cte("numbers", recursive=True)
    numbers = numbers.union_all(select(numbers.c.n + 1).where(numbers.c.n + 1 < FIRST + after))
    n = numbers.c.n
    who = cast(n, String) + literal("-aaaa-bbbb-cccc-dddddddddddd")

    def ago(days: int) -> ColumnElement[float]:
        return literal(now) - cast(n % days, Float) * literal(A_DAY)

    def add(table: Any, **values: Any) -> None:
        given = {"tenant": "t", **values}
        columns = [each if isinstance(each, ColumnElement) else literal(each, table.c[name].type) for name, each in given.items()]
        connection.execute(insert(table).from_select(list(given), select(*columns).select_from(numbers)))

    add(person, id=who, met=now - 1000 * A_DAY, visited=ago(VISITED), zone="Europe/London")
    add(profile, person=who, framework="lancaster", grade=5, version=1)
    where = {"service": "https://smba.trafficmanager.net/uk/", "bot": "28:bot", "version": 3}
    memory = literal({"last": None, "choices": []}, JSON)
    add(conversation, id=literal("a:") + who, account=literal("29:") + who, person=who, memory=memory, **where)
    kept = {"person": who, "kind": "assessment", "version": 4, "made": now - 1000 * A_DAY}
    nothing = literal(None, Float)
    begun, finished = (literal(write_body(assessment("x", at).body), JSON) for at in (None, now))
    add(record, id="mine", body=begun, saved=ago(BEGUN), begun=ago(BEGUN), deleted=nothing, **kept)
    add(record, id="before", body=finished, saved=ago(FINISHED), begun=nothing, deleted=nothing, **kept)
    add(seen, conversation=literal("a:") + who, activity="of today", at=ago(1), recorded=False)
    due = literal(now) + cast(n % BEGUN + 1, Float) * literal(A_DAY)
    add(reminder, person=who, key="week:one", topic="plan", record="mine", due=due)
