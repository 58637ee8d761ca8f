"""The team as one manager may see it: what each person shares with them, and nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.assessment.model import Assessment
from bot.development.plan import PlanEntry
from bot.people.joint import Item, Joints, Share
from bot.people.records import B, Record, UnreadableRecord
from bot.reviews.review import Review, review_id
from bot.reviews.seeing import shows_marks, unmarked

LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who shares with the manager. `id` is their Entra object id, `name` as the channel gives it (possibly empty).

    `until` is when the last of their shares ends, `changed` when any of what is shared was last saved (seconds since 1970).
    `assessments` are the newest first; `plan` is None where no entry of it is shared.
    """

    id: str
    name: str
    until: float
    changed: float
    assessments: tuple[Assessment, ...] = ()
    plan: tuple[PlanEntry, ...] | None = None

    @property
    def own(self) -> Assessment | None:
        """The newest finished assessment against their own role: it replaces the older ones."""
        return next((each for each in self.assessments if each.finished is not None and not each.aspired), None)

    @property
    def begun(self) -> Assessment | None:
        """An assessment against their own role that is not finished, where there is no finished one."""
        return None if self.own else next((each for each in self.assessments if not each.aspired), None)

    @property
    def aspired(self) -> tuple[Assessment, ...]:
        """The newest finished assessment against each role that they aspire to."""
        newest: dict[tuple[str, str], Assessment] = {}
        for each in self.assessments:
            if each.aspired and each.finished is not None:
                newest.setdefault((each.framework, each.role), each)
        return tuple(newest.values())


def team_of(joints: Joints, manager: str) -> tuple[Person, ...]:
    """Everybody who shares an assessment or a plan with this manager, by name. Two of one name are told apart by a number."""
    shares: dict[str, list[Record[Share]]] = {}
    for share in joints.all(Share):
        if share.body.owner != manager:
            shares.setdefault(share.body.owner, []).append(share)
    people = (_person(joints, owner, theirs) for owner, theirs in shares.items())
    return tuple(_told_apart(sorted((each for each in people if each.assessments or each.plan), key=lambda each: each.name.casefold())))


def _person(joints: Joints, owner: str, shares: list[Record[Share]]) -> Person:
    newest = max(shares, key=lambda share: (share.body.made, share.saved))
    assessments = _assessments(joints, shares)
    entries = tuple(_shared(joints, shares, PlanEntry))
    saved = (*(each.saved for each in shares), *(each.saved for each in assessments), *(each.saved for each in entries))
    return Person(
        owner,
        " ".join(newest.body.owner_name.split())[:LONGEST_NAME],
        max(share.body.until for share in shares),
        max(saved),
        tuple(each.body for each in assessments),
        tuple(each.body for each in entries) if entries else None,
    )


def _assessments(joints: Joints, shares: list[Record[Share]]) -> list[Record[Assessment]]:
    """The assessments shared, none that was deleted, the newest first; one whose marks the manager may not see yet has none."""
    marked = {item for share in shares if _shows_marks(joints, share) for item in share.body.items}
    seen = (
        each if Item(kind=Assessment.kind, id=each.id) in marked else replace(each, body=unmarked(each.body))
        for each in _shared(joints, shares, Assessment)
    )
    found = [each for each in seen if each.body.deleted is None]
    return sorted(found, key=lambda each: each.body.finished or each.body.begun, reverse=True)


def _shows_marks(joints: Joints, share: Record[Share]) -> bool:
    """Whether they may be seen by now; a review that cannot be read shows none."""
    try:
        review = joints.find(Review, review_id(share.id))
    except UnreadableRecord:
        return False
    return shows_marks(review.body if review else None, blind=share.body.blind)


def _shared(joints: Joints, shares: Iterable[Record[Share]], kind: type[B]) -> Iterator[Record[B]]:
    """Each record of a kind once, whatever number of shares it is in."""
    named = {item.id: share.id for share in shares for item in share.body.items if item.kind == kind.kind}
    for id_, share in named.items():
        try:
            found = joints.shared(share, kind, id_)
        except UnreadableRecord:  # one person's record that cannot be read leaves the others of the team as they are
            continue
        if found is not None:
            yield found


def _told_apart(people: Iterable[Person]) -> Iterator[Person]:
    seen: dict[str, int] = {}
    for person in people:
        number = seen[person.name] = seen.get(person.name, 0) + 1
        yield replace(person, name=f"{person.name} ({number})") if number > 1 else person
