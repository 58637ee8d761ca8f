"""The pieces of evidence of whoever asks: found, made, changed, deleted for a day and then for good."""

import datetime as dt
from dataclasses import replace
from typing import Any

from bot.assessment.evidence import KEPT_DELETED, DeletedEvidence, Evidence
from bot.cards.payloads import Move
from bot.dialogs.asked import Asked
from bot.dialogs.presses import digest, noted
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Said
from bot.framework.model import Framework
from bot.people.records import Record
from bot.people.zones import known_zone

Piece = Record[Evidence]


def pieces(asked: Asked) -> tuple[Piece, ...]:
    """All of them, the newest first."""
    found = asked.turn.records.all(Evidence)
    return tuple(sorted(found, key=lambda piece: (piece.body.at, piece.id), reverse=True))


def find(asked: Asked, id_: str) -> Piece | None:
    """One of them."""
    return asked.turn.records.find(Evidence, id_) if id_ else None


def same(asked: Asked, text: str) -> Piece | None:
    """The piece that says exactly this already."""
    return next((piece for piece in pieces(asked) if piece.body.text == text), None)


def new(asked: Asked, text: str, competencies: tuple[str, ...], id_: str) -> Piece:
    """A piece logged now, not stored yet."""
    at = asked.turn.now.timestamp()
    return Record(id_, Evidence(text=text, framework=asked.framework.id, competencies=competencies, at=at, first=digest(text)))


def changed(piece: Piece, move: Move | None, **changes: Any) -> Piece:
    """A piece with some fields changed, by a press or in words."""
    return piece.with_(**changes, presses=noted(piece.body.presses, move))


def deleted(asked: Asked, id_: str) -> Record[DeletedEvidence] | None:
    """A piece that was deleted a short while ago."""
    return asked.turn.records.find(DeletedEvidence, id_) if id_ else None


def to_deleted(asked: Asked, piece: Piece) -> Record[DeletedEvidence]:
    """A piece as it is kept to be brought back."""
    body = DeletedEvidence(**piece.body.model_dump(), deleted=asked.turn.now.timestamp())
    before = deleted(asked, piece.id)
    return Record(piece.id, body, before.version if before else 0)


def tidied(asked: Asked, reply: Reply) -> Reply:
    """The same reply, which also drops for good what was deleted long enough ago."""
    touched = {record.id for record in (*reply.saves, *reply.drops)}
    before = asked.turn.now.timestamp() - KEPT_DELETED
    old = (each for each in asked.turn.records.all(DeletedEvidence) if each.body.deleted < before and each.id not in touched)
    return replace(reply, drops=(*reply.drops, *old))


def framework_of(asked: Asked, piece: Piece) -> Framework:
    """The framework that a piece was logged in, where it is still known."""
    return asked.library.frameworks.get(piece.body.framework, asked.framework)


def known(framework: Framework, competencies: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Those of some competencies that a framework has, in its order."""
    return tuple(id_ for id_ in framework.competencies if id_ in competencies)


def names(framework: Framework, competencies: tuple[str, ...]) -> tuple[str, ...]:
    """What some competencies are called."""
    return tuple(framework.competencies[id_].short for id_ in known(framework, competencies))


def day(asked: Asked, at: float) -> dt.date:
    """The day of a time, where the person is."""
    return dt.datetime.fromtimestamp(at, known_zone(asked.turn.zone) or dt.UTC).date()


def typed(asked: Asked) -> str:
    """What was typed; empty for a press."""
    return asked.turn.arrived.text.strip() if isinstance(asked.turn.arrived, Said) else ""
