"""Phrases looked for in what was typed, however it is spelt: case, apostrophes and short forms make no difference."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

_WORD = re.compile(r"[\w']+")
_GAP = "..."
_FEW_WORDS = r"(?:\S+ ){0,3}"


@lru_cache(maxsize=64)
def _meaning(short_forms: frozenset[tuple[str, str]]) -> Callable[[str], str]:
    """What writes out the short forms; one for all phrases of a language, so that a message is written out once."""
    written_out = {word: form.replace("'", "") + " " for word, form in short_forms}

    @lru_cache(maxsize=64)
    def meant(text: str) -> str:
        words = _WORD.findall(text.casefold().replace("’", "'"))
        return "".join([written_out.get(word) or word.replace("'", "") + " " for word in words])

    return meant


class Phrases:
    """Some phrases. In one, `...` stands for up to three words, `a/b` for either word, and `harass*` for any ending."""

    def __init__(self, phrases: Iterable[str], short_forms: Mapping[str, str]) -> None:
        """`short_forms` are the words that are read as others ("can't" as "can not"), in the phrases and in what was typed."""
        self._short_forms = short_forms
        self._meaning = _meaning(frozenset(short_forms.items()))
        patterns = "|".join(self._pattern(phrase) for phrase in phrases)
        self._any = re.compile(rf"(?<!\S)(?:{patterns})") if patterns else None

    def first(self, text: str) -> str:
        """The words of `text` that are one of the phrases, from the first; empty where none is."""
        found = self._any.search(self.meant(text)) if self._any else None
        return found[0].strip() if found else ""

    def all(self, text: str) -> tuple[str, ...]:
        """Every one of the phrases in `text`, none overlapping another."""
        return tuple(found[0].strip() for found in self._any.finditer(self.meant(text))) if self._any else ()

    def whole(self, text: str) -> bool:
        """Whether `text` is one of the phrases, and nothing else."""
        return bool(self._any and self._any.fullmatch(self.meant(text)))

    def meant(self, text: str) -> str:
        """The words of `text`, each followed by a space, short forms written out."""
        return self._meaning(text)

    def _pattern(self, phrase: str) -> str:
        return "".join(_FEW_WORDS if word == _GAP else self._words(word) for word in phrase.casefold().split())

    def _words(self, word: str) -> str:
        ways = (self._short_forms.get(one, one).replace("'", "") for one in word.split("/"))
        return "(?:" + "|".join(re.escape(one.rstrip("*")) + (r"\S*" if one.endswith("*") else "") for one in ways) + ") "


def either(phrases: Iterable[str]) -> str:
    """A pattern for any of some phrases, the longest first; where there are none, one that is found nowhere."""
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in ordered) or "(?!)"


def opening(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for a message that begins with any of some phrases."""
    return re.compile(rf"\s*(?:{either(phrases)})(?![\w'])", re.IGNORECASE)
