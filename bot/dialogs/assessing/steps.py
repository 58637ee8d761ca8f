"""The steps through the rows: save, skip, back, and where each leads."""

from collections.abc import Callable
from dataclasses import replace

from bot.assessment.attaching import MOST_OFFERED
from bot.assessment.marking import finished, next_row, row_before, skipped, taken_in
from bot.assessment.model import Row
from bot.assessment.result import to_ask_about
from bot.cards.assessing import row_names
from bot.cards.payloads import Move
from bot.dialogs import presses
from bot.dialogs.asked import Asked
from bot.dialogs.assessing import asking, result
from bot.dialogs.assessing.answers import Taken, entered
from bot.dialogs.assessing.lost import lost
from bot.dialogs.assessing.work import Work, find
from bot.dialogs.reply import Reply
from bot.phrases.en import assessing as say

Step = Callable[[Work, Row, Move], Reply]


def onwards(work: Work, after: str = "", said: str = "") -> Reply:
    """The next row that waits for a mark, or the result where none does."""
    row = next_row(work.body, after) if work.stands else None
    if row is not None:
        return asking.ask(work, row, said)
    return closed(work, said) if work.stands else asking.gone(work)


def closed(work: Work, said: str = "") -> Reply:
    """The result; the first time, the assessment is finished with the words it was marked against."""
    body = work.body
    if not body.marked:
        return asking.all_rows(work, f"{said} {say.NOTHING_MARKED}".strip())
    if body.finished is None:
        body = finished(body, work.framework, work.asked.turn.now.timestamp())
    to_ask = tuple(row.id for row in to_ask_about(body))
    rows = tuple(row.with_(nudged=True) if row.id in to_ask else row for row in body.rows)
    return result.show(work.with_body(body.with_(rows=rows)), said, to_ask)


def answered(row: Row, taken: Taken) -> Reply:
    """What an answer leads to: the next row, or the same one where something is missing."""
    if taken.problem:
        return asking.ask(taken.work, _now(taken.work, row), f"{taken.said} {taken.problem}".strip(), taken.typed)
    if _now(taken.work, row).mark is None:
        return asking.ask(taken.work, _now(taken.work, row), say.KEPT_WORDS if taken.said else say.NO_MARK)
    return onwards(taken.work, row.id, taken.said)


def skip(work: Work, row: Row, said: str = "") -> Reply:
    """A row is left out; one with a mark keeps it."""
    told = say.skipped(row.name) if row.mark is None else say.already_marked(row.name, row.mark)
    return onwards(work.with_body(skipped(work.body, row)), row.id, f"{said} {told}".strip())


def back(work: Work, row: Row, said: str = "") -> Reply:
    """The row before."""
    before = row_before(work.body, row)
    return asking.ask(work, before or row, said if before else f"{said} {say.FIRST_ROW}".strip())


def finish(work: Work) -> Reply:
    """The rows that still wait are left out, and the result is shown."""
    rows = tuple(row.with_(skipped=True) if row.open else row for row in work.body.rows)
    return closed(work.with_body(work.body.with_(rows=rows)) if work.body.marked else work)


def done(work: Work) -> Reply:
    """The result, unless rows still wait: then which."""
    left = [row for row in work.body.rows if row.open]
    return asking.all_rows(work, say.rows_left(row_names(left))) if left else closed(work)


def attach(work: Work, row: Row) -> Reply:
    """All that was logged about the row is attached to it."""
    ids = tuple(each.id for each in work.logged(row))[:MOST_OFFERED]
    if not ids:
        return asking.ask(work, row, say.NOTHING_TO_ATTACH)
    new = row.with_(evidence=tuple(dict.fromkeys((*row.evidence, *ids))))
    return asking.ask(work.with_body(work.body.with_row(new)), new, say.ATTACHED)


def take_in(work: Work, row: Row) -> Reply:
    """A row that was set aside or skipped is gone through after all."""
    new = taken_in(work.body, row)
    return asking.ask(work.with_body(new), new.row(row.id) or row, say.taken_in(row.name))


def pressed_save(asked: Asked, move: Move) -> Reply:
    """Save and next."""
    return _once(asked, move, lambda work, row, press: answered(row, entered(work, row, press)), _present)


def pressed_skip(asked: Asked, move: Move) -> Reply:
    """Skip: a mark that was chosen is left aside, but what was typed as evidence is kept."""
    words = replace(move, given=tuple((name, value) for name, value in move.given if name != "mark"))
    return _once(asked, words, lambda work, row, press: _then(work, row, press, skip), _present)


def pressed_back(asked: Asked, move: Move) -> Reply:
    """Back; what was entered is kept."""
    return _once(asked, move, lambda work, row, press: _then(work, row, press, back), lambda work, row, _: back(work, row))


def pressed_later(asked: Asked, move: Move) -> Reply:
    """Later; what was entered is kept."""
    return _once(asked, move, lambda work, row, press: _then(work, row, press, _pause), lambda work, *_: asking.pause(work))


def pressed_row(asked: Asked, move: Move) -> Reply:
    """A row opened from the list."""
    return replace(opened(asked, move), replaces=True)


def opened(asked: Asked, move: Move) -> Reply:
    """A row, under what was shown in between."""
    work = find(asked, move.record)
    row = work.body.row(move.row) if work else None
    return lost(asked) if work is None or row is None else asking.ask(work, row)


def _then(work: Work, row: Row, press: Move, step: Callable[[Work, Row, str], Reply]) -> Reply:
    """What was entered is kept, then the step is made; what cannot be kept is told first."""
    taken = entered(work, row, press)
    return answered(row, taken) if taken.problem else step(taken.work, _now(taken.work, row), taken.said)


def _pause(work: Work, _row: Row, _said: str) -> Reply:
    return asking.pause(work)


def _present(work: Work, row: Row, _: Move) -> Reply:
    return onwards(work, row.id)


def _once(asked: Asked, move: Move, step: Step, again: Step) -> Reply:
    """A press on the record: the first time it does its work, with the same values it only shows what is now."""
    work = find(asked, move.record)
    row = work.body.row(move.row) if work else None
    if work is None or row is None:
        return lost(asked)
    if not work.stands:
        return replace(asking.gone(work), replaces=True)
    if presses.seen(work.body.presses, move):
        return replace(again(work, row, move), replaces=True)
    return replace(step(work.pressed(move), row, move), replaces=True)


def _now(work: Work, row: Row) -> Row:
    return work.body.row(row.id) or row
