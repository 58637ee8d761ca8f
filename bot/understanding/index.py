"""BM25: how well texts hold the terms of a query, over weighted term counts."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

SATURATION = 1.2  # BM25's k1
LENGTH = 0.4  # BM25's b: our texts differ in length for reasons that say little about what they mean
PAIR_WEIGHT = 1.6  # two neighbouring words, found neighbouring
HELD = 0.5  # what a term that is held outright counts, beside one that no document holds


def terms(stems: Sequence[str]) -> list[str]:
    """Single stems and neighbouring pairs."""
    return [*stems, *(f"{left} {right}" for left, right in pairwise(stems))]


def query(stems: Sequence[str], quiet: Mapping[str, float]) -> dict[str, float]:
    """The terms of a message with how loud each is: `quiet` weakens words that tell little (1 where not given)."""
    found: dict[str, float] = {}
    for term in terms(stems):
        parts = term.split(" ")
        loud = min(quiet.get(part, 1.0) for part in parts)
        found[term] = max(found.get(term, 0.0), loud * (PAIR_WEIGHT if len(parts) > 1 else 1.0))
    return found


class Index:
    """BM25 over weighted term counts."""

    def __init__(self, documents: Sequence[Mapping[str, float]]) -> None:
        self._postings: dict[str, dict[int, float]] = defaultdict(dict)
        lengths = [sum(document.values()) for document in documents]
        mean = sum(lengths) / max(len(lengths), 1) or 1.0
        for number, document in enumerate(documents):
            stretch = SATURATION * (1 - LENGTH + LENGTH * lengths[number] / mean)
            for term, count in document.items():
                self._postings[term][number] = count * (SATURATION + 1) / (count + stretch)
        self._size = len(documents)
        self._weights = {term: math.log(1 + (self._size - len(p) + 0.5) / (len(p) + 0.5)) for term, p in self._postings.items()}

    def scores(self, query: Mapping[str, float]) -> dict[int, float]:
        """The score of every document that holds any term of the query."""
        scores: dict[int, float] = defaultdict(float)
        for term, loud in query.items():
            weight = self._weights.get(term, 0.0) * loud
            for number, value in self._postings.get(term, {}).items():
                scores[number] += weight * value
        return scores

    def holds(self, term: str) -> bool:
        """Whether any document holds a term."""
        return term in self._weights

    @property
    def _rarest(self) -> float:
        return math.log(1 + (self._size + 0.5) / 0.5)

    def told(self, query: Mapping[str, float]) -> dict[str, float]:
        """What each term of a query tells: as much as it is loud and rare."""
        return {term: loud * self._weights.get(term, self._rarest) for term, loud in query.items()}

    def covered(self, query: Mapping[str, float], held: int = 0) -> float:
        """The share of a query, each term as loud and as rare as it is, that any document holds; `held` more terms are held outright."""
        told, beside = self.told(query), held * self._rarest * HELD
        return (beside + sum(weight for term, weight in told.items() if term in self._weights)) / (beside + sum(told.values()) or 1.0)
