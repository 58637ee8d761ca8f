"""What every card of succession begins with: the critical roles, and who shares that they aspire to them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from bot.cards.payloads import Move
from bot.cards.view import Button, View
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.presses import noted
from bot.dialogs.reply import Reply
from bot.dialogs.team.basis import began, deeds
from bot.dialogs.turn import Focus
from bot.framework.model import Framework, Role
from bot.phrases.en import succession as say
from bot.phrases.en.team import NO_NAME
from bot.reviews.needs import middle
from bot.reviews.succession import Aspirant, Critical, CriticalRole, aspirants
from bot.reviews.team import Person, team_of

NAME = "succession"


@dataclass(frozen=True)
class Plan:
    """Succession as it is looked at in this turn. `since` is when this look began (seconds since 1970).

    `without` is the id of a critical role that this turn removes.
    """

    asked: Asked
    people: tuple[Person, ...]
    since: float
    without: str = ""

    @cached_property
    def roles(self) -> tuple[Critical, ...]:
        """The critical roles, the soonest first."""
        order = list(say.HORIZONS)
        kept = (each for each in self.asked.turn.records.all(CriticalRole) if each.id != self.without)
        return tuple(sorted(kept, key=lambda each: order.index(each.body.horizon)))

    def framework(self, body: CriticalRole) -> Framework | None:
        """The framework of a critical role, where it is still there."""
        return self.asked.library.frameworks.get(body.framework)

    def role(self, body: CriticalRole) -> Role | None:
        """The framework's role, where it is still there."""
        framework = self.framework(body)
        return framework.roles.get(body.role) if framework else None

    def name(self, body: CriticalRole) -> str:
        """What a critical role is called."""
        return say.name(body.post, self.role(body))

    def aspirants(self, body: CriticalRole) -> tuple[Aspirant, ...]:
        """Who shares that they aspire to it, the nearest first."""
        framework = self.framework(body)
        return aspirants(self.people, body.framework, body.role, middle(self.asked.library, framework)) if framework else ()


def look(asked: Asked) -> Plan:
    """Look at succession: of what is shared, only what was marked against roles that people aspire to is used."""
    turn = asked.turn
    people = tuple(replace(each, name=each.name or NO_NAME) for each in team_of(turn.joints, turn.person) if each.aspired)
    return Plan(asked, people, began(asked, NAME))


def find(asked: Asked, id_: str) -> Critical | None:
    """One critical role of this manager."""
    return asked.turn.records.find(CriticalRole, id_) if id_ else None


def told(seen: Plan, view: View, text: str, record: str = "", *, step: str = "", saves: Iterable[Critical] = ()) -> Reply:
    """A card of succession. `record` and `step` are what the next words may go on with."""
    reply = replace(answer(view, text), deeds=deeds(seen.asked, seen.people, seen.since), saves=tuple(saves))
    return replace(reply, focus=Focus(NAME, record, step, seen.since))


def in_place(reply: Reply) -> Reply:
    """The same reply, in the place of the card that was pressed."""
    return replace(reply, replaces=True)


def with_press(role: Critical, move: Move | None) -> Critical:
    """The same role, which remembers the press."""
    return role.with_(presses=noted(role.body.presses, move))


def look_at(move: str, record: str = "", row: str = "") -> Move:
    """What a button carries that only shows something."""
    return Move(NAME, move, record, row)


def press(asked: Asked, move: str, role: Critical | None = None, given: tuple[tuple[str, str], ...] = ()) -> Move:
    """What a button carries that changes something: it counts once."""
    version = role.version if role else 0
    return Move(NAME, move, role.id if role and version else "", version=version, nonce=asked.turn.new_id(), given=given)


def back() -> Button:
    """The way back to the overview."""
    return Button(say.BACK, look_at("show"))
