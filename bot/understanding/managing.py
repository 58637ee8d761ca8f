"""What managers say of their team and of succession: which part is meant, how soon, and what is about a person and never kept."""

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field

from bot.framework.shapes import Shape, Words
from bot.framework.sheets import read_shape
from bot.understanding.phrasing import Phrases, either

Part = Literal[
    "file",
    "own_file",
    "everybody",
    "group",
    "marks",
    "marks_of_all",
    "needs",
    "who_of_them",
    "who_in_general",
    "how_is_one",
    "adds",
    "removes",
    "undoes",
]
Soon = Literal["now", "year", "three", "later", "unknown"]
SOON: tuple[Soon, ...] = ("now", "year", "three", "later", "unknown")


class ManagingShape(Shape):
    """The shape of `managing.yaml`; the comments in the file say what each list is for."""

    file: list[Words] = Field(min_length=1)
    own_file: list[Words] = Field(min_length=1)
    everybody: list[Words] = Field(min_length=1)
    group: list[Words] = Field(min_length=1)
    marks: list[Words] = Field(min_length=1)
    marks_of_all: list[Words] = Field(min_length=1)
    needs: list[Words] = Field(min_length=1)
    names_like_words: list[Words] = Field(min_length=1)
    who_of_them: list[Words] = Field(min_length=1)
    who_in_general: list[Words] = Field(min_length=1)
    how_is_one: list[Words] = Field(min_length=1)
    adds: list[Words] = Field(min_length=1)
    removes: list[Words] = Field(min_length=1)
    undoes: list[Words] = Field(min_length=1)
    reason_after: list[Words] = Field(min_length=1)
    now: list[Words] = Field(min_length=1)
    year: list[Words] = Field(min_length=1)
    three: list[Words] = Field(min_length=1)
    later: list[Words] = Field(min_length=1)
    unknown: list[Words] = Field(min_length=1)
    about_people: list[Words] = Field(min_length=1)


class Managing:
    """Hears managers; `short_forms` are words that are read as others."""

    def __init__(self, shape: ManagingShape, short_forms: Mapping[str, str]) -> None:
        self._shape = shape
        self._short_forms = short_forms

    def is_(self, part: Part, text: str) -> bool:
        """Whether a message is about a part of the overview, or wants that done."""
        return bool(self._phrases[part].first(text))

    def soon(self, text: str) -> Soon | None:
        """How soon, as the words tell it."""
        return next((name for name in SOON if self._phrases[name].first(text)), None)

    def says(self, order: Literal["removes", "undoes"], text: str) -> bool:
        """Whether a message is that, and nothing else."""
        return self._phrases[order].whole(text)

    def named_and_why(self, text: str) -> tuple[str, str]:
        """A message that names something and says why, in these two parts; the second is empty where nothing of that kind follows."""
        found = self._joint.search(text)
        return (text[: found.start()].strip(), text[found.end() :].strip()) if found else (text.strip(), "")

    def about_people(self, text: str) -> str:
        """The first words that tell a person's age, gender, race or health; empty where none do."""
        return self._phrases["about_people"].first(text)

    def is_word(self, name: str) -> bool:
        """Whether a first name is a word as well, so that it names nobody by itself."""
        return name.casefold() in self._shape.names_like_words

    @cached_property
    def _joint(self) -> re.Pattern[str]:
        words = rf"(?:{either(self._shape.reason_after)})(?![\w'])"
        return re.compile(rf"\s*(?:[,;:–—]\s*|\s-\s+)(?:{words}\s*)?|\s{words}\s*", re.IGNORECASE)

    @cached_property
    def _phrases(self) -> Mapping[str, Phrases]:
        return {name: Phrases(getattr(self._shape, name), self._short_forms) for name in ManagingShape.model_fields}


def read_managing(path: Path, short_forms: Mapping[str, str]) -> Managing:
    """Read `managing.yaml`. Raises KnowledgeError with every fault found."""
    return Managing(read_shape(path, ManagingShape), short_forms)
