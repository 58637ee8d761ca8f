"""What people say when they want duties graded: a pasted list, a wish, the answers; and the words that tell the level of a duty."""

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Literal, get_args

from pydantic import Field

from bot.framework.shapes import Shape, Words
from bot.framework.sheets import read_shape
from bot.understanding.amounts import Amounts, AmountsShape
from bot.understanding.orders import Order, Orders
from bot.understanding.phrasing import Phrases, either, opening
from bot.understanding.signs import Signs
from bot.understanding.spoken import Spoken

ScaleName = Literal["supervision received", "supervision given", "budget", "planning horizon", "effect of decisions", "safety authority"]
SCALES: tuple[ScaleName, ...] = get_args(ScaleName)
FEWEST_WORDS = 2  # a duty of a list has so many words
TELLS = 3  # and every other one so many
FEWEST_LINES, FEWEST_IN_A_LINE = 2, 3  # so many duties are a list; semicolons in one line may only join sentences
LONGEST_WISH = 120  # a longer message is no bare wish
LONGEST_HEADING = 8  # a line of so many words that ends with a colon is a heading
LONGEST_TEXT = 60_000  # a longer message is not looked through; a form takes less than a quarter of it
MOST_LOOKED_AT = 60  # so many lines tell whether all are duties: more are too many in any case
MOST_UNKNOWN = 1  # a wish has so many words that no phrase holds: more are a question about something
_FEW = (4, 3, 2, 1)
_WORD = re.compile(r"[\w']+")
_MAY_BE_LIST = re.compile(r"[\n;:•▪◦‣]|^\W*1[.)]")
_BULLET = re.compile(r"^\s*(?:[-–—*•·▪◦‣>o]\s+|[•·▪◦‣]|\(?\d{1,2}[.):]\s*|\(?[a-z][.)]\s+)")
_LETTER = re.compile(r"^\W*(?:(?:option|answer|letter|it is|it's|i'd say|probably)\s+)?([a-h])\W*(?:please)?\W*$")
_SET_OFF = re.compile(r"\s*[;•▪◦‣]\s*")
_NUMBERED = re.compile(r"\s*[;•▪◦‣]\s*|\s+(?=\(?\d{1,2}[.)]\s+)")


class GradingShape(Shape):
    """The shape of `grading.yaml`; the comments in the file say what each list is for."""

    signs: dict[Words, dict[Words, list[Words]]] = Field(min_length=1)
    scales: dict[ScaleName, list[Words]] = Field(min_length=1)
    amounts: AmountsShape
    words_of_a_wish: list[Words] = Field(min_length=1)
    asks_for_grading: list[Words] = Field(min_length=1)
    asks_for_the_last: list[Words] = Field(min_length=1)
    what_was_told: list[Words] = Field(min_length=1)
    heads_a_list: list[Words] = Field(min_length=1)
    around: list[Words] = Field(min_length=1)
    begins_a_duty: list[Words] = Field(min_length=1)
    not_a_duty: list[Words] = Field(min_length=1)
    headings: list[Words] = Field(min_length=1)
    orders: dict[Words, list[Words]]
    ordinals: dict[Words, int]


class Grading:
    """Hears what is to be graded. `spoken` tells questions, `short_forms` are words read as others."""

    def __init__(self, shape: GradingShape, spoken: Spoken, short_forms: Mapping[str, str]) -> None:
        self._shape = shape
        self._spoken = spoken
        self._short_forms = short_forms
        self._orders = Orders(shape.orders, shape.ordinals, spoken.shape.polite, short_forms)
        self._around = frozenset(tuple(each.casefold().split()) for each in shape.around)
        self._of_a_wish = frozenset(shape.words_of_a_wish)
        self._known = frozenset(
            _WORD.findall(" ".join((*shape.asks_for_grading, *shape.asks_for_the_last, *shape.heads_a_list)).casefold())
        )

    @cached_property
    def signs(self) -> Signs:
        """The words that tell the level of a duty."""
        return Signs(self._shape.signs, self._short_forms)

    @cached_property
    def amounts(self) -> Amounts:
        """The sums and heads in a duty."""
        return Amounts(self._shape.amounts, self._short_forms)

    def wished(self, text: str) -> bool:
        """Whether a message wants duties graded and tells none."""
        return self._is(self._wishes, text)

    def wants_it(self, text: str) -> bool:
        """Whether it wants just those graded that it points back to: "grade them", "which grade is this?"."""
        return self.wished(text) and bool(self._told.search(text.casefold()))

    def wants_the_last(self, text: str) -> bool:
        """Whether a message wants to see again what was graded before."""
        return self._is(self._last, text)

    def duties(self, text: str) -> tuple[str, ...]:
        """The duties of a pasted list of two or more, a line each; empty where a message is no such list."""
        if len(text) > LONGEST_TEXT or not _MAY_BE_LIST.search(text):
            return ()
        head, lines = self._parted(text)
        plain = tuple(line for line in lines if not self._is_heading(line))
        fewest = FEWEST_LINES if head or "\n" in text.strip() else FEWEST_IN_A_LINE
        if len(plain) < fewest:
            return ()
        return plain if head or (all(map(self._is_duty, plain[:MOST_LOOKED_AT])) and _tell(plain)) else ()

    def asks_for_the_grade(self, text: str) -> bool:
        """Whether a list of duties has the wish to have it graded before or after it."""
        return self._parted(text)[0]

    def lines(self, text: str) -> tuple[str, ...]:
        """The duties in a text of which it is known that it holds nothing else: one a line, without bullets and headings."""
        _, lines = self._parted(text)
        return tuple(line for line in lines if not self._is_heading(line))

    def order(self, text: str) -> Order | None:
        """The short order that a message is, and nothing else."""
        letter = _LETTER.match(text.casefold())
        return Order("choose", ord(letter[1]) - ord("a") + 1) if letter else self._orders.heard(text)

    def speaks(self, scale: ScaleName, text: str) -> int:
        """How many words of a scale a statement holds."""
        return len(self._scales[scale].all(text)) if scale in self._scales else 0

    def _parted(self, text: str) -> tuple[bool, list[str]]:
        """Whether the wish itself stands before or after the lines, and the lines."""
        lines = [stripped for line in text.splitlines() if (stripped := _BULLET.sub("", line).strip())]
        if len(lines) == 1:
            head, colon, rest = lines[0].partition(":")
            lines = [head, *_parts(rest)] if colon and self._heads_list(head) else _parts(text.strip())
        wished = [at for at in {0, len(lines) - 1} if len(lines) > 1 and self._heads_list(lines[at])]
        return bool(wished), [line for at, line in enumerate(lines) if at not in wished]

    def _heads_list(self, line: str) -> bool:
        return self.wished(line) or self._is(self._heads, line)

    def _is_duty(self, line: str) -> bool:
        asks = line.endswith("?") or (self._spoken.asks(line) and not self._begins_duty.match(line))
        return not asks and len(line.split()) >= FEWEST_WORDS and not self._other.match(line.replace("’", "'"))

    def _is_heading(self, line: str) -> bool:
        few = len(line.split()) <= LONGEST_HEADING
        return few and (line.endswith(":") or self._headings.whole(line))

    def _is(self, phrases: Phrases, text: str) -> bool:
        """Whether a text is one of some wishes, and nothing else but for what may stand around it."""
        if len(text) > LONGEST_WISH:
            return False
        words = _WORD.findall(text.casefold().replace("’", "'"))
        if self._of_a_wish.isdisjoint(words) or len(self._bare(words, self._known)) > MOST_UNKNOWN:
            return False
        return phrases.whole(" ".join(words)) or phrases.whole(" ".join(self._without(words)))

    def _bare(self, words: list[str], known: frozenset[str]) -> list[str]:
        """The words that no wish holds and that may not stand around one."""
        return [word for word in self._without(words) if word not in known and self._short_forms.get(word, word).split()[0] not in known]

    def _without(self, words: list[str]) -> list[str]:
        """The words without what may stand around a wish, at either end."""
        kept = list(words)
        while found := next((n for n in _FEW if tuple(kept[:n]) in self._around), 0):
            kept = kept[found:]
        while found := next((n for n in _FEW if tuple(kept[-n:]) in self._around), 0):
            kept = kept[:-found]
        return kept

    @cached_property
    def _wishes(self) -> Phrases:
        return Phrases(self._shape.asks_for_grading, self._short_forms)

    @cached_property
    def _told(self) -> re.Pattern[str]:
        around = either(" ".join(words) for words in self._around)
        return re.compile(rf"(?<!\w)(?:{either(self._shape.what_was_told)})(?:[\s,]+(?:{around}))*\W*$")

    @cached_property
    def _last(self) -> Phrases:
        return Phrases(self._shape.asks_for_the_last, self._short_forms)

    @cached_property
    def _heads(self) -> Phrases:
        return Phrases(self._shape.heads_a_list, self._short_forms)

    @cached_property
    def _headings(self) -> Phrases:
        return Phrases(self._shape.headings, self._short_forms)

    @cached_property
    def _other(self) -> re.Pattern[str]:
        return opening(self._shape.not_a_duty)

    @cached_property
    def _begins_duty(self) -> re.Pattern[str]:
        return opening(self._shape.begins_a_duty)

    @cached_property
    def _scales(self) -> Mapping[ScaleName, Phrases]:
        return {name: Phrases(words, self._short_forms) for name, words in self._shape.scales.items()}


def _tell(lines: tuple[str, ...]) -> bool:
    """Whether lines are long enough to be duties, most of them."""
    return sum(len(line.split()) >= TELLS for line in lines) * 2 >= len(lines)


def _parts(line: str) -> list[str]:
    """The parts of a list that stands in one line: set off by bullets or semicolons, or numbered from 1."""
    split = _NUMBERED if line.lstrip("( ").startswith("1") else _SET_OFF
    return [part for each in split.split(line) if (part := _BULLET.sub("", each).strip())]


def read_grading(path: Path, spoken: Spoken, short_forms: Mapping[str, str]) -> Grading:
    """Read `grading.yaml`. Raises KnowledgeError with every fault found."""
    return Grading(read_shape(path, GradingShape), spoken, short_forms)
