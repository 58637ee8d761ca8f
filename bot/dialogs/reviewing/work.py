"""One review at hand: who of the two asks, what they may see of it, and what the turn changes."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.assessment.rows import PLAIN_SCALE, scale_for
from bot.cards.payloads import Move
from bot.dialogs import presses
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply, Tell
from bot.dialogs.sharing.basis import gone
from bot.dialogs.sharing.looking import look_deeds
from bot.dialogs.turn import Focus
from bot.framework.model import Framework, Role, Scale
from bot.people.joint import Share
from bot.people.records import Record
from bot.phrases.en import reviewing as say
from bot.phrases.en.names import role as role_name
from bot.reviews.review import Review, Side, Who, seen_by
from bot.reviews.shares import opened

NAME, ROW = "review", "row:"


@dataclass(frozen=True, slots=True)
class Work:
    """A review with what this turn has changed of it so far. `body` is what the asker may see; what changes it works on the record."""

    asked: Asked
    record: Record[Review]
    who: Who
    changed: bool = False

    @property
    def body(self) -> Review:
        """The review as the asker may see it: while it is blind, without the other's side."""
        return seen_by(self.record.body, self.who)

    @property
    def mine(self) -> Side:
        """The asker's own side."""
        return self.body.side(self.who)

    @property
    def owns(self) -> bool:
        """Whether it is about the asker."""
        return self.who == "owner"

    @property
    def other(self) -> str:
        """The Entra object id of the other; empty where there is none."""
        return self.record.body.viewer if self.owns else self.record.body.owner

    @property
    def other_name(self) -> str:
        """What the other is called."""
        body = self.record.body
        return (body.viewer_name or say.REVIEWER) if self.owns else (body.owner_name or say.TECHNICIAN)

    @property
    def own_name(self) -> str:
        """What the other reads as the asker's name."""
        turn, body = self.asked.turn, self.record.body
        return turn.name or (body.owner_name if self.owns else body.viewer_name) or (say.TECHNICIAN if self.owns else say.REVIEWER)

    @property
    def framework(self) -> Framework | None:
        """The framework it is rated against, where it is still there."""
        return self.asked.library.frameworks.get(self.record.body.framework)

    @property
    def role(self) -> Role | None:
        """The role it is rated against, where the framework still has it."""
        return self.framework.roles.get(self.record.body.role) if self.framework else None

    @property
    def against(self) -> str:
        """The role in words."""
        return role_name(self.role) if self.role else self.record.body.role

    @property
    def scale(self) -> Scale:
        """The scale of the marks."""
        return scale_for(self.asked.library, self.framework)[0] if self.framework else PLAIN_SCALE

    @property
    def now(self) -> float:
        """The moment of the turn, in seconds since 1970."""
        return self.asked.turn.now.timestamp()

    def with_(self, review: Review) -> "Work":
        """The same with another review, to be saved where it differs."""
        return replace(self, record=replace(self.record, body=review), changed=self.changed or review != self.record.body)

    def pressed(self, move: Move) -> "Work":
        """The same with a press remembered, so that it does not count twice."""
        return self.with_(self.record.body.with_(presses=presses.noted(self.record.body.presses, move)))

    def seen_before(self, move: Move) -> bool:
        """Whether this press has counted already."""
        return presses.seen(self.record.body.presses, move)

    def press(self, move: str, row: str = "", given: tuple[tuple[str, str], ...] = ()) -> Move:
        """What a button carries that changes something: it counts once."""
        return Move(NAME, move, self.record.id, row, self.record.version + self.changed, self.asked.turn.new_id(), given)

    def look(self, move: str, row: str = "") -> Move:
        """What a button carries that only shows something."""
        return Move(NAME, move, self.record.id, row)

    def focus(self, step: str) -> Focus:
        """What the next words may be meant for."""
        return Focus(NAME, self.record.id, step, self.now)

    @property
    def reaches(self) -> bool:
        """Whether the other sees it at the moment: whoever shares it may have ended that."""
        share = self.asked.turn.joints.find(Share, self.record.body.share) if self.record.body.share else None
        return bool(self.other) and share is not None and share.body.is_open(self.now)

    def saved(self, reply: Reply, *told: Reply) -> Reply:
        """The reply with what the turn changed, and what the other is told of it, where they see it."""
        tells = tuple(Tell(self.other, each) for each in told) if told and self.reaches else ()
        saves = (self.record,) if self.changed else ()
        return replace(reply, saves=(*reply.saves, *saves), tells=(*reply.tells, *tells))


Step = Callable[[Work, Move], Reply]


def find(asked: Asked, id_: str) -> Work | None:
    """The review of that id, where the asker is one of its two and may see it."""
    record = asked.turn.joints.find(Review, id_) if id_ else None
    who = record.body.who(asked.turn.person) if record else None
    return None if record is None or who is None else Work(asked, record, who)


def move_of(step: Step, *, looks: bool = True) -> Callable[[Asked, Move], Reply]:
    """A move on a review. `looks` says that it shows something of the owner's: then the reviewer's look leaves a line for them."""

    def made(asked: Asked, move: Move) -> Reply:
        work = find(asked, move.record)
        if work is None:
            return gone(asked)
        reply = replace(step(work, move), replaces=True)
        return noted(work, reply) if looks else reply

    return made


def noted(work: Work, reply: Reply) -> Reply:
    """The reply with a line for the owner, where it is the reviewer who looked; in the list of shares it counts as opened."""
    share = work.asked.turn.joints.find(Share, work.record.body.share) if not work.owns else None
    if share is None:
        return reply
    after = replace(share, body=opened(share.body, work.asked.turn.name, work.now))
    return replace(reply, saves=(*reply.saves, after), deeds=(*reply.deeds, *look_deeds(work.asked, share, Review.kind)))
