"""The purge: drafts that nobody went on with, and everything of people who stayed away; told a month before, noted in the audit."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial

import structlog

from bot.people.retention import NOTICE, USUAL, Clock, Retention, look_at, months_before, watched
from bot.people.rules import USUAL_RULES, RulesOf
from bot.people.zones import known_zone
from bot.storage import outbox
from bot.storage.arrival import ChannelRequest, OutboxMessage
from bot.storage.database import Database, Session
from bot.storage.drafts import purge_drafts
from bot.storage.ended_shares import purge_shares
from bot.storage.erasing import purge_person
from bot.storage.questions import purge_questions
from bot.storage.stayed_away import Absent, adopt, latest_visit, note_told, read_watch, stayed_away, to_be_told, trust_clock, write_watch
from bot.storage.whose import Whose

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Purged:
    """What a run did: whether it believed the clock, and how many people and drafts went."""

    clock: Clock
    people: int = 0
    drafts: int = 0


@dataclass(frozen=True, slots=True)
class Notice:
    """Somebody who is to be told that everything of theirs goes, on which day, and for how long it was kept."""

    tenant: str
    person: str
    on: date
    kept: Retention = USUAL


class Purge:
    """The purge of a database. It deletes nothing while the clock is not to be believed."""

    def __init__(
        self,
        database: Database,
        rules: RulesOf = USUAL_RULES,
        clock: Callable[[], float] = time.time,
        tenants: Iterable[str] = (),
    ) -> None:
        """`tenants` are those that have rules of their own; those of the others are the rules of a tenant that nobody has."""
        self._database = database
        self._rules = rules
        self._clock = clock
        self._parts = _parts(rules, tenants)

    async def run(self, *, trusting: bool = False) -> Purged:
        """Purge once. `trusting` says that somebody has looked at the clock and it is right."""
        clock = await self._database.run(partial(self._look, trusting=trusting))
        if clock in {Clock.BEHIND, Clock.LEAPT}:
            _log.warning("nothing purged", clock=clock.value, remedy="see that this machine's clock is right, or run purge --trust-clock")
            return Purged(clock)
        if clock is Clock.NEW:
            return Purged(clock)
        drafts, people = await self._database.run(self._drafts), 0
        while gone := await self._database.run(self._people):
            people += gone
        if drafts or people:
            _log.info("purged", people=people, drafts=drafts)
        return Purged(clock, people, drafts)

    async def notices(self) -> list[Notice]:
        """Who is to be told, once each; nobody while the clock is not to be believed."""
        return await self._database.run(self._notices)

    async def tell(self, notice: Notice, request: ChannelRequest) -> OutboxMessage | None:
        """Write the message and note that they were told, both or neither; None where they were told or came back meanwhile."""
        return await self._database.run(partial(self._tell, notice=notice, request=request))

    def _look(self, session: Session, *, trusting: bool) -> Clock:
        now = self._clock()
        with session.writing(durable=True) as connection:
            if trusting:
                trust_clock(connection, now)
            watch = read_watch(connection)
            clock = Clock.SOUND if trusting else look_at(now, watch, latest_visit(connection))
            write_watch(connection, watched(now, watch, clock))
            if watch.ran is None:  # it never ran: an older release may have been here
                adopt(connection, now)
        return clock

    def _drafts(self, session: Session) -> int:
        now = self._clock()
        with session.writing(durable=True) as connection:
            purge_shares(connection, now)
            purge_questions(connection, now)
            return sum(purge_drafts(connection, kept.drafts_since(now), now, whose) for kept, whose in self._parts)

    def _people(self, session: Session) -> int:
        """Some of those whose time is over, and who were told a month ago or cannot be told."""
        now = self._clock()
        told_before = months_before(now, NOTICE)
        gone = [each for kept, whose in self._parts for each in stayed_away(session.connection, kept.visits_since(now), told_before, whose)]
        if gone:
            with session.writing(durable=True) as connection:
                for each in gone:
                    purge_person(connection, each.tenant, each.person, now)
        return len(gone)

    def _notices(self, session: Session) -> list[Notice]:
        now = self._clock()
        if look_at(now, read_watch(session.connection), latest_visit(session.connection)) is not Clock.SOUND:
            return []
        return [
            self._notice(each, kept, now)
            for kept, whose in self._parts
            for each in to_be_told(session.connection, kept.told_since(now), whose)
        ]

    def _notice(self, absent: Absent, kept: Retention, now: float) -> Notice:
        """The day is a month from now, or later where the time is not over by then."""
        ends = max(months_before(absent.visited, -kept.everything), months_before(now, -NOTICE))
        zone = known_zone(self._rules(absent.tenant).zone)
        return Notice(absent.tenant, absent.person, datetime.fromtimestamp(ends, zone or UTC).date(), kept)

    def _tell(self, session: Session, notice: Notice, request: ChannelRequest) -> OutboxMessage | None:
        now = self._clock()
        with session.writing(durable=True) as connection:
            told = note_told(connection, notice.tenant, notice.person, notice.kept.told_since(now), now)
            return outbox.write(connection, request, now) if told else None


def _parts(rules: RulesOf, tenants: Iterable[str]) -> tuple[tuple[Retention, Whose], ...]:
    """The tenants by how long their things are kept, and all others together."""
    of: dict[Retention, set[str]] = {}
    for tenant in tenants:
        of.setdefault(rules(tenant).retention, set()).add(tenant)
    listed = frozenset(tenant for each in of.values() for tenant in each)
    return (*((kept, Whose(frozenset(each))) for kept, each in of.items()), (rules("").retention, Whose(listed, others=True)))
