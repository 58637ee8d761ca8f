"""A linear model learnt in closed form: ridge regression from features to labels, the same files always giving the same weights."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """The features of a text, the labels that hold for it (none: a text about something else), and how much it counts."""

    features: Features
    labels: frozenset[str]
    weight: float = 1.0


class LinearModel:
    """Scores labels for features: near 1 where a label plainly holds, near 0 where not.

    `weights` has a row for each of `features` and a column for each of `labels`.
    """

    def __init__(self, labels: Sequence[str], features: Sequence[str], weights: np.ndarray) -> None:
        self.labels = tuple(labels)
        self.features = tuple(features)
        self.weights = weights
        self._rows = {name: row for row, name in enumerate(self.features)}

    def part(self, keep: Callable[[str], bool]) -> "LinearModel":
        """The same model for some of its labels."""
        columns = [column for column, label in enumerate(self.labels) if keep(label)]
        return LinearModel([self.labels[column] for column in columns], self.features, np.ascontiguousarray(self.weights[:, columns]))

    def scores(self, found: Features) -> list[float]:
        """The score of every label, in the order of `labels`."""
        known = [(self._rows[name], value) for name, value in found.items() if name in self._rows]
        if not known:
            return [0.0] * len(self.labels)
        rows, values = zip(*known, strict=True)
        scores: list[float] = (np.asarray(values, dtype=np.float32) @ self.weights[list(rows)]).tolist()
        return scores

    def knows(self, feature: str) -> bool:
        """Whether a feature was met while learning."""
        return feature in self._rows


def learn(examples: Iterable[Example], kept: Mapping[str, float], ridge: float) -> LinearModel:
    """Learn from examples. `kept` weakens or drops features by name; those not in it are dropped. `ridge` holds weights back."""
    learnt = list(examples)
    names = sorted(kept)
    rows = {name: row for row, name in enumerate(names)}
    labels = sorted({label for example in learnt for label in example.labels})
    columns = {label: column for column, label in enumerate(labels)}
    size = len(names)
    alike = np.zeros((size, size), dtype=np.float32)
    target = np.zeros((size, len(labels)), dtype=np.float32)
    for example in learnt:
        known = [(rows[name], value * kept[name]) for name, value in example.features.items() if name in rows]
        if known:
            at = np.array([row for row, _ in known], dtype=np.intp)
            values = np.array([value for _, value in known], dtype=np.float32)
            alike[np.ix_(at, at)] += example.weight * np.outer(values, values)
            for label in example.labels:
                target[at, columns[label]] += example.weight * values
    alike[np.diag_indices(size)] += ridge
    weights = np.linalg.solve(alike, target)
    scale = np.array([kept[name] for name in names], dtype=np.float32)
    return LinearModel(labels, names, (weights * scale[:, None]).astype(np.float16).astype(np.float32))


def often(examples: Iterable[Example], least: int, most: float = 1.0) -> dict[str, float]:
    """The features in at least `least` examples and at most this share of them, each kept whole."""
    learnt = list(examples)
    counted = Counter(name for example in learnt for name in example.features)
    return {name: 1.0 for name, count in counted.items() if least <= count <= most * len(learnt)}
