"""Working on a dossier: a criterion opened, evidence attached or taken off, a note, ready or not, and on to the next."""

from collections.abc import Callable
from dataclasses import replace

from bot.assessment.evidence import Evidence
from bot.cards.payloads import Move
from bot.development.dossier import LONGEST_NOTE, Point
from bot.dialogs.asked import Asked
from bot.dialogs.dossier import cards
from bot.dialogs.dossier.work import Case, find, in_place
from bot.dialogs.presses import digest, seen
from bot.dialogs.reply import Reply
from bot.phrases.en import dossier as say

Changed = Callable[[Point], Point]
Next = Callable[[Case, Point, str], Reply]


def open_(asked: Asked, move: Move) -> Reply:
    """The criterion chosen on the overview, or the one of the button."""
    case = find(asked, move.record)
    if case is None:
        return gone()
    point = case.body.point(move.row or move.field(cards.TO))
    return in_place(cards.criterion(case, point) if point else cards.overview(case))


def attach(asked: Asked, move: Move) -> Reply:
    """A piece is attached."""
    id_ = move.field(cards.PIECE)
    if asked.turn.records.find(Evidence, id_) is None:
        return _pressed(asked, move, _as_it_is, say.NO_SUCH)
    return _pressed(asked, move, attaching(id_), say.DONE_ATTACHED)


def detach(asked: Asked, move: Move) -> Reply:
    """A piece is taken off."""
    return _pressed(asked, move, detaching(move.field(cards.PIECE)), say.DONE_DETACHED)


def ready(asked: Asked, move: Move) -> Reply:
    """The person calls it ready."""
    return _pressed(asked, move, readying(ready=True), say.MARKED_READY)


def unready(asked: Asked, move: Move) -> Reply:
    """Not ready after all."""
    return _pressed(asked, move, readying(ready=False), say.MARKED_NOT_READY)


def next_(asked: Asked, move: Move) -> Reply:
    """The note is kept, and the next criterion that is not ready follows."""
    return _pressed(asked, move, _as_it_is, say.SAVED_NOTE, go_on)


def overview(asked: Asked, move: Move) -> Reply:
    """The note is kept, and the overview follows."""
    return _pressed(asked, move, _as_it_is, say.SAVED_NOTE, _overview)


def worked(case: Case, point: Point, change: Changed, said: str, *, then: Next | None = None, move: Move | None = None) -> Reply:
    """Change one criterion, by a press or in words, and show it, or what comes next."""
    after, saves = case.with_point(change(point)).saved(case, move)
    changed = after.body.point(point.id) or point
    told = said if saves or said == say.NO_SUCH else ""  # what was so already is only shown
    return replace((then or cards.criterion)(after, changed, told), saves=saves)


def go_on(case: Case, point: Point, said: str) -> Reply:
    """The next criterion that is not ready; the overview where all are."""
    following = case.body.after(point.id)
    return cards.criterion(case, following, said) if following and following.id != point.id else cards.overview(case, said)


def attaching(id_: str) -> Changed:
    """Attach a piece, once."""
    return lambda point: point.with_(evidence=(*(each for each in point.evidence if each != id_), id_))


def detaching(id_: str) -> Changed:
    """Take a piece off."""
    return lambda point: point.with_(evidence=tuple(each for each in point.evidence if each != id_))


def readying(*, ready: bool) -> Changed:
    """Call it ready or not."""
    return lambda point: point.with_(ready=ready)


def gone() -> Reply:
    """A dossier that is no longer there."""
    return Reply(say.GONE)


def _as_it_is(point: Point) -> Point:
    return point


def _overview(case: Case, _: Point, said: str) -> Reply:
    return cards.overview(case, said)


def _pressed(asked: Asked, move: Move, change: Changed, said: str, then: Next | None = None) -> Reply:
    """A button of a criterion's card. The note of the form goes with it, where it was changed there."""
    case = find(asked, move.record)
    if case is None:
        return gone()
    point = case.body.point(move.row)
    if point is None:
        return in_place(cards.overview(case))
    if seen(case.body.presses, move):
        return in_place((then or cards.criterion)(case, point, ""))
    note = _note(point, move)
    if len(note) > LONGEST_NOTE:
        return in_place(cards.note_too_long(case, point, note))
    return in_place(worked(case, point, lambda each: change(each.with_(note=note)), said, then=then, move=move))


def _note(point: Point, move: Move) -> str:
    """The note of the form; what the form was drawn with says nothing, so an old card takes no newer note away."""
    sent = dict(move.given).get(cards.NOTE)
    return point.note if sent is None or digest(sent.strip()) == move.field(cards.WAS) else sent.strip()
