"""One turn on the database: seen before? what is remembered, the answer, and what it changes, all or nothing."""

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, Protocol

import structlog
from sqlalchemy import Connection

from bot.dialogs.reply import Reply, Tell
from bot.dialogs.searching import Hits
from bot.dialogs.turn import Joined, Memory, Turn
from bot.framework.model import Library
from bot.people.holdings import Account
from bot.people.joint import Joints
from bot.people.joint_book import no_joints
from bot.people.notebook import Notebook
from bot.people.profile import Profile
from bot.people.records import Clash, Records
from bot.people.rules import USUAL_RULES, RulesOf
from bot.people.zones import known_zone
from bot.phrases.en import edge
from bot.storage import activities, downloads, outbox
from bot.storage.accounts import load_account
from bot.storage.arrival import Arrival, ChannelRequest, Edit, Elsewhere, OutboxMessage, Taken
from bot.storage.changes import Before, Changes, changes, is_welcomed, read_before, store
from bot.storage.conversations import Conversation, load_conversation, save_conversation
from bot.storage.database import Database, NotWritten, Session
from bot.storage.guests import Guests
from bot.storage.joints import StoredJoints
from bot.storage.records import StoredRecords
from bot.storage.visits import Visits

_log = structlog.get_logger()

TRIES = 5
PURGE_EVERY = 3600.0


class RequestOf(Protocol):
    """Makes what sends a reply."""

    def __call__(self, reply: Reply, to: Elsewhere | None = None, /) -> ChannelRequest:
        """Into the conversation that it answers, or into somebody's personal chat."""
        ...


class Answers(Protocol):
    """The whole conversation logic, as a turn sees it."""

    def library_of(self, tenant: str, /) -> Library | None:
        """The frameworks that a tenant's people may see; None where they are not served."""
        ...

    def answer(self, turn: Turn) -> Reply:
        """Answer one turn: a pure function of it."""
        ...

    def struck(self, text: str, names: Iterable[str], tenant: str, /) -> str:
        """A text without what could point to a person."""
        ...

    def search(self, text: str, tenant: str, /) -> Hits:
        """What a search finds for somebody of a tenant; it changes nothing."""
        ...


class Turns:
    """Takes turns on a database. A clash runs the turn again, on the newer record."""

    def __init__(
        self,
        database: Database,
        assistant: Answers,
        clock: Callable[[], float] = time.time,
        rules: RulesOf = USUAL_RULES,
    ) -> None:
        """`rules` say for how long a tenant's things are kept, and the time zone of its people whose devices name none."""
        self._database = database
        self._assistant = assistant
        self._clock = clock
        self._rules = rules
        self._visits = Visits()
        self._purged = 0.0
        self._guests = Guests()

    async def take(self, arrival: Arrival, answer_of: Callable[[Reply], Any], request_of: RequestOf) -> Taken:
        """Take one turn in one piece of work on the database. `answer_of` makes what an invoke is answered, which is stored with the turn.

        `request_of` makes what sends the reply, asked only where the turn records something: it goes into the outbox with the turn.
        """
        return await self._database.run(partial(self._take, arrival=arrival, answer_of=answer_of, request_of=request_of))

    async def look(self, arrival: Arrival) -> Reply:
        """What a turn would answer, which is not taken: nothing of it is stored, and it may be asked again."""
        return await self._database.run(partial(self._look, arrival=arrival))

    async def search(self, text: str, tenant: str) -> Hits:
        """What a search finds, where turns are taken as well: the assistant is used by one thread alone."""
        return await self._database.run(lambda _: self._assistant.search(text, tenant))

    async def part(self, tenant: str, conversation: str) -> None:
        """The assistant was removed: forget what was talked of, and welcome a later installation again."""
        await self._database.run(partial(self._part, tenant=tenant, conversation=conversation))

    def _take(self, session: Session, arrival: Arrival, answer_of: Callable[[Reply], Any], request_of: RequestOf) -> Taken:
        for _ in range(TRIES - 1):
            try:
                return self._try(session, arrival, answer_of, request_of)
            except Clash:
                continue
        return self._try(session, arrival, answer_of, request_of)

    def _look(self, session: Session, arrival: Arrival) -> Reply:
        now = self._now()
        if arrival.of_guest:
            return self._answer(arrival, Before(Profile(), Conversation()), None, now)
        return self._answer(arrival, read_before(session.connection, arrival), session.connection, now)

    def _now(self) -> float:
        """The one moment of a turn (seconds since 1970), as exact as the `datetime` that the assistant is told."""
        return datetime.fromtimestamp(self._clock(), UTC).timestamp()

    def _try(self, session: Session, arrival: Arrival, answer_of: Callable[[Reply], Any], request_of: RequestOf) -> Taken:
        session.wait_for_turn(arrival.tenant, arrival.conversation)
        now = self._now()
        if isinstance(arrival.what, Joined) and self._is_welcomed(session, arrival, now):
            return Taken(None)
        if arrival.of_guest:
            return self._guests.take(arrival, partial(self._answer, connection=None, now=now), answer_of, now)
        seen = activities.look_up(session.connection, arrival.tenant, arrival.conversation, arrival.activity)
        if seen is not None:
            return Taken(None, seen.answer)
        before = read_before(session.connection, arrival)
        reply = Reply(edge.EDITED) if _edits_a_record(session, arrival) else self._answer(arrival, before, session.connection, now)
        changed = self._with_visit(arrival, changes(arrival, before, reply, answer_of(reply), now=now), session.connection)
        message: OutboxMessage | None = None
        told: tuple[OutboxMessage, ...] = ()
        try:
            with session.writing(durable=changed.recorded) as connection:
                store(connection, arrival, changed)
                if changed.recorded:
                    message = outbox.write(connection, request_of(reply), now)
                    told = _tell(connection, arrival.tenant, changed.tells, request_of, now)
                self._purge(session, now)
        except NotWritten:
            if changed.recorded:
                raise
            _log.exception("not remembered")  # a full disk, say: a question is answered all the same
        else:
            self._know(arrival, changed)
        return Taken(reply, changed.answer, message, told, before.conversation.memory)

    def _is_welcomed(self, session: Session, arrival: Arrival, now: float) -> bool:
        """What arrives of one installation may name the person once and not the other time."""
        stored = load_conversation(session.connection, arrival.tenant, arrival.conversation)
        held = self._guests.conversation(arrival.tenant, arrival.conversation)
        return is_welcomed(stored, arrival, now) or is_welcomed(held, arrival, now)

    def _answer(self, arrival: Arrival, before: Before, connection: Connection | None, now: float) -> Reply:
        memory, edit = before.conversation.memory, arrival.edit
        if edit is not None and edit.context is not None:
            memory = edit.context
        turn = Turn(
            arrival.what,
            before.profile,
            memory,
            arrival.personal,
            guest=arrival.person is None,
            records=_records(arrival, connection),
            now=datetime.fromtimestamp(now, UTC),
            zone=self._zone(arrival, connection),
            account=self._account(arrival, connection),
            person=arrival.known_person or "",
            name=arrival.name if arrival.known_person else "",
            joints=_joints(arrival, connection, now),
            tenant=arrival.tenant,
        )
        reply = arrival.ready or self._assistant.answer(turn)
        return reply if edit is None else _of_edit(edit, reply)

    def _zone(self, arrival: Arrival, connection: Connection | None) -> str:
        """The zone of the device, or the one it had last, or the one of those whose devices name none."""
        if arrival.zone is not None and known_zone(arrival.zone):
            return arrival.zone
        person = arrival.known_person
        last = None if person is None or connection is None else self._visits.last(connection, arrival.tenant, person).zone
        return last or self._rules(arrival.tenant).zone

    def _account(self, arrival: Arrival, connection: Connection | None) -> Callable[[], Account]:
        person, retention = arrival.known_person, self._rules(arrival.tenant).retention
        if person is None or connection is None:
            return partial(Account, retention=retention)
        return partial(load_account, connection, arrival.tenant, person, retention, self._clock())

    def _with_visit(self, arrival: Arrival, changed: Changes, connection: Connection) -> Changes:
        person = arrival.known_person
        if person is None or changed.forgets:
            return changed
        visit = self._visits.due(connection, arrival.tenant, person, arrival.zone, changed.at)
        return replace(changed, visit=visit, zone=self._zone(arrival, connection))

    def _know(self, arrival: Arrival, changed: Changes) -> None:
        """What was stored of the person is known from memory from now on."""
        if arrival.known_person is not None and changed.forgets:
            self._visits.forget(arrival.tenant, arrival.known_person)
        elif arrival.known_person is not None and changed.visit is not None:
            self._visits.remember(arrival.tenant, arrival.known_person, changed.visit)

    def _purge(self, session: Session, now: float) -> None:
        if now - self._purged > PURGE_EVERY:
            activities.purge(session.connection, now)
            outbox.purge(session.connection, now)
            downloads.purge(session.connection, now)
            self._purged = now

    def _part(self, session: Session, tenant: str, conversation: str) -> None:
        self._guests.part(tenant, conversation)
        session.wait_for_turn(tenant, conversation)
        stored = load_conversation(session.connection, tenant, conversation)
        if stored.version:
            with session.writing(durable=False) as connection:
                save_conversation(connection, tenant, conversation, replace(stored, memory=Memory(), welcomed=None, address=None))
                outbox.drop(connection, tenant, conversation)


def _records(arrival: Arrival, connection: Connection | None) -> Records:
    """The records of whoever asks in their own chat: nobody else's can be reached."""
    person = arrival.known_person
    return Notebook() if person is None or connection is None else StoredRecords(connection, arrival.tenant, person)


def _joints(arrival: Arrival, connection: Connection | None, now: float) -> Joints:
    """What whoever asks in their own chat holds together with others."""
    person = arrival.known_person
    return no_joints() if person is None or connection is None else StoredJoints(connection, arrival.tenant, person, now)


def _tell(connection: Connection, tenant: str, tells: Iterable[Tell], request_of: RequestOf, now: float) -> tuple[OutboxMessage, ...]:
    """Write the messages to other people into the outbox, where they may be written to unasked."""
    there = ((tell.reply, outbox.address_of(connection, tenant, tell.person)) for tell in tells)
    return tuple(outbox.write(connection, request_of(reply, to), now) for reply, to in there if to is not None)


def _edits_a_record(session: Session, arrival: Arrival) -> bool:
    if arrival.edit is None:
        return False
    seen = activities.look_up(session.connection, arrival.tenant, arrival.conversation, arrival.edit.of)
    return seen is not None and seen.recorded


def _of_edit(edit: Edit, reply: Reply) -> Reply:
    """The same answer, without what it would record, and with what is to be remembered."""
    if reply.records_something:
        return Reply(edge.EDITED)
    return replace(reply, memory=(reply.memory or edit.context) if edit.last else None)
