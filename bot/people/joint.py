"""What two people hold together: one whose it is, and one with whom it is shared; and the share that lets the other see it."""

from typing import ClassVar, Protocol, TypeVar

from bot.people.records import B, Body, Part, Record


class Joint(Body):
    """A record of two people, by their Entra object ids: `owner`, whose it is, and `viewer`, empty until somebody is known.

    `share` is the id of the share under which the viewer sees it, empty where it is a share itself.
    """

    owner: str
    viewer: str = ""
    share: str = ""

    def left(self) -> "Joint | None":
        """What stays for its owner when the viewer has everything of theirs erased; None where nothing does."""
        return None


class Item(Part):
    """One record of the owner's that is shared, by its kind and id."""

    kind: str
    id: str


class Share(Joint):
    """That somebody lets one named person see some of their records, for a time.

    The names are as the channel gives them. `line` is what the owner says with it. `until`, `made`, `ended` and `opened` are in seconds
    since 1970; `ended` is when it was taken back, `sitting` when the look began that is the last of `opened`. `code` is the SHA-256 of the
    code with which it can be claimed, empty where there is none or it was used, and `claim_until` is how long. `confirmed` says that the
    owner has confirmed who the viewer is. `blind` says that of an assessment no mark is shown before the viewer has sent their own.
    """

    kind: ClassVar[str] = "share"
    items: tuple[Item, ...]
    owner_name: str = ""
    viewer_name: str = ""
    line: str = ""
    until: float
    code: str = ""
    claim_until: float = 0.0
    confirmed: bool = False
    blind: bool = True
    ended: float | None = None
    opened: tuple[float, ...] = ()
    sitting: float = 0.0
    made: float = 0.0
    presses: tuple[str, ...] = ()

    def is_open(self, now: float) -> bool:
        """Whether the viewer may look."""
        return self.confirmed and bool(self.viewer) and self.ended is None and now < self.until

    def lets(self, person: str, item: Item, now: float) -> bool:
        """Whether a person may see one of the owner's records under this share."""
        return person == self.viewer and self.is_open(now) and item in self.items


J = TypeVar("J", bound=Joint)


def may_see(body: Joint, share: Share | None, person: str, now: float) -> bool:
    """Whether a person may see a joint record: its owner always, its viewer while the share is open, and nobody else."""
    if person == body.owner:
        return True
    return share is not None and body.owner == share.owner and person == body.viewer == share.viewer and share.is_open(now)


def may_write(body: Joint, person: str) -> bool:
    """Whether a person is one of the two, as a joint record is to be from now on."""
    return bool(person) and person in (body.owner, body.viewer)


class Joints(Protocol):
    """The joint records of the one person who asks, and what is shared with them. Whatever is not theirs to see does not exist."""

    def find(self, kind: type[J], id_: str) -> Record[J] | None:
        """The record of that id, where the asker owns it or its share is open to them. Raises UnreadableRecord."""
        ...

    def all(self, kind: type[J]) -> tuple[Record[J], ...]:
        """Every record of a kind that the asker may see, the first made first. Raises UnreadableRecord."""
        ...

    def claimable(self, code: str) -> Record[Share] | None:
        """The share of the asker's tenant that waits to be claimed with this code (its SHA-256); None where it is over."""
        ...

    def shared(self, share: str, kind: type[B], id_: str) -> Record[B] | None:
        """A record of somebody else's, where that share lets the asker see it. Raises UnreadableRecord."""
        ...

    def met(self, person: str) -> bool:
        """Whether somebody (an Entra object id) of the asker's tenant has met the assistant."""
        ...
