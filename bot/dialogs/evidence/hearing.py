"""The words that are meant for the evidence at hand: which competency, yes, none of these, change it, delete it, bring it back."""

from collections.abc import Callable
from dataclasses import replace

from bot.cards.payloads import Move
from bot.cards.view import Button
from bot.dialogs.asked import Asked
from bot.dialogs.evidence import cards, changing, keeping, listing
from bot.dialogs.evidence.pieces import Piece, find, framework_of, known, pieces
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Focus
from bot.phrases.en import evidence as say
from bot.understanding.keeping import Kept
from bot.understanding.orders import Order
from bot.understanding.reading import ANSWERED, Intent, Outcome, Understood

LONGEST_NAME = 6  # a competency is named in so many words, or it is a question about it
FEWEST_TOLD = 5  # so many words tell what somebody did, where they ask for nothing
_MAY_TELL = ANSWERED | {
    Intent.LOG_EVIDENCE,
    Intent.JOB_DESCRIPTION,
    Intent.SHARE,
    Intent.OUT_OF_SCOPE,
}  # what somebody did may sound like one of these
_CHANGES = ("delete", "change", "tag")
LASTS = 24 * 3600.0  # an older question is no longer waited for


def hears(asked: Asked, focus: Focus, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """The answer to words about the evidence at hand; None where they mean something else."""
    if asked.turn.now.timestamp() - focus.since > LASTS or asked.reader.keeping.kept(text) is not None:
        return None
    order = asked.reader.keeping.order(text)
    match order.name if order else "", focus.step.partition(":"):
        case "later", _:
            return Reply(say.LATER, focus=None)
        case "all", _:
            return listing.listed(asked, ())
        case _, ("text", _, shows):
            return _told(asked, text, shows, read)
        case _, ("list", _, detail):
            return _of_list(asked, detail, text, order)
        case _:
            return _at_hand(asked, focus, text, order)


def way_back(asked: Asked, focus: Focus) -> Button | None:
    """The way back to the question what a piece shows, while it waits."""
    waits = focus.step.startswith("tag") and find(asked, focus.record) is not None
    return Button(say.BACK, Move(cards.NAME, "open", focus.record)) if waits else None


def _at_hand(asked: Asked, focus: Focus, text: str, order: Order | None) -> Reply | None:
    piece, (question, _, detail) = find(asked, focus.record), focus.step.partition(":")
    if piece is None:
        undone = question == "deleted" and order is not None and order.name == "undo"
        return changing.brought_back(asked, focus.record) if undone else None
    told = _which(asked, piece, detail, text, order) if question == "tag" else None
    return told or _of_piece(asked, piece, text, order)


def _told(asked: Asked, text: str, shows: str, read: Callable[[], Outcome]) -> Reply | None:
    """After "what did you do?", what somebody did is kept; a question or another wish is answered as always."""
    if not asked.reader.keeping.tells(text) and (asked.reader.keeping.wishes(text) or _means_else(text, read())):
        return None
    return keeping.keep_words(asked, Kept(text.strip()), known(asked.framework, (shows,))) if len(text.split()) > 1 else None


def _means_else(text: str, outcome: Outcome) -> bool:
    """Whether the words are a question or a wish after all. Of more than a few that ask nothing and name no grade or role, none is."""
    if not isinstance(outcome, Understood):
        return False
    named = {heard.slot for heard in outcome.why.heard}
    short = len(text.split()) < FEWEST_TOLD
    return short or outcome.reading.intent not in _MAY_TELL or not named.isdisjoint({"grade", "role"})


def _which(asked: Asked, piece: Piece, detail: str, text: str, order: Order | None) -> Reply | None:
    """Which competency it shows: by its place, by its name, yes where only one was offered, or none of them."""
    offered = tuple(id_ for id_ in detail.split(",") if id_)
    if order is None:
        return _named(asked, piece, text)
    if order.name == "no":
        return cards.change_form(asked, piece, say.CHOOSE)
    if order.name == "yes":
        return changing.tagged(asked, piece, offered) if len(offered) == 1 else cards.ask_which(asked, piece, offered)
    if order.name == "choose" and order.number is not None and 0 < order.number <= len(offered):
        return changing.tagged(asked, piece, (offered[order.number - 1],))
    return None


def _named(asked: Asked, piece: Piece, text: str) -> Reply | None:
    """A competency by its name, whether it was offered or not."""
    if len(text.split()) > LONGEST_NAME or asked.reader.keeping.wishes(text):
        return None
    named = asked.reader.names(text, framework_of(asked, piece).id)
    return changing.tagged(asked, piece, named) if named else None


def _of_piece(asked: Asked, piece: Piece, text: str, order: Order | None) -> Reply | None:
    corrected = asked.reader.keeping.corrected(text)
    if corrected:
        return changing.reworded(asked, piece, corrected)
    match order.name if order else "":
        case "delete":
            return changing.removed(asked, piece)
        case "change" | "tag":
            return cards.change_form(asked, piece)
    return None


def _of_list(asked: Asked, detail: str, text: str, order: Order | None) -> Reply | None:
    """Open one of those that the page shows, or turn the page; where it shows a single one, do with that what is said."""
    about, _, start = detail.partition(":")
    if not start.isdecimal():
        return None
    ids = tuple(id_ for id_ in about.split(",") if id_)
    shown = [p for p in listing.in_order(asked, pieces(asked)) if not ids or set(ids) & set(p.body.competencies)][int(start) :]
    if order is not None and order.name in ("more", "next"):
        return listing.listed(asked, ids, int(start) + listing.PAGE)
    if order is not None and order.name == "choose":
        return cards.shown(asked, shown[order.number - 1]) if order.number and 0 < order.number <= min(len(shown), listing.PAGE) else None
    if len(shown) == 1:
        return _of_piece(asked, shown[0], text, order)
    changes = (order is not None and order.name in _CHANGES) or asked.reader.keeping.corrected(text)
    return replace(listing.listed(asked, ids, int(start)), text=say.WHICH_ONE) if changes and shown else None
