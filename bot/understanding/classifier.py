"""Which intent, and which topic of guidance: a linear classifier learnt from the ways of asking in `knowledge/`.

Ridge regression in closed form, so the same files always give the same weights.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

RIDGE = 0.5  # how much the weights are held back
COMMONEST = 0.5  # a feature in more than this share of the examples tells nothing
RAREST = 2  # a feature in fewer examples than this tells nothing of other messages

Example = tuple[Mapping[str, float], frozenset[str]]
Weights = dict[str, np.ndarray]


class Classifier:
    """Scores every label for a message: near 1 where it plainly holds, near 0 where not. `weights` maps a feature to one weight a label."""

    def __init__(self, labels: Sequence[str], weights: Weights) -> None:
        self.labels = tuple(labels)
        self.weights = weights

    def scores(self, found: Mapping[str, float]) -> dict[str, float]:
        """The score of every label for the features of a message."""
        total = np.zeros(len(self.labels), dtype=np.float32)
        for name, value in found.items():
            weights = self.weights.get(name)
            if weights is not None:
                total += weights * value
        return dict(zip(self.labels, total.tolist(), strict=True))


def learn(examples: Iterable[Example]) -> Classifier:
    """Learn from examples: the features of a message and the labels that hold for it."""
    learnt = list(examples)
    labels = sorted({label for _, held in learnt for label in held})
    columns = _columns(learnt)
    targets = np.array([[label in held for label in labels] for _, held in learnt], dtype=np.float32)
    alike = np.zeros((len(learnt), len(learnt)), dtype=np.float32)
    for rows, values in columns.values():
        alike[np.ix_(rows, rows)] += np.outer(values, values)
    alike[np.diag_indices(len(learnt))] += RIDGE / _example_weights(targets)
    solved = np.linalg.solve(alike, targets).astype(np.float32)
    return Classifier(labels, {name: values @ solved[rows] for name, (rows, values) in columns.items()})


def _columns(learnt: Sequence[Example]) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, (found, _) in enumerate(learnt):
        for name, value in found.items():
            postings[name].append((number, value))
    return {
        name: (np.array([n for n, _ in hits], dtype=np.intp), np.array([v for _, v in hits], dtype=np.float32))
        for name, hits in postings.items()
        if RAREST <= len(hits) < len(learnt) * COMMONEST or name[0] in "#="
    }


def _example_weights(targets: np.ndarray) -> np.ndarray:
    """The examples of a rare label weigh more, by the root of how rare the commonest of their labels is."""
    per_label = targets.sum(axis=0)
    usual = np.sqrt(per_label.mean() / per_label)
    weights: np.ndarray = np.where(targets > 0, usual, np.inf).min(axis=1)
    return weights
