"""What is asked for in words with no assessment waiting: to start one, to go on, to see one, or a mark out of it."""

from bot.assessment.model import Row
from bot.dialogs import details
from bot.dialogs.asked import Asked
from bot.dialogs.assessing import asking, history, result, start, steps
from bot.dialogs.assessing.answers import given_mark
from bot.dialogs.assessing.naming import row_named, row_within
from bot.dialogs.assessing.work import NAME, ROW, Work, held
from bot.dialogs.reply import Reply
from bot.phrases.en import assessed as say
from bot.understanding.marks import Marks


def start_assessment(asked: Asked) -> Reply:
    """Start one; go on with one; or a mark for a row of the newest: "put me down as a 7 for budgets"."""
    if asked.guest:
        return details.nothing_kept(asked)
    said, open_ = asked.reading.said, start.unfinished(asked)
    if open_ and open_.stands and asked.reader.spoken.is_("go_on", said):
        return start.go_on(open_)
    return _marked(asked, said) or start.intro(asked)


def show_assessment(asked: Asked) -> Reply:
    """The newest result; one mark of it where a row is asked for; or the rows of one that is not finished."""
    if asked.guest:
        return details.nothing_kept(asked)
    records = held(asked)
    if not records:
        return history.nothing_yet(asked)
    if asked.reader.spoken.is_("history", asked.reading.said):
        return history.listed(asked)
    newest = Work(asked, next((each for each in records if each.body.finished), records[0]))
    row = row_within(newest, asked.reading.said)
    if row is not None:
        return _one_mark(newest, row)
    return history.shown(newest) if newest.body.finished is None else result.show(newest)


def _marked(asked: Asked, said: str) -> Reply | None:
    records = held(asked)
    work = Work(asked, records[0]) if records else None
    if work is None or not work.stands:
        return None
    change = Marks(asked.reader.spoken, work.scale[0]).change(said)
    row = row_named(work, change.words) or row_within(work, change.words) if change else None
    if change is None or row is None:
        return None
    taken = given_mark(work, row, change.mark)
    return steps.answered(row, taken)


def _one_mark(work: Work, row: Row) -> Reply:
    if row.mark is None:
        told = say.no_mark(row.name, work.against)
    else:
        told = say.your_mark(row.name, row.mark, work.against, work.day(work.body.finished or work.record.saved or work.body.begun))
    if work.body.finished:
        return result.show(work, told)
    waits = _waiting(work)
    return asking.ask(work, waits, told) if waits else asking.all_rows(work, told)


def _waiting(work: Work) -> Row | None:
    """The row that waits for a mark: a look at another one leads back to it."""
    focus = work.asked.turn.memory.focus
    if focus is None or focus.dialog != NAME or focus.record != work.record.id or not focus.step.startswith(ROW):
        return None
    return work.body.row(focus.step.removeprefix(ROW))
