"""A linear model learnt in closed form: ridge regression from features to labels, the same files always giving the same weights."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass

import numpy as np

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
    names = sorted(kept)
    sparse, targets, labels = _sparse(list(examples), names)
    return LinearModel(labels, names, _solved(sparse, targets, ridge).astype(np.float16).astype(np.float32))


@dataclass(frozen=True, slots=True)
class _Sparse:
    """A sparse matrix of examples by features, by row and by column, with the weight of each example (shape: examples x 1)."""

    values: np.ndarray
    columns: np.ndarray
    row_starts: np.ndarray
    by_column: np.ndarray
    rows: np.ndarray
    column_starts: np.ndarray
    weights: np.ndarray

    def forward(self, weights: np.ndarray) -> np.ndarray:
        """Features x labels to examples x labels."""
        return np.add.reduceat(self.values[:, None] * weights[self.columns], self.row_starts)

    def back(self, scores: np.ndarray) -> np.ndarray:
        """Examples x labels to features x labels, each example by its weight."""
        weighted = scores * self.weights
        return np.add.reduceat(self.values[self.by_column, None] * weighted[self.rows], self.column_starts)


def _sparse(examples: Sequence[Example], names: Sequence[str]) -> tuple[_Sparse, np.ndarray, list[str]]:
    column_of = {name: column for column, name in enumerate(names)}
    labels = sorted({label for example in examples for label in example.labels})
    filled = [(example, [(column_of[n], v) for n, v in example.features.items() if n in column_of]) for example in examples]
    filled = [(example, cells) for example, cells in filled if cells]
    columns = np.array([column for _, cells in filled for column, _ in cells], dtype=np.intp)
    values = np.array([value for _, cells in filled for _, value in cells], dtype=np.float32)
    sizes = np.array([len(cells) for _, cells in filled], dtype=np.intp)
    rows = np.repeat(np.arange(len(filled)), sizes)
    by_column = np.argsort(columns, kind="stable")
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    column_starts = np.searchsorted(columns[by_column], np.arange(len(names)))
    weights = np.array([[example.weight] for example, _ in filled], dtype=np.float32)
    targets = np.array([[label in example.labels for label in labels] for example, _ in filled], dtype=np.float32)
    return _Sparse(values, columns, starts, by_column, rows[by_column], column_starts, weights), targets, labels


def _solved(sparse: _Sparse, targets: np.ndarray, ridge: float) -> np.ndarray:
    """The weights (features x labels), each label by its own conjugate gradients."""
    squares = np.add.reduceat(sparse.values[sparse.by_column] ** 2 * sparse.weights[sparse.rows, 0], sparse.column_starts)
    scale = 1 / (squares + ridge)[:, None]
    rest = sparse.back(targets)
    solved = np.zeros_like(rest)
    step = scale * rest
    direction, size = step, (rest * step).sum(axis=0)
    first = size + TINY
    for _ in range(MOST_ROUNDS):
        through = sparse.back(sparse.forward(direction)) + ridge * direction
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
