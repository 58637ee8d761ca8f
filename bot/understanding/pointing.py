"""Which competency do words point to: learnt from every alias, hint, statement and everyday phrase of a framework.

What the sentences about other subjects say teaches which words point nowhere. A framework that has few everyday words of its own leans on
those that have many, its elders: where a text points in them is a feature of it like its words (docs/decisions/0031).
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from bot.framework.around import denies
from bot.framework.model import Competency, Framework
from bot.understanding.conversations import MessageShape
from bot.understanding.linear import Example, LinearModel, learn, often
from bot.understanding.slots import Listener
from bot.understanding.tokens import Tokenizer

CELL = " / "  # between role and competency in a label
NOWHERE = "nowhere"  # the label of what no cell speaks of
PAIR = 0.7  # two neighbouring words count less than a word: they are rarer and were seen less
EVENED = 0.25  # how much a long text is evened out with a short one: 0 not at all, 0.5 wholly
RIDGE = 1.5
PAIRS_SEEN = 2  # a pair of words counts if it stands in so many texts
ELDER = "~"  # before what an elder says, in a feature
FAINT = 0.05  # an elder's score below this says nothing
FEW = 3  # so many aliases at most teach in a framework that leans on others, or those of one competency drown the rest
UNTAUGHT = 0.5  # how loud a text is that was never taught, beside one that was
ALIAS, HINT, SAID, ASKED, NOTHING, UNSPOKEN = 2.0, 1.5, 1.0, 2.0, 0.6, 1.5  # how much a text teaches, by its kind
LOUDEST = 4.0  # and no score is made more than so many times as loud

Typed = tuple[str, frozenset[str]]  # a message with its labels
Text = tuple[Sequence[str], frozenset[str], float]  # the stems of a text that teaches, its labels, and how much it counts


@dataclass(frozen=True, slots=True)
class Pointed:
    """A competency that words point to; `score` is near 1 where they do so plainly."""

    competency: str
    score: float


class Pointer:
    """Ranks the competencies of a framework for the words of a message.

    `elders` are the pointers, by framework, that what is learnt from few words leans on.
    """

    def __init__(self, model: LinearModel, elders: Mapping[str, "Pointer"] | None = None) -> None:
        self._whole = model.part(lambda label: CELL not in label and label != NOWHERE)
        self._nowhere = model.part(lambda label: label == NOWHERE)
        self._by_cell = model.part(lambda label: CELL in label)
        self._cells = [_cell(label) for label in self._by_cell.labels]
        self._elders = elders or {}

    def scores(self, stems: Sequence[str]) -> dict[str, float]:
        """How much words point to each competency: near 1 where they do so plainly."""
        return dict(zip(self._whole.labels, self._whole.scores(self.features(stems)), strict=True))

    def pointed(self, stems: Sequence[str], most: int) -> list[Pointed]:
        """The competencies that words point to, best first, at most `most`."""
        scores = self.scores(stems)
        return [Pointed(id_, scores[id_]) for id_ in heapq.nlargest(most, scores, key=scores.__getitem__) if scores[id_] > 0]

    def cells(self, stems: Sequence[str]) -> dict[tuple[str, str], float]:
        """How much words speak of each cell: (role, competency) to a score, near 1 where they do so plainly."""
        return dict(zip(self._cells, self._by_cell.scores(self.features(stems)), strict=True))

    def nowhere(self, stems: Sequence[str]) -> float:
        """How much words speak of what no cell does: near 1 where they do so plainly, 0 where the framework's people never told of that."""
        return max((*self._nowhere.scores(self.features(stems)), 0.0))

    def features(self, stems: Sequence[str]) -> dict[str, float]:
        """The features of a text: its words, and where it points in the elders."""
        return leaning(self._elders, stems)


def leaning(elders: Mapping[str, Pointer], stems: Sequence[str]) -> dict[str, float]:
    """The words of a text, its neighbouring pairs, and where it points in each of the elders."""
    found = features(stems)
    for framework, elder in elders.items():
        found |= {f"{ELDER}{framework}:{id_}": score for id_, score in elder.scores(stems).items() if score > FAINT}
    return found


def features(stems: Sequence[str]) -> dict[str, float]:
    """The words of a text and its neighbouring pairs."""
    found = dict.fromkeys(stems, 1.0) | {f"{left} {right}": PAIR for left, right in pairwise(stems)}
    size = sum(value * value for value in found.values()) ** EVENED
    return {name: value / size for name, value in found.items()}


@dataclass(frozen=True, slots=True)
class Elders:
    """The pointers, by framework, that another leans on, and the stems of the sentences that they were taught; of none, empty."""

    pointers: Mapping[str, Pointer] = field(default_factory=dict)
    told: Sequence[Sequence[str]] = ()


def labels(message: MessageShape) -> frozenset[str]:
    """What a message teaches: the competencies that it is about, and the cells that speak of its duty, or that none does."""
    nobody = {NOWHERE} if message.done_by == [] else set()
    return frozenset({*message.competencies, *(CELL.join(cell) for cell in message.cells), *nobody})


def taught(
    listener: Listener, tokenizer: Tokenizer, typed: Iterable[Typed], elsewhere: Iterable[Sequence[str]], elders: Elders
) -> LinearModel:
    """What a pointer for a framework knows, from its own texts and from messages that people `typed`.

    `elsewhere` are the stems of sentences about other subjects.
    """
    framework = listener.framework
    few = FEW if elders.pointers else None
    other = ((stems, frozenset[str](), NOTHING) for stems in elsewhere)
    unspoken = ((listener.hear(text).loose, frozenset({NOWHERE}), UNSPOKEN) for text in framework.unspoken)
    asked = ((question, frozenset({of.id})) for of in framework.competencies.values() for question in of.asked_as)
    about = ((listener.hear(text).loose, labels, ASKED) for text, labels in (*asked, *typed))
    own = [*_own(framework, tokenizer, few), *about, *other, *unspoken]
    examples = [Example(leaning(elders.pointers, stems), labels, weight) for stems, labels, weight in own]
    pairs = {name for name in often(examples, PAIRS_SEEN) if " " in name}
    model = learn(examples, pairs | {name for name in often(examples, 1) if " " not in name}, RIDGE)
    return model.times(_gain(model, elders)) if elders.told else model


def _gain(model: LinearModel, elders: Elders) -> float:
    """What makes a model that leans on elders as loud as they are: of what they score for sentences they were taught, UNTAUGHT."""
    texts = [leaning(elders.pointers, stems) for stems in elders.told]
    own = median(max(model.scores(found)) for found in texts)
    theirs = median(max((score for name, score in found.items() if name.startswith(ELDER)), default=0.0) for found in texts)
    return min(max(UNTAUGHT * theirs / own, 1.0), LOUDEST) if own > 0 else 1.0


def _own(framework: Framework, tokenizer: Tokenizer, few: int | None) -> Iterator[Text]:
    for competency in framework.competencies.values():
        for text, labels, weight in _texts(framework, competency, few):
            yield tokenizer.phrase(text), frozenset({competency.id, *labels}), weight
    for ambiguity in framework.ambiguities:
        for words in ambiguity.words:
            yield tokenizer.phrase(words), frozenset(ambiguity.competencies), SAID


def _texts(framework: Framework, competency: Competency, few: int | None) -> Iterator[tuple[str, frozenset[str], float]]:
    """The texts of a competency, the cells that each stands for, and its weight."""
    nowhere: frozenset[str] = frozenset()
    shared = min(1.0, few / max(len(competency.aliases), 1)) if few else 1.0
    yield from ((text, nowhere, ALIAS * shared) for text in competency.aliases)
    yield from ((text, nowhere, ALIAS) for text in (*competency.names.values(), competency.short))
    yield from ((text, nowhere, HINT) for text in competency.hints)
    yield competency.about, nowhere, SAID
    cells: dict[str, set[str]] = {}
    for expectation in competency.expectations.values():
        for text in (*expectation.also_said, *(statement.text for statement in expectation.statements)):
            cells.setdefault(text, set()).update(() if denies(framework, text) else (CELL.join((expectation.role, competency.id)),))
    yield from ((text, frozenset(labels), SAID) for text, labels in cells.items())


def _cell(label: str) -> tuple[str, str]:
    role, competency = label.split(CELL)
    return role, competency
