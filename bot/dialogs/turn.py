"""A turn as a dialog sees it: what arrived, from whom, and what is remembered. No SDK, no SQL, no HTTP."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from secrets import token_hex
from typing import Any

from bot.people.holdings import Account
from bot.people.joint import Joints
from bot.people.joint_book import no_joints
from bot.people.notebook import Notebook
from bot.people.profile import Profile
from bot.people.records import Records
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
class Focus:
    """What the next words may be meant for: a dialog, the record it works on, and the step of it that waits.

    `since` is when it was asked (seconds since 1970). The record says all else.
    """

    dialog: str
    record: str = ""
    step: str = ""
    since: float = 0.0


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be pressed on a card: its title, and the press as it would arrive.

    `row` says that it is one of a list, `sends` that it sends the form, `saves` that this is how a form is handed in that somebody may have
    written in, `destroys` that something would go for good or be taken away.
    """

    title: str
    verb: str
    data: Mapping[str, Any]
    row: bool = False
    sends: bool = False
    saves: bool = False
    destroys: bool = False


@dataclass(frozen=True, slots=True)
class Offers:
    """What the card shown last offers to press. `since` is when it was shown (seconds since 1970), `fields` what its form held then."""

    since: float
    each: tuple[Offer, ...]
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Memory:
    """What a conversation remembers.

    The last reading, what was chosen where a question could mean several, what waits for words, and what the last card offers to press.
    """

    last: Reading | None = None
    choices: tuple[str, ...] = ()
    focus: Focus | None = None
    offers: Offers | None = None


def new_id() -> str:
    """An id that no other record has."""
    return token_hex(8)


def new_secret() -> str:
    """128 bits that nobody can guess."""
    return token_hex(16)


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: what arrived, the person's profile, and the conversation's memory.

    `personal` is false in a group chat or channel, where no profile is used or changed. `guest` says that nobody is known to
    be asking, so that nothing can be kept. `records` are the person's own. `now` is when it arrived, `zone` the person's time zone
    (a name such as Europe/London; None where the channel does not say). `new_id` and `new_secret` make what only chance can.
    `account` reads what else is held of the person. `person` is their Entra object id and `name` what the channel calls them, both empty
    where nobody is known; `joints` is what they hold together with others.
    `tenant` is the id of the directory that it comes from; empty where the channel has none.
    """

    arrived: Said | Pressed | Joined
    profile: Profile = field(default_factory=Profile)
    memory: Memory = field(default_factory=Memory)
    personal: bool = True
    guest: bool = False
    records: Records = field(default_factory=Notebook)
    now: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    zone: str | None = None
    new_id: Callable[[], str] = new_id
    new_secret: Callable[[], str] = new_secret
    account: Callable[[], Account] = Account
    person: str = ""
    name: str = ""
    joints: Joints = field(default_factory=no_joints)
    tenant: str = ""
