"""A turn as a dialog sees it: what arrived, from whom, and what is remembered. No SDK, no SQL, no HTTP."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.people.profile import Profile
from bot.understanding.reading import Reading


@dataclass(frozen=True, slots=True)
class Said:
    """A typed message, mention and mark-up already stripped."""

    text: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A card button: its verb and the data it carried, both as untrusted input."""

    verb: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Joined:
    """The assistant was installed, or met a person for the first time."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What a conversation remembers: the last reading, and the roles and competencies chosen where a question could mean several."""

    last: Reading | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: what arrived, the person's profile, and the conversation's memory.

    `personal` is false in a group chat or channel, where no profile is used or changed. `guest` says that nobody is known to
    be asking, so that nothing can be kept.
    """

    arrived: Said | Pressed | Joined
    profile: Profile = field(default_factory=Profile)
    memory: Memory = field(default_factory=Memory)
    personal: bool = True
    guest: bool = False
