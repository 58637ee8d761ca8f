"""Reviews: ratings given blind, both sides beside each other, an agenda, what is agreed, and meeting again."""

from bot.cards.view import Button
from bot.dialogs import details
from bot.dialogs.asked import Asked
from bot.dialogs.record_dialog import RecordDialog
from bot.dialogs.reply import Reply
from bot.dialogs.reviewing import agreeing, beside, rating, reminded
from bot.dialogs.reviewing.agenda import agenda
from bot.dialogs.reviewing.hearing import STALE, hears
from bot.dialogs.reviewing.wishing import meant, wishes
from bot.dialogs.reviewing.work import NAME, ROW, find, move_of, noted
from bot.dialogs.sharing import looking, named
from bot.dialogs.turn import Focus
from bot.phrases.en import assessing

__all__ = ["REVIEWING", "review"]


def review(asked: Asked) -> Reply:
    """What somebody asks of a review, or of what is shared with them: the one that is meant, or else the list."""
    if asked.guest:
        return details.nothing_kept(asked)
    said, heard = asked.reading.said, asked.reader.sharing
    works = meant(asked, said)
    if not heard.is_("shared_with_me", said) and len(works) == 1:
        if heard.is_("agenda", said):
            return noted(works[0], agenda(works[0]) if works[0].body.revealed else beside.shown(works[0]))
        return noted(works[0], rating.opened(works[0]))
    shares = named(asked, said)
    return looking.listed(asked, only=shares or None)


def _way_back(asked: Asked, at: Focus) -> Button | None:
    """Back to the row that waits; nothing once a day has gone by."""
    work = find(asked, at.record)
    row = work.record.body.row(at.step.removeprefix(ROW)) if work and at.step.startswith(ROW) else None
    if work is None or row is None or work.mine.sent is not None or asked.turn.now.timestamp() - at.since > STALE:
        return None
    return Button(assessing.back_to(row.name), work.look("row", row.id))


REVIEWING = RecordDialog(
    NAME,
    {
        "open": move_of(rating.opened),
        "rate": move_of(rating.opened),
        "row": move_of(rating.row),
        "save": move_of(rating.save, looks=False),
        "skip": move_of(rating.skip, looks=False),
        "back": move_of(rating.back, looks=False),
        "later": move_of(rating.later, looks=False),
        "send": move_of(rating.send),
        "own": move_of(beside.send_own),
        "agree": move_of(agreeing.form),
        "change": move_of(agreeing.change),
        "propose": move_of(agreeing.propose),
        "yes": move_of(agreeing.yes),
        "plan": move_of(agreeing.to_plan),
        "agenda": move_of(agenda),
        "meet": move_of(reminded.meet),
        "note": move_of(reminded.note),
    },
    hears,
    _way_back,
    wishes=wishes,
)
