"""The card of one row, and of all rows: what is shown while an assessment is filled in."""

import json
from dataclasses import dataclass, replace

from bot.assessment.attaching import shown_mark
from bot.assessment.evidence import LONGEST_EVIDENCE
from bot.assessment.marking import place_of, row_before
from bot.assessment.model import MOST_OWN_ROWS, Row
from bot.cards import assessing as cards
from bot.cards.payloads import Move
from bot.cards.view import Button, Entry, Line, Progress, Section, View
from bot.cards.view import Row as Pressable
from bot.dialogs.answering import answer
from bot.dialogs.assessing.work import NAME, PAUSED, ROW, ROWS, Work
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Memory
from bot.phrases.en import assessing as say
from bot.phrases.en.names import clipped
from bot.understanding.reading import Intent, Reading

MOST_BYTES = 21_000  # of what was typed; the rest of a card without the words of the framework is below 7,000


@dataclass(frozen=True, slots=True)
class Typed:
    """What was entered and could not be taken: it stays in the form."""

    mark: str = ""
    evidence: str | None = None


NOTHING_TYPED = Typed()


def ask(work: Work, row: Row, said: str = "", typed: Typed = NOTHING_TYPED) -> Reply:
    """The card of a row. `said` tells what became of the answer before, or what is wrong with it."""
    if not work.stands:
        return gone(work)
    place, total = place_of(work.body, row)
    scale, _ = work.scale
    text = " ".join(part for part in (said, say.ask_mark(row.name, place, total, scale)) if part)
    view = _view(work, row, said, typed)
    if typed.evidence is not None and len(typed.evidence) > LONGEST_EVIDENCE:
        view = replace(view, sections=(), source="")
    reply = answer(view, text)
    return work.saved(replace(reply, memory=_memory(work, row), focus=work.focus(ROW + row.id)))


def all_rows(work: Work, said: str = "", typed: str = "") -> Reply:
    """Every row with what became of it, each to press, and room for a row of one's own."""
    if not work.stands:
        return gone(work)
    body = work.body
    lead = say.rows_lead(len(body.marked), len(body.walked))
    rows = tuple(Pressable(clipped(row.name, 60), Move(NAME, "row", work.record.id, row.id), cards.state(row)) for row in body.rows)
    more = len(body.own_rows) < MOST_OWN_ROWS
    fields = (Entry("name", say.OWN_ROW, typed, say.OWN_ROW_HINT),) if more else ()
    note = say.own_rows(work.framework.role_specific_points, MOST_OWN_ROWS) if more else say.rows_full(MOST_OWN_ROWS)
    on = Button(say.CARRY_ON if _open(work) else say.TO_RESULT, Move(NAME, "go_on", work.record.id), alone=True)
    finish = (Button(say.FINISH_NOW, Move(NAME, "finish", work.record.id), alone=True),) if _open(work) and body.marked else ()
    buttons = (on, *((Button(say.ADD_ROW, _move(work, "add")),) if more else ()), *finish)
    view = View(say.ROWS_TITLE, f"{said} {lead}".strip(), (Section(lines=(Line(note),)),), rows=rows, fields=fields, buttons=buttons)
    return work.saved(replace(answer(view, f"{said} {lead}".strip()), focus=work.focus(ROWS)))


def pause(work: Work) -> Reply:
    """It is put aside, with the way back."""
    text = say.paused(len(work.body.marked), len(work.body.walked))
    on = Button(say.CARRY_ON, Move(NAME, "go_on", work.record.id))
    rows = Button(say.ALL_ROWS, Move(NAME, "rows", work.record.id))
    return work.saved(replace(answer(View(say.PAUSED_TITLE, text, buttons=(on, rows)), text), focus=work.focus(PAUSED)))


def gone(work: Work) -> Reply:
    """The framework no longer has the role: the marks are kept, and a new one can be begun."""
    text = say.role_gone()
    result = (Button(say.TO_RESULT, Move(NAME, "result", work.record.id)),) if work.body.marked else ()
    view = View(say.TITLE, text, buttons=(Button(say.START_ONE, Move(NAME, "anew")), *result))
    return work.saved(replace(answer(view, text), focus=None))


def fitting(text: str) -> str:
    """As much of what was typed as a card can hold."""
    while len(json.dumps(text, ensure_ascii=False).encode()) > MOST_BYTES:
        text = text[: int(len(text) * 0.9)]
    return text


def _view(work: Work, row: Row, said: str, typed: Typed) -> View:
    framework, (scale, owner) = work.framework, work.scale
    place, total = place_of(work.body, row)
    where = say.progress(place, total, len(work.body.marked), work.against)
    behind = sum(not each.open for each in work.body.walked)
    means = Section(lines=(Line(say.mark_means(scale, framework, owner)),))
    first = (*cards.set_aside(work.body), Section(lines=(Line(say.IN_WORDS),))) if place == 1 and not work.body.marked else ()
    return View(
        row.name,
        said if place else f"{said} {say.set_aside(work.against)}".strip(),
        (*cards.expected(framework, work.role, row), means, *first),
        source=cards.source(framework, work.role, row),
        fields=cards.fields(row, _asking(work, row, typed)),
        buttons=_buttons(work, row),
        progress=Progress(behind, total, where) if place else None,
    )


def _asking(work: Work, row: Row, typed: Typed) -> cards.Asking:
    text = work.text_of(row) if typed.evidence is None else typed.evidence
    return cards.Asking(work.scale[0], text, work.logged(row), typed.mark)


def _buttons(work: Work, row: Row) -> tuple[Button, ...]:
    logged = ",".join(each.id for each in work.logged(row) if each.id in row.evidence)
    shown = (("had", cards.mark_value(row.mark)), ("was", shown_mark(work.text_of(row))), ("with", logged))
    save = replace(_move(work, "save", row), given=shown)
    back = Button(say.BACK, replace(save, move="back")) if row_before(work.body, row) else Button(say.LATER, replace(save, move="later"))
    return (Button(say.SAVE, save), Button(say.SKIP, replace(save, move="skip")), back)


def _move(work: Work, move: str, row: Row | None = None) -> Move:
    turn = work.asked.turn
    return Move(NAME, move, work.record.id, row.id if row else "", work.record.version + work.changed, turn.new_id())


def _memory(work: Work, row: Row) -> Memory:
    """What "here" and "and at 6?" go on from: what the row asks of the role."""
    known = tuple(id_ for id_ in row.competencies if id_ in work.framework.competencies)
    if not known:
        return work.asked.turn.memory
    reading = Reading(work.framework.id, Intent.EXPECTATIONS, (work.role.grade,), (work.role.id,), known)
    return replace(work.asked.turn.memory, last=reading)


def _open(work: Work) -> bool:
    return any(row.open for row in work.body.rows)
