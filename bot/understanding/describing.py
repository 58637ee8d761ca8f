"""What people say while they write a job description: which lines to take, their own words, a field of the header, another grade."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, get_args

from pydantic import Field

from bot.framework.shapes import Shape, Words
from bot.framework.sheets import read_shape
from bot.understanding.orders import Orders
from bot.understanding.phrasing import Phrases, either, opening
from bot.understanding.wish_patterns import WishPatterns

LONGEST_WISH = 400  # a longer message is no wish about lines; what is to be put in may be longer
LONGEST_WORDS = 3_000
MOST_GAPS = 40  # so many commas of a line are looked at
_GAP = re.compile(r"\s*[,;|]\s*(?:and\s+)?|\s+and\s+|\.\s+", re.IGNORECASE)
_TOKEN = re.compile(r"\d+|[^\W\d]+|&|[-–]")
_MOST = 99  # no list has more lines
_LAST = -1
Ask = Literal["about", "list", "go_on", "copy", "delete", "away"]
Kind = Literal["only", "plus", "minus", "own", "reword", "essential", "desirable", "regrade"]
OfTheList = Literal["open", "copy", "delete"]
Wished = Literal["own", "add", "plus", "only", "minus", "reword", "essential", "desirable", "regrade"]
_OF_LINES: tuple[Wished, ...] = ("plus", "minus", "only")
_OF_WORDS: tuple[Wished, ...] = ("reword", "essential", "desirable")


class DescribingShape(Shape):
    """The shape of `describing.yaml`; the comments in the file say what each list is for."""

    begins: list[Words] = Field(min_length=1)
    wanting: list[Words] = Field(min_length=1)
    articles: list[Words] = Field(min_length=1)
    header: dict[Words, list[Words]] = Field(min_length=1)
    verbs: dict[Words, list[Words]] = Field(min_length=1)
    set: list[Words] = Field(min_length=1)
    told: list[Words] = Field(min_length=1)
    bare: list[Words] = Field(min_length=1)
    not_bare: list[Words] = Field(min_length=1)
    wishes: dict[Wished, list[Words]]
    of_the_list: dict[OfTheList, list[Words]]
    which: list[Words] = Field(min_length=1)
    all: list[Words] = Field(min_length=1)
    none: list[Words] = Field(min_length=1)
    ordinals: dict[Words, int]
    polite: list[Words] = Field(min_length=1)
    around: list[Words] = Field(min_length=1)
    orders: dict[Words, list[Words]]
    asks: dict[Ask, list[Words]]


@dataclass(frozen=True, slots=True)
class Which:
    """The lines that words name, by number: -1 is the last, and `first` of them at the front. `everything` is all there are."""

    numbers: tuple[int, ...] = ()
    everything: bool = False

    def of(self, count: int) -> tuple[int, ...] | None:
        """The places (from 1) among so many lines; None where one is not there."""
        if self.everything:
            return tuple(range(1, count + 1))
        placed = tuple(count if number == _LAST else number for number in self.numbers)
        return placed if all(0 < place <= count for place in placed) else None


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to become of the lines that are shown. `which` is None where the wish names none, `text` empty where it brings no words."""

    kind: Kind
    which: Which | None = None
    text: str = ""


class Describing:
    """Hears what is said to a draft; `short_forms` are words read as others."""

    def __init__(self, shape: DescribingShape, short_forms: Mapping[str, str]) -> None:
        self._shape = shape
        self.orders = Orders(shape.orders, shape.ordinals, shape.polite, short_forms)
        self._asks = {name: Phrases(phrases, short_forms) for name, phrases in shape.asks.items()}
        self._fields = {name.lower(): id_ for id_, names in shape.header.items() for name in names}
        self._verbs = {name.lower(): id_ for id_, names in shape.verbs.items() for name in names}

    def asks_for(self, ask: Ask, text: str) -> bool:
        """Whether a message holds a phrase of a list."""
        return bool(self._asks[ask].first(text))

    def role_after(self, text: str) -> str | None:
        """What follows where a message begins a new job description ("new vacancy: lab manager"); None where it begins none."""
        found = self._begins.match(text.replace("’", "'")[:LONGEST_WISH]) if "?" not in text else None
        return self._around.sub("", text[found.end() :]).strip(" .,!:;-–") if found else None

    def wish(self, text: str) -> Wish | None:
        """What is to be done with the lines that are shown; None where the words are no such wish."""
        if len(text) > LONGEST_WORDS:
            return None
        own = self._wishes["own"].first(text)
        if own:
            return Wish("own", text=_said(own, "text"))
        short = text[:LONGEST_WISH] if len(text) <= LONGEST_WISH else ""
        ways: tuple[Callable[[str], Wish | None], ...] = (self._regrade, self._of_words, self._of_lines)
        found = next((wish for way in ways if short and (wish := way(short))), None)
        added = None if found else self._wishes["add"].first(text)
        return Wish("own", text=_said(added, "text")) if added else found

    def of_the_list(self, text: str) -> tuple[str, Which | None]:
        """Which of a list of drafts is named, and what for ("open", "copy", "delete"; empty where nothing is said)."""
        found = next(((do, said) for do in get_args(OfTheList) if (said := self._of_the_list[do].first(text))), None)
        return (found[0], self.which(_said(found[1], "which"))) if found else ("", self.which(text))

    def which(self, words: str) -> Which | None:
        """The lines that some words name; None where they name anything else besides."""
        said = " ".join(words.casefold().split()).strip(" .,!")
        if said in self._shape.all or said in self._shape.none:
            return Which(everything=said in self._shape.all)
        tokens = [token for token in _TOKEN.findall(said) if token not in self._shape.which]
        return _numbers(tokens, self._shape.ordinals)

    def fields(self, text: str, *, bare: bool = False) -> tuple[tuple[str, str], ...]:
        """The fields of the header that a message fills, with what: a line each, or several in one; empty where it holds anything else.

        `bare`: a name and what follows it are enough, as where the header is shown.
        """
        if len(text) > LONGEST_WORDS:
            return ()
        parts = [part for line in text.splitlines() if line.strip() for part in self._parts(line)]
        found = [self._field(part, bare=bare or len(parts) > 1) for part in parts]
        told = tuple(each for each in found if each)
        return told if len(told) == len(found) else ()

    def header_after(self, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """What a message says before the fields of the header that it ends with, and those: "a grade 5, department: Art, reports to Jo"."""
        if "\n" in text.strip() or len(text) > LONGEST_WORDS:
            return text, ()
        ends = ((text[: gap.start()], self.fields(text[gap.end() :])) for gap in self._gaps(text))
        return next(((before, found) for before, found in ends if found), (text, ()))

    def _parts(self, line: str) -> list[str]:
        """A line cut before each further field: "title is X, department Y and reports to Z". What belongs to no other field stays."""
        parts = [line]
        while gap := next((gap for gap in self._gaps(parts[-1]) if self._begins_a_field(parts, gap)), None):
            parts[-1:] = [parts[-1][: gap.start()], parts[-1][gap.end() :]]
        return parts

    def _gaps(self, text: str) -> list[re.Match[str]]:
        return list(_GAP.finditer(text))[:MOST_GAPS]

    def _begins_a_field(self, before: list[str], gap: re.Match[str]) -> bool:
        """Whether a field that was not told yet begins after a gap; after a bare "and" only where it says so in full."""
        mark = gap[0].strip().casefold() != "and"
        following = self._field(before[-1][gap.end() :], bare=mark)
        first = self._field(before[-1][: gap.start()], bare=True)
        told = {each[0] for part in before[:-1] if (each := self._field(part, bare=True))}
        return following is not None and first is not None and following[0] not in {first[0], *told}

    def _field(self, text: str, *, bare: bool) -> tuple[str, str] | None:
        """The field of the header that some words fill, and with what."""
        ways = ((self._set, self._fields), (self._told, self._verbs), *(((self._bare, self._fields),) if bare else ()))
        for patterns, names in ways:
            found = patterns.first(text)
            if found and (patterns is not self._bare or not self._not_bare.match(_said(found, "text"))):
                return names[" ".join(_said(found, "column").lower().split())], _said(found, "text")
        return None

    def _of_lines(self, text: str) -> Wish | None:
        for kind in _OF_LINES:
            found = self._wishes[kind].first(text)
            which = self.which(_said(found, "which")) if found else None
            if which:
                return Wish(kind, which)  # type: ignore[arg-type]  # each of them is a kind
        bare = self.which(text)
        return Wish("only", bare) if bare and bare.numbers else None

    def _of_words(self, text: str) -> Wish | None:
        for kind in _OF_WORDS:
            found = self._wishes[kind].first(text)
            which = self.which(_said(found, "which")) if found and found.get("which") else None
            if found and (which or not found.get("which")):
                return Wish(kind, which, _said(found, "text"))  # type: ignore[arg-type]  # each of them is a kind
        return None

    def _regrade(self, text: str) -> Wish | None:
        found = self._wishes["regrade"].first(text)
        return Wish("regrade", text=_said(found, "value")) if found else None

    @cached_property
    def _begins(self) -> re.Pattern[str]:
        polite = rf"\s*(?:(?:{either((*self._shape.polite, *self._shape.wanting))})(?![\w'])[\s,]*)*"
        articles = rf"(?:(?:{either(self._shape.articles)})(?![\w'])\s*)*"
        return re.compile(rf"{polite}(?:{either(self._shape.begins)})(?![\w'])[\s:,–-]*{articles}", re.IGNORECASE)

    @cached_property
    def _around(self) -> re.Pattern[str]:
        return re.compile(rf"(?:[\s,]*(?<!\w)(?:{either(self._shape.around)})[\s.!]*)+$", re.IGNORECASE)

    @cached_property
    def _wishes(self) -> Mapping[Wished, WishPatterns]:
        shape = self._shape
        return {name: WishPatterns(shape.wishes[name], {}, shape.polite, shape.around) for name in get_args(Wished)}

    @cached_property
    def _set(self) -> WishPatterns:
        return WishPatterns(self._shape.set, {"column": tuple(self._fields)}, self._shape.polite, self._shape.around)

    @cached_property
    def _of_the_list(self) -> Mapping[OfTheList, WishPatterns]:
        shape = self._shape
        return {do: WishPatterns(shape.of_the_list[do], {}, shape.polite, shape.around) for do in get_args(OfTheList)}

    @cached_property
    def _bare(self) -> WishPatterns:
        return WishPatterns(self._shape.bare, {"column": tuple(self._fields)}, self._shape.polite, self._shape.around)

    @cached_property
    def _not_bare(self) -> re.Pattern[str]:
        return opening(self._shape.not_bare)

    @cached_property
    def _told(self) -> WishPatterns:
        return WishPatterns(self._shape.told, {"column": tuple(self._verbs)}, self._shape.polite, self._shape.around)


def _said(found: Mapping[str, str | None], slot: str) -> str:
    return (found.get(slot) or "").strip().strip('"“”')


def _numbers(tokens: list[str], ordinals: Mapping[str, int]) -> Which | None:
    """Numbers, spans ("2 to 4") and "the first two"; None where any other word is among them."""
    numbers: list[int] = []
    at = 0
    while at < len(tokens):
        number = _number(tokens[at], ordinals)
        following = _number(tokens[at + 1], ordinals) if at + 1 < len(tokens) else None
        end = _number(tokens[at + 2], ordinals) if at + 2 < len(tokens) else None
        if tokens[at] == "first" and following:
            numbers += range(1, following + 1)
            at += 2
        elif number and end and tokens[at + 1] in ("-", "–", "to", "through"):
            numbers += range(number, end + 1)
            at += 3
        elif number or tokens[at] == "last":
            numbers.append(number or _LAST)
            at += 1
        elif tokens[at] in ("st", "nd", "rd", "th"):
            at += 1
        else:
            return None
    return Which(tuple(dict.fromkeys(numbers))) if numbers else None


def _number(token: str, ordinals: Mapping[str, int]) -> int | None:
    number = int(token) if token.isascii() and token.isdecimal() and len(token) <= len(str(_MOST)) else ordinals.get(token)
    return number if number and number <= _MOST else None


def read_describing(path: Path, short_forms: Mapping[str, str]) -> Describing:
    """Read `describing.yaml`. Raises KnowledgeError with every fault found."""
    return Describing(read_shape(path, DescribingShape), short_forms)
