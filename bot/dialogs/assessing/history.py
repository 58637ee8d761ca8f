"""The assessments a person has: listed, opened, deleted after a question, and had back for a day."""

from collections.abc import Sequence
from dataclasses import replace

from bot.assessment.model import Assessment
from bot.cards.payloads import Move
from bot.cards.view import Button, Row, View
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.assessing import asking, result
from bot.dialogs.assessing.lost import lost
from bot.dialogs.assessing.work import DELETED, LIST, NAME, SURE, Work, find, held
from bot.dialogs.presses import place_said
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Focus
from bot.people.records import Record
from bot.phrases.en import assessed as say
from bot.phrases.en import assessing

MOST_LISTED = 12
UNDONE_FOR = 24 * 3600.0  # seconds


def listed(asked: Asked) -> Reply:
    """Every assessment, the newest first."""
    works = [Work(asked, record) for record in held(asked)][:MOST_LISTED]
    if not works:
        return nothing_yet(asked)
    start = Button(assessing.START_ONE, Move(NAME, "anew"))
    view = View(say.HISTORY, say.HISTORY_LEAD, rows=tuple(_row(work) for work in works), buttons=(start,))
    focus = Focus(NAME, "", LIST, asked.turn.now.timestamp())
    return replace(answer(view, f"{say.HISTORY}. {say.HISTORY_LEAD}"), focus=focus, drops=expired(asked))


def nothing_yet(asked: Asked) -> Reply:
    """There is none."""
    start = Button(assessing.START_ONE, Move(NAME, "anew"))
    return replace(answer(View(say.TITLE, say.NOTHING_YET, buttons=(start,)), say.NOTHING_YET), drops=expired(asked))


def pressed(asked: Asked, _: Move) -> Reply:
    """The list, from a button."""
    return replace(listed(asked), replaces=True)


def opened(asked: Asked, move: Move) -> Reply:
    """One of the list."""
    work = find(asked, move.record)
    return lost(asked) if work is None else replace(shown(work), replaces=True)


def shown(work: Work) -> Reply:
    """The result of a finished one, the rows of one that is not."""
    if work.body.finished and work.body.marked:
        return result.show(work, listed=True)
    return asking.all_rows(work) if work.stands else asking.gone(work)


def ask_to_delete(work: Work) -> Reply:
    """The question before one is deleted."""
    text = say.shall_delete(work.day(work.body.finished or work.body.begun), work.against)
    sure = Button(say.DELETE_NOW, Move(NAME, "deleted", work.record.id), "destructive")
    keep = Button(say.KEEP, Move(NAME, "show", work.record.id))
    return replace(answer(View(say.DELETE_TITLE, text, buttons=(sure, keep)), text), focus=work.focus(SURE))


def delete(asked: Asked, move: Move) -> Reply:
    """The question, from a button."""
    work = find(asked, move.record)
    return lost(asked) if work is None else replace(ask_to_delete(work), replaces=True)


def deleted(asked: Asked, move: Move) -> Reply:
    """It is deleted; it can be had back for a day."""
    record = asked.turn.records.find(Assessment, move.record)
    if record is None:
        return lost(asked)
    work = Work(asked, record)
    gone = work if record.body.deleted else work.with_body(record.body.with_(deleted=asked.turn.now.timestamp()))
    text = say.deleted(work.day(record.body.finished or record.body.begun))
    undo = Button(say.UNDO, Move(NAME, "undo", record.id))
    reply = replace(answer(View(say.TITLE, text, buttons=(undo, *_others(asked, record))), text), focus=work.focus(DELETED))
    return replace(gone.saved(reply), replaces=True)


def undone(asked: Asked, move: Move) -> Reply:
    """It is back."""
    record = asked.turn.records.find(Assessment, move.record)
    if record is None:
        return _too_late(asked)
    work = Work(asked, record)
    back = work.with_body(record.body.with_(deleted=None)) if record.body.deleted else work
    if back.body.finished and back.body.marked:
        return replace(result.show(back, say.BACK_AGAIN), replaces=True)
    return replace(asking.all_rows(back, say.BACK_AGAIN), replaces=True)


def undone_in_words(asked: Asked, focus: Focus, text: str) -> Reply | None:
    """It is wanted back, in words."""
    wanted = asked.reader.spoken.is_("undo", text)
    return replace(undone(asked, Move(NAME, "undo", focus.record)), replaces=False) if wanted else None


def sure(asked: Asked, focus: Focus, text: str) -> Reply | None:
    """A yes or a no to whether one is to be deleted, while that is the last that was said."""
    hears, move, offers = asked.reader.pressing, Move(NAME, "deleted", focus.record), asked.turn.memory.offers
    if offers is None or all(each.verb != move.verb for each in offers.each):
        return None
    if hears.is_("yes", text):
        return replace(deleted(asked, move), replaces=False)
    return replace(opened(asked, move), replaces=False) if hears.is_("no", text) else None


def heard(asked: Asked, text: str) -> Reply | None:
    """Words under the list: the number of one, or that the only one is to go."""
    records = held(asked)[:MOST_LISTED]
    if len(records) == 1 and asked.reader.spoken.is_("delete", text):
        return ask_to_delete(Work(asked, records[0]))
    at = place_said(text, len(str(MOST_LISTED)))
    return shown(Work(asked, records[at - 1])) if 0 < at <= len(records) else None


def expired(asked: Asked) -> tuple[Record[Assessment], ...]:
    """Those deleted more than a day ago: they go for good."""
    until = asked.turn.now.timestamp() - UNDONE_FOR
    return tuple(each for each in asked.turn.records.all(Assessment) if each.body.deleted is not None and each.body.deleted < until)


def _too_late(asked: Asked) -> Reply:
    start = Button(assessing.START_ONE, Move(NAME, "anew"))
    reply = answer(View(say.TITLE, say.NOT_THERE_ANY_MORE, buttons=(start,)), say.NOT_THERE_ANY_MORE)
    return replace(reply, replaces=True, focus=None, drops=expired(asked))


def _others(asked: Asked, gone: Record[Assessment]) -> Sequence[Button]:
    return (Button(say.EARLIER, Move(NAME, "history")),) if any(each.id != gone.id for each in held(asked)) else ()


def _row(work: Work) -> Row:
    body = work.body
    day = work.day(body.finished or body.begun)
    title, state = say.one_of(work.against, day, len(body.marked), len(body.walked), finished=body.finished is not None)
    return Row(title, Move(NAME, "show", work.record.id), state)
