"""What is typed instead of pressing: which of the titles on a card some words mean, letter for letter, misspelt, or nearly."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field
from rapidfuzz import fuzz

from bot.framework.shapes import Shape, Words
from bot.framework.sheets import read_shape
from bot.understanding.phrasing import Phrases, either
from bot.understanding.slips import misspelt

Plain = Literal["back", "place", "yes", "no", "agree", "more", "commands", "send_it", "waiting"]
LONGEST = 80  # characters of a message that may stand for a button
LONGEST_BARED = 300  # of a longer one, nothing is left out
SHORTEST = 4  # letters of a word that may be another, misspelt, where it is one of several
SAME_WORD = 80.0  # two words as like as this are one
SEVERAL, FEW = 2, 3  # among so many titles at least, one is told from the others by so many words at most
LEAST = 0.6  # so large a part of a title's telling words means it, whichever they are


class PressingShape(Shape):
    """The shape of `pressing.yaml`; the comments in the file say what each list is for."""

    around: list[Words] = Field(min_length=1)
    small: list[Words] = Field(min_length=1)
    pronouns: list[Words] = Field(min_length=1)
    back: list[Words] = Field(min_length=1)
    place: list[Words] = Field(min_length=1)
    yes: list[Words] = Field(min_length=1)
    no: list[Words] = Field(min_length=1)
    agree: list[Words] = Field(min_length=1)
    more: list[Words] = Field(min_length=1)
    places: dict[Words, int] = Field(min_length=1)
    of_a_list: list[Words] = Field(min_length=1)
    commands: list[Words] = Field(min_length=1)
    send_it: list[Words] = Field(min_length=1)
    waiting: list[Words] = Field(min_length=1)


class Pressing:
    """Hears which button is meant; `short_forms` are words that are read as others."""

    def __init__(self, shape: PressingShape, short_forms: Mapping[str, str]) -> None:
        self._shape = shape
        self._short_forms = short_forms
        self._small, self._pronouns = frozenset((*shape.small, *shape.pronouns)), frozenset(shape.pronouns)

    def named(self, text: str, titles: Sequence[str]) -> int | None:
        """The place of the one title that the words are, as they stand or misspelt; None where none is, or several are."""
        if len(text) > LONGEST:
            return None
        whole, written = self._meant(text), [self._meant(title) for title in titles]
        said, plain = self.bare(text), [self.bare(title) for title in titles]
        ways = (
            (at for at, title in enumerate(written) if whole == title),
            (at for at, title in enumerate(plain) if said == title),
            (at for at, title in enumerate(plain) if misspelt(said, title)),
        )
        found = next((places for way in ways if (places := list(way))), [])
        return _only(found) if said else None

    def nearly(self, text: str, titles: Sequence[str]) -> int | None:
        """The place of the one title of which the words are the greater part, or the beginning; None where none is, or several are."""
        said = self._telling(text) if len(text) <= LONGEST else []
        begins = len(said) > 1 or not self._pronouns.isdisjoint(self.bare(text).split())
        shares = [self._share(said, self._telling(title), begins=begins) for title in titles] if said else []
        most = max(shares, default=0.0)
        return _only([at for at, share in enumerate(shares) if share == most]) if most else None

    def place(self, text: str, titles: Sequence[str]) -> int | None:
        """The place in a list that the words name ("the second one"); None where they name none, or say something else beside it."""
        words = self.bare(text).split() if len(text) <= LONGEST else []
        named = [self._shape.places[word] for word in words if word in self._shape.places]
        if len(named) != 1 or not titles:
            return None
        at = named[0] - 1
        if not 0 <= at < len(titles):
            return None
        known = {*self._shape.places, *self._shape.of_a_list, *self._small, *self.bare(titles[at]).split()}
        return at if known.issuperset(words) else None

    def tells_apart(self, text: str, titles: Sequence[str]) -> int | None:
        """The place of the only title of several that holds all the telling words said: "the manager one"; None where there is none."""
        said = [word for word in self._telling(text) if word not in self._shape.of_a_list] if len(text) <= LONGEST else []
        if len(titles) < SEVERAL or not 0 < len(said) <= FEW:
            return None
        words = [self._telling(title) for title in titles]
        return _only([at for at, title in enumerate(words) if all(any(_alike(word, each) for each in title) for word in said)])

    def is_(self, plain: Plain, text: str) -> bool:
        """Whether a message is that, and nothing else."""
        if len(text) > LONGEST:
            return False
        phrases, said = self._phrases[plain], text.strip(" .!,")
        return phrases.whole(said) or phrases.whole(self.bare(said)) or (plain == "back" and self._misspelt_back(said))

    def _misspelt_back(self, said: str) -> bool:
        bare = self.bare(said)
        return any(misspelt(bare, phrase) for phrase in self._shape.back)

    def bare(self, text: str) -> str:
        """The words without those that stand around an order; all of them where there are no others, or it is too long to be one."""
        return text if len(text) > LONGEST_BARED else self._bared(text)

    @cached_property
    def _bared(self) -> Callable[[str], str]:
        """The same for a text that was just looked at: it is held against one list after another."""

        def bared(text: str) -> str:
            words = self._meant(text)
            return self._around.sub("", self._around.sub("", words)).strip() or words

        return lru_cache(maxsize=64)(bared)

    def _share(self, said: Sequence[str], title: Sequence[str], *, begins: bool) -> float:
        """How much of a title's words was said; 0 where something else was said as well, or too little.

        `begins` says that its first word is enough: something stands for the rest, as in "send them".
        """
        if not title or not all(any(_alike(word, each) for each in title) for word in said):
            return 0.0
        share = sum(any(_alike(each, word) for word in said) for each in title) / len(title)
        return share if share >= LEAST or (begins and _alike(said[0], title[0])) else 0.0

    def _telling(self, text: str) -> list[str]:
        return [word for word in self.bare(text).split() if word not in self._small]

    def _meant(self, text: str) -> str:
        return self._plain.meant(text).strip()

    @cached_property
    def _plain(self) -> Phrases:
        return Phrases((), self._short_forms)

    @cached_property
    def _around(self) -> re.Pattern[str]:
        around = either(map(self._meant, self._shape.around))
        return re.compile(rf"^(?:(?:{around})(?: |$))+|(?:(?:^| )(?:{around}))+$")

    @cached_property
    def _phrases(self) -> Mapping[Plain, Phrases]:
        shape = self._shape
        lists: Mapping[Plain, Iterable[str]] = {
            "back": (*shape.back, *shape.place),
            "place": shape.place,
            "yes": shape.yes,
            "no": shape.no,
            "agree": shape.agree,
            "more": shape.more,
            "commands": shape.commands,
            "send_it": shape.send_it,
            "waiting": shape.waiting,
        }
        return {name: Phrases(phrases, self._short_forms) for name, phrases in lists.items()}


def _only(found: Sequence[int]) -> int | None:
    return found[0] if len(found) == 1 else None


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    return min(len(one), len(other)) >= SHORTEST and not one.isdigit() and fuzz.ratio(one, other, score_cutoff=SAME_WORD) > 0


def read_pressing(path: Path, short_forms: Mapping[str, str]) -> Pressing:
    """Read `pressing.yaml`. Raises KnowledgeError with every fault found."""
    return Pressing(read_shape(path, PressingShape), short_forms)
