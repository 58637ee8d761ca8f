"""What a turn reads before it answers, and what its reply changes of that."""

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from bot.dialogs.reply import Download, Reply, Tell
from bot.dialogs.turn import Joined
from bot.people.audit import Deed
from bot.people.joint import Joint
from bot.people.profile import Profile
from bot.people.records import Record
from bot.people.zones import LONDON, known_zone
from bot.reviews.meetings import REMINDED_OF
from bot.reviews.review import Review
from bot.storage import activities
from bot.storage.arrival import Arrival
from bot.storage.audit import note_deed
from bot.storage.conversations import Conversation, load_conversation, save_conversation
from bot.storage.downloads import offer
from bot.storage.due_times import keep_due_times
from bot.storage.forgetting import forget_person
from bot.storage.joints import drop_joint, save_joint
from bot.storage.profiles import load_profile, save_profile
from bot.storage.records import drop_record, save_record
from bot.storage.visits import Visit, last_visit, note_visit

SAME_INSTALLATION = 10.0


@dataclass(frozen=True, slots=True)
class Before:
    """The person's profile and the conversation, as they are when a turn begins."""

    profile: Profile
    conversation: Conversation


@dataclass(frozen=True, slots=True)
class Changes:
    """What a turn stores: what is None stays as it is. `moved` says that the conversation has another address by now.

    `forgets` says that nothing of the person is kept. `saves` and `drops` are records, `downloads` files that are offered, `deeds` lines
    for the audit, `tells` messages to others. `visit` is the first of a day, or of another time zone; None where it
    is on record. `zone` is the person's.
    """

    profile: Profile | None
    conversation: Conversation | None
    answer: Any
    at: float
    moved: bool
    forgets: bool = False
    saves: tuple[Record[Any], ...] = ()
    drops: tuple[Record[Any], ...] = ()
    downloads: tuple[Download, ...] = ()
    deeds: tuple[Deed, ...] = ()
    tells: tuple[Tell, ...] = ()
    visit: Visit | None = None
    zone: str = LONDON

    @property
    def recorded(self) -> bool:
        """Whether something changed that must survive: worth waiting for the disk, and for its reply to arrive."""
        return self.profile is not None or self.forgets or bool(self.saves or self.drops or self.downloads or self.deeds or self.tells)

    @property
    def touches_reminders(self) -> bool:
        """Whether reminders may be due at another time than before."""
        kinds = {record.body.kind for record in (*self.saves, *self.drops)}
        return not kinds.isdisjoint(REMINDED_OF) or (self.visit is not None and self.visit.moved)

    def others(self, person: str) -> frozenset[str]:
        """Who else (by their Entra object ids) may have to be reminded at another time: the other one of each review that changed."""
        reviews = [record.body for record in (*self.saves, *self.drops) if isinstance(record.body, Review)]
        return frozenset(each for body in reviews for each in (body.owner, body.viewer)) - {person, ""}


def is_welcomed(conversation: Conversation, arrival: Arrival, now: float) -> bool:
    """Whether a welcome was given. What else arrives of one installation does so within seconds; a later one is a new one."""
    welcomed = conversation.welcomed
    return welcomed is not None and not (arrival.installed and now - welcomed > SAME_INSTALLATION)


def read_before(connection: Connection, arrival: Arrival) -> Before:
    """Read what a turn needs."""
    person = arrival.known_person
    return Before(
        Profile() if person is None else load_profile(connection, arrival.tenant, person),
        load_conversation(connection, arrival.tenant, arrival.conversation),
    )


def changes(arrival: Arrival, before: Before, reply: Reply, answer: Any, *, now: float) -> Changes:
    """What a reply changes. Versions are those that were read, whatever the reply says."""
    profile = None
    if reply.profile is not None and arrival.known_person is not None:
        profile = replace(reply.profile, version=before.profile.version)
    forgets = reply.forgets and arrival.known_person is not None
    held = before.conversation
    address = None if forgets else arrival.address or held.address
    conversation = replace(held, memory=reply.memory or held.memory, address=address)
    if isinstance(arrival.what, Joined):
        conversation = replace(conversation, welcomed=now)
    known = arrival.known_person is not None and not forgets
    return Changes(
        profile if profile != before.profile else None,
        conversation if conversation != held else None,
        answer,
        now,
        moved=conversation.address != held.address,
        forgets=forgets,
        saves=reply.saves if known else (),
        drops=reply.drops if known else (),
        downloads=reply.downloads if known else (),
        deeds=reply.deeds if known else (),
        tells=reply.tells if known else (),
    )


def store(connection: Connection, arrival: Arrival, changed: Changes) -> None:
    """Write what a turn changed, within the caller's transaction. Raises Clash where somebody else saved first."""
    tenant, conversation = arrival.tenant, arrival.conversation
    if changed.forgets and arrival.known_person is not None:
        forget_person(connection, tenant, arrival.known_person, conversation, changed.at)
    activities.remember(connection, tenant, conversation, arrival.activity, at=changed.at, answer=changed.answer, recorded=changed.recorded)
    if changed.conversation is not None:
        save_conversation(connection, tenant, conversation, changed.conversation, moved=changed.moved)
    if arrival.known_person is not None and not changed.forgets:
        _store_theirs(connection, tenant, arrival.known_person, changed)


def _store_theirs(connection: Connection, tenant: str, person: str, changed: Changes) -> None:
    """Write what is the person's own."""
    if changed.visit is not None:
        note_visit(connection, tenant, person, changed.visit)
    if changed.profile is not None:
        save_profile(connection, tenant, person, changed.profile, changed.at)
    for record in changed.drops:
        drop = drop_joint if isinstance(record.body, Joint) else drop_record
        drop(connection, tenant, person, record)
    for record in changed.saves:
        save = save_joint if isinstance(record.body, Joint) else save_record
        save(connection, tenant, person, record, changed.at)
    for download in changed.downloads:
        offer(connection, tenant, person, download, changed.at)
    for deed in changed.deeds:
        note_deed(connection, tenant, deed.of or person, deed)
    _remind(connection, tenant, person, changed)


def _remind(connection: Connection, tenant: str, person: str, changed: Changes) -> None:
    """Bring the due times of reminders up to date: the person's own, and those of whom a review is held together with."""
    zone = known_zone(changed.zone)
    if zone is None:
        return
    if changed.touches_reminders:
        keep_due_times(connection, tenant, person, zone, changed.at)
    for other in changed.others(person):
        theirs = known_zone(last_visit(connection, tenant, other).zone or "") or zone
        keep_due_times(connection, tenant, other, theirs, changed.at)
