"""The cards of one piece of evidence: the form, the question what it shows, the piece itself, and the piece deleted."""

import json
from dataclasses import replace
from typing import Literal

from bot.assessment.evidence import LONGEST_EVIDENCE
from bot.cards.payloads import Move
from bot.cards.view import Button, Choice, Entry, Line, Row, Section, View
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.evidence.pieces import Piece, day, framework_of, known, names
from bot.dialogs.evidence.uses import uses_of
from bot.dialogs.presses import digest
from bot.dialogs.reply import STAYS, Reply
from bot.dialogs.turn import Focus
from bot.framework.model import Framework
from bot.phrases.en import evidence as say

NAME = "evidence"
NONE = "-"
TEXT, SHOWS = "text", "shows"
FORM_BYTES = 22_000  # a form with a longer text would not fit in a message
FOCUS_LASTS = 24 * 3600.0  # so long another dialog keeps the next words for itself


def new_form(asked: Asked, lead: str = say.FORM, text: str = "", shows: str = NONE, *, sure: bool = False) -> Reply:
    """The form for a new piece, with what was typed so far. `sure` says that it was asked for what it `shows`."""
    framework = asked.framework
    options = ((NONE, say.ASK_ME), *_options(framework))
    move = Move(NAME, "keep", nonce=asked.turn.new_id(), given=(("of", framework.id),))
    fields = (_entry(text), Choice(SHOWS, say.COMPETENCY, options, shows if shows in framework.competencies else NONE))
    view = View(say.FORM_TITLE, lead, fields=fields, buttons=(Button(say.SAVE, move), _all()))
    return replace(answer(view, lead), focus=focus(asked, "", f"text:{shows if sure else ''}"))


def too_long(asked: Asked, text: str, piece: Piece | None, shows: str = NONE) -> Reply:
    """A kind refusal: the form again, with all of what was typed still in it."""
    if len(json.dumps(text)) > FORM_BYTES:
        return Reply(say.too_long_for_form(len(text), LONGEST_EVIDENCE))
    lead = say.too_long(len(text), LONGEST_EVIDENCE)
    return new_form(asked, lead, text, shows) if piece is None else change_form(asked, piece, lead, text)


def change_form(asked: Asked, piece: Piece, lead: str = "", text: str | None = None) -> Reply:
    """The form to correct a piece and its tags. `text` is what was typed, where that could not be saved."""
    framework = framework_of(asked, piece)
    held = ",".join(known(framework, piece.body.competencies))
    drawn = (("was", digest(piece.body.text)), ("held", held))
    save = replace(_move(asked, piece, "save"), given=drawn)
    lead = lead or say.logged(day(asked, piece.body.at))
    view = View(
        say.piece_title(names(framework, piece.body.competencies)),
        lead,
        fields=(_entry(piece.body.text if text is None else text), Choice(SHOWS, say.COMPETENCIES, _options(framework), held, many=True)),
        buttons=(Button(say.SAVE_CHANGE, save), Button(say.LEAVE, _move(asked, piece, "open")), _delete(asked, piece)),
    )
    return replace(answer(view, lead), focus=focus(asked, piece.id, "piece"))


def ask_which(asked: Asked, piece: Piece, candidates: tuple[str, ...]) -> Reply:
    """A piece was kept: ask which competency it shows. Where the words point to none, all are there to choose from."""
    framework = framework_of(asked, piece)
    if not candidates:
        return replace(change_form(asked, piece, say.NO_HINT), focus=focus(asked, piece.id, "tag:"))
    short = [framework.competencies[id_].short for id_ in candidates]
    rows = tuple(Row(name, replace(_move(asked, piece, "tag"), row=id_)) for id_, name in zip(candidates, short, strict=True))
    none = Button(say.NONE, replace(_move(asked, piece, "tag"), row=NONE))
    buttons = (none, Button(say.CHANGE, _move(asked, piece, "change")), _delete(asked, piece))
    view = View(say.KEPT_TITLE, say.which_lead(short), (_words(piece),), rows=rows, buttons=buttons)
    waits = focus(asked, piece.id, f"tag:{','.join(candidates)}")
    return replace(answer(view, say.which(short, by_words=waits != STAYS)), focus=waits)


def shown(asked: Asked, piece: Piece, said: str = "") -> Reply:
    """One piece: its words, when it was logged, and what it is good for. `said` is what was just done."""
    framework = framework_of(asked, piece)
    called = names(framework, piece.body.competencies)
    lead = f"{said} {say.logged(day(asked, piece.body.at))}".strip()
    good = uses_of(asked, framework, piece.body.competencies)
    sections = (_words(piece), *((Section(say.GOOD_FOR, good),) if good else ()))
    buttons = (Button(say.CHANGE, _move(asked, piece, "change")), _delete(asked, piece), _all())
    view = View(say.piece_title(called), lead, sections, buttons=buttons)
    text = said or say.shown(called, day(asked, piece.body.at))
    return replace(answer(view, text), focus=focus(asked, piece.id, "piece"))


def gone(asked: Asked, id_: str, lead: str = say.DELETED) -> Reply:
    """A piece that was deleted and can be brought back."""
    back = Button(say.BRING_BACK, Move(NAME, "restore", id_, nonce=asked.turn.new_id()))
    return replace(answer(View(say.DELETED_TITLE, lead, buttons=(back, _all())), lead), focus=focus(asked, id_, "deleted"))


def not_there(asked: Asked) -> Reply:
    """A piece that is gone for good."""
    view = View(say.TITLE, say.NOT_THERE, buttons=(_all(), Button(say.ADD, Move(NAME, "new"))))
    return replace(answer(view, say.NOT_THERE), focus=focus(asked, "", "list"))


def focus(asked: Asked, record: str, step: str) -> Focus | Literal["stays"]:
    """What the next words may be meant for; another dialog that is at work on a record goes on waiting for them."""
    held, now = asked.turn.memory.focus, asked.turn.now.timestamp()
    if held is not None and held.dialog != NAME and held.record and now - held.since < FOCUS_LASTS:
        return STAYS
    return Focus(NAME, record, step, now)


def _entry(text: str) -> Entry:
    return Entry(TEXT, say.TEXT, text, say.EXAMPLE, long=True, error=say.TEXT_MISSING)


def _options(framework: Framework) -> tuple[tuple[str, str], ...]:
    return tuple((each.id, each.short) for each in framework.competencies.values())


def _words(piece: Piece) -> Section:
    """The person's own words, a line for each of theirs."""
    return Section(say.WORDS, tuple(Line(words) for words in piece.body.text.splitlines() if words.strip()))


def _move(asked: Asked, piece: Piece, move: str) -> Move:
    return Move(NAME, move, piece.id, version=piece.version, nonce=asked.turn.new_id())


def _delete(asked: Asked, piece: Piece) -> Button:
    return Button(say.DELETE, _move(asked, piece, "delete"), "destructive")


def _all() -> Button:
    return Button(say.ALL, Move(NAME, "list"))
