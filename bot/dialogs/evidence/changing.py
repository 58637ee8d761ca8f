"""A piece of evidence opened, tagged, corrected, deleted and brought back."""

from dataclasses import replace
from typing import Any

from bot.assessment.evidence import LONGEST_EVIDENCE
from bot.cards.payloads import Move
from bot.dialogs.asked import Asked
from bot.dialogs.evidence import cards, keeping
from bot.dialogs.evidence.pieces import Piece, changed, deleted, find, framework_of, known, names, tidied, to_deleted
from bot.dialogs.presses import digest, seen
from bot.dialogs.reply import Reply
from bot.people.records import Record
from bot.phrases.en import evidence as say


def open_(asked: Asked, move: Move) -> Reply:
    """Show a piece."""
    piece = find(asked, move.record)
    return replace(cards.shown(asked, piece) if piece else missing(asked, move.record), replaces=True)


def change(asked: Asked, move: Move) -> Reply:
    """Show the form of a piece."""
    piece = find(asked, move.record)
    return replace(cards.change_form(asked, piece) if piece else missing(asked, move.record), replaces=True)


def tag(asked: Asked, move: Move) -> Reply:
    """It shows the competency that was pressed, or none of those that were offered."""
    piece = find(asked, move.record)
    if piece is None:
        return replace(missing(asked, move.record), replaces=True)
    if seen(piece.body.presses, move):
        return replace(cards.shown(asked, piece), replaces=True)
    if move.row == cards.NONE:
        return replace(cards.change_form(asked, piece, say.CHOOSE), replaces=True)
    return replace(tagged(asked, piece, (move.row,), move), replaces=True)


def tagged(asked: Asked, piece: Piece, competencies: tuple[str, ...], move: Move | None = None) -> Reply:
    """What a piece shows was confirmed."""
    shows = known(framework_of(asked, piece), competencies) or piece.body.competencies
    said = say.tagged(names(framework_of(asked, piece), shows)) if shows else say.TAG_LATER
    return _saved(asked, changed(piece, move, competencies=shows), said)


def save(asked: Asked, move: Move) -> Reply:
    """The form of a piece was sent: whatever was changed on it is applied, also where the piece changed elsewhere since it was drawn."""
    text, piece = move.field(cards.TEXT), find(asked, move.record)
    if piece is None:
        return _save_without(asked, move, text)
    if seen(piece.body.presses, move):
        return replace(cards.shown(asked, piece), replaces=True)
    if not text:
        return replace(cards.change_form(asked, piece, say.NOTHING_LEFT), replaces=True)
    if len(text) > LONGEST_EVIDENCE:
        reply = cards.too_long(asked, text, piece)
        return replace(reply, replaces=reply.card is not None)
    return replace(_saved(asked, changed(piece, move, **_sent(asked, piece, move, text)), say.CHANGED), replaces=True)


def reworded(asked: Asked, piece: Piece, text: str) -> Reply:
    """Other words take the place of those of a piece."""
    if len(text) > LONGEST_EVIDENCE:
        return cards.too_long(asked, text, piece)
    return _saved(asked, changed(piece, None, text=text), say.CHANGED)


def delete(asked: Asked, move: Move) -> Reply:
    """A piece is taken out, and kept for a day to be brought back."""
    piece = find(asked, move.record)
    if piece is not None and seen(piece.body.presses, move):
        return replace(cards.shown(asked, piece), replaces=True)
    return replace(removed(asked, piece, move) if piece else missing(asked, move.record), replaces=True)


def removed(asked: Asked, piece: Piece, move: Move | None = None) -> Reply:
    """The same, said or pressed."""
    gone = to_deleted(asked, changed(piece, move))
    return tidied(asked, replace(cards.gone(asked, piece.id), saves=(gone,), drops=(piece,)))


def restore(asked: Asked, move: Move) -> Reply:
    """A piece is brought back."""
    return replace(brought_back(asked, move.record), replaces=True)


def brought_back(asked: Asked, id_: str, said: str = say.BROUGHT_BACK, **changes: Any) -> Reply:
    """The same, said or pressed; with some fields changed."""
    there, gone = find(asked, id_), deleted(asked, id_)
    if there is not None:
        return cards.shown(asked, there)
    if gone is None:
        return cards.not_there(asked)
    back: Piece = Record(id_, gone.body.evidence.with_(**changes))
    return replace(cards.shown(asked, replace(back, version=1), said), saves=(back,), drops=(gone,))


def missing(asked: Asked, id_: str) -> Reply:
    """A piece that is not there: deleted a short while ago, or for good."""
    return cards.gone(asked, id_) if deleted(asked, id_) else cards.not_there(asked)


def _saved(asked: Asked, piece: Piece, said: str) -> Reply:
    before = find(asked, piece.id)
    if before is not None and before.body.with_(presses=()) == piece.body.with_(presses=()):
        return cards.shown(asked, before, say.UNCHANGED)
    return tidied(asked, replace(cards.shown(asked, replace(piece, version=piece.version + 1), said), saves=(piece,)))


def _sent(asked: Asked, piece: Piece, move: Move, text: str) -> dict[str, Any]:
    """What was changed on the form. A field that still holds what it was drawn with says nothing."""
    changes: dict[str, Any] = {} if digest(text) == move.field("was") else {"text": text}
    shows = move.field(cards.SHOWS)
    if shows != move.field("held"):
        changes["competencies"] = known(framework_of(asked, piece), shows.split(","))
    return changes


def _save_without(asked: Asked, move: Move, text: str) -> Reply:
    """The form of a piece that was deleted: it comes back with the change, or the words become a new piece."""
    gone = deleted(asked, move.record)
    if gone is None or not text or len(text) > LONGEST_EVIDENCE:
        return keeping.keep(asked, move) if text else replace(missing(asked, move.record), replaces=True)
    if seen(gone.body.presses, move):
        return replace(cards.gone(asked, move.record), replaces=True)
    changes = _sent(asked, Record(gone.id, gone.body.evidence), move, text)
    return replace(brought_back(asked, move.record, say.BACK_WITH_CHANGE, **changes), replaces=True)
