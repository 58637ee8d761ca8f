"""What the other person is told: that something is shared with them, or that their code was confirmed; never what is in it."""

from collections.abc import Sequence

from bot.cards.payloads import Move
from bot.cards.view import Button, Line, Section, View
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.sharing.basis import NAME, day, to_shared
from bot.people.joint import Share
from bot.people.records import Record
from bot.phrases.en import sharing as say
from bot.reviews.shares import kind_of


def names(shares: Sequence[Record[Share]]) -> tuple[str, ...]:
    """What the shares are of, in words."""
    return tuple(say.KINDS[kind_of(each.body)] for each in shares)


def invitation(asked: Asked, shares: Sequence[Record[Share]]) -> Reply:
    """Somebody shares with you; the notification says nothing of what it is."""
    first = shares[0].body
    line = (Line(say.says(first.owner_name, first.line)),) if first.line else ()
    lines = (*line, Line(say.told_until(day(asked, first.until))), Line(say.READ_ONLY))
    look = Button(say.LOOK, Move(NAME, "look", shares[0].id)) if len(shares) == 1 else to_shared()
    view = View(say.told_title(first.owner_name, names(shares)), "", (Section(lines=lines),), buttons=(look,))
    return answer(view, say.notified(first.owner_name))
