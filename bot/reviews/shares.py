"""What becomes of a share: made, renewed, claimed, confirmed, opened, taken back; and what of it still stands at a moment."""

from collections.abc import Iterable
from typing import Literal

from bot.assessment.evidence import Evidence
from bot.assessment.model import Assessment
from bot.development.dossier import Dossier
from bot.development.plan import PlanEntry
from bot.people.joint import Item, Share
from bot.people.records import Record

State = Literal["open", "waits", "claimed", "over", "ended"]
Kind = Literal["assessment", "plan", "dossier"]
LASTS: dict[str, int] = {"7": 7, "28": 28, "91": 91, "182": 182}
"""For how many days something can be shared, by the value of the choice."""
USUAL = "28"
LONGEST_LINE = 500
MOST_OPENED = 20
"""So many times that it was opened are told; the audit has them all."""
ONE_LOOK = 3600.0
"""Seconds in which whatever is opened under a share is one look at it."""
KEPT_ENDED = 90 * 86_400.0
"""Seconds after its end for which a share is still listed to its owner; then it goes."""
_KINDS: dict[str, Kind] = {Assessment.kind: "assessment", PlanEntry.kind: "plan", Dossier.kind: "dossier"}


def kind_of(share: Share) -> Kind:
    """What it is a share of: its first item says so, evidence comes after it."""
    return _KINDS[share.items[0].kind]


def record_of(share: Share) -> str:
    """The id of the assessment or dossier that is shared; for a plan that of its first entry."""
    return share.items[0].id


def evidence_of(share: Share) -> frozenset[str]:
    """The ids of the evidence that is shared with it."""
    return frozenset(item.id for item in share.items if item.kind == Evidence.kind)


def state(share: Share, now: float) -> State:
    """How it stands: open, waiting for its code to be used, for the owner to say who that was, over, or taken back."""
    if share.ended is not None:
        return "ended"
    if now >= share.until or (not share.viewer and now >= share.claim_until):
        return "over"
    if share.confirmed:
        return "open"
    return "claimed" if share.viewer else "waits"


def same_thing(share: Share, viewer: str, kind: Kind, record: str) -> bool:
    """Whether it shares the same thing with the same person: then it is renewed, and no second one is made."""
    same = kind_of(share) == kind and (kind == "plan" or record_of(share) == record)
    return same and bool(viewer) and share.viewer == viewer


def over_since(share: Share) -> float:
    """When it ended, or will end by itself (seconds since 1970)."""
    if share.ended is not None:
        return min(share.ended, share.until)
    return share.until if share.viewer else min(share.until, share.claim_until)


def renewed(share: Share, items: tuple[Item, ...], line: str, until: float) -> Share:
    """Shared again: what it holds, until when, and the line are as they were said now."""
    return share.with_(items=items, line=line or share.line, until=until, ended=None)  # type: ignore[no-any-return]


def same_look(share: Share, now: float) -> bool:
    """Whether somebody who looks now goes on with the look before: that is told of once, and is one line of the audit."""
    return bool(share.opened) and 0 <= now - share.sitting < ONE_LOOK


def opened(share: Share, name: str, now: float) -> Share:
    """The viewer looked; their name is as the channel gives it. A look within an hour moves the last moment, and counts no more."""
    before, began = (share.opened[:-1], share.sitting) if same_look(share, now) else (share.opened, now)
    looks = (*before, now)[-MOST_OPENED:]
    return share.with_(viewer_name=name or share.viewer_name, opened=looks, sitting=began)  # type: ignore[no-any-return]


def claimed(share: Share, viewer: str, name: str) -> Share:
    """Somebody used the code, which is used up by that; they see nothing before the owner says who they are."""
    return share.with_(viewer=viewer, viewer_name=name, code="", confirmed=False)  # type: ignore[no-any-return]


def newest_first(shares: Iterable[Record[Share]], now: float) -> tuple[Record[Share], ...]:
    """In the order they are listed: those that stand, the newest first, then those that are over."""
    return tuple(sorted(shares, key=lambda each: (state(each.body, now) in {"over", "ended"}, -each.body.made)))
