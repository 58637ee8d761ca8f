"""Labelled messages: what each means, alone, to somebody who is known, or after another message."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Self

from pydantic import Field, model_validator

from bot.framework.faults import KnowledgeError
from bot.framework.model import Framework
from bot.framework.shapes import Id, Shape, Words
from bot.framework.sheets import Faults, Sheet
from bot.people.profile import Profile
from bot.understanding.reading import Intent, Reading


class ContextShape(Shape):
    """Who asks, as far as that is known."""

    grade: int | None = None
    role: Id | None = None
    path: Id | None = None

    @model_validator(mode="after")
    def _known(self) -> Self:
        if self.grade is None and self.role is None and self.path is None:
            raise ValueError("a grade, a role or a path must be given")
        return self


class PreviousShape(Shape):
    """The message before, with what it was about."""

    text: Words
    intent: Intent
    grades: list[int] = Field(default_factory=list)
    roles: list[Id] = Field(default_factory=list)
    competencies: list[Id] = Field(default_factory=list)


class MessageShape(Shape):
    """One message with what it means.

    `done_by` are the roles that do the duty which is asked about: none where the framework names none, None where it is not told.
    """

    text: Words
    context: ContextShape | None = None
    previous: PreviousShape | None = None
    intent: Intent
    competencies: list[Id] = Field(default_factory=list)
    guide_topics: list[Id] = Field(default_factory=list)
    done_by: list[Id] | None = None

    @property
    def alone(self) -> bool:
        """Whether it says what it means by itself."""
        return self.previous is None

    @property
    def cells(self) -> list[tuple[str, str]]:
        """The cells (role, competency) that speak of the duty, where it is told who does it and it is about one competency."""
        return [(role, self.competencies[0]) for role in self.done_by or ()] if len(self.competencies) == 1 else []

    def profile(self, framework: str) -> Profile:
        """Who asks."""
        known = self.context
        return Profile(framework, known.grade, known.role, known.path) if known else Profile(framework)

    def last(self, framework: str) -> Reading | None:
        """The reading of the message before."""
        before = self.previous
        if before is None:
            return None
        return Reading(framework, before.intent, tuple(before.grades), tuple(before.roles), tuple(before.competencies), said=before.text)


class ConversationsShape(Shape):
    """The shape of a file of labelled messages."""

    framework: Id
    messages: list[MessageShape] = Field(min_length=1)


Conversations = Mapping[str, tuple[MessageShape, ...]]  # by the framework whose people they are typed by


def read_conversations(folder: Path) -> Conversations:
    """Read every file of a folder; none where there is no such folder. Raises KnowledgeError with every fault found."""
    faults = Faults()
    sheets = list(_sheets(folder, faults))
    if faults.found:
        raise KnowledgeError(faults.found)
    return {sheet.shape.framework: tuple(sheet.shape.messages) for sheet in sheets}


def check_conversations(folder: Path, frameworks: Mapping[str, Framework]) -> int:
    """How many labelled messages a folder holds. Raises KnowledgeError where one names what its framework does not have."""
    faults, count = Faults(), 0
    for sheet in _sheets(folder, faults):
        count += len(sheet.shape.messages)
        framework = frameworks.get(sheet.shape.framework)
        if framework is None:
            faults.unknown(sheet, ("framework",), "framework", sheet.shape.framework, frameworks)
        else:
            _check(sheet, framework, faults)
    if faults.found:
        raise KnowledgeError(faults.found)
    return count


def _sheets(folder: Path, faults: Faults) -> Iterator[Sheet[ConversationsShape]]:
    """The files of a folder that can be read."""
    for path in sorted(folder.glob("*.yaml")):
        sheet = faults.sheet(path, ConversationsShape)
        if sheet is not None:
            yield sheet


def _check(sheet: Sheet[ConversationsShape], framework: Framework, faults: Faults) -> None:
    for at, message in enumerate(sheet.shape.messages):
        before, context = message.previous, message.context
        named: tuple[tuple[str, Iterable[Hashable], Mapping[Any, object]], ...] = (
            ("competency", (*message.competencies, *(before.competencies if before else ())), framework.competencies),
            ("role", (*(message.done_by or ()), *(before.roles if before else ()), context.role if context else None), framework.roles),
            ("path", (context.path if context else None,), framework.paths),
            ("grade", (*(before.grades if before else ()), context.grade if context else None), dict.fromkeys(framework.grades)),
        )
        for kind, given, known in named:
            for each in given:
                if each is not None and each not in known:
                    faults.unknown(sheet, ("messages", at), kind, each, {str(id_): None for id_ in known})
