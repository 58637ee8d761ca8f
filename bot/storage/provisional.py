"""What goes by itself: drafts that nobody goes on with, what was deleted and can be had back for a while, and shares that are over.

It is stored beside each record, so that the purge finds what may be over and does not read all that is kept.
"""

from bot.development.occasions import DRAFTS, is_draft
from bot.people.joint import Joint, Share
from bot.people.records import Body
from bot.reviews.shares import over_since
from bot.vacancies.draft import Draft

MAY_BE_DRAFTS: tuple[type[Body], ...] = (*DRAFTS, Draft)
NEVER = 1e12
"""Seconds since 1970: what is kept until somebody deletes it."""


def was_begun(body: Body) -> bool:
    """Whether it was begun and not gone on with."""
    return is_draft(body) or (isinstance(body, Draft) and body.done is None)


def was_deleted(body: Body) -> bool:
    """Whether it was deleted, and can be had back."""
    return getattr(body, "deleted", None) is not None


def going(body: Body, saved: float) -> dict[str, float | None]:
    """The columns that say when a record was saved last as a draft, and as deleted; None where it is neither."""
    deleted = was_deleted(body)
    return {"begun": saved if was_begun(body) and not deleted else None, "deleted": saved if deleted else None}


def over(body: Joint) -> float:
    """When what two people hold is over (seconds since 1970)."""
    return over_since(body) if isinstance(body, Share) else NEVER
