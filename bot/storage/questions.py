"""The question log: what was asked in vain, without who asked, by the day alone, and for no longer than it is useful."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from secrets import token_hex
from typing import Protocol

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from bot.dialogs.in_vain import InVain
from bot.people.joint import Share
from bot.people.rules import USUAL_RULES, RulesOf
from bot.storage.database import Database, Session
from bot.storage.joints import StoredJoints
from bot.storage.prepared import Prepared
from bot.storage.tables import feedback, question

DAY = 86_400.0
KEPT = 90 * DAY
SETTLES = 600.0  # seconds in which an offer may still be pressed, or a thumb turned
MOST_WAITING = 2_000
HUSHED = DAY  # after distress, so long nothing of the conversation is noted

_ADD = Prepared(insert(question), question.columns.keys())
_OLD = Prepared(delete(question).where(question.c.day < bindparam("before")))
_NOTED = (question.c.tenant, question.c.framework, question.c.words, question.c.cause, question.c.day)
_ALL = Prepared(select(*_NOTED).order_by(question.c.day, question.c.id))
_JUDGED = Prepared(
    select(feedback.c.framework, feedback.c.intent, feedback.c.liked, func.count())
    .where(feedback.c.intent.is_not(None))
    .group_by(feedback.c.framework, feedback.c.intent, feedback.c.liked)
)
Key = tuple[str, ...]


class Strike(Protocol):
    """Strikes out of a text what could point to a person of a tenant, whose acquaintances have these names."""

    def __call__(self, text: str, names: Iterable[str], tenant: str, /) -> str: ...


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, known until the question is noted and no longer: the Entra object id, and the name that the channel gives."""

    tenant: str
    conversation: str
    person: str
    name: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A question that was asked in vain: its words, struck, why it is here, and the day (seconds since 1970)."""

    tenant: str
    framework: str
    words: str
    cause: str
    day: float


@dataclass(frozen=True, slots=True)
class _Waiting:
    noted: Noted
    since: float


class QuestionLog:
    """Notes a question once it is settled that nothing came of it. Until then it waits in memory, and may die with the process."""

    def __init__(self, database: Database, strike: Strike, rules: RulesOf = USUAL_RULES, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._strike = strike
        self._rules = rules
        self._clock = clock
        self._waiting: dict[Key, _Waiting] = {}
        self._hushed: dict[Key, float] = {}

    def notes(self, tenant: str) -> bool:
        """Whether the people of a tenant have it."""
        return self._rules(tenant).retention.questions

    async def asked(self, asker: Asker, asked: InVain | None, *, pressed: bool) -> None:
        """A turn was taken: what it asked in vain, if anything. `pressed`, and so what was asked before has found its answer."""
        key = (asker.tenant, asker.conversation)
        before = self._waiting.pop(key, None)
        settled = [] if before is None or pressed else [before.noted]
        if asked is not None and asked.cause == "distress":
            self._hush(key)
            settled = []
        elif asked is not None and not self._is_hushed(key):
            await self._wait(key, asked, asker)
        await self._note([*settled, *self._settled()])

    async def judged(self, asker: Asker, reply: str, asked: InVain | None) -> None:
        """A thumb pointed down under an answer to this question; None where it points up, or the question is none to be noted."""
        key = (asker.tenant, asker.conversation, reply)
        self._waiting.pop(key, None)
        if asked is not None and not self._is_hushed(key[:2]):
            await self._wait(key, asked, asker)
        await self._note(self._settled())

    async def finish(self) -> None:
        """The process ends: what waits is settled."""
        waiting, self._waiting = self._waiting, {}
        await self._note([each.noted for each in waiting.values()])

    async def _wait(self, key: Key, asked: InVain, asker: Asker) -> None:
        names = await self._database.run(lambda session: _acquaintances(session.connection, asker, self._clock()))
        words = self._strike(asked.text, (asker.name, *names), asker.tenant)
        now = self._clock()
        self._waiting[key] = _Waiting(Noted(key[0], asked.framework, words, asked.cause, now - now % DAY), now)

    def _settled(self) -> list[Noted]:
        """What has waited for long enough; and the longest, where too many wait."""
        late = self._clock() - SETTLES
        keys = [key for key, each in self._waiting.items() if each.since < late]
        keys += list(self._waiting)[: max(0, len(self._waiting) - MOST_WAITING)]
        return [self._waiting.pop(key).noted for key in dict.fromkeys(keys)]

    async def _note(self, settled: list[Noted]) -> None:
        if settled:
            await self._database.run(lambda session: _write(session, settled))

    def _hush(self, key: Key) -> None:
        now = self._clock()
        self._waiting = {held: each for held, each in self._waiting.items() if held[:2] != key}
        self._hushed = {held: until for held, until in self._hushed.items() if until > now} | {key: now + HUSHED}

    def _is_hushed(self, key: Key) -> bool:
        return self._hushed.get(key, 0.0) > self._clock()


def _acquaintances(connection: Connection, asker: Asker, now: float) -> tuple[str, ...]:
    """The names of those with whom somebody shares, as the channel gave them."""
    shares = StoredJoints(connection, asker.tenant, asker.person, now).all(Share)
    return tuple(name for share in shares for name in (share.body.owner_name, share.body.viewer_name) if name)


def _write(session: Session, settled: Iterable[Noted]) -> None:
    with session.writing(durable=False) as connection:
        for each in settled:
            _ADD.write(
                connection,
                tenant=each.tenant,
                id=token_hex(16),
                framework=each.framework,
                words=each.words,
                cause=each.cause,
                day=each.day,
            )


def purge_questions(connection: Connection, now: float) -> int:
    """Delete what is too old, within the caller's transaction; how many."""
    return _OLD.write(connection, before=now - KEPT)


def noted(connection: Connection) -> list[Noted]:
    """All there is, the oldest first."""
    return [Noted(*row) for row in _ALL.rows(connection)]


def thumbs(connection: Connection) -> dict[tuple[str, str], tuple[int, int]]:
    """How often answers were liked and not, by framework and kind of question."""
    counted: dict[tuple[str, str], tuple[int, int]] = {}
    for framework, intent, liked, number in _JUDGED.rows(connection):
        up, down = counted.get((framework, intent), (0, 0))
        counted[framework, intent] = (up + number, down) if liked else (up, down + number)
    return counted
