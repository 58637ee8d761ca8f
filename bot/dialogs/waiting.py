"""What waits for a person, after "what do I need to do?": reviews, what was begun and left, what is past its date."""

from collections.abc import Iterator
from dataclasses import replace

from bot.cards.payloads import Ask, Move
from bot.cards.view import Row, View
from bot.development.plan import PlanEntry
from bot.dialogs import small_talk
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.assessing.start import unfinished
from bot.dialogs.assessing.work import NAME as ASSESSMENT
from bot.dialogs.holding import day_of
from bot.dialogs.record_dialog import RecordDialog
from bot.dialogs.reply import STAYS, Reply
from bot.dialogs.reviewing.work import Work, find
from bot.dialogs.sharing import looking
from bot.dialogs.sharing.basis import review_of, with_me
from bot.dialogs.vacancy.work import held as drafts
from bot.people.joint import Share
from bot.people.records import Record
from bot.phrases.en import waiting as say
from bot.reviews.review import Review
from bot.understanding.reading import Intent, Reading

MOST = 10
MOST_SHARES = 2  # more that nobody opened are one line, or they would hide the rest


def wishes(asked: Asked, text: str) -> Reply | None:
    """The answer to "what do I need to do?", said alone; what waits for words goes on waiting."""
    if not asked.reader.pressing.is_("waiting", asked.reader.pressing.bare(text)):
        return None
    rows = tuple(row for part in (_reviews, _shares, _assessment, _plan, _drafts) for row in part(asked))
    if not rows:
        return replace(small_talk.suggested(asked, say.TITLE, say.NOTHING), focus=STAYS)
    told = say.waits(len(rows), MOST)
    return replace(answer(View(say.TITLE, told, rows=rows[:MOST]), told), focus=STAYS)


def _reviews(asked: Asked) -> Iterator[Row]:
    """Reviews that wait for one's own ratings, or for one's yes."""
    for record in asked.turn.joints.all(Review):
        work = find(asked, record.id)
        if work is None:
            continue
        if not work.owns and work.mine.sent is None:
            yield Row(say.rate(work.other_name), Move("review", "open", record.id), _rated(work))
        elif work.body.revealed and work.body.agreement.agreed and work.who not in work.body.agreement.agreed:
            yield Row(say.say_yes(work.other_name), Move("review", "open", record.id))


def _rated(work: Work) -> str:
    done = sum(not each.open for each in work.mine.ratings)
    return say.rated(done, len(work.body.rows))


def _shares(asked: Asked) -> Iterator[Row]:
    """What others share, and was never opened; what is to be rated is told of as that."""
    new = [each for each in with_me(asked) if not each.body.opened and not _to_rate(asked, each)]
    if len(new) > MOST_SHARES:
        yield Row(say.THEIRS, Move("share", "shared"), say.not_opened(len(new)))
    else:
        yield from (looking.row(asked, each) for each in new)


def _to_rate(asked: Asked, share: Record[Share]) -> bool:
    review = review_of(asked, share)
    return review is not None and find(asked, review.id) is not None


def _assessment(asked: Asked) -> Iterator[Row]:
    """A self-assessment that is not finished."""
    work = unfinished(asked)
    if work is not None:
        detail = say.marked(len(work.body.marked), len(work.body.walked))
        yield Row(say.CARRY_ON_ROWS, Move(ASSESSMENT, "go_on", work.record.id), detail)


def _plan(asked: Asked) -> Iterator[Row]:
    """Entries of the plan that are past their date."""
    today = day_of(asked.turn, asked.turn.now.timestamp())
    late = sum(each.body.overdue(today) for each in asked.turn.records.all(PlanEntry))
    if late:
        yield Row(say.PLAN, Ask(Reading(asked.framework.id, Intent.SHOW_PLAN)), say.overdue(late))


def _drafts(asked: Asked) -> Iterator[Row]:
    """Job descriptions that are not finished."""
    yield from (Row(say.draft(case.name), case.move("open", case.body.step)) for case in drafts(asked) if case.body.done is None)


WAITING = RecordDialog("waiting", {}, wishes=wishes)
