"""One person who talks with the assistant over many turns: what a reply stores is stored as the database would, in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from bot.dialogs.assistant import Assistant
from bot.dialogs.reply import Reply, Tell
from bot.dialogs.turn import Memory, Pressed, Said, Turn
from bot.people.holdings import Account
from bot.people.joint import Joint
from bot.people.joint_book import JointBook
from bot.people.notebook import Notebook
from bot.people.profile import Profile
from tests.cards.checking import objects

BEGINS = datetime(2027, 3, 1, 9, 30, tzinfo=UTC)


@dataclass
class Person:
    """What they see is `reply`, the last; `cards` are all the cards there were, which may be pressed late."""

    assistant: Assistant
    profile: Profile = field(default_factory=Profile)
    memory: Memory = field(default_factory=Memory)
    notebook: Notebook = field(default_factory=Notebook)
    now: datetime = BEGINS
    zone: str | None = "Europe/London"
    account: Account = field(default_factory=Account)
    id: str = "alex"
    name: str = "Alex Marsh"
    book: JointBook = field(default_factory=JointBook)
    told: list[Reply] = field(default_factory=list)
    others: dict[str, "Person"] = field(default_factory=dict)
    reply: Reply = field(default_factory=lambda: Reply(""))
    cards: list[Mapping[str, Any]] = field(default_factory=list)
    _ids: Any = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.book.notebooks[self.id] = self.notebook
        self.others[self.id] = self

    def meets(self, id_: str, name: str) -> "Person":
        """Somebody else of the same tenant, with whom records can be shared: what either is told unasked is in `told`."""
        return Person(self.assistant, now=self.now, id=id_, name=name, book=self.book, others=self.others, _ids=self._ids)

    def says(self, text: str) -> Reply:
        """Type a message."""
        return self._take(Said(text))

    def presses(self, button: str, card: Mapping[str, Any] | None = None, **entered: Any) -> Reply:
        """Press what is called so, or has this verb, on the last card or another, with the form's fields as `entered`."""
        shown = card if card is not None else self.cards[-1]
        action = next((each for each in _actions(shown) if button in (each.get("title"), each["verb"])), None)
        assert action is not None, f"no button {button!r} among {[each.get('title') for each in _actions(shown)]}"
        return self._take(Pressed(action["verb"], {**_held(shown), **action["data"], **entered}))

    def waits(self, **time: float) -> None:
        """Time goes by: days, hours, minutes as of `timedelta`."""
        self.now += timedelta(**time)

    def would_get(self, arrived: Said | Pressed) -> Reply:
        """What they would be answered, which is not kept."""
        return self.assistant.answer(self.turn(arrived))

    def turn(self, arrived: Said | Pressed, **changed: Any) -> Turn:
        """The turn of it, some of it as `changed`."""
        turn = Turn(
            arrived,
            self.profile,
            self.memory,
            records=self.notebook,
            now=self.now,
            zone=self.zone,
            new_id=lambda: f"id-{next(self._ids)}",
            new_secret=lambda: f"{next(self._ids):032x}",
            account=lambda: self.account,
            person=self.id,
            name=self.name,
            joints=self.book.of(self.id, self.now.timestamp()),
        )
        return replace(turn, **changed)

    def _take(self, arrived: Said | Pressed) -> Reply:
        reply = self.would_get(arrived)
        self._keep(reply)
        self.reply = reply
        if reply.card is not None:
            self.cards.append(reply.card)
        return reply

    def _keep(self, reply: Reply) -> None:
        if reply.forgets:
            self.notebook.forget()
        else:
            self._save(reply)
        if reply.profile is not None:
            self.profile = reply.profile.with_(version=self.profile.version + 1)
        if reply.memory is not None:
            self.memory = reply.memory
        for tell in reply.tells:
            self._tell(tell)

    def _save(self, reply: Reply) -> None:
        """Keep what the reply saves and drops: their own, and what they hold together with others."""
        now = self.now.timestamp()
        joint = tuple([each for each in part if isinstance(each.body, Joint)] for part in (reply.saves, reply.drops))
        own = tuple([each for each in part if not isinstance(each.body, Joint)] for part in (reply.saves, reply.drops))
        self.book.keep(self.id, *joint, now)
        self.notebook.keep(*own, now)

    def _tell(self, tell: Tell) -> None:
        """Somebody else is told, where they have met the assistant; the card can be pressed."""
        other = self.others.get(tell.person)
        if other is not None:
            other.told.append(tell.reply)
            if tell.reply.card is not None:
                other.cards.append(tell.reply.card)


def _actions(card: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [each for each in objects(dict(card)) if each["type"] == "Action.Execute"]


def _held(card: Mapping[str, Any]) -> dict[str, Any]:
    """What the form's fields hold as they were drawn."""
    return {each["id"]: each.get("value", "") for each in objects(dict(card)) if each["type"].startswith("Input.")}
