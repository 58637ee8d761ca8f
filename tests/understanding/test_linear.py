"""The linear model: it learns what there is to learn, the same way each time, and says nothing of what it never met."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.linear import Example, LinearModel, learn, often

ANIMALS = [
    Example({"barks": 1.0, "tail": 1.0}, frozenset({"dog", "pet"})),
    Example({"barks": 1.0, "fur": 1.0}, frozenset({"dog", "pet"})),
    Example({"meows": 1.0, "tail": 1.0}, frozenset({"cat", "pet"})),
    Example({"meows": 1.0, "fur": 1.0}, frozenset({"cat", "pet"})),
    Example({"rusts": 1.0, "wheels": 1.0}, frozenset({"car"})),
    Example({"rains": 1.0}, frozenset()),
]


def learnt(examples: list[Example] = ANIMALS) -> LinearModel:
    """A model that has seen every feature of the examples."""
    return learn(examples, often(examples, 1), 0.1)


def scores(model: LinearModel, *features: str) -> dict[str, float]:
    """The score of each label for some features."""
    return dict(zip(model.labels, model.scores(dict.fromkeys(features, 1.0)), strict=True))


def test_a_toy_problem_is_learnt() -> None:
    dog = scores(learnt(), "barks", "tail")
    assert max(dog, key=lambda label: (dog[label], label)) in ("dog", "pet")
    assert dog["dog"] > 0.7
    assert dog["cat"] < 0.3
    assert scores(learnt(), "rusts")["car"] > max(scores(learnt(), "rusts")[label] for label in ("dog", "cat", "pet"))


def test_what_is_about_something_else_scores_nothing() -> None:
    assert all(abs(score) < 0.05 for score in scores(learnt(), "rains").values())


def test_features_never_met_score_nothing() -> None:
    assert set(scores(learnt(), "swims").values()) == {0.0}
    assert scores(learnt(), "barks", "swims") == scores(learnt(), "barks")


def test_the_same_examples_give_the_same_weights() -> None:
    assert np.array_equal(learnt().weights, learnt().weights)


def test_an_example_that_counts_more_weighs_more() -> None:
    doubtful = [Example({"purrs": 1.0}, frozenset({"cat"}), weight) for weight in (1.0,)] + [
        Example({"purrs": 1.0}, frozenset({"car"}), 5.0)
    ]
    found = scores(learnt(doubtful), "purrs")
    assert found["car"] > found["cat"] > 0


def test_features_that_are_not_kept_are_dropped() -> None:
    model = learn(ANIMALS, {"barks": 1.0}, 0.1)
    assert model.features == ("barks",)
    assert set(scores(model, "tail").values()) == {0.0}


def test_a_part_of_a_model_scores_its_labels_alike() -> None:
    whole, part = learnt(), learnt().part(lambda label: label != "pet")
    assert part.labels == ("car", "cat", "dog")
    assert scores(part, "meows")["cat"] == scores(whole, "meows")["cat"]


def test_features_are_kept_by_how_often_they_stand() -> None:
    assert set(often(ANIMALS, 2)) == {"barks", "meows", "tail", "fur"}
    assert set(often(ANIMALS, 1, most=0.2)) == {"rusts", "wheels", "rains"}


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["barks", "meows", "tail", "odd"]), st.floats(-10, 10, width=32), max_size=4))
def test_any_features_give_a_number_for_each_label(features: dict[str, float]) -> None:
    model = learnt()
    found = model.scores(features)
    assert len(found) == len(model.labels)
    assert np.isfinite(found).all()
