"""What a person keeps with the assistant: records of several kinds, each with a version that a save compares."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A part of a record's body: frozen, and read back even where an older release wrote less or a newer one more."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    def with_(self, **changes: Any) -> Any:
        """The same part with some fields changed."""
        return self.model_copy(update=changes)


class Body(Part):
    """What a record says. `kind` is the name that its records are stored under, and never changes."""

    kind: ClassVar[str]


B = TypeVar("B", bound=Body)


@dataclass(frozen=True, slots=True)
class Record(Generic[B]):
    """One record of a person. `version` counts the saves (0: not on record yet); `saved` is when the last was (seconds since 1970)."""

    id: str
    body: B
    version: int = 0
    saved: float = 0.0

    def with_(self, **changes: Any) -> "Record[B]":
        """The same record with some fields of its body changed."""
        return replace(self, body=self.body.with_(**changes))


class Records(Protocol):
    """The records of the one person who asks: nobody else's can be reached."""

    def find(self, kind: type[B], id_: str) -> Record[B] | None:
        """The record of that id, None where this person has none. Raises UnreadableRecord."""
        ...

    def all(self, kind: type[B]) -> tuple[Record[B], ...]:
        """Every record of a kind, the first made first. Raises UnreadableRecord."""
        ...


class UnreadableRecord(Exception):  # noqa: N818 (what is, not what went wrong)
    """A record was written in a way that this release cannot read: by a newer one, or by hand. It is left as it is."""


class Clash(Exception):  # noqa: N818 (what happened, not an error name)
    """The record changed since it was read: read it again and run the turn on the new one."""


def read_body(kind: type[B], stored: Any) -> B:
    """A stored body. Raises UnreadableRecord."""
    try:
        return kind.model_validate(stored)
    except ValueError as error:
        raise UnreadableRecord(kind.kind) from error


def write_body(body: Body) -> dict[str, Any]:
    """The plain JSON of a body."""
    return body.model_dump(mode="json")
