"""What every card of the team begins with: who shares, which group of them is looked at, and the line in their audit that says so."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from bot.assessment.model import Assessment
from bot.cards.payloads import Move
from bot.cards.view import Button, View
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.holding import day_of
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Focus
from bot.framework.model import Framework
from bot.people.audit import Deed
from bot.people.records import Record
from bot.phrases.en import team as say
from bot.reviews.group import TeamGroup, chosen, group_of, mark_of
from bot.reviews.needs import Area, areas, of_framework
from bot.reviews.team import Person, team_of

NAME = "team"
MOST_DIGITS = 5  # no team has so many
ONE_LOOK = 3600.0  # seconds; cards opened within this time are one look at the team, and one line in each audit


@dataclass(frozen=True)
class Look:
    """The team as it is looked at in this turn. `since` is when this look began (seconds since 1970)."""

    asked: Asked
    everybody: tuple[Person, ...]
    group: Record[TeamGroup]
    since: float

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Those of the group; everybody where none of them shares any more."""
        return self._chosen or self.everybody

    @property
    def lost(self) -> bool:
        """Whether the chosen group is nobody by now."""
        return not self._chosen and bool(self.everybody)

    @property
    def whole(self) -> bool:
        """Whether nobody is left out."""
        return self.group.body.everybody or self.lost

    @cached_property
    def frameworks(self) -> tuple[Framework, ...]:
        """The frameworks of the group's assessments, that of most people first."""
        known = self.asked.library.frameworks.values()
        counted = [(len(of_framework(self.people, each.id)), each) for each in known]
        return tuple(each for number, each in sorted(counted, key=lambda pair: -pair[0]) if number)

    def framework(self, id_: str) -> Framework | None:
        """The framework of that id, else that of most people; None where nobody has marks."""
        return next((each for each in self.frameworks if each.id == id_), next(iter(self.frameworks), None))

    def areas(self, framework: Framework) -> tuple[Area, ...]:
        """The rows of a framework through the group."""
        return areas(self.asked.library, framework, self.people)

    def find(self, mark: str) -> Person | None:
        """The person of a button, whatever the group."""
        return next((each for each in self.everybody if self.mark(each) == mark), None)

    def mark(self, person: Person) -> str:
        """What a button carries for a person."""
        return mark_of(self.asked.turn.person, person.id)

    @cached_property
    def _chosen(self) -> tuple[Person, ...]:
        return chosen(self.everybody, self.group.body, self.asked.turn.person)


def look(asked: Asked, group: Record[TeamGroup] | None = None) -> Look:
    """Look at the team: at the group chosen last, or at another."""
    turn = asked.turn
    people = tuple(replace(each, name=each.name or say.NO_NAME) for each in team_of(turn.joints, turn.person))
    return Look(asked, people, group or group_of(turn.records), began(asked, NAME))


def began(asked: Asked, dialog: str) -> float:
    """When the look that is still going on began, or now."""
    focus, now = asked.turn.memory.focus, asked.turn.now.timestamp()
    return focus.since if focus is not None and focus.dialog == dialog and 0 <= now - focus.since < ONE_LOOK else now


def deeds(asked: Asked, people: Iterable[Person], since: float) -> tuple[Deed, ...]:
    """A line in the audit of each person: once for a look, and once more where what they share is new since it began."""
    now, asker = asked.turn.now.timestamp(), asked.turn.person
    return tuple(Deed("seen", Assessment.kind, now, by=asker, of=each.id) for each in people if since == now or each.changed > since)


def told(seen: Look, view: View, text: str, step: str = "") -> Reply:
    """A card of the team, in the place of the one that was pressed where one was; `step` is what the next words may go on with."""
    reply = replace(answer(view, text), deeds=deeds(seen.asked, seen.everybody, seen.since))
    return replace(reply, focus=Focus(NAME, "", step, seen.since))


def pressed(reply: Reply) -> Reply:
    """The same reply, in the place of the card that was pressed."""
    return replace(reply, replaces=True)


def to(move: str, row: str = "", **given: str) -> Move:
    """What a button carries that only shows something."""
    return Move(NAME, move, row=row, given=tuple((name, value) for name, value in given.items() if value))


def back() -> Button:
    """The way back to the overview."""
    return Button(say.BACK, to("show"))


def day(asked: Asked, moment: float) -> str:
    """A day, where the manager is."""
    return say.day(day_of(asked.turn, moment))


def group_told(seen: Look) -> str:
    """Which group is shown; empty for everybody."""
    if seen.lost and not seen.group.body.everybody:
        return say.NOBODY_IN_GROUP
    if seen.whole:
        return ""
    frameworks = seen.asked.library.frameworks
    named = [key.split(":", 1) for key in seen.group.body.roles if not seen.group.body.people and ":" in key]
    roles = [say.known_role(frameworks[of].roles.get(role)) for of, role in named if of in frameworks]
    return say.group(roles, len(seen.people), len(seen.everybody))
