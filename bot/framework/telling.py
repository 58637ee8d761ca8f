"""Which sentences of the guidance speak most closely of a question, so that a short answer holds what was asked for."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.framework.closest import held, telling
from bot.framework.model import Framework, Topic

_DIGIT = re.compile(r"\d")
_COUNTING = re.compile(r"\(\d\)|:.*[;:]")
_IS_NUMBER = 1.5  # what a sentence with a number counts more where a number is asked for
_ALMOST = 0.7  # a sentence with this share of the best score is as close
_FAR_BETTER = 1.5  # so much closer a sentence of another topic has to be to come first
MOST_CLOSE = 2


@dataclass(frozen=True, slots=True)
class Told:
    """A topic, and which of its sentences, by number and in its order, answer a question; none where none comes near."""

    topic: Topic
    close: tuple[int, ...] = ()

    @property
    def answer(self) -> tuple[str, ...]:
        """The sentences that answer."""
        return tuple(self.topic.says[at] for at in self.close)


def told(framework: Framework, topics: Sequence[Topic], question: str) -> Told:
    """The topic that answers a question, the first unless another one speaks far more closely of it, with the sentences that do."""
    weights = weights_of(framework, question)
    best = {topic.id: max(_scores(framework, topic, question, weights)) for topic in topics}
    first = topics[0]
    closest = max(topics, key=lambda topic: best[topic.id])
    chosen = closest if best[closest.id] > best[first.id] * _FAR_BETTER else first
    return Told(chosen, _close(framework, chosen, question, weights))


def weights_of(framework: Framework, question: str) -> dict[str, float]:
    """How much each telling word of a question tells in the guidance: the fewer sentences hold it, the more; most where none does."""
    count, total = _counted(tuple(sentence for topic in framework.topics.values() for sentence in topic.says))
    return {stem: math.log(1 + total / max(1, count[stem])) for stem in telling(framework, question)}


def covered(weights: dict[str, float], sentence: str) -> float:
    """How much of what a question tells a sentence holds: 0 nothing, 1 all."""
    whole = sum(weights.values())
    return sum(weight for stem, weight in weights.items() if stem in held(sentence)) / whole if whole else 0.0


def with_what_it_refers_to(framework: Framework, topic: Topic, at: int) -> tuple[int, ...]:
    """A sentence by its number, after those that it goes on from ("They show ...")."""
    first = at
    while first and framework.wanted.refers_back.search(topic.says[first]):
        first -= 1
    return tuple(range(first, at + 1))


def whole_list(framework: Framework, topic: Topic, question: str) -> tuple[int, ...]:
    """The sentences from the first to the last that count something up, where a question wants all of it."""
    counting = [at for at, sentence in enumerate(topic.says) if _COUNTING.search(sentence) or framework.wanted.step.search(sentence)]
    return tuple(range(counting[0], counting[-1] + 1)) if counting and framework.wanted.whole_list.search(question) else ()


def _close(framework: Framework, topic: Topic, question: str, weights: dict[str, float]) -> tuple[int, ...]:
    scores = _scores(framework, topic, question, weights)
    best = max(scores)
    ranked = sorted(range(len(scores)), key=lambda at: -scores[at])[:MOST_CLOSE]
    near = {at for at in ranked if best and scores[at] >= best * _ALMOST}
    return tuple(sorted({each for at in near for each in with_what_it_refers_to(framework, topic, at)}))


def _scores(framework: Framework, topic: Topic, question: str, weights: dict[str, float]) -> list[float]:
    number = bool(framework.wanted.number.search(question))
    return [
        sum(weight for stem, weight in weights.items() if stem in held(sentence))
        * (_IS_NUMBER if number and _numbered(framework, sentence) else 1.0)
        for sentence in topic.says
    ]


def _numbered(framework: Framework, sentence: str) -> bool:
    return bool(_DIGIT.search(sentence) or framework.wanted.number_words.search(sentence))


@lru_cache(maxsize=16)
def _counted(sentences: tuple[str, ...]) -> tuple[Counter[str], int]:
    return Counter(stem for sentence in sentences for stem in held(sentence)), len(sentences)
