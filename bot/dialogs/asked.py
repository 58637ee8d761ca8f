"""A reading that waits for its answer, with everything the answer may need."""

from dataclasses import dataclass, field, replace
from typing import Protocol

from bot.dialogs.choices import chosen_competencies, chosen_roles
from bot.dialogs.turn import Said, Turn
from bot.framework.model import Framework, Library, Role
from bot.people.contacts import Contact
from bot.people.profile import Profile
from bot.understanding.care import Need
from bot.understanding.dates import Dates
from bot.understanding.describing import Describing
from bot.understanding.distress import Instead
from bot.understanding.files import Files
from bot.understanding.finding import Found, Speaks
from bot.understanding.grading import Grading
from bot.understanding.keeping import Keeping
from bot.understanding.managing import Managing
from bot.understanding.off_putting import OffPutting
from bot.understanding.planning import Planning
from bot.understanding.pressing import Pressing
from bot.understanding.reading import Outcome, Reading
from bot.understanding.sharing import Sharing
from bot.understanding.spoken import Spoken
from bot.understanding.wishes import Wishes


class Reads(Protocol):
    """What the dialogs need of understanding."""

    spoken: Spoken
    keeping: Keeping
    wishes: Wishes
    files: Files
    sharing: Sharing
    planning: Planning
    dates: Dates
    grading: Grading
    describing: Describing
    off_putting: OffPutting
    managing: Managing
    pressing: Pressing

    def read(self, text: str, framework: str, profile: Profile, last: Reading | None = None) -> Outcome:
        """What a message means."""

    def unwell(self, text: str, framework: str, instead: Instead) -> Need | None:
        """What the writer of a message may need, as its words tell; `instead` is what it may be otherwise."""

    def names(self, text: str, framework: str) -> tuple[str, ...]:
        """The competencies that a text names outright; none where its words may mean several."""

    def about(self, text: str, framework: str) -> tuple[str, ...]:
        """The competencies that a text names or plainly points to."""

    def points_to(self, text: str, framework: str) -> tuple[str, ...]:
        """The competencies that a text names or points to, the likeliest first, at most three."""

    def strange(self, text: str, framework: str) -> tuple[str, ...]:
        """The words, as typed and in order, that neither the framework nor any way of asking holds."""

    def find(self, reading: Reading) -> Found:
        """Who does the duty that a reading asks about."""

    def speaks_of(self, text: str, framework: str) -> Speaks:
        """Of which cells the words of one duty speak."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One reading to answer. `last` is the reading before it; `start` is None for the short answer, else where the long one goes on.

    `guest` says that nothing can be kept of the asker. `personal` is false in a group chat or channel.
    `choices` are the roles and competencies chosen before where a question could mean several. `turn` is the turn that it is asked in,
    with the person's records and the time. `people` know at the asker's institution what the assistant does not.
    """

    reading: Reading
    library: Library
    reader: Reads
    profile: Profile = field(default_factory=Profile)
    last: Reading | None = None
    start: int | None = None
    guest: bool = False
    personal: bool = True
    choices: tuple[str, ...] = ()
    turn: Turn = field(default_factory=lambda: Turn(Said("")))
    people: tuple[Contact, ...] = ()

    @property
    def framework(self) -> Framework:
        """The framework that the question is about."""
        return self.library.frameworks[self.reading.framework]

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles asked about in the source's order: those named, every role of a grade named alone, or else the asker's own."""
        reading, framework = self.reading, self.framework
        named = {role for role in reading.roles if role in framework.roles}
        alone = set(reading.grades) - {framework.roles[role].grade for role in named}
        open_ = {role.id for grade in alone for role in chosen_roles(framework.roles_at(grade), self.choices)}
        asked = tuple(role for role in framework.roles.values() if role.id in named or role.id in open_)
        return asked or (() if reading.grades else self.own_roles)

    @property
    def own_roles(self) -> tuple[Role, ...]:
        """The asker's role, or the roles of their grade; empty where neither is known in this framework."""
        profile, framework = self.profile, self.framework
        if profile.framework not in (None, framework.id):
            return ()
        if profile.role and profile.role in framework.roles:
            return (framework.roles[profile.role],)
        at_grade = framework.roles_at(profile.grade) if profile.grade else ()
        return tuple(role for role in at_grade if role.path == profile.path) or at_grade

    @property
    def aim(self) -> Role | None:
        """The role that the asker aims at, where this framework has it."""
        same = self.profile.framework in (None, self.framework.id)
        return self.framework.roles.get(self.profile.aim or "") if same else None

    @property
    def competencies(self) -> tuple[str, ...]:
        """The competencies asked about, and those that the word used may mean as well; empty for all, or none in particular."""
        known = tuple(id_ for id_ in (*self.reading.competencies, *self.reading.also) if id_ in self.framework.competencies)
        return chosen_competencies(known, self.choices) if self.reading.also else known

    @property
    def settled(self) -> tuple[str, ...]:
        """What a choice made before has left out of this question: roles of the grades named, and competencies of the words used."""
        open_ = replace(self, choices=())
        roles = tuple(role.id for role in open_.roles if role not in self.roles)
        return (*roles, *(id_ for id_ in open_.competencies if id_ not in self.competencies))

    @property
    def other_frameworks(self) -> tuple[Framework, ...]:
        """Every framework but the one asked about."""
        return tuple(each for each in self.library.frameworks.values() if each.id != self.reading.framework)
