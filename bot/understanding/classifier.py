"""Which intent, and which topic of guidance: a linear classifier learnt at start from the ways of asking in `knowledge/`.

Ridge regression on words and pairs of words, solved in closed form, so the same files always give the same weights. Slots are
replaced by their kind first ("what is expected at {grade} for {competency}"), so one way of asking serves every framework.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from bot.understanding.tokens import Tokenizer

RIDGE = 0.6  # how much the weights are held back; measured by leaving one tenth out
PAIR = 0.8
FLAG = 0.7
COMMONEST = 0.5  # a feature in more than this share of the examples tells nothing

Features = dict[str, float]


def features(sequence: Sequence[str], *, asked: bool) -> Features:
    """The features of a message whose slots were replaced: words, neighbouring pairs, pairs one apart, counts of slots. Unit length."""
    found: Features = defaultdict(float)
    for word in sequence:
        found[word] = 1.0
    framed = ["^", *sequence, "$"]
    for left, right in zip(framed, framed[1:], strict=False):
        found[f"{left} {right}"] = PAIR
    for left, right in zip(framed, framed[2:], strict=False):
        found[f"{left} _ {right}"] = PAIR / 2
    counts = Counter(word for word in sequence if word.startswith("{"))
    for slot in ("{grade}", "{role}", "{competency}", "{opportunity}"):
        found[f"#{slot}{min(counts[slot], 2)}"] = FLAG
    found[f"#{min(len(sequence) // 3, 5)}"] = FLAG
    if asked:
        found["#?"] = FLAG / 2
    length = math.sqrt(sum(value * value for value in found.values()))
    return {name: value / length for name, value in found.items()}


def example_sequence(tokenizer: Tokenizer, ask: str) -> list[str]:
    """The sequence of a way of asking, with its `{placeholders}` standing for slots."""
    tokens = tokenizer.tokens(ask.replace("{grades}", "{grade} and {grade}"))
    return [token.word if token.word.startswith("{") else token.stem for token in tokens if not token.is_mark and token.word != "?"]


class Classifier:
    """Scores every label for a message. Labels are learnt from `examples`: features with the labels that hold and a weight each."""

    def __init__(self, examples: Iterable[tuple[Features, frozenset[str]]]) -> None:
        learnt = list(examples)
        self.labels = tuple(sorted({label for _, labels in learnt for label in labels}))
        self._weights = self._learn(learnt)

    def _learn(self, learnt: Sequence[tuple[Features, frozenset[str]]]) -> dict[str, np.ndarray]:
        size = len(learnt)
        postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, (found, _) in enumerate(learnt):
            for name, value in found.items():
                postings[name].append((number, value))
        columns = {
            name: (np.fromiter((n for n, _ in hits), np.intp), np.fromiter((v for _, v in hits), np.float32))
            for name, hits in postings.items()
            if len(hits) < size * COMMONEST
        }
        targets = np.array([[label in labels for label in self.labels] for _, labels in learnt], dtype=np.float32)
        alike = np.zeros((size, size), dtype=np.float32)
        for rows, values in columns.values():
            alike[np.ix_(rows, rows)] += np.outer(values, values)
        per_label = targets.sum(axis=0)
        usual = np.sqrt(per_label.mean() / per_label)
        weight = (targets * usual).sum(axis=1) / np.maximum(targets.sum(axis=1), 1)
        alike[np.diag_indices(size)] += RIDGE / weight
        solved = np.linalg.solve(alike, targets).astype(np.float32)
        return {name: values @ solved[rows] for name, (rows, values) in columns.items()}

    def scores(self, found: Mapping[str, float]) -> dict[str, float]:
        """The score of every label: near 1 where it plainly holds, near 0 where not."""
        total = np.zeros(len(self.labels), dtype=np.float32)
        for name, value in found.items():
            weights = self._weights.get(name)
            if weights is not None:
                total += weights * value
        return dict(zip(self.labels, total.tolist(), strict=True))
