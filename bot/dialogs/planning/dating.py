"""The date of an entry: read from words, shown as a date, and saved when the person says that it is right."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.cards.payloads import Move
from bot.cards.view import Button, Row, View
from bot.development.plan import COLUMNS, Entry, is_near
from bot.dialogs.asked import Asked
from bot.dialogs.planning.basis import column_name, find, focus, in_place, look, of_entry, press, pressed, title, today, told, with_press
from bot.dialogs.planning.showing import entry_card, plan
from bot.dialogs.reply import Reply
from bot.phrases.en import planning as say
from bot.understanding.dates import DateHeard

MOST_DAYS = 3


def taken(asked: Asked, entry: Entry, text: str, *, only: bool) -> Reply:
    """The answer to a date in words. `only` says that nothing else is asked of the entry after it."""
    read = asked.reader.dates.alone(text, today(asked.turn))
    if read is None:
        return choose(asked, entry, say.NOT_A_DATE, only=only)
    if not read.settled:
        return _open(asked, entry, read, only=only)
    held = entry.with_(heard=read.day, heard_in=read.words.strip())
    return replace(_confirm(asked, held, read, only=only), saves=(held,))


def put_off(asked: Asked, entry: Entry, by: str) -> Reply:
    """The date is to be later by a time in words: from the date there is, or from today."""
    now, day = today(asked.turn), entry.body.date
    read = asked.reader.dates.alone(f"in {by}", day if day and is_near(day, now) else now)
    if read is None or read.day is None:
        return choose(asked, entry, say.NOT_A_DATE, only=True)
    held = entry.with_(heard=read.day, heard_in=by)
    return replace(_confirm(asked, held, replace(read, words=by), only=True), saves=(held,))


def with_date_in(
    asked: Asked, entry: Entry, text: str, asks: Callable[[str, dt.date, str], str] = say.heard_in_passing
) -> tuple[Entry, str]:
    """The entry with the date that longer words name, to be said yes to; and what `asks` says of it."""
    read = asked.reader.dates.within(text, today(asked.turn))
    if read is None:
        return entry, ""
    if read.day is None or not read.settled:
        return entry, say.left_open(read.words) if asks is say.heard_in_passing else ""
    held = entry.with_(heard=read.day, heard_in=read.words.strip())
    return held, asks(read.words, read.day, read.how)


def ask(asked: Asked, entry: Entry, lead: str, *, only: bool) -> Reply:
    """Ask for the date; where one was heard in other words, whether that is the one."""
    if entry.body.heard:
        return _confirm(asked, entry, DateHeard(entry.body.heard_in, 0, 0, entry.body.heard), only=only)
    return choose(asked, entry, lead, only=only)


def over(asked: Asked, entry: Entry, day: dt.date) -> Reply:
    """A day was chosen that is over: it may be meant all the same."""
    return choose(asked, entry, say.past(day), (day,), only=True)


def choose(asked: Asked, entry: Entry, lead: str, days: Sequence[dt.date] = (), *, only: bool) -> Reply:
    """Ask for the date, with days to press where there are some."""
    name = column_name(of_entry(asked, entry).framework, "date")
    heading = title(entry) if only else say.step(name, len(COLUMNS), len(COLUMNS))
    rows = tuple(Row(say.date(day), press(asked, "keep_date", entry, day.isoformat())) for day in days[:MOST_DAYS])
    leave = (Button(say.LEAVE, look("open", entry.id)),)
    steps = (Button(say.SKIP, press(asked, "skip", entry, "date")), Button(say.BACK, look("guide", entry.id, COLUMNS[-2])))
    view = View(heading, lead, rows_heading=name if rows else "", rows=rows, buttons=leave if only else steps)
    return told(view, lead, waits=focus(asked, entry.id, "only-date" if only else "date"))


def keep_date(asked: Asked, move: Move) -> Reply:
    """The day that was shown is the date."""
    entry = find(asked, move.record)
    try:
        day = dt.date.fromisoformat(move.row)
    except ValueError:
        day = None
    if entry is None or day is None:
        return in_place(plan(asked, lead=say.GONE))
    if pressed(entry, move):
        return in_place(entry_card(asked, entry, say.DONE_ALREADY))
    if not is_near(day, today(asked.turn)):
        return in_place(choose(asked, entry, say.TOO_FAR, only=True))
    return in_place(kept(asked, with_press(entry, move), day))


def kept(asked: Asked, entry: Entry, day: dt.date) -> Reply:
    """The date is saved."""
    return entry_card(asked, entry.with_(date=day, heard=None, heard_in=""), say.saved_date(day), saved=True)


def _open(asked: Asked, entry: Entry, read: DateHeard, *, only: bool) -> Reply:
    lead = say.past(read.day) if read.day else say.WHICH_DAY if read.candidates else say.WHICH_DAY_PLAIN
    return choose(asked, entry, lead, read.candidates, only=only)


def _confirm(asked: Asked, entry: Entry, read: DateHeard, *, only: bool) -> Reply:
    day = read.day or today(asked.turn)
    lead = say.heard(read.words, day, read.how)
    yes = Button(say.YES_SAVE, press(asked, "keep_date", entry, day.isoformat()))
    other = Button(say.OTHER_DATE, look("guide", entry.id, "only-date" if only else "date"))
    return told(View(title(entry), lead, buttons=(yes, other)), lead, waits=focus(asked, entry.id, "only-date" if only else "date"))
