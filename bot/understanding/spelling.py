"""Spelling: a word nobody knows becomes the nearest word of the framework, or of plain English, or two words run together."""

import gzip
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import msgpack
from rapidfuzz import process
from rapidfuzz.distance import OSA

COMMON = 3.0  # Zipf frequency from which an English word is taken as meant
RARE = 3.75  # below it, a word of the framework one slip away is likelier, if it is a central one
EVERYDAY = 4.0  # only everyday words are put in place of what was typed
LONGEST = 24  # no word is longer that people mistype
SHORTEST = 4  # words below this length are never corrected
OFTEN = 20  # a word that is typed in so many sentences is no slip
FAR_OFTENER = 20  # but one that is typed so many times as often, one slip away, is what was meant
LONG = 7  # from this length two slips are forgiven


class Speller:
    """Corrects words towards a vocabulary. `central` words win over rare English words one slip away ("garde" for "grade")."""

    def __init__(self, vocabulary: Iterable[str], central: Iterable[str]) -> None:
        self._central = frozenset(central)
        self._known = self._central | frozenset(vocabulary)
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(self._known):
            self._by_length.setdefault(len(word), []).append(word)
        self._about_as_long = lru_cache(maxsize=2 * LONGEST)(self._of_lengths)
        self.correct = lru_cache(maxsize=50_000)(self._correct)

    def _correct(self, word: str) -> tuple[str, ...]:
        """The word as meant: itself, a correction, or two words. Shape: one or two words in lower case."""
        if not SHORTEST <= len(word) <= LONGEST or word in self._known or not word.isalpha():
            return (word,)
        frequency = _english().get(word, 0.0)
        if frequency >= RARE:
            return (word,)
        if frequency >= COMMON:
            nearest = self._nearest(word, 1)
            return (nearest,) if nearest in self._central else (word,)
        nearest = self._nearest(word, 2 if len(word) >= LONG else 1)
        if nearest is not None and OSA.distance(word, nearest) == 1:
            return (nearest,)
        return self._split(word) or self._plain(word, nearest)

    def _nearest(self, word: str, slips: int) -> str | None:
        found = process.extract(word, self._about_as_long(len(word), slips), scorer=OSA.distance, score_cutoff=slips, limit=None)
        if not found:
            return None
        return min((hit[0] for hit in found), key=lambda near: self._unlikeliness(word, near))

    def _of_lengths(self, length: int, slips: int) -> list[str]:
        """The words known that are so many letters long, or at most so many more or fewer."""
        return [word for each in range(length - slips, length + slips + 1) for word in self._by_length.get(each, ())]

    def _unlikeliness(self, word: str, near: str) -> tuple[object, ...]:
        """Fewest slips first; then swapped, doubled or dropped letters, then a wrong letter inside, and last a wrong first letter.

        Among words as easily mistyped a central one is likelier, then the commoner.
        """
        return (
            OSA.distance(word, near),
            near[0] != word[0],
            not _is_easily(word, near),
            near not in self._central,
            -_english().get(near, 0.0),
            near,
        )

    def _split(self, word: str) -> tuple[str, ...] | None:
        for at in range(3, len(word) - 2):
            left, right = word[:at], word[at:]
            if left in self._known and right in self._known:
                return (left, right)
        return None

    def _plain(self, word: str, nearest: str | None) -> tuple[str, ...]:
        """Plain English one slip away beats a word of the framework two slips away."""
        english = _one_slip(word)
        if english is not None:
            return (english,)
        return (nearest,) if nearest is not None else (word,)


def common_english(words: Mapping[str, int]) -> set[str]:
    """Those words that are common in English, or the plural of one: people mistype, so not every word they typed is one.

    `words` tells in how many sentences each stands: one that they type often ("dossier") need not be as common elsewhere, unless it is
    a far commoner one mistyped ("garde").
    """
    common = {word for word in words if _frequency(word) >= RARE}
    typed = {word for word, often in words.items() if often >= OFTEN and COMMON <= _frequency(word) < RARE}
    return common | {
        word
        for word in typed
        if not any(OSA.distance(word, far) == 1 and _is_easily(word, far) for far in common if words[far] >= FAR_OFTENER * words[word])
    }


def _is_easily(word: str, near: str) -> bool:
    """Whether a word is another as it is easily mistyped: letters swapped, doubled or left out."""
    return sorted(near) == sorted(word) or _squeezed(near) == _squeezed(word) or len(near) > len(word)


def _frequency(word: str) -> float:
    return max(_english().get(form, 0.0) for form in (word, word.removesuffix("s")))


def _squeezed(word: str) -> str:
    return "".join(letter for at, letter in enumerate(word) if at == 0 or letter != word[at - 1])


@lru_cache(maxsize=1)
def _english() -> dict[str, float]:
    """English words with their Zipf frequency (about 29,000, the rarest near 3)."""
    return {word: 9.0 - number / 100 for number, words in enumerate(_bins()) for word in words if word.isalpha()}


def _bins() -> list[list[str]]:
    """The words of each hundredth of a step down the Zipf scale, from wordfreq's own file.

    To import wordfreq itself costs a tenth of a second and nine megabytes, for what it knows of other languages.
    """
    found = find_spec("wordfreq")
    assert found is not None
    assert found.origin is not None
    packed = Path(found.origin).with_name("data").joinpath("small_en.msgpack.gz").read_bytes()
    bins: list[list[str]] = msgpack.unpackb(gzip.decompress(packed), raw=False)[1:]  # after its header
    return bins


def _one_slip(word: str) -> str | None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    near = {left + right[1:] for left, right in halves if right}
    near |= {left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1}
    near |= {left + letter + right[1:] for left, right in halves if right for letter in letters}
    near |= {left + letter + right for left, right in halves for letter in letters}
    english = _english()
    return max((w for w in near if english.get(w, 0.0) >= EVERYDAY), key=lambda w: english[w], default=None)
