"""Which statements of a cell speak most closely of some words: by rare words, by the verb, and by how people describe the cell."""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import Stemmer

from bot.framework.model import Expectation, Framework, Statement

_WORD = re.compile(r"[a-z]+")
_PAIR = 0.8  # two words that stand side by side in both
_VERB = 0.6  # a word that is the statement's verb
_STRAND = 0.5  # a word of the strand's name
_ELSEWHERE = 0.3  # words of the same strand at other grades
_DESCRIBED = 0.8  # words of how people describe the statement

_stemmed = lru_cache(maxsize=8_192)(Stemmer.Stemmer("english").stemWord)


@dataclass(frozen=True, slots=True)
class Close:
    """A statement, how closely it speaks of the words (0: not at all), and how people describe it, the closest first."""

    statement: Statement
    score: float
    descriptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Rarity:
    """How many texts of a competency hold each stem, of how many."""

    texts: int
    held_by: Counter[str]

    def weights(self, wanted: Iterable[str]) -> dict[str, float]:
        """How much each wanted stem tells: the fewer of the texts hold it, the more. Without those that none holds."""
        return {stem: math.log(1 + self.texts / count) for stem in set(wanted) if (count := self.held_by[stem])}


def closest(framework: Framework, cell: Expectation, words: str) -> tuple[Close, ...]:
    """The statements of a cell, those closest to the words first; in the cell's order where they are equally close."""
    qualifying = {_stemmed(word) for word in framework.wanted.qualifying}
    wanted = tuple(word for word in telling(framework, words) if word not in qualifying)
    weights = _rarity(framework, cell.competency).weights(wanted)
    phrases = [phrase for phrase in _described(framework, cell) if weights.keys() & held(phrase)]
    of_phrase = {phrase: _belongs_to(framework, cell.role, cell.competency, phrase) for phrase in phrases}
    found = [_close(framework, each, cell.competency, wanted, weights) for each in cell.statements]
    found = [_described_too(close, wanted, weights, [p for p in phrases if of_phrase[p] is close.statement]) for close in found]
    return tuple(sorted(found, key=lambda close: -close.score))


def telling(framework: Framework, words: str) -> tuple[str, ...]:
    """The stems of the words of a question that tell something, in order."""
    nothing = framework.wanted.tells_nothing
    said = ((word, _stemmed(word)) for word in _WORD.findall(words.lower()) if len(word) > 1)
    return tuple(stem for word, stem in said if word not in nothing and stem not in nothing)


@lru_cache(maxsize=8_192)
def stems(text: str) -> tuple[str, ...]:
    """The stems of a text of the framework."""
    return tuple(_stemmed(word) for word in _WORD.findall(text.lower()))


@lru_cache(maxsize=8_192)
def held(text: str) -> frozenset[str]:
    """The stems of a text of the framework, in no order."""
    return frozenset(stems(text))


def verbs(framework: Framework, text: str) -> frozenset[str]:
    """The stems of a statement's leading verbs: `writes, reviews and authorises`; for `is` and `has` the word after them."""
    leading = framework.wanted.before_the_verb
    found = []
    words = text.split()
    for before, word in zip(("", *words), words, strict=False):
        plain = word.lower().strip(",.;")
        if (
            before
            and before.lower().strip(",") not in leading
            and not (before.endswith(",") and plain.endswith("s"))
            and plain not in leading
        ):
            break
        found.append(_stemmed(plain))
    return frozenset(found) - leading


def _close(framework: Framework, statement: Statement, competency: str, wanted: Sequence[str], weights: dict[str, float]) -> Close:
    """How closely a statement speaks of the words by itself and by its strand."""
    said = weights.keys() & held(statement.text)
    score = _match(weights, wanted, statement.text) + _VERB * _sum(weights, said & verbs(framework, statement.text))
    score += _STRAND * _sum(weights, held(statement.strand.name) - said)
    others = _elsewhere(framework, competency, statement)
    return Close(statement, score + _ELSEWHERE * max((_match(weights, wanted, other, said) for other in others), default=0.0))


def _described_too(close: Close, wanted: Sequence[str], weights: dict[str, float], phrases: Sequence[str]) -> Close:
    """The same with the descriptions of the statement; the closest of them counts."""
    ranked = sorted(phrases, key=lambda phrase: -_match(weights, wanted, phrase))
    best = _match(weights, wanted, ranked[0]) if ranked else 0.0
    return Close(close.statement, close.score + _DESCRIBED * best, tuple(ranked))


@lru_cache(maxsize=16_384)
def _belongs_to(framework: Framework, role: str, competency: str, phrase: str) -> Statement | None:
    """The statement of a cell that a description of the cell speaks of."""
    statements = framework.expectation(role, competency).statements
    if len(statements) == 1:
        return statements[0]
    words = tuple(word for word in stems(phrase) if word not in framework.wanted.tells_nothing)
    weights = _rarity(framework, competency).weights(words)
    return max(statements, key=lambda each: _close(framework, each, competency, words, weights).score, default=None)


def _described(framework: Framework, cell: Expectation) -> tuple[str, ...]:
    """How people describe a cell, and the cells that it refers to."""
    return (*cell.also_said, *(phrase for role in cell.same_as for phrase in framework.expectation(role, cell.competency).also_said))


def _elsewhere(framework: Framework, competency: str, statement: Statement) -> Iterable[str]:
    """What the strand of a statement says at other grades."""
    others = framework.competencies[competency].expectations.values()
    return (each.text for other in others for each in other.added if each.strand.id == statement.strand.id and each != statement)


@lru_cache(maxsize=512)
def _rarity(framework: Framework, competency: str) -> _Rarity:
    """How often each stem is used in a competency."""
    texts = [text for each in framework.competencies[competency].expectations.values() for text in _texts(each)]
    return _Rarity(len(texts), Counter(stem for text in texts for stem in held(text)))


def _texts(cell: Expectation) -> Iterable[str]:
    return (*cell.also_said, *(statement.text for statement in cell.added))


def _sum(weights: dict[str, float], words: Iterable[str]) -> float:
    return sum(weights.get(word, 0.0) for word in words)


def _match(weights: dict[str, float], wanted: Sequence[str], text: str, but: Collection[str] = ()) -> float:
    """What a text shares with the wanted words, neighbours counting more; words of `but` count for nothing."""
    shared = weights.keys() & held(text)
    if not shared:
        return 0.0
    pairs = set(pairwise(wanted)) & set(pairwise(stems(text))) if len(shared) > 1 else set()
    return _sum(weights, shared.difference(but)) + _PAIR * sum(min(weights.get(a, 0.0), weights.get(b, 0.0)) for a, b in pairs)
