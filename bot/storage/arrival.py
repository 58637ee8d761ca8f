"""What a turn starts from and what comes of it, as the edge to Teams hands it over."""

from dataclasses import dataclass
from typing import Any

from bot.dialogs.reply import Reply
from bot.dialogs.turn import Joined, Pressed, Said


@dataclass(frozen=True, slots=True)
class Arrival:
    """What arrived, in which conversation, and from whom.

    `person` is the Entra object id; None for a guest, of whom nothing is kept. `installed` says that this is an installation, welcomed
    even where an earlier one is on record. `ready` is an answer that needs no assistant (to an empty message, say).
    """

    tenant: str
    conversation: str
    activity: str
    person: str | None
    personal: bool
    what: Said | Pressed | Joined
    installed: bool = False
    ready: Reply | None = None

    @property
    def known_person(self) -> str | None:
        """Whose profile this turn may use and change: nobody's in a group or channel."""
        return self.person if self.personal else None


@dataclass(frozen=True, slots=True)
class Taken:
    """A turn that was taken. `reply` is None where there is nothing to send; `answer` is what an invoke is answered (JSON)."""

    reply: Reply | None
    answer: Any = None
