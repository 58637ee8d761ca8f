"""Who is not well, where no phrase of `care.yaml` says so: learnt from what people in distress write."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from functools import cached_property, lru_cache
from itertools import pairwise
from math import sqrt

from bot.understanding.care import DistressShape, Need
from bot.understanding.linear import Example, LinearModel, learn, often
from bot.understanding.tokens import Tokenizer

NAMING = 0.55  # what names a grade or a role has to have this score, for it more likely asks for something
RIDGE, SEEN = 1.0, 3
TELLING = 0.35  # how much all sentences of the file count beside all that ask for something
MOST_ASKED = 100_000  # so many of those are learnt from
LENGTH = 3.0  # of the vector of a message's features, however long it is
FEWEST_WORDS = 4  # of fewer, `care.yaml` says which are a sign


class Instead(Enum):
    """What a message may be instead, with the score that it has to have to be distress."""

    QUESTION = 0.35
    ANSWER = 0.65  # to what a dialog asked: people tell of themselves there
    NOTHING = 0.3  # it is not understood otherwise


class Distress:
    """Hears distress by the words that people in distress use."""

    def __init__(self, model: LinearModel, tokenizer: Tokenizer) -> None:
        self._model, self._tokenizer = model, tokenizer

    def heard(self, text: str) -> tuple[Need, float]:
        """What the writer of `text` needs most likely, and how likely it is that they need something: near 1 where it is plain."""
        scores = self._scores(text)
        return max(scores, key=scores.__getitem__), sum(scores.values())

    @cached_property
    def _scores(self) -> Callable[[str], Mapping[Need, float]]:
        """The score of each need; kept for a text that was just looked at, for it is asked about more than once in a turn."""

        def scores(text: str) -> Mapping[Need, float]:
            if len(text.split()) < FEWEST_WORDS:
                return dict.fromkeys(Need, 0.0)
            found = self._model.scores(features(self._tokenizer, text))
            return dict(zip(map(Need, self._model.labels), found, strict=True))

        return lru_cache(maxsize=16)(scores)


def features(tokenizer: Tokenizer, text: str) -> Mapping[str, float]:
    """The words of a text, its pairs of neighbours, and those with a word between; of the same length as a whole for every text."""
    stems = [token.stem for token in tokenizer.tokens(text)]
    found = dict.fromkeys(stems, 1.0)
    found |= dict.fromkeys((f"{one} {other}" for one, other in pairwise(stems)), 1.0)
    found |= dict.fromkeys((f"{one} _ {other}" for one, other in zip(stems, stems[2:], strict=False)), 0.7)
    size = sqrt(sum(value * value for value in found.values()))
    return {name: value * LENGTH / size for name, value in found.items()}


def taught(shape: DistressShape, tokenizer: Tokenizer, asked: Sequence[str]) -> LinearModel:
    """The model, held against what people ask: every so many of those sentences."""

    def examples(texts: Iterable[str], weight: float, *needs: Need) -> list[Example]:
        return [Example(features(tokenizer, text), frozenset(need.value for need in needs), weight) for text in texts]

    ours = {*shape.danger, *shape.support}
    others = [text for text in asked if text not in ours]  # a language's way of saying what is off the subject may be one of them
    others = others[:: 1 + len(others) // MOST_ASKED]
    each = max(1.0, TELLING * len(others) / (len(ours) + len(shape.neither)))
    told = [*examples(shape.danger, each, Need.DANGER), *examples(shape.support, each, Need.SUPPORT), *examples(shape.neither, each)]
    told += examples(others, 1.0)
    return learn(told, often(told, SEEN), RIDGE)
