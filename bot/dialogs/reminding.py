"""Reminders: off until somebody asks for them, chosen in words or in a small form, put off and stopped in one press."""

from dataclasses import replace
from datetime import date, timedelta

from bot.cards.payloads import Ask, Move
from bot.cards.view import Button, Choice, Line, Section, View
from bot.development.plan import PlanEntry
from bot.dialogs import details, holding, presses
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.record_dialog import RecordDialog
from bot.dialogs.reply import Reply
from bot.people.records import Record
from bot.people.reminders import MINE, TOPICS, Preferences, Topic, base, weekday_from
from bot.people.reminders import reminders as people_reminders
from bot.phrases.en import reminders as say
from bot.reviews.meetings import all_occasions
from bot.understanding.reading import Intent, Reading

NAME = "reminders"
KEYS = "keys"
"""The field of a button that holds which reminders it puts off."""
_FIELD = "topics"


def reminders(asked: Asked) -> Reply:
    """What somebody says of reminders: stop, put off, begin, or what there is."""
    if asked.guest:
        return details.nothing_kept(asked)
    said, wishes = asked.reading.said, asked.reader.wishes
    if wishes.is_("no_reminders", said):
        return _stop(asked, None)
    if wishes.is_("until_next_week", said) or wishes.is_("until_tomorrow", said):
        keys = asked.turn.account().reminded
        if keys or not wishes.named(said):
            return _put_off(asked, keys, "next week" if wishes.is_("until_next_week", said) else "tomorrow", None)
    named = tuple(topic for topic in TOPICS if topic in wishes.named(said))
    if named or wishes.is_("reminders_again", said):
        own_time = wishes.is_("own_times", said)
        return _turned_on(asked, named or TOPICS, own_time=own_time)
    return _settings(asked, say.OWN_TIME if wishes.is_("own_times", said) else "")


def _settings(asked: Asked, lead: str = "") -> Reply:
    """What is on, and the form to choose."""
    topics = _held(asked).body.topics
    state = say.on(topics) if topics else say.OFF
    text = " ".join(part for part in (lead, state) if part)
    choice = Choice(_FIELD, say.LABEL, tuple((topic, say.CHOICES[topic]) for topic in TOPICS), ",".join(topics), many=True)
    steps = (Button(say.SAVE, _move(asked, "save")), *((Button(say.STOP, _move(asked, "stop")),) if topics else ()))
    return answer(View(say.TITLE, text, (Section(lines=(Line(say.WHEN),)),), fields=(choice,), buttons=steps), text)


def _turned_on(asked: Asked, topics: tuple[Topic, ...], *, own_time: bool = False) -> Reply:
    held = _held(asked)
    wanted = tuple(topic for topic in TOPICS if topic in (*held.body.topics, *topics))
    return _saved(asked, held, wanted, None, own_time=own_time)


def _save(asked: Asked, move: Move) -> Reply:
    """Store what the form holds."""
    chosen = move.field(_FIELD).split(",")
    return replace(_saved(asked, _held(asked), tuple(topic for topic in TOPICS if topic in chosen), move), replaces=True)


def _turn_on(asked: Asked, move: Move) -> Reply:
    return replace(_saved(asked, _held(asked), TOPICS, move), replaces=True)


def _stop_pressed(asked: Asked, move: Move) -> Reply:
    return replace(_stop(asked, move), replaces=True)


def _stop(asked: Asked, move: Move | None) -> Reply:
    """No more reminders."""
    held = _held(asked)
    text = say.STOPPED if held.body.topics else say.WAS_OFF
    reply = answer(View(say.TITLE, f"{text} {say.TURN_ON_AGAIN}", buttons=(Button(say.TURN_ON, _move(asked, "on")),)), text)
    if not held.body.topics or (move and presses.seen(held.body.presses, move)):
        return reply
    return replace(reply, saves=(held.with_(topics=(), snoozes=(), presses=presses.noted(held.body.presses, move)),))


def _saved(asked: Asked, held: Record[Preferences], topics: tuple[Topic, ...], move: Move | None, *, own_time: bool = False) -> Reply:
    """Store what is wanted, unless that press has counted already, and say what is on."""
    counted = move is not None and presses.seen(held.body.presses, move)
    if counted or topics == held.body.topics:
        return _told(asked, held.body.topics, own_time=own_time)
    changed = held.with_(topics=topics, presses=presses.noted(held.body.presses, move))
    return replace(_told(asked, topics, own_time=own_time), saves=(changed,))


def _told(asked: Asked, topics: tuple[Topic, ...], *, own_time: bool) -> Reply:
    if not topics:
        text = f"{say.NOTHING_CHOSEN} {say.TURN_ON_AGAIN}"
        return answer(View(say.TITLE, text, buttons=(Button(say.TURN_ON, _move(asked, "on")),)), say.NOTHING_CHOSEN)
    text = f"{say.NOT_AT_OWN_TIME} {say.on(topics)}" if own_time else say.on(topics)
    undated = "plan" in topics and not any(entry.body.date for entry in asked.turn.records.all(PlanEntry))
    more = (say.WHEN, *((say.NO_DATES,) if undated else ()), say.HOW_TO_STOP)
    steps = (Button(say.CHANGE, _move(asked, "show")), Button(say.STOP, _move(asked, "stop")))
    return answer(View(say.TITLE, text, (Section(lines=tuple(map(Line, more))),), buttons=steps), text)


def _snooze(asked: Asked, move: Move) -> Reply:
    """Put off what the message told of."""
    keys = tuple(key for key in move.field(KEYS).split(",") if key)
    return replace(_put_off(asked, keys, move.row, move), replaces=True)


def _put_off(asked: Asked, keys: tuple[str, ...], when: str, move: Move | None) -> Reply:
    held, until = _held(asked), _until(asked, when)
    if not keys or not held.body.topics:
        text = say.NOTHING_TO_SNOOZE if held.body.topics else say.WAS_OFF
        return answer(View(say.TITLE, text, buttons=(Button(say.CHANGE, _move(asked, "show")),)), text)
    if move is not None and presses.seen(held.body.presses, move):
        until = next((each.until for each in held.body.snoozes if each.key == base(keys[0])), until)
        return _told_of_snooze(asked, keys, until)
    body = held.body.snoozed(keys, until).with_(presses=presses.noted(held.body.presses, move))
    if not _comes_again(asked, body, until):
        return answer(View(say.TITLE, say.GONE, buttons=(Button(say.CHANGE, _move(asked, "show")),)), say.GONE)
    return replace(_told_of_snooze(asked, keys, until), saves=(replace(held, body=body),))


def _comes_again(asked: Asked, wishes: Preferences, until: date) -> bool:
    """Whether there is still something to be reminded of on that day."""
    turn = asked.turn
    planned = people_reminders(wishes, all_occasions(turn.records, turn.joints, turn.person), holding.zone_of(turn))
    return any(each.key.endswith(f"+{until}") for each in planned)


def _told_of_snooze(asked: Asked, keys: tuple[str, ...], until: date) -> Reply:
    text = say.put_off(until)
    open_plan = Button(say.OPEN_PLAN, Ask(Reading(asked.framework.id, Intent.SHOW_PLAN)))
    later = Button(say.NEXT_WEEK, snooze("next week", keys, asked.turn.new_id()))
    return answer(View(say.PUT_OFF_TITLE, text, buttons=(open_plan, later, Button(say.STOP, _move(asked, "stop")))), text)


def snooze(when: str, keys: tuple[str, ...], nonce: str) -> Move:
    """The button that puts some reminders off."""
    return Move(NAME, "snooze", MINE, when, nonce=nonce, given=((KEYS, ",".join(keys)),))


def _until(asked: Asked, when: str) -> date:
    """The day that something is put off to: the next working day, or the Monday of next week."""
    today = holding.day_of(asked.turn, asked.turn.now.timestamp())
    return today + timedelta(days=7 - today.weekday()) if when == "next week" else weekday_from(today + timedelta(days=1))


def _show(asked: Asked, _: Move) -> Reply:
    return replace(_settings(asked), replaces=True)


def _held(asked: Asked) -> Record[Preferences]:
    return asked.turn.records.find(Preferences, MINE) or Record(MINE, Preferences())


def _move(asked: Asked, name: str) -> Move:
    return Move(NAME, name, MINE, nonce=asked.turn.new_id())


DIALOG = RecordDialog(NAME, {"show": _show, "save": _save, "on": _turn_on, "stop": _stop_pressed, "snooze": _snooze})
