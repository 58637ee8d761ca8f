"""Short orders: a message that is one of some phrases and nothing else, with the number it names."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LONGEST_ORDER = 80  # a longer message is no order
NUMBER = "N"
_WORD = re.compile(r"[a-z']+|\d+(?:st|nd|rd|th)?|N")


@dataclass(frozen=True, slots=True)
class Order:
    """The name of an order, and the number in it if there is one."""

    name: str
    number: int | None = None


class Orders:
    """Some orders by name, each with its phrases; `N` in a phrase stands for a number, in digits or in one of `numbers`."""

    def __init__(
        self, phrases: Mapping[str, Iterable[str]], numbers: Mapping[str, int], polite: Iterable[str], short_forms: Mapping[str, str]
    ) -> None:
        self._numbers = numbers
        self._short_forms = short_forms
        self._polite = frozenset(word for word in polite if " " not in word)
        self._names = {self._key(phrase)[0]: name for name, each in phrases.items() for phrase in each}

    def heard(self, text: str) -> Order | None:
        """The order that a message is; None where it is none."""
        if len(text) > LONGEST_ORDER or "?" in text:
            return None
        key, number = self._key(text.casefold())
        name = self._names.get(key)
        return Order(name, number) if name else None

    def _key(self, text: str) -> tuple[tuple[str, ...], int | None]:
        """The words of a message, polite ones left out and each number as `N`, and the first number."""
        typed = _WORD.findall(text.replace("’", "'"))
        words = [word for each in typed for word in self._short_forms.get(each, each).split()]
        kept = [word for word in words if word not in self._polite and word != "the"] or words[:1]  # "yes please" is a yes
        found: list[int] = []
        key: list[str] = []
        for word in kept:
            number = self._number(word)
            if number is None:
                key.append(word)
            elif not (word == "one" and key):  # "the second one"
                found.append(number)
                key.append(NUMBER)
        return tuple(key), found[0] if found else None

    def _number(self, word: str) -> int | None:
        return int(word) if word.isdecimal() else self._numbers.get(word)
