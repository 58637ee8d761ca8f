"""What there is to be reminded of in a person's records, and which of them are drafts that nobody went on with."""

from collections.abc import Iterable, Iterator

from bot.assessment.model import Assessment
from bot.development.plan import PlanEntry
from bot.people.records import Body, Record
from bot.people.reminders import Occasion, Preferences

OPEN = frozenset({"planned", "under way"})
REMINDED_OF = frozenset({PlanEntry.kind, Assessment.kind, Preferences.kind})
"""The kinds of record that reminders come from."""
DRAFTS: tuple[type[Body], ...] = (Assessment, PlanEntry)
"""The kinds of record that may be drafts."""


def occasions(entries: Iterable[Record[PlanEntry]], assessments: Iterable[Record[Assessment]]) -> tuple[Occasion, ...]:
    """The dates of open plan entries, the activities that were done, and the assessments that are not finished."""
    return (*_of_plan(entries), *(Occasion("assessment", each.id, moment=each.saved) for each in assessments if is_draft(each.body)))


def is_draft(body: Body) -> bool:
    """Whether a record was begun and not gone on with.

    That is an unfinished assessment, and a plan entry that was dropped, or that has neither activity nor date.
    """
    match body:
        case Assessment():
            return body.finished is None
        case PlanEntry():
            return body.status == "dropped" or (body.status == "planned" and not body.activity and body.date is None)
        case _:
            return False


def _of_plan(entries: Iterable[Record[PlanEntry]]) -> Iterator[Occasion]:
    for entry in entries:
        if entry.body.status in OPEN and entry.body.date is not None:
            yield Occasion("plan", entry.id, entry.body.date)
        if entry.body.status == "done" and entry.body.done is not None:
            yield Occasion("review", entry.id, moment=entry.body.done)
