"""All that a message tells about its intent: its words with slots replaced, and how strongly they point into the framework."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from bot.understanding.lexicon import Span
from bot.understanding.pointing import Pointed
from bot.understanding.slots import Slots

PAIR = 0.8
APART = 0.4
FLAG = 0.6
INSIDE = 0.5
WHOLE = 5  # up to this many words, the whole message is a feature of its own
_POINTS = ((0.8, "plainly"), (0.5, "well"), (0.25, "somewhat"))

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was heard, the competencies that the words point to (best first), and the share of words nobody here uses.

    `parts` is what each part of a list points to: "teamwork, comms and planning". `more` says that the message tells anything beside
    the words that name a competency. `asked` are the slots without the competencies that only say that something is to be learnt:
    "training on equipment".
    """

    slots: Slots
    pointed: tuple[Pointed, ...]
    foreign: float
    asked: Slots
    parts: tuple[Pointed, ...] = ()
    more: bool = False

    @property
    def asks(self) -> bool:
        """Whether it is written as a question."""
        return any(token.word == "?" for token in self.slots.tokens)

    def features(self) -> Features:
        """The features of the message for the classifier, of unit length."""
        found: Features = defaultdict(float)
        sequence, inside = _replaced(self.asked)
        for word in sequence:
            found[word] = 1.0
        for word in inside:
            found[word] = max(found[word], INSIDE)
        framed = ["^", *sequence, "$"]
        for left, right in pairwise(framed):
            found[f"{left} {right}"] = PAIR
        for left, right in zip(framed, framed[2:], strict=False):
            found[f"{left} _ {right}"] = APART
        if len(sequence) <= WHOLE:
            found[f"={' '.join(sequence)}"] = 1.5
        for flag in self._flags(sequence):
            found[flag] = FLAG
        length = math.sqrt(sum(value * value for value in found.values()))
        return {name: value / length for name, value in found.items()}

    def _flags(self, sequence: list[str]) -> list[str]:
        counts = Counter(word for word in sequence if word.startswith("{"))
        flags = [f"#{slot}{min(counts[slot], 2)}" for slot in ("{grade}", "{role}", "{competency}", "{opportunity}")]
        counts["{grade}"] += counts["{step}"]
        named = "".join(str(min(counts[slot], 2)) for slot in ("{grade}", "{role}", "{competency}"))
        flags.append(f"#named {named}")
        flags += [f"#named {named} {word}" for word in sequence[:2] if not word.startswith("{")]
        flags.append(f"#long{min(len(sequence) // 3, 5)}")
        points = "named" if counts["{competency}"] else _bucket(self.pointed[0].score if self.pointed else 0.0, _POINTS)
        flags.append(f"#points {points}")
        if self.slots.has("topic"):
            flags.append("#names topic")
        if self.asks:
            flags.append("#?")
        return flags


def _bucket(score: float, steps: tuple[tuple[float, str], ...]) -> str:
    return next((name for least, name in steps if score >= least), "hardly")


def _replaced(slots: Slots) -> tuple[list[str], list[str]]:
    """The stems of a message with slots replaced by their kind, and the stems that were replaced."""
    sequence: list[str] = []
    inside: list[str] = []
    kinds = _kinds(slots)
    at = 0
    while at < len(slots.tokens):
        end, kind = kinds.get(at, (at + 1, None))
        stems = [token.stem for token in slots.tokens[at:end] if not token.is_mark and token.word != "?"]
        if kind is None:
            sequence += stems
        else:
            sequence.append(kind)
            inside += stems if kind in ("{competency}", "{opportunity}", "{step}") else []
        at = end
    return sequence, inside


def _kinds(slots: Slots) -> Mapping[int, tuple[int, str]]:
    kinds = {span.start: (span.end, "{grade}") for span in slots.grade_spans if span.end > span.start}
    for span in slots.spans:
        kind = _kind(span)
        if kind is not None:
            kinds[span.start] = (span.end, kind)
    return kinds


def _kind(span: Span) -> str | None:
    if span.kinds & {"role", "path"}:
        return "{role}"
    if span.kinds & {"next", "below"}:
        return "{step}"
    if span.kinds & {"competency", "ambiguous"}:
        return "{competency}"
    if "opportunity" in span.kinds and "topic" not in span.kinds:
        return "{opportunity}"
    return None
