"""Keeping a new piece of evidence: from words, or from the form. It is saved at once; what it shows is asked after that."""

from dataclasses import replace

from bot.assessment.evidence import LONGEST_EVIDENCE
from bot.cards.payloads import Move
from bot.dialogs import details
from bot.dialogs.asked import Asked
from bot.dialogs.evidence import cards
from bot.dialogs.evidence.pieces import Piece, deleted, find, known, names, new, same, tidied, typed
from bot.dialogs.presses import digest
from bot.dialogs.reply import Reply
from bot.phrases.en import evidence as say
from bot.understanding.keeping import Kept
from bot.understanding.reading import Reading


def log_evidence(asked: Asked) -> Reply:
    """Keep what the message says; where it is only a wish to log something, give the form."""
    if asked.guest:
        return details.nothing_kept(asked)
    said = typed(asked) or asked.reading.said
    kept = asked.reader.keeping.kept(said)
    if kept and typed(asked):
        return keep_words(asked, kept)
    text = (kept.text if kept else "") or _perhaps(asked, said)
    about = asked.reader.about(asked.reader.keeping.subject(said), asked.framework.id) if typed(asked) and not text else asked.competencies
    shows = about[0] if len(about) == 1 else cards.NONE
    return cards.new_form(asked, say.KEEP_THIS if text else say.FORM, text, shows)


def keep_words(asked: Asked, kept: Kept, shows: tuple[str, ...] = ()) -> Reply:
    """Keep what was typed. A competency named before it is its tag; `shows` is the one it was asked for."""
    named = shows or (asked.reader.names(asked.reader.keeping.subject(kept.head), asked.framework.id) if kept.head else ())
    return _keep(asked, kept.text, named, asked.turn.new_id())


def new_piece(asked: Asked, move: Move) -> Reply:
    """The form for a new piece; `row` is the competency it is for, where that is known."""
    return replace(cards.new_form(asked, shows=move.row or cards.NONE, sure=True), replaces=True)


def keep(asked: Asked, move: Move) -> Reply:
    """The form was sent. What it makes is known by the button's mark, so that a second press makes nothing new."""
    asked = _in_framework(asked, move.field("of"))
    text, shows = move.field(cards.TEXT), move.field(cards.SHOWS)
    if not text:
        return replace(cards.new_form(asked, say.NOTHING_WRITTEN, shows=shows), replaces=True)
    id_ = _unused(asked, move.nonce or asked.turn.new_id(), text)
    there = find(asked, id_)
    if there is not None:
        return replace(cards.shown(asked, there), replaces=True)
    if deleted(asked, id_) is not None:
        return replace(cards.gone(asked, id_), replaces=True)
    reply = _keep(asked, text, known(asked.framework, (shows,)), id_)
    return replace(reply, replaces=reply.card is not None)


def _keep(asked: Asked, text: str, shows: tuple[str, ...], id_: str) -> Reply:
    if len(text) > LONGEST_EVIDENCE:
        return cards.too_long(asked, text, None, shows[0] if shows else cards.NONE)
    there = same(asked, text)
    if there is not None:
        return cards.shown(asked, there, say.ALREADY)
    piece = new(asked, text, shows, id_)
    return tidied(asked, replace(_kept(asked, piece), saves=(piece,)))


def _kept(asked: Asked, piece: Piece) -> Reply:
    """The card after a piece was kept, which shows it at the version that it then has."""
    saved = replace(piece, version=piece.version + 1)
    if piece.body.competencies:
        return cards.shown(asked, saved, say.kept_under(names(asked.framework, piece.body.competencies)))
    return cards.ask_which(asked, saved, asked.reader.points_to(piece.body.text, asked.framework.id))


def _unused(asked: Asked, nonce: str, text: str) -> str:
    """The id for these words: that of the press, unless other words were kept under it before, from the same form."""
    id_, number = nonce, 1
    while (there := find(asked, id_) or deleted(asked, id_)) is not None and there.body.first != digest(text):
        number += 1
        id_ = f"{nonce}-{number}"
    return id_


def _perhaps(asked: Asked, said: str) -> str:
    """What may be meant to be kept, where the message does not say so plainly."""
    keeping = asked.reader.keeping
    if keeping.tells(said):
        return said
    parted = keeping.parted(said)
    return parted.text if parted else ""


def _in_framework(asked: Asked, id_: str) -> Asked:
    """The same in the framework that the form was drawn for."""
    return replace(asked, reading=Reading(id_, asked.reading.intent)) if id_ in asked.library.frameworks else asked
