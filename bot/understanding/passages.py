"""Looking words up among the statements of a framework: of which role, and which competency, do they speak?"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from bot.framework.around import denies
from bot.framework.model import Framework
from bot.understanding.index import Index, query, terms
from bot.understanding.tokens import Tokenizer

Cell = tuple[str, str]  # role, competency
LOUD_ENOUGH = 0.2  # no word is quieter than this: "writes" is common in other questions, and tells who writes risk assessments
BESIDE_BEST = 0.25  # what the next best statements of a cell count beside its best
MOST_BESIDE = 2
VERB, VERB_WEIGHT = "^", 1.0  # before the verb that a duty is told with first, in a term; and how loud that is in a question


def told(framework: Framework, tokenizer: Tokenizer, duties: Iterable[tuple[Cell, str]]) -> Iterator[str]:
    """A line for each statement, each way of telling one and each of the `duties` that people asked about.

    It holds the cell's role and competency, and the stems of the text.
    """
    for competency in framework.competencies.values():
        for role in competency.expectations:
            cell = framework.expectation(role, competency.id)
            for text in (*cell.also_said, *(statement.text for statement in cell.statements)):
                if not denies(framework, text):
                    yield " ".join((role, competency.id, *tokenizer.phrase(text)))
    yield from (" ".join((*cell, *tokenizer.phrase(text))) for cell, text in duties)


class Passages:
    """An inverted index over the statements of every cell, and over how people describe them."""

    def __init__(self, told: Iterable[str], before_verb: Collection[str]) -> None:
        """`told` are the lines of a framework, `before_verb` the stems of words that may stand before the verb of a duty."""
        lines = [line.split(" ") for line in told]
        self._cells: list[Cell] = [(role, competency) for role, competency, *_ in lines]
        self._before_verb = before_verb
        self._index = Index([Counter(self._terms(stems)) for _, _, *stems in lines])

    def _terms(self, stems: Sequence[str]) -> list[str]:
        verb = self.verb(stems)
        return [*terms(stems), *([VERB + verb] if verb else [])]

    def verb(self, stems: Sequence[str]) -> str | None:
        """The stem of the verb that a duty is told with first."""
        return next((stem for stem in stems if stem not in self._before_verb), None)

    def begins_with(self, stems: Sequence[str]) -> bool:
        """Whether any duty is told beginning with the verb that these stems begin with."""
        verb = self.verb(stems)
        return verb is not None and self._index.holds(VERB + verb)

    def cells(
        self, stems: Sequence[str], asked: Sequence[str], competencies: Collection[str], quiet: Mapping[str, float]
    ) -> list[tuple[Cell, float]]:
        """The cells that words speak of, best first, only those of `competencies` where any are given.

        `asked` are the stems after "who", of which the first verb tells who is meant: who signs what others write.
        """
        heard = query(stems, {stem: max(loud, LOUD_ENOUGH) for stem, loud in quiet.items()})
        verb = self.verb(asked)
        if verb is not None:
            heard[VERB + verb] = VERB_WEIGHT
        by_cell: dict[Cell, list[float]] = defaultdict(list)
        for text, score in self._index.scores(heard).items():
            by_cell[self._cells[text]].append(score)
        found = [(cell, _of_cell(scores)) for cell, scores in by_cell.items() if not competencies or cell[1] in competencies]
        return sorted(found, key=lambda hit: -hit[1])

    def known(self, stems: Sequence[str], quiet: Mapping[str, float], named: int = 0) -> float:
        """How much of what words tell the framework speaks of at all: 0 nothing, 1 all. `named` more words are the framework's own."""
        return self._index.covered({stem: quiet.get(stem, 1.0) for stem in stems}, named)


def _of_cell(scores: list[float]) -> float:
    best, *rest = sorted(scores, reverse=True)
    return best + BESIDE_BEST * sum(rest[:MOST_BESIDE])
