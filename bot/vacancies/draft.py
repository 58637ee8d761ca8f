"""A draft of a job description as it is kept: what was entered, and what was chosen from what one role is expected to do."""

import hashlib
from typing import ClassVar, Literal

from bot.people.records import Body, Part

LONGEST_LINE = 500
LONGEST_ENTRY = 300
LONGEST_TEXT = 2_000
MOST_LINES = 15  # in one section: more would fit neither on a card nor in a job
Need = Literal["essential", "desirable", "no"]
_KEY_LENGTH = 8


def key(text: str) -> str:
    """A short name for some words, by which a form and its answer tell lines apart."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_KEY_LENGTH]


class Line(Part):
    """One line of a section.

    `competency` and `role` say whose expectation it is; both are empty for the author's own words.
    """

    text: str
    competency: str = ""
    role: str = ""


class DraftSection(Part):
    """A section with the lines chosen for it, by the id of the template's section, or of the competency where the template has none."""

    id: str
    name: str
    competencies: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()


class Entered(Part):
    """What was entered for a field of the header; empty where it was cleared."""

    id: str
    text: str


class Decision(Part):
    """What the author decided of a line of the person specification: needed, wished for, or left out. `own` are the author's words."""

    text: str
    need: Need
    own: bool = False


class Before(Part):
    """What a change replaced: `parts` are the fields of the draft that it changed, and of these alone the values count."""

    parts: tuple[str, ...] = ()
    role: str = ""
    header: tuple[Entered, ...] = ()
    sections: tuple[DraftSection, ...] = ()
    duties: tuple[str, ...] = ()
    person: tuple[Decision, ...] = ()
    career: bool | None = None
    criteria: str = ""


class Draft(Body):
    """One job description.

    `duties` are specific to the role. `person` holds only what the author decided otherwise than is suggested. `career` says whether the
    part on progression is kept (None: not decided, so left out), `criteria` is what the author wrote for it. `step` is where they are.
    `before` is what the last change replaced.
    `begun`, `done` and `deleted` are in seconds since 1970; what is deleted can be had back for a day, and then goes for good.
    """

    kind: ClassVar[str] = "job description"
    framework: str
    role: str
    header: tuple[Entered, ...] = ()
    sections: tuple[DraftSection, ...] = ()
    duties: tuple[str, ...] = ()
    person: tuple[Decision, ...] = ()
    career: bool | None = None
    criteria: str = ""
    step: str = ""
    before: Before | None = None
    presses: tuple[str, ...] = ()
    begun: float = 0.0
    done: float | None = None
    deleted: float | None = None

    def section(self, id_: str) -> DraftSection | None:
        """The section of that id."""
        return next((each for each in self.sections if each.id == id_), None)

    def with_section(self, changed: DraftSection) -> "Draft":
        """The same with one section changed."""
        return self.model_copy(update={"sections": tuple(changed if each.id == changed.id else each for each in self.sections)})

    def entered(self, id_: str) -> str | None:
        """What was entered for a field of the header; None where nothing was."""
        return next((each.text for each in self.header if each.id == id_), None)

    def with_entered(self, id_: str, text: str) -> "Draft":
        """The same with one field of the header entered."""
        others = tuple(each for each in self.header if each.id != id_)
        return self.model_copy(update={"header": (*others, Entered(id=id_, text=text))})

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line chosen, in order."""
        return tuple(line for section in self.sections for line in section.lines)
