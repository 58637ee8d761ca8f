"""What somebody wants done with their plan, in words: put something in it, change a part of an entry, tick one off, drop one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, get_args

from pydantic import Field

from bot.framework.shapes import Shape, Words
from bot.framework.sheets import read_shape
from bot.understanding.orders import Orders
from bot.understanding.phrasing import Phrases, opening
from bot.understanding.spoken import Spoken
from bot.understanding.wish_patterns import WishPatterns

LONGEST_WISH = 400  # a longer message is no wish about an entry; what is to go into the plan may be longer
FEW_WORDS = 4  # an objective of so many words or fewer says nothing by which one could tell
To = Literal["under way", "done", "dropped", "undone"]
Column = Literal["date", "objective", "activity", "difference", "support", "learnt"]
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")
_PLACE_WORD = re.compile(r"(?<!['’])[a-z]+|\d+(?=(?:st|nd|rd|th)?\b)")


class PlanningShape(Shape):
    """The shape of `planning.yaml`; the comments in the file say what each list is for."""

    plan: list[Words] = Field(min_length=1)
    put: list[Words] = Field(min_length=1)
    columns: dict[Column, list[Words]] = Field(min_length=1)
    add_here: list[Words] = Field(min_length=1)
    add: list[Words] = Field(min_length=1)
    change: list[Words] = Field(min_length=1)
    put_off: list[Words] = Field(min_length=1)
    under_way: list[Words] = Field(min_length=1)
    done: list[Words] = Field(min_length=1)
    undone: list[Words] = Field(min_length=1)
    dropped: list[Words] = Field(min_length=1)
    polite: list[Words] = Field(min_length=1)
    around: list[Words] = Field(min_length=1)
    orders: dict[Words, list[Words]]
    ordinals: dict[Words, int]
    entry: list[Words] = Field(min_length=1)
    priority: list[Words] = Field(min_length=1)
    points: list[Words] = Field(min_length=1)
    small: list[Words] = Field(min_length=1)
    vague: list[Words] = Field(min_length=1)
    checkable: list[Words] = Field(min_length=1)
    becoming: list[Words] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Add:
    """Something is to go into the plan: `text` is what, `rest` what was said after it."""

    text: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A column of an entry is to say something else. `value` is empty and `column` None where they did not say."""

    column: Column | None
    which: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class PutOff:
    """The date of an entry is to be later, by a time in words: "a month"."""

    which: str
    by: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Something became of an entry."""

    to: To
    which: str


Wish = Add | Change | PutOff | Mark


class Planning:
    """Hears wishes about a plan. `spoken` has the polite words, `short_forms` are words read as others."""

    def __init__(self, shape: PlanningShape, spoken: Spoken, short_forms: Mapping[str, str]) -> None:
        self._shape = shape
        self._short_forms = short_forms
        self.orders = Orders(shape.orders, {}, spoken.shape.polite, short_forms)
        self._columns = {name: column for column, names in shape.columns.items() for name in names}

    def wish(self, text: str) -> Wish | None:
        """What is to be done with the plan; None where the words are no such wish. Whether they name an entry is for the caller to see."""
        added = self._patterns["add"].first(text)
        if added is not None:
            return Add((added.get("text") or added.get("quoted") or "").strip(), (added.get("rest") or "").strip())
        if len(text) > LONGEST_WISH:
            return None
        for to in get_args(To):
            found = self._patterns[to].first(text)
            if found is not None:
                return Mark(to, (found.get("which") or "").strip())
        off = self._patterns["put off"].first(text)
        return PutOff((off.get("which") or "").strip(), (off.get("value") or "").strip()) if off else self._change(text)

    def adds_here(self, text: str) -> Add | None:
        """What is to go into the plan, where that is what one is at: "add: shadow the finance partner"; None for anything else."""
        found = self._patterns["add here"].first(text)
        return Add((found.get("text") or "").strip()) if found else None

    def _change(self, text: str) -> Change | None:
        found = self._patterns["change"].first(text)
        if found is None:
            return None
        value, said = (found.get("value") or "").strip(), " ".join((found.get("column") or "").lower().split())
        return Change(self._columns.get(said) or ("date" if value else None), (found.get("which") or "").strip(), value)

    def place(self, which: str) -> int | None:
        """The place in a list that words name: 1 for "the first one", -1 for the last; None where they name none."""
        words = _PLACE_WORD.findall(which.lower())
        told = [word for word in words if word not in self._shape.entry] or words
        if len(told) != 1:
            return None
        return int(told[0][:3]) if told[0].isdigit() else self._shape.ordinals.get(told[0])

    def priority(self, which: str) -> int | None:
        """Which priority of the assessment words name: 1 for "the first priority", -1 for the last; None where they name none."""
        words = which.lower().strip(" .,!").split()
        told = [word for word in words if word not in self._shape.priority]
        if len(told) == len(words):
            return None
        return self.place(" ".join(told)) if self.telling(" ".join(told)) else 1

    def points(self, which: str) -> bool:
        """Whether the words point to what was just shown: "it", "that one"."""
        return not which or " ".join(which.lower().split()).strip(" .,!") in self._shape.points

    def telling(self, which: str) -> frozenset[str]:
        """The stems of the words that tell which entry is meant."""
        return frozenset(_stem(word) for word in _WORD.findall(which.lower()) if word not in self._shape.small)

    def vague(self, objective: str) -> bool:
        """Whether an objective says what to get better at, and nothing by which one could tell."""
        if self.checkable(objective):
            return False
        return bool(self._vague.first(objective)) or len(objective.split()) <= FEW_WORDS

    def checkable(self, objective: str) -> bool:
        """Whether an objective says by what one could tell."""
        return bool(_DIGIT.search(objective) or self._checkable.first(objective))

    def is_objective(self, text: str) -> bool:
        """Whether words say what to become able to do, and not what to do for it."""
        return bool(self._becoming.match(text))

    @cached_property
    def _vague(self) -> Phrases:
        return Phrases(self._shape.vague, self._short_forms)

    @cached_property
    def _checkable(self) -> Phrases:
        return Phrases(self._shape.checkable, self._short_forms)

    @cached_property
    def _becoming(self) -> re.Pattern[str]:
        return opening((*self._shape.becoming, *(f"to {word}" for word in self._shape.becoming)))

    @cached_property
    def _patterns(self) -> Mapping[str, WishPatterns]:
        shape = self._shape
        wishes = {
            "add": shape.add,
            "add here": shape.add_here,
            "change": shape.change,
            "put off": shape.put_off,
            "under way": shape.under_way,
            "done": shape.done,
            "undone": shape.undone,
            "dropped": shape.dropped,
        }
        words = {"plan": shape.plan, "put": shape.put, "column": tuple(self._columns)}
        return {name: WishPatterns(each, words, shape.polite, shape.around) for name, each in wishes.items()}


def _stem(word: str) -> str:
    return word.removesuffix("ing").removesuffix("s")


def read_planning(path: Path, spoken: Spoken, short_forms: Mapping[str, str]) -> Planning:
    """Read `planning.yaml`. Raises KnowledgeError with every fault found."""
    return Planning(read_shape(path, PlanningShape), spoken, short_forms)
