"""Records in memory: for a talk in the terminal, and for the tests, where the same contract holds as for the databases."""

from collections.abc import Iterable
from typing import Any

from bot.people.records import B, Clash, Record, read_body, write_body


class Notebook:
    """The records of one person."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], tuple[Any, int, float]] = {}

    def find(self, kind: type[B], id_: str) -> Record[B] | None:
        """The record of that id, or None."""
        stored = self._held.get((kind.kind, id_))
        return None if stored is None else Record(id_, read_body(kind, stored[0]), *stored[1:])

    def all(self, kind: type[B]) -> tuple[Record[B], ...]:
        """Every record of a kind, the first made first."""
        found = (self.find(kind, id_) for name, id_ in self._held if name == kind.kind)
        return tuple(record for record in found if record is not None)

    def keep(self, saves: Iterable[Record[Any]], drops: Iterable[Record[Any]], now: float) -> None:
        """Save and drop, all or nothing. Raises Clash where a record is not at the version that it was read at."""
        saves, drops = tuple(saves), tuple(drops)
        for record in (*saves, *drops):
            if self._version(record) != record.version:
                raise Clash
        for record in drops:
            self._held.pop((record.body.kind, record.id), None)
        for record in saves:
            self._held[record.body.kind, record.id] = write_body(record.body), record.version + 1, now

    def forget(self) -> None:
        """Nothing is held any more."""
        self._held.clear()

    def _version(self, record: Record[Any]) -> int:
        return self._held.get((record.body.kind, record.id), (None, 0, 0.0))[1]
