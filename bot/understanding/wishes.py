"""What is wished of reminders, and which of the things that are held somebody names."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field

from bot.framework.shapes import Shape, Words
from bot.framework.sheets import read_shape
from bot.understanding.phrasing import Phrases

Wish = Literal[
    "no_reminders", "reminders_again", "until_tomorrow", "until_next_week", "own_times", "all_of_it", "aim", "of_own", "who_sees"
]
Named = Literal["plan", "review", "meeting", "assessment", "evidence", "dossier", "grading", "job_description"]
NAMED: tuple[Named, ...] = ("plan", "review", "meeting", "assessment", "evidence", "dossier", "grading", "job_description")


class WishesShape(Shape):
    """The shape of `wishes.yaml`; the comments in the file say what each list is for."""

    no_reminders: list[Words] = Field(min_length=1)
    reminders_again: list[Words] = Field(min_length=1)
    until_tomorrow: list[Words] = Field(min_length=1)
    until_next_week: list[Words] = Field(min_length=1)
    own_times: list[Words] = Field(min_length=1)
    all_of_it: list[Words] = Field(min_length=1)
    aim: list[Words] = Field(min_length=1)
    of_own: list[Words] = Field(min_length=1)
    who_sees: list[Words] = Field(min_length=1)
    plan: list[Words] = Field(min_length=1)
    review: list[Words] = Field(min_length=1)
    meeting: list[Words] = Field(min_length=1)
    assessment: list[Words] = Field(min_length=1)
    evidence: list[Words] = Field(min_length=1)
    dossier: list[Words] = Field(min_length=1)
    grading: list[Words] = Field(min_length=1)
    job_description: list[Words] = Field(min_length=1)


class Wishes:
    """Hears wishes; `short_forms` are words that are read as others."""

    def __init__(self, shape: WishesShape, short_forms: Mapping[str, str]) -> None:
        self._shape = shape
        self._short_forms = short_forms

    def is_(self, wish: Wish, text: str) -> bool:
        """Whether a message says so."""
        return bool(self._phrases[wish].first(text))

    def reminds_of_own(self, text: str) -> bool:
        """Whether a whole message asks for reminders of something of one's own: "plan" is no competency in it."""
        return self._phrases["of_own"].whole(text)

    def named(self, text: str) -> tuple[Named, ...]:
        """What a message names."""
        return tuple(name for name in NAMED if self._phrases[name].first(text))

    @cached_property
    def _phrases(self) -> Mapping[str, Phrases]:
        return {name: Phrases(getattr(self._shape, name), self._short_forms) for name in WishesShape.model_fields}


def read_wishes(path: Path, short_forms: Mapping[str, str]) -> Wishes:
    """Read `wishes.yaml`. Raises KnowledgeError with every fault found."""
    return Wishes(read_shape(path, WishesShape), short_forms)
