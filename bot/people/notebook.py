"""Records in memory: for a talk in the terminal, and for the tests, where the same contract holds as for the databases."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.people.records import B, Clash, Record, read_body, write_body


@dataclass(frozen=True, slots=True)
class _Held:
    """A stored body (plain JSON) with its version, when it was first saved and when it was last."""

    body: Any
    version: int
    made: float
    saved: float


class Notebook:
    """The records of one person."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], _Held] = {}

    def find(self, kind: type[B], id_: str) -> Record[B] | None:
        """The record of that id, or None."""
        held = self._held.get((kind.kind, id_))
        return None if held is None else Record(id_, read_body(kind, held.body), held.version, held.saved)

    def all(self, kind: type[B]) -> tuple[Record[B], ...]:
        """Every record of a kind, the first made first."""
        ids = sorted((held.made, id_) for (name, id_), held in self._held.items() if name == kind.kind)
        found = (self.find(kind, id_) for _, id_ in ids)
        return tuple(record for record in found if record is not None)

    def keep(self, saves: Iterable[Record[Any]], drops: Iterable[Record[Any]], now: float) -> None:
        """Drop, then save, all or nothing. Raises Clash where a record is not at the version that it was read at."""
        held = dict(self._held)
        for record in drops:
            _as_read(held, record)
            if held.pop(_key(record), None) is None:
                raise Clash
        for record in saves:
            before = _as_read(held, record)
            made = now if before is None else before.made
            held[_key(record)] = _Held(write_body(record.body), record.version + 1, made, now)
        self._held = held

    def forget(self) -> None:
        """Nothing is held any more."""
        self._held.clear()


def _key(record: Record[Any]) -> tuple[str, str]:
    return record.body.kind, record.id


def _as_read(held: dict[tuple[str, str], _Held], record: Record[Any]) -> _Held | None:
    """What is held of a record. Raises Clash where that is another version."""
    before = held.get(_key(record))
    if (0 if before is None else before.version) != record.version:
        raise Clash
    return before
