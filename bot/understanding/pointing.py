"""Which competency do words point to: learnt from every alias, hint, statement and everyday phrase of a framework.

What the sentences about other subjects say teaches which words point nowhere.
"""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.framework.around import denies
from bot.framework.model import Competency, Framework
from bot.understanding.linear import Example, LinearModel, learn, often
from bot.understanding.slots import Listener
from bot.understanding.tokens import Tokenizer

CELL = " / "  # between role and competency in a label
PAIR = 0.7  # two neighbouring words count less than a word: they are rarer and were seen less
EVENED = 0.25  # how much a long text is evened out with a short one: 0 not at all, 0.5 wholly
RIDGE = 1.5
PAIRS_SEEN = 2  # a pair of words counts if it stands in so many texts
ALIAS, HINT, SAID, ASKED, NOTHING = 2.0, 1.5, 1.0, 2.0, 0.6  # how much a text teaches, by its kind


@dataclass(frozen=True, slots=True)
class Pointed:
    """A competency that words point to; `score` is near 1 where they do so plainly."""

    competency: str
    score: float


class Pointer:
    """Ranks the competencies of a framework for the words of a message."""

    def __init__(self, model: LinearModel) -> None:
        self._whole = model.part(lambda label: CELL not in label)
        self._by_cell = model.part(lambda label: CELL in label)
        self._cells = [_cell(label) for label in self._by_cell.labels]

    def pointed(self, stems: Sequence[str], most: int) -> list[Pointed]:
        """The competencies that words point to, best first, at most `most`."""
        scores = self._whole.scores(features(stems))
        best = heapq.nlargest(most, range(len(scores)), key=scores.__getitem__)
        return [Pointed(self._whole.labels[at], scores[at]) for at in best if scores[at] > 0]

    def cells(self, stems: Sequence[str]) -> dict[tuple[str, str], float]:
        """How much words speak of each cell: (role, competency) to a score, near 1 where they do so plainly."""
        return dict(zip(self._cells, self._by_cell.scores(features(stems)), strict=True))


def features(stems: Sequence[str]) -> dict[str, float]:
    """The words of a text and its neighbouring pairs."""
    found = dict.fromkeys(stems, 1.0) | {f"{left} {right}": PAIR for left, right in pairwise(stems)}
    size = sum(value * value for value in found.values()) ** EVENED
    return {name: value / size for name, value in found.items()}


def taught(framework: Framework, listener: Listener, tokenizer: Tokenizer, elsewhere: Iterable[Sequence[str]]) -> LinearModel:
    """What a pointer for a framework knows. `elsewhere` are the stems of sentences about other subjects."""
    asked = [
        Example(features(listener.hear(question).loose), frozenset({competency.id}), ASKED)
        for competency in framework.competencies.values()
        for question in competency.asked_as
    ]
    nothing = [Example(features(stems), frozenset(), NOTHING) for stems in elsewhere]
    examples = [*_examples(framework, tokenizer), *asked, *nothing]
    pairs = {name for name in often(examples, PAIRS_SEEN) if " " in name}
    return learn(examples, pairs | {name for name in often(examples, 1) if " " not in name}, RIDGE)


def _examples(framework: Framework, tokenizer: Tokenizer) -> Iterator[Example]:
    for competency in framework.competencies.values():
        for text, labels, weight in _texts(framework, competency):
            yield Example(features(tokenizer.phrase(text)), frozenset({competency.id, *labels}), weight)
    for ambiguity in framework.ambiguities:
        for words in ambiguity.words:
            yield Example(features(tokenizer.phrase(words)), frozenset(ambiguity.competencies), SAID)


def _texts(framework: Framework, competency: Competency) -> Iterator[tuple[str, frozenset[str], float]]:
    """The texts of a competency, the cells that each stands for, and its weight."""
    nowhere: frozenset[str] = frozenset()
    yield from ((text, nowhere, ALIAS) for text in (*competency.aliases, *competency.names.values(), competency.short))
    yield from ((text, nowhere, HINT) for text in competency.hints)
    yield competency.about, nowhere, SAID
    cells: dict[str, set[str]] = {}
    for expectation in competency.expectations.values():
        for text in (*expectation.also_said, *(statement.text for statement in expectation.statements)):
            cells.setdefault(text, set()).update(() if denies(framework, text) else (f"{expectation.role}{CELL}{competency.id}",))
    yield from ((text, frozenset(labels), SAID) for text, labels in cells.items())


def _cell(label: str) -> tuple[str, str]:
    role, competency = label.split(CELL)
    return role, competency
