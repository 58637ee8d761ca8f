"""The message that reminds: what is due, one press to put it off, and one to stop; and the word before everything goes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.assessment.model import Assessment
from bot.cards.drawing import draw
from bot.cards.payloads import Ask, Move
from bot.cards.view import Button, Row, View
from bot.development.plan import PlanEntry
from bot.dialogs import reminding
from bot.dialogs.reply import Reply
from bot.people.joint import Joints
from bot.people.records import Record, Records
from bot.people.reminders import MINE, Reminder
from bot.people.retention import Retention
from bot.phrases.en import my_data as data
from bot.phrases.en import reminders as say
from bot.phrases.en import reviewing
from bot.phrases.en.names import clipped
from bot.reviews.review import Review
from bot.understanding.reading import Intent, Reading

MOST_SHOWN = 5
STALE_AFTER = 14
"""Days after a date of the plan, or after a message could have come, from which it would only reproach."""


@dataclass(frozen=True, slots=True)
class _Shown:
    reminder: Reminder
    row: Row


def reminder_message(
    due: Sequence[Reminder],
    records: Records,
    now: datetime,
    zone: ZoneInfo,
    new_id: Callable[[], str],
    *,
    joints: Joints | None = None,
    person: str = "",
) -> Reply | None:
    """What is said of the reminders that are due; None where nothing is left to be reminded of.

    `joints` are what the person (an Entra object id) holds together with others.
    """
    today = now.astimezone(zone).date()
    latest = {(each.topic, each.record): each for each in due}
    shown = [
        _Shown(each, row)
        for each in latest.values()
        if (row := _row(each, records, today) or _of_meeting(each, joints, person, today)) is not None
    ]
    if not shown:
        return None
    topics = tuple(dict.fromkeys(each.reminder.topic for each in shown))
    keys = tuple(each.reminder.key for each in shown)[:MOST_SHOWN]
    more = say.and_more(len(shown) - MOST_SHOWN) if len(shown) > MOST_SHOWN else ""
    text = say.notified(topics)
    view = View(
        say.MESSAGE_TITLE, more, rows=tuple(each.row for each in shown[:MOST_SHOWN]), source=say.HOW_TO_STOP, buttons=_steps(keys, new_id)
    )
    return Reply(text, draw(view, text))


def soon_gone(on: date, retention: Retention, framework: str) -> Reply:
    """The word, given once, before everything of somebody who stayed away goes."""
    text = data.soon(on, retention.everything)
    keep = Button(data.SOON_KEEP, Ask(Reading(framework, Intent.MY_DATA)))
    return Reply(text, draw(View(data.SOON_TITLE, text, buttons=(keep,)), text))


def _steps(keys: tuple[str, ...], new_id: Callable[[], str]) -> tuple[Button, ...]:
    nonce = new_id()
    later = ((say.TOMORROW, "tomorrow"), (say.NEXT_WEEK, "next week"))
    put_off = tuple(Button(title, reminding.snooze(when, keys, nonce)) for title, when in later)
    return (*put_off, Button(say.STOP, Move(reminding.NAME, "stop", MINE, nonce=nonce)))


def _row(reminder: Reminder, records: Records, today: date) -> Row | None:
    """A line to press; None where the thing is gone, done or long past."""
    if reminder.topic == "assessment":
        return _of_assessment(records.find(Assessment, reminder.record))
    if reminder.topic == "meeting":
        return None
    entry = records.find(PlanEntry, reminder.record)
    return None if entry is None else _of_entry(reminder, entry, today)


def _of_entry(reminder: Reminder, entry: Record[PlanEntry], today: date) -> Row | None:
    body = entry.body
    title = clipped(" ".join((body.activity or body.objective).split()), say.LONGEST_TITLE)
    open_plan = Ask(Reading(body.framework, Intent.SHOW_PLAN))
    if reminder.topic == "review":
        return Row(title, open_plan, say.REVIEW_QUESTION)
    if body.date is None or (today - body.date).days > STALE_AFTER:
        return None
    return Row(title, open_plan, say.due(body.date, today))


def _of_meeting(reminder: Reminder, joints: Joints | None, person: str, today: date) -> Row | None:
    """Meeting again; None where the review is gone, is no longer shared, or was agreed anew."""
    found = joints.find(Review, reminder.record) if joints and reminder.topic == "meeting" else None
    day = found.body.agreement.meet if found else None
    if found is None or day is None or (today - day).days > STALE_AFTER:
        return None
    owns = found.body.owner == person
    name = (found.body.viewer_name or reviewing.REVIEWER) if owns else (found.body.owner_name or reviewing.TECHNICIAN)
    told = f"{say.due(day, today)}. {reviewing.REMINDER_QUESTION}"
    return Row(reviewing.reminder(clipped(name, say.LONGEST_TITLE)), Move("review", "meet", found.id), told)


def _of_assessment(held: Record[Assessment] | None) -> Row | None:
    if held is None or held.body.finished is not None:
        return None
    walked = held.body.walked
    marked = sum(row.mark is not None for row in walked)
    return Row(say.UNFINISHED, Ask(Reading(held.body.framework, Intent.START_ASSESSMENT)), say.unfinished(marked, len(walked)))
