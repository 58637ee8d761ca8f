"""Which of some texts a few words of somebody's mean: "the apprentices one"."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process

_WORD = re.compile(r"\w+")
SHORTEST = 4  # a shorter word tells nothing
LIKE = 80.0  # a word of a text as like as this (0 to 100) is the word meant, in another form or misspelt


def chosen_by_words(words: str, texts: Sequence[str]) -> int | None:
    """The place of the one text that holds most of the words; None where none does, or several hold as many."""
    wanted = [word for word in _WORD.findall(words.casefold()) if len(word) >= SHORTEST]
    held = [sum(_holds(text, word) for word in wanted) for text in texts]
    most = max(held, default=0)
    return held.index(most) if most and held.count(most) == 1 else None


def _holds(text: str, word: str) -> bool:
    spoken = _WORD.findall(text.casefold())
    return process.extractOne(word, spoken, scorer=fuzz.ratio, score_cutoff=LIKE) is not None
