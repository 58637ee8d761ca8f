"""The labelled sentences, and whether a reading of one is right.

A sentence names an intent and its slots, and under `acceptable` what else is right: other intents, and for each slot whole
alternatives. No role means every role of the grades; no competency means all, or none in particular.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.framework.model import Framework
from bot.people.profile import Profile
from bot.understanding.reading import ANSWERED, Intent, Reading, Understood, Unsure
from tests.understanding.talking import LEAVES_THE_LAST, Heard, readings

FOLDER = Path(__file__).parent / "sentences"
FILES = (FOLDER / "lancaster.yaml", FOLDER / "matrix.yaml")
WITHIN = 3
# Where one of these is meant nothing more than that must be understood.
COMMANDS = frozenset(Intent) - ANSWERED


@dataclass(frozen=True)
class Sentence:
    """A message with what a right reading of it is."""

    labels: Mapping[str, Any]

    @property
    def framework(self) -> str:
        """The framework it is asked of."""
        return str(self.labels["framework"])

    @property
    def text(self) -> str:
        """What is typed."""
        return str(self.labels["text"])

    @property
    def hard(self) -> bool:
        """Whether it was read wrong when the marks were last renewed."""
        return bool(self.labels.get("hard"))

    @property
    def profile(self) -> Profile:
        """Who asks."""
        context = self.labels.get("context") or {}
        return Profile(self.framework, context.get("grade"), context.get("role"), context.get("path"))

    @property
    def intents(self) -> tuple[str, ...]:
        """The intents that are right."""
        return (self.labels["intent"], *self._others("intent"))

    @property
    def answers(self) -> frozenset[int] | None:
        """The grades that are a right answer to "who does this"; empty where the source gives none, None where it is not asked."""
        answer = self.labels.get("answer")
        if answer is None:
            return None
        return frozenset(answer.get("acceptable_grades", ())) | ({answer["grade"]} if "grade" in answer else frozenset())

    def slots(self, name: str) -> list[frozenset[Any]]:
        """The values of a slot that are right, each whole."""
        return [frozenset(values) for values in (self.labels.get(name) or (), *self._others(name))]

    def _others(self, name: str) -> Sequence[Any]:
        others: Sequence[Any] = (self.labels.get("acceptable") or {}).get(name, ())
        return others


@cache
def sentences() -> tuple[Sentence, ...]:
    """All of them."""
    return tuple(Sentence(labels) for file in FILES for labels in yaml.safe_load(file.read_text(encoding="utf-8")))


def faults(sentence: Sentence, reading: Reading, framework: Framework, found: Sequence[int] = ()) -> list[str]:
    """What a reading gets wrong; `found` are the grades that it finds to do a duty, best first."""
    if reading.intent.value not in sentence.intents:
        return ["intent"]
    if COMMANDS & {reading.intent.value, sentence.labels["intent"]}:
        return []
    if reading.intent is Intent.GUIDE:
        wanted = [topics for topics in sentence.slots("guide_topics") if topics]
        right = not wanted or any(topics & set(reading.guide_topics[:WITHIN]) for topics in wanted)
        return [] if right else ["guide_topics"]
    wrong = [name for name in ("grades", "competencies") if frozenset(getattr(reading, name)) not in sentence.slots(name)]
    if "grades" not in wrong and not _same_roles(sentence, reading, framework):
        wrong.append("roles")
    if Intent.FIND_GRADE.value == reading.intent.value == sentence.labels["intent"] and not _answered(sentence.answers, found):
        wrong.append("answer")
    return wrong


def _same_roles(sentence: Sentence, reading: Reading, framework: Framework) -> bool:
    asked = set(framework.roles_of(reading.grades, reading.roles))
    return any(asked == set(framework.roles_of(reading.grades, roles)) for roles in sentence.slots("roles"))


def _answered(answers: frozenset[int] | None, found: Sequence[int]) -> bool:
    return found[0] in answers if answers and found else not answers and not found


@dataclass(frozen=True)
class Verdict:
    """How a sentence is read: what is wrong with the best reading, and how the outcome stands."""

    sentence: Sentence
    best: Reading
    wrong: tuple[str, ...]
    within: bool
    sure: bool

    @property
    def right(self) -> bool:
        """Whether nothing is wrong."""
        return not self.wrong

    @property
    def refused(self) -> bool:
        """Whether a message for the assistant was taken for one that is not."""
        return self.best.intent is Intent.OUT_OF_SCOPE and Intent.OUT_OF_SCOPE.value not in self.sentence.intents


def judged(heard: Heard, sentence: Sentence) -> Verdict:
    """Read a sentence, after the message before it if there was one, and judge it."""
    outcome = heard.outcome(sentence.framework, sentence.text, sentence.profile, _before(heard, sentence))
    framework = heard.library.frameworks[sentence.framework]
    said = readings(outcome, sentence.framework)

    def wrong(reading: Reading) -> tuple[str, ...]:
        found: tuple[int, ...] = ()
        if reading.intent is Intent.FIND_GRADE:
            found = heard.reader.find(reading.with_(said=reading.said or sentence.text)).grades
        return tuple(faults(sentence, reading, framework, found))

    best = wrong(said[0])
    within = not best or any(not wrong(reading) for reading in said[1:WITHIN])
    return Verdict(sentence, said[0], best, within, not isinstance(outcome, Unsure))


def _before(heard: Heard, sentence: Sentence) -> Reading | None:
    """What the message before leaves behind: a question that was answered, or the likeliest of those that were offered."""
    previous = sentence.labels.get("previous")
    if not previous:
        return None
    outcome = heard.outcome(sentence.framework, previous, sentence.profile)
    if isinstance(outcome, Unsure):
        return outcome.candidates[0] if outcome.candidates[0].intent in ANSWERED else None
    return outcome.reading if isinstance(outcome, Understood) and outcome.reading.intent not in LEAVES_THE_LAST else None
