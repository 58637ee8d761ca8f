"""Looking words up among the statements of a framework: of which role, and which competency, do they speak?"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from bot.framework.around import denies
from bot.framework.model import Framework
from bot.understanding.index import Index, query, terms
from bot.understanding.tokens import Tokenizer

Cell = tuple[str, str]  # role, competency
LOUD_ENOUGH = 0.2  # no word is quieter than this: "writes" is common in other questions, and tells who writes risk assessments
BESIDE_BEST = 0.25  # what the next best statements of a cell count beside its best
MOST_BESIDE = 2


class Passages:
    """An inverted index over the statements of every cell, and over how people describe them."""

    def __init__(self, framework: Framework, tokenizer: Tokenizer) -> None:
        texts: list[tuple[Cell, str]] = []
        for competency in framework.competencies.values():
            for role in competency.expectations:
                cell = framework.expectation(role, competency.id)
                said = (*cell.also_said, *(statement.text for statement in cell.statements))
                texts += [((role, competency.id), text) for text in said if not denies(framework, text)]
        self._cells = [cell for cell, _ in texts]
        self._index = Index([Counter(terms(tokenizer.phrase(text))) for _, text in texts])

    def cells(self, stems: Sequence[str], competencies: Collection[str], quiet: Mapping[str, float]) -> list[tuple[Cell, float]]:
        """The cells that words speak of, best first, only those of `competencies` where any are given."""
        heard = query(stems, {stem: max(loud, LOUD_ENOUGH) for stem, loud in quiet.items()})
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
