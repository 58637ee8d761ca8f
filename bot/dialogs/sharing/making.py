"""Shared: a share for each thing, renewed where that person has it already; or a code, of which only the digest is kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.assessment.model import Assessment
from bot.cards.payloads import Move
from bot.cards.view import Button, Line, Section, View
from bot.dialogs import presses
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply, Tell
from bot.dialogs.sharing import choosing
from bot.dialogs.sharing.basis import NAME, ask_share, day, end_of_day, now, own, review_of, to_list
from bot.dialogs.sharing.choosing import CODE, HOW, Wanted, chosen, wanted
from bot.dialogs.sharing.telling import invitation, names
from bot.dialogs.sharing.things import EVIDENCE, Thing
from bot.dialogs.turn import Focus
from bot.people.joint import Share
from bot.people.records import Record
from bot.phrases.en import sharing as say
from bot.reviews.codes import CLAIMED_WITHIN, code_digest, new_code
from bot.reviews.review import Review, begun, review_id
from bot.reviews.shares import LASTS, kind_of, record_of, renewed, same_thing

MADE = "made"
"""The step at which something has just been shared, and may be taken back in words."""
TOLD_AGAIN = 3600.0
"""Seconds within which nobody is told twice of what they may see already."""


@dataclass(frozen=True, slots=True)
class _Shared:
    """One share, the review that begins with it, and whether the other is to be told of it."""

    share: Record[Share]
    review: Record[Review] | None = None
    news: bool = True


def make(asked: Asked, move: Move) -> Reply:
    """Share what was shown; the same press again shares nothing anew."""
    wish, by_code = wanted(move), move.field(HOW) == CODE
    done = [each for each in own(asked) if presses.seen(each.body.presses, move)]
    if done:
        return replace(_again(asked, done, by_code=by_code), replaces=True)
    problem = choosing.fault(asked, wish, by_code=by_code)
    if problem:
        return replace(choosing.form(asked, wish, problem), replaces=True)
    reply = _by_code(asked, move, wish) if by_code else _with_person(asked, move, wish)
    return replace(reply, replaces=True)


def review_for(asked: Asked, share: Record[Share]) -> Record[Review] | None:
    """The review that begins with a blind share of an assessment; None where there is nothing to review."""
    record = asked.turn.records.find(Assessment, record_of(share.body)) if kind_of(share.body) == "assessment" else None
    if record is None or not share.body.blind:
        return None
    body = share.body
    review = begun(record, share.id, asked.turn.person, asked.turn.name, now(asked))
    return Record(review_id(share.id), review.with_(viewer=body.viewer, viewer_name=body.viewer_name))


def new_code_for(asked: Asked, shares: Sequence[Record[Share]]) -> Reply:
    """Another code for what waits to be claimed: the one before opens nothing any more."""
    code, moment = new_code(asked.turn.new_secret()), now(asked)
    first = shares[0].with_(code=code_digest(code), claim_until=min(moment + CLAIMED_WITHIN, shares[0].body.until))
    rest = [each.with_(claim_until=first.body.claim_until) for each in shares[1:]]
    return replace(_code_told(asked, code, first.body.claim_until), saves=(first, *rest), replaces=True)


def _with_person(asked: Asked, move: Move, wish: Wanted) -> Reply:
    id_ = asked.turn.new_id()
    made = [_one(asked, move, wish, thing, f"{id_}-{number}") for number, thing in enumerate(chosen(asked, wish))]
    shares = [each.share for each in made]
    reviews = [each.review for each in made if each.review is not None]
    told = (Tell(wish.who, invitation(asked, shares)),) if any(each.news for each in made) else ()
    return replace(_shared(asked, shares), saves=(*shares, *reviews), tells=told)


def _one(asked: Asked, move: Move, wish: Wanted, thing: Thing, id_: str) -> _Shared:
    """A share of one thing: the one that person has of it already, renewed, or a new one."""
    there = next((each for each in own(asked) if same_thing(each.body, wish.who, thing.kind, thing.items[0].id)), None)
    items, until = thing.shared(evidence=EVIDENCE in wish.what), end_of_day(asked, LASTS[wish.until])
    if there is None:
        share = _new(asked, wish, thing, id_).with_(viewer=wish.who, confirmed=True)
    else:  # whoever has seen the marks cannot rate them unseen any more
        body = renewed(there.body, items, wish.line, until)
        share = replace(there, body=body.with_(blind=body.blind and wish.blind, owner_name=asked.turn.name, confirmed=True, code=""))
    share = share.with_(presses=presses.noted(share.body.presses, move))
    wants = thing.record is not None and share.body.blind and (there is None or review_of(asked, there) is None)
    open_already = there is not None and there.body.is_open(now(asked)) and now(asked) - there.saved < TOLD_AGAIN
    return _Shared(share, review_for(asked, share) if wants else None, news=not open_already)


def _new(asked: Asked, wish: Wanted, thing: Thing, id_: str) -> Record[Share]:
    share = Share(
        owner=asked.turn.person,
        owner_name=asked.turn.name,
        items=thing.shared(evidence=EVIDENCE in wish.what),
        line=wish.line,
        until=end_of_day(asked, LASTS[wish.until]),
        blind=wish.blind,
        made=now(asked),
    )
    return Record(id_, share)


def _by_code(asked: Asked, move: Move, wish: Wanted) -> Reply:
    """One code for all that was chosen: the first share carries it, the others wait beside it."""
    code, moment = new_code(asked.turn.new_secret()), now(asked)
    picked, id_ = chosen(asked, wish), asked.turn.new_id()
    until = min(moment + CLAIMED_WITHIN, end_of_day(asked, LASTS[wish.until]))
    shares = [_new(asked, wish, thing, f"{id_}-{number}").with_(claim_until=until) for number, thing in enumerate(picked)]
    shares = [each.with_(presses=presses.noted((), move)) for each in shares]
    shares[0] = shares[0].with_(code=code_digest(code))
    return replace(_code_told(asked, code, until), saves=tuple(shares))


def _code_told(asked: Asked, code: str, until: float) -> Reply:
    text = say.code_made(code)
    lines = (say.code_until(day(asked, until)), say.CODE_RULES, say.CODE_ONCE)
    view = View(say.CODE_TITLE, text, (Section(lines=tuple(map(Line, lines))),), buttons=(to_list(),))
    return replace(answer(view, text), focus=None)


def _shared(asked: Asked, shares: Sequence[Record[Share]]) -> Reply:
    body = shares[0].body
    text = say.shared(names(shares), body.viewer_name, day(asked, body.until))
    back = Button(say.TAKE_BACK, Move(NAME, "end", shares[0].id)) if len(shares) == 1 else to_list()
    buttons = (back, *((to_list(),) if len(shares) == 1 else ()), ask_share(asked))
    lines = (Line(say.EACH_LOOK),)
    focus = Focus(NAME, shares[0].id, MADE, now(asked)) if len(shares) == 1 else None
    return replace(answer(View(say.TITLE, text, (Section(lines=lines),), buttons=buttons), text), focus=focus)


def _again(asked: Asked, done: Sequence[Record[Share]], *, by_code: bool) -> Reply:
    if not by_code:
        return _shared(asked, done)
    renew = Button(say.NEW_CODE, Move(NAME, "code", done[0].id, nonce=asked.turn.new_id()))
    return replace(answer(View(say.CODE_TITLE, say.CODE_SHOWN, buttons=(renew, to_list())), say.CODE_SHOWN), focus=None)
