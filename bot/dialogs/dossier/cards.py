"""The cards of a dossier: what it is before it is begun, the overview, and one card for each criterion."""

import json
from dataclasses import replace

from bot.cards.payloads import Ask, Move
from bot.cards.view import Button, Choice, Entry, Line, Row, Section, Table, View
from bot.development.dossier import LONGEST_NOTE, Point
from bot.dialogs import files
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.dossier.work import INTRO, NAME, OVERVIEW, Case
from bot.dialogs.evidence.pieces import Piece, day, framework_of, names
from bot.dialogs.presses import digest
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Focus
from bot.documents import kinds
from bot.framework.model import Framework, Progression
from bot.phrases.en import dossier as say
from bot.phrases.en import evidence as evidences
from bot.phrases.en.names import clipped
from bot.phrases.en.sources import source
from bot.understanding.reading import Intent, Reading

NOTE, TO, PIECE, WAS = "note", "to", "piece", "was"
_IN_TABLE, _IN_ROW, _IN_CHOICE = 70, 80, 60
_FORM_BYTES = 14_000  # a longer note would not fit in a message beside the rest of the card


def intro(asked: Asked, step: Progression, lead: str) -> Reply:
    """What a dossier is, before one is begun."""
    framework = asked.framework
    begin = Move(NAME, "begin", row=f"{step.lower}-{step.higher}", nonce=asked.turn.new_id(), given=(("of", framework.id),))
    view = View(
        say.title(step.lower, step.higher),
        lead,
        (Section(say.BEFORE, (Line(say.WHO_SEES), Line(say.HOW_LONG)), notes=_notes(step)), _assessed(step)),
        source=source(framework, (step.place,)),
        buttons=(Button(say.BEGIN, begin),),
    )
    focus = Focus(NAME, "", f"{INTRO}:{framework.id}:{step.lower}:{step.higher}", asked.turn.now.timestamp())
    return replace(answer(view, lead), focus=focus)


def overview(case: Case, said: str = "") -> Reply:
    """How far it is: a line for each criterion, what is missing, how it is assessed, and where to carry on."""
    body, step = case.body, case.step
    missing = [case.number(point) for point in body.missing if not point.ready]
    lead = f"{said} {say.progress(body.ready, len(body.points), missing)}".strip()
    rows = tuple((_named(case, point, _IN_TABLE), _amount(case, point), say.YES if point.ready else say.NOT_YET) for point in body.points)
    options = tuple((point.id, _named(case, point, _IN_CHOICE)) for point in body.points)
    following = body.after("")  # None where all are ready
    view = View(
        say.title(body.lower, body.higher),
        lead,
        (_assessed(step),) if step and following is None else (),
        rows=(_how(case.framework, step),) if step and following else (),
        tables=(Table((say.CRITERION, say.EVIDENCE, say.READY_COLUMN), rows),),
        fields=(Choice(TO, say.GO_TO, options, (following or body.points[0]).id),),
        source=_source(case.framework, step),
        buttons=(
            *((Button(say.carry_on(case.number(following)), move(case, "criterion", following)),) if following else ()),
            Button(say.OPEN, move(case, "open")),
            files.button(say.WORD, kinds.DOSSIER, case.record.id),
        ),
    )
    return replace(answer(view, lead), focus=case.focus(OVERVIEW))


def criterion(case: Case, point: Point, said: str = "", note: str | None = None) -> Reply:
    """One criterion: what it asks, the evidence to press, a note. `note` is what was typed, where it could not be saved."""
    at, total = case.number(point), len(case.body.points)
    stands = say.stands(len(case.attached(point)), ready=point.ready)
    offered = case.offered(point)
    view = View(
        say.number(at, total),
        case.text(point),
        (Section(lines=tuple(Line(words) for words in (said, stands) if words)), *_hints(case, point, offered)),
        say.SUGGESTED if offered else "",
        tuple(_row(case, point, piece) for piece in offered),
        source=_source(case.framework, case.step),
        buttons=(
            Button(say.SAVE_NEXT, move(case, "next", point)),
            Button(say.NOT_READY, move(case, "unready", point)) if point.ready else Button(say.READY, move(case, "ready", point)),
            Button(say.OVERVIEW, move(case, "overview", point)),
        ),
        fields=(Entry(NOTE, say.NOTE, point.note if note is None else note, long=True),),
    )
    text = f"{say.number(at, total)}: {case.text(point)} {said or stands}"
    return replace(answer(view, text), focus=case.focus(point.id))


def note_too_long(case: Case, point: Point, note: str) -> Reply:
    """A kind refusal: the card again, with all of the note still in it."""
    if len(json.dumps(note)) > _FORM_BYTES:
        return Reply(say.note_too_long(len(note), LONGEST_NOTE))
    return criterion(case, point, say.too_long(len(note), LONGEST_NOTE), note)


def move(case: Case, name: str, point: Point | None = None, piece: str = "") -> Move:
    """A button of a criterion: which piece it is about, and what the note was when the card was drawn."""
    given = ((WAS, digest(point.note)), *(((PIECE, piece),) if piece else ())) if point else ()
    return Move(NAME, name, case.record.id, point.id if point else "", case.record.version, case.asked.turn.new_id(), given)


def _row(case: Case, point: Point, piece: Piece) -> Row:
    words = clipped(" ".join(piece.body.text.split()), _IN_ROW)
    called = names(framework_of(case.asked, piece), piece.body.competencies)
    where = f" · {say.FROM_ASSESSMENT}" if piece.id in case.from_assessment() else ""
    detail = evidences.detail(called, day(case.asked, piece.body.at)) + where
    if piece.id in point.evidence:
        return Row(say.detach(words), move(case, "detach", point, piece.id), detail)
    return Row(say.attach(words), move(case, "attach", point, piece.id), detail)


def _hints(case: Case, point: Point, offered: tuple[Piece, ...]) -> tuple[Section, ...]:
    found = case.criterion(point.id)
    if found is None:
        return (Section(lines=(Line(say.OLD_CRITERION),)),)
    how = say.PRESS if offered else say.NO_SUGGESTION
    open_ = (Line(say.TOUCHES_NONE),) if offered and not found.competencies else ()
    return (Section(lines=(*open_, Line(how))),)


def _named(case: Case, point: Point, limit: int) -> str:
    return say.option(case.number(point), clipped(case.text(point), limit))


def _amount(case: Case, point: Point) -> str:
    count = len(case.attached(point))
    return say.NOTED if point.note and not count else say.pieces(count)


def _assessed(step: Progression) -> Section:
    return Section(say.HOW, tuple(Line(each.text, f"{at}") for at, each in enumerate(step.assessment, 1)))


def _how(framework: Framework, step: Progression) -> Row:
    """How it is assessed, a press away while there is still something to do."""
    asked = Ask(Reading(framework.id, Intent.CAREER_PROGRESSION, (step.lower, step.higher)), 1)
    return Row(say.HOW, asked, clipped(step.assessment[0].text, _IN_ROW) if step.assessment else "")


def _notes(step: Progression) -> tuple[str, ...]:
    return (step.note,) if step.note else ()


def _source(framework: Framework, step: Progression | None) -> str:
    return source(framework, (step.place,) if step else ())
