"""What a person shares: the list, one share with when it was opened, taken back in one press, and shared again."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards.payloads import Move
from bot.cards.view import Button, Line, Row, Section, View
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.sharing import choosing, making
from bot.dialogs.sharing.basis import NAME, ask_share, clock, day, gone, now, own, own_share, press, review_of, to_list
from bot.dialogs.sharing.choosing import Wanted
from bot.dialogs.sharing.things import EVIDENCE, key_of
from bot.people.joint import Share
from bot.people.records import Record
from bot.phrases.en import sharing as say
from bot.reviews.review import Review
from bot.reviews.shares import evidence_of, kind_of, newest_first, over_since, record_of, state

MOST_LISTED = 15
STANDING = frozenset({"open", "waits", "claimed"})


def listed(asked: Asked, said: str = "") -> Reply:
    """All that is shared, with whom, until when, and whether it was opened; what is over comes after it."""
    shares = newest_first(own(asked), now(asked))[:MOST_LISTED]
    standing = standing_of(asked)
    told = say.list_told(len(standing))
    text = f"{said} {told}".strip() if not said or not standing else said
    rows = tuple(Row(_title(each), Move(NAME, "one", each.id), _state(asked, each)) for each in shares)
    lead = f"{text} {say.LIST_LEAD}" if rows and not said else text
    return replace(answer(View(say.LIST_TITLE, lead, rows=rows, buttons=(ask_share(asked),)), text), focus=None)


def standing_of(asked: Asked) -> tuple[Record[Share], ...]:
    """The shares that are not over."""
    return tuple(each for each in own(asked) if state(each.body, now(asked)) in STANDING)


def pressed_list(asked: Asked, _: Move) -> Reply:
    """The list, from a button."""
    return listed(asked)


def one(asked: Asked, move: Move) -> Reply:
    """One share."""
    share = own_share(asked, move.record)
    return gone(asked) if share is None else replace(shown(asked, share), replaces=True)


def shown(asked: Asked, share: Record[Share], said: str = "") -> Reply:
    """One share, with when it was opened and what can be done about it."""
    body = share.body
    opened = say.opened_at([clock(asked, at) for at in body.opened])
    is_open = state(body, now(asked)) == "open"
    stands = f"{opened} {say.lasts(day(asked, body.until))}" if is_open else f"{_state(asked, share)}."
    text = f"{said} {_title(share)}. {stands}".strip()
    lines = (opened, *((say.LOOKS_COUNT,) if body.opened else ()), *((say.line_told(body.line),) if body.line else ()), say.ONLY_LOOK)
    view = View(_title(share), f"{said} {_state(asked, share)}.".strip(), (Section(lines=tuple(map(Line, lines))),))
    return replace(answer(replace(view, buttons=_buttons(asked, share)), text), focus=None)


def end(asked: Asked, move: Move) -> Reply:
    """Taken back, at once."""
    share = own_share(asked, move.record)
    return gone(asked) if share is None else replace(taken_back(asked, share), replaces=True)


def taken_back(asked: Asked, share: Record[Share]) -> Reply:
    """Nobody sees it any more; it can be shared again."""
    over = state(share.body, now(asked)) not in STANDING
    ended = share if over else share.with_(ended=now(asked), code="")
    review = review_of(asked, share)
    left = _left_of(review.body) if review else ""
    to_review = (_to_review(review),) if review else ()
    buttons = (Button(say.SHARE_AGAIN, Move(NAME, "again", share.id)), *to_review, to_list())
    sections = (Section(say.OF_REVIEW, (Line(left),)),) if left else ()
    view = View(_title(share), say.TAKEN_BACK, sections, buttons=buttons)
    text = f"{_title(share)}: {say.TAKEN_BACK} {left}".strip()
    return replace(answer(view, text), saves=() if over else (ended,), focus=None)


def in_words(asked: Asked, said: str, latest: str = "") -> Reply:
    """ "Stop sharing": at once where there is only one thing that may be meant, such as the `latest` share, else which."""
    standing = standing_of(asked)
    words = {word.strip(".,!?").casefold() for word in said.split()}
    named = [each for each in standing if words & set(each.body.viewer_name.casefold().split())]
    capitals = [word for word in said.split()[1:] if word[:1].isupper() and len(word) > 1]
    unnamed = [each for each in standing if each.id == latest] or standing
    meant = named or ([] if capitals else unnamed)  # a name of nobody who sees something is not taken for somebody else
    return taken_back(asked, meant[0]) if len(meant) == 1 else listed(asked, say.WHICH_BACK if standing else "")


def again(asked: Asked, move: Move) -> Reply:
    """Shared again: what they would see is shown first, as it is by now."""
    share = own_share(asked, move.record)
    if share is None:
        return gone(asked)
    kind = kind_of(share.body)
    what = (key_of(kind, record_of(share.body)), *((EVIDENCE,) if evidence_of(share.body) else ()))
    wish = Wanted(what, share.body.viewer if share.body.confirmed else "", line=share.body.line, blind=share.body.blind)
    problem = choosing.fault(asked, wish, by_code=False)
    reply = choosing.form(asked, wish, problem) if problem else choosing.confirm(asked, wish)
    return replace(reply, replaces=True)


def code(asked: Asked, move: Move) -> Reply:
    """A new code for what waits; the one before opens nothing any more."""
    share = own_share(asked, move.record)
    if share is None or state(share.body, now(asked)) != "waits":
        return gone(asked) if share is None else replace(shown(asked, share), replaces=True)
    return making.new_code_for(asked, together(asked, share))


def together(asked: Asked, share: Record[Share]) -> Sequence[Record[Share]]:
    """The share and those that were made with it for one code, the one that carries the code first."""
    made_as = share.id.rpartition("-")[0]
    claimed = bool(share.body.viewer)  # then the code was used in time, and that counts for all that was made with it
    waiting = [
        each
        for each in own(asked)
        if each.id.rpartition("-")[0] == made_as
        and not each.body.confirmed
        and (each.body.ended is None and now(asked) < each.body.until if claimed else state(each.body, now(asked)) == "waits")
    ]
    return sorted(waiting, key=lambda each: (not each.body.code and not each.body.viewer, each.id))


def _buttons(asked: Asked, share: Record[Share]) -> tuple[Button, ...]:
    back = Button(say.TAKE_BACK, Move(NAME, "end", share.id), "destructive")
    review = review_of(asked, share)
    to_review = (_to_review(review),) if review else ()
    match state(share.body, now(asked)):
        case "open":
            return (back, *to_review, to_list())
        case "claimed":
            return (Button(say.CONFIRM_THEM, press(asked, "confirm", share.id)), Button(say.NOT_THEM, press(asked, "refuse", share.id)))
        case "waits":
            return (Button(say.NEW_CODE, press(asked, "code", share.id)), back, to_list())
        case _:
            return (Button(say.SHARE_AGAIN, Move(NAME, "again", share.id)), *to_review, to_list())


def _to_review(review: Record[Review]) -> Button:
    return Button(say.OPEN_REVIEW, Move("review", "open", review.id))


def _left_of(review: Review) -> str:
    """What remains of the review that came with it, for its owner."""
    agreed = review.agreement
    if agreed.rows or agreed.development:
        return say.AGREED_STAYS if agreed.settled else say.UNSETTLED_STAYS
    return say.BOTH_STAY if review.revealed else say.BLIND_STAYS


def _title(share: Record[Share]) -> str:
    name = (share.body.viewer_name or say.CHOSEN) if share.body.viewer else say.WHOEVER
    return say.row(say.KINDS[kind_of(share.body)], name)


def _state(asked: Asked, share: Record[Share]) -> str:
    standing = state(share.body, now(asked))
    at = share.body.claim_until if standing == "waits" else over_since(share.body)
    return say.state(standing, day(asked, at), len(share.body.opened))
