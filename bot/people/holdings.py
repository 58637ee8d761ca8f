"""Everything that is held of one person: to be read as plain text, and to be taken away as plain JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.people.audit import Deed
from bot.people.retention import Retention


@dataclass(frozen=True, slots=True)
class Account:
    """What is held of a person beside their profile, their records and the conversation.

    `met` is when they first came, `visited` the day of the last visit (seconds since 1970; None where nothing is on record). `zone` is
    their device's. `reached` says that they may be written to unasked, `files` how many files wait for them, `reminded` are the keys of
    the reminders that were sent last. `deeds` are the lines of the audit, the newest first. `retention` is how long all of it is kept.
    """

    met: float | None = None
    visited: float | None = None
    zone: str | None = None
    reached: bool = False
    files: int = 0
    reminded: tuple[str, ...] = ()
    deeds: tuple[Deed, ...] = ()
    retention: Retention = field(default_factory=Retention)


@dataclass(frozen=True, slots=True)
class Section:
    """Some rows of plain text under a heading."""

    heading: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Holdings:
    """Everything that is held: `sections` to read, `data` for a program. Nothing is shortened in either."""

    sections: tuple[Section, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)
