"""Who is not well: what signals distress is told from what is about the framework, by phrases, before anything else is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import Field

from bot.framework.shapes import Shape, Words
from bot.framework.sheets import read_shape
from bot.understanding.phrasing import Phrases


class Need(StrEnum):
    """What somebody may need: help at once, or somebody to turn to."""

    DANGER = "danger"
    SUPPORT = "support"


class SignsShape(Shape):
    """Phrases that are a sign, and phrases beside which they are none."""

    signs: list[Words] = Field(min_length=1)
    unless: list[Words] = Field(default_factory=list)


class CareShape(Shape):
    """The shape of `care.yaml`; the comments in the file say what each part is for."""

    danger: SignsShape
    not_coping: SignsShape
    treated_badly: SignsShape
    somebody_else: SignsShape
    alone: list[Words] = Field(default_factory=list)


class DistressShape(Shape):
    """The shape of `distress.yaml`; the comments in the file say what each list is for."""

    danger: list[Words] = Field(min_length=1)
    support: list[Words] = Field(min_length=1)
    neither: list[Words] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class _Signs:
    signs: Phrases
    unless: Phrases

    def show(self, text: str) -> bool:
        """Whether there is a sign, and nothing that speaks against it."""
        return bool(self.signs.first(text)) and not self.unless.first(text)


class Care:
    """Hears distress."""

    def __init__(self, shape: CareShape, short_forms: Mapping[str, str]) -> None:
        def signs(of: SignsShape) -> _Signs:
            return _Signs(Phrases(of.signs, short_forms), Phrases(of.unless, short_forms))

        self._danger = (signs(shape.danger), signs(shape.somebody_else))
        self._support = (signs(shape.not_coping), signs(shape.treated_badly))
        self._alone = Phrases(shape.alone, short_forms)

    def need(self, text: str) -> Need | None:
        """What the writer of `text` may need; None for anybody else."""
        if any(each.show(text) for each in self._danger):
            return Need.DANGER
        if self._alone.whole(text) or any(each.show(text) for each in self._support):
            return Need.SUPPORT
        return None


def read_care(path: Path, short_forms: Mapping[str, str]) -> Care:
    """Read `care.yaml`. Raises KnowledgeError with every fault found."""
    return Care(read_shape(path, CareShape), short_forms)


def read_distress(path: Path) -> DistressShape:
    """Read `distress.yaml`. Raises KnowledgeError with every fault found."""
    return read_shape(path, DistressShape)
