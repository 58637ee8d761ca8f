"""What somebody says of sharing and of reviews: which of the lists of `sharing.yaml` a message is about, and the code that it holds."""

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Literal, get_args

from pydantic import Field

from bot.framework.shapes import Shape, Words
from bot.framework.sheets import read_shape
from bot.understanding.phrasing import Phrases

About = Literal["take_back", "what_i_share", "shared_with_me", "rate", "compare", "agenda"]
Wish = Literal["stop", "back", "again", "look", "looked", "both", "rate", "send", "agreed"]
LONGEST_CLAIM = 80
LONGEST_WISH = 80
_CODE = re.compile(r"[^\W_]{4}[\s-]?[^\W_]{4}")


class SharingShape(Shape):
    """The shape of `sharing.yaml`; the comments in the file say what each list is for."""

    take_back: list[Words] = Field(min_length=1)
    what_i_share: list[Words] = Field(min_length=1)
    shared_with_me: list[Words] = Field(min_length=1)
    rate: list[Words] = Field(min_length=1)
    compare: list[Words] = Field(min_length=1)
    agenda: list[Words] = Field(min_length=1)
    wishes: dict[Wish, list[Words]]
    lookers: list[Words] = Field(min_length=1)
    claim: list[Words] = Field(min_length=1)


class Sharing:
    """Hears what is to be done about a share or a review; `short_forms` are words that are read as others."""

    def __init__(self, shape: SharingShape, short_forms: Mapping[str, str]) -> None:
        self._shape = shape
        self._short_forms = short_forms

    def is_(self, about: About, text: str) -> bool:
        """Whether a message is about that."""
        return bool(self._phrases[about].first(text))

    def wish(self, text: str) -> Wish | None:
        """What is to be done, where a message says that and nothing else."""
        if len(text) > LONGEST_WISH:
            return None
        return next((wish for wish, phrases in self._wishes.items() if phrases.whole(text)), None)

    def names_a_looker(self, text: str) -> bool:
        """Whether one of the words stands for somebody who may look: "they", "my manager"."""
        return not set(self._claims.meant(text).split()).isdisjoint(self._shape.lookers)

    def code(self, text: str) -> str | None:
        """The code that a message is, alone or after words that lead to it: eight letters and digits; None for any other message."""
        plain = text.strip(" \t\n.,!?:;\"'“”")
        found = None if len(text) > LONGEST_CLAIM else self._last_code(plain)
        if found is None:
            return None
        lead = plain[: found.start()].strip(" :,-–—")
        if lead:
            return found[0] if self._claims.whole(lead) and not found[0].isalpha() else None
        return found[0] if any(map(str.isdigit, found[0])) and any(map(str.isalpha, found[0])) else None

    def claims(self, text: str) -> bool:
        """Whether a message says that there is a code, and nothing else."""
        return self._claims.whole(text.strip(" .!?"))

    def _last_code(self, plain: str) -> re.Match[str] | None:
        """A code at the very end, with the words before it set apart."""
        for start in (len(plain) - 9, len(plain) - 8):
            found = _CODE.fullmatch(plain, start) if start >= 0 and (start == 0 or not plain[start - 1].isalnum()) else None
            if found:
                return found
        return None

    @cached_property
    def _phrases(self) -> Mapping[About, Phrases]:
        return {about: Phrases(getattr(self._shape, about), self._short_forms) for about in get_args(About)}

    @cached_property
    def _wishes(self) -> Mapping[Wish, Phrases]:
        return {wish: Phrases(phrases, self._short_forms) for wish, phrases in self._shape.wishes.items()}

    @cached_property
    def _claims(self) -> Phrases:
        return Phrases(self._shape.claim, self._short_forms)


def read_sharing(path: Path, short_forms: Mapping[str, str]) -> Sharing:
    """Read `sharing.yaml`. Raises KnowledgeError with every fault found."""
    return Sharing(read_shape(path, SharingShape), short_forms)
