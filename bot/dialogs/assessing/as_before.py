"""A row marked as it was last time: "same as last time"."""

from bot.assessment.model import Assessment, Row
from bot.assessment.result import last_before
from bot.dialogs.assessing import asking, steps
from bot.dialogs.assessing.answers import given_mark
from bot.dialogs.assessing.work import Work
from bot.dialogs.reply import Reply
from bot.phrases.en import assessing as say
from bot.understanding.marks import Marked


def as_before(work: Work, row: Row) -> Reply:
    """The mark of the finished assessment before, against the same role; where there is none, the row is asked again."""
    earlier = last_before(work.asked.turn.records.all(Assessment), work.record)
    there = earlier.body.row(row.id) if earlier else None
    if there is None or there.mark is None:
        return asking.ask(work, row, say.NOT_MARKED_BEFORE)
    return steps.answered(row, given_mark(work, row, Marked(there.mark)))
