"""Evidence for high marks, asked about once: a box for each of them, or words that name the row."""

from dataclasses import replace

from bot.assessment.attaching import merged, shown_mark
from bot.assessment.evidence import LONGEST_EVIDENCE
from bot.assessment.model import Row
from bot.assessment.result import HIGH
from bot.cards.assessing import row_names
from bot.cards.payloads import Move
from bot.cards.view import Button, Entry, View
from bot.dialogs import presses
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.assessing import result
from bot.dialogs.assessing.asking import fitting
from bot.dialogs.assessing.lost import lost
from bot.dialogs.assessing.work import NAME, RESULT, Work, find
from bot.dialogs.reply import Reply
from bot.phrases.en import assessed as say
from bot.phrases.en import assessing

MOST_BOXES = 6
FIELD = "evidence-"


def waiting(work: Work) -> tuple[Row, ...]:
    """The rows with a high mark that were asked about and have no evidence."""
    rows = (row for row in work.body.marked if row.nudged and not row.evidence and (row.mark or 0.0) >= HIGH)
    return tuple(rows)[:MOST_BOXES]


def form(work: Work, said: str = "", typed: dict[str, str] | None = None) -> Reply:
    """A box for each of the rows; what was typed and not taken stays in it."""
    typed = typed or {}
    rows = [row for row in work.body.marked if row in waiting(work) or row.id in typed]
    if not rows:
        return result.show(work, said)
    boxes = tuple(
        Entry(FIELD + row.id, say.evidence_for(row.name, row.mark or 0.0), typed.get(row.id, ""), assessing.EVIDENCE_HINT, long=True)
        for row in rows
    )
    shown = tuple(("was-" + row.id, shown_mark(work.text_of(row))) for row in rows)
    turn = work.asked.turn
    save = Move(NAME, "save_evidence", work.record.id, version=work.record.version, nonce=turn.new_id(), given=shown)
    leave = Button(say.LEAVE, Move(NAME, "result", work.record.id))
    view = View(say.EVIDENCE_TITLE, f"{said} {say.EVIDENCE_LEAD}".strip(), fields=boxes, buttons=(Button(say.SAVE_EVIDENCE, save), leave))
    return work.saved(replace(answer(view, f"{said} {say.EVIDENCE_LEAD}".strip()), focus=work.focus(RESULT)))


def pressed(asked: Asked, move: Move) -> Reply:
    """The form opened."""
    work = find(asked, move.record)
    return lost(asked) if work is None else replace(form(work), replaces=True)


def saved(asked: Asked, move: Move) -> Reply:
    """The form sent: every box that was filled in is kept."""
    work = find(asked, move.record)
    if work is None:
        return lost(asked)
    if presses.seen(work.body.presses, move):
        return replace(result.show(work), replaces=True)
    work = work.pressed(move)
    kept, long = _kept(work, move)
    names = row_names([row for row in work.body.marked if kept.text_of(row) != work.text_of(row)])
    told = say.saved_evidence(names) if names else ""
    if long:
        return replace(_too_long(kept, told, long), replaces=True)
    return replace(result.show(kept, told or say.AS_IT_WAS), replaces=True)


def _kept(work: Work, move: Move) -> tuple[Work, dict[str, str]]:
    """The boxes that were filled in, and, by row, what is too long."""
    fields, long = dict(move.given), {}
    for row in work.body.marked:
        given = fields.get(FIELD + row.id)
        text = None if given is None else merged(fields.get("was-" + row.id, ""), work.text_of(row), given.strip())
        if text is not None and len(text) > LONGEST_EVIDENCE:
            long[row.id] = text
        elif text is not None:
            work = work.with_text(row.id, text)
    return work, long


def _too_long(work: Work, told: str, long: dict[str, str]) -> Reply:
    """The longest is told of, and all stays in the boxes as far as a card can hold it."""
    id_, text = max(long.items(), key=lambda each: len(each[1]))
    shown = {id_: fitting(text)}
    problem = assessing.too_long(len(text), LONGEST_EVIDENCE, len(shown[id_]))
    return form(work, f"{told} {problem}".strip(), shown)
