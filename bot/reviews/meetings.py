"""The days on which two people meet again after a review, as occasions to be reminded of; beside those of a person's own records."""

from collections.abc import Iterable

from bot.assessment.model import Assessment
from bot.development.occasions import REMINDED_OF as OF_RECORDS
from bot.development.occasions import occasions
from bot.development.plan import PlanEntry
from bot.people.joint import Joints
from bot.people.records import Record, Records
from bot.people.reminders import Occasion
from bot.reviews.review import Review

REMINDED_OF = OF_RECORDS | {Review.kind}
"""The kinds of record that reminders come from."""


def all_occasions(records: Records, joints: Joints, person: str) -> tuple[Occasion, ...]:
    """All that a person (an Entra object id) may be reminded of. Raises UnreadableRecord."""
    own = occasions(records.all(PlanEntry), records.all(Assessment))
    return (*own, *meetings(joints.all(Review), person))


def meetings(reviews: Iterable[Record[Review]], person: str) -> tuple[Occasion, ...]:
    """The days to meet again that the person has said yes to."""
    return tuple(
        Occasion("meeting", each.id, each.body.agreement.meet)
        for each in reviews
        if each.body.agreement.meet is not None and each.body.who(person) in each.body.agreement.agreed
    )
