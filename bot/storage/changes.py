"""What a turn reads before it answers, and what its reply changes of that."""

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from bot.dialogs.reply import Reply
from bot.dialogs.turn import Joined
from bot.people.profile import Profile
from bot.people.records import Record
from bot.storage import activities
from bot.storage.arrival import Arrival
from bot.storage.conversations import Conversation, load_conversation, save_conversation
from bot.storage.forgetting import forget_person
from bot.storage.profiles import load_profile, save_profile
from bot.storage.records import drop_record, save_record

SAME_INSTALLATION = 10.0


@dataclass(frozen=True, slots=True)
class Before:
    """The person's profile and the conversation, as they are when a turn begins."""

    profile: Profile
    conversation: Conversation


@dataclass(frozen=True, slots=True)
class Changes:
    """What a turn stores: what is None stays as it is. `moved` says that the conversation has another address by now.

    `forgets` says that nothing of the person is kept. `saves` and `drops` are records.
    """

    profile: Profile | None
    conversation: Conversation | None
    answer: Any
    at: float
    moved: bool
    forgets: bool = False
    saves: tuple[Record[Any], ...] = ()
    drops: tuple[Record[Any], ...] = ()

    @property
    def recorded(self) -> bool:
        """Whether something changed that must survive: worth waiting for the disk, and for its reply to arrive."""
        return self.profile is not None or self.forgets or bool(self.saves or self.drops)


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
    )


def store(connection: Connection, arrival: Arrival, changed: Changes) -> None:
    """Write what a turn changed, within the caller's transaction. Raises Clash where somebody else saved first."""
    tenant, conversation = arrival.tenant, arrival.conversation
    if changed.forgets and arrival.known_person is not None:
        forget_person(connection, tenant, arrival.known_person, conversation)
    activities.remember(connection, tenant, conversation, arrival.activity, at=changed.at, answer=changed.answer, recorded=changed.recorded)
    if changed.conversation is not None:
        save_conversation(connection, tenant, conversation, changed.conversation, moved=changed.moved)
    if arrival.known_person is None or changed.forgets:
        return
    if changed.profile is not None:
        save_profile(connection, tenant, arrival.known_person, changed.profile, changed.at)
    for record in changed.drops:
        drop_record(connection, tenant, arrival.known_person, record)
    for record in changed.saves:
        save_record(connection, tenant, arrival.known_person, record, changed.at)
