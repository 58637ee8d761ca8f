"""What people say beside their questions: an aim, a wish to be forgotten, a nod, a rude word, another language."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from bot.framework.shapes import Shape, Words
from bot.framework.sheets import read_shape
from bot.understanding.phrasing import Phrases

FOREIGN_WORDS = 2  # so many words of another language, and at least half of all, are a sentence in it


class RemarksShape(Shape):
    """The shape of `remarks.yaml`; the comments in the file say what each list is for."""

    aims: list[Words] = Field(min_length=1)
    forgetting: list[Words] = Field(min_length=1)
    nods: list[Words] = Field(min_length=1)
    waits: list[Words] = Field(min_length=1)
    farewells: list[Words] = Field(min_length=1)
    sorry: list[Words] = Field(min_length=1)
    rude: list[Words] = Field(min_length=1)
    other_languages: dict[Words, list[Words]]


class Remarks:
    """Hears remarks."""

    def __init__(self, shape: RemarksShape, short_forms: Mapping[str, str]) -> None:
        self._aims = Phrases(shape.aims, short_forms)
        self._forgetting = Phrases(shape.forgetting, short_forms)
        self._nods = Phrases(shape.nods, short_forms)
        self._waits = Phrases(shape.waits, short_forms)
        self._farewells = Phrases(shape.farewells, short_forms)
        self._sorry = Phrases(shape.sorry, short_forms)
        self._rude = Phrases(shape.rude, short_forms)
        self._languages = [frozenset(words) for words in shape.other_languages.values()]

    def is_aim(self, text: str) -> bool:
        """Whether somebody says what they want to become."""
        return bool(self._aims.first(text))

    def is_to_forget(self, text: str) -> bool:
        """Whether something is to be forgotten."""
        return bool(self._forgetting.first(text))

    def is_nod(self, text: str) -> bool:
        """Whether it only acknowledges what was said."""
        signs_only = bool(text.strip()) and not any(letter.isalnum() or letter in "?!" for letter in text)
        return signs_only or self._nods.whole(text)

    def is_to_wait(self, text: str) -> bool:
        """Whether it only asks for a moment."""
        return self._waits.whole(text)

    def is_farewell(self, text: str) -> bool:
        """Whether it only says goodbye."""
        return self._farewells.whole(text)

    def is_sorry(self, text: str) -> bool:
        """Whether it only says sorry."""
        return self._sorry.whole(text)

    def is_rude(self, text: str) -> bool:
        """Whether it is abuse."""
        return bool(self._rude.first(text))

    def is_foreign(self, text: str) -> bool:
        """Whether it is a sentence in another language, by its small words or its letters."""
        letters = [letter for letter in text if letter.isalpha()]
        if 2 * sum(letter > "\u024f" for letter in letters) > len(letters):
            return True
        words = self._nods.meant(text).split()
        own = [word for word in words if not word.isdigit()]
        known = max((sum(word in language for word in own) for language in self._languages), default=0)
        return known >= FOREIGN_WORDS and 2 * known >= len(own)


def read_remarks(path: Path, short_forms: Mapping[str, str]) -> Remarks:
    """Read `remarks.yaml`. Raises KnowledgeError with every fault found."""
    return Remarks(read_shape(path, RemarksShape), short_forms)
