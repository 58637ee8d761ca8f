"""What is said of a review whatever else waits: see both sides, send mine, what did we agree, I agree."""

from collections.abc import Callable, Mapping, Sequence

from bot.cards.payloads import Move
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.reviewing import agreeing, beside, rating
from bot.dialogs.reviewing.work import NAME, Work, find, noted
from bot.dialogs.sharing import looking, named
from bot.dialogs.sharing.basis import review_of
from bot.phrases.en import reviewing as say
from bot.reviews import review as reviews
from bot.reviews.review import Review
from bot.understanding.sharing import Wish


def wishes(asked: Asked, text: str) -> Reply | None:
    """The answer to a wish about a review; None where it is none, or there is no review that it can mean."""
    if asked.reader.pressing.is_("agree", text):
        works = meant(asked, text)
        return _of_several(asked, [work for work in works if _waits_for_yes(work)], _yes) or _of_several(asked, works, _agreed)
    wish = asked.reader.sharing.wish(asked.reader.pressing.bare(text)) or _sent_at_hand(asked, text)
    if wish is None or wish not in _WISHES:
        return None
    first, carried_out = _WISHES[wish]
    works = meant(asked, text)
    return _for_one(works, first, carried_out) or _of_several(asked, works, carried_out)


def _sent_at_hand(asked: Asked, text: str) -> Wish | None:
    """ "Send it", while a review is what is at hand."""
    at = asked.turn.memory.focus
    return "send" if at is not None and at.dialog == NAME and asked.reader.pressing.is_("send_it", text) else None


def meant(asked: Asked, said: str) -> list[Work]:
    """The reviews that words may mean: those of whom they name, else all."""
    shares = named(asked, said)
    ids = [found.id for each in shares if (found := review_of(asked, each))] or [each.id for each in asked.turn.joints.all(Review)]
    return [work for id_ in ids if (work := find(asked, id_))]


def _for_one(works: Sequence[Work], fits: Callable[[Work], bool], carried_out: Callable[[Work], Reply]) -> Reply | None:
    """The wish carried out, where it can be for just one of them."""
    fitting = [work for work in works if fits(work)]
    return noted(fitting[0], carried_out(fitting[0])) if len(fitting) == 1 else None


def _of_several(asked: Asked, works: Sequence[Work], carried_out: Callable[[Work], Reply]) -> Reply | None:
    """One that stands otherwise says how; of several, the person chooses."""
    if len(works) == 1:
        return noted(works[0], carried_out(works[0]))
    return looking.listed(asked) if works else None


def _waits_for_yes(work: Work) -> bool:
    return work.body.revealed and bool(work.body.agreement.agreed) and work.who not in work.body.agreement.agreed


def _yes(work: Work) -> Reply:
    """Yes to what was written down and told: the answer says all of it once more."""
    return agreeing.yes(work, Move(NAME, "yes", work.record.id, agreeing.version_of(work.record.body.agreement)))


def _is_agreed(work: Work) -> bool:
    return work.body.revealed and bool(work.body.agreement.agreed)


def _agreed(work: Work) -> Reply:
    return agreeing.standing(work) if _is_agreed(work) else beside.shown(work, say.NOTHING_AGREED)


def _is_revealed(work: Work) -> bool:
    return work.body.revealed


def _may_be_sent(work: Work) -> bool:
    return work.mine.sent is None if not work.owns else not work.body.revealed


def _send(work: Work) -> Reply:
    """One's own side goes in; what is not rated yet is shown first, for what is sent stays as it is."""
    if work.owns:
        return beside.send_own(work, Move(NAME, "own", work.record.id))
    waits = work.mine.sent is None and reviews.next_row(work.record.body) is not None
    return rating.rows(work) if waits else rating.send(work)


def _may_be_rated(work: Work) -> bool:
    return not work.owns and work.mine.sent is None


_WISHES: Mapping[Wish, tuple[Callable[[Work], bool], Callable[[Work], Reply]]] = {
    "both": (_is_revealed, beside.shown),
    "rate": (_may_be_rated, rating.opened),
    "send": (_may_be_sent, _send),
    "agreed": (_is_agreed, _agreed),
}
"""For each wish, the reviews that it fits best, and what is done with the one that is meant."""
