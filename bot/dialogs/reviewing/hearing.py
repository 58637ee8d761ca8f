"""Words said while a row waits for the reviewer's mark: a mark, a step, a comment. Questions are left alone."""

from collections.abc import Callable, Mapping

from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.reviewing import rating
from bot.dialogs.reviewing.work import ROW, Work, find, noted
from bot.dialogs.turn import Focus
from bot.reviews.review import Rating, Subject, row_before
from bot.understanding.marks import Marks, reason
from bot.understanding.reading import Outcome, Understood
from bot.understanding.spoken import Way

STALE = 24 * 3600.0  # seconds; what was asked longer ago may be forgotten
LEAST_WORDS = 2  # a single word is no comment
_AT_ROW: Mapping[Way, Callable[[Work, Subject], Reply]] = {
    "skip": rating.given_up,
    "back": rating.before,
    "go_on": rating.ask,
}
_LISTS: tuple[Way, ...] = ("rows", "later", "done", "finish_now")


def hears(asked: Asked, at: Focus, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """The answer to words that are meant for the ratings; None for all others."""
    work = find(asked, at.record)
    if work is None or work.owns or work.mine.sent is not None or asked.turn.now.timestamp() - at.since > STALE:
        return None
    spoken = asked.reader.spoken
    row = work.record.body.row(at.step.removeprefix(ROW)) if at.step.startswith(ROW) else None
    if at.step == rating.ROWS and spoken.is_("go_on", text):
        return noted(work, rating.opened(work))
    if any(spoken.is_(way, text) for way in _LISTS):
        return rating.rows(work)
    if row is None:
        return None
    step = next((step for way, step in _AT_ROW.items() if spoken.is_(way, text)), None)
    return step(work, row) if step else _reason_before(work, at, row, text) or _answer(work, row, text, read)


def _reason_before(work: Work, at: Focus, row: Subject, text: str) -> Reply | None:
    """The reason for the mark given just before: the row was asked in the turn that saved it, and has nothing of its own yet."""
    told, before = reason(work.asked.reader.spoken, text), row_before(work.record.body, row.id)
    fresh = work.record.saved >= at.since and work.mine.of(row.id) == Rating(row=row.id)
    if not told or not fresh or before is None or work.mine.of(before.id).mark is None:
        return None
    given = rating.with_comment(rating.Given(work), before, told)
    return rating.answered(before, given) if given.problem else rating.ask(given.work, row, given.said)


def _answer(work: Work, row: Subject, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """A mark with what is said beside it, or a comment alone."""
    spoken = work.asked.reader.spoken
    mark = Marks(spoken, work.scale).heard(text)
    if mark is not None:
        return rating.answered(row, rating.marked(work, row, mark))
    if spoken.asks(text) or len(text.split()) < LEAST_WORDS or isinstance(read(), Understood):
        return None
    return rating.answered(row, rating.with_comment(rating.Given(work), row, text.strip()))
