"""When reminders are due: at a civil hour where the person is, over changes of the clock and of the year."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.people.reminders import (
    CLOSES,
    FIRST,
    LAST,
    OPENS,
    TOPICS,
    Occasion,
    Preferences,
    Reminder,
    base,
    next_civil,
    reminders,
    weekday_from,
    weekday_until,
)
from bot.people.zones import known_zone

LONDON = ZoneInfo("Europe/London")
ALL = Preferences(topics=TOPICS)
ZONES = st.sampled_from(
    ["Europe/London", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "Australia/Lord_Howe", "Africa/Cairo", "UTC"]
)
MOMENTS = st.floats(0, 4_000_000_000)


def at(reminder: Reminder, zone: ZoneInfo = LONDON) -> str:
    """When it is due, where the person is."""
    return f"{datetime.fromtimestamp(reminder.due, zone):%a %Y-%m-%d %H:%M %Z}"


def planned(day: date, zone: ZoneInfo = LONDON) -> list[str]:
    return [at(each, zone) for each in reminders(ALL, [Occasion("plan", "one", day)], zone)]


def test_a_date_of_the_plan_is_told_a_week_before_and_on_the_day() -> None:
    assert planned(date(2027, 3, 31)) == ["Wed 2027-03-24 09:00 GMT", "Wed 2027-03-31 09:00 BST"]


def test_over_the_change_to_summer_time_it_is_nine_by_the_clock_on_the_wall() -> None:
    assert planned(date(2027, 10, 29)) == ["Fri 2027-10-22 09:00 BST", "Fri 2027-10-29 09:00 BST"]
    assert planned(date(2027, 11, 2)) == ["Tue 2027-10-26 09:00 BST", "Tue 2027-11-02 09:00 GMT"]


def test_a_date_at_the_weekend_is_told_on_the_friday_before_it() -> None:
    assert planned(date(2027, 4, 4)) == ["Fri 2027-03-26 09:00 GMT", "Fri 2027-04-02 09:00 BST"]


def test_over_the_end_of_a_year_it_is_told_in_the_old_one() -> None:
    assert planned(date(2028, 1, 2)) == ["Fri 2027-12-24 09:00 GMT", "Fri 2027-12-31 09:00 GMT"]


def test_it_is_nine_where_the_person_is() -> None:
    assert planned(date(2027, 3, 31), ZoneInfo("America/New_York")) == ["Wed 2027-03-24 09:00 EDT", "Wed 2027-03-31 09:00 EDT"]


def test_a_review_comes_six_weeks_after_an_activity_and_waits_for_a_weekday() -> None:
    done = datetime(2027, 3, 6, 22, 0, tzinfo=UTC).timestamp()
    (review,) = reminders(ALL, [Occasion("review", "one", moment=done)], LONDON)
    assert (review.key, at(review)) == ("review:one", "Mon 2027-04-19 09:00 BST")


def test_an_unfinished_assessment_is_told_of_after_a_week_at_the_hour_it_was_left_where_that_is_civil() -> None:
    left = datetime(2027, 3, 3, 14, 20, tzinfo=UTC).timestamp()
    (waiting,) = reminders(ALL, [Occasion("assessment", "one", moment=left)], LONDON)
    assert (waiting.key, at(waiting)) == ("assessment:one", "Wed 2027-03-10 14:20 GMT")


def test_only_what_is_wanted_is_told() -> None:
    occasions = [Occasion("plan", "one", date(2027, 3, 31)), Occasion("review", "two"), Occasion("assessment", "three")]
    assert {each.topic for each in reminders(Preferences(topics=("review",)), occasions, LONDON)} == {"review"}
    assert reminders(Preferences(), occasions, LONDON) == ()


def test_what_was_put_off_comes_again_under_another_key_and_once_only_for_its_last_day() -> None:
    wishes = ALL.snoozed(["review:one"], date(2027, 4, 3)).snoozed(["review:one+2027-04-03"], date(2027, 4, 6))
    first, again = reminders(wishes, [Occasion("review", "one", moment=0.0)], LONDON)
    assert (first.key, again.key, at(again)) == ("review:one", "review:one+2027-04-06", "Tue 2027-04-06 09:00 BST")
    assert base(again.key) == first.key


def test_what_was_put_off_and_is_done_or_gone_by_now_comes_no_more() -> None:
    assert reminders(ALL.snoozed(["day:one:2027-03-31"], date(2027, 4, 6)), [], LONDON) == ()


@pytest.mark.parametrize("day", [date.min, date(1970, 12, 31), FIRST, LAST, date.max])
def test_a_date_beyond_all_reckoning_is_no_trouble(day: date) -> None:
    assert len(planned(day)) == (2 if FIRST <= day <= LAST else 0)


@given(MOMENTS, ZONES)
def test_the_next_civil_hour_is_one_is_not_before_and_is_its_own_next(moment: float, name: str) -> None:
    zone = ZoneInfo(name)
    civil = next_civil(moment, zone)
    there = datetime.fromtimestamp(civil, zone)
    assert there.weekday() < 5
    assert OPENS <= there.time() < CLOSES
    assert moment <= civil <= moment + timedelta(days=3, hours=2).total_seconds()
    assert next_civil(civil, zone) == civil


@given(st.dates(FIRST + timedelta(days=8), LAST - timedelta(days=8)), ZONES)
def test_a_date_of_the_plan_is_told_on_a_weekday_at_nine_and_never_after_it(day: date, name: str) -> None:
    zone = ZoneInfo(name)
    for reminder, last in zip(reminders(ALL, [Occasion("plan", "x", day)], zone), (day - timedelta(days=7), day), strict=True):
        there = datetime.fromtimestamp(reminder.due, zone)
        assert (there.weekday() < 5, last - timedelta(days=2) <= there.date() <= last) == (True, True)
        assert there.time() == time(9) or name == "Pacific/Apia"  # which left out a whole day of 2011


@given(st.dates())
def test_a_weekday_is_itself_from_and_until(day: date) -> None:
    if day.weekday() < 5:
        assert weekday_from(day) == day == weekday_until(day)


@pytest.mark.parametrize(
    "name",
    [None, "", "Europe", "Europe/Nowhere", "../../etc/passwd", "/etc/passwd", "x" * 5000, "a\x00b", "\ud800", ".", "Europe/London/.."],
)
def test_a_name_that_is_no_zone_is_none(name: str | None) -> None:
    assert known_zone(name) is None
