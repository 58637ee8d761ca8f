"""Whatever people save, undo, put off and stop, and wherever the clock is set: of each reminder one is sent, and at a civil hour."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.people.records import Record
from bot.people.reminders import MINE, TOPICS, Preferences
from bot.storage.database import Database
from bot.storage.due_reminders import DueReminders
from bot.storage.records import StoredRecords
from tests.storage.living import Life, assessment, entry, request_of

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("wait"), st.integers(-20, 40)),
        st.tuples(st.just("date"), st.integers(0, 60)),
        st.tuples(st.just("status"), st.sampled_from(["planned", "done", "dropped"])),
        st.tuples(st.just("wish"), st.sampled_from([(), TOPICS, ("plan",), ("assessment",)])),
        st.tuples(st.just("snooze"), st.integers(0, 10)),
        st.tuples(st.just("mark"), st.none()),
        st.tuples(st.just("zone"), st.sampled_from(["Europe/London", "Asia/Tokyo", "America/Los_Angeles"])),
        st.tuples(st.just("remind"), st.none()),
    ),
    min_size=4,
    max_size=25,
)
_PEOPLE = iter(range(10**9))


@dataclass
class Somebody:
    """A person in whose life things happen; `sent` is how often each reminder was."""

    life: Life
    who: str
    sent: Counter[str] = field(default_factory=Counter)

    async def wait(self, days: int) -> None:
        self.life.waits(days=days, hours=days)

    async def date(self, days: int) -> None:
        await self._saves(entry(), date=self.life.now.date() + timedelta(days=days))

    async def status(self, status: str) -> None:
        await self._saves(entry(), status=status, done=self.life.clock())

    async def wish(self, topics: tuple[str, ...]) -> None:
        await self._saves(Record(MINE, Preferences()), topics=topics)

    async def snooze(self, weeks: int) -> None:
        wishes = Preferences().snoozed(list(self.sent), date(2027, 3, 1) + timedelta(weeks=weeks))
        await self._saves(Record(MINE, Preferences()), topics=TOPICS, snoozes=wishes.snoozes)

    async def mark(self, _: None) -> None:
        await self._saves(assessment())

    async def zone(self, name: str) -> None:
        self.life.zone = name
        await self.life.comes(self.who)

    async def remind(self, _: None) -> None:
        job = DueReminders(self.life.database, clock=self.life.clock)
        for batch in [*await job.due(), *await job.due()]:
            if batch.person == self.who and await job.send(batch, request_of(batch.reply)):
                self.sent.update(batch.keys)
                there = self.life.now.astimezone(ZoneInfo(self.life.zone or "Europe/London"))
                assert (there.weekday() < 5, 9 <= there.hour < 17) == (True, True)

    async def _saves(self, new: Record[Any], **fields: Any) -> None:
        held = await self.life.database.run(lambda session: StoredRecords(session.connection, "t", self.who).find(type(new.body), new.id))
        await self.life.comes(self.who, saves=((held or new).with_(**fields),))


async def live(somebody: Somebody, steps: list[tuple[str, Any]]) -> None:
    for what, value in [("zone", "Europe/London"), ("wish", TOPICS), *steps, ("remind", None)]:
        await getattr(somebody, what)(value)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_no_reminder_is_ever_sent_twice(database: Database, steps: list[tuple[str, Any]]) -> None:
    somebody = Somebody(Life(database), f"person {next(_PEOPLE)}")
    asyncio.run(live(somebody, steps))
    assert {key: times for key, times in somebody.sent.items() if times > 1} == {}
