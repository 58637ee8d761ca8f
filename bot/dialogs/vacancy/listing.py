"""The job descriptions there are: listed, taken up again, copied, deleted, and had back for a day."""

from dataclasses import replace

from bot.cards.payloads import Ask, Move
from bot.cards.view import Button, Row, View
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.presses import seen
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Focus
from bot.dialogs.vacancy import order
from bot.dialogs.vacancy.showing import show
from bot.dialogs.vacancy.work import MOST_DRAFTS, NAME, UNDONE_FOR, Case, day_of, find, gone, held, in_place, stored
from bot.people.records import Record
from bot.phrases.en import vacancy as say
from bot.phrases.en.names import clipped
from bot.understanding.reading import Intent, Reading
from bot.vacancies.draft import Draft

MOST_LISTED = 10
_NAME = 90


def listed(asked: Asked, drafts: tuple[Case, ...], said: str = "", move: str = "open") -> Reply:
    """The newest of them to press: to open, or for what was asked."""
    if not drafts:
        new = Button(say.NEW_ONE, Ask(Reading(asked.framework.id, Intent.JOB_DESCRIPTION)))
        return answer(View(say.LIST_TITLE, say.NONE_YET, buttons=(new,)), say.NONE_YET)
    text = said or say.number_held(len(drafts))
    rows = tuple(_row(case, move) for case in drafts[:MOST_LISTED])
    view = View(say.LIST_TITLE, text, rows=rows, buttons=(Button(say.NEW_ONE, drafts[0].move("new")),))
    return replace(answer(view, text), focus=Focus(NAME, "", f"{order.LIST}:{move}", asked.turn.now.timestamp()))


def all_(asked: Asked, _: Move) -> Reply:
    """The list, from a button."""
    return in_place(listed(asked, held(asked)))


def go_on(asked: Asked, drafts: tuple[Case, ...]) -> Reply:
    """The one that is not finished where its author was; where there are several, which."""
    open_ = tuple(case for case in drafts if case.body.done is None)
    if len(open_ or drafts) > 1:
        return listed(asked, open_ or drafts)
    case = (open_ or drafts)[0]
    return show(case, case.body.step if case.body.done is None and order.known(case, case.body.step) else order.OVERVIEW)


def copy(asked: Asked, drafts: tuple[Case, ...]) -> Reply:
    """A copy of the only one, or which one is meant."""
    if len(drafts) == 1:
        return copied(drafts[0], asked.turn.new_id())
    return listed(asked, drafts, say.WHICH_COPY, "copy")


def copy_pressed(asked: Asked, move: Move) -> Reply:
    """A copy of the one of the button; pressed twice, it is one copy."""
    case = find(asked, move.record)
    if case is None:
        return gone()
    there = find(asked, move.nonce)
    return in_place(show(there, order.HEADER) if there else copied(case, move.nonce or asked.turn.new_id()))


def copied(case: Case, id_: str) -> Reply:
    """A new one with everything that is in another."""
    if len(held(case.asked)) >= MOST_DRAFTS:
        return listed(case.asked, held(case.asked), say.TOO_MANY.format(count=MOST_DRAFTS))
    now = case.asked.turn.now.timestamp()
    record = Record(id_, case.body.with_(step=order.HEADER, presses=(), begun=now, done=None))
    return replace(show(Case(case.asked, replace(record, version=1)), order.HEADER, say.COPIED), saves=(record,))


def delete(asked: Asked, drafts: tuple[Case, ...]) -> Reply:
    """The only one goes, for it can be had back; of several, which."""
    return deleted(drafts[0]) if len(drafts) == 1 else listed(asked, drafts, say.WHICH_DELETE, "delete")


def delete_pressed(asked: Asked, move: Move) -> Reply:
    """The one of the button goes."""
    record = asked.turn.records.find(Draft, move.record)
    return in_place(deleted(Case(asked, record), move)) if record else gone()


def deleted(case: Case, move: Move | None = None) -> Reply:
    """It is deleted, and can be had back for a day."""
    now = case.asked.turn.now.timestamp()
    body = case.body if case.body.deleted else case.body.with_(deleted=now)
    kept, saves = stored(case, case.with_body(body), move)
    text = say.deleted(clipped(case.name, _NAME))
    undo = Button(say.UNDO, kept.move("undo"))
    rest = (Button(say.ALL_OF_THEM, kept.move("list")),) if any(each.record.id != case.record.id for each in held(case.asked)) else ()
    reply = answer(View(say.LIST_TITLE, text, buttons=(undo, *rest)), text)
    return replace(reply, saves=saves, drops=expired(case), focus=case.focus(order.DELETED))


def undo(asked: Asked, move: Move) -> Reply:
    """It is back."""
    record = asked.turn.records.find(Draft, move.record)
    if record is None or (record.body.deleted is not None and asked.turn.now.timestamp() - record.body.deleted > UNDONE_FOR):
        return gone()
    case = Case(asked, record)
    kept, saves = stored(case, case.with_body(record.body.with_(deleted=None)), None if seen(record.body.presses, move) else move)
    return in_place(replace(show(kept, order.OVERVIEW, say.CHANGED_BACK if saves else ""), saves=saves))


def undoing(record: str) -> Move:
    """The move that has one back, for words."""
    return Move(NAME, "undo", record)


def expired(case: Case) -> tuple[Record[Draft], ...]:
    """Others deleted more than a day ago: they go for good."""
    until = case.asked.turn.now.timestamp() - UNDONE_FOR
    every = case.asked.turn.records.all(Draft)
    return tuple(each for each in every if each.id != case.record.id and each.body.deleted is not None and each.body.deleted < until)


def _row(case: Case, move: str) -> Row:
    moment = case.body.begun if case.body.done is None else case.body.done
    return Row(clipped(case.name, _NAME), case.move(move), day_of(case, moment))
