"""How much money and how many people a duty names, and how high up a career that usually stands: no framework names sums."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pydantic import Field

from bot.framework.shapes import Shape, Words
from bot.understanding.phrasing import Phrases, either

Of = Literal["money", "people"]
MOST_BETWEEN = 2  # so many words stand at most between a number and what it counts: "two very junior technicians"
_DIGITS = r"\d[\d,]{0,12}(?:\.\d{1,3})?"


class AmountShape(Shape):
    """What is counted: the words for it, the words of a duty without which it tells nothing, and from which amount it stands how high."""

    words: list[Words] = Field(min_length=1)
    with_: list[Words] = Field(min_length=1, alias="with")
    from_: dict[int, float] = Field(min_length=1, alias="from")


class AmountsShape(Shape):
    """The shape of `amounts` in `grading.yaml`; the comments in the file say what each list is for."""

    numbers: dict[Words, float]
    multiples: dict[Words, int]
    signs: list[Words] = Field(min_length=1)
    groups: list[Words] = Field(min_length=1)
    one: list[Words] = Field(min_length=1)
    money: AmountShape
    people: AmountShape


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount that a duty names, and how high it usually stands: 0 is the lowest grade of a career, 1 the highest."""

    of: Of
    number: float
    height: float


class Amounts:
    """Hears amounts. Numbers of anything else, and sums that nobody answers for, tell nothing of a grade."""

    def __init__(self, shape: AmountsShape, short_forms: Mapping[str, str]) -> None:
        self._shape = shape
        self._answers_for = {"money": Phrases(shape.money.with_, short_forms), "people": Phrases(shape.people.with_, short_forms)}

    def heard(self, text: str) -> tuple[Amount, ...]:
        """The money and the people that a duty names, the largest amount of each."""
        return tuple(amount for of in ("money", "people") if (amount := self._largest(of, text)))

    def without(self, text: str) -> str:
        """The words of a duty without its numbers, of which no framework speaks; the duty itself where nothing else is left."""
        plain = " ".join(self._any_number.sub(" ", text).split())
        return plain if any(letter.isalpha() for letter in plain) else text

    def _largest(self, of: Of, text: str) -> Amount | None:
        if not self._answers_for[of].first(text):
            return None
        number = max(map(self._number, self._patterns[of].finditer(text)), default=0.0)
        steps = (self._shape.money if of == "money" else self._shape.people).from_
        least = sorted(steps)
        return Amount(of, number, steps[least[max(bisect_right(least, number) - 1, 0)]]) if number else None

    def _number(self, found: re.Match[str]) -> float:
        said, times = (_group(found, name) for name in ("number", "times"))
        number = self._shape.numbers.get(said)
        digits = said.replace(",", "")
        single = 1.0 if not digits else float(digits) if number is None else float(number)
        return single * self._shape.multiples.get(times, 1)

    @cached_property
    def _patterns(self) -> Mapping[Of, re.Pattern[str]]:
        shape, number, times = self._shape, self._numeral, self._times
        between = rf"(?:[\s-]+(?!(?:and|or)\b)[^\s,.;]+){{0,{MOST_BETWEEN}}}?[\s-]+"
        money = (
            rf"(?:{self._sign})\s*(?P<number1>{_DIGITS})\s*(?P<times1>{times})?"
            rf"|(?P<number2>{number})[\s-]*(?:of\s+)?(?P<times2>{times})?[\s-]*(?:{either(shape.money.words)})(?!\w)"
            rf"|(?P<number3>{number})[\s-]*(?P<times3>{times})"
        )
        people = (
            rf"(?P<number1>{number}){between}(?:{either(shape.people.words)})(?!\w)"
            rf"|(?<!\w)(?:{either(shape.groups)})\s+of\s+(?:\w+\s+)?(?P<number2>{number})(?![\w%])"
            rf"|(?<!\w)(?:an?|the)\s+(?:\w+\s+)?(?:{either(shape.one)})(?!\w)"
        )
        return {"money": re.compile(money, re.IGNORECASE), "people": re.compile(people, re.IGNORECASE)}

    @cached_property
    def _any_number(self) -> re.Pattern[str]:
        several = [words for words, number in self._shape.numbers.items() if number > 1]  # "one lab" is said of a lab
        number = rf"(?<![\w.,-]){_DIGITS}|(?<!\w)(?:{either(several)})(?!\w)"
        return re.compile(rf"(?:{self._sign})?\s*(?:{number})(?:\s*(?:of\s+)?{self._times}|(?!\w))", re.IGNORECASE)

    @property
    def _numeral(self) -> str:
        return rf"(?<![\w.,-]){_DIGITS}|(?<!\w)(?:{either(self._shape.numbers)})(?!\w)"

    @property
    def _times(self) -> str:
        return rf"(?:{either(self._shape.multiples)})(?!\w)"

    @property
    def _sign(self) -> str:
        return "|".join(map(re.escape, self._shape.signs))


def _group(found: re.Match[str], name: str) -> str:
    """What the first group of that name holds, as a key."""
    said = next((each for key, each in found.groupdict().items() if each and key.startswith(name)), "")
    return " ".join(said.casefold().split())
