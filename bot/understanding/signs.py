"""Words by which the level of a duty can be told: which of them a text holds, quickly enough to look through a whole framework."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from bot.understanding.phrasing import Phrases

_ENDING = "*"
_KEPT_WORDS = 16_384


class Signs:
    """Signs by family: `{"reach": {"a team": ["team", "group"]}}`. The format of the phrases is that of `Phrases`.

    Single words are looked up, and only a text that holds any of the longer phrases is searched for which.
    """

    def __init__(self, families: Mapping[str, Mapping[str, Iterable[str]]], short_forms: Mapping[str, str]) -> None:
        self._whole: dict[str, set[str]] = defaultdict(set)
        self._openings: dict[str, set[str]] = defaultdict(set)
        longer: dict[str, list[str]] = defaultdict(list)
        for family, signs in families.items():
            for sign, phrases in signs.items():
                for phrase in phrases:
                    self._enter(f"{family}: {sign}", phrase, longer)
        self._longer = {name: Phrases(phrases, short_forms) for name, phrases in longer.items()}
        self._any = Phrases([phrase for phrases in longer.values() for phrase in phrases], short_forms)
        self._of_word = lru_cache(_KEPT_WORDS)(self._looked_up)

    def heard(self, text: str) -> frozenset[str]:
        """The signs that a text holds, as `family: sign`."""
        found = {sign for word in self._any.meant(text).split() for sign in self._of_word(word)}
        if self._any.first(text):
            found.update(name for name, phrases in self._longer.items() if phrases.first(text))
        return frozenset(found)

    def _enter(self, name: str, phrase: str, longer: Mapping[str, list[str]]) -> None:
        if " " in phrase or "'" in phrase or "-" in phrase:
            longer[name].append(phrase.replace("-", " "))
            return
        for word in phrase.casefold().split("/"):
            (self._openings if word.endswith(_ENDING) else self._whole)[word.rstrip(_ENDING)].add(name)

    def _looked_up(self, word: str) -> frozenset[str]:
        opened = (names for opening, names in self._openings.items() if word.startswith(opening))
        return frozenset(self._whole.get(word, set()).union(*opened))
