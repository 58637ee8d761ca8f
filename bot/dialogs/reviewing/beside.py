"""A review as it stands: what is missing, or, where both are in, the two sides beside each other, the biggest differences first."""

from dataclasses import replace

from bot.assessment.model import Assessment
from bot.cards.fitting import fitted
from bot.cards.payloads import Move
from bot.cards.view import Button, Line, Section, Table, View
from bot.dialogs.answering import answer
from bot.dialogs.reply import Reply
from bot.dialogs.reviewing.work import Work
from bot.dialogs.sharing.basis import to_shared
from bot.phrases.en import reviewing as say
from bot.phrases.en.names import clipped
from bot.reviews.differences import Pair, pairs, to_talk_of
from bot.reviews.review import with_own_marks

_MOST_BYTES = 11_000
_IN_TABLE = 60


def shown(work: Work, said: str = "", *told: Reply) -> Reply:
    """How the review stands, for whichever of the two asks."""
    reply = _both(work, said) if work.body.revealed else _waiting(work, said)
    return work.saved(replace(reply, focus=None), *told)


def pressed(work: Work, _: Move) -> Reply:
    """Both sides, from a button."""
    return shown(work)


def send_own(work: Work, move: Move) -> Reply:
    """The owner's marks go in as they are now; once both are in, neither changes any more."""
    if not work.owns:
        return shown(work)
    if work.body.revealed or work.seen_before(move):
        return shown(work)
    record = work.asked.turn.records.find(Assessment, work.record.body.assessment)
    if record is None or record.body.deleted is not None:
        return shown(work, say.NO_OWN)
    if not record.body.marked:
        return shown(work, say.UNFINISHED)
    work = work.with_(with_own_marks(work.record.body, record.body, work.now)).pressed(move)
    both = work.record.body.revealed
    return shown(work, "" if both else say.OWN_SENT, *((news(work, both=True),) if both else ()))


def news(work: Work, *, both: bool) -> Reply:
    """What the other is told when a side came in. The notification says nothing of what is in it."""
    text = say.told_both_in(work.own_name) if both else say.told_waits(work.own_name)
    look = Button(say.SIDE_BY_SIDE, work.look("open"))
    return answer(View(say.TITLE, text, buttons=(look,)), say.NOTIFIED_IN)


def _waiting(work: Work, said: str) -> Reply:
    """What is missing. Of the other's side no more is told than whether it is in."""
    body = work.body
    state = say.state_of_own(body) if work.owns else say.state_of_theirs(body)
    text = " ".join(part for part in (said, state, say.NOT_BOTH) if part)
    if work.owns:
        title = say.SEND_OWN if body.own.sent is None else say.SEND_OWN_AGAIN
        buttons: tuple[Button, ...] = (Button(title, work.press("own")), to_shared())
    else:
        buttons = (to_shared(),) if work.mine.sent is not None else (Button(say.CARRY_ON, work.look("rate")), to_shared())
    return answer(View(_title(work), text, buttons=buttons), text)


def _both(work: Work, said: str) -> Reply:
    found = pairs(work.body)
    talk = [each for each in to_talk_of(work.body) if each.apart]
    told = say.biggest([_difference(work, each) for each in talk[:3]])
    rows = tuple((clipped(each.row.name, _IN_TABLE), _mine(work, each), _theirs(work, each)) for each in found)
    table = Table((say.ROW_COLUMN, say.YOU, clipped(work.other_name, 30)), rows)
    agree = Button(say.AGREE_TITLE, work.look("agree"))
    agenda = Button(say.AGENDA, work.look("agenda"))
    text = f"{said} {told}".strip()
    view = View(_title(work), text, _comments(work, found), tables=(table,), buttons=(agenda, agree, to_shared()))
    return answer(view, text)


def _comments(work: Work, found: tuple[Pair, ...]) -> tuple[Section, ...]:
    said = [each for each in found if each.comment]
    if not said:
        return ()
    texts = fitted([each.comment for each in said], _MOST_BYTES)
    cut = any(text != each.comment for text, each in zip(texts, said, strict=True))
    heading = say.comments_of(clipped(work.other_name, 60)) if work.owns else say.YOUR_COMMENTS
    lines = tuple(Line(text, clipped(each.row.name, _IN_TABLE)) for text, each in zip(texts, said, strict=True))
    return (Section(heading, lines, say.COMMENTS_CUT if cut else ""),)


def _difference(work: Work, pair: Pair) -> str:
    mine, theirs = (pair.own, pair.other) if work.owns else (pair.other, pair.own)
    return say.difference(clipped(pair.row.name, _IN_TABLE), mine or 0.0, theirs or 0.0, work.other_name)


def _mine(work: Work, pair: Pair) -> str:
    return _mark(pair.own if work.owns else pair.other)


def _theirs(work: Work, pair: Pair) -> str:
    return _mark(pair.other if work.owns else pair.own)


def _mark(mark: float | None) -> str:
    return say.NO_MARK_SHORT if mark is None else f"{mark:g}"


def _title(work: Work) -> str:
    return say.with_(work.other_name) if work.owns else f"{say.TITLE}: {work.other_name}"
