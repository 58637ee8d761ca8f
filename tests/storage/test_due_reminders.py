"""Reminders that are due: sent once, at a civil hour, with their mark and their message in one transaction."""

import asyncio
from datetime import UTC, date, datetime

import pytest

from bot.dialogs.reply import Reply, reply_text
from bot.people.records import Record
from bot.people.reminders import Preferences
from bot.storage import due_reminders
from bot.storage.database import Database, NotWritten
from bot.storage.due_reminders import DueReminders
from bot.storage.outbox import Outbox
from tests.storage.databases import OnALoop
from tests.storage.living import WISHES, Life, assessment, entry, request_of

END_OF_MARCH = date(2027, 3, 31)


@pytest.fixture
def life(database: Database) -> Life:
    return Life(database)


@pytest.fixture
def job(life: Life) -> DueReminders:
    return DueReminders(life.database, clock=life.clock)


def day(life: Life, month: int, day: int, hour: int = 8, minute: int = 30) -> None:
    """It is that time, in UTC."""
    life.now = datetime(2027, month, day, hour, minute, tzinfo=UTC)


async def keys(job: DueReminders) -> list[tuple[str, ...]]:
    return [batch.keys for batch in await job.due()]


async def round_of(job: DueReminders) -> list[Reply]:
    """Send what is due, as the server does."""
    batches = await job.due()
    for batch in batches:
        await job.send(batch, request_of(batch.reply))
    return [batch.reply for batch in batches]


async def test_nothing_is_due_before_its_time(life: Life, job: DueReminders) -> None:
    await life.comes(saves=(WISHES, entry(day=END_OF_MARCH)))
    day(life, 3, 24, 8, 59)
    assert await job.due() == []
    day(life, 3, 24, 9, 0)
    assert await keys(job) == [("week:one:2027-03-31",)]


async def test_a_reminder_is_sent_once_whatever_happens_after(life: Life, job: DueReminders) -> None:
    await life.comes(saves=(WISHES, entry(day=END_OF_MARCH)))
    day(life, 3, 24, 9)
    (reply,) = await round_of(job)
    assert "Lead it twice\nDue in 7 days, on Wednesday 31 March" in reply_text(reply)
    assert await round_of(job) == []
    await life.comes(saves=(Record("one", entry(day=END_OF_MARCH).body, 1),))
    for hours in (-300, 300, 1):
        life.waits(hours=hours)
        assert await round_of(DueReminders(life.database, clock=life.clock)) == []
    assert len(await Outbox(life.database).pending()) == 3  # two answers and one reminder


async def test_what_came_due_over_night_or_at_the_weekend_waits_for_the_morning(life: Life, job: DueReminders) -> None:
    await life.comes(saves=(WISHES, assessment()))
    day(life, 3, 13, 12)  # the server was down until Saturday
    assert await job.due() == []
    assert await life.due() == [("assessment:mine", "Mon 15 Mar 09:00")]
    day(life, 3, 15, 20)
    assert await job.due() == []
    day(life, 3, 16, 9, 1)
    assert await keys(job) == [("assessment:mine",)]


async def test_the_hour_is_that_of_the_person_not_of_the_server(life: Life, job: DueReminders) -> None:
    life.zone = "Pacific/Auckland"
    await life.comes(saves=(WISHES, entry(day=END_OF_MARCH)))
    day(life, 3, 23, 19, 59)
    assert await job.due() == []
    day(life, 3, 23, 20)  # nine in the morning of the 24th over there
    (batch,) = await job.due()
    assert "Due in 7 days" in reply_text(batch.reply)


async def test_over_the_end_of_the_year_it_is_sent_in_the_old_one_and_once(life: Life, job: DueReminders) -> None:
    day(life, 12, 1)
    await life.comes(saves=(WISHES, entry(day=date(2028, 1, 1))))
    told = []
    for moment in (datetime(2027, 12, 24, 9, tzinfo=UTC), datetime(2027, 12, 31, 9, tzinfo=UTC), datetime(2028, 1, 3, 9, tzinfo=UTC)):
        life.now = moment
        told.append([reply_text(reply).split("\n")[3] for reply in await round_of(job)])
    assert told == [["Due in 8 days, on Saturday 1 January"], ["Due tomorrow, Saturday 1 January"], []]


async def test_over_the_change_of_the_clocks_it_is_sent_at_nine_and_once(life: Life, job: DueReminders) -> None:
    await life.comes(saves=(WISHES, entry(day=date(2027, 3, 29))))  # the Monday after
    sent = []
    day(life, 3, 28, 0, 0)
    for _ in range(2 * 48):
        sent += [f"{life.now:%d %H:%M}" for _ in await round_of(job)]
        life.waits(minutes=30)
    assert sent == ["29 08:00"]


async def test_a_clock_that_was_set_back_sends_nothing_again_and_nothing_early(life: Life, job: DueReminders) -> None:
    await life.comes(saves=(WISHES, entry(day=END_OF_MARCH)))
    day(life, 3, 24, 9)
    assert len(await round_of(job)) == 1
    day(life, 3, 2)
    assert await round_of(job) == []
    day(life, 3, 24, 9)
    assert await round_of(job) == []
    day(life, 3, 31)
    assert len(await round_of(job)) == 1


async def test_what_is_due_to_one_person_comes_in_one_message_and_each_entry_once(life: Life, job: DueReminders) -> None:
    entries = [entry(f"e{number}", END_OF_MARCH) for number in range(8)]
    await life.comes(saves=(WISHES, assessment(), *entries))
    day(life, 3, 31, 9)  # nobody ran for a month: the week before and the day are both due
    (reply,) = await round_of(job)
    text = reply_text(reply)
    assert reply.text == "A reminder, as you asked: your self-assessment and your plan."
    assert (text.count("Due today"), "And 4 more in your plan." in text) == (4, True)
    assert await round_of(job) == []


async def test_what_is_done_or_long_past_by_now_is_not_told(life: Life, job: DueReminders) -> None:
    await life.comes(saves=(WISHES, entry(day=END_OF_MARCH), entry("two", END_OF_MARCH), entry("long", date(2027, 3, 12))))
    await life.overwrites("two", lambda held: {**held, "status": "dropped"})
    day(life, 3, 31)
    (batch,) = await job.due()
    assert len(batch.keys) == 6
    assert reply_text(batch.reply).count("Due today") == 1
    assert "Was due" not in reply_text(batch.reply)


async def test_who_stopped_them_since_they_were_found_gets_none(life: Life, job: DueReminders) -> None:
    await life.comes(saves=(WISHES, entry(day=END_OF_MARCH)))
    day(life, 3, 24, 9)
    (batch,) = await job.due()
    await life.comes(saves=(Record(WISHES.id, Preferences(), 1),))
    assert await job.send(batch, request_of(batch.reply)) is None
    assert len(await Outbox(life.database).pending()) == 2


async def test_of_two_that_send_at_once_one_does(life: Life, job: DueReminders) -> None:
    await life.comes(saves=(WISHES, entry(day=END_OF_MARCH)))
    day(life, 3, 24, 9)
    (batch,) = await job.due()
    sent = await asyncio.gather(*(job.send(batch, request_of(batch.reply)) for _ in range(5)))
    assert sum(message is not None for message in sent) == 1


async def test_where_the_outbox_cannot_be_written_it_is_not_marked_either(
    life: Life, job: DueReminders, monkeypatch: pytest.MonkeyPatch
) -> None:
    await life.comes(saves=(WISHES, entry(day=END_OF_MARCH)))
    day(life, 3, 24, 9)
    (batch,) = await job.due()

    def full(*_: object) -> None:
        raise NotWritten("disk full")

    with monkeypatch.context() as broken:
        broken.setattr(due_reminders.outbox, "write", full)
        with pytest.raises(NotWritten):
            await job.send(batch, request_of(batch.reply))
    assert await keys(job) == [batch.keys]


async def test_what_could_not_be_told_is_spent(life: Life, job: DueReminders) -> None:
    await life.comes(saves=(WISHES, entry(day=END_OF_MARCH)))
    day(life, 3, 24, 9)
    (batch,) = await job.due()
    await job.spend(batch)
    assert await job.due() == []


async def test_where_a_record_cannot_be_read_they_wait_a_day(life: Life, job: DueReminders) -> None:
    await life.comes(saves=(WISHES, entry(day=END_OF_MARCH)))
    await life.overwrites("one", lambda _: [])
    day(life, 3, 24, 9)
    assert (await job.due(), await life.due()) == (
        [],
        [("week:one:2027-03-31", "Thu 25 Mar 09:30"), ("day:one:2027-03-31", "Wed 31 Mar 08:00")],
    )


async def test_each_person_gets_their_own(life: Life, job: DueReminders) -> None:
    for tenant, person in (("t", "alex"), ("t", "sam"), ("u", "alex")):
        await life.comes(person, tenant, saves=(WISHES, entry(day=END_OF_MARCH)))
    day(life, 3, 24, 9)
    assert [(batch.tenant, batch.person) for batch in await job.due()] == [("t", "alex"), ("t", "sam"), ("u", "alex")]


async def test_the_job_finds_what_is_due_by_its_time_alone(sqlite: OnALoop) -> None:
    plan = await Life(sqlite).rows("EXPLAIN QUERY PLAN SELECT * FROM reminder WHERE due <= 1.0 AND sent IS NULL ORDER BY due LIMIT 5")
    assert "ix_reminder_due" in str(plan)
