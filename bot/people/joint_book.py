"""Joint records in memory: for the tests and for a turn that knows of none, under the same contract as the database."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from bot.people.joint import Item, J, Joint, Share, may_see, may_write
from bot.people.notebook import Notebook
from bot.people.records import B, Clash, Record, read_body, write_body


@dataclass(frozen=True, slots=True)
class _Held:
    """A stored body (plain JSON) with its version and when it was last saved."""

    body: Any
    version: int
    saved: float


@dataclass
class JointBook:
    """The joint records of a tenant. `notebooks` are the people's own records, by Entra object id."""

    notebooks: dict[str, Notebook] = field(default_factory=dict)
    _held: dict[tuple[str, str], _Held] = field(default_factory=dict)

    def of(self, person: str, now: float) -> "JointsOf":
        """What one person may see."""
        return JointsOf(self, person, now)

    def read(self, kind: type[J], id_: str) -> Record[J] | None:
        """A record, whoever asks."""
        held = self._held.get((kind.kind, id_))
        return None if held is None else Record(id_, read_body(kind, held.body), held.version, held.saved)

    def ids(self, kind: type[Joint]) -> tuple[str, ...]:
        """The ids of a kind, the first made first."""
        return tuple(id_ for name, id_ in self._held if name == kind.kind)

    def keep(self, person: str, saves: Iterable[Record[Any]], drops: Iterable[Record[Any]], now: float) -> None:
        """Drop, then save what a person changes, all or nothing. Raises Clash where a record is at another version, or not theirs."""
        held = dict(self._held)
        for record in drops:
            _check(held, record, person)
            del held[_key(record)]
        for record in saves:
            _check(held, record, person)
            held[_key(record)] = _Held(write_body(record.body), record.version + 1, now)
        self._held = held


@dataclass(frozen=True, slots=True)
class JointsOf:
    """The joint records of one person, at one moment (seconds since 1970)."""

    book: JointBook
    person: str
    now: float

    def find(self, kind: type[J], id_: str) -> Record[J] | None:
        """The record of that id, where the asker may see it."""
        record = self.book.read(kind, id_)
        return record if record is not None and self._sees(record.body) else None

    def all(self, kind: type[J]) -> tuple[Record[J], ...]:
        """Every record of a kind that the asker may see."""
        found = (self.find(kind, id_) for id_ in self.book.ids(kind))
        return tuple(record for record in found if record is not None)

    def claimable(self, code: str) -> Record[Share] | None:
        """The share that waits to be claimed with this code."""
        waiting = (self.book.read(Share, id_) for id_ in self.book.ids(Share))
        found = (each for each in waiting if each is not None and is_claimable(each.body, code, self.now))
        return next(found, None)

    def shared(self, share: str, kind: type[B], id_: str) -> Record[B] | None:
        """A record of somebody else's, where that share lets the asker see it."""
        found = self.book.read(Share, share)
        if found is None or not found.body.lets(self.person, Item(kind=kind.kind, id=id_), self.now):
            return None
        return self.book.notebooks[found.body.owner].find(kind, id_)

    def met(self, person: str) -> bool:
        """Whether there is a notebook of theirs."""
        return person in self.book.notebooks

    def _sees(self, body: Joint) -> bool:
        share = self.book.read(Share, body.share) if body.share else None
        return may_see(body, body if isinstance(body, Share) else share.body if share else None, self.person, self.now)


def is_claimable(share: Share, code: str, now: float) -> bool:
    """Whether a share waits to be claimed with this code."""
    return bool(code) and share.code == code and share.ended is None and now < min(share.claim_until, share.until)


def no_joints() -> JointsOf:
    """For a turn in which nobody is known."""
    return JointBook().of("", 0.0)


def _key(record: Record[Any]) -> tuple[str, str]:
    return record.body.kind, record.id


def _check(held: dict[tuple[str, str], _Held], record: Record[Any], person: str) -> None:
    before = held.get(_key(record))
    if (0 if before is None else before.version) != record.version or not may_write(record.body, person):
        raise Clash
    if before is not None and person != before.body["owner"] and before.body["viewer"] not in ("", person):
        raise Clash
