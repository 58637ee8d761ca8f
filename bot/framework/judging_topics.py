"""Whether the guidance answers a yes-or-no question: only where one of its sentences holds nearly all that the question tells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.framework.closest import held, telling
from bot.framework.model import Framework, Topic
from bot.framework.telling import covered, weights_of

Answer = Literal["yes", "no"]
_DIGITS = re.compile(r"\d+")
MOST_OF_IT = 0.75  # a sentence that holds this share of a question's words answers it
FREED = 0.55  # one that says outright that something is not asked for, with this share
ALMOST = 0.9  # a sentence with this share of the best is as near
FEW = 2  # a question that tells fewer words has to be held whole


@dataclass(frozen=True, slots=True)
class Decided:
    """What a sentence of a topic, `says[at]`, answers to a yes-or-no question."""

    answer: Answer
    topic: Topic
    at: int


def decided(framework: Framework, topics: Sequence[Topic], question: str) -> Decided | None:
    """The answer of the sentence that holds most of the question; None where none decides it."""
    if framework.wanted.negated.search(question):
        return None
    weights = weights_of(framework, question)
    if not weights:
        return None
    found = [(_share(weights, topic, words), topic, at) for topic in topics for at, words in enumerate(topic.says)]
    best = max(share for share, _, _ in found)
    near = sorted((each for each in found if each[0] >= best * ALMOST), key=lambda each: -each[0])
    answers = ((_answer(framework, question, topic.says[at], share, few=len(weights) < FEW), topic, at) for share, topic, at in near)
    return next((Decided(answer, topic, at) for answer, topic, at in answers if answer), None)


def _share(weights: dict[str, float], topic: Topic, sentence: str) -> float:
    """How much of a question a sentence holds; what names its topic counts as held, where the question tells more than that."""
    names = held(" ".join((topic.title, *topic.aliases)))
    more = {stem: weight for stem, weight in weights.items() if stem not in names}
    if not more or not set(more) & held(sentence):
        return covered(weights, sentence)
    return covered(weights, f"{sentence} {topic.title} {' '.join(topic.aliases)}")


def open_to(framework: Framework, topic: Topic) -> Decided | None:
    """The first sentence of a topic that says that something could be done."""
    possible = (at for at, words in enumerate(topic.says) if framework.wanted.could.search(words))
    return next((Decided("yes", topic, at) for at in possible), None)


def _answer(framework: Framework, question: str, sentence: str, share: float, *, few: bool) -> Answer | None:
    if not set(_DIGITS.findall(question)) <= set(_DIGITS.findall(sentence)):
        return None
    words = framework.wanted
    enough = share >= (1.0 if few else MOST_OF_IT)
    if words.obliged.search(question):
        return _of_obligation(framework, sentence, share, enough=enough)
    if not enough:
        return None
    if words.permitted.search(question):
        return "yes" if not few and words.open_to.search(sentence) and not words.none.search(sentence) else None
    if words.none.search(sentence):
        return "no" if any(words.none.search(part) and _held_in(framework, question, part) for part in words.clauses(sentence)) else None
    return None if words.unsettled.search(sentence) else "yes"


def _held_in(framework: Framework, question: str, part: str) -> bool:
    """Whether one part of a sentence holds nearly all that a question tells."""
    said = set(telling(framework, question))
    return len(said & held(part)) >= MOST_OF_IT * len(said)


def _of_obligation(framework: Framework, sentence: str, share: float, *, enough: bool) -> Answer | None:
    if framework.wanted.free.search(sentence):
        return "no" if share >= FREED else None
    return "yes" if enough and framework.wanted.bound.search(sentence) else None
