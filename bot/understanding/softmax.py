"""Softmax regression: how likely each of several labels is, learnt as a correction of scores that are there already."""

from collections.abc import Mapping, Sequence

import numpy as np

from bot.understanding.linear import Example, LinearModel, matrix

MOST_ROUNDS = 150
Scores = Mapping[str, float]


def odds(logits: Scores) -> dict[str, float]:
    """How likely each label is, all together 1."""
    return dict(zip(logits, _softmax(np.array(list(logits.values()))).tolist(), strict=True))


def learn(examples: Sequence[Example], given: Sequence[Scores], labels: Sequence[str], ridge: float) -> LinearModel:
    """Learn the weights that, added to the scores `given` for each example, make its label likely. `ridge` holds them back."""
    from scipy.optimize import minimize  # noqa: PLC0415 (only learning needs it)

    names = sorted({name for example in examples for name in example.features})
    rows = matrix(examples, names).toarray()
    base = np.array([[scores.get(label, 0.0) for label in labels] for scores in given], dtype=np.float32)
    wanted = np.array([[label in example.labels for label in labels] for example in examples], dtype=np.float32)
    shape = (len(names), len(labels))

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(shape)
        likely = _softmax(rows @ weights.astype(np.float32) + base)
        missed = -np.log(np.maximum((likely * wanted).sum(axis=1), 1e-12)).sum()
        slope = rows.T @ (likely - wanted) + ridge * weights
        return float(missed) + ridge / 2 * float((weights**2).sum()), slope.ravel().astype(np.float64)

    solved = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": MOST_ROUNDS})
    return LinearModel(labels, names, solved.x.reshape(shape).astype(np.float16).astype(np.float32))


def _softmax(logits: np.ndarray) -> np.ndarray:
    """How likely each label is, along the last axis."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    likely: np.ndarray = raised / raised.sum(axis=-1, keepdims=True)
    return likely
