"""What every part of sharing needs: days in words, focus, the one answer where there is nothing to see, and who is called what."""

import datetime as dt
from dataclasses import replace

from bot.cards.payloads import Ask, Move
from bot.cards.view import Button, View
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.holding import day_of, zone_of
from bot.dialogs.reply import Reply
from bot.people.joint import Share
from bot.people.records import Record
from bot.phrases.en import sharing as say
from bot.reviews.review import Review, review_id
from bot.understanding.reading import Intent, Reading

NAME = "share"
_END = dt.time(23, 59, 59)


def gone(_: Asked, _move: Move | None = None) -> Reply:
    """The one answer for whatever the person may not see, and for what does not exist."""
    look = Button(say.SEE_THEIRS, Move(NAME, "shared"))
    reply = answer(View(say.GONE_TITLE, say.GONE, buttons=(look, Button(say.SHOW_LIST, Move(NAME, "list")))), say.GONE)
    return replace(reply, replaces=True, focus=None)


def now(asked: Asked) -> float:
    """The moment of the turn, in seconds since 1970."""
    return asked.turn.now.timestamp()


def day(asked: Asked, at: float) -> dt.date:
    """The day of a moment, where the person is."""
    return day_of(asked.turn, at)


def clock(asked: Asked, at: float) -> str:
    """A moment in words, where the person is."""
    return say.moment(dt.datetime.fromtimestamp(at, zone_of(asked.turn)))


def end_of_day(asked: Asked, days: int) -> float:
    """The end of the day so many days from now, where the person is."""
    there = zone_of(asked.turn)
    return dt.datetime.combine(asked.turn.now.astimezone(there).date() + dt.timedelta(days=days), _END, there).timestamp()


def own(asked: Asked) -> tuple[Record[Share], ...]:
    """Every share of the person's own."""
    return tuple(each for each in asked.turn.joints.all(Share) if each.body.owner == asked.turn.person)


def with_me(asked: Asked) -> tuple[Record[Share], ...]:
    """What others share with the person at the moment."""
    return tuple(each for each in asked.turn.joints.all(Share) if each.body.owner != asked.turn.person)


def own_share(asked: Asked, id_: str) -> Record[Share] | None:
    """A share of the person's own."""
    found = asked.turn.joints.find(Share, id_) if id_ else None
    return found if found is not None and found.body.owner == asked.turn.person else None


def review_of(asked: Asked, share: Record[Share]) -> Record[Review] | None:
    """The review that comes with a share, where there is one."""
    return asked.turn.joints.find(Review, review_id(share.id))


def press(asked: Asked, move: str, record: str = "", *, given: tuple[tuple[str, str], ...] = ()) -> Move:
    """What a button carries that changes something: it counts once."""
    return Move(NAME, move, record, nonce=asked.turn.new_id(), given=given)


def to_list() -> Button:
    """The way to all that one shares."""
    return Button(say.SHOW_LIST, Move(NAME, "list"))


def to_shared() -> Button:
    """The way to what is shared with one, by the question that it answers."""
    return Button(say.SEE_THEIRS, Move(NAME, "shared"))


def ask_share(asked: Asked) -> Button:
    """The way to share something."""
    return Button(say.SHARE_MORE, Ask(Reading(asked.framework.id, Intent.SHARE)))
