"""The words that are meant for the dossier at hand: attach the first, ready, next, criterion 4, a note, the overview, later."""

from collections.abc import Callable

from bot.cards.view import Button
from bot.development.dossier import LONGEST_NOTE, Point
from bot.dialogs.asked import Asked
from bot.dialogs.dossier import cards, opening, working
from bot.dialogs.dossier.work import INTRO, OVERVIEW, Case, find, find_step
from bot.dialogs.evidence.pieces import pieces
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Focus
from bot.phrases.en import dossier as say
from bot.understanding.choosing import chosen_by_words
from bot.understanding.orders import Order
from bot.understanding.reading import Outcome

LASTS = 24 * 3600.0  # an older card is no longer waited for


def hears(asked: Asked, focus: Focus, text: str, _: Callable[[], Outcome]) -> Reply | None:
    """The answer to words about the dossier at hand; None where they mean something else."""
    if asked.turn.now.timestamp() - focus.since > LASTS:
        return None
    order = asked.reader.keeping.order(text)
    if order and order.name == "later":
        return Reply(say.LATER, focus=None)
    if focus.step.startswith(INTRO):
        return _begun(asked, focus) if order and order.name in ("begin", "yes") else None
    case = find(asked, focus.record)
    if case is None:
        return None
    point = case.body.point(focus.step)
    if order:
        return _ordered(case, point, order)
    return _noted(case, point, text) or _by_words(case, point, text) if point else None


def way_back(asked: Asked, focus: Focus) -> Button | None:
    """The way back to where one was in the dossier."""
    case = find(asked, focus.record)
    if case is None:
        return None
    return Button(say.BACK, cards.move(case, "open", case.body.point(focus.step)))


def _begun(asked: Asked, focus: Focus) -> Reply | None:
    _, framework, lower, higher = focus.step.split(":")
    step = find_step(asked.framework, int(lower), int(higher)) if framework == asked.framework.id else None
    return opening.begin_step(asked, step, asked.turn.new_id()) if step else None


def _ordered(case: Case, point: Point | None, order: Order) -> Reply | None:
    """An order about the whole dossier, or about the criterion that is open."""
    number = order.number
    if order.name == "criterion" or (order.name == "choose" and point is None):
        chosen = case.body.points[number - 1] if number and 0 < number <= len(case.body.points) else None
        return cards.criterion(case, chosen) if chosen else cards.overview(case)
    if order.name == OVERVIEW:
        return cards.overview(case)
    if point is None:
        following = case.body.after("")
        return cards.criterion(case, following) if order.name in ("next", "begin") and following else None
    return _of_criterion(case, point, order)


def _of_criterion(case: Case, point: Point, order: Order) -> Reply | None:
    match order.name:
        case "next":
            return working.go_on(case, point, "")
        case "back":
            return cards.criterion(case, case.body.points[(case.number(point) - 2) % len(case.body.points)])
        case "ready":
            return working.worked(case, point, working.readying(ready=True), say.MARKED_READY)
        case "not_ready":
            return working.worked(case, point, working.readying(ready=False), say.MARKED_NOT_READY)
        case "attach" | "detach" | "choose":
            return _piece(case, point, order)
    return None


def _piece(case: Case, point: Point, order: Order) -> Reply:
    """Attach or take off a piece by its place on the card; without a number, the only one it can be."""
    offered = case.offered(point)
    fitting = [each for each in offered if (each.id in point.evidence) is (order.name == "detach")]
    if order.number is None:
        chosen = fitting[0] if len(fitting) == 1 else None
    else:
        chosen = offered[order.number - 1] if 0 < order.number <= len(offered) else None
    if chosen is None:
        return cards.criterion(case, point, say.NO_SUCH)
    if order.name == "detach" or (order.name == "choose" and chosen.id in point.evidence):
        return working.worked(case, point, working.detaching(chosen.id), say.DONE_DETACHED)
    return working.worked(case, point, working.attaching(chosen.id), say.DONE_ATTACHED)


def _by_words(case: Case, point: Point, text: str) -> Reply | None:
    """Attach or take off the piece that some words of it name: "attach the apprentices one"."""
    keeping = case.asked.reader.keeping
    on, off = keeping.attached(text), keeping.detached(text)
    words = on if off is None else off
    if words is None:
        return None
    held = case.attached(point)
    fitting = held if off is not None else [each for each in pieces(case.asked) if each not in held]
    at = chosen_by_words(words, [each.body.text for each in fitting])
    if at is None:
        return cards.criterion(case, point, say.NO_SUCH)
    if off is not None:
        return working.worked(case, point, working.detaching(fitting[at].id), say.DONE_DETACHED)
    return working.worked(case, point, working.attaching(fitting[at].id), say.DONE_ATTACHED)


def _noted(case: Case, point: Point, text: str) -> Reply | None:
    """A note said in words is added to what the note says already; None where a message is no note."""
    note = case.asked.reader.keeping.noted(text)
    if not note:
        return None
    whole = f"{point.note}\n{note}" if point.note else note
    if len(whole) > LONGEST_NOTE:
        return cards.note_too_long(case, point, whole)
    return working.worked(case, point, lambda each: each.with_(note=whole), say.SAVED_NOTE)
