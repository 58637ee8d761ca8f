"""The result of an assessment, and the priorities chosen from it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.assessment.model import MOST_PRIORITIES, Assessment, Row
from bot.assessment.result import last_before, strengths, to_develop
from bot.cards import assessed as cards
from bot.cards.assessing import row_names
from bot.cards.payloads import Move
from bot.cards.view import Button, Section, View
from bot.cards.view import Row as Pressable
from bot.dialogs import files, presses
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.assessing.lost import lost
from bot.dialogs.assessing.work import NAME, RESULT, SETTLED, Work, find, held
from bot.dialogs.reply import Reply
from bot.documents import kinds
from bot.phrases.en import assessed as say
from bot.phrases.en import assessing


def show(work: Work, said: str = "", asked_about: Sequence[str] = (), chosen: Sequence[str] = (), *, listed: bool = False) -> Reply:
    """The result. `asked_about` are rows with a high mark that evidence is asked for; `listed` says that it was opened from the list."""
    body = work.body
    when = say.finished(work.day(body.finished), work.against) if body.finished else _begun(work)
    settled_on = row_names([row for id_ in body.priorities if (row := body.row(id_))])
    told = say.told([cards.named(row) for row in strengths(body)], [cards.named(row) for row in to_develop(body)], settled_on)
    view = View(
        say.TITLE,
        f"{said} {when}".strip(),
        _sections(work, [row for row in body.rows if row.id in asked_about]),
        fields=(cards.priorities(body, chosen or body.priorities),),
        buttons=_buttons(work, asked=bool(asked_about), listed=listed),
        chart=cards.chart(body, _before(work), work.scale[0]),
        refresh=Move(NAME, "result", work.record.id),
    )
    step = RESULT if asked_about or not body.priorities else SETTLED
    return work.saved(replace(answer(view, f"{said} {told}".strip()), focus=work.focus(step)))


def pressed(asked: Asked, move: Move) -> Reply:
    """The result, from a button."""
    work = find(asked, move.record)
    return lost(asked) if work is None or not work.body.marked else replace(show(work), replaces=True)


def prioritised(asked: Asked, move: Move) -> Reply:
    """Priorities chosen in the form."""
    work = find(asked, move.record)
    if work is None:
        return lost(asked)
    if presses.seen(work.body.presses, move) and work.body.priorities:
        return replace(settled(work), replaces=True)
    return replace(choose(work.pressed(move), _ids(work.body, move.field("priorities"))), replaces=True)


def choose(work: Work, ids: Sequence[str]) -> Reply:
    """Priorities chosen: none or too many are sent back with what was chosen."""
    if not ids:
        return show(work, say.NO_PRIORITY)
    if len(ids) > MOST_PRIORITIES:
        return show(work, say.too_many(len(ids), MOST_PRIORITIES), chosen=ids)
    return settled(work.with_body(work.body.with_(priorities=tuple(ids))))


def settled(work: Work) -> Reply:
    """The priorities, and what they lead to."""
    rows = [row for id_ in work.body.priorities if (row := work.body.row(id_))]
    text = say.chosen(row_names(rows))
    pressable = tuple(Pressable(cards.named(row), Move("plan", "from_priority", work.record.id, row.id)) for row in rows)
    buttons = (*_take_away(work), Button(assessing.TO_RESULT, Move(NAME, "result", work.record.id)))
    view = View(say.PRIORITIES_TITLE, text, rows_heading=say.PLAN_HEADING, rows=pressable, buttons=buttons)
    return work.saved(replace(answer(view, text), focus=work.focus(SETTLED)))


def _take_away(work: Work) -> tuple[Button, ...]:
    return (files.button(say.WORD_FILE, kinds.ASSESSMENT, work.record.id),) if work.body.finished else ()


def _buttons(work: Work, *, asked: bool, listed: bool) -> tuple[Button, ...]:
    id_ = work.record.id
    choose_them = Button(say.SAVE_PRIORITIES, Move(NAME, "prioritise", id_, version=work.record.version, nonce=work.asked.turn.new_id()))
    rows = Button(assessing.ALL_ROWS, Move(NAME, "rows", id_))
    add = (Button(say.ADD_EVIDENCE, Move(NAME, "evidence", id_)),) if asked else ()
    delete = (Button(say.DELETE, Move(NAME, "delete", id_), "destructive"),) if listed else ()
    earlier = (Button(say.EARLIER, Move(NAME, "history")),) if len(held(work.asked)) > 1 else ()
    return (choose_them, rows, *add, *delete, *earlier, *_take_away(work))


def _sections(work: Work, asked_about: Sequence[Row]) -> tuple[Section, ...]:
    before = _before(work)
    since = (cards.changes(before, work.body, work.day(before.finished or 0.0)),) if before else ()
    moved = (Section(notes=(say.moved_on(work.day(work.body.finished)),)),) if work.body.finished and work.moved_on else ()
    return (*cards.outcome(work.body), *since, *_gap(work), cards.evidence(work.body, asked_about), *cards.left_out(work.body), *moved)


def _gap(work: Work) -> tuple[Section, ...]:
    own = work.framework.roles.get(work.body.own_role or "") if work.stands and work.body.aspired else None
    words = (say.new_at(work.against), say.gap(work.against))
    return cards.gap(work.framework, own, work.role, to_develop(work.body) or strengths(work.body), words) if own else ()


def _before(work: Work) -> Assessment | None:
    found = last_before(held(work.asked), work.record)
    return found.body if found else None


def _begun(work: Work) -> str:
    body = work.body
    return say.begun(work.day(body.begun), work.against, len(body.marked), len(body.walked))


def _ids(body: Assessment, given: str) -> tuple[str, ...]:
    """The rows named that have a mark, in the order of the assessment."""
    chosen = {part.strip() for part in given.split(",")}
    return tuple(row.id for row in body.marked if row.id in chosen)
