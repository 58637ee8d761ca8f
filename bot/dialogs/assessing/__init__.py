"""The self-assessment: a mark for each row against what a role is expected to do, its result, and what matters most."""

from dataclasses import replace

from bot.cards.payloads import Ask, Move
from bot.cards.view import Button
from bot.dialogs.asked import Asked
from bot.dialogs.assessing import adding, high_marks, history, result, start, steps
from bot.dialogs.assessing.intents import show_assessment, start_assessment
from bot.dialogs.assessing.lost import lost
from bot.dialogs.assessing.words import STALE, hears
from bot.dialogs.assessing.work import INTRO, NAME, RESULT, ROW, ROWS, find
from bot.dialogs.record_dialog import RecordDialog
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Focus
from bot.phrases.en import assessing as say
from bot.understanding.reading import Intent, Reading

__all__ = ["DIALOG", "show_assessment", "start_assessment"]


def _finish(asked: Asked, move: Move) -> Reply:
    work = find(asked, move.record)
    return replace(steps.finish(work), replaces=True) if work and work.stands else lost(asked)


def _way_back(asked: Asked, focus: Focus) -> Button | None:
    """The row or the result that waits; nothing once a day has gone by."""
    if asked.turn.now.timestamp() - focus.since > STALE:
        return None
    if focus.step.startswith(INTRO):
        roles = tuple(role.id for role in start.to_choose(asked, focus))
        return Button(say.TO_START, Ask(Reading(asked.framework.id, Intent.START_ASSESSMENT, roles=roles)))
    work = find(asked, focus.record)
    row = work.body.row(focus.step.removeprefix(ROW)) if work and focus.step.startswith(ROW) else None
    if row is not None:
        return Button(say.back_to(row.name), Move(NAME, "return", focus.record, row.id))
    if work is None or focus.step not in {RESULT, ROWS}:
        return None
    move, title = ("rows", say.ALL_ROWS) if focus.step == ROWS else ("result", say.BACK_TO_RESULT)
    return Button(title, Move(NAME, move, focus.record))


DIALOG = RecordDialog(
    NAME,
    {
        "anew": start.pressed_anew,
        "begin": start.pressed_begin,
        "go_on": start.pressed_on,
        "save": steps.pressed_save,
        "skip": steps.pressed_skip,
        "back": steps.pressed_back,
        "later": steps.pressed_later,
        "row": steps.pressed_row,
        "return": steps.opened,
        "rows": adding.pressed_rows,
        "add": adding.pressed,
        "finish": _finish,
        "result": result.pressed,
        "prioritise": result.prioritised,
        "evidence": high_marks.pressed,
        "save_evidence": high_marks.saved,
        "history": history.pressed,
        "show": history.opened,
        "delete": history.delete,
        "deleted": history.deleted,
        "undo": history.undone,
    },
    hears,
    _way_back,
)
