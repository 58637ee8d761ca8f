"""A reading that waits for its answer, with everything the answer may need."""

from dataclasses import dataclass, field
from typing import Protocol

from bot.framework.model import Framework, Library, Role
from bot.people.profile import Profile
from bot.understanding.finding import Found
from bot.understanding.reading import Outcome, Reading


class Reads(Protocol):
    """What the dialogs need of understanding."""

    def read(self, text: str, framework: str, profile: Profile, last: Reading | None = None) -> Outcome:
        """What a message means."""

    def find(self, reading: Reading) -> Found:
        """Who does the duty that a reading asks about."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One reading to answer. `last` is the reading before it; `start` is None for the short answer, else where the long one goes on.

    `guest` says that nothing can be kept of the asker.
    """

    reading: Reading
    library: Library
    reader: Reads
    profile: Profile = field(default_factory=Profile)
    last: Reading | None = None
    start: int | None = None
    guest: bool = False

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
        asked = tuple(role for role in framework.roles.values() if role.id in named or role.grade in alone)
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
    def competencies(self) -> tuple[str, ...]:
        """The competencies asked about, and those that the word used may mean as well; empty for all, or none in particular."""
        return tuple(id_ for id_ in (*self.reading.competencies, *self.reading.also) if id_ in self.framework.competencies)

    @property
    def other_frameworks(self) -> tuple[Framework, ...]:
        """Every framework but the one asked about."""
        return tuple(each for each in self.library.frameworks.values() if each.id != self.reading.framework)
