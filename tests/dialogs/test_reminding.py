"""Reminders as a person asks for them: off at first, chosen in words or a form, put off and stopped in one press."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.development.plan import PlanEntry
from bot.dialogs.reminder_message import reminder_message, soon_gone
from bot.dialogs.reply import Reply, reply_text
from bot.people.holdings import Account
from bot.people.records import Record
from bot.people.reminders import MINE, TOPICS, Preferences, Reminder
from bot.people.retention import Retention
from bot.understanding.reading import Intent
from tests.cards.checking import faults, presses
from tests.dialogs.person import Person
from tests.dialogs.test_my_data import person

DAY = "day:p:2027-03-31"
ENTRY = Record("p", PlanEntry(framework="small", objective="Be quicker", activity="Lead the  induction\ntwice", date=date(2027, 3, 31)))


def asks(*saves: Record[Any], account: Account | None = None) -> Person:
    """Somebody who speaks of reminders."""
    return person(*saves, intent=Intent.REMINDERS, account=account)


def on(someone: Person) -> tuple[str, ...]:
    held = someone.notebook.find(Preferences, MINE)
    return held.body.topics if held else ()


def until(someone: Person) -> dict[str, date]:
    held = someone.notebook.find(Preferences, MINE)
    return {each.key: each.until for each in held.body.snoozes} if held else {}


def reminded(someone: Person, key: str = DAY) -> Reply:
    """The message that the job would send, put before the person."""
    due = [Reminder(key, "plan", "p", 0.0)]
    message = reminder_message(due, someone.notebook, someone.now, ZoneInfo("Europe/London"), lambda: "a-nonce")
    assert message is not None
    someone.cards.append(message.card or {})
    return message


def test_they_are_off_until_somebody_asks_and_asking_what_there_is_turns_none_on() -> None:
    someone = asks()
    reply = someone.says("reminders")
    assert (reply.text, on(someone)) == ("You get no reminders. I write first only if you ask for it.", ())
    assert "on weekdays between nine and five, your time. Nobody else sees them." in reply_text(reply)


@pytest.mark.parametrize(
    ("said", "topics"),
    [
        ("remind me about my plan", ("plan",)),
        ("nudge me a week before my deadlines", ("plan",)),
        ("remind me to finish my self assessment", ("assessment",)),
        ("remember to ask me how the course went", ("review",)),
        ("turn reminders back on", TOPICS),
        ("remind me about my goals and my scores", ("plan", "assessment")),
    ],
)
def test_asked_for_in_words_they_are_on_at_once_and_the_way_to_stop_is_told(said: str, topics: tuple[str, ...]) -> None:
    someone = asks(ENTRY)
    text = reply_text(someone.says(said))
    assert on(someone) == topics
    assert "“Stop reminders” ends them." in text


def test_asking_again_adds_and_repeating_changes_nothing() -> None:
    someone = asks(ENTRY)
    for said in ("remind me about my plan", "remind me about my scores", "remind me about my plan"):
        someone.says(said)
    assert on(someone) == ("plan", "assessment")
    assert someone.reply.saves == ()


@pytest.mark.parametrize(
    "said", ["stop reminders", "no more reminders thx", "turn off notifications", "stop pestering me about my plan", "mute"]
)
def test_they_are_stopped_in_words(said: str) -> None:
    someone = asks(ENTRY, Record(MINE, Preferences(topics=TOPICS)))
    assert someone.says(said).text == "Done: no more reminders."
    assert on(someone) == ()
    assert someone.says(said).text == "There are no reminders on. You will get none."


def test_a_time_of_ones_own_is_honestly_declined_and_what_there_is_is_offered() -> None:
    someone = asks()
    reply = someone.says("ping me every friday at nine")
    assert reply.text.startswith("I can’t remind you at a time of your own choice; your calendar does that.")
    assert on(someone) == ()
    assert "I can’t remind you at a time" in reply_text(someone.says("remind me about my plan every month"))
    assert on(someone) == ("plan",)


def test_a_plan_without_dates_says_what_is_missing() -> None:
    assert "Your plan has no dates yet" in reply_text(asks().says("remind me about my plan"))
    assert "Your plan has no dates yet" not in reply_text(asks(ENTRY).says("remind me about my plan"))


def test_the_form_is_stored_as_it_was_sent_and_once() -> None:
    someone = asks(ENTRY)
    someone.says("reminders")
    form = someone.cards[-1]
    reply = someone.presses("Save", form, topics="plan,review")
    assert (on(someone), reply.replaces) == (("plan", "review"), True)
    someone.presses("Stop reminders")
    assert someone.presses("Save", form, topics="plan,review").saves == ()
    assert on(someone) == ()
    someone.presses("Save", form, topics="assessment")
    assert on(someone) == ("assessment",)


@pytest.mark.parametrize("sent", ["", "nonsense", "plan;drop", "x" * 20_000])
def test_a_form_that_chooses_nothing_there_is_turns_them_off(sent: str) -> None:
    someone = asks(Record(MINE, Preferences(topics=TOPICS)))
    someone.says("reminders")
    assert someone.presses("Save", topics=sent).text == "Nothing is chosen, so you get no reminders."
    assert on(someone) == ()


def test_the_message_says_what_is_due_and_its_notification_nothing_of_the_persons_words() -> None:
    message = reminded(asks(ENTRY))
    assert message.text == "A reminder, as you asked: your plan."
    assert "Lead the induction twice\nDue in 30 days, on Wednesday 31 March" in reply_text(message)
    assert [press.verb for press in presses(message.card or {})] == ["ask", "reminders.snooze", "reminders.snooze", "reminders.stop"]
    assert faults(message.card or {}) == []


@pytest.mark.parametrize(
    ("today", "button", "day"),
    [
        ("2027-03-31", "Tomorrow", date(2027, 4, 1)),
        ("2027-04-02", "Tomorrow", date(2027, 4, 5)),
        ("2027-04-02", "Next week", date(2027, 4, 5)),
        ("2027-04-05", "Next week", date(2027, 4, 12)),
        ("2027-12-31", "Tomorrow", date(2028, 1, 3)),
    ],
)
def test_a_reminder_is_put_off_in_one_press_to_a_working_day(today: str, button: str, day: date) -> None:
    someone = asks(replace(ENTRY, body=ENTRY.body.with_(date=date(2028, 1, 5))), Record(MINE, Preferences(topics=TOPICS)))
    someone.now = datetime.fromisoformat(f"{today}T09:30:00").replace(tzinfo=UTC)
    reminded(someone, "day:p:2028-01-05")
    reply = someone.presses(button)
    assert reply.text == f"All right: I remind you again on {day:%A} {day.day} {day:%B}."
    assert (until(someone), reply.replaces) == ({"day:p:2028-01-05": day}, True)


def test_pressed_twice_it_is_put_off_once_and_pressed_otherwise_it_is_corrected() -> None:
    someone = asks(ENTRY, Record(MINE, Preferences(topics=TOPICS)))
    someone.now = datetime(2027, 3, 31, 9, tzinfo=UTC)
    reminded(someone)
    message = someone.cards[-1]
    someone.presses("Tomorrow", message)
    someone.waits(days=1)
    again = someone.presses("Tomorrow", message)
    assert (again.saves, again.text) == ((), "All right: I remind you again on Thursday 1 April.")
    someone.presses("Next week", message)
    assert until(someone) == {DAY: date(2027, 4, 5)}


def test_the_button_of_a_message_stops_them_all() -> None:
    someone = asks(ENTRY, Record(MINE, Preferences(topics=TOPICS)))
    reminded(someone)
    assert someone.presses("Stop reminders").text == "Done: no more reminders."
    assert on(someone) == ()
    someone.presses("Turn them on")
    assert on(someone) == TOPICS


def test_what_was_done_meanwhile_is_not_put_off() -> None:
    someone = asks(ENTRY, Record(MINE, Preferences(topics=TOPICS)))
    reminded(someone)
    someone.notebook.keep((replace(ENTRY, body=ENTRY.body.with_(status="done"), version=1),), (), 1.0)
    reply = someone.presses("Tomorrow")
    assert (reply.text, until(someone)) == ("That is done, moved or gone by now, so there is nothing to put off.", {})


def test_in_words_the_last_message_is_put_off() -> None:
    someone = asks(ENTRY, Record(MINE, Preferences(topics=TOPICS)), account=Account(reminded=(DAY,)))
    assert someone.says("snooze").text == "All right: I remind you again on Tuesday 2 March."
    assert someone.says("not now, next week").text == "All right: I remind you again on Monday 8 March."
    assert until(someone) == {DAY: date(2027, 3, 8)}


def test_where_there_was_none_there_is_nothing_to_put_off() -> None:
    assert asks(Record(MINE, Preferences(topics=TOPICS))).says("snooze").text == "There is no reminder to put off."
    assert asks().says("snooze").text == "There are no reminders on. You will get none."


@pytest.mark.parametrize("body", [{"status": "done"}, {"date": date(2027, 1, 31)}, {"date": None}])
def test_nothing_is_said_of_what_is_long_past_or_gone(body: dict[str, Any]) -> None:
    someone = asks(replace(ENTRY, body=ENTRY.body.with_(**body)))
    due = [
        Reminder(DAY, "plan", "p", 0.0),
        Reminder("day:gone:2027-03-31", "plan", "gone", 0.0),
        Reminder("assessment:x", "assessment", "x", 0.0),
    ]
    message = reminder_message(due, someone.notebook, someone.now, ZoneInfo("Europe/London"), lambda: "n")
    assert (message is None) == (body != {"status": "done"})


def test_the_word_before_everything_goes_says_the_day_and_how_to_keep_it() -> None:
    reply = soon_gone(date(2029, 3, 7), Retention(), "small")
    assert "on 7 March 2029 it will be gone for good. Press “Keep it”, or write to me, and it stays" in reply.text
    assert [press.verb for press in presses(reply.card or {})] == ["ask"]
