"""A code is claimed: used up by the first who types it, shown to nobody before its owner has said who that is; wrong tries are counted."""

from dataclasses import replace

from bot.cards.payloads import Move
from bot.cards.view import Button, Line, Section, View
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply, Tell
from bot.dialogs.sharing.basis import gone, now, own, own_share, press, to_list, to_shared
from bot.dialogs.sharing.listing import shown, together
from bot.dialogs.sharing.making import review_for
from bot.dialogs.sharing.telling import invitation
from bot.people.joint import Share
from bot.people.records import Record
from bot.phrases.en import sharing as say
from bot.reviews.codes import Tries, code_digest
from bot.reviews.shares import claimed, kind_of, record_of, same_thing, state

MINE = "mine"


def claim(asked: Asked, code: str) -> Reply:
    """Somebody typed a code."""
    tries = asked.turn.records.find(Tries, MINE) or Record(MINE, Tries())
    if not tries.body.may_try(now(asked)):
        return _plain(say.TOO_MANY)
    found = asked.turn.joints.claimable(code_digest(code))
    if found is None:
        return replace(_plain(say.WRONG_CODE), saves=(replace(tries, body=tries.body.missed(now(asked))),))
    if found.body.owner == asked.turn.person:
        return _plain(say.OWN_CODE)
    share = replace(found, body=claimed(found.body, asked.turn.person, asked.turn.name))
    drops = (tries,) if tries.version else ()
    return replace(_plain(say.CLAIMED), saves=(share,), drops=drops, tells=(Tell(share.body.owner, _question(asked, share)),))


def how(_: Asked) -> Reply:
    """Somebody has a code, and did not type it yet."""
    return _plain(say.TYPE_IT)


def confirm(asked: Asked, move: Move) -> Reply:
    """The owner says that it is who they meant: now that person may look, at this and at what was made with it."""
    share = own_share(asked, move.record)
    if share is None or state(share.body, now(asked)) != "claimed":
        return gone(asked) if share is None else replace(shown(asked, share), replaces=True)
    viewer, name = share.body.viewer, share.body.viewer_name
    shares = tuple(_confirmed(asked, each, viewer, name) for each in together(asked, share))
    before = tuple(each.with_(ended=now(asked)) for each in own(asked) if _replaced(asked, each, shares))
    reviews = tuple(review for each in shares if (review := review_for(asked, each)) is not None)
    reply = answer(View(say.CLAIM_TITLE, say.confirmed(name), buttons=(to_list(),)), say.confirmed(name))
    told = Tell(viewer, invitation(asked, shares))
    return replace(reply, replaces=True, focus=None, saves=(*shares, *before, *reviews), tells=(told,))


def _confirmed(asked: Asked, share: Record[Share], viewer: str, name: str) -> Record[Share]:
    """Open for the one who used its code; whoever has seen the marks cannot rate them unseen any more."""
    same = (each.body for each in own(asked) if same_thing(each.body, viewer, kind_of(share.body), record_of(share.body)))
    blind = share.body.blind and all(each.blind for each in same)
    return share.with_(viewer=viewer, viewer_name=name, confirmed=True, code="", blind=blind)


def refuse(asked: Asked, move: Move) -> Reply:
    """It is somebody else: the code is used up, and nothing was shown."""
    share = own_share(asked, move.record)
    if share is None or state(share.body, now(asked)) != "claimed":
        return gone(asked) if share is None else replace(shown(asked, share), replaces=True)
    ended = tuple(each.with_(ended=now(asked), code="") for each in together(asked, share))
    reply = answer(View(say.CLAIM_TITLE, say.REFUSED, buttons=(to_list(),)), say.REFUSED)
    return replace(reply, replaces=True, focus=None, saves=ended)


def _question(asked: Asked, share: Record[Share]) -> Reply:
    """What the owner is asked. The notification names nobody."""
    yes = Button(say.CONFIRM_THEM, press(asked, "confirm", share.id))
    no = Button(say.NOT_THEM, press(asked, "refuse", share.id))
    lines = (Section(lines=(Line(say.KINDS[kind_of(share.body)].capitalize()),)),)
    return answer(View(say.CLAIM_TITLE, say.used_by(share.body.viewer_name), lines, buttons=(yes, no)), say.NOTIFIED_CLAIM)


def _replaced(asked: Asked, share: Record[Share], by: tuple[Record[Share], ...]) -> bool:
    """Whether that person had the same thing already: one share of it is enough, so that taking it back takes it back."""
    if any(each.id == share.id for each in by) or state(share.body, now(asked)) != "open":
        return False
    return any(same_thing(share.body, each.body.viewer, kind_of(each.body), record_of(each.body)) for each in by)


def _plain(text: str) -> Reply:
    return replace(answer(View(say.CODE_TITLE, text, buttons=(to_shared(),)), text), focus=None)
