"""Which intent, and which topic of guidance: learnt from every way of asking in `knowledge/`, heard as a message would be."""

import heapq
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from zlib import crc32

from bot.framework.model import Library
from bot.understanding.conversations import MessageShape
from bot.understanding.language import Language
from bot.understanding.linear import Example, LinearModel, learn, often
from bot.understanding.listening import Ear
from bot.understanding.reading import Intent

TOPIC = "topic:"
RIDGE = 0.25
PLAIN = 2.0  # how much a plain way of asking counts beside what somebody once typed
SEEN = 3  # a feature counts if it stands in so many sentences
NEAR = 0.2  # what a topic gains that was talked of before
NEARLY = 0.4  # a topic with this share of the best score is shown too
COMMONEST = 0.5
HALVES = 2


class IntentModel:
    """Scores intents and topics for the evidence of a message."""

    def __init__(self, model: LinearModel) -> None:
        self._intents = model.part(lambda label: not label.startswith(TOPIC))
        self._by_topic = model.part(lambda label: label.startswith(TOPIC))
        self._topics = [label.removeprefix(TOPIC) for label in self._by_topic.labels]

    def scores(self, features: Mapping[str, float]) -> dict[str, float]:
        """The score of every intent."""
        return dict(zip(self._intents.labels, self._intents.scores(features), strict=True))

    def topic(self, features: Mapping[str, float]) -> float:
        """How plainly any topic of guidance is meant."""
        return max(self._by_topic.scores(features), default=0.0)

    def topics(self, features: Mapping[str, float], most: int, near: Collection[str] = ()) -> list[str]:
        """The topics of guidance that a message is about, best first: the likeliest, and those nearly as likely.

        `near` are those that were talked of: what is asked next may well be more of them.
        """
        scores = self._by_topic.scores(features)
        scores = [score + NEAR if topic in near else score for topic, score in zip(self._topics, scores, strict=True)]
        best = heapq.nlargest(most, range(len(scores)), key=scores.__getitem__)
        return [self._topics[at] for at in best if scores[at] >= scores[best[0]] * NEARLY]


@dataclass(frozen=True, slots=True)
class Halves:
    """Models that each know one half of the ways of asking: what one of them says of a text is what it makes of one never seen."""

    models: tuple[IntentModel, ...]

    def stranger_to(self, text: str) -> IntentModel:
        """The model that was not taught this text."""
        return self.models[_half(text)]


def taught(library: Library, language: Language, ears: Mapping[str, Ear]) -> tuple[LinearModel, Halves]:
    """The model for a library and a language, and those that only know half."""
    asked = list(sentences(library, language))
    examples = list(_evened(_examples(asked, ears)))
    kept = often(examples, SEEN, COMMONEST)
    kept |= {name for name in often(examples, 1) if name[0] in "#="}
    halves = ([each for each, of in zip(examples, asked, strict=True) if _half(of.text) != half] for half in range(HALVES))
    return learn(examples, kept, RIDGE), Halves(tuple(IntentModel(learn(half, kept, RIDGE)) for half in halves))


def _half(text: str) -> int:
    return crc32(text.strip().casefold().encode()) % HALVES


@dataclass(frozen=True, slots=True)
class Sentence:
    """A way of asking: the framework it is heard in, its text with the placeholders filled, its labels, and how much it counts."""

    framework: str
    text: str
    labels: frozenset[str]
    weight: float = 1.0


def sentences(library: Library, language: Language) -> Iterator[Sentence]:
    """Every way of asking. Labels are intents and `topic:<id>`."""
    anyone = next(iter(library.frameworks))
    fillers = _fillers(library)
    for intent, asks in language.asks.items():
        yield from (Sentence(anyone, _filled(ask, fillers), frozenset({intent.value}), PLAIN) for ask in asks)
    for (intent, framework), said in language.said_in.items():
        if framework in library.frameworks:
            yield from (Sentence(framework, text, frozenset({intent.value})) for text in said)
    for framework, messages in language.conversations.items():
        if framework in library.frameworks:
            yield from (Sentence(framework, each.text, _labels(each)) for each in messages if each.alone)
    for framework, whole in library.frameworks.items():
        for topic in whole.topics.values():
            labels = frozenset({Intent.GUIDE.value, TOPIC + topic.id})
            yield from (Sentence(framework, text, labels) for text in (*topic.asked_as, *topic.aliases))


def _labels(message: MessageShape) -> frozenset[str]:
    return frozenset({message.intent.value, *(TOPIC + topic for topic in message.guide_topics)})


def _examples(asked: Iterable[Sentence], ears: Mapping[str, Ear]) -> Iterator[Example]:
    for sentence in asked:
        yield Example(ears[sentence.framework].evidence(sentence.text).features(), sentence.labels, sentence.weight)


def _evened(examples: Iterable[Example]) -> Iterator[Example]:
    """The sentences of a rare intent count more, by the root of how rare it is."""
    learnt = list(examples)
    counted = Counter(label for example in learnt for label in example.labels if not label.startswith(TOPIC))
    usual = sum(counted.values()) / len(counted)
    for example in learnt:
        weight = min((usual / counted[label]) ** 0.5 for label in example.labels if label in counted)
        yield replace(example, weight=weight * example.weight)


def _fillers(library: Library) -> dict[str, str]:
    """What each placeholder sounds like: words of a framework that are heard as that slot."""
    framework = next(iter(library.frameworks.values()))
    topic = next((t for f in library.frameworks.values() for t in f.topics.values() if t.aliases), None)
    opportunities = [o for f in library.frameworks.values() if f.development for o in f.development.opportunities.values()]
    grades = list(framework.grades)
    path = next((path.aliases[0] for path in framework.paths.values() if path.aliases), "")
    return {
        "{grades}": f"grade {grades[0]} and grade {grades[-1]}",
        "{grade}": f"grade {grades[0]}",
        "{role}": next((role.aliases[0] for role in framework.roles.values() if role.aliases), path),
        "{competency}": next((c.aliases[0] for c in framework.competencies.values() if c.aliases), ""),
        "{opportunity}": opportunities[0].name if opportunities else "",
        "{topic}": topic.aliases[0] if topic else "",
    }


def _filled(ask: str, fillers: Mapping[str, str]) -> str:
    for placeholder, words in fillers.items():
        ask = ask.replace(placeholder, words)
    return ask


def bare(ask: str) -> str:
    """A way of asking without its placeholders."""
    return re.sub(r"\{\w+\}", " ", ask)
