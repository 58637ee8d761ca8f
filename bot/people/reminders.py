"""Reminders: what a person wants to be reminded of, and when each reminder is due at a civil hour of their day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import ClassVar, Literal
from zoneinfo import ZoneInfo

from bot.people.records import Body, Part

Topic = Literal["plan", "review", "assessment", "meeting"]
TOPICS: tuple[Topic, ...] = ("plan", "review", "assessment", "meeting")
MINE = "mine"
"""The id of the one record of preferences that a person has."""

OPENS, CLOSES = time(9), time(17)
WEEKEND = 5
A_WEEK = timedelta(days=7)
REVIEW_AFTER = timedelta(weeks=6)
"""So long after an activity was done, there is something to say of what came of it."""
UNFINISHED_AFTER = timedelta(days=7)
FIRST, LAST = date(1971, 1, 1), date(9998, 12, 31)
"""No calendar reckons beyond these in every zone."""
_KEPT_SNOOZES = 100


class Snooze(Part):
    """A reminder that was put off to a day."""

    key: str
    until: date


class Preferences(Body):
    """What a person wants to be reminded of: nothing, until they ask for it.

    `presses` are the marks of the buttons pressed last, so that none counts twice.
    """

    kind: ClassVar[str] = "reminders"
    topics: tuple[Topic, ...] = ()
    snoozes: tuple[Snooze, ...] = ()
    presses: tuple[str, ...] = ()

    def snoozed(self, keys: Iterable[str], until: date) -> "Preferences":
        """The same with some reminders put off to another day, instead of any before."""
        keys = tuple(dict.fromkeys(base(key) for key in keys))
        others = tuple(each for each in self.snoozes if each.key not in keys)
        return self.model_copy(update={"snoozes": (*others, *(Snooze(key=key, until=until) for key in keys))[-_KEPT_SNOOZES:]})


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something to be reminded of: a day that a plan sets, or a moment from which something has waited (seconds since 1970)."""

    topic: Topic
    record: str
    day: date | None = None
    moment: float = 0.0


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder that is due (seconds since 1970). The key tells it from all others: of each key one is sent, ever."""

    key: str
    topic: Topic
    record: str
    due: float


def reminders(preferences: Preferences, occasions: Iterable[Occasion], zone: ZoneInfo) -> tuple[Reminder, ...]:
    """Every reminder that is wanted, past ones too: those put off at the day they were put off to."""
    planned = [each for occasion in occasions if occasion.topic in preferences.topics for each in _of(occasion, zone)]
    by_key = {each.key: each for each in planned}
    again = (_again(by_key[each.key], each.until, zone) for each in preferences.snoozes if each.key in by_key)
    return (*planned, *again)


def base(key: str) -> str:
    """The key of the reminder that was put off, of one that was."""
    return key.partition("+")[0]


def next_civil(moment: float, zone: ZoneInfo) -> float:
    """The moment itself where it is a civil one, on a weekday between nine and five, else the next nine o'clock of a weekday."""
    at = datetime.fromtimestamp(moment, zone)
    if at.weekday() < WEEKEND and OPENS <= at.time() < CLOSES:
        return moment
    return _opening(at.date() if at.time() < OPENS else at.date() + timedelta(days=1), zone)


def weekday_from(day: date) -> date:
    """The day itself, or the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() >= WEEKEND else day


def weekday_until(day: date) -> date:
    """The day itself, or the Friday before it: a reminder after the day would come too late."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _of(occasion: Occasion, zone: ZoneInfo) -> tuple[Reminder, ...]:
    topic, record = occasion.topic, occasion.record
    if topic in ("plan", "meeting") and occasion.day is not None:
        days = (("week", occasion.day - A_WEEK), ("day", occasion.day)) if FIRST <= occasion.day <= LAST else ()
        named = "" if topic == "plan" else f"{topic}-"
        return tuple(
            Reminder(f"{named}{name}:{record}:{occasion.day}", topic, record, _opening(weekday_until(day), zone)) for name, day in days
        )
    pause = REVIEW_AFTER if topic == "review" else UNFINISHED_AFTER
    return (Reminder(f"{topic}:{record}", topic, record, next_civil(occasion.moment + pause.total_seconds(), zone)),)


def _again(reminder: Reminder, until: date, zone: ZoneInfo) -> Reminder:
    return Reminder(f"{reminder.key}+{until}", reminder.topic, reminder.record, _opening(until, zone))


def _opening(day: date, zone: ZoneInfo) -> float:
    """Nine o'clock of the weekday that the day is, or that comes next after it."""
    return datetime.combine(weekday_from(day), OPENS, zone).timestamp()
