"""Due times: right whenever a plan, an assessment, a wish or a time zone changes, and never a second time for what was sent."""

from datetime import date
from typing import Any

import pytest

from bot.people.records import Record
from bot.people.reminders import MINE, Preferences
from bot.storage.database import Database
from tests.storage.living import WISHES, Life, assessment, entry

END_OF_MARCH = date(2027, 3, 31)
BOTH = [("week:one:2027-03-31", "Wed 24 Mar 09:00"), ("day:one:2027-03-31", "Wed 31 Mar 08:00")]


@pytest.fixture
def life(database: Database) -> Life:
    return Life(database)


def saved(record: Record[Any], version: int = 1, **fields: Any) -> Record[Any]:
    """A record as it was read at a version, changed."""
    return Record(record.id, record.body.with_(**fields), version)


async def test_nothing_is_due_until_somebody_asks_for_it(life: Life) -> None:
    await life.comes(saves=(entry(day=END_OF_MARCH), assessment()))
    assert await life.due() == []
    await life.comes(saves=(WISHES,))
    assert [key for key, _ in await life.due()] == ["assessment:mine", "week:one:2027-03-31", "day:one:2027-03-31"]


async def test_they_follow_the_plan(life: Life) -> None:
    await life.comes(saves=(WISHES, entry(day=END_OF_MARCH)))
    assert await life.due() == BOTH
    await life.comes(saves=(saved(entry(), date=date(2027, 5, 5)),))
    assert await life.due() == [("week:one:2027-05-05", "Wed 28 Apr 08:00"), ("day:one:2027-05-05", "Wed 05 May 08:00")]
    await life.comes(saves=(saved(entry(), 2, status="done", done=life.clock()),))
    assert await life.due() == [("review:one", "Mon 12 Apr 10:00")]
    await life.comes(saves=(saved(entry(), 3, status="planned", date=END_OF_MARCH),))
    assert await life.due() == BOTH
    await life.comes(drops=(saved(entry(), 4),))
    assert await life.due() == []


async def test_an_assessment_is_waited_for_from_its_last_change_until_it_is_finished(life: Life) -> None:
    await life.comes(saves=(WISHES, assessment()))
    life.waits(days=2)
    await life.comes(saves=(saved(assessment()),))
    assert await life.due() == [("assessment:mine", "Wed 10 Mar 10:00")]
    await life.comes(saves=(saved(assessment(), 2, finished=1.0),))
    assert await life.due() == []


async def test_who_stops_them_has_none_and_who_begins_again_none_that_would_have_been_due(life: Life) -> None:
    await life.comes(saves=(WISHES, entry(day=END_OF_MARCH)))
    await life.comes(saves=(saved(WISHES, topics=()),))
    assert await life.due() == []
    life.waits(days=25)
    await life.comes(saves=(saved(WISHES, 2),))
    assert await life.due() == BOTH[1:]
    await life.comes(drops=(saved(WISHES, 3),))
    assert await life.due() == []


async def test_a_date_that_is_put_into_the_plan_too_late_for_a_reminder_gets_none(life: Life) -> None:
    await life.comes(saves=(WISHES, entry("today", life.now.date()), entry("soon", date(2027, 3, 5))))
    assert await life.due() == [("day:soon:2027-03-05", "Fri 05 Mar 09:00")]


async def test_who_travels_is_reminded_at_nine_where_they_are(life: Life) -> None:
    await life.comes(saves=(WISHES, entry(day=END_OF_MARCH)))
    life.zone = "America/New_York"
    await life.comes()
    assert await life.due() == [("week:one:2027-03-31", "Wed 24 Mar 13:00"), ("day:one:2027-03-31", "Wed 31 Mar 13:00")]


async def test_what_was_sent_is_never_due_again(life: Life) -> None:
    await life.comes(saves=(WISHES, entry(day=END_OF_MARCH)))
    await life.does("UPDATE reminder SET sent = 1.0 WHERE key LIKE 'week%'")
    await life.comes(saves=(saved(entry(), status="done", done=life.clock()),))
    await life.comes(saves=(saved(WISHES, topics=()),))
    await life.comes(saves=(saved(WISHES, 2), saved(entry(day=END_OF_MARCH), 2)))
    assert await life.due() == BOTH[1:]


async def test_the_reminders_of_others_are_left_alone(life: Life) -> None:
    await life.comes("sam", saves=(WISHES, entry(day=END_OF_MARCH)))
    await life.comes("alex", "another", saves=(WISHES, entry(day=END_OF_MARCH)))
    await life.comes("alex", saves=(WISHES,))
    await life.comes("alex", saves=(Record(MINE, Preferences(), 1),))
    await life.comes("alex", forgets=True)
    assert await life.due() == sorted(BOTH * 2, key=lambda each: (each != BOTH[0], each[0]))


async def test_where_a_record_cannot_be_read_they_stay_as_they_are_and_the_turn_goes_on(life: Life) -> None:
    await life.comes(saves=(WISHES, entry(day=END_OF_MARCH), entry("two")))
    await life.overwrites("two", lambda _: [])
    taken = await life.comes(saves=(saved(entry(), date=date(2027, 5, 5)),))
    assert (taken.reply.text if taken.reply else "", await life.due()) == ("Yes.", BOTH)
