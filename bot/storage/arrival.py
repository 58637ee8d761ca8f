"""What a turn starts from and what comes of it, as the edge to Teams hands it over."""

from dataclasses import dataclass, field
from typing import Any

from bot.dialogs.reply import Reply
from bot.dialogs.turn import Joined, Memory, Pressed, Said


@dataclass(frozen=True, slots=True)
class ChannelRequest:
    """One request to the channel: `url` is ready-quoted, `body` plain JSON or None."""

    method: str
    url: str
    body: dict[str, Any] | None
    conversation: str
    tenant: str = ""


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """A request in the outbox, by its place there."""

    tenant: str
    conversation: str
    number: int


@dataclass(frozen=True, slots=True)
class Address:
    """How to write to somebody unasked: the channel's own address, the assistant's and the person's accounts there, the Entra object id."""

    service: str
    bot: str
    account: str
    person: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another conversation than that of the turn: somebody's personal chat, and how to write there."""

    tenant: str
    conversation: str
    address: Address


@dataclass(frozen=True, slots=True)
class Edit:
    """That a message was edited: it may get another answer, and changes no record.

    `of` is the id of the message. `context` is what was remembered when it was first answered, None where that is not known any more.
    `last` says that nothing was asked since, so that what is remembered follows the edit.
    """

    of: str
    context: Memory | None = None
    last: bool = True


@dataclass(frozen=True, slots=True)
class Arrival:
    """What arrived, in which conversation, and from whom.

    `person` is the Entra object id; None for a guest, of whom nothing is kept. `installed` says that this is an installation, welcomed
    even where an earlier one is on record. `ready` is an answer that needs no assistant (to an empty message, say). `address` is None
    where the conversation is not a known person's own. `edit` is None where the message is a new one. `zone` is the time zone of the
    sender's device, None where the channel does not say. `name` is what the channel calls the sender.
    """

    tenant: str
    conversation: str
    activity: str
    person: str | None
    personal: bool
    what: Said | Pressed | Joined
    installed: bool = False
    ready: Reply | None = None
    address: Address | None = None
    edit: Edit | None = None
    zone: str | None = None
    name: str = ""

    @property
    def of_guest(self) -> bool:
        """Whether nothing of this may be kept. That the assistant came into a group or channel is nobody's in particular."""
        return self.person is None and (self.personal or not isinstance(self.what, Joined))

    @property
    def known_person(self) -> str | None:
        """Whose profile this turn may use and change: nobody's in a group or channel."""
        return self.person if self.personal else None


@dataclass(frozen=True, slots=True)
class Taken:
    """A turn that was taken. `reply` is None where there is nothing to send; `answer` is what an invoke is answered (JSON).

    `message` is the reply in the outbox, where the turn recorded something: it is to be sent from there.
    `told` are messages to other people, in the outbox as well. `context` is what was remembered when the turn began.
    """

    reply: Reply | None
    answer: Any = None
    message: OutboxMessage | None = None
    told: tuple[OutboxMessage, ...] = ()
    context: Memory = field(default_factory=Memory)
