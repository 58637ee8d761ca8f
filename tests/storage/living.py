"""A person who talks with an assistant on a database while days go by: what they keep is kept as in earnest."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import select, update

from bot.assessment.model import Assessment, Row
from bot.development.plan import PlanEntry
from bot.dialogs.reply import Reply
from bot.dialogs.searching import Hits
from bot.dialogs.turn import Said, Turn
from bot.people.records import Record
from bot.people.reminders import MINE, TOPICS, Preferences
from bot.storage.arrival import Address, Arrival, ChannelRequest, Elsewhere, Taken
from bot.storage.database import Database, Session
from bot.storage.tables import record
from bot.storage.turns import Turns

WISHES = Record(MINE, Preferences(topics=TOPICS))
BEGAN = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)  # a Monday


def entry(id_: str = "one", day: date | None = None, **fields: Any) -> Record[PlanEntry]:
    """An entry of a plan."""
    return Record(id_, PlanEntry(framework="small", objective="Run the induction", activity="Lead it twice", date=day, **fields))


def assessment(id_: str = "mine", finished: float | None = None) -> Record[Assessment]:
    """An assessment of one row."""
    return Record(
        id_, Assessment(framework="small", role="maker", rows=(Row(id="r", name="Talking", mark=6.0),), begun=1.0, finished=finished)
    )


def request_of(reply: Reply, _to: Elsewhere | None = None, /) -> ChannelRequest:
    """What sends a reply."""
    return ChannelRequest("POST", "https://smba.trafficmanager.net/", {"text": reply.text}, "c", "t")


@dataclass
class Does:
    """An assistant that does what a test tells it to, and keeps the turns."""

    reply: Reply = field(default_factory=lambda: Reply("Yes."))
    turns: list[Turn] = field(default_factory=list)

    def answer(self, turn: Turn) -> Reply:
        """Do it."""
        self.turns.append(turn)
        return self.reply

    def library_of(self, _tenant: str) -> None:
        """It knows none."""

    def search(self, text: str, _tenant: str = "") -> Hits:
        """Nothing."""
        raise NotImplementedError


@dataclass
class Life:
    """Alex, or somebody else, with a clock that a test sets."""

    database: Database
    now: datetime = BEGAN
    zone: str | None = None
    assistant: Does = field(default_factory=Does)
    _turns: Turns = field(init=False)
    _ids: Any = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.restarts()

    def clock(self) -> float:
        """Seconds since 1970."""
        return self.now.timestamp()

    def restarts(self) -> None:
        """A new process, which knows nothing from memory."""
        self._turns = Turns(self.database, self.assistant, self.clock)

    def waits(self, **time: float) -> None:
        """Time goes by, or back."""
        self.now += timedelta(**time)

    async def comes(self, person: str = "alex", tenant: str = "t", *, personal: bool = True, address: bool = True, **reply: Any) -> Taken:
        """Say something, and be answered with these parts of a reply."""
        self.assistant.reply = Reply("Yes.", **reply)
        where = f"chat of {person}" if personal else "a group"
        to = Address("https://x/", "28:bot", f"29:{person}", person) if personal and address else None
        id_ = f"activity {next(self._ids)}"
        arrived = Arrival(tenant, where, id_, person, personal=personal, what=Said("hello"), address=to, zone=self.zone)
        return await self._turns.take(arrived, lambda each: {"said": each.text}, request_of)

    async def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What a query finds."""
        return await self.database.run(lambda session: [tuple(row) for row in session.connection.exec_driver_sql(query)])

    async def does(self, statement: str) -> None:
        """Change the database."""

        def work(session: Session) -> None:
            with session.writing(durable=False) as connection:
                connection.exec_driver_sql(statement)

        await self.database.run(work)

    async def overwrites(self, id_: str, body: Callable[[Any], Any]) -> None:
        """A record holds something else, whatever wrote it: what `body` makes of what it held."""

        def work(session: Session) -> None:
            with session.writing(durable=False) as connection:
                this = record.c.id == id_
                held = connection.execute(select(record.c.body).where(this)).scalar_one()
                connection.execute(update(record).where(this).values(body=body(held)))

        await self.database.run(work)

    async def due(self) -> list[tuple[str, str]]:
        """The reminders that are not sent, with the time in London."""
        rows = await self.rows("SELECT key, due FROM reminder WHERE sent IS NULL ORDER BY due, key")
        return [(key, f"{datetime.fromtimestamp(due, UTC):%a %d %b %H:%M}") for key, due in rows]
