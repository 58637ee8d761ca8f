"""Looking words up among the cells of a framework: of which role, and which competency, do they speak?"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from bot.framework.model import Expectation, Framework
from bot.understanding.index import Index, query, terms
from bot.understanding.tokens import Tokenizer

Cell = tuple[str, str]  # role, competency


def denies(text: str) -> bool:
    """Whether a statement says what is not done: it must not be found as doing it."""
    return text.lower().startswith(("no ", "not ", "does not", "doesn't", "is not", "isn't", "never", "has no ", "nobody"))


class Passages:
    """An inverted index over the words of every cell: its statements, and how people describe them."""

    def __init__(self, framework: Framework, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._cells = [(e.role, c.id) for c in framework.competencies.values() for e in c.expectations.values()]
        self._index = Index([self._counted(framework.expectation(role, competency)) for role, competency in self._cells])

    def _counted(self, expectation: Expectation) -> Counter[str]:
        texts = (*expectation.also_said, *(statement.text for statement in expectation.statements))
        return Counter(term for text in texts if not denies(text) for term in terms(self._tokenizer.phrase(text)))

    def cells(self, stems: Sequence[str], competencies: Collection[str], quiet: Mapping[str, float]) -> list[tuple[Cell, float]]:
        """The cells that words speak of, best first, only those of `competencies` where any are given."""
        scores = self._index.scores(query(stems, quiet))
        found = [(self._cells[cell], score) for cell, score in scores.items() if not competencies or self._cells[cell][1] in competencies]
        return sorted(found, key=lambda hit: -hit[1])
