"""A linear model learnt in closed form: ridge regression from features to labels, the same files always giving the same weights."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import csr_array

MOST_ROUNDS = 60
CLOSE = 1e-4  # how small the squared error has become, of what it was, when solving ends
TINY = 1e-12

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
        """The same model for some of its labels; the features are shared, not copied."""
        columns = [column for column, label in enumerate(self.labels) if keep(label)]
        part = copy(self)
        part.labels = tuple(self.labels[column] for column in columns)
        part.weights = np.ascontiguousarray(self.weights[:, columns], dtype=np.float16)  # half the memory, and as good
        return part

    def times(self, gain: float) -> "LinearModel":
        """The same model, its scores so many times as large."""
        return LinearModel(self.labels, self.features, self.weights * np.float32(gain))

    def scores(self, found: Features) -> list[float]:
        """The score of every label, in the order of `labels`."""
        known = [(row, value) for name, value in found.items() if (row := self._rows.get(name)) is not None]
        if not known:
            return [0.0] * len(self.labels)
        rows, values = zip(*known, strict=True)
        scores: list[float] = (np.asarray(values, dtype=np.float32) @ self.weights[list(rows)].astype(np.float32)).tolist()
        return scores


def learn(examples: Iterable[Example], kept: Iterable[str], ridge: float) -> LinearModel:
    """Learn from examples the weights of the features `kept`. `ridge` holds the weights back.

    Solves the normal equations by conjugate gradients on the sparse examples: seconds become tenths, and memory stays small.
    """
    learnt, names = list(examples), sorted(kept)
    labels = sorted({label for example in learnt for label in example.labels})
    targets = np.array([[label in example.labels for label in labels] for example in learnt], dtype=np.float32)
    weights = np.array([[example.weight] for example in learnt], dtype=np.float32)
    solved = _solved(matrix(learnt, names), targets, weights, ridge)
    return LinearModel(labels, names, solved.astype(np.float16).astype(np.float32))


def matrix(examples: Sequence[Example], names: Sequence[str]) -> "csr_array":
    """Examples by features (`names`, in this order), sparse."""
    from scipy.sparse import csr_array  # noqa: PLC0415 (only learning needs it)

    column_of = {name: column for column, name in enumerate(names)}
    filled = [[(column_of[name], value) for name, value in example.features.items() if name in column_of] for example in examples]
    columns = np.array([column for cells in filled for column, _ in cells], dtype=np.int32)
    values = np.array([value for cells in filled for _, value in cells], dtype=np.float32)
    starts = np.concatenate(([0], np.cumsum([len(cells) for cells in filled], dtype=np.int32)))
    return csr_array((values, columns, starts), shape=(len(examples), len(names)))


def _solved(matrix: "csr_array", targets: np.ndarray, weights: np.ndarray, ridge: float) -> np.ndarray:
    """The solution (features x labels), each label by its own conjugate gradients.

    `targets` is examples x labels; `weights` is how much each example counts (examples x 1).
    """
    back = matrix.T.tocsr()
    scale = 1 / ((back.power(2) @ weights) + ridge)
    rest = back @ (targets * weights)
    solved: np.ndarray = np.zeros_like(rest)
    step = scale * rest
    direction, size = step, (rest * step).sum(axis=0)
    first = size + TINY
    for _ in range(MOST_ROUNDS):
        through = back @ ((matrix @ direction) * weights) + ridge * direction
        length = size / ((direction * through).sum(axis=0) + TINY)
        solved += length * direction
        rest = rest - length * through
        step = scale * rest
        before, size = size, (rest * step).sum(axis=0)
        if (size / first).max() < CLOSE:
            break
        direction = step + size / (before + TINY) * direction
    return solved


def often(examples: Iterable[Example], least: int, most: float = 1.0) -> set[str]:
    """The features in at least `least` examples and at most this share of them."""
    learnt = list(examples)
    counted = Counter(name for example in learnt for name in example.features)
    return {name for name, count in counted.items() if least <= count <= most * len(learnt)}
