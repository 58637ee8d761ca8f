"""Words said under a result: which rows matter most, and what is done for a high mark."""

from bot.dialogs.assessing import high_marks, result
from bot.dialogs.assessing.answers import Taken, with_words
from bot.dialogs.assessing.naming import rows_named
from bot.dialogs.assessing.work import Work
from bot.dialogs.reply import Reply
from bot.phrases.en import assessed as say

LEAST_WORDS = 3


def at_result(work: Work, text: str) -> Reply | None:
    """The answer to words meant for the result; None for all others."""
    spoken = work.asked.reader.spoken
    waiting = high_marks.waiting(work)
    if waiting and spoken.is_("nothing", text):
        return result.show(work, say.AS_IT_WAS)
    named = spoken.after("priorities", text)
    rows = rows_named(work, text if named is None else named)
    if rows:
        return result.choose(work, [row.id for row in rows if row.mark is not None])
    if waiting and spoken.tells(text) and len(text.split()) >= LEAST_WORDS:
        return _evidence(work, text)
    return None


def _evidence(work: Work, text: str) -> Reply:
    """Of one high mark it is the evidence; of several, the box of the first is shown with it."""
    waiting = high_marks.waiting(work)
    if len(waiting) > 1:
        return high_marks.form(work, say.WHICH_OF_THEM, {waiting[0].id: text.strip()})
    taken = with_words(Taken(work), waiting[0], text.strip())
    if taken.problem:
        return high_marks.form(work, taken.problem, {waiting[0].id: taken.typed.evidence or ""})
    return result.show(taken.work, taken.said)
